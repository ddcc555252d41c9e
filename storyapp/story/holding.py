"""What somebody holds, wears on the head or sits in goes along when they are moved, resized or turned round."""

from __future__ import annotations

from dataclasses import replace

from .model import Illustration
from .plan import Box, Placement, ScenePlan

GOING = ("held by", "on", "in")  # relations in which a cel goes where its target goes


def carried(picture: Illustration, moved: Placement) -> tuple[Placement, ...]:
    """Where everybody stands once `moved` stands there; what is locked stays, and so does all when only layers change."""
    before = picture.placement(moved.cel)
    if before is None:
        return (*picture.placements, moved)
    stays = (before.box, before.mirrored) == (moved.box, moved.mirrored)
    along = frozenset[str]() if stays else riders(picture.plan, moved.cel)
    return tuple(
        moved if one.cel == moved.cel else followed(one, before, moved) if one.cel in along and not one.locked else one
        for one in picture.placements
    )


def riders(plan: ScenePlan, cel: str) -> frozenset[str]:
    """Ids of all that go along with a cel, and of what goes along with them."""
    found, new = {cel}, {cel}
    while new:
        related = {
            one.id for one in plan.cels if one.relation and one.relation.kind in GOING and one.relation.target in new
        }
        new = related - found
        found |= new
    return frozenset(found - {cel})


def followed(one: Placement, before: Placement, after: Placement) -> Placement:
    """The same place in the frame of who is followed."""
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
