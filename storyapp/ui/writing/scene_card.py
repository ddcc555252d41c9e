"""One scene of the story: heading, words, picture, and the few actions that belong to it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from storyapp.story.model import Illustration, Scene, Story

from ..painting.pictures import PictureStore
from ..picture.plan_chips import PlanChips
from ..picture.stage_view import StageView
from ..widgets.fields import units
from ..widgets.labels import WrappedLabel
from ..widgets.title_line import TitleLine
from ..words import filled, sentence
from .cast_chips import CastChips
from .editor import WritingField
from .scene_foot import SceneFoot
from .scenes_offer import ScenesOffer
from .spelling import Speller
from .stale_bar import StaleBar


class SceneCard(QFrame):
    """Shows one scene; signals carry what the person does, the window turns it into steps."""

    text_edited = Signal(str, str)  # scene id, words
    title_edited = Signal(str, str)
    synopsis_edited = Signal(str, str)
    illustrate_asked = Signal(str)
    cancel_asked = Signal(str)
    stale_asked = Signal()  # every picture that is older than its text, painted again
    focused = Signal(str)
    scenes_asked = Signal(str, object)  # scene id, Story whose scenes take its place
    cast_chosen = Signal(str, object)  # scene id, character ids or None for: as the words say

    def __init__(
        self, scene: Scene, store: PictureStore, speller: Speller | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("scene")
        self.scene_id = scene.id
        self.title = TitleLine("sceneTitle", self.tr("Scene heading"))
        self.synopsis = TitleLine("synopsis", self.tr("In one sentence: what happens?"))
        self.synopsis.setAccessibleName(self.tr("Synopsis of the scene"))
        self.words = WritingField(speller)
        self.words.setObjectName("sceneText")
        self.words.setPlaceholderText(self.tr("What happens here? Write it as you would tell it."))
        self.words.setAccessibleName(self.tr("Words of the scene"))
        self.offer = ScenesOffer()
        self.stage = StageView(store)
        self.chips = PlanChips(store.vocabulary)
        self.stale = StaleBar()
        self.plan = WrappedLabel(objectName="quiet")
        self.cast = CastChips()
        self.illustrate = QToolButton(text=self.tr("Illustrate"), objectName="primary")
        self.illustrate.setToolTip(self.tr("Paint a picture of this scene; an earlier one is kept beside it"))
        self.cancel = QToolButton(text=self.tr("Cancel"))
        self._lay_out()
        self.illustrate.clicked.connect(lambda: self.illustrate_asked.emit(self.scene_id))
        self.cancel.clicked.connect(lambda: self.cancel_asked.emit(self.scene_id))
        self.stale.refresh_asked.connect(lambda: self.illustrate_asked.emit(self.scene_id))
        self.stale.all_asked.connect(self.stale_asked)
        self.cast.cast_chosen.connect(lambda cast: self.cast_chosen.emit(self.scene_id, cast))
        for field in (self.title, self.synopsis, self.words, self.stage):
            field.installEventFilter(self)
        self.title.textEdited.connect(lambda words: self.title_edited.emit(self.scene_id, words))
        self.synopsis.textEdited.connect(lambda words: self.synopsis_edited.emit(self.scene_id, words))
        self.synopsis.editingFinished.connect(lambda: self.synopsis.setVisible(bool(self.synopsis.text())))
        self.words.textChanged.connect(self._text_changed)
        self.words.pasted_alone.connect(lambda words: self.offer.look_at(words, self.words.toPlainText()))
        self.offer.scenes_asked.connect(lambda found: self.scenes_asked.emit(self.scene_id, found))
        self._filling = False
        self._has_cast = self._is_stale = False
        self._words = scene.text
        self.state: object = None  # what the window last showed here
        self.set_busy(False)
        self.fill(scene)

    def _lay_out(self) -> None:
        foot = SceneFoot(self.cast, (self.cancel, self.illustrate))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 16, 22, 16)
        layout.setSpacing(8)
        told = (self.offer, self.stale)
        for widget in (self.title, self.synopsis, self.words, *told, self.stage, self.chips, self.plan, foot):
            layout.addWidget(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit(self.scene_id)
        return super().eventFilter(watched, event)

    def show_cast(self, scene: Scene, story: Story, ids: tuple[str, ...]) -> None:
        """Who is in the scene (`ids`), and how much each looks like their locked portrait."""
        self.chips.fill(scene, story)
        self.chips.setVisible(bool(self.chips.chips) and not self.stage.isHidden())
        self.cast.fill(scene, story, ids)
        self._has_cast = bool(story.characters)
        self.cast.setVisible(self._has_cast and not self.stage.isHidden())

    def tell_place(self, number: int, count: int) -> None:
        """Say to who cannot see it which scene a field or a button belongs to."""
        words = filled(self.tr("Scene %1 of %2"), number, count)
        for part in (self.title, self.synopsis, self.words, self.illustrate):
            part.setAccessibleDescription(words)

    def tell_stale(self, stale: bool, count: int) -> None:
        """Mark the picture as older than its text; `count` pictures of the story are."""
        self._is_stale = stale
        self.stale.tell(stale and not self.stage.isHidden(), count, self.busy)

    def write_synopsis(self) -> None:
        """Show the line of the synopsis, ready to type into."""
        self.synopsis.show()
        self.synopsis.setFocus()

    def _text_changed(self) -> None:
        words = self.words.toPlainText()
        self.offer.follow(words)
        if not self._filling and words != self._words:  # a new highlight is told as a change, too
            self._words = words
            self.text_edited.emit(self.scene_id, words)

    def fill(self, scene: Scene) -> None:
        """Show a scene as it is now; what is typed into is left alone when it is equal."""
        self._filling = True
        if self.title.text() != scene.title:
            self.title.setText(scene.title)
        if self.synopsis.text() != scene.synopsis:
            self.synopsis.setText(scene.synopsis)
        self.synopsis.setVisible(bool(scene.synopsis) or self.synopsis.hasFocus())
        self._words = scene.text
        self.words.set_words(scene.text)
        self._filling = False
        self.tell_stale(scene.stale, 1)
        self.illustrate.setText(self.tr("New picture") if scene.illustration else self.tr("Illustrate"))
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
            style.setToolTip(sentence(one.reason))
            mark.format = style  # type: ignore[attr-defined]
            marks.append(mark)
        self.words.setExtraSelections(marks)
        reasons = " ".join(sentence(one.reason) for one in picture.plan.not_drawn) if picture else ""
        self.plan.setText(reasons)
        self.plan.setVisible(bool(reasons))

    def set_calm(self, calm: bool) -> None:
        """Show the words alone, or all."""
        self.stage.setVisible(not calm)
        self.chips.setVisible(not calm and bool(self.chips.chips))
        for part in (self.illustrate, self.cast):
            part.setVisible(not calm and (part is not self.cast or self._has_cast))
        self.stale.setVisible(not calm and self._is_stale)

    def set_busy(self, busy: bool) -> None:
        """Offer to cancel while the scene's picture is made."""
        self.busy = busy
        self.cancel.setVisible(busy)
        self.stage.busy = busy
        self.stage.update()
        self.illustrate.setEnabled(not busy)
        self.stale.refresh.setEnabled(not busy)
