"""Which scene is chosen, and what follows it: panels, the story's place, a picture that is shown large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from storyapp.story import edits

from ..widgets.announcing import announce

if TYPE_CHECKING:
    from ..main_window import MainWindow


class ChosenScene(QObject):
    """Keeps list, story, panels and large picture of a window at one scene."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window, self.scenes = window, window.scenes
        window.column.focused.connect(self.choose)
        window.characters.scene_asked.connect(self.go_to)
        window.pictures.cel_chosen.connect(self._cel_chosen)
        window.pictures.first_painted.connect(self._painted)
        window.pages.opening.connect(self._picture_opening)
        self.scenes.currentItemChanged.connect(lambda *_: self._chosen_in_list())

    @property
    def id(self) -> str | None:
        """The id of the scene chosen in the list."""
        return self.scenes.scene_id()

    def choose(self, scene_id: str) -> None:
        """Make a scene the chosen one, without scrolling to it."""
        if scene_id != self.id:
            self.scenes.blockSignals(True)
            self.scenes.choose(scene_id)
            self.scenes.blockSignals(False)
            self.turn_panels()

    def go_to(self, scene_id: str) -> None:
        """Choose a scene and scroll to it."""
        self.choose(scene_id)
        self.window.view.reveal(scene_id)

    def _painted(self, scene_id: str) -> None:
        """Show the whole of a picture that was waited for, and say what is to be seen."""
        if scene_id == self.id:
            self.window.view.reveal_picture(scene_id)
            stage = self.window.view.card(scene_id).stage
            announce(stage, stage.accessibleDescription())

    def turn_panels(self) -> None:
        """Let the panels show the chosen scene as it is now."""
        scene_id = self.id
        self.window.style_panel.set_scene(scene_id or "")
        self.window.picture_panel.show_scene(scene_id)
        self.window.facts.show_scene(scene_id)

    def _chosen_in_list(self) -> None:
        scene_id = self.id
        if scene_id is not None and edits.scene_of(self.window.session.story, scene_id) is not None:
            self.turn_panels()
            self.window.pages.follow(scene_id)
            self.window.view.reveal(scene_id)

    def _cel_chosen(self, scene_id: str, cel: str | None) -> None:
        self.choose(scene_id)
        self.window.picture_panel.select(cel)
        self.window.arrangement.show_in_studio(self.window.picture_panel)

    def _picture_opening(self, scene_id: str) -> None:
        self.window.arrangement.leave_calm()
        self.choose(scene_id)
        self.window.arrangement.show_in_studio(self.window.picture_panel)
