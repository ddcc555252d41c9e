"""Storybook characters as flat vector drawings on a transparent frame of 512×512 units."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import skia
from numpy.typing import NDArray

from . import accessories, clothes, concepts, extras
from .animal_heads import draw_animal
from .animal_parts import Animal
from .bodies import Body, draw_arm, draw_leg
from .faces import Mood, View
from .fantasy_heads import draw_fantasy, draw_mane_behind
from .looks import look_of
from .pen import Pen, Point
from .people_heads import Person, draw_hair_behind, draw_person
from .poses import skeleton
from .spec import FigureSpec

FRAME = 512.0
MARGIN = 14.0
MIDDLE, BASELINE = 256.0, 492.0  # the spot that a figure stands on
_PROBE = 208  # side in pixels of the small drawing that shows how far a figure reaches
_PROBE_UNITS = 4.0
_PROBE_START = -160.0


@dataclass(frozen=True)
class FigureAnchors:
    """Places in a drawn figure, in fractions of the frame: the face's box, and points."""

    face: tuple[float, float, float, float]
    head: Point
    left_hand: Point
    right_hand: Point
    left_foot: Point
    right_foot: Point
    grip: Point


def render_figure(spec: FigureSpec, size: int = 512) -> tuple[NDArray[np.uint8], FigureAnchors]:
    """Draw a figure as straight RGBA (size, size, 4), with its anchors."""
    surface = skia.Surface.MakeRasterN32Premul(size, size)
    canvas = surface.getCanvas()
    canvas.scale(size / FRAME, size / FRAME)
    anchors = draw_figure(canvas, spec)
    image = skia.ImageInfo.Make(size, size, skia.kRGBA_8888_ColorType, skia.kUnpremul_AlphaType)
    pixels = np.empty((size, size, 4), np.uint8)
    surface.readPixels(image, pixels)
    return pixels, anchors


def draw_figure(canvas: skia.Canvas, spec: FigureSpec) -> FigureAnchors:
    """Draw a figure in the 512-unit frame of `canvas`; nothing reaches into the frame's margin."""
    recorder = skia.PictureRecorder()
    body = _posed(spec)
    recording = recorder.beginRecording(skia.Rect(-512, -512, 1024, 1024))
    recording.translate(*_raised(0, 0, body.look.stature))
    recording.scale(body.look.stature, body.look.stature)
    _draw(Pen(recording), body)
    picture = recorder.finishRecordingAsPicture()
    scale, dx, dy = _fit(picture)
    canvas.save()
    canvas.translate(dx, dy)
    canvas.scale(scale, scale)
    canvas.drawPicture(picture)
    canvas.restore()
    return _anchors(body, scale, dx, dy)


def _posed(spec: FigureSpec) -> Body:
    turned = spec.facing == "right"
    bones = skeleton(spec.pose, turned, spec.sway)
    return Body(spec, look_of(spec), bones, turned)


def _draw(pen: Pen, body: Body) -> None:
    """Draw everything from back to front."""
    extras.draw_back(pen, body)
    accessories.draw_behind(pen, body)
    extras.draw_behind(pen, body)
    head = _Head(pen, body)
    head.draw_behind()
    _draw_arms(pen, body, "back")
    if body.look.lower != "tail":
        for side in (1, -1):
            draw_leg(pen, body, side)
    clothes.draw_skirt(pen, body)
    clothes.draw_trunk(pen, body)
    accessories.draw_on_trunk(pen, body)
    if body.bones.prop == "book":
        accessories.draw_book(pen, body)
    _draw_arms(pen, body, "front")
    if body.spec.kind != "ghost":
        accessories.draw_at_neck(pen, body)
    head.draw()
    if body.spec.kind == "ghost":
        # A ghost's sheet falls over its neck.
        accessories.draw_at_neck(pen, body)
    if body.bones.prop == "apple":
        accessories.draw_apple(pen, body)
    _draw_arms(pen, body, "top")


def _draw_arms(pen: Pen, body: Body, layer: str) -> None:
    for side in (1, -1):
        if body.hand(side).layer == layer:
            draw_arm(pen, body, side)


