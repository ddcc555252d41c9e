"""One worker, one queue, exactly one ending a job."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from storyapp.jobs.queue import Job, JobQueue
from storyapp.story.errors import InputError
from storyapp.story.request import Progress

pytestmark = pytest.mark.gui


@pytest.fixture
def queue(qtbot: Any) -> Iterator[JobQueue]:
    made = JobQueue()
    yield made
    made.shutdown()


def record(job: Job, into: list[str]) -> None:
    job.done.connect(lambda result: into.append(f"done {result}"))
    job.cancelled.connect(lambda: into.append("cancelled"))
    job.failed.connect(lambda words: into.append(f"failed {words}"))


def steps(count: int, wait: float = 0.0) -> Iterator[Progress[str]]:
    for step in range(count):
        time.sleep(wait)
        yield Progress(step, count)
    yield Progress(count, count, result="ready")


def test_jobs_run_in_order_on_another_thread_and_tell_on_this_one(queue: JobQueue, qtbot: Any) -> None:
    ends: list[str] = []
    threads: list[int] = []
    heard: list[int] = []

    def task() -> Iterator[Progress[str]]:
        threads.append(threading.get_ident())
        yield from steps(2)

    for _ in range(3):
        job = queue.submit("job", task)
        record(job, ends)
        job.done.connect(lambda _: heard.append(threading.get_ident()))
    qtbot.waitUntil(lambda: len(ends) == 3, timeout=5000)
    assert ends == ["done ready"] * 3
    assert set(threads) != {threading.get_ident()}
    assert set(heard) == {threading.get_ident()}


def test_a_cancelled_job_ends_once_and_closes_its_generator(queue: JobQueue, qtbot: Any) -> None:
    ends: list[str] = []
    closed = threading.Event()

    def task() -> Iterator[Progress[str]]:
        try:
            yield from steps(100, 0.02)
        finally:
            closed.set()

    job = queue.submit("long", task)
    record(job, ends)
    qtbot.waitUntil(lambda: job.step > 0, timeout=5000)
    job.cancel()
    qtbot.waitUntil(lambda: bool(ends), timeout=5000)
    qtbot.wait(50)
    assert ends == ["cancelled"]
    assert closed.is_set()


def test_errors_become_words_and_the_next_job_runs(queue: JobQueue, qtbot: Any) -> None:
    ends: list[str] = []

    def known() -> Iterator[Progress[str]]:
        yield Progress(0, 1)
        raise InputError("Write some words first.")

    def unknown() -> Iterator[Progress[str]]:
        yield Progress(0, 1)
        raise ZeroDivisionError("division by zero")

    for task in (known, unknown, lambda: steps(1)):
        record(queue.submit("job", task), ends)
    qtbot.waitUntil(lambda: len(ends) == 3, timeout=5000)
    assert ends[0] == "failed Write some words first."
    assert "division by zero" in ends[1]
    assert ends[2] == "done ready"


def test_a_waiting_job_can_be_moved_first(queue: JobQueue, qtbot: Any) -> None:
    order: list[str] = []
    queue.submit("first", lambda: steps(3, 0.05))
    jobs = {}
    for name in ("a", "b"):
        jobs[name] = queue.submit(name, lambda: steps(1))
        jobs[name].done.connect(lambda _, name=name: order.append(name))
    queue.move(jobs["b"], -1)
    qtbot.waitUntil(lambda: len(order) == 2, timeout=5000)
    assert order == ["b", "a"]


def test_time_left_is_measured(queue: JobQueue, qtbot: Any) -> None:
    job = queue.submit("long", lambda: steps(20, 0.02))
    assert job.seconds_left() is None
    qtbot.waitUntil(lambda: job.step >= 5, timeout=5000)
    left = job.seconds_left()
    assert left is not None and 0 < left < 5


def test_a_job_sees_what_came_of_the_one_before_it(queue: JobQueue, qtbot: Any) -> None:
    made: list[int] = []

    def add(number: int) -> Iterator[Progress[int]]:
        yield Progress(1, 1, result=len(made) + number)

    for number in range(20):
        queue.submit(str(number), lambda: add(1)).done.connect(made.append)  # the story changes on the ui thread
    qtbot.waitUntil(lambda: len(made) == 20)
    assert made == list(range(1, 21))


def test_a_job_that_fails_while_it_is_closed_still_ends_once(queue: JobQueue, qtbot: Any) -> None:
    ends: list[str] = []

    def task() -> Iterator[Progress[str]]:
        try:
            yield from steps(100, 0.02)
        finally:
            raise OSError("the disk is gone")

    job = queue.submit("long", task)
    record(job, ends)
    qtbot.waitUntil(lambda: job.step > 0, timeout=5000)
    job.cancel()
    record(queue.submit("next", lambda: steps(1)), ends)
    qtbot.waitUntil(lambda: len(ends) == 2, timeout=5000)
    assert "the disk is gone" in ends[0]
    assert ends[1] == "done ready"


def test_the_ending_is_told_when_the_generator_is_closed(queue: JobQueue, qtbot: Any) -> None:
    closed = threading.Event()
    told: list[bool] = []

    def task() -> Iterator[Progress[str]]:
        try:
            yield from steps(100, 0.02)
        finally:
            time.sleep(0.1)
            closed.set()

    job = queue.submit("long", task)
    job.cancelled.connect(lambda: told.append(closed.is_set()))
    qtbot.waitUntil(lambda: job.step > 0, timeout=5000)
    job.cancel()
    qtbot.waitUntil(lambda: bool(told), timeout=5000)
    assert told == [True]
