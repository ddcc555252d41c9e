"""The string of a kite: from the hand of who flies it up to its middle."""

from __future__ import annotations

from collections.abc import Mapping

from PIL import Image, ImageDraw

from storyapp.story.plan import CelPlan, Placement

from .bodies import Measure
from .scaling import Size

FLOWN = frozenset(("kite",))
SAG = 0.05  # of the picture's height: how far the middle of a string hangs below a straight line
GRIP = (0.72, 0.62)  # of a figure's frame: its hand, where nothing is known of it
_MIDDLE = (0.5, 0.45)  # of a kite's frame
_STEPS, _FINER, _WIDTH, _COLOUR = 24, 3, 0.004, (92, 78, 70)
Points = list[tuple[float, float]]


def string_of(measure: Measure, cel: CelPlan, placed: Mapping[str, Placement]) -> Points:
    """The line of a cel's string in fractions of the picture; none where nobody who is shown holds it by one."""
    holder = placed.get(cel.relation.target) if cel.relation is not None and cel.relation.kind == "held by" else None
    if cel.concept not in FLOWN or holder is None or not _is_up(placed[cel.id], holder):
        return []
    grip = measure.anchors(measure.plan.cel(holder.cel)).get("grip", GRIP)[:2]
    (x, y), (u, v) = _at(holder, grip), _at(placed[cel.id], _MIDDLE)
    hanging = (x + u) / 2, (y + v) / 2 + 2 * SAG
    return [_between((x, y), hanging, (u, v), step / _STEPS) for step in range(_STEPS + 1)]


def _between(
    first: tuple[float, float], middle: tuple[float, float], last: tuple[float, float], t: float
) -> tuple[float, float]:  # fmt: skip
    """A point of the curve from the first to the last that the middle one pulls to itself, `t` of 1 along it."""
    one, two, three = (1 - t) ** 2, 2 * t * (1 - t), t * t
    return one * first[0] + two * middle[0] + three * last[0], one * first[1] + two * middle[1] + three * last[1]


def draw_string(picture: Image.Image, line: Points, size: Size) -> None:
    """Draw a string, smooth, onto an RGB picture of that size."""
    finer = (size[0] * _FINER, size[1] * _FINER)
    mask = Image.new("L", finer)
    width = max(1, round(_WIDTH * _FINER * min(size)))
    ImageDraw.Draw(mask).line([(x * finer[0], y * finer[1]) for x, y in line], 220, width, joint="curve")
    picture.paste(_COLOUR, (0, 0), mask.resize(size, Image.Resampling.BOX))


def _is_up(kite: Placement, holder: Placement) -> bool:
    """Whether a kite is over the hand, and not in it."""
    return kite.box.bottom < holder.box.y + GRIP[1] * holder.box.height


def _at(placement: Placement, part: tuple[float, ...]) -> tuple[float, float]:
    box, x = placement.box, 1 - part[0] if placement.mirrored else part[0]
    return box.x + x * box.width, box.y + part[1] * box.height
