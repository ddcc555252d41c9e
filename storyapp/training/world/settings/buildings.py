"""Houses, castles and windows in flat tones."""

from __future__ import annotations

from ..palette import Colour
from . import light
from .painter import Painter

STONE: tuple[Colour, Colour, Colour] = ((214, 206, 216), (226, 210, 190), (190, 202, 216))
DOOR: Colour = (150, 92, 62)


def pane(p: Painter, x: float, y: float, rx: float, ry: float, radius: float = 4, far: float = 0) -> None:
    """A window of a house: lit at night."""
    colour = light.LAMP if p.night else p.lit((176, 222, 240), far)
    p.pen.box(
        x,
        y,
        rx,
        ry,
        radius,
        light.mix(colour, light.FOG["night"], 0.3) if p.night and p.spec.weather == "fog" else colour,
    )


def house(
    p: Painter, x: float, y: float, width: float, height: float, wall: Colour, roof: Colour, far: float = 0
) -> None:
    """A gabled house with two windows and a door, standing at (x, y)."""
    half = width / 2
    chimney = x + half * 0.55
    p.rect(chimney - 9, y - height - width * 0.42, chimney + 9, y - height, light.darker(wall, 0.25), far=far)
    p.rect(x - half, y - height, x + half, y, wall, far=far)
    p.rect(x + half * 0.68, y - height, x + half, y, light.darker(wall, 0.12), far=far)
    tone = p.roof(roof)
    p.poly(
        [(x - width * 0.58, y - height), (x, y - height - width * 0.5), (x + width * 0.58, y - height)], tone, far, 3
    )
    p.poly(
        [(x + width * 0.24, y - height), (x, y - height - width * 0.5), (x + width * 0.58, y - height)],
        p.shade(tone, 0.16),
        far,
        3,
    )
    for dx in (-0.25, 0.25):
        pane(p, x + dx * width, y - height * 0.66, width * 0.11, height * 0.14, far=far)
    p.rect(x - width * 0.12, y - height * 0.4, x + width * 0.12, y, DOOR, width * 0.05, far)


def tower(
    p: Painter, x: float, y: float, width: float, height: float, wall: Colour, roof: Colour, far: float = 0
) -> None:
    """A round tower with a pointed roof, shaded on its right."""
    half = width / 2
    p.rect(x - half, y - height, x + half, y, wall, far=far)
    p.rect(x + half * 0.4, y - height, x + half, y, light.darker(wall, 0.14), far=far)
    tone = p.roof(roof)
    top = y - height - width * 1.25
    p.poly([(x - half * 1.25, y - height), (x, top), (x + half * 1.25, y - height)], tone, far, 2)
    p.poly([(x + half * 0.4, y - height), (x, top), (x + half * 1.25, y - height)], p.shade(tone, 0.18), far, 2)
    pane(p, x - half * 0.1, y - height * 0.72, width * 0.15, width * 0.22, width * 0.15, far)


def battlements(p: Painter, x0: float, x1: float, y: float, wall: Colour, far: float = 0) -> None:
    """Five bold merlons along the top of a wall."""
    step = (x1 - x0) / 9
    for i in range(0, 9, 2):
        p.rect(x0 + i * step, y - abs(step) * 0.9, x0 + (i + 1) * step, y + 2, wall, far=far)


def flag(p: Painter, x: float, y: float, size: float, colour: Colour) -> None:
    """A pennant on a pole that ends at (x, y)."""
    p.rect(x - 3, y - size, x + 3, y, (120, 96, 90))
    p.poly([(x, y - size), (x + size * 0.9 * p.side, y - size * 0.72), (x, y - size * 0.44)], colour)


def view(p: Painter, x: float, y: float, width: float, height: float, frame: Colour = (252, 248, 238)) -> None:
    """A window of a room, with the weather outside."""
    p.windows.append((x - width / 2, y - height / 2, x + width / 2, y + height / 2))
    p.rect(x - width / 2 - 11, y - height / 2 - 11, x + width / 2 + 11, y + height / 2 + 11, frame, 8)
    top, middle, low = light.sky_bands(p.spec.time, p.spec.weather)
    p.pen.box(x, y, width / 2, height / 2, 3, top)
    p.pen.box(x, y + height * 0.16, width / 2, height * 0.34, 3, low if p.spec.time != "night" else middle)
    hill = light.SNOW if p.spec.weather == "snow" else (126, 190, 104)
    hill = light.lit(hill, p.spec.time, p.spec.weather, False, 0.3)
    p.pen.box(x, y + height * 0.4, width / 2, height * 0.1, 3, hill)
    _window_weather(p, x, y, width, height)
    p.rect(x - 5, y - height / 2, x + 5, y + height / 2, frame)
    p.rect(x - width / 2 - 16, y + height / 2 + 6, x + width / 2 + 16, y + height / 2 + 20, light.darker(frame, 0.1), 5)


def _window_weather(p: Painter, x: float, y: float, width: float, height: float) -> None:
    """What falls, hangs or shines outside, bold enough for a window of a few cells."""
    right, left, top = x + width * 0.24, x - width * 0.24, y - height / 2
    weather, r = p.spec.weather, min(width, height) * 0.13
    if weather == "cloudy":
        colour = light.mix(light.CLOUD[p.spec.time], light.WHITE, 0.3)
        p.cloud(left, y - height * 0.16, width * 0.22, colour)
        p.cloud(x + width * 0.16, y + height * 0.08, width * 0.27, colour)
    elif weather == "fog":
        p.pen.box(x, y, width / 2, height / 2, 3, light.mix(light.FOG[p.spec.time], light.WHITE, 0.2))
        p.pen.box(
            x, y + height * 0.28, width / 2, height * 0.12, 3, light.mix(light.FOG[p.spec.time], light.WHITE, 0.5)
        )
    elif weather == "rain":
        cloud = light.DARK_CLOUD[p.spec.time]
        p.pen.box(x, top + height * 0.12, width / 2, height * 0.12, 3, cloud)
        for middle, half in ((left, 0.2), (right, 0.24)):
            p.pen.ellipse(middle, top + height * 0.24, width * half, height * 0.11, cloud)
    if weather in ("rain", "snow"):
        for across, down in ((-0.38, 0.0), (-0.16, 0.24), (0.16, 0.06), (0.37, 0.26)):
            if weather == "rain":
                p.pen.ellipse(x + across * width, y + down * height, 6, 17, (214, 232, 250), 14)
            else:
                for above in (0, 0.3):
                    p.pen.circle(x + across * width, y + (down - above) * height, 9, light.WHITE)
    elif weather == "clear" and p.night:
        p.pen.circle(right, y - height * 0.2, r, light.MOON)
        for across, down in ((-0.3, -0.26), (-0.16, 0.06)):
            p.star(x + width * across, y + height * down, r * 0.62)
    elif weather == "clear":
        p.pen.circle(right, y - height * 0.16, r * 1.2, (255, 222, 88) if p.spec.time == "day" else (255, 240, 160))
