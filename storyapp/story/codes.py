"""The discrete latent codes of one cel, as plain integers, and locks over them."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

Cell = tuple[int, int]  # (row, column) in the top grid

_HEADER = struct.Struct("<4sBBBBB")  # magic, frame, rows, columns, depth, bottom scale
_MAGIC = b"SCG1"
_LARGEST = 65_535  # a code is stored in two bytes
SQUARE = 16  # top cells along each side of a backdrop as the model paints it; larger ones are pieced together
FRAMES = ("backdrop", "figure", "thing")  # the order is fixed: story files and networks store the index


@dataclass(frozen=True)
class CodeGrid:
    """Codes of one cel: `rows`×`columns` top cells of `depth` residual codes each, and the bottom codes.

    `top` holds rows·columns·depth integers, row by row, the residual codes of a cell together. `bottom`
    holds (2·rows)·(2·columns) integers, row by row, or is empty where the top carries the picture alone.
    """

    frame: str
    rows: int
    columns: int
    depth: int
    top: tuple[int, ...]
    bottom: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if self.frame not in FRAMES:
            raise ValueError(f"frame must be one of {FRAMES}, not {self.frame!r}")
        if len(self.top) != self.rows * self.columns * self.depth:
            raise ValueError(f"{len(self.top)} top codes do not fill {self.rows}×{self.columns}×{self.depth}")
        if len(self.bottom) not in (0, 4 * self.rows * self.columns):
            raise ValueError(f"{len(self.bottom)} bottom codes do not fill {2 * self.rows}×{2 * self.columns}")
        # A grid that could not be serialised would make its whole story unsaveable.
        if not all(1 <= size <= 255 for size in (self.rows, self.columns, self.depth)):
            raise ValueError(f"a grid of {self.rows}×{self.columns}×{self.depth} codes is not possible")
        if not _fit(self.top) or not _fit(self.bottom):
            raise ValueError(f"codes must be between 0 and {_LARGEST}")

    def cell(self, cell: Cell) -> tuple[int, ...]:
        """The residual top codes of one cell."""
        start = (cell[0] * self.columns + cell[1]) * self.depth
        return self.top[start : start + self.depth]

    def bottom_cells(self, cell: Cell) -> tuple[int, ...]:
        """The 2×2 bottom codes of one top cell, row by row; empty if the grid has none."""
        if not self.bottom:
            return ()
        row, column, width = 2 * cell[0], 2 * cell[1], 2 * self.columns
        upper, lower = row * width + column, (row + 1) * width + column
        return self.bottom[upper : upper + 2] + self.bottom[lower : lower + 2]

    def cells(self) -> list[Cell]:
        """Every top cell, row by row."""
        return [(row, column) for row in range(self.rows) for column in range(self.columns)]

    def window(self, corner: Cell, rows: int, columns: int) -> CodeGrid:
        """The `rows`×`columns` top cells from `corner` on, as a grid of its own without bottom codes.

        Raises:
            ValueError: if they reach beyond the grid.
        """
        self._check_inside(corner, rows, columns)
        cells = ((corner[0] + row, corner[1] + column) for row in range(rows) for column in range(columns))
        top = tuple(code for cell in cells for code in self.cell(cell))
        return CodeGrid(self.frame, rows, columns, self.depth, top)

    def with_window(self, corner: Cell, window: CodeGrid) -> CodeGrid:
        """The grid with the top codes of `window` from `corner` on, and without bottom codes: they belonged to the old.

        Raises:
            ValueError: if the window reaches beyond the grid.
        """
        self._check_inside(corner, window.rows, window.columns)
        top, length = list(self.top), window.columns * self.depth
        for row in range(window.rows):
            start = ((corner[0] + row) * self.columns + corner[1]) * self.depth
            top[start : start + length] = window.top[row * length : (row + 1) * length]
        return replace(self, top=tuple(top), bottom=())

    def _check_inside(self, corner: Cell, rows: int, columns: int) -> None:
        if min(corner) < 0 or corner[0] + rows > self.rows or corner[1] + columns > self.columns:
            raise ValueError(f"{rows}×{columns} cells at {corner} reach beyond a grid of {self.rows}×{self.columns}")

    def to_bytes(self) -> bytes:
        """A short header, then the top and the bottom codes as little-endian 16-bit integers."""
        header = _HEADER.pack(_MAGIC, FRAMES.index(self.frame), self.rows, self.columns, self.depth, bool(self.bottom))
        codes = self.top + self.bottom
        return header + struct.pack(f"<{len(codes)}H", *codes)

    @cached_property
    def mark(self) -> str:
        """A hash of the grid: 16 hexadecimal digits."""
        return hashlib.sha256(self.to_bytes()).hexdigest()[:16]

    @classmethod
    def from_bytes(cls, data: bytes) -> CodeGrid:
        """Read what `to_bytes` wrote.

        Raises:
            ValueError: if the data is not a complete code grid.
        """
        try:
            magic, frame, rows, columns, depth, has_bottom = _HEADER.unpack_from(data)
            if magic != _MAGIC:
                raise ValueError("these bytes are not a code grid")
            top_count = rows * columns * depth
            count = top_count + (4 * rows * columns if has_bottom else 0)
            if len(data) != _HEADER.size + 2 * count:
                raise ValueError("the code grid is truncated or damaged")
            codes = struct.unpack_from(f"<{count}H", data, _HEADER.size)
            return cls(FRAMES[frame], rows, columns, depth, codes[:top_count], codes[top_count:])
        except (struct.error, IndexError) as error:
            raise ValueError("the code grid is truncated or damaged") from error


@dataclass(frozen=True)
class CodeLock:
    """Cells of a grid that must keep their codes: the top codes, and the 2×2 bottom codes of each."""

    grid: CodeGrid
    cells: frozenset[Cell]

    @classmethod
    def whole(cls, grid: CodeGrid) -> CodeLock:
        """Lock every cell."""
        return cls(grid, frozenset(grid.cells()))

    @classmethod
    def all_but(cls, grid: CodeGrid, free: Iterable[Cell]) -> CodeLock:
        """Lock every cell except `free`."""
        return cls(grid, frozenset(grid.cells()) - frozenset(free))

    def violations(self, painted: CodeGrid) -> frozenset[Cell]:
        """The locked cells whose codes differ in `painted`; none if the lock was respected."""
        return frozenset(
            cell
            for cell in self.cells
            if self.grid.cell(cell) != painted.cell(cell) or self.grid.bottom_cells(cell) != painted.bottom_cells(cell)
        )


def _fit(codes: tuple[int, ...]) -> bool:
    return not codes or (min(codes) >= 0 and max(codes) <= _LARGEST)


def difference(one: CodeGrid, other: CodeGrid) -> frozenset[Cell]:
    """The cells in which two grids of the same shape differ, on either level.

    Raises:
        ValueError: if the shapes differ.
    """
    if (one.rows, one.columns, one.depth) != (other.rows, other.columns, other.depth):
        raise ValueError("only code grids of one shape can be compared")
    return CodeLock.whole(one).violations(other)


def agreement(one: CodeGrid, other: CodeGrid) -> float:
    """The share (0 … 1) of top cells that are equal in two grids of the same shape."""
    equal = sum(one.cell(cell) == other.cell(cell) for cell in one.cells())
    return equal / (one.rows * one.columns)
