"""A picture large, with everything that can be done to it beside it; Escape goes back to the story."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from storyapp.story import edits

from .picture_panel import PicturePanel
from .pictures import PictureStore
from .session import Session
from .stage_view import StageView

SIDE = 1024  # pixels at which the picture is composed


class PictureWindow(QDialog):
    """Follows one scene; who opens it connects `stage` as in the story."""

    def __init__(
        self, session: Session, store: PictureStore, panel: PicturePanel, scene_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session, self.store, self.panel, self.scene_id = session, store, panel, scene_id
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.stage = StageView(store, side=SIDE, tallest=2000)
        panel.setFixedWidth(340)
        layout = QHBoxLayout(self)
        layout.addWidget(self.stage, 1)
        layout.addWidget(panel)
        panel.show_scene(scene_id)
        panel.selected.connect(self.stage.select)
        self.stage.cel_chosen.connect(panel.select)
        session.changed.connect(self._story_changed)
        self.resize(1180, 860)
        self.refresh()

    def _story_changed(self, old: object, new: object) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Show the scene's picture as it is now; close when there is none any more."""
        scene = edits.scene_of(self.session.story, self.scene_id)
        picture = scene.illustration if scene else None
        if scene is None or picture is None:
            self.close()
            return
        self.setWindowTitle(scene.title or self.tr("Picture"))
        if picture is not self.stage.illustration and not self.store.missing(picture):
            self.stage.show_illustration(picture)

    def done(self, result: int) -> None:
        """Let go of the story before the widgets are gone."""
        self.session.changed.disconnect(self._story_changed)
        super().done(result)
