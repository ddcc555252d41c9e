"""Builds the painter's requests: for the backdrop and the cels of a picture, and for portraits."""

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
    """The request for the backdrop of a scene.

    It keeps the view of `like`, the variant that is repainted in part, or else of the locked `place`. `words` replace
    the plan's phrase.
    """
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
    """The request for one figure or thing.

    `words` replace the plan's phrase. `like` is the variant that is repainted in part; its details stay. `company` are all
    cels of the picture: figures of one kind without a character get outfits that differ from each other. `kin` is the
    character in whose family the figure is.
    """
    portrait = character.portrait if character and character.lock else None
    if character and portrait:
        usual = _portrayed(character, portrait.seed)
        details = {name: value for name, value in portrait.details.items() if name in IDENTITY}
    else:  # without a portrait, looks and details are derived from the id, so they are the same on every page
        key = character.id if character else cel.id
        among = usual_looks_among(company).get(cel.id) or usual_looks(key)
        usual = {**among, **(character.looks if character else {})}
        told = _chosen({**usual, **cel.attributes})
        if kin is not None and kin is not character:
            told.setdefault("skin", _skin_of(kin))
        details = usual_details(key, "figure", cel.concept, cel.family, told)
    details["sway"] = STILL
    # A portrait that was painted from another phrase than the looks give shows the outfit by itself.
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
    """The request for a portrait: the character standing, facing the reader."""
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
    """The request for another portrait: if the looks were changed everything else stays, otherwise it is a new variation."""
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
    """The outfit of a character in the portrait of that seed."""
    return {**usual_looks(f"{character.name}|{seed}"), **character.looks}


def _skin_of(character: Character) -> int:
    """The skin that pictures show of a character: of the portrait, as chosen, or the usual one."""
    known = character.portrait.details if character.portrait else {}
    return {**usual_details(character.id, "figure"), **_chosen(character.looks), **known}["skin"]


def _chosen(attributes: Mapping[str, str]) -> dict[str, int]:
    """The identity details among looks, which were chosen or read from a description."""
    return {name: int(attributes[name]) % DETAILS[name] for name in IDENTITY if attributes.get(name, "").isdigit()}
