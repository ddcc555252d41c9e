"""The menu of everybody and everything that can be put into a picture."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from storyapp.stage.vocabulary import Vocabulary

from .languages import concept_name
from .picture_actions import PictureActions

AT_ONCE = 30  # things in one menu


class AddMenu(QMenu):
    """The cast, other figures, and things; who is chosen is painted into a scene's picture, and nothing else is."""

    added = Signal(str)  # the id of the cel that is being painted

    def __init__(self, actions: PictureActions, vocabulary: Vocabulary, scene_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Add"))
        self.do, self.scene_id = actions, scene_id
        for character in actions.session.story.characters:
            self.addAction(character.name, partial(self._put_in, "figure", character.concept, character.id))
        for kind, title, names in (
            ("figure", self.tr("Somebody else"), vocabulary.names("kinds")),
            ("thing", self.tr("A thing"), vocabulary.names("things")),
        ):
            whole = self.addMenu(title)
            called = sorted((concept_name(vocabulary, name), name) for name in names)
            for start in range(0, len(called), AT_ONCE):
                part = called[start : start + AT_ONCE]
                inside = whole if len(called) <= AT_ONCE else whole.addMenu(f"{part[0][0]} – {part[-1][0]}")
                for words, name in part:
                    inside.addAction(words, partial(self._put_in, kind, name))

    def _put_in(self, kind: str, concept: str, who: str | None = None) -> None:
        cel = self.do.add(self.scene_id, kind, concept, who)
        if cel is not None:
            self.added.emit(cel)
