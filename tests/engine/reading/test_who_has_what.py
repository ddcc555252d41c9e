"""Titles, names behind a comma or in speech, lists of clothes, and what is put, thrown and remembered, on the shipped reader."""

from __future__ import annotations

import pytest

from storyapp.engine.reading.reader import Reader

from .stories import story


@pytest.mark.parametrize(
    ("scenes", "who"),
    [
        ("Captain Crumb had a parrot. > The captain slept.", "captain-crumb:pirate"),
        ("Doctor Amy waved. > The doctor slept.", "doctor-amy:woman"),
        ("Captain Crumb slept. > Tom met a captain. > The captain danced.", "captain:pirate"),
        ("Captain Crumb and Captain Sam waved. > The captain slept.", "captain:pirate"),
        ("Captain Crumb had a parrot. > The captain of the other ship waved.", "captain:pirate"),
        ("Tom ran with his dog, Rex.", "tom:boy rex:dog"),
        ("Mia had a dog, Pepper. > Pepper barked.", "pepper:dog"),
        ("Mia loved her rabbit, Clover, and her cat, Honey.", "mia:girl clover:rabbit honey:cat"),
        ("“Look at the bear, Tom!” said Mia.", "bear:bear mia:girl tom:boy"),
        ("Tom went to the park with his dog, Mia and Ben.", "ben:boy dog:dog mia:girl tom:boy"),
        ("Miss Lark read a book.", "miss-lark:woman"),
        ("Mr Drake slept.", "mr-drake:man"),
        ("Mr Fox ran away.", "mr-fox:fox"),
        ("A girl came in. “My name is Amina,” she said.", "amina:girl"),
        ("A boy waved. “Call me Finn,” he said.", "finn:boy"),
        ("Mia saw a bear. “I'm Bruno,” he said. > Bruno slept.", "bruno:bear"),
        ("Tom saw a girl. “I'm Tom,” he said.", "tom:boy girl:girl"),
    ],
)
def test_who_it_is(reader: Reader, scenes: str, who: str) -> None:
    found = {f"{cel.id}:{cel.concept}" for cel in story(reader, scenes).cels if cel.kind == "figure"}
    assert found == set(who.split())


@pytest.mark.parametrize(
    ("text", "accessory", "things"),
    [
        ("He pulled on his red mittens, his woolly hat and his boots, and ran out.", "hat", []),
        ("Mia put on her coat, hat and gloves.", "hat", []),
        ("Mia put her hat and her scarf on and ran out.", "hat", []),
        ("Mia wrapped her scarf round her neck.", "scarf", []),
        ("In her boots, Mia jumped over the puddle.", "boots", ["puddle"]),
        ("Tom put his hat on the table.", None, ["table", "woolly hat"]),
        ("Tom found a hat and a scarf.", None, ["scarf", "woolly hat"]),
        ("The pig pulled on the rope.", None, ["rope"]),
    ],
)
def test_a_list_of_clothes_is_put_on(reader: Reader, text: str, accessory: str | None, things: list[str]) -> None:
    plan = reader.read(text, ())
    (wearer,) = [cel for cel in plan.cels if cel.kind == "figure"]
    assert wearer.attributes.get("accessory") == accessory
    assert sorted(cel.concept for cel in plan.cels if cel.kind == "thing") == things


@pytest.mark.parametrize(
    ("text", "cel", "relation"),
    [
        ("Dad tied the boat on the car.", "sailboat", ("in", "car")),
        ("Mia painted a picture on the box.", "picture", ("on", "box")),
        ("Mia painted a picture in the boat.", "picture", None),
        ("Tom rode his bike in the car park.", "tom", ("on", "bicycle")),
        ("The girl pelted the boys with snowballs.", "snowball", ("held by", "girl")),
        ("Tom met a girl with a balloon.", "balloon", ("held by", "girl")),
        ("Mia threw an apple at the bottle.", "bottle", None),
        ("Presents lay on the table.", "gift", ("on", "table")),
    ],
)
def test_who_or_what_has_it(reader: Reader, text: str, cel: str, relation: tuple[str, str] | None) -> None:
    (found,) = [one.relation for one in reader.read(text, ()).cels if one.id == cel]
    assert (found and (found.kind, found.target)) == relation


@pytest.mark.parametrize(
    ("scenes", "colour"),
    [
        ("Mia had a yellow umbrella. > Mia went home. > Mia opened her umbrella.", "yellow"),
        ("Mia had a yellow umbrella. > Mia went home. > Mia saw an umbrella.", None),
        ("Tom had a red umbrella. > Mia had a blue umbrella. > They sat down. > Tom took the umbrella.", "blue"),
    ],
)
def test_a_colour_is_remembered(reader: Reader, scenes: str, colour: str | None) -> None:
    (umbrella,) = [cel for cel in story(reader, scenes).cels if cel.concept == "umbrella"]
    assert umbrella.attributes.get("colour") == colour


def test_presents_are_a_verb_where_somebody_does_it(reader: Reader) -> None:
    assert "gift" not in {cel.concept for cel in reader.read("The queen presents a crown to the knight.", ()).cels}


