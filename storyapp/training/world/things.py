"""The things of the world: their words, sizes, supports and drawings.

The drawings are our own (`drawings/*.svg`, 32×32 units) or Fluent emoji (see `emoji.py`). A row of `things.csv` has the
thing's name and icon, where it stands, whether a hand can hold it, its height in metres, the heights of its seat and
mouth in its frame, other words for it, and those held out for testing. `uses.csv` has what some are
for (to ride, sit or stand on; a table, a bed, flat on the ground, a shelter), where in the frame, from the left, their
seat or door is, and the largest share of their frame that a figure on or in them may have.
"""

from __future__ import annotations

import csv
import functools
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import skia
from numpy.typing import NDArray

from storyapp.stage.bodies import BASELINE

from .emoji import flat_svg

Pixels = NDArray[np.uint8]

TABLE = Path(__file__).with_name("things.csv")
USES = Path(__file__).with_name("uses.csv")
DRAWINGS = Path(__file__).with_name("drawings")


@dataclass(frozen=True)
class ThingEntry:
    """One thing: its icon, height in metres, where it stands, and its words."""

    concept: str
    icon: str
    size: float
    support: str
    holdable: bool
    seat: float | None = None  # height of its seat in its frame
    mouth: float | None = None  # height of its mouth line in its frame
    synonyms: tuple[str, ...] = ()
    held_out: tuple[str, ...] = ()
    use: str = ""  # "ride", "sit", "bed", "stand", "table", "flat", "shelter" or nothing of these
    middle: float = 0.5  # of its seat or door in its frame, from the left
    most: float | None = None  # of its frame: somebody who is on or in it


@functools.cache
def load_things() -> dict[str, ThingEntry]:
    """Every thing by its concept."""
    with USES.open(encoding="utf-8", newline="") as file:
        uses = {row["name"]: row for row in csv.DictReader(file)}
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["name"]: _entry(row, uses.get(row["name"], {})) for row in csv.DictReader(file)}


def _entry(row: dict[str, str], use: dict[str, str]) -> ThingEntry:
    seat, mouth = (float(row[part]) if row[part] else None for part in ("seat", "mouth"))
    words, held_out = (tuple(row[column].split("; ")) if row[column] else () for column in ("words", "held_out"))
    return ThingEntry(
        row["name"],
        row["icon"],
        float(row["height"]),
        row["stands"],
        row["held"] == "yes",
        seat,
        mouth,
        words,
        held_out,
        use.get("use", ""),
        float(use.get("middle") or 0.5),
        float(use["most"]) if use.get("most") else None,
    )


def icon_svg(icon: str) -> str:
    """An icon as an SVG document: our own drawing of that name, or else the emoji.

    Raises:
        TrainingError: if there is neither.
    """
    own = DRAWINGS / f"{icon}.svg"
    return own.read_text(encoding="utf-8") if own.is_file() else flat_svg(icon)


def render_thing(concept: str, size: int = 256) -> Pixels:
    """The thing as straight RGBA (size, size, 4), filling its frame and standing on its baseline.

    Raises:
        TrainingError: if the icons cannot be had.
    """
    drawn = _rasterise(icon_svg(load_things()[concept].icon), 2 * size)
    rows, columns = np.nonzero(drawn[..., 3] > 8)
    cut = drawn[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    scale = size * 236 / 256 / max(cut.shape[:2])
    width, height = max(1, round(cut.shape[1] * scale)), max(1, round(cut.shape[0] * scale))
    # Premultiplied while it is scaled, so that transparent colours do not bleed into the edge.
    alpha = cut[..., 3:].astype(np.float32) / 255
    small = cv2.resize(
        np.dstack([cut[..., :3] * alpha, alpha]).astype(np.float32), (width, height), interpolation=cv2.INTER_AREA
    )
    colour = small[..., :3] / np.maximum(small[..., 3:], 1e-4)
    frame = np.zeros((size, size, 4), np.uint8)
    top, left = round(size * BASELINE) - height, (size - width) // 2
    frame[top : top + height, left : left + width] = np.clip(
        np.round(np.dstack([colour, small[..., 3:] * 255])), 0, 255
    ).astype(np.uint8)
    return frame


def _rasterise(svg: str, size: int) -> Pixels:
    data = svg.encode()  # the stream does not keep it alive
    document = skia.SVGDOM.MakeFromStream(skia.MemoryStream(data))
    box = document.containerSize()
    surface = skia.Surface(size, size)
    with surface as canvas:
        canvas.clear(skia.ColorTRANSPARENT)
        canvas.scale(size / box.width(), size / box.height())
        document.render(canvas)
    return surface.toarray(colorType=skia.kRGBA_8888_ColorType)
