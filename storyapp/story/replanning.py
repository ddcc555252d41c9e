"""What a person corrects in a plan, as plain functions: the plan before → the plan after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .plan import BACKDROP, CelPlan, Relation, ScenePlan


def correct_place(plan: ScenePlan, field: str, value: str | None) -> ScenePlan:
    """The plan with setting, time or weather set by hand; another reading keeps it."""
    changed: Mapping[str, str | None] = {field: value}
    return replace(plan, corrected=plan.corrected | {field}, **changed)  # type: ignore[arg-type]


def correct_cel(plan: ScenePlan, cel: str, name: str, value: str) -> ScenePlan:
    """The plan with the concept or an attribute of a cel set by hand; another reading keeps it."""
    old = plan.cel(cel)
    corrected = old.corrected | {name}
    if name == "concept":
        return plan.with_cel(replace(old, concept=value, corrected=corrected))
    attributes = {**old.attributes, name: value}
    return plan.with_cel(replace(old, attributes=attributes, corrected=corrected))


def relate_cel(plan: ScenePlan, cel: str, kind: str | None, target: str = "") -> ScenePlan:
    """The plan with a cel held by, on, in or beside another one, or on its own (`kind` None), by hand."""
    old = plan.cel(cel)
    relation = Relation(kind, target) if kind else None
    return plan.with_cel(replace(old, relation=relation, corrected=old.corrected | {"relation"}))


def as_read(plan: ScenePlan, cel: str | None = None, field: str = "") -> ScenePlan:
    """The plan with the correction of a `field` of its place, or all of a cel, forgotten: the next reading counts."""
    if cel is None:
        return replace(plan, corrected=plan.corrected - {field})
    return plan.with_cel(replace(plan.cel(cel), corrected=frozenset()))


def add_cel(plan: ScenePlan, kind: str, concept: str, who: str | None = None) -> tuple[ScenePlan, str]:
    """The plan with somebody or something more in it, and the id of the new cel."""
    taken = {one.id for one in plan.cels} | {BACKDROP}
    name = who or concept
    cel = next(key for i in range(1, len(taken) + 2) if (key := name if i == 1 else f"{name}-{i}") not in taken)
    return plan.with_cel(CelPlan(cel, kind, concept, who, added=True)), cel
