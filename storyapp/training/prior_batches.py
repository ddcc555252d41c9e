"""Training batches of the latent Transformer: cels of the encoded drawings with phrases, conditions and portraits."""

from __future__ import annotations

import random
from collections.abc import Mapping
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

# Further code tables: sections of wide and tall places, and of rooms that are shifted and enlarged.
WIDE, SHIFTED = "wide", "shifted"
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
# Pairs of conditions with an embedding of their own (`TransformerConfig.pairs`, `maps`): no pair is held out.
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
MAP_RATE = 4.0  # factor on the learning rate: a map, or a window's picture, gets gradients from its own place only


@dataclass(frozen=True)
class PriorTraining:
    """One run. `locked_figures` … `things` are the batch sizes of each process, by group of cels."""

    steps: int = 4500
    warm_up: int = 100
    learning_rate: float = 1e-3
    figure_families: int = 2500  # families (see codes.FAMILY) that each process draws and encodes from its own seed
    backdrop_families: int = 800
    wide_places: int = 600
    shifted_rooms: int = 800
    locked_figures: int = 11
    free_figures: int = 13
    backdrops: int = 7
    locked_backdrops: int = 1
    things: int = 2
    # Probabilities:
    hide_all: float = 0.6  # all codes of a cel are masked, as in the first decoding step
    drop_text: float = 0.1  # the phrase is dropped, for classifier-free guidance
    drop_portrait: float = 0.1  # the portraits are dropped
    leave_open: float = 0.1  # a condition is left open
    leave_identity: float = 0.6  # all identity details are left open beside a portrait, which shows them
    other_words: float = 0.12  # a word of the phrase is replaced by a synonym, as people may type one
    say_looks: float = 0.25  # the phrase names looks that the portrait shows anyway
    more_portraits: float = 0.25  # a batch of locked figures has further portraits
    wide: float = 0.25  # a backdrop without a portrait is a section of a wide place
    shifted: float = 0.25  # … or of a shifted room
    label_smoothing: float = 0.02
    seed: int = 1
    save_every: int = 200
    workers: int = 0


@dataclass
class CelBatch:
    """Training cels of one group; `portraits` is None for a group without, `details` are `detail_values`."""

    frame: str
    codes: Tensor  # (cels, rows, columns, depth)
    weights: Tensor  # (cels, rows, columns), of the loss
    phrases: list[str]
    details: Tensor  # (cels, conditions)
    portraits: Tensor | None  # (cels, count, rows, columns, depth); the first is the standing one
    has_portrait: Tensor | None = None  # (cels, count)
    windows: Tensor | None = None  # (cels, rows, columns), as in `Windows.look`


def figure_attributes(spec: Mapping[str, Any]) -> dict[str, str]:
    """Looks and actions of a figure, as the attributes of a plan."""
    names = ("top_colour", "bottom_colour", "accessory", "pose", "expression", "facing")
    attributes: dict[str, str] = {name: spec[name] for name in names if spec[name]}
    if "accessory" in attributes:
        attributes["accessory_colour"] = spec["accessory_colour"]
    return attributes


def figure_phrase(spec: Mapping[str, Any], with_looks: bool, rng: random.Random) -> str:
    """The program's own phrase of a figure, at times without a colour or the expression."""
    unsaid = [name for name in ("top_colour", "bottom_colour", "expression") if rng.random() < 0.06]
    attributes = {name: value for name, value in figure_attributes(spec).items() if name not in unsaid}
    return phrase_of_figure(spec["kind"], attributes, with_looks)


def backdrop_phrase(spec: dict[str, Any]) -> str:
    """The program's own phrase of a backdrop."""
    return phrase_of_backdrop(spec["setting"], spec["time"], spec["weather"])


def details_of(spec: dict[str, Any], frame: str) -> dict[str, int]:
    """The index of each detail of a drawing (see plan.DETAILS)."""
    return {name: _index(name, spec[name]) for name in DETAILS_OF[frame]}


def _index(name: str, value: float | int) -> int:
    return STEPS.index(value) if isinstance(value, float) else value % DETAILS[name]


@dataclass(frozen=True)
class _Drawn:
    """A drawing in a table, by family and member; member 0 is the portrait. `view` is whether its layout tells the view."""

    table: CodeTable
    family: int
    member: int
    view: bool

    @property
    def spec(self) -> dict[str, Any]:
        return self.table.specs[self.family][self.member]


