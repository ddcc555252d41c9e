"""Where and in what weather scenes go on, on the shipped reader: guesses, what is only talked of, rooms left, rain ended."""

from __future__ import annotations

import pytest

from storyapp.engine.reading.reader import Reader
from storyapp.engine.reading.words.splitting import words_of
from storyapp.engine.reading.words.talk import talked_of, without

from .stories import story


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Omar wanted a book about sharks.", "Omar wanted a book."),
        ("A book about dragons lay on the bed.", "A book on the bed."),
        ("Mia drew a ship.", "Mia drew."),
        ("She had a dress with stars.", "She had a dress."),
        ("The lion roared like the sea.", "The lion roared."),
        ("Tom saw a shark on the cover.", "Tom saw."),
        ("Tom played with his toy rocket.", "Tom played with his."),
        ("Mia put on her pyjamas and yawned.", None),
        ("It was warm, like a bun from the oven.", "It was warm,."),
        ("He was quick as the wind on the sea.", "He was quick."),
        ("It was as if she were in a church, and she sang.", "It was, and she sang."),
        ("He was sad as the wind blew over the sea.", None),
        ("Mia walked about the garden.", None),
        ("The toy shop was full.", None),
        ("She drew her sword.", None),
        ("They ran as fast as they could.", None),
    ],
)
def test_what_is_only_talked_of(text: str, shown: str | None) -> None:
    span = (0, len(text))
    assert without(text, span, talked_of(text, words_of(text, span))) == (shown or text)


@pytest.mark.parametrize(
    ("scenes", "place"),
    [
        ("The children are at school. > Omar wanted a book about sharks.", "classroom"),
        ("The children are at school. > Mia wore a shirt with a dolphin.", "classroom"),
        ("Tom is in his bedroom. > He played with his toy shark.", "bedroom"),
        ("Mum and Ben are in the living room. > They sat next to the fish tank.", "living room"),
        ("Mia is in the living room. > She sat on the stairs.", "living room"),
        ("They were in the supermarket. > The boy stood near the ice creams.", "shop"),
        ("Tom is at the beach. > Tom found a little boat in the sand.", "beach"),
        ("Mia is in the shop. > A tower of tins fell down.", "shop"),
        ("They landed on an island. > Rosie dug and dug with her spade.", "beach"),
        ("Tom dug a hole with his spade.", "garden"),
        ("Ben sat down.", None),
        ("She looked at a photo of the mountains.", None),
        ("They planted seeds in the school garden.", "garden"),
        ("The children are at school. > The mermaid swam to the coral reef.", "underwater"),
        ("Tom is in his bedroom. > The queen sat on her throne.", "throne room"),
        ("Tom is in the kitchen. > They rowed their boat across the lake.", "lake"),
        ("Mia told her mother about the forest in the kitchen.", "kitchen"),
        ("Mia is at home. > The toy shop was full of people.", "shop"),
        ("Pip sat on the hill. > It was warm, like a bun from the oven.", "hills"),
        ("Pip sat on the hill. > The moon was round like a cheese in the pantry.", "hills"),
        ("Pip sat on the hill. > He felt like a king in a palace.", "hills"),
        ("Pip sat on the hill. > It was as if he were in a church.", "hills"),
        ("Pip sat on the hill. > He ran like the wind through the forest.", "forest"),
        ("Pip sat on the hill. > She slept like a log in her bed.", "bedroom"),
        ("Pip sat on the hill. > The boat danced like a cork on the sea.", "sea"),
    ],
)
def test_a_known_place_needs_more_than_a_guess(reader: Reader, scenes: str, place: str | None) -> None:
    assert story(reader, scenes).setting == place


