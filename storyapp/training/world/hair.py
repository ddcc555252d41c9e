"""Hair of people: what falls behind the head, and what frames the face."""

from __future__ import annotations

from .faces import View
from .palette import Colour, shade
from .pen import Pen, Point, joined

# The edge of a fringe from the right temple to the left one.
_FRINGES: dict[str, list[list[Point]]] = {
    "straight": [
        [(92, 30), (88, -26)],
        [(88, -26), (60, -47), (0, -51), (-60, -47), (-88, -26)],
        [(-92, 30)],
    ],
    "swept": [[(92, 18), (88, -26), (46, -72)], [(46, -72), (-10, -48), (-86, -24)], [(-92, 24)]],
    "parted": [[(96, 34), (84, -20), (0, -82)], [(0, -82), (-84, -20), (-96, 34)]],
    "high": [[(94, 6), (84, -40), (0, -66), (-84, -40), (-94, 6)]],
    "tufted": [
        [(94, 8), (88, -30), (62, -40)],
        [(62, -40), (38, -64), (8, -42)],
        [(8, -42), (-16, -64), (-44, -38)],
        [(-44, -38), (-70, -48), (-88, -22), (-94, 10)],
    ],
}


def fringe(pen: Pen, view: View, colour: Colour, style: str, puff: float = 12) -> None:
    """Draw the hair on the skull down to the fringe; `puff` is how far it stands off."""
    outer: list[Point] = [
        (-97, 30), (-104, -16), (-88, -66), (-50, -90 - puff * 0.7), (0, -94 - puff),
        (50, -90 - puff * 0.7), (88, -66), (104, -16), (97, 30),
    ]  # fmt: skip
    inner = [[(min(view.x(x, 46), 95), y) for x, y in curve] for curve in _FRINGES[style]]
    if view.turned:
        # Seen from the side, the near hair reaches to the nape, and the far temple is hidden.
        outer = [(-76, 74), (-94, 44), *outer[1:-2], (103, -30), (98, -16)]
        inner[0][0] = (96, -18)
        inner[-1][-1] = (-58, 26)
    pen.fill(joined(outer, *inner), colour)


def curls(pen: Pen, view: View, colour: Colour, radius: float = 34) -> None:
    """Draw a cloud of curls around the top of the head."""
    for x, y in ((-96, -14), (-88, -54), (-58, -84), (-20, -98), (20, -98), (58, -84), (88, -54), (96, -14)):
        pen.circle(x, y, radius, colour)
    for x, y in ((-66, -50), (-34, -70), (0, -74), (34, -70), (66, -50)):
        pen.circle(view.x(x, 40), y, radius * 0.72, colour)


def spikes(pen: Pen, view: View, colour: Colour) -> None:
    """Draw hair that stands up in spikes over a high fringe."""
    tips: list[Point] = [(-112, -60), (-78, -120), (-24, -138), (40, -136), (92, -112), (114, -54)]
    roots: list[Point] = [(-98, 8), (-98, -76), (-52, -108), (6, -116), (66, -104), (98, -72), (98, 8)]
    points: list[Point] = []
    for index, root in enumerate(roots):
        points.append(root)
        if index < len(tips):
            points.append(tips[index])
    pen.shape([*points, (view.x(70, 40), -50), (0, -60), (view.x(-76, 40), -44)], colour, 5)
    fringe(pen, view, colour, "high", 12)


def long_back(pen: Pen, view: View, colour: Colour, length: float = 150, wave: float = 0) -> None:
    """Draw loose hair behind head and shoulders, down to `length` units under the head's centre."""
    tone = shade(colour, 0.86)
    x = -16 if view.turned else 0
    right = 100 if view.turned else 122
    pen.blob(
        [
            (x - 104, -50), (x - 118, 30), (x - 124 - wave, length * 0.55), (x - 116, length - 14),
            (x - 60, length), (x, length - 6 + wave), (x + right - 50, length), (x + right - 8, length - 20),
            (x + right + wave, length * 0.5), (x + right - 4, 20), (x + 100, -50), (x, -100),
        ],
        tone,
    )  # fmt: skip


def bob_back(pen: Pen, view: View, colour: Colour) -> None:
    """Draw chin-long hair around the head."""
    x = -12 if view.turned else 0
    pen.blob(
        [
            (x - 100, -50), (x - 120, 10), (x - 124, 66), (x - 92, 92), (x - 40, 80), (x + 40, 80),
            (x + 92, 92), (x + 122, 66), (x + 118, 10), (x + 98, -50), (x, -100),
        ],
        shade(colour, 0.86),
    )  # fmt: skip


def pigtails(pen: Pen, view: View, colour: Colour, tie: Colour) -> None:
    """Draw a bunch of hair at each side of the head."""
    for side in (-1, 1):
        x = view.x(side * 112, -20)
        with pen.placed(x, 18, 0, side, 1):
            pen.blob([(-12, -14), (26, -26), (44, 14), (36, 66), (14, 92), (2, 60), (-8, 24)], colour)
            pen.circle(-2, -8, 15, tie)


def bun(pen: Pen, view: View, colour: Colour, low: bool = False) -> None:
    """Draw a knot of hair on top of the head, or behind it."""
    if low:
        pen.circle(view.x(-70, -60) if view.turned else 92, 62 if not view.turned else 52, 40, shade(colour, 0.86))
    else:
        x = view.x(0, -30)
        pen.circle(x, -112, 42, colour)
        pen.line([(x - 24, -92), (x, -84), (x + 24, -92)], shade(colour, 0.8), 10)


def braids(pen: Pen, view: View, colour: Colour, tie: Colour) -> None:
    """Draw a braid at each side, down over the shoulders."""
    for side in (-1, 1):
        x = view.x(side * 104, -10)
        for row, size in enumerate((25, 25, 23, 21)):
            pen.ellipse(
                x + side * (4 + row % 2 * 6),
                34 + row * 30,
                size,
                21,
                colour if row % 2 else shade(colour, 0.88),
            )
        pen.circle(x + side * 8, 142, 12, tie)
        pen.ellipse(x + side * 8, 158, 15, 18, colour)