@pytest.mark.parametrize(
    ("scenes", "worn", "things"),
    [
        ("Ben wore a blue scarf. > The wind pulled at Ben's scarf.", {"ben": "scarf blue"}, []),
        ("The monkey pulled at the old king's crown.", {"king": "crown yellow"}, []),
        ("Mia held on to her hat.", {"mia": "hat red"}, []),
        ("Mia put on a green hat. > Her hat was too big.", {"mia": "hat green"}, []),
        ("Mia put on a green hat. > Mia put on her hat.", {"mia": "hat green"}, []),
        ("Ben's cape fluttered behind him.", {"ben": "cape red"}, []),
        ("Mia pulled at the hat.", {}, ["woolly hat"]),
        ("Ben's hat fell off.", {}, ["woolly hat"]),
        ("Ben saw Mia's scarf on a bush.", {}, ["bush", "scarf"]),
        ("The puppy tugged at the rope.", {}, ["rope"]),
    ],
)
def test_what_somebody_has_on_is_no_thing(reader: Reader, scenes: str, worn: dict[str, str], things: list[str]) -> None:
    plan = story(reader, scenes)
    looks = {
        cel.id: f"{cel.attributes['accessory']} {cel.attributes['accessory_colour']}"
        for cel in plan.cels
        if "accessory" in cel.attributes
    }
    assert looks == worn
    assert sorted(cel.concept for cel in plan.cels if cel.kind == "thing") == things


@pytest.mark.parametrize(
    ("text", "cel", "relation"),
    [
        ("Mia hugged the star. It was warm, like a bun from the oven.", "star", ("held by", "mia")),
        ("Mia hugged her teddy bear, and Ben laughed.", "teddy bear", ("held by", "mia")),
        ("Mia met Ben, who was sitting on a rock, reading a book.", "book", ("held by", "ben")),
        ("Mia hugged the tree.", "tree", None),
        ("Mia hugged Ben. The book was red.", "book", None),
    ],
)
def test_what_somebody_hugs_or_reads(reader: Reader, text: str, cel: str, relation: tuple[str, str] | None) -> None:
    found = reader.read(text, ()).cel(cel).relation
    assert (found and (found.kind, found.target)) == relation


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("Mia sat in the armchair, reading a book.", ["armchair"]),
        ("The fish saw the hook.", ["fish", "hook"]),
        ("The jellyfish saw a crab.", ["crab", "jellyfish"]),
        ("The rusty saw lay on the bench.", ["bench", "saw"]),
        ("The bath had a tower of bubbles.", ["bathtub", "bubbles"]),
        ("The tower stood there.", ["tower"]),
        ("It was warm, like a bun from the oven.", []),
    ],
)
def test_words_that_are_things_elsewhere(reader: Reader, text: str, things: list[str]) -> None:
    plan = reader.read(text, ())
    assert plan.setting != "kitchen"
    assert sorted(cel.concept for cel in plan.cels if cel.kind == "thing") == things


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("Tom paddled a canoe on the lake.", "tom in canoe"),
        ("Mia and Ben rowed the boat across the lake.", "ben in sailboat, mia in sailboat"),
        ("Mia flew her plane over the sea.", "mia in airplane"),
        ("The witch flew her broom.", "witch on broom"),
        ("Mia sailed her paper boat on the pond.", ""),
        ("Mia pushed the boat into the water.", ""),
        ("Mia and Ben walked in the rain. Each held an umbrella.", "umbrella held by mia, umbrella-2 held by ben"),
        ("Mia and Ben each held a balloon.", "balloon held by mia, balloon-2 held by ben"),
        ("Each painted egg lay in the basket.", "egg in basket"),
        ("The basket in the kitchen was full of eggs.", "egg in basket, egg-2 in basket"),
        ("The box on the table was full of eggs.", "box on table, egg in box, egg-2 in box"),
        ("The box on the table was red.", "box on table"),
        ("Tom saw the box behind the table.", "box behind table"),
    ],
)
def test_where_all_are(reader: Reader, text: str, relations: str) -> None:
    found = [
        f"{cel.id} {cel.relation.kind} {cel.relation.target}" for cel in reader.read(text, ()).cels if cel.relation
    ]
    assert ", ".join(sorted(found)) == relations


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Grandpa was drinking tea.", "cup"),
        ("Mia sipped her tea.", "cup"),
        ("Mum poured the tea.", "teapot"),
        ("Tom had a tea set.", "tea set"),
    ],
)
def test_what_one_drinks_is_in_a_cup(reader: Reader, text: str, thing: str) -> None:
    assert [cel.concept for cel in reader.read(text, ()).cels if cel.kind == "thing"] == [thing]


@pytest.mark.parametrize(
    "text",
    [
        "Tom held a kite, and a seagull came.",
        "Mia and Tom ate a bun under Gran's umbrella, and a seagull came to see.",
        "Mia carried a basket, and a robin sang in the tree.",
    ],
)
def test_what_does_something_itself_is_in_nobodys_hand(reader: Reader, text: str) -> None:
    held = [cel.concept for cel in reader.read(text, ()).cels if cel.relation and cel.relation.kind == "held by"]
    assert len(held) == 1 and held[0] not in ("seagull", "robin")


def test_whose_body_is_told_of_in_the_first_person_is_there(reader: Reader) -> None:
    for text in ("The dog jumped up and licked my nose.", "A butterfly landed on my head.", "My legs were tired."):
        assert "narrator" in {cel.id for cel in reader.read(text, ()).cels}
    for text in ("“My nose is cold,” said Tom.", "My brother ran into the garden.", "The cat slept on my bed."):
        assert "narrator" not in {cel.id for cel in reader.read(text, ()).cels}


def test_what_is_in_a_cup_is_in_the_hand_that_has_the_cup(reader: Reader) -> None:
    (cup,) = (cel for cel in reader.read("Tom sat on the bench with a mug of cocoa.", ()).cels if cel.concept == "cup")
    assert cup.relation is not None and cup.relation.kind == "held by"
