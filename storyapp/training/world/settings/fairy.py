"""Settings of fairy tales: castle and fairy village."""

from __future__ import annotations

from ..palette import Colour
from . import light
from .buildings import DOOR, STONE, battlements, flag, pane, tower
from .painter import Painter
from .plants import bush, flower, pine, tree


def castle(p: Painter) -> None:
    """A castle with pointed towers on its hill, flags and a path to the gate."""
    p.sky(p.arranged(0.86, 0.82, 0.2))
    g, s, grass = p.ground, p.size, p.grass()
    wall, roof = STONE[p.palette], p.hued((96, 110, 190), (214, 90, 84), (150, 92, 170))
    p.land((0.66, 0.8, 0.7, 0.82, 0.64), light.mix(grass, (96, 150, 200), 0.45), 0.55)
    p.land((0.98, 0.92, 0.86, 0.92, 0.98), p.shade(grass, 0.1), 0.15)
    x, y = p.x(p.arranged(0.5, 0.38, 0.62)), g - 14
    flag(p, x - 60, y - 226 * s, 54, (232, 76, 84))
    tower(p, x - 60, y, 52, 170 * s, light.darker(wall, 0.1), roof)
    tower(p, x + 54, y, 60, 206 * s - 30, light.darker(wall, 0.06), roof)
    p.rect(x - 110, y - 100 * s, x + 110, y, wall)
    battlements(p, x - 110, x + 110, y - 100 * s, wall)
    for dx in (-122, 122):
        tower(p, x + dx, y + 6, 62, 132 * s, wall, roof)
    for dx in (-62, 62):
        pane(p, x + dx, y - 66 * s, 11, 17, 11)
    gate: Colour = light.darker(wall, 0.3)
    p.circle(x, y - 46, 39, gate)
    p.rect(x - 39, y - 46, x + 39, y + 4, gate)
    p.circle(x, y - 44, 28, DOOR)
    p.rect(x - 28, y - 44, x + 28, y + 4, DOOR)
    p.rect(-9, g, p.w + 9, p.h + 9, grass)
    p.floor(grass)
    path = light.mix((246, 224, 178), light.SNOW, 0.55 if p.snow else 0)
    p.poly([(x - 26, y + 2), (x + 26, y + 2), (p.w * 0.5 + 150, p.h + 20), (p.w * 0.5 - 130, p.h + 20)], path, 0, 3)
    for v, size in p.arranged(((0.06, 110), (0.95, 130)), ((0.8, 120), (0.94, 150)), ((0.05, 150), (0.17, 110))):
        (pine if p.arrangement else tree)(p, p.x(v), g + 18, size * s)


def fairy_village(p: Painter) -> None:
    """Mushroom houses with lit windows, big flowers and a string of lanterns."""
    p.sky()
    g, s, grass = p.ground, p.size, p.grass()
    violet = p.hued((170, 140, 214), (128, 172, 210), (222, 150, 190))
    p.land((0.6, 0.46, 0.66, 0.5, 0.6), light.mix(violet, light.SNOW, 0.5 if p.snow else 0), 0.45)
    p.land((0.76, 0.86, 0.8, 0.88, 0.74), light.mix(grass, violet, 0.3), 0.2)
    red = p.hued((228, 82, 84), (240, 140, 70), (150, 100, 200))
    blue = p.hued((104, 136, 214), (214, 92, 130), (66, 160, 160))
    if p.arrangement != 1:
        _mushroom_house(p, p.x(0.52), g + 2, 0.74 * s, blue)
    _mushroom_house(p, p.x(p.arranged(0.2, 0.28, 0.16)), g + 14, 1.15 * s, red)
    _mushroom_house(
        p, p.x(p.arranged(0.82, 0.76, 0.86)), g + 12, 0.95 * s, p.hued((244, 170, 72), (120, 110, 200), (236, 110, 120))
    )
    p.floor(grass, (246, 222, 190))
    bush(p, p.x(0.0), g + 34, 100)
    bush(p, p.x(0.99), g + 40, 110)
    if not p.snow:
        for v, y, colour in ((0.06, 112, (255, 160, 190)), (0.94, 124, (255, 246, 236)), (0.16, 150, (190, 150, 236))):
            flower(p, p.x(v), g + y, 56, colour)


def _mushroom_house(p: Painter, x: float, y: float, s: float, cap: Colour) -> None:
    cream: Colour = (255, 240, 216)
    p.pen.blob(
        [(x - 46 * s, y), (x - 40 * s, y - 92 * s), (x + 40 * s, y - 92 * s), (x + 46 * s, y)], p.lit(cream), 0.5
    )
    p.pen.shape(
        [(x + 24 * s, y - 92 * s), (x + 42 * s, y - 92 * s), (x + 47 * s, y), (x + 30 * s, y)],
        p.lit(light.darker(cream, 0.14)),
    )
    p.rect(x - 22 * s, y - 54 * s, x + 12 * s, y, DOOR, 15 * s)
    pane(p, x + 26 * s, y - 56 * s, 13 * s, 13 * s, 13 * s)
    brim, top = y - 78 * s, y - 176 * s
    tone = p.roof(cap)
    p.pen.blob(
        [
            (x - 92 * s, brim),
            (x - 62 * s, top + 34 * s),
            (x, top),
            (x + 62 * s, top + 34 * s),
            (x + 92 * s, brim),
            (x, brim + 10 * s),
        ],
        p.lit(p.shade(tone, 0.18)),
    )
    p.pen.blob(
        [
            (x - 90 * s, brim - 2),
            (x - 62 * s, top + 36 * s),
            (x, top),
            (x + 42 * s, top + 24 * s),
            (x + 44 * s, brim - 14 * s),
            (x - 20 * s, brim + 4 * s),
        ],
        p.lit(tone),
    )
    spots = light.SNOW_SHADE if p.snow else (255, 246, 232)
    for dx, dy, r in ((-44, 44, 14), (4, 30, 17), (52, 62, 12), (-8, 74, 10)):
        p.oval(x + dx * s, top + dy * s, r * s, r * s * 0.86, spots)


DRAW = {"castle": castle, "fairy village": fairy_village}
