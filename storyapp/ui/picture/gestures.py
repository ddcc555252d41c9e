"""What a hand does to somebody in a picture: the placement before → the placement after."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from storyapp.story.plan import Box, Placement

ARROWS = {
    Qt.Key.Key_Left: (-0.01, 0.0),
    Qt.Key.Key_Right: (0.01, 0.0),
    Qt.Key.Key_Up: (0.0, -0.01),
    Qt.Key.Key_Down: (0.0, 0.01),
}
SMALLEST, LARGEST = 0.04, 2.5  # of the picture's width: nobody is made smaller, or larger
SEEN = 0.15  # of what is solid in a frame: at least so much of its width and height stays in the picture
WHOLE = Box(0.0, 0.0, 1.0, 1.0)


def moved(placement: Placement, dx: float, dy: float, solid: Box = WHOLE) -> Placement:
    """The placement somewhere else; who moves down comes nearer. `solid` is what is not transparent in the frame."""
    box = replace(placement.box, x=placement.box.x + dx, y=placement.box.y + dy)
    return _in_sight(replace(placement, box=box, depth=placement.depth + dy, pinned=True), solid)


def resized(placement: Placement, factor: float, solid: Box = WHOLE) -> Placement:
    """The placement larger or smaller, its feet where they were."""
    box = placement.box
    factor = _bounded(factor, box)
    width, height = box.width * factor, box.height * factor
    grown = Box(box.x - (width - box.width) / 2, box.bottom - height, width, height)
    return _in_sight(replace(placement, box=grown, pinned=True), solid)


def mirrored(placement: Placement) -> Placement:
    """The placement turned round."""
    return replace(placement, mirrored=not placement.mirrored, pinned=True)


def stretched(placement: Placement, right: bool, bottom: bool, dx: float, dy: float, solid: Box = WHOLE) -> Placement:
    """A corner of the frame dragged; the opposite corner stays, and so does the shape."""
    box = placement.box
    grow_x = (dx if right else -dx) / box.width
    grow_y = (dy if bottom else -dy) / box.height
    factor = _bounded(1 + (grow_x if abs(grow_x) > abs(grow_y) else grow_y), box)
    width, height = box.width * factor, box.height * factor
    x = box.x if right else box.x + box.width - width
    y = box.y if bottom else box.bottom - height
    foot = placement.depth + (height - box.height if bottom else 0.0)  # who reaches lower is nearer
    return _in_sight(replace(placement, box=Box(x, y, width, height), depth=foot, pinned=True), solid)


def _bounded(factor: float, box: Box) -> float:
    return min(max(factor, SMALLEST / box.width), LARGEST / box.width)


def _in_sight(placement: Placement, solid: Box) -> Placement:
    """The placement no farther outside of the picture than that somebody can still be seen, and taken."""
    box = placement.box
    left = 1 - solid.x - solid.width if placement.mirrored else solid.x
    dx = _back(box.x + left * box.width, solid.width * box.width)
    dy = _back(box.y + solid.y * box.height, solid.height * box.height)
    return replace(placement, box=replace(box, x=box.x + dx, y=box.y + dy), depth=placement.depth + dy)


def _back(start: float, length: float) -> float:
    """How far a stretch has to move until enough of it is within 0 … 1."""
    enough = min(SEEN * length, 1.0)
    return max(0.0, enough - length - start) + min(0.0, 1 - enough - start)