class _Head:
    """The head of a body: what of it lies behind the trunk, and the rest."""

    def __init__(self, pen: Pen, body: Body) -> None:
        spec, look = body.spec, body.look
        self.pen, self.body, self.view = pen, body, View(body.turned)
        mood = Mood(spec.expression, body.bones.asleep, spec.pose == "eating", 7 if spec.pose == "reading" else 0)
        self.person = Person(pen, spec, look, self.view, mood) if spec.kind in concepts.HUMANS else None
        self.animal = Animal(pen, spec, look, self.view, mood)

    def draw_behind(self) -> None:
        with self.body.on_head(self.pen):
            if self.person:
                draw_hair_behind(self.person)
            else:
                draw_mane_behind(self.animal)

    def draw(self) -> None:
        with self.body.on_head(self.pen):
            if self.person:
                draw_person(self.person)
            elif self.body.spec.kind in concepts.FANTASY:
                draw_fantasy(self.animal)
            else:
                draw_animal(self.animal)
            accessories.draw_on_head(self.pen, self.body, self.view)


def _fit(picture: skia.Picture) -> tuple[float, float, float]:
    """The scale and shift that bring a drawing inside the frame; almost always none."""
    surface = skia.Surface.MakeRaster(skia.ImageInfo.MakeA8(_PROBE, _PROBE))
    canvas = surface.getCanvas()
    canvas.scale(1 / _PROBE_UNITS, 1 / _PROBE_UNITS)
    canvas.translate(-_PROBE_START, -_PROBE_START)
    canvas.drawPicture(picture)
    alpha = np.empty((_PROBE, _PROBE), np.uint8)
    surface.readPixels(skia.ImageInfo.MakeA8(_PROBE, _PROBE), alpha)
    x0, x1 = _reach(alpha.max(axis=0))
    y0, y1 = _reach(alpha.max(axis=1))
    room = FRAME - 2 * MARGIN
    scale = min(1.0, room / (x1 - x0), room / (y1 - y0))
    return scale, _shift(x0 * scale, x1 * scale), _shift(y0 * scale, y1 * scale)


def _reach(line: NDArray[np.uint8]) -> tuple[float, float]:
    """Where the drawn part of a line of the probe begins and ends in units, to a fraction of its pixels."""
    drawn = np.flatnonzero(line > 8)
    first, last = int(drawn[0]), int(drawn[-1])
    begin = first + 1 - line[first] / 255
    end = last + line[last] / 255
    return _PROBE_START + begin * _PROBE_UNITS, _PROBE_START + end * _PROBE_UNITS


def _shift(low: float, high: float) -> float:
    if low < MARGIN:
        return MARGIN - low
    return min(0.0, FRAME - MARGIN - high)


def _raised(x: float, y: float, stature: float) -> Point:
    """Where a point of the frame is in a figure scaled by `stature` about the spot that it stands on."""
    return MIDDLE + (x - MIDDLE) * stature, BASELINE + (y - BASELINE) * stature


def _anchors(body: Body, scale: float, dx: float, dy: float) -> FigureAnchors:
    bones, size = body.bones, body.look.head
    angle = math.radians(bones.tilt)
    middle_x, middle_y = body.head()

    def place(x: float, y: float) -> Point:
        x, y = _raised(x, y, body.look.stature)
        return (x * scale + dx) / FRAME, (y * scale + dy) / FRAME

    def on_head(x: float, y: float) -> Point:
        return place(
            middle_x + size * (x * math.cos(angle) - y * math.sin(angle)),
            middle_y + size * (x * math.sin(angle) + y * math.cos(angle)),
        )

    left, right = (-76, 124) if body.turned else (-100, 100)
    top = -140 if body.spec.kind in ("frog", "crocodile") else -84
    corners = [on_head(x, y) for x in (left, right) for y in (top, 92)]
    held = bones.left_hand if body.turned else bones.right_hand
    return FigureAnchors(
        face=(
            max(0.0, min(x for x, _ in corners)),
            max(0.0, min(y for _, y in corners)),
            min(1.0, max(x for x, _ in corners)),
            min(1.0, max(y for _, y in corners)),
        ),
        head=on_head(0, 0),
        left_hand=place(bones.left_hand.x, bones.left_hand.y),
        right_hand=place(bones.right_hand.x, bones.right_hand.y),
        left_foot=place(bones.left_foot.x, bones.left_foot.y),
        right_foot=place(bones.right_foot.x, bones.right_foot.y),
        grip=place(held.x + 6, held.y - 12),
    )
