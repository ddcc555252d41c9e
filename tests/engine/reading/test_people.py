"""Who is there, who is the same one, and whom a pronoun means."""

from __future__ import annotations

import pytest

from storyapp.engine.reading.names.narrator import is_spoken
from storyapp.engine.reading.reader import Reader
from storyapp.story.model import Character

from .plans import figures
from .stories import story

MIA, TOM, MUM = (Character(n.lower(), n, concept=k) for n, k in (("Mia", "girl"), ("Tom", "boy"), ("Mum", "woman")))
PIP, BO, JO = (Character(n.lower(), n, concept=k) for n, k in (("Pip", "fox"), ("Bo", "bear"), ("Jo", "pirate")))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The king thanked the baker.", ["man"] * 2),
        ("The prince talked to the boy.", ["boy"] * 2),
        ("The hare raced the bunny.", ["rabbit"] * 2),
        ("The wolf met a jackal.", ["wolf"] * 2),
        ("The wolf met a fox.", ["fox", "wolf"]),
        ("A tall man and a short man danced.", ["man"] * 2),
        ("The first pig laughed. The second pig cried.", ["pig"] * 2),
        ("The little bear slept. The big bear danced. The little bear laughed.", ["bear"] * 2),
        ("A bear met another bear. The bears danced.", ["bear"] * 2),
        ("Two bears sat down. One bear sang and the other bear danced.", ["bear"] * 2),
        ("Three pigs danced. The third pig cried.", ["pig"] * 3),
        ("The three bears danced.", ["bear"] * 3),
        ("A girl sat down. Another girl came. The girls played.", ["girl"] * 2),
        (
            "There was an old king who had three sons. The eldest son was proud. He called his sons.",
            ["boy"] * 2 + ["man"],
        ),
        # one and the same
        ("The king was sad. The man cried.", ["man"]),
        ("The kitten fell down. The cat cried.", ["cat"]),
        ("The bear ran, and the poor bear fell.", ["bear"]),
        ("The bear laughed. Then the old bear sat down.", ["bear"]),
        ("Mum laughed. The mother danced.", ["woman"]),
        ("A king, a tall man, danced.", ["man"]),
        ("The king laughed. The king danced.", ["man"]),
    ],
)
def test_two_of_a_kind_are_two_and_one_named_twice_is_one(reader: Reader, text: str, who: list[str]) -> None:
    assert figures(reader.read(text, ())) == who


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Pip met another fox.", {"pip", "fox"}),
        ("Pip met a wolf.", {"pip", "wolf"}),
        ("Jo danced with the pirate.", {"jo", "pirate"}),
        ("The fox danced.", {"pip"}),
        ("Pip jumped so high that the little fox fell.", {"pip"}),
        ("Pip, a little fox, danced.", {"pip"}),
        ("Jo fell, and the pirate laughed.", {"jo"}),
    ],
)
def test_a_kind_means_one_of_the_cast_or_somebody_else(reader: Reader, text: str, ids: set[str]) -> None:
    assert {cel.id for cel in reader.read(text, (PIP, BO, JO)).cels} == ids


