"""Trunk and limbs: where a skeleton puts them, and drawing them in flat colours."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import skia

from .looks import Look
from .palette import Colour, shade
from .pen import Bow, Pen, Point, smooth
from .skeleton import Foot, Hand, Skeleton
from .spec import FigureSpec

TRUNK = 130.0  # length of a trunk in its own units, from neck to hip


@dataclass(frozen=True)
class Body:
    """A posed body; sides are -1 (left in the picture, near when turned) and 1."""

    spec: FigureSpec
    look: Look
    bones: Skeleton
    turned: bool

    @property
    def _axis(self) -> Point:
        dx, dy = self.bones.hip[0] - self.bones.neck[0], self.bones.hip[1] - self.bones.neck[1]
        length = math.hypot(dx, dy)
        return dx / length, dy / length

    @property
    def shift(self) -> float:
        """How far the front of the trunk is turned to the right, in trunk units."""
        return 16.0 if self.turned else 0.0

    @property
    def width(self) -> float:
        """Half the width of the trunk's lower end in units."""
        return 64 * self.look.width * (0.92 if self.turned else 1)

    def angle(self) -> float:
        """How far the trunk is turned clockwise from upright, in degrees."""
        dx, dy = self._axis
        return math.degrees(math.atan2(-dx, dy))

    def at(self, across: float, down: float) -> Point:
        """A point of the frame, from units across the trunk and down from the neck."""
        dx, dy = self._axis
        neck = self.bones.neck
        return neck[0] + dx * down + dy * across, neck[1] + dy * down - dx * across

    def length(self) -> float:
        """The distance from neck to hip in units."""
        return math.dist(self.bones.neck, self.bones.hip)

    @contextmanager
    def trunk(self, pen: Pen) -> Iterator[None]:
        """Draw in units of the trunk: origin at the neck, hip at (0, TRUNK)."""
        with pen.placed(*self.bones.neck, self.angle(), 1, self.length() / TRUNK):
            yield

    def head(self) -> Point:
        """The middle of the head; the smaller it is, the nearer to the neck."""
        (x, y), (neck_x, neck_y), size = self.bones.head, self.bones.neck, self.look.head
        return neck_x + (x - neck_x) * size, neck_y + (y - neck_y) * size

    @contextmanager
    def on_head(self, pen: Pen) -> Iterator[None]:
        """Draw in units of the head: origin in its middle."""
        with pen.placed(*self.head(), self.bones.tilt, self.look.head, self.look.head):
            yield

    def hand(self, side: int) -> Hand:
        """The hand of a side."""
        return self.bones.left_hand if side < 0 else self.bones.right_hand

    def foot(self, side: int) -> Foot:
        """The foot of a side."""
        return self.bones.left_foot if side < 0 else self.bones.right_foot

    def arm(self, side: int) -> Bow:
        """The arm of a side, from shoulder to hand."""
        hand = self.hand(side)
        across = (-30 if side < 0 else 34) if self.turned else side * (54 * self.look.width - 8)
        return Bow(self.at(across, 30), (hand.x, hand.y), hand.bend)

    def leg(self, side: int) -> Bow:
        """The leg of a side, from hip to ankle."""
        foot = self.foot(side)
        across = (-18 if side < 0 else 18) if self.turned else side * 34 * self.look.width
        angle = math.radians(foot.angle)
        ankle = (foot.x + 10 * math.sin(angle), foot.y - 10 * math.cos(angle))
        return Bow(self.at(across, self.length() - 4), ankle, foot.bend)

    def outline(self) -> skia.Path:
        """The trunk in trunk units."""
        w = self.width / 64
        b = 6 if self.turned else 0
        points = [
            (-36, -8), (-54 * w, 16), (-60 * w, 64), (-64 * w, 112), (-56 * w, 140), (0, 146),
            (56 * w + b, 140),
            (64 * w + b, 112), (60 * w + b * 2, 64), (54 * w, 16), (36, -8), (0, -14),
        ]  # fmt: skip
        return smooth(points)

    def framed_outline(self) -> skia.Path:
        """The trunk in units of the frame."""
        matrix = skia.Matrix()
        matrix.setTranslate(*self.bones.neck)
        matrix.preRotate(self.angle())
        matrix.preScale(1, self.length() / TRUNK)
        path = skia.Path()
        self.outline().transform(matrix, path)
        return path


