"""What every kind of work at the engine shares: the queue, the store, and how its state is told."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from storyapp.jobs.queue import Job, JobQueue
from storyapp.story.book import Looks
from storyapp.story.errors import ModelError, PictureError
from storyapp.story.model import Variant
from storyapp.story.request import Illustrator, Options, Picture, Progress

from ..session import Session
from .pictures import PictureStore


class Work(QObject):
    """The desk's only way to the engine; the kinds of work are its subclasses."""

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
        self._decoding: set[str] = set()
        self._damaged: set[str] = set()  # variants that cannot be decoded
        self.options = Options()
        self.seed: int | None = None  # None: another one for every picture

    def next_seed(self) -> int:
        """The seed of the next painting: the one that was set, or any."""
        return self.seed or random.Random().randrange(1, 1_000_000)

    def _submit(self, title: str, task: Any, scene_id: str = "") -> Job:
        job = self.queue.submit(title, task)
        job.failed.connect(lambda words: self.failed.emit(scene_id, words))
        job.ended.connect(self._tell_engine)
        return job

    def _tell_engine(self) -> None:
        status = self.illustrator.status()
        on = self.tr("paints on the processor") if status.device == "cpu" else self.tr("paints on the graphics card")
        self.engine_changed.emit(status.notice or (on if status.loaded else ""))

    def decode_missing(self, variants: Sequence[Variant]) -> None:
        """Decode stored codes whose pictures are not at hand; `decoded` tells when they are.

        A damaged drawing is told once, and the others come without it.
        """
        passed = self._decoding | self._damaged
        todo = [one for one in variants if one.id not in passed and self.store.cel(one.id) is None]
        if not todo:
            return
        self._decoding.update(one.id for one in todo)
        damaged: dict[str, str] = {}  # why, by variant id

        def task() -> Iterator[Progress[list[tuple[str, Picture]]]]:
            found = []
            for index, one in enumerate(todo):
                try:
                    found.append((one.id, self.picture_of(one)))
                except PictureError as error:
                    damaged[one.id] = str(error)
                yield Progress(index, len(todo))
            yield Progress(len(todo), len(todo), result=found)

        job = self._submit(self.tr("Opening pictures"), task)
        job.done.connect(lambda found: self._decoded(found, damaged))
        job.ended.connect(lambda: self._decoding.difference_update(one.id for one in todo))

    def picture_of(self, variant: Variant) -> Picture:
        """A variant as a picture, for a job: decoded, or as the story's file keeps it where that is impossible.

        Raises:
            ModelError: if the model is missing or another one, and the file has no picture.
            PictureError: if a drawing is damaged, and the file has no picture.
        """
        try:
            return self.illustrator.picture_of(variant)
        except (ModelError, PictureError):
            kept = self.session.kept_picture(variant.id)
            if kept is None:
                raise
            return kept

    def _decoded(self, found: list[tuple[str, Picture]] | None, damaged: Mapping[str, str]) -> None:
        self._damaged |= damaged.keys()
        for words in dict.fromkeys(damaged.values()):
            self.failed.emit("", words)
        for variant_id, picture in found or ():
            self.store.keep(variant_id, picture)
        self.decoded.emit()

    def keep(self, variant_id: str, picture: Picture) -> None:
        """Remember what was just painted, here and in the story's file."""
        self.store.keep(variant_id, picture)
        self.session.keep_picture(variant_id, picture)
