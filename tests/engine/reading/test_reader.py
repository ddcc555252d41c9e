"""The reader on its shipped weights: sentences that a child would write, and what must be seen in them."""

from __future__ import annotations

import pytest

from storyapp.engine.reading.reader import Reader
from storyapp.story.model import Character

from .plans import figures, things

PIP = Character("pip", "Pip", ("Little Pip",), concept="fox")
NORA = Character("nora", "Nora", concept="grandmother")


@pytest.mark.parametrize(
    ("text", "setting", "time", "weather"),
    [
        ("A bear slept in the forest.", "forest", "day", "clear"),
        ("The fox ran on the beach at night.", "beach", "night", "clear"),
        ("It was raining in the garden.", "garden", "day", "rain"),
        ("In the kitchen grandma baked bread.", "kitchen", "day", "clear"),
        ("Snow fell on the castle at sunset.", "castle", "sunset", "snow"),
        ("Two dogs sat on the sofa.", "living room", "day", "clear"),
        ("Rain fell over the hills.", "hills", "day", "rain"),
        ("When the rain stopped, a rainbow appeared over the mountains.", "mountains", "day", "clear"),
        ("Snow fell on the hills. The fox had never seen it.", "hills", "day", "snow"),
    ],
)
def test_place_time_and_weather(reader: Reader, text: str, setting: str, time: str, weather: str) -> None:
    plan = reader.read(text, ())
    assert (plan.setting, plan.time, plan.weather) == (setting, time, weather)


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("A fox and a bear ran.", ["bear", "fox"], []),
        ("Three mice danced on the beach.", ["mouse"] * 3, []),
        ("The knight had a red balloon.", ["knight"], ["balloon"]),
        ("Under a tree the cat and two kittens slept.", ["cat"] * 3, ["tree"]),
        ("The girl missed her mother.", ["girl"], []),
        ("She told him a story about a dragon.", ["girl"], []),
        ("Anna ran. She was happy.", ["girl"], []),
        ("Tom, a small bear, lived in the forest.", ["bear"], []),
        ("Once upon a time there lived a bear.", ["bear"], []),
        ("Once there was no bear.", [], []),
        ("Tom laughed.", ["boy"], []),
        ("There was once a little fox named Rusty.", ["fox"], []),
        ("Suddenly the wind blew over the beach.", [], []),
        ("It was a rainy Sunday, and the bear slept.", ["bear"], []),
        ("The boy gave his sister a flower.", ["boy", "girl"], ["tulip"]),
        ("A red hat lay on the chair.", [], ["chair", "woolly hat"]),
        ("“When I am big,” said the mouse, “I will have a ship and a parrot.”", ["mouse"], []),
        ('"A kite that flies away," she said, "always comes back."', ["girl"], []),
        ("The moon shone over the sea at night.", [], []),
        ("It was night in space, and the moon was near.", [], ["full moon"]),
    ],
)
def test_who_and_what_is_there(reader: Reader, text: str, who: list[str], what: list[str]) -> None:
    plan = reader.read(text, ())
    assert (figures(plan), things(plan)) == (who, what)


@pytest.mark.parametrize(
    ("text", "cel", "name", "value"),
    [
        ("The fox ran home.", "fox", "pose", "running"),
        ("The knight and the dragon danced.", "knight", "pose", "dancing"),
        ("The owl is flying over the hills.", "owl", "pose", "flying"),
        ("A very sad rabbit sat in the garden.", "rabbit", "expression", "sad"),
        ("The rabbit hid. It was scared.", "rabbit", "expression", "scared"),
    ],
)
def test_poses_and_feelings(reader: Reader, text: str, cel: str, name: str, value: str) -> None:
    assert reader.read(text, ()).cel(cel).attributes[name] == value


@pytest.mark.parametrize(
    ("text", "feeling"),
    [
        ("The mouse was not angry at all.", "calm"),
        ("The mouse was not happy.", "sad"),
        ("The mouse was no longer sad, but surprised.", "surprised"),
        ("The mouse was so surprised that she forgot to be afraid.", "surprised"),
        ("The mouse had never been so happy.", "happy"),
        ("The mouse could not help laughing.", "happy"),
    ],
)
def test_a_feeling_that_is_denied_is_not_drawn(reader: Reader, text: str, feeling: str) -> None:
    assert reader.read(text, ()).cel("mouse").attributes["expression"] == feeling


def test_two_who_are_named_in_one_word_do_the_same(reader: Reader) -> None:
    for text in ("Two rabbits slept in the garden.", "The children slept in the garden."):
        assert [cel.attributes["pose"] for cel in reader.read(text, ()).cels] == ["sleeping"] * 2


def test_names_stand_for_their_characters(reader: Reader) -> None:
    plan = reader.read("Nora hugged Little Pip in the kitchen.", (PIP, NORA))
    assert {cel.who for cel in plan.cels} == {"pip", "nora"}
    assert all(cel.attributes["pose"] == "hugging" for cel in plan.cels if cel.who == "nora")


