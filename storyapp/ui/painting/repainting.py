"""Parts of a picture as jobs: one cel again, a region of it, variations, a wider place, somebody else in a role."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from storyapp.jobs.queue import Job
from storyapp.stage.staging import stage
from storyapp.story import edits
from storyapp.story.casting import Role, character_of, recast_plan, request_in
from storyapp.story.codes import CodeGrid, CodeLock
from storyapp.story.model import Illustration, Story, Variant, new_id
from storyapp.story.places import paint_place, square_of
from storyapp.story.plan import BACKDROP, Placement, ScenePlan
from storyapp.story.request import CelRequest, PaintedCel, Progress

from ..session import Together
from ..words import filled
from .portraits import Portraits

Replan = Callable[[ScenePlan], ScenePlan]
Cels = tuple[PaintedCel, ...]


class Repainting(Portraits):
    """Work on single cels of pictures; everything else in the picture stays as it is."""

    def paint_cel(
        self,
        scene_id: str,
        cel: str,
        name: str,
        replan: Replan | None = None,
        words: str | None = None,
        locks: Sequence[CodeLock | None] = (None,),
        together: Together | None = None,
    ) -> None:
        """Paint one cel after the plan as `replan` makes it, once for each of `locks`, as one step called `name`."""
        seed = self.next_seed()

        def task() -> Iterator[Progress[Cels]]:
            # The story as it is when the job starts, with what the jobs before this one changed.
            story = self.session.story
            picture = edits.picture_of(story, scene_id)
            plan = _replanned(picture.plan, cel, replan) if picture else None
            if picture is None or plan is None:
                return iter(())
            ready = _as_drawn(story, plan, cel)
            if ready is not None:
                cels: Cels = (PaintedCel(ready, self.illustrator.picture_of(ready)),)
                return iter((Progress(1, 1, result=cels),))
            requests = [
                request_in(story, story.scene(scene_id), plan, cel, seed + index, self.options, words, lock)
                for index, lock in enumerate(locks)
            ]
            shown = picture.shown(cel)
            if cel == BACKDROP and shown is not None and shown.codes is not None:
                return self._paint_places(requests, shown.codes)
            return self.illustrator.paint(requests)

        job = self._submit(name, task, scene_id)
        job.done.connect(lambda painted: self._cel_painted(scene_id, cel, name, replan, painted, together))

    def _paint_places(self, requests: Sequence[CelRequest], shape: CodeGrid) -> Iterator[Progress[Cels]]:
        """Paint places of the shape of the one there is."""
        found: Cels = ()
        for index, request in enumerate(requests):
            for progress in paint_place(self.illustrator, request, shape.rows, shape.columns):
                found += progress.result or ()
                yield Progress(index * progress.of + progress.step, len(requests) * progress.of, progress.what)
        yield Progress(1, 1, result=found)

    def _cel_painted(
        self,
        scene_id: str,
        cel: str,
        name: str,
        replan: Replan | None,
        painted: Cels | None,
        together: Together | None = None,
    ) -> None:
        for one in painted or ():
            self.keep(one.variant.id, one.picture)
        if not painted:
            return

        def change(story: Story) -> Story:
            picture = edits.picture_of(story, scene_id)
            plan = _replanned(picture.plan, cel, replan) if picture else None
            if picture is None or plan is None:
                return story
            changed = replace(picture, plan=plan, placements=self._placed(plan, picture))
            # The first is shown, so it comes last.
            for one in reversed(painted):
                changed = with_new(changed, one.variant)
            return edits.with_picture(story, scene_id, changed)

        self.session.take_result(name, change, together)

    def _placed(self, plan: ScenePlan, picture: Illustration) -> tuple[Placement, ...]:
        """Where everybody stands: as before, and new ones as the stage says."""
        before = {one.cel: one for one in picture.placements}
        pinned = [replace(one, pinned=True) for one in picture.placements]
        aspect = edits.aspect_of(picture)
        return tuple(before.get(one.cel, one) for one in stage(plan, self.store.vocabulary, pinned, aspect))

    def vary(self, scene_id: str, cel: str, share: float, name: str, count: int = 1) -> None:
        """Paint variations of a cel: a random `share` of its cells again, the others kept."""
        picture = edits.picture_of(self.session.story, scene_id)
        shown = picture.shown(cel) if picture else None
        if shown is None or shown.codes is None:
            return
        codes = shown.codes
        locks = [
            CodeLock.all_but(codes, [cell for cell in codes.cells() if random.random() < share]) for _ in range(count)
        ]
        self.paint_cel(scene_id, cel, name, words=shown.phrase or None, locks=locks)

    def extend_place(self, scene_id: str, rows: int, columns: int, name: str) -> None:
        """Make the place wider or taller around what there is; everybody stays where they are."""
        seed = self.next_seed()

        def task() -> Iterator[Progress[Cels]]:
            story = self.session.story
            picture = edits.picture_of(story, scene_id)
            shown = picture.shown(BACKDROP) if picture else None
            if picture is None or shown is None or shown.codes is None:
                return
            square = square_of(shown.codes)
            lock = CodeLock.whole(square)
            request = request_in(story, story.scene(scene_id), picture.plan, BACKDROP, seed, self.options, lock=lock)
            for progress in self.illustrator.extend(square, rows, columns, request):
                result = (progress.result,) if progress.result is not None else None
                yield Progress(progress.step, progress.of, progress.what, result=result)

        job = self._submit(name, task, scene_id)
        job.done.connect(lambda painted: self._cel_painted(scene_id, BACKDROP, name, None, painted))

    def rehearse(self, roles: Sequence[Role], character_id: str) -> Job:
        """Paint somebody in roles that may be somebody else's, without changing the story; the job has the cels by role."""
        seed = self.next_seed()

        def task() -> Iterator[Progress[dict[Role, PaintedCel]]]:
            story, found = self.session.story, dict[Role, PaintedCel]()
            character = story.character(character_id)
            for index, role in enumerate(roles):
                yield Progress(index, len(roles), character.name)
                picture = edits.picture_of(story, role.scene)
                if picture is None:
                    continue
                plan = recast_plan(picture.plan, role.cel, character)
                ready = _as_drawn(story, plan, role.cel)
                if ready is not None:
                    found[role] = PaintedCel(ready, self.illustrator.picture_of(ready))
                    continue
                request = request_in(story, story.scene(role.scene), plan, role.cel, seed + index, self.options)
                for progress in self.illustrator.paint([request]):
                    if progress.result:
                        found[role] = progress.result[0]
            yield Progress(len(roles), len(roles), result=found)

        name = self.session.story.character(character_id).name
        return self._submit(filled(self.tr("Trying %1 in %2 pictures"), name, len(roles)), task)


def with_new(picture: Illustration, variant: Variant) -> Illustration:
    """The picture with one more variant, which is shown; of a place of another shape the picture takes the shape."""
    return edits.reshaped(picture, variant) if variant.cel == BACKDROP else picture.with_variant(variant)


def _replanned(plan: ScenePlan, cel: str, replan: Replan | None) -> ScenePlan | None:
    """The plan as `replan` makes it, or as it is; None where the cel is not in it, as in a story before it was added."""
    try:
        plan = replan(plan) if replan else plan
    except KeyError:
        return None
    return plan if cel == BACKDROP or any(one.id == cel for one in plan.cels) else None


def _as_drawn(story: Story, plan: ScenePlan, cel: str) -> Variant | None:
    """The ready-made variant of somebody who is used as drawn."""
    found = next((one for one in plan.cels if one.id == cel), None)
    character = character_of(story, found) if found else None
    portrait = character.ready_made if character else None
    return replace(portrait, id=new_id(), cel=cel) if portrait else None
