"""Settings by the water."""

from __future__ import annotations

from collections.abc import Sequence

import skia

from ..palette import Colour
from ..pen import joined
from . import light
from .buildings import house
from .painter import Painter
from .plants import bush, palm, pine, tree

WATER: tuple[Colour, Colour, Colour] = ((78, 168, 222), (70, 178, 206), (94, 156, 224))


def _ripples(p: Painter, colour: Colour, places: Sequence[tuple[float, float]], half: float = 46) -> None:
    for x, y in places:
        p.rect(p.x(x) - half, p.ground + y - 5, p.x(x) + half, p.ground + y + 5, light.lighter(colour, 0.4), 5)


def _shine(p: Painter) -> None:
    """The path of light that sun or moon lay on the water."""
    if p.spec.weather != "clear" or p.spec.time == "day":
        return
    colour = (122, 146, 206) if p.night else (255, 214, 140)
    x = p.x(p.arranged(0.78, 0.72, 0.82))
    for i in range(3):
        p.pen.box(x, p.ground + 20 + 30 * i, 58 - 12 * i, 7, 7, colour)


def river(p: Painter) -> None:
    """A broad river winding to the front between meadows, with a bridge or trees."""
    p.sky()
    grass, water, g, s = p.grass(), WATER[p.palette], p.ground, p.size
    p.land((0.7, 0.56, 0.74, 0.62, 0.72), light.mix(grass, (96, 160, 190), 0.35), 0.55)
    p.land((0.82, 0.9, 0.94, 0.84, 0.76), p.shade(grass, 0.12), 0.25)
    for v, size in p.arranged(((0.1, 150), (0.9, 120)), ((0.16, 110), (0.84, 160)), ((0.06, 120), (0.2, 150))):
        tree(p, p.x(v), g + 6, size * s, 0.1)
    p.floor(grass)
    w, h = p.w, p.h
    left = [(0.40, 0.0), (0.30, 0.2), (0.30, 0.44), (0.14, 0.72), (0.10, 1.2)]
    right = [(1.06, 1.2), (0.96, 0.8), (0.84, 0.5), (0.72, 0.24), (0.62, 0.0)]
    for colour, grow in (((236, 214, 164) if not p.snow else light.SNOW_SHADE, 0.035), (water, 0.0)):
        banks = [[(p.x(v + side * grow), g + (h - g) * y) for v, y in bank] for side, bank in ((-1, left), (1, right))]
        p.pen.fill(joined(*banks), p.lit(colour))
    _ripples(p, water, ((0.5, 34), (0.66, 84), (0.36, 112), (0.56, 150)), w * 0.07)
    if p.arrangement != 2:
        _bridge(p, p.x(0.52))
    bush(p, p.x(0.0), g + 60, 120)


def _bridge(p: Painter, x: float) -> None:
    g, stone = p.ground, (206, 176, 158)
    p.pen.arc((x - 124, g + 12), (x, g - 44), (x + 124, g + 12), p.lit(stone), 34)
    p.pen.arc((x - 124, g - 8), (x, g - 64), (x + 124, g - 8), p.lit(p.roof(light.lighter(stone, 0.4))), 12)


def lake(p: Painter) -> None:
    """A wide lake below blue hills and firs, a cabin with a jetty, reeds in front."""
    p.sky()
    grass, water, g, h, s = p.grass(), WATER[p.palette], p.ground, p.h, p.size
    p.land((0.6, 0.42, 0.66, 0.46, 0.62), light.mix(grass, (70, 124, 210), 0.72), 0.4)
    p.land((0.78, 0.86, 0.8, 0.88, 0.74), p.shade(grass, 0.16), 0.2)
    for v, size in p.arranged(
        ((0.06, 150), (0.18, 110), (0.9, 130)), ((0.5, 90), (0.94, 150)), ((0.08, 120), (0.4, 90))
    ):
        pine(p, p.x(v), g + 4, size * s, 0.1)
    house(p, p.x(p.arranged(0.68, 0.26, 0.78)), g + 2, 88, 50 * s, (176, 118, 82), (190, 80, 72), 0.05)
    p.rect(-9, g, p.w + 9, h + 9, water)
    p.rect(-9, g, p.w + 9, g + 26, light.darker(water, 0.16))
    _ripples(p, water, ((0.2, 56), (0.54, 78), (0.8, 50), (0.34, 116), (0.72, 126)))
    _shine(p)
    p.oval(p.x(0.04), h + 20, p.w * 0.52, (h - g) * 0.34, p.shade(grass, 0.12))
    p.oval(p.x(0.0), h + 26, p.w * 0.5, (h - g) * 0.32, grass)
    for dx, top in ((0.04, 120), (0.1, 96), (0.15, 78)):
        x = p.x(dx)
        p.rect(x - 4, h - 60 - top, x + 4, h - 30, (78, 140, 84))
        p.rect(x - 10, h - 78 - top, x + 10, h - 24 - top, (138, 88, 62), 10)


def beach(p: Painter) -> None:
    """Sand with a palm and a parasol, white surf, blue sea with a sail or island."""
    p.sky(0.62)
    water, g, h, s, w = WATER[p.palette], p.ground, p.h, p.size, p.w
    sand: Colour = light.SNOW if p.snow else p.hued((252, 222, 160), (250, 214, 166), (250, 228, 180))
    p.rect(-9, p.y(0.8), w + 9, h, light.darker(water, 0.1))
    _far_sail(p, p.x(p.arranged(0.46, 0.3, 0.56)), p.y(0.86), s)
    p.rect(-9, p.y(0.9), w + 9, h, light.lighter(water, 0.2))
    p.oval(p.x(0.72), h + 6, w * 0.98, h - g + 22, light.WHITE)
    p.oval(p.x(0.74), h + 20, w * 0.98, h - g + 18, sand)
    p.oval(
        p.x(0.3), g + (h - g) * 0.6, w * 0.4, (h - g) * 0.14, light.lighter(sand, 0.4) if not p.snow else light.WHITE
    )
    p.oval(p.x(1.0), h + 6, w * 0.3, (h - g) * 0.24, p.shade(sand, 0.1))
    palm(p, p.x(0.9), g + 46, 290 * s, -0.12 * p.side)
    if p.arrangement != 1:
        _parasol(p, p.x(0.14), g + 46, p.hued((236, 92, 84), (246, 160, 70), (120, 110, 200)))
    else:
        bush(p, p.x(0.98), g + 64, 110)


