"""Settings far from home: desert, snowfield and jungle."""

from __future__ import annotations

from ..palette import Colour
from . import light
from .painter import Painter
from .plants import palm, pine


def desert(p: Painter) -> None:
    """Dunes with a light and a dark side, tall cactuses, a red table mountain."""
    p.sky()
    sand = p.hued((248, 208, 132), (250, 196, 128), (242, 214, 152))
    if p.snow:
        sand = light.mix(sand, light.SNOW, 0.7)
    g, s = p.ground, p.size
    red: Colour = (214, 122, 88)
    x, half = p.x(p.arranged(0.66, 0.3, 0.78)), p.w * 0.2
    p.poly([(x - half, g), (x - half * 0.62, p.y(0.54)), (x + half * 0.6, p.y(0.54)), (x + half, g)], red, 0.35, 4)
    p.poly(
        [(x + half * 0.2, g), (x + half * 0.3, p.y(0.54)), (x + half * 0.6, p.y(0.54)), (x + half, g)],
        light.darker(red, 0.16),
        0.35,
        4,
    )
    if p.arrangement != 1:
        p.rect(x - half * 0.62, p.y(0.54), x + half * 0.6, p.y(0.6), p.roof(light.lighter(red, 0.3)), 0, 0.35)
    p.land((0.72, 0.8, 0.92, 0.86, 0.9), light.darker(sand, 0.12), 0.15)
    p.land((0.98, 0.94, 0.84, 0.9, 1.0), light.lighter(sand, 0.2), 0.05)
    p.floor(sand)
    _cactus(p, p.x(0.13), g + 34, 200 * s)
    _cactus(p, p.x(p.arranged(0.9, 0.86, 0.5)), g + 12, 110 * s)
    p.oval(p.x(0.8), g + 70, 46, 20, (190, 140, 110))
    p.oval(p.x(0.8) - 8, g + 64, 34, 13, p.roof((222, 172, 134)))


def _cactus(p: Painter, x: float, y: float, size: float) -> None:
    green, wide = p.hued((72, 158, 102), (96, 160, 80), (50, 146, 118)), size * 0.085
    dark = light.darker(green, 0.18)
    for side, low, high in ((-1, 0.36, 0.66), (1, 0.5, 0.82)):
        arm = x + side * size * 0.22
        p.rect(x, y - size * low - wide * 0.8, arm, y - size * low + wide * 0.8, dark, wide * 0.8)
        p.rect(arm - wide * 0.8, y - size * high, arm + wide * 0.8, y - size * low + wide * 0.8, dark, wide * 0.8)
    p.rect(x - wide * 1.1, y - size, x + wide * 1.1, y, green, wide * 1.1)
    p.rect(
        x - wide * 0.6,
        y - size * 0.9,
        x - wide * 0.1,
        y - size * 0.1,
        light.SNOW if p.snow else light.lighter(green, 0.3),
        wide * 0.25,
    )
    if not p.snow:
        p.circle(x, y - size, 11, (240, 110, 140))


def snowfield(p: Painter) -> None:
    """White hills with blue shades, snowy firs and an igloo or snowman."""
    p.sky()
    g, s = p.ground, p.size
    p.land((0.62, 0.74, 0.6, 0.72, 0.56), p.hued((176, 204, 236), (196, 196, 236), (168, 214, 226)), 0.3)
    p.land((0.9, 0.76, 0.86, 0.78, 0.9), p.hued((214, 230, 248), (222, 222, 248), (206, 234, 240)), 0.1)
    was, p.snow = p.snow, True
    for v, size in p.arranged(
        ((0.06, 170), (0.2, 120), (0.94, 140)), ((0.08, 130), (0.5, 110)), ((0.9, 180), (0.76, 120))
    ):
        pine(p, p.x(v), g + 8, size * s)
    p.floor(light.SNOW)
    p.snow = was
    if p.arrangement == 2:
        _snowman(p, p.x(0.2), g + 40)
    else:
        _igloo(p, p.x(0.7), g + 26, 96)