def test_kings_and_bakers_have_ids_of_their_own(reader: Reader) -> None:
    assert [cel.id for cel in story(reader, "The king and the baker danced. > The baker slept.").cels] == ["baker"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Theo was the fastest runner.", ["boy"]),
        ("Lily is a good swimmer.", ["girl"]),
        ("Tom was a very small mouse. He ran.", ["mouse"]),
        ("The bus driver was a fox in a blue cap.", ["fox"]),
        ("Nora is my best friend.", ["girl"]),
        ("Mia and Tom are best friends.", ["boy", "girl"]),
        ("Max and Emma were brother and sister.", ["boy", "girl"]),
        ("Nora dressed up as a witch.", ["witch"]),
        ("Nora pretended to be a lion.", ["girl"]),
        ("Ben dreamed that he was a knight.", ["boy"]),
        # another one
        ("Next to the fox was a bear.", ["bear", "fox"]),
        ("The girl was with a bear.", ["bear", "girl"]),
        ("The fox heard a noise. It was a dragon!", ["dragon", "fox"]),
        ("The cat was chasing the dog.", ["cat", "dog"]),
        ("The girl played with a lion.", ["girl", "lion"]),
        ("At the carnival Tom was a pirate.", ["boy"]),
        ("On Monday the fox was a bear.", ["fox"]),
        ("Beside Mr Brown was a bear.", ["bear", "man"]),
        ("With the king and queen was a boy.", ["boy", "man", "woman"]),
        ("Behind the shaggy old bear was a fox.", ["bear", "fox"]),
        ("On Halloween Lena was a ghost and her brother was a vampire.", ["boy", "girl"]),
    ],
)
def test_what_somebody_is_makes_nobody_new(reader: Reader, text: str, who: list[str]) -> None:
    assert figures(reader.read(text, ())) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The fox snuggled up to his mother. The mother smiled.", ["fox"] * 2),
        ("The bear and his son walked.", ["bear"] * 2),
        ("The rabbit hugged her brother.", ["rabbit"] * 2),
        ("The girl danced with her mother.", ["girl", "woman"]),
        ("The fox saw the girl and her mother.", ["fox", "girl", "woman"]),
        ("His friend the bear danced.", ["bear"]),
        ("Tom's father is a fireman.", ["man"]),
        ("The fox's mother danced.", ["fox"]),
        ("The pig and his wife danced.", ["pig"] * 2),
    ],
)
def test_relatives_of_animals_are_animals(reader: Reader, text: str, who: list[str]) -> None:
    assert figures(reader.read(text, ())) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A bee sat on Bruno's nose.", ["boy"]),
        ("The cat sat on the girl's lap.", ["cat", "girl"]),
        ("The doctor listened to Bear's chest.", ["bear", "man"]),
        ("The girl's eyes were blue.", ["girl"]),
        ("It was Lotta's birthday. She was happy.", ["girl"]),
        ("Nobody came to Pig's party. He sat on a chair.", ["pig"]),
        ("The cat slept in the girl's bed.", ["cat"]),
        ("The bear dreamt of the girl's hair.", ["bear"]),
        ("Olaf sat in a ship with a dragon's head.", ["boy"]),
        ("It was Monday's news. It was dull.", []),
    ],
)
def test_owners_are_there_by_their_bodies_or_a_pronoun(reader: Reader, text: str, who: list[str]) -> None:
    assert figures(reader.read(text, ())) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Tom fell down. > Jo hugged him.", {"jo", "tom"}),
        ("Mia was cold. > Bo gave her his scarf.", {"bo", "mia"}),
        ("Mia was sad. > Mum holds her hand.", {"mum", "mia"}),
        ("Mia was sad. > Mum brushed her hair.", {"mum"}),
        ("Mia was sad. > Mum looked behind her.", {"mum"}),
        ("Mia was sad. > Mum took the hat with her.", {"mum"}),
        ("Tom fell and Jo hugged him.", {"jo", "tom"}),
        ("Pip and Bo sat down. > Both laughed.", {"pip", "bo"}),
        ("Pip and Bo sat down. > Both girls laughed.", {"girl", "girl-2"}),
        ("Jo had lost her map. She sat down.", {"jo"}),
        ("Jo fell down. Then he laughed.", {"jo"}),
        ("Mia danced with Bo. > She laughed.", {"mia"}),
        ("Mia danced with Bo. > He laughed.", {"bo"}),
        ("Mia danced with Bo. > He hid and she laughed.", {"bo", "mia"}),
        ("Pip barked. He danced. > He and Bo sat down.", {"pip", "bo"}),
        ("Pip and Tom sat down. > Jo kissed him.", {"jo", "tom"}),
        ("Mia and Tom sat down. > The children laughed.", {"mia", "tom"}),
        ("Mia and Tom sat down. > Other children laughed.", {"girl", "boy"}),
        ("Mia and Bo sat down. > The children laughed.", {"girl", "boy"}),
        ("Mia and Bo sat down. > Everybody laughed.", {"mia", "bo"}),
        ("Mia, Bo and Pip sat down. > The three friends laughed.", {"mia", "bo", "pip"}),
        ("Mia, Tom and Pip sat down. > The two friends laughed.", {"mia", "tom"}),
        ("Mia sat down. > Her friends laughed.", {"mia", "girl", "boy"}),
        ("Mia and Tom danced, and everybody laughed.", {"mia", "tom", "woman", "man"}),
    ],
)
def test_whom_a_pronoun_means(reader: Reader, text: str, who: set[str]) -> None:
    plan = story(reader, text, (MIA, TOM, MUM, PIP, BO, JO))
    assert {cel.id for cel in plan.cels if cel.kind == "figure"} == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Pip danced. > He waved at her.", {"pip", "mia"}),
        ("Pip danced. > She showed him her room.", {"pip", "mia"}),
        ("Pip danced. > She laughed.", {"pip"}),
        ("Pip danced. > They laughed.", {"pip", "mia"}),
        ("Pip danced. > He thought of her.", {"pip"}),
        ("Pip danced. > He waited for them.", {"pip"}),
        ("Pip danced. > He said they were late.", {"pip"}),
        ("Pip and Bo danced. > They laughed.", {"pip", "bo"}),
    ],
)
def test_the_only_girl_of_the_cast_is_meant_beside_an_animal(reader: Reader, text: str, who: set[str]) -> None:
    cast = (MIA, PIP, BO) if "Bo" in text else (MIA, PIP)
    assert {cel.id for cel in story(reader, text, cast).cels} == who


