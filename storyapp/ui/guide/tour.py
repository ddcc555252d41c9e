"""A tour of the desk in one minute: a note beside one part after another. Nothing moves by itself."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

WIDTH = 340  # pixels of the note
_GAP = 12


class Tour(QWidget):
    """Lies over the window; Escape or Skip ends it, arrow keys and buttons turn it."""

    def __init__(self, window: QWidget, parts: Mapping[str, QWidget]) -> None:
        super().__init__(window)
        self.over = window
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.steps = [(parts[part], title, words) for part, title, words in self._words() if part in parts]
        self.step = 0
        self.note = QFrame(self, objectName="card")
        self.heading = QLabel(objectName="sceneTitle", wordWrap=True)
        self.words = QLabel(wordWrap=True)
        self.skip = QPushButton(self.tr("Skip"))
        self.back = QPushButton(self.tr("Back"))
        self.next = QPushButton(objectName="primary")
        self._lay_out()
        self.skip.clicked.connect(self.end)
        self.back.clicked.connect(lambda: self.turn(-1))
        self.next.clicked.connect(lambda: self.turn(1))
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.turn(0)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.skip)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.next)
        layout = self._layout = QVBoxLayout(self.note)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.addWidget(self.heading)
        layout.addWidget(self.words)
        layout.addSpacing(6)
        layout.addLayout(buttons)

    def _words(self) -> list[tuple[str, str, str]]:
        return [
            (
                "story",
                self.tr("Here you write"),
                self.tr(
                    "One scene after the other, each with its heading, its words and its picture. "
                    "Every letter is saved by itself, and every step can be undone."
                ),
            ),
            (
                "scenes",
                self.tr("Your scenes"),
                self.tr("Drag a scene to another place. The Scene menu splits, joins and copies scenes."),
            ),
            (
                "studio",
                self.tr("The studio"),
                self.tr(
                    "Describe your characters once and lock them: they look the same in every scene. "
                    "Choose the style of the book, and change each picture by hand."
                ),
            ),
            (
                "bar",
                self.tr("Illustrate"),
                self.tr(
                    "“Illustrate all” paints every scene, “Make a book” makes a PDF, an e-book or a Word file of it. Go on writing meanwhile."
                ),
            ),
            (
                "jobs",
                self.tr("What is being made"),
                self.tr("Pictures in work appear here, with the time they still take. Nothing leaves this computer."),
            ),
        ]

    def turn(self, by: int) -> None:
        """Go to another step; behind the last one the tour ends."""
        self.step += by
        if not 0 <= self.step < len(self.steps):
            self.end()
            return
        _, title, words = self.steps[self.step]
        self.heading.setText(title)
        self.words.setText(words)
        self.back.setVisible(self.step > 0)
        last = self.step == len(self.steps) - 1
        self.next.setText(self.tr("Start writing") if last else self.tr("Next"))
        self._place()
        self.next.setFocus()
        self.update()

    def _target(self) -> QRect:
        widget = self.steps[self.step][0]
        top = widget.mapTo(self.over, QPoint(0, 0))
        return QRect(top, widget.size()).intersected(self.rect())

    def _place(self) -> None:
        target = self._target()
        width = min(WIDTH + self.fontMetrics().height() * 4, self.width() - 2 * _GAP)
        self.note.setFixedWidth(width)
        height = self._layout.totalHeightForWidth(width)
        size = QSize(width, height)
        spots = (
            QPoint(target.right() + _GAP, target.top() + _GAP),
            QPoint(target.left() - width - _GAP, target.top() + _GAP),
            QPoint(target.left() + _GAP, target.bottom() + _GAP),
            QPoint(target.left() + _GAP, target.top() - height - _GAP),
        )
        room = self.rect()
        spot = next((one for one in spots if room.contains(QRect(one, size))), None)
        if spot is None:
            spot = target.center() - QPoint(width // 2, height // 2)
        x = max(_GAP, min(spot.x(), room.width() - width - _GAP))
        y = max(_GAP, min(spot.y(), room.height() - height - _GAP))
        self.note.setGeometry(x, y, width, height)

    def end(self) -> None:
        """Go away."""
        self.over.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self.over.rect())
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            forward = (event.key() == Qt.Key.Key_Right) == (self.layoutDirection() == Qt.LayoutDirection.LeftToRight)
            if forward or self.step > 0:
                self.turn(1 if forward else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade, hole = QPainterPath(), QPainterPath()
        shade.addRect(self.rect())
        hole.addRoundedRect(self._target(), 8, 8)
        painter.fillPath(shade.subtracted(hole), QColor(20, 16, 12, 130))
        painter.setPen(QPen(self.palette().highlight().color(), 3))
        painter.drawPath(hole)
