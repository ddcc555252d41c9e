"""What keys and buttons do to whoever is chosen in a picture; the small picture and the large one share it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal

from storyapp.story.edits import shifted_layer
from storyapp.story.model import Illustration
from storyapp.story.plan import Box, Placement

from ..painting.pictures import PictureStore
from .gestures import ARROWS, WHOLE, mirrored, moved, resized, stretched

GROWN = 1.06  # by one press of a key
FAR = 5  # times as far with Shift
_Flags = Qt.KeyboardModifier


class Hands(QObject):
    """One signal a finished gesture; the story is changed by who hears it. `chosen` tells picture and cel."""

    placed = Signal(str, object, bool)  # what was done to %1, Placement, by a key that repeats
    removed = Signal(str)  # cel id
    redo_asked = Signal(str)  # cel id
    refused = Signal(str)  # cel id; it is locked

    def __init__(
        self, chosen: Callable[[], tuple[Illustration | None, str | None]], store: PictureStore, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._chosen, self.store = chosen, store
        self._keys: dict[int, Callable[[Placement], None]] = {
            Qt.Key.Key_Plus: lambda place: self._resize(self.tr("Enlarge %1"), place, GROWN),
            Qt.Key.Key_Equal: lambda place: self._resize(self.tr("Enlarge %1"), place, GROWN),
            Qt.Key.Key_Minus: lambda place: self._resize(self.tr("Shrink %1"), place, 1 / GROWN),
            Qt.Key.Key_PageUp: lambda place: self.shift(1),
            Qt.Key.Key_PageDown: lambda place: self.shift(-1),
            Qt.Key.Key_M: lambda place: self.mirror(),
            Qt.Key.Key_R: lambda place: self.redo_asked.emit(place.cel),
            Qt.Key.Key_Delete: lambda place: self.removed.emit(place.cel),
            Qt.Key.Key_Backspace: lambda place: self.removed.emit(place.cel),
        }

    def placement(self) -> Placement | None:
        """Where the chosen cel stands, in the story."""
        picture, cel = self._chosen()
        return picture.placement(cel) if picture else None

    def press(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        """Do what a key means; False if it means nothing here."""
        placement = self.placement()
        if placement is None or modifiers & (_Flags.ControlModifier | _Flags.AltModifier):
            return False
        if key == Qt.Key.Key_L:
            self.set_locked(not placement.locked)
        elif key == Qt.Key.Key_H:
            self.set_hidden(not placement.hidden)
        elif key not in ARROWS and key not in self._keys:
            return False
        elif placement.locked:
            self.refused.emit(placement.cel)
        elif key in ARROWS:
            dx, dy = ARROWS[Qt.Key(key)]
            far = FAR if modifiers & _Flags.ShiftModifier else 1
            self.placed.emit(self.tr("Move %1"), self.moved(placement, dx * far, dy * far), True)
        else:
            self._keys[key](placement)
        return True

    def next_cel(self, by: int) -> str | None:
        """Who stands next to who is chosen, from left to right; nobody after the last."""
        picture, cel = self._chosen()
        standing = sorted(picture.placements, key=lambda one: one.box.x + one.box.width / 2) if picture else []
        order = [None, *(one.cel for one in standing)]
        return order[((order.index(cel) if cel in order else 0) + by) % len(order)]

    def _resize(self, what: str, placement: Placement, factor: float) -> None:
        self.placed.emit(what, resized(placement, factor, self._solid(placement.cel)), True)

    def moved(self, placement: Placement, dx: float, dy: float) -> Placement:
        """The placement somewhere else, but never out of sight."""
        return moved(placement, dx, dy, self._solid(placement.cel))

    def stretched(self, placement: Placement, right: bool, bottom: bool, dx: float, dy: float) -> Placement:
        """The placement with a corner of its frame pulled, but never out of sight."""
        return stretched(placement, right, bottom, dx, dy, self._solid(placement.cel))

    def _solid(self, cel: str) -> Box:
        picture, _ = self._chosen()
        return self.store.solid(picture.chosen.get(cel, "")) if picture else WHOLE

    def mirror(self) -> None:
        """Turn the chosen cel round."""
        placement = self.placement()
        if placement is not None:
            self.placed.emit(self.tr("Mirror %1"), mirrored(placement), False)

    def shift(self, by: int) -> None:
        """Bring the chosen cel nearer or farther, past one other."""
        picture, cel = self._chosen()
        changed = shifted_layer(picture, cel, by) if picture and cel else None
        if changed is not None:
            self.placed.emit(self.tr("Bring %1 forward") if by > 0 else self.tr("Send %1 back"), changed, False)

    def set_locked(self, locked: bool) -> None:
        """Keep hands off the chosen cel, or not."""
        self._flag(self.tr("Lock %1") if locked else self.tr("Unlock %1"), locked=locked)

    def set_hidden(self, hidden: bool) -> None:
        """Hide the chosen cel, or show it."""
        self._flag(self.tr("Hide %1") if hidden else self.tr("Show %1"), hidden=hidden)

    def _flag(self, what: str, **flag: bool) -> None:
        placement = self.placement()
        if placement is not None:
            self.placed.emit(what, replace(placement, pinned=True, **flag), False)  # type: ignore[arg-type]
