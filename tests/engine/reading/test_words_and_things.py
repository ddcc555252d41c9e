"""Words and things: how many are meant, which of two nouns, verbs that look like nouns, idioms, and who has what."""

from __future__ import annotations

import pytest

from storyapp.engine.reading.reader import Reader
from storyapp.story.model import Character
from storyapp.story.plan import ScenePlan

from .plans import figures, things


def seen(plan: ScenePlan) -> list[str]:
    return figures(plan) + things(plan)


def told(plan: ScenePlan, concept: str) -> tuple[str, str] | None:
    """How the first cel of a concept stands to another."""
    relation = next(cel for cel in plan.cels if cel.concept == concept).relation
    return (relation.kind, plan.cel(relation.target).concept) if relation else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At six o'clock the dog barked.", ["dog"]),
        ("After two weeks the fox came home.", ["fox"]),
        ("The dog ate three and the pig ate five.", ["dog", "pig"]),
        ("One of the dogs barked.", ["dog"]),
        ("Both the fox and the bear danced.", ["bear", "fox"]),
        ("Five very small mice danced.", ["mouse"] * 5),
        ("Two of his old dogs ran away.", ["dog"] * 2),
        ("The 3 bears slept.", ["bear"] * 3),
        ("Three hungry bears walked in the forest.", ["bear"] * 3),
        ("Some bears danced.", ["bear"] * 2),
        ("Lots of mice danced.", ["mouse"] * 4),
        ("Ten swans and three geese swam on the lake.", ["goose"] * 3 + ["swan"] * 5),
        ("There were apples on the chair.", ["apple", "apple", "chair"]),
        ("A pair of glasses lay on the chair.", ["chair", "glasses"]),
        ("Two snowmen stood there.", ["snowman"] * 2),
        ("The firemen came.", ["man"] * 2),
        ("Carmen danced.", ["girl"]),
        ("The girl carried flowers.", ["girl", "bouquet"]),
    ],
)
def test_as_many_are_seen_as_are_told(reader: Reader, text: str, expected: list[str]) -> None:
    assert seen(reader.read(text, ())) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The boy does not like the dog.", ["boy", "dog"]),
        ("Two does ran through the forest.", ["deer", "deer"]),
        ("The girl rings the bell.", ["girl", "bell"]),
        ("The prince dresses.", ["boy"]),
        ("The rooster crows on the farm.", ["chicken"]),
        ("The boy trains hard.", ["boy"]),
        ("The dragon guards the treasure.", ["dragon", "treasure"]),
        ("The dogs guard the house.", ["dog", "dog", "house"]),
        ("The boy bears a lantern.", ["boy", "lantern"]),
        ("The children plant a tree.", ["boy", "girl", "tree"]),
        ("Two rings lay on the chair.", ["chair", "ring", "ring"]),
        ("The toy trains stood there.", ["toy train", "toy train"]),
        ("The princess dresses lay on the chair.", ["chair", "dress", "dress"]),
        ("The boy likes trains.", ["boy", "train", "train"]),
        ("The pirate bear laughed.", ["bear"]),
        ("Bears danced.", ["bear", "bear"]),
        ("The man saws wood.", ["man", "wood"]),
    ],
)
def test_a_verb_is_no_thing(reader: Reader, text: str, expected: list[str]) -> None:
    assert seen(reader.read(text, ())) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The farmer milked the cow.", ["cow", "man"]),
        ("The man is baking a cake.", ["man", "cake"]),
        ("The boy stayed in bed.", ["boy", "bed"]),
        ("The girl sat at the piano.", ["girl", "piano"]),
        ("Mum was reading a book.", ["woman"]),
        ("The rocket landed on the moon.", ["rocket"]),
        ("The bear slept like a log.", ["bear"]),
        ("The children sat under the stars.", ["boy", "girl"]),
    ],
)
def test_what_a_phrase_names_besides_its_meaning_is_there(reader: Reader, text: str, expected: list[str]) -> None:
    assert seen(reader.read(text, ())) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A baby elephant played.", ["elephant"]),
        ("A mother duck swam on the lake.", ["duck"]),
        ("The duck mother swam on the lake.", ["duck"]),
        ("The blue whale mother sang.", ["blue whale"]),
        ("A giant bear danced.", ["bear"]),
        ("The giant slept.", ["man"]),
        ("The fairy godmother laughed.", ["fairy"]),
        ("A giant pumpkin grew there.", ["pumpkin"]),
        ("The baby dropped the spoon.", ["baby", "spoon"]),
        ("The monkey king laughed.", ["monkey"]),
        ("The pig farmer laughed.", ["man"]),
        ("The wolf pups ran.", ["wolf", "wolf"]),
        ("A tiger cub played.", ["tiger"]),
        ("The witch hat lay on the chair.", ["chair", "woolly hat"]),
        ("The boy in the lion costume laughed.", ["lion"]),
        ("There was a dinosaur skeleton in the hall.", ["dinosaur"]),
        ("The baby laughed and the bear danced.", ["baby", "bear"]),
        ("The king gave the boy cake.", ["boy", "man", "cake"]),
        ("Mum gave the girl flowers.", ["girl", "woman", "bouquet"]),
        ("A girl in a red hood walked.", ["girl"]),
        ("The girl with blonde hair laughed.", ["girl"]),
    ],
)
def test_of_two_nouns_side_by_side_one_is_meant(reader: Reader, text: str, expected: list[str]) -> None:
    assert seen(reader.read(text, ())) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The girl's face was red as fire.", ["girl"]),
        ("The dragon breathed fire.", ["dragon"]),
        ("It was raining cats and dogs.", []),
        ("The girl had butterflies in her tummy.", ["girl"]),
        ("Mum was busy as a bee.", ["woman"]),
        ("The cat from next door came in.", ["cat"]),
        ("Mum was at the wheel of the bus.", ["woman", "bus"]),
        ("The boy had a wheel.", ["boy", "wheel"]),
        ("The dog jumped over the mole hills.", ["dog"]),
        ("The boy climbed up the trunk.", ["boy", "tree"]),
        ("The boy opened the trunk.", ["boy", "suitcase"]),
        ("At last the fire was out, and the girl laughed.", ["girl"]),
        ("The fire was out of control, and the girl ran.", ["girl", "campfire"]),
        ("The man gave the boy a bear hug.", ["boy", "man"]),
        ("The pirate with the wooden leg laughed.", ["pirate"]),
        ("The frogs' pond was cold.", []),
        ("‘I like dogs’ said the girl.", ["girl"]),
        ("The girl laughed as the bear danced.", ["bear", "girl"]),
        ("The boy was happy as the cat came in.", ["boy", "cat"]),
        ("A frog sat in the bucket.", ["frog", "bucket"]),
        ("The girl ate a piece of cake.", ["girl", "cake"]),
        ("The boy did not want to eat his broccoli.", ["boy", "broccoli"]),
        ("The bear did not want to share the cake.", ["bear", "cake"]),
        ("The girl did not want to see the doctor.", ["girl"]),
        ("The boy did not want a dog.", ["boy"]),
    ],
)
def test_what_is_only_a_turn_of_speech_is_not_seen(reader: Reader, text: str, expected: list[str]) -> None:
    assert seen(reader.read(text, ())) == expected


