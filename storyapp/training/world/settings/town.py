"""Settings among houses: street, playground, garden and farm."""

from __future__ import annotations

import skia

from ..palette import Colour
from . import light
from .buildings import house, pane
from .painter import Painter
from .plants import bush, flower, poplar, tree

WALLS: tuple[Colour, ...] = ((250, 204, 120), (240, 148, 120), (142, 196, 196), (250, 232, 200), (196, 170, 214))
ROOFS: tuple[Colour, ...] = ((200, 84, 72), (96, 104, 150), (172, 96, 84))
FENCE: Colour = (252, 248, 238)


def _fence(p: Painter, x0: float, x1: float, y: float, height: float, colour: Colour = FENCE) -> None:
    p.rect(x0, y - height * 0.7, x1, y - height * 0.45, colour)
    count = max(2, round(abs(x1 - x0) / 40))
    for i in range(count):
        x = min(x0, x1) + (i + 0.5) * abs(x1 - x0) / count
        p.rect(x - 9, y - height, x + 9, y, colour, 6)


def street(p: Painter) -> None:
    """A row of gabled town houses, a street lamp, pavement and road."""
    p.sky()
    p.land((0.72, 0.6, 0.7, 0.58, 0.7), (150, 176, 200), 0.5)
    g, s, w = p.ground, p.size, p.w
    count = 4 if w < 600 else 6
    step = w / count
    for i in range(count):
        j = i if not p.mirrored else count - 1 - i
        k = j + p.arrangement + p.palette
        height = (136, 176, 116, 156, 128, 170)[(j + p.arrangement * 2) % 6] * s
        _town_house(p, (i + 0.5) * step, step * 0.5, height, WALLS[k % 5], ROOFS[k % 3], k)
    road: Colour = light.SNOW if p.snow else (134, 140, 164)
    p.floor(light.SNOW if p.snow else (222, 214, 206))
    edge = g + (p.h - g) * 0.34
    p.rect(-9, edge - 9, w + 9, p.h + 9, (190, 184, 186) if not p.snow else light.SNOW_SHADE)
    p.rect(-9, edge + 6, w + 9, p.h + 9, road)
    for i in range(4):
        p.rect(
            w * (i * 0.3 - 0.06),
            edge + 74,
            w * (i * 0.3 + 0.1),
            edge + 88,
            (246, 238, 214) if not p.snow else light.SNOW_SHADE,
            7,
        )
    _street_lamp(p, p.x(p.arranged(0.88, 0.12, 0.74)), edge - 12)


def _town_house(p: Painter, x: float, half: float, height: float, wall: Colour, roof: Colour, kind: int) -> None:
    g = p.ground
    top, tone = g - height, p.roof(roof)
    peak = top - (half * 1.1 if kind % 2 else half * 0.7)
    p.poly([(x - half, top), (x, peak), (x + half, top)], tone, 0, 2)
    p.poly([(x + half * 0.3, top), (x, peak), (x + half, top)], p.shade(tone, 0.18), 0, 2)
    p.rect(x - half, top, x + half, g, wall)
    p.rect(x + half - 15, top, x + half, g, light.darker(wall, 0.14))
    for row in range(2 if height > 140 * p.size else 1):
        for dx in (-0.42, 0.3):
            pane(p, x + dx * half, top + 32 + row * 52, half * 0.2, 17)
    p.rect(x - half * 0.28, g - 54, x + half * 0.2, g, ((150, 92, 62), (74, 122, 130), (176, 78, 78))[kind % 3], 8)


def _street_lamp(p: Painter, x: float, y: float) -> None:
    metal: Colour = (70, 78, 112)
    top = y - 196 * p.size
    if p.night:
        p.pen.circle(x, top, 44, (118, 112, 132))
    p.rect(x - 5, top, x + 5, y, metal)
    p.rect(x - 18, y - 14, x + 18, y, metal, 5)
    p.pen.circle(x, top, 20, light.LAMP if p.night else p.lit((255, 236, 170)))
    p.rect(x - 24, top - 27, x + 24, top - 14, metal, 6)


def playground(p: Painter) -> None:
    """A slide and a swing before trees."""
    p.sky()
    p.land((0.84, 0.74, 0.82, 0.7, 0.8), p.grass(), 0.55)
    g, s = p.ground, p.size
    for v in p.arranged((0.5, 0.96), (0.42, 0.58), (0.04, 0.97)):
        tree(p, p.x(v), g + 4, 150 * s, 0.25)
    p.floor(p.grass(), None)
    p.oval(
        p.x(0.5),
        g + (p.h - g) * 0.62,
        p.w * 0.46,
        (p.h - g) * 0.26,
        (246, 220, 164) if not p.snow else light.SNOW_SHADE,
    )
    bright = p.hued((236, 92, 84), (82, 140, 214), (250, 160, 64))
    second = p.hued((82, 140, 214), (250, 184, 64), (66, 164, 150))
    _slide(p, p.x(0.22), bright, second)
    _swing(p, p.x(0.76), bright, second)


def _slide(p: Painter, x: float, bright: Colour, second: Colour) -> None:
    g, d, s = p.ground, p.side, p.size
    top = g - 128 * s
    for dx in (-50, -6):
        p.rect(x + d * dx - 7, top - 34, x + d * dx + 7, g + 22, second)
    p.poly([(x - d * 70, top - 30), (x - d * 28, top - 72), (x + d * 14, top - 30)], p.roof(bright), 0, 3)
    for i in range(3):
        p.rect(x - d * 50, top + 36 + i * 36 * s, x - d * 6, top + 47 + i * 36 * s, light.lighter(second, 0.4))
    p.rect(x - d * 56, top, x + d * 8, top + 14, second, 5)
    p.pen.line([(x, top + 6), (x + d * 50, g - 54), (x + d * 128, g + 26)], p.lit(light.darker(bright, 0.2)), 30)
    p.pen.line([(x, top + 2), (x + d * 50, g - 58), (x + d * 128, g + 22)], p.lit(light.lighter(bright, 0.2)), 16)


