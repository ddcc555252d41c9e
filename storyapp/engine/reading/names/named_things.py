"""Things with a name of their own, which is told once: "his parrot Coco", and in the next scene Coco alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from storyapp.story.plan import Span

from ..words.concept_mentions import ConceptMention

_CALLED = re.compile(r",? (?:(?:(?:that|which) )?(?:was |is )?(?:called|named) )?")  # between a thing and its name
_APPOSED = re.compile(r"(?:,? the|, an?) (?:\w+ ){0,2}")  # and between a name and its thing


@dataclass(frozen=True)
class Bearer:
    """What has a name that is not of the cast: a figure of a kind or a thing; "" is the concept of what is not drawn."""

    concept: str
    is_thing: bool = False


def is_called(text: str, mention: ConceptMention, name: Span) -> bool:
    """Whether a thing stands right before or behind a name, so that it is called so."""
    if mention.category not in ("things", "nouns"):
        return False
    if mention.span[1] <= name[0]:
        return _CALLED.fullmatch(text, mention.span[1], name[0]) is not None
    return _APPOSED.fullmatch(text, name[1], mention.span[0]) is not None
