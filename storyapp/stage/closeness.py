"""Those who touch each other: who hugs somebody, and who is carried, on a lap, on shoulders or on a head."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from storyapp.story.plan import Box, CelPlan, Placement, ScenePlan

from .bodies import BASELINE, Measure
from .seating import HEADROOM, scaled

ARMS, ARM = 0.42, 0.4  # of two frames' width: between two who hug each other, and where only one does
SMALL = 0.95  # metres up to which somebody is on a head, and larger ones on the shoulders
IN_ARMS, ON_LAP, ON_SHOULDERS, ON_HEAD = 0.54, 0.56, 0.82, 0.7  # of the carrier's frame is who is carried, at most
_ARMS, _ARMS_ASIDE, _LAP = (0.66, 0.9), (0.74, 0.9), (0.6, 0.95)  # where, in the carrier's frame, their feet are
_LYING = (0.5, 0.72)  # and the middle of one who lies in the arms
_BEHIND_HEAD, _ABOVE_FACE = 0.1, 0.07  # how far below the top of the face, and above it, one sits on another
ON_BACK, _BACK = 0.6, (0.25, 0.7)  # of one who flies or swims: the most that a rider is, and where they sit
BEHIND_RIDER = 0.17  # of the carrier's frame: how far back each further rider is, who is that much smaller
_SITTING_AT = 0.89  # of the frame of one who sits: the feet


def is_carried(plan: ScenePlan, cel: CelPlan) -> bool:
    """Whether a figure is carried by another one, or is on them."""
    if cel.kind != "figure" or cel.relation is None or cel.relation.kind not in ("held by", "on"):
        return False
    carrier = next((one for one in plan.cels if one.id == cel.relation.target), None)
    if carrier is None or carrier.kind != "figure":
        return False
    return carrier.relation is None or carrier.relation.target != cel.id


def carried(measure: Measure, cel: CelPlan, placed: dict[str, Placement]) -> dict[str, Placement]:
    """Somebody moved to who carries them, and that one, smaller where there is no room above, by cel id."""
    assert cel.relation is not None
    carrier, own = placed[cel.relation.target], placed[cel.id]
    plan = measure.plan.cel(carrier.cel)
    frame, natural = carrier.box.height, own.box.height
    sideways = plan.attributes.get("facing", "front") != "front"
    face_top = measure.anchors(plan).get("face", (0.3, 0.17, 0.7, 0.52))[1]
    before = True
    if cel.relation.kind == "held by":
        (x, y), most = _ARMS_ASIDE if sideways else _ARMS, IN_ARMS
    elif measure.pose(plan).support in ("air", "water"):
        (x, y), most = _BACK, ON_BACK
    elif plan.attributes.get("pose") == "sitting":
        (x, y), most = _LAP, ON_LAP
    elif measure.vocabulary.kind(cel.concept).size <= SMALL:
        (x, y), most = (0.5, face_top - _ABOVE_FACE), ON_HEAD
    else:
        (x, y), most, before = (0.5, face_top + _BEHIND_HEAD), ON_SHOULDERS, False
    earlier = _riders_before(measure.plan, cel)
    height = min(natural, most * frame) * (1 - BEHIND_RIDER * min(earlier, 2))
    x, before = x - (BEHIND_RIDER if sideways else -BEHIND_RIDER) * earlier, before and not earlier
    line = _SITTING_AT if cel.attributes.get("pose") == "sitting" else BASELINE
    if measure.lies(cel):
        (x, y), line = (_LYING, 0.7) if cel.relation.kind == "held by" else ((x, y), 0.86)
    x = 1 - x if carrier.mirrored else x
    box = carrier.box
    at = (box.x + x * box.width, box.y + y * box.height)
    width = height / measure.aspect
    rider = replace(
        own,
        box=Box(at[0] - width / 2, at[1] - line * height, width, height),
        depth=carrier.depth + (0.0007 if before else -0.0007 * (1 + earlier)),
        airborne=True,
        waterline=None,
        inside=carrier.inside,
        mirrored=carrier.mirrored if cel.attributes.get("facing", "front") != "front" else own.mirrored,
    )
    return _with_headroom(carrier, rider, at)


def _riders_before(plan: ScenePlan, cel: CelPlan) -> int:
    """How many are on the same one, and were told of before."""
    same = [one.id for one in plan.cels if one.kind == "figure" and one.relation == cel.relation]
    return same.index(cel.id) if cel.relation is not None and cel.relation.kind == "on" else 0


def _with_headroom(carrier: Placement, rider: Placement, at: tuple[float, float]) -> dict[str, Placement]:
    """Both, smaller if the upper one's head is out of the picture; a carrier who is on something stays."""
    head = rider.box.y + 0.05 * rider.box.height
    if head < HEADROOM and (carrier.pinned or carrier.inside is not None or carrier.airborne):
        share = max(0.2, (at[1] - HEADROOM) / (at[1] - head)) if at[1] > HEADROOM else 0.2
        rider = replace(rider, box=scaled(rider.box, share, at))
    elif head < HEADROOM:
        foot = carrier.depth
        around, share = (carrier.box.x + carrier.box.width / 2, foot), (foot - HEADROOM) / (foot - head)
        carrier = replace(carrier, box=scaled(carrier.box, share, around))
        rider = replace(rider, box=scaled(rider.box, share, around))
    return {carrier.cel: carrier, rider.cel: rider}


