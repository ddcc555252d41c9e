"""Those who are on or in a thing: they sit side by side on it, it is large enough for them, and all stay in the picture."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from storyapp.story.plan import Box, CelPlan, Placement

from .bedding import BLANKET
from .bodies import BASELINE, Measure, covered
from .vocabulary import ThingEntry

HEADROOM = 0.03  # above somebody on a thing
AS_LONG = 0.95  # of whoever lies on it is what one lies on
# Of the picture's height: the frame of what one is on or in, and of what is large; and of its width.
LARGEST, LARGEST_SEAT, ROOM = 0.62, 0.78, 0.97
APART, WIDE = 0.45, 0.54  # of a figure's frame: from one to the next, and the width of one body
OVERLAPPING, SPREAD = 0.5, 0.66  # of the frame of one who lies, or flies: from one head to the next
HOLDS, SEATS, RIDDEN = 1.15, 0.8, 1.45  # times the width of those in, on or riding a thing that it has at least
SUNK, SAT, LEANT, STOOD, FLOWN = (
    0.3,
    0.12,
    0.2,
    0.02,
    0.16,
)  # of a figure's frame: how far below edge or seat its feet are
_STANDING = ("standing", "jumping", "dancing", "walking", "running", "falling")
TUCKED = 0.04  # of the frame of one who lies in a bed, how far its lower edge is below the blanket's
OF_BED, BESIDE_IN_BED = (
    (0.8, 0.7, 0.52),
    0.31,
)  # of its length, by how many sleep in it; how much higher the next head is
BEHIND_RIDER = 0.12  # of what is ridden: how far back each further rider moves all of them
RIDEABLE = 0.9  # metres
LARGE, IN_LARGE, ON_TALL = 1.0, 0.8, 0.46  # metres from which a thing is large; most that a figure is of its frame
TALL = 1.75  # metres from which somebody on a thing is small
PILED = {"wood": 0.44, "rock": 0.3}  # where several sit on what is narrow at the top
ASTRIDE = {"broom"}  # what one who flies has under all the body: it is as long as they are
LENGTH, SLOPE, UNDER_BODY = 1.15, 0.46, (0.4, 0.76)  # of the flyer's frame: its length, its height and its middle
HIDDEN = 0.2  # the share of a face that a thing with others on it may hide
TOP = 0.04  # below the upper edge of a thing that has no seat


@dataclass(frozen=True)
class Seat:
    """What several are on or in: its cel and placement, and how wide (share of the picture) it may be, around where."""

    cel: CelPlan
    placement: Placement
    inside: bool
    middle: float
    room: float = ROOM


def settled(measure: Measure, seat: Seat, riders: Sequence[tuple[CelPlan, Placement]]) -> dict[str, Placement]:
    """All riders and their seat, by cel id; a pinned seat stays as it is, and they fit it."""
    entry = measure.vocabulary.thing(seat.cel.concept)
    thing, placed = seat.placement, [one for _, one in riders]
    lying = any(measure.lies(cel) for cel, _ in riders)
    in_bed = lying and seat.inside and entry.use == "bed"
    if lying:
        thing, placed = _to_measure(thing, placed, seat.room, in_bed)
    else:
        thing, placed = _large_enough(seat, entry, placed)
    if not thing.pinned:
        thing = _moved_to(thing, seat.middle, entry)
    at = 1 - entry.middle if thing.mirrored else entry.middle
    line = PILED.get(seat.cel.concept, 0.0) if len(riders) > 1 else 0.0
    line = line or _line(entry, seat.inside)
    placed = _in_a_row(thing, placed, [cel for cel, _ in riders], (at, line), seat.inside, measure)
    if in_bed:
        placed = _on_pillow(measure, thing, placed)
    thing, placed = _below_the_edge(thing, placed, line, entry.box[1])
    if (
        seat.cel.concept in ASTRIDE
        and not thing.pinned
        and any(measure.pose(cel).support == "air" for cel, _ in riders)
    ):
        thing = _under_body(thing, placed[0])
    kept = thing.cel if seat.inside else None
    rows = [
        replace(one, depth=thing.depth + 0.001 * (index + 1), inside=kept, airborne=True, waterline=None)
        for index, one in enumerate(placed)
    ]
    return {thing.cel: thing, **{one.cel: one for one in rows}}


def uncovered(
    measure: Measure, cast: Sequence[CelPlan], ridden: Mapping[str, Sequence[CelPlan]], placed: dict[str, Placement]
) -> dict[str, Placement]:
    """With those who fly before what others are on (`ridden`: by the id of a thing), where it would hide their faces."""
    found = dict(placed)
    for target, riders in ridden.items():
        seat = placed[target]
        for cel in (one for one in cast if one not in riders and measure.pose(one).support == "air"):
            one = placed[cel.id]
            face = measure.face(one)
            behind = one.depth < seat.depth and not one.pinned
            if behind and face is not None and covered(face, measure.body(seat)) > HIDDEN:
                found[cel.id] = replace(one, depth=seat.depth + 0.01)
    return found


def _line(entry: ThingEntry, inside: bool) -> float:
    """The height in a thing's frame at which one is in it, or sits on it."""
    if inside:
        return entry.mouth if entry.mouth is not None else 0.4
    return entry.seat if entry.seat is not None else entry.box[1] + TOP


