"""The pictures of the book in two styles, one over the other, before anything is changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QPushButton, QSlider, QVBoxLayout, QWidget

from storyapp.story.model import Style

from ..painting.composing import Composed, Composing
from ..painting.pictures import PictureStore
from ..picture.compare import Curtain
from ..session import Session
from ..widgets.sizes import fit_into_window
from ..words import filled, style_words

SIDE = 512  # pixels


class StyleCompare(QDialog):
    """Left of the line one style, right of it another one, scene after scene."""

    taken = Signal(str)  # the style on the right, for the book

    def __init__(
        self,
        session: Session,
        styles: Mapping[str, Style],
        store: PictureStore,
        scene_id: str | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Before and after"))
        self.pictures = [
            (one.title, one.illustration)
            for one in session.story.scenes
            if one.illustration is not None and not store.missing(one.illustration)
        ]
        ids = [one.id for one in session.story.scenes if one.illustration and not store.missing(one.illustration)]
        self.row = ids.index(scene_id) if scene_id in ids else 0
        self.curtain = Curtain(QImage(), QImage())
        self.slider = QSlider(Qt.Orientation.Horizontal, minimum=0, maximum=100, value=50)
        self.slider.setAccessibleName(self.tr("Where the line between the two styles is"))
        self.title = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.before, self.after = QPushButton("‹"), QPushButton("›")
        self.before.setAccessibleName(self.tr("The picture before"))
        self.after.setAccessibleName(self.tr("The next picture"))
        others = [one for one in styles if one != session.story.style]
        self.left = self._choice(styles, session.story.style, self.tr("Style on the left"))
        self.right = self._choice(styles, others[0] if others else session.story.style, self.tr("Style on the right"))
        self.take = QPushButton(objectName="primary")
        self.sides = (Composing(store, self), Composing(store, self))
        self._lay_out()
        self._connect()
        self.refresh()

    @staticmethod
    def _choice(styles: Mapping[str, Style], chosen: str, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setToolTip(name)
        for style in styles.values():
            box.addItem(style_words(style.name), style.id)
        box.setCurrentIndex(box.findData(chosen))
        return box

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        for widget in (self.before, self.title, self.after):
            head.addWidget(widget, 1 if widget is self.title else 0)
        foot.addWidget(self.left)
        foot.addStretch(1)
        foot.addWidget(self.right)
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(self.curtain, 1)
        layout.addWidget(self.slider)
        layout.addLayout(foot)
        layout.addWidget(self.take)
        fit_into_window(self, 600, 740)

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))
        self.slider.valueChanged.connect(lambda value: self.curtain.set_share(value / 100))
        self.curtain.moved.connect(lambda share: self.slider.setValue(round(100 * share)))
        for box in (self.left, self.right):
            box.currentIndexChanged.connect(lambda _: self.refresh())
        self.sides[0].ready.connect(lambda made: self._show(made, 0))
        self.sides[1].ready.connect(lambda made: self._show(made, 1))
        self.take.clicked.connect(self._take)

    def _turn(self, by: int) -> None:
        self.row = min(max(self.row + by, 0), len(self.pictures) - 1)
        self.refresh()

    def refresh(self) -> None:
        """Compose both sides."""
        self.before.setEnabled(self.row > 0)
        self.after.setEnabled(self.row < len(self.pictures) - 1)
        self.take.setText(filled(self.tr("Take %1 for the book"), self.right.currentText()))
        if not self.pictures:
            return
        title, picture = self.pictures[self.row]
        self.title.setText(title)
        for composing, box in zip(self.sides, (self.left, self.right), strict=True):
            composing.ask(replace(picture, style=box.currentData()), SIDE)

    def _show(self, made: Composed, side: int) -> None:
        pictures = [self.curtain.one, self.curtain.other]
        pictures[side] = made.image
        self.curtain.show_pictures(*(image if not image.isNull() else made.image for image in pictures))

    def _take(self) -> None:
        self.taken.emit(self.right.currentData())
        self.accept()
