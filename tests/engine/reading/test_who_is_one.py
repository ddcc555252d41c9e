"""Who is one under several words and who is two, what toys do, and whose a deed or a feeling is."""

from __future__ import annotations

import pytest

from storyapp.engine.reading.reader import Reader
from storyapp.story.plan import ScenePlan

from .plans import figures, things
from .stories import story


def _ids(plan: ScenePlan) -> set[str]:
    return {cel.id for cel in plan.cels if cel.kind == "figure"}


def _told(plan: ScenePlan, name: str) -> dict[str, str | None]:
    return {cel.id: cel.attributes.get(name) for cel in plan.cels if cel.kind == "figure"}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        # Granny by any word
        ("Granny ran the bath. Grandma sang a song. Nan laughed.", {"granny"}),
        ("Ella's granny came. > Nana gave Ella a cake.", {"granny", "ella"}),
        ("Grandpa slept. > Grandad woke up and waved.", {"grandpa"}),
        ("Granny Rose danced. > Grandma laughed.", {"granny-rose"}),
        ("Granny and Grandpa danced.", {"granny", "grandpa"}),
        ("Mum and Grandma danced.", {"woman", "grandma"}),
        ("Grandpa saw an old man. The old man laughed.", {"grandpa", "grandfather"}),
        # a title ends no sentence, nor does it begin a name in the next one
        ('"In you hop!" said Grandma. Ella giggled.', {"grandma", "ella"}),
        ("Tom waved to the captain. Jack danced.", {"tom", "captain", "jack"}),
        ("Dr. Miller laughed.", {"dr-miller"}),
        # two who share a name
        ("Mr and Mrs Brown walked in the garden.", {"mr-brown", "mrs-brown"}),
        ("Mr. and Mrs. Hill danced. > Mr Hill laughed.", {"mr-hill"}),
        ("Uncle and Aunt Green laughed.", {"uncle-green", "aunt-green"}),
        ("Mr and Mrs Fox danced. > Mr Fox slept.", {"mr-fox"}),
        ("Tom visited Mr and Mrs Brown's house.", {"tom"}),
        # with a title or without
        ("Nell was a pirate. > Captain Nell danced.", {"nell"}),
        ("Captain Nell danced. > Nell laughed.", {"captain-nell"}),
        ("Tom sat down. > Uncle Tom danced.", {"uncle-tom"}),
        # whom we have not, by the word and by the name
        ("They met a giant named Humphrey. > The giant lifted the rock.", {"giant-humphrey"}),
        ("Anna saw a mermaid. Her name was Marina. > Anna waved to the mermaid.", {"anna", "mermaid-marina"}),
        ("A mermaid called Marina sang. > A mermaid danced.", {"mermaid"}),
        # one with a trade, by the word for it
        ("A wizard called Merlin lived there. > The wizard danced.", {"wizard-merlin"}),
        ("A nurse named Kate came. Kate sat down. > The nurse laughed. Kate waved.", {"nurse-kate"}),
        ("Kate, a nurse, came. > The nurse laughed.", {"nurse-kate"}),
        ("A cook called Anna danced. > The cook laughed.", {"cook-anna"}),
        ("A wizard called Merlin lived there. > A wizard danced.", {"wizard"}),
        ("A wizard called Merlin lived there. > The other wizard danced.", {"wizard"}),
        ("An old sailor called Finn sat down. > The old sailor danced.", {"sailor-finn"}),
        ("The postman, Mr Hill, came. > The postman waved.", {"postman-mr-hill"}),
        ("The postman, Mia and Tom danced. > The postman waved.", {"postman"}),
        ("A king called Leo sat down. The baker danced. > The king waved to the baker.", {"king-leo", "baker"}),
        ("Her aunt Polly danced. > Polly laughed.", {"polly"}),
        # an animal by its trade
        ("A bear who was a baker sang. The baker laughed. > The bear danced. > The baker slept.", {"baker-bear"}),
        ("A fox was the teacher. > The teacher danced.", {"teacher-fox"}),
        ("A bear who was a baker sang. > A baker slept.", {"baker"}),
        # an animal by its kind
        ("A hen called Henrietta danced. > The little hen slept.", {"henrietta"}),
        ("A hen called Henrietta danced. > Another hen slept.", {"hen"}),
        ("Ellie the elephant ran to Doctor Owl. The wise old owl looked into her trunk.", {"ellie", "doctor-owl"}),
        ("A bear cried. > All the animals clapped, and Mia hugged the bear.", {"bear", "fox", "rabbit", "owl", "mia"}),
        ("Bruno the bear hugged the bear.", {"bruno", "bear"}),
        # the children of the story
        ("Tom and Anna dug. > Anna saw a mermaid called Marina. > The children ran home.", {"tom", "anna"}),
    ],
)
def test_who_has_several_names_is_one(reader: Reader, text: str, ids: set[str]) -> None:
    assert _ids(story(reader, text)) == ids


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Miss Patel, the teacher, knelt down. > Miss Patel read a story.", ["teacher"]),
        ("Captain Nell stood on the ship. The crew cheered.", ["pirate"] * 3),
        ("The mayor stood on the ship. The crew cheered.", ["man"] * 3),
    ],
)
def test_who_somebody_was_they_are(reader: Reader, text: str, kinds: list[str]) -> None:
    assert figures(story(reader, text)) == kinds


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("Ella hugged Teddy and smiled.", ["girl"], ["teddy bear"]),
        ("Ella fell asleep with Teddy in her arms.", ["girl"], ["teddy bear"]),
        ("Jim hugged his teddy. Teddy was wet.", ["boy"], ["teddy bear"]),
        ("Teddy ran home.", ["boy"], []),
        ("“Hello,” said Teddy.", ["boy"], []),
        ("Teddy ran home. > Mum hugged Teddy.", ["boy", "woman"], []),
        ("A boy called Teddy waved. > Mum hugged Teddy.", ["boy", "woman"], []),
        # a bird by its kind
        ("An eagle landed on the rock. The bird bowed its head.", [], ["eagle", "rock"]),
        ("A robin landed on the rock. Rosie fed the bird.", ["girl"], ["robin", "rock"]),
        ("An owl sat on a branch. The bird blinked.", ["owl"], []),
        ("An owl met an eagle. A bird sang.", ["owl"], ["bird", "eagle"]),
    ],
)
def test_teddy_is_a_toy_and_the_bird_is_the_eagle(reader: Reader, text: str, who: list[str], what: list[str]) -> None:
    plan = story(reader, text)
    assert (figures(plan), [one for one in things(plan) if one != "tree"]) == (who, what)


