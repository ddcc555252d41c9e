"""Settings beyond the ground: underwater, sky, space and cave."""

from __future__ import annotations

from ..palette import Colour
from . import light
from .painter import Painter


def underwater(p: Painter) -> None:
    """Bands of blue water, beams of light, corals and seaweed on a sandy bottom."""
    g, h, w, s = p.ground, p.h, p.w, p.size
    top, middle, low = p.hued(
        ((126, 214, 232), (72, 176, 216), (44, 136, 192)),
        ((128, 224, 214), (66, 186, 190), (34, 144, 166)),
        ((140, 196, 240), (88, 150, 222), (60, 112, 194)),
    )
    p.rect(-9, -9, w + 9, h + 9, low)
    p.oval(w / 2, -30, w * 0.95, g * 0.86, middle)
    p.oval(w / 2, -40, w * 0.66, g * 0.46, top)
    for v in (0.4, 0.62):
        p.poly(
            [(p.x(v) - 16, -9), (p.x(v) + 26, -9), (p.x(v + 0.1) + 46, p.y(0.7)), (p.x(v + 0.1) - 34, p.y(0.7))],
            light.lighter(middle, 0.22),
        )
    p.land((0.76, 0.92, 0.96, 0.88, 0.7), light.darker(low, 0.2))
    p.floor((244, 216, 160))
    coral = p.hued((250, 120, 112), (252, 160, 90), (238, 120, 180))
    _coral(p, p.x(p.arranged(0.12, 0.2, 0.1)), g + 30, 120 * s, coral)
    _coral(p, p.x(p.arranged(0.8, 0.92, 0.7)), g + 12, 84 * s, light.mix(coral, (170, 120, 220), 0.6))
    for v, top_share in ((0.9, 0.36), (0.97, 0.52), (0.02, 0.5)):
        _seaweed(p, p.x(v), p.y(top_share), g + 40)
    for v, y, r in ((0.3, 0.62, 12), (0.34, 0.44, 16), (0.29, 0.26, 10)):
        p.circle(p.x(v), p.y(y), r, (206, 240, 250))
    p.oval(p.x(0.3), g + 28, 40, 20, (138, 142, 176))
    if p.arrangement == 2:
        _chest(p, p.x(0.42), g + 44)


def _coral(p: Painter, x: float, y: float, size: float, colour: Colour) -> None:
    for dx, top, wide in ((0.0, 1.0, 0.2), (-0.36, 0.7, 0.17), (0.36, 0.78, 0.17)):
        p.pen.line(
            [(x, y - size * 0.06), (x + dx * size * 0.8, y - size * 0.34), (x + dx * size, y - size * top)],
            p.lit(colour),
            size * wide,
        )
        p.circle(x + dx * size, y - size * top, size * wide * 0.62, light.lighter(colour, 0.3))


def _seaweed(p: Painter, x: float, top: float, bottom: float) -> None:
    rise = bottom - top
    points = [(x, bottom), (x + 15, bottom - rise * 0.3), (x - 13, bottom - rise * 0.65), (x + 7, top)]
    p.pen.line(points, p.lit(p.hued((54, 158, 104), (110, 170, 70), (30, 140, 126))), 22)


def _chest(p: Painter, x: float, y: float) -> None:
    p.rect(x - 44, y - 44, x + 44, y, (160, 100, 66), 5)
    p.rect(x - 48, y - 62, x + 48, y - 38, (190, 124, 78), 10)
    p.rect(x - 11, y - 48, x + 11, y - 24, (252, 206, 96), 4)


