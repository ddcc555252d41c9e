"""Heads of the animals of the farm that can be characters: hen, sheep and cow."""

from __future__ import annotations

from collections.abc import Callable

from . import palette
from .animal_parts import Animal, base_face, muzzle, skull
from .faces import Face
from .palette import Colour, shade, tint
from .pen import squircle

_COMB: Colour = (226, 62, 62)
_HORN: Colour = (238, 218, 180)
_BILL: Colour = (250, 178, 54)


def _hen(a: Animal) -> Face:
    x = a.view.x(0, 26)
    for dx, y, radius in ((-36, -86, 24), (0, -104, 30), (36, -88, 24)):
        a.pen.circle(x + dx, y, radius, _COMB)
    skull(a, a.fur, 102, 94)
    front = a.view.x(0, 124)
    for side in (-1, 1):
        a.pen.ellipse(front + side * 15, 82, 13, 22, _COMB, side * 8)
    a.pen.shape([(front - 34, 34), (front, 6), (front + 34, 34), (front, 76)], shade(_BILL, 0.86), 8)
    a.pen.shape([(front - 34, 32), (front, 6), (front + 34, 32), (front, 46)], _BILL, 8)
    return base_face(a, mouth_y=56, mouth_size=0.5, cheek_x=74, cheek_y=40, eye_x=44, eye_y=-6,
                     brow_y=-42, mouth_depth=124)  # fmt: skip


def _sheep(a: Animal) -> Face:
    skin = tint(a.look.hair, 0.1) if a.spec.hair % 2 == 0 else tint(shade(a.fur, 0.9), 0.35)
    for side in (-1, 1):
        with a.pen.placed(a.view.x(side * 88, 10), -14, 0, side, 1):
            a.pen.ellipse(24, 10, 38, 19, shade(skin, 0.9), 18)
    for dx, y, radius in ((-84, -44, 40), (-56, -84, 42), (0, -98, 46), (56, -84, 42), (84, -44, 40)):
        a.pen.circle(a.view.x(dx, 10), y, radius, a.fur)
    a.pen.fill(squircle(a.view.x(0, 10), 16, 88, 82, 0.58), skin)
    for dx, y, radius in ((-48, -62, 30), (0, -70, 36), (48, -62, 30)):
        a.pen.circle(a.view.x(dx, 30), y, radius, a.fur)
    muzzle(a, 44, 30, 56, tint(skin, 0.4), 118)
    for side in (-1, 1):
        a.pen.ellipse(a.view.x(side * 12, 130), 38, 6, 7, shade(skin, 0.55))
    return base_face(a, ground=skin, brow=shade(skin, 0.5) if palette.brightness(skin) > 70 else tint(skin, 0.5),
                     always_white=palette.brightness(skin) < 125, mouth_y=66, mouth_size=0.76, cheek_x=64,
                     cheek_y=38, eye_x=40, eye_y=0, brow_y=-30, mouth_depth=118)  # fmt: skip


def _cow(a: Animal) -> Face:
    patch = palette.apart(a.look.hair, a.fur)
    for side in (-1, 1):
        with a.pen.placed(a.view.x(side * 62, 10), -78, 0, side, 1):
            a.pen.blob([(-16, 8), (14, -16), (24, -56), (42, -50), (44, -4), (22, 20)], _HORN)
        with a.pen.placed(a.view.x(side * 96, 0), -38, 0, side, 1):
            a.pen.ellipse(24, 4, 40, 21, shade(a.fur, 0.88), 14)
            a.pen.ellipse(26, 6, 24, 11, (244, 166, 170), 14)
    skull(a, a.fur, 100, 94)
    a.pen.ellipse(a.view.x(44, 80), -18, 38, 48, patch)
    muzzle(a, 74, 42, 60, (248, 190, 186), 116)
    for side in (-1, 1):
        a.pen.ellipse(a.view.x(side * 34, 130), 42, 9, 11, (206, 122, 128))
    return base_face(a, mouth_y=74, mouth_size=0.8, cheek_x=80, cheek_y=22, eye_x=42, eye_y=-18, brow_y=-52,
                     mouth_depth=120, always_white=True)  # fmt: skip


DRAWERS: dict[str, Callable[[Animal], Face]] = {"hen": _hen, "sheep": _sheep, "cow": _cow}
