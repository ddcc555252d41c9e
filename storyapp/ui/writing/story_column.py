"""The middle of the window: title and author, and the scenes under one another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from storyapp.story.mentions import casts_of
from storyapp.story.model import Scene, Story

from ..picture.scene_pictures import ScenePictures
from ..preferences import PreferenceStore
from ..session import Session
from ..widgets.title_line import TitleLine
from .caret import Caret
from .find_bar import FindBar
from .scene_card import SceneCard
from .scene_list import SceneList
from .scene_steps import SceneSteps
from .spelling import Speller
from .story_view import StoryView


class StoryColumn(QWidget):
    """Shows the story of a session; what a hand does here becomes a step, or a job of `pictures`."""

    focused = Signal(str)  # id of the scene that is written in
    learn_asked = Signal(str)  # a word for the personal dictionary

    def __init__(
        self,
        session: Session,
        scenes: SceneList,
        pictures: ScenePictures,
        speller: Speller,
        preferences: PreferenceStore,
    ) -> None:
        super().__init__(objectName="desk")
        self.session, self.scenes, self.pictures = session, scenes, pictures
        self.speller, self.preferences = speller, preferences
        self.calm = False  # whether the words alone are shown
        self._casts: dict[str, tuple[str, ...]] = {}
        self._forced = False
        self.language_note = QLabel(objectName="notice", wordWrap=True, visible=False)
        self.title = TitleLine("storyTitle", self.tr("Title of the story"))
        self.author = TitleLine("author", self.tr("Author"))
        self.more = QPushButton(self.tr("New scene"), objectName="quietButton")
        above = (self.language_note, self.title, self.author)
        self.view = StoryView(self._make_card, self._fill_card, above, (self.more,))
        self.steps = SceneSteps(session, scenes, self.view)
        self.steps.setParent(self)
        self.caret = Caret(self.view, (self.title, self.author))
        self.find_bar = FindBar(session, self.view, self.title)
        self.find_bar.found.connect(self.focused)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.view, 1)
        self.more.clicked.connect(self._add_at_end)
        self.title.hand_on = self._take_story
        self.title.textEdited.connect(self._edit_title)
        self.author.textEdited.connect(self._edit_author)

    # showing -------------------------------------------------------------------------------------

    def show_story(self, story: Story, force: bool = False) -> None:
        """Bring everything in line with the story; `force` also what the story does not tell, as decoded pictures."""
        for line, words in ((self.title, story.title), (self.author, story.author)):
            if line.text() != words:
                line.setText(words)
        self._casts = casts_of(story)
        self._forced = force
        self.view.show_scenes(story.scenes)
        self._forced = False

    def choose_language(self, language: str) -> None:
        """Say in which language the story is written."""
        self.session.apply(self.tr("Choose language"), lambda story: replace(story, language=language))
        self.dress_cards()

    def dress_cards(self) -> None:
        """Bring the cards in line with the preferences, the language of the story, and calm."""
        for card in self.view.cards.values():
            self._dress(card)

    def _dress(self, card: SceneCard) -> None:
        card.words.smart_quotes = self.preferences.value.smart_quotes
        card.words.language = self.session.story.language
        card.set_calm(self.calm)

    def _make_card(self, scene: Scene) -> SceneCard:
        card = SceneCard(scene, self.pictures.store, self.speller)
        card.text_edited.connect(self.steps.edit_text)
        card.title_edited.connect(self.steps.edit_title)
        card.synopsis_edited.connect(self.steps.edit_synopsis)
        card.cast_chosen.connect(self.steps.choose_cast)
        card.scenes_asked.connect(self.steps.put_scenes)
        card.offer.offered.connect(lambda: self.view.reveal_part(card.offer))
        card.focused.connect(self.focused)
        card.words.learn_asked.connect(self.learn_asked)
        self.caret.join(card)
        self._dress(card)
        self.pictures.connect_card(card)
        return card

    def _fill_card(self, card: SceneCard, scene: Scene) -> None:
        story = self.session.story
        cast = self._casts.get(scene.id, ())
        place = story.scenes.index(scene) + 1, len(story.scenes)
        state = (scene, cast, story.characters, scene.id in self.pictures.work.busy, place)
        if card.state == state and not self._forced:
            return
        card.state = state
        card.fill(scene)
        card.tell_place(*place)
        card.show_cast(scene, story, cast)
        self.pictures.show(card, scene)

    def step(self, step: Callable[[], None]) -> None:
        """Undo or redo, and show where the story changed."""
        before = {one.id: one for one in self.session.story.scenes}
        step()
        changed = [one.id for one in self.session.story.scenes if before.get(one.id) is not one]
        if changed and len(changed) < len(before):
            self.view.reveal(changed[0])
            self.focused.emit(changed[0])
        back = [one for one in changed if one not in before]
        if len(back) == 1 and self.view.has_focus():  # a scene that came back is the chosen one
            self.caret.write_in(back[0])

    # changing ------------------------------------------------------------------------------------

    def _edit_title(self, words: str) -> None:
        self.session.apply(self.tr("Change title"), lambda story: replace(story, title=words), "title")

    def _edit_author(self, words: str) -> None:
        self.session.apply(self.tr("Change author"), lambda story: replace(story, author=words), "author")

    def _take_story(self, pasted: QMimeData) -> bool:
        """Put a whole story that is pasted over the scenes into the first one, if nothing is in it yet."""
        first = self.view.first()
        if first is None or self.session.story.scenes[0].text.strip():
            return False
        words = self.view.reveal(first).words
        words.setFocus()
        words.insertFromMimeData(pasted)
        return True

    def _add_at_end(self) -> None:
        self.scenes.setCurrentRow(self.scenes.count() - 1)
        self.steps.add()
