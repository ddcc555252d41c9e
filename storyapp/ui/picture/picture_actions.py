"""What can be done to a scene's picture, each as one named step; card, editor and panel share it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from storyapp.export.choices import BookChoices
from storyapp.stage.staging import stage
from storyapp.story import edits, replanning
from storyapp.story.codes import Cell, CodeLock
from storyapp.story.model import Illustration, Story, new_id, text_hash
from storyapp.story.plan import BACKDROP, Placement, ScenePlan

from ..languages import cel_name
from ..painting.illustrating import Illustrating
from ..session import Session, Together
from ..words import filled
from ..writing.place_steps import PlaceSteps
from .cel_sizes import resized_in
from .own_words import OwnWords


class PictureActions(QObject):
    """Steps of the session, and jobs where something must be painted; locked layers are left alone."""

    told = Signal(str)  # words for the person
    untold = Signal(str)  # words that were told and are not so any more, as after Undo
    save_asked = Signal(str, int)  # scene id, and the pixels of the longer side of a file

    def __init__(self, session: Session, work: Illustrating, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session, self.work = session, work
        self.places = PlaceSteps(work, self)
        self.places.told.connect(self.told)
        self._cover_told = ""  # the scene of which it was told that it is on the cover
        session.changed.connect(lambda old, new: self._follow_cover(new))

    def picture(self, scene_id: str | None) -> Illustration | None:
        """The picture that a scene shows."""
        return edits.picture_of(self.session.story, scene_id)

    def name(self, scene_id: str, cel: str) -> str:
        """What a cel is called in menus and steps."""
        picture = self.picture(scene_id)
        found = next((one for one in picture.plan.cels if one.id == cel), None) if picture else None
        if found is None:
            return self.tr("the place") if cel == BACKDROP else cel
        return cel_name(self.work.store.vocabulary, self.session.story, found)

    def placement(self, scene_id: str, cel: str) -> Placement | None:
        """Where a cel of a scene's picture stands."""
        picture = self.picture(scene_id)
        return picture.placement(cel) if picture else None

    def is_locked(self, scene_id: str, cel: str) -> bool:
        """Whether hands are to be kept off a cel."""
        placement = self.placement(scene_id, cel)
        return placement is not None and placement.locked

    def locked_words(self, scene_id: str, cel: str) -> str:
        """What is said to a hand that would change a locked cel."""
        name = self.name(scene_id, cel)
        return filled(self.tr("%1 is locked; press L to unlock."), name[:1].upper() + name[1:])

    def _step(
        self, what: str, scene_id: str, cel: str, change: Callable[[Story], Story], merge: str | None = None
    ) -> None:
        self.session.apply(filled(what, self.name(scene_id, cel)), change, merge)

    def use_as_cover(self, scene_id: str) -> None:
        """Put a scene's picture on the cover of the book."""
        if self.picture(scene_id) is None:
            self.told.emit(self.tr("This scene has no picture yet; press Illustrate first."))
            return
        self.session.apply(
            self.tr("Choose the cover"),
            lambda story: edits.with_settings(
                story, replace(BookChoices.of(story.settings), cover=scene_id, cover_page=True).into(story.settings)
            ),
        )
        self._cover_told = scene_id
        self.told.emit(self._cover_words())

    def _cover_words(self) -> str:
        return self.tr("This picture is on the cover now. “Make a book …” shows how it looks.")

    def _follow_cover(self, story: Story) -> None:
        if self._cover_told and BookChoices.of(story.settings).cover != self._cover_told:
            self._cover_told = ""
            self.untold.emit(self._cover_words())

    def begin_by_hand(self, scene_id: str) -> None:
        """Give a scene whose words were not understood an empty picture, to be set by hand."""

        def change(story: Story) -> Story:
            scene = story.scene(scene_id)
            empty = Illustration(
                new_id(), ScenePlan(), (), (), {}, story.style_of(scene), self.work.next_seed(), text_hash(scene.text)
            )
            return edits.with_picture(story, scene_id, empty)

        self.session.apply(self.tr("Set the picture by hand"), change)

    # where everybody stands ----------------------------------------------------------------------

    def place(self, scene_id: str, what: str, placement: Placement, by_key: bool = False) -> None:
        """Put somebody somewhere else; a held key is one step."""
        merge = f"{what}-{scene_id}-{placement.cel}" if by_key else None
        self._step(what, scene_id, placement.cel, lambda story: edits.place_cel(story, scene_id, placement), merge)

    def change_placement(self, scene_id: str, what: str, cel: str, **changes: bool) -> None:
        """Hide, lock or mirror somebody."""
        old = self.placement(scene_id, cel)
        if old is not None:
            self.place(scene_id, what, replace(old, pinned=True, **changes))  # type: ignore[arg-type]

    def shift(self, scene_id: str, cel: str, by: int) -> None:
        """Bring somebody one layer nearer, or farther."""
        picture = self.picture(scene_id)
        changed = edits.shifted_layer(picture, cel, by) if picture else None
        if changed is not None:
            self.place(scene_id, self.tr("Bring %1 forward") if by > 0 else self.tr("Send %1 back"), changed)

    def order(self, scene_id: str, front_first: Sequence[str]) -> None:
        """Put all layers in an order."""
        self.session.apply(self.tr("Reorder layers"), lambda story: edits.order_layers(story, scene_id, front_first))

    def remove(self, scene_id: str, cel: str) -> None:
        """Take somebody out of the picture."""
        if not self.is_locked(scene_id, cel):
            self._step(self.tr("Remove %1"), scene_id, cel, lambda story: edits.remove_cel(story, scene_id, cel))

    # what is painted -----------------------------------------------------------------------------

    def redo(
        self,
        scene_id: str,
        cel: str,
        words: str | None = None,
        region: frozenset[Cell] = frozenset(),
        together: Together | None = None,
    ) -> None:
        """Paint one cel again, or a region of it; `words` instead of the plan's (empty: the plan's again).

        Own words for a whole cel stay when the scene is painted again.
        """
        picture = self.picture(scene_id)
        shown = picture.shown(cel) if picture else None
        if picture is None or self.is_locked(scene_id, cel):
            return
        lock = CodeLock.all_but(shown.codes, region) if region and shown and shown.codes else None
        asked = self._own_words(scene_id, picture, cel).understood(words)
        what = self.tr("Repaint part of %1") if lock else self.tr("Paint %1 again")
        name = filled(what, self.name(scene_id, cel))
        replan = None if lock else asked.replan
        self.work.paint_cel(scene_id, cel, name, replan, asked.phrase or None, (lock,), together)

    def _own_words(self, scene_id: str, picture: Illustration, cel: str) -> OwnWords:
        story, work = self.session.story, self.work
        return OwnWords(story, story.scene(scene_id), picture, cel, work.store.vocabulary, work.look)

    def vary(self, scene_id: str, cel: str, share: float, count: int = 1) -> None:
        """Paint variations of a cel in which about `share` of the cells are painted again."""
        if not self.is_locked(scene_id, cel):
            self.work.vary(scene_id, cel, share, filled(self.tr("Vary %1"), self.name(scene_id, cel)), count)

    def add(self, scene_id: str, kind: str, concept: str, who: str | None = None) -> str | None:
        """Paint somebody or something more into the picture; the id of the new cel."""
        picture = self.picture(scene_id)
        if picture is None:
            return None
        plan, cel = replanning.add_cel(picture.plan, kind, concept, who)
        new = plan.cel(cel)
        names = {one.id: one.name for one in self.session.story.characters}
        name = filled(self.tr("Add %1"), names.get(who or "", concept))
        self.work.paint_cel(scene_id, cel, name, lambda plan: plan.with_cel(new))
        return cel

    def correct_place(self, scene_id: str, field: str, value: str | None) -> None:
        """Set setting, time or weather by hand; the backdrop is painted again."""
        picture = self.picture(scene_id)
        if picture is not None and getattr(picture.plan, field) != value:
            name = self.tr("Change place")
            self.work.paint_cel(scene_id, BACKDROP, name, lambda plan: replanning.correct_place(plan, field, value))
            self.places.tell(scene_id, field, replanning.correct_place(picture.plan, field, value))

    def correct_cel(self, scene_id: str, cel: str, field: str, value: str) -> None:
        """Set what a cel is or does by hand; it alone is painted again."""

        def replan(plan: ScenePlan) -> ScenePlan:
            there = any(one.id == cel for one in plan.cels)
            return replanning.correct_cel(plan, cel, field, value) if there else plan

        picture = self.picture(scene_id)
        if picture is not None and replan(picture.plan) != picture.plan and not self.is_locked(scene_id, cel):
            self.work.paint_cel(scene_id, cel, filled(self.tr("Change %1"), self.name(scene_id, cel)), replan)

    def size(self, scene_id: str, cel: str, size: str) -> None:
        """Make somebody or something tiny, small, big or huge by hand, or as usual (empty); nothing is painted."""
        if not self.is_locked(scene_id, cel):
            change = partial(resized_in, scene_id=scene_id, cel=cel, size=size)
            self._step(self.tr("Change the size of %1"), scene_id, cel, change)

    def colour(self, scene_id: str, cel: str, colour: str) -> None:
        """Give a thing a colour by hand, or that in which it is painted (empty); nothing is painted."""

        def change(story: Story) -> Story:
            picture = edits.picture_of(story, scene_id)
            if picture is None or all(one.id != cel for one in picture.plan.cels):
                return story
            plan = replanning.colour_cel(picture.plan, cel, colour)
            return edits.with_picture(story, scene_id, replace(picture, plan=plan))

        if not self.is_locked(scene_id, cel):
            self._step(self.tr("Change the colour of %1"), scene_id, cel, change)

    def relate(self, scene_id: str, cel: str, kind: str | None, target: str = "") -> None:
        """Say by hand who holds a cel, or where it is by another one; it goes there, and nothing is painted."""

        def change(story: Story) -> Story:
            picture = edits.picture_of(story, scene_id)
            if picture is None or all(one.id != cel for one in picture.plan.cels):
                return story
            plan = replanning.relate_cel(picture.plan, cel, kind, target)
            others = [replace(one, pinned=True) for one in picture.placements if one.cel != cel]
            staged = stage(plan, self.work.store.vocabulary, others, edits.aspect_of(picture))
            there = {one.cel: one for one in picture.placements if one.cel != cel}
            places = tuple(there.get(one.cel, one) for one in staged)
            return edits.with_picture(story, scene_id, replace(picture, plan=plan, placements=places))

        if not self.is_locked(scene_id, cel):
            self._step(self.tr("Say where %1 is"), scene_id, cel, change)

    def as_read(self, scene_id: str, cel: str | None = None, field: str = "") -> None:
        """Let the words decide again about a field of the place, or about a cel, when the scene is painted next."""
        picture = self.picture(scene_id)
        if picture is not None:
            changed = replace(picture, plan=replanning.as_read(picture.plan, cel, field))
            name = self.tr("%1 as the words say")
            self._step(name, scene_id, cel or BACKDROP, lambda story: edits.with_picture(story, scene_id, changed))

    def lock_place(self, scene_id: str, other: str | None) -> None:
        """Show this scene at the place of another one, or at its own again (None)."""
        together = Together(self.tr("Lock place") if other else self.tr("Free place"))
        self.session.apply(together.name, lambda story: edits.lock_place(story, scene_id, other), together=together)
        name = filled(self.tr("Paint %1 again"), self.tr("the place"))
        self.work.paint_cel(scene_id, BACKDROP, name, together=together)

    def reshape(self, scene_id: str, rows: int, columns: int) -> None:
        """Extend the place to a wider or taller picture, or go back to a place of that shape."""
        picture = self.picture(scene_id)
        if picture is None or picture.shown(BACKDROP) is None:
            return
        shapes = [
            one
            for one in picture.offered(BACKDROP)
            if one.codes and (one.codes.rows, one.codes.columns) == (rows, columns)
        ]
        shown = picture.shown(BACKDROP)
        if shown in shapes:
            return
        if shapes:
            self.choose_variant(scene_id, BACKDROP, shapes[-1].id)
        else:
            self.work.extend_place(scene_id, rows, columns, self.tr("Extend the place"))

    def take_portrait(self, scene_id: str, cel: str, character_id: str) -> None:
        """Make a figure as it is in the picture the portrait of somebody: the very same codes."""
        picture = self.picture(scene_id)
        shown = picture.shown(cel) if picture else None
        if shown is not None:
            name = self.tr("Take portrait from the picture")
            self.work.take_portraits(
                character_id, name, (replace(shown, id=new_id(), cel="portrait"),), shown.drawing is not None
            )
            image = self.work.store.cel(shown.id)
            portrait = self.session.story.character(character_id).portrait
            if image is not None and portrait is not None:
                self.work.store.keep_image(portrait.id, image)

    # variants ------------------------------------------------------------------------------------

    def choose_variant(self, scene_id: str, cel: str, variant: str) -> None:
        """Show another variant of a cel."""
        self._step(
            self.tr("Choose variant of %1"),
            scene_id,
            cel,
            lambda story: edits.choose_variant(story, scene_id, cel, variant),
        )

    def mark_favourite(self, scene_id: str, variant: str, favourite: bool) -> None:
        """Pin a variant in front of the others."""
        name = self.tr("Pin variant") if favourite else self.tr("Unpin variant")
        self.session.apply(name, lambda story: edits.mark_favourite(story, scene_id, variant, favourite))

    def put_away(self, scene_id: str, cel: str, variant: str) -> None:
        """Offer a variant no more."""
        self.session.apply(self.tr("Delete variant"), lambda story: edits.put_away(story, scene_id, cel, variant))

    def bring_back(self, scene_id: str, cel: str) -> None:
        """Offer every variant of a cel again."""
        self.session.apply(self.tr("Bring variants back"), lambda story: edits.bring_back(story, scene_id, cel))

    def choose_picture(self, scene_id: str, picture_id: str) -> None:
        """Show an earlier picture of the scene."""
        self.session.apply(self.tr("Choose picture"), lambda story: edits.choose_picture(story, scene_id, picture_id))
