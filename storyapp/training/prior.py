"""Trains the latent Transformer: phrase (+ portrait) → top codes, by masked prediction."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from storyapp.engine.checkpoint import load_weights, read_config, save_weights, write_config
from storyapp.engine.text import TextEncoder
from storyapp.engine.transformer import FRAMES, LONGEST_PHRASE, LatentTransformer, TransformerConfig, detail_values
from storyapp.engine.vqvae import VQVAE, VQVAEConfig
from storyapp.story.phrases import NOTHING_WORN, attributes_said, phrase_of_backdrop, phrase_of_figure
from storyapp.story.plan import DETAILS, DETAILS_OF, IDENTITY, OUTFIT
from storyapp.story.request import Progress

from .codes import FAMILY, CodeTable, encode_families, encode_wide
from .parallel import Team
from .state import Log, load_state, save_state, scheduled
from .world import concepts
from .world.spec import STEPS
from .world.synonyms import CATEGORY_OF, all_tables, as_in_phrases
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


@dataclass(frozen=True)
class PriorTraining:
    """One run. The batch counts say how many cels of each group a process takes a step."""

    steps: int = 4500
    warm_up: int = 100
    learning_rate: float = 1e-3
    figure_families: int = 2500  # drawn and encoded by each process, from its own seed
    backdrop_families: int = 800
    wide_places: int = 600
    locked_figures: int = 10
    free_figures: int = 9
    backdrops: int = 8
    locked_backdrops: int = 2
    things: int = 3
    drop_text: float = 0.1
    drop_portrait: float = 0.1
    leave_open: float = 0.1  # how often a detail is not told; of who somebody is, beside a portrait, mostly
    leave_identity: float = 0.6
    other_words: float = 0.12  # how often a word of the phrase is a synonym, for those that people type
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
        specs = [self.tables[name].specs[family][member] for name, family, member in drawn]
        phrases = [
            self._phrase(
                frame,
                self._in_other_words(spec, rng),
                locked and _same_outfit(spec, self.tables[name].specs[family][0]),
                rng,
            )
            for (name, family, _), spec in zip(drawn, specs, strict=True)
        ]
        known = [details_of(spec, frame) for spec in specs]
        for (name, _, _), each in zip(drawn, known, strict=True):
            if name == WIDE:
                del each["layout"]  # a window lies elsewhere than the whole
        details = detail_values(
            [self._told(each, locked, rng) for each in known],
            [self._said(phrase, frame, spec, rng) for phrase, spec in zip(phrases, specs, strict=True)],
            WORDS,
        )
        codes = torch.stack([self.tables[name].codes[family, member] for name, family, member in drawn])
        weights = torch.stack([self.tables[name].weights[family, member] for name, family, member in drawn])
        if not locked:
            return CelBatch(frame, codes, weights, phrases, details, None)
        shown = [[0] for _ in drawn]
        if frame == "figure" and rng.random() < self.run.more_portraits:
            # The last of a family wears something else, and nobody is shown what is to be painted.
            shown = [[0, *(other for other in range(1, FAMILY - 1) if other != member)] for _, _, member in drawn]
        most = max(len(each) for each in shown)
        portraits = torch.stack(
            [
                self.tables[name].codes[family, [*each, *each][:most]]
                for (name, family, _), each in zip(drawn, shown, strict=True)
            ]
        )
        present = torch.tensor([[index < len(each) for index in range(most)] for each in shown])
        return CelBatch(frame, codes, weights, phrases, details, portraits, present)

    def _drawing(self, frame: str, locked: bool, rng: random.Random) -> tuple[str, int, int]:
        """Table, family and member of a drawing; the first of a family is the portrait."""
        name = WIDE if frame == "backdrop" and not locked and rng.random() < self.run.wide else frame
        table = self.tables[name]
        return name, rng.randrange(len(table)), rng.randrange(1 if locked else 0, table.codes.shape[1])

    def _told(self, details: dict[str, int], locked: bool, rng: random.Random) -> dict[str, int]:
        """The details that the painter is told."""
        shown = IDENTITY if locked and rng.random() < self.run.leave_identity else ()  # by the portrait
        return {
            name: value for name, value in details.items() if name not in shown and rng.random() >= self.run.leave_open
        }

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

    @staticmethod
    def _phrase(frame: str, spec: dict[str, Any], shown: bool, rng: random.Random) -> str:
        """The phrase of a cel; what its portrait has `shown` need not be said."""
        if frame == "figure":
            return figure_phrase(spec, with_looks=not shown or rng.random() < 0.25, rng=rng)
        return backdrop_phrase(spec) if frame == "backdrop" else str(spec["concept"])


def _same_outfit(spec: dict[str, Any], portrait: dict[str, Any]) -> bool:
    return all(spec.get(name) == portrait.get(name) for name in OUTFIT)


def random_mask(codes: Tensor, generator: torch.Generator) -> Tensor:
    """Which cells (batch, rows, columns) are hidden: a cosine share, in 2×2 units or, in a quarter, cell by cell."""
    batch, rows, columns = codes.shape[:3]
    share = torch.cos(torch.rand(batch, generator=generator) * math.pi / 2)[:, None, None]
    by_unit = torch.rand((batch, rows // 2, columns // 2), generator=generator) < share
    by_unit = by_unit.repeat_interleave(2, 1).repeat_interleave(2, 2)
    by_cell = torch.rand((batch, rows, columns), generator=generator) < share
    masked = torch.where(torch.rand((batch, 1, 1), generator=generator) < 0.25, by_cell, by_unit)
    masked[~masked.flatten(1).any(1)] = True
    return masked


def group_loss(
    model: LatentTransformer, encoder: TextEncoder, batch: CelBatch, run: PriorTraining, generator: torch.Generator
) -> Tensor:
    """Weighted cross entropy of both residual codes over the masked cells."""
    count = len(batch.codes)
    text = encoder.encode(batch.phrases, LONGEST_PHRASE)
    chance = torch.rand((count, 2), generator=generator)
    both = torch.rand(count, generator=generator) < 0.05
    text_mask = text.mask & ~((chance[:, 0] < run.drop_text) | both)[:, None]
    has_portrait = batch.has_portrait
    if has_portrait is not None:
        has_portrait = has_portrait & ~((chance[:, 1] < run.drop_portrait) | both)[:, None]
    frame = torch.full((count,), FRAMES.index(batch.frame))
    masked = random_mask(batch.codes, generator)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        details = torch.where(text_mask.any(1, keepdim=True), batch.details, 0)
        context = model.encode_context(text.states, text_mask, frame, batch.portraits, has_portrait, details)
        features = model.features(batch.codes, masked, context)[masked]
        target, weight = batch.codes[masked], batch.weights[masked]
        loss = features.new_zeros((), dtype=torch.float32)
        for level in range(model.config.depth):
            logits = model.logits(features, target[:, :level])
            each = functional.cross_entropy(
                logits, target[:, level], reduction="none", label_smoothing=run.label_smoothing
            )
            loss = loss + (each * weight).sum() / weight.sum()
    return loss / model.config.depth


def load_tokenizer(folder: Path) -> VQVAE:
    """The trained tokenizer in `folder`, ready to encode."""
    model = VQVAE(VQVAEConfig.from_json(read_config(folder / "tokenizer.json")))
    load_weights(folder / "tokenizer.safetensors", model)
    return model.eval().to(memory_format=torch.channels_last)  # type: ignore[call-overload,no-any-return]


def table_path(folder: Path, frame: str, process: int) -> Path:
    """Where a process keeps its encoded drawings of a frame."""
    return folder / f"codes-{frame}-{process}.safetensors"


def prepare_tables(run: PriorTraining, model: VQVAE, folder: Path, process: int) -> Iterator[Progress[Path]]:
    """Encode what this process has not encoded yet."""
    from .world.drawing import thing_names

    counts = {
        "figure": run.figure_families,
        "backdrop": run.backdrop_families,
        "thing": len(thing_names()),
    }
    seed = f"{run.seed}-{process}"
    for frame, count in counts.items():
        path = table_path(folder, frame, process)
        if not path.is_file():
            yield from encode_families(model, frame, count, seed, path, run.workers)
    if not table_path(folder, WIDE, process).is_file():
        yield from encode_wide(model, run.wide_places, seed, table_path(folder, WIDE, process))


def train_prior(run: PriorTraining, folder: Path, models: Path) -> Iterator[Progress[Path]]:
    """Train on codes of the tokenizer in `models`, or go on from `folder`; the weights end up in `models`."""
    tokenizer, team = load_tokenizer(models), Team()
    yield from prepare_tables(run, tokenizer, folder, team.index)
    team.wait()
    tables = {frame: CodeTable(table_path(folder, frame, team.index)) for frame in (*FRAMES, WIDE)}
    torch.manual_seed(run.seed)
    generator = torch.Generator().manual_seed(run.seed * 1000 + team.index)
    top = tokenizer.config.top
    model = LatentTransformer(TransformerConfig(codes=top.size, depth=top.depth, code_dim=top.dim, words=WORDS))
    model.codebooks.copy_(tokenizer.top_quantizer.codebooks)  # type: ignore[arg-type]
    optimizer = torch.optim.AdamW(model.parameters(), lr=run.learning_rate, betas=(0.9, 0.98), weight_decay=0.01)
    state = folder / "prior.safetensors"
    start = load_state(state, model, optimizer)
    team.same_start(model)
    encoder, sampler, log = TextEncoder(), Sampler(tables, run), Log(folder / "prior.jsonl")
    model.train()
    for step in range(start, run.steps):
        for group in optimizer.param_groups:
            group["lr"] = scheduled(run.learning_rate, step, run.steps, run.warm_up)
        optimizer.zero_grad(set_to_none=True)
        losses = {}
        for batch in sampler.batches(random.Random(f"{run.seed}-{team.index}-{step}")):
            loss = group_loss(model, encoder, batch, run, generator)
            # Each group counts by its share of cels, so that every cel weighs the same.
            (loss * len(batch.phrases) / _cels(run)).backward()
            losses[f"{batch.frame}{'+' if batch.portraits is not None else ''}"] = round(float(loss.detach()), 4)
        team.average_gradients(list(model.parameters()))
        norm = torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        if step % 10 == 0 and team.first:
            log.write(step=step, norm=float(norm), **losses)
        if ((step + 1) % run.save_every == 0 or step + 1 == run.steps) and team.first:
            save_state(state, model, optimizer, step + 1)
        yield Progress(step + 1, run.steps, f"prior, {losses}")
    if team.first:
        save_weights(models / "prior.safetensors", model)
        write_config(models / "prior.json", model.config.to_json())
    team.close()
    yield Progress(run.steps, run.steps, "prior trained", result=models)


def _cels(run: PriorTraining) -> int:
    return run.locked_figures + run.free_figures + run.backdrops + run.locked_backdrops + run.things
