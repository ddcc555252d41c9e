"""Heads of wolf, squirrel, hedgehog, tiger, crocodile, turtle and duck."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from . import palette
from .animal_parts import Animal, base_face, ears, muzzle, nose, round_ears, skull, tuft
from .faces import Face
from .palette import Colour, shade, tint
from .pen import Point, squircle
from .wild_extras import mixed, ridge_of, spines_of

ORANGE: Colour = (248, 138, 34)


def _both(half: Sequence[Point]) -> list[Point]:
    """A whole outline from its right half, which goes from top to bottom."""
    return [*half, *((-x, y) for x, y in reversed(half) if x)]


def _wolf(a: Animal) -> Face:
    v, pale = a.view, tint(a.fur, 0.78)
    ears(a, [(40, -74), (72, -144), (98, -40)], a.dark if palette.brightness(a.fur) > 90 else tint(a.fur, 0.3))
    cheeks = [(0, -88), (66, -80), (98, -40), (104, -4), (136, 30), (112, 38), (124, 70), (88, 72), (60, 92), (0, 96)]
    a.pen.shape(_both(cheeks), a.fur, 6)
    for side in (-1, 1):
        a.pen.ellipse(v.x(side * 46, 66), 4, 44, 42, pale, side * 24)
    tuft(a, a.dark if a.look.hair == palette.HAIR[0] else a.look.hair)
    if v.turned:
        a.pen.blob([(14, 24), (70, 22), (128, 26), (166, 36), (166, 66), (120, 96), (56, 108), (8, 84)], pale)
        a.pen.blob([(24, -30), (62, -26), (116, 22), (158, 32), (120, 46), (66, 42), (36, 14)], a.fur)
    else:
        a.pen.blob(_both([(0, -10), (34, 12), (52, 54), (44, 94), (0, 116)]), pale)
        a.pen.shape(_both([(0, -50), (24, -46), (15, 22)]), a.fur, 5)
    nose(a, 34, 25, 18, depth=345 if v.turned else 0)
    return base_face(a, ground=pale, cheeks=None, mouth_y=74, mouth_depth=205, eye_x=43, always_white=False)


def _squirrel(a: Animal) -> Face:
    v = a.view
    tip = a.dark if a.look.hair == palette.HAIR[0] else a.look.hair
    for side in (-1, 1):
        with a.pen.placed(8 if v.turned else 0, 0, 0, side, 1):
            a.pen.shape([(58, -100), (68, -136), (78, -126), (92, -148), (92, -96)], tip, 5)
            a.pen.ellipse(72, -78, 26, 36, a.fur, 14)
            a.pen.ellipse(72, -72, 13, 20, tint(a.fur, 0.5), 14)
    skull(a, a.fur, 100, 88)
    cream = tint(a.fur, 0.8)
    for side in (-1, 1):
        x = v.x(side * 78, 36)
        a.pen.ellipse(x, 44, 54, 46, a.fur)
        a.pen.ellipse(x - side * 10, 50, 46, 38, cream)
    muzzle(a, 44, 36, 56, cream, 116)
    x = v.x(0, 126)
    a.pen.box(x, 78, 23, 26, 6, shade(cream, 0.6))
    for side in (-1, 1):
        a.pen.box(x + side * 10, 76, 9, 22, 4, palette.WHITE)
    nose(a, 32, 15, 11, (112, 62, 52), 136)
    return base_face(a, cheek_x=82, cheek_y=44, cheeks=(248, 158, 140), mouth_y=52, mouth_size=0.78,
                     mouth_depth=126)  # fmt: skip


def spines(a: Animal, start: float, end: float, count: int, base: float, tip: float, colour: Colour) -> None:
    """Draw spines around the head, from one angle to another clockwise from the top."""
    for step in range(count):
        with a.pen.placed(0, 0, start + (end - start) * step / (count - 1)):
            a.pen.shape([(-24, -base), (0, -tip), (24, -base)], colour, 5)


def _hedgehog(a: Animal) -> Face:
    v, face = a.view, mixed(mixed(a.fur, palette.CREAM), palette.CREAM)
    inner = spines_of(a.look)
    right = 74 if v.turned else 118
    a.pen.circle(0, 0, 98, a.dark)
    spines(a, -122, right, 13 if v.turned else 15, 84, 134, a.dark)
    spines(a, -108, right - 12, 11, 66, 108, inner)
    for side in (-1, 1):
        x = v.x(side * 76, 10)
        a.pen.circle(x, -40, 25, face)
        a.pen.circle(x, -38, 14, shade(face, 0.76))
    x = v.x(0, 34)
    a.pen.fill(squircle(x, 24, 84 - x * 0.5, 70, 0.62), face)
    for side in (-1, 1):
        a.pen.ellipse(x + side * 38, -10, 42 if side < 0 or not v.turned else 36, 42, face)
    if v.turned:
        a.pen.blob([(30, 18), (84, 22), (126, 18), (152, 20), (154, 42), (120, 68), (70, 96), (20, 92)], face)
        nose(a, 26, 21, 17, depth=332)
    else:
        a.pen.blob(_both([(0, 2), (26, 22), (48, 58), (34, 88), (0, 96)]), tint(face, 0.5))
        nose(a, 28, 21, 17)
    return base_face(a, ground=face, cheeks=(244, 156, 132), cheek_y=42, mouth_size=0.76, mouth_depth=150,
                     always_white=False, brow=a.dark)  # fmt: skip


def _tiger(a: Animal) -> Face:
    v, white = a.view, tint(a.fur, 0.9)
    stripe = a.look.hair if palette.brightness(a.look.hair) < 90 else (64, 46, 48)
    round_ears(a, 80, -72, 38, a.fur, white)
    for side in (-1, 1):
        with a.pen.placed(6 if v.turned else 0, 0, 0, side, 1):
            a.pen.shape([(70, 4), (126, 32), (112, 46), (120, 72), (84, 82), (40, 88)], white, 8)
    skull(a, a.fur, 108, 90)
    with a.pen.clipped(squircle(0, 2, 108, 90, 0.6)):
        for side in (-1, 1):
            a.pen.ellipse(v.x(side * 78, 60), 74, 56, 44, white)
            a.pen.ellipse(v.x(side * 44, 76), -30, 24, 22, white)
        a.pen.ellipse(v.x(0, 120), 100, 80, 44, white)
        for shift, top, length in ((-44, -84, 24), (0, -94, 46), (44, -84, 24)):
            x = v.x(shift * (1.2 if v.turned else 1), 44)
            a.pen.shape([(x - 10, top), (x + 10, top), (x - shift * 0.2, top + length)], stripe, 5)
        for side in (-1, 1):
            if v.turned and side > 0:
                continue
            for y, inner in ((-28, 70), (20, 68)):
                a.pen.shape([(side * 112, y - 12), (side * 112, y + 14), (side * inner, y + 4)], stripe, 4)
    muzzle(a, 54, 38, 54, white)
    nose(a, 30, 20, 14, (214, 98, 104))
    return base_face(a, cheeks=None, mouth_y=62, brow=stripe, brow_y=-42, always_white=False)


def _crocodile(a: Animal) -> Face:
    v = a.view
    ridge = ridge_of(a.look)
    belly = mixed(a.fur, (250, 236, 150))
    for side in (-1, 0, 1):
        x = v.x(side * 20, -20)
        a.pen.shape([(x - 18, -50), (x, -106 + 8 * abs(side)), (x + 18, -50)], ridge, 5)
    a.pen.fill(squircle(0, -8, 88, 64, 0.62), a.fur)
    for side in (-1, 1):
        a.pen.circle(v.x(side * 48, 64), -48, 41, a.fur)
    # The jaws: the upper one wide and flat over a light lower one, with teeth between.
    left, right = (-40, 178) if v.turned else (-122, 122)
    middle, half = (left + right) / 2, (right - left) / 2
    a.pen.fill(squircle(middle, 70, half - 14, 38, 0.7), belly)
    a.pen.fill(squircle(middle, 36, half, 38, 0.7), a.fur)
    for share in (-0.86, -0.58, 0.58, 0.86) if not v.turned else (-0.72, -0.4, 0.52, 0.86):
        x = middle + share * (half - 10)
        y = 60 if abs(share) > 0.8 else 66
        a.pen.shape([(x - 12, y), (x + 12, y), (x, y + 25)], palette.WHITE, 4)
    for side in (-1, 1):
        x = (142 + side * 25) if v.turned else side * 32
        y = 4 if v.turned else 14
        a.pen.ellipse(x, y, 27, 22, tint(a.fur, 0.2))
        a.pen.ellipse(x, y - 2, 13, 10, shade(a.fur, 0.5))
    return base_face(a, eye_x=48, eye_y=-46, brow_y=-84, cheeks=None, mouth_y=74, mouth_size=0.92, mouth_depth=150,
                     always_white=True)  # fmt: skip


def _turtle(a: Animal) -> Face:
    v = a.view
    skull(a, a.fur, 98, 92)
    pale = tint(a.fur, 0.42)
    with a.pen.clipped(squircle(0, 2, 98, 92, 0.6)):
        a.pen.fill(squircle(v.x(0, 76), 78, 92, 50, 0.6), pale)
        for x, y, radius in ((0, -76, 26), (-50, -64, 20), (50, -64, 20)):
            a.pen.ellipse(v.x(x, 30), y, radius, radius * 0.76, a.dark)
    for side in (-1, 1):
        a.pen.ellipse(v.x(side * 12, 120), 26, 7, 6, shade(a.fur, 0.5))
    return base_face(a, mouth_y=58, mouth_size=1.1, mouth_depth=96, eye_x=43, eye_size=1.06, cheek_y=38)


def _duck(a: Animal) -> Face:
    v = a.view
    mallard = a.spec.skin % 6 == 3
    if mallard:
        a.pen.ellipse(0, 84, 66, 22, palette.WHITE)
    crest = a.fur if a.look.hair == palette.HAIR[0] else a.look.hair
    x = v.x(0, 10)
    for lean, length in ((-38, 30), (0, 40), (36, 28)):
        with a.pen.placed(x, -82, lean):
            a.pen.ellipse(0, -length * 0.6, 15, length, crest)
    a.pen.fill(squircle(0, 0, 100, 92, 0.57), a.fur)
    middle, half = (104, 66) if v.turned else (0, 84)
    a.pen.fill(squircle(v.x(0, 150), 66, 58, 38, 0.62), shade(ORANGE, 0.86))
    a.pen.blob([(middle - half, 40), (middle - half * 0.6, 18), (middle, 4 if not v.turned else 14),
                (middle + half * 0.6, 18), (middle + half, 40), (middle + half * 0.6, 58), (middle, 56),
                (middle - half * 0.6, 58)], ORANGE)  # fmt: skip
    for side in (-1, 1):
        a.pen.ellipse(middle + side * 15, 26, 6, 5, shade(ORANGE, 0.62))
    return base_face(a, mouth_y=70, mouth_size=0.74, mouth_depth=150, cheek_x=82, cheek_y=16, eye_y=-14, brow_y=-48,
                     cheeks=(248, 150, 120))  # fmt: skip


DRAWERS: dict[str, Callable[[Animal], Face]] = {
    "wolf": _wolf,
    "squirrel": _squirrel,
    "hedgehog": _hedgehog,
    "tiger": _tiger,
    "crocodile": _crocodile,
    "turtle": _turtle,
    "duck": _duck,
}
