"""What figures wear and look like in scenes, on the shipped reader: worn, held, lying about, lost."""

from __future__ import annotations

import pytest

from storyapp.engine.reading.reader import Reader

from .plans import things


@pytest.mark.parametrize(
    ("text", "cel", "accessory", "lying"),
    [
        ("The bear with a very big hat danced.", "bear", "hat", []),
        ("The boy with glasses laughed.", "boy", "glasses", []),
        ("The boy had glasses.", "boy", "glasses", []),
        ("Gran has a hat.", "gran", "hat", []),
        ("Tim wore yellow wellies.", "tim", "boots", []),
        ("The pigs wore red hats.", "pig-2", "hat", []),
        ("The man with a top hat bowed.", "man", "hat", []),
        ("Anna laughed. She has glasses.", "anna", "glasses", []),
        ("The girl played with the hat.", "girl", None, ["woolly hat"]),
        ("The girl found a red hat.", "girl", None, ["woolly hat"]),
        ("The woman with a flower danced.", "woman", None, ["tulip"]),
        ("The boy had a bow and arrow.", "boy", None, ["bow and arrow"]),
        ("Without her glasses, Grandmother could not read.", "grandmother", None, []),
        ("The queen lost her crown.", "queen", None, []),
        ("The queen found her crown.", "queen", "crown", ["crown"]),
        ("The king took off his crown.", "king", None, ["crown"]),
        ("The king put on his crown.", "king", "crown", []),
        ("The boy lost his glasses.", "boy", None, []),
        ("The girl with no hat laughed.", "girl", None, []),
        ("Gran knitted a blue scarf for Tom.", "tom", None, ["scarf"]),
        ("Gran wore a blue scarf for Tom.", "gran", "scarf", []),
    ],
)
def test_what_is_worn_lies_about_or_is_gone(
    reader: Reader, text: str, cel: str, accessory: str | None, lying: list[str]
) -> None:
    plan = reader.read(text, ())
    assert (plan.cel(cel).attributes.get("accessory"), things(plan)) == (accessory, lying)


@pytest.mark.parametrize(
    ("text", "cel", "looks"),
    [
        ("The girl wore a yellow raincoat.", "girl", {"top_colour": "yellow"}),
        ("The boy in blue pyjamas slept.", "boy", {"top_colour": "blue", "bottom_colour": "blue"}),
        ("The princess in her purple gown danced.", "princess", {"top_colour": "purple"}),
        ("A girl with red hair ran.", "girl", {"hair": "3"}),
        ("A red-haired girl ran.", "girl", {"hair": "3"}),
        ("The girl with short black hair and a red dress ran.", "girl", {"hair": "0", "top_colour": "red"}),
        ("Anna ran. She had long black hair.", "anna", {"hair": "0"}),
        ("A girl with dark skin danced.", "girl", {"skin": "5"}),
        ("The girl had a doll with black hair.", "girl", {}),
        ("The girl combed her brown hair.", "girl", {}),
        ("The dragon was big and green.", "dragon", {"skin": "0"}),
        ("My cat is black and fat.", "cat", {"skin": "3"}),
        ("The cat was red with anger.", "cat", {}),
        ("The girl was blue.", "girl", {}),
    ],
)
def test_clothes_and_hair(reader: Reader, text: str, cel: str, looks: dict[str, str]) -> None:
    attributes = reader.read(text, ()).cel(cel).attributes
    assert {
        name: attributes[name] for name in ("top_colour", "bottom_colour", "hair", "skin") if name in attributes
    } == looks
