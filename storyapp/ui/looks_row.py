"""The colours and the accessory of a character as small buttons with menus."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from storyapp.stage.vocabulary import Vocabulary

from .flow import Flow

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
    """Shirt, trousers, accessory and its colour; `chosen` tells a look and its new value, empty for none."""

    chosen = Signal(str, str)

    def __init__(self, vocabulary: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.vocabulary = vocabulary
        self.buttons: dict[str, QToolButton] = {}
        layout = Flow(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for look, told in (
            ("top_colour", self.tr("Colour of the shirt")),
            ("bottom_colour", self.tr("Colour of the trousers")),
            ("accessory", self.tr("What is worn")),
            ("accessory_colour", self.tr("Colour of what is worn")),
        ):
            button = QToolButton(objectName="chip", popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
            button.setToolTip(told + self.tr("; paint a portrait to see it"))
            button.setAccessibleName(told)
            button.setMenu(QMenu(button))
            button.menu().aboutToShow.connect(partial(self._fill_menu, look))
            self.buttons[look] = button
            layout.addWidget(button)

    def fill(self, looks: Mapping[str, str]) -> None:
        """Show the looks of a character."""
        for look, button in self.buttons.items():
            value = looks.get(look, "")
            if look == "accessory":
                button.setText(f"{value or self.tr('nothing worn')} ▾")
            else:
                button.setIcon(swatch(value))
                button.setText("▾")
                button.setToolButtonStyle(button.toolButtonStyle().ToolButtonTextBesideIcon)
        self.buttons["accessory_colour"].setVisible(bool(looks.get("accessory")))

    def _fill_menu(self, look: str) -> None:
        menu = self.buttons[look].menu()
        menu.clear()
        colours = look != "accessory"
        menu.addAction(
            self.tr("any colour") if colours else self.tr("nothing worn"), partial(self.chosen.emit, look, "")
        )
        for value in self.vocabulary.names("colours" if colours else "accessories"):
            action = menu.addAction(value, partial(self.chosen.emit, look, value))
            if colours:
                action.setIcon(swatch(value))


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
