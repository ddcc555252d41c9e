"""Who and what is in the picture, as layers, with what can be done to the chosen one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSlider,
    QToolButton,
    QWidget,
)

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.model import Illustration, Story
from storyapp.story.plan import BACKDROP

from ..painting.pictures import PictureStore
from .adding import AddMenu
from .layers import LayerList
from .picture_actions import PictureActions

VARIED = 35  # percent of the cells that "Vary" paints again at first


class CastBox(QGroupBox):
    """Layers and buttons for one scene's picture; every button is a step, or a job where something is painted."""

    chosen = Signal(object)  # cel id, None for the backdrop
    added = Signal(str)  # the id of a cel that is being painted

    def __init__(
        self, actions: PictureActions, store: PictureStore, vocabulary: Vocabulary, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("In the picture"))
        self.do, self.vocabulary = actions, vocabulary
        self.scene, self.cel = "", BACKDROP
        self.layers = LayerList(store)
        self._build_buttons()
        grid = QGridLayout(self)
        grid.addWidget(self.layers, 0, 0, 1, 3)
        for index, button in enumerate((self.add, self.again, self.mirror, self.forward, self.back, self.remove)):
            grid.addWidget(button, 1 + index // 3, index % 3)
        grid.addLayout(self._vary_row(), 3, 0, 1, 3)
        self._connect_layers()

    def _build_buttons(self) -> None:
        do = self.do
        self.add = self._button(self.tr("Add …"), self.tr("Put somebody or something in"), self._ask_whom_to_add)
        self.again = self._button(
            self.tr("Paint again"),
            self.tr("Paint what is chosen again; all else stays"),
            lambda: do.redo(self.scene, self.cel),
        )
        self.mirror = self._button(self.tr("Mirror"), self.tr("Turn round (M in the picture)"), self._mirror)
        self.forward = self._button(
            self.tr("Forward"), self.tr("One layer nearer (Page Up)"), lambda: do.shift(self.scene, self.cel, 1)
        )
        self.back = self._button(
            self.tr("Back"), self.tr("One layer farther (Page Down)"), lambda: do.shift(self.scene, self.cel, -1)
        )
        self.remove = self._button(
            self.tr("Remove"), self.tr("Take out of the picture (Delete)"), lambda: do.remove(self.scene, self.cel)
        )

    @staticmethod
    def _button(words: str, told: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, toolTip=told)
        button.clicked.connect(lambda: do())
        return button

    def _vary_row(self) -> QHBoxLayout:
        self.vary = QToolButton(text=self.tr("Vary"))
        self.vary.setToolTip(self.tr("Paint a part of it again and keep the rest; the slider says how much."))
        self.vary.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        menu = QMenu(self.vary)
        self.vary_four = menu.addAction(self.tr("Four variations to choose from"), lambda: self._vary(4))
        self.vary.setMenu(menu)
        self.vary.clicked.connect(lambda: self._vary(1))
        self.distance = QSlider(Qt.Orientation.Horizontal, minimum=5, maximum=90, value=VARIED)
        self.distance.setAccessibleName(self.tr("How far variations may go"))
        self.distance.setToolTip(self.tr("How far variations may go from what there is"))
        row = QHBoxLayout()
        row.addWidget(self.vary)
        row.addWidget(QLabel(self.tr("near"), objectName="quiet"))
        row.addWidget(self.distance, 1)
        row.addWidget(QLabel(self.tr("far"), objectName="quiet"))
        return row

    def _connect_layers(self) -> None:
        do, layers = self.do, self.layers
        layers.chosen.connect(self.chosen)
        layers.hidden.connect(
            lambda cel, on: do.change_placement(
                self.scene, self.tr("Hide %1") if on else self.tr("Show %1"), cel, hidden=on
            )
        )
        layers.locked.connect(
            lambda cel, on: do.change_placement(
                self.scene, self.tr("Lock %1") if on else self.tr("Unlock %1"), cel, locked=on
            )
        )
        layers.ordered.connect(lambda order: do.order(self.scene, order))
        layers.shifted.connect(lambda cel, by: do.shift(self.scene, cel, by))
        layers.removed.connect(lambda cel: do.remove(self.scene, cel))

    def fill(self, scene_id: str, picture: Illustration, story: Story, cel: str | None) -> None:
        """Show the layers of a scene's picture, and what can be done to the chosen one (None: the place)."""
        self.scene, self.cel = scene_id, cel or BACKDROP
        self.layers.fill(picture, story, cel)
        locked = self.do.is_locked(scene_id, self.cel)
        for button in (self.mirror, self.forward, self.back, self.remove):
            button.setEnabled(cel is not None and not locked)
        for widget in (self.again, self.vary, self.distance):
            widget.setEnabled(not locked)
        self.again.setText(self.tr("Paint again") if cel else self.tr("Repaint place"))

    def _mirror(self) -> None:
        placement = self.do.placement(self.scene, self.cel)
        if placement is not None:
            self.do.change_placement(self.scene, self.tr("Mirror %1"), self.cel, mirrored=not placement.mirrored)

    def _vary(self, count: int) -> None:
        self.do.vary(self.scene, self.cel, self.distance.value() / 100, count)

    def _ask_whom_to_add(self) -> None:
        self.add_menu().exec(self.add.mapToGlobal(self.add.rect().bottomLeft()))

    def add_menu(self) -> AddMenu:
        """Everybody and everything that can be put into the picture."""
        menu = AddMenu(self.do, self.vocabulary, self.scene, self)
        menu.added.connect(self.added)
        return menu
