"""What is on the table, in the basket, in both hands; and doors and windows that belong to a house."""

from __future__ import annotations

import pytest

from storyapp.engine.reading.reader import Reader

from .plans import things


def where(reader: Reader, text: str) -> list[tuple[str, str, str]]:
    plan = reader.read(text, ())
    return [
        (cel.concept, cel.relation.kind, next(one.concept for one in plan.cels if one.id == cel.relation.target))
        for cel in plan.cels
        if cel.kind == "thing" and cel.relation is not None
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cake and the teapot were on the table.", [("cake", "on", "table"), ("teapot", "on", "table")]),
        ("On the tray she put a cup and an apple.", [("cup", "on", "tray"), ("apple", "on", "tray")]),
        ("A basket full of carrots stood in the garden.", [("carrot", "in", "basket")] * 2),
        ("He packed the box with a ball and a teddy bear.", [("ball", "in", "box"), ("teddy bear", "in", "box")]),
        (
            "She put a rose and a vase of tulips on the table.",
            [("rose", "on", "table"), ("vase", "on", "table"), ("tulip", "in", "vase"), ("tulip", "in", "vase")],
        ),
        ("An apple lay in a bowl on the table.", [("apple", "in", "bowl"), ("bowl", "on", "table")]),
        ("The rain stopped. Under the tree lay a ball.", [("ball", "beside", "tree")]),
        ("Tom ate a pear and the teapot stood on the table.", [("pear", "held by", "boy"), ("teapot", "on", "table")]),
        ("Mia found a key under a rock.", [("key", "held by", "girl")]),
        ("Tom looked into the box.", []),
        ("Tom carried a sack over his shoulder.", [("sack", "held by", "boy")]),
        (
            "Tom had a bag of sweets and a box.",
            [
                ("purse", "held by", "boy"),
                ("sweet", "in", "purse"),
                ("sweet", "in", "purse"),
                ("box", "held by", "boy"),
            ],
        ),
        ("The cake was good, and the cup stood on the table.", [("cup", "on", "table")]),
    ],
)
def test_all_that_is_told_to_be_there_is_there(reader: Reader, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert where(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She had a balloon in each hand.", ["balloon", "balloon"]),
        ("She had a balloon in her hand.", ["balloon"]),
        ("Five balloons flew over the beach.", ["balloon"] * 5),
        ("In the garden Mia opened the door.", []),
        ("In the bedroom Mia looked out of the window.", []),
        ("Mia sat in the living room and looked at the window.", []),
        ("Mia opened the red window in the kitchen.", ["window"]),
        ("In the garden lay an old window.", ["window"]),
        ("In the classroom the teacher pointed at the blackboard.", []),
        ("In the park the teacher pointed at the blackboard.", ["blackboard"]),
        ("The king sat on the throne in the throne room.", ["throne"]),
        ("In the garden stood a red door.", ["door"]),
        ("In the garden stood an old door.", ["door"]),
        ("Mia drank a glass of milk and ate a bowl of soup.", ["milk", "soup"]),
        ("A train of thought kept the boy awake.", []),
        ("The house on the hill had a door.", ["house"]),
        ("Nobody had told Tom the way home.", []),
        ("The mouse had a cosy home under the tree.", ["house", "tree"]),
    ],
)
def test_what_is_seen(reader: Reader, text: str, expected: list[str]) -> None:
    assert things(reader.read(text, ())) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mia had a pair of scissors and a glass of milk.", []),
        ("Mia had a knocker and a glass.", ["knocker", "glass"]),
        ("Ten balloons flew over the beach.", ["Ten balloons"]),
        ("Four balloons flew over the beach.", []),
    ],
)
def test_what_is_told_not_to_be_drawn(reader: Reader, text: str, told: list[str]) -> None:
    assert [one.words for one in reader.read(text, ()).not_drawn] == told
