"""Records of a story as JSON, and back again."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyapp.story.codes import CodeGrid
from storyapp.story.model import Character, Illustration, Scene, Story, Style, Variant
from storyapp.story.plan import Box, CelPlan, NotDrawn, Placement, Relation, ScenePlan
from storyapp.story.request import Options
from storyapp.story.serialise import record_from_json, record_to_json

GRID = CodeGrid("thing", 1, 2, 2, (0, 1, 2, 65_535), tuple(range(8)))
VARIANT = Variant("v", "fox", "fox, standing", "cartoon", 7, GRID, "model", 8, 2.5, 0.5, b"\x89PNG\x00")
CEL = CelPlan(
    "fox",
    "figure",
    "fox",
    "c",
    {"pose": "sitting"},
    Relation("on", "boat"),
    ((0, 3), (9, 12)),
    frozenset({"concept", "pose"}),
    True,
)
PLAN = ScenePlan(
    "forest",
    "night",
    "snow",
    (CEL, CelPlan("boat", "thing", "boat")),
    (NotDrawn("dragon", (4, 9), "not in the vocabulary"),),
    (0, 20),
    {"setting": (13, 19)},
    frozenset({"time"}),
    frozenset({"bear"}),
)
PLACEMENT = Placement("fox", Box(-0.1, 0.5, 0.25, 0.25), 1.5, True, True, True, 0.75, "boat", True)
PICTURE = Illustration("i", PLAN, (PLACEMENT,), (VARIANT,), {"fox": "v"}, "cartoon", 7, "abc", True)
CHARACTER = Character(
    "c", "Pip", ("the fox",), "a fox", "fox", {"hair": "red"}, (VARIANT,), "v", True, 1.5, True, ("w",)
)
SCENE = Scene("s", "One", "Pip ran.", "", "ink", (PICTURE,), "i", ("c",), "t", (0, 8))
STORY = Story("b", "Kite", "Ada", "zh", "ink", (SCENE, Scene("t", cast=())), (CHARACTER,), {"page": "square"})
STYLE = Style("ink", "Ink", "pen and wash", "ink", 0.25, "paper", "#fffaf0", 0.5, "cutout")
RECORDS = [
    VARIANT,
    replace(VARIANT, codes=None, drawing=None),
    CEL,
    PLAN,
    ScenePlan(),
    PLACEMENT,
    Placement("fox", Box(0, 0, 1, 1)),
    PICTURE,
    CHARACTER,
    Character("d", "明明"),
    SCENE,
    Scene("e"),
    STORY,
    STYLE,
    Options(),
]

texts = st.text(max_size=8)
floats = st.floats(allow_nan=False)
finite = st.floats(allow_nan=False, allow_infinity=False)
spans = st.tuples(st.integers(0, 99), st.integers(0, 99))
cels = st.builds(
    CelPlan,
    texts,
    texts,
    texts,
    st.none() | texts,
    st.dictionaries(texts, texts, max_size=2),
    st.none() | st.builds(Relation, texts, texts),
    st.lists(spans, max_size=2).map(tuple),
    st.frozensets(texts, max_size=2),
    st.booleans(),
)
plans = st.builds(
    ScenePlan,
    st.none() | texts,
    texts,
    texts,
    st.lists(cels, max_size=2).map(tuple),
    st.lists(st.builds(NotDrawn, texts, spans, texts), max_size=2).map(tuple),
    st.none() | spans,
    st.dictionaries(texts, spans, max_size=2),
    st.frozensets(texts, max_size=2),
    st.frozensets(texts, max_size=2),
)
boxes = st.builds(Box, finite, finite, finite, finite)
placements = st.builds(Placement, texts, boxes, finite, waterline=st.none() | finite, inside=st.none() | texts)
variants = st.builds(
    Variant,
    texts,
    texts,
    texts,
    texts,
    st.integers(),
    st.none() | st.just(GRID),
    temperature=floats,
    drawing=st.none() | st.binary(max_size=8),
)
values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | floats | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)


def through_text(data: object) -> Any:
    return json.loads(json.dumps(data))


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_every_record_survives_being_written_as_text(record: object) -> None:
    again = record_from_json(type(record), through_text(record_to_json(record)))
    assert again == record
    assert type(again) is type(record)


@given(plans)
def test_any_plan_survives(plan: ScenePlan) -> None:
    assert record_from_json(ScenePlan, through_text(record_to_json(plan))) == plan


@given(placements)
def test_any_placement_survives(placement: Placement) -> None:
    assert record_from_json(Placement, through_text(record_to_json(placement))) == placement


@given(variants)
def test_any_variant_survives(variant: Variant) -> None:
    assert record_from_json(Variant, through_text(record_to_json(variant))) == variant


def test_what_is_read_has_the_declared_types() -> None:
    again = record_from_json(Illustration, through_text(record_to_json(PICTURE)))
    (cel, _) = again.plan.cels
    assert cel.spans == ((0, 3), (9, 12)) and isinstance(cel.spans[0], tuple)
    assert isinstance(cel.corrected, frozenset)
    assert isinstance(
        record_from_json(Placement, {"cel": "fox", "box": dict.fromkeys(("x", "y", "width", "height"), 1)}).box.x, float
    )


def test_numbers_of_array_libraries_become_plain_ones() -> None:
    variant = replace(VARIANT, seed=np.int64(7), guidance=np.float32(2.5))
    assert record_from_json(Variant, through_text(record_to_json(variant))) == VARIANT


def test_fields_that_older_data_lacks_get_their_defaults() -> None:
    assert record_from_json(Placement, {"cel": "fox", "box": {"x": 0, "y": 0, "width": 1, "height": 1}}) == Placement(
        "fox", Box(0.0, 0.0, 1.0, 1.0)
    )
    assert record_from_json(Character, {"id": "c", "name": "Pip"}) == Character("c", "Pip")
    assert record_from_json(ScenePlan, {}) == ScenePlan()


def test_nothing_and_nobody_in_the_cast_are_two_things() -> None:
    for cast in (None, ()):
        assert record_from_json(Scene, through_text(record_to_json(Scene("s", cast=cast)))).cast == cast


@pytest.mark.parametrize(
    ("kind", "data", "message"),
    [
        (Character, None, r"Character: dict was expected, not nothing"),
        (Character, [], r"Character: dict was expected, not list"),
        (Character, {"id": "c"}, r"Character: field 'name' is missing"),
        (Character, {"id": "c", "name": "Pip", "nam": 1}, r"Character: unknown field 'nam'"),
        (Character, {"id": "c", "name": 3}, r"Character\.name: str was expected, not int"),
        (Character, {"id": "c", "name": "Pip", "aliases": "fox"}, r"Character\.aliases: list was expected"),
        (Character, {"id": "c", "name": "Pip", "aliases": ["a", 2]}, r"Character\.aliases\[1\]: str"),
        (Character, {"id": "c", "name": "Pip", "looks": {"hair": 1}}, r"Character\.looks\.hair: str"),
        (Character, {"id": "c", "name": "Pip", "strength": True}, r"Character\.strength: a number"),
        (Character, {"id": "c", "name": "Pip", "strength": "1"}, r"Character\.strength: a number"),
        (Character, {"id": "c", "name": "Pip", "strength": 10**400}, r"Character\.strength: "),
        (Character, {"id": "c", "name": "Pip", "locked": 1}, r"Character\.locked: bool was expected, not int"),
        (Scene, {"id": "s", "moment": [1]}, r"Scene\.moment: 2 items were expected, not 1"),
        (Scene, {"id": "s", "moment": [1, True]}, r"Scene\.moment\[1\]: a whole number"),
        (Scene, {"id": "s", "moment": [1, 2.0]}, r"Scene\.moment\[1\]: int was expected, not float"),
        (ScenePlan, {"cels": [{"id": "a", "kind": "figure"}]}, r"ScenePlan\.cels\[0\]: field 'concept' is missing"),
        (ScenePlan, {"corrected": [["time"]]}, r"ScenePlan\.corrected: str"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(kind: type, data: object, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        record_from_json(kind, data)


@pytest.mark.parametrize("codes", ["", "????", "ü", "U0NHMQ==", 3, record_to_json(VARIANT)["codes"][:-4]])
def test_damaged_codes_are_refused_with_their_place(codes: object) -> None:
    with pytest.raises(ValueError, match=r"Variant\.codes: "):
        record_from_json(Variant, {**record_to_json(VARIANT), "codes": codes})


def test_what_is_no_record_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="not a record"):
        record_to_json({"id": "c"})
    with pytest.raises(ValueError, match="cannot hold"):
        record_to_json(Scene("s", text=object()))


@settings(max_examples=200)
@given(st.sampled_from((Character, Illustration, ScenePlan, Placement, Variant, Story)), values)
def test_any_json_is_a_record_or_a_value_error(kind: type, data: object) -> None:
    try:
        record = record_from_json(kind, data)
    except ValueError:
        return
    assert record_from_json(kind, record_to_json(record)) == record


@given(st.data(), values)
def test_any_field_that_is_damaged_is_a_value_error_or_fits(data: st.DataObject, value: object) -> None:
    written = record_to_json(PICTURE)
    field = data.draw(st.sampled_from(sorted(written)))
    try:
        read = record_from_json(Illustration, {**written, field: value})
    except ValueError as error:
        assert f"Illustration.{field}" in str(error)
        return
    assert record_to_json(read)["id"] == (value if field == "id" else "i")


def test_a_field_that_only_older_files_have_is_left_out() -> None:
    pip = Character("c", "Pip")
    assert record_from_json(Character, {**record_to_json(pip), "mirrors": False}) == pip
    assert "mirrors" not in record_to_json(pip)
