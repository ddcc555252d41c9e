"""Settings indoors."""

from __future__ import annotations

from ..palette import Colour
from . import light
from .buildings import view
from .furniture import CREAM, WOOD, banner, bed, candles, fireplace, lamp, pendant, picture, plant, stove
from .painter import Painter


def _room(p: Painter, wall: Colour, floor: Colour, rug: Colour | None = None) -> None:
    g, w, h = p.ground, p.w, p.h
    p.rect(-9, -9, w + 9, h + 9, wall)
    p.rect(-9, g * 0.74, w + 9, g, light.darker(wall, 0.08))
    p.rect(-9, g, w + 9, h + 9, floor)
    p.rect(-9, g + (h - g) * 0.46, w + 9, h + 9, light.lighter(floor, 0.12))
    p.rect(-9, g - 13, w + 9, g, CREAM)
    if rug:
        p.oval(w / 2, h * 0.86, w * 0.4, h * 0.095, light.darker(rug, 0.14))
        p.oval(w / 2, h * 0.855, w * 0.33, h * 0.068, rug)


def bedroom(p: Painter) -> None:
    """A bed below the wall, a window, a lamp."""
    wall = p.hued((250, 214, 196), (186, 214, 234), (214, 202, 236))
    quilt = p.hued((84, 150, 206), (236, 128, 104), (96, 176, 150))
    g, s = p.ground, p.size
    _room(p, wall, (206, 156, 112), light.lighter(quilt, 0.45))
    view(p, p.x(0.32), p.y(0.4), 172 * s, 160 * s)
    x = p.x(p.arranged(0.72, 0.68, 0.73))
    with p.scaled(x, g + 40, 1.22):
        bed(p, x, quilt)
    if p.arrangement == 1:
        picture(p, p.x(0.72), p.y(0.32), 34 * s, quilt)
    else:
        lamp(p, p.x(0.06), p.y(0.44), 0.9)


def kitchen(p: Painter) -> None:
    """A counter with a stove, hanging cupboards, a window over the sink."""
    wall = p.hued((255, 238, 190), (222, 238, 226), (252, 222, 208))
    unit = p.hued((82, 158, 150), (232, 142, 92), (92, 140, 190))
    g, s = p.ground, p.size
    _room(p, wall, (226, 214, 196))
    p.rect(-9, g - 92 * s, p.w + 9, g, unit)
    p.rect(-9, g - 18, p.w + 9, g, light.darker(unit, 0.3))
    p.rect(-9, g - 106 * s, p.w + 9, g - 88 * s, CREAM)
    for v in (0.08, 0.3, 0.5, 0.92):
        p.rect(p.x(v) - 42, g - 76 * s, p.x(v) + 42, g - 28, light.lighter(unit, 0.22), 8)
        p.circle(p.x(v) + 28, g - 58 * s, 6, (255, 224, 130))
    stove(p, p.x(0.72))
    view(p, p.x(p.arranged(0.34, 0.35, 0.33)), p.y(0.35), 164 * s, 128 * s)
    pendant(p, 0.54, 0.1)
    p.rect(p.x(0.0) - 74, -9, p.x(0.0) + 74, p.y(0.4), light.darker(unit, 0.12), 6)
    p.rect(p.x(0.98) - 66, -9, p.x(0.98) + 66, p.y(0.4), light.darker(unit, 0.12), 6)


def living_room(p: Painter) -> None:
    """A sofa, a window or fireplace, a standing lamp, a round rug."""
    wall = p.hued((190, 216, 204), (250, 224, 182), (206, 208, 232))
    sofa = p.hued((226, 106, 88), (76, 140, 150), (238, 168, 80))
    g, s = p.ground, p.size
    _room(p, wall, (190, 138, 98), light.lighter(sofa, 0.5))
    if p.arrangement == 1:
        fireplace(p, p.x(0.2))
        view(p, p.x(0.64), p.y(0.34), 160 * s, 118 * s)
    else:
        view(p, p.x(0.24), p.y(0.4), 176 * s, 160 * s)
        picture(p, p.x(0.68), p.y(0.3), 34 * s, light.darker(wall, 0.35))
    x = p.x(0.68)
    lamp(p, p.x(0.95), p.y(0.44))
    p.rect(x - 106, g - 92, x + 106, g, light.darker(sofa, 0.14), 28)
    p.rect(x - 96, g - 42, x + 96, g + 14, sofa, 14)
    for dx in (-110, 110):
        p.rect(x + dx - 24, g - 58, x + dx + 24, g + 18, light.lighter(sofa, 0.14), 22)
    p.rect(x - 82, g - 78, x - 30, g - 32, light.lighter(sofa, 0.6), 14)


