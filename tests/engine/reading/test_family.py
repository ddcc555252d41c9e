"""Relatives share one skin on every page; friends and strangers have their own."""

from __future__ import annotations

import pytest

from storyapp.engine.reading.reader import Reader
from storyapp.story.cels import cel_request
from storyapp.story.model import Character
from storyapp.story.plan import ScenePlan

from .stories import story


def families(plan: ScenePlan) -> dict[str, str]:
    return {cel.id: cel.family for cel in plan.cels if cel.family}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mia sat at the table with Mum and Dad.", {"mia": "mia", "woman": "mia", "man": "mia"}),
        ("Grandpa waved to Leo.", {"grandpa": "leo", "leo": "leo"}),
        ("Tom and his sister Anna ran across the field.", {"tom": "tom", "anna": "tom"}),
        ("Mum stood in the kitchen. > Ella ran to Mum.", {"woman": "woman", "ella": "woman"}),
        ("Ella sang. > Mum danced in the garden. > Ella hugged Mum.", {"woman": "ella", "ella": "ella"}),
        ("Ella hugged Mum. > Ella played with Amir in the garden.", {"ella": "ella"}),
        ("Mia hugged Mum. > Grandpa came in his car. He brought a book.", {"grandpa": "mia"}),
        ("Tom and Anna ran across the field.", {}),
        ("The fox and his mother walked through the forest.", {}),
        ("An old woman met a girl in the forest.", {}),
    ],
)
def test_who_is_of_the_family(reader: Reader, text: str, expected: dict[str, str]) -> None:
    assert families(story(reader, text)) == expected


def test_a_family_has_one_skin_and_everybody_hair_that_goes_with_it(reader: Reader) -> None:
    for name in ("Mia", "Zoe", "Ben", "Ida", "Oskar"):
        plan = reader.read(f"{name} sat at the table with Mum, Dad and Amir.", ())
        details = {cel.id: cel_request(cel, None, "ink", 1).details for cel in plan.cels if cel.kind == "figure"}
        assert len({details[one]["skin"] for one in (name.lower(), "woman", "man")}) == 1
        assert all(one["hair"] < 3 for one in details.values() if one["skin"] > 3)


def test_relatives_of_a_character_have_the_skin_that_was_chosen_for_it(reader: Reader) -> None:
    for skin in ("1", "5"):
        mia = Character("m1", "Mia", looks={"skin": skin})
        mum = next(cel for cel in reader.read("Mia sat at the table with Mum.", (mia,)).cels if cel.id == "woman")
        assert mum.family == "m1"
        assert cel_request(mum, None, "ink", 1, kin=mia).details["skin"] == int(skin)
