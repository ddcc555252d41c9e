"""One sentence → its draft: mention by mention, who and what comes in and what they do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.model import Character
from storyapp.story.plan import CelPlan, ScenePlan

from .drafts import Draft, Sentence, brought, is_named_thing, slug
from .names.narrator import Narrator
from .names.owners import is_touched
from .names.tellings import Called, tellings, under_new_names
from .people.actions import (
    act,
    apart,
    decide,
    drops,
    earlier_subject,
    hear,
    is_call,
    is_inverted,
    is_outdone,
    is_owner_of_somebody,
    is_passive,
    is_quality,
    licks_somebody,
    of_thing,
    own_verb,
    releases,
    sends_flying,
)
from .people.animals import Animals, is_alive
from .people.appearance import Describe, looks_behind
from .people.costumes import Costumes
from .people.people import PeopleReader, takes_part
from .people.pronouns import PronounReader
from .people.wardrobe import Wardrobe, begins_sentence, dress, undress
from .people.who_is_who import WhoIsWho
from .places.open_air import open_air
from .places.surroundings import read_surroundings
from .reader_net import Opinion
from .things.fronted import seat
from .things.objects import Nearest, ObjectReader, key_of
from .words.absence import is_introduced
from .words.compounds import ANIMALS
from .words.denials import deny, deny_misheard, deny_names, is_denied, is_kept_up
from .words.idioms import as_meant
from .words.lexicon import Lexicon
from .words.mentions import FIGURES, NAMED, Mention, Word

HIDDEN, UNSURE = 0.1, 0.6  # chances of being there below which a mention, or a doubtful one, is not drawn
UNTOLD = 0.01  # and below which what the vocabulary lacks is not told: the net has seldom met such words
_DOERS = ("he", "she", "it", "they")
_JOINING = ("and", ", and", "and the", "and a", "and an", "and his", "and her", ",", ", the", "with", "with the")


def _is_somebody(mention: Mention) -> bool:
    """Whether a mention is of a figure."""
    return mention.category in FIGURES or mention.name.lstrip("~").startswith("kinds:")


@dataclass
class _Course:
    """How far a sentence is read: who was named last, and the verbs whose subject comes behind them."""

    last: CelPlan | None = None
    waiting: list[Mention] = field(default_factory=list)  # "there sat a mouse"
    animal: bool = False  # whether what is done is done by one that is a thing


class SentenceReader:
    """Makes the draft of each sentence of a scene; `before` is the scene before it, `costumes` who is dressed up there."""

    def __init__(
        self, lexicon: Lexicon, cast: Sequence[Character], nearest: Nearest, describe: Describe, narrator: Narrator,
        before: ScenePlan, costumes: Mapping[str, str],
    ) -> None:  # fmt: skip
        told = (*before.earlier, *before.cels)
        figures = [cel for cel in told if cel.kind == "figure"]
        things = [cel for cel in told if cel.kind == "thing" and (cel in before.cels or is_named_thing(cel))]
        nameable = things + [cel for cel in before.cels if cel.kind == "figure"]
        animals = Animals(before.cels, before.earlier)
        self.lexicon, self.describe = lexicon, describe
        self.called = Called(lexicon, [replace(cel, spans=()) for cel in nameable])
        self.objects = ObjectReader(lexicon, nearest)
        self.pronouns = PronounReader(lexicon, cast, narrator, figures, before.called, animals)
        self.people = PeopleReader(lexicon, cast, describe, self.pronouns, WhoIsWho(lexicon, cast), figures)
        self.vocabulary: Vocabulary = lexicon.vocabulary
        self.wardrobe, self.costumes = Wardrobe(self.vocabulary), Costumes(lexicon, costumes, figures)

    def read(self, sentence: Sentence, around: Sequence[CelPlan]) -> Draft:
        """The draft of one sentence; `around` are the figures of those and the scene before it, the latest last."""
        draft, course = Draft(sentence.span), _Course()
        self.pronouns.begin()
        read_surroundings(sentence, draft, self.lexicon)
        clothes = self.wardrobe.worn(sentence, [one.span[1] for one in sentence.mentions if _is_somebody(one)])
        bare = self.wardrobe.unworn(sentence)
        costumes = self.costumes.told(sentence)
        worn = [span for span, _ in clothes]
        fronted = [span for span in worn if begins_sentence(sentence.text, span)]
        lost = [span for span, _, there in bare if not there]
        for mention in sentence.mentions:
            if any(
                mention.span[0] < end and start < mention.span[1] and mention.category != "pronouns"
                for start, end in (worn if course.last is not None else fronted)
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
        seat(sentence, draft, self.vocabulary, self.pronouns.named)
        self.objects.embark(sentence, draft)
        decide(draft)
        dress(sentence.text, clothes, draft)
        undress(bare, draft)
        self.costumes.dress_up(sentence, draft, costumes, self.pronouns.named)
        self.called.note(sentence, draft, self.pronouns.named)
        draft.open_air = {**open_air(sentence, draft), **draft.open_air}
        return draft

    def settle(self, drafts: Sequence[Draft]) -> None:
        """What only the end of a scene tells of its beginning: who "she" was, and who has got a name."""
        self.pronouns.settle(drafts)
        self.called.settle(drafts)
        if drafts:
            drafts[-1].known = under_new_names(self.pronouns.guesses.known, self.called, drafts[-1])

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
        elif (
            (verb.absent and not is_kept_up(sentence, verb))
            or is_call(sentence, verb)
            or licks_somebody(sentence, verb)
        ):
            return
        elif of_thing(sentence, verb):
            draft.denied |= apart(sentence, draft, verb, None) if verb.category == "expressions" else set()
        elif course.last is not None and drops(sentence, verb):
            draft.denied.add((course.last.id, "falling"))
        elif sends_flying(sentence, verb):
            act(draft, replace(verb, name="holding"), course.last, course.waiting)
        elif is_passive(sentence, verb) or is_inverted(sentence, verb) or is_quality(sentence, verb):
            course.waiting.append(replace(verb, weak=False))
        elif course.last is not None or not course.animal:
            doer = self._doer(sentence, draft, verb, course.last)
            act(draft, verb, doer, course.waiting)
            if doer is not None:
                draft.denied |= apart(sentence, draft, verb, doer)

    def _bring(
        self, sentence: Sentence, draft: Draft, mention: Mention, course: _Course, around: Sequence[CelPlan]
    ) -> None:
        """Bring in who or what is there; a figure does what waited for one, and what comes behind."""
        found = self._enter(sentence, draft, mention, course.last, around)
        if found is None:
            return
        if found.kind == "thing":
            self._animal(sentence, draft, mention, course, found)
            return
        self.pronouns.remember(mention, found.id)
        touched = is_touched(sentence.text, sentence.span, mention.span)
        if touched and course.last is not None:
            return  # who is touched does nothing
        opinion = sentence.opinions.get(mention.span, Opinion())
        if not is_owner_of_somebody(sentence, mention):
            hear(draft, found, replace(opinion, poses={}) if touched else opinion)
        releases(sentence, draft, mention, found)
        for verb in course.waiting:
            act(draft, verb, found, [])
        course.waiting, course.last, course.animal = [], found, False

    def _animal(self, sentence: Sentence, draft: Draft, mention: Mention, course: _Course, found: CelPlan) -> None:
        """An animal that is a thing was named: what it does is not drawn, and nobody else does it."""
        self.pronouns.remember_animal(sentence, mention, found, draft)
        subject = mention.category == "pronouns" and sentence.words[mention.first].text.split("'")[0] in _DOERS
        if course.last is not None and course.last.id not in {cel.id for cel in draft.figures}:
            course.last = None  # who was told to be the animal
        if subject or (course.last is None and is_alive(found)):
            course.last, course.animal, course.waiting = None, True, []

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
            there >= (UNTOLD if mention.category == "nouns" and not mention.name else HIDDEN)
            or takes_part(sentence, mention)
            or is_introduced(sentence.text, sentence.span, mention.span)
        )

    def _enter(
        self, sentence: Sentence, draft: Draft, mention: Mention, last: CelPlan | None, around: Sequence[CelPlan]
    ) -> CelPlan | None:
        """Bring what a mention names into the draft; the figure, if it is one."""
        category, name = mention.category, mention.name
        if category == "strangers" or mention.called:
            cel = self.called.meant(sentence, draft, mention, self.pronouns.named)
            if cel is not None:
                return self._by_name(sentence, draft, mention, cel, last)
            if slug(mention.called or mention.name.partition("=")[0]) in self.called.nobody:
                return None
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
            if category == "pronouns" and found is not None and found.kind == "figure":
                found = self._described(draft, found, sentence.words, mention)
            if joined and found is not None and last is not None and found.id != last.id:
                draft.together.setdefault(found.id, last.id)
            return found
        if category == "accessories":
            category, name = self.objects.unworn(sentence, draft, mention)
        if category == "things" and not mention.called and name in ANIMALS:
            same = (
                self.called.of_kind(name) if sentence.words[mention.first - 1].text == "the" and mention.first else None
            )
            mention = replace(mention, called=same.id if same else "")
        if category == "things":
            mention = replace(mention, name=name)
            animal = self.people.animal(sentence, draft, mention)
            if animal is not None:
                return animal
            self.objects.enter(sentence, draft, mention, last if last and last.id in draft.cels else None)
            return draft.cels.get(key_of(mention))
        return None

    def _by_name(
        self, sentence: Sentence, draft: Draft, mention: Mention, cel: CelPlan, last: CelPlan | None
    ) -> CelPlan | None:  # fmt: skip
        """Bring in who or what has that name since a sentence of this scene told it; where it is told nobody else is."""
        telling = mention.span in tellings(sentence.text)
        if cel.kind == "thing":
            if not telling:
                self.objects.enter(
                    sentence, draft, replace(mention, category="things", name=cel.concept, called=cel.id), last
                )
            else:
                draft.cels.setdefault(cel.id, cel)
            return None
        one = brought(draft, cel)
        draft.cels[cel.id] = replace(one, spans=(*one.spans, mention.span))
        return None if telling else draft.cels[cel.id]

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
        denied = {"eating"} if any(licks_somebody(sentence, one) for one in sentence.mentions) else set()
        denied |= {"sad"} if any(is_call(sentence, one) for one in sentence.mentions) else set()
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
