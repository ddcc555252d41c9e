"""Files dropped on a window: stories are opened, texts are imported; pictures become portraits."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer, Signal, SignalInstance
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

TEXTS = (".md", ".markdown", ".txt", ".docx", ".odt")
DOCUMENTS = (".doc", ".pdf", ".rtf")  # taken too, to say what can be done with them
STORIES = (".story", *TEXTS, *DOCUMENTS)
IMAGES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff")


class FileDrops(QObject):
    """Listens to a widget for files with some endings; others are not accepted, and the pointer shows it."""

    story_dropped = Signal(object)  # Path of a .story file
    text_dropped = Signal(object)  # Path of a text or Markdown file, or of a document that has words
    picture_dropped = Signal(object)  # Path

    def __init__(self, widget: QWidget, endings: tuple[str, ...] = STORIES) -> None:
        super().__init__(widget)
        self.endings = endings
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent) or event.type() == QEvent.Type.DragLeave:
            return False
        found = files_in(event.mimeData(), self.endings)
        if not found:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            # Once the drop is over: until then the program that the files come from waits, and a dialog would stop it.
            QTimer.singleShot(0, self, lambda: self._tell(found))
        return True

    def _tell(self, found: Sequence[Path]) -> None:
        for path in found:
            self._signal_of(path.suffix.lower()).emit(path)

    def _signal_of(self, ending: str) -> SignalInstance:
        if ending in IMAGES:
            return self.picture_dropped
        return self.story_dropped if ending == ".story" else self.text_dropped


def files_in(data: QMimeData, endings: tuple[str, ...]) -> list[Path]:
    """The files with one of these endings among what is dragged."""
    paths = [Path(one.toLocalFile()) for one in data.urls() if one.isLocalFile()]
    return [one for one in paths if one.suffix.lower() in endings]
