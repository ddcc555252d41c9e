"""Whom a pronoun means: somebody of this sentence, of those before it, of the cast, or the one who tells the story."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from storyapp.story.model import Character
from storyapp.story.plan import CelPlan, Span

from ..drafts import ADULT, CHILD, Draft, Sentence, agrees, brought, figure_of, is_named_thing, slug
from ..names.narrator import Narrator, is_spoken
from ..names.owners import owner_meant
from ..words.absence import is_only_addressed
from ..words.clauses import is_of_kin, is_other, subjects
from ..words.english import (
    EITHER_KINDS,
    HER_KINDS,
    HIS_KINDS,
)
from ..words.lexicon import Lexicon
from ..words.mentions import Mention
from .animals import SINGLE, Animals, is_alive, sits_on_somebody
from .company import AS_BEFORE, Company
from .guesses import Guesses

_CLAUSE_BEGINS = re.compile(r"[,;:]|\b(?:and|but|so|when|while|as|then|until|because|that)\b")
_EACH = re.compile(r" (?:\w+ )?(all|both)\b")  # "they all", "they were both"
_SUBJECTS = ("he", "she", "he's", "she's", "he'd", "she'd", "he'll", "she'll")
_ABOUT = ("about", "for", "of", "without", "like", "than")  # who is only talked of


class PronounReader:
    """Finds whom pronouns mean, sentence by sentence of one scene; `named` is who was named in the one that is read.

    `told` are the figures of all earlier scenes, the latest last; of those in `known` these said "she" or "he".
    """

    def __init__(
        self, lexicon: Lexicon, cast: Sequence[Character], narrator: Narrator, told: Sequence[CelPlan] = (),
        known: Mapping[str, str] | None = None, animals: Animals | None = None,
    ) -> None:  # fmt: skip
        self.lexicon, self.cast, self.narrator = lexicon, cast, narrator
        self.company = Company(lexicon, cast, told)
        self.animals = animals or Animals()
        self.guesses = Guesses(lexicon, told, known or {})
        self.named: list[tuple[Mention, str]] = []
        self.met: dict[str, None] = {}  # whom this scene has told of, the latest last
        self.called: dict[str, str] = {}  # figures that she or he was said of in this scene
        self.either: dict[str, str] = {}  # figures whose word does not tell a man from a woman
        self.told: dict[str, str] = {}  # the kinds of figures, by what is told of them later

    def kind(self, key: str, guessed: str) -> str:
        """The kind of a figure, as far as it is known."""
        return self.told.get(key) or self.either.get(key) or guessed

    def begin(self) -> None:
        """Another sentence is read."""
        self.named, self.animals.here = [], []

    def remember(self, mention: Mention, key: str) -> None:
        """A figure was named in the sentence that is read."""
        self.named.append((mention, key))
        self._meet(key)
        if mention.category == "pronouns" and mention.name in CHILD:
            self.called.setdefault(key, mention.name)

    def remember_animal(self, sentence: Sentence, mention: Mention, cel: CelPlan, draft: Draft) -> None:
        """An animal that is a thing was named."""
        if is_alive(cel):
            self.animals.remember(sentence, mention, cel, draft)
            self._meet(cel.id)

    def _meet(self, key: str) -> None:
        self.met.pop(key, None)
        self.met[key] = None

    def owner(self, place: Span) -> str | None:
        """Whom the possessive at a place of the sentence means."""
        return next((key for one, key in (*self.named[-1:], *self.animals.here) if one.span == place), None)

    def named_before(self, place: int) -> str | None:
        """Who was named last before a place of the sentence, as who does what stands there."""
        named = [(one.span[0], key) for one, key in (*self.named, *self.animals.here) if one.span[0] < place]
        return max(named)[1] if named else None

    def settle(self, drafts: Sequence[Draft]) -> None:
        """What is told of somebody later is true of all drafts."""
        for draft in drafts:
            for key, kind in self.told.items():
                if key in draft.cels and draft.cels[key].kind == "figure":
                    draft.cels[key] = replace(draft.cels[key], concept=kind)
            self.animals.settle(draft)

    def enter(self, sentence: Sentence, draft: Draft, mention: Mention, around: Sequence[CelPlan]) -> CelPlan | None:
        """The figure, or the animal among the things, that a pronoun means, brought into the draft."""
        found = self._meant(sentence, draft, mention, around)
        if found is not None and sentence.words[mention.first].text in _SUBJECTS:
            self.guesses.confirm(found, mention.name)
        return found

    def _meant(self, sentence: Sentence, draft: Draft, mention: Mention, around: Sequence[CelPlan]) -> CelPlan | None:
        word = sentence.words[mention.first].text
        around = [replace(cel, concept=self.kind(cel.id, cel.concept)) for cel in around]
        if mention.name in ("my", "our"):
            return self._narrator(sentence, draft, mention, around)
        if mention.name in ("all", "their"):
            return self._several(sentence, draft, mention, around)
        other = is_other(sentence, mention, self.named)
        apart = subjects(sentence, mention, self.named) if other else set()
        here = [cel for cel in draft.figures if self._may_mean(mention.name, cel) and cel.id not in apart]
        here = [cel for cel in here if not is_only_addressed(sentence.text, cel.spans, mention.span)]
        if here and not apart and word in ("his", "her"):
            here = [cel for cel in here if cel.spans] or here  # not one who was only "him" there
        person = self._beside_animal(sentence, draft, mention, (*here, *around))
        if person is not None:
            return person
        if here:
            return here[-1]
        return self._of_sentence(sentence, draft, mention, around, other) or self._of_before(
            sentence, draft, mention, around, apart, other
        )

    def _of_sentence(
        self, sentence: Sentence, draft: Draft, mention: Mention, around: Sequence[CelPlan], other: bool
    ) -> CelPlan | None:
        """One of the same sentence of whom it was not known: a name of which the guess was another, or an animal."""
        pronoun, words, at = mention.name, sentence.words, mention.first
        if other or pronoun not in SINGLE or is_spoken(sentence.text, mention.span[0]):
            return None
        others = [cel for cel in around if self._may_mean(pronoun, cel)]
        people = [cel for cel in others if cel.concept in HER_KINDS | HIS_KINDS]
        near = [cel for cel in people if cel.id in self.met]
        if pronoun in CHILD and not (people if words[at].text in _SUBJECTS else near):
            guess = self._corrected(draft, pronoun, draft.figures)
            if guess is not None:
                return guess
        animal = self.animals.of_sentence(draft, mention)
        joined = words[at].text in _SUBJECTS and any(word.text in ("and", "but") for word in words[max(0, at - 2) : at])
        if animal is None or near or (people and (joined or sits_on_somebody(sentence, mention))):
            return None
        said = sentence.text[sentence.span[0] : mention.span[0]]
        owned = joined and owner_meant(said, pronoun, self.cast, self.lexicon) is not None  # "… on Sam's toes, and he"
        return None if owned or (others and joined and animal.id not in self.animals.doing) else animal

    def _corrected(self, draft: Draft, pronoun: str, cels: Sequence[CelPlan]) -> CelPlan | None:
        """Somebody whose name did not tell it is the girl, or the boy, that the pronoun says."""
        said = [cel for cel in cels if self.called.get(cel.id, pronoun) == pronoun]
        cel = self.guesses.corrected(pronoun, said)
        if cel is None:
            return None
        self.told[cel.id] = cel.concept
        if cel.id in draft.cels:
            draft.cels[cel.id] = replace(draft.cels[cel.id], concept=cel.concept)
        return brought(draft, cel)

    def _of_before(
        self,
        sentence: Sentence,
        draft: Draft,
        mention: Mention,
        around: Sequence[CelPlan],
        apart: set[str],
        other: bool,
    ) -> CelPlan | None:
        """Somebody of a sentence or scene before, or who was only named as an owner; else one of the cast, or a child."""
        pronoun, doer = mention.name, sentence.words[mention.first].text in _SUBJECTS
        before = [cel for cel in around if self._may_mean(pronoun, cel) and cel.id not in apart]
        before = [cel for cel in before if not is_only_addressed(sentence.text, cel.spans, mention.span)]
        near = [cel for cel in before if cel.id in self.met]
        people = [cel for cel in before if cel.concept in HER_KINDS | HIS_KINDS]
        if pronoun in CHILD and not near and (doer if people else not other):
            either = self._either(draft, pronoun, around, apart)
            if either is not None:
                return either
        if pronoun in CHILD and not people:
            free = [cel for cel in (*around, *draft.figures) if cel.id not in apart]
            guess = self._corrected(draft, pronoun, free)
            if guess is not None:
                return guess
        if before and not (pronoun == "its" and draft.cels):
            nearest = near or before
            alike = [cel for cel in nearest if cel in people]
            if not (doer or not near or is_of_kin(sentence, mention)):
                alike = []
            figure = self._likeliest(alike or nearest, bool(near))
            animal = None if people else self._latest_animal(sentence, mention, other)
            if animal is not None and self._is_rather(animal, figure):
                return brought(draft, animal)
            return brought(draft, figure)  # she is the witch rather than her cat
        return self._unmentioned(sentence, draft, mention, around, other)

    def _likeliest(self, cels: Sequence[CelPlan], near: bool) -> CelPlan:
        """The latest, of this scene rather than one of a group, and of the scene before rather one with a name."""
        if near:
            one = [cel for cel in cels if all(cel.spans != other.spans or other is cel for other in cels)]
        else:
            one = [cel for cel in cels if self.guesses.is_named(cel)]
        return (one or cels)[-1]

    def _latest_animal(self, sentence: Sentence, mention: Mention, other: bool) -> CelPlan | None:
        """The animal of this scene whom she may be; not where it is "it" in the same sentence: "she looked up at it"."""
        is_it = any(one.name == "its" and one.category == "pronouns" for one in sentence.mentions)
        if mention.name not in SINGLE or (mention.name != "its" and is_it):
            return None
        return self.animals.latest(other)

    def _is_rather(self, animal: CelPlan, figure: CelPlan) -> bool:
        """Whether an animal of this scene is meant rather than a figure that is one too."""
        order = [*self.met]
        if figure.id in order:
            return order.index(figure.id) < order.index(animal.id)
        return animal.id in self.animals.doing

    def _either(
        self, draft: Draft, pronoun: str, around: Sequence[CelPlan], apart: set[str]
    ) -> CelPlan | None:  # fmt: skip
        """Somebody whose word tells neither man nor woman: the knight, the doctor."""
        for cel in reversed((*around, *draft.figures)):
            if cel.concept in EITHER_KINDS and cel.id in self.met and cel.id not in apart:
                return brought(draft, cel)
        unsettled = [key for key in self.either if key not in apart and key not in self.told]
        return self._settled(draft, unsettled[-1], pronoun, around) if unsettled else None

    def _unmentioned(
        self, sentence: Sentence, draft: Draft, mention: Mention, around: Sequence[CelPlan], other: bool
    ) -> CelPlan | None:
        """Somebody of whom nothing was told yet but what is theirs, or nothing at all."""
        pronoun, said = mention.name, sentence.text[: mention.span[0]]
        alone = not (draft.cels if pronoun == "its" else draft.figures)
        owner = owner_meant(said, pronoun, self.cast, self.lexicon) if alone else None
        if owner is not None:
            return draft.cels.setdefault(owner.id, owner)
        if is_spoken(sentence.text, mention.span[0]):
            return None
        animal = self._latest_animal(sentence, mention, other)
        if animal is None and pronoun in CHILD and (other or not draft.figures) and not self._people_of_cast(pronoun):
            animal = self.animals.of_before()
        if animal is not None or any(map(is_named_thing, draft.cels.values())):
            return brought(draft, animal) if animal else None  # "she" is the parrot Coco
        if sentence.words[mention.first].text in _SUBJECTS:
            return (
                self._called_else(draft, pronoun, around)
                or self._of_earlier(draft, pronoun)
                or self._somebody(draft, pronoun)
            )
        before = sentence.words[mention.first - 1].text if mention.first else ""
        there = other and draft.figures and not mention.absent and before not in _ABOUT
        return self._person_of_cast(draft, pronoun) if there else None

    def _called_else(self, draft: Draft, pronoun: str, around: Sequence[CelPlan]) -> CelPlan | None:
        """Where no one else can be meant: the animal that the scene has called "he" may be "she" as well."""
        fits = [cel for cel in (*around, *draft.figures) if agrees(pronoun, cel.concept) and cel.id in self.called]
        return brought(draft, fits[-1]) if fits and not self._people_of_cast(pronoun) else None

    def _of_earlier(self, draft: Draft, pronoun: str) -> CelPlan | None:
        """Somebody of a scene before the last, where nobody of the cast can be meant."""
        cel = None if self._people_of_cast(pronoun) else self.guesses.of_earlier(pronoun)
        if cel is None or cel.id in draft.cels:
            return None
        self.told[cel.id] = cel.concept
        return brought(draft, cel)

    def _may_mean(self, pronoun: str, cel: CelPlan) -> bool:
        """Whether a pronoun may mean a figure: not she whom the scene calls he."""
        called = self.called.get(cel.id, pronoun) if pronoun in CHILD else pronoun
        return agrees(pronoun, cel.concept) and called == pronoun

    def _beside_animal(
        self, sentence: Sentence, draft: Draft, mention: Mention, others: Sequence[CelPlan]
    ) -> CelPlan | None:
        """The girl of the cast in "she showed him her room", where only an animal or a robot was there, which is he."""
        if mention.name not in CHILD or any(cel.concept in HER_KINDS | HIS_KINDS for cel in others):
            return None
        both = {one.name for one in sentence.mentions if one.category == "pronouns"} >= CHILD.keys()
        free = any(self._may_mean(mention.name, cel) for cel in others)
        return self._person_of_cast(draft, mention.name) if both and free else None

    def _people_of_cast(self, pronoun: str) -> list[Character]:
        return [one for one in self.cast if one.concept in (HER_KINDS if pronoun == "her" else HIS_KINDS)]

    def _person_of_cast(self, draft: Draft, pronoun: str) -> CelPlan | None:
        """The only person of the cast that she or he may be."""
        people = self._people_of_cast(pronoun)
        if len(people) != 1:
            return None
        return draft.cels.setdefault(slug(people[0].name), figure_of(people[0]))

    def _settled(self, draft: Draft, key: str, pronoun: str, around: Sequence[CelPlan]) -> CelPlan | None:
        """The doctor who is called "she" is a woman."""
        cel = draft.cels.get(key) or next((one for one in around if one.id == key), None)
        if cel is None or cel.who is not None:
            return None
        kind = (CHILD if cel.concept in CHILD.values() else ADULT)[pronoun]
        self.told[key] = kind
        if key in draft.cels:
            draft.cels[key] = replace(cel, concept=kind)
            return draft.cels[key]
        return brought(draft, replace(cel, concept=kind))

    def _somebody(self, draft: Draft, pronoun: str) -> CelPlan:
        """She or he of whom nothing was told: one of the cast, people first, or a girl or a boy."""
        unlike = {"her": "his", "his": "her"}[pronoun]
        fits = [one for one in self.cast if agrees(pronoun, one.concept) and slug(one.name) not in draft.cels]
        people = [one for one in fits if not agrees(unlike, one.concept)]
        for one in (*people, *fits):
            return draft.cels.setdefault(slug(one.name), figure_of(one))
        kind = CHILD[pronoun]
        return draft.cels.setdefault(kind, CelPlan(kind, "figure", kind))

    def _several(
        self, sentence: Sentence, draft: Draft, mention: Mention, around: Sequence[CelPlan]
    ) -> CelPlan | None:  # fmt: skip
        """ "They", "all three", "they all": those who are there, of before or of the cast."""
        if mention.name == "all":  # of `all_together`
            besides = self._who_acts(sentence, mention)
            return self.company.all_of_them(draft, mention.number, around, besides)
        each = _EACH.match(sentence.text, mention.span[1])
        if sentence.words[mention.first].text in ("they", "them") and each:
            besides = self._who_acts(sentence, mention)
            return self.company.all_of_them(draft, 2 if each[1] == "both" else None, around, besides)
        if not draft.figures and not any(cel.id in self.met for cel in around):
            animals = self.animals.several(draft, of_before=not around and not self.cast)
            if animals is not None:
                return animals
        self.company.they(draft, around)
        they = sentence.words[mention.first].text == "they" and not mention.absent
        if they and len(draft.figures) == 1 and len(self.cast) < AS_BEFORE and mention.first == 0:  # they are not one
            self.company.bring_cast(draft)
        return self.company.together(draft.figures, draft)

    def _who_acts(self, sentence: Sentence, mention: Mention) -> int:
        """How many do something to those whom a mention means: "Mum kissed all three"."""
        named = [one for one, _ in self.named if one.span[1] <= mention.span[0]]
        gap = sentence.text[named[-1].span[1] : mention.span[0]] if named else ""
        acts = re.search(r"\w", gap) is not None and not _CLAUSE_BEGINS.search(gap)
        return len(subjects(sentence, mention, self.named)) if acts else 0

    # The one who tells it

    def _narrator(
        self, sentence: Sentence, draft: Draft, mention: Mention, around: Sequence[CelPlan]
    ) -> CelPlan | None:
        """ "I" is who tells the story, "we" those with them; in what somebody says it is the speaker, who is named there."""
        if is_spoken(sentence.text, mention.span[0]):
            return None
        cel = self.narrator.enter(draft, around)
        if mention.name == "our":
            return self.company.they(draft, [one for one in around if one.id != cel.id])
        return cel
