"""The painter that all settings share: a lit pen, the variant of the layout, sky, weather and ground."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import skia

from ..concepts import INDOORS
from ..palette import Colour
from ..pen import Pen, Point
from ..spec import BackdropSpec
from . import light

T = TypeVar("T")
Pane = tuple[float, float, float, float]  # (x0, y0, x1, y1)
VARIANTS = 6
STARS = ((0.07, 0.30), (0.19, 0.10), (0.33, 0.24), (0.46, 0.09), (0.58, 0.27), (0.90, 0.34), (0.95, 0.12))
CLOUDS = ((0.16, 0.20, 1.0), (0.47, 0.10, 0.8), (0.93, 0.27, 0.9))
DARK_CLOUDS = ((0.10, 0.12, 1.5), (0.42, 0.06, 1.6), (0.72, 0.13, 1.5), (1.0, 0.07, 1.4))
FALLING = (
    (0.08, 0.36),
    (0.24, 0.50),
    (0.30, 0.28),
    (0.47, 0.42),
    (0.55, 0.60),
    (0.68, 0.32),
    (0.82, 0.50),
    (0.94, 0.38),
)
GRASS: tuple[Colour, Colour, Colour] = ((140, 200, 96), (170, 202, 86), (108, 192, 122))
LEAVES: tuple[Colour, Colour, Colour] = ((72, 158, 92), (118, 164, 64), (46, 146, 116))


class Painter:
    """Draws in units of which the short side has 512; `ground` is the height of the ground line."""

    def __init__(self, canvas: skia.Canvas, spec: BackdropSpec, width: float, height: float, ground: float) -> None:
        self.pen, self.spec, self.w, self.h = Pen(canvas), spec, width, height
        self.ground = ground * height
        self.indoor = spec.setting in INDOORS
        self.night, self.snow = spec.time == "night", spec.weather == "snow" and not self.indoor
        self.size = 1.2 if height > width else 1.0
        variant = spec.layout % VARIANTS
        self.mirrored, self.arrangement = variant % 2 == 1, variant // 2
        self.palette = min(2, int(spec.hue * 3))
        self.windows: list[Pane] = []  # those that show the weather outside

    def x(self, share: float) -> float:
        """The place a share along the width, mirrored in every other layout."""
        return self.w * (1 - share if self.mirrored else share)

    def y(self, share: float) -> float:
        """The height a share of the way from the top to the ground (more than 1: in front)."""
        return self.ground * share

    @property
    def side(self) -> int:
        """1, or −1 where the layout is mirrored."""
        return -1 if self.mirrored else 1

    def arranged(self, *options: T) -> T:
        """One of three options, by the layout."""
        return options[self.arrangement % len(options)]

    def hued(self, *options: T) -> T:
        """One of three options, by the palette."""
        return options[self.palette % len(options)]

    def lit(self, colour: Colour, far: float = 0.0) -> Colour:
        """The colour in the light of this place."""
        return light.lit(colour, self.spec.time, self.spec.weather, self.indoor, far)

    def rect(
        self, x0: float, y0: float, x1: float, y1: float, colour: Colour, radius: float = 0, far: float = 0
    ) -> None:
        """A lit box between two corners."""
        rx, ry = abs(x1 - x0) / 2, abs(y1 - y0) / 2
        self.pen.box((x0 + x1) / 2, (y0 + y1) / 2, rx, ry, radius, self.lit(colour, far))

    def circle(self, x: float, y: float, radius: float, colour: Colour, far: float = 0) -> None:
        """A lit circle."""
        self.pen.circle(x, y, radius, self.lit(colour, far))

    def oval(self, x: float, y: float, rx: float, ry: float, colour: Colour, far: float = 0, angle: float = 0) -> None:
        """A lit ellipse."""
        self.pen.ellipse(x, y, rx, ry, self.lit(colour, far), angle)

    def poly(self, points: Sequence[Point], colour: Colour, far: float = 0, rounding: float = 0) -> None:
        """A lit polygon."""
        self.pen.shape(points, self.lit(colour, far), rounding)

    def land(self, heights: Sequence[float], colour: Colour, far: float = 0) -> None:
        """Rolling land: heights (in shares of the ground line) at even steps across the picture."""
        step = (self.w + 160) / (len(heights) - 1)
        ordered = heights[::-1] if self.mirrored else heights
        top = [(-80 + i * step, self.y(v)) for i, v in enumerate(ordered)]
        below = self.h + 200
        self.pen.blob([*top, (self.w + 90, below), (-90, below)], self.lit(colour, far), tension=0.9)

    @contextmanager
    def scaled(self, x: float, y: float, scale: float) -> Iterator[None]:
        """Draw everything larger around the point (x, y)."""
        with self.pen.placed(x, y, 0, scale, scale), self.pen.placed(-x, -y):
            yield

    def sky(self, sun: float | None = None) -> None:
        """The sky of the time and weather in three bands; `sun`: the place of sun or moon."""
        top, middle, low = light.sky_bands(self.spec.time, self.spec.weather)
        self.pen.box(self.w / 2, self.h / 2, self.w, self.h, 0, top)
        self.pen.ellipse(self.w / 2, self.ground, self.w * 0.9, self.ground * 0.68, middle)
        self.pen.ellipse(self.w / 2, self.ground, self.w * 0.72, self.ground * 0.38, low)
        if self.spec.weather == "clear":
            self._light(self.x(sun or self.arranged(0.78, 0.72, 0.82)))
        if self.spec.weather in ("rain", "cloudy", "snow"):
            self._clouds()
        elif self.spec.weather == "clear" and self.spec.time != "night":
            for x, y, size in CLOUDS[:2]:
                self.cloud(self.x(x), self.y(y), 44 * size, light.CLOUD[self.spec.time])

    def _light(self, x: float) -> None:
        r = 36 * self.size
        if self.night:
            self.stars()
            self.moon(x, self.y(0.2), r)
        elif self.spec.time == "day":
            self.pen.circle(x, self.y(0.18), r * 1.4, (190, 232, 236))
            self.pen.circle(x, self.y(0.18), r, (255, 222, 88))
        else:
            self.pen.circle(x, self.y(0.42), r * 1.75, (255, 178, 104))
            self.pen.circle(x, self.y(0.42), r * 1.2, (255, 236, 150))

    def moon(self, x: float, y: float, r: float) -> None:
        """A moon with its halo."""
        self.pen.circle(x, y, r * 1.5, (48, 68, 146))
        self.pen.circle(x, y, r, light.MOON)
        self.pen.circle(x - r * 0.3, y - r * 0.2, r * 0.24, (240, 218, 156))
        self.pen.circle(x + r * 0.3, y + r * 0.32, r * 0.18, (240, 218, 156))

    def stars(self) -> None:
        """A few bold stars."""
        for i, (x, y) in enumerate(STARS):
            self.star(self.x(x), self.y(y), 11 if i % 2 else 8)

    def star(self, x: float, y: float, r: float, colour: Colour = light.MOON) -> None:
        """A star with four points."""
        k = r * 0.32
        points = [(x, y - r), (x + k, y - k), (x + r, y), (x + k, y + k)]
        self.pen.shape([*points, (x, y + r), (x - k, y + k), (x - r, y), (x - k, y - k)], colour, 1.5)

    def _clouds(self) -> None:
        if self.spec.weather == "cloudy":
            for x, y, size in (*CLOUDS, (0.72, 0.3, 0.7)):
                self.cloud(self.x(x), self.y(y), 70 * size, light.CLOUD[self.spec.time])
            return
        dark = light.DARK_CLOUD[self.spec.time]
        colour = dark if self.spec.weather == "rain" else light.mix(light.CLOUD[self.spec.time], dark, 0.16)
        base = light.mix(colour, (60, 80, 150), 0.2)
        for tone, drop in ((base, 12), (colour, 0)):
            self.pen.box(self.w / 2, 0, self.w, self.y(0.1) + drop, 0, tone)
            for x, y, size in DARK_CLOUDS:
                self.pen.ellipse(self.x(x), self.y(y) + drop, self.w * 0.13 * size, 34 * size, tone)

    def cloud(self, x: float, y: float, r: float, colour: Colour) -> None:
        """A flat cloud with a shaded base; its colour is already lit."""
        self.pen.box(x, y + r * 0.24, r * 1.3, r * 0.26, r * 0.26, light.mix(colour, (90, 120, 190), 0.14))
        self.pen.box(x, y + r * 0.14, r * 1.3, r * 0.24, r * 0.24, colour)
        self.pen.circle(x - r * 0.45, y, r * 0.42, colour)
        self.pen.circle(x + r * 0.28, y - r * 0.12, r * 0.56, colour)

    def falling(self) -> None:
        """Bold drops or flakes, if it rains or snows."""
        for x, y in FALLING if self.spec.weather in ("rain", "snow") else ():
            if self.spec.weather == "rain":
                colour = (168, 204, 236) if not self.night else (112, 146, 214)
                self.pen.ellipse(self.x(x), self.h * y, 5, 14, colour, 14)
            else:
                self.pen.circle(self.x(x), self.h * y, 7.5, light.SNOW if not self.night else (206, 220, 250))

    def mist(self) -> None:
        """Two broad banks of fog, if it is foggy."""
        if self.spec.weather == "fog" and not self.indoor:
            colour = light.FOG[self.spec.time]
            self.pen.ellipse(self.x(0.16), self.y(0.84), self.w * 0.44, 17, colour)
            self.pen.ellipse(self.x(0.9), self.y(0.98), self.w * 0.38, 15, colour)

    def grass(self) -> Colour:
        """The colour of meadows here, white under snow."""
        return light.SNOW if self.snow else GRASS[self.palette]

    def leaf(self) -> Colour:
        """The colour of leaves here, frosted under snow."""
        return light.mix(LEAVES[self.palette], light.SNOW_SHADE, 0.3) if self.snow else LEAVES[self.palette]

    def roof(self, colour: Colour) -> Colour:
        """The colour of a roof, white under snow."""
        return light.SNOW if self.snow else colour

    def shade(self, colour: Colour, share: float = 0.14) -> Colour:
        """The second, darker tone of a ground."""
        return light.SNOW_SHADE if self.snow and colour == light.SNOW else light.darker(colour, share)

    def floor(self, colour: Colour, path: Colour | None = None) -> None:
        """The calm ground in front: one colour, a lighter swathe, and a path if given."""
        g, w, h = self.ground, self.w, self.h
        self.rect(-9, g, w + 9, h + 9, colour)
        light_tone = light.lighter(colour, 0.22) if not (self.snow and colour == light.SNOW) else light.WHITE
        self.oval(self.x(0.3), g + (h - g) * 0.34, w * 0.52, (h - g) * 0.17, light_tone)
        if path:
            c = light.mix(path, light.SNOW, 0.6) if self.snow else path
            start, end = self.x(self.arranged(0.62, 0.5, 0.72)), self.x(0.46)
            bend = self.x(0.7)
            points = [(start - 14, g), (start + 14, g), (bend + w * 0.06, g + (h - g) * 0.42), (end + w * 0.24, h + 20)]
            self.pen.blob([*points, (end - w * 0.2, h + 20), (bend - w * 0.1, g + (h - g) * 0.46)], self.lit(c), 0.7)
        self.oval(self.x(1.0), h + 6, w * 0.34, (h - g) * 0.24, self.shade(colour))
