"""Heads of dragon, robot, ghost, unicorn, alien and monster."""

from __future__ import annotations

import math
from collections.abc import Callable

from . import palette
from .animal_parts import Animal, base_face, ears, muzzle, skull
from .faces import Face, draw_face
from .palette import Colour, shade, tint

_SCREEN: Colour = (44, 50, 74)
_GLOWS: tuple[Colour, ...] = (
    (122, 236, 246), (150, 246, 160), (255, 214, 110), (255, 160, 200), (190, 176, 255), (255, 178, 122),
)  # fmt: skip


def draw_fantasy(animal: Animal) -> None:
    """Draw the head of a fantasy creature; the origin is its middle."""
    face = _DRAWERS[animal.spec.kind](animal)
    draw_face(animal.pen, face, animal.mood, animal.view)


def draw_mane_behind(animal: Animal) -> None:
    """Draw the unicorn's mane where it falls behind the trunk."""
    if animal.spec.kind != "unicorn":
        return
    colour = animal.look.hair
    side = -1 if animal.view.turned and not animal.mood.asleep else 1
    for index, tone in enumerate((shade(colour, 0.84), tint(colour, 0.35), colour)):
        shift = index * 20
        animal.pen.line(
            [
                (side * (86 - shift), -60),
                (side * (132 - shift), 10),
                (side * (112 - shift), 80),
                (side * (134 - shift), 132),
            ],
            tone,
            44,
        )


def _dragon(a: Animal) -> Face:
    crest = a.look.hair if palette.apart(a.look.hair, a.fur) == a.look.hair else tint(a.fur, 0.5)
    x = a.view.x(0, -6)
    for dx, height, half in ((-34, 24, 22), (0, 44, 26), (34, 24, 22)):
        a.pen.shape([(x + dx - half, -76), (x + dx, -90 - height), (x + dx + half, -76)], crest, 6)
    for side in (-1, 1):
        with a.pen.placed(a.view.x(side * 74, 6), -74, 0, side, 1):
            a.pen.blob([(-18, 14), (-4, -30), (30, -62), (36, -52), (26, -18), (20, 18)], palette.CREAM)
        with a.pen.placed(a.view.x(side * 100, -10), -6, 0, side, 1):
            a.pen.shape([(-12, -20), (44, -36), (38, 0), (30, 28), (-12, 22)], crest, 6)
    skull(a, a.fur, 104, 90)
    muzzle(a, 66, 42, 50, tint(a.fur, 0.42), 124)
    for side in (-1, 1):
        a.pen.ellipse(a.view.x(side * 22, 146), 24, 8, 7, shade(a.fur, 0.6))
    return base_face(a, mouth_y=58, mouth_size=1.0, eye_y=-14, brow_y=-48, eye_x=44, cheek_x=82, cheek_y=28,
                     mouth_depth=126)  # fmt: skip


def _robot(a: Animal) -> Face:
    glow = _GLOWS[a.spec.hair % 6]
    dark = shade(a.fur, 0.72)
    x = a.view.x(0, -10)
    if a.spec.hair_style % 3 != 1:
        a.pen.line([(x, -84), (x, -118)], dark, 12)
        a.pen.circle(x, -130, 19, glow)
    else:
        for side in (-1, 1):
            a.pen.line([(x + side * 36, -80), (x + side * 60, -122)], dark, 12)
            a.pen.circle(x + side * 62, -126, 16, glow)
    for side in (-1, 1):
        a.pen.box(side * 108 if not a.view.turned else (-92 if side < 0 else 104), 6, 19, 32, 10, dark)
    corner = 34 if a.spec.hair_style % 3 == 0 else 52 if a.spec.hair_style % 3 == 1 else 20
    a.pen.box(0, 2, 106, 90, corner, a.fur)
    a.pen.box(0, 76, 72, 12, 8, shade(a.fur, 0.88))
    middle = a.view.x(0, 36)
    a.pen.box(middle, 4, 84, 66, 30, _SCREEN)
    return base_face(a, ground=_SCREEN, cheeks=(190, 84, 128),
                     ink=glow, brow=glow, line=glow,
                     pupil=_SCREEN, sclera=(236, 250, 252), glint=palette.WHITE, inside=(120, 60, 96),
                     mouth_y=38,
                     mouth_size=0.72, eye_y=-2, eye_x=38, brow_y=-32, cheek_x=62, cheek_y=30, eye_size=0.86,
                     mouth_depth=84, always_white=False)  # fmt: skip


