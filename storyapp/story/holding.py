"""Attached cels (held, worn, sat in) follow when the cel that they are attached to is moved, resized or mirrored."""

from __future__ import annotations

from dataclasses import replace

from .model import Illustration
from .plan import Box, Placement, ScenePlan

ATTACHED = ("held by", "on", "in")  # relations in which a cel moves with its target


def carried(picture: Illustration, moved: Placement) -> tuple[Placement, ...]:
    """All placements after `moved` has replaced that of its cel: attached cels follow, unless they are locked.

    If only the layer changed, nothing follows.
    """
    before = picture.placement(moved.cel)
    if before is None:
        return (*picture.placements, moved)
    stays = (before.box, before.mirrored) == (moved.box, moved.mirrored)
    attached = frozenset[str]() if stays else riders(picture.plan, moved.cel)
    return tuple(
        moved
        if one.cel == moved.cel
        else followed(one, before, moved)
        if one.cel in attached and not one.locked
        else one
        for one in picture.placements
    )


def riders(plan: ScenePlan, cel: str) -> frozenset[str]:
    """The ids of all cels that are attached to `cel`, directly or through others."""
    found, new = {cel}, {cel}
    while new:
        related = {
            one.id for one in plan.cels if one.relation and one.relation.kind in ATTACHED and one.relation.target in new
        }
        new = related - found
        found |= new
    return frozenset(found - {cel})


def followed(one: Placement, before: Placement, after: Placement) -> Placement:
    """The placement `one`, moved as its target is from `before` to `after`."""
    old, new = before.box, after.box
    wide, high = new.width / old.width, new.height / old.height
    box = Box(
        new.x + (one.box.x - old.x) * wide,
        new.y + (one.box.y - old.y) * high,
        one.box.width * wide,
        one.box.height * high,
    )
    turned = before.mirrored != after.mirrored
    if turned:
        box = replace(box, x=2 * new.x + new.width - box.x - box.width)
    return replace(one, box=box, mirrored=one.mirrored != turned, depth=one.depth + after.depth - before.depth)
