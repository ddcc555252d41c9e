"""Who is it? Twenty characters of one kind that no network has seen, each painted in a new pose from its portrait.

The words give the action alone, so whoever is recognised was carried by the portrait's codes. The judge compares
what the evaluator sees of skin, hair, clothes, accessory and build with each of the twenty.
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
from .judges import HIDDEN, WHO, Evaluator, answers
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
    """Re-identification over `rounds` kinds, by source.

    "lock": each with its own portrait, and words of the action alone; "three portraits": and with two more, from other
    sides; "lock and looks told": as the program asks for one whose looks it knows. "swap follows": with the portrait of
    another, who must be recognised; "wrong portrait": whether, all the same, the first one is. "no lock": words of the
    action alone. "pose" says how often the pose is that of the words, and the shares of copied cells how much of the
    portrait is pasted: of painted cels, and of true drawings in the same pose.
    """
    rng, tally = random.Random(f"{seed}-identities"), Tally()
    copied: dict[str, list[float]] = {"painted": [], "true_drawing": []}
    for turn in range(rounds):
        yield Progress(turn, rounds, "identities")
        cast = sample_cast(rng, rng.choice(concepts.KINDS), identities)
        portraits = [encode_portrait(painter.tokenizer, one) for one in cast]
        more = [[encode_portrait(painter.tokenizer, one, *side) for side in MORE] for one in cast]
        others = [(index + 1 + rng.randrange(identities - 1)) % identities for index in range(identities)]
        real = [as_input(drawing.draw(one, drawing.CODED_SIZE)) for one in cast]
        drawn = [encode(painter.tokenizer, picture, "figure") for picture in real]
        own = _painted(painter, cast, [(one,) for one in portraits], turn)
        told = _painted(painter, cast, [(one,) for one in portraits], turn, looks_told=True)
        several = _painted(painter, cast, [(one, *two) for one, two in zip(portraits, more, strict=True)], turn)
        swapped = _painted(painter, cast, [(portraits[other],) for other in others], turn)
        free = _painted(painter, cast, [()] * identities, turn)
        for index, one in enumerate(cast):
            seen = {
                "render": recognised(evaluator, real[index], cast),
                "reconstruction": recognised(evaluator, decoded(painter.tokenizer, drawn[index]), cast),
                "lock and looks told": recognised(evaluator, decoded(painter.tokenizer, told[index]), cast),
                "three portraits": recognised(evaluator, decoded(painter.tokenizer, several[index]), cast),
                "no lock": recognised(evaluator, decoded(painter.tokenizer, free[index]), cast),
            }
            locked = decoded(painter.tokenizer, own[index])
            seen["lock"] = recognised(evaluator, locked, cast)
            for source, who in seen.items():
                tally.add("recognised", source, right=who == index)
            changed = recognised(evaluator, decoded(painter.tokenizer, swapped[index]), cast)
            tally.add("recognised", "swap follows", right=changed == others[index])
            tally.add("recognised", "wrong portrait", right=changed == index)
            pose = int(evaluator(locked)["pose"].argmax())
            tally.add("pose", "lock", right=pose == answers("figure", one)["pose"])
            copied["painted"].append(agreement(own[index], portraits[index]))
            copied["true_drawing"].append(agreement(drawn[index], portraits[index]))
    shares = {f"cells_copied_{name}": round(fmean(values), 3) for name, values in copied.items()}
    yield Progress(rounds, rounds, "identities", result={"rounds": rounds, **tally.to_json(), **shares})


def sample_cast(rng: random.Random, kind: str, count: int) -> list[FigureSpec]:
    """`count` different identities of a kind, out of combinations kept from training, none of them standing."""
    cast: dict[tuple[object, ...], FigureSpec] = {}
    while len(cast) < count:
        one = sample_figure(rng, kind=kind)
        if one.pose != "standing" and drawing.held_out(one):
            cast.setdefault(one.identity(), one)
    return list(cast.values())


def recognised(evaluator: Evaluator, picture: Tensor, cast: Sequence[FigureSpec]) -> int:
    """Whose looks fit best what the evaluator sees in `picture` (1, 4, size, size): an index into `cast`."""
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
