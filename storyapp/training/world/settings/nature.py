"""Settings in the green: forest, hills and mountains."""

from __future__ import annotations

from ..palette import Colour
from . import light
from .painter import Painter
from .plants import TRUNK, bush, pine, tree


def forest(p: Painter) -> None:
    """Great trunks left and right, a wall of crowns behind, a clearing with a path."""
    p.sky(p.arranged(0.5, 0.48, 0.42))
    leaf, g, s = p.leaf(), p.ground, p.size
    p.land((0.34, 0.46, 0.62, 0.5, 0.36), light.lighter(leaf, 0.3), 0.6)
    p.land((0.5, 0.6, 0.76, 0.66, 0.46), leaf, 0.35)
    for v, size in p.arranged(((0.3, 190), (0.68, 210)), ((0.36, 170), (0.62, 170)), ((0.26, 150), (0.74, 220))):
        (pine if p.arrangement == 2 else tree)(p, p.x(v), g + 4, size * s, 0.2)
    p.floor(light.SNOW if p.snow else light.darker(p.grass(), 0.12), (226, 200, 150))
    for v, half in ((0.06, 36), (0.93, 44)):
        x = p.x(v)
        p.poly(
            [
                (x - half, -9),
                (x + half, -9),
                (x + half * 1.1, g),
                (x + half * 1.7, g + 48),
                (x - half * 1.7, g + 48),
                (x - half * 1.1, g),
            ],
            TRUNK,
            0,
            3,
        )
        p.poly(
            [
                (x + half * 0.3, -9),
                (x + half, -9),
                (x + half * 1.1, g),
                (x + half * 1.7, g + 48),
                (x + half * 0.4, g + 48),
            ],
            light.darker(TRUNK, 0.22),
            0,
            3,
        )
    crown = light.darker(leaf, 0.22)
    for v, y, r in ((-0.04, 0.06, 110), (0.2, -0.06, 92), (0.86, -0.06, 96), (1.04, 0.1, 116)):
        p.circle(p.x(v), p.y(y), r * s, crown)
    for v, y in ((0.04, 0.04), (0.92, 0.02)):
        p.oval(p.x(v), p.y(y), 62 * s, 40 * s, light.SNOW if p.snow else light.lighter(crown, 0.16))
    bush(p, p.x(0.2), g + 40, 112, light.darker(leaf, 0.1))
    if not p.snow:
        _mushroom(p, p.x(p.arranged(0.8, 0.76, 0.3)), g + 66)


def _mushroom(p: Painter, x: float, y: float) -> None:
    p.rect(x - 9, y - 34, x + 9, y, (252, 240, 222), 7)
    p.pen.blob(
        [(x - 32, y - 26), (x - 20, y - 52), (x + 20, y - 52), (x + 32, y - 26), (x, y - 21)], p.lit((226, 82, 74))
    )
    p.circle(x - 9, y - 40, 6, (252, 240, 222))
    p.circle(x + 12, y - 38, 5, (252, 240, 222))


def hills(p: Painter) -> None:
    """Rolling green hills with round trees and a winding path."""
    p.sky()
    grass, g, s = p.grass(), p.ground, p.size
    p.land((0.66, 0.5, 0.68, 0.56, 0.74), light.mix(grass, (96, 160, 190), 0.4), 0.6)
    p.land((0.62, 0.7, 0.84, 0.72, 0.6), p.shade(grass, 0.1), 0.3)
    p.land((0.96, 0.86, 0.74, 0.82, 0.98), light.lighter(grass, 0.16) if not p.snow else light.WHITE, 0.1)
    for v, y, size in p.arranged(
        ((0.5, 0.84, 170), (0.92, 0.80, 116), (0.16, 0.74, 84)),
        ((0.14, 0.82, 176), (0.6, 0.82, 110), (0.76, 0.84, 84)),
        ((0.88, 0.8, 180), (0.4, 0.84, 116), (0.28, 0.76, 80)),
    ):
        tree(p, p.x(v), p.y(y), size * s, 0.1)
    p.floor(grass, (246, 226, 172))
    bush(p, p.x(0.06), g + 30, 110)


def mountains(p: Painter) -> None:
    """Three pointed peaks with snow caps, dark firs at their feet."""
    p.sky(p.arranged(0.62, 0.4, 0.5))
    rock = p.hued((124, 134, 178), (150, 132, 164), (104, 142, 168))
    peaks = p.arranged(
        ((0.12, 0.42, 0.34), (0.8, 0.3, 0.4), (0.44, 0.12, 0.44)),
        ((0.5, 0.34, 0.36), (0.88, 0.44, 0.3), (0.2, 0.14, 0.44)),
        ((0.5, 0.42, 0.3), (0.18, 0.24, 0.4), (0.8, 0.12, 0.42)),
    )
    for i, (v, top, half) in enumerate(peaks):
        _peak(p, p.x(v), p.y(top), half * p.w, rock, 0.5 - 0.22 * i)
    p.land((0.88, 0.94, 0.9, 0.95, 0.86), p.shade(p.grass(), 0.14), 0.2)
    for v, size in ((0.05, 140), (0.16, 104), (0.86, 112), (0.96, 150)):
        pine(p, p.x(v), p.ground + 12, size * p.size, 0.05)
    p.floor(p.grass(), (226, 214, 190))


def _peak(p: Painter, x: float, top: float, half: float, rock: Colour, far: float) -> None:
    g = p.ground + 4
    d = (g - top) * 0.3
    k = half * 0.3
    p.poly([(x - half, g), (x, top), (x + half, g)], light.lighter(rock, 0.16), far, 3)
    p.poly(
        [(x, top), (x + half, g), (x - half * 0.1, g), (x + half * 0.14, top + d * 1.6)],
        light.darker(rock, 0.18),
        far,
        3,
    )
    zigzag = [
        (x + k, top + d),
        (x + k * 0.5, top + d * 0.8),
        (x + k * 0.1, top + d * 1.25),
        (x - k * 0.45, top + d * 0.8),
        (x - k, top + d),
    ]
    p.poly([(x, top), *zigzag], light.SNOW, far, 3)
    p.poly([(x, top), *zigzag[:3]], light.SNOW_SHADE, far, 3)


DRAW = {"forest": forest, "hills": hills, "mountains": mountains}