def _large_enough(seat: Seat, entry: ThingEntry, riders: Sequence[Placement]) -> tuple[Placement, list[Placement]]:
    """A thing as wide as all need who are on or in it; where that is too much for the picture, they are smaller."""
    thing = seat.placement
    wide = entry.box[2] - entry.box[0]
    ridden = entry.size >= RIDEABLE and entry.use == "ride"
    several = len(riders) > 1 and not ridden and seat.cel.concept not in PILED
    needed = (HOLDS if seat.inside or several else RIDDEN if ridden else SEATS) * _breadth(riders)
    grown = max(1.0, needed / (wide * thing.box.width))
    large = entry.size >= LARGE and seat.inside
    if large or entry.size >= TALL:  # a car is no toy beside who drives it
        grown = max(grown, 0.95 * LARGEST_SEAT / thing.box.height)
    highest = (LARGEST_SEAT if entry.size >= LARGE else LARGEST) * (1.15 if seat.inside else 1.0)
    most = max(highest / thing.box.height, 1.0)
    most = 1.0 if thing.pinned else min(most, max(seat.room, 0.3) / (wide * thing.box.width))
    share = min(grown, most)
    thing = replace(thing, box=scaled(thing.box, share, _foot(thing)))
    smaller = min(1.0, wide * thing.box.width / needed) if grown > most else 1.0
    limit = (
        entry.most
        if entry.most is not None
        else IN_LARGE
        if large
        else ON_TALL
        if entry.size >= TALL and not seat.inside
        else 9.0
    )
    tallest = max(one.box.height for one in riders) * smaller
    smaller *= min(1.0, limit * thing.box.height / tallest)
    return thing, [replace(one, box=scaled(one.box, smaller, _foot(one))) for one in riders]


def _breadth(riders: Sequence[Placement]) -> float:
    """How wide riders are side by side."""
    between = sum((one.box.width + other.box.width) / 2 for one, other in itertools.pairwise(riders))
    return APART * between + WIDE * (riders[0].box.width + riders[-1].box.width) / 2


def _to_measure(
    thing: Placement, riders: Sequence[Placement], room: float, in_bed: bool
) -> tuple[Placement, list[Placement]]:  # fmt: skip
    """A thing to lie on, as long as who lies on it, within limits; they are as small as it, or a pillow, needs."""
    rows = 1 + OVERLAPPING * (len(riders) - 1)
    if in_bed:
        rows = 1 / (AS_LONG * OF_BED[min(len(riders), len(OF_BED)) - 1])
    longest = max(one.box.width for one in riders)
    if not thing.pinned:
        wanted = AS_LONG * rows * longest / thing.box.width
        most = min(LARGEST / thing.box.height, room / thing.box.width)
        thing = replace(thing, box=scaled(thing.box, max(min(1.0, most), min(wanted, most)), _foot(thing)))
    fitting = min(1.0, thing.box.width / (AS_LONG * rows * longest))
    return thing, [replace(one, box=scaled(one.box, fitting, _foot(one))) for one in riders]


def _under_body(thing: Placement, flyer: Placement) -> Placement:
    """What lies along under one who flies, from behind the feet to the hands."""
    box, (x, y) = flyer.box, UNDER_BODY
    width, height = LENGTH * box.width, SLOPE * box.height
    middle = box.x + (1 - x if flyer.mirrored else x) * box.width
    under = Box(middle - width / 2, box.y + y * box.height - height / 2, width, height)
    return replace(thing, box=under, mirrored=flyer.mirrored, airborne=True)


def _on_pillow(measure: Measure, bed: Placement, sleepers: Sequence[Placement]) -> list[Placement]:
    """All with their faces beside the edge of the blanket, each before the last and lower."""
    found, edge = list[Placement](), bed.box.x + (1 - BLANKET if bed.mirrored else BLANKET) * bed.box.width
    for index, one in enumerate(sleepers):
        turned = replace(one, mirrored=bed.mirrored)
        face = measure.face(turned)
        assert face is not None
        up = BESIDE_IN_BED * one.box.height * (len(sleepers) - 1 - index)
        x = one.box.x + edge - (face[0] if bed.mirrored else face[2])
        found.append(replace(turned, box=replace(one.box, x=x, y=one.box.y - up)))
    return found


