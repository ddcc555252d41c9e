"""Things with a name of their own, which is told once: "his parrot Coco", and in the next scene Coco alone."""

from __future__ import annotations

import re
from collections.abc import Mapping

from storyapp.story.plan import ScenePlan, Span

from .drafts import is_named_thing, slug
from .mentions import Mention

THING = "thing:"
_CALLED = re.compile(r",? (?:(?:(?:that|which) )?(?:was |is )?(?:called|named) )?")  # between a thing and its name
_APPOSED = re.compile(r",? (?:the|an?) (?:\w+ )?")  # and between a name and its thing


def known_as_things(unknown: Mapping[str, str], text: str, before: ScenePlan) -> dict[str, str]:
    """Names and their kinds, with "thing:" and its concept where an earlier scene had a thing of that name."""
    named = {cel.id: cel.concept for cel in (*before.earlier, *before.cels) if is_named_thing(cel)}
    said = {*unknown, *re.findall(r"\b[A-Z]\w+", text)} if named else set()
    return {**unknown, **{name: f"{THING}{named[slug(name)]}" for name in said if slug(name) in named}}


def is_called(text: str, mention: Mention, name: Span) -> bool:
    """Whether a thing stands right before or behind a name, so that it is called so."""
    if mention.category not in ("things", "nouns"):
        return False
    if mention.span[1] <= name[0]:
        return _CALLED.fullmatch(text, mention.span[1], name[0]) is not None
    return _APPOSED.fullmatch(text, name[1], mention.span[0]) is not None