@pytest.mark.parametrize(
    ("scenes", "place"),
    [
        ("Tom is in the kitchen. > Tom hid behind the tree.", "garden"),
        ("Tom is in the kitchen. > A blue car stopped in front of the house.", "street"),
        ("The children are at school. > Two oxen looked at them.", "farm"),
        ("The children are at school. > After school Papa waited at the gate.", "playground"),
        ("Mia is in the kitchen. > She left the house.", "garden"),
        ("Mia is in the shop. > They came out of the shop.", "street"),
        ("Mia is in the kitchen. > Outside, Mia found a worm.", "garden"),
        ("The children are at school. > Mia went home.", "street"),
        ("Tom is in the forest. > Tom flew home and slept on his bed.", "bedroom"),
        ("Tom is in the kitchen. > Tom saw a deer through the window.", "kitchen"),
        ("Tom is in the living room. > Tom played with his red car.", "living room"),
        ("Tom is in the living room. > He drew a house and a tree.", "living room"),
        ("Tom is in the living room. > There was a carrot for the horse.", "living room"),
        ("Mia is in the kitchen. > It was raining outside.", "kitchen"),
        ("There was a horse in the kitchen. > The horse drank tea.", "kitchen"),
        ("Tom is in the kitchen. > Tom wanted a horse.", "kitchen"),
        ("Tom is at the beach. > A car stopped.", "beach"),
        ("Tom is in the garden. > They sat in the waiting room.", "living room"),
    ],
)
def test_a_room_ends_out_of_doors(reader: Reader, scenes: str, place: str | None) -> None:
    assert story(reader, scenes).setting == place


@pytest.mark.parametrize(
    ("scenes", "weather"),
    [
        ("Splash! Teddy jumps in a puddle.", "clear"),
        ("It rained in the garden. > Then the sun came out.", "clear"),
        ("It rained in the garden. > The moon shone.", "clear"),
        ("It rained in the garden. > The next day the fox danced.", "clear"),
        ("It rained in the garden. > It stopped raining.", "clear"),
        ("At dawn the storm was over.", "clear"),
        ("It rained. Then the sun came out and Mia danced.", "clear"),
        ("It rained and Mia jumped in the puddles.", "rain"),
        ("The twins splashed through the puddles under one umbrella.", "rain"),
        ("It rained in the garden. > Mia jumped in a puddle.", "rain"),
        ("It rained in the garden. > The sun did not come out.", "rain"),
        ("It rained in the garden. > Mia dreamed of the sun.", "rain"),
        ("It rained in the garden. > The hat was as yellow as the sun.", "rain"),
        ("It never stopped raining.", "rain"),
        ("The rain fell over the hills.", "rain"),
        ("The next day it rained.", "rain"),
    ],
)
def test_rain_ends_and_puddles_are_none(reader: Reader, scenes: str, weather: str) -> None:
    assert story(reader, scenes).weather == weather


@pytest.mark.parametrize(
    ("text", "who", "relation"),
    [
        ("In the car Tom sang.", "tom", ("in", "car")),
        ("In the car, Tom and Mia sang.", "mia", ("in", "car")),
        ("On the horse, the knight waved.", "knight", ("on", "horse")),
        ("On the chair sat a cat.", "cat", ("on", "chair")),
        ("In the box was a kitten.", "cat", ("in", "box")),
        ("In the box Tom found a ball.", "tom", None),
        ("Tom laughed and in the car Mia slept.", "tom", None),
    ],
)
def test_who_is_in_what_begins_the_clause(
    reader: Reader, text: str, who: str, relation: tuple[str, str] | None
) -> None:
    cel = next(cel for cel in reader.read(text, ()).cels if cel.id == who)
    assert (cel.relation and (cel.relation.kind, cel.relation.target)) == relation


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("In the hospital Tom lay in bed.", ["bed"]),
        ("They stayed in the house.", []),
        ("The sun shone into the living room.", []),
        ("The house stood in a wood.", ["house"]),
        ("The toy house stood in the living room.", ["house"]),
        ("The star lay on the sofa in the living room.", ["star", "sofa"]),
    ],
)
def test_no_sun_or_building_in_its_own_room(reader: Reader, text: str, things: list[str]) -> None:
    assert [cel.concept for cel in reader.read(text, ()).cels if cel.kind == "thing"] == things


@pytest.mark.parametrize(
    ("before", "after", "weather"),
    [
        ("It was snowing in the forest.", "A big wolf stood between the trees of the forest.", "snow"),
        ("It rained in the street.", "Tom ran to the playground.", "rain"),
        ("It rained in the street.", "Tom sat in the kitchen.", "clear"),
        ("It was snowing in the forest.", "Mia played on the beach.", "clear"),
    ],
)
def test_weather_goes_on_under_one_sky(reader: Reader, before: str, after: str, weather: str) -> None:
    assert reader.read(after, (), reader.read(before, ())).weather == weather


def test_the_moat_of_a_sandcastle_leads_nowhere(reader: Reader) -> None:
    before = reader.read("Tom and Mia went to the beach.", ())
    text = "They built a castle with two towers. The dog lay down in the moat."
    assert reader.read(text, (), before).setting in (None, "beach")