@pytest.mark.parametrize(
    ("text", "poses"),
    [
        ("When Granny peeped in, Ella pretended to be asleep.", {"granny": None, "ella": "sleeping"}),
        ("The queen hugged Mia, and the dragon blushed.", {"queen": "hugging", "mia": "hugging", "dragon": None}),
        ("Mum hugged Tom and Anna.", {"woman": "hugging", "tom": "hugging", "anna": "hugging"}),
        # a deed of one beats that of all
        ("Tom and Anna ran. Tom fell.", {"tom": "falling", "anna": "running"}),
        ("Tom and Mia read a book.", {"tom": "reading", "mia": "reading"}),
        ("Mum read Tom a story.", {"woman": "reading", "tom": None}),
        ("Tom and a parrot danced.", {"tom": "dancing"}),
        ("Marina gave Anna a pearl and danced.", {"marina": "dancing", "anna": None}),
        ("Tom and Anna looked out of the train and waved at Mum.", {"tom": "waving", "anna": "waving", "woman": None}),
    ],
)
def test_whose_a_deed_is(reader: Reader, text: str, poses: dict[str, str | None]) -> None:
    assert _told(story(reader, text), "pose") == poses


@pytest.mark.parametrize(
    ("text", "feelings"),
    [
        ("Mia was scared at first, but it was only a shadow, and soon she was laughing.", {"mia": "happy"}),
        ("Mia was scared at first, but then she threw the ball.", {"mia": None}),
        ("Mia was scared at first.", {"mia": "scared"}),
        ("Tom was sad, but when Mia came he smiled.", {"tom": "happy", "mia": None}),
        ("Tom was sad, but Mia was happy.", {"tom": "sad", "mia": "happy"}),
        ("Mum walked through the wood without fear.", {"woman": None}),
    ],
)
def test_a_later_feeling_shows(reader: Reader, text: str, feelings: dict[str, str | None]) -> None:
    assert _told(story(reader, text), "expression") == feelings


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Granny Badger watered her carrots. Granny smiled.", []),
        ("Granny Badger sat there. > Granny smiled at Mia.", ["girl"]),
        ("Granny sat there. > A badger came. Granny smiled.", ["grandmother"]),
    ],
)
def test_granny_is_granny_badger_where_there_is_one(reader: Reader, text: str, shown: list[str]) -> None:
    plan = story(reader, text)
    assert figures(plan) == shown
    assert "badger" in things(plan)


@pytest.mark.parametrize(
    ("text", "figures_there", "things_there"),
    [
        ("Rosie had a parrot called Coco. > Rosie hugged her parrot.", ["girl"], ["parrot"]),
        ("Rosie hugged her parrot. A parrot called Coco came.", ["girl"], ["parrot", "parrot"]),
    ],
)
def test_her_parrot_is_the_one_with_a_name(
    reader: Reader, text: str, figures_there: list[str], things_there: list[str]
) -> None:
    plan = story(reader, text)
    assert (figures(plan), things(plan)) == (figures_there, things_there)
