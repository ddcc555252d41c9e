"""Evaluation of the painter: what evaluators recognise in painted cels, against renders, reconstructions and baselines.

It has six parts: attributes of single cels, re-identification (`identities`), whole pictures from plans (`scenes`) and
from words (`stories`), code locks, and unseen synonyms (`synonym_scores`). The evaluators are never used to train,
choose or rank what they evaluate.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from storyapp.engine.illustrator import StoryIllustrator
from storyapp.engine.painter import Painter
from storyapp.engine.text import TextEncoder
from storyapp.engine.transformer import LONGEST_PHRASE
from storyapp.story.codes import CodeGrid, CodeLock
from storyapp.story.errors import InputError
from storyapp.story.request import CelRequest, Options, Progress

from .data import as_input
from .identities import evaluate_identities
from .judges import Evaluator, answers, correct
from .metrics import Tally
from .painted import decoded, details_told, encode, encode_portrait, frame_of, paint, phrase_of
from .scenes import evaluate_scenes
from .stories import evaluate_stories
from .synonym_scores import evaluate_synonyms
from .world import drawing
from .world.spec import FigureSpec

BATCH = 5  # cels
ORDER = ("figure", "backdrop", "figure", "thing", "figure")
LOCKED_CELLS = 10_000
RETRIEVED_FROM = 400  # training drawings per frame, for the retrieval baseline

PARTS = ("cels", "identity", "pictures", "locks", "synonyms", "words")

Evaluators = Mapping[str, Evaluator]


def checked_parts(names: Collection[str]) -> Collection[str]:
    """The `names` unchanged, if all of them are PARTS.

    Raises:
        InputError: if one is not.
    """
    for name in names:
        if name not in PARTS:
            raise InputError(f"There is no part “{name}”; choose from {', '.join(PARTS)}.")
    return names


@torch.no_grad()
def evaluate_prior(
    illustrator: StoryIllustrator,
    evaluators: Evaluators,
    count: int,
    chosen: Collection[str] = PARTS,
    seed: int = 777,
) -> Iterator[Progress[dict[str, Any]]]:
    """The results of the chosen parts, on `count` cels of held-out combinations and proportional numbers of the rest.

    A hundred cels mean one round of re-identification (20 identities of a kind), 30 whole pictures from plans, 10 from
    words, and 20 drawings with synonyms. A part gives the same results alone as with the others.
    """
    painter = illustrator.painter
    parts: dict[str, Iterator[Progress[dict[str, Any]]]] = {
        "cels": evaluate_cels(painter, evaluators, count, seed),
        "identity": evaluate_identities(painter, evaluators["figure"], max(1, count // 100), seed),
        "pictures": evaluate_scenes(illustrator, evaluators["figure"], max(2, count * 3 // 10), seed),
        "locks": evaluate_locks(painter, LOCKED_CELLS if count >= 100 else 100 * count, seed),
        "synonyms": evaluate_synonyms(painter, illustrator.vocabulary, evaluators, max(1, count // 5), seed),
        "words": evaluate_stories(illustrator, evaluators, max(1, count // 10), seed),
    }
    result: dict[str, Any] = {}
    for name in PARTS:
        for progress in parts[name] if name in chosen else ():
            if progress.result is not None:
                result[name] = progress.result
            else:
                yield Progress(progress.step, progress.of, f"evaluating {name}")
    yield Progress(1, 1, "done", result=result)


@torch.no_grad()
def evaluate_cels(
    painter: Painter, evaluators: Evaluators, count: int, seed: int, retrieved_from: int = RETRIEVED_FROM
) -> Iterator[Progress[dict[str, Any]]]:
    """The accuracy of each attribute, by source.

    Sources: the render; its reconstruction from top codes, the upper bound of any painter; painted from the phrase;
    figures painted with a locked portrait and a phrase of the action alone, or of the looks too; the render of the nearest
    training phrase ("phrase retrieval"); and painted unconditionally.
    """
    rng, tally = random.Random(seed), Tally()
    library = Library(painter.text, seed, retrieved_from)
    for begun in range(0, count, BATCH):
        yield Progress(begun, count, "cels")
        frames = [ORDER[index % len(ORDER)] for index in range(begun, min(count, begun + BATCH))]
        specs = [drawing.practised(drawing.sample(frame, rng, test=frame != "thing"), rng) for frame in frames]
        requests = [request for index, spec in enumerate(specs) for request in _requests(painter, spec, begun + index)]
        for request, grid in zip(requests, paint(painter, requests), strict=True):
            index, source = request.cel.split("/")
            picture = decoded(painter.tokenizer, grid)
            frame = request.frame
            right = answers(frame, specs[int(index) - begun])
            tally.add_all(correct(evaluators[frame], picture, right), frame, source)
        for frame, spec in zip(frames, specs, strict=True):
            real = as_input(drawing.draw(spec, drawing.CODED_SIZE))
            nearest = library.nearest(frame, phrase_of(spec, True))
            for source, picture in (
                ("render", real),
                ("reconstruction", decoded(painter.tokenizer, encode(painter.tokenizer, real, frame))),
                ("phrase retrieval", as_input(drawing.draw(nearest, drawing.CODED_SIZE))),
            ):
                tally.add_all(correct(evaluators[frame], picture, answers(frame, spec)), frame, source)
    result = {"count": count, "accuracy": tally.to_json(), "painted_of_reconstruction": _relative(tally, evaluators)}
    yield Progress(count, count, "cels", result=result)


def _requests(painter: Painter, spec: drawing.Spec, index: int) -> Iterator[CelRequest]:
    frame, phrase = frame_of(spec), phrase_of(spec, True)
    yield CelRequest(f"{index}/painted", frame, phrase, "cartoon", index, details=details_told(spec))
    unguided = Options(guidance=1.0)
    yield CelRequest(f"{index}/unconditional", frame, "", "cartoon", index, options=unguided)
    if isinstance(spec, FigureSpec):
        portrait = encode_portrait(painter.tokenizer, spec)
        action = phrase_of(spec, False)
        yield CelRequest(f"{index}/locked", frame, action, "cartoon", index, (portrait,), details_told(None))
        yield CelRequest(f"{index}/locked and told", frame, phrase, "cartoon", index, (portrait,), details_told(spec))


def _relative(tally: Tally, evaluators: Evaluators) -> dict[str, dict[str, float]]:
    """The accuracy on painted cels, relative to that on reconstructions."""
    found: dict[str, dict[str, float]] = {}
    for frame, evaluator in evaluators.items():
        for name in evaluator.labels:
            painted, most = tally.share(frame, "painted", name), tally.share(frame, "reconstruction", name)
            if painted is not None and most:
                found.setdefault(frame, {})[name] = round(painted / most, 3)
    return found


def evaluate_locks(painter: Painter, cells: int, seed: int) -> Iterator[Progress[dict[str, Any]]]:
    """Count the changed ones among at least `cells` locked cells, with random locks on random codes: there must be none."""
    rng, tried, changed = random.Random(seed), 0, 0
    prior = painter.prior.config
    while tried < cells:
        yield Progress(tried, cells, "locks")
        requests = []
        for index in range(8):
            codes = tuple(rng.randrange(prior.codes) for _ in range(16 * 16 * prior.depth))
            grid = CodeGrid("figure", 16, 16, prior.depth, codes)
            share = rng.random()
            lock = CodeLock(grid, frozenset(cell for cell in grid.cells() if rng.random() < share))
            requests.append(
                CelRequest(f"{index}", "figure", "fox, running", "cartoon", tried, lock=lock, options=Options(steps=4))
            )
        for request, grid in zip(requests, paint(painter, requests), strict=True):
            assert request.lock is not None
            tried += len(request.lock.cells)
            changed += len(request.lock.violations(grid))
    yield Progress(cells, cells, "locks", result={"locked_cells": tried, "changed": changed})


class Library:
    """The retrieval baseline: it looks up the training drawing whose phrase is nearest."""

    def __init__(self, text: TextEncoder, seed: int, count: int) -> None:
        self.text, self.seed, self.count = text, seed, count
        self.specs: dict[str, list[drawing.Spec]] = {}
        self.vectors: dict[str, Tensor] = {}

    def nearest(self, frame: str, phrase: str) -> drawing.Spec:
        """The training drawing whose phrase embedding has the highest cosine similarity."""
        if frame not in self.specs:
            rng = random.Random(f"{self.seed}-{frame}-library")
            self.specs[frame] = [drawing.sample(frame, rng) for _ in range(self.count)]
            self.vectors[frame] = self._vectors([phrase_of(spec, True) for spec in self.specs[frame]])
        alike = self.vectors[frame] @ self._vectors([phrase])[0]
        return self.specs[frame][int(alike.argmax())]

    def _vectors(self, phrases: Sequence[str]) -> Tensor:
        text = self.text.encode(phrases, LONGEST_PHRASE)
        mask = text.mask[..., None]
        return functional.normalize((text.states * mask).sum(1) / mask.sum(1), dim=-1)
