"""What is done to a character on its card: each is one named step of the session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from storyapp.story.book import Looks, redescribed, with_looks
from storyapp.story.model import Character, Story, find_character

from ..session import Session


class CharacterSteps(QObject):
    """Works on one character; once it is taken out of the story, as by Undo, nothing is done any more."""

    def __init__(self, session: Session, character_id: str, look: Looks, parent: QObject) -> None:
        super().__init__(parent)
        self.session, self.character_id, self.look = session, character_id, look
        self._before: Character | None = None  # when one began to write the description
        self._read: Character | None = None  # after the last key

    def character(self) -> Character | None:
        """The character as it is now; None if it is not in the story."""
        return find_character(self.session.story.characters, self.character_id)

    def set_look(self, name: str, value: str) -> None:
        """Choose a look by hand; none (empty) leaves it to the words."""

        def change(character: Character) -> Character:
            looks = {key: one for key, one in character.looks.items() if key != name}
            return replace(character, looks={**looks, name: value} if value else looks)

        self._change(self.tr("Change looks"), change)

    def choose(self, portrait: str) -> None:
        """Show another portrait."""
        self._change(self.tr("Choose portrait"), lambda character: replace(character, chosen=portrait))

    def remove_portrait(self, portrait: str) -> None:
        """Take a portrait away."""
        self._change(self.tr("Remove portrait"), lambda character: character.without_portrait(portrait))

    def follow(self, portrait: str, on: bool) -> None:
        """Let the lock follow a portrait besides the chosen one, or no more."""

        def change(character: Character) -> Character:
            others = tuple(one for one in character.also if one != portrait)
            return replace(character, also=(*others, portrait) if on else others)

        self._change(self.tr("Follow another portrait"), change)

    def set_strength(self, percent: int) -> None:
        """How closely pictures follow the portrait."""
        name = self.tr("Strength of the lock")
        self._change(name, lambda character: replace(character, strength=percent / 100), "strength")

    def use_drawing(self, as_drawn: bool) -> None:
        """Let the drawing that was brought be in the pictures itself, or be painted after."""
        name = self.tr("Use the drawing itself") if as_drawn else self.tr("Paint after the drawing")
        self._change(name, lambda character: replace(character, as_drawn=as_drawn))

    def set_aliases(self, words: str) -> None:
        """Other names, with commas between them."""
        names = tuple(one.strip() for one in words.split(",") if one.strip())
        self._change(self.tr("Other names"), lambda character: replace(character, aliases=names))

    def describe(self, words: str) -> None:
        """What is said otherwise than when one began to write changes; looks that were chosen by hand stay."""
        now = self.character()
        if now is None:
            return
        if self._before is None or self._read != now:
            self._before = with_looks(now, self.look)
        new = redescribed(self._before, words, self.look)
        read = self._read = replace(now, description=new.description, concept=new.concept, looks=new.looks)
        self._change(self.tr("Describe character"), lambda _: read, "about")

    def lock(self, locked: bool) -> None:
        """Let pictures follow the portrait, or the words alone."""
        name = self.tr("Lock character") if locked else self.tr("Unlock character")
        self._change(name, lambda character: replace(character, locked=locked))

    def remove(self) -> None:
        """Take the character out of the story."""

        def change(story: Story) -> Story:
            return replace(story, characters=tuple(one for one in story.characters if one.id != self.character_id))

        self.session.apply(self.tr("Remove character"), change)

    def _change(self, name: str, change: Callable[[Character], Character], merge: str = "") -> None:
        now = self.character()
        new = change(now) if now is not None else None
        if new is not None and new != now:
            key = f"{merge}-{self.character_id}" if merge else None
            self.session.apply(name, lambda story: story.with_character(new), key)
