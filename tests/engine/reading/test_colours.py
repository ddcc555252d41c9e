"""The colours of things: told before them or behind them, of several, and carried on; and what looks like a colour."""

from __future__ import annotations

import pytest

from storyapp.engine.reading.reader import Reader
from storyapp.story.plan import ScenePlan


def colours(plan: ScenePlan) -> list[tuple[str, str]]:
    """Things that have a colour, with it."""
    return [(cel.concept, cel.attributes["colour"]) for cel in plan.cels if "colour" in cel.attributes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A red balloon flew over the hill.", [("balloon", "red")]),
        ("The girl had a blue car.", [("car", "blue")]),
        ("She had a big, shiny, red balloon.", [("balloon", "red")]),
        ("A bright red toy car stood on the floor.", [("car", "red")]),
        ("A red-and-white umbrella stood in the corner.", [("umbrella", "red")]),
        ("An orange balloon lay on the grass.", [("balloon", "orange")]),
        ("A golden key and a silver bell lay there.", [("old key", "gold"), ("bell", "silver")]),
        ("She had a turquoise ball and a scarlet kite.", [("ball", "teal"), ("kite", "red")]),
        ("A yellow goose swam on the pond.", [("goose", "yellow")]),
        ("A red hat lay on the grass.", [("woolly hat", "red")]),
        ("The boat was green.", [("sailboat", "green")]),
        ("The car, which was bright red, stood there.", [("car", "red")]),
        ("The ball in the box was red.", [("ball", "red")]),
        ("Under the tree was a red ball.", [("ball", "red")]),
        ("The kite, red as a cherry, danced in the wind.", [("kite", "red")]),
        ("They painted the door red.", [("door", "red")]),
        ("The wizard turned the apple blue.", [("apple", "blue")]),
        ("A ring of gold lay in the box.", [("ring", "gold")]),
        ("Red and blue balloons flew in the sky.", [("balloon", "red"), ("balloon", "blue")]),
        ("Five pink and white balloons flew away.", [("balloon", "pink"), ("balloon", "white")][:2]),
        ("She bought red, yellow and blue balloons.", [("balloon", "red"), ("balloon", "yellow"), ("balloon", "blue")]),
        ("A red balloon and a blue balloon floated by.", [("balloon", "red"), ("balloon", "blue")]),
        ("Two balloons, one red and one green, flew up.", [("balloon", "red"), ("balloon", "green")]),
        ("A red balloon flew up. A blue balloon followed.", [("balloon", "red"), ("balloon", "blue")]),
        ("The little train was blue. The train went up the hill.", [("train", "blue")]),
    ],
)
def test_a_colour_belongs_to_its_thing(reader: Reader, text: str, expected: list[tuple[str, str]]) -> None:
    assert colours(reader.read(text, ())) == expected


@pytest.mark.parametrize(
    "text",
    [
        "An orange and a rose lay on the grass.",
        "The violet grew by the house.",
        "She drank orange juice.",
        "An orange tree grew in the garden.",
        "He drank a cup of black tea.",
        "Mr. Brown's car was fast.",
        "Red Riding Hood had a basket.",
        "The fox in red carried balloons.",
        "The girl in blue loved her kite.",
        "A girl in a red coat held a balloon.",
        "She wore a red hat and held a kite.",
        "The sky was red and a balloon flew away.",
        "She was red with anger and held a cup.",
        "The balloon was not red.",
        "A red squirrel ate a nut.",
        "The White House was far away and the car was old.",
        "A black cat sat on the sofa.",
        "The blue whale swam in the sea.",
    ],
)
def test_what_is_no_colour_of_a_thing(reader: Reader, text: str) -> None:
    assert colours(reader.read(text, ())) == []


def test_clothes_and_fur_keep_their_colours(reader: Reader) -> None:
    plan = reader.read("A white rabbit in a red coat held a blue balloon.", ())
    rabbit = next(cel for cel in plan.cels if cel.kind == "figure")
    assert (
        rabbit.attributes["top_colour"] == "red" and "skin" in rabbit.attributes and "colour" not in rabbit.attributes
    )
    assert colours(plan) == [("balloon", "blue")]


def test_a_thing_is_of_its_colour_in_the_next_scene_and_another_one_is_not(reader: Reader) -> None:
    before = reader.read("Mia had a red balloon.", ())
    assert colours(reader.read("The balloon flew over the sea.", (), before)) == [("balloon", "red")]
    assert colours(reader.read("Now the balloon was blue.", (), before)) == [("balloon", "blue")]
    assert colours(reader.read("She found a balloon by the sea.", (), before)) == []
    assert colours(reader.read("Two balloons flew over the sea.", (), before)) == []
    assert colours(reader.read("The kite flew over the sea.", (), before)) == []
    parrot = reader.read("His blue parrot Coco sat in the tree.", ())
    assert colours(reader.read("Coco flew to the boat.", (), parrot)) == [("parrot", "blue")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("小熊拿着一个红色的气球。", [("balloon", "red")]),
        ("天上飞着红气球和蓝气球。", [("balloon", "red"), ("balloon", "blue")]),
        ("一辆黄色的小汽车开过来。", [("car", "yellow")]),
        ("气球是粉红色的。", [("balloon", "pink")]),
        ("苹果变红了。", [("apple", "red")]),
        ("白马在草原上跑。", [("horse", "white")]),
        ("小女孩穿着红裙子，拿着金钥匙。", [("key", "gold")]),
        ("房子不是红色的。", []),
        ("小狗戴着金色的帽子，看着苹果。", []),
        ("金鱼在水里游。", []),
    ],
)
def test_colours_in_chinese(reader: Reader, text: str, expected: list[tuple[str, str]]) -> None:
    assert colours(reader.read(text, ())) == expected


def test_a_chinese_thing_keeps_its_colour(reader: Reader) -> None:
    before = reader.read("红色的气球飞了。", ())
    assert colours(reader.read("气球在河上飞。", (), before)) == [("balloon", "red")]
    assert colours(reader.read("河上有一个气球。", (), before)) == []
