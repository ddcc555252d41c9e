"""Propagation of a place that was set by hand: later scenes that continue there follow it, others do not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .model import Scene, Story
from .plan import PLACE, ScenePlan

Read = Callable[[ScenePlan | None], ScenePlan]  # the plan of the scene before → the plan of a scene


def as_told(plan: ScenePlan) -> ScenePlan:
    """The plan with the place of the text, without corrections by hand."""
    told = {field: value or None for field, value in plan.told.items()}
    return replace(plan, told={}, **told) if told else plan  # type: ignore[arg-type]


def read_on(read: Read, previous: ScenePlan | None) -> ScenePlan:
    """Read a scene after one whose place may have been set by hand.

    A scene that continues at that place takes the corrections over; one that names another place ignores them.
    """
    plan = read(previous)
    if previous is None or not previous.told:
        return plan
    if plan.setting != previous.setting:
        return read(as_told(previous))
    followed = {
        field: value
        for field, value in previous.told.items()
        if field not in plan.spans and getattr(plan, field) == getattr(previous, field)
    }
    return replace(plan, told=followed)


def followers(story: Story, scene_id: str, first: ScenePlan, field: str) -> list[Scene]:
    """The scenes after `scene_id` (whose plan is `first`) that continue at its place but show another value of `field`."""
    rows = [scene.id for scene in story.scenes]
    behind = story.scenes[rows.index(scene_id) + 1 :] if scene_id in rows else ()
    place, found = as_told(first).setting, list[Scene]()
    for scene in behind:
        if scene.illustration is None:
            continue
        plan = scene.illustration.plan
        if not {"setting", field}.isdisjoint({*plan.spans, *plan.corrected}) or as_told(plan).setting != place:
            break
        if getattr(plan, field) != getattr(first, field):
            found.append(scene)
    return found


def following(plan: ScenePlan, first: ScenePlan, field: str) -> ScenePlan:
    """The plan of a scene that continues at the place of `first`, with `field` taken over from it.

    Raises:
        ValueError: if `field` is not one of plan.PLACE.
    """
    if field not in PLACE:
        raise ValueError(f"a place has no {field!r}")
    told = {**plan.told, field: plan.told.get(field, getattr(plan, field) or "")}
    return replace(plan, told=told, **{field: getattr(first, field)})


def is_followed(plan: ScenePlan, field: str) -> bool:
    """Whether `field` was taken over from a correction in an earlier scene."""
    return field in plan.told and field not in plan.corrected and getattr(plan, field) != (plan.told[field] or None)
