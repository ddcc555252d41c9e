"""What words name since hens, cows, wells, bridges and teeth are drawn, on the shipped reader, in both directions."""

from __future__ import annotations

import pytest

from storyapp.engine.reading.reader import Reader


def _seen(reader: Reader, text: str) -> list[str]:
    return sorted(cel.concept for cel in reader.read(text, ()).cels)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She fell into the well.", ["girl", "wishing well"]),
        ("Beside it stood a tumbledown well.", ["wishing well"]),
        ("The boy felt well.", ["boy"]),
        ("He did a job well.", ["boy"]),
        ("The dog fetched the stick.", ["dog", "stick"]),
        ("Stick the picture on the letter.", ["letter", "picture"]),
        ("He took a rake from the box.", ["box", "boy", "rake"]),
        ("Tom and Grandpa rake the leaves.", ["boy", "grandfather", "leaf", "leaf"]),
        ("Tom's tooth wobbled.", ["boy"]),
        ("Mia put her tooth under her pillow.", ["girl", "pillow", "tooth"]),
        ("She brushed her hair with a brush.", ["girl", "hairbrush"]),
        ("The brush was wet.", ["paintbrush"]),
        ("The coach shouted.", ["man"]),
        ("The coach stopped.", ["carriage"]),
        ("Two houses stood on the hill.", ["house", "house"]),
        ("The houses were dark.", ["houses"]),
        ("The turtle's shell was green.", ["turtle"]),
        ("Mia found a shell.", ["girl", "shell"]),
        ("The cat sat on the wall.", ["cat", "stone wall"]),
        ("The picture hung on the wall.", ["picture"]),
        # animals that are figures
        ("Tom and Mia were feeding ducks.", ["boy", "duck", "duck", "girl"]),
        ("Mia read about wolves.", ["girl"]),
        ("The hedgehog's spines were prickly.", ["hedgehog"]),
    ],
)
def test_a_word_names_a_thing_only_where_it_is_one(reader: Reader, text: str, expected: list[str]) -> None:
    assert _seen(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "place", "thing"),
    [
        ("The troll sat on the bridge.", "river", "bridge"),
        ("The princess lived in a tower.", "castle", "tower"),
        ("They played in the sandpit.", "playground", "sandpit"),
        ("The frog sat by the pond.", "lake", None),  # which the lake is
        ("Mia and Tom played in the garden. They dug a pond.", "garden", "pond"),
        ("There was a village.", "street", None),
    ],
)
def test_a_place_may_be_a_thing_too(reader: Reader, text: str, place: str, thing: str | None) -> None:
    plan = reader.read(text, ())
    assert plan.setting in (place, None)
    assert [cel.concept for cel in plan.cels if cel.kind == "thing"] == ([thing] if thing else [])


def test_who_is_eaten_does_not_eat_and_a_toy_is_a_thing(reader: Reader) -> None:
    fox, duck = reader.read("The fox ate the duck.", ()).cels
    assert (fox.attributes["pose"], duck.attributes.get("pose")) == ("eating", None)
    assert "duck" in [cel.concept for cel in reader.read("Mia had a rubber duck.", ()).cels if cel.kind == "thing"]
    assert [cel.kind for cel in reader.read("A duck slept.", ()).cels] == ["figure"]


def test_a_black_sheep_is_dark(reader: Reader) -> None:
    (sheep,) = reader.read("A black sheep slept.", ()).cels
    assert sheep.attributes["skin"] == "3"
