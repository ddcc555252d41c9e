"""Pictures of the story found by words, the most alike first."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from storyapp.story.codes import CodeGrid
from storyapp.story.model import Illustration, Scene
from storyapp.story.request import Match

from ..icons import picture_icon
from ..painting.illustrating import Illustrating
from ..painting.thumbnails import Thumbnails
from ..widgets.sizes import fit_into_window
from ..words import sentence

SIDE = 128  # pixels
_SEPARATOR = "/"


class PictureSearch(QDialog):
    """Asks for words and shows what was found; a click goes there."""

    chosen = Signal(str, str)  # scene id, picture id

    def __init__(self, work: Illustrating, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.work, self.thumbnails = work, thumbnails
        self.setWindowTitle(self.tr("Search pictures"))
        self.words = QLineEdit(placeholderText=self.tr("a fox running in the snow"))
        self.words.setAccessibleName(self.tr("What the picture shows"))
        self.ask = QPushButton(self.tr("Search"), objectName="primary", default=True)
        self.ask.setToolTip(self.tr("Compare every picture of the story with the words"))
        self.told = QLabel(self.tr("Say what the picture shows, earlier pictures included."), objectName="quiet")
        self.told.setWordWrap(True)
        self.found = QListWidget(viewMode=QListWidget.ViewMode.IconMode, wordWrap=True)
        self.found.setAccessibleName(self.tr("Pictures found"))
        self.found.setIconSize(QSize(SIDE, SIDE))
        self.found.setMovement(QListWidget.Movement.Static)
        self.found.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.found.setSpacing(6)
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        row.addWidget(self.ask)
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        layout.addWidget(self.told)
        layout.addWidget(self.found, 1)
        fit_into_window(self, 640, 520)
        self.ask.clicked.connect(self.search)
        self.found.itemClicked.connect(self._choose)
        self.found.itemActivated.connect(self._choose)
        thumbnails.ready.connect(self._show_icons)
        work.decoded.connect(self._show_icons)

    def _pictures(self) -> dict[str, tuple[Scene, Illustration]]:
        scenes = self.work.session.story.scenes
        return {f"{one.id}{_SEPARATOR}{picture.id}": (one, picture) for one in scenes for picture in one.illustrations}

    def search(self) -> None:
        """Ask the engine; what is found comes as a job's result."""
        words = self.words.text().strip()
        candidates = {key: _grids(picture) for key, (_, picture) in self._pictures().items()}
        candidates = {key: grids for key, grids in candidates.items() if grids}
        if not words or not candidates:
            self.told.setText(self.tr("There are no pictures to search yet.") if words else self.tr("Type some words."))
            return
        self.told.setText(self.tr("Looking …"))
        job = self.work.search(words, candidates)
        job.done.connect(self._show)
        job.failed.connect(self._tell_failure)
        job.cancelled.connect(self.told.clear)

    def _tell_failure(self, words: str) -> None:
        self.told.setText(sentence(words))

    def _show(self, matches: list[Match] | None) -> None:
        self.found.clear()
        pictures = self._pictures()
        for match in matches or ():
            if match.key in pictures:
                scene, picture = pictures[match.key]
                earlier = "" if picture.id == scene.chosen else self.tr(" (earlier)")
                item = QListWidgetItem((scene.title or self.tr("Scene")) + earlier)
                item.setData(Qt.ItemDataRole.UserRole, match.key)
                self.found.addItem(item)
                self._fetch(picture)
        self.told.setText(self.tr("The best match comes first."))
        self._show_icons()

    def _fetch(self, picture: Illustration) -> None:
        missing = self.thumbnails.store.missing(picture)
        self.work.decode_missing([one for one in picture.variants if one.id in missing])

    def _show_icons(self) -> None:
        pictures = self._pictures()
        for row in range(self.found.count()):
            item = self.found.item(row)
            known = pictures.get(item.data(Qt.ItemDataRole.UserRole))
            pixmap = self.thumbnails.get(known[1]) if known else None
            if pixmap is not None:
                item.setIcon(picture_icon(pixmap))

    def _choose(self, item: QListWidgetItem) -> None:
        scene, picture = item.data(Qt.ItemDataRole.UserRole).split(_SEPARATOR)
        self.chosen.emit(scene, picture)


def _grids(picture: Illustration) -> list[CodeGrid]:
    shown = (picture.shown(cel) for cel in picture.chosen)
    return [one.codes for one in shown if one is not None and one.codes is not None]
