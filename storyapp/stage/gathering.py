"""Those who gather at something: before the door of a house, a tent or a kennel, and behind a table."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from storyapp.story.plan import Box, CelPlan, Placement

from .bodies import BASELINE, HIGHEST, Measure
from .seating import scaled
from .vocabulary import ThingEntry

LARGE_SHELTER, LARGE, SMALL = 1.4, HIGHEST, 0.62  # metres; heights of a large shelter's frame, and of a small one's
BEFORE, OF_SHELTER, OF_KENNEL = 0.03, 0.5, 0.62  # how far before it they stand, and the most that they are of its frame
SIDE_BY_SIDE = 0.5  # of two frames' width, from one to the next
TABLE_FOOT, AT_CHEST = 0.95, 0.13  # where a table stands; of a figure's frame, from the chin down to its top
WIDEST_TABLE, PLACE_AT_TABLE = 0.8, 0.42  # of the picture, and of a figure's frame: what each has of a table
LOW_TABLE = 1.2  # metres up to which one sits behind a table; a stove stands in a room


def is_at_table(cel: CelPlan, entry: ThingEntry) -> bool:
    """Whether somebody is behind a thing that is a table."""
    return (
        cel.relation is not None and cel.relation.kind == "behind" and entry.use == "table" and entry.size < LOW_TABLE
    )


def at_door(
    measure: Measure, thing: Placement, entry: ThingEntry, people: Sequence[Placement], middle: float
) -> dict[str, Placement]:  # fmt: skip
    """A shelter, large enough, and those who are at home in it before its door, by cel id."""
    large = entry.size >= LARGE_SHELTER
    foot = thing.depth or thing.box.bottom
    if not thing.pinned:
        height = max(thing.box.height, LARGE if large else SMALL)
        width = height / measure.aspect
        line = min(max(foot, height * BASELINE + 0.01), 0.93)
        left = min(max(middle - width / 2, 0.01 - entry.box[0] * width), 0.99 - entry.box[2] * width)
        thing = replace(thing, box=Box(left, line - height * BASELINE, width, height), depth=line, airborne=False)
        foot = line
    most = (OF_SHELTER if large else OF_KENNEL) * thing.box.height
    share = min(1.0, most / max(one.box.height for one in people))
    door = thing.box.x + (1 - entry.middle if thing.mirrored else entry.middle) * thing.box.width
    found = {thing.cel: thing}
    found.update(_in_a_row(people, share, door, foot + BEFORE))
    return found


def at_table(
    measure: Measure, table: Placement, entry: ThingEntry, people: Sequence[tuple[CelPlan, Placement]], middle: float
) -> dict[str, Placement]:  # fmt: skip
    """A table before those who are at it: its top is at their chests, by cel id."""
    if not table.pinned:
        wide = entry.box[2] - entry.box[0]
        wanted = sum(one.box.width for _, one in people) * PLACE_AT_TABLE / wide
        width = min(max(wanted, table.box.width), WIDEST_TABLE / wide)
        height = width * measure.aspect
        left = min(max(middle, width * wide / 2), 1 - width * wide / 2) - width / 2
        table = replace(
            table, box=Box(left, TABLE_FOOT - height * entry.box[3], width, height), depth=TABLE_FOOT, airborne=False
        )
    top = table.box.y + (entry.seat if entry.seat is not None else entry.box[1]) * table.box.height
    centre = table.box.x + table.box.width / 2
    found = {table.cel: table}
    row = _in_a_row([one for _, one in people], 1.0, centre, 0.0)
    for cel, _ in people:
        one = row[cel.id]
        chin = measure.anchors(cel).get("face", (0, 0, 0, 0.52))[3]
        box = replace(one.box, y=top - (chin + AT_CHEST) * one.box.height)
        # One whose feet would be in the air stands a little lower; a child is behind the table to the chin.
        foot = min(max(box.y + BASELINE * box.height, top + 0.1), table.depth - 0.01)
        box = replace(box, y=foot - BASELINE * box.height)
        found[cel.id] = replace(one, box=box, depth=table.depth - 0.02, airborne=True)
    return found


def _in_a_row(people: Sequence[Placement], share: float, middle: float, foot: float) -> dict[str, Placement]:
    """All side by side around a middle, at a share of their size, on one line, and in the picture."""
    smaller = [replace(one, box=scaled(one.box, share, (one.box.x, one.box.y))) for one in people]
    places, x = [0.0], 0.0
    for one, other in itertools.pairwise(smaller):
        x += SIDE_BY_SIDE * (one.box.width + other.box.width) / 2
        places.append(x)
    half = smaller[0].box.width * 0.3
    start = min(max(middle - x / 2, half), max(half, 1 - half - x))
    found = {}
    for index, (one, place) in enumerate(zip(smaller, places, strict=True)):
        box = replace(one.box, x=start + place - one.box.width / 2, y=foot - BASELINE * one.box.height)
        found[one.cel] = replace(one, box=box, depth=foot + 0.001 * index, airborne=False, waterline=None)
    return found
