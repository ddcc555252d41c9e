"""Expressions: eyes, brows, mouth, cheeks and tears, in units of a head whose centre is the origin.

The skull is about 200 units wide and 190 high. `View.x` turns a head: features move to the right by how far
they stick out, so that every face turns in the same way.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import skia

from . import palette
from .palette import Colour
from .pen import Pen, Point

_YAW = math.radians(27)
_FRONT = 84  # how far eyes and mouth lie in front of the axis of the head


@dataclass(frozen=True)
class View:
    """From where a head is seen: to the reader's face, or three quarters to the right."""

    turned: bool = False

    def x(self, x: float, depth: float = _FRONT) -> float:
        """Where a point x units right of the face's middle, `depth` in front of the axis, is seen."""
        return x * math.cos(_YAW) + depth * math.sin(_YAW) if self.turned else x

    def width(self, x: float) -> float:
        """How much of its width a feature at x keeps."""
        if not self.turned:
            return 1.0
        return 0.84 if x > 10 else 0.97


@dataclass(frozen=True)
class Face:
    """The plan of a face: places, sizes and colours that all expressions share."""

    ground: Colour  # around the eyes
    cheeks: Colour | None = (246, 148, 136)
    eye_x: float = 40
    eye_y: float = 2
    eye_size: float = 1.0
    brow_y: float = -31
    mouth_x: float = 0
    mouth_y: float = 50
    mouth_size: float = 1.0
    mouth_depth: float = _FRONT
    cheek_x: float = 66
    cheek_y: float = 34
    ink: Colour = palette.INK
    brow: Colour = palette.INK
    pupil: Colour = palette.INK
    sclera: Colour = palette.WHITE
    glint: Colour = palette.WHITE
    line: Colour = palette.INK
    inside: Colour = palette.MOUTH
    patch: int = 0  # the side (-1 or 1) of an eye under a patch
    always_white: bool = False  # whites show around the eyes, for faces as dark as the eyes


@dataclass(frozen=True)
class Mood:
    """What an expression does in a pose."""

    expression: str
    asleep: bool = False
    eating: bool = False
    down: float = 0  # units that the eyes look down

    @property
    def closed(self) -> bool:
        """Whether the eyes are shut."""
        return self.asleep and self.expression not in ("surprised", "scared", "angry")


def draw_face(pen: Pen, face: Face, mood: Mood, view: View) -> None:
    """Draw an expression on a head."""
    if face.cheeks:
        # The far cheek of a turned head lies behind nose and muzzle.
        for side in (-1,) if view.turned else (-1, 1):
            pen.ellipse(view.x(side * face.cheek_x, 58), face.cheek_y, 19, 14, face.cheeks)
    for side in (-1, 1):
        if side != face.patch:
            _eye(pen, face, mood, view, side)
        if not mood.closed:
            _brow(pen, face, mood, view, side)
    pen.canvas.save()
    pen.canvas.translate(view.x(face.mouth_x, face.mouth_depth), face.mouth_y)
    pen.canvas.scale(face.mouth_size, face.mouth_size)
    _mouth(pen, face, mood)
    pen.canvas.restore()
    if mood.expression == "sad":
        _drop(pen, view.x(-face.eye_x - 14, 72), face.eye_y + 46, 12)
    if mood.expression == "scared":
        _drop(pen, view.x(-face.eye_x - 46, 40), face.eye_y - 42, 11)


def _drop(pen: Pen, x: float, y: float, radius: float) -> None:
    path = skia.Path()
    path.moveTo(x, y - 2.1 * radius)
    path.cubicTo(x + radius * 0.4, y - radius, x + radius, y - radius * 0.6, x + radius, y + radius * 0.1)
    path.cubicTo(x + radius, y + radius * 1.4, x - radius, y + radius * 1.4, x - radius, y + radius * 0.1)
    path.cubicTo(x - radius, y - radius * 0.6, x - radius * 0.4, y - radius, x, y - 2.1 * radius)
    pen.stroke(path, palette.WHITE, 6)
    pen.fill(path, palette.TEAR)


def _eye(pen: Pen, face: Face, mood: Mood, view: View, side: int) -> None:
    x, y = view.x(side * face.eye_x), face.eye_y
    with pen.placed(x, y, 0, face.eye_size * view.width(side), face.eye_size):
        if mood.closed:
            droop = 11 if mood.expression != "happy" else -11
            pen.arc((-20, 3), (0, 3 + droop), (20, 3), face.ink, 10)
        elif mood.expression == "surprised":
            _wide_eye(pen, face, 15, True, mood.down)
        elif mood.expression == "scared":
            _wide_eye(pen, face, 8.5, False, mood.down)
        else:
            _plain_eye(pen, face, mood, side)


def _wide_eye(pen: Pen, face: Face, pupil: float, glint: bool, down: float) -> None:
    pen.ellipse(0, -2, 30, 33, face.ink)
    pen.ellipse(0, -2, 23, 26, face.sclera)
    pen.ellipse(0, -1 + down * 0.7, pupil, pupil * 1.1, face.pupil)
    if glint:
        pen.circle(-5, -8 + down * 0.7, 6, face.glint)


