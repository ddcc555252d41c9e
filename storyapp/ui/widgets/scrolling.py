"""Columns that are higher than their place."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

MARGIN = 12  # pixels above and below what is scrolled to
SETTLING = 6  # steps of layout at most: what grows in a column reaches it over several


class Column(QWidget):
    """What is scrolled, as high as it is at its width; a layout alone asks for the height of its least width."""

    def __init__(self) -> None:
        super().__init__(objectName="column")

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


def scrolling(inside: QWidget) -> QScrollArea:
    """`inside` as wide as its place, scrolled up and down; the focus is for what is in it."""
    scroll = QScrollArea(widgetResizable=True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inside)
    return scroll


class Shallow(QScrollArea):
    """As high as the lines of `inside`, and scrolled where there is no room for that."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__(widgetResizable=True)
        self.inside = inside
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        inside.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setWidget(inside)

    def sizeHint(self) -> QSize:
        frame = 2 * self.frameWidth()
        return QSize(self.minimumSizeHint().width(), self.inside.heightForWidth(self.width() - frame) + frame)

    def minimumSizeHint(self) -> QSize:
        frame, one_line = 2 * self.frameWidth(), self.inside.minimumSizeHint()
        return QSize(one_line.width() + frame, one_line.height() + frame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.inside and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def show_whole(widget: QWidget) -> None:
    """Scroll everything that a widget is in so that it is seen; one that is new has its place first."""
    for _ in range(SETTLING):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # type: ignore[call-overload]
    outer = widget.parentWidget()
    while outer is not None:
        if isinstance(outer, QScrollArea):
            outer.ensureWidgetVisible(widget, 0, MARGIN)
        outer = outer.parentWidget()


def fill_with(outer: QWidget, inside: QWidget) -> None:
    """Let `outer` show nothing but `inside`, scrolled."""
    layout = QVBoxLayout(outer)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(scrolling(inside))
