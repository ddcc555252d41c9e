"""The window: scenes on the left, the story in the middle, characters and styles on the right.

It makes the parts and joins them. What each does is in its own module: the column in the middle (`story_column`),
pictures large (`picture_pages`), which scene is chosen (`chosen_scene`), the places of the parts (`arrangement`), menus
and keys (`actions`), files (`files`), whether it is saved (`saving`), what is shown over it (`dialogs`), and what is told
while one writes (`story_facts`).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStatusBar, QTabWidget, QVBoxLayout, QWidget

from storyapp.jobs.queue import JobQueue
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.book import Looks
from storyapp.story.model import Style
from storyapp.story.request import Illustrator

from .characters.characters_panel import CharactersPanel
from .painting.illustrating import Illustrating
from .painting.pictures import PictureStore
from .painting.thumbnails import Thumbnails
from .picture.picture_editor import PictureEditor
from .picture.picture_pages import PicturePages
from .picture.picture_panel import PicturePanel
from .picture.scene_pictures import ScenePictures
from .preferences import Preferences, PreferenceStore
from .session import Session
from .style.style_panel import StylePanel
from .window.actions import Actions
from .window.arrangement import Arrangement
from .window.chosen_scene import ChosenScene
from .window.dialogs import Dialogs
from .window.files import Export, Files
from .window.job_bar import JobBar
from .window.notice import Notice
from .window.saving import Saving
from .window.story_facts import StoryFacts
from .window.tab_order import go_on, go_to_region, press_focused
from .window.written_bar import WrittenBar
from .words import sentence
from .writing.scene_card import SceneCard
from .writing.scene_list import SceneList
from .writing.spelling import Speller
from .writing.story_column import StoryColumn
from .writing.versions import Versions


class MainWindow(QMainWindow):
    """Wires the parts to one session, one queue and one illustrator, all handed in."""

    new_asked = Signal()
    home_asked = Signal()
    quit_asked = Signal()
    open_asked = Signal(object)  # Path of a .story file
    import_asked = Signal(object)  # Path of a text or Markdown file
    moved = Signal(object, object)  # Path of the file before, or None, and of the one that the story is in now
    closed = Signal()

    def __init__(
        self,
        session: Session,
        queue: JobQueue,
        illustrator: Illustrator,
        vocabulary: Vocabulary,
        styles: Mapping[str, Style],
        look: Looks,
        export: Export,
        preferences: PreferenceStore | None = None,
        cache: Path | None = None,
    ) -> None:
        super().__init__()
        self.session, self.queue, self.cache = session, queue, cache
        self._over = False  # the story goes on in another window
        self.preferences = preferences or PreferenceStore()
        self.store = PictureStore(vocabulary, styles)
        self.speller = Speller(parent=self)
        self.thumbnails = Thumbnails(self.store, cache / "thumbnails" if cache else None, self)
        self.work = Illustrating(session, queue, illustrator, self.store, look)
        self.pictures = ScenePictures(session, self.work, self.store, lambda key: self.cards.get(key))
        self.pictures.setParent(self)
        self.versions = Versions(session, self)
        self.files = Files(self.work, queue, export, self)
        self.dialogs = Dialogs(self)
        self._make_parts(vocabulary, styles, look)
        self.actions_ = Actions(self)
        self.undo_action, self.redo_action = self.actions_.undo, self.actions_.redo
        self.arrangement.take_actions(self.actions_)
        self.saving = Saving(self)
        self.chosen = ChosenScene(self)
        self._connect_story()
        self._connect_pictures()
        self.resize(1280, 860)
        self._take_preferences(self.preferences.value)
        self.refresh()

    def _make_parts(self, vocabulary: Vocabulary, styles: Mapping[str, Style], look: Looks) -> None:
        session, steps = self.session, self.pictures.steps
        self.scenes = SceneList(self.thumbnails)
        self.column = StoryColumn(session, self.scenes, self.pictures, self.speller, self.preferences)
        self.view, self.steps, self.find_bar = self.column.view, self.column.steps, self.column.find_bar
        self.characters = CharactersPanel(session, self.store, look)
        self.style_panel = StylePanel(session, styles, self.store)
        self.picture_panel = PicturePanel(steps, self.store, vocabulary)
        self.picture_editor = PictureEditor(steps, self.store)
        self.pages = PicturePages(
            self.column, self.picture_editor, self.picture_panel, self.pictures, self.scenes, self.thumbnails
        )
        self.notice = Notice()
        self.written = WrittenBar()
        self.middle = QWidget(objectName="desk")
        column = QVBoxLayout(self.middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.written)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(self.middle)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # Qt's own would hide the bar for good
        self.tabs = QTabWidget(usesScrollButtons=True)
        self.tabs.tabBar().setAccessibleName(self.tr("Studio"))
        self.tabs.addTab(self.characters, self.tr("Characters"))
        self.tabs.addTab(self.style_panel, self.tr("Style"))
        self.tabs.addTab(self.picture_panel, self.tr("Picture"))
        self.arrangement = Arrangement(self, self.scenes, self.tabs, self.column)
        self.job_bar = JobBar(self.queue)
        status = QStatusBar()
        status.addWidget(self.job_bar, 1)
        status.setSizeGripEnabled(False)
        self.setStatusBar(status)
        self.facts = StoryFacts(session, self.preferences, self.speller, self.job_bar.words, self.column.language_note)

    def _connect_story(self) -> None:
        session, files = self.session, self.files
        session.changed.connect(lambda old, new: self.refresh())
        self.versions.failed.connect(self.say)
        files.told.connect(self.say)
        files.written.connect(self.written.tell)
        self.written.told.connect(self.say)
        files.open_asked.connect(self.open_asked)
        files.import_asked.connect(self.import_asked)
        files.left.connect(self.close)
        self.column.learn_asked.connect(self._learn)
        self.preferences.changed.connect(self._take_preferences)

    def _connect_pictures(self) -> None:
        work, pages = self.work, self.pages
        for told in (self.pictures.told, self.picture_editor.told, pages.told):
            told.connect(self.say)
        self.pictures.steps.untold.connect(self.notice.take_back)
        self.pictures.steps.save_asked.connect(self.files.save_picture)
        work.failed.connect(lambda scene_id, words: self.say(words))
        work.engine_changed.connect(lambda words: self.job_bar.tell_engine(sentence(words)))
        work.decoded.connect(self._pictures_ready)
        self.characters.portrait_asked.connect(work.paint_portrait)
        self.characters.import_asked.connect(work.import_portrait)
        self.characters.renew_asked.connect(self.pictures.renew)
        self.characters.recast_asked.connect(lambda key: pages.recast(key).open())

    # the story -----------------------------------------------------------------------------------

    @property
    def cards(self) -> dict[str, SceneCard]:
        """The cards that are there now; `view.card(id)` makes one."""
        return self.view.cards

    def current_scene(self) -> str | None:
        """The id of the scene that is chosen."""
        return self.chosen.id

    def say(self, words: str) -> None:
        """Tell the person something, without stopping them."""
        self.notice.say(words)

    def refresh(self, force: bool = False) -> None:
        """Bring everything in line with the story; `force` also what the story does not tell, as decoded pictures."""
        story = self.session.story
        self.saving.name_window()
        self.column.show_story(story, force)
        self.scenes.show_scenes(story.scenes)
        self.chosen.turn_panels()
        self.actions_.follow(self.session)
        self.facts.tell_soon()
        self.work.decode_missing([portrait for one in story.characters for portrait in one.portraits])

    def undo(self) -> None:
        """Take the last step back, and show where."""
        self.column.step(self.session.undo)

    def redo(self) -> None:
        """Bring the step back that was taken back last, and show where."""
        self.column.step(self.session.redo)

    def _pictures_ready(self) -> None:
        self.refresh(force=True)
        self.characters.refresh()
        self.picture_panel.refresh(force=True)
        self.picture_editor.refresh()
        self.style_panel.refresh()
        self.scenes.viewport().update()

    # looking -------------------------------------------------------------------------------------

    def _learn(self, word: str) -> None:
        self.preferences.change(words=(*self.preferences.value.words, word))

    def _take_preferences(self, value: Preferences) -> None:
        self.column.dress_cards()
        self.actions_.spelling.setChecked(value.spelling)
        self.actions_.quotes.setChecked(value.smart_quotes)
        self.arrangement.fit(value.scale)
        self.facts.tell_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrangement.fit(self.preferences.value.scale)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab follows the page, then the list and the studio, and what it comes to is scrolled into view."""
        self.view.make_beside(self.focusWidget())
        return go_on(self, self._regions, forward)

    def go_to_part(self, forward: bool) -> None:
        """Go to the next part of the window, or the one before: the page, the list, the studio, the jobs."""
        go_to_region(self, self._regions, forward)

    @property
    def _regions(self) -> tuple[QWidget, ...]:
        return self.middle, self.arrangement.list_dock, self.arrangement.studio_dock, self.statusBar()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(self, event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.facts.tell_first()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and hasattr(self, "actions_"):
            self.actions_.paint_icons()

    # leaving -------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._over:
            event.accept()
            return
        if not self.saving.may_close():
            event.ignore()
            return
        self.hide()  # at once, though a step that is being painted is waited for
        self.saving.close_story()
        event.accept()
        self.closed.emit()

    @property
    def handed_over(self) -> bool:
        """Whether the story goes on in another window."""
        return self._over

    def hand_over(self) -> Session:
        """Close, but leave the story open: the session to go on with."""
        self.queue.shutdown()
        self.thumbnails.close()
        self.versions.stop()
        session = self.session.passed_on()
        self._over = True
        self.close()
        self.closed.emit()
        return session
