"""Places wider or taller than a square: pieced together, and painted again in part."""

from __future__ import annotations

import random
from typing import Any

import pytest

from storyapp.story.codes import SQUARE, CodeGrid, CodeLock
from storyapp.story.places import paint_place, square_of, windows
from storyapp.story.plan import BACKDROP
from storyapp.story.request import CelRequest
from tests.fakes import FakeIllustrator, grid_of


def grid(rows: int, columns: int) -> CodeGrid:
    rng = random.Random(rows)
    return CodeGrid(BACKDROP, rows, columns, 2, tuple(rng.randrange(512) for _ in range(rows * columns * 2)))


class Painting(FakeIllustrator):
    """Gives free cells the codes of the phrase, as an engine does."""

    def paint(self, requests: Any) -> Any:
        for progress in super().paint(requests):
            for one in progress.result or ():
                lock = self.painted[-1].lock
                if lock is not None:
                    new, old = grid_of(self.painted[-1].phrase, BACKDROP), lock.grid
                    top = tuple(
                        code for cell in old.cells() for code in (old if cell in lock.cells else new).cell(cell)
                    )
                    object.__setattr__(one.variant, "codes", CodeGrid(BACKDROP, SQUARE, SQUARE, 2, top))
            yield progress


def last(steps: Any) -> Any:
    *_, end = steps
    return end.result


@pytest.mark.parametrize("shape", [(16, 24), (24, 16), (16, 16), (16, 30)])
def test_a_square_cut_out_and_put_back_changes_nothing(shape: tuple[int, int]) -> None:
    wide = grid(*shape)
    assert square_of(wide).rows == square_of(wide).columns == SQUARE
    corner = (shape[0] - SQUARE, shape[1] - SQUARE)
    assert wide.with_window(corner, wide.window(corner, SQUARE, SQUARE)) == wide


@pytest.mark.parametrize("shape", [(16, 24), (24, 16), (16, 30)])
def test_windows_cover_everything_that_is_free(shape: tuple[int, int]) -> None:
    wide = grid(*shape)
    free = set(wide.cells())
    for row, column in windows(wide, free):
        assert 0 <= row <= shape[0] - SQUARE and 0 <= column <= shape[1] - SQUARE
        free -= {(row + r, column + c) for r in range(SQUARE) for c in range(SQUARE)}
    assert not free
    assert windows(wide, ()) == []


def test_a_region_of_a_wide_place_is_painted_in_squares_and_all_else_stays(vocabulary: Any) -> None:
    engine, wide = Painting(vocabulary), grid(16, 24)
    free = {(row, column) for row in range(4, 9) for column in range(3, 22)}
    request = CelRequest(BACKDROP, BACKDROP, "forest, night", "cartoon", 1, lock=CodeLock.all_but(wide, free))
    (painted,) = last(paint_place(engine, request, 16, 24))
    codes = painted.variant.codes
    assert (codes.rows, codes.columns, painted.variant.cel) == (16, 24, BACKDROP)
    assert not CodeLock.all_but(wide, free).violations(codes)
    changed = [cell for cell in free if codes.cell(cell) != wide.cell(cell)]
    assert len(changed) > 0.9 * len(free)
    assert all(one.lock.grid.rows == one.lock.grid.columns == SQUARE for one in engine.painted if one.lock)


def test_a_new_wide_place_comes_with_the_square_it_grew_from(vocabulary: Any) -> None:
    request = CelRequest(BACKDROP, BACKDROP, "forest, day", "cartoon", 1)
    wide, square = last(paint_place(FakeIllustrator(vocabulary), request, 16, 24))
    assert (wide.variant.codes.rows, wide.variant.codes.columns) == (16, 24)
    assert square.variant.codes.columns == SQUARE


def test_a_square_place_is_painted_as_it_always_was(vocabulary: Any) -> None:
    engine = FakeIllustrator(vocabulary)
    request = CelRequest(BACKDROP, BACKDROP, "forest, day", "cartoon", 1)
    assert len(last(paint_place(engine, request, SQUARE, SQUARE))) == 1
    assert engine.painted == [request]
