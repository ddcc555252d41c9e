"""What is asked of the painter: the request for each part of a picture, and for a portrait."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .codes import CodeLock
from .model import Character, Variant
from .plan import (
    BACKDROP,
    DETAILS,
    IDENTITY,
    CelPlan,
    ScenePlan,
    phrase_of_backdrop,
    phrase_of_cel,
    phrase_of_figure,
    usual_details,
    usual_looks,
)
from .request import CelRequest, Options


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
    return CelRequest(BACKDROP, BACKDROP, phrase, style, seed, portraits, details, lock=lock, options=options)


def cel_request(
    cel: CelPlan,
    character: Character | None,
    style: str,
    seed: int,
    like: Variant | None = None,
    words: str | None = None,
    lock: CodeLock | None = None,
    options: Options = Options(),
) -> CelRequest:
    """One figure or thing; `words` instead of the plan's phrase; `like` is painted over in part: its details stay."""
    locked = character.lock if character else None
    if locked is not None:
        told = {**_details_of(character.portrait if character else None), **_sway(f"{seed}|{cel.id}")}
    else:
        looks = character.looks if character else {}
        cel = replace(cel, attributes={**looks, **cel.attributes})
        # One who has no portrait is the same on every page all the same.
        told = {**usual_details(character.id if character else cel.id, cel.kind), **_sway(f"{seed}|{cel.id}")}
        told.update(_chosen(cel.attributes))
    if cel.kind == "figure":
        usual = usual_looks(character.id if character else cel.id)
        cel = replace(cel, attributes={**usual, **cel.attributes})
    else:
        told = {}
    return CelRequest(
        cel.id,
        cel.kind,
        words or phrase_of_cel(cel, with_looks=locked is None),
        style,
        seed,
        (locked.grid,) if locked else (),
        like.details if like else told,
        character.strength if character and locked else 1.0,
        lock,
        options,
    )


def portrait_request(character: Character, style: str, seed: int, options: Options = Options()) -> CelRequest:
    """A portrait: the character standing, facing the reader."""
    key = f"{character.name}|{seed}"
    attributes = {
        **usual_looks(key),
        **character.looks,
        "pose": "standing",
        "expression": "happy",
        "facing": "front",
    }
    return CelRequest(
        f"portrait-{character.name}",
        "figure",
        phrase_of_figure(character.concept, attributes),
        style,
        seed,
        details={**usual_details(key, "figure"), **_chosen(attributes)},
        options=options,
    )


def _details_of(portrait: Variant | None) -> dict[str, int]:
    """Who a portrait shows; nothing is known of a picture that somebody brought."""
    return {name: value for name, value in portrait.details.items() if name in IDENTITY} if portrait else {}


def _sway(key: str) -> dict[str, int]:
    return {"sway": usual_details(key, "figure")["sway"]}


def _chosen(attributes: Mapping[str, str]) -> dict[str, int]:
    """The details among somebody's looks, which were chosen or read from a description."""
    return {name: int(attributes[name]) % DETAILS[name] for name in IDENTITY if attributes.get(name, "").isdigit()}
