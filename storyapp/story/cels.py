"""What is asked of the painter: the request for each part of a picture, and for a portrait."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from .codes import CodeLock
from .model import Character, Variant
from .phrases import phrase_of_backdrop, phrase_of_cel, phrase_of_figure
from .plan import (
    BACKDROP,
    DETAILS,
    IDENTITY,
    OUTFIT,
    STILL,
    CelPlan,
    ScenePlan,
)
from .request import CelRequest, Options
from .usual import usual_details, usual_looks, usual_looks_among


def backdrop_request(
    plan: ScenePlan,
    style: str,
    seed: int,
    place: Variant | None = None,
    like: Variant | None = None,
    words: str | None = None,
    lock: CodeLock | None = None,
    options: Options = Options(),
) -> CelRequest:
    """The place of a scene. The view of `place`, which is locked, stays, and that of `like`, painted over in part."""
    known = like or place
    details = known.details if known else usual_details(f"{seed}|{BACKDROP}", BACKDROP)
    phrase = words or phrase_of_backdrop(plan.setting or "", plan.time, plan.weather)
    portraits = (place.codes,) if place and place.codes else ()
    return CelRequest(
        BACKDROP, BACKDROP, phrase, style, seed, portraits=portraits, details=details, lock=lock, options=options
    )


def cel_request(
    cel: CelPlan,
    character: Character | None,
    style: str,
    seed: int,
    like: Variant | None = None,
    words: str | None = None,
    lock: CodeLock | None = None,
    options: Options = Options(),
    company: Sequence[CelPlan] = (),
    kin: Character | None = None,
) -> CelRequest:
    """One figure or thing; `words` instead of the plan's phrase; `like` is painted over in part: its details stay.

    `company` is everybody in the picture: strangers do not wear what another one of their kind wears. `kin` is the
    character in whose family somebody is.
    """
    portrait = character.portrait if character and character.lock else None
    if character and portrait:
        usual = _portrayed(character, portrait.seed)
        details = {name: value for name, value in portrait.details.items() if name in IDENTITY}
    else:  # one who has no portrait is the same on every page all the same
        key = character.id if character else cel.id
        among = usual_looks_among(company).get(cel.id) or usual_looks(key)
        usual = {**among, **(character.looks if character else {})}
        told = _chosen({**usual, **cel.attributes})
        if kin is not None and kin is not character:
            told.setdefault("skin", _skin_of(kin))
        details = usual_details(key, "figure", cel.concept, cel.family, told)
    details["sway"] = STILL
    # A portrait that was painted otherwise than the looks say shows by itself what somebody wears.
    as_told = portrait is None or (character and portrait.phrase == _portrait_phrase(character, portrait.seed))
    with_looks = bool(as_told) or any(name in OUTFIT for name in cel.attributes)
    phrase = words or phrase_of_cel(replace(cel, attributes={**usual, **cel.attributes}), with_looks)
    return CelRequest(
        cel.id,
        cel.kind,
        phrase,
        style,
        seed,
        portraits=tuple(one.codes for one in character.followed if one.codes) if character else (),
        details=(like.details if like else details) if cel.kind == "figure" else {},
        strength=character.strength if character and portrait else 1.0,
        lock=lock,
        options=options,
    )


def portrait_request(character: Character, style: str, seed: int, options: Options = Options()) -> CelRequest:
    """A portrait: the character standing, facing the reader."""
    told = _chosen(character.looks)
    details = usual_details(f"{character.name}|{seed}", "figure", character.concept, told=told)
    return CelRequest(
        f"portrait-{character.name}",
        "figure",
        _portrait_phrase(character, seed),
        style,
        seed,
        details=details,
        options=options,
    )


def next_portrait(character: Character, style: str, seed: int, options: Options = Options()) -> CelRequest:
    """Another portrait: of somebody whose looks were changed it keeps all that was not; else it is a new choice."""
    before = character.portrait
    if before is None or before.codes is None or not before.details:
        return portrait_request(character, style, seed, options)
    again = portrait_request(character, style, before.seed, options)
    kept = {name: value for name, value in before.details.items() if name in IDENTITY}
    again = replace(again, details={**again.details, **kept, **_chosen(character.looks)})
    if (again.phrase, again.details) == (before.phrase, dict(before.details)):
        return portrait_request(character, style, seed, options)
    return again


def _portrait_phrase(character: Character, seed: int) -> str:
    attributes = {**_portrayed(character, seed), "pose": "standing", "expression": "happy", "facing": "front"}
    return phrase_of_figure(character.concept, attributes)


def _portrayed(character: Character, seed: int) -> dict[str, str]:
    """What a character wears in the portrait of that seed."""
    return {**usual_looks(f"{character.name}|{seed}"), **character.looks}


def _skin_of(character: Character) -> int:
    """The skin that pictures show of a character: of the portrait, as chosen, or the usual one."""
    known = character.portrait.details if character.portrait else {}
    return {**usual_details(character.id, "figure"), **_chosen(character.looks), **known}["skin"]


def _chosen(attributes: Mapping[str, str]) -> dict[str, int]:
    """The details among somebody's looks, which were chosen or read from a description."""
    return {name: int(attributes[name]) % DETAILS[name] for name in IDENTITY if attributes.get(name, "").isdigit()}
