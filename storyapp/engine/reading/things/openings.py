"""Doors and windows that are a part of a house, or of the room somebody is in: "opened the door", "out of the window"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.plan import COLOUR, SIZE, CelPlan

_OPENINGS = ("door", "window")
_KNOWN = re.compile(
    r"\b(?:the|his|her|its|their|my|our|your|every|each|\w+['’]s)(?: (?:front|back|side|kitchen|bedroom|shop|house|\w+room|open|closed|upstairs))?\s*$",
    re.IGNORECASE,
)
_SEEN_THROUGH = re.compile(
    r"\b(?:out of|through|in at|into|out) (?:the|an?|his|her|their|our|my)(?: \w+)?\s*$", re.IGNORECASE
)
_HOUSE = 1.5  # metres


def is_part_of_house(
    cel: CelPlan, text: str, place: str | None, cels: Sequence[CelPlan], vocabulary: Vocabulary
) -> bool:
    """Whether a door or a window is one that a house among `cels` has, or that nobody sees from a `place`."""
    if cel.concept not in _OPENINGS or not cel.spans:
        return False
    if any(one.kind == "thing" and _is_house(one, vocabulary) for one in cels):
        return True
    if place is None or COLOUR in cel.attributes or SIZE in cel.attributes:
        return False
    before = text[: cel.spans[0][0]]
    if cel.concept == "window" and _SEEN_THROUGH.search(before):
        return True
    return not vocabulary.setting(place).indoor and _KNOWN.search(before) is not None


def _is_house(cel: CelPlan, vocabulary: Vocabulary) -> bool:
    entry = vocabulary.thing(cel.concept)
    return entry.use == "shelter" and entry.size >= _HOUSE
