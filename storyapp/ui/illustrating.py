"""Turns wishes into jobs, and their results into steps of the session: all calls of the engine are here."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from storyapp.jobs.queue import Job, JobQueue
from storyapp.stage.compose import compose_painted
from storyapp.stage.pixels import from_image, read_picture, read_picture_file
from storyapp.stage.staging import stage
from storyapp.story.book import has_words, portrait_request, scene_request, with_looks
from storyapp.story.codes import CodeLock
from storyapp.story.edits import picture_of, repainted, with_picture
from storyapp.story.model import Illustration, Story, Variant, new_id
from storyapp.story.plan import Placement, ScenePlan
from storyapp.story.request import Encoded, Illustrator, Options, Painted, PaintedCel, Picture, Progress

from .characters_panel import Looks
from .pictures import PictureStore
from .session import Session

SAMPLE = 160  # pixels of a style sample
TOO_FAR = 0.1  # difference from which an imported drawing is used as drawn


class Illustrating(QObject):
    """The desk's only way to the engine."""

    preview = Signal(str, object)  # scene id, Picture
    finished = Signal(str)  # scene id
    failed = Signal(str, str)  # scene id or "", words
    engine_changed = Signal(str)  # words for the status bar
    decoded = Signal()
    sampled = Signal(str, object)  # style, Picture

    def __init__(
        self, session: Session, queue: JobQueue, illustrator: Illustrator, store: PictureStore, look: Looks
    ) -> None:
        super().__init__()
        self.session, self.queue, self.illustrator = session, queue, illustrator
        self.store, self.look = store, look
        self.busy: dict[str, Job] = {}
        self._decoding: set[str] = set()
        self._sampled = ""  # the picture whose samples were asked for last
        self.options = Options()
        self.seed: int | None = None  # None: another one for every picture

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
        seed = self.seed or random.Random().randrange(1, 1_000_000)

        def task() -> Iterator[Progress[Painted]]:
            # The story as it is when the job starts, portraits that were painted meanwhile included.
            story = self.session.story
            return self.illustrator.illustrate(
                scene_request(story, story.scene(scene_id), _plan_before(story, scene_id), seed, self.options)
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

    def _painted(self, scene_id: str, painted: Painted | None) -> None:
        if painted is None:
            return
        self._keep(painted.illustration, painted.cels)

        self.session.apply(self.tr("Paint picture"), lambda story: with_picture(story, scene_id, painted.illustration))

    def _keep(self, illustration: Illustration, cels: Any) -> None:
        for cel, picture in cels.items():
            variant = illustration.shown(cel)
            if variant is not None:
                self.store.keep(variant.id, picture)

    def paint_portrait(self, character_id: str, count: int = 1) -> None:
        """Paint portraits to choose from; the first one is locked."""
        seed = random.Random().randrange(1, 1_000_000)

        def task() -> Iterator[Progress[tuple[PaintedCel, ...]]]:
            story = self.session.story
            character = with_looks(story.character(character_id), self.look)
            return self.illustrator.paint([portrait_request(character, story.style, seed + i) for i in range(count)])

        name = self.session.story.character(character_id).name
        job = self._submit(self.tr("Portrait of %1").replace("%1", name), task)
        job.done.connect(lambda painted: self._portrait_painted(character_id, painted))

    def _portrait_painted(self, character_id: str, painted: tuple[PaintedCel, ...] | None) -> None:
        if not painted:
            return
        for one in painted:
            self.store.keep(one.variant.id, one.picture)
        new = tuple(one.variant for one in painted)

        def change(story: Story) -> Story:
            if all(one.id != character_id for one in story.characters):
                return story
            character = with_looks(story.character(character_id), self.look)
            changed = replace(character, portraits=(*character.portraits, *new), chosen=new[0].id, locked=True)
            return story.with_character(changed)

        self.session.apply(self.tr("Paint portrait"), change)

    def import_portrait(self, character_id: str, path: Path) -> None:
        """Make a picture file the portrait of somebody: its codes if the model can draw it, else as drawn."""

        def task() -> Iterator[Progress[Encoded]]:
            yield Progress(0, 1)
            picture = read_picture_file(path)
            yield Progress(1, 1, result=self.illustrator.encode(picture, "figure"))

        job = self._submit(self.tr("Reading the picture"), task)
        job.done.connect(lambda encoded: self._portrait_read(character_id, path.name, encoded))

    def _portrait_read(self, character_id: str, name: str, encoded: Encoded | None) -> None:
        if encoded is None:
            return
        far = encoded.error > TOO_FAR
        variant = Variant(
            new_id(), name, "", self.session.story.style, 0, encoded.codes, drawing=encoded.drawing if far else None
        )
        self.store.keep(variant.id, read_picture(encoded.drawing) if far else encoded.decoded)

        def change(story: Story) -> Story:
            if all(one.id != character_id for one in story.characters):
                return story
            character = story.character(character_id)
            portraits = (*character.portraits, variant)
            changed = replace(character, portraits=portraits, chosen=variant.id, locked=True, as_drawn=far)
            return story.with_character(changed)

        self.session.apply(self.tr("Import portrait"), change)
        if far:
            self.failed.emit("", self.tr("The model cannot draw this picture well, so it is used as it was drawn."))

    def redo_cel(self, scene_id: str, cel: str) -> None:
        """Paint one cel of a picture again, all others kept."""
        picture = picture_of(self.session.story, scene_id)
        if picture is not None:
            self.repaint(scene_id, cel, picture.plan, self.tr("Paint %1 again").replace("%1", cel))

    def repaint(self, scene_id: str, cel: str, plan: ScenePlan, name: str, lock: CodeLock | None = None) -> None:
        """Paint one cel after `plan`, as one step called `name`; all others stay, new ones are placed."""
        picture = picture_of(self.session.story, scene_id)
        if picture is None:
            return
        kept = {one: v for one in picture.chosen if one != cel and (v := picture.shown(one)) is not None}
        placements = self._placed(plan, picture)
        seed = self.seed or random.Random().randrange(1, 1_000_000)

        def task() -> Iterator[Progress[Painted]]:
            story = self.session.story
            request = scene_request(story, story.scene(scene_id), None, seed, self.options)
            locks = {cel: lock} if lock else {}
            return self.illustrator.illustrate(
                replace(request, plan=plan, placements=placements, keep=kept, locks=locks)
            )

        job = self._submit(self.tr("Painting %1").replace("%1", cel), task, scene_id)
        job.done.connect(lambda painted: self._cel_painted(scene_id, cel, painted, name))

    def vary(self, scene_id: str, cel: str, share: float) -> None:
        """Paint a random `share` of a cel's cells again, the others kept."""
        picture = picture_of(self.session.story, scene_id)
        shown = picture.shown(cel) if picture else None
        if picture is None or shown is None or shown.codes is None:
            return
        free = [cell for cell in shown.codes.cells() if random.random() < share]
        name = self.tr("Vary %1").replace("%1", cel)
        self.repaint(scene_id, cel, picture.plan, name, CodeLock.all_but(shown.codes, free))

    def _placed(self, plan: ScenePlan, picture: Illustration) -> tuple[Placement, ...]:
        """Where everybody stands: as before, and new ones as the stage says."""
        before = {one.cel: one for one in picture.placements}
        pinned = [replace(one, pinned=True) for one in picture.placements]
        return tuple(before.get(one.cel, one) for one in stage(plan, self.store.vocabulary, pinned))

    def _cel_painted(self, scene_id: str, cel: str, painted: Painted | None, name: str) -> None:
        variant = painted.illustration.shown(cel) if painted else None
        if painted is None or variant is None:
            return
        self.store.keep(variant.id, painted.cels[cel])
        plan, placed = painted.illustration.plan, painted.illustration.placements

        def change(story: Story) -> Story:
            picture = picture_of(story, scene_id)
            if picture is None:
                return story
            # What was moved while the cel was painted stays where it was put.
            now = {one.cel: one for one in picture.placements}
            return with_picture(
                story, scene_id, repainted(picture, plan, [now.get(one.cel, one) for one in placed], variant)
            )

        self.session.apply(name, change)

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
                story = with_picture(story, scene_id, painted.illustration)
            return story

        self.session.apply(self.tr("Restyle the book"), change)

    def sample_styles(self, picture: Illustration, styles: Sequence[str]) -> None:
        """Paint one picture in every style as small samples; `sampled` tells of each."""
        if self._sampled == picture.id:
            return
        self._sampled = picture.id

        def task() -> Iterator[Progress[None]]:
            for index, style in enumerate(styles):
                for progress in self.illustrator.restyle(picture, style):
                    if progress.result is not None:
                        sample = compose_painted(
                            progress.result, self.store.styles, self.store.vocabulary, (SAMPLE, SAMPLE)
                        )
                        self.sampled.emit(style, from_image(sample))
                yield Progress(index, len(styles))
            yield Progress(len(styles), len(styles))

        self._submit(self.tr("Trying the styles"), task)

    def decode_missing(self, variants: Sequence[Variant]) -> None:
        """Decode stored codes whose pictures are not at hand; `decoded` tells when they are."""
        todo = [one for one in variants if one.id not in self._decoding and self.store.cel(one.id) is None]
        if not todo:
            return
        self._decoding.update(one.id for one in todo)

        def task() -> Iterator[Progress[list[tuple[str, Picture]]]]:
            found = []
            for index, one in enumerate(todo):
                found.append((one.id, self.illustrator.picture_of(one)))
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
