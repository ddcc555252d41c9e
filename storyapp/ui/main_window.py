"""The window: scenes on the left, the story in the middle, characters and styles on the right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
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

from storyapp.jobs.queue import JobQueue
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.model import Scene, Story, Style, new_id
from storyapp.story.plan import Placement
from storyapp.story.request import Illustrator, Picture, Progress

from .characters_panel import CharactersPanel, Looks
from .illustrating import Illustrating
from .job_bar import JobBar
from .pictures import PictureStore, picture_to_qimage
from .scene_card import SceneCard
from .session import Session
from .style_panel import StylePanel

COLUMN = 760  # pixels, the widest the story gets
Export = Callable[[Story, Path], Iterator[Progress[Path]]]


class MainWindow(QMainWindow):
    """Wires the panels to one session, one queue and one illustrator, all handed in."""

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
        self.characters = CharactersPanel(session, self.store, look)
        self.style_panel = StylePanel(session, styles)
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
        self.setCentralWidget(self.view)

    def _build_docks(self) -> None:
        self.scenes.setAccessibleName(self.tr("Scenes"))
        self.scenes.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.scenes.setMinimumWidth(150)
        tabs = QTabWidget()
        tabs.addTab(self.characters, self.tr("Characters"))
        tabs.addTab(self.style_panel, self.tr("Style"))
        tabs.setMinimumWidth(300)
        for title, widget, area in (
            (self.tr("Scenes"), self.scenes, Qt.DockWidgetArea.LeftDockWidgetArea),
            (self.tr("Studio"), tabs, Qt.DockWidgetArea.RightDockWidgetArea),
        ):
            dock = QDockWidget(title, self, objectName=title)
            dock.setWidget(widget)
            dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetMovable)
            self.addDockWidget(area, dock)
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
        self.export_action = self._action(file, self.tr("Export PDF …"), "Ctrl+E", self.ask_export)
        self._action(file, self.tr("Quit"), QKeySequence.StandardKey.Quit, self.close)
        edit = self.menuBar().addMenu(self.tr("&Edit"))
        self.undo_action = self._action(edit, self.tr("Undo"), QKeySequence.StandardKey.Undo, self.session.undo)
        self.redo_action = self._action(edit, self.tr("Redo"), QKeySequence.StandardKey.Redo, self.session.redo)
        scene = self.menuBar().addMenu(self.tr("&Scene"))
        self.add_action = self._action(scene, self.tr("New scene"), "Ctrl+Return", self.add_scene)
        self._action(scene, self.tr("Duplicate scene"), "Ctrl+D", self.duplicate_scene)
        self._action(scene, self.tr("Move up"), "Alt+Up", lambda: self.move_scene(-1))
        self._action(scene, self.tr("Move down"), "Alt+Down", lambda: self.move_scene(1))
        self._action(scene, self.tr("Delete scene"), "Ctrl+Shift+Backspace", self.delete_scene)
        self._action(scene, self.tr("Illustrate scene"), "Ctrl+I", self.illustrate_scene)
        self.all_action = self._action(scene, self.tr("Illustrate all"), "Ctrl+Shift+I", self.illustrate_all)
        self._action(scene, self.tr("Refresh old pictures"), "F5", self.illustrate_stale)
        bar = QToolBar(self.tr("Main"), movable=False)
        for action in (self.undo_action, self.redo_action, self.add_action, self.all_action, self.export_action):
            bar.addAction(action)
        self.addToolBar(bar)

    def _connect(self) -> None:
        session, work = self.session, self.work
        session.changed.connect(lambda old, new: self.refresh())
        session.save_failed.connect(self.say)
        session.saved.connect(lambda: self.job_bar.words.setToolTip(self.tr("saved")))
        work.preview.connect(self._show_preview)
        work.finished.connect(self._finished)
        work.failed.connect(lambda scene_id, words: self.say(words))
        work.engine_changed.connect(self.job_bar.device.setText)
        work.decoded.connect(self._pictures_ready)
        self.characters.portrait_asked.connect(work.paint_portrait)
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

    def refresh(self) -> None:
        """Bring everything in line with the story."""
        story = self.session.story
        if self.title.text() != story.title:
            self.title.setText(story.title)
        if self.author.text() != story.author:
            self.author.setText(story.author)
        self.setWindowTitle(f"{story.title or self.tr('Untitled')} – storyapp")
        wanted = {one.id for one in story.scenes}
        for gone in set(self.cards) - wanted:
            self.cards.pop(gone).deleteLater()
        for index, scene in enumerate(story.scenes):
            card = self.cards.get(scene.id) or self._new_card(scene)
            if self.column.indexOf(card) != index + 3:
                self.column.insertWidget(index + 3, card)
            card.fill(scene)
            self._show_picture(card, scene)
        self._refresh_list(story)
        self._refresh_actions(story)

    def _new_card(self, scene: Scene) -> SceneCard:
        card = SceneCard(scene, self.store)
        card.text_edited.connect(self._edit_text)
        card.title_edited.connect(self._edit_title)
        card.illustrate_asked.connect(lambda scene_id: self.work.illustrate([scene_id]))
        card.cancel_asked.connect(self._cancel)
        card.stage.placed.connect(lambda name, placement: self._place(scene.id, name, placement))
        card.stage.removed.connect(lambda cel: self._remove_cel(scene.id, cel))
        card.stage.redo_asked.connect(lambda cel: self.work.redo_cel(scene.id, cel))
        self.cards[scene.id] = card
        return card

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
        self.refresh()
        self.characters.refresh()

    def _refresh_list(self, story: Story) -> None:
        labels = [(one.id, one.title or one.text[:40] or self.tr("Empty scene")) for one in story.scenes]
        shown = [(self.scenes.item(i).data(256), self.scenes.item(i).text()) for i in range(self.scenes.count())]
        if labels == shown:
            return
        current = self.current_scene()
        self.scenes.blockSignals(True)
        self.scenes.clear()
        for scene_id, label in labels:
            item = QListWidgetItem(label)
            item.setData(256, scene_id)
            self.scenes.addItem(item)
            if scene_id == current:
                self.scenes.setCurrentItem(item)
        if self.scenes.currentRow() < 0 and labels:
            self.scenes.setCurrentRow(0)
        self.scenes.blockSignals(False)
        self.style_panel.set_scene(self.current_scene() or "")

    def _refresh_actions(self, story: Story) -> None:
        for action, word, name in (
            (self.undo_action, self.tr("Undo"), self.session.undo_name),
            (self.redo_action, self.tr("Redo"), self.session.redo_name),
        ):
            action.setEnabled(name is not None)
            action.setText(word)
            action.setToolTip(f"{word}: {name}" if name else word)
        words = sum(len(one.text.split()) for one in story.scenes)
        self.job_bar.words.setText(self.tr("%1 words").replace("%1", f"{words:,}"))

    def current_scene(self) -> str | None:
        """The id of the scene chosen in the list."""
        item = self.scenes.currentItem()
        return None if item is None else str(item.data(256))

    def _scene_chosen(self, item: QListWidgetItem | None) -> None:
        scene_id = self.current_scene()
        if item is not None and scene_id in self.cards:
            self.style_panel.set_scene(scene_id)
            self.view.ensureWidgetVisible(self.cards[scene_id], 0, 60)

    def _reordered(self) -> None:
        order = [self.scenes.item(row).data(256) for row in range(self.scenes.count())]

        def change(story: Story) -> Story:
            if sorted(order) != sorted(one.id for one in story.scenes):
                return story
            return replace(story, scenes=tuple(story.scene(scene_id) for scene_id in order))

        self.session.apply(self.tr("Reorder scenes"), change)

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

        def change(story: Story) -> Story:
            place = next((i + 1 for i, one in enumerate(story.scenes) if one.id == current), len(story.scenes))
            return replace(story, scenes=(*story.scenes[:place], scene, *story.scenes[place:]))

        self.session.apply(name, change)
        for row in range(self.scenes.count()):
            if self.scenes.item(row).data(256) == scene.id:
                self.scenes.setCurrentRow(row)
        self.cards[scene.id].words.setFocus()

    def move_scene(self, by: int) -> None:
        """Move the chosen scene up or down."""
        row, other = self.scenes.currentRow(), self.scenes.currentRow() + by
        if row < 0 or not 0 <= other < self.scenes.count():
            return

        def change(story: Story) -> Story:
            scenes = list(story.scenes)
            scenes[row], scenes[other] = scenes[other], scenes[row]
            return replace(story, scenes=tuple(scenes))

        self.session.apply(self.tr("Move scene"), change)

    def delete_scene(self) -> None:
        """Take the chosen scene away; undo brings it back."""
        current = self.current_scene()
        if current is not None:
            self.session.apply(
                self.tr("Delete scene"),
                lambda story: replace(story, scenes=tuple(one for one in story.scenes if one.id != current)),
            )

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
        def change(story: Story) -> Story:
            scene = story.scene(scene_id)
            return (
                story.with_scene(scene.with_illustration(scene.illustration.with_placement(placement)))
                if scene.illustration
                else story
            )

        self.session.apply(name, change, f"{name}-{scene_id}" if "Move" in name else None)

    def _remove_cel(self, scene_id: str, cel: str) -> None:
        def change(story: Story) -> Story:
            scene = story.scene(scene_id)
            picture = scene.illustration
            if picture is None:
                return story
            kept = tuple(one for one in picture.placements if one.cel != cel)
            return story.with_scene(
                scene.with_illustration(replace(picture, placements=kept, plan=picture.plan.without_cel(cel)))
            )

        self.session.apply(self.tr("Remove %1").replace("%1", cel), change)

    # paper ---------------------------------------------------------------------------------------

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

    def _may_stop(self) -> bool:
        answer = QMessageBox.question(
            self, self.tr("Still painting"), self.tr("Pictures are still being made. Stop them and close?")
        )
        return answer == QMessageBox.StandardButton.Yes