def classroom(p: Painter) -> None:
    """A big blackboard with chalk, a window, low desks along the wall."""
    g, s = p.ground, p.size
    _room(p, p.hued((244, 232, 190), (204, 228, 236), (236, 216, 222)), (222, 178, 126))
    x, y = p.x(p.arranged(0.34, 0.34, 0.36)), p.y(0.42)
    p.rect(x - 154, y - 88 * s, x + 154, y + 88 * s, WOOD, 8)
    p.rect(x - 138, y - 72 * s, x + 138, y + 72 * s, p.hued((46, 116, 92), (52, 100, 110), (58, 84, 118)), 4)
    chalk: Colour = (240, 246, 236)
    p.circle(x - 92, y - 12, 26, p.arranged((255, 222, 120), (250, 160, 140), (160, 214, 240)))
    p.pen.line([(x - 36, y + 16), (x, y - 22), (x + 36, y + 16)], p.lit(chalk), 9)
    p.pen.line([(x + 66, y - 26), (x + 122, y - 26)], p.lit(chalk), 9)
    p.pen.line([(x + 66, y + 12), (x + 108, y + 12)], p.lit(chalk), 9)
    view(p, p.x(0.85), p.y(0.4), 118 * s, 148 * s)
    pendant(p, 0.66, 0.08)
    if p.arrangement:
        plant(p, p.x(p.arranged(0, 0.97, 0.05)), g + 10)
    for v in (0.16, 0.5, 0.84):
        x = p.x(v)
        for dx in (-44, 44):
            p.rect(x + dx - 7, g - 30, x + dx + 7, g + 30, (92, 112, 146))
        p.rect(x - 64, g - 44, x + 64, g - 24, (240, 176, 96), 8)
    p.rect(p.x(0.5) - 22, g - 66, p.x(0.5) + 22, g - 44, p.hued((222, 90, 80), (84, 150, 200), (110, 180, 110)), 4)


def shop(p: Painter) -> None:
    """Shelves of goods, a striped awning over a counter with a till."""
    g, s, w = p.ground, p.size, p.w
    awning = p.hued((226, 84, 76), (70, 150, 146), (236, 150, 66))
    _room(p, p.hued((255, 232, 204), (226, 238, 220), (226, 222, 240)), (220, 200, 172))
    goods: tuple[Colour, ...] = ((236, 104, 84), (250, 196, 84), (104, 178, 124), (92, 148, 214))
    for row in (0, 1):
        y = p.y(0.5 + 0.32 * row)
        for i in range(6):
            x = p.x(0.06 + 0.115 * i)
            colour = goods[(i + row * 2 + p.arrangement) % 4]
            if (i + row) % 2:
                p.circle(x, y - 22, 22, colour)
            else:
                p.rect(x - 19, y - 50 * s, x + 19, y, colour, 7)
        p.rect(p.x(-0.02), y, p.x(0.72), y + 14, WOOD, 3)
    for i in range(8):
        p.rect(i * w / 8, -9, (i + 1) * w / 8, p.y(0.2), awning if i % 2 else CREAM, 0)
        p.circle((i + 0.5) * w / 8, p.y(0.2), w / 16, awning if i % 2 else CREAM)
    view(p, p.x(0.87), p.y(0.39), 116 * s, 100 * s)
    pendant(p, 0.36, 0.26)
    x = p.x(0.82)
    p.rect(x - 106, g - 84, x + 120, g + 22, WOOD, 8)
    for dx in (-52, 52):
        p.rect(x + dx - 42, g - 64, x + dx + 42, g + 8, light.lighter(WOOD, 0.2), 6)
    p.rect(x - 114, g - 100, x + 130, g - 78, CREAM, 8)
    p.rect(x - 64, g - 140, x - 6, g - 100, (96, 108, 140), 10)
    p.rect(x - 54, g - 132, x - 16, g - 114, (190, 236, 214), 4)


def throne_room(p: Painter) -> None:
    """A throne on steps, pillars, banners and a red carpet."""
    g, w, h, s = p.ground, p.w, p.h, p.size
    wall = p.hued((168, 148, 200), (140, 168, 206), (206, 168, 158))
    royal = p.hued((206, 60, 84), (74, 84, 176), (122, 62, 150))
    gold: Colour = (252, 204, 92)
    _room(p, wall, (214, 204, 214))
    for v in p.arranged((0.2, 0.8), (0.2,), (0.2, 0.8)):
        view(p, p.x(v), p.y(0.36), 92 * s, 138 * s, light.darker(wall, 0.3))
    if p.arrangement == 1:
        banner(p, p.x(0.8), gold, royal)
    for v in (0.03, 0.97):
        p.rect(p.x(v) - 32, -9, p.x(v) + 32, g + 8, (238, 228, 222))
        p.rect(p.x(v) - 44, -9, p.x(v) + 44, 26, gold)
        p.rect(p.x(v) - 44, g - 12, p.x(v) + 44, g + 14, gold)
    x = w / 2
    p.poly([(x - 62, g), (x + 62, g), (x + w * 0.25, h + 9), (x - w * 0.25, h + 9)], royal)
    p.poly(
        [(x - 88, -9), (x + 88, -9), (x + 88, p.y(0.66)), (x, p.y(0.78)), (x - 88, p.y(0.66))],
        light.darker(royal, 0.22),
    )
    p.rect(x - 118, g - 20, x + 118, g + 10, (236, 226, 226), 4)
    p.rect(x - 56, g - 150 * s, x + 56, g - 18, gold, 22)
    p.rect(x - 40, g - 134 * s, x + 40, g - 30, royal, 16)
    p.rect(x - 66, g - 66, x + 66, g - 40, gold, 12)
    p.rect(x - 52, g - 48, x + 52, g - 18, light.darker(gold, 0.15), 6)
    candles(p, p.x(p.arranged(0.26, 0.74, 0.3)), gold)
    if p.arrangement == 2:
        plant(p, p.x(0.8), g + 24)
    for dx in (-52, 0, 52):
        p.circle(x + dx, g - (152 if dx else 162) * s, 15, light.lighter(gold, 0.3))


DRAW = {
    "bedroom": bedroom,
    "kitchen": kitchen,
    "living room": living_room,
    "classroom": classroom,
    "shop": shop,
    "throne room": throne_room,
}
