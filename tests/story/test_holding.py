"""What is held goes along."""

from __future__ import annotations

from dataclasses import replace

import pytest

from storyapp.story.edits import place_cel
from storyapp.story.holding import carried
from storyapp.story.model import Illustration, Scene, Story
from storyapp.story.plan import Box, CelPlan, Placement, Relation, ScenePlan

FOX = Placement("fox", Box(0.2, 0.2, 0.4, 0.6), depth=0.8)
KITE = Placement("kite", Box(0.5, 0.3, 0.2, 0.2), depth=0.802)
TREE = Placement("tree", Box(0.7, 0.1, 0.3, 0.6), depth=0.7)
PLAN = ScenePlan(
    "beach",
    cels=(
        CelPlan("fox", "figure", "fox"),
        CelPlan("kite", "thing", "kite", relation=Relation("held by", "fox")),
        CelPlan("tree", "thing", "tree", relation=Relation("beside", "fox")),
    ),
)
PICTURE = Illustration("p", PLAN, (FOX, KITE, TREE), (), {}, "cartoon", 1, "")


def after(moved: Placement, picture: Illustration = PICTURE) -> dict[str, Placement]:
    return {one.cel: one for one in carried(picture, moved)}


def test_what_is_held_goes_along_and_what_is_beside_stays() -> None:
    found = after(replace(FOX, box=Box(0.3, 0.25, 0.4, 0.6), depth=0.85))
    assert found["kite"].box.x == pytest.approx(0.6)
    assert found["kite"].box.y == pytest.approx(0.35)
    assert found["kite"].depth == pytest.approx(0.852)
    assert found["tree"] == TREE


def test_it_grows_and_turns_with_its_holder() -> None:
    found = after(replace(FOX, box=Box(0.2, 0.2, 0.2, 0.3)))
    assert found["kite"].box.width == pytest.approx(0.1)
    turned = after(replace(FOX, mirrored=True))["kite"]
    assert turned.mirrored
    assert turned.box.x + turned.box.width / 2 == pytest.approx(2 * 0.4 - 0.6)
    back = after(FOX, replace(PICTURE, placements=tuple(after(replace(FOX, mirrored=True)).values())))["kite"]
    assert (back.box.x, back.mirrored) == (pytest.approx(KITE.box.x), False)


def test_a_locked_thing_stays_and_so_does_all_when_layers_change() -> None:
    locked = replace(PICTURE, placements=(FOX, replace(KITE, locked=True)))
    assert after(replace(FOX, box=Box(0, 0, 0.4, 0.6)), locked)["kite"].box == KITE.box
    assert after(replace(FOX, depth=0.9))["kite"] == KITE


def test_the_story_is_changed_the_same_way() -> None:
    story = Story("s", scenes=(Scene("a", illustrations=(PICTURE,), chosen="p"),))
    moved = replace(FOX, box=Box(0.3, 0.2, 0.4, 0.6))
    picture = place_cel(story, "a", moved).scene("a").illustration
    assert picture is not None and picture.placements == carried(PICTURE, moved)


def test_somebody_new_is_added() -> None:
    assert after(Placement("bear", Box(0, 0, 1, 1)))["bear"].cel == "bear"
