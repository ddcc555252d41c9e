"""Groups of animals and people, names that tell who somebody is, and who is elsewhere."""

from __future__ import annotations

import pytest

from storyapp.engine.reading.reader import Reader

from .plans import figures, things
from .stories import story


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("All the animals of the farm danced.", ["cow", "hen", "pig", "sheep"]),
        ("All the forest animals came to help.", ["bear", "fox", "owl", "rabbit"]),
        ("A bear and a fox danced. > All the animals laughed.", ["bear", "fox", "owl", "rabbit"]),
        ("Mia loved animals.", ["girl"]),
        ("The whole class sat down.", ["boy", "girl", "girl"]),
        ("Five children danced.", ["boy", "boy", "girl", "girl", "girl"]),
        ("The children danced.", ["boy", "girl"]),
        ("The bear family sat down.", ["bear", "bear", "bear"]),
        ("The Smith family sat down.", ["girl", "man", "woman"]),
        ("Max the dog and Lucy the cat were friends.", ["cat", "dog"]),
        ("Mr Fox, the tailor, danced with Mrs Rabbit, a baker.", ["fox", "rabbit"]),
        ("Her cousins danced.", ["boy", "girl"]),
        # who they are is told right behind
        ("The children, a boy and a girl, danced.", ["boy", "girl"]),
        ("The family, a mother and two sons, sat down.", ["boy", "boy", "woman"]),
        ("The pets – a dog, a cat and a rabbit – slept.", ["cat", "dog", "rabbit"]),
        ("Three friends, a fox, a bear and an owl, danced.", ["bear", "fox", "owl"]),
        ("Mia met two animals, a fox and a bear.", ["bear", "fox", "girl"]),
        ("The children, a fox and a bear danced.", ["bear", "boy", "fox", "girl"]),
        ("Mia saw the children, a dog and a cat.", ["boy", "cat", "dog", "girl", "girl"]),
    ],
)
def test_words_for_several_bring_in_who_belongs_to_them(reader: Reader, text: str, who: list[str]) -> None:
    assert figures(story(reader, text)) == who


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Ida ran. > Mum danced. > Tom sat in the garden. Their cat slept.", {"tom", "cat"}),
        ("Ida and Tom ran. > Their cat slept.", {"ida", "tom", "cat"}),
        ("Ida and Tom ran. > An elf and a witch came. They laughed.", {"elf", "witch"}),
        ("Ida and Tom ran. > They laughed.", {"ida", "tom"}),
    ],
)
def test_they_are_rather_those_of_the_scene(reader: Reader, text: str, ids: set[str]) -> None:
    assert {cel.id for cel in story(reader, text).cels if cel.kind == "figure"} == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ('Tom ran to his big sister. "Hello, Freya!" he said. Freya laughed.', {"tom", "freya"}),
        ('Tilda had a big sister. > "Are you coming, Freya?" called Mum. Freya hugged Tilda.', {"tilda", "freya", "woman"}),
        ('Mia saw a girl. "Hello, Lily!" she said.', {"mia", "lily"}),
        # the one who speaks is another, and so is one who has a name
        ('Tom met a girl. "Look, Anna!" said the girl. Anna came.', {"tom", "girl", "anna"}),
        ('A girl sat down. "Come here, Lily!" she called. Lily came.', {"girl", "lily"}),
        ('Ida sat down. "Come here, Lily!" said Tom. Lily came.', {"ida", "tom", "lily"}),
    ],
)  # fmt: skip
def test_who_is_called_by_a_new_name_is_the_nameless_one(reader: Reader, text: str, ids: set[str]) -> None:
    assert {cel.id for cel in story(reader, text).cels if cel.kind == "figure"} == ids


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("A donkey stood there. His name was Mr Barnaby. > Mr Barnaby slept.", [], ["donkey"]),
        ("Ben's teddy, Captain Fluff, sat on the chair. > Captain Fluff fell.", [], ["teddy bear"]),
        ("His dog was called Captain Crumb. > Captain Crumb ran.", ["dog"], []),
        ("Our goat Daisy slept.", [], ["goat"]),
        ("A sea lion swam. > The sea lion slept.", [], ["seal"]),
        ("The emperor waved.", ["man"], []),
        ("Amy hugged her baby brother.", ["baby", "girl"], []),
    ],
)
def test_animals_and_toys_keep_their_kind_whatever_they_are_called(
    reader: Reader, text: str, who: list[str], what: list[str]
) -> None:
    plan = story(reader, text)
    assert figures(plan) == who
    assert things(plan) == what


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mum left. Ella was all alone in the house. She cried.", ["girl"]),
        ("Ella was alone. Then a fox came.", ["fox", "girl"]),
        ("The fox left the rabbit alone.", ["fox", "rabbit"]),
        ("Mum was not alone. Ella danced.", ["girl", "woman"]),
        ("When everybody had gone home, Ella sat down.", ["girl"]),
        ("Everybody had cake. Ella sat down.", ["girl", "man", "woman"]),
        ("Ella was nowhere to be seen. Tom cried.", ["boy"]),
        ("Dad was at work, so Mum took Ella to the zoo.", ["girl", "woman"]),
        ("Mia wrote a letter to her sister.", ["girl"]),
        ("Mum was expecting a baby.", ["woman"]),
        ("Dear Grandma, today a fox danced.", ["fox"]),
        ("Dear Mum and Dad, a bear sat here.", ["bear"]),
        ("Dear old Grandpa waved.", ["grandfather"]),
        ("Grandpa had died last winter. Tom sat down.", ["boy"]),
        ("Grandpa was dead tired.", ["grandfather"]),
        ("The bear told her cubs a story about a witch and a dragon.", ["bear", "bear", "bear"]),
    ],
)
def test_who_is_gone_is_not_drawn(reader: Reader, text: str, who: list[str]) -> None:
    assert figures(story(reader, text)) == who


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Ida, Tom and Mia sat down. > Ida ran. The others laughed.", {"ida", "tom", "mia"}),
        ("Ida, Tom and Mia sat down. > The others slept.", {"ida", "tom", "mia"}),
        ("Ida, Tom and Mia sat down. > Ida ran, but the others danced.", {"ida", "tom", "mia"}),
        ("Ida, Tom and Mia sat down. > Ida danced better than the others.", {"ida"}),
        ("Ida, Tom and Mia sat down. > Ida waved and the other children slept.", {"ida", "tom", "mia"}),
        # a relative by its own word
        ("Mum and Aunt sat down. > Aunt slept.", {"aunt"}),
        ("My uncle and Dad danced. > Dad slept. Uncle laughed.", {"man", "uncle"}),
        ("Aunt Polly danced. > My aunt slept. > Auntie laughed.", {"aunt-polly"}),
        # and an animal whatever its trade
        ("Mr Fox, the tailor, sat down. > The tailor danced.", {"tailor-mr-fox"}),
    ],
)
def test_who_else_is_meant(reader: Reader, text: str, ids: set[str]) -> None:
    assert {cel.id for cel in story(reader, text).cels if cel.kind == "figure"} == ids
