"""Scores of the reader: what counts as right, missed and made up."""

from __future__ import annotations

from typing import Any

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.plan import CelPlan, NotDrawn, ScenePlan
from storyapp.training.metrics import accuracy
from storyapp.training.reader_scores import _Tally, before, f1, in_the_world, score_scene

ROW: dict[str, Any] = {
    "text": "Tom sat on a stool by the stove with two cats.",
    "cast": {"Tom": "boy"},
    "figures": [{"kinds": ["boy"], "name": "Tom", "poses": ["sitting"]}, {"kinds": ["cat"], "many": True}],
    "things": [["stool", "chair"]],
    "may": ["kettle"],
    "not_drawn": ["stove"],
    "setting": ["kitchen"],
}


def scored(plan: ScenePlan, row: dict[str, Any] = ROW) -> dict[str, Any]:
    tally = _Tally()
    score_scene(row, plan, tally)
    return tally.values()


def figure(name: str, concept: str, who: str | None = None, **attributes: str) -> CelPlan:
    return CelPlan(name, "figure", concept, who, attributes)


def test_a_right_plan_is_right_in_all() -> None:
    cels = (
        figure("tom", "boy", "tom", pose="sitting"),
        figure("cat", "cat"),
        figure("cat-2", "cat"),
        CelPlan("chair", "thing", "chair"),
        CelPlan("kettle", "thing", "kettle"),
    )
    plan = ScenePlan("kitchen", cels=cels, not_drawn=(NotDrawn("stove", (0, 1), ""),))
    found = scored(plan)
    assert found["who"]["f1"] == found["what"]["f1"] == 1
    for name in ("setting", "pose", "outside things reported", "reports that are right", "time left unsaid"):
        assert found[name]["accuracy"] == 1, name


def test_what_is_missed_and_made_up_counts() -> None:
    plan = ScenePlan(
        "beach", time="night", cels=(figure("fox", "fox", pose="running"), CelPlan("kite", "thing", "kite"))
    )
    found = scored(plan)
    assert found["who"]["recall"] == found["who"]["precision"] == 0
    assert found["what"]["recall"] == found["what"]["precision"] == 0
    for name in ("setting", "pose", "outside things reported", "time left unsaid"):
        assert found[name]["accuracy"] == 0, name


def test_an_unsaid_pose_is_standing_and_an_unlabelled_weather_is_not_scored() -> None:
    row = {**ROW, "figures": [{"kinds": ["boy"], "poses": ["standing", "sitting"]}]}
    found = scored(ScenePlan(cels=(figure("tom", "boy", "tom"),)), row)
    assert found["pose"]["accuracy"] == 1
    assert "weather" not in found
    assert scored(ScenePlan(weather="rain"), {**ROW, "weather": ["rain"]})["weather"]["accuracy"] == 1


def test_those_of_the_scene_before_are_its_figures() -> None:
    plan = before({"previous": ["Tom", "bear"], "cast": {"Tom": "boy"}})
    assert plan is not None and [(cel.concept, cel.who) for cel in plan.cels] == [("boy", "tom"), ("bear", None)]
    assert before({"cast": {}}) is None


def test_shares_have_intervals_and_f1_is_the_harmonic_mean() -> None:
    assert accuracy([True, True, False, False])["accuracy"] == 0.5
    low, high = accuracy([True] * 9 + [False])["interval"]
    assert low < 0.9 < high
    assert f1(2, 0, 2) == {"f1": 0.667, "precision": 0.5, "recall": 1.0, "count": 2}
    assert f1(0, 0, 0)["f1"] == 0


def test_what_can_be_drawn_by_now_is_a_thing_and_not_outside(vocabulary: Vocabulary) -> None:
    row = {"things": [["cup"]], "not_drawn": ["kitchen table", "anvil"], "figures": [], "may": []}
    now = in_the_world(row, vocabulary)
    assert now["things"] == [["cup"], ["table"]] and now["not_drawn"] == ["anvil"]
