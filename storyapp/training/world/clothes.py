"""What is worn on the trunk: shirt, skirt, dungarees, and the marks of trades."""

from __future__ import annotations

import math

import skia

from . import palette
from .bodies import Body
from .palette import Colour, apart, brightness, shade, tint
from .pen import Pen, Point, joined, smooth


def draw_trunk(pen: Pen, body: Body) -> None:
    """Draw shirt, waist and what the kind wears over them."""
    look, outline = body.look, body.outline()
    bottom = apart(look.bottom, look.top)
    with body.trunk(pen):
        waist = 118.0 if look.lower == "tail" else 97.0
        # Each colour is filled once in its own part, so that no seam of the other shows at the edges.
        for part, colour in (
            (skia.Rect(-200, -60, 200, waist), look.top),
            (skia.Rect(-200, waist, 200, 240), bottom),
        ):
            pen.canvas.save()
            pen.canvas.clipRect(part)
            pen.fill(outline, colour)
            pen.canvas.restore()
        with pen.clipped(outline):
            _pattern(pen, body)
            pen.box(0, waist - 4, 110, 6, 0, shade(look.top, 0.8))
            # The head's shade under the chin.
            pen.ellipse(body.shift, -16, 62, 36, shade(look.top, 0.84))
            if look.dungarees:
                _bib(pen, body, bottom)
            _trade(pen, body)


def _soft(colour: Colour) -> Colour:
    return shade(colour, 0.84) if brightness(colour) > 215 else tint(colour, 0.5)


def _pattern(pen: Pen, body: Body) -> None:
    kind, style, top = body.spec.kind, body.spec.hair_style % 3, body.look.top
    if kind in ("knight", "teacher", "robot", "princess", "fairy"):
        return
    if kind == "pirate" or (style == 1 and not body.look.dungarees):
        for y in (40, 72):
            pen.box(0, y, 110, 8, 0, _soft(top))
    elif style == 2:
        for y in (40, 70):
            pen.circle(body.shift, y, 7, _soft(top))


def _bib(pen: Pen, body: Body, colour: Colour) -> None:
    x, w = body.shift, body.look.width
    pen.box(x, 84, 40 * w, 40, 12, colour)
    for side in (-1, 1):
        pen.line([(x + side * 32 * w, 50), (x + side * 42 * w, -6)], colour, 16)
        pen.circle(x + side * 31 * w, 54, 7, palette.GOLD if colour != palette.CLOTHES["yellow"] else palette.WHITE)
    pen.box(x, 84, 18, 12, 6, shade(colour, 0.82))


def _trade(pen: Pen, body: Body) -> None:
    kind, x, look = body.spec.kind, body.shift, body.look
    if kind == "teacher":
        pen.shape([(x - 30, -10), (x + 30, -10), (x, 62)], palette.CREAM, 4)
        tie = (70, 92, 150) if body.spec.top_colour not in ("blue", "teal", "purple") else (200, 66, 72)
        pen.shape([(x - 9, 14), (x + 9, 14), (x + 13, 60), (x, 76), (x - 13, 60)], tie, 3)
    elif kind == "knight":
        for side in (-1, 1):
            pen.box(side * 62 * look.width, 60, 14, 120, 0, palette.STEEL)
        pen.shape([(x, 38), (x + 22, 62), (x, 88), (x - 22, 62)], _soft(look.top), 4)
    elif kind in ("pirate", "witch"):
        pen.box(0, 99, 110, 10, 0, (70, 50, 46))
        pen.box(x, 99, 17, 15, 4, palette.GOLD)
        pen.box(x, 99, 8, 6, 2, (70, 50, 46))
    elif kind == "princess":
        pen.box(0, 98, 110, 9, 0, palette.GOLD)
    elif kind == "robot":
        pen.box(x, 56, 34, 24, 10, tint(look.skin, 0.4))
        for offset, colour in ((-17, (236, 92, 88)), (0, palette.GOLD), (17, (96, 190, 120))):
            pen.circle(x + offset, 56, 7, colour)
    elif kind == "baby":
        pen.ellipse(x, 12, 40, 36, palette.WHITE if look.top != palette.CLOTHES["white"] else (250, 214, 220))
        pen.circle(x, 112, 7, _soft(look.bottom))


def draw_skirt(pen: Pen, body: Body) -> None:
    """Draw a skirt or gown whose hem follows the legs, or a ghost's waving hem."""
    if body.look.lower == "tail":
        _ghost_hem(pen, body)
        return
    if body.look.lower not in ("skirt", "gown"):
        return
    long = body.spec.kind in ("woman", "grandmother", "teacher")
    share, flare = (0.86, 52.0) if body.look.lower == "gown" else (0.72 if long else 0.6, 36.0)
    if body.spec.accessory == "boots":
        share = 0.54
    colour = apart(body.look.bottom, body.look.top)
    knees = [body.leg(side).at(share) for side in (-1, 1)]
    origin = body.at(0, 0)
    unit = _difference(body.at(1, 0), origin)
    knees.sort(key=lambda point: point[0] * unit[0] + point[1] * unit[1])
    (ax, ay), (bx, by) = knees
    # Legs far apart stretch the skirt themselves.
    flare *= min(1.0, max(0.25, 1.6 - math.dist(*knees) / 160))
    for side in (-1, 1):
        pen.stroke(body.leg(side).part(0, share * 0.76), colour, 64 * body.look.limb)
    left: Point = (ax - unit[0] * flare, ay - unit[1] * flare)
    right: Point = (bx + unit[0] * flare, by + unit[1] * flare)
    length, w = body.length(), body.width
    down = _difference(body.at(0, 1), origin)
    hem: Point = ((left[0] + right[0]) / 2 + down[0] * 16, (left[1] + right[1]) / 2 + down[1] * 16)
    path = joined([left, body.at(-w, length * 0.92), body.at(-w * 0.92, length * 0.72)],
                  [body.at(w * 0.92, length * 0.72), body.at(w, length * 0.92),
                   right], [right, hem, left])  # fmt: skip
    pen.stroke(path, colour, 10)
    pen.fill(path, colour)
    pen.line([left, hem, right], shade(colour, 0.84) if brightness(colour) > 80 else tint(colour, 0.3), 12)


def _difference(a: Point, b: Point) -> Point:
    return a[0] - b[0], a[1] - b[1]


def _ghost_hem(pen: Pen, body: Body) -> None:
    look, length = body.look, body.length()
    colour = apart(look.bottom, look.top)
    feet = [body.foot(side) for side in (-1, 1)]
    end = (sum(f.x for f in feet) / 2, sum(f.y for f in feet) / 2)
    hip = body.at(0, length)
    dx, dy = _difference(end, hip)
    reach = max(math.hypot(dx, dy), 36.0)
    with pen.placed(*hip, math.degrees(math.atan2(-dx, dy)), 1, (reach + 16) / 100):
        w: float = body.width
        path = smooth([(-w * 0.97, -30), (-w * 1.02, 14), (-w * 0.82, 56), (-w * 1.05, 92), (-w * 0.6, 98),
                       (w * 0.24, 78), (w * 0.86, 28), (w * 0.97, -30)])  # fmt: skip
        pen.fill(path, look.skin)
        with pen.clipped(path):
            pen.box(0, -10, 140, 50, 0, colour)
            pen.box(0, 40, 140, 7, 0, shade(look.skin, 0.84))
