"""A book as PDF, set by Typst from a template in `resources/pages/`."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image

from storyapp.story.errors import ExportError
from storyapp.story.model import Illustration
from storyapp.story.request import Progress

from .layout import Book

SIZES = {"square": (216, 216), "a4": (210, 297), "a5": (210, 148), "letter": (216, 279)}  # millimetres
Compose = Callable[[Illustration], Image.Image]


def write_pdf(book: Book, target: Path, resources: Path, compose: Compose) -> Iterator[Progress[Path]]:
    """Compose every picture, set the pages, and put the file in its place only when it is whole.

    Raises:
        ExportError: if the file cannot be written.
    """
    if target.is_dir():
        raise ExportError(f"{target} is a folder; give the PDF a file name.")
    try:
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            total = len(book.pages) + 1
            for index, page in enumerate(book.pages):
                yield Progress(index, total, page.title or f"page {index + 1}")
                if page.picture is not None:
                    compose(page.picture).save(folder / f"{index}.png", "PNG")
            yield Progress(total - 1, total, "setting the pages")
            data = _set(book, folder, resources)
            target.parent.mkdir(parents=True, exist_ok=True)
            beside = target.with_name(target.name + ".part")
            beside.write_bytes(data)
            os.replace(beside, target)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportError(f"The PDF could not be written to {target} ({reason}); choose another place.") from error
    yield Progress(total, total, "printed", result=target)


def _set(book: Book, folder: Path, resources: Path) -> bytes:
    import typst

    # Text travels as data, never as markup: nothing that a person writes is interpreted.
    values = {
        "title": book.title,
        "author": book.author,
        "language": book.language,
        "colophon": book.colophon,
        "size": SIZES.get(book.size, SIZES["square"]),
        "cover": next((f"{i}.png" for i, page in enumerate(book.pages) if page.picture), None),
        "pages": [
            {
                "title": page.title,
                "paragraphs": [one.strip() for one in page.text.split("\n") if one.strip()],
                "picture": f"{index}.png" if page.picture else None,
                "caption": page.caption,
            }
            for index, page in enumerate(book.pages)
        ],
    }
    (folder / "book.json").write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8", errors="replace")
    template = folder / "book.typ"
    template.write_text((resources / "pages" / "picture-book.typ").read_text(encoding="utf-8"), encoding="utf-8")
    try:
        found = typst.compile(str(template), root=str(folder), font_paths=[str(resources / "fonts")])
    except (RuntimeError, ValueError) as error:
        raise ExportError(f"The pages could not be set ({str(error).splitlines()[0]}).") from error
    assert isinstance(found, bytes)
    return found
