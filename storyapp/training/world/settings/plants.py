"""Trees, bushes and flowers in two flat tones."""

from __future__ import annotations

from ..palette import Colour
from . import light
from .painter import Painter

TRUNK: Colour = (136, 94, 68)


def _tops(p: Painter, leaf: Colour) -> Colour:
    return light.SNOW if p.snow else light.lighter(leaf, 0.24)


def tree(p: Painter, x: float, y: float, size: float, far: float = 0, leaf: Colour | None = None) -> None:
    """A round tree standing at (x, y), `size` high."""
    leaf = leaf or p.leaf()
    p.rect(x - size * 0.07, y - size * 0.5, x + size * 0.07, y, TRUNK, far=far)
    crown = light.darker(leaf, 0.12)
    p.circle(x - size * 0.17, y - size * 0.5, size * 0.22, crown, far)
    p.circle(x + size * 0.18, y - size * 0.5, size * 0.22, crown, far)
    p.circle(x, y - size * 0.68, size * 0.32, leaf, far)
    p.oval(x - size * 0.09, y - size * 0.79, size * 0.17, size * 0.13, _tops(p, leaf), far)


def poplar(p: Painter, x: float, y: float, size: float, far: float = 0) -> None:
    """A slim oval tree."""
    leaf = p.leaf()
    p.rect(x - size * 0.05, y - size * 0.3, x + size * 0.05, y, TRUNK, far=far)
    p.oval(x, y - size * 0.58, size * 0.2, size * 0.42, leaf, far)
    p.oval(x - size * 0.05, y - size * 0.72, size * 0.09, size * 0.2, _tops(p, leaf), far)


def pine(p: Painter, x: float, y: float, size: float, far: float = 0) -> None:
    """A fir of three tiers, its right side darker."""
    leaf = light.mix(p.leaf(), (22, 100, 92), 0.5)
    p.rect(x - size * 0.06, y - size * 0.2, x + size * 0.06, y, TRUNK, far=far)
    for i in range(3):
        bottom, half = y - size * (0.12 + 0.24 * (2 - i)), size * (0.19 + 0.075 * i)
        top = bottom - size * 0.42
        p.poly([(x, top), (x + half, bottom), (x - half, bottom)], leaf, far, 2)
        p.poly([(x, top), (x + half, bottom), (x + half * 0.2, bottom)], light.darker(leaf, 0.2), far, 2)
        if p.snow:
            p.poly(
                [(x, top), (x + half * 0.5, top + size * 0.21), (x - half * 0.5, top + size * 0.21)], light.SNOW, far, 2
            )


def palm(p: Painter, x: float, y: float, size: float, lean: float = 0.15, far: float = 0) -> None:
    """A palm whose trunk leans by `lean` of its height."""
    tx, ty = x + lean * size, y - size * 0.76
    trunk = p.lit((170, 122, 78), far)
    p.pen.line([(x, y), (x + lean * size * 0.35, y - size * 0.4), (tx, ty)], trunk, size * 0.09, round_ends=False)
    leaf = light.mix(p.leaf(), (60, 170, 90), 0.4)
    for i, (angle, tone) in enumerate(((-158, 0.2), (-22, 0.2), (-120, 0.0), (-60, 0.0), (160, 0.1), (20, 0.1))):
        with p.pen.placed(tx, ty, angle):
            colour = _tops(p, leaf) if i in (2, 3) else light.darker(leaf, tone)
            p.pen.blob(
                [(-4, 0), (size * 0.2, -size * 0.09), (size * 0.42, size * 0.02), (size * 0.2, size * 0.05)],
                p.lit(colour, far),
            )
    p.circle(tx - size * 0.04, ty + size * 0.05, size * 0.05, (120, 80, 56), far)


def bush(p: Painter, x: float, y: float, size: float, leaf: Colour | None = None, far: float = 0) -> None:
    """A low bush, `size` wide."""
    leaf = leaf or p.leaf()
    p.rect(x - size * 0.5, y - size * 0.26, x + size * 0.5, y, leaf, size * 0.13, far)
    p.circle(x - size * 0.18, y - size * 0.28, size * 0.22, leaf, far)
    p.circle(x + size * 0.16, y - size * 0.32, size * 0.26, leaf, far)
    p.oval(x + size * 0.12, y - size * 0.42, size * 0.15, size * 0.1, _tops(p, leaf), far)


def flower(p: Painter, x: float, y: float, size: float, colour: Colour) -> None:
    """A bold flower on a stalk."""
    p.rect(x - 3, y - size, x + 3, y, (72, 146, 82))
    for dx, dy in ((-0.26, 0), (0.26, 0), (0, -0.26), (0, 0.26)):
        p.circle(x + dx * size, y - size + dy * size, size * 0.24, colour)
    p.circle(x, y - size, size * 0.18, (255, 222, 110))
