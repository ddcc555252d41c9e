"""Who deals with whom: they look at each other, carry each other, and give each other things."""

from __future__ import annotations

import pytest

from storyapp.engine.reading.reader import Reader
from storyapp.story.plan import CelPlan, ScenePlan, merge


def where(plan: ScenePlan) -> dict[str, str]:
    """How each cel stands to another: "on man"."""
    found = {}
    for cel in plan.cels:
        if cel.relation is not None:
            found[cel.id] = f"{cel.relation.kind} {cel.relation.target}"
    return found


def facings(plan: ScenePlan) -> list[str]:
    return [cel.attributes.get("facing", "front") for cel in plan.cels if cel.kind == "figure"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mum carried the baby through the garden.", {"baby": "held by woman"}),
        ("Mum carried the sleeping baby to the car.", {"baby": "held by woman"}),
        ("The boy carried his puppy home.", {"dog": "held by boy"}),
        ("Mum picked up the baby.", {"baby": "held by woman"}),
        ("The cat was carried home by Mia.", {"cat": "held by mia"}),
        ("The knight carried the princess in his arms.", {"princess": "held by knight"}),
        ("Dad carried Mia on his shoulders.", {"mia": "on man"}),
        ("Lily sat on her father's shoulders.", {"lily": "on man"}),
        ("Tilly sat on Grandma's lap.", {"tilly": "on grandma"}),
        ("Grandma sat on the sofa with Lily on her lap.", {"grandma": "on sofa", "lily": "on grandma"}),
        ("The mouse stood on the elephant's head.", {"mouse": "on elephant"}),
        ("Tom walked home with a box on his head.", {"box": "on tom"}),
        ("The pirate had a parrot on his shoulder.", {"parrot": "on pirate"}),
        ("The queen bee wore a crown.", {"crown": "on bee"}),
        # None of these.
        ("Dad held Tom's hand.", {}),
        ("Mum held Tom tight.", {}),
        ("Tom lay on his back in the grass.", {}),
        ("Mia wanted to carry the cat.", {}),
        ("Mia did not carry the baby.", {}),
        ("The boy carried Dad.", {}),
        ("The girl carried the baby's bottle.", {"bottle": "held by girl"}),
        ("Mum put her arms around Tom.", {}),
        ("Dad lifted Lily into the car.", {"lily": "in car"}),
    ],
)
def test_who_is_carried_and_on_whom(reader: Reader, text: str, expected: dict[str, str]) -> None:
    assert where(reader.read(text, ())) == expected


def test_one_with_somebody_on_the_lap_sits(reader: Reader) -> None:
    plan = reader.read("The cat slept on Mia's lap.", ())
    assert plan.cel("mia").attributes["pose"] == "sitting"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mia gave Tom an apple.", {"apple": "held by mia"}),
        ("Mia gave an apple to Tom.", {"apple": "held by mia"}),
        ("She handed her brother a cookie.", {"biscuit": "held by girl"}),
        ("The rabbit offered the bear a pear.", {"pear": "held by rabbit"}),
        ("Tom threw the ball to Mia.", {"ball": "held by tom"}),
        ("Tom was given a book.", {"book": "held by tom"}),
        ("Tom offered Mia a piece of cheese.", {"cheese": "held by tom"}),
        ("The monkey gave half of his banana to Tom.", {"banana": "held by monkey"}),
        ("Mum told Tom a story and passed him a biscuit.", {"biscuit": "held by woman"}),
        # None of these.
        ("Mum did not give Tom the cake.", {}),
        ("Grandpa showed Lily the castle.", {}),
    ],
)
def test_who_gives_something_has_it(reader: Reader, text: str, expected: dict[str, str]) -> None:
    assert where(reader.read(text, ())) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom and Mia held balloons.", ["held by tom", "held by mia"]),
        ("Tom, Mia and Ben ate apples.", ["held by tom", "held by mia", "held by ben"]),
        ("Tom and Mia each had a balloon.", ["held by tom", "held by mia"]),
        ("The children ate soup.", ["held by girl", "held by boy"]),
        ("The pirates waved their swords.", ["held by pirate", "held by pirate-2"]),
        ("Mama hung the lanterns in the tree.", ["on tree", "on tree"]),
        ("Tom put two books on the box.", ["on box", "on box"]),
        # One is one, and one who is alone has both.
        ("Tom and Mia ate an apple.", ["held by mia"]),
        ("Tom carried two buckets.", ["held by tom", "held by tom"]),
        ("The fox gave the rabbit three carrots.", ["held by fox", "held by fox"]),
    ],
)
def test_everyone_has_one_and_twins_are_together(reader: Reader, text: str, expected: list[str]) -> None:
    assert list(where(reader.read(text, ())).values()) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fox asked the rabbit.", ["right", "right"]),
        ("Mia gave Tom an apple.", ["right", "right"]),
        ("Mum and Tom were in the garden.", ["right", "right"]),
        ("Mum told Dad and Tom a joke.", ["right", "left", "right"]),
        ("Tom and Mia listened to Grandpa.", ["right", "right", "right"]),
        ("A hen talked to the farmer.", ["right", "right"]),
        ("The dog chased the cat.", ["right", "right"]),
        ("The cat ran away from the dog, and the dog ran.", ["left", "left"]),
        # None of these.
        ("Tom waved.", ["front"]),
        ('"I am hungry," said Tom.', ["front"]),
        ("Tom, Mia and Ben stood in the garden.", ["front", "front", "front"]),
        ("Tom and Mia sat on the sofa.", ["front", "front"]),
        ("Tom and Mia ate pizza.", ["front", "front"]),
        ("Mum carried the baby.", ["front", "front"]),
        ("Tom rode the horse.", ["front"]),
        ("Mia slept in her bed, and Mum waved.", ["front", "right"]),
    ],
)
def test_who_looks_to_the_side(reader: Reader, text: str, expected: list[str]) -> None:
    assert facings(reader.read(text, ())) == expected


def test_a_facing_that_was_chosen_by_hand_outlives_another_reading(reader: Reader) -> None:
    plan = reader.read("The fox asked the rabbit.", ())
    fox = plan.cel("fox")
    chosen = CelPlan("fox", "figure", "fox", attributes={"facing": "front"}, corrected=frozenset({"facing"}))
    again = merge(plan.with_cel(chosen), reader.read("The fox asked the rabbit again.", ()))
    assert fox.attributes["facing"] == "right" and again.cel("fox").attributes["facing"] == "front"
