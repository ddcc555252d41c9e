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
SMALLEST = 0.04  # of the picture's width, below which nobody is made smaller


def moved(placement: Placement, dx: float, dy: float) -> Placement:
    """The placement somewhere else; who moves down comes nearer."""
    box = replace(placement.box, x=placement.box.x + dx, y=placement.box.y + dy)
    return replace(placement, box=box, depth=placement.depth + dy, pinned=True)


def resized(placement: Placement, factor: float) -> Placement:
    """The placement larger or smaller, its feet where they were."""
    box = placement.box
    factor = max(factor, SMALLEST / box.width)
    width, height = box.width * factor, box.height * factor
    grown = Box(box.x - (width - box.width) / 2, box.bottom - height, width, height)
    return replace(placement, box=grown, pinned=True)


def mirrored(placement: Placement) -> Placement:
    """The placement turned round."""
    return replace(placement, mirrored=not placement.mirrored, pinned=True)


def stretched(placement: Placement, right: bool, bottom: bool, dx: float, dy: float) -> Placement:
    """A corner of the frame dragged; the opposite corner stays, and so does the shape."""
    box = placement.box
    grow_x = (dx if right else -dx) / box.width
    grow_y = (dy if bottom else -dy) / box.height
    factor = max(1 + (grow_x if abs(grow_x) > abs(grow_y) else grow_y), SMALLEST / box.width)
    width, height = box.width * factor, box.height * factor
    x = box.x if right else box.x + box.width - width
    y = box.y if bottom else box.bottom - height
    foot = placement.depth + (height - box.height if bottom else 0.0)  # who reaches lower is nearer
    return replace(placement, box=Box(x, y, width, height), depth=foot, pinned=True)
