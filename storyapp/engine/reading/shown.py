"""What a scene's picture shows of its drafts: its moment, who and what else is there, and what is remembered of others."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.plan import CelPlan, NotDrawn, ScenePlan, Span

from .drafts import MOST_FIGURES, Draft, is_named_thing, looks_of, shortened
from .places.going_on import WITHOUT_SKY, likely
from .places.open_air import is_around
from .things.colouring import colour_of, is_another, is_coloured_thing
from .things.openings import is_part_of_house

STREET = "street"
MOST_THINGS = 8
REMEMBERED = 40  # of those whom earlier scenes told of
MOVING = frozenset(("walking", "running", "jumping", "dancing", "swimming", "flying", "falling", "hugging"))
SIDEWAYS = frozenset(("walking", "running", "flying", "swimming", "pointing", "hugging"))
# "She sat all alone", but not "the fox left her alone".
_ALONE = re.compile(
    r"\b(?:was|is|were|are|sat|sits|stood|stands|lay|lies|stayed|stays|felt|lived|lives|walked|walks|now)(?: \w+){0,2}? (?<!not )(?<!never )alone\b",
    re.IGNORECASE,
)
_WATERS = {"pond": ("lake", "river")}  # a thing → places that are it
# A thing → places whose backdrops have it.
_FIXTURES = {
    "window": ("bedroom", "kitchen", "living room", "classroom", "shop", "throne room"), "blackboard": ("classroom",),
    "stove": ("kitchen",), "throne": ("throne room",),
}  # fmt: skip
_SHINING = {"sun": ("day", "sunset"), "full moon": ("night",), "crescent moon": ("night",), "star": ("night",)}


def moment_of(drafts: Sequence[Draft], moment: Span | None, text: str) -> Draft:
    """The draft of the moment that somebody chose, else the one with most to draw since somebody is alone."""
    if moment is not None:
        return max(drafts, key=lambda draft: min(draft.span[1], moment[1]) - max(draft.span[0], moment[0]))
    return max(drafts[_since_alone(drafts, text) :], key=lambda draft: draft.drawable)


def together(chosen: Draft, drafts: Sequence[Draft], text: str) -> dict[str, CelPlan]:
    """The cels of the moment, and who and what else its scene has in the same place, by id."""
    place = chosen.said.get("setting", ("", ()))[0]
    cels = dict(chosen.cels)
    gone = _gone(chosen, drafts, text)
    for draft in drafts:
        if draft is chosen or (place and draft.said.get("setting", (place, ()))[0] != place):
            continue
        for cel in draft.cels.values():
            if cel.kind == "figure" and cel.id in gone:
                continue
            count = sum(one.kind == cel.kind for one in cels.values())
            if cel.id in cels and is_another(cel, cels[cel.id], text):
                cel = replace(cel, id=f"{cel.id}-2")
            if cel.id in cels and draft.span > chosen.span and _singled_out(cel, cels[cel.id], draft, chosen):
                cels[cel.id] = _with_more(cel, cels[cel.id])
            elif cel.id in cels:
                cels[cel.id] = _with_more(cels[cel.id], cel)
            elif count < (MOST_FIGURES if cel.kind == "figure" else MOST_THINGS):
                cels[cel.id] = cel
    return cels


def _singled_out(cel: CelPlan, known: CelPlan, draft: Draft, chosen: Draft) -> bool:
    """Whether somebody did the same as others in the moment, and later something alone: "they sat down. Lily slept"."""
    doing = cel.kind == "figure" and "pose" in cel.attributes and known.relation is None
    return doing and _is_one_of_several(cel, chosen) and not _is_one_of_several(cel, draft)


def _is_one_of_several(cel: CelPlan, draft: Draft) -> bool:
    return draft.together.get(cel.id) is not None or cel.id in draft.together.values()


def _since_alone(drafts: Sequence[Draft], text: str) -> int:
    """The index of the last draft that tells that somebody is alone, 0 if none does: who was there before it is gone."""
    alone = [at for at, draft in enumerate(drafts) if draft.figures and _ALONE.search(text, *draft.span)]
    return alone[-1] if alone else 0


def _gone(chosen: Draft, drafts: Sequence[Draft], text: str) -> set[str]:
    """Those who were there before somebody was alone, where the moment is that or later."""
    since = _since_alone(drafts, text)
    if not any(draft is chosen for draft in drafts[since:]):
        return set()
    there = {cel.id for draft in drafts[since:] for cel in draft.figures}
    return {cel.id for draft in drafts[:since] for cel in draft.figures} - there


def _with_more(known: CelPlan, other: CelPlan) -> CelPlan:
    """A cel of the moment with what another sentence tells of it; who moves does not stay where that has them."""
    stays = known.relation is None and known.attributes.get("pose") not in MOVING
    attributes = {**other.attributes, **known.attributes}
    return replace(known, attributes=attributes, relation=other.relation if stays else known.relation)


def finished(cels: Mapping[str, CelPlan]) -> list[CelPlan]:
    """The cels with everybody looking somewhere, and without relations to what is not there."""
    found = []
    mounted = {(cel.id, cel.relation.target) for cel in cels.values() if cel.relation is not None}
    for cel in cels.values():
        attributes = dict(cel.attributes)
        if "pose" in attributes:
            attributes.setdefault("facing", "right" if attributes["pose"] in SIDEWAYS else "front")
        relation = cel.relation
        if relation is not None and relation.kind == "held by" and (relation.target, cel.id) in mounted:
            relation = None  # nobody holds the sledge that they sit on
        if relation is not None and relation.kind == "held by" and "book" in cel.concept and cel.kind == "thing":
            reader = cels.get(relation.target)
            if reader is not None and reader.attributes.get("pose") == "reading":
                continue  # the figure's own drawing has it in hand
        found.append(replace(cel, attributes=attributes, relation=relation))
    return related({cel.id: cel for cel in found})


def related(cels: Mapping[str, CelPlan]) -> list[CelPlan]:
    """Cels by id without relations to what is not there."""
    return [
        replace(cel, relation=None) if cel.relation and cel.relation.target not in cels else cel
        for cel in cels.values()
    ]


def earlier(before: ScenePlan, here: Collection[str], worn: Mapping[str, str]) -> tuple[CelPlan, ...]:
    """Who may be named again later, whom only earlier scenes show: strangers, and things with a name or a colour."""
    told = {cel.id: cel for cel in (*before.earlier, *before.cels) if cel.id not in here}
    kept = [
        cel
        for cel in told.values()
        if is_named_thing(cel) or (cel.kind == "figure" and (cel.who is None or worn.get(cel.id)))
    ]
    coloured = [cel for cel in told.values() if is_coloured_thing(cel) and not is_named_thing(cel)]
    return tuple(
        CelPlan(cel.id, cel.kind, cel.concept, cel.who, colour_of(cel) if cel.kind == "thing" else looks_of(cel))
        for cel in (*coloured[-REMEMBERED:], *kept[-REMEMBERED:])
    )


def nothing(text: str, drafts: Sequence[Draft]) -> tuple[NotDrawn, ...]:
    """A report where nothing of a scene was understood; a picture is never empty without a word."""
    if any(draft.cels or draft.said or draft.over for draft in drafts) or likely(drafts):
        return ()
    said = text[slice(*drafts[0].span)].strip()
    if not any(letter.isalpha() for letter in said):
        return ()
    start = text.index(said)
    reason = f"The model has not learned to draw “{shortened(said.rstrip('.!?。！？'))}”."
    return (NotDrawn(said, (start, start + len(said)), reason),)


class Surroundings:
    """A scene with its place, time and weather, which show some things by themselves."""

    def __init__(self, text: str, place: str | None, time: str, weather: str, vocabulary: Vocabulary) -> None:
        self.text, self.place, self.time, self.weather, self.vocabulary = text, place, time, weather, vocabulary

    def have(self, cel: CelPlan, cels: Sequence[CelPlan]) -> bool:
        """Whether they show the sun, a building, its door or a room's window anyhow, or cannot have it: a sun in a room."""
        place = self.place
        if is_part_of_house(cel, self.text, place, cels, self.vocabulary):
            return True
        if place in _WATERS.get(cel.concept, ()):
            return True
        if place == STREET and cel.concept == "houses" and len(cels) > 1:
            return True
        if place is None or place in WITHOUT_SKY or any(one.relation and one.relation.target == cel.id for one in cels):
            return False
        indoor = self.vocabulary.setting(place).indoor
        if indoor and is_around(self.text, cel):
            return True
        if cel.relation is None and not is_coloured_thing(cel) and place in _FIXTURES.get(cel.concept, ()):
            return True
        shown = self.time in _SHINING.get(cel.concept, ()) and self.weather in ("clear", "cloudy")
        return cel.relation is None and cel.concept in _SHINING and (shown or indoor)
