"""Stories side by side with their covers, in as many rows as there is need of."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QDesktopServices, QFontMetrics, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ..icons import icon, picture_icon
from ..widgets.lines import two_lines
from .titles import is_draft

COVER = QSize(150, 150)
_GROUNDS = ("#8a5a3c", "#3f6f6a", "#6a5a8c", "#8c6a2f", "#4d6b8a", "#8a4b5f")
_PATH, _BELOW, _SAID = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.AccessibleTextRole
Index = QModelIndex | QPersistentModelIndex


class StoryDelegate(QStyledItemDelegate):
    """Paints a cover with its title, and below that a quiet line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        usual = super().sizeHint(option, index)
        line = option.fontMetrics.lineSpacing()  # type: ignore[attr-defined]
        return usual + QSize(0, line if any(index.data(_BELOW) or ()) else 0)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        # The title at the top of its place: the quiet line is at the foot.
        option.displayAlignment = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop  # type: ignore[attr-defined]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        author, day = index.data(_BELOW) or ("", "")
        if not author and not day:
            return
        option = QStyleOptionViewItem(option)
        self.initStyleOption(option, index)
        shelf: QWidget = option.widget  # type: ignore[attr-defined]
        place = shelf.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, shelf)
        metrics: QFontMetrics = option.fontMetrics  # type: ignore[attr-defined]
        behind = f" · {day}" if author and day else day
        room = place.width() - metrics.horizontalAdvance(behind)
        words = metrics.elidedText(author, Qt.TextElideMode.ElideRight, room) + behind
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        palette = QApplication.palette()  # the one of the theme; style sheets make another of it
        painter.save()
        painter.setPen((palette.highlightedText() if chosen else palette.placeholderText()).color())
        painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, words)
        painter.restore()


class Shelf(QListWidget):
    """Each story opens with a click or Enter; the shelf is as high as its rows."""

    chosen = Signal(object)  # Path
    drop_asked = Signal(object)  # Path of a story that is not to be shown any more

    def __init__(self, name: str, droppable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="shelf")
        self.droppable = droppable
        self.setAccessibleName(name)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setIconSize(COVER)
        for set_policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        lines = self.fontMetrics().lineSpacing()
        self.setGridSize(COVER + QSize(22, 3 * lines + 36))
        self.setItemDelegate(StoryDelegate(self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask)
        self.itemActivated.connect(self._tell)
        self.itemClicked.connect(self._tell)

    def add(self, path: Path, words: str) -> None:
        """One more story, with a plain cover."""
        item = QListWidgetItem(picture_icon(plain_cover(path.stem)), words)
        item.setData(_PATH, path)
        item.setToolTip(str(path))
        self.addItem(item)
        self._fit()

    def show_cover(self, path: Path, cover: bytes) -> None:
        """Show a story with its own cover, a picture file; it keeps the plain one if that is empty or damaged."""
        picture = QPixmap()
        if picture.loadFromData(cover):
            for item in self._of(path):
                item.setIcon(picture_icon(picture))

    def name(self, path: Path, title: str, author: str = "", day: str = "") -> None:
        """Put the title of a story, if it has one, below its cover on two lines, and author and day on a quiet line.

        All of it is in the tooltip.
        """
        for item in self._of(path):
            if title:
                shown = two_lines(title, self.font(), COVER.width())
                item.setText(title if "".join(shown).replace(" ", "") == title.replace(" ", "") else "\n".join(shown))
            item.setData(_BELOW, (author, day))
            words = [one for one in (title or item.text(), author, day) if one]
            item.setToolTip("\n".join((*words, str(path))))
            item.setData(_SAID, ", ".join(words))

    def menu_of(self, path: Path) -> QMenu:
        """What can be done with a story besides opening it."""
        menu = QMenu(self)
        menu.addAction(self.tr("Open"), lambda: self.chosen.emit(path))
        menu.addAction(
            self.tr("Show the folder"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
        )
        if self.droppable and not is_draft(path):  # which nobody would find again
            menu.addAction(self.tr("Remove from this list"), lambda: self.drop_asked.emit(path))
        return menu

    def _of(self, path: Path) -> list[QListWidgetItem]:
        items = (self.item(row) for row in range(self.count()))
        return [one for one in items if one.data(_PATH) == path]

    def _tell(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_PATH))

    def _ask(self, place: QPoint) -> None:
        item = self.itemAt(place)
        if item is not None:
            menu = self.menu_of(item.data(_PATH))
            menu.exec(self.viewport().mapToGlobal(place))
            menu.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the rows."""
        cell = self.gridSize()
        columns = max(1, self.viewport().width() // cell.width())
        rows = max(1, -(-self.count() // columns))
        self.setFixedHeight(rows * cell.height() + 2 * self.frameWidth() + 8)


def plain_cover(words: str) -> QPixmap:
    """A cover for a story without a picture: a colour of its own and a book."""
    cover = QPixmap(COVER)
    cover.fill(QColor(_GROUNDS[sum(words.encode("utf-8", "surrogatepass")) % len(_GROUNDS)]))
    painter = QPainter(cover)
    white = QColor(255, 255, 255, 210)
    icon("book", white).paint(painter, 45, 45, 60, 60)
    painter.end()
    return cover