def _moved_to(thing: Placement, middle: float, entry: ThingEntry) -> Placement:
    """A thing moved to where those who are on it stand, within the picture."""
    box, (left, _, right, _) = thing.box, entry.box
    lowest, highest = 0.01 - left * box.width, 0.99 - right * box.width
    return replace(thing, box=replace(box, x=min(max(middle - box.width / 2, lowest), max(lowest, highest))))


def _in_a_row(
    thing: Placement, riders: Sequence[Placement], cels: Sequence[CelPlan], seat: tuple[float, float], inside: bool,
    measure: Measure,
) -> list[Placement]:  # fmt: skip
    """All riders from left to right, around the `seat` of what they are on or in: a place in its frame."""
    lying = any(measure.lies(cel) for cel in cels)
    flying = any(cel.attributes.get("pose") == "flying" for cel in cels)
    steps = [OVERLAPPING if lying else SPREAD if flying else APART] * (len(riders) - 1)
    places, x = [0.0], 0.0
    for step, (one, other) in zip(steps, itertools.pairwise(riders), strict=True):
        x += step * (one.box.width + other.box.width) / 2
        places.append(x)
    entry = measure.vocabulary.thing(measure.plan.cel(thing.cel).concept)
    line, around = seat[1], 0.5 if lying else seat[0]
    if entry.use == "ride" and around != 0.5:  # further ones sit towards the tail
        around += BEHIND_RIDER * (len(riders) - 1) * (-1 if around < 0.5 else 1)
    start = thing.box.x + around * thing.box.width - x / 2
    if entry.use == "ride" and not thing.pinned:  # and none of them is out of the picture
        first, last = WIDE * riders[0].box.width / 2, WIDE * riders[-1].box.width / 2
        start = max(first, min(start, 1 - last - x))
    level, found = thing.box.y + line * thing.box.height, list[Placement]()
    for cel, one, place in zip(cels, riders, places, strict=True):
        box = one.box
        if lying:
            below = TUCKED * box.height if inside else 0.1 * thing.box.height
        elif inside:
            below = min(SUNK * box.height, (0.95 - line) * thing.box.height)
        else:
            below = _below_seat(cel, entry) * box.height
        y = level + below - box.height * BASELINE
        found.append(replace(one, box=replace(box, x=start + place - box.width / 2, y=y)))
    return found


def _below_seat(cel: CelPlan, entry: ThingEntry) -> float:
    """How far below a seat the feet are, of somebody's frame: who reads on a sofa does not stand on it."""
    pose = cel.attributes.get("pose", "standing")
    if pose in ("sitting", "flying"):
        return SAT if pose == "sitting" else FLOWN
    return LEANT if is_furniture(entry) and pose not in _STANDING else STOOD


def is_furniture(entry: ThingEntry) -> bool:
    """Whether one sits on a thing, and does not ride it, or stand on it."""
    return entry.use in ("sit", "bed")


def _below_the_edge(
    thing: Placement, riders: Sequence[Placement], line: float, top: float
) -> tuple[Placement, list[Placement]]:  # fmt: skip
    """Without room above, all come down, or are smaller; of a thing that stays, only who is on it.

    `top` is where the thing begins in its frame: the mast of a boat, higher than who sails it.
    """
    below = thing.box
    mast = () if thing.pinned else (below.y + top * below.height,)
    down = max(0.0, HEADROOM - min([*(one.box.y for one in riders), *mast]))
    if not down:
        return thing, list(riders)
    if thing.pinned:
        around = (below.x + below.width / 2, below.y + line * below.height)
        share = (around[1] - HEADROOM) / (around[1] + down - HEADROOM)
        return thing, [replace(one, box=scaled(one.box, max(share, 0.2), around)) for one in riders]
    if thing.airborne:  # a cloud comes down as far as who sits on it needs
        rows = [replace(one, box=replace(one.box, y=one.box.y + down)) for one in riders]
        return replace(thing, box=replace(below, y=below.y + down)), rows
    ground = (below.x + below.width / 2, thing.depth)  # a horse is smaller, and so is who rides it
    share = (thing.depth - HEADROOM) / (thing.depth - HEADROOM + down)
    rows = [replace(one, box=scaled(one.box, share, ground)) for one in riders]
    return replace(thing, box=scaled(below, share, ground)), rows


def _foot(placement: Placement) -> tuple[float, float]:
    depth = placement.depth or placement.box.bottom
    return placement.box.x + placement.box.width / 2, depth


def scaled(box: Box, share: float, around: tuple[float, float]) -> Box:
    """The box at a share of its size; the point `around` stays."""
    x, y = around
    return Box(x + (box.x - x) * share, y + (box.y - y) * share, box.width * share, box.height * share)