def _swing(p: Painter, x: float, bright: Colour, second: Colour) -> None:
    g, s = p.ground, p.size
    top = g - 150 * s
    for dx in (-78, 78):
        p.pen.line([(x + dx, top), (x + dx * 1.32, g + 24)], p.lit(bright), 13)
        p.pen.line([(x + dx, top), (x + dx * 0.74, g + 12)], p.lit(light.darker(bright, 0.2)), 12)
    p.rect(x - 88, top - 9, x + 88, top + 8, bright, 8)
    for dx in (-24, 24):
        p.rect(x + dx - 4, top, x + dx + 4, g - 30, (250, 236, 196))
    p.rect(x - 38, g - 36, x + 38, g - 20, second, 7)


def garden(p: Painter) -> None:
    """A cottage, a white fence, bushes and big flowers."""
    p.sky()
    p.land((0.8, 0.7, 0.84, 0.76, 0.82), p.grass(), 0.6)
    g, s, w = p.ground, p.size, p.w
    blossom = p.hued((248, 178, 190), p.leaf(), (250, 208, 120))
    tree(
        p,
        p.x(p.arranged(0.8, 0.86, 0.6)),
        g + 8,
        218 * s,
        0,
        light.mix(blossom, light.SNOW, 0.6) if p.snow else blossom,
    )
    if p.arrangement != 2:
        house(p, p.x(0.24), g + 2, 170, 104 * s, WALLS[3], p.hued((206, 96, 84), (92, 122, 160), (150, 104, 96)))
    else:
        bush(p, p.x(0.1), g + 2, 170)
        poplar(p, p.x(0.28), g + 2, 190 * s)
    bush(p, p.x(0.98), g + 4, 150)
    p.floor(p.grass(), (240, 214, 162))
    _fence(p, p.x(0.4), p.x(1.04), g + 22, 62)
    reds = p.hued((236, 92, 100), (250, 150, 72), (180, 110, 200))
    for i, (v, y) in enumerate(((0.05, 84), (0.16, 120), (0.95, 104))):
        if not p.snow:
            flower(p, p.x(v), g + y, 48, (reds, (252, 246, 236), light.lighter(reds, 0.3))[i])
    bush(p, p.x(0.0), p.h + 10, 150, light.darker(p.leaf(), 0.1))
    bush(p, w - p.x(0.0), p.h + 16, 120, light.darker(p.leaf(), 0.1))


def farm(p: Painter) -> None:
    """A red barn with a silo, striped fields and a wooden fence."""
    p.sky()
    wheat: Colour = light.SNOW if p.snow else p.hued((248, 214, 112), (222, 208, 98), (250, 196, 104))
    p.land((0.74, 0.66, 0.76, 0.7, 0.8), p.grass(), 0.6)
    p.land((0.92, 0.86, 0.8, 0.76, 0.72), wheat, 0.2)
    p.land((0.98, 0.95, 0.93, 0.88, 0.82), p.shade(wheat, 0.16), 0.15)
    g, s = p.ground, p.size
    x = p.x(p.arranged(0.3, 0.36, 0.26))
    _silo(p, x + p.side * 122)
    _barn(p, x, p.hued((206, 74, 68), (186, 84, 70), (90, 130, 150)))
    for v in p.arranged((0.76, 0.9), (0.95,), (0.64, 0.74, 0.84)):
        poplar(p, p.x(v), g + 3, 128 * s, 0.1)
    p.floor(p.grass(), (232, 200, 150))
    _fence(p, p.x(0.6), p.x(1.04), g + 26, 56, (176, 124, 86))


def _barn(p: Painter, x: float, red: Colour) -> None:
    g, top = p.ground + 4, p.ground - 92 * p.size
    roof = p.roof((112, 84, 96))
    p.poly(
        [(x - 92, g), (x - 92, top), (x - 58, top - 52), (x, top - 84), (x + 58, top - 52), (x + 92, top), (x + 92, g)],
        red,
    )
    p.rect(x + 72, top, x + 92, g, light.darker(red, 0.2))
    p.pen.stroke(_roof_line(x, top), p.lit(roof), 18)
    p.rect(x - 44, g - 76, x + 44, g, FENCE, 3)
    p.rect(x - 34, g - 67, x + 34, g, light.darker(red, 0.18))
    p.poly([(x - 34, g - 62), (x - 22, g - 67), (x + 34, g - 5), (x + 22, g)], FENCE)
    p.rect(x - 26, top - 36, x + 26, top + 2, FENCE, 4)
    pane(p, x, top - 16, 17, 13)


def _roof_line(x: float, top: float) -> skia.Path:
    path = skia.Path()
    path.moveTo(x - 102, top + 8)
    for dx, dy in ((-62, -54), (0, -90), (62, -54), (102, 8)):
        path.lineTo(x + dx, top + dy)
    return path


def _silo(p: Painter, x: float) -> None:
    g, top = p.ground + 2, p.ground - 156 * p.size
    p.circle(x, top, 35, p.roof((118, 130, 164)))
    p.rect(x - 33, top, x + 33, g, (214, 220, 228))
    p.rect(x + 12, top, x + 33, g, (178, 188, 206))
    p.rect(x - 36, top - 4, x + 36, top + 10, (150, 160, 186))


DRAW = {"street": street, "playground": playground, "garden": garden, "farm": farm}
