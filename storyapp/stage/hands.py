"""What somebody has: in a hand, over the head, leaning on the ground, or before them on a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from storyapp.story.plan import SIZE, Box, CelPlan, Placement

from .bodies import BASELINE, SIZES, Measure, covered, in_picture
from .gathering import is_at_table
from .strings import FLOWN, GRIP
from .vocabulary import ThingEntry

HELD, HELD_AT_MOUTH = 0.36, 0.24  # of the holder's frame: the most that a held thing is
SHRINKING, ASIDE = (
    (1.0, 0.8, 0.62, 0.5),
    (0.0, 0.06, 0.12, 0.18),
)  # a thing in a hand is smaller, or farther out, before it hides a face
OVERHEAD = frozenset(("umbrella",))  # held over the head, which is before them
OVERHEAD_SIZES, OVERHEAD_GRIP = (
    (0.95, 0.84, 0.74, 0.66, 0.56),
    0.9,
)  # of the holder's frame, and where in its own it is held
ON_STRINGS = frozenset(("balloon", "kite"))  # which are above the hand
# What stands on the ground beside who holds it by the upper end, and how far from the left of its frame that end is.
STAFFS = {"broom": 0.76, "mop": 0.5, "spade": 0.5, "rake": 0.5, "stick": 0.76, "crutch": 0.68}
ABOVE_HAND, STAFF_FOOT = 0.05, 0.965  # of the holder's frame: how far it reaches beyond the hand, and where it stands
INWARDS = 0.2  # of that, how far a thing in a hand is moved to be whole by the edge of the picture
STAFF_ASIDE = 0.1  # of that, how far the hand may be from its end, where the picture ends
BURDENS = {"ladder": 0.8, "chair": 0.5, "stool": 0.4}  # of the frame of who carries what is no thing for one hand
WORN, WORN_SIZE = (
    frozenset(("sock", "glove", "mitten", "shoe", "ballet shoe", "hiking boot")),
    0.2,
)  # in a hand, at most
SERVED, SERVED_ASIDE = 0.2, 0.24  # of the frame of one who is at a table: what they have on it, and how far aside
UP_ASIDE, SKY = 0.16, 0.02  # of the picture: how far aside of the hand a kite is, and how far below the upper edge
SMALLEST_KITE, BESIDE_KITE = 0.4, 0.2  # of its size; and the share of another kite that it may cover
_HUGGED = (0.74, 0.72)  # the middle of what is in the arms of one who hugs it
_HIDDEN = 0.04  # the share of a face that what is in a hand may cover


class Hands:
    """Gives the things of one picture to those who have them, one after the other."""

    def __init__(self, measure: Measure) -> None:
        self.measure, self.plan, self.aspect = measure, measure.plan, measure.aspect
        self.full: dict[str, list[Placement]] = {}  # by the id of who has them

    def held(
        self, cel: CelPlan, entry: ThingEntry, holder: Placement, placed: Mapping[str, Placement]
    ) -> Placement | None:  # fmt: skip
        """A thing where somebody has it; None where both their hands are full."""
        has, plan = self.full.setdefault(holder.cel, []), self.plan.cel(holder.cel)
        if len(has) > (0 if self.measure.lies(plan) else 1):  # in sleep both hands are together
            return None
        found = self._served(cel, entry, holder, placed) if not has else None
        if found is None:
            found = self._in_hand(cel, entry, holder, placed)
        has.append(found)
        return found

    def _in_hand(
        self, cel: CelPlan, entry: ThingEntry, holder: Placement, placed: Mapping[str, Placement]
    ) -> Placement:  # fmt: skip
        plan, second = self.plan.cel(holder.cel), bool(self.full[holder.cel])
        hand = self._hand_in_picture(plan, holder, second, placed)
        others = [one for key, one in placed.items() if key != holder.inside and not one.hidden]
        allowed = _HIDDEN
        if cel.concept in OVERHEAD:
            others = [one for one in others if one.cel != holder.cel]
            tried = list(self._overhead(cel, entry, holder, hand))
        elif cel.concept in FLOWN and not self.measure.vocabulary.setting(self.plan.setting).indoor:
            tried = list(self._on_string(cel, entry, holder, hand, placed))
        elif cel.concept in STAFFS and self._stands(plan, holder):
            tried = list(self._on_ground(cel, entry, holder, hand))
        else:
            eats = plan.attributes.get("pose") == "eating"
            allowed = 0.08 if eats else _HIDDEN
            tried = list(self._at_hand(cel, entry, holder, hand, HELD_AT_MOUTH if eats and not second else HELD))
        # The first that hides no face.
        return min(tried, key=lambda one: max(self._hides_faces(one, others), allowed))

    def _at_hand(
        self, cel: CelPlan, entry: ThingEntry, holder: Placement, hand: tuple[float, float], most: float
    ) -> Iterator[Placement]:  # fmt: skip
        """In the hand, and smaller and farther out."""
        most = WORN_SIZE if cel.concept in WORN else BURDENS.get(cel.concept, most)
        most *= holder.box.height * max(1.0, SIZES.get(cel.attributes.get(SIZE, ""), 1.0))
        natural = min(self._share_of(self.plan.cel(holder.cel), holder) * self.measure.height(entry, cel), most)
        above = 0.9 if cel.concept in ON_STRINGS else 0.55
        outwards = 1 if hand[0] > holder.box.x + 0.5 * holder.box.width else -1
        depth = holder.depth + (0.02 if holder.inside else 0.0005)  # also before those who sit beside them
        if cel.concept in BURDENS:  # at the side of who carries it
            depth = holder.depth - 0.0005
        for share in SHRINKING:
            for aside in ASIDE:
                height, x = share * natural, hand[0] + outwards * aside * holder.box.width
                half, most = (entry.box[2] - entry.box[0]) / 2 * height / self.aspect, INWARDS * holder.box.width
                inwards = min(most, max(0.0, half - x)) - min(most, max(0.0, x + half - 1))
                if aside and inwards:
                    break  # it is by the edge, and only smaller from here on
                x += inwards
                yield self._placed(cel, holder, (x, hand[1]), height, (0.5, above), depth)

    def _overhead(
        self, cel: CelPlan, entry: ThingEntry, holder: Placement, hand: tuple[float, float]
    ) -> Iterator[Placement]:  # fmt: skip
        """Over the head, as large as may be: beside others, and by the edge, it is smaller and held a little inwards."""
        for share in OVERHEAD_SIZES:
            height = share * holder.box.height
            half = (entry.box[2] - entry.box[0]) / 2 * height / self.aspect
            x = min(max(hand[0], half), 1 - half) if half < 0.5 else 0.5
            one = self._placed(cel, holder, (x, hand[1]), height, (0.5, OVERHEAD_GRIP), holder.depth - 0.0005)
            if abs(x - hand[0]) < 0.06 * holder.box.width or share == OVERHEAD_SIZES[-1]:
                yield one

    def _on_string(
        self, cel: CelPlan, entry: ThingEntry, holder: Placement, hand: tuple[float, float],
        placed: Mapping[str, Placement],
    ) -> Iterator[Placement]:  # fmt: skip
        """High up, aside of the hand, or where that is out of the picture or before a face on the other side."""
        others = [self.measure.body(one) for key, one in placed.items() if self.plan.cel(key).concept in FLOWN]
        several = sum(one.concept in FLOWN for one in self.plan.cels) > 1
        sides = (0.5, -0.2, -0.5, 1, -1) if several else (1, 0.5, 1.5, -1, -1.5)
        outwards = 1 if hand[0] > holder.box.x + 0.5 * holder.box.width else -1
        for height in (share * self.measure.height(entry, cel) for share in (*SHRINKING, SMALLEST_KITE)):
            half = (entry.box[2] - entry.box[0]) / 2 * height / self.aspect + 0.01
            for aside in sides:
                x = hand[0] + outwards * aside * UP_ASIDE
                if half <= x <= 1 - half:
                    box = Box(x - height / self.aspect / 2, SKY - entry.box[1] * height, height / self.aspect, height)
                    one = Placement(cel.id, box, holder.depth + 0.0005, airborne=True)
                    if not any(covered(other, self.measure.body(one)) > BESIDE_KITE for other in others):
                        yield one
        yield from self._at_hand(cel, entry, holder, hand, HELD)

    def _on_ground(
        self, cel: CelPlan, entry: ThingEntry, holder: Placement, hand: tuple[float, float]
    ) -> Iterator[Placement]:  # fmt: skip
        """From the hand to the ground; its lower end is outside, or where that is beyond the edge inside."""
        foot = holder.box.y + STAFF_FOOT * holder.box.height
        height = (foot - hand[1] + ABOVE_HAND * holder.box.height) / (entry.box[3] - entry.box[1])
        on_right = hand[0] > holder.box.x + 0.5 * holder.box.width
        for mirrored in (on_right, not on_right):
            end = 1 - STAFFS[cel.concept] if mirrored else STAFFS[cel.concept]
            width = height / self.aspect
            box = Box(hand[0] - end * width, foot - entry.box[3] * height, width, height)
            one = Placement(cel.id, box, holder.depth + 0.0005, mirrored)
            left, _, right, _ = in_picture(one, entry.box)
            most = STAFF_ASIDE * holder.box.width
            shift = max(-most, min(0.0, 0.99 - right)) + min(most, max(0.0, 0.01 - left))
            one = replace(one, box=replace(box, x=box.x + shift))
            left, _, right, _ = in_picture(one, entry.box)
            if (left >= 0 and right <= 1) or mirrored != on_right:
                yield one

    def _placed(
        self, cel: CelPlan, holder: Placement, at: tuple[float, float], height: float, grip: tuple[float, float],
        depth: float,
    ) -> Placement:  # fmt: skip
        """A thing of that height whose `grip`, a place in its frame, is where the hand is."""
        width = height / self.aspect
        box = Box(at[0] - grip[0] * width, max(at[1] - grip[1] * height, 0.0), width, height)
        return Placement(cel.id, box, depth, holder.mirrored, airborne=True)

    def _served(
        self, cel: CelPlan, entry: ThingEntry, eater: Placement, placed: Mapping[str, Placement]
    ) -> Placement | None:  # fmt: skip
        """On a table, before one who is at it."""
        plan = self.plan.cel(eater.cel)
        table = placed.get(plan.relation.target) if plan.relation is not None else None
        if table is None or not is_at_table(plan, self.measure.vocabulary.thing(self.plan.cel(table.cel).concept)):
            return None
        height = min(self.measure.height(entry, cel), SERVED * eater.box.height)
        foot = table.box.y + table.box.height * self.measure.seat(table) + 0.02
        middle, width = eater.box.x + eater.box.width * (0.5 + SERVED_ASIDE), height / self.aspect
        return Placement(cel.id, Box(middle - width / 2, foot - height * BASELINE, width, height), table.depth + 0.001)

    def _stands(self, plan: CelPlan, holder: Placement) -> bool:
        """Whether somebody is on their feet, on the ground."""
        on_foot = self.measure.pose(plan).support == "ground" and plan.attributes.get("pose") not in (
            "sitting",
            "jumping",
        )
        return on_foot and holder.inside is None and not holder.airborne and holder.waterline is None

    def _share_of(self, cel: CelPlan, placement: Placement) -> float:
        """How much smaller somebody is than on the ground: what they hold is too."""
        natural = self.measure.size(cel) * self.measure.scale
        return min(1.0, placement.box.height / natural) if natural > 0 else 1.0

    def _hand_in_picture(
        self, plan: CelPlan, holder: Placement, second: bool, placed: Mapping[str, Placement]
    ) -> tuple[float, float]:  # fmt: skip
        x, y = self._hand(plan, second)
        if holder.mirrored:
            x = 1 - x
        at = holder.box.x + holder.box.width * x, holder.box.y + holder.box.height * y
        if holder.inside is not None and holder.inside in placed:  # a hand is lifted over the edge of a boat
            return at[0], min(at[1], self._edge(placed[holder.inside]))
        return at

    def _hand(self, holder: CelPlan, second: bool) -> tuple[float, float]:
        """Where in the frame a hand has something; the second hand is the one that is farther from the first."""
        anchors = self.measure.anchors(holder)
        x, y = anchors.get("grip", GRIP)[:2]
        if not second:
            return _HUGGED if holder.attributes.get("pose") == "hugging" else (x, y)
        hands = [anchors[part][:2] for part in ("left_hand", "right_hand") if part in anchors]
        other = max(hands, key=lambda hand: abs(hand[0] - x), default=(1 - x, y))
        aside = -0.06 if other[0] < x else 0.06  # two hands that are close are no place for two things
        return other[0] + aside, other[1]

    def _edge(self, container: Placement) -> float:
        entry = self.measure.vocabulary.thing(self.plan.cel(container.cel).concept)
        return container.box.y + container.box.height * (entry.mouth if entry.mouth is not None else 0.4)

    def _hides_faces(self, thing: Placement, others: Sequence[Placement]) -> float:
        """The largest share of a face behind it that a thing covers."""
        body = self.measure.body(thing)
        faces = [self.measure.face(one) for one in others if one.depth <= thing.depth]
        return max((covered(face, body) for face in faces if face is not None), default=0.0)
