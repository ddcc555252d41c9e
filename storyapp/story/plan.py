"""The plan of a scene, read from its text (who, what, where), and the placement of each cel in the picture."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

Span = tuple[int, int]  # [start, end) in characters of the scene's text

BACKDROP = "backdrop"  # the cel id of the backdrop
OUTFIT = ("top_colour", "bottom_colour", "accessory", "accessory_colour")
COLOUR = "colour"  # the attribute with a thing's colour, if the text names one; composing applies it to the cel
SIZE = "size"  # the attribute with the size of a figure or thing relative to its kind, if the text names one
OWN_WORDS = "words"  # the attribute with a phrase that a person typed for a cel; it replaces the plan's phrase
LOOKS = (*OUTFIT, "skin", "hair", "hair_style", "build")
PLACE = ("setting", "time", "weather")
ACTIONS = ("pose", "expression", "facing")
# Discrete variations that no phrase says, with the number of values of each: a figure's identity, the variation of its
# pose (sway), the view of a place. Without these inputs the painter would guess them anew in every cell.
DETAILS = {
    "skin": 6,
    "hair": 6,
    "hair_style": 3,
    "build": 3,
    "sway": 3,
    "camera": 3,
    "hue": 3,
    "layout": 6,
}
DETAILS_OF = {
    "figure": ("skin", "hair", "hair_style", "build", "sway"),
    "backdrop": ("camera", "hue", "layout"),
    "thing": (),
}
IDENTITY = (
    "skin",
    "hair",
    "hair_style",
    "build",
    "camera",
    "hue",
    "layout",
)  # details that a portrait or a place fixes
# The painter is trained on six views of each place and one variation of each pose; on more it would be worse at each.
VIEWS = tuple({"camera": layout % 3, "hue": (layout + layout // 3) % 3, "layout": layout} for layout in range(6))
STILL = 1  # the sway of every figure


@dataclass(frozen=True)
class Relation:
    """The relation of a cel to another: `kind` is one of the vocabulary's relations, `target` a cel id."""

    kind: str
    target: str


@dataclass(frozen=True)
class NotDrawn:
    """Words of the text that the picture will not show, and the reason."""

    words: str
    span: Span
    reason: str


@dataclass(frozen=True)
class CelPlan:
    """One subject of the picture.

    `id` is unique in its scene and stable when the text is read again. `kind` is "figure" or "thing". `who` is the id of
    a character of the story. `attributes` hold LOOKS and ACTIONS, the COLOUR of a thing, SIZE, and OWN_WORDS.
    `corrected` names what was set by hand ("concept", "relation" or attribute names); another reading keeps that.
    """

    id: str
    kind: str
    concept: str
    who: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)
    relation: Relation | None = None
    spans: tuple[Span, ...] = ()
    corrected: frozenset[str] = frozenset()
    added: bool = False  # by hand: another reading does not remove it
    really: str = ""  # the true concept of somebody who is only dressed up as `concept`
    family: str = ""  # `who` or `id` of the figure whose skin the whole family has


