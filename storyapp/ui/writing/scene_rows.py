"""How a scene looks in the list: number or small picture, heading, and synopsis or first words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from storyapp.story.model import Illustration

from ..painting.thumbnails import Thumbnails
from ..widgets.fields import is_right_to_left
from ..widgets.lines import lines_of, two_lines

ROW = Qt.ItemDataRole.UserRole + 1  # the SceneRow of an item
_MARGIN = 6
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class SceneRow:
    """What the list shows of a scene."""

    scene_id: str
    title: str
    line: str
    picture: Illustration | None
    stale: bool


class SceneDelegate(QStyledItemDelegate):
    """Paints a row; only rows in view ask for their small picture."""

    def __init__(self, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self.thumbnails = thumbnails

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = QFontMetrics(option.font).lineSpacing()  # type: ignore[attr-defined]
        return QSize(120, 3 * lines + 2 * _MARGIN + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: SceneRow = index.data(ROW)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        rect: QRect = option.rect  # type: ignore[attr-defined]
        palette = QApplication.palette()  # the one of the theme; style sheets make another of it
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.highlight())
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 7, 7)
        inner = rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        left = option.direction == Qt.LayoutDirection.LeftToRight  # type: ignore[attr-defined]
        side = inner.height()
        thumb = QRect(inner.left() if left else inner.right() - side + 1, inner.top(), side, side)
        self._paint_thumbnail(painter, thumb, row, str(index.row() + 1), palette, chosen)
        words = inner.adjusted(side + 8, 0, 0, 0) if left else inner.adjusted(0, 0, -side - 8, 0)
        self._paint_words(painter, words, row, option, chosen)
        painter.restore()

    def _paint_thumbnail(
        self, painter: QPainter, rect: QRect, row: SceneRow, number: str, palette: QPalette, chosen: bool
    ) -> None:
        small = self.thumbnails.get(row.picture) if row.picture is not None else None
        text = palette.highlightedText() if chosen else palette.placeholderText()
        if small is None:
            painter.setPen(QPen(text.color(), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), 5, 5)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, number)
            return
        shown = small.size().scaled(rect.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(rect.topLeft(), shown)
        target.moveCenter(rect.center())
        painter.drawPixmap(target, small)

    @staticmethod
    def _paint_words(painter: QPainter, rect: QRect, row: SceneRow, option: QStyleOptionViewItem, chosen: bool) -> None:
        palette = QApplication.palette()
        font = QFont(option.font)  # type: ignore[attr-defined]
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        aligned = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
        painter.setFont(font)
        painter.setPen((palette.highlightedText() if chosen else palette.text()).color())
        _turn(painter, row.title)
        head, line = row.title, row.line
        if not line:  # words of a scene without a heading have all the room
            head, *more = lines_of(row.title, font, rect.width())
            line = row.title[len(head) :].strip() if more else ""
        title = metrics.elidedText(head, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, aligned | Qt.TextFlag.TextSingleLine, title)
        font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen((palette.highlightedText() if chosen else palette.placeholderText()).color())
        _turn(painter, line)
        # Line by line: by itself Qt sets Chinese lines farther apart than a row is made for.
        placed = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        for number, words in enumerate(two_lines(line, font, rect.width()), 1):
            below = QRect(
                rect.left(), rect.top() + number * metrics.lineSpacing() + 1, rect.width(), metrics.lineSpacing()
            )
            painter.drawText(below, placed | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip, words)


def _turn(painter: QPainter, words: str) -> None:
    """Draw words from the side from which they are read, whatever the language of the program is."""
    if words:
        right = is_right_to_left(words)
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
