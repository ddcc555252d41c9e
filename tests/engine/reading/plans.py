"""What a plan shows, for tests of the readers."""

from __future__ import annotations

from storyapp.story.plan import ScenePlan


def figures(plan: ScenePlan) -> list[str]:
    return sorted(cel.concept for cel in plan.cels if cel.kind == "figure")


def things(plan: ScenePlan) -> list[str]:
    return sorted(cel.concept for cel in plan.cels if cel.kind == "thing")
