"""Corrections of a plan by hand, as pure functions from the old plan to the new one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .plan import BACKDROP, COLOUR, OWN_WORDS, SIZE, CelPlan, Relation, ScenePlan


def correct_place(plan: ScenePlan, field: str, value: str | None) -> ScenePlan:
    """The plan with setting, time or weather set by hand; another reading keeps it."""
    return _with_place(plan, {field: value})


def correct_places(plan: ScenePlan, said: Mapping[str, str]) -> ScenePlan:
    """The plan with setting, time and weather set by hand as `said`, as far as they differ."""
    changed = {field: value for field, value in said.items() if getattr(plan, field) != value}
    return _with_place(plan, changed)


def _with_place(plan: ScenePlan, changed: Mapping[str, str | None]) -> ScenePlan:
    """The plan with parts of its place set by hand; their values in the text are kept in `told`, for later scenes."""
    told = {**{field: getattr(plan, field) or "" for field in changed}, **plan.told}
    return replace(plan, corrected=plan.corrected | changed.keys(), told=told, **changed)  # type: ignore[arg-type]


def correct_cel(plan: ScenePlan, cel: str, name: str, value: str) -> ScenePlan:
    """The plan with the concept or an attribute of a cel set by hand; another reading keeps it.

    A phrase of the person's own is dropped, since it would contradict the correction.
    """
    old = without_words(plan.cel(cel))
    corrected = old.corrected | {name}
    if name == "concept":
        return plan.with_cel(replace(old, concept=value, corrected=corrected))
    attributes = {**old.attributes, name: value}
    return plan.with_cel(replace(old, attributes=attributes, corrected=corrected))


def colour_cel(plan: ScenePlan, cel: str, colour: str) -> ScenePlan:
    """The plan with the colour of a thing set by hand (empty: as painted); a phrase of the person's own stays."""
    return _with_attribute(plan, cel, COLOUR, colour)


def size_cel(plan: ScenePlan, cel: str, size: str) -> ScenePlan:
    """The plan with the size of a figure or thing set by hand (empty: usual for its kind)."""
    return _with_attribute(plan, cel, SIZE, size)


def _with_attribute(plan: ScenePlan, cel: str, name: str, value: str) -> ScenePlan:
    old = plan.cel(cel)
    attributes = {key: kept for key, kept in old.attributes.items() if key != name}
    if value:
        attributes[name] = value
    return plan.with_cel(replace(old, attributes=attributes, corrected=old.corrected | {name}))


def with_words(plan: ScenePlan, cel: str, words: str) -> ScenePlan:
    """The plan with a phrase of the person's own for a cel, which another reading keeps; empty removes it."""
    old = without_words(plan.cel(cel))
    if words:
        old = replace(old, attributes={**old.attributes, OWN_WORDS: words}, corrected=old.corrected | {OWN_WORDS})
    return plan.with_cel(old)


def without_words(cel: CelPlan) -> CelPlan:
    """The cel without a phrase of the person's own."""
    attributes = {name: value for name, value in cel.attributes.items() if name != OWN_WORDS}
    return replace(cel, attributes=attributes, corrected=cel.corrected - {OWN_WORDS})


def relate_cel(plan: ScenePlan, cel: str, kind: str | None, target: str = "") -> ScenePlan:
    """The plan with the relation of a cel to `target` set by hand; `kind` None means no relation."""
    old = plan.cel(cel)
    relation = Relation(kind, target) if kind else None
    return plan.with_cel(replace(old, relation=relation, corrected=old.corrected | {"relation"}))


def as_read(plan: ScenePlan, cel: str | None = None, field: str = "") -> ScenePlan:
    """The plan without the correction of a `field` of its place, or without all corrections of a cel."""
    if cel is None:
        told = {name: value for name, value in plan.told.items() if name != field}
        return replace(plan, corrected=plan.corrected - {field}, told=told)
    return plan.with_cel(replace(without_words(plan.cel(cel)), corrected=frozenset()))


def add_cel(plan: ScenePlan, kind: str, concept: str, who: str | None = None) -> tuple[ScenePlan, str]:
    """The plan with one more figure or thing, and the id of its cel."""
    taken = {one.id for one in plan.cels} | {BACKDROP}
    name = who or concept
    cel = next(key for i in range(1, len(taken) + 2) if (key := name if i == 1 else f"{name}-{i}") not in taken)
    return plan.with_cel(CelPlan(cel, kind, concept, who, added=True)), cel
