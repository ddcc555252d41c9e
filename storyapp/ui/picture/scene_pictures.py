"""Pictures in the story: shown, opened large, changed by hand; what a card's stage tells becomes a step or a job."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from storyapp.story import edits
from storyapp.story.casting import older_roles
from storyapp.story.model import Scene
from storyapp.story.request import Picture

from ..painting.illustrating import Illustrating
from ..painting.pictures import PictureStore, picture_to_qimage
from ..session import Session, Together
from ..words import filled
from ..writing.scene_card import SceneCard
from .adding import AddMenu
from .picture_actions import PictureActions
from .stage_view import StageView


class ScenePictures(QObject):
    """Between the cards of the story and the engine."""

    told = Signal(str)  # words for the person
    cel_chosen = Signal(str, object)  # scene id, cel id or None
    open_asked = Signal(str)  # scene id
    first_painted = Signal(str)  # id of a scene that had no picture before

    def __init__(
        self, session: Session, work: Illustrating, store: PictureStore, card_of: Callable[[str], SceneCard | None]
    ) -> None:
        super().__init__()
        self.session, self.work, self.store, self._card_of = session, work, store, card_of
        self.steps = PictureActions(session, work, self)
        self.steps.told.connect(self.told)
        self._known: dict[str, tuple[Scene, bool]] = {}
        work.preview.connect(self._show_preview)
        work.finished.connect(self._finished)
        session.changed.connect(lambda old, new: self._tell_stale())

    def connect_card(self, card: SceneCard) -> None:
        """Listen to a new card."""
        scene_id = card.scene_id
        card.illustrate_asked.connect(lambda key: self.illustrate([key]))
        card.cancel_asked.connect(self._cancel)
        card.stale_asked.connect(self.illustrate_stale)
        card.cast.cel_chosen.connect(lambda cel: self.choose_cel(scene_id, cel))
        self.connect_stage(card.stage, scene_id)
        card.stage.opened.connect(lambda: self.open_asked.emit(scene_id))
        card.stage.by_hand.begin_asked.connect(lambda: self._begin_by_hand(scene_id))
        card.stage.by_hand.add_asked.connect(lambda: self._ask_whom_to_add(card))
        card.stage.cel_chosen.connect(lambda cel: self.cel_chosen.emit(scene_id, cel))
        card.chips.work_on(self.steps, lambda: scene_id)
        card.chips.cel_chosen.connect(lambda cel: self.choose_cel(scene_id, cel))

    def illustrate(self, scene_ids: Sequence[str]) -> None:
        """Paint scenes; their cards offer to cancel until they are done."""
        self.work.illustrate(scene_ids)
        for scene_id in self.work.busy:
            card = self._card_of(scene_id)
            if card is not None:
                card.set_busy(True)
                self._tell_by_hand(card, self.session.story.scene(scene_id))

    def illustrate_stale(self) -> int:
        """Paint every scene whose picture is older than its text; how many there are."""
        stale = self._stale()
        self.illustrate([one.id for one in self.session.story.scenes if one.id in stale])
        return len(stale)

    def renew(self, character_id: str) -> None:
        """Paint somebody, and nothing else, again in every picture that shows an earlier portrait, as one step."""
        story = self.session.story
        character = story.character(character_id)
        together = Together(filled(self.tr("Paint %1 again"), character.name))
        for role in older_roles(story, character):
            self.steps.redo(role.scene, role.cel, together=together)

    def _stale(self) -> set[str]:
        """Ids of scenes whose picture is older than its text; kept, because a key changes one scene of hundreds."""
        before, self._known = self._known, {}
        for scene in self.session.story.scenes:
            known = before.get(scene.id)
            self._known[scene.id] = known if known and known[0] is scene else (scene, scene.stale)
        return {key for key, (_, stale) in self._known.items() if stale}

    def choose_cel(self, scene_id: str, cel: str) -> None:
        """Choose somebody in a scene's picture, as by a click."""
        card = self._card_of(scene_id)
        if card is not None:
            card.stage.select(cel)
            card.stage.setFocus()
        self.cel_chosen.emit(scene_id, cel)

    def _tell_stale(self) -> None:
        stale = self._stale()
        for scene in self.session.story.scenes:
            card = self._card_of(scene.id)
            if card is not None:
                card.tell_stale(scene.id in stale, len(stale))

    def connect_stage(self, stage: StageView, scene_id: str) -> None:
        """Listen to a picture that is worked on."""
        steps = self.steps
        stage.hands.placed.connect(lambda what, placement, by_key: steps.place(scene_id, what, placement, by_key))
        stage.hands.removed.connect(lambda cel: steps.remove(scene_id, cel))
        stage.hands.redo_asked.connect(lambda cel: steps.redo(scene_id, cel))
        stage.cover_asked.connect(lambda: steps.use_as_cover(scene_id))
        stage.save_asked.connect(lambda side: steps.save_asked.emit(scene_id, side))
        stage.hands.refused.connect(lambda cel: self.told.emit(steps.locked_words(scene_id, cel)))

    def show(self, card: SceneCard, scene: Scene) -> None:
        """Bring a card's picture in line with its scene; what is not at hand is decoded by a job."""
        card.set_busy(scene.id in self.work.busy)
        card.tell_stale(scene.stale, len(self._stale()))
        picture = scene.illustration
        self._tell_by_hand(card, scene)
        if picture is None:
            if card.stage.illustration is not None:
                card.stage.show_illustration(None)
                card.stage.resizeEvent(None)
        elif missing := self.store.missing(picture):
            self.work.decode_missing([one for one in picture.variants if one.id in missing])
        elif card.stage.illustration is not picture:
            card.stage.show_illustration(picture)
            card.stage.resizeEvent(None)

    def _tell_by_hand(self, card: SceneCard, scene: Scene) -> None:
        before = card.stage.by_hand.isHidden()
        card.stage.by_hand.tell(scene, self.work.not_read.get(scene.id), scene.id in self.work.busy)
        if card.stage.by_hand.isHidden() != before or not before:
            card.stage.resizeEvent(None)

    def _begin_by_hand(self, scene_id: str) -> None:
        self.steps.begin_by_hand(scene_id)
        self.cel_chosen.emit(scene_id, None)

    def _ask_whom_to_add(self, card: SceneCard) -> None:
        button = card.stage.by_hand.add
        self.add_menu(card).exec(button.mapToGlobal(button.rect().bottomLeft()))

    def add_menu(self, card: SceneCard) -> AddMenu:
        """Everybody and everything that can be put into a scene's picture."""
        return AddMenu(self.steps, self.store.vocabulary, card.scene_id, card)

    def _cancel(self, scene_id: str) -> None:
        job = self.work.busy.get(scene_id)
        if job is not None:
            job.cancel()

    def _show_preview(self, scene_id: str, preview: Picture) -> None:
        card = self._card_of(scene_id)
        if card is not None:
            card.stage.show_preview(picture_to_qimage(preview))
            card.stage.resizeEvent(None)

    def _finished(self, scene_id: str) -> None:
        card, scene = self._card_of(scene_id), edits.scene_of(self.session.story, scene_id)
        if card is not None and scene is not None:
            card.set_busy(False)
            there = scene.illustration and not self.store.missing(scene.illustration)
            card.stage.show_illustration(scene.illustration if there else None)
            self._tell_by_hand(card, scene)
            QTimer.singleShot(0, card.stage, lambda: self._laid_out(card))

    def _laid_out(self, card: SceneCard) -> None:
        card.stage.resizeEvent(None)
        scene = edits.scene_of(self.session.story, card.scene_id)
        if scene is not None and len(scene.illustrations) == 1 and card.stage.illustration is not None:
            self.first_painted.emit(scene.id)
