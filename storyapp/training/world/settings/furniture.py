"""Furniture and lamps of the rooms."""

from __future__ import annotations

from ..palette import Colour
from . import light
from .painter import Painter

WOOD: Colour = (182, 126, 84)
CREAM: Colour = (252, 246, 232)
GLOW: Colour = (176, 140, 158)


def pendant(p: Painter, v: float, length: float = 0.16) -> None:
    """A hanging lamp; at night it glows and lights the floor."""
    x, y = p.x(v), p.y(length)
    if p.night:
        p.pen.ellipse(p.w / 2, p.h * 0.86, p.w * 0.36, p.h * 0.08, (150, 126, 160))
    p.rect(x - 4, -9, x + 4, y, (120, 100, 96))
    p.pen.circle(x, y + 14, 16, light.LAMP if p.night else p.lit((255, 240, 190)))
    p.poly(
        [(x - 14, y - 14), (x + 14, y - 14), (x + 40, y + 14), (x - 40, y + 14)],
        p.hued((226, 104, 88), (72, 150, 146), (246, 176, 76)),
        0,
        3,
    )


def plant(p: Painter, x: float, y: float) -> None:
    """A big plant in a pot."""
    for dx, top in ((-34, 96), (34, 92), (0, 124)):
        leaf = (74, 160, 104) if dx else (110, 186, 112)
        p.pen.blob(
            [
                (x, y - 30),
                (x + dx * 0.9 - 17, y - top * 0.72),
                (x + dx * 1.3, y - top),
                (x + dx * 0.9 + 17, y - top * 0.72),
            ],
            p.lit(leaf),
        )
    p.poly([(x - 30, y - 44), (x + 30, y - 44), (x + 21, y), (x - 21, y)], (222, 128, 92), 0, 3)


def lamp(p: Painter, x: float, top: float, size: float = 1.0) -> None:
    """A standing lamp; glows at night."""
    if p.night:
        p.pen.circle(x, top + 24 * size, 78 * size, GLOW)
        p.pen.ellipse(x, p.ground + 40, 92, 22, GLOW)
    p.rect(x - 5, top + 36 * size, x + 5, p.ground + 6, (140, 104, 84))
    p.rect(x - 26 * size, p.ground, x + 26 * size, p.ground + 12, (140, 104, 84), 6)
    shade = light.LAMP if p.night else p.lit((255, 222, 140))
    p.pen.shape(
        [
            (x - 20 * size, top),
            (x + 20 * size, top),
            (x + 38 * size, top + 46 * size),
            (x - 38 * size, top + 46 * size),
        ],
        shade,
        4,
    )


def picture(p: Painter, x: float, y: float, r: float, colour: Colour) -> None:
    """A framed picture."""
    p.rect(x - r - 8, y - r - 8, x + r + 8, y + r + 8, WOOD, 5)
    p.rect(x - r, y - r, x + r, y + r, CREAM)
    p.circle(x, y, r * 0.6, colour)


def bed(p: Painter, x: float, quilt: Colour) -> None:
    """A bed with its pillow away from the middle."""
    g, d = p.ground, p.side
    p.rect(x + d * 104, g - 96, x + d * 126, g + 40, WOOD, 9)
    p.rect(x - d * 116, g - 58, x - d * 132, g + 40, WOOD, 9)
    p.rect(x - 116, g - 26, x + 116, g + 26, light.darker(WOOD, 0.15), 6)
    p.rect(x + d * 24, g - 62, x + d * 106, g - 18, CREAM, 18)
    p.rect(x - 118, g - 44, x + 116, g + 10, CREAM, 14)
    p.rect(x - d * 122, g - 48, x + d * 44, g + 16, quilt, 16)
    p.rect(x + d * 20, g - 48, x + d * 48, g + 16, light.lighter(quilt, 0.4), 8)


def stove(p: Painter, x: float) -> None:
    """A stove under its hood, with a pot."""
    g, s = p.ground, p.size
    hood: Colour = (206, 212, 222)
    p.poly(
        [
            (x - 26, -9),
            (x + 26, -9),
            (x + 30, p.y(0.28)),
            (x + 62, p.y(0.42)),
            (x - 62, p.y(0.42)),
            (x - 30, p.y(0.28)),
        ],
        hood,
        0,
        2,
    )
    p.rect(x - 58, g - 108 * s, x + 58, g, hood, 6)
    p.rect(x - 40, g - 70 * s, x + 40, g - 20, (72, 78, 98), 8)
    p.rect(x - 28, g - 58 * s, x + 28, g - 34, (255, 172, 84), 6)
    p.rect(x - 40, g - 142 * s, x + 22, g - 106 * s, (222, 84, 76), 8)
    p.rect(x + 16, g - 136 * s, x + 52, g - 124 * s, (222, 84, 76), 6)


def fireplace(p: Painter, x: float) -> None:
    """A brick fireplace with a fire."""
    g = p.ground
    brick: Colour = (196, 112, 92)
    p.rect(x - 52, -9, x + 52, g, light.darker(brick, 0.1))
    p.rect(x - 84, g - 128, x + 84, g + 6, brick, 6)
    p.rect(x - 98, g - 146, x + 98, g - 122, CREAM, 6)
    p.pen.box(x, g - 44, 50, 46, 20, (70, 44, 60))
    p.pen.blob([(x - 34, g), (x - 26, g - 40), (x, g - 74), (x + 24, g - 40), (x + 34, g)], (248, 130, 60))
    p.pen.blob([(x - 18, g), (x - 12, g - 24), (x, g - 44), (x + 14, g - 24), (x + 18, g)], (255, 220, 110))


def banner(p: Painter, x: float, gold: Colour, royal: Colour) -> None:
    """A royal banner on the wall."""
    p.poly(
        [(x - 40, p.y(0.16)), (x + 40, p.y(0.16)), (x + 40, p.y(0.6)), (x, p.y(0.7)), (x - 40, p.y(0.6))], royal, 0, 3
    )
    p.rect(x - 50, p.y(0.13), x + 50, p.y(0.18), gold, 6)
    p.circle(x, p.y(0.38), 20, gold)


def candles(p: Painter, x: float, gold: Colour) -> None:
    """A standing candelabrum; glows at night."""
    g = p.ground
    if p.night:
        p.pen.circle(x, g - 118, 60, GLOW)
    p.rect(x - 5, g - 84, x + 5, g + 16, gold)
    p.rect(x - 28, g + 8, x + 28, g + 20, gold, 6)
    p.rect(x - 40, g - 88, x + 40, g - 76, gold, 6)
    for dx in (-30, 0, 30):
        p.rect(x + dx - 7, g - 116, x + dx + 7, g - 86, CREAM)
        p.pen.ellipse(x + dx, g - 126, 7, 13, (255, 206, 92))
