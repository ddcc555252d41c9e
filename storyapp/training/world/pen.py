"""Flat drawing with a few bold primitives: filled shapes, smooth outlines and round-ended strokes."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import skia

from .palette import Colour

Point = tuple[float, float]


@functools.cache
def _fill_paint(colour: Colour) -> skia.Paint:
    return skia.Paint(AntiAlias=True, Color=skia.Color(*colour))


@functools.cache
def _stroke_paint(colour: Colour, width: float, round_ends: bool) -> skia.Paint:
    paint = skia.Paint(AntiAlias=True, Color=skia.Color(*colour), StrokeWidth=width)
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeCap(skia.Paint.kRound_Cap if round_ends else skia.Paint.kButt_Cap)
    paint.setStrokeJoin(skia.Paint.kRound_Join)
    return paint


def polygon(points: Sequence[Point]) -> skia.Path:
    """The closed shape with straight sides through `points`."""
    path = skia.Path()
    path.addPoly([skia.Point(x, y) for x, y in points], True)
    return path


def smooth(points: Sequence[Point], closed: bool = True, tension: float = 1.0) -> skia.Path:
    """The smooth curve (Catmull–Rom) through `points`; less `tension` makes flatter sides."""
    path = skia.Path()
    path.moveTo(*points[0])
    _follow(path, points, closed, tension)
    if closed:
        path.close()
    return path


def joined(*curves: Sequence[Point]) -> skia.Path:
    """The closed shape bounded by smooth open curves, with a corner wherever one ends."""
    path = skia.Path()
    path.moveTo(*curves[0][0])
    for points in curves:
        path.lineTo(*points[0])
        _follow(path, points, False, 1.0)
    path.close()
    return path


def _follow(path: skia.Path, points: Sequence[Point], closed: bool, tension: float) -> None:
    count = len(points)
    for i in range(count if closed else count - 1):
        before = points[i - 1] if closed or i else points[0]
        start, end = points[i], points[(i + 1) % count]
        after = points[(i + 2) % count] if closed else points[min(i + 2, count - 1)]
        k = tension / 6
        path.cubicTo(
            start[0] + (end[0] - before[0]) * k,
            start[1] + (end[1] - before[1]) * k,
            end[0] - (after[0] - start[0]) * k,
            end[1] - (after[1] - start[1]) * k,
            end[0],
            end[1],
        )


def squircle(x: float, y: float, half_width: float, half_height: float, fullness: float = 0.62) -> skia.Path:
    """An oval that is rounder in its corners than an ellipse (which has `fullness` 0.55)."""
    a, b = half_width * fullness, half_height * fullness
    path = skia.Path()
    path.moveTo(x - half_width, y)
    path.cubicTo(x - half_width, y - b, x - a, y - half_height, x, y - half_height)
    path.cubicTo(x + a, y - half_height, x + half_width, y - b, x + half_width, y)
    path.cubicTo(x + half_width, y + b, x + a, y + half_height, x, y + half_height)
    path.cubicTo(x - a, y + half_height, x - half_width, y + b, x - half_width, y)
    path.close()
    return path


class Pen:
    """Draws flat colours on a canvas in the units of the current frame."""

    def __init__(self, canvas: skia.Canvas) -> None:
        self.canvas = canvas

    def fill(self, path: skia.Path, colour: Colour) -> None:
        """Fill a path."""
        self.canvas.drawPath(path, _fill_paint(colour))

    def blob(self, points: Sequence[Point], colour: Colour, tension: float = 1.0) -> None:
        """Fill the smooth closed curve through `points`."""
        self.fill(smooth(points, tension=tension), colour)

    def shape(self, points: Sequence[Point], colour: Colour, rounding: float = 0) -> None:
        """Fill a polygon; `rounding` (units) rounds its corners and grows it by as much."""
        path = polygon(points)
        self.fill(path, colour)
        if rounding:
            self.canvas.drawPath(path, _stroke_paint(colour, 2 * rounding, True))

    def circle(self, x: float, y: float, radius: float, colour: Colour) -> None:
        """Fill a circle."""
        self.canvas.drawCircle(x, y, radius, _fill_paint(colour))

    def ellipse(self, x: float, y: float, rx: float, ry: float, colour: Colour, angle: float = 0) -> None:
        """Fill an ellipse turned by `angle` degrees clockwise."""
        if angle:
            with self.placed(x, y, angle):
                self.canvas.drawOval(skia.Rect(-rx, -ry, rx, ry), _fill_paint(colour))
        else:
            self.canvas.drawOval(skia.Rect(x - rx, y - ry, x + rx, y + ry), _fill_paint(colour))

    def box(self, x: float, y: float, half_width: float, half_height: float, radius: float, colour: Colour) -> None:
        """Fill a box with rounded corners around its centre."""
        rect = skia.Rect(x - half_width, y - half_height, x + half_width, y + half_height)
        self.canvas.drawRoundRect(rect, radius, radius, _fill_paint(colour))

    def line(self, points: Sequence[Point], colour: Colour, width: float, round_ends: bool = True) -> None:
        """Draw the smooth open curve through `points`."""
        self.stroke(smooth(points, closed=False), colour, width, round_ends)

    def arc(self, start: Point, middle: Point, end: Point, colour: Colour, width: float) -> None:
        """Draw the evenly round curve from start over middle to end."""
        path = skia.Path()
        path.moveTo(*start)
        path.quadTo(2 * middle[0] - (start[0] + end[0]) / 2, 2 * middle[1] - (start[1] + end[1]) / 2, *end)
        self.stroke(path, colour, width)

    def stroke(self, path: skia.Path, colour: Colour, width: float, round_ends: bool = True) -> None:
        """Draw along a path."""
        self.canvas.drawPath(path, _stroke_paint(colour, width, round_ends))

    def ring(self, x: float, y: float, rx: float, ry: float, colour: Colour, width: float) -> None:
        """Draw the line of an ellipse."""
        rect = skia.Rect(x - rx, y - ry, x + rx, y + ry)
        self.canvas.drawOval(rect, _stroke_paint(colour, width, True))

    @contextmanager
    def placed(self, x: float = 0, y: float = 0, angle: float = 0, sx: float = 1, sy: float = 1) -> Iterator[None]:
        """Draw with the origin at (x, y), turned by `angle` degrees clockwise and scaled."""
        self.canvas.save()
        self.canvas.translate(x, y)
        if angle:
            self.canvas.rotate(angle)
        if sx != 1 or sy != 1:
            self.canvas.scale(sx, sy)
        yield
        self.canvas.restore()

    @contextmanager
    def clipped(self, path: skia.Path) -> Iterator[None]:
        """Draw only inside a path."""
        self.canvas.save()
        self.canvas.clipPath(path, True)
        yield
        self.canvas.restore()


class Bow:
    """A limb: the curve from `start` to `end`, bent sideways by `bend` units (positive: left of its way).

    A limb that hangs down bends to the picture's right when `bend` is positive.
    """

    def __init__(self, start: Point, end: Point, bend: float) -> None:
        dx, dy = end[0] - start[0], end[1] - start[1]
        length = math.hypot(dx, dy) or 1.0
        self.start, self.end = start, end
        self.control = (
            (start[0] + end[0]) / 2 + dy / length * bend * 1.6,
            (start[1] + end[1]) / 2 - dx / length * bend * 1.6,
        )

    def at(self, t: float) -> Point:
        """The point a share `t` along the limb."""
        u = 1 - t
        (x0, y0), (x1, y1), (x2, y2) = self.start, self.control, self.end
        return u * u * x0 + 2 * u * t * x1 + t * t * x2, u * u * y0 + 2 * u * t * y1 + t * t * y2

    def part(self, begin: float, end: float) -> skia.Path:
        """The piece between two shares of the limb."""
        first, last = self.at(begin), self.at(end)
        u, t = 1 - begin, begin
        # The control point of a piece of a quadratic curve is its blossom at both ends.
        control = tuple(
            u * (1 - end) * a + (u * end + t * (1 - end)) * b + t * end * c
            for a, b, c in zip(self.start, self.control, self.end, strict=True)
        )
        path = skia.Path()
        path.moveTo(*first)
        path.quadTo(control[0], control[1], *last)
        return path

    def heading(self) -> float:
        """The direction at the end, in degrees clockwise from the picture's right."""
        return math.degrees(math.atan2(self.end[1] - self.control[1], self.end[0] - self.control[0]))
