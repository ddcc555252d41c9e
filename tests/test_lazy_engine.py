"""The engine that is imported late: what would hold the window meanwhile is kept away."""

import gc
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from storyapp.lazy_engine import LazyIllustrator, no_collections, open_torch
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.model import Style


def test_no_garbage_is_collected_while_modules_are_imported() -> None:
    try:
        with no_collections():
            assert not gc.isenabled()
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0, "what was imported would be looked through again and again"
    finally:
        gc.unfreeze()


def test_garbage_is_collected_again_after_an_import_that_failed() -> None:
    with pytest.raises(ModuleNotFoundError), no_collections():
        raise ModuleNotFoundError("torch")
    assert gc.isenabled()
    gc.unfreeze()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows opens libraries otherwise")
def test_the_libraries_of_torch_can_be_opened_before_it_is_imported() -> None:
    assert open_torch()


def test_asking_what_is_loaded_makes_no_engine(vocabulary: Vocabulary, styles: dict[str, Style]) -> None:
    illustrator = LazyIllustrator(vocabulary, styles)
    assert not illustrator.status().loaded
    assert illustrator._engine is None


class Narrow:
    """An engine that only one thread may be in."""

    def __init__(self) -> None:
        self.ended = 0
        self.inside = threading.Lock()

    def _work(self) -> None:
        assert self.inside.acquire(blocking=False), "two threads at once"
        time.sleep(0.002)
        self.inside.release()

    def decode(self) -> str:
        self._work()
        return "decoded"

    def paint(self) -> Iterator[int]:
        try:
            for step in range(5):
                self._work()
                yield step
        finally:
            self._work()
            self.ended += 1


def test_the_workers_of_two_windows_take_turns_step_by_step(vocabulary: Vocabulary, styles: dict[str, Style]) -> None:
    illustrator = LazyIllustrator(vocabulary, styles)
    illustrator._engine = Narrow()  # type: ignore[assignment]
    with ThreadPoolExecutor(4) as pool:
        painted = [pool.submit(lambda: list(illustrator.paint())) for _ in range(4)]
        decoded = [pool.submit(illustrator.decode) for _ in range(4)]
        assert [one.result() for one in painted] == [[0, 1, 2, 3, 4]] * 4
        assert [one.result() for one in decoded] == ["decoded"] * 4


def test_long_work_that_waits_for_its_next_step_keeps_nobody_waiting(
    vocabulary: Vocabulary, styles: dict[str, Style]
) -> None:
    illustrator = LazyIllustrator(vocabulary, styles)
    illustrator._engine = Narrow()  # type: ignore[assignment]
    steps = illustrator.paint()
    next(steps)
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(illustrator.decode).result(timeout=10) == "decoded"
    steps.close()


def test_work_that_is_cancelled_ends_in_a_turn_of_its_own(vocabulary: Vocabulary, styles: dict[str, Style]) -> None:
    illustrator = LazyIllustrator(vocabulary, styles)
    illustrator._engine = engine = Narrow()  # type: ignore[assignment]
    kept = []  # a traceback or a debugger may hold on to the steps themselves
    paint = engine.paint
    engine.paint = lambda: kept.append(paint()) or kept[-1]  # type: ignore[method-assign, func-returns-value]
    steps = illustrator.paint()
    next(steps)
    steps.close()
    assert engine.ended == 1
