"""One scene of the story: heading, words, picture, and the few actions that belong to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from storyapp.story.model import Illustration, Scene

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
        self.illustrate = QToolButton(text=self.tr("Illustrate"), objectName="primary")
        self.cancel = QToolButton(text=self.tr("Cancel"))
        self._lay_out()
        self.illustrate.clicked.connect(lambda: self.illustrate_asked.emit(self.scene_id))
        self.cancel.clicked.connect(lambda: self.cancel_asked.emit(self.scene_id))
        self.title.textEdited.connect(lambda words: self.title_edited.emit(self.scene_id, words))
        self.words.textChanged.connect(self._text_changed)
        self._filling = False
        self.set_busy(False)
        self.fill(scene)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
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
        marks = []
        for one in picture.plan.not_drawn if picture else ():
            cursor = QTextCursor(self.words.document())
            length = len(self.words.toPlainText())
            cursor.setPosition(min(one.span[0], length))
            cursor.setPosition(min(one.span[1], length), QTextCursor.MoveMode.KeepAnchor)
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
