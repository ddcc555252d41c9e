"""What is asked of the painter: phrases, portraits and the details that words leave open."""

from __future__ import annotations

from dataclasses import replace

from storyapp.story.cels import backdrop_request, cel_request, next_portrait, portrait_request
from storyapp.story.codes import CodeGrid
from storyapp.story.model import Character, Variant
from storyapp.story.plan import DETAILS, DETAILS_OF, STILL, CelPlan, ScenePlan
from storyapp.story.request import Options

MIA = Character("m", "Mia", concept="girl", looks={"top_colour": "red"})
CODES = CodeGrid("figure", 2, 2, 1, (1, 2, 3, 4))
WHO = {"skin": 4, "hair": 0, "hair_style": 2, "build": 1}
PORTRAIT = Variant("v", "portrait-Mia", "girl", "ink", 1, CODES, details={**WHO, "sway": 1})
LOCKED = replace(MIA, portraits=(PORTRAIT,), chosen="v", locked=True, strength=1.4)
WALK = CelPlan("mia", "figure", "girl", "m", {"pose": "walking"})
WOODS = ScenePlan("forest", "night", "snow")


def test_a_portrait_stands_and_faces_the_reader() -> None:
    walking = replace(MIA, looks={"top_colour": "red", "pose": "walking", "facing": "left"})
    request = portrait_request(walking, "ink", 5, Options(steps=3))
    assert request.frame == "figure"
    assert request.phrase.startswith("girl, red shirt, ")
    assert request.phrase.endswith(" trousers, nothing worn, standing, happy")
    assert (request.style, request.seed, request.options.steps) == ("ink", 5, 3)


def test_candidates_for_a_portrait_differ_in_what_nobody_told() -> None:
    told = replace(MIA, looks={"skin": "4", "hair": "1"})
    candidates = [portrait_request(told, "ink", seed).details for seed in range(8)]
    assert all(one["skin"] == 4 and one["hair"] == 1 for one in candidates)
    assert len({(one["hair_style"], one["build"]) for one in candidates}) > 2
    assert all(one[name] < DETAILS[name] for one in candidates for name in DETAILS_OF["figure"])


def test_another_portrait_keeps_what_was_not_changed() -> None:
    first = portrait_request(MIA, "ink", 1)
    portrait = Variant("v", first.cel, first.phrase, "ink", 1, CODES, details=first.details)
    mia = replace(MIA, portraits=(portrait,), chosen="v", locked=True)
    other = (first.details["hair"] + 1) % DETAILS["hair"]
    dyed = next_portrait(replace(mia, looks={**mia.looks, "hair": str(other)}), "ink", 99)
    assert (dyed.phrase, dyed.seed, dyed.details) == (first.phrase, 1, {**first.details, "hair": other})
    dressed = next_portrait(replace(mia, looks={"top_colour": "blue"}), "ink", 99)
    assert dressed.phrase == first.phrase.replace("red shirt", "blue shirt") and dressed.details == first.details
    nothing_changed = next_portrait(mia, "ink", 99)
    assert nothing_changed == portrait_request(MIA, "ink", 99) and nothing_changed.details != first.details
    drawn = replace(portrait, codes=None, drawing=b"png")
    assert next_portrait(replace(mia, portraits=(drawn,)), "ink", 99) == portrait_request(MIA, "ink", 99)


def test_who_has_no_portrait_is_the_same_on_every_page() -> None:
    fox = CelPlan("fox", "figure", "fox")
    first, second = (cel_request(fox, None, "ink", seed) for seed in (1, 2))
    assert first.phrase == second.phrase
    assert all(first.details[name] == second.details[name] for name in WHO)
    other = cel_request(replace(fox, id="fox-2"), None, "ink", 1)
    assert (other.phrase, other.details) != (first.phrase, first.details)  # two foxes are not twins
    assert cel_request(WALK, MIA, "ink", 1).phrase.startswith("girl, red shirt, ")


def test_a_locked_portrait_tells_the_looks_and_who_it_is() -> None:
    request = cel_request(WALK, LOCKED, "ink", 9)
    assert request.phrase == "girl, walking, " + request.phrase.rsplit(", ", 1)[1]
    assert (request.portraits, request.strength) == ((CODES,), 1.4)
    assert {name: request.details[name] for name in WHO} == WHO
    brought = replace(LOCKED, portraits=(replace(PORTRAIT, details={}),))
    assert cel_request(WALK, brought, "ink", 9).details == {"sway": STILL}


def test_looks_that_the_portrait_was_painted_from_are_said_again() -> None:
    as_told = replace(PORTRAIT, phrase=portrait_request(MIA, "ink", PORTRAIT.seed).phrase)
    painted = replace(LOCKED, portraits=(as_told,))
    looks = as_told.phrase.removesuffix(", standing, happy")
    assert cel_request(WALK, painted, "ink", 9).phrase.startswith(f"{looks}, walking")
    described_anew = replace(painted, looks={"top_colour": "green"})
    assert cel_request(WALK, described_anew, "ink", 9).phrase.startswith("girl, walking")


def test_up_to_three_portraits_are_followed_the_shown_one_first() -> None:
    others = [replace(PORTRAIT, id=f"v{n}", codes=replace(CODES, top=(n, n, n, n))) for n in range(4)]
    several = replace(LOCKED, portraits=(*others, PORTRAIT), also=("v1", "v3", "v0", "gone"))
    assert [one.id for one in several.followed] == ["v", "v0", "v1"]
    assert cel_request(WALK, several, "ink", 9).portraits == (CODES, others[0].codes, others[1].codes)
    assert replace(several, locked=False).followed == ()
    assert [one.id for one in replace(several, chosen="v1").followed] == ["v1", "v0", "v3"]


def test_another_outfit_keeps_the_portrait_and_the_rest_of_its_clothes() -> None:
    coat = replace(WALK, attributes={"pose": "walking", "top_colour": "yellow"})
    request = cel_request(coat, LOCKED, "ink", 9)
    usual = portrait_request(LOCKED, "ink", PORTRAIT.seed).phrase.split(", ")
    assert request.phrase.split(", ")[:4] == ["girl", "yellow shirt", usual[2], "nothing worn"]
    assert request.portraits == (CODES,)


def test_a_thing_has_no_details() -> None:
    request = cel_request(CelPlan("kite", "thing", "kite"), None, "ink", 1)
    assert (request.phrase, request.details) == ("kite", {})


def test_another_seed_shows_another_view_of_a_place() -> None:
    views = {tuple(backdrop_request(WOODS, "ink", seed).details.items()) for seed in range(6)}
    assert len(views) > 3
    assert backdrop_request(WOODS, "ink", 1).phrase == "forest, night, snow"


def test_what_is_painted_over_in_part_keeps_its_view() -> None:
    view = {"camera": 1, "hue": 2, "layout": 3}
    shown = Variant(
        "b", "backdrop", "forest, day, clear", "ink", 3, CodeGrid("backdrop", 2, 2, 1, (1, 2, 3, 4)), details=view
    )
    assert backdrop_request(WOODS, "ink", 8, like=shown).details == view
    place = backdrop_request(WOODS, "ink", 8, place=shown)
    assert (place.details, place.portraits) == (view, (shown.codes,))
    again = cel_request(WALK, MIA, "ink", 8, like=PORTRAIT).details
    assert {name: again[name] for name in PORTRAIT.details} == PORTRAIT.details
