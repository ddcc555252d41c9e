"""Animals that are things of the vocabulary, names that tell neither girl nor boy, and whom a second clause tells of."""

from __future__ import annotations

import pytest

from storyapp.engine.reading.reader import Reader
from storyapp.story.model import Character
from storyapp.story.plan import ScenePlan
from storyapp.story.serialise import record_from_json, record_to_json

from .stories import story

MIA, TOM = Character("mia", "Mia", concept="girl"), Character("tom", "Tom", concept="boy")


def there(plan: ScenePlan) -> dict[str, str]:
    """Ids and concepts of all cels."""
    return {cel.id: cel.concept for cel in plan.cels}


def ids(plan: ScenePlan) -> set[str]:
    return {cel.id for cel in plan.cels}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The chipmunk climbed. He was tired.", {"chipmunk"}),
        ("The little goose was sad because he could not swim.", {"goose"}),
        ("The snail walked slowly. > He was tired. > The snail slept. He dreamed.", {"snail"}),
        ("The girl sat down. > The goose walked with her chicks.", {"goose", "chick", "chick-2"}),
        ("The ladybird cried. > A bee helped her. > They danced.", {"bee", "ladybird"}),
        ("Two horses ran. They were fast. > They slept.", {"horse", "horse-2"}),
        ("Mia fed the donkey. He was happy.", {"mia", "donkey"}),
        ("The snowman smiled. He was cold.", {"snowman"}),
        ("His parrot Coco sang. > She was tired.", {"coco"}),
        # somebody else
        ("She danced.", {"girl"}),
        ("Two birds sang. She danced.", {"bird", "bird-2", "girl"}),
        ("A bird sang. She looked up at it.", {"bird", "girl"}),
        ("Tom saw a leopard. He ran away.", {"tom", "leopard"}),
        ("Mia walked. > The bird sat on her hand.", {"mia", "bird"}),
        ("A crab walked over Sam's toes, and he cried.", {"crab", "sam"}),
        ("The cat danced. > She ate a fish and then she slept.", {"cat", "fish"}),
        ("The goat met a girl. > She gave him an apple.", {"girl", "goat", "apple"}),
    ],
)
def test_she_and_he_may_be_an_animal_that_is_a_thing(reader: Reader, text: str, who: set[str]) -> None:
    assert ids(story(reader, text)) == who


def test_nobody_does_what_an_animal_does_that_is_a_thing(reader: Reader) -> None:
    plan = reader.read("The snail was tired. He slept, and the fox danced.", ())
    assert plan.cel("fox").attributes["pose"] == "dancing"
    assert plan.cel("fox").attributes.get("expression") != "sleepy"


