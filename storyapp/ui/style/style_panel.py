"""The style of the book, and of a scene that has one of its own; each shown on the chosen picture."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPixmap, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from storyapp.story import edits
from storyapp.story.model import Illustration, Style

from ..painting.composing import Composed, Samples
from ..painting.pictures import PictureStore
from ..session import Session
from ..widgets.lines import lines_of
from ..widgets.scrolling import fill_with
from ..words import style_words
from .style_compare import StyleCompare

SAMPLE = 76  # pixels on the screen
LETTERS = 26  # of a line beside a sample


class StylePanel(QWidget):
    """One button a style; a click restyles the book, or the chosen scene alone, at once and as one step."""

    def __init__(
        self, session: Session, styles: Mapping[str, Style], store: PictureStore, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session, self.styles, self.store = session, styles, store
        self.scene_id: str | None = None
        self._sampled: Illustration | None = None
        self.buttons: dict[str, QPushButton] = {}
        self.samples = Samples(store, 2 * SAMPLE, self)
        self.samples.ready.connect(self._show_sample)
        self.alone = QCheckBox(self.tr("Only for the chosen scene"))
        self.alone.setToolTip(self.tr("Give the chosen scene a style of its own; the book keeps its style."))
        self.as_book = QPushButton(self.tr("As the book again"))
        self.as_book.setToolTip(self.tr("The chosen scene follows the style of the book again."))
        self.look = QPushButton(self.tr("Before and after …"))
        self.look.setToolTip(self.tr("See the pictures of the book in two styles, one over the other."))
        self.group = QButtonGroup(self)
        self._lay_out()
        self.alone.toggled.connect(self.refresh)
        self.as_book.clicked.connect(lambda: self._apply(None, self.scene_id))
        self.look.clicked.connect(lambda: self.comparison().open())
        session.changed.connect(lambda old, new: self.refresh())
        self.refresh()

    def _lay_out(self) -> None:
        inside = QWidget(objectName="column")
        layout = QVBoxLayout(inside)
        words = self.tr("Every layout and every character stays; only the style changes.")
        layout.addWidget(QLabel(words, objectName="quiet", wordWrap=True))
        for style in self.styles.values():
            name, about = style_words(style.name), style_words(style.description)
            button = QPushButton(checkable=True, objectName="style")
            button.ensurePolished()
            button.setText(wrapped(name, about, button.font()))
            button.setAccessibleName(name)
            button.setToolTip(about)
            button.setMinimumHeight(SAMPLE + 10)
            button.setIconSize(QSize(SAMPLE, SAMPLE))
            button.clicked.connect(lambda _=False, chosen=style.id: self.choose(chosen))
            self.group.addButton(button)
            self.buttons[style.id] = button
            layout.addWidget(button)
        for widget in (self.alone, self.as_book, self.look):
            layout.addWidget(widget)
        layout.addStretch(1)
        fill_with(self, inside)

    def choose(self, style: str) -> None:
        """Take a style for the book, or for the chosen scene."""
        self._apply(style, self.scene_id if self.alone.isChecked() else None)

    def _apply(self, style: str | None, scene_id: str | None) -> None:
        name = self.tr("Restyle the scene") if scene_id else self.tr("Restyle the book")
        self.session.apply(name, lambda story: edits.choose_style(story, style, scene_id))

    def comparison(self) -> StyleCompare:
        """Two styles, one over the other, on every picture of the book."""
        dialog = StyleCompare(self.session, self.styles, self.store, self.scene_id, self)
        dialog.taken.connect(lambda style: self._apply(style, None))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def set_scene(self, scene_id: str) -> None:
        """Say which scene is chosen."""
        self.scene_id = scene_id
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show which style counts, and what each would make of the picture."""
        story = self.session.story
        scene = edits.scene_of(story, self.scene_id)
        style = story.style_of(scene) if scene is not None and self.alone.isChecked() else story.style
        if style in self.buttons:
            self.buttons[style].setChecked(True)
        self.as_book.setVisible(scene is not None and scene.style is not None)
        self.look.setEnabled(any(one.illustration for one in story.scenes))
        picture = scene.illustration if scene else None
        if (
            picture is not None
            and picture is not self._sampled
            and self.isVisible()
            and not self.store.missing(picture)
        ):
            self._sampled = picture
            self.samples.ask(picture, tuple(self.styles))

    def _show_sample(self, made: Composed) -> None:
        self.buttons[made.illustration.style].setIcon(QIcon(QPixmap.fromImage(made.image)))


def wrapped(name: str, description: str, font: QFont) -> str:
    """Name and description on short lines: a button does not break its words."""
    width = LETTERS * QFontMetrics(font).averageCharWidth()
    return "\n".join([name, *lines_of(description, font, width)])
