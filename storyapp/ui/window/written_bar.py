"""Tells that a book or a picture was written, with two buttons: to open it, and to show where it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from ..words import filled


def size_words(count: int) -> str:
    """Bytes in words: "1.5 MB", "22 MB", "996 kB"."""
    digits = 1 if 1_000_000 <= count < 4_000_000 else 0
    return QLocale().formattedDataSize(count, digits, QLocale.DataSizeFormat.DataSizeSIFormat)


class WrittenBar(QFrame):
    """Stays until it is closed or something else was written."""

    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.path: Path | None = None
        self.words = QLabel(wordWrap=True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.words.setSizePolicy(policy)
        self.open_ = QPushButton(self.tr("Open"))
        self.folder = QPushButton(self.tr("Show in folder"))
        self.close_ = QToolButton(text="✕", toolTip=self.tr("Close this notice"))
        self.close_.setAccessibleName(self.close_.toolTip())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.addWidget(self.words, 1)
        for button in (self.open_, self.folder, self.close_):
            layout.addWidget(button)
        self.open_.clicked.connect(lambda: self._show(self.path))
        self.folder.clicked.connect(lambda: self._show(self.path.parent if self.path else None))
        self.close_.clicked.connect(self.hide)
        self.hide()

    def tell(self, path: Path, words: str) -> None:
        """Say that a file or a folder was written."""
        self.path = path
        self.words.setText(words)
        self.show()

    def _show(self, path: Path | None) -> None:
        if path is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.told.emit(filled(self.tr("No program on this computer opens it. It is here: %1"), path))
