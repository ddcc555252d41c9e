"""Somebody on or in a thing: the two come to each other, and both stay within the picture."""

from __future__ import annotations

from dataclasses import replace

from storyapp.story.plan import Box, Placement

FIGURE_BASELINE = 492 / 512  # of the frame, where feet stand
HEADROOM = 0.03  # above somebody on a thing
AS_LONG = 0.95  # of whoever lies on it is what one lies on
LARGEST_BED = 0.62  # of the picture's height


def brought_below(target: Placement, own: Placement) -> Placement:
    """A thing moved to where the first who is on it stands."""
    box = target.box
    x = own.box.x + (own.box.width - box.width) / 2
    return replace(target, box=replace(box, x=min(max(x, 0.0), max(0.0, 1 - box.width))))


def made_to_measure(target: Placement, own: Placement, fixed: bool) -> tuple[Placement, Placement]:
    """A thing to lie on, as long as who lies on it; where it is `fixed` or would be too large, who lies on it is smaller."""
    if not fixed:
        wanted, most = AS_LONG * own.box.width / target.box.width, LARGEST_BED / target.box.height
        target = replace(target, box=scaled(target.box, max(1.0, min(wanted, most)), _foot(target)))
    fitting = min(1.0, target.box.width / (AS_LONG * own.box.width))
    return target, replace(own, box=scaled(own.box, fitting, _foot(own)))


def _foot(placement: Placement) -> tuple[float, float]:
    return placement.box.x + placement.box.width / 2, placement.depth


def seated(
    own: Placement, target: Placement, line: float, inside: bool, taken: bool
) -> tuple[Placement, Placement]:  # fmt: skip
    """Figure and thing, feet at the share `line` of the thing's frame; without room above, both come down or are smaller.

    A thing that is `taken` stays where who is on it already needs it: the next alone is smaller.
    """
    below, foot = target.box, target.box.y + target.box.height * line
    middle = below.x + below.width / 2
    box = replace(own.box, x=middle - own.box.width / 2, y=foot - own.box.height * FIGURE_BASELINE)
    down = max(0.0, HEADROOM - box.y)
    if down and not target.pinned:
        if taken:
            box = scaled(box, (foot - HEADROOM) / (foot - box.y), (middle, foot))
        elif target.airborne:  # a cloud comes down as far as who sits on it needs
            box, below = replace(box, y=box.y + down), replace(below, y=below.y + down)
        else:  # a horse is smaller, and so is who rides it
            share, ground = (target.depth - HEADROOM) / (target.depth - box.y), (middle, target.depth)
            box, below = scaled(box, share, ground), scaled(below, share, ground)
    target = replace(target, box=below)
    kept = target.cel if inside else None
    return replace(own, box=box, depth=target.depth + 0.001, inside=kept, airborne=True), target


def scaled(box: Box, share: float, around: tuple[float, float]) -> Box:
    """The box at a share of its size; the point `around` stays."""
    x, y = around
    return Box(x + (box.x - x) * share, y + (box.y - y) * share, box.width * share, box.height * share)
