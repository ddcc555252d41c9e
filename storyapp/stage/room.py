"""How much room there is for a thing: what it would hide, and what would hide it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from storyapp.story.plan import CelPlan, Placement

from .bodies import Measure, Rect, covered, in_picture

_FACE, _FIGURE, _THING, _OWN, _AWAY = 20.0, 1.6, 2.0, 2.5, 0.25  # what each costs where a thing hides it
NEAR = 3  # times as much it costs one of several to be away from the others
SMALLER = 0.4  # what it costs to be smaller than natural


class _Other(NamedTuple):
    """What is there already: when it is drawn, what it fills, and its face if it is a figure."""

    depth: float
    body: Rect
    face: Rect | None


class Room:
    """The room that is left for one thing by all that is placed, but for one `besides` whom it is meant to be."""

    def __init__(self, measure: Measure, cel: CelPlan, placed: Mapping[str, Placement], besides: str = "") -> None:
        shown = [one for one in placed.values() if not one.hidden and one.cel not in (cel.id, besides)]
        self.others = [_Other(one.depth, measure.body(one), measure.face(one)) for one in shown]
        self.entry = measure.vocabulary.thing(cel.concept)
        self.natural = measure.height(self.entry, cel)

    def cost(self, one: Placement, wanted: float, near: bool = False) -> float:
        """How bad a place is: what the thing hides, how much it is hidden, how far it is from where it is wanted."""
        body, cost = in_picture(one, self.entry.box), 0.0
        for other in self.others:
            if other.body[2] <= body[0] or other.body[0] >= body[2]:
                continue
            if other.depth > one.depth:
                cost += _OWN * covered(body, other.body)
            elif other.face is None:
                cost += _THING * covered(other.body, body) + 0.5 * covered(body, other.body)
            else:
                cost += _FIGURE * covered(other.body, body) + _FACE * covered(other.face, body)
        away = abs(one.box.x + one.box.width / 2 - wanted)
        return cost + (NEAR if near else 1) * _AWAY * away + SMALLER * max(0.0, 1 - one.box.height / self.natural)

    def outside(self, one: Placement) -> float:
        """What it costs that a part of the thing is outside the picture."""
        left, _, right, _ = in_picture(one, self.entry.box)
        return 2 * (max(0.0, -left) + max(0.0, right - 1))
