"""What is on, in and by what; and where a scene is that only says so in passing."""

from __future__ import annotations

import pytest

from storyapp.engine.reading.reader import Reader
from storyapp.story.plan import ScenePlan

from .plans import things


def _where(plan: ScenePlan) -> list[tuple[str, str, str]]:
    """Concept, relation and the concept that it is to, of all cels that have one."""
    concepts = {cel.id: cel.concept for cel in plan.cels}
    return [(cel.concept, cel.relation.kind, concepts[cel.relation.target]) for cel in plan.cels if cel.relation]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mia carried a tray with a cake and a candle on it.", {("cake", "on", "tray"), ("candle", "on", "tray")}),
        ("The man brought a tray of cups.", {("cup", "on", "tray")}),
        ("The boy carried a plate of biscuits.", {("biscuit", "on", "plate"), ("plate", "held by", "boy")}),
        ("The girl carried apples in a basket.", {("apple", "in", "basket"), ("basket", "held by", "girl")}),
        ("The boy found a key in the box.", {("key", "held by", "boy")}),
        ("The boy picked apples and put them in his basket.", {("apple", "in", "basket"), ("basket", "held by", "boy")}),
        ("The girl took the doll out of the box and laid it in the cradle.", {("doll", "in", "cradle")}),
        ("The girl washed the cups in a tub.", {("cup", "in", "bathtub")}),
        ("The girl sat in a tub.", {("girl", "in", "bathtub")}),
        ("There was a table by the tree. On it lay a letter and a pen.", {("letter", "on", "table"), ("pen", "on", "table")}),
        ("The box was heavy. Inside was a ring.", {("ring", "in", "box")}),
        ("In the box there were no coins, only a map and a candle.", {("map", "in", "box"), ("candle", "in", "box")}),
        ("On the shelf in the hall there were a hammer and a bell.", {("hammer", "on", "bookcase"), ("bell", "on", "bookcase")}),
        ("Behind the box stood a drum, and a spider hung from the beam.", {("drum", "behind", "box")}),
        ("The girl held a cup of tea, and the basket stood in a puddle.", {("cup", "held by", "girl")}),
        ("The boy put a pot of soup on the stove.", {("soup", "on", "stove")}),
        ("The boy hid in the wardrobe.", {("wardrobe", "in front of", "boy")}),
        ("In the boat sat three ducks.", {("duck", "in", "sailboat")}),
        ("The girl stood on a ladder and called the boy.", {("girl", "on", "ladder")}),
        ("A leaf lay in the basket of her bicycle.", {("leaf", "in", "basket")}),
        ("The monkey sat on the trunk of the oak.", {("monkey", "on", "tree")}),
    ],
)  # fmt: skip
def test_how_things_stand_to_each_other(reader: Reader, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert expected <= set(_where(reader.read(text, ())))


@pytest.mark.parametrize(
    ("text", "untold"),
    [
        ("The box was heavy. Inside the tent lay a ring.", ("ring", "in", "box")),
        ("The boy looked under the bed, behind the curtain and in the box.", ("boy", "in", "box")),
        ("The bear was not on the swing.", ("bear", "on", "swing")),
        ("The woman milked the goat into a bucket.", ("woman", "in", "bucket")),
        ("The girl washed the cups in a tub.", ("girl", "in", "bathtub")),
        ("A leaf lay in the basket of her bicycle.", ("bicycle", "in", "basket")),
        ("The girl stood on a ladder and called the boy.", ("boy", "on", "ladder")),
        ("The girl held a cup, and the basket stood there.", ("basket", "held by", "girl")),
    ],
)
def test_who_and_what_is_not_there(reader: Reader, text: str, untold: tuple[str, str, str]) -> None:
    assert untold not in _where(reader.read(text, ()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three glasses stood on the table.", ["milk", "milk", "milk", "table"]),
        ("The man cleaned a pair of glasses.", ["glasses"]),
        ("The girl held a cup of tea.", ["cup"]),
        ("The girl filled the teapot.", ["teapot"]),
        ("The coat hung on a hook.", ["coat"]),
        ("The fish bit the hook.", ["fish", "hook"]),
        ("The ducks sat on the ice.", []),
        ("The penguin sat on the ice block.", ["ice block"]),
        ("Her red mitten was gone.", []),
        ("Her red coat was missing a button.", ["button", "coat"]),
        ("On the way home the fox sang.", []),
        ("The fox had a cosy home.", ["house"]),
        ("He weighed the plum on his old scales.", ["balance"]),
        ("The lamp stood on the chest of drawers.", ["cupboard", "lamp"]),
        ("The children sat by the fire in the living room.", ["fireplace"]),
        ("Deep in the forest they sat by the fire.", ["campfire"]),
        ("A wasp sat on the flowerpot.", ["bee", "potted plant"]),
    ],
)
def test_what_is_there(reader: Reader, text: str, expected: list[str]) -> None:
    assert things(reader.read(text, ())) == expected


@pytest.mark.parametrize(
    ("before", "text", "place"),
    [
        ("", "On the way home the girl met a snail.", "street"),
        ("", "On the way home the fox met a snail.", "hills"),
        ("", "The man was waiting at the gate.", "garden"),
        ("", "The king was waiting at the castle gate.", "castle"),
        ("The cat lay in the bedroom.", "On the windowsill the cat sat by a flowerpot.", "bedroom"),
        ("They were in the garden.", "The boy carried the tray up the stairs.", "bedroom"),
        ("The boy was in his bedroom.", "Gran called him to supper.", "kitchen"),
        ("The boy was in the forest.", "The bear called him to supper.", "forest"),
        ("The girl was in the classroom.", "She sat on the steps in the schoolyard.", "playground"),
        ("The girl lay in her bedroom.", "Outside the window the moon shone on the street.", "bedroom"),
        ("The girl lay in her bedroom.", "She climbed out of the window into the street.", "street"),
        ("They sat by the river.", "They spread the blanket.", "river"),
        ("The girl was in the living room.", "The house was dark and quiet.", "living room"),
    ],
)
def test_where_it_is(reader: Reader, before: str, text: str, place: str) -> None:
    earlier = reader.read(before, ()) if before else None
    assert reader.read(text, (), earlier).setting == place


def test_another_season_ends_the_rain(reader: Reader) -> None:
    before = reader.read("It rained in the garden.", ())
    assert reader.read("Now it was winter.", (), before).weather == "clear"
    assert reader.read("The girl waited.", (), before).weather == "rain"


def test_the_house_of_a_room_is_not_in_it(reader: Reader) -> None:
    before = reader.read("The girl was in the living room.", ())
    assert things(reader.read("The house was dark and quiet.", (), before)) == []
    assert things(reader.read("She built a house.", (), before)) == ["house"]
