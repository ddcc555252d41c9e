"""A larger backdrop around an old one: windows of the size the model knows, each overlapping what is known."""

from __future__ import annotations

from dataclasses import dataclass, replace

from storyapp.story.codes import Cell, CodeGrid, CodeLock

SIDE = 16  # top cells along each side of a window


@dataclass(frozen=True)
class Extension:
    """A grid under way: its codes, and which of its cells are known."""

    grid: CodeGrid
    known: frozenset[Cell]

    @classmethod
    def around(cls, codes: CodeGrid, rows: int, columns: int) -> Extension:
        """Start with `codes` in the middle of the width and at the foot of `rows`×`columns` cells.

        Raises:
            ValueError: if the new grid is smaller than the old, or not of whole 2×2 units.
        """
        if rows < codes.rows or columns < codes.columns or rows % 2 or columns % 2:
            raise ValueError(f"{codes.rows}×{codes.columns} cells cannot be extended to {rows}×{columns}")
        blank = CodeGrid("backdrop", rows, columns, codes.depth, (0,) * (rows * columns * codes.depth))
        top, left = rows - codes.rows, (columns - codes.columns) // 4 * 2
        return cls(blank, frozenset())._with(codes, top, left)

    def windows(self) -> list[Cell]:
        """Upper left corners of the windows that cover what is unknown, the nearest to the known first."""
        row_starts = {0, *range(0, self.grid.rows - SIDE + 1, SIDE // 2), self.grid.rows - SIDE}
        column_starts = {0, *range(0, self.grid.columns - SIDE + 1, SIDE // 2), self.grid.columns - SIDE}
        corners = [(row, column) for row in row_starts for column in column_starts]
        unknown = {corner: len(self._cells(corner) - self.known) for corner in corners}
        return sorted((corner for corner in corners if unknown[corner]), key=lambda corner: (unknown[corner], corner))

    def lock(self, row: int, column: int) -> CodeLock:
        """The window at that corner as a grid of its own, what is known in it locked."""
        cells = [(row + r, column + c) for r in range(SIDE) for c in range(SIDE)]
        codes = tuple(code for cell in cells for code in self.grid.cell(cell))
        window = CodeGrid("backdrop", SIDE, SIDE, self.grid.depth, codes)
        return CodeLock(window, frozenset((r - row, c - column) for r, c in cells if (r, c) in self.known))

    def with_window(self, row: int, column: int, painted: CodeGrid) -> Extension:
        """The extension with a painted window put back."""
        return self._with(painted, row, column)

    def _with(self, codes: CodeGrid, row: int, column: int) -> Extension:
        top = list(self.grid.top)
        for cell in codes.cells():
            start = ((row + cell[0]) * self.grid.columns + column + cell[1]) * self.grid.depth
            top[start : start + self.grid.depth] = codes.cell(cell)
        covered = frozenset((row + r, column + c) for r, c in codes.cells())
        return Extension(replace(self.grid, top=tuple(top)), self.known | covered)

    @staticmethod
    def _cells(corner: Cell) -> frozenset[Cell]:
        return frozenset((corner[0] + r, corner[1] + c) for r in range(SIDE) for c in range(SIDE))
