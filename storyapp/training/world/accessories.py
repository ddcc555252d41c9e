"""The twelve accessories, and the book and the apple of two poses."""

from __future__ import annotations

import math

from . import palette
from .bodies import Body
from .faces import View
from .headgear import spectacles, witch_hat
from .palette import Colour, apart, brightness, shade, tint
from .pen import Pen, polygon

_EYES = {  # where glasses go: half distance, height, size
    "frog": (54, -66, 0.98), "pig": (44, -14, 1), "elephant": (46, -12, 1), "dragon": (44, -14, 1),
    "unicorn": (44, -10, 1), "robot": (38, -2, 0.94), "owl": (44, 0, 1.1), "baby": (46, 10, 1),
    "crocodile": (48, -46, 0.98), "turtle": (43, -4, 1.04), "duck": (40, -14, 1), "wolf": (43, -4, 1),
}  # fmt: skip
_PLAIN_EYES = (40, -4, 1)
# How far up hats sit where the eyes are on top of the head, and their size.
_LIFTED = {"frog": (-64, 0.6), "crocodile": (-46, 0.66)}


def _edge(colour: Colour) -> Colour:
    return shade(colour, 0.8) if brightness(colour) > 80 else tint(colour, 0.3)


def draw_behind(pen: Pen, body: Body) -> None:
    """Draw the parts of cape and backpack behind the trunk."""
    accent = body.look.accent
    # On a lying body, capes and packs would reach far under the baseline.
    narrow = 0.5 if abs(body.angle()) > 34 else 1.0
    with body.trunk(pen), pen.placed(sx=narrow):
        if body.spec.accessory == "cape":
            x = -34 if body.turned else 0
            pen.blob([(x - 30, -4), (x - 92, 60), (x - 142, 168), (x - 70, 182), (x, 174), (x + 70, 182),
                      (x + 142, 168),
                      (x + 92, 60), (x + 30, -4)], accent, 0.8)  # fmt: skip
            for fold in (-106, 106):
                pen.line([(x + fold * 0.72, 96), (x + fold, 162)], _edge(accent), 10)
        elif body.spec.accessory == "backpack":
            colour = apart(accent, body.look.top)
            if body.turned:
                pen.box(-74, 52, 50, 60, 26, colour)
                pen.box(-102, 76, 22, 26, 12, _edge(colour))
            else:
                pen.box(0, 44, 108 * body.look.width, 54, 30, colour)
                pen.box(0, 96, 108 * body.look.width, 16, 12, _edge(colour))


def draw_on_trunk(pen: Pen, body: Body) -> None:
    """Draw apron, necklace and the straps of a backpack."""
    x, w = body.shift, body.look.width
    accent = apart(body.look.accent, body.look.top)
    accessory = body.spec.accessory
    with body.trunk(pen):
        if accessory == "apron":
            for side in (-1, 1):
                pen.line([(x + side * 26, 40), (x + side * 36, -2)], accent, 12)
            pen.line([(-62 * w, 92), (62 * w, 92)], _edge(accent), 12)
            pen.shape([(x - 30, 38), (x + 30, 38), (x + 46 * w, 160), (x - 46 * w, 160)], accent, 8)
            pen.box(x, 118, 24, 16, 7, _edge(accent))
        elif accessory == "necklace":
            y = 34 if body.spec.kind == "ghost" else 18
            for step in range(9):
                angle = math.radians(10 + 20 * step)
                pen.circle(x + 47 * math.cos(angle), y + 40 * math.sin(angle), 9.5, accent)
            pen.circle(x, y + 52, 16, accent)
            pen.circle(x, y + 52, 8, _edge(accent))
        elif accessory == "backpack":
            sides = (-1,) if body.turned else (-1, 1)
            for side in sides:
                pen.line([(side * 34 * w, -4), (side * 44 * w, 44), (side * 60 * w, 84)], accent, 18)


def draw_at_neck(pen: Pen, body: Body) -> None:
    """Draw scarf or the collar of a cape, over the arms and under the head."""
    x = body.shift
    accent = apart(body.look.accent, body.look.top)
    with body.trunk(pen):
        if body.spec.accessory == "scarf":
            side = 1 if body.turned else -1
            pen.shape(
                [(x + side * 22, 26), (x + side * 56, 22), (x + side * 62, 98), (x + side * 30, 102)],
                _edge(accent),
                5,
            )
            pen.shape(
                [(x + side * 31, 84), (x + side * 61, 80), (x + side * 62, 98), (x + side * 31, 102)],
                accent,
                5,
            )
            pen.blob(
                [(x - 70, 4), (x - 60, -12), (x + 60, -12), (x + 70, 4), (x + 62, 28), (x, 40), (x - 62, 28)],
                accent,
            )
            pen.circle(x + side * 42, 26, 18, accent)
        elif body.spec.accessory == "cape":
            pen.blob(
                [(x - 62, 6), (x - 50, -10), (x + 50, -10), (x + 62, 6), (x + 50, 26), (x, 34), (x - 50, 26)],
                accent,
            )
            pen.circle(x, 30, 13, palette.GOLD if body.spec.accessory_colour != "yellow" else palette.WHITE)


