"""ScenePlan → placements: who stands where, how large, and facing whom. Pure geometry, no chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from storyapp.story.plan import Box, CelPlan, Placement, ScenePlan

from .seating import FIGURE_BASELINE, brought_below, made_to_measure, seated
from .vocabulary import PoseEntry, ThingEntry, Vocabulary

THING_BASELINE = 246 / 256
SMALLEST_FIGURE = 0.28  # of the picture's height
MOST_FIGURES = 8
_HEIGHTS = (0.74, 0.74, 0.62, 0.52, 0.46, 0.42)  # of the leading figure, by how many there are
INSIDE, INSIDE_LONG = (
    0.7,
    0.95,
)  # share of half a frame that stays in the picture; of one who flies, swims or lies all is full
BEHIND_ANOTHER = 0.12  # how much higher the second of two lies
AIR_ROOM = 0.36  # share of the height, from the top, in which things fly
SMALL_THING, FRONT = 0.38, 0.975  # a thing up to this height may stand in front of everybody, on this line
HARDLY_SEEN = 0.35  # the covered share from which it does
LARGE_THING, BESIDE_LARGE = 0.3, 0.9  # from this height on, one or two make room for a thing, and are that much smaller
_DEFAULT_GRIP = (0.72, 0.62)


def stage(
    plan: ScenePlan, vocabulary: Vocabulary, previous: Sequence[Placement] = (), aspect: float = 1.0
) -> tuple[Placement, ...]:
    """Place every cel of `plan` in a picture of `aspect` (width / height); pinned ones of `previous` stay."""
    stage_ = _Stage(plan, vocabulary, aspect)
    pinned = {one.cel: one for one in previous if one.pinned}
    placed = {**stage_.figures()}
    placed.update(pinned)
    for cel in _things_in_order(plan):
        placed[cel.id] = pinned.get(cel.id) or stage_.thing(cel, placed)
    placed.update({cel: one for cel, one in stage_.seated(placed).items() if cel not in pinned})
    return tuple(placed[cel.id] for cel in plan.cels if cel.id in placed)


def _things_in_order(plan: ScenePlan) -> list[CelPlan]:
    """Things that stand alone first, then those that depend on another thing."""
    things = [cel for cel in plan.cels if cel.kind == "thing"]
    ids = {cel.id for cel in things}
    return sorted(things, key=lambda cel: cel.relation is not None and cel.relation.target in ids)


class _Stage:
    def __init__(self, plan: ScenePlan, vocabulary: Vocabulary, aspect: float) -> None:
        self.plan, self.vocabulary, self.aspect = plan, vocabulary, aspect
        self.setting = vocabulary.setting(plan.setting)
        self.cast = [cel for cel in plan.cels if cel.kind == "figure"]
        count = len(self.cast)
        self.leading = _HEIGHTS[min(count, len(_HEIGHTS) - 1)]
        self.scale = self.leading / max((self.size(cel) for cel in self.cast), default=1.3)
        self.aside = count in (1, 2) and any(map(self._is_large, plan.cels))  # they make room for something
        self.scale *= BESIDE_LARGE if self.aside else 1.0
        self.loose = 0  # how many things were put on free ground so far

    def size(self, cel: CelPlan) -> float:
        """Metres, pulled together so that a mouse beside a bear can still be read."""
        metres = self.vocabulary.kind(cel.concept).size
        return 1.25 * (metres / 1.25) ** 0.6

    def figures(self) -> dict[str, Placement]:
        """Everybody in one or two rows, spread over the width so that no faces overlap."""
        shown = self.cast[:MOST_FIGURES]
        count = len(shown)
        placed = {}
        for index, cel in enumerate(shown):
            # From four on every second one stands behind, in the gap of the front row.
            behind = count > 3 and index % 2 == 1
            x = (index + 0.5) / count
            if count == 2:
                x = ((0.19, 0.81) if self.aside else (0.29, 0.71))[index]
            elif self.aside:
                x = 0.33
            placed[cel.id] = self._figure(cel, x, behind, index, count)
        for cel in self.cast[MOST_FIGURES:]:
            placed[cel.id] = replace(self._figure(cel, 0.5, True, 0, 1), hidden=True)
        return self._embraced(placed)

    def _figure(self, cel: CelPlan, x: float, behind: bool, index: int, count: int) -> Placement:
        support = self._pose(cel).support
        height = max(SMALLEST_FIGURE, self.size(cel) * self.scale * (0.78 if behind else 1.0))
        width = height / self.aspect
        foot = 0.93 - 0.1 * behind - 0.015 * (index % 2)
        airborne, waterline = False, None
        if support == "air":
            airborne, foot = True, max(height, self.setting.ground - 0.02 - 0.05 * (index % 2))
        elif support == "water" and self.setting.water is not None:
            foot, waterline = max(foot, self.setting.water + 0.3), 0.62
        elif self.plan.setting in ("underwater", "space", "sky"):
            airborne, foot = True, foot - 0.06 - 0.06 * (index % 2)
        if self._lies(cel) and sum(map(self._lies, self.cast[:index])) % 2:
            foot -= BEHIND_ANOTHER
        half = width / 2
        kept = half * (INSIDE if support == "ground" else INSIDE_LONG)
        centre = min(max(x, kept), 1 - kept) if width < 1 else 0.5
        box = Box(centre - half, foot - height * FIGURE_BASELINE, width, height)
        return Placement(
            cel.id, box, depth=foot, mirrored=self._mirrored(cel, x, count), waterline=waterline, airborne=airborne
        )

    def _pose(self, cel: CelPlan) -> PoseEntry:
        return self.vocabulary.pose(cel.attributes.get("pose", "standing"))

    def _lies(self, cel: CelPlan) -> bool:
        """Whether somebody lies on the ground, and not in a bed."""
        return self._pose(cel).support == "lying" and (cel.relation is None or cel.relation.kind not in ("on", "in"))

    def _mirrored(self, cel: CelPlan, x: float, count: int) -> bool:
        facing = cel.attributes.get("facing", "front")
        if facing == "left":
            return True
        # Those on the right turn to those on the left.
        return facing == "right" and count > 1 and x > 0.5 and "facing" not in cel.corrected

    def _embraced(self, placed: dict[str, Placement]) -> dict[str, Placement]:
        hugging = [cel for cel in self.cast if cel.attributes.get("pose") == "hugging" and cel.id in placed]
        if len(hugging) == 2:
            left, right = (placed[cel.id] for cel in hugging)
            reach = 0.42 * (left.box.width + right.box.width) / 2
            foot = max(left.depth, right.depth)
            for placement, centre, turned in ((left, 0.5 - reach / 2, False), (right, 0.5 + reach / 2, True)):
                box = replace(
                    placement.box,
                    x=centre - placement.box.width / 2,
                    y=foot - placement.box.height * FIGURE_BASELINE,
                )
                placed[placement.cel] = replace(placement, box=box, mirrored=turned, depth=foot - 0.001 * turned)
        return placed

    def thing(self, cel: CelPlan, placed: dict[str, Placement]) -> Placement:
        """One thing, by its relation to another cel or by where such things are."""
        entry = self.vocabulary.thing(cel.concept)
        relation = cel.relation
        if relation is not None and relation.target in placed:
            target = placed[relation.target]
            if relation.kind == "held by":
                return self._held(cel, entry, target)
            return self._beside(cel, entry, target, relation.kind)
        return self._alone(entry, cel, placed)

    def _height(self, entry: ThingEntry) -> float:
        """Of the thing's whole frame in the picture, from its true size."""
        tall = 1.25 * (entry.size / 1.25) ** 0.8 * self.scale
        share = max(entry.box[3] - entry.box[1], 0.2)
        return min(max(tall / share, 0.09), 0.6)

    def _is_large(self, cel: CelPlan) -> bool:
        """Whether a cel is a large thing that stands on the ground for itself, or beside somebody."""
        if cel.kind != "thing" or (cel.relation is not None and cel.relation.kind not in ("beside", "right of")):
            return False
        if any(one.relation is not None and one.relation.target == cel.id for one in self.cast):
            return False  # somebody sits on it
        entry = self.vocabulary.thing(cel.concept)
        return entry.support == "ground" and self._height(entry) > LARGE_THING

    def _box(self, x: float, foot: float, height: float) -> Box:
        width = height / self.aspect
        return Box(x - width / 2, foot - height * THING_BASELINE, width, height)

    def _held(self, cel: CelPlan, entry: ThingEntry, holder: Placement) -> Placement:
        plan = self.plan.cel(holder.cel)
        anchors = self._pose(plan).anchors
        facing = "right" if plan.attributes.get("facing", "front") in ("left", "right") else "front"
        x, y = anchors.get(facing, {}).get("grip", _DEFAULT_GRIP)[:2]
        grip_x = holder.box.x + holder.box.width * (1 - x if holder.mirrored else x)
        grip_y = holder.box.y + holder.box.height * y
        height = min(self._height(entry), 0.4 * holder.box.height)
        width = height / self.aspect
        return Placement(
            cel.id, Box(grip_x - width / 2, grip_y - height * 0.55, width, height), holder.depth + 0.002, holder.mirrored,
            airborne=True,
        )  # fmt: skip

    def _beside(self, cel: CelPlan, entry: ThingEntry, target: Placement, kind: str) -> Placement:
        height, box = self._height(entry), target.box
        middle, foot = box.x + box.width / 2, target.depth
        away = 0.36 * box.width + 0.5 * height / self.aspect
        depth = foot
        if kind == "on":
            seat = self._seat(target)
            return Placement(cel.id, self._box(middle, box.y + box.height * seat + 0.01, height), foot + 0.001)
        if kind == "in":
            mouth = box.y + box.height * (self._mouth(target) + 0.12)
            return Placement(cel.id, self._box(middle, mouth, height), foot + 0.001, inside=target.cel)
        if kind == "behind":
            middle, foot = middle + 0.25 * box.width, foot - 0.05
            depth = foot
        elif kind == "in front of":
            middle, foot = middle + 0.3 * box.width, min(0.97, foot + 0.04)
            depth = foot
        else:
            side = -1 if kind == "left of" or (kind != "right of" and middle > 0.5) else 1
            middle += side * away
            depth = foot + 0.001
        half = height / self.aspect / 2
        return Placement(cel.id, self._box(min(max(middle, half), 1 - half), foot, height), depth)

    def _seat(self, target: Placement) -> float:
        cel = self.plan.cel(target.cel)
        entry = self.vocabulary.thing(cel.concept)
        return entry.seat if cel.kind == "thing" and entry.seat is not None else 0.1

    def _mouth(self, target: Placement) -> float:
        cel = self.plan.cel(target.cel)
        entry = self.vocabulary.thing(cel.concept)
        return entry.mouth if cel.kind == "thing" and entry.mouth is not None else 0.4

    def _alone(self, entry: ThingEntry, cel: CelPlan, placed: dict[str, Placement]) -> Placement:
        """A thing on free ground, in the air or on the wall; a small one that has no room stands in front."""
        index, height = self.loose, self._height(entry)
        self.loose += 1
        if entry.support == "air":
            height = min(height, AIR_ROOM)  # what flies is far enough away to be whole
        spread = (index * 0.618034 + (0.14 if self.cast else 0.5)) % 1  # golden ratio: never twice the same place
        if self.aside and self._is_large(cel):
            spread = 0.72 if len(self.cast) == 1 else 0.5
        x, covered = self._gap(spread, height / self.aspect, placed)
        if entry.support == "air":
            return Placement(cel.id, self._box(x, min(AIR_ROOM, 0.04 + height), height), 0.0, airborne=True)
        if entry.support == "wall":
            return Placement(cel.id, self._box(x, self.setting.ground - 0.18, height), 0.0, airborne=True)
        if entry.support == "water" and self.setting.water is not None:
            foot = self.setting.water + 0.1 + 0.05 * (index % 2)
        elif covered > HARDLY_SEEN and height < SMALL_THING:
            foot = FRONT
        else:
            foot = max(self.setting.ground + 0.05, 0.8 - 0.06 * (index % 3)) if self.cast else 0.86 - 0.05 * (index % 3)
        return Placement(cel.id, self._box(x, foot, height), foot)

    def _gap(self, wanted: float, width: float, placed: dict[str, Placement]) -> tuple[float, float]:
        """Where (its middle) a thing of that width is covered least, nearest to what is wanted, and the share covered."""
        half = width / 2 + 0.01
        if half >= 0.5:
            return 0.5, 0.0
        spans = [_body(one) for one in placed.values() if not one.hidden]

        def covered(x: float) -> float:
            return sum(max(0.0, min(x + half, right) - max(x - half, left)) for left, right in spans) / (2 * half)

        places = [half + step / 8 * (1 - 2 * half) for step in range(9)]
        best = min(places, key=lambda x: (round(covered(x), 1), abs(x - wanted)))
        return best, covered(best)

    def seated(self, placed: dict[str, Placement]) -> dict[str, Placement]:
        """Figures that are on or in a thing, moved to it, and these things, by cel id."""
        moved: dict[str, Placement] = {}
        for cel in self.cast:
            relation = cel.relation
            if relation is None or relation.kind not in ("on", "in") or relation.target not in placed:
                continue
            if self.plan.cel(relation.target).kind != "thing":
                continue
            own, target = placed[cel.id], moved.get(relation.target, placed[relation.target])
            taken = target.cel in moved
            fixed = target.pinned or taken
            if self._pose(cel).support == "lying":
                target, own = made_to_measure(target, own, fixed)
            if not fixed:  # it comes to the first, others come to it
                target = brought_below(target, own)
            inside = relation.kind == "in"
            line = self._mouth(target) + 0.3 if inside else self._seat(target) + 0.1
            moved[cel.id], moved[target.cel] = seated(own, target, line, inside, taken)
        return moved


def _body(placement: Placement) -> tuple[float, float]:
    """Left and right of what a placed frame is filled with, about."""
    middle, half = placement.box.x + placement.box.width / 2, 0.27 * placement.box.width
    return middle - half, middle + half
