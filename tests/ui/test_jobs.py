"""The queue on the desk: order, progress, cancelling one and all."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt

from storyapp.jobs.queue import JobQueue
from storyapp.story.request import Progress
from storyapp.ui.window.job_bar import JobBar

pytestmark = pytest.mark.gui


def steps(count: int, wait: float = 0.02) -> Iterator[Progress[str]]:
    for step in range(count):
        time.sleep(wait)
        yield Progress(step, count)
    yield Progress(count, count, result="ready")


@pytest.fixture
def bar(qtbot: Any) -> Iterator[JobBar]:
    queue = JobQueue()
    made = JobBar(queue)
    qtbot.addWidget(made)
    made.show()
    yield made
    queue.shutdown()


def titles(bar: JobBar) -> list[str]:
    return [row.title.text() for row in bar.list.rows]


def test_waiting_jobs_are_listed_reordered_and_cancelled_one_by_one(bar: JobBar, qtbot: Any) -> None:
    ends: list[str] = []
    bar.queue.submit("first", lambda: steps(400))
    for name in ("a", "b", "c"):
        job = bar.queue.submit(name, lambda: steps(1))
        job.done.connect(lambda _, name=name: ends.append(name))
        job.cancelled.connect(lambda name=name: ends.append(f"{name} cancelled"))
    qtbot.waitUntil(lambda: bar.queue.current is not None, timeout=4000)
    qtbot.mouseClick(bar.title, Qt.MouseButton.LeftButton)
    assert titles(bar) == ["first", "a", "b", "c"]
    qtbot.mouseClick(bar.list.rows[3].earlier, Qt.MouseButton.LeftButton)
    assert titles(bar) == ["first", "a", "c", "b"]
    qtbot.mouseClick(bar.list.rows[1].cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ends == ["a cancelled"], timeout=4000)
    assert titles(bar) == ["first", "c", "b"]
    qtbot.mouseClick(bar.list.rows[0].cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ends == ["a cancelled", "c", "b"], timeout=4000)
    assert titles(bar) == []
    assert bar.list.empty.isVisible()


def test_cancel_all_ends_every_job_once(bar: JobBar, qtbot: Any) -> None:
    ends: list[str] = []
    for name in ("a", "b", "c"):
        bar.queue.submit(name, lambda: steps(400)).cancelled.connect(lambda name=name: ends.append(name))
    qtbot.mouseClick(bar.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not bar.queue.jobs, timeout=4000)
    qtbot.waitUntil(lambda: sorted(ends) == ["a", "b", "c"], timeout=4000)


def test_the_time_left_counts_what_waits(bar: JobBar, qtbot: Any) -> None:
    assert bar.queue.seconds_left() is None
    for _ in range(3):
        bar.queue.submit("Painting a scene", lambda: steps(30))
    qtbot.waitUntil(lambda: (bar.queue.seconds_left() or 0) > 0, timeout=4000)
    running = bar.queue.jobs[0].seconds_left()
    total = bar.queue.seconds_left()
    assert running is not None and total is not None and total > 1.5 * running
    qtbot.waitUntil(lambda: "left" in bar.left.text(), timeout=4000)
    bar.queue.cancel_all()
