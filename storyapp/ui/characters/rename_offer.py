"""A character under another name: the words go on with the old one, or follow at a click."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QWidget

from storyapp.story.model import Character, Story, find_character
from storyapp.story.renaming import is_named, with_new_name

from ..session import Session
from ..widgets.offer import Offer
from ..words import filled


class Renaming(Offer):
    """Renames as one types; while the words have the old name it stays another name, so that nobody is lost.

    Once the name is finished it asks below it, without standing in the way, whether the words are to follow.
    """

    def __init__(self, session: Session, character_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.character_id = session, character_id
        self._was: Character | None = None  # before the name was touched
        self._in_words = False
        self._offered: tuple[str, str] | None = None  # the old name and the new one
        self.change = QPushButton(self.tr("Change"), toolTip=self.tr("Change it in the words of every scene"))
        self.leave = QPushButton(self.tr("Leave"), toolTip=self.tr("Leave the words; both names mean the same"))
        self.change.clicked.connect(self._change)
        self.leave.clicked.connect(self._leave)
        self.add_buttons(self.leave, self.change)

    def rename(self, name: str) -> None:
        """Take a name that is being typed."""
        story = self.session.story
        if self._was is None:
            self._was = story.character(self.character_id)
            self._in_words = self._was.name != _nobody() and is_named(story, self.character_id, self._was.name)
        was = self._was
        keeps = self._in_words and name != was.name and was.name not in was.aliases
        others = tuple(one for one in was.aliases if one != name)
        aliases = (*others, was.name) if keeps else others

        def change(story: Story) -> Story:
            character = story.character(self.character_id)
            return story.with_character(replace(character, name=name, aliases=aliases))

        self.session.apply(self.tr("Rename character"), change, f"name-{self.character_id}")

    def finish(self) -> None:
        """The name is finished: ask about the words, where they have the old one."""
        was, self._was = self._was, None
        now = find_character(self.session.story.characters, self.character_id)  # None: Undo took them out
        if was is None or now is None or not self._in_words or not now.name.strip() or now.name == was.name:
            return
        self._offered = (was.name, now.name)
        words = self.tr("Change “%1” to “%2” in the words, too?")
        self.asked.setText(filled(words, was.name, now.name))
        self.show()

    def follow(self, character: Character) -> None:
        """Ask no longer if the names are others by now."""
        if self._offered and (character.name != self._offered[1] or self._offered[0] not in character.aliases):
            self._leave()

    def _change(self) -> None:
        if self._offered is not None:
            (old, new), key = self._offered, self.character_id
            self._leave()
            name = filled(self.tr("Change “%1” to “%2”"), old, new)
            self.session.apply(name, lambda story: with_new_name(story, key, old, new))

    def _leave(self) -> None:
        self._offered = None
        self.hide()


def _nobody() -> str:
    """What one who was just added is called."""
    return QCoreApplication.translate("CharactersPanel", "Somebody")
