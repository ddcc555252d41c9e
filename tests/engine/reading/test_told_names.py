"""Names that stories tell, and those who are named and counted at once: each of them is there once, in all scenes."""

from __future__ import annotations

import pytest

from storyapp.engine.reading.reader import Reader
from storyapp.story.model import Character

from .stories import story


def seen(reader: Reader, text: str) -> str:
    """Who and what the last scene of a story shows, by id and concept; scenes are parted by ">"."""
    cels = story(reader, text).cels
    return " ".join(sorted(cel.id if cel.id == cel.concept else f"{cel.id}:{cel.concept}" for cel in cels))


@pytest.mark.parametrize(
    ("story", "shown"),
    [
        ("There was a bear. His name was Bruno. > Bruno ate.", "bruno:bear"),
        ("A boy with a kite ran. His name was Tom.", "kite tom:boy"),
        ("Everybody called her Rose.", "rose:girl"),
        ("There was a little girl. > Everybody called her Little Red Riding Hood.", "little-red-riding-hood:girl"),
        ("The pony was called Star. > Star ran.", "star:horse"),
        ("The pony was called Star. > The pony ate.", "star:horse"),
        ("A duck swam. Her name was Daisy. > Daisy slept.", "daisy:duck"),
        ("A little owl sat in a tree. Its name was Hoot.", "hoot:owl tree"),
        ("The dragon's name was Smoke. > Smoke slept.", "smoke:dragon"),
        ("The name of the dog was Rex. > Rex slept.", "rex:dog"),
        ("Tom has a dog. His name is Bello.", "bello:dog tom:boy"),
        ("Mia called her dog Pebble. > Pebble ran.", "pebble:dog"),
        ("There were two dogs. Their names were Max and Moritz.", "max:dog moritz:dog"),
        ("There were two dogs. One was called Rex, the other was called Bello.", "bello:dog rex:dog"),
        ("“I’m Bruno,” said the bear. > Bruno slept.", "bruno:bear"),
        ("There was a girl. Her name was Heidi. > The girl ran.", "heidi:girl"),
        ("There was a village. It was called Bolby. A boy lived there.", "boy"),
        ("Mia called Tom. Tom came.", "mia:girl tom:boy"),
        ("Mia called her Grandma Rose.", "grandma-rose:grandmother mia:girl"),
        ("Mum held a tiny baby. “This is your brother Ben,” said Dad. > Ben cried.", "ben:baby"),
        ("Mia read her book to baby Ben. > Ben smiled.", "ben:baby"),
        ("Lily had a baby brother called Tom. > Tom slept.", "tom:baby"),
        ("Lily had a little brother called Tom. > Tom slept.", "tom:boy"),
        ("The bear was called home by his mother.", "bear bear-mother:bear"),
        ("Everybody called her and she ran.", "man woman"),
        ("His mother named him Oskar.", "oskar:boy woman"),
        ("Tom was sad. > The boy next to him laughed.", "boy tom:boy"),
    ],
)
def test_a_name_is_that_of_who_is_called_so(reader: Reader, story: str, shown: str) -> None:
    assert seen(reader, story) == shown


@pytest.mark.parametrize(
    ("story", "shown"),
    [
        ("Her robot Bolt stood there. > Bolt danced.", "bolt:robot"),
        ("Anna has a kitten called Pepper. > Pepper slept.", "pepper:cat"),
        ("The captain had a hat and his parrot Pepper. > Pepper slept.", "pepper:parrot"),
        ("Max and his robot Zip ran. > Zip fell.", "zip:robot"),
        ("Coral is a little girl. > Coral slept.", "coral:girl"),
        ("Clover, Thistle and Bean were three rabbit sisters. > Thistle slept.", "thistle:rabbit"),
        ("There was a bear named Honey. > Honey ate honey.", "honey pot honey:bear"),
        ("Coco, a green parrot, sang. > Coco slept.", "coco:parrot"),
        ("Mia had a robot called Bolt. > A bolt fell down.", ""),
        ("Anna has a kitten called Pepper. > Mum put pepper in the soup.", "soup woman"),
        ("Tom has a dog called Star. > Stars shone over the house.", "house star star-2:star"),
        ("Tom and Mia were happy when the dogs came.", "dog dog-2:dog mia:girl tom:boy"),
        ("Tom and Mia were feeding ducks.", "duck duck-2:duck mia:girl tom:boy"),
    ],
)
def test_a_name_may_be_any_word_once_it_is_told(reader: Reader, story: str, shown: str) -> None:
    assert seen(reader, story) == shown


