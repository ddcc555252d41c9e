"""Every variant of what is chosen, side by side: pick, pin, compare, delete; all are kept."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from storyapp.story.model import Illustration, Variant
from storyapp.story.plan import COLOUR, CelPlan

from ..icons import picture_icon
from ..painting.pictures import PictureStore
from ..words import filled

THUMBNAIL = 84  # pixels
_ID = Qt.ItemDataRole.UserRole


class Strip(QListWidget):
    """A row of small pictures that scrolls sideways."""

    deleted = Signal()
    pinned = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setMovement(QListWidget.Movement.Static)
        self.setFlow(QListWidget.Flow.LeftToRight)
        self.setWrapping(False)
        self.setIconSize(QSize(THUMBNAIL, THUMBNAIL))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(THUMBNAIL + 54)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.deleted.emit()
        elif event.key() == Qt.Key.Key_P:
            self.pinned.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentItem() is not None:
            self.itemClicked.emit(self.currentItem())
        else:
            super().keyPressEvent(event)


class VariantsStrip(QWidget):
    """The strip with its buttons; what a hand does is told by signals."""

    picked = Signal(str)  # variant id
    pinned = Signal(str, bool)
    deleted = Signal(str)
    brought_back = Signal()
    compared = Signal(str)  # with the one that is shown

    def __init__(self, store: PictureStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.picture: Illustration | None = None
        self._kept: list[object] = []
        self.strip = Strip(self.tr("Variants of what is chosen"))
        self.strip.setToolTip(self.tr("Click or Enter shows a variant, P pins it, Delete takes it out of the row."))
        self.strip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.pin = self._button("★", self.tr("Pin this variant in front"), self._pin)
        self.pin.setCheckable(True)
        self.compare = self._button(
            self.tr("Compare"), self.tr("Compare this variant with the one that is shown"), self._compare
        )
        self.delete = self._button(
            self.tr("Delete"), self.tr("Take this variant out of the row; it is kept"), self._delete
        )
        self.back = self._button("", self.tr("Bring back the variants that were taken out"), self.brought_back.emit)
        row = QHBoxLayout()
        for button in (self.pin, self.compare, self.delete):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.strip)
        layout.addLayout(row)
        self.strip.itemClicked.connect(lambda item: self.picked.emit(item.data(_ID)))
        self.strip.currentItemChanged.connect(lambda *_: self._show_state())
        self.strip.customContextMenuRequested.connect(self._show_menu)
        self.strip.deleted.connect(self._delete)
        self.strip.pinned.connect(self._pin)

    def _button(self, words: str, told: str, do: object) -> QToolButton:
        button = QToolButton(text=words, toolTip=told)
        button.setAccessibleName(told)
        button.clicked.connect(lambda: do())  # type: ignore[operator]
        return button

    def fill(self, picture: Illustration, cel: str) -> list[Variant]:
        """Show the variants of a cel; those whose pictures are not at hand yet are returned."""
        self.picture = picture
        offered = picture.offered(cel)
        shown: list[object] = [
            (one.id, one.id in picture.favourites, picture.chosen.get(cel), self.store.cel(one.id) is None)
            for one in offered
        ]
        plan = next((one for one in picture.plan.cels if one.id == cel), None)
        shown.append(plan.attributes.get(COLOUR) if plan else None)
        if shown != self._kept:
            self._kept = list(shown)
            self._fill_strip(picture, cel, offered, plan)
        away = sum(one.cel == cel and one.id in picture.put_away for one in picture.variants)
        self.back.setVisible(away > 0)
        self.back.setText(filled(self.tr("Bring back %1"), away))
        self._show_state()
        return [one for one in offered if self.store.cel(one.id) is None]

    def _fill_strip(self, picture: Illustration, cel: str, offered: tuple[Variant, ...], plan: CelPlan | None) -> None:
        self.strip.clear()
        numbers = {one.id: n for n, one in enumerate((v for v in picture.variants if v.cel == cel), start=1)}
        for variant in offered:
            star = "★ " if variant.id in picture.favourites else ""
            item = QListWidgetItem(icon_of(self.store, variant.id, plan), f"{star}{numbers[variant.id]}")
            item.setData(_ID, variant.id)
            self._tell(item, variant, picture, numbers[variant.id], len(numbers))
            self.strip.addItem(item)
            if picture.chosen.get(cel) == variant.id:
                self.strip.setCurrentItem(item)
                self.strip.scrollToItem(item)

    def _tell(self, item: QListWidgetItem, variant: Variant, picture: Illustration, number: int, count: int) -> None:
        """What a variant was painted from, for whoever points at it or hears the screen."""
        told = filled(self.tr("Painted from: %1"), variant.phrase) if variant.phrase else ""
        seed = filled(self.tr("Seed %1"), variant.seed)
        item.setToolTip("\n".join(filter(None, (told, seed))))
        parts = [filled(self.tr("Variant %1 of %2"), number, count)]
        if picture.chosen.get(variant.cel) == variant.id:
            parts.append(self.tr("in the picture"))
        if variant.id in picture.favourites:
            parts.append(self.tr("pinned"))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join((*parts, variant.phrase)).rstrip(", "))

    def current(self) -> str | None:
        """The variant that the buttons are about."""
        item = self.strip.currentItem()
        return None if item is None else str(item.data(_ID))

    def is_shown(self, variant: str | None) -> bool:
        """Whether a variant is the one in the picture."""
        return self.picture is not None and variant in self.picture.chosen.values()

    def _show_state(self) -> None:
        current, count = self.current(), self.strip.count()
        self.pin.setEnabled(current is not None)
        self.pin.setChecked(self.picture is not None and current in self.picture.favourites)
        self.compare.setEnabled(count > 1)
        self.delete.setEnabled(count > 1 and current is not None)

    def _pin(self) -> None:
        current = self.current()
        if current is not None and self.picture is not None:
            self.pinned.emit(current, current not in self.picture.favourites)

    def _delete(self) -> None:
        current = self.current()
        if current is not None:
            self.deleted.emit(current)

    def _compare(self) -> None:
        """With the one before if the chosen one is itself the one that is shown."""
        current = self.current()
        if self.is_shown(current):
            others = [str(self.strip.item(row).data(_ID)) for row in range(self.strip.count())]
            others = [one for one in others if one != current]
            current = others[-1] if others else None
        if current is not None:
            self.compared.emit(current)

    def _show_menu(self, point: QPoint) -> None:
        self.menu().exec(self.strip.mapToGlobal(point))

    def menu(self) -> QMenu:
        """What can be done to the variant under the cursor."""
        menu = QMenu(self)
        current = self.current()
        if current is not None:
            menu.addAction(self.tr("Show it"), lambda: self.picked.emit(current))
            menu.addAction(self.tr("Pin or unpin"), self._pin)
            menu.addAction(self.tr("Compare with the one that is shown"), self._compare).setEnabled(
                self.strip.count() > 1
            )
            menu.addAction(self.tr("Delete"), self._delete).setEnabled(self.strip.count() > 1)
        return menu


def icon_of(store: PictureStore, variant_id: str, plan: CelPlan | None = None) -> QIcon:
    """The small picture of a variant, if it is at hand; `plan` is what it shows."""
    return picture_icon(store.small(variant_id, THUMBNAIL, plan))
