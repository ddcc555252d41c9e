"""What can be done where pictures do not look much like a drawing that somebody brought."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from storyapp.story.casting import likeness
from storyapp.story.model import Character, Story

from ..widgets.flow import Flow
from ..widgets.labels import WrappedLabel

POOR = 0.6  # the share below which a picture hardly shows who the portrait shows


class LikenessRow(QWidget):
    """Words and three ways out; hidden where the pictures are like the drawing, or nobody brought one."""

    as_drawn_asked = Signal(bool)
    picture_asked = Signal()
    words_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = WrappedLabel(objectName="quiet")
        self.as_drawn = QPushButton(self.tr("Use it as drawn"))
        self.as_drawn.setToolTip(self.tr("Your drawing itself is in every picture, always in the same pose."))
        self.other = QPushButton(self.tr("Take another picture …"))
        self.other.setToolTip(self.tr("Somebody whole, from the front, alone on white paper, is copied best."))
        self.describe = QPushButton(self.tr("Describe it"))
        self.describe.setToolTip(self.tr("Hair, clothes and what is worn are painted as the words say."))
        self.painted = QPushButton(self.tr("Have it painted"))
        self.painted.setToolTip(self.tr("The model paints it in every pose, as nearly like your drawing as it can."))
        self.as_drawn.clicked.connect(lambda: self.as_drawn_asked.emit(True))
        self.painted.clicked.connect(lambda: self.as_drawn_asked.emit(False))
        self.other.clicked.connect(self.picture_asked)
        self.describe.clicked.connect(self.words_asked)
        buttons = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        buttons.setSizePolicy(policy)
        flow = Flow(buttons)
        for button in (self.as_drawn, self.painted, self.other, self.describe):
            flow.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.words)
        layout.addWidget(buttons)
        self.hide()

    def tell(self, character: Character, story: Story) -> None:
        """Say how it is with the drawing of a character."""
        portrait, used = character.portrait, character.ready_made is not None
        brought = portrait is not None and portrait.drawing is not None
        poor = brought and not used and is_poor(character, story)
        if used:
            self.words.setText(self.tr("Your drawing itself is in the pictures, always in the same pose."))
        elif poor:
            self.words.setText(self.tr("The pictures do not look much like your drawing. What you can do:"))
        self.as_drawn.setVisible(poor)
        self.describe.setVisible(poor)
        self.other.setVisible(poor or used)
        self.painted.setVisible(used)
        self.setVisible(poor or used)


def is_poor(character: Character, story: Story) -> bool:
    """Whether most pictures hardly show who the locked portrait shows."""
    shares = [share for one in story.scenes if (share := likeness(one.illustration, character)) is not None]
    return bool(shares) and 2 * sum(share < POOR for share in shares) > len(shares)