def test_all_three_are_sought_in_the_cast_at_last(reader: Reader) -> None:
    for words in ("All three danced.", "They all danced."):
        plan = story(reader, f"Pip and Bo ran. > Bo carried Mia. > {words}", (MIA, PIP, BO))
        assert {cel.id for cel in plan.cels} == {"mia", "pip", "bo"}


def test_all_of_them_do_it(reader: Reader) -> None:
    for text in ("The cat met the dog. They all danced.", "The cat met the dog. Both danced."):
        assert [cel.attributes.get("pose") for cel in reader.read(text, ()).cels] == ["dancing"] * 2


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("She was happy.", ["girl"]),
        ("He ran and she walked.", ["boy", "girl"]),
        ("“She was happy,” said the bear.", ["bear"]),
        ("The doctor smiled. She sat down.", ["woman"]),
        ("The dentist waved, and she was happy.", ["woman"]),
        ("The farmer fed her chickens.", ["woman"]),
        ("The doctor smiled. He sat down.", ["man"]),
        ("The girl saw the doctor. She laughed.", ["girl", "man"]),
        ("The policeman laughed. She ran.", ["girl", "man"]),
        ("The child laughed. He danced.", ["boy"]),
        ("The doctor smiled. She sat down. > The doctor danced.", ["woman"]),
    ],
)
def test_she_and_he_tell_who_it_is(reader: Reader, text: str, who: list[str]) -> None:
    assert figures(story(reader, text)) == who


