"""The style of the book, and of a scene that has one of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from storyapp.story.model import Story, Style
from storyapp.story.request import Picture

from .pictures import picture_to_qimage
from .session import Session


class StylePanel(QWidget):
    """One button a style; the check box says whether it is for the chosen scene alone."""

    restyle_asked = Signal()

    def __init__(self, session: Session, styles: Mapping[str, Style], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.styles = session, styles
        self.scene_id: str | None = None
        self.buttons: dict[str, QPushButton] = {}
        self.alone = QCheckBox(self.tr("Only for the chosen scene"))
        self.group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(self.tr("How the pictures are painted:"), objectName="quiet"))
        for style in styles.values():
            button = QPushButton(f"{style.name}\n{style.description}", checkable=True, objectName="style")
            button.setAccessibleName(style.name)
            button.setMinimumHeight(64)
            button.setIconSize(QSize(54, 54))
            button.clicked.connect(lambda _=False, chosen=style.id: self.choose(chosen))
            self.group.addButton(button)
            self.buttons[style.id] = button
            layout.addWidget(button)
        layout.addWidget(self.alone)
        self.restyle = QPushButton(self.tr("Repaint all pictures in this style"), objectName="primary")
        self.restyle.setToolTip(self.tr("Every layout and every character stays as it is; only the style changes."))
        self.restyle.clicked.connect(self.restyle_asked)
        layout.addWidget(self.restyle)
        layout.addStretch(1)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.alone.toggled.connect(self.refresh)
        session.changed.connect(lambda old, new: self.refresh())
        self.refresh()

    def show_sample(self, style: str, sample: Picture) -> None:
        """Show what a style makes of the chosen picture."""
        if style in self.buttons:
            self.buttons[style].setIcon(QIcon(QPixmap.fromImage(picture_to_qimage(sample))))

    def choose(self, style: str) -> None:
        """Take a style for the book, or for the chosen scene."""
        scene_id = self.scene_id if self.alone.isChecked() else None

        def change(story: Story) -> Story:
            if scene_id is None:
                return replace(story, style=style)
            return story.with_scene(replace(story.scene(scene_id), style=style))

        self.session.apply(self.tr("Choose style"), change)

    def set_scene(self, scene_id: str) -> None:
        """Say which scene is chosen."""
        self.scene_id = scene_id
        self.refresh()

    def refresh(self) -> None:
        """Show which style counts."""
        story = self.session.story
        style = story.style
        if self.alone.isChecked() and self.scene_id in {one.id for one in story.scenes}:
            style = story.style_of(story.scene(self.scene_id or ""))
        if style in self.buttons:
            self.buttons[style].setChecked(True)
