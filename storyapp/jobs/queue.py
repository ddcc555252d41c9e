"""One worker thread and one queue. A job is any generator of Progress; it ends exactly once."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject, Qt, QThread, Signal

from storyapp.story.errors import StoryAppError
from storyapp.story.request import Progress

logger = logging.getLogger(__name__)

Task = Callable[[], Iterator[Progress[Any]]]


class Job(QObject):
    """A task on its way: `started`, any number of `progressed`, then one of `done`, `cancelled`, `failed`."""

    started = Signal()
    progressed = Signal(object)
    done = Signal(object)
    cancelled = Signal()
    failed = Signal(str)
    ended = Signal()
    _happened = Signal(str, object)  # from the worker; told again as the public signals on the ui thread

    def __init__(self, title: str, task: Task, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.task = task
        self.step, self.of = 0, 0
        self.began: float | None = None
        self._cancel = threading.Event()
        # A slot without a QObject (a lambda) would run on the worker thread; so nothing public is emitted there.
        self._happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def _tell(self, name: str, value: object) -> None:
        signal = getattr(self, name)
        signal.emit() if name in ("started", "cancelled", "ended") else signal.emit(value)

    def cancel(self) -> None:
        """Ask the job to stop after its current step."""
        self._cancel.set()

    def end_unstarted(self) -> None:
        """Tell the one ending of a job that was cancelled before it ran."""
        self._happened.emit("cancelled", None)
        self._happened.emit("ended", None)

    @property
    def kind(self) -> str:
        """What jobs of about the same length have in common: the first word of the title."""
        return self.title.split(" ", 1)[0]

    @property
    def is_cancelled(self) -> bool:
        """Whether it was asked to stop."""
        return self._cancel.is_set()

    def seconds_left(self) -> float | None:
        """How long it will still take, measured from its steps so far; None before there are any."""
        if self.began is None or self.step < 1 or not self.of:
            return None
        return (time.monotonic() - self.began) / self.step * max(0, self.of - self.step)

    def run(self) -> None:
        """Iterate the task to its one ending; called on the worker thread."""
        self.began = time.monotonic()
        self._happened.emit("started", None)
        try:
            result = None if self.is_cancelled else self._result()
        except StoryAppError as error:
            self._happened.emit("failed", str(error))
        except Exception as error:
            logger.exception("the job “%s” failed", self.title)
            self._happened.emit("failed", f"“{self.title}” failed: {error or type(error).__name__}.")
        else:
            if self.is_cancelled:
                self._happened.emit("cancelled", None)
            else:
                self._happened.emit("done", result)
        finally:
            self._happened.emit("ended", None)

    def _result(self) -> object:
        """What the steps bring; those of a generator are closed before the ending is told."""
        steps, result = self.task(), None
        try:
            for progress in steps:
                if self.is_cancelled:
                    break
                self.step, self.of = progress.step, progress.of
                if progress.result is not None:
                    result = progress.result
                self._happened.emit("progressed", progress)
        finally:
            close = getattr(steps, "close", None)
            if close is not None:
                close()
        return result


class _Worker(QThread):
    def __init__(self, queue: JobQueue) -> None:
        super().__init__(queue)
        self.queue = queue

    def run(self) -> None:
        while (job := self.queue.take()) is not None:
            job.run()


class JobQueue(QObject):
    """Jobs waiting for the one worker thread."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Job] = deque()
        self._condition = threading.Condition()
        self._closing = False
        self._took: dict[str, float] = {}  # kind of job → seconds of the last one
        self.current: Job | None = None
        self._worker = _Worker(self)
        self._worker.start()

    @property
    def jobs(self) -> list[Job]:
        """The running job and those waiting, in order."""
        with self._condition:
            return ([self.current] if self.current else []) + list(self._waiting)

    def submit(self, title: str, task: Task) -> Job:
        """Put a task at the end of the queue."""
        job = Job(title, task, self)
        job.ended.connect(self._ended)
        with self._condition:
            self._waiting.append(job)
            self._condition.notify()
        self.changed.emit()
        return job

    def move(self, job: Job, by: int) -> None:
        """Let a waiting job run earlier (negative) or later; the running one stays the first."""
        with self._condition:
            if job in self._waiting:
                row = min(max(self._waiting.index(job) + by, 0), len(self._waiting) - 1)
                self._waiting.remove(job)
                self._waiting.insert(row, job)
        self.changed.emit()

    def cancel(self, job: Job) -> None:
        """Ask a job to stop; one that waits is gone at once."""
        job.cancel()
        with self._condition:
            waiting = job in self._waiting
            if waiting:
                self._waiting.remove(job)
        if waiting:
            job.end_unstarted()
            self.changed.emit()

    def cancel_all(self) -> None:
        """Ask every job to stop."""
        for job in reversed(self.jobs):
            self.cancel(job)

    def seconds_left(self) -> float | None:
        """How long all jobs will still take, those that wait reckoned as their like took; None before anything is known."""
        jobs = self.jobs
        left = [self._seconds_of(job) for job in jobs]
        known = [one for one in left if one is not None]
        return sum(known) / len(known) * len(jobs) if known else None

    def _seconds_of(self, job: Job) -> float | None:
        measured = job.seconds_left()
        return self._took.get(job.kind) if measured is None else measured

    def take(self) -> Job | None:
        """The next job, as soon as there is one; None when the queue is closed. For the worker.

        A job starts only when the ending of the one before it has been told, so that it sees what came of it.
        """
        with self._condition:
            while (self.current is not None or not self._waiting) and not self._closing:
                self._condition.wait()
            if self._closing:
                return None
            self.current = self._waiting.popleft()
            return self.current

    def shutdown(self) -> None:
        """Cancel everything and wait for the worker; nothing runs afterwards."""
        self.cancel_all()
        with self._condition:
            self._closing = True
            self._condition.notify_all()
        self._worker.wait()

    def _ended(self) -> None:
        job = self.sender()
        with self._condition:
            if self.current is job:
                self.current = None
                self._condition.notify()
        if isinstance(job, Job) and job.began is not None and not job.is_cancelled:
            self._took[job.kind] = time.monotonic() - job.began
        self.changed.emit()
        if job is not None:
            job.deleteLater()
