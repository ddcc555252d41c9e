"""Whole stories on the command line: load, illustrate, save, print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from storyapp import paths
from storyapp.export.layout import lay_out
from storyapp.export.pdf import write_pdf
from storyapp.stage.compose import compose
from storyapp.story.book import illustrate_story
from storyapp.story.errors import EmptyStoryError, InputError
from storyapp.story.markdown import story_from_markdown
from storyapp.story.model import Illustration, Story, Style
from storyapp.story.plan import BACKDROP
from storyapp.story.request import Painted, Picture, Progress
from storyapp.story.store import StoryFile

from .painting import look_with

if TYPE_CHECKING:
    from storyapp.engine.illustrator import StoryIllustrator

PAGE_PIXELS = 1536  # of a picture's side on the page


def load(file: Path) -> Story:
    """The story in a .story, .md or .txt file.

    Raises:
        StoryFileError: if a .story file cannot be used.
        InputError: if it is another kind of file, or empty.
    """
    if file.suffix == ".story":
        with StoryFile.open(file, read_only=True) as opened:
            return opened.story
    if file.suffix.lower() not in (".md", ".markdown", ".txt"):
        raise InputError(f"{file} is not a story; give a .story, .md or .txt file.")
    from storyapp.cli import read_text

    return story_from_markdown(read_text(file))


def save(story: Story, file: Path) -> None:
    """Write a .story file."""
    StoryFile.create(file, story).close()


def check_style(story: Story, styles: Mapping[str, Style]) -> None:
    """Refuse a style that does not exist.

    Raises:
        InputError: if there is no such style.
    """
    for style in {story.style, *(scene.style for scene in story.scenes if scene.style)}:
        if style not in styles:
            raise InputError(f"There is no style “{style}”; choose one of: {', '.join(styles)}.")


def illustrated(story: Story, illustrator: StoryIllustrator, seed: int) -> Iterator[Progress[Story]]:
    """Portraits, then every scene."""
    return illustrate_story(story, illustrator, look_with(illustrator), seed)


def to_pdf(story: Story, illustrator: StoryIllustrator, target: Path) -> Iterator[Progress[Path]]:
    """The story as PDF; pictures are composed for the page.

    Raises:
        EmptyStoryError: if there is nothing in it.
        ExportError: if the file cannot be written.
    """
    if not story.scenes:
        raise EmptyStoryError("This story has no scenes yet; write one, then export it.")
    pages = lay_out(story)
    return write_pdf(
        pages, target, paths.resources(), lambda picture: compose_stored(picture, illustrator, PAGE_PIXELS)
    )


def compose_stored(illustration: Illustration, illustrator: StoryIllustrator, side: int) -> Image.Image:
    """A stored picture decoded from its codes and composed at any size."""
    shown = [variant for cel in illustration.chosen if (variant := illustration.shown(cel))]
    cels = {variant.cel: illustrator.picture_of(variant) for variant in shown}
    return compose_painted(Painted(illustration, cels), illustrator, (side, side))


def compose_painted(painted: Painted, illustrator: StoryIllustrator, size: tuple[int, int]) -> Image.Image:
    """A painted picture composed at `size`."""
    images = {cel: _image(picture) for cel, picture in painted.cels.items()}
    backdrop = images.pop(BACKDROP, None)
    illustration = painted.illustration
    style = illustrator.styles.get(illustration.style, next(iter(illustrator.styles.values())))
    return compose(backdrop, images, illustration.placements, illustration.plan, style, illustrator.vocabulary, size)


def _image(picture: Picture) -> Image.Image:
    return Image.frombytes(picture.mode, (picture.width, picture.height), picture.data)
