"""The joints of a figure: where head, trunk, hands and feet are, in units of the 512-unit frame.

A turned figure looks to the right; its limbs on the left of the picture are the near ones.
"""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]

HEAD: Point = (256, 172)
NECK: Point = (256, 260)
HIP: Point = (256, 388)
GROUND = 472  # height of a foot's centre that stands on the baseline, 20 units above its sole


@dataclass(frozen=True)
class Hand:
    """A hand's place, how far the arm bends to its left, and whether it is drawn back, front or top."""

    x: float
    y: float
    bend: float = 0
    layer: str = "front"


@dataclass(frozen=True)
class Foot:
    """A foot's place, how far the leg bends to its left, where toes point (-1 … 1), its turn in degrees."""

    x: float
    y: float = GROUND
    bend: float = 0
    toe: float = 0
    angle: float = 0


@dataclass(frozen=True)
class Skeleton:
    """One pose: `tilt` turns the head clockwise by degrees, `prop` is held in both hands or the right one."""

    left_hand: Hand
    right_hand: Hand
    left_foot: Foot
    right_foot: Foot
    head: Point = HEAD
    tilt: float = 0
    neck: Point = NECK
    hip: Point = HIP
    prop: str | None = None
    asleep: bool = False
