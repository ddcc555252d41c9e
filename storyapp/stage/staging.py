"""ScenePlan → placements: who stands where, how large, and facing whom. Pure geometry, no chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from storyapp.story.plan import Box, CelPlan, Placement, ScenePlan

from .bodies import BASELINE, Measure, around, in_picture, moved
from .closeness import carried, embraced, is_carried
from .facing import ANIMALS, all_go, is_turned, turned
from .gathering import at_door, at_table, is_at_table
from .placing import CROWDED, ON_WALLS, SWIMMERS, Placing
from .seating import ROOM, Seat, is_furniture, settled, uncovered
from .vocabulary import ThingEntry, Vocabulary

SMALLEST_FIGURE = 0.28  # of the picture's height
MOST_FIGURES = 8
_HEIGHTS = (0.74, 0.74, 0.62, 0.52, 0.46, 0.42)  # of the leading figure, by how many there are
INSIDE, INSIDE_LONG = (
    0.7,
    0.95,
)  # share of half a frame that stays in the picture; of one who flies, swims or lies all is full
BEHIND_ANOTHER = 0.12  # how much higher the second of two lies
LARGE_THING = 0.3  # from this height on, up to three make room for a thing
# And they are that much smaller beside one of so many metres, which stands behind them.
BESIDE_LARGE = ((1.4, 0.65), (1.1, 0.78), (0.0, 0.9))
WIDE = 0.7  # of the picture's width: the frame of one who must be wholly inside
ASIDE = {1: (0.33,), 2: (0.19, 0.81), 3: (0.13, 0.36, 0.87), 4: (0.12, 0.3, 0.7, 0.88)}  # where they stand then
LARGE_AT = {1: 0.72, 2: 0.5, 3: 0.62, 4: 0.5}  # and where it is
LARGE_IN_AIR = 0.8  # metres
BETWEEN = 0.14  # from this height on two make room for what is between them
ONE_SEAT = 1.6  # times the room of one who stands has a thing that somebody is on or in
BEHIND = 0.85  # of their size are those who stand in the second row
# Of several who fly or swim: their height, and how much lower each is than the first; heads are before them, feet behind.
ADRIFT = {2: (0.56, (0.0, 0.17)), 3: (0.44, (0.0, 0.16, 0.32))}
HIGHEST_FLYER, IN_DEEP, IN_WAVES = 0.02, 0.1, 0.6  # upper edge, how much lower in sky or sea; swimmers differ less
FIRST_WAVE, AFLOAT = 0.09, 0.62  # below the water's edge the first who swim; of a frame, what is above the water
BEAST = 0.42  # of the picture's height is the largest of animals that are there alone
CROWD = 0.17  # how much higher the second row of a crowd stands
FOOT = 0.93  # where the feet of those are who stand in front
BANK, BANKED = 0.985, 0.11  # where feet are at a lake or a river: on this side of the water; and how much higher behind
# Who swims off a beach is in the water behind the sand: where its line is in the picture, and how much smaller they are.
OFFSHORE, OFFSHORE_SIZE = 0.59, 0.55
WADING = 0.8  # of the frame of one who is in the sea on foot, what is above the water
ON_PAPER = 0.86  # of a picture without a place is filled, in width or height
_EARS = (0.1, 0.3, 0.9, 0.7)  # of an animal's frame, what ears, wings and tails may fill
LARGEST_ON_PAPER = 1.5  # times as large as elsewhere


def stage(
    plan: ScenePlan, vocabulary: Vocabulary, previous: Sequence[Placement] = (), aspect: float = 1.0
) -> tuple[Placement, ...]:
    """Place every cel of `plan` in a picture of `aspect` (width / height); pinned ones of `previous` stay."""
    stage_ = _Stage(plan, vocabulary, aspect)
    known = {cel.id for cel in plan.cels}
    pinned = {one.cel: one for one in previous if one.pinned and one.cel in known}
    placed = {**stage_.figures(), **pinned}
    for seats in (True, False):  # what somebody is on or in first: they move to it, and what they have with them
        for cel in stage_.things_in_order(seats):
            placed[cel.id] = pinned.get(cel.id) or stage_.placing.place(cel, placed)
        if seats:
            placed.update({cel: one for cel, one in stage_.seated(placed).items() if cel not in pinned})
            placed.update({cel: one for cel, one in stage_.carried(placed).items() if cel not in pinned})
    placed = turned(plan, uncovered(stage_.measure, stage_.cast, stage_.ridden, placed))
    if plan.setting is None and not pinned:
        placed = stage_.on_paper(placed)
    return tuple(placed[cel.id] for cel in plan.cels if cel.id in placed)


class _Stage:
    def __init__(self, plan: ScenePlan, vocabulary: Vocabulary, aspect: float) -> None:
        self.plan, self.vocabulary, self.aspect = plan, vocabulary, aspect
        self.setting = vocabulary.setting(plan.setting)
        self.cast = [cel for cel in plan.cels if cel.kind == "figure" and not is_carried(plan, cel)]
        self.with_others = [cel for cel in plan.cels if is_carried(plan, cel)]
        self.ridden = self._ridden()
        count = len(self.cast)
        self.measure = Measure(plan, vocabulary, aspect)
        largest = max((max(self.measure.size(cel), self.measure.natural(cel)) for cel in self.cast), default=1.3)
        self.adrift = count in ADRIFT and not self.ridden and all(map(self._drifts, self.cast))
        height = ADRIFT[count][0] if self.adrift else _HEIGHTS[min(count, len(_HEIGHTS) - 1)]
        scale = height / largest * (min(1.0, aspect) if count > 1 else 1.0)  # a row is as wide as a tall picture allows
        self.measure = replace(self.measure, scale=scale)
        large = [self.vocabulary.thing(cel.concept).size for cel in plan.cels if self._is_large(cel)]
        self.aside = count in ASIDE and bool(large)  # they make room for something
        if self.aside and count < CROWDED:
            smaller = next(share for metres, share in BESIDE_LARGE if max(large) >= metres)
            self.measure = replace(self.measure, scale=smaller * scale)
        beasts = [self.measure.body_height(cel) for cel in plan.cels if cel.concept in ANIMALS and cel.kind == "thing"]
        if not self.cast and beasts:
            self.measure = replace(self.measure, scale=self.measure.scale * max(1.0, BEAST / max(beasts)))
        self.placing = Placing(self.measure, self.setting, LARGE_AT[count] if self.aside else None)

    def _ridden(self) -> dict[str, list[CelPlan]]:
        """Who is on or in each thing, by its cel id."""
        things = {cel.id for cel in self.plan.cels if cel.kind == "thing"}
        ridden: dict[str, list[CelPlan]] = {}
        for cel in self.cast[:MOST_FIGURES]:
            if cel.relation is None or cel.relation.target not in things:
                continue
            if cel.relation.kind in ("on", "in") or is_at_table(cel, self._thing(cel.relation.target)):
                ridden.setdefault(cel.relation.target, []).append(cel)
        return ridden

    def _thing(self, cel: str) -> ThingEntry:
        return self.vocabulary.thing(self.plan.cel(cel).concept)

    def things_in_order(self, seats: bool) -> list[CelPlan]:
        """Things that somebody is on or in, or the others; of these each behind what it is on, in or beside."""
        things = {cel.id: cel for cel in self.plan.cels if cel.kind == "thing" and (cel.id in self.ridden) == seats}

        def depth(cel: CelPlan) -> int:
            below = {cel.id}
            while (relation := cel.relation) is not None and relation.target in things.keys() - below:
                cel = things[relation.target]
                below.add(cel.id)
            return len(below)

        return sorted(things.values(), key=depth)

    def _is_large(self, cel: CelPlan) -> bool:
        """Whether a cel is a large thing that stands on the ground for itself, or beside somebody."""
        besides = ("beside", "right of", *(("behind",) if len(self.cast) >= CROWDED else ()))
        if cel.kind != "thing" or (cel.relation is not None and cel.relation.kind not in besides):
            return False
        if cel.id in self.ridden or cel.concept in ON_WALLS:
            return False
        entry = self.vocabulary.thing(cel.concept)
        if len(self.cast) == 2 and cel.relation is not None and cel.relation.kind == "right of":
            return self.measure.body_height(cel) > BETWEEN  # of the first: between them
        swims = self.plan.setting == "underwater" and cel.concept in SWIMMERS
        if entry.support == "air":  # a rocket beside somebody who floats, not the sun
            return cel.relation is not None and entry.size >= LARGE_IN_AIR
        return (swims or entry.support == "ground") and self.measure.height(entry, cel) > LARGE_THING

    def figures(self) -> dict[str, Placement]:
        """Everybody in one or two rows, spread over the width so that no faces overlap."""
        shown = self._in_rows(self.cast[:MOST_FIGURES])
        count = len(shown)
        placed = {}
        middles = self._middles(shown)
        for index, cel in enumerate(shown):
            # From four on every second one stands behind, in the gap of the front row.
            behind = count >= CROWDED and index % 2 == 1
            x = middles[index][0]
            placed[cel.id] = self._figure(cel, x, behind, index, count)
        for cel in self.cast[MOST_FIGURES:]:
            placed[cel.id] = replace(self._figure(cel, 0.5, True, 0, 1), hidden=True)
        for cel in self.with_others:
            assert cel.relation is not None
            hidden = cel.relation.target in {one.id for one in self.cast[MOST_FIGURES:]}
            placed[cel.id] = replace(self._figure(cel, 0.5, False, 0, 1), hidden=hidden)
        full = [cel.relation.target for cel in self.plan.cels if cel.relation and cel.relation.kind == "held by"]
        return embraced(self.cast, placed, full)

    def _in_rows(self, shown: list[CelPlan]) -> list[CelPlan]:
        """From four on the larger half, which is to stand behind, between the others: parents behind their children."""
        if len(shown) < CROWDED or self.ridden:
            return shown
        second = sorted(shown[1::2] + shown[::2], key=self.measure.size, reverse=True)[: len(shown) // 2]
        front, back = [cel for cel in shown if cel not in second], [cel for cel in shown if cel in second]
        return [(back if index % 2 else front)[index // 2] for index in range(len(shown))]

    def _drifts(self, cel: CelPlan) -> bool:
        """Whether somebody flies or swims, on nothing."""
        return self.measure.pose(cel).support in ("air", "water") and cel.relation is None

    def carried(self, placed: dict[str, Placement]) -> dict[str, Placement]:
        """Those who are carried, and who carries them, by cel id."""
        found = dict(placed)
        for cel in self.with_others:
            if not found[cel.id].pinned:
                found.update(carried(self.measure, cel, found))
        return found

    def _middles(self, shown: Sequence[CelPlan]) -> list[tuple[float, float]]:
        """Where each stands (of 1 from left to right), and the width of that place; those on one thing share theirs."""
        count = len(shown)
        groups: list[str] = [cel.relation.target if cel.relation and self._rides(cel) else cel.id for cel in shown]
        if not any(map(self._rides, shown)):
            places = [(index + 0.5) / count for index in range(count)]
            if self.aside:
                places = list(ASIDE[count])
            elif count == 2:
                places = [0.29, 0.71]
            return [(place, 1 / count) for place in places]
        weights = {group: ONE_SEAT if group in self.ridden else 1.0 for group in groups}
        found, total, left = dict[str, tuple[float, float]](), sum(weights.values()), 0.0
        for group, weight in weights.items():
            found[group] = ((left + weight / 2) / total, weight / total)
            left += weight
        return [found[group] for group in groups]

    def _rides(self, cel: CelPlan) -> bool:
        return any(cel in riders for riders in self.ridden.values())

    def _figure(self, cel: CelPlan, x: float, behind: bool, index: int, count: int) -> Placement:
        support = self.measure.pose(cel).support
        height = max(SMALLEST_FIGURE, self.measure.size(cel) * self.measure.scale * (BEHIND if behind else 1.0))
        offshore = support == "water" and self.plan.setting == "beach" and cel.relation is None
        height *= OFFSHORE_SIZE if offshore else 1.0
        width = height / self.aspect
        foot = FOOT - (CROWD if count > 4 else 0.1) * behind - 0.015 * (index % 2)
        airborne, waterline = False, None
        drop = self._drop(cel, index, count)
        deep = self.plan.setting in ("underwater", "sky", "space")
        if offshore:
            waterline, foot = AFLOAT, OFFSHORE + (BASELINE - AFLOAT) * height
        elif self.adrift and (support == "air" or deep):
            airborne, foot = True, HIGHEST_FLYER + IN_DEEP * deep + BASELINE * height + drop
        elif self.adrift and self.setting.water is not None:
            waterline, foot = AFLOAT, self.setting.water + FIRST_WAVE + IN_WAVES * drop + (BASELINE - AFLOAT) * height
        elif support == "air":
            airborne, foot = True, max(height, self.setting.ground - 0.02 - 0.05 * (index % 2))
        elif support == "water" and self.setting.water is not None:
            foot, waterline = foot + max(0.0, self.setting.water + 0.3 - FOOT), AFLOAT
        elif self.plan.setting in ("underwater", "space", "sky"):
            airborne, foot = True, foot - 0.06 - 0.06 * (index % 2)
        elif self.plan.setting == "sea" and support == "ground":  # nobody walks on water
            foot, waterline = foot + 0.03, WADING
        elif self.plan.setting in ("lake", "river"):
            foot = BANK - BANKED * behind - 0.01 * (index % 2)
        if self._lies(cel) and sum(map(self._lies, self.cast[:index])) % 2:
            foot -= BEHIND_ANOTHER
        half = width / 2
        kept = half * (INSIDE if support == "ground" and width < WIDE else INSIDE_LONG)
        centre = min(max(x, kept), 1 - kept) if width < 1 else 0.5
        box = Box(centre - half, foot - height * BASELINE, width, height)
        return Placement(
            cel.id, box, depth=foot, mirrored=self._mirrored(cel, x, count), waterline=waterline, airborne=airborne
        )

    def _drop(self, cel: CelPlan, index: int, count: int) -> float:
        """How much lower than the first one of several is who fly or swim."""
        if not self.adrift:
            return 0.0
        drops = ADRIFT[count][1]
        return drops[-1 - index if cel.attributes.get("facing") == "left" else index]

    def _lies(self, cel: CelPlan) -> bool:
        """Whether somebody lies on the ground, and not in a bed."""
        return self.measure.lies(cel) and (cel.relation is None or cel.relation.kind not in ("on", "in"))

    def _mirrored(self, cel: CelPlan, x: float, count: int) -> bool:
        facing = cel.attributes.get("facing", "front")
        if facing == "left":
            return True
        # Those on the right turn to those on the left, but for several who go somewhere.
        return is_turned(cel) and count > 1 and x > 0.5 and not all_go(self.cast)

    def seated(self, placed: dict[str, Placement]) -> dict[str, Placement]:
        """Figures that are on or in a thing, moved to it, and these things, by cel id."""
        moved_: dict[str, Placement] = {}
        places = dict(zip((cel.id for cel in self.cast), self._middles(self.cast[:MOST_FIGURES]), strict=False))
        for target, riders in self.ridden.items():
            middle, room = places[riders[0].id]
            gathered = self._gathered(target, riders, placed, middle)
            if gathered is not None:
                moved_.update(gathered)
                continue
            alone = len(self.ridden) == 1 and len(riders) == len(self.cast)
            for inside in (True, False):
                these = [(cel, placed[cel.id]) for cel in riders if self._is_inside(cel) == inside]
                if these:
                    thing = moved_.get(target, placed[target])
                    thing = replace(thing, pinned=thing.pinned or target in moved_)
                    seat = Seat(self.plan.cel(target), thing, inside, middle, ROOM if alone else 1.1 * room)
                    found = settled(self.measure, seat, these)
                    found[target] = replace(found[target], pinned=placed[target].pinned)
                    moved_.update(found)
        return moved_

    def _gathered(
        self, target: str, riders: Sequence[CelPlan], placed: dict[str, Placement], middle: float
    ) -> dict[str, Placement] | None:  # fmt: skip
        """Those who are at a door or a table, and it; None where it is something else."""
        entry, thing = self._thing(target), placed[target]
        if is_at_table(riders[0], entry):
            return at_table(self.measure, thing, entry, [(cel, placed[cel.id]) for cel in riders], middle)
        home = [placed[cel.id] for cel in riders if cel.relation and cel.relation.kind == "in"]
        if entry.use == "shelter" and len(home) == len(riders):
            return at_door(self.measure, thing, entry, home, middle)
        return None

    def _is_inside(self, cel: CelPlan) -> bool:
        """Whether the front of what somebody is in hides them; one sits on an armchair, whatever the words are."""
        if cel.relation is None:
            return False
        if self.measure.lies(cel) and self._thing(cel.relation.target).use == "bed":
            return True  # in it, though "on" is said
        if cel.relation.kind != "in":
            return False
        return self.measure.lies(cel) or not is_furniture(
            self.vocabulary.thing(self.plan.cel(cel.relation.target).concept)
        )

    def _is_animal(self, cel: CelPlan) -> bool:
        return cel.kind == "figure" and not self.vocabulary.kind(cel.concept).human

    def on_paper(self, placed: dict[str, Placement]) -> dict[str, Placement]:
        """A picture without a place: all together in the middle of the paper, as large as it allows."""
        there = [one for one in placed.values() if not one.hidden]
        shown = [self.measure.body(one) for one in there]
        shown += [in_picture(one, _EARS) for one in there if self._is_animal(self.plan.cel(one.cel))]
        if not shown:
            return placed
        left, top, right, bottom = around(shown)
        share = min(ON_PAPER / max(right - left, 0.1), ON_PAPER / max(bottom - top, 0.1), LARGEST_ON_PAPER)
        middle = ((left + right) / 2, (top + bottom) / 2)
        return {key: moved(one, share, middle, (0.5, 0.5)) for key, one in placed.items()}
