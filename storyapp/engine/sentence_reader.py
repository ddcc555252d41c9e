"""One sentence → its draft: mention by mention, who and what comes in and what they do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.model import Character
from storyapp.story.plan import CelPlan

from .absence import is_introduced
from .actions import (
    act,
    decide,
    drops,
    earlier_subject,
    hear,
    is_call,
    is_inverted,
    is_outdone,
    is_passive,
    is_quality,
    of_thing,
    own_verb,
    releases,
    sends_flying,
)
from .appearance import Describe, looks_behind
from .costumes import Costumes
from .denials import deny, deny_misheard, deny_names, is_denied, is_kept_up
from .drafts import Draft, Sentence
from .idioms import as_meant
from .lexicon import Lexicon
from .mentions import FIGURES, NAMED, Mention, Word
from .narrator import Narrator
from .objects import Nearest, ObjectReader
from .owners import is_touched
from .people import PeopleReader, takes_part
from .pronouns import PronounReader
from .reader_net import Opinion
from .surroundings import read_surroundings
from .wardrobe import Wardrobe, dress, undress
from .who_is_who import WhoIsWho

HIDDEN, UNSURE = 0.1, 0.6  # chances of being there below which a mention, or a doubtful one, is not drawn
_JOINING = ("and", ", and", "and the", "and a", "and an", "and his", "and her", ",", ", the", "with", "with the")


def _is_somebody(mention: Mention) -> bool:
    """Whether a mention is of a figure."""
    return mention.category in FIGURES or mention.name.lstrip("~").startswith("kinds:")


@dataclass
class _Course:
    """How far a sentence is read: who was named last, and the verbs whose subject comes behind them."""

    last: CelPlan | None = None
    waiting: list[Mention] = field(default_factory=list)  # "there sat a mouse"


class SentenceReader:
    """Makes the draft of a sentence; `before` are the figures of all earlier scenes.

    `around` are those of the earlier sentences and the scene before, the latest last.
    """

    def __init__(
        self, lexicon: Lexicon, cast: Sequence[Character], nearest: Nearest, describe: Describe, narrator: Narrator,
        before: Sequence[CelPlan] = (), costumes: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        self.lexicon, self.describe = lexicon, describe
        self.objects = ObjectReader(lexicon, nearest)
        self.pronouns = PronounReader(lexicon, cast, narrator)
        self.people = PeopleReader(lexicon, cast, describe, self.pronouns, WhoIsWho(lexicon, cast), before)
        self.vocabulary: Vocabulary = lexicon.vocabulary
        self.wardrobe, self.costumes = Wardrobe(self.vocabulary), Costumes(lexicon, costumes or {}, before)

    def read(self, sentence: Sentence, around: Sequence[CelPlan]) -> Draft:
        """The draft of one sentence."""
        draft, course = Draft(sentence.span), _Course()
        self.pronouns.named = []
        read_surroundings(sentence, draft, self.lexicon)
        clothes = self.wardrobe.worn(sentence, [one.span[1] for one in sentence.mentions if _is_somebody(one)])
        bare = self.wardrobe.unworn(sentence)
        costumes = self.costumes.told(sentence)
        worn, lost = [span for span, _ in clothes], [span for span, _, there in bare if not there]
        for mention in sentence.mentions:
            if course.last is not None and any(
                mention.span[0] < end and start < mention.span[1] for start, end in worn
            ):
                continue  # what somebody wears is no thing besides
            if mention.category in ("accessories", "things") and any(a <= mention.span[0] < b for a, b in lost):
                continue
            if any(one.span[0] <= mention.span[0] < one.span[1] for one in costumes):
                continue  # nor is what somebody is dressed up as
            if mention.category in ("poses", "expressions"):
                self._do(sentence, draft, mention, course)
            elif self._is_there(sentence, mention):
                self._bring(sentence, draft, mention, course, around)
            elif mention.category in NAMED:
                self.people.tell(sentence, draft, mention)
        self._deny(sentence, draft)
        decide(draft)
        dress(clothes, draft)
        undress(bare, draft)
        self.costumes.dress_up(sentence, draft, costumes, self.pronouns.named)
        return draft

    def _do(self, sentence: Sentence, draft: Draft, verb: Mention, course: _Course) -> None:
        """What a verb or a feeling tells: somebody does it, or is said not to."""
        meant = as_meant(verb, sentence.text, sentence.span)
        if course.last is not None and meant != verb:
            draft.denied.add((course.last.id, verb.name))
        if meant is None:
            return
        verb = meant
        if course.last is not None and is_denied(sentence, verb):
            deny(draft, verb, course.last)
        elif course.last is not None and is_outdone(sentence, verb):
            draft.denied.add((course.last.id, verb.name))
        elif (verb.absent and not is_kept_up(sentence, verb)) or of_thing(sentence, verb) or is_call(sentence, verb):
            return
        elif course.last is not None and drops(sentence, verb):
            draft.denied.add((course.last.id, "falling"))
        elif sends_flying(sentence, verb):
            act(draft, replace(verb, name="holding"), course.last, course.waiting)
        elif is_passive(sentence, verb) or is_inverted(sentence, verb) or is_quality(sentence, verb):
            course.waiting.append(replace(verb, weak=False))
        else:
            act(draft, verb, self._doer(sentence, draft, verb, course.last), course.waiting)

    def _bring(
        self, sentence: Sentence, draft: Draft, mention: Mention, course: _Course, around: Sequence[CelPlan]
    ) -> None:
        """Bring in who or what is there; a figure does what waited for one, and what comes behind."""
        found = self._enter(sentence, draft, mention, course.last, around)
        if found is None:
            return
        self.pronouns.remember(mention, found.id)
        touched = is_touched(sentence.text, sentence.span, mention.span)
        if touched and course.last is not None:
            return  # who is touched does nothing
        opinion = sentence.opinions.get(mention.span, Opinion())
        hear(draft, found, replace(opinion, poses={}) if touched else opinion)
        releases(sentence, draft, mention, found)
        for verb in course.waiting:
            act(draft, verb, found, [])
        course.waiting, course.last = [], found

    @staticmethod
    def _is_there(sentence: Sentence, mention: Mention) -> bool:
        """Whether what a mention names is to be seen, by the words around it or by the net."""
        if mention.category == "pronouns" or is_touched(sentence.text, sentence.span, mention.span):
            return True
        if mention.absent == 2:
            return False
        there = sentence.opinions.get(mention.span, Opinion()).there
        if mention.absent:
            return there >= UNSURE
        return (
            there >= HIDDEN
            or takes_part(sentence, mention)
            or is_introduced(sentence.text, sentence.span, mention.span)
        )

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
            found = self.costumes.wearer(sentence, draft, mention, around)
            found = found or enter(sentence, draft, mention, around)
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
        draft.denied |= {(cel.id, one.name) for cel in draft.figures for one in sentence.mentions
            if as_meant(one, sentence.text, sentence.span) is None
            and one.name not in draft.heard.get((f"said {cel.id}", "pose"), {})}  # fmt: skip
        deny_misheard(sentence, draft, self.lexicon)
        deny_names(sentence, draft, self.pronouns.named, self.lexicon)

    def _described(self, draft: Draft, cel: CelPlan | None, words: Sequence[Word], mention: Mention) -> CelPlan | None:
        """Somebody, with the looks that the words behind a pronoun tell: "she had long black hair"."""
        if cel is None or cel.who:
            return cel
        looks = looks_behind(words, mention, cel.concept, self.describe)
        draft.cels[cel.id] = replace(cel, attributes={**cel.attributes, **looks})
        return draft.cels[cel.id]
