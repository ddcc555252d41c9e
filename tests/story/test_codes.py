"""Latent codes as integers, and locks over them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyapp.story.codes import FRAMES, CodeGrid, CodeLock, agreement, difference


@st.composite
def grids(draw: st.DrawFn) -> CodeGrid:
    rows, columns, depth = draw(st.integers(1, 5)), draw(st.integers(1, 5)), draw(st.integers(1, 3))
    code = st.integers(0, 65_535)
    top = draw(st.lists(code, min_size=rows * columns * depth, max_size=rows * columns * depth))
    bottom = draw(st.one_of(st.just([]), st.lists(code, min_size=4 * rows * columns, max_size=4 * rows * columns)))
    return CodeGrid(draw(st.sampled_from(FRAMES)), rows, columns, depth, tuple(top), tuple(bottom))


def counted(rows: int = 2, columns: int = 3, depth: int = 2, bottom: bool = True) -> CodeGrid:
    cells = rows * columns
    return CodeGrid(
        "figure", rows, columns, depth, tuple(range(cells * depth)), tuple(range(4 * cells)) if bottom else ()
    )


def changed_at(codes: tuple[int, ...], index: int) -> tuple[int, ...]:
    return (*codes[:index], codes[index] ^ 1, *codes[index + 1 :])


@given(grids())
def test_a_grid_survives_being_written_and_read(grid: CodeGrid) -> None:
    assert CodeGrid.from_bytes(grid.to_bytes()) == grid


@given(grids(), st.data())
def test_no_shortened_or_lengthened_grid_is_read(grid: CodeGrid, data: st.DataObject) -> None:
    written = grid.to_bytes()
    cut = data.draw(st.integers(0, len(written) - 1))
    for damaged in (written[:cut], written + b"\0"):
        with pytest.raises(ValueError):
            CodeGrid.from_bytes(damaged)


@given(st.binary(max_size=60))
def test_any_bytes_are_a_grid_or_a_value_error(data: bytes) -> None:
    try:
        grid = CodeGrid.from_bytes(data)
    except ValueError:
        return
    assert grid.to_bytes()[:8] == data[:8]


def test_an_unknown_frame_in_the_bytes_is_refused() -> None:
    written = bytearray(counted().to_bytes())
    written[4] = len(FRAMES)
    with pytest.raises(ValueError, match="damaged"):
        CodeGrid.from_bytes(bytes(written))
    with pytest.raises(ValueError, match="not a code grid"):
        CodeGrid.from_bytes(b"PNG!" + bytes(written[4:]))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"frame": "portrait"}, "frame"),
        ({"top": (0, 1)}, "top codes"),
        ({"bottom": (0, 1)}, "bottom codes"),
        ({"top": (0,) * 11 + (65_536,)}, "between 0 and 65535"),
        ({"top": (0,) * 11 + (-1,)}, "between 0 and 65535"),
        ({"bottom": (0,) * 23 + (70_000,)}, "between 0 and 65535"),
        ({"rows": 0, "top": (), "bottom": ()}, "not possible"),
        ({"rows": 1, "columns": 256, "depth": 1, "top": (0,) * 256, "bottom": ()}, "not possible"),
    ],
)
def test_what_could_not_be_written_cannot_be_made(changes: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        replace(counted(), **changes)


def test_the_largest_grid_can_be_written() -> None:
    grid = CodeGrid("backdrop", 255, 1, 1, (65_535,) * 255)
    assert CodeGrid.from_bytes(grid.to_bytes()) == grid


def test_a_cell_holds_its_residual_codes_and_the_four_below_it() -> None:
    grid = counted()
    assert grid.cells() == [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2)]
    assert grid.cell((1, 2)) == (10, 11)
    assert grid.bottom_cells((0, 0)) == (0, 1, 6, 7)
    assert grid.bottom_cells((1, 2)) == (16, 17, 22, 23)
    assert counted(bottom=False).bottom_cells((1, 2)) == ()


@given(grids())
def test_the_cells_together_hold_every_code_once(grid: CodeGrid) -> None:
    assert tuple(code for cell in grid.cells() for code in grid.cell(cell)) == grid.top
    below = [code for cell in grid.cells() for code in grid.bottom_cells(cell)]
    assert sorted(below) == sorted(grid.bottom)


def test_a_whole_lock_sees_every_change_on_either_level() -> None:
    grid = counted()
    lock = CodeLock.whole(grid)
    assert lock.violations(grid) == frozenset()
    for index in range(len(grid.top)):
        assert lock.violations(replace(grid, top=changed_at(grid.top, index))) == {grid.cells()[index // 2]}
    assert lock.violations(replace(grid, bottom=changed_at(grid.bottom, 14))) == {(1, 1)}


def test_a_lock_lets_its_free_cells_change() -> None:
    grid = counted()
    lock = CodeLock.all_but(grid, [(0, 1), (1, 2)])
    assert lock.cells == {(0, 0), (0, 2), (1, 0), (1, 1)}
    assert lock.violations(replace(grid, top=changed_at(grid.top, 2))) == frozenset()
    assert lock.violations(replace(grid, top=changed_at(grid.top, 0))) == {(0, 0)}


def test_a_bottom_that_is_gone_is_a_violation_everywhere() -> None:
    assert CodeLock.whole(counted()).violations(counted(bottom=False)) == set(counted().cells())


@given(grids())
def test_a_grid_differs_nowhere_from_itself(grid: CodeGrid) -> None:
    assert difference(grid, grid) == frozenset()
    assert agreement(grid, grid) == 1.0


def test_difference_and_agreement_count_cells() -> None:
    grid = counted()
    other = replace(grid, top=changed_at(changed_at(changed_at(grid.top, 0), 1), 11))
    assert difference(grid, other) == difference(other, grid) == {(0, 0), (1, 2)}
    assert agreement(grid, other) == pytest.approx(4 / 6)


def test_grids_of_two_shapes_are_not_compared() -> None:
    with pytest.raises(ValueError, match="one shape"):
        difference(counted(2, 3), counted(3, 2))


def test_a_window_holds_the_top_codes_from_its_corner_on() -> None:
    grid = CodeGrid("backdrop", 2, 3, 1, (0, 1, 2, 3, 4, 5))
    assert grid.window((0, 1), 2, 2) == CodeGrid("backdrop", 2, 2, 1, (1, 2, 4, 5))


def test_a_window_put_in_changes_its_cells_alone_and_drops_the_bottom() -> None:
    grid = CodeGrid("backdrop", 2, 3, 1, (0, 1, 2, 3, 4, 5), tuple(range(24)))
    assert grid.with_window((1, 1), CodeGrid("backdrop", 1, 2, 1, (8, 9))) == CodeGrid(
        "backdrop", 2, 3, 1, (0, 1, 2, 3, 8, 9)
    )


@pytest.mark.parametrize("corner", [(0, 2), (1, 0), (-1, 0)])
def test_a_window_beyond_the_grid_is_refused(corner: tuple[int, int]) -> None:
    grid = CodeGrid("backdrop", 2, 3, 1, (0,) * 6)
    with pytest.raises(ValueError, match="beyond"):
        grid.window(corner, 2, 2)
    with pytest.raises(ValueError, match="beyond"):
        grid.with_window(corner, CodeGrid("backdrop", 2, 2, 1, (1,) * 4))
