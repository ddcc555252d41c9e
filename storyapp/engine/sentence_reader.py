"""One sentence → its draft: mention by mention, who and what comes in and what they do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.model import Character
from storyapp.story.plan import CelPlan

from .absence import is_introduced
from .actions import (
    act,
    decide,
    earlier_subject,
    hear,
    is_call,
    is_inverted,
    is_outdone,
    is_passive,
    of_thing,
    own_verb,
    releases,
    sends_flying,
)
from .appearance import Describe, looks_behind
from .denials import deny, deny_misheard, is_denied, is_kept_up
from .drafts import Draft, Sentence
from .lexicon import Lexicon, Mention, Word
from .narrator import Narrator
from .objects import Nearest, ObjectReader
from .owners import is_touched
from .people import NAMED, PeopleReader, takes_part
from .pronouns import PronounReader
from .reader_net import Opinion
from .surroundings import read_surroundings
from .wardrobe import Wardrobe, dress, undress
from .who_is_who import WhoIsWho

FIGURES = ("who", "kinds", "strangers", "groups", "pronouns")
HIDDEN, UNSURE = 0.1, 0.6  # chances of being there below which a mention, or a doubtful one, is not drawn
_JOINING = ("and", ", and", "and the", "and a", "and an", "and his", "and her", ",", ", the", "with", "with the")


def _is_somebody(mention: Mention) -> bool:
    """Whether a mention is of a figure."""
    return mention.category in FIGURES or mention.name.lstrip("~").startswith("kinds:")


class SentenceReader:
    """Makes the draft of a sentence; `around` are the figures of earlier sentences and scenes, the latest last."""

    def __init__(
        self, lexicon: Lexicon, cast: Sequence[Character], nearest: Nearest, describe: Describe, narrator: Narrator
    ) -> None:  # fmt: skip
        self.lexicon, self.describe = lexicon, describe
        self.objects = ObjectReader(lexicon, nearest)
        self.pronouns = PronounReader(lexicon, cast, narrator)
        self.people = PeopleReader(lexicon, cast, describe, self.pronouns, WhoIsWho(lexicon, cast))
        self.vocabulary: Vocabulary = lexicon.vocabulary
        self.wardrobe = Wardrobe(self.vocabulary)

    def read(self, sentence: Sentence, around: Sequence[CelPlan]) -> Draft:
        """The draft of one sentence."""
        draft = Draft(sentence.span)
        self.pronouns.named = []
        read_surroundings(sentence, draft, self.lexicon)
        waiting: list[Mention] = []  # verbs whose subject comes behind them: "there sat a mouse"
        last: CelPlan | None = None
        clothes = self.wardrobe.worn(sentence, [one.span[1] for one in sentence.mentions if _is_somebody(one)])
        bare = self.wardrobe.unworn(sentence)
        lost = [span for span, _, there in bare if not there]
        for mention in sentence.mentions:
            if last is not None and any(
                mention.span[0] < end and start < mention.span[1] for (start, end), _ in clothes
            ):
                continue  # what somebody wears is no thing besides
            if mention.category in ("accessories", "things") and any(
                start <= mention.span[0] < end for start, end in lost
            ):
                continue
            opinion = sentence.opinions.get(mention.span, Opinion())
            if mention.category in ("poses", "expressions") and last is not None and is_denied(sentence, mention):
                deny(draft, mention, last)
            elif is_outdone(sentence, mention) and last is not None:
                draft.denied.add((last.id, mention.name))
            elif mention.category in ("poses", "expressions"):
                does = (
                    (mention.absent < 1 or is_kept_up(sentence, mention))
                    and not of_thing(sentence, mention)
                    and not is_call(sentence, mention)
                )
                if does and sends_flying(sentence, mention):
                    act(draft, replace(mention, name="holding"), last, waiting)
                elif does and (is_passive(sentence, mention) or is_inverted(sentence, mention)):
                    act(draft, replace(mention, weak=False), None, waiting)
                elif does:
                    act(draft, mention, self._doer(sentence, draft, mention, last), waiting)
            elif self._is_there(sentence, mention, opinion) or self._is_introduced(sentence, mention):
                found = self._enter(sentence, draft, mention, last, around)
                if found is None:
                    continue
                self.pronouns.remember(mention, found.id)
                touched = is_touched(sentence.text, sentence.span, mention.span)
                if last is None or not touched:  # who is touched does nothing
                    hear(draft, found, replace(opinion, poses={}) if touched else opinion)
                    releases(sentence, draft, mention, found)
                    for verb in waiting:
                        act(draft, verb, found, [])
                    waiting, last = [], found
            elif mention.category in NAMED:
                self.people.tell(sentence, draft, mention)
        self._deny(sentence, draft)
        decide(draft)
        dress(clothes, draft)
        undress(bare, draft)
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
            joined = joins and last is not None and self._is_joined(sentence, draft, last, mention)
            mention = replace(mention, category=category, name=name)
            enter = self.pronouns.enter if category == "pronouns" else self.people.enter
            found = enter(sentence, draft, mention, around)
            if category == "pronouns":
                found = self._described(draft, found, sentence.words, mention)
            if joined and found is not None and last is not None and found.id != last.id:
                draft.together.setdefault(found.id, last.id)
            return found
        if category == "accessories":
            category, name = self.objects.unworn(sentence, draft, mention)
        if category == "things":
            self.objects.enter(sentence, draft, replace(mention, name=name), last)
        return None

    @staticmethod
    def _doer(sentence: Sentence, draft: Draft, verb: Mention, last: CelPlan | None) -> CelPlan | None:
        """Who does something: who was named last, or one before to whom that one is only an object."""
        subject = earlier_subject(sentence, verb)
        doers = [cel for cel in draft.figures if subject and subject.span in cel.spans]
        if not doers or last is None:
            return last
        draft.denied.add((last.id, verb.name))
        return doers[-1]

    @staticmethod
    def _is_joined(sentence: Sentence, draft: Draft, last: CelPlan, mention: Mention) -> bool:
        spans = draft.cels[last.id].spans
        between = sentence.text[max(span[1] for span in spans) : mention.span[0]].strip() if spans else ""
        if between not in _JOINING:
            return False
        own = own_verb(sentence, mention)
        if own is not None:
            draft.denied.add((last.id, own.name))
        return own is None

    def _deny(self, sentence: Sentence, draft: Draft) -> None:
        """What the net may hear and is not meant, of all who are there and of single ones: a kite flies alone."""
        denied = {"sad"} if any(is_call(sentence, one) for one in sentence.mentions) else set()
        denied |= {"flying"} if any(sends_flying(sentence, one) for one in sentence.mentions) else set()
        draft.denied |= {(cel.id, value) for cel in draft.figures for value in denied}
        deny_misheard(sentence, draft, self.lexicon)

    def _described(self, draft: Draft, cel: CelPlan | None, words: Sequence[Word], mention: Mention) -> CelPlan | None:
        """Somebody, with the looks that the words behind a pronoun tell: "she had long black hair"."""
        if cel is None or cel.who:
            return cel
        looks = looks_behind(words, mention, cel.concept, self.describe)
        draft.cels[cel.id] = replace(cel, attributes={**cel.attributes, **looks})
        return draft.cels[cel.id]
