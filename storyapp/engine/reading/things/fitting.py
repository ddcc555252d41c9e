"""What a thing has room for, and how somebody stands to one that they are on, in, under or behind."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

from storyapp.stage.vocabulary import ThingEntry

GOING = frozenset("standing walking running holding pointing".split())  # which nobody does who drives or rides
RIDEABLE, SHELTER = 0.9, 1.5  # metres
SPREAD = frozenset(("quilt", "tray", "plate", "towel", "pillow"))  # what lies there for things to be on it
_SMALL = 1.0  # metres up to which somebody finds room in what one holds in a hand


def is_ridden(kind: str, entry: ThingEntry) -> bool:
    """Whether somebody who is on or in a thing rides it or drives it, and so sits."""
    if entry.size < RIDEABLE or entry.support not in ("ground", "water"):
        return False
    return entry.mouth is not None if kind == "in" else entry.use == "ride"


def sits_down(poses: dict[str, float], surely: float) -> None:
    """Who rides or drives something sits, if nothing is told that goes against it."""
    if not poses.keys() - GOING - {"sitting"}:
        poses.clear()
        poses["sitting"] = surely


def hidden_by(kind: str, entry: ThingEntry) -> str:
    """How a thing stands to somebody who is in front of it, behind it, under it or beside it."""
    if kind == "in front of":
        return "behind"
    if kind == "behind":
        return "in front of"
    if kind == "under":
        if entry.use in ("sit", "bed", "table") and entry.size < SHELTER:
            return "in front of"  # under the bed
        return "behind" if entry.size >= SHELTER and entry.support == "ground" else "beside"  # under the tree
    return "beside"


def fitting(kind: str, entry: ThingEntry, size: float | None) -> str | None:
    """How something stands to a thing where "on" or "in" is said; nobody larger than a cat gets into a cup."""
    if kind not in ("on", "in"):
        return "beside" if kind == "under" else kind
    roomy = size is None or size <= _SMALL or not entry.holdable
    if entry.use == "shelter" and kind == "in":
        return kind  # in a house nobody is on the roof
    fits = [name for name, place in (("on", entry.seat), ("in", entry.mouth if roomy else None)) if place is not None]
    if not fits and kind == "on" and size is None and entry.name in SPREAD:
        return kind
    if not fits:
        return "on" if size is None and kind == "on" and entry.support == "ground" else None
    return kind if kind in fits else fits[0]  # one drives on a tractor, and in a car


def has_room(entry: ThingEntry) -> bool:
    """Whether things may be on or in a thing."""
    return entry.seat is not None or entry.mouth is not None or entry.name in SPREAD
