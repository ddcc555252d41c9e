"""Heads of animals: ears, muzzles and markings that make each kind plain."""

from __future__ import annotations

from collections.abc import Callable

from . import farm_heads, palette, wild_heads
from .animal_parts import Animal, base_face, beak, ears, muzzle, nose, round_ears, skull, tuft
from .faces import Face, draw_face
from .palette import Colour, shade, tint
from .pen import smooth, squircle

ROSE: Colour = (244, 158, 162)


def draw_animal(animal: Animal) -> None:
    """Draw the head of an animal; the origin is its middle."""
    face = _DRAWERS[animal.spec.kind](animal)
    draw_face(animal.pen, face, animal.mood, animal.view)


def _fox(a: Animal) -> Face:
    ears(a, [(34, -76), (94, -142), (100, -48)], palette.INK if a.fur[0] < 235 else shade(a.fur, 0.45))
    a.pen.blob([(-104, -20), (-80, -76), (0, -92), (80, -76), (104, -20), (134, 46), (78, 82), (0, 94),
                (-78, 82),
                (-134, 46)], a.fur)  # fmt: skip
    v = a.view
    with a.pen.clipped(smooth([(-104, -20), (-80, -76), (0, -92), (80, -76), (104, -20), (134, 46),
                               (78, 82), (0, 94),
                               (-78, 82), (-134, 46)])):  # fmt: skip
        for side in (-1, 1):
            centre = v.x(side * 84, 60)
            a.pen.ellipse(centre, 78, 74, 50, a.light)
        a.pen.ellipse(v.x(0, 110), 74, 50, 46, a.light)
    if v.turned:
        a.pen.ellipse(v.x(0, 150), 56, 48, 32, a.light)
    tuft(a, shade(a.look.hair, 1.0))
    nose(a, 30, 17, 13)
    return base_face(a, cheek_x=84, cheek_y=40, mouth_y=62)


def _rabbit(a: Animal) -> Face:
    for side in (-1, 1):
        x = a.view.x(side * 48, 6)
        a.pen.ellipse(x, -98, 27, 58, a.fur, side * 14)
        a.pen.ellipse(x, -94, 14, 42, ROSE, side * 14)
    skull(a, a.fur, 106, 88)
    tuft_colour = a.look.hair
    x = a.view.x(0, 40)
    a.pen.blob([(x - 22, -82), (x - 10, -98), (x + 2, -90), (x + 20, -100), (x + 22, -80), (x, -62)], tuft_colour)
    muzzle(a, 44, 34, 54, tint(a.fur, 0.75))
    nose(a, 28, 14, 10, (232, 108, 128))
    if a.mood.expression in ("happy", "calm", "sleepy") and not a.mood.eating:
        mouth = a.view.x(0, 122)
        a.pen.box(mouth, 74, 12, 14, 4, palette.WHITE)
    return base_face(a, cheek_x=74, cheek_y=38)


def _bear(a: Animal) -> Face:
    round_ears(a, 80, -70, 36, a.fur, tint(a.fur, 0.4))
    skull(a, a.fur, 108, 92)
    tuft(a, a.dark if a.look.hair == palette.HAIR[0] else a.look.hair)
    muzzle(a, 54, 42, 48, tint(a.fur, 0.55))
    nose(a, 22, 21, 15, palette.INK)
    return base_face(a)


def _cat(a: Animal) -> Face:
    ears(a, [(30, -80), (86, -140), (100, -46)], ROSE)
    skull(a, a.fur, 110, 88)
    stripe = a.look.hair if abs(palette.brightness(a.look.hair) - palette.brightness(a.fur)) > 30 else a.dark
    for x, length in ((-26, 28), (0, 38), (26, 28)):
        place = a.view.x(x, 40)
        a.pen.line([(place, -82), (place, -82 + length)], stripe, 13)
    for side in (-1, 1):
        if a.view.turned and side > 0:
            continue
        for y, slant in ((22, -4), (44, 4)):
            a.pen.line([(side * 106, y + slant), (side * 84, y)], stripe, 10)
    muzzle(a, 48, 32, 50, tint(a.fur, 0.75))
    nose(a, 28, 14, 10, (232, 108, 120))
    return base_face(a, cheek_y=36)


