"""The command line, run as a person runs it, on a tiny random model."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from storyapp import paths
from storyapp.commands.paint import PaintSettings, cast_from
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.request import Options
from storyapp.story.store import StoryFile

from .fakes import FakeIllustrator
from .models import write_tiny_model

STORY = """# The Kite

## Characters

- **Pip**: a fox in a red shirt

## One

Pip ran in the forest.

## Two

He slept on the beach at night.
"""


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("cli")
    model = write_tiny_model(folder / "model")
    own = {"STORYAPP_MODEL": str(model), "XDG_CACHE_HOME": str(folder / "cache"), "XDG_DATA_HOME": str(folder / "data")}
    return {**os.environ, **own, "OMP_NUM_THREADS": "1", "PYTHONWARNINGS": "error"}


def storyapp(environment: dict[str, str], *arguments: object, code: int = 0) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "storyapp", *map(str, arguments)]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=300, cwd=paths.model().parents[1]
    )
    assert done.returncode == code, done.stderr
    return done


def test_a_painted_picture_can_be_painted_again_identically(environment: dict[str, str], tmp_path: Path) -> None:
    one, other = tmp_path / "one.png", tmp_path / "other.png"
    arguments = ("--style", "ink", "--seed", 4, "--steps", 3, "--size", 200, "--character", "Pip=a fox in a red shirt")
    storyapp(environment, "paint", "Pip ran through the forest.", "--out", one, *arguments)
    storyapp(environment, "paint", "--from", one, "--out", other)
    assert one.read_bytes() == other.read_bytes()
    with Image.open(one) as image:
        assert image.size == (200, 200)
        recipe = json.loads(image.info["storyapp"])
    assert (recipe["words"], recipe["style"], recipe["seed"]) == ("Pip ran through the forest.", "ink", 4)


def test_read_prints_one_plan_a_line(environment: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "scenes.txt"
    file.write_text("The fox ran in the forest.\n\nA bear slept at night.\n")
    lines = storyapp(environment, "read", "--file", file, "--json").stdout.splitlines()
    first, second = (json.loads(line) for line in lines)
    assert (first["setting"], first["cels"][0]["concept"]) == ("forest", "fox")
    assert second["time"] == "night"
    assert set(first) == {"setting", "time", "weather", "cels", "not_drawn"}


def test_a_story_becomes_a_pdf_and_a_story_file_that_can_be_exported(
    environment: dict[str, str], tmp_path: Path
) -> None:
    source, pdf, kept = tmp_path / "kite.md", tmp_path / "kite.pdf", tmp_path / "kite.story"
    source.write_text(STORY)
    told = storyapp(environment, "illustrate", source, "--out", pdf, "--save", kept, "--style", "clay")
    assert str(pdf) in told.stdout
    assert len(pypdfium2.PdfDocument(pdf)) >= 2
    with StoryFile.open(kept, read_only=True) as opened:
        story = opened.story
    assert all(scene.illustration for scene in story.scenes)
    assert story.style == "clay"
    assert story.characters[0].locked
    again = tmp_path / "again.pdf"
    storyapp(environment, "export", kept, "--to", again, "--page", "a5")
    assert len(pypdfium2.PdfDocument(again)) >= 2
    storyapp(environment, "export", kept, "--to", f"{tmp_path / 'pictures'}/")
    assert len(list((tmp_path / "pictures").glob("*.png"))) == 2
    markdown = tmp_path / "again.md"
    storyapp(environment, "export", kept, "--to", markdown)
    assert len(list((tmp_path / "again pictures").glob("*.png"))) == 2
    assert "again pictures/" in markdown.read_text(encoding="utf-8")


def test_the_vocabulary_is_listed(environment: dict[str, str]) -> None:
    listed = json.loads(storyapp(environment, "world", "--list", "--json", "--count", 3).stdout)
    assert len(listed["kinds"]) == 3
    assert set(listed) >= {"settings", "kinds", "poses", "things", "styles"}


@pytest.mark.parametrize(
    "command", ["", "paint", "illustrate", "export", "train", "evaluate", "bench", "world", "read"]
)
def test_help_answers_at_once_because_nothing_heavy_is_imported(command: str) -> None:
    code = (
        "import sys\nfrom storyapp.cli import app\n"
        "app(sys.argv[1:], standalone_mode=False)\n"
        "print([one for one in ('torch', 'numpy', 'PIL', 'cv2', 'PySide6', 'typst', 'sqlite3') if one in sys.modules])"
    )
    arguments = [one for one in (command, "--help") if one]
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    assert "Usage:" in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_long_description_of_a_character_is_taken_for_no_file(vocabulary: Vocabulary) -> None:
    settings = PaintSettings("cartoon", 1, Options())
    (fox,) = cast_from([f"Pip={'a very old and very kind ' * 15}fox"], FakeIllustrator(vocabulary), settings)  # type: ignore[arg-type]
    assert fox.concept == "fox" and fox.locked


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("paint", "A fox.", "--style", "oil", "--out", "x.png"), "choose one of"),
        (("paint", "…", "--out", "{tmp}/x.png"), "write what happens"),
        (("paint", "A fox.", "--character", "Pip", "--out", "{tmp}/x.png"), "NAME="),
        (("paint", "A fox.", "--character", "Pip=gone.png", "--out", "{tmp}/x.png"), "gone.png"),
        (("paint", "A fox.", "--out", "{tmp}/text.md/x.png"), "text.md"),
        (("paint", "A fox.", "--out", f"{{tmp}}/{'x' * 300}.png"), "could not be written"),
        (("paint", "--from", "{tmp}/text.md", "--out", "{tmp}/x.png"), "not painted by storyapp"),
        (("illustrate", "{tmp}/gone.md"), "check the name"),
        (("illustrate", "{tmp}/empty.md"), "no words"),
        (("illustrate", "{tmp}/picture.jpg"), "not a story"),
        (("export", "{tmp}/text.story", "--to", "{tmp}/x.pdf"), "text.story"),
        (("open", "{tmp}/gone.story"), "gone.story"),
    ],
)
def test_every_error_is_one_sentence_without_a_traceback(
    environment: dict[str, str], tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    for name, content in (("text.md", "words"), ("text.story", "words"), ("empty.md", ""), ("picture.jpg", "x")):
        (tmp_path / name).write_text(content)
    done = storyapp(environment, *(one.format(tmp=tmp_path) for one in arguments), code=1)
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "x.png").exists()


def test_debug_shows_where_an_error_arose(environment: dict[str, str], tmp_path: Path) -> None:
    done = storyapp(environment, "illustrate", tmp_path / "gone.md", "--debug", code=1)
    assert "Traceback" in done.stderr


@pytest.mark.parametrize("arguments", [("paint",), ("nonsense",), ("paint", "A fox.", "--seed", "x", "--out", "x.png")])
def test_wrong_usage_is_told(environment: dict[str, str], arguments: tuple[str, ...]) -> None:
    done = storyapp(environment, *arguments, code=2)
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()
