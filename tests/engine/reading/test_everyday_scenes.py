"""What a child, a parent or a teacher types first: one short scene, often without capitals."""

from __future__ import annotations

import pytest

from storyapp.engine.reading.reader import Reader

from .plans import figures, things


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("lily rides her bike", ["girl"]),
        ("tom and mia play football in the garden", ["boy", "girl"]),
        ("my dog max runs in the park", ["dog"]),
        ("jack and jill went up the hill", ["boy", "girl"]),
        ("a robin sits on the fence", []),
        ("kitty drinks milk", ["cat"]),
        ("the tom cat sleeps on the sofa", ["cat"]),
        ("the rose petals fell on the grass", []),
        ("on may day the girl danced", ["girl"]),
        ("dawn came and the cock crowed", []),
        ("That night, Edda was sitting on the roof.", ["girl"]),
        ("In the evening, Rain fell on the town.", []),
        ("The children have a picnic under a big tree.", ["boy", "girl"]),
        ("The family have a dog.", ["dog", "girl", "man", "woman"]),
        ("Mum has a baby in her tummy.", ["woman"]),
        ("Mum has a baby in her arms.", ["baby", "woman"]),
    ],
)
def test_who_is_there(reader: Reader, text: str, who: list[str]) -> None:
    assert figures(reader.read(text, [])) == who


@pytest.mark.parametrize(
    ("text", "cel", "pose"),
    [
        ("a boy is flying a kite on a windy day", "boy", "holding"),
        ("A bird flies and the boy is waving.", "boy", "waving"),
        ("The hens lay eggs.", "hen", None),
        ("The hen is laying eggs in the nest.", "hen", None),
        ("The hen lay in the straw.", "hen", "sleeping"),
        ("Nina waters the flowers.", "nina", None),
        ("Nina swims in the water.", "nina", "swimming"),
    ],
)
def test_what_they_do(reader: Reader, text: str, cel: str, pose: str | None) -> None:
    found = {one.id: one.attributes.get("pose") for one in reader.read(text, []).cels}
    assert found[cel] == pose


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The pig rolls in the mud.", []),
        ("Dad bought rolls.", ["bread", "bread"]),
        ("Santa puts the presents under the tree.", ["christmas tree", "gift", "gift"]),
        ("The owl sat in the tree.", ["tree"]),
    ],
)
def test_what_is_there(reader: Reader, text: str, what: list[str]) -> None:
    assert things(reader.read(text, [])) == what


@pytest.mark.parametrize(
    ("text", "place", "time"),
    [
        ("The boy is flying his kite.", "hills", "day"),
        ("Dad waves from the car.", None, "day"),
        ("The waves crash on the rocks.", "beach", "day"),
        ("Santa puts the presents under the tree.", "living room", "day"),
        ("It's bedtime. Papa reads a story to Jonas.", "bedroom", "night"),
        ("Fireworks light up the sky over the city.", "street", "night"),
        ("On Christmas Eve the children sang.", None, "night"),
        ("Our class visits the fire station.", "street", "day"),
        ("Our class visited the farm.", "farm", "day"),
        ("On Christmas Eve morning the children sang.", None, "day"),
    ],
)
def test_where_and_when_it_is(reader: Reader, text: str, place: str | None, time: str) -> None:
    plan = reader.read(text, [])
    assert (plan.setting, plan.time) == (place, time)


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("we saw a elefant and a monky", ["elephant", "girl", "monkey"], []),
        ("a dinosor is eating a tree", [], ["dinosaur", "tree"]),
        ("“ribbit,” said the frog", ["frog"], []),
        ("the squirrel squawked and the gate creaked", ["squirrel"], ["gate"]),
        ("spiderman and elsa eat pizza", ["girl", "man"], ["pizza", "pizza"]),
        ("Our old dog Rex died. Sophie put flowers on his grave.", ["girl"], ["bouquet"]),
        ("The knight hit the dragon and the dragon died.", ["dragon", "knight"], []),
        ("Amina visits her grandparents.", ["girl", "grandfather", "grandmother"], []),
        ("A girl with red hair and glasses runs.", ["girl"], []),
        ("The boys play football on the field.", ["boy", "boy"], ["ball"]),
        ("Leo hugs his bear.", ["boy"], ["teddy bear"]),
        ("The clown and his bear dance.", ["bear", "man"], []),
        ("The bear hugs his mother.", ["bear"], []),
        ("a cat on a roof", ["cat"], ["house"]),
        ("Rain drummed on the roof.", [], []),
        ("The boy climbed onto the roof of the car.", ["boy"], ["car"]),
        ("Lucy ice skates on the lake.", ["girl"], []),
        ("Lucy has ice skates.", ["girl"], ["ice skate", "ice skate"]),
    ],
)
def test_who_and_what_is_there(reader: Reader, text: str, who: list[str], what: list[str]) -> None:
    plan = reader.read(text, [])
    assert (figures(plan), things(plan)) == (who, what)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The boys play football.", ["ball"]),
        ("Ella brings Grandpa flowers.", []),
    ],
)
def test_what_nobody_holds(reader: Reader, text: str, held: list[str]) -> None:
    cels = reader.read(text, []).cels
    assert [cel.concept for cel in cels if cel.kind == "thing" and cel.relation is None] == held


def test_santa_is_dressed_in_red(reader: Reader) -> None:
    [santa] = reader.read("Santa Claus laughs.", []).cels
    assert {"top_colour": "red", "bottom_colour": "red", "accessory": "hat"}.items() <= santa.attributes.items()
