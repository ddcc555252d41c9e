"""Interim backdrops: every setting as a sky or wall, two far layers, landmarks and a calm floor."""

from __future__ import annotations

import random
from dataclasses import dataclass

import numpy as np
import skia
from numpy.typing import NDArray

from .concepts import INDOORS
from .palette import Colour
from .pen import Pen
from .spec import BackdropSpec


@dataclass(frozen=True)
class BackdropLines:
    """`ground` and `water`: heights in fractions of the picture where ground and water begin."""

    ground: float
    water: float | None = None


WATER = {"river", "lake", "beach", "sea"}
SKY = {
    "day": ((126, 200, 246), (206, 236, 252)),
    "sunset": ((244, 150, 110), (255, 214, 150)),
    "night": ((26, 32, 84), (66, 74, 138)),
}


def lines(spec: BackdropSpec) -> BackdropLines:
    """Ground and water lines of a spec."""
    ground = 0.58 + 0.08 * spec.camera
    return BackdropLines(ground, ground if spec.setting in WATER else None)


def _mix(one: Colour, other: Colour, share: float) -> Colour:
    r, g, b = (round(x + (y - x) * share) for x, y in zip(one, other, strict=True))
    return r, g, b


class Painter:
    def __init__(self, canvas: skia.Canvas, spec: BackdropSpec, width: float, height: float) -> None:
        self.pen, self.spec, self.w, self.h = Pen(canvas), spec, width, height
        self.rng = random.Random(spec.layout)
        self.ground = lines(spec).ground * height
        self.indoor = spec.setting in INDOORS

    def lit(self, colour: Colour) -> Colour:
        """The colour in the light of the time and weather."""
        if self.spec.time == "night":
            colour = _mix(
                (round(colour[0] * 0.42), round(colour[1] * 0.46), round(colour[2] * 0.66)), (34, 40, 96), 0.28
            )
        elif self.spec.time == "sunset":
            colour = _mix(colour, (250, 150, 96), 0.24)
        if not self.indoor:
            if self.spec.weather == "fog":
                colour = _mix(colour, (214, 220, 226) if self.spec.time != "night" else (90, 98, 130), 0.42)
            elif self.spec.weather in ("rain", "cloudy"):
                colour = _mix(colour, (120, 130, 148), 0.2)
        return colour

    def box(self, x0: float, y0: float, x1: float, y1: float, colour: Colour, radius: float = 0) -> None:
        self.pen.box((x0 + x1) / 2, (y0 + y1) / 2, abs(x1 - x0) / 2, abs(y1 - y0) / 2, radius, self.lit(colour))

    def sky(self) -> None:
        top, low = SKY[self.spec.time]
        if self.spec.weather in ("rain", "cloudy", "snow", "fog"):
            grey = (
                (150, 160, 176)
                if self.spec.time == "day"
                else (150, 130, 140)
                if self.spec.time == "sunset"
                else (60, 66, 100)
            )
            share = {"rain": 0.7, "cloudy": 0.45, "snow": 0.5, "fog": 0.6}[self.spec.weather]
            top, low = _mix(top, grey, share), _mix(low, grey, share * 0.8)
        for i in range(5):
            y = self.h * 0.8 * i / 5
            self.pen.box(self.w / 2, y + self.h * 0.1, self.w / 2, self.h * 0.1 + 2, 0, _mix(top, low, i / 4))
        x = self.w * (0.15 + 0.7 * self.rng.random())
        if self.spec.weather in ("clear", "cloudy"):
            if self.spec.time == "night":
                for _ in range(14):
                    self.pen.circle(self.rng.random() * self.w, self.rng.random() * self.h * 0.4, 4, (250, 240, 190))
                self.pen.circle(x, self.h * 0.16, 34, (250, 236, 180))
                self.pen.circle(x + 15, self.h * 0.16 - 9, 29, _mix(top, low, 0.2))
            else:
                sun = (255, 226, 90) if self.spec.time == "day" else (255, 120, 70)
                self.pen.circle(x, self.h * (0.15 if self.spec.time == "day" else 0.38), 38, sun)
        if self.spec.weather in ("cloudy", "rain", "snow"):
            white = {"cloudy": (244, 246, 250), "rain": (120, 128, 146), "snow": (226, 230, 240)}[self.spec.weather]
            if self.spec.time == "night":
                white = _mix(white, (50, 56, 100), 0.55)
            for _ in range(4 if self.spec.weather == "cloudy" else 6):
                self.cloud(
                    self.rng.random() * self.w,
                    self.h * (0.06 + 0.2 * self.rng.random()),
                    50 + 30 * self.rng.random(),
                    white,
                )

    def cloud(self, x: float, y: float, r: float, colour: Colour) -> None:
        self.pen.ellipse(x, y + r * 0.2, r * 1.3, r * 0.35, colour)
        self.pen.circle(x - r * 0.4, y, r * 0.42, colour)
        self.pen.circle(x + r * 0.3, y - r * 0.1, r * 0.52, colour)

    def floor(self, colour: Colour, y: float | None = None) -> None:
        if not self.indoor and self.spec.weather == "snow" and self.spec.setting not in ("sea", "lake", "river"):
            colour = (240, 244, 250)
        self.box(-9, self.ground if y is None else y, self.w + 9, self.h + 9, colour)

    def hills(self, colour: Colour, base: float, rise: float, count: int = 3) -> None:
        if self.spec.weather == "snow":
            colour = _mix(colour, (236, 242, 250), 0.7)
        for i in range(count):
            x = self.w * (i + self.rng.random()) / count
            self.pen.ellipse(
                x,
                base,
                self.w * (0.28 + 0.15 * self.rng.random()),
                rise * (0.7 + 0.6 * self.rng.random()),
                self.lit(colour),
            )

    def tree(self, x: float, y: float, size: float, kind: str = "round") -> None:
        leaf: Colour = _mix((84, 164, 82), (150, 176, 60), self.spec.hue)
        if self.spec.weather == "snow":
            leaf = _mix(leaf, (240, 244, 250), 0.55)
        trunk: Colour = (130, 90, 62)
        self.box(x - size * 0.07, y - size * 0.5, x + size * 0.07, y, trunk)
        if kind == "round":
            self.pen.circle(x, y - size * 0.72, size * 0.33, self.lit(leaf))
            self.pen.circle(x - size * 0.2, y - size * 0.55, size * 0.22, self.lit(leaf))
            self.pen.circle(x + size * 0.2, y - size * 0.55, size * 0.22, self.lit(leaf))
        elif kind == "pine":
            for i in range(3):
                top = y - size * (1.0 - 0.22 * i)
                half = size * (0.17 + 0.07 * i)
                self.pen.shape(
                    [(x, top), (x + half, top + size * 0.36), (x - half, top + size * 0.36)],
                    self.lit(_mix(leaf, (40, 110, 90), 0.5)),
                )
        else:  # palm
            for dx in (-0.42, -0.2, 0.2, 0.42):
                self.pen.ellipse(
                    x + dx * size * 0.5,
                    y - size * 0.62 + abs(dx) * 20,
                    size * 0.26,
                    size * 0.07,
                    self.lit(leaf),
                    angle=dx * 90,
                )
            self.box(x - size * 0.05, y - size * 0.6, x + size * 0.05, y, trunk)

    def trees(self, y: float, size: float, kind: str, count: int) -> None:
        for i in range(count):
            x = self.w * (i + 0.2 + 0.6 * self.rng.random()) / count
            self.tree(x, y + 8 * self.rng.random(), size * (0.8 + 0.4 * self.rng.random()), kind)

    def house(self, x: float, y: float, width: float, height: float, wall: Colour, roof: Colour) -> None:
        self.box(x - width / 2, y - height, x + width / 2, y, wall)
        top: Colour = (240, 244, 250) if self.spec.weather == "snow" else roof
        self.pen.shape(
            [(x - width * 0.6, y - height), (x, y - height - width * 0.5), (x + width * 0.6, y - height)], self.lit(top)
        )
        window: Colour = (255, 220, 110) if self.spec.time == "night" else self.lit((190, 226, 246))
        self.pen.box(x - width * 0.22, y - height * 0.62, width * 0.12, height * 0.13, 3, window)
        self.pen.box(x + width * 0.22, y - height * 0.62, width * 0.12, height * 0.13, 3, window)
        self.box(x - width * 0.1, y - height * 0.38, x + width * 0.1, y, (134, 88, 60), 4)

    def window(self, x: float, y: float, width: float, height: float) -> None:
        frame: Colour = (250, 246, 236)
        self.box(x - width / 2 - 8, y - height / 2 - 8, x + width / 2 + 8, y + height / 2 + 8, frame, 6)
        top, low = SKY[self.spec.time]
        if self.spec.weather != "clear":
            low = _mix(low, (150, 158, 172), 0.5)
        self.pen.box(x, y, width / 2, height / 2, 2, low)
        self.pen.box(x, y - height / 4, width / 2, height / 4, 2, top)
        if self.spec.time == "night":
            self.pen.circle(x + width * 0.2, y - height * 0.2, width * 0.12, (250, 236, 180))
        elif self.spec.weather == "clear":
            self.pen.circle(x - width * 0.2, y - height * 0.1, width * 0.13, (255, 224, 100))
        if self.spec.weather in ("rain", "snow"):
            for i in range(4):
                self.pen.ellipse(
                    x - width * 0.36 + i * width * 0.24,
                    y + (i % 2) * height * 0.2 - 8,
                    5,
                    10 if self.spec.weather == "rain" else 5,
                    (240, 246, 255),
                )
        self.box(x - 4, y - height / 2, x + 4, y + height / 2, frame)

    # settings -------------------------------------------------------------------------------------

    def room(self, wall: Colour, floor: Colour, stripes: bool = False) -> None:
        hue = self.spec.hue
        wall = _mix(wall, (150, 190, 220) if hue > 0.66 else (240, 190, 170) if hue > 0.33 else wall, 0.45)
        self.box(0, 0, self.w, self.h, wall)
        if stripes:
            for i in range(4):
                self.box(
                    self.w * (0.06 + 0.25 * i),
                    0,
                    self.w * (0.12 + 0.25 * i),
                    self.ground,
                    _mix(wall, (255, 255, 255), 0.25),
                )
        self.floor(floor)
        self.box(0, self.ground - 12, self.w, self.ground, (250, 244, 232))
        if self.spec.time == "night":
            self.pen.circle(self.w * 0.5, self.h * 0.12, 22, (255, 226, 140))

    def indoors(self) -> None:
        s, w, g, flip = self.spec.setting, self.w, self.ground, self.rng.random() < 0.5
        fx = (lambda v: w - v * w) if flip else (lambda v: v * w)
        if s == "bedroom":
            self.room((244, 222, 196), (190, 140, 100), stripes=True)
            self.window(fx(0.28), self.h * 0.27, 110, 120)
            x = fx(0.76)
            self.box(x - 90, g - 66, x + 90, g + 26, (168, 112, 76), 12)
            self.box(x - 82, g - 34, x + 82, g + 14, (96, 140, 200), 14)
            self.box(x - 76, g - 52, x - 26, g - 24, (252, 248, 240), 12)
        elif s == "kitchen":
            self.room((250, 236, 196), (214, 208, 196))
            self.window(fx(0.5), self.h * 0.24, 110, 96)
            self.box(0, g - 84, w, g, (108, 164, 156))
            self.box(0, g - 98, w, g - 80, (250, 246, 238))
            for i in range(5):
                self.pen.circle(w * (0.1 + 0.2 * i), g - 44, 7, self.lit((250, 220, 130)))
            x = fx(0.82)
            self.box(x - 52, g - 98, x + 52, g, (196, 200, 208), 6)
            self.box(x - 36, g - 66, x + 36, g - 18, (76, 80, 92), 6)
            self.box(fx(0.16) - 60, self.h * 0.08, fx(0.16) + 60, self.h * 0.26, (108, 164, 156), 6)
        elif s == "living room":
            self.room((236, 214, 190), (170, 120, 84))
            self.window(fx(0.26), self.h * 0.26, 120, 110)
            x = fx(0.68)
            self.box(x - 110, g - 88, x + 110, g + 10, (190, 92, 84), 26)
            self.box(x - 96, g - 44, x + 96, g + 16, (214, 116, 104), 18)
            self.pen.ellipse(w / 2, self.h * 0.84, w * 0.36, self.h * 0.08, self.lit((232, 200, 150)))
        elif s == "classroom":
            self.room((226, 234, 206), (196, 160, 116))
            self.box(w / 2 - 150, self.h * 0.12, w / 2 + 150, self.h * 0.42, (150, 104, 70), 6)
            self.box(w / 2 - 138, self.h * 0.14, w / 2 + 138, self.h * 0.40, (52, 106, 84), 3)
            self.window(fx(0.9), self.h * 0.26, 64, 110)
            for i in range(3):
                x = w * (0.2 + 0.3 * i)
                self.box(x - 52, g - 34, x + 52, g - 20, (222, 170, 110), 4)
                self.box(x - 40, g - 22, x - 30, g + 16, (120, 124, 140))
                self.box(x + 30, g - 22, x + 40, g + 16, (120, 124, 140))
        elif s == "shop":
            self.room((250, 226, 206), (206, 190, 168))
            for row in range(3):
                y = self.h * (0.2 + 0.14 * row)
                self.box(fx(0.5) - 220, y, fx(0.5) + 220, y + 10, (150, 104, 70))
                for i in range(8):
                    c = ((226, 90, 80), (246, 190, 70), (96, 170, 110), (90, 140, 210))[self.rng.randrange(4)]
                    self.box(
                        w * (0.08 + 0.11 * i), y - 36 - 10 * self.rng.random(), w * (0.08 + 0.11 * i) + 36, y, c, 6
                    )
            self.box(fx(0.8) - 90, g - 70, fx(0.8) + 90, g + 12, (176, 120, 80), 8)
        else:  # throne room
            self.room((206, 190, 214), (176, 170, 190))
            for i in range(4):
                x = w * (0.08 + 0.28 * i)
                self.box(x - 20, 0, x + 20, g, (232, 222, 206))
            self.pen.shape(
                [(w / 2 - 60, g), (w / 2 + 60, g), (w / 2 + 150, self.h), (w / 2 - 150, self.h)],
                self.lit((190, 50, 60)),
            )
            self.box(w / 2 - 50, g - 130, w / 2 + 50, g, (236, 190, 70), 20)
            self.box(w / 2 - 36, g - 112, w / 2 + 36, g - 20, (176, 46, 66), 14)

    def outdoors(self) -> None:
        s, w, h, g = self.spec.setting, self.w, self.h, self.ground
        grass: Colour = _mix((126, 190, 96), (170, 196, 92), self.spec.hue)
        self.sky()
        if s == "street":
            for i in range(5):
                c = ((226, 140, 110), (236, 196, 120), (150, 180, 200), (200, 160, 190), (170, 196, 150))[
                    (i + self.rng.randrange(5)) % 5
                ]
                self.house(w * (0.1 + 0.2 * i), g, w * 0.18, h * (0.24 + 0.12 * self.rng.random()), c, (150, 84, 76))
            self.floor((206, 204, 200))
            self.box(0, g + h * 0.12, w, h, (118, 120, 132))
            for i in range(5):
                self.box(w * (0.04 + 0.22 * i), h * 0.84, w * (0.14 + 0.22 * i), h * 0.86, (246, 240, 220))
        elif s == "playground":
            self.hills(_mix(grass, (100, 170, 120), 0.4), g + 10, 60)
            self.floor(grass)
            x = w * (0.25 + 0.1 * self.rng.random())
            self.pen.shape(
                [(x, g - 110), (x + 18, g - 110), (x + 120, g + 20), (x + 92, g + 20)], self.lit((240, 96, 80))
            )
            self.box(x - 10, g - 120, x + 2, g + 20, (90, 120, 190))
            y = w * 0.76
            self.box(y - 76, g - 120, y + 76, g - 108, (240, 180, 70), 4)
            for dx in (-72, 72):
                self.box(y + dx - 6, g - 116, y + dx + 6, g + 16, (240, 180, 70))
            for dx in (-30, 30):
                self.box(y + dx - 3, g - 110, y + dx + 3, g - 30, (110, 90, 80))
                self.box(y + dx - 18, g - 34, y + dx + 18, g - 24, (90, 120, 190), 3)
        elif s == "garden":
            self.hills((110, 176, 116), g + 6, 50, 4)
            self.box(0, g - 60, w, g - 46, (250, 246, 236))
            for i in range(12):
                self.box(w * i / 12 + 8, g - 84, w * i / 12 + 24, g + 4, (250, 246, 236), 5)
            self.floor(grass)
            for i in range(12):
                c = ((236, 90, 110), (250, 200, 70), (176, 110, 210), (250, 250, 246))[self.rng.randrange(4)]
                x = w * (i + 0.5) / 12
                self.box(x - 3, g - 16, x + 3, g + 18, (70, 140, 70))
                self.pen.circle(x, g - 18, 11, self.lit(c))
        elif s == "farm":
            self.hills((196, 200, 96), g + 8, 70)
            x = w * (0.25 + 0.5 * self.rng.random())
            self.house(x, g + 4, 170, 110, (206, 66, 58), (130, 60, 56))
            self.floor(grass)
            for i in range(3):
                self.box(-9, g + 16 + i * 18, w + 9, g + 22 + i * 18, _mix(grass, (220, 190, 90), 0.5))
        elif s == "forest":
            self.trees(g + 4, 190, "pine", 6)
            self.floor(_mix(grass, (70, 140, 80), 0.5))
            self.trees(g + 14, 240, "round", 4)
        elif s == "hills":
            self.hills((150, 200, 130), g + 20, 130)
            self.hills((120, 184, 106), g + 40, 90)
            self.floor(grass)
            self.trees(g - 10, 80, "round", 3)
        elif s == "mountains":
            for i in range(4):
                x, t = w * (0.05 + 0.3 * i), h * (0.14 + 0.14 * self.rng.random())
                self.pen.shape(
                    [(x, t), (x + 170, g + 20), (x - 170, g + 20)],
                    self.lit((128, 140, 168) if i % 2 else (108, 120, 152)),
                )
                self.pen.shape([(x, t), (x + 50, t + 70), (x, t + 52), (x - 50, t + 70)], self.lit((246, 248, 252)))
            self.floor(_mix(grass, (120, 150, 110), 0.5))
            self.trees(g + 6, 70, "pine", 6)
        elif s == "desert":
            self.hills((236, 190, 120), g + 30, 80)
            self.floor((246, 208, 140))
            for i in range(3):
                x, z = w * (0.15 + 0.32 * i + 0.1 * self.rng.random()), 60 + 40 * self.rng.random()
                self.box(x - 13, g - z, x + 13, g + 16, (90, 150, 96), 13)
                self.box(x - 44, g - z * 0.7, x - 26, g - z * 0.3, (90, 150, 96), 9)
                self.box(x - 44, g - z * 0.42, x, g - z * 0.24, (90, 150, 96), 8)
        elif s == "snowfield":
            self.hills((214, 226, 242), g + 10, 90)
            self.floor((244, 248, 252))
            self.trees(g + 4, 100, "pine", 4)
            self.pen.ellipse(w * 0.75, g + 10, 70, 56, self.lit((226, 236, 248)))
            self.pen.ellipse(w * 0.75, g + 12, 22, 30, self.lit((110, 140, 180)))
        elif s == "jungle":
            self.box(0, h * 0.2, w, g, (70, 140, 96))
            self.trees(g + 6, 260, "palm", 4)
            self.floor((96, 150, 76))
            for i in range(7):
                self.pen.ellipse(w * i / 6, g + 6, 46, 26, self.lit((48, 120, 72)), angle=-30 + 10 * i)
                self.pen.ellipse(w * i / 6, 6, 60, 34, self.lit((52, 126, 74)))
        elif s in ("river", "lake"):
            self.hills((130, 186, 120), g + 6, 80)
            self.trees(g + 2, 90, "round" if self.spec.hue > 0.5 else "pine", 5)
            self.floor((96, 172, 220) if s == "lake" else grass)
            if s == "river":
                self.pen.shape([(w * 0.4, g), (w * 0.56, g), (w * 0.95, h), (w * 0.1, h)], self.lit((96, 172, 220)))
            else:
                self.pen.ellipse(w / 2, h * 1.02, w * 0.7, h * 0.1, self.lit(grass))
            for i in range(4):
                self.pen.ellipse(w * (0.3 + 0.13 * i), h * (0.7 + 0.06 * (i % 3)), 36, 5, self.lit((170, 214, 240)))
        elif s in ("beach", "sea"):
            self.floor((70, 154, 210), g - 40 if s == "beach" else g)
            for i in range(6):
                self.pen.ellipse(
                    w * self.rng.random(),
                    (g - 20 if s == "beach" else g + 50 + 30 * i),
                    60,
                    7,
                    self.lit((150, 206, 236)),
                )
            if s == "beach":
                self.floor((246, 216, 156), g + 14)
                self.pen.ellipse(w / 2, g + 16, w * 0.8, 14, self.lit((246, 216, 156)))
                self.tree(w * 0.86, g + 40, 220, "palm")
            else:
                self.pen.ellipse(w * 0.8, g, 60, 24, self.lit((110, 160, 110)))
        elif s == "sky":
            for i in range(6):
                self.cloud(w * i / 5, h * (0.62 + 0.1 * (i % 3)), 110, self.lit((250, 250, 252)))
            for i in range(5):
                self.cloud(w * i / 4, h * 0.92, 140, self.lit((234, 240, 250)))
        elif s == "castle":
            self.hills((130, 186, 120), g + 16, 70)
            x, stone = w * (0.35 + 0.3 * self.rng.random()), _mix((190, 186, 196), (220, 190, 190), self.spec.hue)
            self.box(x - 110, g - 110, x + 110, g + 10, stone)
            for dx in (-120, -40, 40, 120):
                self.box(x + dx - 26, g - 170 + abs(dx) * 0.3, x + dx + 26, g + 10, _mix(stone, (160, 150, 170), 0.3))
                y = g - 170 + abs(dx) * 0.3
                self.pen.shape([(x + dx - 34, y), (x + dx, y - 60), (x + dx + 34, y)], self.lit((196, 74, 86)))
            self.box(x - 24, g - 54, x + 24, g + 10, (110, 76, 60), 20)
            self.floor(grass)
        elif s == "fairy village":
            self.hills((150, 196, 150), g + 10, 80)
            for i in range(3):
                x = w * (0.18 + 0.32 * i)
                tall = 70 + 40 * self.rng.random()
                self.box(x - tall * 0.36, g - tall, x + tall * 0.36, g + 12, (250, 238, 214), 14)
                self.pen.ellipse(
                    x, g - tall, tall * 0.8, tall * 0.55, self.lit(((222, 70, 70), (176, 110, 200), (240, 150, 60))[i])
                )
                for aside in (-0.4, 0, 0.4):
                    self.pen.circle(x + aside * tall, g - tall * 1.15, tall * 0.11, self.lit((255, 250, 240)))
                self.box(x - 12, g - 36, x + 12, g + 12, (140, 96, 66), 10)
            self.floor(grass)
        else:
            raise KeyError(s)

    def elsewhere(self) -> None:
        s, w, h, g = self.spec.setting, self.w, self.h, self.ground
        if s == "underwater":
            top, low = {
                "day": ((90, 196, 220), (36, 120, 180)),
                "sunset": ((220, 160, 150), (70, 100, 160)),
                "night": ((28, 66, 120), (12, 30, 76)),
            }[self.spec.time]
            for i in range(6):
                self.pen.box(w / 2, h * i / 6 + h / 12, w / 2, h / 12 + 2, 0, _mix(top, low, i / 5))
            for i in range(7):
                x, z = w * (i + self.rng.random()) / 7, 60 + 90 * self.rng.random()
                self.pen.line(
                    [(x, g + 20), (x + 16, g - z * 0.4), (x - 8, g - z * 0.7), (x + 10, g - z)],
                    self.lit(((60, 150, 110), (230, 120, 130), (240, 170, 90))[i % 3]),
                    16,
                )
            self.floor((226, 206, 156))
        elif s == "space":
            base = {"day": (40, 44, 100), "sunset": (84, 44, 104), "night": (18, 20, 54)}[self.spec.time]
            self.pen.box(w / 2, h / 2, w / 2, h / 2, 0, base)
            for _ in range(22):
                self.pen.circle(self.rng.random() * w, self.rng.random() * g, 4, (250, 246, 220))
            x, c = (
                w * (0.2 + 0.6 * self.rng.random()),
                ((240, 170, 90), (120, 190, 220), (220, 130, 180))[self.rng.randrange(3)],
            )
            self.pen.circle(x, h * 0.24, 62, c)
            self.pen.ellipse(x, h * 0.24, 100, 16, _mix(c, (255, 255, 255), 0.5), angle=-16)
            self.pen.box(w / 2, (g + h) / 2 + 8, w / 2, (h - g) / 2 + 8, 0, (168, 166, 186))
            for i in range(5):
                self.pen.ellipse(w * (0.1 + 0.2 * i), g + 40 + 50 * (i % 3), 36, 12, (136, 134, 158))
        else:  # cave
            glow = {"day": (190, 220, 236), "sunset": (250, 180, 120), "night": (60, 70, 130)}[self.spec.time]
            rock = _mix((112, 96, 100), (96, 104, 124), self.spec.hue)
            if self.spec.time == "night":
                rock = _mix(rock, (30, 34, 70), 0.5)
            self.pen.box(w / 2, h / 2, w / 2, h / 2, 0, rock)
            self.pen.ellipse(w * (0.3 + 0.4 * self.rng.random()), g, 130, 150, glow)
            for i in range(7):
                x, z = w * i / 6, 50 + 70 * self.rng.random()
                self.pen.shape([(x - 34, -4), (x + 34, -4), (x, z)], _mix(rock, (20, 20, 40), 0.3))
            self.pen.box(w / 2, (g + h) / 2 + 8, w / 2, (h - g) / 2 + 8, 0, _mix(rock, (200, 180, 160), 0.2))


def draw_backdrop(canvas: skia.Canvas, spec: BackdropSpec, width: float = 512, height: float = 512) -> BackdropLines:
    """Draw a place in units of which the short side has 512."""
    painter = Painter(canvas, spec, width, height)
    if painter.indoor:
        painter.indoors()
    elif spec.setting in ("underwater", "space", "cave"):
        painter.elsewhere()
    else:
        painter.outdoors()
    return lines(spec)


def render_backdrop(spec: BackdropSpec, width: int = 512, height: int = 512) -> tuple[NDArray[np.uint8], BackdropLines]:
    """The backdrop as RGB pixels (height, width, 3)."""
    surface = skia.Surface(width, height)
    scale = min(width, height) / 512
    with surface as canvas:
        canvas.scale(scale, scale)
        found = draw_backdrop(canvas, spec, width / scale, height / scale)
    return surface.toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3].copy(), found
