"""What wild animals have behind their trunk, in its units: tails, the turtle's shell, the hedgehog's spines."""

from __future__ import annotations

import math
from collections.abc import Callable

from . import palette
from .bodies import Body
from .looks import Look
from .palette import Colour, shade, tint
from .pen import Pen, smooth


def shell_of(look: Look) -> Colour:
    """The colour of a turtle's shell."""
    brown = (138, 98, 62)
    return brown if look.hair == palette.HAIR[0] else mixed(look.hair, brown)


def spines_of(look: Look) -> Colour:
    """The colour of a hedgehog's upper spines."""
    light = tint(look.skin, 0.26)
    return light if look.hair == palette.HAIR[0] else mixed(look.hair, light)


def ridge_of(look: Look) -> Colour:
    """The colour of a crocodile's ridge."""
    dark = shade(look.skin, 0.64)
    return dark if look.hair == palette.HAIR[0] else mixed(look.hair, dark)


def mixed(one: Colour, other: Colour) -> Colour:
    """The colour half-way between two."""
    red, green, blue = ((a + b) // 2 for a, b in zip(one, other, strict=True))
    return red, green, blue


def _sides(body: Body) -> tuple[float, float]:
    """How much of its breadth a back keeps on either side: lying down, little of it is on the ground."""
    if abs(body.angle()) > 30:
        up = body.at(1, 0)[1] < body.bones.neck[1]
        return (0.46, 1.0) if up else (1.0, 0.46)
    return (1.06, 0.3) if body.turned else (1.0, 1.0)


def _shell(pen: Pen, body: Body) -> None:
    colour, (left, right) = shell_of(body.look), _sides(body)
    rim = [(0, -52), (84, -40), (142, 22), (152, 90), (116, 148), (0, 166)]
    dome = [(0, -36), (72, -24), (120, 30), (128, 86), (98, 130), (0, 146)]
    for half, tone in ((rim, mixed(colour, (252, 228, 150))), (dome, colour)):
        outline = smooth([*((x * right, y) for x, y in half), *((-x * left, y) for x, y in half[-2:0:-1])])
        pen.fill(outline, tone)
    with pen.clipped(outline):
        for y in (18, 62, 106):
            for reach in (-left, right):
                pen.line([(60 * reach, y), (134 * reach, y - 8)], shade(colour, 0.7), 11)


def _spines(pen: Pen, body: Body) -> None:
    look = body.look
    inner = spines_of(look)
    for side, reach in zip((-1, 1), _sides(body), strict=True):
        with pen.placed(0, 0, 0, side * reach, 1):
            for colour, size, turn in ((shade(look.skin, 0.68), 1.0, 0), (inner, 0.82, 11)):
                for angle in range(-60 + turn, 62, 22):
                    x, y = math.cos(math.radians(angle)), math.sin(math.radians(angle))
                    middle = (30 + 76 * x * size, 66 + 84 * y * size)
                    pen.shape([(middle[0] - 20 * y, middle[1] + 20 * x), (middle[0] + 36 * x, middle[1] + 36 * y),
                               (middle[0] + 20 * y, middle[1] - 20 * x), (0, 66)], colour, 5)  # fmt: skip


def _wolf(pen: Pen, look: Look) -> None:
    pen.blob([(20, 108), (70, 120), (112, 104), (140, 76), (174, 66), (188, 100), (168, 146), (116, 172), (50, 160)],
             look.skin)  # fmt: skip
    pen.blob([(142, 84), (156, 68), (178, 54), (200, 74), (190, 106), (168, 112), (156, 98)], tint(look.skin, 0.78))


def _squirrel(pen: Pen, look: Look) -> None:
    pen.blob([(30, 128), (74, 122), (92, 76), (88, 10), (100, -56), (130, -104), (178, -126), (222, -112), (236, -76),
              (220, -50), (200, -34), (218, 16), (222, 76), (200, 136), (140, 174), (50, 168)], look.skin)  # fmt: skip
    pen.line([(84, 150), (140, 130), (164, 70), (156, -10), (162, -58), (194, -82)], tint(look.skin, 0.42), 36)


def _tiger(pen: Pen, look: Look) -> None:
    way = [(30, 126), (96, 146), (150, 118), (152, 62), (180, 30)]
    pen.line(way, look.skin, 32)
    dark = look.hair if palette.brightness(look.hair) < 90 else (64, 46, 48)
    for start, end in (((84, 126), (80, 162)), ((122, 120), (140, 152)), ((136, 88), (172, 92))):
        pen.line([start, end], dark, 14, False)
    pen.line([(162, 44), (180, 30)], dark, 32)


def _crocodile(pen: Pen, look: Look) -> None:
    ridge = ridge_of(look)
    for x, y in ((74, 124), (112, 124), (150, 112), (184, 90)):
        pen.shape([(x - 18, y + 8), (x, y - 26), (x + 18, y + 6)], ridge, 5)
    pen.blob([(10, 84), (64, 120), (120, 126), (176, 98), (222, 44), (226, 96), (186, 150), (120, 172), (10, 166)],
             look.skin)  # fmt: skip


def _turtle(pen: Pen, look: Look) -> None:
    pen.shape([(50, 128), (136, 164), (60, 158)], shade(look.skin, 0.86), 9)


def _duck(pen: Pen, look: Look) -> None:
    pen.blob([(30, 104), (84, 112), (118, 92), (140, 58), (152, 92), (140, 130), (96, 158), (30, 160)], look.skin)
    pen.line([(90, 134), (122, 118)], shade(look.skin, 0.84), 11)


BACKS: dict[str, Callable[[Pen, Body], None]] = {"turtle": _shell, "hedgehog": _spines}
TAILS: dict[str, Callable[[Pen, Look], None]] = {
    "wolf": _wolf,
    "squirrel": _squirrel,
    "tiger": _tiger,
    "crocodile": _crocodile,
    "turtle": _turtle,
    "duck": _duck,
}