@dataclass(frozen=True)
class ScenePlan:
    """What one scene shows. A `setting` of None is plain paper."""

    setting: str | None = None
    time: str = "day"
    weather: str = "clear"
    cels: tuple[CelPlan, ...] = ()
    not_drawn: tuple[NotDrawn, ...] = ()
    moment: Span | None = None  # the sentence that is drawn
    spans: Mapping[str, Span] = field(default_factory=dict)  # of "setting", "time", "weather"
    corrected: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()  # ids of cels taken away by hand
    earlier: tuple[CelPlan, ...] = ()  # cels of earlier scenes that this one does not show, the latest last
    # Cel id → pronoun, for figures whose names can be a man's or a woman's and whom the story called “she” or “he”.
    called: Mapping[str, str] = field(default_factory=dict)
    # The setting (empty: none), time and weather of the text where they were overridden by hand, in this scene or in an
    # earlier one whose place continues.
    told: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to paint: no place and no cels."""
        return not self.cels and not self.setting

    def cel(self, cel_id: str) -> CelPlan:
        """The cel of that id.

        Raises:
            KeyError: if there is none.
        """
        for cel in self.cels:
            if cel.id == cel_id:
                return cel
        raise KeyError(cel_id)

    def with_cel(self, changed: CelPlan) -> ScenePlan:
        """The plan with the cel of that id replaced, or added at the end."""
        if any(cel.id == changed.id for cel in self.cels):
            return replace(self, cels=tuple(changed if cel.id == changed.id else cel for cel in self.cels))
        return replace(self, cels=(*self.cels, changed))

    def without_cel(self, cel_id: str) -> ScenePlan:
        """The plan without that cel; another reading will not bring it back."""
        return replace(self, cels=tuple(cel for cel in self.cels if cel.id != cel_id), removed=self.removed | {cel_id})


@dataclass(frozen=True)
class Box:
    """A rectangle in fractions of the picture's width and height, from its upper left corner; may reach beyond 0 … 1.

    Raises:
        ValueError: if a number is infinite or not a number.
    """

    x: float
    y: float
    width: float
    height: float

    def __post_init__(self) -> None:
        if not all(map(math.isfinite, (self.x, self.y, self.width, self.height))):
            raise ValueError(f"a box needs finite numbers, not {self.x}, {self.y}, {self.width}, {self.height}")

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    def contains(self, x: float, y: float) -> bool:
        """Whether the point lies inside."""
        return self.x <= x < self.x + self.width and self.y <= y < self.bottom


@dataclass(frozen=True)
class Placement:
    """The position of one cel's whole (square) frame in the picture.

    Cels are drawn in ascending order of `depth`. `waterline` is the fraction of the frame's height below which a swimmer
    is cut off. `inside` is the cel id of the container or seat whose front part covers this cel.

    Raises:
        ValueError: if the depth or the waterline is infinite or not a number.
    """

    cel: str
    box: Box
    depth: float = 0.0
    mirrored: bool = False
    hidden: bool = False
    pinned: bool = False  # moved by hand: staging does not move it
    waterline: float | None = None
    inside: str | None = None
    airborne: bool = False  # its shadow is detached, or absent
    locked: bool = False  # protected from being moved, removed or repainted by accident

    def __post_init__(self) -> None:
        if not all(map(math.isfinite, (self.depth, self.waterline or 0.0))):
            raise ValueError(f"a placement needs finite numbers, not {self.depth}, {self.waterline}")


def merge(old: ScenePlan, new: ScenePlan) -> ScenePlan:
    """The `new` reading with every correction by hand in the `old` plan applied.

    Cels are the same when their ids are equal, or show the same character; removed ones stay away, added ones stay.
    """
    new = _with_old_ids(old, new)
    merged: list[CelPlan] = []
    for cel in new.cels:
        if cel.id in old.removed:
            continue
        before = next((one for one in old.cels if one.id == cel.id), None)
        merged.append(_keep_corrections(before, cel) if before else cel)
    known = {cel.id for cel in merged}
    merged += [cel for cel in old.cels if cel.added and cel.id not in known]
    kept: dict[str, Any] = {name: getattr(old, name) for name in PLACE if name in old.corrected}
    told = {**new.told, **{name: new.told.get(name, getattr(new, name) or "") for name in kept}}
    return replace(new, cels=tuple(merged), corrected=old.corrected, removed=old.removed, told=told, **kept)


def _with_old_ids(old: ScenePlan, new: ScenePlan) -> ScenePlan:
    """The new reading with the old cel ids of characters that were renamed, since ids are derived from names."""
    before = {cel.who: cel.id for cel in old.cels if cel.who}
    known, taken = {cel.id for cel in old.cels}, {cel.id for cel in new.cels}
    ids = {
        cel.id: before[cel.who]
        for cel in new.cels
        if cel.who in before and cel.id not in known and before[cel.who] not in taken
    }
    if not ids:
        return new

    def called(cel: CelPlan) -> CelPlan:
        relation = cel.relation
        if relation is not None and relation.target in ids:
            relation = replace(relation, target=ids[relation.target])
        return replace(cel, id=ids.get(cel.id, cel.id), relation=relation)

    return replace(new, cels=tuple(called(cel) for cel in new.cels))


def _keep_corrections(old: CelPlan, new: CelPlan) -> CelPlan:
    attributes = {**new.attributes, **{k: v for k, v in old.attributes.items() if k in old.corrected}}
    gone = {name for name in old.corrected if name in new.attributes and name not in old.attributes}
    attributes = {name: value for name, value in attributes.items() if name not in gone}
    return replace(
        new,
        attributes=attributes,
        concept=old.concept if "concept" in old.corrected else new.concept,
        really=old.really if "concept" in old.corrected else new.really,
        relation=old.relation if "relation" in old.corrected else new.relation,
        corrected=old.corrected,
        added=old.added,
    )
