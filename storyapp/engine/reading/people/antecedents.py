"""Whom "she", "he" or "it" means: of the sentence, of those before it, of an earlier scene, of the cast, or nobody known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from storyapp.story.model import Character
from storyapp.story.plan import CelPlan

from ..drafts import ADULT, CHILD, Draft, Sentence, agrees, brought, figure_of, is_named_thing, slug
from ..names.narrator import is_spoken
from ..names.owners import owner_meant
from ..words.clauses import is_of_kin, is_other, subjects
from ..words.concept_mentions import ConceptMention
from ..words.english import EITHER_KINDS, HER_KINDS, HIS_KINDS
from ..words.lexicon import Lexicon
from ..words.quotations import is_only_addressed
from .animals import SINGLE, sits_on_somebody
from .guesses import given
from .scene_memory import SceneMemory

SUBJECTS = ("he", "she", "he's", "she's", "he'd", "she'd", "he'll", "she'll")
_ABOUT = ("about", "for", "of", "without", "like", "than")  # behind these somebody is only talked of


@dataclass(frozen=True)
class Pronoun:
    """A pronoun of a sentence, and what is known of whom it may mean.

    `around` are the figures of the sentences and the scene before, the latest last. In "Mia hugged him" the pronoun
    means an `other` than who does it, who are kept `apart`.
    """

    sentence: Sentence
    draft: Draft
    mention: ConceptMention
    around: Sequence[CelPlan]
    other: bool
    apart: frozenset[str]

    @property
    def name(self) -> str:
        """ "her", "his" or "its", whatever form of it stands there."""
        return self.mention.name

    @property
    def word(self) -> str:
        """The form that stands there: "she", "her", "she's"."""
        return self.sentence.words[self.mention.first].text

    @property
    def is_subject(self) -> bool:
        """Whether it is who does something: "she", but not "her"."""
        return self.word in SUBJECTS

    def without_addressed(self, cels: Sequence[CelPlan]) -> list[CelPlan]:
        """Those of some figures who are not only spoken to: not Tim in "“Tim, look!” he said"."""
        text, place = self.sentence.text, self.mention.span
        return [cel for cel in cels if not is_only_addressed(text, cel.spans, place)]


class AntecedentFinder:
    """Finds the one whom a single pronoun means, in one scene with its cast."""

    def __init__(self, lexicon: Lexicon, cast: Sequence[Character], memory: SceneMemory) -> None:
        self.lexicon, self.cast, self.memory = lexicon, cast, memory

    def meant(
        self, sentence: Sentence, draft: Draft, mention: ConceptMention, around: Sequence[CelPlan]
    ) -> CelPlan | None:  # fmt: skip
        """The figure, or the animal among the things, that "she", "he" or "it" means, brought into the draft."""
        other = is_other(sentence, mention, self.memory.named)
        apart = frozenset(subjects(sentence, mention, self.memory.named)) if other else frozenset[str]()
        pronoun = Pronoun(sentence, draft, mention, around, other, apart)
        here = pronoun.without_addressed(self._fitting(pronoun, draft.figures))
        if here and not apart and pronoun.word in ("his", "her"):
            here = [cel for cel in here if cel.spans] or here  # not one who was only "him" there
        person = self._beside_animal(pronoun, (*here, *around))
        if person is not None:
            return person
        if here:
            return here[-1]
        return self._of_sentence(pronoun) or self._of_before(pronoun)

    def _may_mean(self, pronoun: str, cel: CelPlan) -> bool:
        """Whether a pronoun may mean a figure: "she" is nobody whom the scene has called "he"."""
        called = self.memory.called.get(cel.id, pronoun) if pronoun in CHILD else pronoun
        return agrees(pronoun, cel.concept) and called == pronoun

    def _fitting(self, pronoun: Pronoun, cels: Sequence[CelPlan]) -> list[CelPlan]:
        """Those of some figures whom a pronoun may mean: "he" is not Ellie the elephant where another may be meant."""
        fits = [cel for cel in cels if self._may_mean(pronoun.name, cel) and cel.id not in pronoun.apart]
        return [cel for cel in fits if pronoun.name not in CHILD or agrees(pronoun.name, given(cel))] or fits

    # Of the same sentence

    def _beside_animal(self, pronoun: Pronoun, others: Sequence[CelPlan]) -> CelPlan | None:
        """The girl of the cast in "she showed him her room", where only an animal or a robot was there, which is he."""
        if pronoun.name not in CHILD or any(cel.concept in HER_KINDS | HIS_KINDS for cel in others):
            return None
        both = {one.name for one in pronoun.sentence.mentions if one.category == "pronouns"} >= CHILD.keys()
        free = any(self._may_mean(pronoun.name, cel) for cel in others)
        return self._person_of_cast(pronoun) if both and free else None

    def _of_sentence(self, pronoun: Pronoun) -> CelPlan | None:
        """One of the sentence who does not seem to fit: "Robin laughed, for she won", "the duck ate its bread"."""
        sentence, name, at = pronoun.sentence, pronoun.name, pronoun.mention.first
        if pronoun.other or name not in SINGLE or is_spoken(sentence.text, pronoun.mention.span[0]):
            return None
        others = [cel for cel in pronoun.around if self._may_mean(name, cel)]
        people = [cel for cel in others if cel.concept in HER_KINDS | HIS_KINDS]
        near = [cel for cel in people if cel.id in self.memory.met]
        if name in CHILD and not (people if pronoun.is_subject else near):
            guess = self._corrected(pronoun, pronoun.draft.figures)
            if guess is not None:
                return guess
        animal = self.memory.animals.of_sentence(pronoun.draft, pronoun.mention)
        joining = {word.text for word in sentence.words[max(0, at - 2) : at]} & {"and", "but"}
        joined = pronoun.is_subject and bool(joining)
        if animal is None or near or (people and (joined or sits_on_somebody(sentence, pronoun.mention))):
            return None
        said = sentence.text[sentence.span[0] : pronoun.mention.span[0]]
        owned = joined and owner_meant(said, name, self.cast, self.lexicon) is not None  # "… on Sam's toes, and he"
        return None if owned or (others and joined and animal.id not in self.memory.animals.doing) else animal

    def _corrected(self, pronoun: Pronoun, cels: Sequence[CelPlan]) -> CelPlan | None:
        """Somebody whose name did not tell it is the girl, or the boy, that the pronoun says."""
        said = [cel for cel in cels if self.memory.called.get(cel.id, pronoun.name) == pronoun.name]
        cel = self.memory.guesses.corrected(pronoun.name, said)
        if cel is None:
            return None
        self.memory.turned_out[cel.id] = cel.concept
        cels_there = pronoun.draft.cels
        if cel.id in cels_there:
            cels_there[cel.id] = replace(cels_there[cel.id], concept=cel.concept)
        return brought(pronoun.draft, cel)

    # Of those before

    def _of_before(self, pronoun: Pronoun) -> CelPlan | None:
        """Somebody of a sentence or scene before, or who was only named as an owner; else one of the cast, or a child."""
        before = pronoun.without_addressed(self._fitting(pronoun, pronoun.around))
        near = [cel for cel in before if cel.id in self.memory.met]
        people = [cel for cel in before if cel.concept in HER_KINDS | HIS_KINDS]
        if pronoun.name in CHILD and not near and (pronoun.is_subject if people else not pronoun.other):
            either = self._either(pronoun)
            if either is not None:
                return either
        if pronoun.name in CHILD and not people:
            free = [cel for cel in (*pronoun.around, *pronoun.draft.figures) if cel.id not in pronoun.apart]
            guess = self._corrected(pronoun, free)
            if guess is not None:
                return guess
        if not before or (pronoun.name == "its" and pronoun.draft.cels):
            return self._unmentioned(pronoun)
        nearest = near or before
        alike = [cel for cel in nearest if cel in people]  # she is the witch rather than her cat
        if not (pronoun.is_subject or not near or is_of_kin(pronoun.sentence, pronoun.mention)):
            alike = [cel for cel in nearest if cel in people or cel.id in self.memory.called]
        figure = self._likeliest(alike or nearest, bool(near))
        animal = None if people else self._latest_animal(pronoun)
        rather = animal is not None and self._is_rather(animal, figure)
        return brought(pronoun.draft, animal if animal is not None and rather else figure)

    def _likeliest(self, cels: Sequence[CelPlan], near: bool) -> CelPlan:
        """The latest of some figures: of this scene rather a single one, of the scene before rather one with a name."""
        if near:
            one = [cel for cel in cels if all(cel.spans != other.spans or other is cel for other in cels)]
        else:
            one = [cel for cel in cels if self.memory.guesses.is_named(cel)]
        return (one or cels)[-1]

    def _latest_animal(self, pronoun: Pronoun) -> CelPlan | None:
        """The animal of this scene whom "she" may mean; none where it is "it" there: "she looked up at it"."""
        is_it = any(one.name == "its" and one.category == "pronouns" for one in pronoun.sentence.mentions)
        if pronoun.name not in SINGLE or (pronoun.name != "its" and is_it):
            return None
        return self.memory.animals.latest(pronoun.other)

    def _is_rather(self, animal: CelPlan, figure: CelPlan) -> bool:
        """Whether an animal among the things is meant rather than a figure: it came later, or is told to do something."""
        order = [*self.memory.met]
        if figure.id in order:
            return order.index(figure.id) < order.index(animal.id)
        return animal.id in self.memory.animals.doing

    def _either(self, pronoun: Pronoun) -> CelPlan | None:
        """Somebody whose word tells neither man nor woman: the knight, the doctor."""
        for cel in reversed((*pronoun.around, *pronoun.draft.figures)):
            if cel.concept in EITHER_KINDS and cel.id in self.memory.met and cel.id not in pronoun.apart:
                return brought(pronoun.draft, cel)
        keys = (key for key in reversed(self.memory.either) if key not in pronoun.apart)
        unsettled = next((key for key in keys if key not in self.memory.turned_out), None)
        return self._settled(pronoun, unsettled) if unsettled is not None else None

    def _settled(self, pronoun: Pronoun, key: str) -> CelPlan | None:
        """Somebody as the man or woman that the pronoun says: the doctor who is called "she" is a woman."""
        cels = pronoun.draft.cels
        cel = cels.get(key) or next((one for one in pronoun.around if one.id == key), None)
        if cel is None or cel.who is not None:
            return None
        kind = (CHILD if cel.concept in CHILD.values() else ADULT)[pronoun.name]
        self.memory.turned_out[key] = kind
        if key in cels:
            cels[key] = replace(cel, concept=kind)
            return cels[key]
        return brought(pronoun.draft, replace(cel, concept=kind))

    # Of whom nothing was told

    def _unmentioned(self, pronoun: Pronoun) -> CelPlan | None:
        """Somebody of whom only what is theirs was told yet, or nothing: "Sam's toes hurt, and he cried"."""
        sentence, draft, mention, name = pronoun.sentence, pronoun.draft, pronoun.mention, pronoun.name
        alone = not (draft.cels if name == "its" else draft.figures)
        said = sentence.text[: mention.span[0]]
        owner = owner_meant(said, name, self.cast, self.lexicon) if alone else None
        if owner is not None:
            return draft.cels.setdefault(owner.id, owner)
        if is_spoken(sentence.text, mention.span[0]):
            return None
        animal = self._latest_animal(pronoun)
        free = name in CHILD and (pronoun.other or not draft.figures) and not self._people_of_cast(name)
        if animal is None and free:
            animal = self.memory.animals.of_before()
        if animal is not None or any(map(is_named_thing, draft.cels.values())):
            return brought(draft, animal) if animal else None  # "she" is the parrot Coco
        if pronoun.is_subject:
            return self._called_else(pronoun) or self._of_earlier(pronoun) or self._somebody(pronoun)
        before = sentence.words[mention.first - 1].text if mention.first else ""
        there = pronoun.other and draft.figures and not mention.absent and before not in _ABOUT
        return self._person_of_cast(pronoun) if there else None

    def _called_else(self, pronoun: Pronoun) -> CelPlan | None:
        """An animal that the scene has called "he" and that may be "she" as well, where nobody else can be meant."""
        there = (*pronoun.around, *pronoun.draft.figures)
        fits = [cel for cel in there if agrees(pronoun.name, cel.concept) and cel.id in self.memory.called]
        return brought(pronoun.draft, fits[-1]) if fits and not self._people_of_cast(pronoun.name) else None

    def _of_earlier(self, pronoun: Pronoun) -> CelPlan | None:
        """Somebody of a scene before the last, where nobody of the cast can be meant."""
        cel = None if self._people_of_cast(pronoun.name) else self.memory.guesses.of_earlier(pronoun.name)
        if cel is None or cel.id in pronoun.draft.cels:
            return None
        self.memory.turned_out[cel.id] = cel.concept
        return brought(pronoun.draft, cel)

    def _somebody(self, pronoun: Pronoun) -> CelPlan:
        """One of the cast who fits, people first; else a girl or a boy."""
        cels, unlike = pronoun.draft.cels, {"her": "his", "his": "her"}[pronoun.name]
        fits = [one for one in self.cast if agrees(pronoun.name, one.concept) and slug(one.name) not in cels]
        people = [one for one in fits if not agrees(unlike, one.concept)]
        for one in (*people, *fits):
            return cels.setdefault(slug(one.name), figure_of(one))
        kind = CHILD[pronoun.name]
        return cels.setdefault(kind, CelPlan(kind, "figure", kind))

    def _people_of_cast(self, pronoun: str) -> list[Character]:
        """The people of the cast whom "she" or "he" may mean."""
        return [one for one in self.cast if one.concept in (HER_KINDS if pronoun == "her" else HIS_KINDS)]

    def _person_of_cast(self, pronoun: Pronoun) -> CelPlan | None:
        """The only person of the cast that she or he may be."""
        people = self._people_of_cast(pronoun.name)
        if len(people) != 1:
            return None
        return pronoun.draft.cels.setdefault(slug(people[0].name), figure_of(people[0]))