def sky(p: Painter) -> None:
    """High up: a floor of great clouds, small clouds around, a rainbow or a balloon."""
    p.sky()
    g, h, w, s = p.ground, p.h, p.w, p.size
    white = light.mix(
        light.CLOUD[p.spec.time],
        p.hued((255, 255, 255), (255, 214, 226), (214, 210, 255)),
        0.4 if not p.night else 0.08,
    )
    base = light.sky_bands(p.spec.time, p.spec.weather)[0]
    if p.arrangement == 0 and not p.night and p.spec.weather != "fog":
        rainbow: tuple[Colour, ...] = ((240, 112, 104), (252, 196, 96), (120, 196, 130), (104, 150, 226))
        for i, colour in enumerate(rainbow):
            p.pen.ring(p.x(0.36), g + 40, (190 - 22 * i) * s, (190 - 22 * i) * s, p.lit(colour, 0.2), 23)
    elif p.arrangement == 1:
        _balloon(p, p.x(0.24), p.y(0.36), 62 * s)
    else:
        p.cloud(p.x(0.2), p.y(0.5), 70 * s, light.mix(white, base, 0.2))
    tones = [light.mix(white, base, share) for share in (0.62, 0.34, 0.06)]
    for i, (y, r) in enumerate(((-6, 66), (26, 78), (84, 96))):
        for j in range(5):
            p.pen.circle(
                w * (j + 0.5 * (i % 2)) / 4, g + y + r * 0.8 - 16 * (j % 2), r * (w / 512 if w > 512 else 1), tones[i]
            )
        p.pen.box(w / 2, h, w, h - g - y - r, 0, tones[i])
    p.pen.ellipse(p.x(0.2), h, w * 0.4, (h - g) * 0.2, tones[1])


def _balloon(p: Painter, x: float, y: float, r: float) -> None:
    one = p.hued((238, 98, 88), (250, 170, 70), (110, 130, 214))
    p.pen.line([(x - r * 0.3, y + r), (x - r * 0.2, y + r * 1.55)], p.lit((120, 84, 70)), 5)
    p.pen.line([(x + r * 0.3, y + r), (x + r * 0.2, y + r * 1.55)], p.lit((120, 84, 70)), 5)
    p.circle(x, y, r, one)
    p.poly(
        [
            (x - r * 0.86, y + r * 0.5),
            (x + r * 0.86, y + r * 0.5),
            (x + r * 0.3, y + r * 1.16),
            (x - r * 0.3, y + r * 1.16),
        ],
        one,
    )
    p.oval(x, y, r * 0.42, r, (255, 244, 222))
    p.rect(x - r * 0.3, y + r * 1.5, x + r * 0.3, y + r * 1.9, (180, 120, 80), 6)


def space(p: Painter) -> None:
    """Deep violet space with a ringed planet, stars and a cratered moon to stand on."""
    g, h, w, s = p.ground, p.h, p.w, p.size
    deep = p.hued((42, 32, 98), (28, 38, 100), (62, 30, 92))
    if p.night:
        deep = light.darker(deep, 0.3)
    elif p.spec.time == "sunset":
        deep = light.mix(deep, (150, 60, 110), 0.35)
    p.pen.box(w / 2, h / 2, w, h, 0, deep)
    p.pen.ellipse(p.x(0.3), g, w * 0.72, g * 0.5, light.mix(deep, (120, 80, 190), 0.24))
    p.stars()
    x, y = p.x(p.arranged(0.74, 0.68, 0.78)), p.y(0.34)
    planet = p.hued((250, 160, 96), (112, 200, 206), (240, 128, 150))
    p.pen.circle(x, y, 66 * s, planet)
    with p.pen.placed(x, y, -18 * p.side):
        p.pen.box(0, -26 * s, 50 * s, 9, 9, light.lighter(planet, 0.3))
        p.pen.box(0, 30 * s, 46 * s, 9, 9, light.darker(planet, 0.18))
        p.pen.box(0, 2, 108 * s, 9, 9, (255, 230, 170))
    p.arranged(_rocket, _earth, _earth)(p, p.x(0.2), p.y(0.56))
    rock: Colour = light.mix(p.hued((190, 186, 222), (222, 190, 176), (176, 200, 214)), deep, 0.3 if p.night else 0.0)
    p.pen.box(w / 2, (g + h) / 2 + 6, w, (h - g) / 2 + 6, 0, rock)
    p.pen.ellipse(w / 2, g + 6, w * 0.7, 22, rock)
    p.pen.ellipse(p.x(1.0), h + 4, w * 0.4, 60, light.darker(rock, 0.14))
    for v, dy, r in ((0.14, 42, 44), (0.82, 60, 54), (0.46, 24, 26)):
        p.pen.ellipse(p.x(v), g + dy, r, r * 0.34, light.darker(rock, 0.26))
        p.pen.ellipse(p.x(v), g + dy + 6, r * 0.8, r * 0.22, light.darker(rock, 0.12))


