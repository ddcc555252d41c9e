"""Every turn of speech in a table is in its own example, and not in the sentence that is unlike it."""

from __future__ import annotations

import pytest

from storyapp.engine.reading.people import riding
from storyapp.engine.reading.places import (
    doings,
    goals,
    hints,
    in_the_house,
    near_places,
    nightfall,
    open_air,
    weather_changes,
    whereabouts,
)
from storyapp.engine.reading.things import contents
from storyapp.engine.reading.words import absence, denials, idioms, possessives, quotations
from storyapp.engine.reading.words import doings as word_doings
from storyapp.engine.reading.words.turns import Turn, TurnTable

TABLES = [
    table
    for module in (
        absence,
        contents,
        denials,
        word_doings,
        idioms,
        possessives,
        quotations,
        doings,
        goals,
        hints,
        in_the_house,
        near_places,
        nightfall,
        open_air,
        riding,
        weather_changes,
        whereabouts,
    )
    for table in module.TABLES
]


@pytest.mark.parametrize(("turn", "alone"), [each for table in TABLES for each in table.each()])
def test_a_turn_is_in_its_example(turn: Turn, alone: TurnTable) -> None:
    assert alone.are_in(turn.example), turn.words


@pytest.mark.parametrize(("turn", "table"), [(turn, table) for table in TABLES for turn in table.turns if turn.unlike])
def test_and_no_turn_of_its_table_in_what_is_unlike_it(turn: Turn, table: TurnTable) -> None:
    assert not table.are_in(turn.unlike), turn.unlike