def test_the_cast_are_rather_she_than_an_animal_of_before(reader: Reader) -> None:
    assert ids(story(reader, "Mia saw a bird. > The bird sang. She was happy.", (MIA, TOM))) == {"mia", "bird"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Three ducks swam behind their mother.", {"duck", "duck-2", "duck-3", "duck-mother"}),
        ("The deer had two sons.", {"deer", "deer-son", "deer-son-2"}),
        ("The kangaroo hugged her baby.", {"kangaroo", "kangaroo-baby"}),
        ("The fox and its mother slept.", {"fox", "fox-mother"}),
        ("The duck's mother swam.", {"duck-mother"}),
        ("Rabbit came with her two children.", {"rabbit", "rabbit-children", "rabbit-children-2"}),
        ("Anna is a rabbit. Anna has three sons.", {"anna", "anna-son", "anna-son-2", "anna-son-3"}),
        ("The two rabbit children danced.", {"rabbit", "rabbit-2"}),
        # of people
        ("The ducks swam. The girl danced with her mother.", {"duck", "duck-2", "girl", "woman"}),
        ("The girl rode a horse with her father.", {"girl", "horse", "man"}),
        ("Mia held her cat. Her mother waved.", {"mia", "cat", "woman"}),
        ("Mia hugged her baby.", {"mia", "baby"}),
    ],
)
def test_the_kin_of_an_animal_are_such_animals(reader: Reader, text: str, who: set[str]) -> None:
    assert ids(story(reader, text)) == who


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Madame Rose was a flamingo. She danced. > Madame Rose slept.", {"madame-rose": "flamingo"}),
        ("Leo is a tiger. He is big. > Leo slept.", {"leo": "tiger"}),
        ("Miss Hoot was an owl. She sang.", {"miss-hoot": "owl"}),
        ("The teacher was a hippo. > The teacher laughed.", {"teacher": "hippopotamus"}),
        ("Her best pupil was a hippo called Hubert.", {"hubert": "hippopotamus"}),
        ("Mrs Goose was happy. > She slept.", {"mrs-goose": "goose"}),
        ("Mrs Hen was happy. > She slept.", {"mrs-hen": "hen"}),
        ("Mr. Fox was a postman.", {"mr-fox": "fox"}),
        # no animals
        ("Miss Rose was a teacher.", {"miss-rose": "teacher"}),
        ("Captain Fish, a boy, ran.", {"captain-fish": "boy"}),
        ("Tom was a fish seller.", {"tom": "boy"}),
        ("Madame Rose saw a snake.", {"madame-rose": "woman", "snake": "snake"}),
    ],
)
def test_somebody_may_be_an_animal_that_is_a_thing(reader: Reader, text: str, found: dict[str, str]) -> None:
    assert there(story(reader, text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vera, the librarian's daughter, danced.", {"vera": "girl"}),
        ("Tom, the king's youngest son, ran. > He slept.", {"tom": "boy"}),
        ("Vera, the librarian, danced.", {"librarian-vera": "teacher"}),
        ("Tom, Mia's brother and the dog ran.", {"tom": "boy", "boy": "boy", "dog": "dog"}),
        ("Goldilocks slept on Baby Bear's bed.", {"goldilocks": "girl", "bed": "bed"}),
        ("Baby Bear's asleep.", {"baby-bear": "bear"}),
        ("A bee sat on Baby Bear's nose.", {"bee": "bee", "bear": "bear"}),
    ],
)
def test_owners_and_their_kin(reader: Reader, text: str, found: dict[str, str]) -> None:
    assert there(story(reader, text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Quinn walked. > She sat down. > A cat came. > Quinn laughed.", {"quinn": "girl"}),
        ("Quinn walked. > Her dad waved.", {"quinn": "girl", "man": "man"}),
        ("Quinn and Tom sat. > They gave her a hat.", {"quinn": "girl", "tom": "boy", "woolly hat": "woolly hat"}),
        ("Doctor Sim came. > She smiled. > Doctor Sim danced.", {"doctor-sim": "woman"}),
        ("Astronaut Zuri took her hat. > Zuri waved.", {"astronaut-zuri": "woman"}),
        ("The doctor came. > She smiled. > The doctor laughed.", {"doctor": "woman"}),
        ("Freya sat down. > Her friends came. > She laughed.", {"freya": "girl"}),
        ("Mia ran. > The bus came. > She laughed.", {"mia": "girl"}),
        # nothing was only guessed, or it is known by now
        ("Tom ran. > She laughed.", {"girl": "girl"}),
        ("Quinn ran. > He laughed. > She waved. > Quinn slept.", {"quinn": "boy"}),
        ("Quinn was happy. > A girl came. > She laughed.", {"girl": "girl"}),
        ("Bruno the bear danced. > She laughed.", {"bruno": "bear"}),
    ],
)
def test_a_pronoun_corrects_a_guess_and_it_stays_so(reader: Reader, text: str, found: dict[str, str]) -> None:
    assert there(story(reader, text)) == found


def test_what_a_pronoun_told_is_kept_with_the_plan(reader: Reader) -> None:
    plan = story(reader, "Quinn ran. > She laughed.")
    assert plan.called == {"quinn": "her"}
    assert record_from_json(ScenePlan, record_to_json(plan)) == plan


@pytest.mark.parametrize(
    ("text", "who", "name", "values"),
    [
        ("Mia laughed and her cat slept.", "mia", "pose", (None,)),
        ("Mia slept. Her dad waved.", "mia", "pose", ("sleeping",)),
        ("Tom offered a cake, but the wolves were afraid.", "tom", "expression", (None, "happy")),
        ("Mia danced, but the flowers were sad.", "mia", "expression", (None, "happy")),
        ("The dog licked Mia.", "mia", "pose", (None, "standing")),
        # those who do it too
        ("Mia and her cat slept.", "mia", "pose", ("sleeping",)),
        ("Mia hugged her cat and laughed.", "mia", "expression", ("happy",)),
        ("The fox and the bear were sad.", "fox", "expression", ("sad",)),
        ("Mia ran, but Tom ran too.", "mia", "pose", ("running",)),
        ("Her dress was wet and she was sad.", "girl", "expression", ("sad",)),
        ("Mia licked her ice cream.", "mia", "pose", ("eating",)),
    ],
)
def test_what_a_second_clause_tells_is_not_said_of_the_first(
    reader: Reader, text: str, who: str, name: str, values: tuple[str | None, ...]
) -> None:
    assert reader.read(text, ()).cel(who).attributes.get(name) in values
