"""Turns wishes into jobs, and their results into steps of the session: all calls of the engine are here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from storyapp.jobs.queue import Job
from storyapp.stage.staging import stage
from storyapp.story.book import has_words, read_request, scene_request
from storyapp.story.casting import with_cast
from storyapp.story.codes import CodeGrid
from storyapp.story.edits import scene_of, with_picture
from storyapp.story.model import Scene, Story, text_hash
from storyapp.story.places import paint_scene, shape_of, squared
from storyapp.story.plan import ScenePlan, merge
from storyapp.story.request import Match, Painted, PaintRequest, Progress

from ..session import Together
from ..words import filled
from .repainting import Repainting


class Illustrating(Repainting):
    """Whole scenes, beside everything that `Portraits` and `Repainting` do."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.busy: dict[str, Job] = {}
        self.not_read: dict[str, str] = {}  # scenes that were not understood, with the marks of their words

    def illustrate(self, scene_ids: Sequence[str]) -> None:
        """Paint scenes, each as a job; portraits that are missing first. All of it is one step."""
        together = Together(self.tr("Paint pictures") if len(scene_ids) > 1 else self.tr("Paint picture"))
        for character in self.session.story.characters if scene_ids else ():
            if character.portrait is None:
                self.paint_portrait(character.id, together=together, missing=True)
        for scene_id in scene_ids:
            if scene_id not in self.busy:
                self._illustrate(scene_id, together)

    def _illustrate(self, scene_id: str, together: Together) -> None:
        scene = self.session.story.scene(scene_id)
        if not has_words(scene):
            self.failed.emit(scene_id, self.tr("This scene has no words yet; write what happens in it first."))
            return
        title = filled(self.tr("Painting %1"), scene.title or self.tr("a scene"))
        seed = self.next_seed()

        def task() -> Iterator[Progress[Any]]:  # Painted, or the plan of words that were not understood
            # The story as it is when the job starts, portraits that were painted meanwhile included.
            story = self.session.story
            if scene_of(story, scene_id) is None:  # deleted while it waited
                return iter(())
            shape = shape_of(story.scene(scene_id).illustration)
            request = self._scene_request(story, scene_id, seed)
            if request.plan is not None and request.plan.is_empty:  # rather none than a blank picture
                return iter((Progress(1, 1, result=request.plan),))
            return paint_scene(self.illustrator, request, *shape)

        job = self._submit(title, task, scene_id)
        self.busy[scene_id] = job
        job.progressed.connect(lambda progress: self._progressed(scene_id, progress))
        job.done.connect(lambda painted: self._painted(scene_id, painted, together))
        job.ended.connect(lambda: self._over(scene_id))

    def _scene_request(self, story: Story, scene_id: str, seed: int) -> PaintRequest:
        """The words read anew; what was corrected, removed, added, moved or locked by hand stays."""
        scene = story.scene(scene_id)
        request = scene_request(story, scene, _plan_before(story, scene_id), seed, self.options)
        plan = read_request(request, self.illustrator)
        old = scene.illustration
        if old is not None:
            plan = merge(old.plan, plan)
        plan = with_cast(plan, scene.cast, story)
        return replace(request, plan=plan, **self._kept(scene, plan))

    def _kept(self, scene: Scene, plan: ScenePlan) -> dict[str, Any]:
        """Placements and variants of the picture before that the new one takes over."""
        old = scene.illustration
        if old is None:
            return {}
        old = squared(old)  # as which the new one is painted, before it gets the shape of the old one
        ids = {one.id for one in plan.cels}
        # While nothing changed in who does what, everybody stays; else those that a hand put somewhere.
        same = [(one.id, one.attributes, one.relation) for one in plan.cels] == [
            (one.id, one.attributes, one.relation) for one in old.plan.cels
        ]
        stay = [replace(one, pinned=True) if same else one for one in old.placements if one.cel in ids]
        before = {one.cel: one for one in old.placements}
        placed = tuple(
            before[one.cel] if one.cel in before and one.pinned else one
            for one in stage(plan, self.store.vocabulary, stay)
        )
        locked = {one.cel: shown for one in placed if one.locked and (shown := old.shown(one.cel))}
        return {"placements": placed, "keep": locked}

    def _progressed(self, scene_id: str, progress: Progress[Painted]) -> None:
        if progress.preview is not None:
            self.preview.emit(scene_id, progress.preview)

    def _over(self, scene_id: str) -> None:
        self.busy.pop(scene_id, None)
        self.finished.emit(scene_id)

    def _painted(self, scene_id: str, painted: Painted | ScenePlan | None, together: Together) -> None:
        self.not_read.pop(scene_id, None)
        if isinstance(painted, ScenePlan):
            self._tell_unread(scene_id)
            return
        if painted is None:
            return
        for cel, picture in painted.cels.items():
            variant = painted.illustration.shown(cel)
            if variant is not None:
                self.keep(variant.id, picture)
        self.session.take_result(
            together.name, lambda story: with_picture(story, scene_id, painted.illustration), together
        )

    def _tell_unread(self, scene_id: str) -> None:
        scene = scene_of(self.session.story, scene_id)
        if scene is None:
            return
        self.not_read[scene_id] = text_hash(scene.text)
        number = self.session.story.scenes.index(scene) + 1
        words = self.tr("Scene %1 was not understood, so no picture of it was painted.")
        self.failed.emit(scene_id, filled(words, number))

    def search(self, words: str, candidates: Mapping[str, Sequence[CodeGrid]]) -> Job:
        """Rank pictures by words; the job is done with a list of matches, the best first."""

        def task() -> Iterator[Progress[list[Match]]]:
            yield Progress(0, 1)
            yield Progress(1, 1, result=self.illustrator.search(words, candidates))

        return self._submit(filled(self.tr("Looking for pictures of “%1”"), words), task)


def _plan_before(story: Story, scene_id: str) -> ScenePlan | None:
    previous = None
    for scene in story.scenes:
        if scene.id == scene_id:
            return previous
        if scene.illustration is not None:
            previous = scene.illustration.plan
    return previous
