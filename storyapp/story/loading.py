"""Loads a story from any supported file: .story, text, or a word processor's document."""

from __future__ import annotations

from pathlib import Path

from .errors import InputError
from .foreign_texts import in_its_language
from .markdown import story_from_markdown
from .model import Story
from .store import StoryFile
from .text_files import read_text

TEXT_ENDINGS = (".md", ".markdown", ".txt", ".docx", ".odt")


def load_story(file: Path) -> Story:
    """The story in a file.

    Raises:
        StoryFileError: if a .story file cannot be used.
        InputError: if it is another kind of file, or empty.
    """
    if file.suffix.lower() == ".story":
        with StoryFile.open(file, read_only=True) as opened:
            return opened.story
    if file.suffix.lower() not in TEXT_ENDINGS:
        raise InputError(f"{file} is not a story; give a .story, .md, .txt, .docx or .odt file.")
    return in_its_language(story_from_markdown(read_text(file)))
