"""What is done to scenes from menus, keys and the list: each is one named step of the session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from storyapp.story import edits
from storyapp.story.model import Scene, Story, new_id

from ..session import Session
from ..widgets.fields import characters
from .editor import WritingField
from .scene_list import SceneList
from .story_view import StoryView

TYPED_AT_ONCE = 20  # letters; more than these at a time were pasted, cut or dictated


class SceneSteps(QObject):
    """Works on the scene that is chosen in the list."""

    def __init__(self, session: Session, scenes: SceneList, view: StoryView) -> None:
        super().__init__()
        self.session, self.scenes, self.view = session, scenes, view
        scenes.moved.connect(self.put)

    def add(self) -> None:
        """A new scene after the chosen one."""
        self._insert(Scene(new_id()), self.tr("Add scene"))

    def duplicate(self) -> None:
        """A copy of the chosen scene after it."""
        current = self.scenes.scene_id()
        if current is not None:
            self._insert(replace(self.session.story.scene(current), id=new_id()), self.tr("Duplicate scene"))

    def _insert(self, scene: Scene, name: str) -> None:
        current = self.scenes.scene_id()
        self.session.apply(name, lambda story: edits.insert_scene(story, scene, current))
        self.scenes.choose(scene.id)
        self.view.reveal(scene.id).words.setFocus()

    def move(self, by: int) -> None:
        """Move the chosen scene up or down."""
        self._change(self.tr("Move scene"), lambda story, scene: edits.move_scene(story, scene, by))

    def put(self, scene_id: str, row: int) -> None:
        """Bring a scene to a place in the order."""

        def change(story: Story) -> Story:
            ids = [one.id for one in story.scenes if one.id != scene_id]
            ids.insert(row, scene_id)
            return edits.order_scenes(story, ids)

        self.session.apply(self.tr("Reorder scenes"), change)

    def split(self) -> None:
        """Cut the chosen scene in two where the cursor stands; writing goes on in the second."""
        current = self.scenes.scene_id()
        if current is None:
            return
        words = self.view.card(current).words
        place = characters(words.toPlainText(), words.textCursor().position())
        before = {one.id for one in self.session.story.scenes}
        self._change(self.tr("Split scene"), lambda story, scene: edits.split_scene(story, scene, place))
        for scene in self.session.story.scenes:
            if scene.id not in before:
                self.scenes.choose(scene.id)
                self.view.reveal(scene.id).words.setFocus()

    def put_scenes(self, scene_id: str, found: Story) -> None:
        """Make the scenes of what was pasted into one."""
        self.session.apply(self.tr("Make scenes of it"), lambda story: edits.with_scenes_of(story, scene_id, found))
        self.view.reveal(scene_id).words.setFocus()

    def merge(self) -> None:
        """Join the chosen scene and the next one; writing goes on in it."""
        self._change(self.tr("Merge scenes"), edits.merge_with_next)
        current = self.scenes.scene_id()
        if current is not None and self.view.has_focus():
            self.view.card(current).words.setFocus()

    def delete(self) -> None:
        """Take the chosen scene away; undo brings it back. Writing goes on in the scene behind it."""
        current = self.scenes.scene_id()
        if current is None:
            return
        behind = self.view.beside(current, 1)
        if behind is not None and self.view.has_focus():
            self.view.card(behind).words.setFocus()  # it is the chosen one from now on
        self.session.apply(self.tr("Delete scene"), lambda story: edits.delete_scene(story, current))

    def rename(self) -> None:
        """Go to the heading of the chosen scene."""
        current = self.scenes.scene_id()
        if current is not None:
            title = self.view.reveal(current).title
            title.setFocus()
            title.selectAll()

    def write_synopsis(self) -> None:
        """Go to the line of the chosen scene's synopsis."""
        current = self.scenes.scene_id()
        if current is not None:
            self.view.reveal(current).write_synopsis()

    def go(self, by: int) -> None:
        """Go on writing in the next scene, or the one before."""
        row = self.scenes.currentRow() + by
        if 0 <= row < self.scenes.count():
            self.scenes.setCurrentRow(row)
            self.view.card(str(self.scenes.scene_id())).words.setFocus()

    def toggle_mark(self, mark: str) -> None:
        """Bold or italic in the words that are being written; nowhere else."""
        field = self.view.window().focusWidget()
        if isinstance(field, WritingField) and self.view.isAncestorOf(field):
            field.toggle_mark(mark)

    def edit_text(self, scene_id: str, words: str) -> None:
        """Words were typed."""
        self._set(self.tr("Typing"), scene_id, "text", words)

    def edit_title(self, scene_id: str, words: str) -> None:
        """A heading was typed."""
        self._set(self.tr("Change heading"), scene_id, "title", words)

    def edit_synopsis(self, scene_id: str, words: str) -> None:
        """A synopsis was typed."""
        self._set(self.tr("Change synopsis"), scene_id, "synopsis", words)

    def choose_cast(self, scene_id: str, cast: tuple[str, ...] | None) -> None:
        """Say who is in a scene."""
        self.session.apply(
            self.tr("Choose cast"), lambda story: story.with_scene(replace(story.scene(scene_id), cast=cast))
        )

    def _set(self, name: str, scene_id: str, field: str, words: str) -> None:
        grown = len(words) - len(getattr(self.session.story.scene(scene_id), field))
        key = f"{field}-{scene_id}" if abs(grown) <= TYPED_AT_ONCE else None  # what is pasted is a step of its own
        self.session.apply(
            name,
            lambda story: story.with_scene(replace(story.scene(scene_id), **{field: words})),  # type: ignore[arg-type]
            key,
        )

    def _change(self, name: str, change: Callable[[Story, str], Story]) -> None:
        current = self.scenes.scene_id()
        if current is not None:
            self.session.apply(name, lambda story: change(story, current))
