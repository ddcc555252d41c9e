"""Turns of speech, dishes, furniture and counts: what is meant, and what is told of it."""

from __future__ import annotations

import pytest

from storyapp.engine.reading.reader import Reader

from .plans import figures, things


@pytest.mark.parametrize(
    ("text", "poses"),
    [
        ("Leo had a sore throat.", []),
        ("She burst into tears.", []),
        ("Mr. Tumble made tea.", []),
        ("Time flew and Mia laughed.", []),
        ("Mum ran out of milk.", []),
        ("The robot landed on a planet.", []),
        ("Mia splashed water on Tom.", []),
        ("Mia splashed in the puddles.", ["jumping"]),
        ("Mia splashed in the sea.", ["swimming"]),
        ("Mia ran out of the house.", ["running"]),
        ("Mr. Hop hopped.", ["jumping"]),
        ("Tom slipped and landed in the mud.", ["falling"]),
        ("The girl shared a cake.", ["eating"]),
    ],
)
def test_a_turn_of_speech_is_no_pose(reader: Reader, text: str, poses: list[str]) -> None:
    found = [cel.attributes["pose"] for cel in reader.read(text, ()).cels if "pose" in cel.attributes]
    assert [pose for pose in found if pose not in ("standing", "holding")] == poses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They ate dates, lamb and rice.", ["meat", "rice"]),
        ("They ate roast duck.", ["chicken leg"]),
        ("We had roast chicken for dinner.", ["chicken leg"]),
        ("The fox ate the goose.", ["goose"]),
        ("Tom fed the lamb and the chicken.", ["chicken", "lamb"]),
        ("Tom had milk in his cup.", ["milk"]),
        ("He made a rabbit with his hands.", []),
        ("He made a snowman with his hands.", ["snowman"]),
        ("Tom sat on a recliner.", ["armchair"]),
        ("The baby slept in a bunk bed.", ["bed"]),
        ("The baby slept in a cot.", ["cradle"]),
        ("They found a treasure chest.", ["treasure chest"]),
        ("The boy had a sheet on his back.", []),
    ],
)
def test_what_is_seen(reader: Reader, text: str, expected: list[str]) -> None:
    assert things(reader.read(text, ())) == expected


@pytest.mark.parametrize(
    ("text", "drawn", "told"),
    [
        ("Tom saw eight lamps.", 6, ["eight lamps"]),
        ("Ten little mice ran.", 5, ["Ten little mice"]),
        ("Six children danced.", 5, ["Six children"]),
        ("Three lamps stood there.", 3, []),
        ("Four penguins danced.", 4, []),
        ("Many birds sang.", 4, []),
    ],
)
def test_a_count_that_is_cut_is_told(reader: Reader, text: str, drawn: int, told: list[str]) -> None:
    plan = reader.read(text, ())
    assert len(things(plan)) + len(figures(plan)) == drawn
    assert [one.words for one in plan.not_drawn] == told


def test_a_report_quotes_little(reader: Reader) -> None:
    plan = reader.read("There " + "was never anything at all " * 8 + "of it.", ())
    assert plan.not_drawn and all(len(one.reason) < 100 for one in plan.not_drawn)


@pytest.mark.parametrize(
    ("text", "setting", "time"),
    [
        ("The swing went so high that her toes tickled the clouds.", None, "day"),
        ("The bean grew right up into the sky.", None, "day"),
        ("The pears turned yellow and the plums turned red.", None, "day"),
        ("The sky turned red.", None, "sunset"),
        ("Tom and Mia made a great big castle with a moat.", None, "day"),
        ("The queen built a castle with four towers.", "castle", "day"),
        ("The old man sat in the bath with a book.", "bedroom", "day"),
    ],
)
def test_what_only_sounds_like_a_place_or_an_hour(reader: Reader, text: str, setting: str | None, time: str) -> None:
    plan = reader.read(text, ())
    assert (plan.setting, plan.time) == (setting, time)


def test_a_castle_built_at_play_is_one_of_sand(reader: Reader) -> None:
    assert things(reader.read("We built a castle with four towers.", ())) == ["sandcastle"]


def test_the_moon_has_no_bed(reader: Reader) -> None:
    assert things(reader.read("The pig danced until the moon went to bed.", ())) == []


def test_the_title_tells_who_an_apposed_name_is(reader: Reader) -> None:
    assert figures(reader.read("His neighbour, Mrs Pepper, waved.", ())) == ["woman"]
    assert figures(reader.read("Her friend, Mr Oak, waved.", ())) == ["man"]
    assert figures(reader.read("The teacher, Mr Oak, waved.", ())) == ["teacher"]


def test_parts_of_machines_are_no_men(reader: Reader) -> None:
    assert figures(reader.read("The house was full of clocks and cogs.", ())) == []