@pytest.mark.parametrize(
    "name", ["Mary-Jane", "Fox-Smith", "Bär-Lin", "Pip!", "Dr. Who?", "Mr. Fox-Smith", "<h1>Pip</h1>", "Anna (the 2nd)"]
)
def test_a_name_is_found_whatever_stands_in_it(reader: Reader, name: str) -> None:
    cast = [Character("hero", name, concept="bear")]
    plan = reader.read(f"{name} ran in the garden. The fox slept.", cast)
    assert [(cel.concept, cel.who) for cel in plan.cels if cel.kind == "figure"] == [("bear", "hero"), ("fox", None)]


def test_a_possessive_is_not_presence(reader: Reader) -> None:
    assert "nora" not in {cel.who for cel in reader.read("Pip sat in Nora's kitchen.", (PIP, NORA)).cels}


def test_what_is_left_unsaid_carries_over(reader: Reader) -> None:
    before = reader.read("Pip ran on the beach at night.", (PIP,))
    after = reader.read("He jumped.", (PIP,), before)
    assert (after.setting, after.time) == ("beach", "night")
    assert [(cel.who, cel.attributes["pose"]) for cel in after.cels] == [("pip", "jumping")]


def test_a_first_scene_without_a_place_is_plain_paper(reader: Reader) -> None:
    assert reader.read("Pip jumped.", (PIP,)).setting is None


def test_what_is_held_is_held(reader: Reader) -> None:
    plan = reader.read("Pip was holding a lantern.", (PIP,))
    lantern = next(cel for cel in plan.cels if cel.concept == "lantern")
    assert lantern.relation is not None and lantern.relation.kind == "held by"
    assert plan.cel(lantern.relation.target).who == "pip"


def test_what_cannot_be_drawn_is_told_with_its_place(reader: Reader) -> None:
    text = "The fox sat on a rusty anvil."
    told = reader.read(text, ()).not_drawn
    assert [text[slice(*one.span)] for one in told] == ["anvil"]


def test_a_place_that_cannot_be_drawn_as_a_thing_is_told_too(reader: Reader) -> None:
    text = "In the lifeboat sat a monkey."
    told = reader.read(text, ()).not_drawn
    assert [text[slice(*one.span)] for one in told] == ["lifeboat"]


def test_spans_point_at_the_words(reader: Reader) -> None:
    text = "At night the fox ran through the forest."
    plan = reader.read(text, ())
    assert text[slice(*plan.cel("fox").spans[0])] == "fox"
    assert "forest" in text[slice(*plan.spans["setting"])]


@pytest.mark.parametrize(
    ("text", "accessory", "colour"),
    [
        ("The girl wore a red hat and a scarf.", "hat", "red"),
        ("The girl with the green scarf laughed.", "scarf", "green"),
        ("The girl put on her boots.", "boots", "red"),
        ("The girl in the hat laughed.", "hat", "red"),
    ],
)
def test_what_is_worn_is_no_thing_besides(reader: Reader, text: str, accessory: str, colour: str) -> None:
    plan = reader.read(text, ())
    looks = plan.cel("girl").attributes
    assert (looks["accessory"], looks["accessory_colour"]) == (accessory, colour)
    assert things(plan) == [] and looks.get("pose") != "holding"


def test_an_accessory_that_nobody_wears_and_that_is_no_thing_is_reported(reader: Reader) -> None:
    plan = reader.read("The woman washed an apron.", ())
    assert things(plan) == [] and [one.words for one in plan.not_drawn] == ["apron"]


@pytest.mark.parametrize(
    "text",
    [
        "Der kleine Fuchs lief in den Wald und suchte Pip.",
        "Le renard courait dans la forêt avec un cerf-volant pour Pip.",
    ],
)
def test_of_another_language_the_names_alone_are_read_and_that_is_said(reader: Reader, text: str) -> None:
    plan = reader.read(text, (PIP,))
    assert figures(plan) == ["fox"] and plan.cels[0].who == "pip" and things(plan) == []
    assert (plan.setting, [one.span for one in plan.not_drawn]) == (None, [(0, len(text))])
    assert "English and Chinese" in plan.not_drawn[0].reason


def test_who_is_called_by_kind_and_name_is_one(reader: Reader) -> None:
    assert [cel.id for cel in reader.read("There was once a fox called Pip.", (PIP,)).cels] == ["pip"]


def test_who_is_no_kind_of_ours_is_drawn_as_the_nearest_and_that_is_said(reader: Reader) -> None:
    plan = reader.read("The coyote ran through the forest.", ())
    assert (figures(plan), plan.cels[0].attributes["pose"]) == (["wolf"], "running")
    assert [one.reason for one in plan.not_drawn] == ["“coyote” is drawn as “wolf”."]


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("The queen danced.", "accessory", "crown"),
        ("The king wore a hat.", "accessory", "hat"),
        ("A thin cat sat on the wall.", "build", "0"),
        ("King Arthur danced.", "accessory", "crown"),
    ],
)
def test_what_somebody_looks_like_is_read(reader: Reader, text: str, name: str, value: str) -> None:
    assert reader.read(text, ()).cels[0].attributes[name] == value


