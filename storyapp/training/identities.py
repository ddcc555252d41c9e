"""Re-identification: twenty unseen characters of one kind, each painted in a new pose from its portrait.

The phrase gives the action alone, so only the portrait's codes can carry the identity. The evaluator's logits for skin,
hair, clothes, accessory and build are compared with each of the twenty.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from statistics import fmean
from typing import Any

import torch
from torch import Tensor

from storyapp.engine.painter import Painter
from storyapp.story.codes import CodeGrid, agreement
from storyapp.story.request import CelRequest, Progress

from .data import as_input
from .judges import HIDDEN, WHO, Evaluator, answers, correct
from .metrics import Tally
from .painted import decoded, details_told, encode, encode_portrait, paint, phrase_of
from .world import concepts, drawing
from .world.spec import FigureSpec, sample_figure

IDENTITIES = 20
MORE = (("walking", "right"), ("waving", "front"))  # pose and facing of two more portraits


@torch.no_grad()
def evaluate_identities(
    painter: Painter, evaluator: Evaluator, rounds: int, seed: int, identities: int = IDENTITIES
) -> Iterator[Progress[dict[str, Any]]]:
    """Re-identification accuracy over `rounds` kinds, by source.

    The sources are "render" and "reconstruction" (the drawing before and after the tokenizer) and those of
    `_paint_round`. "swap follows" counts how often a swapped portrait's character is recognised, "wrong portrait" how
    often the original one still is. "pose" is the accuracy of the pose under a lock. The shares of copied cells compare
    painted cels, and real drawings in the same pose, with the portrait.
    """
    rng, tally, tokenizer = random.Random(f"{seed}-identities"), Tally(), painter.tokenizer
    copied: dict[str, list[float]] = {"painted": [], "true_drawing": []}
    for turn in range(rounds):
        yield Progress(turn, rounds, "identities")
        cast = sample_cast(rng, rng.choice(concepts.KINDS), identities)
        others = [(index + 1 + rng.randrange(identities - 1)) % identities for index in range(identities)]
        drawn = [as_input(drawing.draw(one, drawing.CODED_SIZE)) for one in cast]
        portraits = [encode_portrait(tokenizer, one) for one in cast]
        grids = {"reconstruction": [encode(tokenizer, picture, "figure") for picture in drawn]}
        grids |= _paint_round(painter, cast, portraits, others, turn)
        pictures = {source: [decoded(tokenizer, grid) for grid in each] for source, each in grids.items()}
        swapped = pictures.pop("swap")
        for source, each in {"render": drawn, **pictures}.items():
            for index, picture in enumerate(each):
                tally.add("recognised", source, right=recognised(evaluator, picture, cast) == index)
        for index, picture in enumerate(swapped):
            who = recognised(evaluator, picture, cast)
            tally.add("recognised", "swap follows", right=who == others[index])
            tally.add("recognised", "wrong portrait", right=who == index)
        for one, picture in zip(cast, pictures["lock"], strict=True):
            pose = answers("figure", one)["pose"]
            tally.add("pose", "lock", right=correct(evaluator, picture, {"pose": pose})["pose"])
        for name, source in (("painted", "lock"), ("true_drawing", "reconstruction")):
            copied[name] += map(agreement, grids[source], portraits)
    shares = {f"cells_copied_{name}": round(fmean(values), 3) for name, values in copied.items()}
    yield Progress(rounds, rounds, "identities", result={"rounds": rounds, **tally.to_json(), **shares})


def _paint_round(
    painter: Painter, cast: Sequence[FigureSpec], portraits: Sequence[CodeGrid], others: Sequence[int], turn: int
) -> dict[str, list[CodeGrid]]:
    """The painted codes of everybody by source.

    "lock": with the own portrait, and a phrase of the action alone; "lock and looks told": with details and a phrase of
    the looks too; "three portraits": with two more, from other sides; "swap": with the portrait of the character that
    `others` gives; "no lock": with no portrait.
    """
    more = [[encode_portrait(painter.tokenizer, one, *side) for side in MORE] for one in cast]
    own = [(portrait,) for portrait in portraits]
    three = [(portrait, *two) for portrait, two in zip(portraits, more, strict=True)]
    return {
        "lock and looks told": _painted(painter, cast, own, turn, looks_told=True),
        "three portraits": _painted(painter, cast, three, turn),
        "no lock": _painted(painter, cast, [()] * len(cast), turn),
        "lock": _painted(painter, cast, own, turn),
        "swap": _painted(painter, cast, [(portraits[other],) for other in others], turn),
    }


def sample_cast(rng: random.Random, kind: str, count: int) -> list[FigureSpec]:
    """`count` different identities of a kind, of held-out combinations, none of them standing."""
    cast: dict[tuple[object, ...], FigureSpec] = {}
    while len(cast) < count:
        one = sample_figure(rng, kind=kind)
        if one.pose != "standing" and drawing.held_out(one):
            cast.setdefault(one.identity(), one)
    return list(cast.values())


def recognised(evaluator: Evaluator, picture: Tensor, cast: Sequence[FigureSpec]) -> int:
    """The index in `cast` of the character whose looks are the most probable in `picture` (1, 4, size, size)."""
    logits = {name: values[0].log_softmax(-1) for name, values in evaluator(picture).items() if name in WHO}
    fits = []
    for one in cast:
        right = answers("figure", one)
        fits.append(fmean(float(logits[name][right[name]]) for name in WHO if right[name] != HIDDEN))
    return max(range(len(cast)), key=fits.__getitem__)


def _painted(
    painter: Painter, cast: Sequence[FigureSpec], portraits: Sequence[tuple[CodeGrid, ...]], turn: int,
    looks_told: bool = False,
) -> list[CodeGrid]:  # fmt: skip
    requests = []
    for index, (one, locked) in enumerate(zip(cast, portraits, strict=True)):
        phrase, details = phrase_of(one, looks_told), details_told(one if looks_told else None)
        requests.append(CelRequest(f"{turn}-{index}", "figure", phrase, "cartoon", index, locked, details))
    return paint(painter, requests)
