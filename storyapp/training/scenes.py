"""Evaluation of whole pictures from given plans: is everybody there, with the right looks and actions?"""

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
from storyapp.story.request import Painted, PaintRequest, Picture, Progress, result_of

from .data import as_input
from .judges import Evaluator, answers, correct
from .metrics import Tally
from .painted import decoded, encode
from .prior_batches import figure_attributes
from .world import concepts, drawing
from .world.spec import FigureSpec

ANY_AGE = "kind, age aside"
MUST_BE = ("kind", "top_colour", "bottom_colour", "pose")  # of everybody, for a picture to be right
# Kinds that differ in size alone, which staging decides: in a cel everybody fills the frame.
ALIKE = {"woman": "girl", "man": "boy"}
VISIBLE = 0.5  # least share of a figure's area that must be inside the picture and unobstructed
CANVAS = 256  # pixels


@torch.no_grad()
def evaluate_scenes(
    illustrator: StoryIllustrator, evaluator: Evaluator, count: int, seed: int
) -> Iterator[Progress[dict[str, Any]]]:
    """Of `count` pictures, half with two characters and half with three, the share in which everybody is right.

    A character is right if the evaluator names its kind, colours and pose as the plan has them, and at least half of it
    is visible; each of these is also counted alone, as "kind, painted". "reconstruction" are drawings of the same
    characters after the tokenizer, the upper bound of any painter; "render" are the drawings themselves, which shows the
    errors of the evaluator.
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
            _count(tally, f"{people} characters", source, each)
    yield Progress(count, count, "pictures", result={"pictures": count, **tally.to_json()})


def _count(tally: Tally, group: str, source: str, characters: Sequence[Mapping[str, bool]]) -> None:
    """Count the answers about the characters of one picture, which are given for MUST_BE and ANY_AGE."""
    others = [name for name in MUST_BE if name != "kind"]
    right = [all(one[name] for name in MUST_BE) for one in characters]
    right_at_any_age = [all(one[name] for name in (ANY_AGE, *others)) for one in characters]
    tally.add(group, f"all right, {source}", right=all(right))
    tally.add(group, f"all right, age aside, {source}", right=all(right_at_any_age))
    for good in right:
        tally.add(group, f"one right, {source}", right=good)
    for one in characters:
        tally.add_all({f"{attribute}, {source}": good for attribute, good in one.items()}, group)


def sample_people(rng: random.Random, count: int) -> dict[str, FigureSpec]:
    """`count` characters of different kinds by cel id, of held-out combinations, facing the reader."""
    people: dict[str, FigureSpec] = {}
    while len(people) < count:
        spec = drawing.sample("figure", rng, test=True)
        assert isinstance(spec, FigureSpec)
        if spec.facing == "front" and spec.kind not in {one.kind for one in people.values()}:
            people[f"figure-{len(people)}"] = spec
    return people


def plan_of(cast: Mapping[str, FigureSpec], rng: random.Random) -> ScenePlan:
    """A plan with these characters at a random place."""
    cels = tuple(
        CelPlan(name, "figure", spec.kind, attributes=figure_attributes(vars(spec))) for name, spec in cast.items()
    )
    return ScenePlan(rng.choice(concepts.SETTINGS), rng.choice(concepts.TIMES), rng.choice(concepts.WEATHERS), cels)


def what_is_right(evaluator: Evaluator, picture: Tensor, spec: FigureSpec) -> dict[str, bool]:
    """Whether the evaluator names each attribute of MUST_BE correctly, and ANY_AGE: the kind, adult or child."""
    right = answers("figure", spec)
    seen = concepts.KINDS[int(evaluator(picture)["kind"].argmax())]
    found = correct(evaluator, picture, {name: right[name] for name in MUST_BE})
    return {**found, ANY_AGE: ALIKE.get(seen, seen) == ALIKE.get(spec.kind, spec.kind)}


def visible_codes(painted: Painted, shares: Mapping[str, float], cel: str) -> CodeGrid | None:
    """The codes of a cel that is visible enough, else None."""
    shown = painted.illustration.shown(cel)
    return shown.codes if shown is not None and shares.get(cel, 0) >= VISIBLE else None


def visible_shares(placements: Sequence[Placement], cels: Mapping[str, Picture]) -> dict[str, float]:
    """By cel, the share (0 … 1) of its opaque area that is inside the picture and unobstructed."""
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
    """The painted picture of a plan."""
    return result_of(illustrator.illustrate(PaintRequest("From a plan.", "cartoon", seed, plan)))
