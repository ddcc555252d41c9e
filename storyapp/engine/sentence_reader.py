"""One sentence → its draft: mention by mention, who and what comes in and what they do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.clothes import Clothes, worn
from storyapp.story.model import Character
from storyapp.story.plan import CelPlan

from .absence import is_introduced
from .actions import act, decide, deny, hear, is_call, is_denied, is_inverted, of_thing, sends_flying
from .appearance import Describe
from .drafts import Draft, Sentence
from .lexicon import Lexicon, Mention
from .narrator import Narrator
from .objects import Nearest, ObjectReader
from .owners import is_touched
from .people import NAMED, PeopleReader, takes_part
from .pronouns import PronounReader
from .reader_net import Opinion
from .surroundings import read_surroundings
from .who_is_who import WhoIsWho

FIGURES = ("who", "kinds", "strangers", "groups", "pronouns")
HIDDEN, UNSURE = 0.1, 0.6  # chances of being there below which a mention, or a doubtful one, is not drawn
_JOINING = ("and", ", and", "and the", "and a", "and an", "and his", "and her", ",", ", the", "with", "with the")
_WAKING = re.compile(r"\b(?:woke|wakes|awoke|waking|wide awake|got up|jumped up|out of bed)\b", re.IGNORECASE)
_COOKING = re.compile(r"\b(?:cook|bak|stirr?|knead|whisk|fed|feed)(?:e?s|ed|e|ing)?\b", re.IGNORECASE)


class SentenceReader:
    """Makes the draft of a sentence; `around` are the figures of earlier sentences and scenes, the latest last."""

    def __init__(
        self, lexicon: Lexicon, cast: Sequence[Character], nearest: Nearest, describe: Describe, narrator: Narrator
    ) -> None:  # fmt: skip
        self.lexicon = lexicon
        self.objects = ObjectReader(lexicon, nearest)
        self.pronouns = PronounReader(lexicon, cast, narrator)
        self.people = PeopleReader(lexicon, cast, describe, self.pronouns, WhoIsWho(lexicon, cast))
        self.vocabulary: Vocabulary = lexicon.vocabulary

    def read(self, sentence: Sentence, around: Sequence[CelPlan]) -> Draft:
        """The draft of one sentence."""
        draft = Draft(sentence.span)
        self.pronouns.named = []
        read_surroundings(sentence, draft, self.lexicon)
        waiting: list[Mention] = []  # verbs whose subject comes behind them: "there sat a mouse"
        last: CelPlan | None = None
        clothes = self._worn(sentence)
        for mention in sentence.mentions:
            if last is not None and any(
                mention.span[0] < end and start < mention.span[1] for (start, end), _ in clothes
            ):
                continue  # what somebody wears is no thing besides
            opinion = sentence.opinions.get(mention.span, Opinion())
            if mention.category == "expressions" and last is not None and is_denied(sentence, mention):
                deny(draft, mention, last)
            elif mention.category in ("poses", "expressions"):
                does = mention.absent < 1 and not of_thing(sentence, mention) and not is_call(sentence, mention)
                if does and sends_flying(sentence, mention):
                    act(draft, replace(mention, name="holding"), last, waiting)
                elif does and is_inverted(sentence, mention):
                    act(draft, replace(mention, weak=False), None, waiting)
                elif does:
                    act(draft, mention, last, waiting)
            elif self._is_there(sentence, mention, opinion) or self._is_introduced(sentence, mention):
                found = self._enter(sentence, draft, mention, last, around)
                if found is None:
                    continue
                self.pronouns.remember(mention, found.id)
                touched = is_touched(sentence.text, sentence.span, mention.span)
                if last is None or not touched:  # who is touched does nothing
                    hear(draft, found, replace(opinion, poses={}) if touched else opinion)
                    for verb in waiting:
                        act(draft, verb, found, [])
                    waiting, last = [], found
            elif mention.category in NAMED:
                self.people.tell(sentence, draft, mention)
        self._deny(sentence, draft)
        decide(draft)
        self._looks(clothes, draft)
        return draft

    @staticmethod
    def _is_there(sentence: Sentence, mention: Mention, opinion: Opinion) -> bool:
        if mention.category == "pronouns" or is_touched(sentence.text, sentence.span, mention.span):
            return True
        if mention.absent == 2:
            return False
        least = UNSURE if mention.absent else HIDDEN
        return opinion.there >= least or (not mention.absent and takes_part(sentence, mention))

    @staticmethod
    def _is_introduced(sentence: Sentence, mention: Mention) -> bool:
        return not mention.absent and is_introduced(sentence.text, sentence.span, mention.span)

    def _enter(
        self, sentence: Sentence, draft: Draft, mention: Mention, last: CelPlan | None, around: Sequence[CelPlan]
    ) -> CelPlan | None:
        """Bring what a mention names into the draft; the figure, if it is one."""
        category, name = mention.category, mention.name
        if category == "settings" and self.lexicon.outside(sentence.words[mention.last].text):
            category = "nouns"  # a place that is a thing as well: "on the raft"
            mention = replace(mention, category=category, name="", span=sentence.words[mention.last].span)
        if category == "nouns":
            category, name = self.objects.noun(sentence, draft, mention)
        if category in FIGURES:
            joins = category != "pronouns" or name == "my"  # "Grandpa and I", but not "when the fox came, he"
            joined = joins and last is not None and self._is_joined(sentence.text, draft, last, mention)
            mention = replace(mention, category=category, name=name)
            enter = self.pronouns.enter if category == "pronouns" else self.people.enter
            found = enter(sentence, draft, mention, around)
            if joined and found is not None and last is not None and found.id != last.id:
                draft.together.setdefault(found.id, last.id)
            return found
        if category == "accessories":
            category, name = self.objects.unworn(sentence, draft, mention)
        if category == "things":
            self.objects.enter(draft, replace(mention, name=name), sentence.words, last)
        return None

    def _deny(self, sentence: Sentence, draft: Draft) -> None:
        """What the net may hear and is not meant: who wakes up is not asleep, who cooks does not eat, a kite flies alone."""
        denied = {"sad"} if any(is_call(sentence, one) for one in sentence.mentions) else set()
        denied |= {"flying"} if any(sends_flying(sentence, one) for one in sentence.mentions) else set()
        draft.denied |= {(cel.id, value) for cel in draft.figures for value in denied}
        for pattern, pose in ((_WAKING, "sleeping"), (_COOKING, "eating")):
            for match in pattern.finditer(sentence.text, *sentence.span):
                owner = self._owner(draft, match.start())
                eats = pose == "eating" and "eating" in draft.heard.get((f"said {owner}", "pose"), {})
                if owner is not None and not eats:
                    draft.denied.add((owner, pose))

    @staticmethod
    def _is_joined(text: str, draft: Draft, last: CelPlan, mention: Mention) -> bool:
        spans = draft.cels[last.id].spans
        return bool(spans) and text[max(span[1] for span in spans) : mention.span[0]].strip() in _JOINING

    # What they wear

    def _worn(self, sentence: Sentence) -> list[Clothes]:
        """The clothes that the sentence tells of, at their places in the whole text."""
        begin, names = sentence.span[0], self.vocabulary.names
        found = worn(sentence.text[slice(*sentence.span)], names("colours"), names("accessories"))
        return [((begin + start, begin + end), looks) for (start, end), looks in found]

    def _looks(self, clothes: Sequence[Clothes], draft: Draft) -> None:
        """Clothes and accessories are those of the figure that was named last before them."""
        dressed: set[str] = set()
        for span, looks in clothes:
            owner = self._owner(draft, span[0])
            if owner is None:
                continue
            if "accessory" not in looks or owner not in dressed:  # nobody wears more than one
                cel = draft.cels[owner]
                draft.cels[owner] = replace(cel, attributes={**cel.attributes, **looks})
            if "accessory" in looks:
                dressed.add(owner)

    @staticmethod
    def _owner(draft: Draft, place: int) -> str | None:
        before = [(span[0], cel.id) for cel in draft.figures for span in cel.spans if span[0] < place]
        return max(before)[1] if before else None