def _dog(a: Animal) -> Face:
    ear = a.look.hair if abs(palette.brightness(a.look.hair) - palette.brightness(a.fur)) > 25 else a.dark
    skull(a, a.fur, 104, 92)
    a.pen.ellipse(a.view.x(42, 80), -8, 38, 46, palette.tint(ear, 0.25))
    for side in (-1, 1):
        x = side * 88 + (10 if a.view.turned else 0)
        with a.pen.placed(x, -66, 0, side, 1):
            a.pen.blob([(-22, -8), (8, -22), (38, 10), (46, 78), (28, 112), (2, 94), (-6, 40)], ear)
    muzzle(a, 54, 44, 50, tint(a.fur, 0.72))
    nose(a, 22, 22, 15)
    return base_face(a, cheek_x=64, cheek_y=34)


def _mouse(a: Animal) -> Face:
    round_ears(a, 92, -66, 54, a.fur, (248, 176, 178))
    skull(a, a.fur, 102, 90)
    tuft(a, a.look.hair)
    muzzle(a, 42, 34, 54, tint(a.fur, 0.6), 136)
    nose(a, 28, 15, 12, (236, 100, 120), 156)
    return base_face(a, mouth_depth=130)


def _lion(a: Animal) -> Face:
    natural = {palette.HAIR[0]: shade(a.fur, 0.66), palette.HAIR[4]: tint(a.fur, 0.55)}
    mane = natural.get(a.look.hair, a.look.hair)
    for step in range(14):
        angle = step * 25.7
        with a.pen.placed(0, 0, angle):
            a.pen.ellipse(0, -108, 36, 36, mane)
    a.pen.circle(0, 0, 116, mane)
    round_ears(a, 76, -72, 28, a.fur, tint(a.fur, 0.5))
    skull(a, a.fur, 94, 84)
    muzzle(a, 52, 38, 46, tint(a.fur, 0.7))
    nose(a, 20, 20, 14, (110, 60, 52))
    return base_face(a, cheek_x=66, mouth_y=56, brow=shade(a.fur, 0.5))


def _panda(a: Animal) -> Face:
    black = (58, 56, 66) if a.spec.hair % 2 == 0 else (92, 68, 62)
    round_ears(a, 84, -68, 36, black, tint(black, 0.25))
    skull(a, a.fur, 110, 92)
    for side in (-1, 1):
        a.pen.ellipse(a.view.x(side * 43), 0, 33, 40, black, side * 22)
    nose(a, 26, 17, 12)
    return base_face(a, ground=black, always_white=True, eye_size=0.84, brow=black, brow_y=-48,
                     cheeks=(250, 170, 164),
                     cheek_y=44, mouth_depth=100, mouth_y=58)  # fmt: skip


def _frog(a: Animal) -> Face:
    for side in (-1, 1):
        a.pen.circle(a.view.x(side * 54, 60), -66, 44, a.fur)
    a.pen.fill(squircle(0, 16, 114, 80, 0.64), a.fur)
    a.pen.fill(squircle(a.view.x(0, 50), 66, 80, 30, 0.6), tint(a.fur, 0.5))
    for side in (-1, 1):
        a.pen.ellipse(a.view.x(side * 14, 100), 12, 6, 5, a.dark)
    for x, y in ((-70, -28), (-44, -38), (62, -30)):
        a.pen.circle(a.view.x(x, 20), y + 6, 8, shade(a.fur, 0.88))
    return base_face(a, eye_x=54, eye_y=-66, brow_y=-104, mouth_y=48, mouth_size=1.25, mouth_depth=70,
                     cheek_y=34,
                     cheek_x=80, eye_size=1.04, always_white=True)  # fmt: skip


def _pig(a: Animal) -> Face:
    for side in (-1, 1):
        with a.pen.placed(a.view.x(side * 64, 10), -84, 0, side, 1):
            a.pen.shape([(-30, 12), (44, -40), (46, 30)], shade(a.fur, 0.86), 10)
            a.pen.shape([(-4, 8), (38, -22), (40, 22)], shade(a.fur, 0.74), 4)
    skull(a, a.fur, 110, 92)
    tuft(a, a.look.hair)
    muzzle(a, 42, 27, 30, shade(a.fur, 0.86), 136)
    for side in (-1, 1):
        a.pen.ellipse(a.view.x(side * 16, 150), 30, 7, 10, shade(a.fur, 0.56))
    return base_face(a, mouth_y=72, mouth_size=0.78, mouth_depth=96, eye_y=-14, brow_y=-47, cheek_x=78,
                     cheek_y=40,
                     cheeks=(244, 120, 138), eye_x=44)  # fmt: skip


