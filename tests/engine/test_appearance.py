"""Words of a description and the details of a figure that they say."""

from __future__ import annotations

import pytest

from storyapp.engine.appearance import details_of


@pytest.mark.parametrize(
    ("words", "details"),
    [
        ("a girl with curly black hair", {"hair": 0}),
        ("a boy with curly black hair", {"hair": 0, "hair_style": 1}),
        ("a girl with long blonde hair", {"hair": 4, "hair_style": 2}),
        ("a grandmother with grey hair in a bun", {"hair": 2, "hair_style": 0}),
        ("a boy with dark skin", {"skin": 5}),
        ("a dark-skinned boy with short black curls", {"skin": 5, "hair": 0, "hair_style": 1}),
        ("a blonde woman", {"hair": 4}),
        ("a red-haired pirate", {"hair": 3}),
        ("a pale girl with freckles", {}),
        ("a woman with pale skin and long brown hair", {"skin": 0, "hair": 1, "hair_style": 0}),
        ("her hair is light brown", {"hair": 2}),
        ("his skin was brown", {"skin": 4}),
        ("a girl in a red coat", {}),
        ("a thin boy in a big blue jacket", {"build": 0}),
        ("a girl with two plaits", {"hair_style": 0}),
        ("a stout man with light brown skin", {"build": 2, "skin": 3}),
        ("", {}),
    ],
)
def test_what_words_say_of_people(words: str, details: dict[str, int]) -> None:
    assert details_of(words) == details


@pytest.mark.parametrize(
    ("words", "build"), [("a small bear", 0), ("a round bear", 2), ("a thin bear", 0), ("a bear with a big hat", None)]
)
def test_build_is_said_of_every_kind(words: str, build: int | None) -> None:
    assert details_of(words, "bear").get("build") == build


def test_animals_have_no_skin_and_no_hair() -> None:
    assert details_of("a big bear with curly black hair and dark skin", "bear") == {"build": 2}


def test_values_are_in_the_painters_tables() -> None:
    from storyapp.engine import appearance
    from storyapp.story.plan import DETAILS

    tables = {"skin": appearance._SKIN, "hair": appearance._HAIR | appearance._OLD_HAIR, "build": appearance._BUILD}
    assert all(len(styles) == DETAILS["hair_style"] for styles in appearance._STYLES.values())
    for name, table in tables.items():
        assert set(table.values()) <= set(range(DETAILS[name]))
