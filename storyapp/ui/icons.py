"""The program's own icons, painted in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from storyapp import paths

SIDE = 64  # pixels; scaled down where it is shown
_BLACK = "#000000"


def icon(name: str, colour: QColor, disabled: QColor | None = None) -> QIcon:
    """An icon of `resources/icons`; an empty one if it is not there."""
    found = QIcon()
    file = paths.resources() / "icons" / f"{name}.svg"
    if not file.is_file():
        return found
    source = file.read_text(encoding="utf-8")
    found.addPixmap(_painted(source, colour))
    if disabled is not None:
        found.addPixmap(_painted(source, disabled), QIcon.Mode.Disabled)
    return found


def picture_icon(picture: QPixmap) -> QIcon:
    """A picture in a list; chosen it looks as it does otherwise, where Qt would lay the highlight over it."""
    found = QIcon(picture)
    found.addPixmap(picture, QIcon.Mode.Selected)
    return found


def _painted(source: str, colour: QColor) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(source.replace(_BLACK, colour.name()).encode()))
    pixmap = QPixmap(SIDE, SIDE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, SIDE, SIDE))
    painter.end()
    return pixmap