def _earth(p: Painter, x: float, y: float) -> None:
    y = p.y(0.5)
    p.pen.circle(x, y, 44, (80, 160, 224))
    p.pen.ellipse(x - 12, y - 12, 20, 15, (110, 194, 120))
    p.pen.ellipse(x + 17, y + 16, 15, 12, (110, 194, 120))


def _rocket(p: Painter, x: float, y: float) -> None:
    with p.pen.placed(x, y, 18 * p.side):
        p.pen.blob([(-14, 66), (0, 128), (14, 66)], (255, 190, 84))
        p.pen.shape([(-28, 20), (-54, 72), (-20, 64)], (224, 80, 84), 3)
        p.pen.shape([(28, 20), (54, 72), (20, 64)], (224, 80, 84), 3)
        p.pen.blob([(0, -84), (30, -20), (24, 66), (-24, 66), (-30, -20)], (250, 246, 244))
        p.pen.blob([(0, -86), (21, -44), (0, -38), (-21, -44)], (224, 80, 84))
        p.pen.circle(0, 0, 15, (104, 180, 226))


def cave(p: Painter) -> None:
    """A dark vault with stalactites, a bright mouth and glowing crystals."""
    g, h, w, s = p.ground, p.h, p.w, p.size
    rock = p.hued((168, 126, 148), (128, 140, 184), (184, 136, 118))
    p.rect(-9, -9, w + 9, h + 9, light.darker(rock, 0.36))
    x = p.x(p.arranged(0.5, 0.38, 0.62))
    p.pen.blob(
        [(x - 150, g + 20), (x - 128, p.y(0.4)), (x, p.y(0.2)), (x + 130, p.y(0.42)), (x + 150, g + 20)],
        p.lit(light.darker(rock, 0.14)),
    )
    top, _, low = light.sky_bands(p.spec.time, p.spec.weather)
    p.pen.blob([(x - 100, g + 20), (x - 84, p.y(0.5)), (x, p.y(0.34)), (x + 88, p.y(0.52)), (x + 100, g + 20)], low)
    if p.night:
        p.pen.circle(x + 30, p.y(0.55), 22, light.MOON)
        p.star(x - 40, p.y(0.6), 10)
    else:
        p.pen.circle(x, g + 4, 62, light.SNOW if p.spec.weather == "snow" else light.mix(top, (110, 190, 100), 0.7))
    for v, length, half in ((0.06, 0.5, 46), (0.22, 0.26, 34), (0.76, 0.3, 36), (0.92, 0.56, 50), (0.5, 0.16, 30)):
        p.poly([(p.x(v) - half, -9), (p.x(v) + half, -9), (p.x(v), p.y(length))], rock, 0, 4)
        p.poly([(p.x(v) + half * 0.2, -9), (p.x(v) + half, -9), (p.x(v), p.y(length))], light.darker(rock, 0.18), 0, 4)
    ground = light.mix(rock, (226, 190, 160), 0.4)
    p.rect(-9, g, w + 9, h + 9, ground)
    p.oval(x, g + 40, w * 0.36, 34, light.lighter(ground, 0.26))
    p.oval(p.x(1.0), h + 4, w * 0.4, 54, light.darker(ground, 0.16))
    glow = p.hued((110, 226, 226), (250, 150, 214), (160, 232, 130))
    for v, size in p.arranged(((0.12, 1.0), (0.9, 0.7)), ((0.82, 1.0), (0.08, 0.7)), ((0.14, 0.8), (0.26, 0.6))):
        _crystal(p, p.x(v), g + 26, size * s, glow)


def _crystal(p: Painter, x: float, y: float, s: float, glow: Colour) -> None:
    if p.night:
        glow = light.mix(glow, (70, 110, 220), 0.2)
    for dx, top, half in ((-30, 62, 17), (32, 70, 17), (0, 112, 23)):
        cx, tip = x + dx * s, y - top * s
        p.pen.shape(
            [
                (cx - half * s, y),
                (cx - half * s, tip + 24 * s),
                (cx, tip),
                (cx + half * s, tip + 24 * s),
                (cx + half * s, y),
            ],
            glow,
        )
        p.pen.shape([(cx, y), (cx, tip), (cx + half * s, tip + 24 * s), (cx + half * s, y)], light.darker(glow, 0.26))


DRAW = {"underwater": underwater, "sky": sky, "space": space, "cave": cave}
