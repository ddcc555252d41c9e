"""What a person corrects in a plan, as plain functions: the plan before → the plan after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .plan import BACKDROP, COLOUR, OWN_WORDS, SIZE, CelPlan, Relation, ScenePlan


def correct_place(plan: ScenePlan, field: str, value: str | None) -> ScenePlan:
    """The plan with setting, time or weather set by hand; another reading keeps it."""
    return _with_place(plan, {field: value})


def correct_places(plan: ScenePlan, said: Mapping[str, str]) -> ScenePlan:
    """The plan with those of setting, time and weather set by hand that are `said` otherwise than it has them."""
    changed = {field: value for field, value in said.items() if getattr(plan, field) != value}
    return _with_place(plan, changed)


def _with_place(plan: ScenePlan, changed: Mapping[str, str | None]) -> ScenePlan:
    """The plan with parts of its place set by hand; what the words tell of them is kept for the scenes behind it."""
    told = {**{field: getattr(plan, field) or "" for field in changed}, **plan.told}
    return replace(plan, corrected=plan.corrected | changed.keys(), told=told, **changed)  # type: ignore[arg-type]


def correct_cel(plan: ScenePlan, cel: str, name: str, value: str) -> ScenePlan:
    """The plan with the concept or an attribute of a cel set by hand; another reading keeps it.

    Own words for the cel give way: they would say otherwise.
    """
    old = without_words(plan.cel(cel))
    corrected = old.corrected | {name}
    if name == "concept":
        return plan.with_cel(replace(old, concept=value, corrected=corrected))
    attributes = {**old.attributes, name: value}
    return plan.with_cel(replace(old, attributes=attributes, corrected=corrected))


def colour_cel(plan: ScenePlan, cel: str, colour: str) -> ScenePlan:
    """The plan with a thing in a colour, or as it is painted (empty), by hand; own words for it stay."""
    return _told(plan, cel, COLOUR, colour)


def size_cel(plan: ScenePlan, cel: str, size: str) -> ScenePlan:
    """The plan with a figure or thing of a size, or as large as others of its kind (empty), by hand."""
    return _told(plan, cel, SIZE, size)


def _told(plan: ScenePlan, cel: str, name: str, value: str) -> ScenePlan:
    old = plan.cel(cel)
    attributes = {one: told for one, told in old.attributes.items() if one != name}
    if value:
        attributes[name] = value
    return plan.with_cel(replace(old, attributes=attributes, corrected=old.corrected | {name}))


def with_words(plan: ScenePlan, cel: str, words: str) -> ScenePlan:
    """The plan with a person's own words for a cel, which another reading keeps; empty: as the plan says again."""
    old = without_words(plan.cel(cel))
    if words:
        old = replace(old, attributes={**old.attributes, OWN_WORDS: words}, corrected=old.corrected | {OWN_WORDS})
    return plan.with_cel(old)


def without_words(cel: CelPlan) -> CelPlan:
    """A cel of which only the plan tells what is painted."""
    attributes = {name: value for name, value in cel.attributes.items() if name != OWN_WORDS}
    return replace(cel, attributes=attributes, corrected=cel.corrected - {OWN_WORDS})


def relate_cel(plan: ScenePlan, cel: str, kind: str | None, target: str = "") -> ScenePlan:
    """The plan with a cel held by, on, in or beside another one, or on its own (`kind` None), by hand."""
    old = plan.cel(cel)
    relation = Relation(kind, target) if kind else None
    return plan.with_cel(replace(old, relation=relation, corrected=old.corrected | {"relation"}))


def as_read(plan: ScenePlan, cel: str | None = None, field: str = "") -> ScenePlan:
    """The plan with the correction of a `field` of its place, or all of a cel, forgotten: the next reading counts."""
    if cel is None:
        told = {name: value for name, value in plan.told.items() if name != field}
        return replace(plan, corrected=plan.corrected - {field}, told=told)
    return plan.with_cel(replace(without_words(plan.cel(cel)), corrected=frozenset()))


def add_cel(plan: ScenePlan, kind: str, concept: str, who: str | None = None) -> tuple[ScenePlan, str]:
    """The plan with somebody or something more in it, and the id of the new cel."""
    taken = {one.id for one in plan.cels} | {BACKDROP}
    name = who or concept
    cel = next(key for i in range(1, len(taken) + 2) if (key := name if i == 1 else f"{name}-{i}") not in taken)
    return plan.with_cel(CelPlan(cel, kind, concept, who, added=True)), cel