def embraced(
    cast: Sequence[CelPlan], placed: dict[str, Placement], full: Collection[str] = ()
) -> dict[str, Placement]:  # fmt: skip
    """Those who hug each other, or one who hugs the nearest other, side by side; not who has `full` arms."""
    free = [cel for cel in cast if cel.id in placed and not placed[cel.id].hidden and cel.id not in full]
    hugging = [cel for cel in free if cel.attributes.get("pose") == "hugging"]
    if len(hugging) == 1:
        free = [cel for cel in free if cel.relation is None and cel.attributes.get("pose") != "sleeping"]
        other = _nearest(hugging[0], free, placed)
        pair = [cel for cel in cast if cel in (hugging[0], other)] if hugging[0] in free else []
    else:
        pair = hugging
    if len(pair) != 2:
        return placed
    middle = 0.5 if len(free) == 2 else sum(_middle(placed[cel.id]) for cel in pair) / 2
    left, right = (placed[cel.id] for cel in pair)
    reach = (ARMS if len(hugging) == 2 else ARM) * (left.box.width + right.box.width) / 2
    foot = max(left.depth, right.depth)
    for cel, placement, side in ((pair[0], left, -1), (pair[1], right, 1)):
        centre, turned = middle + side * reach / 2, side > 0
        box = replace(
            placement.box,
            x=centre - placement.box.width / 2,
            y=foot - placement.box.height * BASELINE,
        )
        # Arms lie over the other's face unless the smaller one is in front.
        front = placement.box.height < max(left.box.height, right.box.height) or (
            left.box.height == right.box.height and not turned
        )
        hugs = cel.attributes.get("pose") == "hugging"
        if "facing" in cel.corrected or (not hugs and cel.attributes.get("facing", "front") == "front"):
            turned = placement.mirrored
        placed[placement.cel] = replace(placement, box=box, mirrored=turned, depth=foot - 0.001 * (not front))
    return placed


def _nearest(one: CelPlan, others: Sequence[CelPlan], placed: dict[str, Placement]) -> CelPlan | None:
    found = [cel for cel in others if cel.id != one.id]
    middle = _middle(placed[one.id])
    return min(found, key=lambda cel: abs(_middle(placed[cel.id]) - middle), default=None)


def _middle(one: Placement) -> float:
    return one.box.x + one.box.width / 2
