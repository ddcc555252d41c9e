"""The program: versions, device, and the card of the model that paints."""

from __future__ import annotations

import platform
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTextBrowser, QVBoxLayout, QWidget

from storyapp import __version__, paths
from storyapp.story.request import EngineStatus

from ..widgets.scrolling import Column, scrolling
from ..widgets.sizes import fit_into_window
from ..words import filled

PICTURE = 540  # pixels of width, at most, of a picture in the card
_PARTS = ("torch", "transformers", "typst", "pyspellchecker")


class AboutDialog(QDialog):
    """Closes by Escape, Enter or its button."""

    def __init__(self, status: EngineStatus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About storyapp"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = self.tr("Write a story and get it illustrated on your own machine. Nothing you write ever leaves it.")
        self.told = QLabel(f"<h2>storyapp {__version__}</h2><p>{words}</p>", wordWrap=True)
        self.facts = QLabel(self._facts(status), wordWrap=True, objectName="quiet")
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.card = Card()
        self.card.setAccessibleName(self.tr("Card of the model"))
        self.card.setMarkdown(model_card() or self.tr("This model has no card."))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        self.ensurePolished()
        line = self.fontMetrics().height()
        self.card.setMinimumHeight(16 * line)
        inside = Column()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.told, self.facts):
            column.addWidget(widget)
        column.addWidget(self.card, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(scrolling(inside), 1)
        layout.addWidget(buttons)
        fit_into_window(self, 36 * line, 40 * line)

    @classmethod
    def shown_for(cls, parent: QWidget, status: EngineStatus) -> AboutDialog:
        """Show it over a window."""
        dialog = cls(status, parent)
        dialog.show()
        return dialog

    def _facts(self, status: EngineStatus) -> str:
        threads = filled(self.tr("%1 threads"), status.threads)
        device = f"{status.device}, {status.dtype}, {threads}" if status.loaded else self.tr("not loaded yet")
        rows = [(self.tr("Model"), status.model or paths.model().name), (self.tr("Device"), device)]
        rows += [("Python", platform.python_version()), ("Qt", qVersion())]
        rows += [(name, version_of(name)) for name in _PARTS]
        return "<table>" + "".join(f"<tr><td>{a}&nbsp;&nbsp;</td><td>{b}</td></tr>" for a, b in rows) + "</table>"


class Card(QTextBrowser):
    """Shows Markdown; its pictures come from the model's folder, as wide as there is room."""

    def __init__(self) -> None:
        super().__init__(openExternalLinks=False, openLinks=False)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        image = QImage(str(paths.model() / Path(QUrl(name).path()).name))
        if kind != QTextDocument.ResourceType.ImageResource.value or image.isNull():
            return super().loadResource(kind, name)
        width = min(image.width(), PICTURE)
        return image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)


def version_of(package: str) -> str:
    """The version of an installed package; it is not imported."""
    from importlib import metadata

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "–"


def model_card() -> str:
    """The model's own page, as Markdown; empty if it has none."""
    try:
        return (paths.model() / "README.md").read_text(encoding="utf-8")
    except OSError:
        return ""
