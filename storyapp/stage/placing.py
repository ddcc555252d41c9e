"""Where things are: by somebody or something, or where there is room for them."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

from collections.abc import Mapping, Sequence

from storyapp.story.plan import SIZE, Box, CelPlan, Placement

from .bodies import BASELINE, Measure
from .facing import ANIMALS
from .hands import OVERHEAD, Hands
from .perching import HATS, ON_BROW, hat_of_beast, perched
from .room import Room
from .vocabulary import SettingEntry, ThingEntry

AIR_ROOM, LARGE_AIR_ROOM = 0.36, 0.55  # share of the height, from the top, in which things fly, and large ones do
LARGE = 1.4  # metres from which a thing is large: it is not made smaller, and people stand before it
CROWDED = 4  # from so many on people stand in two rows, and what is large behind both
SMALL_THING, FRONT = 0.34, 0.975  # a frame up to this height may stand in front of everybody, on this line
OF_SEVERAL = (1.0, 0.85, 0.7)  # of its size is a large thing, if there are so many of it
ON_WALLS = frozenset(("window", "clock", "picture"))  # in a room
LARGEST_ON_WALL = 0.42
OUTDOORS = 0.6  # of its size is a window that stands in a meadow, behind everybody
WALL = 0.2  # how far above the ground's edge the foot of such a thing is
AFLOAT = 0.85  # of the frame of what is in the sea and no boat, what is above the water
FAR_OUT, NEAR = 0.05, 0.22  # below the water's edge floats a boat that is far away, and one with somebody in it
HULL = 0.91  # of the frame of a boat, what is above the water
SWIMMERS = frozenset(
    """
    fish blowfish shark whale dolphin octopus squid jellyfish shrimp seahorse submarine seal otter
    """.split()
) | {"tropical fish", "blue whale"}  # which are in the midst of the water under water
DEEP = (0.62, 0.5, 0.74)  # where they are then
LOW, LOW_SIZE = 0.5, 1.3  # share and metres: what is low enough, or nearly, to look over
PEEPING = 0.185  # of the frame, from the middle of one who is behind a thing to its edge: the face is to be seen
# Of the width of what several things are on or in: all of them together; of their own, how far apart they are.
WITHIN, APART, CLOSEST = 0.96, 0.8, 0.45
SEEN_BEHIND = 0.6  # of half their widths together: how far aside a thing is from one that it is behind
_STEPS = 18  # places that are tried from left to right


class Placing:
    """Places the things of one picture, one after the other."""

    def __init__(self, measure: Measure, setting: SettingEntry, large_at: float | None) -> None:
        self.measure, self.setting, self.large_at = measure, setting, large_at
        self.plan, self.aspect = measure.plan, measure.aspect
        self.cast = [cel for cel in measure.plan.cels if cel.kind == "figure"]
        self.beasts = {cel.id: cel.concept for cel in self.plan.cels if cel.concept in ANIMALS}
        self.loose = 0  # how many things were put on free ground so far
        self.hands = Hands(measure)
        self.stacked: dict[str, int] = {}  # how many things are on or in another one

    def place(self, cel: CelPlan, placed: Mapping[str, Placement]) -> Placement:
        """One thing, by its relation to another cel or by where such things are."""
        entry, relation = self.measure.vocabulary.thing(cel.concept), cel.relation
        if relation is not None and relation.target in placed:
            target = placed[relation.target]
            if cel.concept in ON_WALLS and relation.kind != "held by":  # one stands by a window that is in the wall
                return self._alone(cel, entry, placed, target.box.x + target.box.width / 2)
            if relation.kind == "held by" or self._is_overhead(cel, target):
                return self.hands.held(cel, entry, target, placed) or self._beside(cel, entry, target, "beside", placed)
            if relation.kind in ("on", "in") and not self._is_overhead(cel, target):
                return self._upon(cel, entry, target, relation.kind)
            if relation.kind == "in front of" and self.plan.cel(target.cel).kind == "figure":
                return self._hiding(cel, entry, target, placed)
            if self.large_at is not None and len(self.cast) >= CROWDED and self._is_tall(cel, entry):
                return self._alone(cel, entry, placed)
            if self.large_at is not None and relation.kind == "right of" and len(self.cast) == 2:
                return self._alone(cel, entry, placed, self.large_at)
            return self._beside(cel, entry, target, relation.kind, placed)
        return self._alone(cel, entry, placed)

    def _is_overhead(self, cel: CelPlan, target: Placement) -> bool:
        """Whether a thing is held, though it is said to be over somebody's head."""
        assert cel.relation is not None
        return cel.concept in OVERHEAD and cel.relation.kind == "on" and self.plan.cel(target.cel).kind == "figure"

    def _box(self, x: float, foot: float, height: float) -> Box:
        width = height / self.aspect
        return Box(x - width / 2, foot - height * BASELINE, width, height)

    # By something

    def _upon(self, cel: CelPlan, entry: ThingEntry, target: Placement, kind: str) -> Placement:
        """On or in a thing, each further one beside those that are there."""
        index = self.stacked[target.cel] = self.stacked.get(target.cel, -1) + 1
        height, box = self.measure.height(entry, cel), target.box
        if self.plan.cel(target.cel).kind == "figure":
            return perched(self.measure, cel, target, index)
        height, step = self._side_by_side(cel, entry, target)
        top = self.measure.vocabulary.thing(self.plan.cel(target.cel).concept)
        aside = 1 - top.middle if target.mirrored else top.middle
        middle = box.x + box.width * aside + (index + 1) // 2 * (-1 if index % 2 else 1) * step
        if kind == "on":
            foot = box.y + box.height * self.measure.seat(target) + 0.01
            if cel.concept in HATS and target.cel in self.beasts:
                height, aside = hat_of_beast(self.beasts[target.cel], height, box)
                middle, foot = middle + aside, foot + ON_BROW * box.height
            return Placement(cel.id, self._box(middle, foot, height), target.depth + 0.001)
        foot = box.y + box.height * (self._mouth(target) + 0.12)
        return Placement(cel.id, self._box(middle, foot, height), target.depth + 0.001, inside=target.cel)

    def _side_by_side(self, cel: CelPlan, entry: ThingEntry, target: Placement) -> tuple[float, float]:
        """The height of one of the things that are on or in a thing, and the step to the next: all within its width."""
        height, top = self.measure.height(entry, cel) * self._shrunk(target), self.plan.cel(target.cel)
        box = self.measure.vocabulary.thing(top.concept).box
        others = [one for one in self.plan.cels if one.kind == "thing" and one.relation == cel.relation]
        wide = (entry.box[2] - entry.box[0]) * height / self.aspect
        room = WITHIN * (box[2] - box[0]) * target.box.width
        share = min(1.0, room / ((1 + CLOSEST * (len(others) - 1)) * wide))
        wide *= share
        return share * height, min(APART * wide, (room - wide) / max(1, len(others) - 1))

    def _shrunk(self, target: Placement) -> float:
        """How much smaller a thing is than it would be alone, as one in a hand: what is in it is too."""
        cel = self.plan.cel(target.cel)
        return min(1.0, target.box.height / self.measure.height(self.measure.vocabulary.thing(cel.concept), cel))

    def _mouth(self, target: Placement) -> float:
        cel = self.plan.cel(target.cel)
        entry = self.measure.vocabulary.thing(cel.concept)
        return entry.mouth if cel.kind == "thing" and entry.mouth is not None else 0.4

    def _hiding(
        self, cel: CelPlan, entry: ThingEntry, target: Placement, placed: Mapping[str, Placement]
    ) -> Placement:  # fmt: skip
        """In front of somebody who is behind it: a low thing before the body, of a tall one its edge; the face is seen."""
        height, box = self.measure.height(entry, cel), target.box
        foot, face = min(FRONT, target.depth + 0.03), self.measure.face(target)
        chin = face[3] if face else box.y
        middle, top, bottom = box.x + box.width / 2, entry.box[1], entry.box[3]
        low = (foot - chin) / ((bottom - top) * height)
        if low > LOW and entry.size < LOW_SIZE:  # a sofa is a little smaller, and one looks over it
            height *= min(1.0, low)
            places = [self._box(middle + aside * box.width, foot, height) for aside in (0.0, 0.25, -0.25, 0.5, -0.5)]
        else:
            reach = PEEPING * box.width
            centre = middle if face is None else (face[0] + face[2]) / 2
            right = centre + reach + (0.5 - entry.box[0]) * height / self.aspect
            left = centre - reach - (entry.box[2] - 0.5) * height / self.aspect
            places = [self._box(right, foot, height), self._box(left, foot, height)]
        found = [Placement(cel.id, one, target.depth + 0.002) for one in places]
        room = Room(self.measure, cel, placed, besides=target.cel)
        return min(found, key=lambda one: room.cost(one, 0.5) + room.outside(one))

    def _beside(
        self, cel: CelPlan, entry: ThingEntry, target: Placement, kind: str, placed: Mapping[str, Placement]
    ) -> Placement:
        height, foot = self.measure.height(entry, cel), target.depth
        left, _, right, _ = self.measure.body(target)
        middle, half = (left + right) / 2, height / self.aspect / 2
        own = half * (entry.box[2] - entry.box[0])
        if kind == "behind":
            aside = 0.24 * (right - left)
            if self.plan.cel(target.cel).kind == "thing":  # a swing behind a tree is seen
                aside = max(aside, SEEN_BEHIND * ((right - left) / 2 + own))
            places = [(middle + side * aside, foot - 0.05, foot - 0.05) for side in (1, -1)]
        elif kind == "in front of":
            places = [(middle, min(0.97, foot + 0.04), foot + 0.04)]
        else:
            away = (right - left) / 2 + 0.9 * own
            sides = (-1,) if kind == "left of" else (1,) if kind == "right of" else (1, -1) if middle < 0.5 else (-1, 1)
            low = FRONT if height < SMALL_THING and not target.airborne else foot
            places = [(middle + side * away, line, line + 0.001) for side in sides for line in (foot, low, foot - 0.09)]
            if (
                not target.airborne and target.waterline is None
            ):  # behind everybody where there is no room by their side
                lines = {foot - 0.09, *((FRONT,) if low == FRONT else ())}
                places += [(step / _STEPS, line, line) for line in sorted(lines) for step in range(_STEPS + 1)]
        found = [
            Placement(cel.id, self._box(min(max(x, half), 1 - half), line, height), depth) for x, line, depth in places
        ]
        room = Room(self.measure, cel, placed)
        wanted = places[0][0] if kind in ("left of", "right of") else middle
        return min(found, key=lambda one: room.cost(one, wanted) + 0.2 * (one.depth < target.depth - 0.05))

    # Alone

    def _alone(
        self, cel: CelPlan, entry: ThingEntry, placed: Mapping[str, Placement], near: float | None = None
    ) -> Placement:
        """A thing on free ground, in the air or on the wall, where it hides least and is hidden least."""
        index, height = self.loose, self.measure.height(entry, cel)
        self.loose += 1
        spread = (index * 0.618034 + (0.14 if self.cast else 0.5)) % 1  # golden ratio: never twice the same place
        twin = self._twin(cel, placed)
        if height > SMALL_THING:
            height *= OF_SEVERAL[min(self._alike(cel), len(OF_SEVERAL)) - 1]
        if near is not None:
            spread = near
        elif not self.cast and 1 < len(self.beasts) < 4 and cel.id in self.beasts:  # they look at each other
            spread = (list(self.beasts).index(cel.id) + 0.5) / len(self.beasts)
        if cel.concept in ON_WALLS:
            height = min(height, LARGEST_ON_WALL) * (1.0 if self._has_walls() else OUTDOORS)
        in_row = False
        if twin is not None:  # twins are side by side, where there is room in their row
            height, wide = twin.box.height, (entry.box[2] - entry.box[0]) * twin.box.width
            beside = twin.box.x + 0.5 * twin.box.width + 0.96 * wide
            in_row = beside + 0.5 * wide <= 1
            spread = beside if in_row else spread
        elif self.large_at is not None and self._is_tall(cel, entry):
            spread = self.large_at
        rows = self._rows(cel, entry, height, index)
        if len(self.cast) >= CROWDED and self._is_tall(cel, entry):
            last = min((placed[one.id].depth for one in self.cast if one.id in placed), default=1.0)
            rows = [(foot, min(depth, last - 0.01), air) for foot, depth, air in rows]
        tried = [
            one
            for share in ((1.0,) if twin or (entry.size >= LARGE and self.large_at is not None) else (1.0, 0.75))
            for one in self._tries(cel, entry, share * height, rows, spread)
        ]
        room = Room(self.measure, cel, placed)
        return min(tried, key=lambda one: room.cost(one, spread, in_row))

    def _rows(self, cel: CelPlan, entry: ThingEntry, height: float, index: int) -> list[tuple[float, float, bool]]:
        """Foot lines on which a thing may be, with depth and whether it is in the air; the best first."""
        if entry.support == "air":
            room = self._air(entry)
            foot = min(room, 0.04 + min(height, room))
            return [(foot, 0.0, True)]
        if self._swims(cel):
            return [(max(line, height), line, True) for line in DEEP]
        if entry.support == "wall" or (cel.concept in ON_WALLS and self._has_walls()):
            return [(self.setting.ground - WALL, 0.0, True)]
        if cel.concept in ON_WALLS:
            return [(self.setting.ground + 0.1, 0.1, False)]
        if entry.support == "water" and self.setting.water is not None:
            carries = any(one.relation is not None and one.relation.target == cel.id for one in self.cast)
            far = _takes_aboard(entry) and cel.attributes.get(SIZE) == "tiny"
            below = [FAR_OUT] if far else [NEAR] if carries else [0.1, 0.16]
            return [(self.setting.water + line, self.setting.water + line, False) for line in below]
        if self.plan.setting in ("lake", "river"):  # what stands is on this side of the water
            return [(FRONT, FRONT, False), (0.9, 0.9, False)]
        if height < SMALL_THING:
            lines = [0.9, FRONT] if self.cast else [0.86, 0.8]
        else:
            ground = max(self.setting.ground + 0.05, 0.8 - 0.06 * (index % 3))
            lines = (
                [ground, 0.84, *((0.9,) if entry.size < LARGE else ())]
                if self.cast
                else [0.86 - 0.05 * (index % 3), 0.9]
            )
        return [(line, line, False) for line in lines]

    @staticmethod
    def _air(entry: ThingEntry) -> float:
        return LARGE_AIR_ROOM if entry.size >= LARGE else AIR_ROOM

    def _swims(self, cel: CelPlan) -> bool:
        return self.plan.setting == "underwater" and cel.concept in SWIMMERS

    def _has_walls(self) -> bool:
        return self.setting.indoor or self.plan.setting is None

    def _tries(
        self, cel: CelPlan, entry: ThingEntry, height: float, rows: Sequence[tuple[float, float, bool]], wanted: float
    ) -> list[Placement]:  # fmt: skip
        height = (
            min(height, self._air(entry)) if entry.support == "air" else height
        )  # what flies is far enough to be whole
        height = min(
            height, *((foot - 0.01) / (BASELINE - entry.box[1]) for foot, _, _ in rows)
        )  # whole below the edge
        half = (entry.box[2] - entry.box[0]) / 2 * height / self.aspect + 0.01
        places = [0.5] if half >= 0.5 else [half + step / _STEPS * (1 - 2 * half) for step in range(_STEPS + 1)]
        if half < wanted < 1 - half:
            places = [wanted, *places]
        waterline = AFLOAT if self.plan.setting == "sea" and entry.support not in ("air", "water", "wall") else None
        if _takes_aboard(entry) and self.setting.water is not None:
            waterline = HULL
        return [
            Placement(cel.id, self._box(x, foot, height), depth, airborne=air, waterline=waterline)
            for foot, depth, air in rows
            for x in places
        ]

    def _alike(self, cel: CelPlan) -> int:
        return sum(one.concept == cel.concept and one.kind == "thing" for one in self.plan.cels)

    def _twin(self, cel: CelPlan, placed: Mapping[str, Placement]) -> Placement | None:
        """The last that is of the same kind, and on its own too."""
        alike = [
            one for one in self.plan.cels if one.concept == cel.concept and one.kind == "thing" and one.id in placed
        ]
        return placed[alike[-1].id] if alike and alike[-1].relation is None else None

    def _is_tall(self, cel: CelPlan, entry: ThingEntry) -> bool:
        return (entry.support == "ground" or self._swims(cel)) and self.measure.height(entry, cel) > 0.3


def _takes_aboard(entry: ThingEntry) -> bool:
    """Whether it floats with somebody in it or on it."""
    return entry.is_boat or (entry.support == "water" and entry.seat is not None)
