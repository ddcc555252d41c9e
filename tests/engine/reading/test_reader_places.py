"""Where and in what weather scenes are, on the shipped reader: denied ones, those indoors, and unknown places."""

from __future__ import annotations

import pytest

from storyapp.engine.reading.reader import Reader


@pytest.mark.parametrize(
    ("text", "setting", "weather"),
    [
        ("It wasn't raining any more.", None, "clear"),
        ("It never snows here.", None, "clear"),
        ("It had never snowed so much.", "snowfield", "snow"),
        ("It would not stop raining.", "hills", "rain"),
        ("They could not go to the beach.", None, "clear"),
        ("The bear could not leave the cave.", "cave", "clear"),
        ("The fox was not afraid in the forest.", "forest", "clear"),
        ("The knight could not get into the castle.", "castle", "clear"),
        ("The girl was no longer in the forest.", None, "clear"),
        ("On the way home from school the girl saw a cat.", "street", "clear"),
        ("On the way to school the boy fell.", "street", "clear"),
        ("The girl walked home from the park.", "street", "clear"),
        ("The fox came from the forest to the beach.", "beach", "clear"),
        ("Polly stayed inside because it was raining.", "living room", "rain"),
        ("It rained, so they stayed in the house.", "living room", "rain"),
        ("It rained and the fox ran home.", "hills", "rain"),
        ("The house stood on a hill.", "hills", "clear"),
        ("The sheep stood in the wet field.", "hills", "clear"),
        ("The girl put on her raincoat.", None, "clear"),
        ("The girl wore her raincoat in the rain.", "hills", "rain"),
        ("Mia is at home.", "living room", "clear"),
        ("The boy was not at home.", None, "clear"),
        ("In the attic the mouse found a book.", "bedroom", "clear"),
        ("The bear ate in a restaurant.", "kitchen", "clear"),
        ("The boy ran home.", "street", "clear"),
        ("They lived at the edge of a dark forest.", "forest", "clear"),
        ("She told a story of a dark forest.", None, "clear"),
        ("The pupils planted sunflowers behind the school.", "playground", "clear"),
        ("The dog slept behind the sofa in the kitchen.", "kitchen", "clear"),
        ("Without Mia the castle was quiet.", "castle", "clear"),
    ],
)
def test_where_and_in_what_weather(reader: Reader, text: str, setting: str | None, weather: str) -> None:
    plan = reader.read(text, ())
    assert (plan.setting, plan.weather) == (setting, weather)


@pytest.mark.parametrize(
    ("before", "text", "place", "weather", "told"),
    [
        ("Mia is at the beach.", "Now Mia is in the bathroom.", "bedroom", "clear", []),
        ("Mia is at the beach.", "Now Mia is in the museum.", None, "clear", ["museum"]),
        ("Mia is at the beach.", "Mia met the dentist.", "beach", "clear", []),
        ("Mia is at the beach.", "Mia is at home.", "living room", "clear", []),
        ("Mia is at school.", "On the way home Mia laughed.", "street", "clear", []),
        ("Mia is at school.", "On the way home it rained.", "street", "rain", []),
        ("Mia is at school.", "Mia walked home through the forest.", "forest", "clear", []),
        ("It rained in the forest.", "It was not raining any more.", "forest", "clear", []),
        ("It rained in the forest.", "The rain stopped.", "forest", "clear", []),
        ("It rained in the forest.", "The fox danced.", "forest", "rain", []),
    ],
)
def test_what_of_the_scene_before_goes_on(
    reader: Reader, before: str, text: str, place: str | None, weather: str, told: list[str]
) -> None:
    plan = reader.read(text, (), reader.read(before, ()))
    assert (plan.setting, plan.weather, [one.words for one in plan.not_drawn]) == (place, weather, told)


def test_a_night_that_is_over_is_day(reader: Reader) -> None:
    assert reader.read("It was no longer night.", (), reader.read("The owl flew at night.", ())).time == "day"