class Sampler:
    """Draws random batches from the tables of encoded families."""

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
        """The batches of one step, one for each group."""
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
            [self._details(frame, one, locked, rng) for one in drawn],
            [self._attributes(phrase, frame, one.spec, rng) for phrase, one in zip(phrases, drawn, strict=True)],
            WORDS,
        )
        codes = torch.stack([one.table.codes[one.family, one.member] for one in drawn])
        weights = torch.stack([one.table.weights[one.family, one.member] for one in drawn])
        if not locked:
            return CelBatch(frame, codes, weights, phrases, details, None, windows=_windows(drawn))
        shown = [[0] for _ in drawn]
        if frame == "figure" and rng.random() < self.run.more_portraits:
            # Not the last member, which wears another outfit, and not the one to be painted.
            shown = [[0, *(other for other in range(1, FAMILY - 1) if other != one.member)] for one in drawn]
        most = max(len(each) for each in shown)
        portraits = torch.stack(
            [one.table.codes[one.family, [*each, *each][:most]] for one, each in zip(drawn, shown, strict=True)]
        )
        present = torch.tensor([[index < len(each) for index in range(most)] for each in shown])
        return CelBatch(frame, codes, weights, phrases, details, portraits, present)

    def _drawing(self, frame: str, locked: bool, rng: random.Random) -> _Drawn:
        name = self._table(rng) if frame == "backdrop" and not locked else frame
        table = self.tables[name]
        family, member = rng.randrange(len(table)), rng.randrange(1 if locked else 0, table.codes.shape[1])
        return _Drawn(table, family, member, name == frame)

    def _table(self, rng: random.Random) -> str:
        """The name of the table of a backdrop without a portrait."""
        chance = rng.random()
        if chance < self.run.wide:
            return WIDE
        return SHIFTED if chance < self.run.wide + self.run.shifted else "backdrop"

    def _details(self, frame: str, one: _Drawn, locked: bool, rng: random.Random) -> dict[str, int]:
        """The details that the painter is given."""
        shown = IDENTITY if locked and rng.random() < self.run.leave_identity else ()
        if not one.view:
            shown = (*shown, "layout")  # it describes whole places, not sections
        details = details_of(one.spec, frame).items()
        return {name: value for name, value in details if name not in shown and rng.random() >= self.run.leave_open}

    def _attributes(self, phrase: str, frame: str, spec: dict[str, Any], rng: random.Random) -> dict[str, str]:
        """The attributes that the phrase names, as conditions; without mistaken ones ("bear" in "bear cub")."""
        said = attributes_said(phrase, frame, WORDS).items()
        return {
            name: word
            for name, word in said
            if word == (spec[name] or NOTHING_WORN) and rng.random() >= self.run.leave_open
        }

    def _in_other_words(self, spec: dict[str, Any], rng: random.Random) -> dict[str, Any]:
        """The spec with some of its words replaced by synonyms."""
        others = {
            name: rng.choice(words)
            for name, synonyms in self.synonyms.items()
            if (words := synonyms.get(spec.get(name) or "", ())) and rng.random() < self.run.other_words
        }
        return {**spec, **others}

    def _phrase(self, frame: str, one: _Drawn, locked: bool, rng: random.Random) -> str:
        """The phrase of a cel; looks that its portrait shows are mostly left out."""
        spec = self._in_other_words(one.spec, rng)
        if frame == "figure":
            shown = locked and _same_outfit(one.spec, one.table.specs[one.family][0])
            return figure_phrase(spec, with_looks=not shown or rng.random() < self.run.say_looks, rng=rng)
        return backdrop_phrase(spec) if frame == "backdrop" else str(spec["concept"])


def _windows(drawn: list[_Drawn]) -> Tensor | None:
    """The windows (cels, rows, columns) of shifted rooms, zeros for other cels; None without any."""
    some = next((one.table.windows for one in drawn if one.table.windows is not None), None)
    if some is None:
        return None
    nowhere = torch.zeros_like(some[0])
    return torch.stack([nowhere if one.table.windows is None else one.table.windows[one.family] for one in drawn])


def _same_outfit(spec: dict[str, Any], portrait: dict[str, Any]) -> bool:
    return all(spec.get(name) == portrait.get(name) for name in OUTFIT)
