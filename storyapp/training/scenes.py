"""Whole pictures from given plans: is everybody there, with their own looks, doing what the plan says?"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from storyapp.engine.illustrator import StoryIllustrator
from storyapp.stage.pixels import to_image
from storyapp.story.codes import CodeGrid
from storyapp.story.plan import CelPlan, Placement, ScenePlan
from storyapp.story.request import Painted, PaintRequest, Picture, Progress

from .data import as_input
from .judges import Evaluator, answers
from .metrics import Tally
from .painted import attributes_of, decoded, encode, named
from .world import concepts, drawing
from .world.spec import FigureSpec

ANY_AGE = "kind, age aside"
MUST_BE = ("kind", "top_colour", "bottom_colour", "pose")  # of everybody, for a picture to be right
# Drawn alike but for their size, which is the stage's: in a cel everybody fills the frame.
ALIKE = {"woman": "girl", "man": "boy"}
VISIBLE = 0.5  # of a figure that nobody stands in front of
CANVAS = 256  # pixels


@torch.no_grad()
def evaluate_scenes(
    illustrator: StoryIllustrator, evaluator: Evaluator, count: int, seed: int
) -> Iterator[Progress[dict[str, Any]]]:
    """Of `count` pictures, half with two characters and half with three, how many have everybody right.

    Right is who is of the kind, in the colours and in the pose of the plan, and at least half to be seen; each of
    these is told for one character too, "kind, painted" and so on.
    "reconstruction" judges the drawings of the same characters after the tokenizer, the most that can be reached, and
    "render" the drawings as they are: what the judge himself makes wrong.
    """
    rng, tally, tokenizer = random.Random(f"{seed}-scenes"), Tally(), illustrator.painter.tokenizer
    for index in range(count):
        yield Progress(index, count, "pictures")
        people = 2 + index % 2
        cast = sample_people(rng, people)
        painted = illustrated(illustrator, plan_of(cast, rng), seed + index)
        shares = visible_shares(painted.illustration.placements, painted.cels)
        right: dict[str, list[dict[str, bool]]] = {"painted": [], "reconstruction": [], "render": []}
        for name, spec in cast.items():
            codes = visible_codes(painted, shares, name)
            tally.add(f"{people} characters", "visible", right=codes is not None)
            drawn = as_input(drawing.draw(spec, drawing.CODED_SIZE))
            pictures = {
                "painted": decoded(tokenizer, codes) if codes else None,
                "reconstruction": decoded(tokenizer, encode(tokenizer, drawn, "figure")),
                "render": drawn,
            }
            for source, picture in pictures.items():
                seen = what_is_right(evaluator, picture, spec) if picture is not None else {}
                right[source].append({attribute: seen.get(attribute, False) for attribute in (*MUST_BE, ANY_AGE)})
        for source, each in right.items():
            told = [{name: one[name] for name in MUST_BE} for one in each]
            aside = [{**one, "kind": each[index][ANY_AGE]} for index, one in enumerate(told)]
            for name, people_right in (("all right", told), ("all right, age aside", aside)):
                tally.add(
                    f"{people} characters", f"{name}, {source}", right=all(all(one.values()) for one in people_right)
                )
            for one in told:
                tally.add(f"{people} characters", f"one right, {source}", right=all(one.values()))
            for one in each:
                for attribute, good in one.items():
                    tally.add(f"{people} characters", f"{attribute}, {source}", right=good)
    yield Progress(count, count, "pictures", result={"pictures": count, **tally.to_json()})


def sample_people(rng: random.Random, count: int) -> dict[str, FigureSpec]:
    """Characters of different kinds by cel id, out of combinations kept from training, facing the reader."""
    people: dict[str, FigureSpec] = {}
    while len(people) < count:
        spec = drawing.sample("figure", rng, test=True)
        assert isinstance(spec, FigureSpec)
        if spec.facing == "front" and spec.kind not in {one.kind for one in people.values()}:
            people[f"figure-{len(people)}"] = spec
    return people


def plan_of(cast: Mapping[str, FigureSpec], rng: random.Random) -> ScenePlan:
    """A plan with these characters somewhere in the world."""
    cels = tuple(CelPlan(name, "figure", spec.kind, attributes=attributes_of(spec)) for name, spec in cast.items())
    return ScenePlan(rng.choice(concepts.SETTINGS), rng.choice(concepts.TIMES), rng.choice(concepts.WEATHERS), cels)


def what_is_right(evaluator: Evaluator, picture: Tensor, spec: FigureSpec) -> dict[str, bool]:
    """Of MUST_BE, what the evaluator names rightly, and whether it does so of the kind with grown up or not left aside."""
    right = answers("figure", spec)
    seen = concepts.KINDS[int(evaluator(picture)["kind"].argmax())]
    found = named(evaluator, picture, {name: right[name] for name in MUST_BE})
    return {**found, ANY_AGE: ALIKE.get(seen, seen) == ALIKE.get(spec.kind, spec.kind)}


def visible_codes(painted: Painted, shares: Mapping[str, float], cel: str) -> CodeGrid | None:
    """The codes of a cel of which enough is to be seen; None of one that is hidden, or not there at all."""
    shown = painted.illustration.shown(cel)
    return shown.codes if shown is not None and shares.get(cel, 0) >= VISIBLE else None


def visible_shares(placements: Sequence[Placement], cels: Mapping[str, Picture]) -> dict[str, float]:
    """Of each cel, the share of its own area in the picture that lies within it and behind nothing."""
    seen: dict[str, float] = {}
    taken: NDArray[np.bool_] = np.zeros((CANVAS, CANVAS), bool)
    for placement in sorted(placements, key=lambda one: -one.depth):
        if placement.cel not in cels or placement.hidden:
            continue
        box, canvas = placement.box, Image.new("L", (CANVAS, CANVAS))
        size = (max(1, round(box.width * CANVAS)), max(1, round(box.height * CANVAS)))
        alpha = to_image(cels[placement.cel]).convert("RGBA").getchannel("A").resize(size)
        canvas.paste(alpha, (round(box.x * CANVAS), round(box.y * CANVAS)))
        own = np.asarray(canvas) > 127
        seen[placement.cel] = float((own & ~taken).sum() / max(1, (np.asarray(alpha) > 127).sum()))
        taken |= own
    return seen


def illustrated(illustrator: StoryIllustrator, plan: ScenePlan, seed: int) -> Painted:
    """The picture of a plan."""
    for progress in illustrator.illustrate(PaintRequest("From a plan.", "cartoon", seed, plan)):
        if progress.result is not None:
            return progress.result
    raise AssertionError("a generator of Progress ends with a result")
