"""How a place that was set by hand goes on: scenes that stay there follow it, those that name their own place do not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .model import Scene, Story
from .plan import PLACE, ScenePlan

Read = Callable[[ScenePlan | None], ScenePlan]  # the plan of a scene after that of the one before it


def as_told(plan: ScenePlan) -> ScenePlan:
    """A plan with the place that the words tell, without what hands made of it."""
    told = {field: value or None for field, value in plan.told.items()}
    return replace(plan, told={}, **told) if told else plan  # type: ignore[arg-type]


def read_on(read: Read, previous: ScenePlan | None) -> ScenePlan:
    """A scene read after another one whose place hands may have set.

    If it goes on there it follows the hands; if its own words name another place, it is as if they had done nothing.
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
    """The scenes behind one with the plan `first` that go on at its place, and whose pictures show it otherwise."""
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
    """The plan of a scene that goes on at the place of `first`, with what hands made of a field of it."""
    if field not in PLACE:
        raise ValueError(f"a place has no {field!r}")
    told = {**plan.told, field: plan.told.get(field, getattr(plan, field) or "")}
    return replace(plan, told=told, **{field: getattr(first, field)})


def is_followed(plan: ScenePlan, field: str) -> bool:
    """Whether a part of a place was set by hand in a scene that this one goes on from."""
    return field in plan.told and field not in plan.corrected and getattr(plan, field) != (plan.told[field] or None)
