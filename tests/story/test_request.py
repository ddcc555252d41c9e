"""The result of a task, and pictures whose bytes fit their size."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from storyapp.story.request import Picture, Progress, result_of


def test_the_result_of_a_task_is_that_of_its_last_step_that_has_one() -> None:
    steps = [Progress[str](1, 3), Progress(2, 3, result="early"), Progress(3, 3, result="late")]
    assert result_of(iter(steps)) == "late"


def test_a_task_runs_to_its_end_after_its_result() -> None:
    ended = []

    def task() -> Iterator[Progress[int]]:
        yield Progress(1, 1, result=0)
        ended.append(True)

    assert result_of(task()) == 0
    assert ended


def test_a_task_without_a_result_is_an_error() -> None:
    with pytest.raises(ValueError, match="without a result"):
        result_of(iter([Progress[str](1, 1)]))


def test_a_picture_with_too_few_bytes_is_refused() -> None:
    assert Picture(2, 1, "RGB", bytes(6)).width == 2
    with pytest.raises(ValueError, match="2×1"):
        Picture(2, 1, "RGBA", bytes(6))