@pytest.mark.parametrize(
    ("text", "cast", "who"),
    [
        ("I ran home.", (), ["narrator:girl"]),
        ("My name is Jack and I am eight. > I ran home.", (), ["narrator:boy"]),
        ("I am a little fox. > I danced.", (), ["narrator:fox"]),
        ("I'm a knight. I danced.", (), ["narrator:knight"]),
        ("I ran home. > We sat down.", (MIA, MUM), ["mia:girl"]),
        ("Mum and I sat down. > We laughed.", (MIA, MUM), ["mia:girl", "mum:woman"]),
        ("Mia and I sat down.", (MIA, TOM, MUM), ["mia:girl", "tom:boy"]),
        ("My name is Pip. I danced.", (MIA, PIP), ["pip:fox"]),
        ("“I am tired,” said Mum.", (MIA, MUM), ["mum:woman"]),
        ("I'm hungry, thought Tom.", (MIA, TOM), ["tom:boy"]),
        ("My dog barked.", (), ["dog:dog"]),
    ],
)
def test_the_first_person_is_who_tells_the_story(
    reader: Reader, text: str, cast: tuple[Character, ...], who: list[str]
) -> None:
    plan = story(reader, text, cast)
    assert sorted(f"{cel.id}:{cel.concept}" for cel in plan.cels if cel.kind == "figure") == who


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("“I ran,” he said.", True),
        ('He said, "I ran."', True),
        ("‘I don’t know,’ he said.", True),
        ("'Then I ran,' he said.", True),
        ("I’m glad that the boys’ dog ran.", False),
        ("“Go!” he said, and I ran.", False),
        ("“Go,” I said.", False),
    ],
)
def test_where_somebody_speaks(text: str, spoken: bool) -> None:
    assert is_spoken(text, text.index("I")) == spoken


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A firefighter rescued the kitten from the tree.", ["cat", "man"]),
        ("The fireman saved the cat.", ["cat", "man"]),
        ("The girl thought about the boy.", ["girl"]),
        ("The queen wanted to see the king.", ["woman"]),
        ("Nobody saw the ghost.", ["ghost"]),
        ("Nobody wanted a dog.", []),
        ("Not a mouse was stirring; even the cat slept.", ["cat"]),
        ("Not far away a bear slept.", ["bear"]),
        ("Without her mother the rabbit was sad.", ["rabbit"]),
        ("Everyone clapped when Ruby finished her poem.", ["girl", "man", "woman"]),
    ],
)
def test_to_whom_something_is_done_is_there(reader: Reader, text: str, who: list[str]) -> None:
    assert figures(reader.read(text, ())) == who


@pytest.mark.parametrize(
    ("scenes", "who"),
    [
        (("Ella and Grandpa rowed across the lake.", "A frog sat on a leaf.", "They ate."), {"ella", "grandpa"}),
        (("Mia and Tom ran.", "The stars were bright.", "They slept."), {"mia", "tom"}),
        (("Mia walked home.", "A dog barked.", "They played."), {"mia", "dog"}),
        (("A fox walked.", "They danced."), {"fox"}),
        (("Tobias sat by the fire. Everybody cheered.",), {"tobias"}),
        (("Tom and Mia sat.", "A witch came in.", "Everybody cheered."), {"witch", "mia"}),
        (("Everybody danced.",), {"woman", "man"}),
    ],
)
def test_they_are_those_of_earlier_scenes_where_the_last_one_had_not_two(
    reader: Reader, scenes: tuple[str, ...], who: set[str]
) -> None:
    plan = None
    for text in scenes:
        plan = reader.read(text, (), plan)
    assert plan is not None and {cel.id for cel in plan.cels if cel.kind == "figure"} == who


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Old Tobias sat by the fire.", ["grandfather"]),
        ("Old Maria danced.", ["grandmother"]),
        ("Tobias sat by the fire.", ["boy"]),
        ("Mia had an old kite.", ["girl"]),
    ],
)
def test_who_is_old_is_no_child(reader: Reader, text: str, kinds: list[str]) -> None:
    assert [cel.concept for cel in reader.read(text, ()).cels if cel.kind == "figure"] == kinds


def test_old_tobias_is_the_same_without_his_age(reader: Reader) -> None:
    plan = reader.read("Old Tobias sat by the fire.", ())
    assert [cel.concept for cel in reader.read("Tobias danced.", (), plan).cels] == ["grandfather"]