def _plain_eye(pen: Pen, face: Face, mood: Mood, side: int) -> None:
    if face.always_white:
        pen.ellipse(0, 0, 26, 30, face.sclera)
    pen.ellipse(0, mood.down * 0.5, 18, 23, face.ink)
    pen.circle(-6, -8 + mood.down, 7, face.glint)
    outer = 31
    if mood.expression == "sleepy":
        _lid(pen, face, [(-outer, -34), (outer, -34), (outer, -2), (0, 7), (-outer, -2)], 0.9)
        pen.arc((-23, -3), (0, 7), (23, -3), face.ink, 9)
    elif mood.expression == "angry":
        # The lid falls towards the nose.
        _lid(pen, face, [(-side * outer, 1), (side * outer, -30), (side * outer, -44), (-side * outer, -44)])
    elif mood.expression == "sad":
        _lid(pen, face, [(-side * outer, -32), (side * outer, -4), (side * outer, -44), (-side * outer, -44)])


def _lid(pen: Pen, face: Face, points: list[Point], tone: float = 1.0) -> None:
    with pen.clipped(skia.Path.Oval(skia.Rect(-28, -33, 28, 33))):
        pen.shape(points, palette.shade(face.ground, tone))


# Heights of inner end, middle and outer end of a brow, relative to its place, and its thickness.
_BROWS = {
    "happy": (-6, -13, -4, 9),
    "calm": (0, -5, 2, 9),
    "sad": (-16, -7, 9, 10),
    "angry": (15, 3, -11, 14),
    "surprised": (-18, -28, -18, 9),
    "scared": (-26, -22, -8, 9),
    "sleepy": (-7, -8, 3, 9),
}


def _brow(pen: Pen, face: Face, mood: Mood, view: View, side: int) -> None:
    inner, middle, outer, thickness = _BROWS[mood.expression]
    start, over, end = (
        (view.x(side * (face.eye_x + offset), 78), face.brow_y + height)
        for offset, height in ((-19, inner), (0, middle), (19, outer))
    )
    pen.arc(start, over, end, face.brow, thickness)


def _mouth(pen: Pen, face: Face, mood: Mood) -> None:
    drawers = {
        "happy": _grin,
        "sad": _frown,
        "angry": _teeth,
        "surprised": _round,
        "scared": _wobble,
        "sleepy": _yawn,
        "calm": _smile,
    }
    if mood.eating and mood.expression in ("calm", "sleepy"):
        _chewing(pen, face)
    elif mood.eating and mood.expression == "sad":
        pen.canvas.rotate(180)
        pen.canvas.translate(0, -6)
        _grin(pen, face, 0.72)
    elif mood.closed and mood.expression == "happy":
        _smile(pen, face, 1.25)
    else:
        drawers[mood.expression](pen, face)


def _grin(pen: Pen, face: Face, size: float = 1.0) -> None:
    wide, high = 36 * size, 42 * size
    path = skia.Path()
    path.moveTo(-wide, -14 * size)
    path.quadTo(0, -4 * size, wide, -14 * size)
    path.cubicTo(wide, high * 0.5, wide * 0.5, high * 0.82, 0, high * 0.82)
    path.cubicTo(-wide * 0.5, high * 0.82, -wide, high * 0.5, -wide, -14 * size)
    pen.fill(path, face.inside)
    with pen.clipped(path):
        pen.ellipse(0, 34 * size, 24 * size, 19 * size, palette.TONGUE)
        if size == 1.0:
            pen.box(0, -14, 40, 13, 6, face.sclera)
    if face.line != palette.INK:
        pen.stroke(path, face.line, 6)


def _smile(pen: Pen, face: Face, size: float = 1.0) -> None:
    pen.arc((-27 * size, -5), (0, 8 * size), (27 * size, -5), face.line, 10)


def _frown(pen: Pen, face: Face) -> None:
    pen.arc((-27, 13), (0, -4), (27, 13), face.line, 10)


def _teeth(pen: Pen, face: Face) -> None:
    path = skia.Path()
    path.moveTo(-34, 20)
    path.cubicTo(-36, -8, -18, -12, 0, -12)
    path.cubicTo(18, -12, 36, -8, 34, 20)
    path.cubicTo(18, 10, -18, 10, -34, 20)
    path.close()
    pen.stroke(path, face.line, 15)
    pen.fill(path, face.sclera)


def _round(pen: Pen, face: Face) -> None:
    pen.ellipse(0, 5, 21, 26, face.line)
    pen.ellipse(0, 6, 15, 20, face.inside)
    pen.ellipse(0, 17, 11, 9, palette.TONGUE)


def _wobble(pen: Pen, face: Face) -> None:
    points: list[Point] = [(-38, 10), (-19, -8), (0, 12), (19, -8), (38, 10)]
    pen.line(points, face.line, 9)


def _yawn(pen: Pen, face: Face) -> None:
    pen.ellipse(0, 4, 23, 19, face.line)
    pen.ellipse(0, 5, 17, 13, face.inside)
    pen.ellipse(0, 12, 12, 7, palette.TONGUE)


def _chewing(pen: Pen, face: Face) -> None:
    pen.ellipse(4, 2, 22, 17, face.line)
    pen.ellipse(4, 3, 16, 11, face.inside)
    pen.ellipse(4, 9, 11, 6, palette.TONGUE)
