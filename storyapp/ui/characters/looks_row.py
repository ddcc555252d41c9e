"""The colours and the accessory of a character as small buttons with menus."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from storyapp.stage.vocabulary import Vocabulary

from ..languages import concept_name
from ..widgets.flow import Flow
from ..words import filled
from .tone_names import tone_names

SWATCH = 16  # pixels
COLOURS = {
    "red": "#d8432f",
    "orange": "#ee8a2d",
    "yellow": "#f3cb42",
    "green": "#5aa850",
    "teal": "#2f9c95",
    "blue": "#3f74c9",
    "purple": "#8557b4",
    "pink": "#ef8fb4",
    "brown": "#8a5a36",
    "grey": "#8d8d8d",
    "white": "#f6f3ea",
    "black": "#33302e",
}


class LooksRow(QWidget):
    """Skin, hair, build, shirt, trousers, accessory and its colour.

    `chosen` tells a look and its new value, empty where the model may choose.
    """

    chosen = Signal(str, str)

    def __init__(self, vocabulary: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.vocabulary = vocabulary
        self.buttons: dict[str, QToolButton] = {}
        self._shown: tuple[Mapping[str, str], str] | None = None
        layout = Flow(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.concept = ""
        self._short = {
            "skin": self.tr("skin"),
            "hair": self.tr("hair"),
            "top_colour": self.tr("shirt"),
            "bottom_colour": self.tr("trousers"),
            "accessory_colour": self.tr("colour"),
        }
        self._told = dict[str, str]()
        for look, told in (
            ("skin", self.tr("Colour of the skin or fur")),
            ("hair", self.tr("Colour of the hair")),
            ("build", self.tr("Build")),
            ("top_colour", self.tr("Colour of the shirt")),
            ("bottom_colour", self.tr("Colour of the trousers")),
            ("accessory", self.tr("What is worn")),
            ("accessory_colour", self.tr("Colour of what is worn")),
        ):
            button = QToolButton(objectName="chip", popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
            self._told[look] = told
            button.setMenu(QMenu(button))
            button.menu().aboutToShow.connect(partial(self._fill_menu, look))
            self.buttons[look] = button
            layout.addWidget(button)

    def fill(self, looks: Mapping[str, str], concept: str) -> None:
        """Show the looks of a character of a kind."""
        if self._shown == (looks, concept):
            return
        self._shown = (dict(looks), concept)
        self.concept = concept
        for look, button in self.buttons.items():
            value = looks.get(look, "")
            if look in ("accessory", "build"):
                words = dict(self._values(look)).get(value, value)
                button.setText(f"{words} ▾")
            else:  # a swatch says enough; what the model may choose is named
                button.setIcon(swatch(self._colour(look, value)) if value else QIcon())
                button.setText("▾" if value else f"{self._short[look]} ▾")
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            chosen = dict(self._values(look)).get(value, value) if value else ""
            told = filled(self.tr("%1: %2"), self._told[look], chosen) if value else self._told[look]
            button.setAccessibleName(told)
            button.setToolTip(told + self.tr("; paint a portrait to see it"))
        self.buttons["accessory_colour"].setVisible(bool(looks.get("accessory")))
        kind = self.vocabulary.kind(concept)
        for look, tones in (("skin", kind.skin), ("hair", kind.hair), ("build", kind.skin)):
            self.buttons[look].setVisible(bool(tones))

    def _values(self, look: str) -> list[tuple[str, str]]:
        """The values of a look and what they are called, that of none first."""
        if look == "accessory":
            return [("", self.tr("nothing worn")), *self._called("accessories")]
        if look == "build":
            builds = (self.tr("slim"), self.tr("medium"), self.tr("round"))
            return [("", self.tr("any build")), *((str(index), one) for index, one in enumerate(builds))]
        if look in ("skin", "hair"):
            names = tone_names(self.vocabulary, self.concept, look)
            return [("", self.tr("any colour")), *((str(index), one) for index, one in enumerate(names))]
        return [("", self.tr("any colour")), *self._called("colours")]

    def _called(self, category: str) -> list[tuple[str, str]]:
        """Concepts of a category and what they are called in the language of the program."""
        return [(one, concept_name(self.vocabulary, one, category)) for one in self.vocabulary.names(category)]

    def _colour(self, look: str, value: str) -> str:
        """The colour that shows a value."""
        tones = getattr(self.vocabulary.kind(self.concept), look, ())
        return tones[int(value) % len(tones)] if tones and value.isdigit() else value

    def _fill_menu(self, look: str) -> None:
        menu = self.buttons[look].menu()
        menu.clear()
        for value, words in self._values(look):
            action = menu.addAction(words, partial(self.chosen.emit, look, value))
            if value and look not in ("accessory", "build"):
                action.setIcon(swatch(self._colour(look, value)))


def swatch(colour: str) -> QIcon:
    """A round sample of a colour of the vocabulary; a ring for none."""
    pixmap = QPixmap(2 * SWATCH, 2 * SWATCH)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(120, 110, 100))
    painter.setBrush(QColor(COLOURS.get(colour, colour)) if colour else QColor(0, 0, 0, 0))
    painter.drawEllipse(3, 3, 2 * SWATCH - 6, 2 * SWATCH - 6)
    painter.end()
    return QIcon(pixmap)