def test_the_colour_of_an_animal_is_that_of_its_fur(reader: Reader) -> None:
    colours = ["white", "brown", "grey"]
    read = [reader.read(f"A {colour} rabbit ran.", ()).cels[0].attributes["skin"] for colour in colours]
    assert len(set(read)) == 3
    tones = reader.vocabulary.kind("rabbit").skin
    assert min(tones[int(read[0])][1:3], "e0") == "e0"  # much red in white


@pytest.mark.parametrize(
    ("text", "seat", "kind"),
    [
        ("The princess rode her horse to the market.", "horse", "on"),
        ("Grandpa drove his tractor through the field.", "tractor", "on"),
        ("The bear drove a car.", "car", "in"),
    ],
)
def test_who_rides_or_drives_sits_on_what_is_ridden(reader: Reader, text: str, seat: str, kind: str) -> None:
    relation = reader.read(text, ()).cels[0].relation
    assert relation is not None and (relation.kind, relation.target) == (kind, seat)


@pytest.mark.parametrize(
    ("text", "name", "never"),
    [
        ("The bear woke up early and looked out of the window.", "pose", "sleeping"),
        ("The mouse flew a kite on the beach.", "pose", "flying"),
        ("“Stop!” cried the bear.", "expression", "sad"),
        ("Grandma was baking a cake in the kitchen.", "pose", "eating"),
    ],
)
def test_what_a_word_seems_to_say(reader: Reader, text: str, name: str, never: str) -> None:
    assert reader.read(text, ()).cels[0].attributes.get(name) != never


def test_a_top_hat_that_is_worn_is_no_thing_besides(reader: Reader) -> None:
    plan = reader.read("A frog in a top hat sat down.", ())
    assert things(plan) == [] and plan.cels[0].attributes["accessory"] == "hat"


def test_a_family_is_people_but_one_of_geese_is_geese(reader: Reader) -> None:
    assert figures(reader.read("The family sat by the river.", ())) == ["girl", "man", "woman"]
    assert figures(reader.read("A family of geese swam on the lake.", ())) == []
    assert figures(reader.read("A family of ducks swam on the lake.", ())) == ["duck", "duck"]


def test_cold_hands_are_no_winter(reader: Reader) -> None:
    assert reader.read("Mia's hands were cold, and she drove a red car.", ()).weather == "clear"
    assert reader.read("The fox drove a red car.", ()).time == "day"
    assert reader.read("It was cold and snowy outside.", ()).weather == "snow"


def test_a_small_boat_is_a_boat(reader: Reader) -> None:
    assert things(reader.read("A small boat came into the harbour.", ())) == ["sailboat"]


def test_a_tower_of_sand_is_no_castle(reader: Reader) -> None:
    assert reader.read("The two brothers built a sandcastle with a tall tower.", ()).setting != "castle"


@pytest.mark.parametrize(
    ("text", "cel", "pose"),
    [
        ("The princess tiptoed past the sleeping dragon.", "dragon", "sleeping"),
        ("A dancing bear came to the market.", "bear", "dancing"),
    ],
)
def test_a_participle_tells_what_somebody_does(reader: Reader, text: str, cel: str, pose: str) -> None:
    assert reader.read(text, ()).cel(cel).attributes["pose"] == pose


@pytest.mark.parametrize(
    ("text", "who", "pose"),
    [
        ("The hen flapped, and away went the rabbits.", "rabbit", "walking"),
        ("The girl was reading, and beside her slept the cat.", "cat", "sleeping"),
        ("Up the winding stair came the boy.", "boy", "walking"),
        ("The girl was reading, and beside her slept the cat.", "girl", "reading"),
    ],
)
def test_who_is_named_behind_a_verb_does_it(reader: Reader, text: str, who: str, pose: str) -> None:
    found = reader.read(text, ())
    assert next(cel for cel in found.cels if cel.concept == who).attributes["pose"] == pose


def test_what_is_done_to_somebody_is_not_done_by_them(reader: Reader) -> None:
    found = reader.read("Gran stood the baby on the table.", ())
    assert next(cel for cel in found.cels if cel.concept == "grandmother").attributes["pose"] == "standing"


def test_who_was_only_an_owner_may_be_meant_by_a_pronoun(reader: Reader) -> None:
    text = "The robot's arms were gone. It stood in the street."
    assert figures(reader.read(text, ())) == ["robot"]
    beep = Character("b", "Beep", concept="robot")
    assert [one.who for one in reader.read(text, (beep,)).cels if one.kind == "figure"] == ["b"]
