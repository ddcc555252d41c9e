"""What a hand does in the large picture."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent

from storyapp.story.plan import Placement
from storyapp.ui.picture.editor_view import EditorView

LEFT = Qt.MouseButton.LeftButton


def move(view: EditorView, point: QPointF) -> None:
    buttons = (LEFT, LEFT, Qt.KeyboardModifier.NoModifier)
    view.mouseMoveEvent(QMouseEvent(QEvent.Type.MouseMove, point, view.mapToGlobal(point), *buttons))


def drag(qtbot: Any, view: EditorView, start: tuple[float, float], end: tuple[float, float]) -> None:
    qtbot.mousePress(view.viewport(), LEFT, pos=view.point_of(*start).toPoint())
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    for point in (middle, end):
        move(view, view.point_of(*point))
    qtbot.mouseRelease(view.viewport(), LEFT, pos=view.point_of(*end).toPoint())


def body(placement: Placement) -> tuple[float, float]:
    return placement.box.x + placement.box.width / 2, placement.box.y + placement.box.height * 0.6