def draw_on_head(pen: Pen, body: Body, view: View) -> None:
    """Draw hats, bow, flower and glasses; the origin is the middle of the head."""
    accessory, kind, accent = body.spec.accessory, body.spec.kind, body.look.accent
    if accessory == "glasses":
        spectacles(pen, view, accent, *_EYES.get(kind, _PLAIN_EYES if kind not in _HUMAN_EYES else (40, 2, 1)))
        return
    ground = body.look.skin if kind not in _HUMAN_EYES or kind == "grandfather" else body.look.hair
    accent = apart(accent, ground)
    lift, size = _LIFTED.get(kind, (0, 1.0))
    with pen.placed(0, lift, 0, size, size):
        if accessory == "hat" and kind == "witch":
            witch_hat(pen, view, accent, _edge(accent))
        elif accessory == "hat":
            _hat(pen, view, accent)
        elif accessory == "cap":
            _cap(pen, view, accent)
        elif accessory == "crown":
            _crown(pen, view, accent)
        elif accessory == "bow":
            _ribbon(pen, view.x(52, 26), -84, accent)
        elif accessory == "flower":
            _flower(pen, view.x(-70, 30), -82, accent)


_HUMAN_EYES = (
    "girl", "boy", "woman", "man", "grandmother", "grandfather", "knight", "princess", "witch", "pirate",
    "teacher",
)  # fmt: skip


def _hat(pen: Pen, view: View, colour: Colour) -> None:
    x = view.x(0, 20)
    pen.shape(
        [(x - 64, -76), (x - 56, -136), (x - 30, -144), (x + 30, -144), (x + 56, -136), (x + 64, -76)],
        colour,
        7,
    )
    pen.shape([(x - 64, -84), (x - 62, -98), (x + 62, -98), (x + 64, -84)], _edge(colour), 6)
    pen.ellipse(x * 0.6, -70, 124, 19, _edge(colour))
    pen.ellipse(x * 0.6, -74, 124, 17, colour)


def _cap(pen: Pen, view: View, colour: Colour) -> None:
    x = view.x(0, 20)
    pen.blob(
        [(-100, -62), (-88, -104), (-46, -138), (x, -146), (58, -134), (94, -102), (102, -62), (x, -78)],
        colour,
        0.9,
    )
    pen.circle(x, -146, 11, _edge(colour))
    if view.turned:
        pen.blob([(10, -72), (70, -88), (140, -76), (152, -62), (90, -58), (16, -56)], _edge(colour), 0.8)
    else:
        pen.blob(
            [(-84, -66), (-50, -86), (0, -92), (50, -86), (84, -66), (60, -58), (0, -62), (-60, -58)],
            _edge(colour),
            0.8,
        )


def _crown(pen: Pen, view: View, colour: Colour) -> None:
    x = view.x(0, 30)
    points = [
        (x - 62, -74),
        (x - 72, -126),
        (x - 36, -104),
        (x, -142),
        (x + 36, -104),
        (x + 72, -126),
        (x + 62, -74),
        (x, -66),
    ]
    pen.shape(points, colour, 6)
    with pen.clipped(polygon(points)):
        pen.box(x, -70, 90, 12, 0, _edge(colour))
    for dx, y in ((-72, -128), (0, -140), (72, -128)):
        pen.circle(x + dx, y, 11, _edge(colour))


def _ribbon(pen: Pen, x: float, y: float, colour: Colour) -> None:
    for side in (-1, 1):
        with pen.placed(x, y, 14, side, 1):
            pen.blob([(4, -8), (34, -34), (62, -30), (64, 2), (60, 28), (32, 28), (4, 8)], colour, 0.9)
            pen.blob([(10, -3), (34, -12), (38, 0), (34, 12), (10, 3)], _edge(colour))
    pen.ellipse(x, y, 17, 18, _edge(colour), 14)


def _flower(pen: Pen, x: float, y: float, colour: Colour) -> None:
    for step in range(5):
        angle = math.radians(72 * step - 90)
        pen.circle(x + 25 * math.cos(angle), y + 25 * math.sin(angle), 21, colour)
    pen.circle(x, y, 15, palette.GOLD if colour != palette.CLOTHES["yellow"] else (150, 92, 50))


def draw_book(pen: Pen, body: Body) -> None:
    """Draw an open book between the hands."""
    left, right = body.bones.left_hand, body.bones.right_hand
    x, y = (left.x + right.x) / 2, (left.y + right.y) / 2
    warm = body.spec.top_colour in ("red", "orange", "pink", "brown", "purple")
    cover: Colour = (44, 128, 160) if warm else (206, 70, 72)
    with pen.placed(x, y, 8 if body.turned else 0):
        for side in (-1, 1):
            pen.shape([(0, -30), (side * 66, -52), (side * 66, -30), (0, -14)], palette.CREAM, 4)
            pen.shape(
                [(0, -22), (side * 70, -42), (side * 70, 30), (0, 44)],
                cover if side < 0 else shade(cover, 0.88),
                5,
            )
        pen.box(0, 10, 6, 36, 4, shade(cover, 0.72))


def draw_apple(pen: Pen, body: Body) -> None:
    """Draw a bitten apple at the right hand, or at the near one when turned."""
    hand = body.bones.left_hand if body.turned else body.bones.right_hand
    x, y = hand.x - (10 if body.turned else 20), hand.y - 22
    red: Colour = (214, 52, 56)
    pen.line([(x + 2, y - 22), (x + 8, y - 38)], (110, 72, 48), 9)
    pen.ellipse(x + 22, y - 32, 14, 8, (110, 176, 74), -24)
    pen.blob([(x, y - 22), (x + 22, y - 27), (x + 33, y - 4), (x + 20, y + 25), (x, y + 22),
              (x - 20, y + 25), (x - 33, y - 4),
              (x - 22, y - 27)], red)  # fmt: skip
    pen.circle(x - 28, y - 2, 13, palette.CREAM)
