"""One cel of a picture asked for alone."""

from __future__ import annotations

from dataclasses import replace

from storyapp.story.casting import ANOTHER, request_in
from storyapp.story.codes import CodeGrid, CodeLock
from storyapp.story.model import Illustration, Scene, Story, Variant
from storyapp.story.plan import BACKDROP, CelPlan, ScenePlan
from storyapp.story.request import CelRequest, Options

FOX = CelPlan("fox", "figure", "fox", attributes={"pose": "running"})
PLAN = ScenePlan("forest", "night", "snow", (FOX,))
STORY = Story("s", "Snow", scenes=(Scene("a", "A fox ran."),))


def asked(plan: ScenePlan, cel: str, seed: int, shown: CelRequest | None = None, **more: object) -> CelRequest:
    scene = STORY.scenes[0]
    if shown is not None:
        codes = CodeGrid(shown.frame, 2, 2, 1, (1, 2, 3, 4))
        variant = Variant("v", cel, shown.phrase, "ink", 1, codes, details=shown.details)
        picture = Illustration("p", PLAN, (), (variant,), {cel: "v"}, "ink", 1, "")
        scene = replace(scene, illustrations=(picture,), chosen="p")
    return request_in(STORY, scene, plan, cel, seed, **more)  # type: ignore[arg-type]


def test_painted_again_from_the_same_words_it_is_painted_bolder() -> None:
    first = asked(PLAN, "fox", 1)
    assert first.options.temperature == Options().temperature
    again = asked(PLAN, "fox", 2, first)
    assert (again.phrase, again.options.temperature) == (first.phrase, ANOTHER)
    assert asked(PLAN, "fox", 2, first, options=Options(temperature=1.0)).options.temperature == 1.0


def test_what_is_painted_from_other_words_or_in_another_view_is_not() -> None:
    first = asked(PLAN, "fox", 1)
    sitting = PLAN.with_cel(replace(FOX, attributes={"pose": "sitting"}))
    assert asked(sitting, "fox", 2, first).options == Options()
    assert asked(PLAN, "fox", 2, first, words="fox, flying").options == Options()
    place = asked(PLAN, BACKDROP, 1)
    other = next(one for seed in range(2, 20) if (one := asked(PLAN, BACKDROP, seed)).details != place.details)
    assert asked(PLAN, BACKDROP, other.seed, place).options == Options()


def test_a_part_of_it_is_painted_bolder_too() -> None:
    first = asked(PLAN, "fox", 1)
    lock = CodeLock.all_but(CodeGrid("figure", 2, 2, 1, (1, 2, 3, 4)), frozenset({(0, 0)}))
    assert asked(PLAN, "fox", 2, first, lock=lock).options.temperature == ANOTHER
