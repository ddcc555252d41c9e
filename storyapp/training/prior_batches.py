"""What the latent Transformer practises: cels of the encoded drawings with their phrases, details and portraits."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from storyapp.engine.transformer import detail_values
from storyapp.story.phrases import NOTHING_WORN, attributes_said, phrase_of_backdrop, phrase_of_figure
from storyapp.story.plan import DETAILS, DETAILS_OF, IDENTITY, OUTFIT

from .codes import FAMILY, CodeTable
from .language.synonyms import CATEGORY_OF, all_tables, as_in_phrases
from .world import concepts
from .world.spec import STEPS
from .world.things import load_things

WIDE = "wide"  # the table of windows into wide places
WORDS: dict[str, tuple[str, ...]] = {
    "expression": concepts.EXPRESSIONS,
    "kind": concepts.KINDS,
    "top_colour": concepts.COLOURS,
    "bottom_colour": concepts.COLOURS,
    "accessory": (NOTHING_WORN, *concepts.ACCESSORIES),
    "accessory_colour": concepts.COLOURS,
    "pose": concepts.POSES,
    "setting": concepts.SETTINGS,
    "time": concepts.TIMES,
    "weather": concepts.WEATHERS,
}
# Told together besides (`TransformerConfig.pairs`, `maps`): no pair is held out, every one is learned.
PAIRS = (
    ("kind", "pose"),
    ("kind", "expression"),
    ("kind", "accessory"),
    ("pose", "accessory"),
    ("setting", "time"),
    ("setting", "weather"),
    ("time", "weather"),
)
MAPS = (("setting", "layout"),)
CELL_BLOCKS, CODE_HIDDEN = 3, 384  # of a new prior (`TransformerConfig`)
MAP_RATE = 4.0  # times the learning rate: a map is seen with its own place alone


@dataclass(frozen=True)
class PriorTraining:
    """One run. The batch counts say how many cels of each group a process takes a step."""

    steps: int = 4500
    warm_up: int = 100
    learning_rate: float = 1e-3
    figure_families: int = 2500  # drawn and encoded by each process, from its own seed
    backdrop_families: int = 800
    wide_places: int = 600
    locked_figures: int = 11
    free_figures: int = 13
    backdrops: int = 7
    locked_backdrops: int = 1
    things: int = 2
    hide_all: float = 0.6  # how often no code of a cel is known, as in the first step of painting
    drop_text: float = 0.1
    drop_portrait: float = 0.1
    leave_open: float = 0.1  # how often a detail is not told; of who somebody is, beside a portrait, mostly
    leave_identity: float = 0.6
    other_words: float = 0.12  # how often a word of the phrase is a synonym, for those that people type
    say_looks: float = 0.25  # how often what a portrait shows is said all the same
    more_portraits: float = 0.25  # how often those locked are shown in other drawings too
    wide: float = 0.25  # of the backdrops without a locked place
    label_smoothing: float = 0.02
    seed: int = 1
    save_every: int = 200
    workers: int = 0


@dataclass
class CelBatch:
    """Training cels of one group; `portraits` None where the group has none, `details` 0 where left open."""

    frame: str
    codes: Tensor
    weights: Tensor
    phrases: list[str]
    details: Tensor
    portraits: Tensor | None  # (cels, count, rows, columns, depth); the first is the portrait that stands
    has_portrait: Tensor | None = None  # (cels, count)


def figure_phrase(spec: dict[str, Any], with_looks: bool, rng: random.Random) -> str:
    """The program's own phrase of a figure, some of its parts left unsaid now and then."""
    unsaid = [name for name in ("top_colour", "bottom_colour", "expression") if rng.random() < 0.06]
    attributes = {
        name: spec[name]
        for name in ("top_colour", "bottom_colour", "accessory", "pose", "expression", "facing")
        if spec[name] and name not in unsaid
    }
    if "accessory" in attributes:
        attributes["accessory_colour"] = spec["accessory_colour"]
    return phrase_of_figure(spec["kind"], attributes, with_looks)


def backdrop_phrase(spec: dict[str, Any]) -> str:
    """The program's own phrase of a backdrop."""
    return phrase_of_backdrop(spec["setting"], spec["time"], spec["weather"])


def details_of(spec: dict[str, Any], frame: str) -> dict[str, int]:
    """The details of a drawing."""
    return {name: _index(name, spec[name]) for name in DETAILS_OF[frame]}


def _index(name: str, value: float | int) -> int:
    return STEPS.index(value) if isinstance(value, float) else value % DETAILS[name]


@dataclass(frozen=True)
class _Drawn:
    """A drawing of a table: the member of a family; the first is the portrait."""

    table: CodeTable
    family: int
    member: int
    wide: bool

    @property
    def spec(self) -> dict[str, Any]:
        return self.table.specs[self.family][self.member]


