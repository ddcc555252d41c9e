"""One scene of the story: heading, words, picture, and the few actions that belong to it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from storyapp.story.codes import agreement
from storyapp.story.model import Character, Illustration, Scene, Story

from .pictures import PictureStore
from .stage_view import StageView


class GrowingText(QPlainTextEdit):
    """A text field as high as its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def _grow(self) -> None:
        lines = max(3, round(self.document().size().height()))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 18)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()


class SceneCard(QFrame):
    """Shows one scene; signals carry what the person does, the window turns it into steps."""

    text_edited = Signal(str, str)  # scene id, words
    title_edited = Signal(str, str)
    illustrate_asked = Signal(str)
    cancel_asked = Signal(str)
    focused = Signal(str)
    cast_chosen = Signal(str, object)  # scene id, character ids or None for: as the words say

    def __init__(self, scene: Scene, store: PictureStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scene")
        self.scene_id = scene.id
        self.title = QLineEdit(objectName="sceneTitle", placeholderText=self.tr("Scene heading"))
        self.title.setAccessibleName(self.tr("Scene heading"))
        self.words = GrowingText()
        self.words.setObjectName("sceneText")
        self.words.setPlaceholderText(self.tr("What happens here? Write it as you would tell it."))
        self.words.setAccessibleName(self.tr("Words of the scene"))
        self.stage = StageView(store)
        self.stale = QLabel(self.tr("This picture is older than its text."), objectName="quiet")
        self.plan = QLabel(objectName="quiet", wordWrap=True)
        self.cast = QToolButton(objectName="chip", popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        self.cast.setToolTip(self.tr("Who is in this scene; found from the words, or chosen by you."))
        self.cast.setMenu(QMenu(self.cast))
        self.illustrate = QToolButton(text=self.tr("Illustrate"), objectName="primary")
        self.cancel = QToolButton(text=self.tr("Cancel"))
        self._lay_out()
        self.illustrate.clicked.connect(lambda: self.illustrate_asked.emit(self.scene_id))
        self.cancel.clicked.connect(lambda: self.cancel_asked.emit(self.scene_id))
        for field in (self.title, self.words, self.stage):
            field.installEventFilter(self)
        self.title.textEdited.connect(lambda words: self.title_edited.emit(self.scene_id, words))
        self.words.textChanged.connect(self._text_changed)
        self._filling = False
        self.state: object = None  # what the window last showed here
        self.set_busy(False)
        self.fill(scene)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.cast)
        row.addWidget(self.stale, 1)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.illustrate)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 16, 22, 16)
        layout.setSpacing(8)
        for widget in (self.title, self.words, self.stage, self.plan):
            layout.addWidget(widget)
        layout.addLayout(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit(self.scene_id)
        return super().eventFilter(watched, event)

    def show_cast(self, scene: Scene, story: Story, ids: tuple[str, ...]) -> None:
        """Who is in the scene (`ids`), and how much each looks like their locked portrait."""
        shown = tuple((one.name, one.id in ids, _likeness(scene, one)) for one in story.characters)
        if self.cast.property("shown") == (shown, scene.cast is None):
            return
        self.cast.setProperty("shown", (shown, scene.cast is None))
        names = [name if like is None else f"{name} {like:.0%}" for name, here, like in shown if here]
        self.cast.setText(", ".join(names) or self.tr("Nobody of the cast"))
        self.cast.setVisible(bool(story.characters))
        menu = self.cast.menu()
        menu.clear()
        found = menu.addAction(self.tr("As the words say"))
        found.setCheckable(True)
        found.setChecked(scene.cast is None)
        found.triggered.connect(lambda: self.cast_chosen.emit(self.scene_id, None))
        menu.addSeparator()
        for one in story.characters:
            action = menu.addAction(one.name)
            action.setCheckable(True)
            action.setChecked(one.id in ids)
            others = tuple(key for key in ids if key != one.id)
            wanted = others if one.id in ids else (*ids, one.id)
            action.triggered.connect(lambda _=False, cast=wanted: self.cast_chosen.emit(self.scene_id, cast))

    def _text_changed(self) -> None:
        if not self._filling:
            self.text_edited.emit(self.scene_id, self.words.toPlainText())

    def fill(self, scene: Scene) -> None:
        """Show a scene as it is now; what is typed into is left alone when it is equal."""
        self._filling = True
        if self.title.text() != scene.title:
            self.title.setText(scene.title)
        if self.words.toPlainText() != scene.text:
            self.words.setPlainText(scene.text)
        self._filling = False
        self.stale.setVisible(scene.stale)
        self.illustrate.setText(self.tr("Paint again") if scene.illustration else self.tr("Illustrate"))
        self._mark_not_drawn(scene.illustration if not scene.stale else None)

    def _mark_not_drawn(self, picture: Illustration | None) -> None:
        """A soft line under the words that will not be seen, and the reason at hand."""
        marks, text = [], self.words.toPlainText()
        length = units(text, len(text))
        for one in picture.plan.not_drawn if picture else ():
            cursor = QTextCursor(self.words.document())
            cursor.setPosition(min(units(text, one.span[0]), length))
            cursor.setPosition(min(units(text, one.span[1]), length), QTextCursor.MoveMode.KeepAnchor)
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor  # type: ignore[attr-defined]
            style = QTextCharFormat()
            style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            style.setToolTip(one.reason)
            mark.format = style  # type: ignore[attr-defined]
            marks.append(mark)
        self.words.setExtraSelections(marks)
        reasons = " ".join(one.reason for one in picture.plan.not_drawn) if picture else ""
        self.plan.setText(reasons)
        self.plan.setVisible(bool(reasons))

    def set_busy(self, busy: bool) -> None:
        """Offer to cancel while the scene's picture is made."""
        self.cancel.setVisible(busy)
        self.illustrate.setEnabled(not busy)


def units(text: str, index: int) -> int:
    """Where a character is in Qt's count, in which an emoji is two."""
    return len(text[:index].encode("utf-16-le", "surrogatepass")) // 2


def characters(text: str, units_: int) -> int:
    """The other way round: Qt's count → index of the character."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units_].decode("utf-16-le", "ignore"))


def _likeness(scene: Scene, character: Character) -> float | None:
    """The share of cells in which a scene's figure has the codes of the locked portrait; None without both."""
    picture, lock = scene.illustration, character.lock
    cel = next((one.id for one in picture.plan.cels if one.who == character.id), None) if picture else None
    shown = picture.shown(cel) if picture and cel else None
    if lock is None or shown is None or shown.codes is None:
        return None
    return agreement(lock.grid, shown.codes)
