"""Who takes a place at a table, up a ladder or in a bed, and what sizes are told."""

from __future__ import annotations

import pytest

from storyapp.engine.reading.reader import Reader
from storyapp.story.plan import SIZE

from .stories import story


@pytest.mark.parametrize(
    ("text", "who", "relation"),
    [
        ("Tom sat at the table.", "tom", ("behind", "table")),
        ("Tom put the cup on the table.", "tom", None),
        ("Tom ran to the table.", "tom", None),
        ("Tom climbed up the ladder.", "tom", ("on", "ladder")),
        ("Tom could not climb the ladder.", "tom", None),
        ("Mia slept in her bedroom.", "mia", ("in", "bed")),
        ("Mia slept on the floor of her bedroom.", "mia", None),
        ("In her bedroom Mia put the ball in a box. She went to bed and slept.", "mia", ("in", "bed")),
        ("Mia slept in the garden.", "mia", None),
        ("The elephant moved into the house.", "elephant", None),
    ],
)
def test_who_takes_which_place(reader: Reader, text: str, who: str, relation: tuple[str, str] | None) -> None:
    found = reader.read(text, ()).cel(who).relation
    assert (found and (found.kind, found.target)) == relation


@pytest.mark.parametrize(
    ("text", "concept", "size"),
    [
        ("A tiny mouse sat in the garden.", "mouse", "tiny"),
        ("A very small elephant ran.", "elephant", "tiny"),
        ("The bear was very big.", "bear", "huge"),
        ("The rocket was huge, and Mia looked at it.", "girl", None),
        ("My big sister ran in the garden.", "girl", None),
        ("The mouse ran to the huge bear.", "mouse", None),
        ("Tom carried a book as big as a house.", "book", "huge"),
    ],
)
def test_words_of_size(reader: Reader, text: str, concept: str, size: str | None) -> None:
    found = next(cel for cel in reader.read(text, ()).cels if cel.concept == concept)
    assert found.attributes.get(SIZE) == size


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("On the hill stood a tall ladder. Mia climbed up, and an owl flew beside her.", ["mia"]),
        ("There was a tree. Mia and Ben climbed to the top.", ["ben", "mia"]),
        ("Mia found a ladder. She climbed it and waved.", ["mia"]),
        ("Mia found a ladder. She could not climb it.", []),
        ("There was a ladder. Mia climbed up the hill.", []),
        ("There was a rope. Mia climbed up.", []),
    ],
)
def test_who_climbs_up_is_on_what_was_told_of_before(reader: Reader, text: str, on: list[str]) -> None:
    assert sorted(cel.id for cel in reader.read(text, ()).cels if cel.relation and cel.relation.kind == "on") == on


@pytest.mark.parametrize(
    ("text", "kites"),
    [
        ("Ben flew a kite on the hill.", ["ben"]),
        ("Mia and Ben flew kites.", ["ben", "mia"]),
        ("A kite flew over the hill.", []),
        ("Mia saw a kite.", []),
    ],
)
def test_who_flies_a_kite_has_it(reader: Reader, text: str, kites: list[str]) -> None:
    plan = reader.read(text, ())
    assert sorted(cel.relation.target for cel in plan.cels if cel.concept == "kite" and cel.relation) == kites


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("Far away, a ship sailed by.", "tiny"),
        ("They saw a ship on the horizon.", "tiny"),
        ("The ship sailed by.", None),
        ("Far away from home Mia saw a ball.", None),
    ],
)
def test_what_is_far_away_is_small(reader: Reader, text: str, size: str | None) -> None:
    (thing,) = [cel for cel in reader.read(text, ()).cels if cel.kind == "thing"]
    assert thing.attributes.get("size") == size


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("A bear and her cub slept. > The cub danced.", {"bear-cub": "small"}),
        (
            "A wolf had three cubs. > The cubs danced.",
            {"wolf-cub": "small", "wolf-cub-2": "small", "wolf-cub-3": "small"},
        ),
        ("Two fox cubs danced.", {"fox": "small", "fox-2": "small"}),
        ("A cub danced.", {"bear": "small"}),
        ("A cat and two kittens slept. > The kittens danced.", {"cat-2": "small", "cat-3": "small"}),
        ("A dog and a puppy danced. > The puppy slept. > The dog slept.", {"dog": None}),
        ("A kitten called Pepper sat down. > Pepper danced.", {"pepper": "small"}),
        ("Mama Bear and Baby Bear danced.", {"mama-bear": None, "baby-bear": "small"}),
        ("A baby elephant ran to its mother.", {"elephant": "small", "elephant-mother": None}),
        ("The mouse and her babies slept.", {"mouse": None, "mouse-baby": "small", "mouse-baby-2": "small"}),
        ("A big puppy and a tiny kitten slept.", {"dog": None, "cat": "tiny"}),
        ("The kid and the baby danced.", {"boy": None, "baby": None}),
        ("A giant named Bo sat down. > Bo danced.", {"giant-bo": "huge"}),
    ],
)
def test_the_young_of_animals_are_small(reader: Reader, text: str, sizes: dict[str, str | None]) -> None:
    figures = [cel for cel in story(reader, text).cels if cel.kind == "figure"]
    assert {cel.id: cel.attributes.get(SIZE) for cel in figures} == sizes
