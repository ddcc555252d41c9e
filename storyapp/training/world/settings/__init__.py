"""The places of the picture-book world, a function a setting."""

from __future__ import annotations

from collections.abc import Callable

from . import elsewhere, fairy, nature, rooms, town, waters, wilds
from .painter import Painter

DRAW: dict[str, Callable[[Painter], None]] = {
    **rooms.DRAW,
    **town.DRAW,
    **nature.DRAW,
    **wilds.DRAW,
    **waters.DRAW,
    **elsewhere.DRAW,
    **fairy.DRAW,
}
