"""The window: scenes on the left, the story in the middle, characters and styles on the right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QStatusBar,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from storyapp.jobs.queue import JobQueue
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story import edits
from storyapp.story.book import has_words
from storyapp.story.emphasis import without_marks
from storyapp.story.mentions import casts_of
from storyapp.story.model import Scene, Story, Style
from storyapp.story.request import Illustrator
from storyapp.story.words import count_words, language_of_script, minutes_aloud

from .about import AboutDialog
from .actions import Actions
from .characters_panel import CharactersPanel, Looks
from .editor import OneHistory
from .files import Export, Files
from .find_bar import FindBar
from .help import HelpDialog
from .illustrating import Illustrating
from .job_bar import JobBar
from .languages import name_of
from .picture_editor import PictureEditor
from .picture_panel import PicturePanel
from .picture_search import PictureSearch
from .pictures import PictureStore
from .preferences import Preferences, PreferenceStore
from .recast_dialog import RecastDialog
from .scene_card import SceneCard
from .scene_list import SceneList, SceneRow
from .scene_pictures import ScenePictures
from .scene_steps import SceneSteps
from .session import Session
from .spelling import Speller
from .story_view import StoryView
from .style_panel import StylePanel
from .thumbnails import Thumbnails, cover_file, keep_cover
from .tour import Tour

TELL_AFTER = 250  # milliseconds from a change until words are counted again
NARROW = 9  # pixels of width for each per cent of type, below which list and studio share a place
FIRST_LOOK = 800  # milliseconds from the window to its dictionary
FIRST_SCENES = 5  # whose script tells the language of a story


class MainWindow(QMainWindow):
    """Wires the panels to one session, one queue and one illustrator, all handed in."""

    new_asked = Signal()
    home_asked = Signal()
    quit_asked = Signal()
    open_asked = Signal(object)  # Path of a .story file
    import_asked = Signal(object)  # Path of a text or Markdown file
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
        self._narrow: bool | None = None
        self._over = False  # the story goes on in another window
        self._casts: dict[str, tuple[str, ...]] = {}
        self._rows: dict[str, tuple[Scene, SceneRow]] = {}
        self._telling = QTimer(self, singleShot=True, interval=TELL_AFTER)
        self._telling.timeout.connect(self._tell)
        self._forced = False
        self.preferences = preferences or PreferenceStore()
        self.store = PictureStore(vocabulary, styles)
        self.speller = Speller(parent=self)
        self.thumbnails = Thumbnails(self.store, cache / "thumbnails" if cache else None, self)
        self.work = Illustrating(session, queue, illustrator, self.store, look)
        self.pictures = ScenePictures(session, self.work, self.store, lambda key: self.view.cards.get(key))
        self.pictures.setParent(self)
        self.files = Files(session, queue, export, self)
        self.characters = CharactersPanel(session, self.store, look)
        self.style_panel = StylePanel(session, styles, self.store)
        self.picture_panel = PicturePanel(self.pictures.steps, self.store, vocabulary)
        self.picture_editor = PictureEditor(self.pictures.steps, self.store)
        self.scenes = SceneList(self.thumbnails)
        self.job_bar = JobBar(queue)
        self._build_column()
        self._build_docks()
        self.actions_ = Actions(self)
        self.undo_action, self.redo_action = self.actions_.undo, self.actions_.redo
        self._connect()
        self.resize(1280, 860)
        self._take_preferences(self.preferences.value)
        self.refresh()

    # building ------------------------------------------------------------------------------------

    def _build_column(self) -> None:
        self.title = QLineEdit(objectName="storyTitle", placeholderText=self.tr("Title of the story"))
        self.title.setAccessibleName(self.tr("Title of the story"))
        self.author = QLineEdit(objectName="author", placeholderText=self.tr("Author"))
        self.author.setAccessibleName(self.tr("Author"))
        for line in (self.title, self.author):
            line.installEventFilter(OneHistory(line))
        self.notice = QLabel(objectName="notice", wordWrap=True, visible=False)
        self.notice.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.language_note = QLabel(objectName="notice", wordWrap=True, visible=False)
        self.more = QPushButton(self.tr("New scene"), objectName="quietButton")
        self.view = StoryView(
            self._make_card,
            self._fill_card,
            (self.notice, self.language_note, self.title, self.author),
            (self.more,),
        )
        self.steps = SceneSteps(self.session, self.scenes, self.view)
        self.steps.setParent(self)
        self.find_bar = FindBar(self.session, self.view)
        middle = QWidget(objectName="desk")
        stacked = QVBoxLayout(middle)
        stacked.setContentsMargins(0, 0, 0, 0)
        stacked.addWidget(self.find_bar)
        stacked.addWidget(self.view, 1)
        self.pages = QStackedWidget()
        self.pages.addWidget(middle)
        self.pages.addWidget(self.picture_editor)
        self.setCentralWidget(self.pages)

    def _build_docks(self) -> None:
        self.tabs = QTabWidget(usesScrollButtons=True)
        self.tabs.addTab(self.characters, self.tr("Characters"))
        self.tabs.addTab(self.style_panel, self.tr("Style"))
        self.tabs.addTab(self.picture_panel, self.tr("Picture"))
        self.tabs.setMinimumWidth(290)
        self.list_dock = self._dock(self.tr("Scenes"), "list", self.scenes, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.studio_dock = self._dock(self.tr("Studio"), "studio", self.tabs, Qt.DockWidgetArea.RightDockWidgetArea)
        self.resizeDocks([self.list_dock, self.studio_dock], [230, 340], Qt.Orientation.Horizontal)
        status = QStatusBar()
        status.addWidget(self.job_bar, 1)
        status.setSizeGripEnabled(False)
        self.setStatusBar(status)

    def _dock(self, title: str, name: str, widget: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self, objectName=name)
        dock.setWidget(widget)
        dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetMovable)
        self.addDockWidget(area, dock)
        return dock

    def _arrange(self) -> None:
        """List and studio on both sides; in a narrow window, or with large type, one over the other."""
        scale = self.preferences.value.scale
        self.tabs.setMinimumWidth(round(2.9 * scale))
        narrow = self.width() < NARROW * scale
        if narrow == self._narrow:
            return
        self._narrow = narrow
        turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        first, last = (right, left) if turned else (left, right)
        self.addDockWidget(last, self.studio_dock)
        if narrow:
            self.tabifyDockWidget(self.studio_dock, self.list_dock)
        else:
            self.addDockWidget(first, self.list_dock)
            self.resizeDocks([self.list_dock, self.studio_dock], [230, 340], Qt.Orientation.Horizontal)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _connect(self) -> None:
        session, work, files = self.session, self.work, self.files
        session.changed.connect(lambda old, new: self.refresh())
        session.save_failed.connect(self.say)
        session.saved.connect(lambda: self.job_bar.words.setToolTip(self.tr("saved")))
        for told in (files.told, self.pictures.told, self.picture_editor.told):
            told.connect(self.say)
        files.open_asked.connect(self.open_asked)
        files.import_asked.connect(self.import_asked)
        files.moved.connect(self.close)
        self.pictures.cel_chosen.connect(self._cel_chosen)
        self.pictures.open_asked.connect(self.open_picture)
        self.picture_panel.selected.connect(self._select_in_picture)
        self.picture_editor.cel_chosen.connect(self.picture_panel.select)
        self.picture_editor.left.connect(self.close_picture)
        self.picture_editor.scene_asked.connect(self._turn_picture)
        work.failed.connect(lambda scene_id, words: self.say(words))
        work.engine_changed.connect(self.job_bar.device.setText)
        work.decoded.connect(self._pictures_ready)
        self.characters.portrait_asked.connect(work.paint_portrait)
        self.characters.import_asked.connect(work.import_portrait)
        self.characters.scene_asked.connect(self.go_to_scene)
        self.characters.recast_asked.connect(lambda key: self.recast(key).open())
        self.scenes.currentItemChanged.connect(lambda *_: self._scene_chosen())
        self.more.clicked.connect(self._add_at_end)
        self.preferences.changed.connect(self._take_preferences)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.leave_calm)
        self._escape.setEnabled(False)
        self.title.textEdited.connect(
            lambda words: session.apply(self.tr("Change title"), lambda story: replace(story, title=words), "title")
        )
        self.author.textEdited.connect(
            lambda words: session.apply(self.tr("Change author"), lambda story: replace(story, author=words), "author")
        )

    def _make_card(self, scene: Scene) -> SceneCard:
        card = SceneCard(scene, self.store, self.speller)
        card.text_edited.connect(self.steps.edit_text)
        card.title_edited.connect(self.steps.edit_title)
        card.synopsis_edited.connect(self.steps.edit_synopsis)
        card.cast_chosen.connect(self.steps.choose_cast)
        card.focused.connect(self.choose_scene)
        card.words.learn_asked.connect(self._learn)
        self._dress(card)
        self.pictures.connect_card(card)
        return card

    def _dress(self, card: SceneCard) -> None:
        card.words.smart_quotes = self.preferences.value.smart_quotes
        card.words.language = self.session.story.language
        card.set_calm(self.actions_.calm.isChecked())

    # the story -----------------------------------------------------------------------------------

    @property
    def cards(self) -> dict[str, SceneCard]:
        """The cards that are there now; `view.card(id)` makes one."""
        return self.view.cards

    def say(self, words: str) -> None:
        """Tell the person something, without stopping them."""
        self.notice.setText(words)
        self.notice.show()
        QTimer.singleShot(12_000, self.notice, self.notice.hide)

    def refresh(self, force: bool = False) -> None:
        """Bring everything in line with the story; `force` also what the story does not tell, as decoded pictures."""
        story = self.session.story
        for line, words in ((self.title, story.title), (self.author, story.author)):
            if line.text() != words:
                line.setText(words)
                line.setCursorPosition(len(words) if line.hasFocus() else 0)
        self.setWindowTitle(f"{story.title or self.tr('Untitled')} – storyapp")
        self._casts = casts_of(story)
        self._forced = force
        self.view.show_scenes(story.scenes)
        self._forced = False
        self.scenes.show_rows([self._row(one) for one in story.scenes])
        self._turn_panels(self.current_scene())
        self.actions_.name_steps(self.session.undo_name, self.session.redo_name)
        self._telling.start()
        self.work.decode_missing([portrait for one in story.characters for portrait in one.portraits])

    def _fill_card(self, card: SceneCard, scene: Scene) -> None:
        story = self.session.story
        cast = self._casts.get(scene.id, ())
        state = (scene, cast, story.characters, scene.id in self.work.busy)
        if card.state == state and not self._forced:
            return
        card.state = state
        card.fill(scene)
        card.show_cast(scene, story, cast)
        self.pictures.show(card, scene)

    def _row(self, scene: Scene) -> SceneRow:
        """What the list shows of a scene; kept, because a key changes one scene of hundreds."""
        known = self._rows.get(scene.id)
        if known is None or known[0] is not scene:
            known = self._rows[scene.id] = scene, self._new_row(scene)
        return known[1]

    def _new_row(self, scene: Scene) -> SceneRow:
        words = " ".join(without_marks(scene.text[:160]).split())
        title = scene.title or words[:60] or self.tr("Empty scene")
        line = scene.synopsis or (words if scene.title else "")
        return SceneRow(scene.id, title, line, scene.illustration, scene.stale)

    def _tell(self) -> None:
        """What can wait until a pause in typing."""
        self._tell_length(self.session.story)
        self._tell_language(self.session.story)

    def _tell_length(self, story: Story) -> None:
        texts = [one.text for one in story.scenes]
        words, minutes = sum(map(count_words, texts)), minutes_aloud(texts)
        told = self.tr("%1 words, %2 min. read aloud").replace("%1", f"{words:,}").replace("%2", str(minutes))
        scene = edits.scene_of(story, self.current_scene())
        if scene is not None and len(story.scenes) > 1:
            told = self.tr("%1 in this scene").replace("%1", f"{count_words(scene.text):,}") + " · " + told
        self.job_bar.words.setText(told)

    def _tell_language(self, story: Story) -> None:
        """The reader understands English alone; say so where the story is in another language."""
        first = " ".join(one.text[:300] for one in story.scenes[:FIRST_SCENES])
        language = language_of_script(first) or story.language
        note = self.tr(
            "This story is in %1. Its pictures are read from English words only: after Illustrate, "
            "say in the Picture panel where the scene is and who is in it, and it is painted so."
        )
        self.language_note.setText(note.replace("%1", name_of(language)))
        self.language_note.setVisible(language != "en")
        if self.isVisible():  # the dictionary must not hold up the first picture of the window
            self.speller.use(language if self.preferences.value.spelling else "")
        names = [name for one in story.characters for name in one.names]
        self.speller.accept(self.preferences.value.words, names)

    def choose_story_language(self, language: str) -> None:
        """Say in which language the story is written."""
        self.session.apply(self.tr("Choose language"), lambda story: replace(story, language=language))
        for card in self.cards.values():
            self._dress(card)

    def undo(self) -> None:
        """Take the last step back, and show where."""
        self._step(self.session.undo)

    def redo(self) -> None:
        """Bring the step back that was taken back last, and show where."""
        self._step(self.session.redo)

    def _step(self, step: object) -> None:
        before = {one.id: one for one in self.session.story.scenes}
        step()  # type: ignore[operator]
        changed = [one.id for one in self.session.story.scenes if before.get(one.id) is not one]
        if changed and len(changed) < len(before):
            self.view.reveal(changed[0])

    def _pictures_ready(self) -> None:
        self.refresh(force=True)
        self.characters.refresh()
        self.picture_panel.refresh(force=True)
        self.picture_editor.refresh()
        self.style_panel.refresh()
        self.scenes.viewport().update()

    def _add_at_end(self) -> None:
        self.scenes.setCurrentRow(self.scenes.count() - 1)
        self.steps.add()

    # choosing ------------------------------------------------------------------------------------

    def current_scene(self) -> str | None:
        """The id of the scene chosen in the list."""
        return self.scenes.scene_id()

    def choose_scene(self, scene_id: str) -> None:
        """Make a scene the chosen one, without scrolling to it."""
        if scene_id != self.current_scene():
            self.scenes.blockSignals(True)
            self.scenes.choose(scene_id)
            self.scenes.blockSignals(False)
            self._turn_panels(scene_id)
            self._tell_length(self.session.story)

    def _scene_chosen(self) -> None:
        scene_id = self.current_scene()
        if scene_id is not None and edits.scene_of(self.session.story, scene_id) is not None:
            self._turn_panels(scene_id)
            self._tell_length(self.session.story)
            self._follow_list(scene_id)
            self.view.reveal(scene_id)

    def _follow_list(self, scene_id: str) -> None:
        """While a picture is large, the list of scenes turns to another picture, or back to the story."""
        if self.pages.currentWidget() is self.picture_editor and scene_id != self.picture_editor.scene_id:
            if edits.picture_of(self.session.story, scene_id) is None:
                self.close_picture()
            else:
                self.open_picture(scene_id)

    def _turn_panels(self, scene_id: str | None) -> None:
        self.style_panel.set_scene(scene_id or "")
        self.picture_panel.show_scene(scene_id)

    def _cel_chosen(self, scene_id: str, cel: str | None) -> None:
        self.choose_scene(scene_id)
        self.picture_panel.select(cel)
        self.tabs.setCurrentWidget(self.picture_panel)

    def _select_in_picture(self, cel: str | None) -> None:
        card = self.cards.get(self.current_scene() or "")
        if card is not None:
            card.stage.select(cel)
        if self.pages.currentWidget() is self.picture_editor:
            self.picture_editor.select(cel)

    # pictures ------------------------------------------------------------------------------------

    def illustrate_scene(self) -> None:
        """Paint the chosen scene."""
        current = self.current_scene()
        if current is not None:
            self.work.illustrate([current])
            self.refresh()

    def illustrate_all(self) -> None:
        """Paint every scene that has words."""
        todo = [one.id for one in self.session.story.scenes if has_words(one)]
        if not todo:
            self.say(self.tr("There is nothing to illustrate yet; write a scene first."))
        self.work.illustrate(todo)
        self.refresh()

    def illustrate_stale(self) -> None:
        """Paint every scene whose picture is older than its text."""
        if not self.work.illustrate_stale():
            self.say(self.tr("Every picture is as new as its text."))
        self.refresh()

    def open_picture(self, scene_id: str) -> None:
        """Show a scene's picture large, to work on it."""
        if edits.picture_of(self.session.story, scene_id) is None:
            self.say(self.tr("This scene has no picture yet; press Illustrate first."))
            return
        self.leave_calm()
        self.choose_scene(scene_id)
        self.pages.setCurrentWidget(self.picture_editor)
        self.tabs.setCurrentWidget(self.picture_panel)
        card = self.cards.get(scene_id)
        if card is not None and not card.stage.image.isNull():
            self.picture_editor.view.show_preview(card.stage.image)
        self.picture_editor.show_scene(scene_id)
        self.picture_editor.select(self.picture_panel.cel)

    def go_to_scene(self, scene_id: str) -> None:
        """Choose a scene and scroll to it."""
        self.choose_scene(scene_id)
        self.view.reveal(scene_id)

    def recast(self, character_id: str) -> RecastDialog:
        """The dialog that replaces somebody in the pictures."""
        dialog = RecastDialog(self.work, character_id, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def search_pictures(self) -> PictureSearch:
        """Look for pictures by words."""
        dialog = PictureSearch(self.work, self.thumbnails, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._show_found)
        dialog.show()
        return dialog

    def _show_found(self, scene_id: str, picture_id: str) -> None:
        self.pictures.steps.choose_picture(scene_id, picture_id)
        self.open_picture(scene_id)

    def close_picture(self) -> None:
        """Go back from a large picture to the story."""
        self.pages.setCurrentIndex(0)
        card = self.cards.get(self.current_scene() or "")
        if card is not None:
            card.stage.setFocus()

    def _turn_picture(self, by: int) -> None:
        scenes = [one.id for one in self.session.story.scenes if one.illustration]
        row = scenes.index(self.picture_editor.scene_id) + by
        if 0 <= row < len(scenes):
            self.open_picture(scenes[row])

    def open_current_picture(self) -> None:
        """Show the chosen scene's picture large."""
        self.open_picture(self.current_scene() or "")

    # looking -------------------------------------------------------------------------------------

    def toggle_calm(self) -> None:
        """Hide everything but the words and fill the screen, or bring all back."""
        calm = self.actions_.calm.isChecked()
        self._escape.setEnabled(calm)
        self.show_list(not calm and self.actions_.list.isChecked())
        self.show_studio(not calm and self.actions_.studio.isChecked())
        for bar in (self.actions_.bar, self.statusBar(), self.menuBar()):
            bar.setVisible(not calm)
        for card in self.cards.values():
            card.set_calm(calm)
        if self.isFullScreen() != calm:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def leave_calm(self) -> None:
        """Come back from only the words."""
        if self.actions_.calm.isChecked():
            self.actions_.calm.trigger()

    def show_list(self, shown: bool) -> None:
        """Show or hide the list of scenes."""
        self.list_dock.setVisible(shown)

    def show_studio(self, shown: bool) -> None:
        """Show or hide characters, styles and pictures."""
        self.studio_dock.setVisible(shown)

    def _learn(self, word: str) -> None:
        self.preferences.change(words=(*self.preferences.value.words, word))

    def _take_preferences(self, value: Preferences) -> None:
        for card in self.cards.values():
            self._dress(card)
        self.actions_.spelling.setChecked(value.spelling)
        self.actions_.quotes.setChecked(value.smart_quotes)
        self._arrange()
        self._telling.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(FIRST_LOOK, self, self._tell)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and hasattr(self, "actions_"):
            self.actions_.paint_icons()

    def show_help(self) -> HelpDialog:
        """What keys and mouse do."""
        return HelpDialog.shown_for(self, self.actions_.with_keys())

    def show_about(self) -> AboutDialog:
        """Program, model and device."""
        return AboutDialog.shown_for(self, self.work.illustrator.status())

    def show_tour(self) -> Tour:
        """Show the desk, part by part."""
        self.leave_calm()
        self.preferences.change(toured=True)
        parts = {"scenes": self.scenes, "story": self.view, "studio": self.tabs, "bar": self.actions_.bar}
        return Tour(self, {**parts, "jobs": self.job_bar})

    # leaving -------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._over:
            event.accept()
            return
        if self.queue.jobs and not self._may_stop():
            event.ignore()
            return
        self.queue.shutdown()
        self._keep_cover()
        self.thumbnails.close()
        self.session.close()
        event.accept()
        self.closed.emit()

    def hand_over(self) -> Session:
        """Close, but leave the story open: the session to go on with."""
        self.queue.shutdown()
        self.thumbnails.close()
        session = self.session.passed_on()
        self._over = True
        self.close()
        self.closed.emit()
        return session

    def _keep_cover(self) -> None:
        file, story = self.session.file, self.session.story
        picture = next((one.illustration for one in story.scenes if one.illustration), None)
        if self.cache is not None and file is not None and picture is not None:
            keep_cover(self.store, picture, cover_file(self.cache / "covers", file.path))

    def _may_stop(self) -> bool:
        answer = QMessageBox.question(
            self, self.tr("Still painting"), self.tr("Pictures are still being made. Stop them and close?")
        )
        return answer == QMessageBox.StandardButton.Yes
