"""Draws any spec as pixels: the interface of the world for training and evaluation."""

from __future__ import annotations

import functools
import hashlib
import random
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from storyapp.story.plan import STILL, VIEWS

from .backdrops import render_backdrop
from .figures import render_figure
from .spec import STEPS, BackdropSpec, FigureSpec, ThingSpec, sample_backdrop, sample_figure
from .things import load_things, render_thing

Pixels = NDArray[np.uint8]
Spec = FigureSpec | BackdropSpec | ThingSpec
FULL_SIZE = {"backdrop": 512, "figure": 512, "thing": 256}
CODED_SIZE = {"backdrop": 256, "figure": 256, "thing": 128}  # the input and output size of the tokenizer, in pixels
NO_FACE = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Drawing:
    """A flat drawing (height, width, 4) with straight alpha, and its face box (x0, y0, x1, y1) in fractions, or NO_FACE."""

    frame: str
    pixels: Pixels
    face: tuple[float, float, float, float] = NO_FACE


def draw(spec: Spec, sizes: Mapping[str, int] = FULL_SIZE) -> Drawing:
    """Draw a spec without a style, `sizes[frame]` pixels a side."""
    if isinstance(spec, FigureSpec):
        pixels, anchors = render_figure(spec, sizes["figure"])
        x0, y0, x1, y1 = anchors.face
        return Drawing("figure", pixels, (x0, y0, x1, y1))
    if isinstance(spec, BackdropSpec):
        colour, _ = render_backdrop(spec, sizes["backdrop"], sizes["backdrop"])
        return Drawing("backdrop", opaque(colour))
    return Drawing("thing", _thing(spec.concept, sizes["thing"]))


def opaque(colour: Pixels) -> Pixels:
    """RGB pixels with an alpha of 255."""
    return np.dstack([colour, np.full(colour.shape[:2], 255, np.uint8)])


def practised(spec: Spec, rng: random.Random) -> Spec:
    """The spec with a random one of VIEWS, or with its pose STILL: the variations that the painter is trained on."""
    if isinstance(spec, FigureSpec):
        return replace(spec, sway=STEPS[STILL])
    if isinstance(spec, BackdropSpec):
        view = rng.choice(VIEWS)
        return replace(spec, camera=STEPS[view["camera"]], hue=STEPS[view["hue"]], layout=view["layout"])
    return spec


def is_practised(spec: Spec) -> bool:
    """Whether a spec is one that `practised` can give."""
    if isinstance(spec, FigureSpec):
        return spec.sway == STEPS[STILL]
    if isinstance(spec, BackdropSpec):
        found = STEPS.index(spec.camera), STEPS.index(spec.hue), spec.layout
        return any((view["camera"], view["hue"], view["layout"]) == found for view in VIEWS)
    return True


@functools.lru_cache(maxsize=1024)
def _thing(concept: str, size: int) -> Pixels:
    return render_thing(concept, size)


def held_out(spec: Spec) -> bool:
    """Whether this combination of attributes is held out of all training, for testing (a tenth of them).

    Figures are held out by kind, upper colour and pose; backdrops by setting, time and weather. A thing has
    one look and is never held out.
    """
    if isinstance(spec, FigureSpec):
        key = (spec.kind, spec.top_colour, spec.pose)
    elif isinstance(spec, BackdropSpec):
        key = (spec.setting, spec.time, spec.weather)
    else:
        return False
    return hashlib.sha256("|".join(key).encode()).digest()[0] % 10 == 0


def sample(frame: str, rng: random.Random, test: bool = False) -> Spec:
    """A random spec of a frame, of a training combination, or with `test` of a held-out one."""
    while True:
        spec: Spec
        if frame == "figure":
            spec = sample_figure(rng)
        elif frame == "backdrop":
            spec = sample_backdrop(rng)
        else:
            return ThingSpec(rng.choice(thing_names()))
        if held_out(spec) == test:
            return spec


@functools.lru_cache(maxsize=1)
def thing_names() -> tuple[str, ...]:
    """The names of all things, in alphabetical order."""
    return tuple(sorted(load_things()))