class Sampler:
    """Draws batches out of the tables of encoded families."""

    def __init__(self, tables: dict[str, CodeTable], run: PriorTraining) -> None:
        self.tables = tables
        self.run = run
        known = {
            category: {name: one.training for name, one in table.items()} for category, table in all_tables().items()
        }
        known["things"] = {name: one.synonyms for name, one in load_things().items()}
        self.synonyms = {
            name: {own: as_in_phrases(category, words) for own, words in known[category].items()}
            for name, category in CATEGORY_OF.items()
        }

    def batches(self, rng: random.Random) -> list[CelBatch]:
        """One step's batches, a group each."""
        return [
            self._group("figure", self.run.locked_figures, True, rng),
            self._group("figure", self.run.free_figures, False, rng),
            self._group("backdrop", self.run.backdrops, False, rng),
            self._group("backdrop", self.run.locked_backdrops, True, rng),
            self._group("thing", self.run.things, False, rng),
        ]

    def _group(self, frame: str, count: int, locked: bool, rng: random.Random) -> CelBatch:
        drawn = [self._drawing(frame, locked, rng) for _ in range(count)]
        phrases = [self._phrase(frame, one, locked, rng) for one in drawn]
        details = detail_values(
            [self._told(frame, one, locked, rng) for one in drawn],
            [self._said(phrase, frame, one.spec, rng) for phrase, one in zip(phrases, drawn, strict=True)],
            WORDS,
        )
        codes = torch.stack([one.table.codes[one.family, one.member] for one in drawn])
        weights = torch.stack([one.table.weights[one.family, one.member] for one in drawn])
        if not locked:
            return CelBatch(frame, codes, weights, phrases, details, None)
        shown = [[0] for _ in drawn]
        if frame == "figure" and rng.random() < self.run.more_portraits:
            # The last of a family wears something else, and nobody is shown what is to be painted.
            shown = [[0, *(other for other in range(1, FAMILY - 1) if other != one.member)] for one in drawn]
        most = max(len(each) for each in shown)
        portraits = torch.stack(
            [one.table.codes[one.family, [*each, *each][:most]] for one, each in zip(drawn, shown, strict=True)]
        )
        present = torch.tensor([[index < len(each) for index in range(most)] for each in shown])
        return CelBatch(frame, codes, weights, phrases, details, portraits, present)

    def _drawing(self, frame: str, locked: bool, rng: random.Random) -> _Drawn:
        wide = frame == "backdrop" and not locked and rng.random() < self.run.wide
        table = self.tables[WIDE if wide else frame]
        family, member = rng.randrange(len(table)), rng.randrange(1 if locked else 0, table.codes.shape[1])
        return _Drawn(table, family, member, wide)

    def _told(self, frame: str, one: _Drawn, locked: bool, rng: random.Random) -> dict[str, int]:
        """The details that the painter is told."""
        shown = IDENTITY if locked and rng.random() < self.run.leave_identity else ()  # by the portrait
        if one.wide:
            shown = (*shown, "layout")  # a window lies elsewhere than the whole
        details = details_of(one.spec, frame).items()
        return {name: value for name, value in details if name not in shown and rng.random() >= self.run.leave_open}

    def _said(self, phrase: str, frame: str, spec: dict[str, Any], rng: random.Random) -> dict[str, str]:
        """What the phrase says, as the painter is told it besides; never what a synonym says by mistake ("bear cub")."""
        said = attributes_said(phrase, frame, WORDS).items()
        return {
            name: word
            for name, word in said
            if word == (spec[name] or NOTHING_WORN) and rng.random() >= self.run.leave_open
        }

    def _in_other_words(self, spec: dict[str, Any], rng: random.Random) -> dict[str, Any]:
        """A spec some of whose words are synonyms."""
        others = {
            name: rng.choice(words)
            for name, synonyms in self.synonyms.items()
            if (words := synonyms.get(spec.get(name) or "", ())) and rng.random() < self.run.other_words
        }
        return {**spec, **others}

    def _phrase(self, frame: str, one: _Drawn, locked: bool, rng: random.Random) -> str:
        """The phrase of a cel; what its portrait shows need not be said."""
        spec = self._in_other_words(one.spec, rng)
        if frame == "figure":
            shown = locked and _same_outfit(one.spec, one.table.specs[one.family][0])
            return figure_phrase(spec, with_looks=not shown or rng.random() < self.run.say_looks, rng=rng)
        return backdrop_phrase(spec) if frame == "backdrop" else str(spec["concept"])


def _same_outfit(spec: dict[str, Any], portrait: dict[str, Any]) -> bool:
    return all(spec.get(name) == portrait.get(name) for name in OUTFIT)
