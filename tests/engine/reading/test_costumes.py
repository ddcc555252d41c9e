"""Who is dressed up is drawn as what they are dressed up as, until they take it off."""

from __future__ import annotations

import pytest

from storyapp.engine.reading.reader import Reader
from storyapp.story.model import Character
from storyapp.story.plan import ScenePlan

MIA, TOM = Character("m", "Mia", concept="girl"), Character("t", "Tom", concept="boy")


def drawn(plan: ScenePlan) -> dict[str, str]:
    return {cel.id: cel.concept for cel in plan.cels}


@pytest.mark.parametrize("cast", [(), (MIA, TOM)])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mia was dressed as a witch and Tom as a ghost.", {"mia": "witch", "tom": "ghost"}),
        ("Mia and Tom dressed up as pirates.", {"mia": "pirate", "tom": "pirate"}),
        ("Dressed as a knight, Tom laughed.", {"tom": "knight"}),
        ("Tom went to the party as a ghost.", {"tom": "ghost"}),
        ("Mia wore a princess dress.", {"mia": "princess"}),
        ("Tom put on his robot costume.", {"tom": "robot"}),
        ("Mia and Tom dressed up: Mia as a witch, Tom as a knight.", {"mia": "witch", "tom": "knight"}),
        ("Mia is a pirate.", {"mia": "pirate"}),
        # nobody is dressed up
        ("Mia wanted to dress up as a witch.", {"mia": "girl"}),
        ("Mia will dress up as a witch.", {"mia": "girl"}),
        ("“I will dress up as a witch,” said Mia.", {"mia": "girl"}),
        ("Mia is not a pirate.", {"mia": "girl"}),
        ("Tom pretended to be a pirate.", {"tom": "boy"}),
        ("Mia saw a witch.", {"mia": "girl", "witch": "witch"}),
        ("Mia went home as a bear danced.", {"mia": "girl", "bear": "bear"}),
        ("Mia chose a witch costume.", {"mia": "girl"}),
    ],
)
def test_who_is_dressed_up(reader: Reader, text: str, expected: dict[str, str], cast: tuple[Character, ...]) -> None:
    assert drawn(reader.read(text, cast)) == expected


@pytest.mark.parametrize("cast", [(), (MIA, TOM)])
def test_a_costume_is_worn_until_it_is_taken_off(reader: Reader, cast: tuple[Character, ...]) -> None:
    plan = None
    for text, expected in (
        ("Mia dressed up as a witch.", {"mia": "witch"}),
        ("Tom laughed.", {"tom": "boy"}),
        ("Mia ran home.", {"mia": "witch"}),
        ("She waved.", {"mia": "witch"}),
        ("The little witch danced.", {"mia": "witch"}),
        ("Mia took off her costume.", {"mia": "girl"}),
        ("Mia slept.", {"mia": "girl"}),
    ):
        plan = reader.read(text, cast, plan)
        assert drawn(plan) == expected, text


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Mia dressed up as a pumpkin.", "pumpkin"),
        ("Mia dressed up as a nurse.", "nurse"),
        ("The fox dressed up as a grandmother.", "grandmother"),
        ("Mia is an astronaut.", "astronaut"),
    ],
)
def test_a_costume_that_nobody_can_draw_is_told(reader: Reader, text: str, word: str) -> None:
    plan = reader.read(text, ())
    assert [one.words for one in plan.not_drawn] == [word] and len(plan.cels) == 1


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("Tom sat on the rug in his pyjamas.", ["rug"]),
        ("Mia came down in her long nightgown.", []),
        ("Mia found the pyjamas under the bed.", ["bed", "nightgown"]),
        ("A robin sat on Tom's hat.", ["robin"]),
    ],
)
def test_what_is_worn_lies_nowhere(reader: Reader, text: str, things: list[str]) -> None:
    assert sorted(cel.concept for cel in reader.read(text, ()).cels if cel.kind == "thing") == things
