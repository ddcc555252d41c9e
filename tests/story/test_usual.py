"""What the words leave open is the same on every page, like its kind, and not the same for two in one picture."""

from __future__ import annotations

from dataclasses import replace

import pytest

from storyapp import paths
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.cels import cel_request
from storyapp.story.plan import CelPlan
from storyapp.story.usual import KNOWN_BY, USUAL_CLOTHES, usual_details, usual_looks, usual_looks_among

VOCABULARY = Vocabulary.load(paths.vocabulary())


@pytest.mark.parametrize(
    ("kind", "tone"),
    [
        ("fox", "#f08030"),
        ("pig", "#fcb6bc"),
        ("frog", "#70be48"),
        ("elephant", "#96aac4"),
        ("mouse", "#a8aab6"),
        ("dragon", "#6cb85c"),
    ],
)
def test_an_animal_without_a_name_has_the_fur_of_its_kind(kind: str, tone: str) -> None:
    assert VOCABULARY.kind(kind).skin[usual_details(kind, "figure", kind)["skin"]] == tone


@pytest.mark.parametrize("name", ["ruby", "finn", "fox-2", "mister-brown", "tod", "a", "b", "c", "d", "e"])
def test_a_fox_with_a_name_is_no_wolf(name: str) -> None:
    assert usual_details(name, "figure", "fox")["skin"] in KNOWN_BY["fox"]
    assert 3 not in KNOWN_BY["fox"] and 5 not in KNOWN_BY["pig"]
    assert usual_details(name, "figure", "fox") == usual_details(name, "figure", "fox")


def test_names_vary_and_people_come_in_all_tones() -> None:
    names = [f"name-{index}" for index in range(60)]
    assert len({usual_details(one, "figure", "fox")["skin"] for one in names}) == len(KNOWN_BY["fox"])
    assert len({usual_details(one, "figure", "girl")["skin"] for one in names}) == 6


def test_every_kind_is_known_by_its_own_clothes_and_a_fur_it_has() -> None:
    assert set(USUAL_CLOTHES) == set(VOCABULARY.names("kinds"))
    assert len(set(USUAL_CLOTHES.values())) == len(USUAL_CLOTHES)
    assert all(top != bottom for top, bottom in USUAL_CLOTHES.values())
    for kind, furs in KNOWN_BY.items():
        assert furs[0] == 0 and max(furs) < len(VOCABULARY.kind(kind).skin)


def test_no_two_strangers_wear_the_same_and_the_order_of_the_words_does_not_matter() -> None:
    cels = [CelPlan(f"one-{index}", "figure", "boy") for index in range(20)]
    looks = usual_looks_among(cels)
    assert len({(one["top_colour"], one["bottom_colour"]) for one in looks.values()}) == 20
    assert usual_looks_among(cels[::-1]) == looks
    assert looks["one-0"] == usual_looks("one-0")


def test_clothes_that_the_words_tell_are_taken() -> None:
    usual = usual_looks("fox")
    told = {"top_colour": usual["top_colour"], "bottom_colour": usual["bottom_colour"]}
    other = CelPlan("ann", "figure", "fox", attributes=told)
    fox = CelPlan("fox", "figure", "fox")
    assert cel_request(fox, None, "cartoon", 1).phrase.startswith(f"fox, {usual['top_colour']} shirt")
    alone, beside = (cel_request(fox, None, "cartoon", 1, company=one) for one in ((fox,), (other, fox)))
    assert alone.phrase != beside.phrase
    girl = replace(other, concept="girl")
    assert cel_request(fox, None, "cartoon", 1, company=(girl, fox)).phrase == alone.phrase  # heroes keep their clothes


def test_what_is_told_of_an_animal_stays_and_people_have_hair_that_goes_with_it() -> None:
    for skin in range(6):
        for name in ("elephant", "Ella"):
            assert usual_details(name, "figure", "elephant", told={"skin": skin})["skin"] == skin
    told = [usual_details(f"girl-{row}", "figure", "girl", told={"skin": 5}) for row in range(30)]
    assert {one["skin"] for one in told} == {5} and {one["hair"] for one in told} == {0, 1}
    assert usual_details("girl", "figure", "girl", told={"skin": 5, "hair": 4})["hair"] == 4
