"""What is told of a story in pauses of typing: its length, its language, and the dictionary that fits."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel

from storyapp.story import edits
from storyapp.story.text_facts import count_words, language_of_script, minutes_aloud

from ..languages import name_of
from ..preferences import PreferenceStore
from ..session import Session
from ..words import filled
from ..writing.spelling import Speller

TELL_AFTER = 250  # milliseconds from a change until words are counted again
FIRST_LOOK = 800  # milliseconds from the window to its dictionary
FIRST_SCENES = 5  # whose script tells the language of a story
READ = ("en", "zh")  # languages whose words become pictures


class StoryFacts(QObject):
    """Tells the length in `words`, and in `note` that a story's language is not read; keeps the dictionary right."""

    def __init__(
        self, session: Session, preferences: PreferenceStore, speller: Speller, words: QLabel, note: QLabel
    ) -> None:
        super().__init__(words)
        self.session, self.preferences, self.speller = session, preferences, speller
        self.words, self.note = words, note
        self.scene_id: str | None = None
        self._timer = QTimer(self, singleShot=True, interval=TELL_AFTER)
        self._timer.timeout.connect(self.tell)

    def tell_soon(self) -> None:
        """Look again once nothing happens for a moment."""
        self._timer.start()

    def tell_first(self) -> None:
        """Look for the first time when the window is there: it must not wait for a dictionary."""
        QTimer.singleShot(FIRST_LOOK, self, self.tell)

    def show_scene(self, scene_id: str | None) -> None:
        """Count the words of another scene; those of the same one are counted once nothing happens for a moment."""
        if scene_id != self.scene_id:
            self.scene_id = scene_id
            self.tell_length()

    def tell(self) -> None:
        """Look at all of it now."""
        self.tell_length()
        self._tell_language()

    def tell_length(self) -> None:
        """Say how many words there are, and how long they take to read aloud."""
        story = self.session.story
        texts = [one.text for one in story.scenes]
        words, minutes = sum(map(count_words, texts)), minutes_aloud(texts)
        if words == 0:
            self.words.setText(self.tr("no words yet"))
            return
        told = self.tr("1 word, %2 min. read aloud") if words == 1 else self.tr("%1 words, %2 min. read aloud")
        told = filled(told, f"{words:,}", minutes)
        scene = edits.scene_of(story, self.scene_id)
        if scene is not None and len(story.scenes) > 1:
            told = filled(self.tr("%1 in this scene"), f"{count_words(scene.text):,}") + " · " + told
        self.words.setText(told)

    def _tell_language(self) -> None:
        """Say so where the story is in a language that the reader does not understand."""
        story = self.session.story
        first = " ".join(one.text[:300] for one in story.scenes[:FIRST_SCENES])
        language = language_of_script(first) or story.language
        told = self.tr(
            "This story is in %1. Its pictures are read from English and Chinese words only: after Illustrate, "
            "say in the Picture panel where the scene is and who is in it, and it is painted so."
        )
        self.note.setText(filled(told, name_of(language)))
        self.note.setVisible(language not in READ)
        if self.words.window().isVisible():  # the dictionary must not hold up the first picture of the window
            self.speller.use(language if self.preferences.value.spelling else "")
        self.speller.accept(self.preferences.value.words, [name for one in story.characters for name in one.names])
