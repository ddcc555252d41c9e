"""Whose picture is on the cover: small pictures of all scenes that have one, and the title alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from storyapp.export.choices import NO_PICTURE, cover_scene, is_blank
from storyapp.story.model import Illustration, Story

from ..first_page.shelf import plain_cover
from ..icons import picture_icon
from ..painting.illustrating import Illustrating
from ..painting.thumbnails import Thumbnails
from ..words import filled

SIDE = 84  # pixels of a small picture
LOOK_AFTER = 60  # milliseconds from scrolling until what is seen then is decoded
_SCENE, _PICTURE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class CoverList(QListWidget):
    """Tells the id of the chosen scene, or NO_PICTURE; pictures that are not at hand come when they are seen."""

    chosen = Signal(str)

    def __init__(self, story: Story, work: Illustrating, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.work, self.thumbnails = work, thumbnails
        self.setAccessibleName(self.tr("Picture on the cover"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setIconSize(QSize(SIDE, SIDE))
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._fit()
        self._story = story
        self._fill(story)
        self._timer = QTimer(self, singleShot=True, interval=LOOK_AFTER)
        self._timer.timeout.connect(self._look)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._timer.start())
        thumbnails.ready.connect(self._timer.start)
        work.decoded.connect(self._timer.start)
        self.currentItemChanged.connect(lambda item, _: self._tell(item))
        self._timer.start()

    def _fit(self) -> None:
        """Room for two lines of a name under each picture, as large as the type is."""
        line = self.fontMetrics().lineSpacing()
        self.setGridSize(QSize(max(SIDE + 2 * line, 8 * line), SIDE + 2 * line + 22))
        self.setFixedHeight(2 * self.gridSize().height() + 14)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
            for row in range(self.count()):
                self.item(row).setSizeHint(self._cell())

    def follow(self, story: Story, cover: str) -> None:
        """Show the pictures of a story that changed; `cover` is what was chosen, empty: what fits best."""
        if [(one.id, one.title, one.illustration) for one in self._story.scenes] == [
            (one.id, one.title, one.illustration) for one in story.scenes
        ]:
            return
        self._story = story
        blocked = self.blockSignals(True)
        self.clear()
        self._fill(story)
        if cover:
            self.choose(cover)
        self.blockSignals(blocked)
        self._timer.start()

    def _fill(self, story: Story) -> None:
        front = cover_scene(story)
        self._add(self.tr("Only the title"), NO_PICTURE).setIcon(picture_icon(plain_cover(story.title)))
        for number, scene in enumerate(story.scenes, start=1):
            if scene.illustration is not None and not is_blank(scene.illustration):
                item = self._add(scene.title or filled(self.tr("Scene %1"), number), scene.id)
                item.setData(_PICTURE, scene.illustration)
                if scene is front:
                    self.setCurrentItem(item)
        if self.currentItem() is None:
            self.setCurrentRow(0)

    def _add(self, words: str, cover: str) -> QListWidgetItem:
        item = QListWidgetItem(words)
        item.setToolTip(words)
        item.setData(_SCENE, cover)
        item.setSizeHint(self._cell())
        self.addItem(item)
        return item

    def _cell(self) -> QSize:
        return self.gridSize() - QSize(4, 4)

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_SCENE))

    def cover(self) -> str:
        """What is chosen."""
        item = self.currentItem()
        return "" if item is None else item.data(_SCENE)

    def choose(self, cover: str) -> None:
        """Choose a scene's picture, or NO_PICTURE."""
        for row in range(self.count()):
            if self.item(row).data(_SCENE) == cover:
                self.setCurrentRow(row)

    def _look(self) -> None:
        """Show the pictures that are there, and have those decoded that are seen and are not."""
        seen, missing = self.viewport().rect(), []
        for row in range(self.count()):
            item = self.item(row)
            picture: Illustration | None = item.data(_PICTURE)
            if picture is None or not item.icon().isNull() or not self.visualItemRect(item).intersects(seen):
                continue
            small = self.thumbnails.get(picture)
            if small is not None:
                item.setIcon(picture_icon(small))
            else:
                wanted = set(self.work.store.missing(picture))
                missing += [one for one in picture.variants if one.id in wanted]
        self.work.decode_missing(missing)
