"""The whole way on the shipped weights: Markdown → pictures → PDF, as a person would see it."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from storyapp import paths
from storyapp.commands.common import make_illustrator
from storyapp.engine.illustrator import StoryIllustrator
from storyapp.stage.pixels import to_image
from storyapp.story.cels import cel_request, portrait_request
from storyapp.story.model import Character, Variant
from storyapp.story.plan import CelPlan
from storyapp.story.request import CelRequest
from storyapp.story.store import StoryFile
from storyapp.story.usual import usual_details

pytestmark = pytest.mark.slow
STORY = """# The Kite

by A. Writer

## Characters

- **Pip**: a fox in a red shirt and blue trousers

## A windy day

Pip ran across the beach with a kite.

## At night

He slept in the bedroom.
"""
ASK = """
from storyapp.commands.common import make_illustrator
from storyapp.story.request import PaintRequest
*_, last = make_illustrator("cpu").illustrate(PaintRequest("The bear danced in the forest at night.", "clay", 3))
picture = last.result.illustration
import hashlib
print(hashlib.sha256(b"".join(picture.shown(cel).codes.to_bytes() for cel in sorted(picture.chosen))).hexdigest())
"""


@pytest.fixture(scope="module")
def engine() -> StoryIllustrator:
    return make_illustrator("cpu")


def test_a_markdown_story_becomes_a_pdf_with_its_words_and_a_picture_on_every_page(tmp_path: Path) -> None:
    (tmp_path / "kite.md").write_text(STORY)
    command = [sys.executable, "-m", "storyapp", "illustrate", str(tmp_path / "kite.md"), "--device", "cpu"]
    done = subprocess.run(
        [*command, "--save", str(tmp_path / "kite.story")], capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    document = pypdfium2.PdfDocument(tmp_path / "kite.pdf")
    pages = [(page, page.get_textpage().get_text_range().replace("\r\n", " ")) for page in document]
    assert "The Kite" in pages[0][1] and "A. Writer" in pages[0][1]
    for words in ("Pip ran across the beach with a kite.", "He slept in the bedroom."):
        page = next(page for page, text in pages if words in text)
        images = [one for one in page.get_objects() if isinstance(one, pypdfium2.PdfImage)]
        assert max(image.get_px_size() for image in images) >= (1024, 1024)
    with StoryFile.open(tmp_path / "kite.story", read_only=True) as opened:
        hero, scenes = opened.story.characters[0], opened.story.scenes
    assert hero.locked and hero.portrait is not None
    assert all(one.illustration and one.illustration.plan.cels[0].who == hero.id for one in scenes)


def test_the_same_request_gives_the_same_codes_in_every_process() -> None:
    told = {
        subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, timeout=300, check=True).stdout
        for _ in range(2)
    }
    assert len(told) == 1
    assert len(told.pop().strip()) == hashlib.sha256().digest_size * 2


def paint_one(engine: StoryIllustrator, request: CelRequest) -> Variant:
    *_, last = engine.paint([request])
    assert last.result is not None
    return last.result[0].variant


def painted(engine: StoryIllustrator, phrase: str, frame: str = "figure", seed: int = 2) -> Image.Image:
    details = usual_details(str(seed), frame)
    *_, last = engine.paint([CelRequest("cel", frame, phrase, "cartoon", seed, details=details)])
    assert last.result is not None
    return to_image(last.result[0].picture)


@pytest.mark.parametrize(("colour", "channel"), [("red", 0), ("green", 1), ("blue", 2)])
def test_a_figure_has_the_colour_that_was_asked_for(engine: StoryIllustrator, colour: str, channel: int) -> None:
    phrase = f"bear, {colour} shirt, {colour} trousers, nothing worn, standing, happy"
    pixels = np.asarray(painted(engine, phrase)).astype(float)
    solid = pixels[..., 3] > 200
    assert 0.1 < solid.mean() < 0.7
    clothes = pixels[300:440][solid[300:440]][:, :3].mean(0)
    assert clothes.argmax() == channel


def test_day_is_brighter_than_night(engine: StoryIllustrator) -> None:
    day, night = (
        np.asarray(painted(engine, f"beach, {time}, clear", "backdrop")).astype(float).mean()
        for time in ("day", "night")
    )
    assert day > night + 30


def test_a_locked_hero_is_nearer_to_the_portrait_than_another_one(engine: StoryIllustrator) -> None:
    hero = Character("mia", "Mia", concept="girl", looks={"top_colour": "purple", "bottom_colour": "yellow"})
    portrait = paint_one(engine, portrait_request(hero, "cartoon", 3))
    locked = replace(hero, portraits=(portrait,), chosen=portrait.id, locked=True)
    waving = CelPlan("mia", "figure", "girl", "mia", {"pose": "waving", "expression": "happy"})
    mine = paint_one(engine, cel_request(waving, locked, "cartoon", 8))
    other = paint_one(engine, cel_request(replace(waving, id="another"), None, "cartoon", 8))
    assert portrait.codes is not None and other.codes is not None
    assert mine.portrait == portrait.codes.mark and mine.likeness is not None
    assert mine.likeness > engine.pairing.likeness(portrait.codes, other.codes)


def test_a_picture_is_found_by_what_it_shows(engine: StoryIllustrator) -> None:
    wanted = {"fox": "fox, red shirt, blue trousers, nothing worn, standing, happy", "kite": "kite", "cake": "cake"}
    frames = {name: "figure" if name == "fox" else "thing" for name in wanted}
    requests = [CelRequest(name, frames[name], phrase, "cartoon", 5) for name, phrase in wanted.items()]
    *_, last = engine.paint(requests)
    assert last.result is not None
    candidates = {one.variant.cel: [one.variant.codes] for one in last.result if one.variant.codes}
    for words in ("a fox", "a kite", "a cake"):
        assert engine.search(words, candidates)[0].key == words.removeprefix("a ")


def test_the_model_card_names_these_weights() -> None:
    card = (paths.model() / "README.md").read_text(encoding="utf-8")
    for name in ("tokenizer", "prior", "bottom", "pairing", "reader"):
        digest = hashlib.sha256((paths.model() / f"{name}.safetensors").read_bytes()).hexdigest()
        assert digest[:16] in card, f"the model card does not name {name}.safetensors {digest[:16]}"
