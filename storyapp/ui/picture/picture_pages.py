"""The story, or one of its pictures large; and what is asked of pictures from menus and keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QStackedWidget

from storyapp.story import edits
from storyapp.story.book import has_words
from storyapp.story.model import Scene

from ..characters.recast_dialog import RecastDialog
from ..painting.thumbnails import Thumbnails
from ..writing.scene_list import SceneList
from ..writing.story_column import StoryColumn
from .picture_editor import PictureEditor
from .picture_panel import PicturePanel
from .picture_search import PictureSearch
from .scene_pictures import ScenePictures


class PicturePages(QStackedWidget):
    """Turns from the story to a picture and back; what is chosen in panel, story and picture is the same."""

    told = Signal(str)
    opening = Signal(str)  # scene id; its picture is about to be shown large

    def __init__(
        self,
        column: StoryColumn,
        editor: PictureEditor,
        panel: PicturePanel,
        pictures: ScenePictures,
        scenes: SceneList,
        thumbnails: Thumbnails,
    ) -> None:
        super().__init__()
        self.column, self.editor, self.panel = column, editor, panel
        self.pictures, self.scenes, self.thumbnails = pictures, scenes, thumbnails
        self.session, self.work = pictures.session, pictures.work
        self.addWidget(column)
        self.addWidget(editor)
        pictures.open_asked.connect(self.open)
        panel.selected.connect(self._select)
        editor.cel_chosen.connect(panel.select)
        editor.left.connect(self.close_picture)
        editor.scene_asked.connect(self._turn)

    @property
    def is_large(self) -> bool:
        """Whether a picture is shown large."""
        return self.currentWidget() is self.editor

    def open(self, scene_id: str) -> None:
        """Show a scene's picture large, to work on it."""
        if edits.picture_of(self.session.story, scene_id) is None:
            self.told.emit(self.tr("This scene has no picture yet; press Illustrate first."))
            return
        self.opening.emit(scene_id)
        self.setCurrentWidget(self.editor)
        card = self.column.view.cards.get(scene_id)
        if card is not None and not card.stage.image.isNull():
            self.editor.view.show_preview(card.stage.image)
        self.editor.show_scene(scene_id)
        self.editor.select(self.panel.cel)

    def use_as_cover(self) -> None:
        """Put the chosen scene's picture on the cover of the book."""
        self.pictures.steps.use_as_cover(self.scenes.scene_id() or "")

    def save_current(self, side: int) -> None:
        """Ask where the chosen scene's picture goes."""
        self.pictures.steps.save_asked.emit(self.scenes.scene_id() or "", side)

    def open_current(self) -> None:
        """Show the chosen scene's picture large."""
        self.open(self.scenes.scene_id() or "")

    def close_picture(self) -> None:
        """Go back from a large picture to the story."""
        self.setCurrentIndex(0)
        card = self.column.view.cards.get(self.scenes.scene_id() or "")
        if card is not None:
            card.stage.setFocus()

    def open_find_bar(self) -> None:
        """Open the bar that finds and replaces, over the story."""
        self._to_story()
        self.column.find_bar.open()

    def find_next(self) -> None:
        """Go to the next place in the story of what was looked for last."""
        self._to_story()
        if self.column.find_bar.words.text():
            self.column.find_bar.find_next()
        else:
            self.column.find_bar.open()

    def _to_story(self) -> None:
        if self.is_large:
            self.close_picture()

    def follow(self, scene_id: str) -> None:
        """While a picture is large, turn to the one of the scene that was chosen, or back to the story."""
        if self.is_large and scene_id != self.editor.scene_id:
            if edits.picture_of(self.session.story, scene_id) is None:
                self.close_picture()
            else:
                self.open(scene_id)

    def _turn(self, by: int) -> None:
        scenes = [one.id for one in self.session.story.scenes if one.illustration]
        row = scenes.index(self.editor.scene_id) + by
        if 0 <= row < len(scenes):
            self.open(scenes[row])

    def _select(self, cel: str | None) -> None:
        card = self.column.view.cards.get(self.scenes.scene_id() or "")
        if card is not None:
            card.stage.select(cel)
        if self.is_large:
            self.editor.select(cel)

    # painting ------------------------------------------------------------------------------------

    def illustrate_scene(self) -> None:
        """Paint the chosen scene."""
        current = self.scenes.scene_id()
        if current is not None:
            self.pictures.illustrate([current])

    def todo(self) -> list[Scene]:
        """The scenes that have words, but no picture or one that is older."""
        written = [one for one in self.session.story.scenes if has_words(one)]
        return [one for one in written if one.illustration is None or one.stale]

    def illustrate_all(self) -> None:
        """Paint every scene that has words, but no picture or one that is older; if there is none, ask about all."""
        written, todo = [one for one in self.session.story.scenes if has_words(one)], self.todo()
        if not written:
            self.told.emit(self.tr("There is nothing to illustrate yet; write a scene first."))
        elif not todo:
            if not self._may_paint_anew():
                return
            todo = written
        self.pictures.illustrate([one.id for one in todo])

    def _may_paint_anew(self) -> bool:
        words = self.tr("Every scene has a picture that is as new as its words. Paint them all anew?")
        note = self.tr("The pictures of now are kept, among the earlier ones of each scene.")
        buttons = QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No
        answer = QMessageBox.question(
            self, self.tr("Illustrate all"), f"{words}\n\n{note}", buttons, QMessageBox.StandardButton.No
        )
        return answer == QMessageBox.StandardButton.Yes

    def illustrate_stale(self) -> None:
        """Paint every scene whose picture is older than its text."""
        if not self.pictures.illustrate_stale():
            self.told.emit(self.tr("Every picture is as new as its text."))

    def recast(self, character_id: str) -> RecastDialog:
        """The dialog that replaces somebody in the pictures."""
        dialog = RecastDialog(self.work, character_id, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def search(self) -> PictureSearch:
        """Look for pictures by words."""
        dialog = PictureSearch(self.work, self.thumbnails, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._show_found)
        dialog.show()
        return dialog

    def _show_found(self, scene_id: str, picture_id: str) -> None:
        self.pictures.steps.choose_picture(scene_id, picture_id)
        self.open(scene_id)