def _ghost(a: Animal) -> Face:
    lift = (118, 104, 112)[a.spec.hair_style % 3]
    outline = [
        (-108, -30),
        (-68, -lift * 0.84),
        (0, -lift),
        (68, -lift * 0.84),
        (108, -30),
        (116, 40),
        (122, 98),
        (92, 116),
        (66, 98),
        (34, 120),
        (0, 100),
        (-34, 120),
        (-66, 98),
        (-92, 116),
        (-122, 98),
        (-116, 40),
    ]
    a.pen.blob([(x, y + 10 if y > 50 else y) for x, y in outline], shade(a.fur, 0.84))  # fmt: skip
    a.pen.blob(outline, a.fur)
    if a.spec.hair_style % 3 == 2:
        x = a.view.x(0, 0)
        a.pen.blob([(x - 34, -96), (x - 16, -132), (x + 30, -146), (x + 18, -124), (x + 34, -96), (x, -84)], a.fur)
    return base_face(a, cheeks=tint(a.look.hair, 0.25),
                     mouth_y=52, mouth_size=0.96, eye_y=-4, eye_size=1.1, brow_y=-42,
                     mouth_depth=84, brow=shade(a.look.hair, 0.6), cheek_y=36)  # fmt: skip


def _unicorn(a: Animal) -> Face:
    mane = a.look.hair
    ears(a, [(52, -78), (90, -136), (104, -56)], tint(mane, 0.4))
    x = a.view.x(0, 26)
    skull(a, a.fur, 102, 92)
    muzzle(a, 62, 42, 56, tint(mane, 0.74) if a.fur != (252, 232, 242) else (250, 208, 224), 122)
    for tone, points in (
        (shade(mane, 0.84), [(x - 8, -104), (x - 64, -92), (x - 102, -50), (x - 92, -14), (x - 66, -52),
                             (x - 20, -72)]),
        (mane, [(x - 8, -106), (x + 44, -104), (x + 62, -76), (x + 30, -56), (x + 4, -66), (x - 20, -58),
                (x - 62, -52), (x - 44, -86)]),
    ):  # fmt: skip
        a.pen.blob(points, tone)
    a.pen.shape([(x - 17, -88), (x + 8, -150), (x + 21, -86)], palette.GOLD, 5)
    for y, half in ((-100, 14), (-120, 9)):
        a.pen.line([(x + 2 - half, y + 4), (x + 4 + half, y - 4)], shade(palette.GOLD, 0.82), 8)
    for side in (-1, 1):
        a.pen.ellipse(a.view.x(side * 24, 144), 36, 6, 8, shade(tint(mane, 0.6), 0.72))
    return base_face(a, mouth_y=66, mouth_size=0.84, cheek_x=78, cheek_y=30, brow=shade(mane, 0.8),
                     eye_x=44, eye_y=-10,
                     brow_y=-43, mouth_depth=122)  # fmt: skip


def _alien(a: Animal) -> Face:
    glow = a.look.hair
    for side in (-1, 1):
        x = a.view.x(side * 44, 6)
        a.pen.line([(x, -78), (x + side * 14, -112), (x + side * 20, -126)], shade(a.fur, 0.8), 13)
        a.pen.circle(x + side * 22, -136, 20, glow)
    a.pen.blob([(-112, -34), (-78, -90), (0, -106), (78, -90), (112, -34), (94, 34), (54, 84), (0, 98),
                (-54, 84), (-94, 34)], a.fur)  # fmt: skip
    for x, y, radius in ((-58, -68, 13), (-30, -84, 9), (66, -62, 11)):
        a.pen.circle(a.view.x(x, 20), y, radius, shade(a.fur, 0.86))
    return base_face(a, eye_x=46, eye_y=-6, eye_size=1.3, brow_y=-54, mouth_y=58, mouth_size=0.8, cheek_x=76,
                     cheek_y=40, mouth_depth=84, always_white=True)  # fmt: skip


def _monster(a: Animal) -> Face:
    for side in (-1, 1):
        with a.pen.placed(a.view.x(side * 66, 4), -74, 0, side, 1):
            a.pen.blob([(-22, 12), (-2, -30), (34, -66), (42, -56), (34, -16), (24, 18)], palette.CREAM)
    outline = []
    for step in range(28):
        angle, reach = 2 * math.pi * step / 28, 1.0 if step % 2 else 1.14
        outline.append((112 * reach * math.sin(angle), 4 - 98 * reach * math.cos(angle)))
    a.pen.shape(outline, a.fur, 8)
    muzzle(a, 76, 42, 56, tint(a.fur, 0.4), 112)
    for side in (-1, 1):
        x = a.view.x(side * 34, 112)
        a.pen.shape([(x - 12, 76), (x + 12, 76), (x, 100)], palette.WHITE, 4)
    a.pen.ellipse(a.view.x(0, 128), 24, 17, 12, shade(a.fur, 0.6))
    return base_face(a, eye_x=44, eye_y=-20, eye_size=1.12, brow_y=-56, mouth_y=58, mouth_size=0.96, cheek_x=84,
                     cheek_y=22, mouth_depth=112, always_white=True)  # fmt: skip


_DRAWERS: dict[str, Callable[[Animal], Face]] = {
    "dragon": _dragon,
    "robot": _robot,
    "ghost": _ghost,
    "unicorn": _unicorn,
    "alien": _alien,
    "monster": _monster,
}
