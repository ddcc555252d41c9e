"""The menu of everybody and everything that can be put into a picture."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from storyapp.stage.vocabulary import Vocabulary

from ..languages import concept_name
from .picture_actions import PictureActions
from .thing_picker import ThingPicker


class AddMenu(QMenu):
    """The cast, other figures, and things; who is chosen is painted into a scene's picture, and nothing else is.

    Kinds of figures are few enough for a menu; things are looked for in a list (`find_thing`).
    """

    added = Signal(str)  # the id of the cel that is being painted

    def __init__(self, actions: PictureActions, vocabulary: Vocabulary, scene_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Add"))
        self.do, self.vocabulary, self.scene_id = actions, vocabulary, scene_id
        for character in actions.session.story.characters:
            self.addAction(character.name, partial(self._put_in, "figure", character.concept, character.id))
        others = self.addMenu(self.tr("Somebody else"))
        for words, name in sorted((concept_name(vocabulary, one), one) for one in vocabulary.names("kinds")):
            others.addAction(words, partial(self._put_in, "figure", name))
        self.addAction(self.tr("A thing …"), self.find_thing)

    def find_thing(self) -> ThingPicker:
        """Ask for a thing by its name."""
        picker = ThingPicker(self.vocabulary, self.parentWidget())
        picker.picked.connect(partial(self._put_in, "thing"))
        picker.open()
        return picker

    def _put_in(self, kind: str, concept: str, who: str | None = None) -> None:
        cel = self.do.add(self.scene_id, kind, concept, who)
        if cel is not None:
            self.added.emit(cel)