def draw_arm(pen: Pen, body: Body, side: int) -> None:
    """Draw an arm with its sleeve and hand, set off by a shade where it lies over the trunk."""
    look, bow = body.look, body.arm(side)
    width = 44 * look.limb
    far = body.hand(side).layer == "back" and body.turned and side > 0
    top, skin = (shade(look.top, 0.88), shade(look.hand, 0.9)) if far else (look.top, look.hand)
    bare = shade(look.skin, 0.9) if far else look.skin
    if body.spec.kind == "panda":
        bare = look.hand
    if body.hand(side).layer != "back":
        with pen.clipped(body.framed_outline()):
            pen.stroke(bow.part(0.35, 0.8), shade(look.top, 0.8), width + 14)
    if look.short_sleeves:
        pen.stroke(bow.part(0, 0.97), bare, width * 0.84)
        pen.stroke(bow.part(0, 0.46), top, width + 2)
    else:
        pen.stroke(bow.part(0, 0.8), top, width)
    draw_hand(pen, body, side, bow, skin)


def draw_hand(pen: Pen, body: Body, side: int, bow: Bow, colour: Colour) -> None:
    """Draw a mitten with its thumb; the pointing hand gets a finger."""
    x, y = bow.end
    heading = bow.heading()
    if body.spec.kind in ("owl", "penguin", "duck"):
        with pen.placed(x, y, heading):
            for lean in (-30, 0, 30):
                pen.ellipse(8, lean * 0.35, 28, 13, colour, lean * 0.7)
        return
    pen.circle(x, y, 25, colour)
    thumb = math.radians(heading - 76 * side)
    pen.circle(x + 21 * math.cos(thumb), y + 21 * math.sin(thumb), 11, colour)
    pointing = body.spec.pose == "pointing" and side == (-1 if body.turned else 1)
    if pointing:
        turn = math.radians(heading)
        pen.line([(x, y), (x + 44 * math.cos(turn), y + 44 * math.sin(turn))], colour, 18)


def draw_leg(pen: Pen, body: Body, side: int) -> None:
    """Draw a leg, with trousers or bare, and its foot."""
    look, bow = body.look, body.leg(side)
    far = body.turned and side > 0
    cloth, bare = (shade(look.bottom, 0.86), shade(look.skin, 0.9)) if far else (look.bottom, look.skin)
    if body.spec.kind == "panda":
        bare = look.hand
    width = 54 * look.limb
    if look.lower == "trousers":
        pen.stroke(bow.part(0, 0.92), cloth, width)
    else:
        pen.stroke(bow.part(0, 1), bare, width * 0.78)
        if look.lower == "shorts":
            pen.stroke(bow.part(0, 0.5), cloth, width + 6)
    draw_foot(pen, body, side, bow, far)


def draw_foot(pen: Pen, body: Body, side: int, bow: Bow, far: bool) -> None:
    """Draw a shoe or paw, or a boot when boots are the accessory."""
    foot = body.foot(side)
    boots = body.spec.accessory == "boots"
    colour = body.look.accent if boots else body.look.foot
    colour = shade(colour, 0.86) if far else colour
    if boots:
        ground = body.look.bottom if body.look.lower == "trousers" else body.look.skin
        pen.stroke(bow.part(0.5, 1), colour, 60 * body.look.limb, round_ends=False)
        pen.stroke(
            bow.part(0.44, 0.56),
            shade(colour, 0.84) if ground != colour else ground,
            66 * body.look.limb,
            False,
        )
    left, right = -34 - 16 * max(0.0, -foot.toe), 34 + 16 * max(0.0, foot.toe)
    with pen.placed(foot.x, foot.y, foot.angle):
        path = skia.Path()
        path.moveTo(left + 8, 20)
        path.cubicTo(left - 8, 20, left - 6, -10, left * 0.55, -20)
        path.cubicTo(left * 0.2, -28, right * 0.2, -28, right * 0.55, -20)
        path.cubicTo(right + 6, -10, right + 8, 20, right - 8, 20)
        path.close()
        pen.fill(path, colour)
        if boots or (body.look.foot != body.look.skin and body.spec.kind in _SHOD):
            with pen.clipped(path):
                pen.box((left + right) / 2, 20, right - left, 9, 0, shade(colour, 0.74))


_SHOD = (
    "girl",
    "boy",
    "woman",
    "man",
    "grandmother",
    "grandfather",
    "princess",
    "witch",
    "pirate",
    "teacher",
)
