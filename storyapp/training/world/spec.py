"""Specifications of drawings: everything that determines a drawing, except style and size.

A spec is also the label of its drawing: equal specs give equal pictures, and it has every visible attribute.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from . import concepts


@dataclass(frozen=True)
class FigureSpec:
    """One character cel: identity (kind … accessory_colour) and what it does (pose, expression, facing).

    `skin` and `hair` (0–5) select the tone tables; animals use `skin` to select a natural fur variant.
    `build` (0–1) varies proportions of the identity; `sway` (0–1) varies limb angles within the pose.
    """

    kind: str
    skin: int = 0
    hair: int = 0
    hair_style: int = 0
    top_colour: str = "red"
    bottom_colour: str = "blue"
    accessory: str | None = None
    accessory_colour: str = "yellow"
    build: float = 0.5
    pose: str = "standing"
    expression: str = "happy"
    facing: str = "front"
    sway: float = 0.5

    def identity(self) -> tuple[object, ...]:
        """The attributes that stay the same when the character is drawn again."""
        return (self.kind, self.skin, self.hair, self.hair_style, self.top_colour, self.bottom_colour,
                self.accessory, self.accessory_colour, self.build)  # fmt: skip


@dataclass(frozen=True)
class BackdropSpec:
    """A place without subjects: setting, light, weather, and which of its variants is drawn.

    `camera` (0–1) moves the horizon and zoom, `hue` (0–1) the colours of walls and plants, `layout` is a
    seed for furniture, trees, hills and the like.
    """

    setting: str
    time: str = "day"
    weather: str = "clear"
    camera: float = 0.5
    hue: float = 0.5
    layout: int = 0


@dataclass(frozen=True)
class ThingSpec:
    """One thing of the vocabulary, as its own transparent cel."""

    concept: str


# Proportions, sway, camera and hue are sampled from three values, not continuously: a painter that has to guess them
# per cell would paint patchwork.
STEPS = (0.15, 0.5, 0.85)


def sample_figure(rng: random.Random, **fixed: object) -> FigureSpec:
    """Draw a random character in a random pose; keyword arguments fix attributes."""
    values: dict[str, object] = {
        "kind": rng.choice(concepts.KINDS),
        "skin": rng.randrange(6),
        "hair": rng.randrange(6),
        "hair_style": rng.randrange(3),
        "top_colour": rng.choice(concepts.COLOURS),
        "bottom_colour": rng.choice(concepts.COLOURS),
        "accessory": rng.choice((None, *concepts.ACCESSORIES)),
        "accessory_colour": rng.choice(concepts.COLOURS),
        "build": rng.choice(STEPS),
        "pose": rng.choice(concepts.POSES),
        "expression": rng.choice(concepts.EXPRESSIONS),
        "facing": rng.choice(concepts.FACINGS),
        "sway": rng.choice(STEPS),
    }
    return FigureSpec(**{**values, **fixed})  # type: ignore[arg-type]


def sample_backdrop(rng: random.Random, **fixed: object) -> BackdropSpec:
    """Draw a random place at a random time and weather; keyword arguments fix attributes."""
    values: dict[str, object] = {
        "setting": rng.choice(concepts.SETTINGS),
        "time": rng.choice(concepts.TIMES),
        "weather": rng.choice(concepts.WEATHERS),
        "camera": rng.choice(STEPS),
        "hue": rng.choice(STEPS),
        "layout": rng.randrange(6),
    }
    return BackdropSpec(**{**values, **fixed})  # type: ignore[arg-type]