@pytest.mark.parametrize(
    ("story", "shown"),
    [
        ("There were three bears: Papa Bear, Mama Bear and Baby Bear.", "baby-bear:bear mama-bear:bear papa-bear:bear"),
        ("There were two cats: Minka and Mimi. > A dog came. > The cats slept.", "mimi:cat minka:cat"),
        ("Three friends, Tom, Mia and Leo, ran.", "leo:boy mia:girl tom:boy"),
        ("The two mice, Pip and Squeak, danced.", "pip:mouse squeak:mouse"),
        ("Two foxes called Rusty and Rosie ran. > Rosie slept.", "rosie:fox"),
        ("My friends Tom and Mia came.", "mia:girl tom:boy"),
        ("Pip and Squeak were two little mice.", "pip:mouse squeak:mouse"),
        ("There were three children: a girl, a boy and a baby.", "baby boy girl"),
        ("Cabin boy Jim laughed.", "jim:boy"),
        ("The teacher, Mrs Brown, smiled.", "mrs-brown:teacher"),
        ("The new pupil, a frog, waved.", "frog"),
        ("His friend Zara the zebra ran.", "zara:zebra"),
        ("Her best pupil was a hippo called Hubert.", "hubert:hippopotamus"),
        ("Three mice ate. > The mice slept.", "mouse mouse-2:mouse mouse-3:mouse"),
        ("Three bears, Tom and Mia ran.", "bear bear-2:bear bear-3:bear mia:girl tom:boy"),
        ("The dogs, Tom and Mia ran.", "dog dog-2:dog mia:girl tom:boy"),
        ("Two girls met Tom and Mia.", "girl girl-2:girl mia:girl tom:boy"),
        ("The knight, the witch and the bear ran.", "bear knight witch"),
    ],
)
def test_who_is_named_and_counted_is_there_once(reader: Reader, story: str, shown: str) -> None:
    assert seen(reader, story) == shown


@pytest.mark.parametrize(
    ("story", "shown"),
    [
        ("Tom, Mia and Zoe ran. > Zoe went home. > All three of them met again.", "mia:girl tom:boy zoe:girl"),
        ("Tom, Mia and Leo ran. > Leo slept. > The three friends danced.", "leo:boy mia:girl tom:boy"),
        ("Tom and Mia ran. > Tom fell. > They both laughed.", "mia:girl tom:boy"),
        ("Tom and Mia ran. > Tom slept. > The two walked home.", "mia:girl tom:boy"),
        ("Tom and Mia ran. > Mia slept. > Mum hugged both of them.", "mia:girl tom:boy woman"),
        ("Tom, Mia and Zoe ran. > Zoe met a cat. > Both of them slept.", "cat zoe:girl"),
        ("Two apples lay there. Tom ate both.", "apple apple-2:apple tom:boy"),
        ("Tom, Mia and Leo ran. > Leo slept. > Mia lost both shoes.", "mia:girl shoe shoe-2:shoe"),
        ("Two tired dogs slept. > The two tired dogs ran.", "dog dog-2:dog"),
    ],
)
def test_all_of_them_are_those_of_before(reader: Reader, story: str, shown: str) -> None:
    assert seen(reader, story) == shown


@pytest.mark.parametrize(
    ("story", "shown"),
    [
        ("On Sundays our father slept.", "man"),
        ("Diwali came. Mia laughed.", "mia:girl"),
        ("Tom read a comic.", "tom:boy"),
        ("Clover was the eldest.", "clover"),
        ("The T-rex roared.", "dinosaur"),
        ("Noel ate cake.", "cake noel:boy"),
        ("The dentist smiled.", "dentist:man"),
        ("She give to Ivan a toothbrush.", "girl ivan:boy toothbrush"),
        ("Grandma knitted for Ben a scarf.", "ben:boy grandma:grandmother scarf"),
        ("Turbo, a snail, slept.", "turbo:snail"),
        ("Turbo the snail slept.", "turbo:snail"),
        ("Tom gave Mia a doll.", "doll mia:girl tom:boy"),
    ],
)
def test_words_that_are_nobody_and_names_that_are_no_thing(reader: Reader, story: str, shown: str) -> None:
    assert seen(reader, story) == shown


@pytest.mark.parametrize(
    "text", ["Mia lit twenty candles.", "Anna sang carols.", "Tom bent backwards.", "Mia met nineteen penguins."]
)
def test_short_english_is_read(reader: Reader, text: str) -> None:
    assert reader.read(text, ()).cels


@pytest.mark.parametrize(
    "text", ["Mia mange une pomme.", "Tom har en hund.", "Mia schläft im Bett.", "Il gatto dorme."]
)
def test_other_languages_are_not(reader: Reader, text: str) -> None:
    plan = reader.read(text, ())
    assert not plan.cels
    assert "languag" in plan.not_drawn[0].reason or "English" in plan.not_drawn[0].reason


CAST = (
    Character("pip", "Pip", description="a hedgehog", concept="hedgehog"),
    Character("heron", "Miss Heron", description="an old woman", concept="grandmother"),
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("On Monday a new pupil stood at the door. His name was Pip.", {"pip": "standing"}),
        ("A little boy was running down the street. His name was Pip.", {"pip": "running"}),
        ("A teacher was waving. “My name is Miss Heron,” she said.", {"heron": "waving"}),
        ("A boy came. > He sat down. His name was Pip.", {"pip": "sitting"}),
        ("Pip was running. He met a girl. Her name was Emma.", {"pip": "running", None: None}),
        ("Pip met a boy. The boy was sitting. He knew Pip.", {"pip": None, None: "sitting"}),
    ],
)
def test_whose_name_is_of_the_cast_is_the_one_of_the_cast(
    reader: Reader, text: str, shown: dict[str | None, str | None]
) -> None:
    plan = story(reader, text, CAST)
    assert {cel.who: cel.attributes.get("pose") for cel in plan.cels if cel.kind == "figure"} == shown
