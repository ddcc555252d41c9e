"""Who is named in the pictures and is no character yet, each with a click to keep how they look."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from storyapp.story.newcomers import Newcomer

from ..widgets.elided import ElidedButton
from ..widgets.flow import Flow
from ..widgets.labels import WrappedLabel
from ..words import filled


class NewcomersRow(QFrame):
    """Hidden while there is nobody to keep."""

    keep_asked = Signal(object)  # Newcomer

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="card", visible=False)
        self.buttons: list[ElidedButton] = []
        self._shown: Sequence[Newcomer] = ()
        self._names = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._names.setSizePolicy(policy)
        self._flow = Flow(self._names)
        layout = QVBoxLayout(self)
        layout.addWidget(WrappedLabel(self.tr("In your pictures. Keep them, and they look the same on every page:")))
        layout.addWidget(self._names)

    def fill(self, people: Sequence[Newcomer]) -> None:
        """Offer these."""
        if list(people) == list(self._shown):
            return
        self._shown = people
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.buttons = []
        for one in people:
            button = ElidedButton(filled(self.tr("Keep %1"), one.name))
            button.setToolTip(
                filled(self.tr("Make %1 a character, with a portrait that every picture follows"), one.name)
            )
            button.clicked.connect(lambda _=False, one=one: self.keep_asked.emit(one))
            self._flow.addWidget(button)
            self.buttons.append(button)
        self.setVisible(bool(people))
