"""`storyapp export`: an illustrated story as a book or as pictures."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from storyapp import paths
from storyapp.story.errors import InputError
from storyapp.story.model import Illustration

from .common import make_illustrator, show
from .options import Device, DeviceOption, PageOption

if TYPE_CHECKING:
    from PIL.Image import Image


def export(
    story_file: Annotated[Path, typer.Argument(metavar="STORY", help="FILE.story.")],
    to: Annotated[
        Path, typer.Option(help="FILE.pdf, .epub, .docx or .md, or a folder (with a / at the end) for pictures.")
    ],
    page: PageOption = None,
    device: DeviceOption = Device.auto,
) -> None:
    """Write an illustrated story as PDF, EPUB, Word or Markdown, or its pictures into a folder."""
    from storyapp.export.making import make_book
    from storyapp.export.stored import compose_stored
    from storyapp.story.loading import load_story

    check_ending(to)
    engine = functools.cache(lambda: make_illustrator(device))  # made only if there is a picture

    def compose(picture: Illustration, side: int) -> Image:
        return compose_stored(picture, side, engine().picture_of, engine().vocabulary, engine().styles)

    print(show(make_book(load_story(story_file), to, paths.resources(), compose, page), "writing"))


def check_ending(to: Path) -> None:
    """Check that the suffix of `to` is a known kind of book.

    Raises:
        InputError: if it is not.
    """
    from storyapp.export.making import ENDINGS

    if to.suffix and to.suffix.lower() not in ENDINGS and not to.is_dir():
        raise InputError(
            "storyapp writes PDF, EPUB, Word and Markdown files and folders of pictures; "
            f"give a name that ends in .pdf, .epub, .docx, .md or /, not {to}."
        )
