"""Things on somebody: a hat or a parcel on the head, a bird on a shoulder, the hat of an animal."""

from __future__ import annotations

from storyapp.story.plan import Box, CelPlan, Placement

from .bodies import Measure
from .facing import ANIMALS, LOOK_LEFT

HATS = frozenset(("crown", "straw hat", "top hat", "cap", "helmet", "rescue helmet", "graduation cap"))
ON_HEAD, ON_SHOULDER, CROWN, BROW = 0.42, 0.32, 0.05, 0.03  # of the bearer's frame: sizes, and places above the face
SHOULDER, BELOW_CHIN = 0.27, 0.1  # and where beside the head, and below the chin, an animal sits on a shoulder
ON_BEAST, AT_HEAD, ON_BROW = 0.4, 0.28, 0.06  # of an animal's frame: the size of its hat, and where on its head it is
_HEAD = (0.5, 0.34)


def perched(measure: Measure, cel: CelPlan, target: Placement, index: int) -> Placement:
    """On somebody's head, or, an animal, on a shoulder; each further one (`index`) above the last."""
    entry, box = measure.vocabulary.thing(cel.concept), target.box
    face, animal, bearer = measure.face(target), cel.concept in ANIMALS, measure.plan.cel(target.cel)
    assert face is not None
    head = measure.anchors(bearer).get("head", _HEAD)[0]
    height = min(measure.height(entry, cel), (ON_SHOULDER if animal else ON_HEAD) * box.height)
    middle, foot = box.x + box.width * (1 - head if target.mirrored else head), face[1] - CROWN * box.height
    if animal and index < 2 and not measure.lies(bearer):
        middle = box.x + (0.5 + (SHOULDER if index == 0 else -SHOULDER)) * box.width
        foot = face[3] + BELOW_CHIN * box.height
    elif cel.concept in HATS:
        foot += (CROWN + BROW) * box.height
    else:
        foot -= index * 0.8 * height
    foot = max(foot, 0.01 + (entry.box[3] - entry.box[1]) * height)
    own = Box(middle - height / measure.aspect / 2, foot - entry.box[3] * height, height / measure.aspect, height)
    return Placement(cel.id, own, target.depth + 0.001, airborne=True)


def hat_of_beast(concept: str, height: float, box: Box) -> tuple[float, float]:
    """How large the hat of an animal that fills a frame is, and how far aside of its middle the head is."""
    return min(height, ON_BEAST * box.height), (-1 if concept in LOOK_LEFT else 1) * AT_HEAD * box.width
