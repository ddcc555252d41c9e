"""The cast: a card for everybody, and a button for somebody new."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from storyapp.story.book import Looks
from storyapp.story.mentions import casts_of
from storyapp.story.model import Character, new_id
from storyapp.story.newcomers import Newcomer, kept, newcomers

from ..painting.pictures import PictureStore
from ..session import Session
from ..widgets.scrolling import Column, scrolling, show_whole
from ..words import filled
from .character_card import CharacterCard
from .newcomers_row import NewcomersRow


class CharactersPanel(QWidget):
    """Everybody of the story, and a button for somebody new."""

    portrait_asked = Signal(str, int)
    import_asked = Signal(str, object)
    recast_asked = Signal(str)
    renew_asked = Signal(str)
    scene_asked = Signal(str)

    def __init__(self, session: Session, store: PictureStore, look: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.store, self.look = session, store, look
        self.cards: dict[str, CharacterCard] = {}
        self.add = QPushButton(self.tr("New character"), objectName="primary")
        self.add.clicked.connect(self.add_character)
        self.empty = QLabel(
            self.tr("Nobody yet. Give your hero a name and say what they look like."), objectName="quiet", wordWrap=True
        )
        self.newcomers = NewcomersRow()
        self.newcomers.keep_asked.connect(self.keep)
        inside = Column()
        self._list = QVBoxLayout(inside)
        self._list.addWidget(self.newcomers)
        self._list.addWidget(self.empty)
        self._list.addStretch(1)
        self._list.setContentsMargins(2, 4, 6, 4)
        self._list.setSpacing(12)
        layout = QVBoxLayout(self)
        layout.addWidget(self.add)
        layout.addWidget(scrolling(inside), 1)
        session.changed.connect(lambda old, new: self.refresh())
        self.refresh()

    def add_character(self) -> None:
        """Add somebody without a name."""
        character = Character(new_id(), self.tr("Somebody"))
        self.session.apply(self.tr("Add character"), lambda story: story.with_character(character))
        card = self.cards[character.id]
        card.name.setFocus()
        card.name.selectAll()
        show_whole(card)

    def keep(self, newcomer: Newcomer) -> None:
        """Make somebody of the pictures a character, and paint the portrait that later pictures follow."""
        key, name = new_id(), filled(self.tr("Keep %1"), newcomer.name)
        self.session.apply(name, lambda story: kept(story, newcomer, key))
        self.portrait_asked.emit(key, 1)
        show_whole(self.cards[key])

    def refresh(self) -> None:
        """Bring the cards in line with the story."""
        story = self.session.story
        self.newcomers.fill(newcomers(story))
        wanted = {one.id: one for one in story.characters}
        for gone in set(self.cards) - set(wanted):
            card = self.cards.pop(gone)
            card.hide()  # the focus goes on from it, and is not lost with it
            card.deleteLater()
        casts = casts_of(story)
        for character in story.characters:
            if character.id in self.cards:
                self.cards[character.id].fill(character)
            else:
                card = CharacterCard(character, self.session, self.store, self.look)
                card.portrait_asked.connect(self.portrait_asked)
                card.import_asked.connect(self.import_asked)
                card.recast_asked.connect(self.recast_asked)
                card.renew_asked.connect(self.renew_asked)
                card.scene_asked.connect(self.scene_asked)
                self.cards[character.id] = card
                self._list.insertWidget(self._list.count() - 1, card)
                card.show()  # else the layout shows it only later, and nobody could scroll to it
            self.cards[character.id].tell_scenes(casts)
        self.empty.setVisible(not wanted and not self.newcomers.buttons)
