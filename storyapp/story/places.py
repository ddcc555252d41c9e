"""Backdrops wider or taller than the square that the model paints: pieced together from overlapping squares."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from . import edits
from .codes import SQUARE, Cell, CodeGrid, CodeLock
from .model import Illustration, new_id
from .plan import BACKDROP
from .request import CelRequest, Illustrator, Painted, PaintedCel, PaintRequest, Progress

Cels = tuple[PaintedCel, ...]


def paint_place(illustrator: Illustrator, request: CelRequest, rows: int, columns: int) -> Iterator[Progress[Cels]]:
    """Paint a backdrop of `rows`×`columns` cells: a new one, or the free cells of the request's lock.

    The result is the backdrop; for a new one that is not square, followed by the square that it was extended from.
    """
    if request.lock is not None and (rows, columns) != (SQUARE, SQUARE):
        yield from _repaint(illustrator, request, request.lock)
        return
    squares: Cels = ()
    for progress in illustrator.paint([request]):
        squares = progress.result or ()
        if (rows, columns) == (SQUARE, SQUARE) or not squares:
            yield progress
    for one in squares:
        codes = one.variant.codes
        if codes is not None and (rows, columns) != (SQUARE, SQUARE):
            for step in illustrator.extend(codes, rows, columns, request):
                yield Progress(step.step, step.of, step.what, result=(step.result, one) if step.result else None)


def paint_scene(
    illustrator: Illustrator, request: PaintRequest, rows: int, columns: int
) -> Iterator[Progress[Painted]]:
    """Paint a whole picture on a backdrop of `rows`×`columns` cells."""
    painted: Painted | None = None
    for progress in illustrator.illustrate(request):
        painted = progress.result
        if painted is None or (rows, columns) == (SQUARE, SQUARE):
            yield progress
    backdrop = painted.illustration.shown(BACKDROP) if painted else None
    if painted is None or (rows, columns) == (SQUARE, SQUARE):
        return
    if backdrop is None or backdrop.codes is None:
        yield Progress(1, 1, result=painted)
        return
    asked = CelRequest(
        BACKDROP,
        BACKDROP,
        backdrop.phrase,
        backdrop.style,
        backdrop.seed,
        details=backdrop.details,
        options=request.options,
    )
    for step in illustrator.extend(backdrop.codes, rows, columns, asked):
        whole = _on(painted, step.result) if step.result else None
        yield Progress(step.step, step.of, step.what, result=whole)


def _on(painted: Painted, place: PaintedCel) -> Painted:
    picture = edits.reshaped(painted.illustration, place.variant)
    return Painted(picture, {**painted.cels, BACKDROP: place.picture})


def _repaint(illustrator: Illustrator, request: CelRequest, lock: CodeLock) -> Iterator[Progress[Cels]]:
    """Repaint the free cells square by square, each conditioned on the cells around them."""
    grid, free = lock.grid, set(lock.grid.cells()) - lock.cells
    corners = windows(grid, free)
    painted: PaintedCel | None = None
    for index, corner in enumerate(corners):
        inside = {cell for cell in free if _covers(corner, cell)}
        free -= inside
        window = CodeLock.all_but(
            grid.window(corner, SQUARE, SQUARE), [(r - corner[0], c - corner[1]) for r, c in inside]
        )
        asked = replace(request, lock=window, cel=f"{request.cel}/{corner[0]}/{corner[1]}")
        for progress in illustrator.paint([asked]):
            yield Progress(index * progress.of + progress.step, len(corners) * progress.of, progress.what)
            if progress.result:
                painted = progress.result[0]
        if painted is not None and painted.variant.codes is not None:
            grid = grid.with_window(corner, painted.variant.codes)
    if painted is not None:
        variant = replace(painted.variant, id=new_id(), cel=request.cel, codes=grid)
        yield Progress(1, 1, result=(PaintedCel(variant, illustrator.decode(grid)),))


def windows(grid: CodeGrid, free: Collection[Cell]) -> list[Cell]:
    """Upper left corners of squares that together cover all `free` cells, chosen greedily."""
    rows = {*range(0, grid.rows - SQUARE, SQUARE // 2), grid.rows - SQUARE}
    columns = {*range(0, grid.columns - SQUARE, SQUARE // 2), grid.columns - SQUARE}
    corners, left, found = [(row, column) for row in sorted(rows) for column in sorted(columns)], set(free), []
    while left:
        best = max(corners, key=lambda corner: sum(_covers(corner, cell) for cell in left))
        found.append(best)
        left = {cell for cell in left if not _covers(best, cell)}
    return found


def _covers(corner: Cell, cell: Cell) -> bool:
    return 0 <= cell[0] - corner[0] < SQUARE and 0 <= cell[1] - corner[1] < SQUARE


def squared(picture: Illustration) -> Illustration:
    """The picture on the square that its backdrop was extended from, with the placements of its cels converted."""
    shown = picture.shown(BACKDROP)
    if shown is None or shown.codes is None:
        return picture
    return edits.reshaped(picture, replace(shown, id=new_id(), codes=square_of(shown.codes)))


def shape_of(picture: Illustration | None) -> Cell:
    """Rows and columns of a picture's backdrop, in top cells."""
    shown = picture.shown(BACKDROP) if picture else None
    return (shown.codes.rows, shown.codes.columns) if shown and shown.codes else (SQUARE, SQUARE)


def square_of(grid: CodeGrid) -> CodeGrid:
    """The square that a backdrop was extended from: in the middle of its width, at its foot."""
    if (grid.rows, grid.columns) == (SQUARE, SQUARE):
        return grid
    return grid.window((grid.rows - SQUARE, (grid.columns - SQUARE) // 4 * 2), SQUARE, SQUARE)
