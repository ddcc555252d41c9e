"""The picture as a page of its own: the stage large, tools above it, words and chips below it; Escape goes back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from storyapp.story import edits
from storyapp.story.casting import request_in
from storyapp.story.model import Illustration, Scene
from storyapp.story.plan import BACKDROP, COLOUR, Box

from ..languages import phrase_words
from ..painting.cutting import cut_out
from ..painting.pictures import PictureStore
from ..widgets.elided import ElidedLabel
from ..widgets.scrolling import Shallow
from .adding import AddMenu
from .editor_tools import EditorTools
from .editor_view import EditorView, Tool
from .picture_actions import PictureActions
from .picture_saving import offer_saving
from .plan_chips import PlanChips

LOWEST = 120  # pixels that the picture has at least, however large the type


class PictureEditor(QWidget):
    """Follows one scene; what is done becomes steps through `PictureActions`."""

    left = Signal()
    cel_chosen = Signal(object)
    scene_asked = Signal(int)  # the next (1) or the one before (-1)
    told = Signal(str)

    def __init__(self, actions: PictureActions, store: PictureStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.do, self.store, self.session = actions, store, actions.session
        self.scene_id = ""
        self.view = EditorView(store)
        self.tools = EditorTools(self.view)
        self.chips = PlanChips(store.vocabulary)
        self.setObjectName("desk")
        self._build_head()
        self._build_actions()
        self._build_words()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 10)
        layout.addLayout(self.head)
        layout.addWidget(Shallow(self.tools))
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.view.setMinimumHeight(LOWEST)
        layout.addWidget(self.view, 1)
        layout.addLayout(self.words_row)
        layout.addWidget(Shallow(self.chips))
        self._connect()

    def _build_head(self) -> None:
        self.back = QPushButton(self.tr("← Back to the story"), toolTip=self.tr("Back to the story (Escape)"))
        self.title = ElidedLabel(objectName="sceneTitle")
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.before = QPushButton("‹", toolTip=self.tr("The picture before"))
        self.after = QPushButton("›", toolTip=self.tr("The next picture"))
        for button in (self.before, self.after):
            button.setAccessibleName(button.toolTip())
        self.head = QHBoxLayout()
        self.head.addWidget(self.back)
        self.head.addWidget(self.title, 1)
        self.head.addWidget(self.before)
        self.head.addWidget(self.after)

    def _build_actions(self) -> None:
        hands = self.view.hands
        self.on_cel = [
            QAction(words, self)
            for words in (self.tr("Mirror"), self.tr("Forward"), self.tr("Backward"), self.tr("Remove"))
        ]
        todo: tuple[Callable[[], object], ...] = (
            hands.mirror,
            lambda: hands.shift(1),
            lambda: hands.shift(-1),
            lambda: self.do.remove(self.scene_id, self.cel),
        )
        for action, do in zip(self.on_cel, todo, strict=True):
            action.triggered.connect(lambda _=False, do=do: do())

    def _build_words(self) -> None:
        self._told = ("", "")  # the words as they are shown, and as the painter has them
        self.subject = ElidedLabel()
        self.words = QLineEdit()
        self.words.setAccessibleName(self.tr("Words to paint it from"))
        self.words.setToolTip(self.tr("What is painted when you press Paint; change the words as you like."))
        self.paint = QPushButton(self.tr("Paint again"), objectName="primary")
        self.words_row = QHBoxLayout()
        self.words_row.addWidget(self.subject)
        self.words_row.addWidget(self.words, 1)
        self.words_row.addWidget(self.paint)

    def _connect(self) -> None:
        view, do = self.view, self.do
        self.back.clicked.connect(self.left)
        view.left.connect(self.left)
        self.before.clicked.connect(lambda: self.scene_asked.emit(-1))
        self.after.clicked.connect(lambda: self.scene_asked.emit(1))
        view.hands.placed.connect(lambda what, placement, by_key: do.place(self.scene_id, what, placement, by_key))
        view.hands.removed.connect(lambda cel: do.remove(self.scene_id, cel))
        view.hands.redo_asked.connect(lambda cel: do.redo(self.scene_id, cel))
        view.hands.refused.connect(lambda cel: self.told.emit(do.locked_words(self.scene_id, cel)))
        view.cel_chosen.connect(self._chosen)
        view.region_changed.connect(self._show_paint)
        view.cut.connect(self._cut)
        view.menu_asked.connect(lambda point: self.menu().exec(point))
        self.tools.add_asked.connect(self._ask_whom_to_add)
        self.tools.taken.connect(self._use)
        self.tools.shape_asked.connect(lambda rows, columns: do.reshape(self.scene_id, rows, columns))
        self.paint.clicked.connect(self.paint_words)
        self.words.returnPressed.connect(self.paint_words)
        self.chips.work_on(do, lambda: self.scene_id)
        self.chips.cel_chosen.connect(self._chosen)
        self.session.changed.connect(lambda old, new: self.refresh())

    # showing -------------------------------------------------------------------------------------

    @property
    def cel(self) -> str:
        """What is chosen; the backdrop if nothing else."""
        return self.view.selected or BACKDROP

    @property
    def picture(self) -> Illustration | None:
        """The picture that is shown."""
        return self.do.picture(self.scene_id)

    def show_scene(self, scene_id: str) -> None:
        """Turn to a scene."""
        if scene_id != self.scene_id:
            self.scene_id = scene_id
            self.tools.select.trigger()
            self.view.select(None)
        self.view.fit()
        self.refresh()
        self.view.setFocus()

    def refresh(self) -> None:
        """Show the scene's picture as it is now; leave when there is none any more."""
        if not self.isVisible():
            return
        scene = edits.scene_of(self.session.story, self.scene_id)
        picture = scene.illustration if scene else None
        if scene is None or picture is None:
            if self.scene_id:
                self.scene_id = ""
                self.left.emit()
            return
        self._show_head(scene)
        self.chips.fill(scene, self.session.story)
        if missing := self.store.missing(picture):
            self.do.work.decode_missing([one for one in picture.variants if one.id in missing])
        elif picture is not self.view.illustration:
            self.view.canvas.naming = lambda cel: self.do.name(self.scene_id, cel.id)
            self.view.show_illustration(picture)
        self._show_cel()

    def _show_head(self, scene: Scene) -> None:
        scenes = [one.id for one in self.session.story.scenes if one.illustration]
        row = scenes.index(scene.id)
        self.title.setText(scene.title or self.tr("Picture"))
        self.before.setEnabled(row > 0)
        self.after.setEnabled(row < len(scenes) - 1)

    def select(self, cel: str | None) -> None:
        """Choose a cel, as by a click in the picture."""
        self.view.select(None if cel == BACKDROP else cel)
        self._show_cel()

    def _chosen(self, cel: str | None) -> None:
        self.select(cel)
        self.cel_chosen.emit(cel)

    def _show_cel(self) -> None:
        picture = self.picture
        if picture is None:
            return
        cel = self.cel
        locked = self.do.is_locked(self.scene_id, cel)
        for action in self.on_cel:
            action.setEnabled(cel != BACKDROP and not locked)
        shown = picture.shown(cel)
        story = self.session.story
        usual = request_in(story, story.scene(self.scene_id), picture.plan, cel, picture.seed)
        told = shown.phrase if shown and shown.phrase else usual.phrase
        plan = next((one for one in picture.plan.cels if one.id == cel), None)
        if plan is not None and plan.kind == "thing":
            told = " ".join(filter(None, (plan.attributes.get(COLOUR), told)))
        self._told = phrase_words(self.store.vocabulary, told), told
        self.subject.setText(self.do.name(self.scene_id, cel))
        if not self.words.hasFocus() or not self.words.isModified():
            self.words.setText(self._told[0])
            self.words.setCursorPosition(0)
            self.words.setModified(False)
        self.words.setEnabled(not locked)
        self.paint.setEnabled(not locked and shown is not None)
        self._show_paint()

    def _show_paint(self) -> None:
        self.paint.setText(self.tr("Paint the region") if self.view.region else self.tr("Paint again"))

    # doing ---------------------------------------------------------------------------------------

    def _use(self, tool: Tool) -> None:
        if tool is Tool.CUT and not self.session.story.characters:
            self.told.emit(self.tr("There is nobody yet whose portrait it could be; add a character first."))
        self.view.setFocus()

    def paint_words(self) -> None:
        """Paint what is chosen, or its marked region, from the words below."""
        self.words.setModified(False)
        words, (shown, phrase) = self.words.text().strip(), self._told
        self.do.redo(self.scene_id, self.cel, phrase if words == shown else words, self.view.region)
        self.view.clear_region()
        self.view.setFocus()

    def _cut(self, box: Box) -> None:
        QTimer.singleShot(0, self, lambda: self._ask_whose(box))

    def _ask_whose(self, box: Box) -> None:
        self.whose_menu(box).exec(self.view.viewport().mapToGlobal(self.view.viewport().rect().center()))
        self.tools.select.trigger()

    def whose_menu(self, box: Box) -> QMenu:
        """Whose portrait a rectangle of the picture is to be."""
        menu = QMenu(self)
        menu.addSection(self.tr("A portrait of"))
        for character in self.session.story.characters:
            menu.addAction(character.name, partial(self.cut_portrait, character.id, box))
        return menu

    def cut_portrait(self, character_id: str, box: Box) -> None:
        """Make a rectangle of the picture the portrait of somebody."""
        picture = self.picture
        cutting = cut_out(picture, self.store, box) if picture else None
        if cutting is not None:
            self.do.work.cut_portrait(character_id, cutting)

    def menu(self) -> QMenu:
        """What can be done to what is chosen."""
        menu, cel, scene = QMenu(self), self.cel, self.scene_id
        placement = self.do.placement(scene, cel)
        menu.addAction(self.tr("Paint again"), lambda: self.do.redo(scene, cel))
        if placement is not None:
            for action in self.on_cel:
                menu.addAction(action)
            hide = self.tr("Show") if placement.hidden else self.tr("Hide")
            menu.addAction(hide, lambda: self.view.hands.set_hidden(not placement.hidden))
            lock = self.tr("Unlock") if placement.locked else self.tr("Lock")
            menu.addAction(lock, lambda: self.view.hands.set_locked(not placement.locked))
            mine = menu.addMenu(self.tr("Make this the portrait of"))
            for character in self.session.story.characters:
                mine.addAction(character.name, partial(self.do.take_portrait, scene, cel, character.id))
            mine.setEnabled(bool(self.session.story.characters))
        menu.addMenu(self.add_menu())
        offer_saving(menu, lambda side: self.do.save_asked.emit(scene, side), lambda: self.do.use_as_cover(scene))
        return menu

    def add_menu(self) -> AddMenu:
        """Everybody and everything that can be put into the picture."""
        return AddMenu(self.do, self.store.vocabulary, self.scene_id, self)

    def _ask_whom_to_add(self) -> None:
        self.add_menu().exec(self.view.viewport().mapToGlobal(self.view.viewport().rect().center()))
