"""The pictures of a book as PNG files in a folder."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from storyapp.story.errors import EmptyStoryError, ExportError
from storyapp.story.model import Illustration
from storyapp.story.request import Progress

from .layout import Book
from .writing import words_for_errors, written_beside

Compose = Callable[[Illustration], Image.Image]  # a picture as large as it is wanted


def export_pictures(book: Book, folder: Path, compose: Compose) -> Iterator[Progress[Path]]:
    """Write one numbered PNG a picture, described in its metadata; the result is the folder.

    Raises:
        EmptyStoryError: if the book has no pictures.
        ExportError: if the folder cannot be written.
    """
    pages = [(number, page) for number, page in enumerate(book.pages, start=1) if page.picture is not None]
    if not pages:
        raise EmptyStoryError("This story has no pictures yet; illustrate it, then export them.")
    if folder.exists() and not folder.is_dir():
        raise ExportError(f"{folder} is a file; give the name of a folder for the pictures.")
    with words_for_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
    for done, (number, page) in enumerate(pages):
        yield Progress(done, len(pages), page.title)
        assert page.picture is not None
        info = PngInfo()
        info.add_itxt("Description", page.caption)
        image = compose(page.picture)
        with written_beside(folder / file_name(number, page.title)) as beside:
            image.save(beside, "PNG", pnginfo=info)
    yield Progress(len(pages), len(pages), "written", result=folder)


def file_name(number: int, title: str) -> str:
    """A name that every file system takes, e.g. "03 nan knows.png"."""
    words = re.sub(r"[^\w\- ]+", "", title, flags=re.UNICODE).strip().lower()[:40].strip()
    return f"{number:02d} {words}.png" if words else f"{number:02d}.png"