@pytest.mark.parametrize(
    ("text", "thing", "relation"),
    [
        ("The pirate had a sword.", "sword", ("held by", "pirate")),
        ("The fairy waved her wand.", "magic wand", ("held by", "fairy")),
        ("The boy found a key in the box.", "key", ("held by", "boy")),
        ("Mum says that I mustn't run with scissors.", "scissors", None),
        ("The boy had eaten an apple.", "apple", None),
        ("The girl saw a house that had a lamp.", "lamp", None),
        ("The girl looked at the balloon.", "balloon", None),
        ("The dog sat in front of the house.", "house", ("behind", "dog")),
        ("The bear sat next to the tree.", "tree", ("beside", "bear")),
        ("The apple is in the basket.", "apple", ("in", "basket")),
        ("There was a cup on the box.", "cup", ("on", "box")),
        ("The house stood behind the tree.", "house", ("behind", "tree")),
        ("The girl poured tea into the cup.", "teapot", ("in", "cup")),
        ("The cat and the dog watched the fish in the bowl.", "fish", ("in", "bowl")),
        ("The girl with the ball sat on the chair.", "ball", ("held by", "girl")),
        ("The knight fought the dragon with a sword.", "sword", ("held by", "knight")),
        ("The knight fought and the girl with a sword laughed.", "sword", ("held by", "girl")),
    ],
)
def test_how_a_thing_stands_to_others(reader: Reader, text: str, thing: str, relation: tuple[str, str] | None) -> None:
    assert told(reader.read(text, ()), thing) == relation


@pytest.mark.parametrize(
    ("text", "who", "relation"),
    [
        ("A cat lay on top of the box.", "cat", ("on", "box")),
        ("The girl with the ball sat on the chair.", "girl", ("on", "chair")),
        ("The mouse sat in the cup.", "mouse", ("in", "cup")),
        ("Mum put the baby in the bed.", "baby", ("in", "bed")),
        ("The girl poured tea into the cup.", "girl", None),
        ("The boy put it in the basket.", "boy", None),
        ("The cat watched the goldfish in the bowl.", "cat", None),
        ("The boy put the apple in the basket.", "boy", None),
    ],
)
def test_who_is_on_or_in_a_thing(reader: Reader, text: str, who: str, relation: tuple[str, str] | None) -> None:
    assert told(reader.read(text, ()), who) == relation


@pytest.mark.parametrize(
    ("text", "attribute", "expected"),
    [
        ("The bear and the fox came. Both laughed.", "expression", {"bear": "happy", "fox": "happy"}),
        ("The bear and the fox met. The two of them sat by the river.", "pose", {"bear": "sitting", "fox": "sitting"}),
        ("All three tired bears slept.", "pose", {"bear": "sleeping"}),
        ("The bear came. Both cats slept.", "pose", {"cat": "sleeping", "bear": "walking"}),
    ],
)
def test_what_all_of_them_do(reader: Reader, text: str, attribute: str, expected: dict[str, str]) -> None:
    plan = reader.read(text, ())
    assert {cel.concept: cel.attributes[attribute] for cel in plan.cels} == expected


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("Pip ran. All three danced.", {"pip", "nora", "bo"}),
        ("The three of them slept in one bed.", {"pip", "nora", "bo"}),
        ("Pip and Nora ran. Both laughed.", {"pip", "nora"}),
        ("Pip ran. Three mice danced.", {"pip"}),
    ],
)
def test_all_three_are_the_three_of_the_story(reader: Reader, text: str, there: set[str]) -> None:
    cast = [
        Character(name.lower(), name, concept=kind)
        for name, kind in (("Pip", "fox"), ("Nora", "rabbit"), ("Bo", "bear"))
    ]
    assert {cel.who for cel in reader.read(text, cast).cels if cel.who} == there
