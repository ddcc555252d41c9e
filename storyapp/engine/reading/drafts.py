"""What one sentence shows while it is read, and what both readers go by."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from storyapp.story.model import Character
from storyapp.story.plan import ACTIONS, IDENTITY, OUTFIT, SIZE, CelPlan, NotDrawn, Span

from .reader_net import Opinion
from .words.concept_mentions import ConceptMention
from .words.english import HER_KINDS, HIS_KINDS
from .words.splitting import Word

# The child, or the grown-up, whom a pronoun may mean.
CHILD = {"her": "girl", "his": "boy"}
ADULT = {"her": "woman", "his": "man"}
MOST_FIGURES = 5
QUOTED = 40  # letters of what a report quotes
SAID, MAYBE_SAID, HINTED = 0.6, 0.45, 0.2  # what a word of the lexicon adds to the net's chance
ENOUGH = 0.5
NEW, GUESSED = 0.85, 0.8  # what words count that are not the vocabulary's own, against those that are
# What a thing that tells of a place adds, one that moves about, and each further one.
TOLD, LOOSELY, MORE_TOLD = 0.5, 0.35, 0.15


# (cel, "pose" or "expression") → value → how much speaks for it
Weights = dict[tuple[str, str], dict[str, float]]


@dataclass
class Draft:
    """What one sentence shows, while it is read."""

    span: Span
    cels: dict[str, CelPlan] = field(default_factory=dict)
    not_drawn: list[NotDrawn] = field(default_factory=list)
    together: dict[str, str | None] = field(default_factory=dict)  # who does what the one before them does
    said: dict[str, tuple[str, Span]] = field(default_factory=dict)  # setting, time, weather
    over: set[tuple[str, str]] = field(default_factory=set)  # (setting, time or weather; value) that is not any more
    elsewhere: bool = False  # whether it is in a place of which there is no setting
    outdoors: bool = False  # whether it is between two places, or behind a house
    # Where it is if not in a room ("" in front of the house): as words tell, and as each thing does that stands in none.
    outside: str | None = None
    open_air: dict[str, str] = field(default_factory=dict)
    indoors: bool = False  # whether somebody goes into a house
    floor: str | None = None  # the room of a house that one is in who goes up or down its stairs, or to bed
    guessed: bool = False  # whether the place is one that no word says and that is not sure
    bright: bool = False  # whether the sun, the moon or another day ends a weather
    hints: dict[str, float] = field(default_factory=dict)  # place → how much speaks for it, where none is said
    heard: Weights = field(default_factory=dict)  # what the net thinks of poses and feelings
    told: Weights = field(default_factory=dict)  # what words tell of them
    denied: set[tuple[str, str]] = field(default_factory=set)  # (cel, pose or expression) that is said not to be
    costumes: dict[str, str] = field(default_factory=dict)  # who is dressed up → the kind, "" where it is taken off
    known: Mapping[str, str] = field(default_factory=dict)  # cel → "her" or "his" by what the story says up to here
    actions: int = 0
    renamed: set[str] = field(default_factory=set)  # ids of those who have got a name here, and another id by it

    @property
    def figures(self) -> list[CelPlan]:
        """The figures, in the order they came up."""
        return [cel for cel in self.cels.values() if cel.kind == "figure"]

    @property
    def is_in_open_air(self) -> bool:
        """Whether words or things tell that it is in no room."""
        return self.outside is not None or bool(self.open_air)

    @property
    def drawable(self) -> float:
        """How much there is to draw."""
        return 2.0 * len(self.figures) + 1.25 * len(self.cels) + 1.5 * self.actions

    def all_with(self, last: CelPlan) -> list[CelPlan]:
        """Somebody, and those who do the same by one word, or by a word before: "three pirates", "Tom and Mia"."""
        found = {last.id: last} | {cel.id: cel for cel in self.figures if cel.spans and cel.spans == last.spans}
        who = self.together.get(last.id)
        while who is not None and who in self.cels and who not in found:
            found[who] = self.cels[who]
            who = self.together.get(who)
        return list(found.values())

    def hear(self, key: str, name: str, values: Mapping[str, float]) -> None:
        """Add to what the net thinks of a figure's pose or feeling; the surest of several mentions counts."""
        known = self.heard.setdefault((key, name), {})
        for value, weight in values.items():
            known[value] = max(known.get(value, 0.0), weight)

    def told_of(self, key: str, name: str) -> dict[str, float]:
        """What words tell of a figure's pose or feeling, each with its weight; more may be put in."""
        return self.told.setdefault((key, name), {})


@dataclass(frozen=True)
class Sentence:
    """All that a draft is made of: the words, the mentions, and what the net thinks of them."""

    text: str  # of the whole scene
    span: Span
    words: Sequence[Word]
    mentions: Sequence[ConceptMention]
    surroundings: Mapping[str, Mapping[str, float]]
    opinions: Mapping[Span, Opinion]
    talked: Sequence[Span] = ()  # what the words only tell of: "a book about sharks"

    def is_talk(self, place: Span) -> bool:
        """Whether a word is among those that only tell of something."""
        return any(start <= place[0] < end for start, end in self.talked)


def brought(draft: Draft, cel: CelPlan) -> CelPlan:
    """A figure from before comes into the draft: it keeps its looks, not what it did."""
    looks = {k: v for k, v in cel.attributes.items() if k not in ACTIONS}
    return draft.cels.setdefault(cel.id, replace(cel, attributes=looks, spans=(), relation=None))


def is_named_thing(cel: CelPlan) -> bool:
    """Whether a cel is a thing with a name of its own: "his parrot Coco"."""
    return cel.kind == "thing" and not cel.id.startswith(cel.concept)


def looks_of(cel: CelPlan) -> dict[str, str]:
    """What is told of the clothes, the body and the size of a figure."""
    return {name: value for name, value in cel.attributes.items() if name in (*OUTFIT, *IDENTITY, SIZE)}


def figure_of(character: Character) -> CelPlan:
    """One of the cast, as nothing but who it is."""
    return CelPlan(slug(character.name), "figure", character.concept, character.id)


def instead_of(feeling: str) -> str:
    """What somebody looks like of whom it is said that they do not feel so."""
    return "sad" if feeling == "happy" else "calm"


def agrees(pronoun: str, concept: str) -> bool:
    """Whether she (her), he (his), it (its) or they (their) may stand for that kind."""
    if pronoun == "their":
        return True
    if pronoun == "its":
        return concept not in HER_KINDS | HIS_KINDS
    return concept not in (HIS_KINDS if pronoun == "her" else HER_KINDS)


def shortened(words: str) -> str:
    """Words of a scene, or the beginning of many, to be quoted."""
    return words if len(words) <= QUOTED else f"{words[: QUOTED - 1].rstrip()}…"


def slug(name: str) -> str:
    """The id of a cel that is named so."""
    return re.sub(r"\W+", "-", name.lower()).strip("-") or "somebody"