def _elephant(a: Animal) -> Face:
    for side in (-1, 1):
        with a.pen.placed(side * 92, -12, 0, side, 1):
            a.pen.blob(
                [(-20, -60), (40, -76), (88, -40), (92, 24), (56, 72), (10, 66), (-20, 20)],
                shade(a.fur, 0.88),
            )
            a.pen.blob([(-10, -40), (36, -54), (70, -26), (72, 20), (46, 52), (8, 44)], (240, 176, 186))
    skull(a, a.fur, 104, 92)
    tuft(a, a.look.hair)
    x = a.view.x(0, 100)
    face = base_face(a, mouth_x=-22 if not a.view.turned else -30, mouth_y=72, mouth_size=0.74,
                     mouth_depth=90,
                     eye_x=46, eye_y=-12, brow_y=-45, cheek_x=74, cheek_y=32)  # fmt: skip
    trunk = [(x, 8), (x + 6, 40), (x + 40, 58), (x + 80, 52), (x + 104, 26)]
    a.pen.line([(px - 2, py + 7) for px, py in trunk], shade(a.fur, 0.8), 38)
    a.pen.line(trunk, tint(a.fur, 0.16), 36)
    a.pen.ellipse(x + 108, 20, 13, 8, shade(a.fur, 0.7), 30)
    for px, py in ((x + 30, 54), (x + 58, 58)):
        a.pen.line([(px - 4, py - 12), (px + 3, py), (px, py + 12)], shade(a.fur, 0.86), 8)
    return face


def _monkey(a: Animal) -> Face:
    cream = (250, 214, 168)
    for side in (-1, 1):
        x = side * 106 if not a.view.turned else (-88 if side < 0 else 100)
        a.pen.circle(x, -2, 36, a.fur)
        a.pen.circle(x, -2, 22, shade(cream, 0.9))
    skull(a, a.fur, 104, 94)
    tuft(a, a.fur if a.look.hair == palette.HAIR[0] else a.look.hair)
    v = a.view
    for side in (-1, 1):
        a.pen.ellipse(v.x(side * 38, 70), -8, 50, 48, cream)
    a.pen.fill(squircle(v.x(0, 88), 50, 78, 44, 0.6), cream)
    for side in (-1, 1):
        a.pen.ellipse(v.x(side * 9, 116), 24, 6, 5, shade(cream, 0.55))
    return base_face(a, ground=cream, cheeks=(246, 160, 130), mouth_y=56, mouth_size=1.0,
                     mouth_depth=92, brow=shade(a.fur, 0.7), always_white=False)  # fmt: skip


def _owl(a: Animal) -> Face:
    for side in (-1, 1):
        with a.pen.placed(8 if a.view.turned else 0, 0, 0, side, 1):
            a.pen.blob([(34, -84), (70, -98), (112, -126), (119, -114), (113, -80), (104, -40)], a.dark, 0.8)
    skull(a, a.fur, 110, 94)
    x = a.view.x(0, 40)
    brow = a.look.hair if a.look.hair != palette.HAIR[0] else a.dark
    a.pen.blob([(x - 72, -64), (x, -92), (x + 72, -64), (x, -30)], palette.apart(shade(brow, 0.95), a.fur), 0.6)
    for side in (-1, 1):
        a.pen.circle(a.view.x(side * 46, 76), 0, 54, tint(a.fur, 0.72))
    beak(a, 32, 36)
    return base_face(a, ground=tint(a.fur, 0.72),
                     eye_x=46, eye_y=0, eye_size=1.2, always_white=False, mouth_size=0.62,
                     mouth_y=64, cheek_x=80, cheek_y=54, brow=shade(a.fur, 0.55), brow_y=-40)  # fmt: skip


def _penguin(a: Animal) -> Face:
    skull(a, a.fur, 108, 94)
    tuft(a, a.fur if a.look.hair == palette.HAIR[0] else a.look.hair)
    white = (252, 250, 246)
    for side in (-1, 1):
        a.pen.ellipse(a.view.x(side * 40, 66), -4, 48, 54, white)
    a.pen.fill(squircle(a.view.x(0, 62), 48, 82, 44, 0.6), white)
    beak(a, 24)
    return base_face(a, ground=white, cheeks=(252, 172, 162),
                     mouth_size=0.74, mouth_y=58, cheek_y=40, cheek_x=70,
                     brow=shade(a.fur, 0.9), always_white=False, brow_y=-34)  # fmt: skip


_DRAWERS: dict[str, Callable[[Animal], Face]] = {
    "fox": _fox,
    "rabbit": _rabbit,
    "bear": _bear,
    "cat": _cat,
    "dog": _dog,
    "mouse": _mouse,
    "lion": _lion,
    "panda": _panda,
    "frog": _frog,
    "pig": _pig,
    "elephant": _elephant,
    "monkey": _monkey,
    "owl": _owl,
    "penguin": _penguin,
    **wild_heads.DRAWERS,
    **farm_heads.DRAWERS,
}
