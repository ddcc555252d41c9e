"""Things in the colours that a story tells: the area that makes a thing's colour takes another one, all else stays.

A cel is painted flat, in a few colours. `find_area` looks for the one that the thing is called after: the hue that
covers most of it, or its white and grey where there is more of that. `tinted` moves that area in OKLab so that its
middle is the colour that is told, and what is lighter or darker in it stays so. Green leaves, dark wheels and
eyes, which are of other hues, are not touched.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np
from PIL import Image

from storyapp.story.plan import COLOUR, CelPlan

from .oklab import from_oklab, of_hex, to_oklab

# What each colour is on a thing; what is lighter and darker in it lies around this.
TONES = {
    "red": "#e03a2f", "orange": "#f58a24", "yellow": "#fbd23e", "green": "#45ad4c", "teal": "#22a69f",
    "blue": "#2f7de1", "purple": "#8c55c8", "pink": "#f88dba", "brown": "#855433", "grey": "#97979f",
    "white": "#f7f4ee", "black": "#35323a", "gold": "#efb02e", "silver": "#c6cad6",
}  # fmt: skip
SHINING = frozenset(("gold", "silver"))  # which nothing has that is painted yellow or grey
# What has no one colour of its own takes another one as a whole.
WHOLE = frozenset(
    "ball bouquet canoe duck kite lollipop parachute pinata sailboat snail speedboat train truck".split()  # noqa: SIM905
)
# What lies in a cel besides that: the stalk of a flower, water, panes, a beak (hues from, to).
_GREEN, _BLUE, _BEAK = (105, 175), (200, 265), (75, 105)
_BESIDES = {
    **dict.fromkeys(("tulip", "rose", "daisy", "sunflower", "hibiscus", "bouquet", "lotus", "hyacinth"), _GREEN),
    **dict.fromkeys(("sailboat", "canoe", "speedboat", "bus", "truck"), _BLUE),
    "duck": _BEAK,
}
_BINS, _SMOOTH = 72, 5.0  # of the circle of hues, and degrees over which they are smoothed
_WIDEST, _FADE = 45.0, 10.0  # degrees of one hue on each side of its peak, and over which it ends
_RISE = 0.01  # share of a peak by which hues rise towards another one
_PALE, _DARK = 0.6, 0.5  # how much white and grey, and black, count beside an area of a hue
_DULL = 0.1  # chroma of an area below which its shadows are as dull as black
_KNOWN = 0.055  # distance from a colour up to which an area has it already
# Pixels of a rim between two areas: where an area is itself, how wide a rim is, and how far its two sides are looked for.
_NEAR, _RIM, _AROUND = np.ones((3, 3), np.uint8), np.ones((9, 9), np.uint8), 15
_HOLE = 31  # pixels around a speck in an area
_EVEN = 0.6  # what stays of the contrast between the colours that become one
_STEEPEST = 1.5  # by how much shades within an area may grow apart


@dataclass(frozen=True)
class Area:
    """Where a thing has its colour (0 … 1, height × width), and the middle of that colour."""

    mask: Any
    lightness: float
    chroma: float
    hue: float  # degrees


def as_told(image: Image.Image, cel: CelPlan | None) -> Image.Image:
    """The picture of a cel in the colour that the plan tells of it, if it is a thing of which one is told."""
    colour = cel.attributes.get(COLOUR) if cel is not None and cel.kind == "thing" else None
    return tinted(image, colour, cel.concept) if cel is not None and colour else image


def tinted(cel: Image.Image, colour: str, concept: str = "") -> Image.Image:
    """A cel of a thing (RGBA) in a colour of TONES; as it is if it has that colour, or there is no such colour."""
    box = cel.getchannel("A").getbbox() if cel.mode == "RGBA" else None
    if colour not in TONES or box is None:
        return cel
    pixels = np.asarray(cel.crop(box)).astype(np.float32) / 255
    lab, alpha = to_oklab(pixels[..., :3]), pixels[..., 3]
    area = find_area(lab, alpha, concept)
    if area is None or (concept not in WHOLE and colour not in SHINING and _named(area) == colour):
        return cel
    moved = _moved(lab, area, of_hex(TONES[colour]), _EVEN if concept in WHOLE else 1.0)
    changed_lab = _with_rims(lab, moved, area.mask, alpha)
    touched = (changed_lab != lab).any(axis=-1, keepdims=True)
    colours = np.where(touched, from_oklab(changed_lab), pixels[..., :3])
    changed = cel.copy()
    changed.paste(Image.fromarray((np.dstack([colours, alpha]) * 255).round().astype(np.uint8)), box)
    return changed


def find_area(lab: Any, alpha: Any, concept: str = "") -> Area | None:
    """The area of a thing that its colour is told of; None where nothing is to be seen."""
    lightness, chroma = lab[..., 0], np.hypot(lab[..., 1], lab[..., 2])
    hue = np.degrees(np.arctan2(lab[..., 2], lab[..., 1])) % 360
    if alpha.sum() < 1:
        return None
    # Of what is dark, purple is black and brown is brown.
    bluish = _falling(np.abs((hue - 300 + 180) % 360 - 180), 40, 60)
    dark = _falling(lightness, 0.43, 0.5) * _falling(chroma, 0.04 + 0.045 * bluish, 0.055 + 0.055 * bluish)
    pale = _falling(chroma, 0.045, 0.07) * _rising(lightness, 0.36, 0.46) * (1 - dark)
    colourful = _rising(chroma, 0.03, 0.06) * (1 - dark)
    besides = _BESIDES.get(concept)
    if besides is not None:
        own = 1 - _rising(hue, besides[0] - 5, besides[0]) * _falling(hue, besides[1], besides[1] + 5)
        colourful = colourful * own
    if concept in WHOLE:
        whole = np.maximum(colourful, pale)
        return replace(_area(whole, lab, alpha), chroma=0.0) if (alpha * whole).max() > 0.5 else None
    mask = _of_main_hue(hue, colourful, alpha * np.minimum(chroma / 0.1, 1))
    best = max(
        ((alpha * mask).sum(), mask),
        (_PALE * (alpha * pale).sum(), pale),
        (_DARK * (alpha * dark).sum(), dark),
        key=lambda one: float(one[0]),
    )
    if (alpha * best[1]).max() <= 0.5:
        return None
    area = _area(best[1], lab, alpha)
    if best[1] is mask and area.chroma > _DULL:
        # What is dark and dull beside an area of the same hue is a shadow of something else.
        dark_ones = _falling(lightness, area.lightness - 0.12, area.lightness)
        area = _area(mask * (1 - dark_ones * _falling(chroma, 0.35 * area.chroma, 0.6 * area.chroma)), lab, alpha)
    return replace(area, mask=_without_holes(area, lab))


def _without_holes(area: Area, lab: Any) -> Any:
    """The area with the specks in it that are nearly of its colour: blotches of a painter are none of another thing."""
    around = _rising(cv2.blur(np.ascontiguousarray(area.mask, np.float32), (_HOLE, _HOLE)), 0.3, 0.45)
    angle = np.radians(area.hue)
    middle = np.array([area.lightness, area.chroma * np.cos(angle), area.chroma * np.sin(angle)], np.float32)
    alike = _falling(np.sqrt(((lab - middle) ** 2).sum(-1)), 0.12, 0.2)
    return np.maximum(area.mask, around * alike)


def _of_main_hue(hue: Any, colourful: Any, weight: Any) -> Any:
    """Where the hue is that covers most, as far as the next valley on both sides."""
    step = 360 / _BINS
    counts, _ = np.histogram(hue, _BINS, (0, 360), weights=weight * colourful)
    around = (np.arange(_BINS) + _BINS // 2) % _BINS - _BINS // 2
    counts = np.fft.ifft(np.fft.fft(counts) * np.fft.fft(np.exp(-0.5 * (around * step / _SMOOTH) ** 2))).real
    # Not the highest peak, but the hue with most of the thing within its valleys.
    reaches = {peak: _reach(counts, peak) for peak in range(_BINS) if _is_peak(counts, peak)}
    if not reaches:
        return np.zeros_like(hue)
    share = {
        peak: sum(counts[i % _BINS] for i in range(peak - left, peak + right + 1))
        for peak, (left, right) in reaches.items()
    }
    peak = max(share, key=lambda one: float(share[one]))
    left, right = reaches[peak]
    off = (hue - (peak + 0.5) * step + 180) % 360 - 180
    inside = _rising(off, -(left + 0.5) * step - _FADE, -(left + 0.5) * step) * _falling(
        off, (right + 0.5) * step, (right + 0.5) * step + _FADE
    )
    return colourful * inside


def _is_peak(counts: Any, place: int) -> bool:
    return bool(
        counts[place] > 1e-3 and counts[place] >= counts[place - 1] and counts[place] > counts[(place + 1) % _BINS]
    )


def _reach(counts: Any, peak: int) -> tuple[int, int]:
    """How many bins to the left and to the right of a peak belong to it."""
    found = []
    for way in (-1, 1):
        length, least = 0, counts[peak]
        while length < _WIDEST * _BINS / 360:
            following = counts[(peak + way * (length + 1)) % _BINS]
            if following > 1.15 * least + _RISE * counts[peak]:
                break
            least, length = min(least, following), length + 1
        found.append(length)
    return found[0], found[1]


def _area(mask: Any, lab: Any, alpha: Any) -> Area:
    weight = mask * alpha
    chosen = weight > 0.5 * weight.max()
    middle = np.median(lab[chosen], axis=0)
    return Area(
        mask,
        float(middle[0]),
        float(np.hypot(middle[1], middle[2])),
        float(np.degrees(np.arctan2(middle[2], middle[1])) % 360),
    )


def _named(area: Area) -> str | None:
    """The colour that an area has as it is; None between two."""
    angle = np.radians(area.hue)
    here = np.array([area.lightness, area.chroma * np.cos(angle), area.chroma * np.sin(angle)])
    distances = {name: float(np.linalg.norm(here - of_hex(tone))) for name, tone in TONES.items()}
    nearest = min(distances, key=lambda one: distances[one])
    return nearest if distances[nearest] < _KNOWN else None


def _moved(lab: Any, area: Area, tone: Any, contrast: float) -> Any:
    """Every pixel of a picture moved as the middle of an area is to the tone: shades stay shades, lights lights."""
    wanted, strength = float(tone[0]), float(np.hypot(tone[1], tone[2]))
    angle = float(np.degrees(np.arctan2(tone[2], tone[1])))
    off = lab[..., 0] - area.lightness
    darker = min(_STEEPEST, wanted / area.lightness)
    lighter = min(_STEEPEST, (1 - wanted) / max(1 - area.lightness, 0.02))
    lightness = np.clip(wanted + contrast * off * np.where(off < 0, darker, lighter), 0, 1)
    # Lights are paler and shadows duller; within an area of a hue, what was paler stays paler.
    chroma = strength * np.minimum(1, (1 - lightness) / (1 - wanted)) * np.minimum(1, 0.35 + 0.65 * lightness / wanted)
    hue = np.full_like(lightness, angle)
    if area.chroma > 0.055:
        own = np.hypot(lab[..., 1], lab[..., 2])
        chroma = chroma * np.clip(own / area.chroma, 0, 1.15)
        turned = (np.degrees(np.arctan2(lab[..., 2], lab[..., 1])) - area.hue + 180) % 360 - 180
        hue = hue + np.clip(0.4 * turned, -12, 12)
    if 70 < angle < 110:  # shadows of yellow are orange, not olive
        hue = hue - np.clip(90 * (1 - lightness / wanted), 0, 30)
    radians = np.radians(hue)
    return np.stack([lightness, chroma * np.cos(radians), chroma * np.sin(radians)], axis=-1)


def _with_rims(lab: Any, moved: Any, mask: Any, alpha: Any) -> Any:
    """The picture with its area moved; a rim, which is a mixture of two colours, goes as far as it is of the area.

    Between red and blue lies a purple that is of neither hue, and would be left as a line of its own.
    """
    simple = lab + (moved - lab) * mask[..., None]
    inside = cv2.erode((mask > 0.7).astype(np.uint8), _NEAR)
    reach = cv2.dilate(inside, _RIM)
    outside = ((reach == 0) & (alpha > 0.5)).astype(np.uint8)
    rim = (reach > 0) & (inside == 0) & (alpha > 0)
    here, there, wanted = _around(lab, inside), _around(lab, outside), _around(moved, inside)
    way = here - there
    length = (way**2).sum(-1)
    part = np.clip(((lab - there) * way).sum(-1) / np.maximum(length, 1e-6), 0, 1)
    off = np.sqrt(((lab - there - part[..., None] * way) ** 2).sum(-1))
    sure = rim * _falling(off, 0.08, 0.18) * (length > 0.06**2)
    mixed = lab + part[..., None] * (wanted - here)
    return simple + (mixed - simple) * np.where(np.isfinite(sure), sure, 0)[..., None]


def _around(lab: Any, chosen: Any) -> Any:
    """The mean colour of the chosen pixels around each pixel; far off where there is none."""
    weight = cv2.blur(chosen.astype(np.float32), (_AROUND, _AROUND))
    total = cv2.blur(np.ascontiguousarray(lab * chosen[..., None], np.float32), (_AROUND, _AROUND))
    return np.where(weight[..., None] > 1e-4, total / np.maximum(weight, 1e-6)[..., None], 9.0)


def _rising(values: Any, start: float, end: float) -> Any:
    """0 below `start`, 1 above `end`, soft in between."""
    part = np.clip((values - start) / (end - start), 0, 1)
    return part * part * (3 - 2 * part)


def _falling(values: Any, start: float, end: float) -> Any:
    """1 below `start`, 0 above `end`."""
    return 1 - _rising(values, start, end)
