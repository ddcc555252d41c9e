"""The window: scenes on the left, the story in the middle, characters and styles on the right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QIcon, QKeySequence, QPixmap
from PySide6.QtWidgets import (
    QDockWidget,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QMessageBox,
    QScrollArea,
    QStatusBar,
    QTabWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from storyapp import __version__
from storyapp.jobs.queue import JobQueue
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story import edits
from storyapp.story.mentions import casts_of
from storyapp.story.model import Scene, Story, Style, new_id
from storyapp.story.plan import BACKDROP, Placement
from storyapp.story.request import Illustrator, Picture, Progress

from .characters_panel import CharactersPanel, Looks
from .find_bar import FindBar
from .illustrating import Illustrating
from .job_bar import JobBar
from .picture_panel import PicturePanel
from .picture_window import PictureWindow
from .pictures import PictureStore, picture_to_qimage, to_qimage
from .scene_card import SceneCard, characters
from .session import Session
from .stage_view import StageView
from .style_panel import StylePanel

COLUMN = 760  # pixels, the widest the story gets
THUMBNAIL = 34  # pixels, in the list of scenes
ABOVE = 3  # widgets of the column above the first scene
READ_ALOUD = 130  # words a minute
AT_ONCE = 8  # scenes that are shown before the window is
Export = Callable[[Story, Path], Iterator[Progress[Path]]]


class MainWindow(QMainWindow):
    """Wires the panels to one session, one queue and one illustrator, all handed in."""

    new_asked = Signal()
    home_asked = Signal()
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
    ) -> None:
        super().__init__()
        self.session, self.queue, self.export = session, queue, export
        self.store = PictureStore(vocabulary, styles)
        self.work = Illustrating(session, queue, illustrator, self.store, look)
        self.cards: dict[str, SceneCard] = {}
        self._listed: list[tuple[str, str, str]] = []
        self.characters = CharactersPanel(session, self.store, look)
        self.style_panel = StylePanel(session, styles)
        self.picture_panel = PicturePanel(session, self.work, self.store, vocabulary)
        self.scenes = QListWidget()
        self.job_bar = JobBar(queue)
        self._build_column()
        self._build_docks()
        self._build_actions()
        self._connect()
        self.resize(1280, 860)
        self.refresh()

    # building ------------------------------------------------------------------------------------

    def _build_column(self) -> None:
        self.title = QLineEdit(objectName="sceneTitle", placeholderText=self.tr("Title of the story"))
        self.title.setAccessibleName(self.tr("Title of the story"))
        self.author = QLineEdit(placeholderText=self.tr("Author"))
        self.author.setAccessibleName(self.tr("Author"))
        self.notice = QLabel(objectName="notice", wordWrap=True, visible=False)
        self.notice.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QWidget(objectName="column")
        column.setMaximumWidth(COLUMN)
        self.column = QVBoxLayout(column)
        self.column.setSpacing(16)
        for widget in (self.notice, self.title, self.author):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        desk = QWidget(objectName="desk")
        layout = QHBoxLayout(desk)
        layout.addStretch(1)
        layout.addWidget(column, 100)
        layout.addStretch(1)
        self.view = QScrollArea(widgetResizable=True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setWidget(desk)
        self.find_bar = FindBar(self.session, self.cards, lambda card: self.view.ensureWidgetVisible(card.words, 0, 80))
        middle = QWidget(objectName="desk")
        stacked = QVBoxLayout(middle)
        stacked.setContentsMargins(0, 0, 0, 0)
        stacked.addWidget(self.find_bar)
        stacked.addWidget(self.view, 1)
        self.setCentralWidget(middle)

    def _build_docks(self) -> None:
        self.scenes.setAccessibleName(self.tr("Scenes"))
        self.scenes.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.scenes.setMinimumWidth(150)
        self.scenes.setIconSize(QSize(THUMBNAIL, THUMBNAIL))
        tabs = QTabWidget()
        tabs.addTab(self.characters, self.tr("Characters"))
        tabs.addTab(self.style_panel, self.tr("Style"))
        tabs.addTab(self.picture_panel, self.tr("Picture"))
        tabs.setMinimumWidth(300)
        docks = []
        for title, widget, area in (
            (self.tr("Scenes"), self.scenes, Qt.DockWidgetArea.LeftDockWidgetArea),
            (self.tr("Studio"), tabs, Qt.DockWidgetArea.RightDockWidgetArea),
        ):
            dock = QDockWidget(title, self, objectName=title)
            dock.setWidget(widget)
            dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetMovable)
            self.addDockWidget(area, dock)
            docks.append(dock)
        self.resizeDocks(docks, [190, 340], Qt.Orientation.Horizontal)
        self.tabs = tabs
        status = QStatusBar()
        status.addWidget(self.job_bar, 1)
        status.setSizeGripEnabled(False)
        self.setStatusBar(status)

    def _action(self, menu: Any, words: str, shortcut: Any, do: Callable[[], Any]) -> QAction:
        action = QAction(words, self)
        if shortcut is not None:
            action.setShortcut(QKeySequence(shortcut))
        action.triggered.connect(lambda: do())
        menu.addAction(action)
        return action

    def _build_actions(self) -> None:
        file = self.menuBar().addMenu(self.tr("&File"))
        self._action(file, self.tr("New story"), QKeySequence.StandardKey.New, self.new_asked.emit)
        self._action(file, self.tr("Open …"), QKeySequence.StandardKey.Open, self.ask_open)
        self._action(file, self.tr("Home"), "Ctrl+Home", self.home_asked.emit)
        self._action(file, self.tr("Import text …"), None, self.ask_import)
        self._action(file, self.tr("Save"), QKeySequence.StandardKey.Save, self.save)
        self._action(file, self.tr("Save as …"), "Ctrl+Shift+S", self.ask_save_as)
        self.export_action = self._action(file, self.tr("Export PDF …"), "Ctrl+E", self.ask_export)
        self._action(file, self.tr("Quit"), QKeySequence.StandardKey.Quit, self.close)
        edit = self.menuBar().addMenu(self.tr("&Edit"))
        self.undo_action = self._action(edit, self.tr("Undo"), QKeySequence.StandardKey.Undo, self.session.undo)
        self.redo_action = self._action(edit, self.tr("Redo"), QKeySequence.StandardKey.Redo, self.session.redo)
        self._action(edit, self.tr("Find and replace"), QKeySequence.StandardKey.Find, self.find_bar.open)
        scene = self.menuBar().addMenu(self.tr("&Scene"))
        self.add_action = self._action(scene, self.tr("New scene"), "Ctrl+Return", self.add_scene)
        self._action(scene, self.tr("Duplicate scene"), "Ctrl+D", self.duplicate_scene)
        self._action(scene, self.tr("Move up"), "Alt+Up", lambda: self.move_scene(-1))
        self._action(scene, self.tr("Move down"), "Alt+Down", lambda: self.move_scene(1))
        self._action(scene, self.tr("Split scene here"), "Ctrl+Shift+Return", self.split_scene)
        self._action(scene, self.tr("Merge with next scene"), "Ctrl+Shift+J", self.merge_scene)
        self._action(scene, self.tr("Delete scene"), "Ctrl+Shift+Backspace", self.delete_scene)
        self._action(scene, self.tr("Illustrate scene"), "Ctrl+I", self.illustrate_scene)
        self.all_action = self._action(scene, self.tr("Illustrate all"), "Ctrl+Shift+I", self.illustrate_all)
        self._action(scene, self.tr("Refresh old pictures"), "F5", self.illustrate_stale)
        self._action(
            scene, self.tr("Open picture"), "Ctrl+Shift+O", lambda: self.open_picture(self.current_scene() or "")
        )
        view = self.menuBar().addMenu(self.tr("&View"))
        self.calm_action = self._action(view, self.tr("Only the words"), "F11", self.toggle_calm)
        self.calm_action.setCheckable(True)
        help_ = self.menuBar().addMenu(self.tr("&Help"))
        self._action(help_, self.tr("Keyboard and mouse"), QKeySequence.StandardKey.HelpContents, self.show_help)
        self._action(help_, self.tr("About storyapp"), None, self.show_about)
        bar = QToolBar(self.tr("Main"), movable=False)
        for action in (self.undo_action, self.redo_action, self.add_action, self.all_action, self.export_action):
            bar.addAction(action)
        self.addToolBar(bar)

    def _connect(self) -> None:
        session, work = self.session, self.work
        session.changed.connect(lambda old, new: self.refresh())
        self.picture_panel.selected.connect(self._select_in_picture)
        session.save_failed.connect(self.say)
        session.saved.connect(lambda: self.job_bar.words.setToolTip(self.tr("saved")))
        work.preview.connect(self._show_preview)
        work.finished.connect(self._finished)
        work.failed.connect(lambda scene_id, words: self.say(words))
        work.engine_changed.connect(self.job_bar.device.setText)
        work.decoded.connect(self._pictures_ready)
        work.sampled.connect(self.style_panel.show_sample)
        self.tabs.currentChanged.connect(lambda _: self._sample_styles())
        self.characters.portrait_asked.connect(work.paint_portrait)
        self.characters.import_asked.connect(work.import_portrait)
        self.style_panel.restyle_asked.connect(work.restyle_book)
        self.scenes.currentItemChanged.connect(self._scene_chosen)
        self.scenes.model().rowsMoved.connect(lambda *_: QTimer.singleShot(0, self._reordered))
        self.title.textEdited.connect(
            lambda words: session.apply(self.tr("Change title"), lambda story: replace(story, title=words), "title")
        )
        self.author.textEdited.connect(
            lambda words: session.apply(self.tr("Change author"), lambda story: replace(story, author=words), "author")
        )

    # the story -----------------------------------------------------------------------------------

    def say(self, words: str) -> None:
        """Tell the person something, without stopping them."""
        self.notice.setText(words)
        self.notice.show()
        QTimer.singleShot(12_000, self.notice.hide)

    def refresh(self, force: bool = False) -> None:
        """Bring everything in line with the story; `force` also what the story does not tell, as decoded pictures."""
        story = self.session.story
        if self.title.text() != story.title:
            self.title.setText(story.title)
        if self.author.text() != story.author:
            self.author.setText(story.author)
        self.setWindowTitle(f"{story.title or self.tr('Untitled')} – storyapp")
        self._order_cards(story)
        casts = casts_of(story)
        for scene in story.scenes:
            card = self.cards.get(scene.id)
            state = (scene, casts[scene.id], story.characters, scene.id in self.work.busy)
            if card is None or (card.state == state and not force):
                continue
            card.state = state
            card.fill(scene)
            card.show_cast(scene, story, casts[scene.id])
            self._show_picture(card, scene)
        self._refresh_list(story)
        self._refresh_actions(story)
        portraits = [portrait for one in story.characters for portrait in one.portraits]
        self.work.decode_missing(portraits)

    def _order_cards(self, story: Story) -> None:
        """One card a scene, in order; of a long story some at a time, so that it can be read at once."""
        wanted = [one.id for one in story.scenes]
        if list(self.cards) == wanted:
            return
        for gone in set(self.cards) - set(wanted):
            self.cards.pop(gone).deleteLater()
        missing = [one for one in story.scenes if one.id not in self.cards]
        for scene in missing[:AT_ONCE]:
            self._new_card(scene)
        if len(missing) > AT_ONCE:
            QTimer.singleShot(0, self.refresh)
        there = {one: self.cards[one] for one in wanted if one in self.cards}
        self.cards.clear()
        self.cards.update(there)
        for index, card in enumerate(there.values()):
            if self.column.indexOf(card) != index + ABOVE:
                self.column.insertWidget(index + ABOVE, card)

    def _new_card(self, scene: Scene) -> SceneCard:
        card = SceneCard(scene, self.store)
        card.text_edited.connect(self._edit_text)
        card.title_edited.connect(self._edit_title)
        card.illustrate_asked.connect(lambda scene_id: self.work.illustrate([scene_id]))
        card.cancel_asked.connect(self._cancel)
        self._connect_stage(card.stage, scene.id)
        card.stage.opened.connect(lambda: self.open_picture(scene.id))
        card.stage.cel_chosen.connect(lambda cel: self._cel_chosen(scene.id, cel))
        card.focused.connect(self.choose_scene)
        card.cast_chosen.connect(self._choose_cast)
        self.cards[scene.id] = card
        return card

    def _connect_stage(self, stage: StageView, scene_id: str) -> None:
        stage.placed.connect(lambda name, placement: self._place(scene_id, name, placement))
        stage.removed.connect(lambda cel: self._remove_cel(scene_id, cel))
        stage.redo_asked.connect(lambda cel: self.work.redo_cel(scene_id, cel))

    def open_picture(self, scene_id: str) -> PictureWindow | None:
        """Show a scene's picture large, to work on it; None if it has none."""
        if edits.picture_of(self.session.story, scene_id) is None:
            self.say(self.tr("This scene has no picture yet; press Illustrate first."))
            return None
        panel = PicturePanel(self.session, self.work, self.store, self.store.vocabulary)
        window = PictureWindow(self.session, self.store, panel, scene_id, self)
        self._connect_stage(window.stage, scene_id)
        self.work.decoded.connect(window.refresh)
        window.show()
        return window

    def _show_picture(self, card: SceneCard, scene: Scene) -> None:
        card.set_busy(scene.id in self.work.busy)
        picture = scene.illustration
        if picture is None:
            if card.stage.illustration is not None:
                card.stage.show_illustration(None)
        elif missing := self.store.missing(picture):
            self.work.decode_missing([one for one in picture.variants if one.id in missing])
        elif card.stage.illustration is not picture:
            card.stage.show_illustration(picture)
            card.stage.resizeEvent(None)

    def _pictures_ready(self) -> None:
        self.refresh(force=True)
        self.characters.refresh()
        self.picture_panel.refresh(force=True)

    def _refresh_list(self, story: Story) -> None:
        labels = [
            (one.id, one.title or one.text[:40] or self.tr("Empty scene"), self._thumbnail(one)) for one in story.scenes
        ]
        if labels == self._listed:
            return
        self._listed = labels
        current = self.current_scene()
        self.scenes.blockSignals(True)
        self.scenes.clear()
        for scene_id, label, backdrop in labels:
            item = QListWidgetItem(label)
            item.setData(256, scene_id)
            image = self.store.cel(backdrop)
            if image is not None:
                item.setIcon(QIcon(QPixmap.fromImage(to_qimage(image)).scaledToHeight(2 * THUMBNAIL)))
            self.scenes.addItem(item)
            if scene_id == current:
                self.scenes.setCurrentItem(item)
        if self.scenes.currentRow() < 0 and labels:
            self.scenes.setCurrentRow(0)
        self.scenes.blockSignals(False)
        self._turn_panels(self.current_scene())

    def _thumbnail(self, scene: Scene) -> str:
        """The id of the variant that stands for a scene in the list, if its picture is at hand."""
        backdrop = scene.illustration.chosen.get(BACKDROP, "") if scene.illustration else ""
        return backdrop if self.store.cel(backdrop) is not None else ""

    def _turn_panels(self, scene_id: str | None) -> None:
        self.style_panel.set_scene(scene_id or "")
        self.picture_panel.show_scene(scene_id)
        self._sample_styles()

    def _sample_styles(self) -> None:
        """While the styles are looked at, show what each makes of the chosen scene's picture."""
        picture = edits.picture_of(self.session.story, self.current_scene())
        if self.tabs.currentWidget() is self.style_panel and picture is not None:
            self.work.sample_styles(picture, tuple(self.style_panel.styles))

    def choose_scene(self, scene_id: str) -> None:
        """Make a scene the chosen one, without scrolling to it."""
        for row in range(self.scenes.count()):
            if self.scenes.item(row).data(256) == scene_id and row != self.scenes.currentRow():
                self.scenes.blockSignals(True)
                self.scenes.setCurrentRow(row)
                self.scenes.blockSignals(False)
                self._turn_panels(scene_id)

    def _cel_chosen(self, scene_id: str, cel: str | None) -> None:
        self.choose_scene(scene_id)
        self.picture_panel.select(cel)
        self.tabs.setCurrentWidget(self.picture_panel)

    def _select_in_picture(self, cel: str) -> None:
        card = self.cards.get(self.current_scene() or "")
        if card is not None:
            card.stage.select(cel)

    def _choose_cast(self, scene_id: str, cast: tuple[str, ...] | None) -> None:
        self.session.apply(
            self.tr("Choose cast"), lambda story: story.with_scene(replace(story.scene(scene_id), cast=cast))
        )

    def _refresh_actions(self, story: Story) -> None:
        for action, word, name in (
            (self.undo_action, self.tr("Undo"), self.session.undo_name),
            (self.redo_action, self.tr("Redo"), self.session.redo_name),
        ):
            action.setEnabled(name is not None)
            action.setText(word)
            action.setToolTip(f"{word}: {name}" if name else word)
        words = sum(_count_words(one.text) for one in story.scenes)
        minutes = max(1, round(words / READ_ALOUD))
        told = self.tr("%1 words, %2 min. read aloud").replace("%1", f"{words:,}").replace("%2", str(minutes))
        self.job_bar.words.setText(told)

    def current_scene(self) -> str | None:
        """The id of the scene chosen in the list."""
        item = self.scenes.currentItem()
        return None if item is None else str(item.data(256))

    def _scene_chosen(self, item: QListWidgetItem | None) -> None:
        scene_id = self.current_scene()
        if item is not None and scene_id in self.cards:
            self._turn_panels(scene_id)
            self.view.ensureWidgetVisible(self.cards[scene_id], 0, 60)

    def _reordered(self) -> None:
        order = [self.scenes.item(row).data(256) for row in range(self.scenes.count())]
        self.session.apply(self.tr("Reorder scenes"), lambda story: edits.order_scenes(story, order))

    def _edit_text(self, scene_id: str, words: str) -> None:
        self.session.apply(
            self.tr("Typing"),
            lambda story: story.with_scene(replace(story.scene(scene_id), text=words)),
            f"text-{scene_id}",
        )

    def _edit_title(self, scene_id: str, words: str) -> None:
        self.session.apply(
            self.tr("Change heading"),
            lambda story: story.with_scene(replace(story.scene(scene_id), title=words)),
            f"heading-{scene_id}",
        )

    def add_scene(self) -> None:
        """A new scene after the chosen one."""
        self._insert(Scene(new_id()), self.tr("Add scene"))

    def duplicate_scene(self) -> None:
        """A copy of the chosen scene after it."""
        current = self.current_scene()
        if current is not None:
            self._insert(replace(self.session.story.scene(current), id=new_id()), self.tr("Duplicate scene"))

    def _insert(self, scene: Scene, name: str) -> None:
        current = self.current_scene()
        self.session.apply(name, lambda story: edits.insert_scene(story, scene, current))
        for row in range(self.scenes.count()):
            if self.scenes.item(row).data(256) == scene.id:
                self.scenes.setCurrentRow(row)
        self.cards[scene.id].words.setFocus()

    def move_scene(self, by: int) -> None:
        """Move the chosen scene up or down."""
        self._apply_to_current(self.tr("Move scene"), lambda story, scene: edits.move_scene(story, scene, by))

    def split_scene(self) -> None:
        """Cut the chosen scene in two where the cursor stands."""
        card = self.cards.get(self.current_scene() or "")
        if card is not None:
            place = characters(card.words.toPlainText(), card.words.textCursor().position())
            self._apply_to_current(self.tr("Split scene"), lambda story, scene: edits.split_scene(story, scene, place))

    def merge_scene(self) -> None:
        """Join the chosen scene and the next one."""
        self._apply_to_current(self.tr("Merge scenes"), edits.merge_with_next)

    def delete_scene(self) -> None:
        """Take the chosen scene away; undo brings it back."""
        self._apply_to_current(self.tr("Delete scene"), edits.delete_scene)

    def _apply_to_current(self, name: str, change: Callable[[Story, str], Story]) -> None:
        current = self.current_scene()
        if current is not None:
            self.session.apply(name, lambda story: change(story, current))

    # pictures ------------------------------------------------------------------------------------

    def illustrate_scene(self) -> None:
        """Paint the chosen scene."""
        current = self.current_scene()
        if current is not None:
            self.work.illustrate([current])
            self.refresh()

    def illustrate_all(self) -> None:
        """Paint every scene that has words."""
        todo = [one.id for one in self.session.story.scenes if any(letter.isalnum() for letter in one.text)]
        if not todo:
            self.say(self.tr("There is nothing to illustrate yet; write a scene first."))
        self.work.illustrate(todo)
        self.refresh()

    def illustrate_stale(self) -> None:
        """Paint every scene whose picture is older than its text."""
        self.work.illustrate([one.id for one in self.session.story.scenes if one.stale])
        self.refresh()

    def _cancel(self, scene_id: str) -> None:
        job = self.work.busy.get(scene_id)
        if job is not None:
            job.cancel()

    def _show_preview(self, scene_id: str, preview: Picture) -> None:
        card = self.cards.get(scene_id)
        if card is not None:
            card.stage.show_preview(picture_to_qimage(preview))
            card.stage.resizeEvent(None)

    def _finished(self, scene_id: str) -> None:
        card = self.cards.get(scene_id)
        if card is not None:
            card.set_busy(False)
            scene = self.session.story.scene(scene_id)
            card.stage.show_illustration(
                scene.illustration if not scene.illustration or not self.store.missing(scene.illustration) else None
            )

    def _place(self, scene_id: str, name: str, placement: Placement) -> None:
        merge = f"{name}-{scene_id}" if name.startswith(self.tr("Move")) else None
        self.session.apply(name, lambda story: edits.place_cel(story, scene_id, placement), merge)

    def _remove_cel(self, scene_id: str, cel: str) -> None:
        name = self.tr("Remove %1").replace("%1", cel)
        self.session.apply(name, lambda story: edits.remove_cel(story, scene_id, cel))

    # looking -------------------------------------------------------------------------------------

    def toggle_calm(self) -> None:
        """Hide everything but the words, or bring it back."""
        calm = self.calm_action.isChecked()
        for dock in self.findChildren(QDockWidget):
            dock.setVisible(not calm)
        for bar in (*self.findChildren(QToolBar), self.statusBar()):
            bar.setVisible(not calm)

    def show_help(self) -> None:
        """What keys and mouse do."""
        rows = [
            (action.text().replace("&", ""), action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
            for action in self.actions_with_keys()
        ]
        rows += [
            (self.tr("Move who is chosen in a picture"), self.tr("drag, or arrow keys")),
            (self.tr("Larger, smaller"), "+  −"),
            (self.tr("Mirror"), "M"),
            (self.tr("Bring forward, send back"), self.tr("Page Up, Page Down")),
            (self.tr("Remove"), self.tr("Delete")),
        ]
        lines = "".join(f"<tr><td>{words}&nbsp;&nbsp;</td><td><b>{keys}</b></td></tr>" for words, keys in rows)
        QMessageBox.information(self, self.tr("Keyboard and mouse"), f"<table>{lines}</table>")

    def actions_with_keys(self) -> list[QAction]:
        """Every action of the menus that has a shortcut."""
        menus = [menu for one in self.menuBar().actions() if (menu := one.menu()) is not None]
        return [action for menu in menus for action in menu.actions() if not action.shortcut().isEmpty()]  # type: ignore[attr-defined]

    def show_about(self) -> None:
        """Program, model and device."""
        status = self.work.illustrator.status()
        device = f"{status.device}, {status.dtype}, {status.threads} threads" if status.loaded else "–"
        words = self.tr(
            "<h3>storyapp %1</h3><p>Write a story and get it illustrated on your own machine.</p>"
            "<p>Model: %2<br>Device: %3</p><p>Nothing you write ever leaves this computer.</p>"
        )
        told = words.replace("%1", __version__).replace("%2", status.model).replace("%3", device)
        QMessageBox.about(self, self.tr("About storyapp"), told)

    # files ---------------------------------------------------------------------------------------

    def ask_open(self) -> None:
        """Ask which story to open."""
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Open a story"), "", self.tr("Stories (*.story)"))
        if chosen:
            self.open_asked.emit(Path(chosen))

    def ask_import(self) -> None:
        """Ask for a text whose scenes become a new story."""
        kinds = self.tr("Texts (*.md *.markdown *.txt)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Import text"), "", kinds)
        if chosen:
            self.import_asked.emit(Path(chosen))

    def save(self) -> None:
        """Every change is saved by itself; this gives a story without a name one, or saves at once."""
        if self.session.file is None or self.session.unnamed:
            self.ask_save_as()
        else:
            self.session.save_soon()
            self.say(self.tr("Saved. storyapp saves every change by itself."))

    def ask_save_as(self) -> None:
        """Ask for a name and go on under it."""
        name = f"{self.session.story.title or self.tr('My story')}.story"
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save as"), name, self.tr("Stories (*.story)"))
        if chosen:
            self.save_as(Path(chosen).with_suffix(".story"))

    def save_as(self, path: Path) -> None:
        """Copy the story, pictures and all, to another file and go on there."""
        job = self.queue.submit(self.tr("Saving"), lambda: self.session.copied_to(path))
        job.failed.connect(self.say)
        job.done.connect(lambda done: self.open_asked.emit(done))
        job.done.connect(lambda _: QTimer.singleShot(0, self.close))

    def ask_export(self) -> None:
        """Ask where the PDF goes, and write it as a job."""
        name = f"{self.session.story.title or 'story'}.pdf"
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Export PDF"), name, "PDF (*.pdf)")
        if chosen:
            self.export_to(Path(chosen))

    def export_to(self, path: Path) -> None:
        """Write the PDF as a job."""
        story = self.session.story
        job = self.queue.submit(self.tr("Exporting"), lambda: self.export(story, path))
        job.failed.connect(self.say)
        job.done.connect(lambda done: self.say(self.tr("Written: %1").replace("%1", str(done))))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.queue.jobs and not self._may_stop():
            event.ignore()
            return
        self.queue.shutdown()
        self.session.close()
        event.accept()
        self.closed.emit()

    def _may_stop(self) -> bool:
        answer = QMessageBox.question(
            self, self.tr("Still painting"), self.tr("Pictures are still being made. Stop them and close?")
        )
        return answer == QMessageBox.StandardButton.Yes


@lru_cache(maxsize=4096)
def _count_words(text: str) -> int:
    return len(text.split())
