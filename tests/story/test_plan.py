"""Plans of scenes: what another reading must not undo."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyapp.story.plan import COLOUR, OWN_WORDS, Box, CelPlan, Placement, Relation, ScenePlan, merge
from storyapp.story.replanning import colour_cel, with_words

NAMES = ("fox", "bear", "kite", "girl")


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_a_place_in_the_picture_is_finite(number: float) -> None:
    for make in (
        lambda: Box(0.0, number, 1.0, 1.0),
        lambda: Box(0.0, 0.0, number, 1.0),
        lambda: Placement("fox", Box(0, 0, 1, 1), depth=number),
        lambda: Placement("fox", Box(0, 0, 1, 1), waterline=number),
    ):
        with pytest.raises(ValueError, match="finite"):
            make()


def fox(**changes: object) -> CelPlan:
    return replace(CelPlan("fox", "figure", "fox", attributes={"pose": "standing"}), **changes)


@st.composite
def plans(draw: st.DrawFn) -> ScenePlan:
    ids = draw(st.lists(st.sampled_from(NAMES), unique=True))
    poses = st.sampled_from(("standing", "walking", "sitting"))
    cels = tuple(
        CelPlan(
            name,
            "figure",
            draw(st.sampled_from(NAMES)),
            attributes={"pose": draw(poses), "expression": draw(st.sampled_from(("happy", "sad")))},
            corrected=draw(st.frozensets(st.sampled_from(("pose", "expression", "concept", "relation")))),
            relation=draw(st.sampled_from((None, Relation("next to", "bear")))),
            added=draw(st.booleans()),
        )
        for name in ids
    )
    corrected = draw(st.frozensets(st.sampled_from(("setting", "time", "weather"))))
    removed = draw(st.frozensets(st.sampled_from(NAMES))) - frozenset(ids)
    setting, time = draw(st.sampled_from(("forest", "beach", None))), draw(st.sampled_from(("day", "night")))
    return ScenePlan(
        setting, time, draw(st.sampled_from(("clear", "snow"))), cels, corrected=corrected, removed=removed
    )


def test_a_plan_gives_replaces_and_adds_cels() -> None:
    plan = ScenePlan(cels=(fox(), CelPlan("kite", "thing", "kite")))
    assert plan.cel("kite").concept == "kite"
    with pytest.raises(KeyError):
        plan.cel("bear")
    changed = plan.with_cel(fox(concept="wolf"))
    assert [one.concept for one in changed.cels] == ["wolf", "kite"]
    assert [one.id for one in plan.with_cel(CelPlan("bear", "figure", "bear")).cels] == ["fox", "kite", "bear"]


def test_a_box_holds_its_upper_left_edge_only() -> None:
    box = Box(0.25, 0.5, 0.5, 0.25)
    assert box.bottom == 0.75
    assert box.contains(0.25, 0.5)
    assert not box.contains(0.75, 0.5)
    assert not box.contains(0.5, 0.75)


def test_a_reading_without_corrections_is_taken_as_it_is() -> None:
    old = ScenePlan("beach", "night", "snow", (fox(attributes={"pose": "walking"}),))
    new = ScenePlan("forest", "day", "clear", (fox(), CelPlan("kite", "thing", "kite")))
    assert merge(old, new) == new


def test_corrected_attributes_outlive_another_reading() -> None:
    old = ScenePlan(cels=(fox(attributes={"pose": "sitting", "expression": "sad"}, corrected=frozenset({"pose"})),))
    new = ScenePlan(cels=(fox(attributes={"pose": "walking", "expression": "happy"}, spans=((0, 3),)),))
    kept = merge(old, new).cel("fox")
    assert kept.attributes == {"pose": "sitting", "expression": "happy"}
    assert kept.corrected == {"pose"}
    assert kept.spans == ((0, 3),)


def test_an_attribute_taken_away_by_hand_stays_away() -> None:
    old = ScenePlan(cels=(fox(attributes={}, corrected=frozenset({"accessory"})),))
    new = ScenePlan(cels=(fox(attributes={"accessory": "hat", "pose": "walking"}),))
    assert merge(old, new).cel("fox").attributes == {"pose": "walking"}


def test_the_colour_of_a_thing_outlives_another_reading_and_so_does_none() -> None:
    red = CelPlan("kite", "thing", "kite", attributes={COLOUR: "red"})
    blue = colour_cel(ScenePlan(cels=(red,)), "kite", "blue")
    assert merge(blue, ScenePlan(cels=(red,))).cel("kite").attributes == {COLOUR: "blue"}
    plain = colour_cel(blue, "kite", "")
    assert merge(plain, ScenePlan(cels=(red,))).cel("kite").attributes == {}
    own = with_words(ScenePlan(cels=(red,)), "kite", "a box kite")
    assert colour_cel(own, "kite", "blue").cel("kite").attributes == {COLOUR: "blue", OWN_WORDS: "a box kite"}


def test_a_corrected_concept_and_relation_outlive_another_reading() -> None:
    corrected = frozenset({"concept", "relation"})
    old = ScenePlan(cels=(fox(concept="wolf", relation=None, corrected=corrected),))
    new = ScenePlan(cels=(fox(relation=Relation("on", "boat")),))
    assert merge(old, new).cel("fox").concept == "wolf"
    assert merge(old, new).cel("fox").relation is None


def test_what_was_removed_stays_away_and_what_was_added_stays() -> None:
    kite = CelPlan("kite", "thing", "kite", added=True)
    old = ScenePlan(cels=(fox(), CelPlan("bear", "figure", "bear"), kite)).without_cel("fox")
    merged = merge(old, ScenePlan(cels=(fox(),)))
    assert merged.cels == (kite,)
    assert [one.id for one in merge(merged, ScenePlan(cels=(fox(),))).cels] == ["kite"]


def test_a_corrected_place_time_and_weather_outlive_another_reading() -> None:
    old = ScenePlan(None, "night", "snow", corrected=frozenset({"setting", "time"}))
    merged = merge(old, ScenePlan("forest", "day", "rain"))
    assert (merged.setting, merged.time, merged.weather) == (None, "night", "rain")


@given(plans(), plans())
def test_everything_corrected_is_kept_by_any_reading(old: ScenePlan, new: ScenePlan) -> None:
    merged = merge(old, new)
    for name in old.corrected:
        assert getattr(merged, name) == getattr(old, name)
    ids = [one.id for one in merged.cels]
    assert len(set(ids)) == len(ids)
    assert not old.removed & set(ids)
    assert {one.id for one in old.cels if one.added} <= set(ids)
    for before in old.cels:
        after = next((one for one in merged.cels if one.id == before.id), before)
        for name in before.corrected:
            if name in ("concept", "relation"):
                assert getattr(after, name) == getattr(before, name)
            else:
                assert after.attributes.get(name) == before.attributes.get(name)


@given(plans(), plans())
def test_reading_the_same_words_twice_changes_nothing_more(old: ScenePlan, new: ScenePlan) -> None:
    once = merge(old, new)
    assert merge(once, new) == once
