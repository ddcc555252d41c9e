"""Who is in a scene, as chips: found from the words, or put there and taken out by hand."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from storyapp.story.casting import likeness
from storyapp.story.model import Character, Scene, Story

from ..widgets.flow import Flow, name_on
from ..words import filled

Cast = tuple[str, ...]


class CastChips(QWidget):
    """One chip for everybody in the scene, dim for who is not in its picture, and one to add somebody of the cast."""

    cast_chosen = Signal(object)  # character ids, or None for: as the words say
    cel_chosen = Signal(str)  # the figure of somebody in the picture

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: dict[str, QToolButton] = {}
        self._shown: object = None
        self._flow = Flow(self)
        self._label = QLabel(self.tr("Cast"), objectName="quiet")
        self.add = self._chip("+", self.tr("Put somebody of the cast into this scene"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fill(self, scene: Scene, story: Story, cast: Cast) -> None:
        """Show the cast of a scene, and how much each looks like their locked portrait."""
        here = [one for one in story.characters if one.id in cast]
        others = [one for one in story.characters if one.id not in cast]
        likes = [likeness(scene.illustration, one) for one in here]
        plan = scene.illustration.plan if scene.illustration else None
        shown = (cast, scene.cast is None, likes, plan, [(one.id, one.name) for one in (*here, *others)])
        if shown == self._shown:
            return
        self._shown = shown
        self._clear()
        self._flow.addWidget(self._label)
        for character, like in zip(here, likes, strict=True):
            missing = scene.illustration is not None and not scene.illustration.shows(character.id)
            chip = self._person(character, like, missing)
            self._fill_menu(chip.menu(), scene, character.id, tuple(key for key in cast if key != character.id))
        self._fill_add(others, cast, scene.cast is not None)

    def _clear(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            chip = item.widget()
            if chip is not None and chip not in (self.add, self._label):
                chip.hide()
                chip.deleteLater()
        self.chips = {}

    @staticmethod
    def _chip(words: str, told: str) -> QToolButton:
        chip = QToolButton(text=words, objectName="chip", popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        chip.setToolTip(told)
        chip.setMenu(QMenu(chip))
        return chip

    def _person(self, character: Character, like: float | None, missing: bool) -> QToolButton:
        told = self.tr("Is in this scene.")
        if missing:
            told = self.tr("Is named in this scene, and is not in this picture.")
        elif like is not None:
            told = self.tr("Looks %1 like the locked portrait, as the model measured it.")
            told = filled(told, f"{like:.0%}")
        name = name_on(self, character.name)
        chip = self._chip(
            name if like is None else f"{name} {like:.0%}",
            told if name == character.name else f"{character.name}\n{told}",
        )
        chip.setAccessibleName(character.name)
        chip.setAccessibleDescription(told if missing else "")
        chip.setProperty("missing", missing)
        self._flow.addWidget(chip)
        self.chips[character.id] = chip
        return chip

    def _fill_menu(self, menu: QMenu, scene: Scene, character_id: str, others: Cast) -> None:
        cels = scene.illustration.plan.cels if scene.illustration else ()
        cel = next((one.id for one in cels if one.who == character_id), None)
        if cel is not None:
            menu.addAction(self.tr("Select in the picture"), partial(self.cel_chosen.emit, cel))
        menu.addAction(self.tr("Is not in this scene"), partial(self.cast_chosen.emit, others))

    def _fill_add(self, others: list[Character], cast: Cast, by_hand: bool) -> None:
        self.add.setText(self.tr("+ who is here?") if not cast else "+")
        self.add.setAccessibleName(self.add.toolTip())
        menu = self.add.menu()
        menu.clear()
        for character in others:
            menu.addAction(character.name, partial(self.cast_chosen.emit, (*cast, character.id)))
        menu.addSeparator()
        found = menu.addAction(self.tr("As the words say"), partial(self.cast_chosen.emit, None))
        found.setCheckable(True)
        found.setChecked(not by_hand)
        self._flow.addWidget(self.add)