def _igloo(p: Painter, x: float, y: float, r: float) -> None:
    p.pen.blob(
        [(x - r, y), (x - r * 0.7, y - r * 0.76), (x, y - r * 1.08), (x + r * 0.7, y - r * 0.76), (x + r, y)],
        p.lit((190, 216, 244)),
    )
    p.pen.blob(
        [
            (x - r * 0.9, y - r * 0.3),
            (x - r * 0.6, y - r * 0.78),
            (x, y - r * 1.02),
            (x + r * 0.3, y - r * 0.9),
            (x - r * 0.3, y - r * 0.5),
        ],
        p.lit((238, 246, 255)),
    )
    p.rect(x - r * 1.04, y - 10, x + r * 1.04, y + 10, (206, 226, 248), 10)
    p.circle(x, y - r * 0.26, r * 0.44, (222, 236, 252))
    p.rect(x - r * 0.44, y - r * 0.26, x + r * 0.44, y + 10, (222, 236, 252))
    inside = light.LAMP if p.night else p.lit((76, 112, 172))
    p.pen.circle(x, y - r * 0.24, r * 0.28, inside)
    p.pen.box(x, y - r * 0.06, r * 0.28, r * 0.17, 0, inside)


def _snowman(p: Painter, x: float, y: float) -> None:
    for dy, r in ((-40, 46), (-106, 34)):
        p.circle(x + 5, y + dy + 3, r, light.SNOW_SHADE)
        p.circle(x, y + dy, r, light.WHITE)
    p.rect(x - 34, y - 88, x + 34, y - 72, (226, 84, 76), 8)
    p.rect(x + 10, y - 82, x + 26, y - 36, (226, 84, 76), 6)
    p.circle(x - 12, y - 114, 5, (50, 54, 84))
    p.circle(x + 12, y - 114, 5, (50, 54, 84))
    p.poly([(x - 2, y - 108), (x + 28, y - 100), (x - 2, y - 97)], (246, 150, 64), 0, 2)
    p.rect(x - 36, y - 144, x + 36, y - 132, (62, 70, 108), 5)
    p.rect(x - 24, y - 176, x + 24, y - 134, (62, 70, 108), 5)


def jungle(p: Painter) -> None:
    """Palms, giant leaves in front, hanging lianas and a waterfall or ruin behind."""
    p.sky(0.52)
    g, s = p.ground, p.size
    green = light.mix(p.leaf(), (20, 140, 90), 0.4)
    p.land((0.3, 0.46, 0.56, 0.44, 0.28), light.lighter(green, 0.3), 0.55)
    p.land((0.54, 0.66, 0.74, 0.6, 0.5), green, 0.3)
    if p.arrangement != 1:
        x = p.x(0.56)
        p.rect(x - 34, p.y(0.58), x + 34, g + 8, (120, 204, 230), 16)
        p.rect(x - 14, p.y(0.6), x + 6, g + 8, (222, 244, 250), 10)
    palm(p, p.x(0.3), g + 10, 250 * s, 0.14 * p.side)
    palm(p, p.x(p.arranged(0.78, 0.7, 0.84)), g + 10, 290 * s, -0.12 * p.side)
    p.floor(light.darker(p.grass(), 0.16), (214, 176, 122))
    for v, angle in ((0.0, -64), (0.02, -30), (0.04, -4)):
        _giant_leaf(p, p.x(v), g + 64, angle, light.darker(green, 0.08 if angle == -30 else 0.26))
    for v, angle in ((1.0, 244), (0.98, 210), (0.96, 184)):
        _giant_leaf(p, p.x(v), g + 70, angle, light.darker(green, 0.08 if angle == 210 else 0.26))
    for v in p.arranged((0.08, 0.92), (0.1, 0.46), (0.06, 0.52)):
        p.pen.line([(p.x(v), -9), (p.x(v + 0.04), p.y(0.25)), (p.x(v), p.y(0.46))], p.lit(light.darker(green, 0.3)), 11)
    for v in (-0.02, 0.2, 0.84, 1.02):
        p.circle(p.x(v), p.y(-0.06), 76 * s, light.darker(green, 0.3))


def _giant_leaf(p: Painter, x: float, y: float, angle: float, colour: Colour) -> None:
    angle = 180 - angle if p.mirrored else angle
    if p.snow:
        colour = light.mix(colour, light.SNOW, 0.5)
    with p.pen.placed(x, y, angle):
        p.pen.blob([(0, -10), (62, -34), (150, 0), (62, 34), (0, 10)], p.lit(colour))
        p.pen.line([(10, 0), (112, 0)], p.lit(light.lighter(colour, 0.3)), 8)


DRAW = {"desert": desert, "snowfield": snowfield, "jungle": jungle}
