"""How large cels are, what of the picture a placed one fills, where its face is, and how much one covers of another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from storyapp.story.plan import SIZE, Box, CelPlan, Placement, ScenePlan

from .vocabulary import PoseEntry, ThingEntry, Vocabulary

BASELINE = 492 / 512  # of a cel's frame from its top: where feet and things stand
Rect = tuple[float, float, float, float]  # left, top, right, bottom

SMALL, FLATTER, STEEPER = 0.45, 0.8, 1.8  # metres up to which things are small; powers that pull true sizes together
LOWEST, HIGHEST = 0.08, 0.85  # of the picture's height: a thing's frame
# How many times as large as others of its kind is what is told to be so.
SIZES = {"tiny": 0.5, "small": 0.75, "big": 1.3, "huge": 1.7}
_FACE, _HEAD = (0.3, 0.17, 0.7, 0.52), 0.12  # of a standing figure's frame; how far a head reaches beyond its face
_LIMB = 0.05  # how far a body reaches beyond the anchor of a hand or foot


@dataclass(frozen=True)
class Measure:
    """What is where in a picture of `aspect` (width / height); `scale` is the picture's heights a metre."""

    plan: ScenePlan
    vocabulary: Vocabulary
    aspect: float
    scale: float = 0.5

    def size(self, cel: CelPlan) -> float:
        """Of a figure in metres, pulled together so that a mouse beside a bear can still be read."""
        return SIZES.get(cel.attributes.get(SIZE, ""), 1.0) * self.natural(cel)

    def natural(self, cel: CelPlan) -> float:
        """The size of a figure of which none is told."""
        return 1.25 * (self.vocabulary.kind(cel.concept).size / 1.25) ** 0.6

    def pose(self, cel: CelPlan) -> PoseEntry:
        """How a figure stands, sits or flies."""
        return self.vocabulary.pose(cel.attributes.get("pose", "standing"))

    def lies(self, cel: CelPlan) -> bool:
        """Whether a figure is drawn lying."""
        return self.pose(cel).support == "lying"

    def anchors(self, cel: CelPlan) -> dict[str, tuple[float, ...]]:
        """Places in a figure's frame as it is painted, by part of the body; not mirrored."""
        facing = "right" if cel.attributes.get("facing", "front") in ("left", "right") else "front"
        return dict(self.pose(cel).anchors.get(facing, {}))

    def height(self, entry: ThingEntry, cel: CelPlan | None = None) -> float:
        """Of the thing's whole frame in the picture, from its true size, and the size that is told of it.

        What is small is not to be as large as a head.
        """
        metres = 1.25 * (entry.size / 1.25) ** FLATTER
        if entry.size < SMALL:
            metres *= (entry.size / SMALL) ** (STEEPER - FLATTER)
        metres *= SIZES.get(cel.attributes.get(SIZE, ""), 1.0) if cel is not None else 1.0
        share = max(entry.box[3] - entry.box[1], 0.2)
        return min(max(metres * self.scale / share, LOWEST), HIGHEST)

    def body_height(self, cel: CelPlan) -> float:
        """Of what a thing fills of its frame, in the picture."""
        entry = self.vocabulary.thing(cel.concept)
        return self.height(entry, cel) * (entry.box[3] - entry.box[1])

    def seat(self, placement: Placement) -> float:
        """The height in the frame of a placed thing at which something is on it."""
        entry = self.vocabulary.thing(self.plan.cel(placement.cel).concept)
        return entry.seat if entry.seat is not None else max(0.1, entry.box[1] + 0.04)

    def body(self, placement: Placement) -> Rect:
        """What a placed cel fills, about."""
        cel = self.plan.cel(placement.cel)
        if cel.kind == "thing":
            return in_picture(placement, self.vocabulary.thing(cel.concept).box)
        anchors = self.anchors(cel)
        left, top, right, bottom = anchors.get("face", _FACE)
        limbs = [anchors[part] for part in ("left_hand", "right_hand", "left_foot", "right_foot") if part in anchors]
        xs, ys = [left - _LIMB, right + _LIMB], [top - _HEAD, bottom]
        for x, y in limbs:
            xs, ys = [*xs, x - _LIMB, x + _LIMB], [*ys, y + _LIMB]
        cut = 1.0 if placement.waterline is None else placement.waterline
        return in_picture(placement, (min(xs), min(ys), max(xs), min(max(ys), cut)))

    def face(self, placement: Placement) -> Rect | None:
        """Where the face of a placed figure is; None of a thing."""
        cel = self.plan.cel(placement.cel)
        if cel.kind == "thing":
            return None
        left, top, right, bottom = self.anchors(cel).get("face", _FACE)
        return in_picture(placement, (left, top, right, bottom))


def in_picture(placement: Placement, part: Rect) -> Rect:
    """A part of a cel's frame, mirrored as the cel is, in the picture."""
    box, (left, top, right, bottom) = placement.box, part
    if placement.mirrored:
        left, right = 1 - right, 1 - left
    return box.x + left * box.width, box.y + top * box.height, box.x + right * box.width, box.y + bottom * box.height


def covered(rect: Rect, by: Rect) -> float:
    """The share of a rectangle that another one covers."""
    width, height = min(rect[2], by[2]) - max(rect[0], by[0]), min(rect[3], by[3]) - max(rect[1], by[1])
    area = (rect[2] - rect[0]) * (rect[3] - rect[1])
    return width * height / area if width > 0 and height > 0 and area > 0 else 0.0


def around(rects: Iterable[Rect]) -> Rect:
    """The smallest rectangle around all of them."""
    lefts, tops, rights, bottoms = zip(*rects, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def moved(placement: Placement, share: float, middle: tuple[float, float], to: tuple[float, float]) -> Placement:
    """A placement at a share of its size, where `middle` comes `to` another point."""
    box = placement.box
    x, y = to[0] + (box.x - middle[0]) * share, to[1] + (box.y - middle[1]) * share
    changed = Box(x, y, box.width * share, box.height * share)
    return replace(placement, box=changed, depth=to[1] + (placement.depth - middle[1]) * share)
