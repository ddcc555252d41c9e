"""Where and when a scene is: what it says, else what goes on from the scene before."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator, Sequence

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.plan import ScenePlan, Span

from ..drafts import Draft
from ..words.english import HER_KINDS, HIS_KINDS
from .in_the_house import inside_of, room_of
from .near_places import HOME
from .open_air import outside_of
from .whereabouts import is_indoors

LIKELY = 0.5  # what the sentences of a scene must hint at together where none says it
_WARM = ("beach", "desert", "jungle")  # where the snow of another place does not fall
WITHOUT_SKY = ("underwater", "cave", "space")
CAVE = "cave"
PEOPLE = HER_KINDS | HIS_KINDS
_BY_ROAD = re.compile(r"\b(?:drove|drives?|driving|cars?|bus|bicycles?|bikes?|cycled|taxi|van)\b", re.IGNORECASE)
# Where a scene without a place is, if it tells of such weather.
_OPEN_AIR = {"snow": "snowfield", "rain": "hills", "fog": "hills"}


def forget_guesses(drafts: Sequence[Draft], before: ScenePlan, vocabulary: Vocabulary) -> None:
    """Take from the drafts the places that are only guessed, where another is known and nobody leaves it."""
    _forget_hinted(drafts, vocabulary)
    if before.setting is None:
        return
    room = vocabulary.setting(before.setting).indoor
    ends = any(
        draft.elsewhere
        or draft.outdoors
        or draft.indoors
        or (room and draft.is_in_open_air)
        or ("setting", before.setting) in draft.over
        for draft in drafts
    )
    if ends:
        return
    for draft in drafts:
        if draft.guessed and draft.said.get("setting", (before.setting,))[0] != before.setting:
            draft.said.pop("setting")


def _forget_hinted(drafts: Sequence[Draft], vocabulary: Vocabulary) -> None:
    """Within a scene, too, a place that is guessed gives way to one that is told, and a room to what is in the open air."""
    told = any(draft.elsewhere or ("setting" in draft.said and not draft.guessed) for draft in drafts)
    for draft in drafts:
        if draft.guessed and "setting" in draft.said:
            indoor = vocabulary.setting(draft.said["setting"][0]).indoor
            if told or (indoor and any(one.is_in_open_air for one in drafts)):
                draft.said.pop("setting")


def surroundings(
    text: str, drafts: Sequence[Draft], chosen: Draft, before: ScenePlan, vocabulary: Vocabulary
) -> tuple[tuple[str | None, str, str], dict[str, tuple[str, Span]]]:
    """Place, time and weather: those that are said, else those before unless they are over; and where they are said."""
    said = _said(drafts, chosen)
    unsaid = "setting" not in said
    elsewhere = chosen.elsewhere or (unsaid and any(draft.elsewhere for draft in drafts))
    outdoors = chosen.outdoors or (unsaid and any(draft.outdoors for draft in drafts))
    if (elsewhere or outdoors) and "setting" not in chosen.said:
        said.pop("setting", None)
    if before.time == "night" and said.get("time", ("", None)) in {("sunset", draft.span) for draft in drafts}:
        said.pop("time")  # only heard, and no evening comes after a night
    values = {name: value for name, (value, _) in said.items()}
    over = {one for draft in drafts for one in draft.over}
    moved = elsewhere or "setting" in values
    time = values.get("time", "day" if ("time", before.time) in over else before.time)
    ended = ("weather", before.weather) in over or any(draft.bright for draft in drafts)
    ended = ended or (moved and not _under_one_sky(before, values.get("setting"), vocabulary))
    weather = values.get("weather", "clear" if ended else before.weather)
    place = values.get("setting")
    if not moved and outdoors:
        place = next((draft.outside for draft in (chosen, *drafts) if draft.outside), None)
        place = place or _on_the_way(text, drafts, before, over, vocabulary)
    elif not moved:
        place = None if ("setting", before.setting) in over else _kept(text, drafts, chosen, before, vocabulary)
        place = place or likely(drafts)
    if place is None and weather in _OPEN_AIR and not elsewhere:
        place = HOME if is_indoors(text) else _OPEN_AIR[weather]
    if place is None and not elsewhere:
        outside = next((draft.outside for draft in (chosen, *drafts) if draft.outside is not None), None)
        place = None if outside is None else outside or outside_of(HOME)
    return (place, time, weather), said


def _under_one_sky(before: ScenePlan, place: str | None, vocabulary: Vocabulary) -> bool:
    """Whether the weather of the scene before goes on in another place: from the street to the park, not to a beach or room."""
    if place == before.setting:
        return True
    if place is None or before.setting is None or (before.weather == "snow" and place in _WARM):
        return False
    return all(not vocabulary.setting(one).indoor and one not in WITHOUT_SKY for one in (place, before.setting))


def likely(drafts: Sequence[Draft]) -> str | None:
    """Where a scene is likely to be that names no place: what its sentences hint at together."""
    total: dict[str, float] = {}
    for draft in drafts:
        for place, score in draft.hints.items():
            total[place] = total.get(place, 0.0) + score
    best = max(total, key=lambda place: total[place], default=None)
    return best if best is not None and total[best] >= LIKELY else None


def _kept(text: str, drafts: Sequence[Draft], chosen: Draft, before: ScenePlan, vocabulary: Vocabulary) -> str | None:
    """The place of the scene before; outside of it, if that is a room and this scene tells of the open air."""
    place = before.setting
    till_now = drafts[: 1 + next(index for index, draft in enumerate(drafts) if draft is chosen)]
    floor = next((draft.floor for draft in reversed(till_now) if draft.floor is not None), None)
    room = None if floor is None else room_of(floor, place, text)
    if room is not None:
        return room
    indoor = place is not None and vocabulary.setting(place).indoor
    if place is not None and not indoor and any(draft.indoors for draft in till_now):
        return inside_of(place)
    if place == CAVE and any(draft.outside is not None for draft in till_now):
        return outside_of(place)
    if place is None or not indoor or is_indoors(text):
        return place
    there = {cel.concept for cel in before.cels}  # a horse that lives in a house
    outside = next((one for draft in (chosen, *drafts) for one in _outside(draft, there)), None)
    return place if outside is None else outside or outside_of(place)


def _on_the_way(
    text: str, drafts: Sequence[Draft], before: ScenePlan, over: Collection[tuple[str, str]], vocabulary: Vocabulary
) -> str:
    """Where somebody is between two places: still where they were in the open air, on the road from a house, or on a path."""
    left = before.setting or next((name for kind, name in over if kind == "setting"), None)
    if left is None:
        return "street" if any(cel.concept in PEOPLE for draft in drafts for cel in draft.figures) else "hills"
    if vocabulary.setting(left).indoor or left == "playground" or _BY_ROAD.search(text):
        return "street"
    return "hills" if ("setting", left) in over else left


def _outside(draft: Draft, there: Container[str]) -> Iterator[str]:
    """Where a draft is if not in a room: as things tell that were not there already, and as words do."""
    yield from (place for thing, place in draft.open_air.items() if thing not in there)
    if draft.outside is not None:
        yield draft.outside


def _said(drafts: Sequence[Draft], chosen: Draft) -> dict[str, tuple[str, Span]]:
    """Place, time and weather of a scene: what a word says before what the net hears, the moment's before others'."""
    said: dict[str, tuple[str, Span]] = {}
    for word in (False, True):
        for draft in sorted(drafts, key=lambda one: one is chosen):
            said.update({name: one for name, one in draft.said.items() if (one[1] != draft.span) == word})
    if _is_past(drafts, chosen):
        said.pop("weather", None)
    return said


def _is_past(drafts: Sequence[Draft], chosen: Draft) -> bool:
    """Whether the weather that a scene begins with is over in its moment: "It rained. Then the sun came out."."""
    if "weather" in chosen.said:
        return False
    moment = next(index for index, draft in enumerate(drafts) if draft is chosen)
    for draft in reversed(drafts[: moment + 1]):
        if draft.bright or any(name == "weather" for name, _ in draft.over):
            return True
        if "weather" in draft.said:
            return False
    return False
