"""The pictures of a book as PNG or JPEG files in a folder, or one of them alone."""

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

Compose = Callable[[Illustration], Image.Image]  # composes a picture at the size of the book
QUALITY = 92  # of JPEG pictures
JPEG = (".jpg", ".jpeg")
_DESCRIPTION = 0x010E  # the tag of EXIF


def export_pictures(book: Book, folder: Path, compose: Compose, kind: str = "png") -> Iterator[Progress[Path]]:
    """Write one numbered picture per scene, with its caption as metadata; the result is the folder.

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
        write_picture(compose(page.picture), folder / file_name(number, page.title, kind), page.caption)
    yield Progress(len(pages), len(pages), "written", result=folder)


def write_picture(image: Image.Image, target: Path, caption: str) -> None:
    """Write a picture as JPEG or PNG by the suffix of `target`, with its caption as metadata.

    Raises:
        ExportError: if it cannot be written.
    """
    with written_beside(target) as beside:
        if target.suffix.lower() in JPEG:
            metadata = Image.Exif()
            metadata[_DESCRIPTION] = caption.encode("ascii", "replace").decode()  # the tag is ASCII only
            image.convert("RGB").save(beside, "JPEG", quality=QUALITY, subsampling=0, exif=metadata)
        else:
            info = PngInfo()
            info.add_itxt("Description", caption)
            image.save(beside, "PNG", pnginfo=info)


def file_name(number: int, title: str, kind: str = "png") -> str:
    """A file name that is valid on every file system, e.g. "03 nan knows.png"."""
    words = re.sub(r"[^\w\- ]+", "", title, flags=re.UNICODE).strip().lower()[:40].strip()
    return f"{number:02d} {words}.{kind}" if words else f"{number:02d}.{kind}"
