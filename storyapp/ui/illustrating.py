"""Turns wishes into jobs, and their results into steps of the session: all calls of the engine are here."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from storyapp.jobs.queue import Job, JobQueue
from storyapp.story.book import has_words, portrait_request, scene_request, with_looks
from storyapp.story.model import Illustration, Story, Variant
from storyapp.story.plan import ScenePlan
from storyapp.story.request import Illustrator, Painted, PaintedCel, Picture, Progress

from .characters_panel import Looks
from .pictures import PictureStore
from .session import Session


class Illustrating(QObject):
    """The desk's only way to the engine."""

    preview = Signal(str, object)  # scene id, Picture
    finished = Signal(str)  # scene id
    failed = Signal(str, str)  # scene id or "", words
    engine_changed = Signal(str)  # words for the status bar
    decoded = Signal()

    def __init__(
        self, session: Session, queue: JobQueue, illustrator: Illustrator, store: PictureStore, look: Looks
    ) -> None:
        super().__init__()
        self.session, self.queue, self.illustrator = session, queue, illustrator
        self.store, self.look = store, look
        self.busy: dict[str, Job] = {}
        self._decoding: set[str] = set()

    def _submit(self, title: str, task: Any, scene_id: str = "") -> Job:
        job = self.queue.submit(title, task)
        job.failed.connect(lambda words: self.failed.emit(scene_id, words))
        job.ended.connect(self._tell_engine)
        return job

    def _tell_engine(self) -> None:
        status = self.illustrator.status()
        words = f"{status.device}, {status.dtype}" if status.loaded else self.tr("model not loaded")
        self.engine_changed.emit(status.notice or words)

    def illustrate(self, scene_ids: Sequence[str]) -> None:
        """Paint scenes, each as a job; portraits that are missing first."""
        for character in self.session.story.characters:
            if character.portrait is None:
                self.paint_portrait(character.id)
        for scene_id in scene_ids:
            if scene_id not in self.busy:
                self._illustrate(scene_id)

    def _illustrate(self, scene_id: str) -> None:
        scene = self.session.story.scene(scene_id)
        if not has_words(scene):
            self.failed.emit(scene_id, self.tr("This scene has no words yet; write what happens in it first."))
            return
        title = self.tr("Painting %1").replace("%1", scene.title or self.tr("a scene"))
        seed = random.Random().randrange(1, 1_000_000)

        def task() -> Iterator[Progress[Painted]]:
            # The story as it is when the job starts, portraits that were painted meanwhile included.
            story = self.session.story
            return self.illustrator.illustrate(
                scene_request(story, story.scene(scene_id), _plan_before(story, scene_id), seed)
            )

        job = self._submit(title, task, scene_id)
        self.busy[scene_id] = job
        job.progressed.connect(lambda progress: self._progressed(scene_id, progress))
        job.done.connect(lambda painted: self._painted(scene_id, painted))
        job.ended.connect(lambda: self._over(scene_id))

    def _progressed(self, scene_id: str, progress: Progress[Painted]) -> None:
        if progress.preview is not None:
            self.preview.emit(scene_id, progress.preview)

    def _over(self, scene_id: str) -> None:
        self.busy.pop(scene_id, None)
        self.finished.emit(scene_id)

    def _painted(self, scene_id: str, painted: Painted | None, name: str = "") -> None:
        if painted is None:
            return
        self._keep(painted.illustration, painted.cels)

        def change(story: Story) -> Story:
            if all(one.id != scene_id for one in story.scenes):
                return story  # the scene was removed meanwhile
            return story.with_scene(story.scene(scene_id).with_illustration(painted.illustration))

        self.session.apply(name or self.tr("Paint picture"), change)

    def _keep(self, illustration: Illustration, cels: Any) -> None:
        for cel, picture in cels.items():
            variant = illustration.shown(cel)
            if variant is not None:
                self.store.keep(variant.id, picture)

    def paint_portrait(self, character_id: str) -> None:
        """Paint a portrait and lock it."""
        seed = random.Random().randrange(1, 1_000_000)

        def task() -> Iterator[Progress[tuple[PaintedCel, ...]]]:
            story = self.session.story
            character = with_looks(story.character(character_id), self.look)
            return self.illustrator.paint([portrait_request(character, story.style, seed)])

        name = self.session.story.character(character_id).name
        job = self._submit(self.tr("Portrait of %1").replace("%1", name), task)
        job.done.connect(lambda painted: self._portrait_painted(character_id, painted))

    def _portrait_painted(self, character_id: str, painted: tuple[PaintedCel, ...] | None) -> None:
        if not painted:
            return
        portrait = painted[0]
        self.store.keep(portrait.variant.id, portrait.picture)

        def change(story: Story) -> Story:
            if all(one.id != character_id for one in story.characters):
                return story
            character = with_looks(story.character(character_id), self.look)
            portraits = (*character.portraits, portrait.variant)
            return story.with_character(
                replace(character, portraits=portraits, chosen=portrait.variant.id, locked=True)
            )

        self.session.apply(self.tr("Paint portrait"), change)

    def redo_cel(self, scene_id: str, cel: str) -> None:
        """Paint one cel of a picture again, all others kept."""
        picture = self.session.story.scene(scene_id).illustration
        if picture is None:
            return
        kept = {one: v for one in picture.chosen if one != cel and (v := picture.shown(one)) is not None}
        seed = random.Random().randrange(1, 1_000_000)

        def task() -> Iterator[Progress[Painted]]:
            story = self.session.story
            request = scene_request(story, story.scene(scene_id), None, seed)
            return self.illustrator.illustrate(
                replace(request, plan=picture.plan, placements=picture.placements, keep=kept)
            )

        job = self._submit(self.tr("Painting %1 again").replace("%1", cel), task, scene_id)
        job.done.connect(lambda painted: self._cel_painted(scene_id, cel, painted))

    def _cel_painted(self, scene_id: str, cel: str, painted: Painted | None) -> None:
        variant = painted.illustration.shown(cel) if painted else None
        if painted is None or variant is None:
            return
        self.store.keep(variant.id, painted.cels[cel])

        def change(story: Story) -> Story:
            scene = story.scene(scene_id)
            return (
                story.with_scene(scene.with_illustration(scene.illustration.with_variant(variant)))
                if scene.illustration
                else story
            )

        self.session.apply(self.tr("Paint %1 again").replace("%1", cel), change)

    def restyle_book(self) -> None:
        """Bring every picture into its scene's style, keeping all layouts, as one step."""
        story = self.session.story
        todo = [(one.id, one.illustration, story.style_of(one)) for one in story.scenes if one.illustration]

        def task() -> Iterator[Progress[dict[str, Painted]]]:
            found: dict[str, Painted] = {}
            for index, (scene_id, picture, style) in enumerate(todo):
                for progress in self.illustrator.restyle(picture, style):
                    if progress.result is not None:
                        found[scene_id] = progress.result
                    yield Progress(index, len(todo))
            yield Progress(len(todo), len(todo), result=found)

        if todo:
            self._submit(self.tr("Restyling the book"), task).done.connect(self._restyled)

    def _restyled(self, found: dict[str, Painted] | None) -> None:
        for painted in (found or {}).values():
            self._keep(painted.illustration, painted.cels)

        def change(story: Story) -> Story:
            for scene_id, painted in (found or {}).items():
                story = story.with_scene(story.scene(scene_id).with_illustration(painted.illustration))
            return story

        self.session.apply(self.tr("Restyle the book"), change)

    def decode_missing(self, variants: Sequence[Variant]) -> None:
        """Decode stored codes whose pictures are not at hand; `decoded` tells when they are."""
        todo = [one for one in variants if one.id not in self._decoding and self.store.cel(one.id) is None]
        todo = [one for one in todo if one.codes is not None]
        if not todo:
            return
        self._decoding.update(one.id for one in todo)

        def task() -> Iterator[Progress[list[tuple[str, Picture]]]]:
            found = []
            for index, one in enumerate(todo):
                assert one.codes is not None
                found.append((one.id, self.illustrator.decode(one.codes, one.style)))
                yield Progress(index, len(todo))
            yield Progress(len(todo), len(todo), result=found)

        job = self._submit(self.tr("Opening pictures"), task)
        job.done.connect(self._decoded)

    def _decoded(self, found: list[tuple[str, Picture]] | None) -> None:
        for variant_id, picture in found or ():
            self.store.keep(variant_id, picture)
            self._decoding.discard(variant_id)
        self.decoded.emit()


def _plan_before(story: Story, scene_id: str) -> ScenePlan | None:
    previous = None
    for scene in story.scenes:
        if scene.id == scene_id:
            return previous
        if scene.illustration is not None:
            previous = scene.illustration.plan
    return previous
