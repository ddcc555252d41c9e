"""The parameters of drawing a head, of a person or an animal."""

from __future__ import annotations

from dataclasses import dataclass

from .faces import Mood, View
from .looks import Look
from .pen import Pen
from .spec import FigureSpec


@dataclass(frozen=True)
class Head:
    """All that drawing one needs."""

    pen: Pen
    spec: FigureSpec
    look: Look
    view: View
    mood: Mood
