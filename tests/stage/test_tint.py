"""Things in told colours: their own area takes the colour, and what is beside it stays as it is."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw

from storyapp.stage.compose import Composer
from storyapp.stage.oklab import from_oklab, of_hex, to_oklab
from storyapp.stage.tint import TONES, as_told, find_area, tinted
from storyapp.story.plan import Box, CelPlan, Placement, ScenePlan

RED, DARK_RED, LIGHT_RED = "#f8312f", "#c21f28", "#fb7a74"
GREEN, WINDOW, TYRE, WHITE, WOOD, TAN = "#00d26a", "#26c9fc", "#321b41", "#f8f6fb", "#6d4534", "#f3ad61"


def drawn(*areas: tuple[str, tuple[int, int, int, int]]) -> Image.Image:
    """A cel of rectangles (colour, box)."""
    image = Image.new("RGBA", (128, 128))
    for colour, box in areas:
        ImageDraw.Draw(image).rectangle(box, fill=colour)
    return image


def car() -> Image.Image:
    """A body with a shadow and a light, two windows, and wheels."""
    return drawn(
        (RED, (4, 30, 123, 100)),
        (DARK_RED, (4, 88, 123, 100)),
        (LIGHT_RED, (8, 32, 40, 38)),
        (WINDOW, (50, 38, 80, 60)),
        (WINDOW, (86, 38, 116, 60)),
        (TYRE, (14, 96, 44, 124)),
        (TYRE, (84, 96, 114, 124)),
    )


BODY, SHADE, LIGHT, PANE, WHEEL = (24, 70), (64, 95), (20, 35), (65, 48), (28, 112)


def at(image: Image.Image, place: tuple[int, int]) -> Any:
    """The colour of a pixel in OKLab."""
    return to_oklab(np.asarray(image)[place[1], place[0], :3].astype(np.float32) / 255)


def near(image: Image.Image, place: tuple[int, int], tone: str, far: float = 0.06) -> bool:
    return float(np.linalg.norm(at(image, place) - of_hex(tone))) < far


def test_oklab_is_undone() -> None:
    colours = np.random.default_rng(1).random((64, 3), np.float32)
    assert np.abs(from_oklab(to_oklab(colours)) - colours).max() < 1e-3
    assert to_oklab(np.ones(3, np.float32)) == pytest.approx([1, 0, 0], abs=1e-3)


@pytest.mark.parametrize("colour", [one for one in TONES if one != "red"])
def test_a_body_takes_the_colour_and_keeps_its_shades(colour: str) -> None:
    changed = tinted(car(), colour, "car")
    assert near(changed, BODY, TONES[colour])
    assert at(changed, SHADE)[0] < at(changed, BODY)[0] < at(changed, LIGHT)[0] + 0.02


@pytest.mark.parametrize("colour", ["blue", "yellow", "white", "black"])
def test_panes_and_wheels_stay(colour: str) -> None:
    changed = tinted(car(), colour, "car")
    assert near(changed, PANE, WINDOW, 0.02) and near(changed, WHEEL, TYRE, 0.02)
    assert changed.getchannel("A").tobytes() == car().getchannel("A").tobytes()


def test_what_has_the_colour_already_is_left_alone() -> None:
    assert tinted(car(), "red", "car").tobytes() == car().tobytes()
    assert tinted(car(), "no such colour", "car").tobytes() == car().tobytes()
    assert tinted(Image.new("RGBA", (8, 8)), "red").tobytes() == bytes(8 * 8 * 4)


def test_a_cel_that_is_all_something_else_stays() -> None:
    water = drawn((WINDOW, (4, 60, 124, 124)))
    assert tinted(water, "red", "sailboat").tobytes() == water.tobytes()


def test_the_leaf_of_an_apple_and_the_trunk_of_a_tree_stay() -> None:
    apple = drawn((RED, (10, 30, 118, 120)), (GREEN, (40, 8, 80, 26)))
    assert near(tinted(apple, "yellow"), (60, 80), TONES["yellow"]) and near(
        tinted(apple, "blue"), (60, 16), GREEN, 0.02
    )
    tree = drawn((GREEN, (10, 4, 118, 84)), (WOOD, (50, 86, 76, 124)))
    assert near(tinted(tree, "orange"), (60, 40), TONES["orange"]) and near(
        tinted(tree, "orange"), (62, 110), WOOD, 0.02
    )


def test_a_flower_is_its_petals_however_large_its_leaves_are() -> None:
    flower = drawn((RED, (40, 4, 88, 44)), (GREEN, (8, 50, 120, 124)))
    assert near(tinted(flower, "blue", "tulip"), (64, 20), TONES["blue"])
    assert near(tinted(flower, "blue", "tulip"), (64, 90), GREEN, 0.02)
    assert near(tinted(flower, "blue", "bush"), (64, 90), TONES["blue"])


def test_what_is_white_takes_the_colour_where_little_else_has_one() -> None:
    sheep = drawn((WHITE, (8, 20, 120, 100)), (TAN, (90, 30, 120, 50)), (TYRE, (20, 100, 30, 124)))
    assert near(tinted(sheep, "black"), (40, 60), TONES["black"]) and near(
        tinted(sheep, "pink"), (40, 60), TONES["pink"]
    )
    assert near(tinted(sheep, "pink"), (105, 40), TAN, 0.03)


def test_what_has_many_colours_takes_one_as_a_whole() -> None:
    kite = drawn(
        (RED, (8, 8, 60, 60)), ("#fcd53f", (62, 8, 120, 60)), (GREEN, (8, 62, 60, 120)), (WINDOW, (62, 62, 120, 120))
    )
    changed = np.asarray(tinted(kite, "blue", "kite")).astype(int)
    solid = changed[..., 3] > 0
    assert (changed[solid][:, 2] > changed[solid][:, 0]).all()


def test_no_line_is_left_between_two_colours() -> None:
    """The pixels between red and blue are purple, and would stay so."""
    soft = car().resize((64, 64), Image.Resampling.BOX).resize((128, 128), Image.Resampling.BICUBIC)
    changed = np.asarray(tinted(soft, "blue", "car")).astype(np.float32) / 255
    lab = to_oklab(changed[..., :3])[changed[..., 3] > 0.9]
    assert (lab[:, 1] > 0.06).mean() < 0.01


def test_only_things_of_which_a_colour_is_told_are_tinted() -> None:
    told = CelPlan("car", "thing", "car", attributes={"colour": "blue"})
    assert near(as_told(car(), told), BODY, TONES["blue"])
    for other in (None, CelPlan("car", "thing", "car"), CelPlan("fox", "figure", "fox", attributes={"colour": "blue"})):
        assert as_told(car(), other) is not None and near(as_told(car(), other), BODY, RED, 0.02)


@pytest.mark.parametrize("style", ["cartoon", "watercolour", "clay", "crayon", "cutout"])
def test_a_composed_picture_shows_the_colour_in_every_style(style: str, styles: Any, vocabulary: Any) -> None:
    def blue(attributes: dict[str, str], drawn_by_hand: frozenset[str] = frozenset()) -> float:
        plan = ScenePlan(cels=(CelPlan("car", "thing", "car", attributes=attributes),))
        composer = Composer(None, {"car": car()}, plan, styles[style], vocabulary, (128, 128), drawn_by_hand)
        picture = np.asarray(composer.compose([Placement("car", Box(0, 0, 1, 1))])).astype(int)
        part = picture[66:84, 16:40].reshape(-1, 3).mean(0)
        return float(part[2] - part[0])

    assert blue({"colour": "blue"}) > 40 > -40 > blue({})
    assert blue({"colour": "blue"}, frozenset(("car",))) < -40  # a person's own drawing stays as it is


def test_an_area_tells_what_it_is() -> None:
    pixels = np.asarray(car()).astype(np.float32) / 255
    area = find_area(to_oklab(pixels[..., :3]), pixels[..., 3], "car")
    assert area is not None and 20 < area.hue < 35 and area.mask[70, 24] > 0.9 > 0.1 > area.mask[48, 65]
