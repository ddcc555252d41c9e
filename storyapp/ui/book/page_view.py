"""One page of the book, as large as the window; the arrow keys turn the pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from storyapp.export.choices import BookChoices

from .book_preview import Preview, Previewer

SIDE, WIDTH = 900, 1100  # pixels of a picture, and of a page
_TURNS = {
    **dict.fromkeys((Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space), 1),
    **dict.fromkeys((Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp), -1),
}


class _Page(QWidget):
    """A picture of a page, scaled to its place."""

    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(720, 720)

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        shown = self.image.scaled(
            self.size() * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        shown.setDevicePixelRatio(ratio)
        place = shown.deviceIndependentSize().toSize()
        QPainter(self).drawImage((self.width() - place.width()) // 2, (self.height() - place.height()) // 2, shown)


class PageView(QDialog):
    """Shows pages that were drawn small at once, and sharp ones as soon as they are drawn."""

    def __init__(
        self,
        preview: Preview,
        names: Sequence[str],
        index: int,
        small: Previewer,
        choices: BookChoices,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pages, self.names, self.index = list(preview.pages), names, index
        self.page, self.told = _Page(), QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.before, self.next = QToolButton(text="‹"), QToolButton(text="›")
        for button, name, by in ((self.before, self.tr("Page before"), -1), (self.next, self.tr("Next page"), 1)):
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _=False, by=by: self.turn(by))
        row, layout = QHBoxLayout(), QVBoxLayout(self)
        row.addWidget(self.before)
        row.addWidget(self.told, 1)
        row.addWidget(self.next)
        layout.addWidget(self.page, 1)
        layout.addLayout(row)
        self.large = Previewer(small.story, small.work, self, SIDE, WIDTH)
        self.large.ready.connect(self._sharpen)
        self.large.ask(choices)
        self.turn(0)

    def turn(self, by: int) -> None:
        """Show another page; nothing happens beyond the last one."""
        self.index = min(max(self.index + by, 0), len(self.pages) - 1)
        self.page.image = self.pages[self.index]
        self.page.update()
        self.told.setText(self.names[self.index])
        self.page.setAccessibleName(self.names[self.index])
        self.setWindowTitle(self.names[self.index])
        self.before.setEnabled(self.index > 0)
        self.next.setEnabled(self.index < len(self.pages) - 1)

    def _sharpen(self, preview: Preview) -> None:
        if not self.large.incomplete:
            self.large.stop()  # before it measures a file
        if len(preview.pages) == len(self.pages):
            self.pages = list(preview.pages)
            self.turn(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _TURNS.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.turn(by)

    def done(self, result: int) -> None:
        self.large.stop()
        super().done(result)
