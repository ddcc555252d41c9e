"""Outpainting of a backdrop: windows of the size that the model paints, each overlapping cells that are known."""

from __future__ import annotations

from dataclasses import dataclass

from storyapp.story.codes import SQUARE, Cell, CodeGrid, CodeLock


@dataclass(frozen=True)
class Extension:
    """A backdrop that is being extended: its codes, and which of its cells are known."""

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
        return cls(blank, frozenset()).with_window((top, left), codes)

    def windows(self) -> list[Cell]:
        """Upper left corners of the windows that cover what is unknown, the nearest to the known first."""
        row_starts = {0, *range(0, self.grid.rows - SQUARE + 1, SQUARE // 2), self.grid.rows - SQUARE}
        column_starts = {0, *range(0, self.grid.columns - SQUARE + 1, SQUARE // 2), self.grid.columns - SQUARE}
        corners = [(row, column) for row in row_starts for column in column_starts]
        unknown = {corner: len(self._cells(corner) - self.known) for corner in corners}
        return sorted((corner for corner in corners if unknown[corner]), key=lambda corner: (unknown[corner], corner))

    def lock(self, corner: Cell) -> CodeLock:
        """The window at `corner` as a grid of its own, with its known cells locked."""
        known = frozenset((row - corner[0], column - corner[1]) for row, column in self._cells(corner) & self.known)
        return CodeLock(self.grid.window(corner, SQUARE, SQUARE), known)

    def with_window(self, corner: Cell, painted: CodeGrid) -> Extension:
        """The extension with a painted window put back; its cells are known from now on."""
        covered = frozenset((corner[0] + row, corner[1] + column) for row, column in painted.cells())
        return Extension(self.grid.with_window(corner, painted), self.known | covered)

    @staticmethod
    def _cells(corner: Cell) -> frozenset[Cell]:
        return frozenset((corner[0] + row, corner[1] + column) for row in range(SQUARE) for column in range(SQUARE))
