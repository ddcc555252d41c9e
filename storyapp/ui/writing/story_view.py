"""The column of scenes. Only what is seen, and a little around it, is there as widgets; the rest is empty room."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from storyapp.story.model import Scene

from ..widgets.scrolling import MARGIN, SETTLING
from .scene_card import SceneCard
from .slot import Slot

COLUMN = 760  # pixels at a scale of 100%, the widest the story gets
AT_ONCE = 4  # scenes that are there from the start
KEPT = 24  # cards that are kept; beyond, those farthest from the view are given up
AROUND = 80  # pixels above and below the cursor that are seen, too


class StoryView(QScrollArea):
    """Shows scenes; `make` makes a card, `fill` brings one in line with its scene."""

    def __init__(
        self,
        make: Callable[[Scene], SceneCard],
        fill: Callable[[SceneCard, Scene], None],
        above: Sequence[QWidget],
        below: Sequence[QWidget],
    ) -> None:
        super().__init__(widgetResizable=True)
        self._make, self._fill = make, fill
        self.cards: dict[str, SceneCard] = {}
        self._slots: dict[str, Slot] = {}
        self._scenes: dict[str, Scene] = {}
        self._settling = False
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column = QWidget(objectName="column")
        self.column.setMaximumWidth(COLUMN)
        self._above = len(above)
        self._layout = QVBoxLayout(self.column)
        self._layout.setSpacing(16)
        for widget in (*above, *below):
            self._layout.addWidget(widget)
        self._layout.addStretch(1)
        self.desk = QWidget(objectName="desk")
        beside = QHBoxLayout(self.desk)
        beside.addStretch(1)
        beside.addWidget(self.column, 100)
        beside.addStretch(1)
        self.setWidget(self.desk)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._attend)
        self._written = ""  # the scene in which the cursor moved
        self._follow_soon = QTimer(self, singleShot=True, interval=0)  # when what was typed is laid out
        self._follow_soon.timeout.connect(self._follow)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._scrolled())

    def show_scenes(self, scenes: Sequence[Scene]) -> None:
        """One slot a scene, in order; cards that are there are filled."""
        self._scenes = {one.id: one for one in scenes}
        if list(self._slots) != list(self._scenes):
            self._order()
        for scene_id, card in list(self.cards.items()):
            self._fill(card, self._scenes[scene_id])
        for scene in scenes[:AT_ONCE]:
            self.card(scene.id)
        self._soon.start()

    def _order(self) -> None:
        self.column.setUpdatesEnabled(False)
        home = self._home_of_focus()
        for gone in set(self._slots) - set(self._scenes):
            slot = self._slots.pop(gone)
            self.cards.pop(gone, None)
            self._layout.removeWidget(slot)
            slot.hide()
            slot.deleteLater()
        before, self._slots = self._slots, {}
        for index, scene in enumerate(self._scenes.values()):
            slot = before.get(scene.id) or self._new_slot(scene)
            self._slots[scene.id] = slot
            item = self._layout.itemAt(index + self._above)
            if item is None or item.widget() is not slot:
                self._layout.insertWidget(index + self._above, slot)
                slot.show()
        self.cards = {one: self.cards[one] for one in self._slots if one in self.cards}
        self.column.setUpdatesEnabled(True)
        if home is not None:
            self.card(home).words.setFocus()

    def _new_slot(self, scene: Scene) -> Slot:
        slot = Slot(scene)
        slot.moved.connect(lambda before: self._hold(slot, before))
        return slot

    def _home_of_focus(self) -> str | None:
        """The scene to go on in when the one with the focus goes: Qt would go to the title, and choose all of it."""
        order, inside = list(self._slots), self.scene_of(self.window().focusWidget())
        if inside is None or inside in self._scenes:
            return None
        self.setFocus()
        row = order.index(inside)
        left = [one for one in (*order[:row][::-1], *order[row:]) if one in self._scenes]
        return next(iter((*left, *self._scenes)), None)

    def card(self, scene_id: str) -> SceneCard:
        """The card of a scene, made if it is not there.

        Raises:
            KeyError: if there is no such scene.
        """
        slot, scene = self._slots[scene_id], self._scenes[scene_id]
        if slot.card is None:
            card = self._make(scene)
            self.cards[scene_id] = card
            card.words.cursorPositionChanged.connect(lambda: self.follow(scene_id))
            slot.take(card)
            self._fill(card, scene)
            card.show()
        assert slot.card is not None
        return slot.card

    def reveal(self, scene_id: str) -> SceneCard:
        """Scroll a scene into view, and give its card."""
        card = self.card(scene_id)
        self._settle()
        slot = self._slots[scene_id]
        top = slot.mapTo(self.desk, slot.rect().topLeft()).y()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() <= top <= bar.value() + height // 2:
            bar.setValue(max(0, top - 20))
        return card

    def make_beside(self, widget: QWidget | None) -> None:
        """Make the cards before and after the one that a widget is in, or the last one if it is in none."""
        order, inside = list(self._slots), self.scene_of(widget)
        row = len(order) if inside is None else order.index(inside)
        self._keeping_place(order[max(row - 1, 0) : row + 2])

    def reveal_field(self, scene_id: str) -> None:
        """Scroll so that the cursor in the words of a scene is seen."""
        words = self.card(scene_id).words
        self._settle()
        cursor = words.viewport().mapTo(self.desk, words.cursorRect().center())
        around = min(AROUND, self.viewport().height() // 4)
        self.ensureVisible(self.horizontalScrollBar().value(), cursor.y(), 0, around)

    def reveal_part(self, part: QWidget) -> None:
        """Scroll so that a part of a card, as a question, is seen whole."""
        self._settle()
        self.ensureWidgetVisible(part, 0, MARGIN)

    def reveal_picture(self, scene_id: str) -> None:
        """Scroll down as far as a picture whose upper edge is seen needs it; the line that is written stays."""
        card, bar = self.card(scene_id), self.verticalScrollBar()
        self._settle()
        top, bottom = (card.stage.mapTo(self.desk, QPoint(0, y)).y() for y in (0, card.stage.height()))
        highest = top
        if self.window().focusWidget() is card.words:
            highest = card.words.viewport().mapTo(self.desk, card.words.cursorRect().topLeft()).y()
        wanted = min(bottom + MARGIN - self.viewport().height(), highest - MARGIN)
        if bar.value() < wanted and top < bar.value() + self.viewport().height():
            bar.setValue(wanted)

    def follow(self, scene_id: str) -> None:
        """Keep the cursor on the screen where somebody writes; words under the mouse stay where they are."""
        if not self.card(scene_id).words.held:
            self._written = scene_id
            self._follow_soon.start()

    def _follow(self) -> None:
        card = self.cards.get(self._written)
        if card is not None and self.window().focusWidget() is card.words:
            self.reveal_field(self._written)

    def beside(self, scene_id: str, by: int) -> str | None:
        """The scene that is `by` places further down, or None."""
        order = list(self._slots)
        row = order.index(scene_id) + by
        return order[row] if 0 <= row < len(order) else None

    def first(self) -> str | None:
        """The first scene, or None."""
        return next(iter(self._slots), None)

    def scene_of(self, widget: QWidget | None) -> str | None:
        """The scene in whose card a widget is, or None."""
        inside = (key for key, slot in self._slots.items() if widget is not None and slot.isAncestorOf(widget))
        return next(inside, None)

    def has_focus(self) -> bool:
        """Whether keys go to something in the column."""
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    # what is seen --------------------------------------------------------------------------------

    def _settle(self) -> None:
        """Let layouts take effect now; what grew in a card reaches the column over several steps."""
        for step in range(SETTLING):
            if step > 1 and self.desk.height() >= self.desk.minimumSizeHint().height():
                return
            self._layout.activate()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # type: ignore[call-overload]

    def _in_reach(self, margin: int) -> list[str]:
        """Scenes that are in the view or less than `margin` pixels from it; none before they have their places."""
        if self.column.height() < self._layout.minimumSize().height():
            return []
        top = self.verticalScrollBar().value() - margin - self.column.y()
        bottom = top + 2 * margin + self.viewport().height()
        return [key for key, slot in self._slots.items() if slot.y() <= bottom and slot.y() + slot.height() >= top]

    def _scrolled(self) -> None:
        if not self._settling:
            self._keeping_place(self._in_reach(0))
            self._soon.start()

    def _attend(self) -> None:
        """Make the next card that is near the view, one at a time; give up what is far."""
        self._settle()
        seen = self._in_reach(0)
        missing = [one for one in seen if self._slots[one].card is None]
        near = [one for one in self._in_reach(self.viewport().height()) if self._slots[one].card is None]
        if missing or near:
            self._keeping_place(missing or near[:1])
            self._soon.start()
        elif len(self.cards) > KEPT:
            self._give_up()

    def _keeping_place(self, wanted: Sequence[str]) -> None:
        """Make cards without the words on the screen moving."""
        todo = [one for one in wanted if self._slots[one].card is None][:AT_ONCE]
        if not todo:
            return
        bar = self.verticalScrollBar()
        anchor = self._anchor()
        offset = anchor.y() - bar.value() if anchor is not None else 0
        self._settling = True
        for scene_id in todo:
            self.card(scene_id)
        self._settle()
        if anchor is not None and anchor.y() - bar.value() != offset:
            bar.setValue(anchor.y() - offset)
        self._settling = False

    def _hold(self, slot: Slot, before: int) -> None:
        """Keep what one writes, else what one reads, in its place while something above, as a picture, comes or goes."""
        bar = self.verticalScrollBar()
        top = bar.value() - self.column.y()
        bottom = top + self.viewport().height()
        if self._settling or before >= bottom or before + slot.height() <= top:
            return  # it was not seen
        written = self._slots.get(self.scene_of(self.window().focusWidget()) or "")
        if slot is not written:
            held = written is not None and written.y() < bottom and written.y() + written.height() > top
            if held or before > top:
                return
        wanted = bar.value() + slot.y() - before
        self._settling = True
        bar.setMaximum(max(bar.maximum(), wanted))  # the view sets it aright once everything has its place
        bar.setValue(wanted)
        self._settling = False
        self._soon.start()

    def _anchor(self) -> Slot | None:
        """The first slot that is seen and has its card, else the first one seen."""
        seen = [self._slots[one] for one in self._in_reach(0)]
        return next((slot for slot in seen if slot.card is not None), seen[0] if seen else None)

    def _give_up(self) -> None:
        order = list(self._slots)
        seen = self._in_reach(0)
        middle = order.index(seen[0]) if seen else 0
        for scene_id in sorted(self.cards, key=lambda one: -abs(order.index(one) - middle)):
            if len(self.cards) <= KEPT:
                return
            card = self.cards[scene_id]
            if scene_id not in order[:AT_ONCE] and not card.isAncestorOf(self.focusWidget() or self) and not card.busy:
                self._slots[scene_id].give_up()
                del self.cards[scene_id]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._soon.start()
