"""Backdrops of the picture-book world: places without subjects, with room for figures in front."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import skia
from numpy.typing import NDArray

from .settings import DRAW
from .settings.painter import Painter, Pane
from .spec import BackdropSpec

WATER = {"river", "lake", "beach", "sea"}
GROUNDS = (0.58, 0.62, 0.66)
UNWEATHERED = {"underwater", "space", "cave"}


@dataclass(frozen=True)
class BackdropLines:
    """`ground` and `water`: heights in fractions of the picture where ground and water begin.

    `windows` are the panes, in fractions too, in which a room shows the weather.
    """

    ground: float
    water: float | None = None
    windows: tuple[Pane, ...] = ()


def lines(spec: BackdropSpec) -> BackdropLines:
    """Ground and water lines of a spec; the camera knows three heights."""
    ground = GROUNDS[min(2, int(spec.camera * 3))]
    return BackdropLines(ground, ground if spec.setting in WATER else None)


def draw_backdrop(canvas: skia.Canvas, spec: BackdropSpec, width: float = 512, height: float = 512) -> BackdropLines:
    """Draw a place in units of which the short side has 512.

    Raises ValueError for a setting that the world does not know.
    """
    if spec.setting not in DRAW:
        raise ValueError(f"unknown setting {spec.setting!r}; the world knows {', '.join(DRAW)}")
    found = lines(spec)
    painter = Painter(canvas, spec, width, height, found.ground)
    DRAW[spec.setting](painter)
    if not painter.indoor and spec.setting not in UNWEATHERED:
        painter.mist()
        painter.falling()
    panes = [(x0 / width, y0 / height, x1 / width, y1 / height) for x0, y0, x1, y1 in painter.windows]
    return replace(found, windows=tuple(panes))


def render_backdrop(spec: BackdropSpec, width: int = 512, height: int = 512) -> tuple[NDArray[np.uint8], BackdropLines]:
    """The backdrop as RGB pixels (height, width, 3)."""
    surface = skia.Surface(width, height)
    scale = min(width, height) / 512
    with surface as canvas:
        canvas.scale(scale, scale)
        found = draw_backdrop(canvas, spec, width / scale, height / scale)
    return surface.toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3].copy(), found
