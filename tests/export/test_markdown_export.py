"""Stories as Markdown with pictures beside it, and back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from storyapp.export.markdown import export_markdown
from storyapp.story.errors import EmptyStoryError
from storyapp.story.markdown import story_from_markdown
from storyapp.story.model import Story

from .books import compose, story


def written(book: Story, target: Path) -> str:
    *_, last = export_markdown(book, target, compose)
    assert last.result == target
    return target.read_text(encoding="utf-8")


def test_words_are_written_with_their_pictures_beside_them(tmp_path: Path) -> None:
    text = written(story("The fox ran.", "The bear slept."), tmp_path / "kite (2).md")
    assert "# The Kite\n\nby A. Writer\n\n## Scene 1\n\n![Scene 1](<kite (2) pictures/01 scene 1.png>)" in text
    pictures = sorted((tmp_path / "kite (2) pictures").iterdir())
    assert [one.name for one in pictures] == ["01 scene 1.png", "02 scene 2.png"]
    with Image.open(pictures[0]) as picture:
        assert picture.size == (300, 300)
    again = story_from_markdown(text)
    assert [(one.title, one.text) for one in again.scenes] == [
        ("Scene 1", "The fox ran."),
        ("Scene 2", "The bear slept."),
    ]


def test_without_pictures_there_is_no_folder(tmp_path: Path) -> None:
    text = written(story("The fox ran.", pictures=False), tmp_path / "kite.md")
    assert "![" not in text and [one.name for one in tmp_path.iterdir()] == ["kite.md"]


def test_half_a_letter_is_written_as_a_question_mark(tmp_path: Path) -> None:
    assert "a ? kite" in written(story("a \ud83e kite", pictures=False), tmp_path / "kite.md")


def test_an_empty_story_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EmptyStoryError):
        list(export_markdown(replace(Story("s")), tmp_path / "kite.md", compose))
    assert list(tmp_path.iterdir()) == []