def _far_sail(p: Painter, x: float, y: float, s: float) -> None:
    p.poly([(x - 4, y - 66 * s), (x - 4, y - 12), (x - 44, y - 12)], (252, 248, 240), 0, 2)
    p.poly([(x + 6, y - 56 * s), (x + 6, y - 12), (x + 36, y - 12)], (240, 110, 92), 0, 2)
    p.poly([(x - 46, y - 6), (x + 44, y - 6), (x + 28, y + 14), (x - 30, y + 14)], (150, 88, 66), 0, 2)


def _parasol(p: Painter, x: float, y: float, colour: Colour) -> None:
    p.rect(x - 5, y - 130, x + 5, y, (250, 244, 232))
    top, cream = p.y(0) + y - 160, (255, 246, 226)
    edge = y - 96
    for i in range(4):
        x0, x1 = x - 84 + 42 * i, x - 42 + 42 * i
        p.poly([(x, top), (x0, edge), (x1, edge)], colour if i % 2 == 0 else cream, 0, 4)


def sea(p: Painter) -> None:
    """Open sea in bold waves, with a lighthouse, island or ship."""
    p.sky()
    water, g, h, w = WATER[p.palette], p.ground, p.h, p.w
    deep = light.mix(water, (24, 84, 170), 0.45)
    p.rect(-9, g - 12, w + 9, h + 9, deep)
    p.arranged(_lighthouse, _ship, _island)(p, p.x(0.26))
    _shine(p)
    for i, (y, share) in enumerate(((34, 0.25), (84, 0.5), (140, 0.75))):
        colour = light.mix(deep, light.lighter(water, 0.1), share)
        _wave(p, g + y * (h - g) / 195, 22, colour, i)


def _wave(p: Painter, y: float, rise: float, colour: Colour, phase: int) -> None:
    step = 128
    count = int(p.w // step) + 3
    for crest, dy in ((light.lighter(colour, 0.34), -9.0), (colour, 0.0)):
        points = [
            (-step + (i * 0.5 + 0.25 * (phase % 2)) * step, y + dy - (rise if i % 2 else 0)) for i in range(count * 2)
        ]
        p.pen.fill(_below(points, p.h), p.lit(crest))


def _below(points: list[tuple[float, float]], bottom: float) -> skia.Path:
    return joined(points, [(points[-1][0], bottom + 20), (points[0][0], bottom + 20)])


def _lighthouse(p: Painter, x: float) -> None:
    g, s = p.ground, p.size
    top = g - 190 * s
    p.oval(x, g + 16, 96, 44, p.roof((126, 116, 140)))
    if p.night and p.spec.weather != "fog":
        p.pen.shape([(x, top - 14), (x + p.side * 190, top - 56), (x + p.side * 190, top + 22)], (96, 108, 158))
    p.poly([(x - 24, top), (x + 24, top), (x + 38, g), (x - 38, g)], (252, 246, 238))
    for y0, y1 in ((0.2, 0.42), (0.64, 0.86)):
        a, b = 24 + 14 * y0, 24 + 14 * y1
        ya, yb = top + (g - top) * y0, top + (g - top) * y1
        p.poly([(x - a, ya), (x + a, ya), (x + b, yb), (x - b, yb)], (224, 80, 76))
    p.rect(x - 34, top - 6, x + 34, top + 8, (76, 84, 120), 4)
    p.pen.box(x, top - 20, 19, 17, 3, light.LAMP if p.night else p.lit((255, 236, 160)))
    p.poly([(x - 26, top - 34), (x, top - 56), (x + 26, top - 34)], p.roof((224, 80, 76)), 0, 2)


def _ship(p: Painter, x: float) -> None:
    g, d, s = p.ground + 16, p.side, p.size
    x = p.x(0.34)
    p.rect(x - 6, g - 190 * s, x + 6, g - 30, (130, 88, 66))
    p.pen.blob(
        [(x - d * 8, g - 176 * s), (x + d * 84, g - 120 * s), (x + d * 92, g - 66), (x - d * 8, g - 60)],
        p.lit((255, 246, 226)),
        0.5,
    )
    p.poly([(x - d * 12, g - 160 * s), (x - d * 12, g - 62), (x - d * 84, g - 62)], (236, 106, 88), 0, 3)
    p.poly([(x - 108, g - 44), (x + 108, g - 44), (x + 76, g + 16), (x - 76, g + 16)], (164, 96, 70), 0, 4)
    p.rect(x - 104, g - 44, x + 104, g - 30, (222, 160, 96))


def _island(p: Painter, x: float) -> None:
    g = p.ground
    p.oval(x, g + 10, 128, 46, p.roof((250, 218, 156)))
    p.oval(x, g - 8, 84, 40, p.grass())
    palm(p, x - 10, g - 30, 190 * p.size, 0.16)
    palm(p, x + 22, g - 24, 140 * p.size, -0.3)


DRAW = {"river": river, "lake": lake, "beach": beach, "sea": sea}
