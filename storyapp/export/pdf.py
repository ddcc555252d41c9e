"""A book as PDF, set by Typst from a template in `resources/pages/`."""

from __future__ import annotations

import colorsys
import json
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from PIL import Image

from storyapp.story.edits import aspect_of
from storyapp.story.emphasis import runs
from storyapp.story.errors import ExportError
from storyapp.story.request import Progress

from .choices import TYPES
from .images import QUALITY, Compose
from .layout import PAGE_SIZES, Book, Page, language_of
from .writing import check_target, words_for_errors, written_beside

PLAIN_COVER = "#3f5560"
PAPER, PRINTED_PAPER = "#fffdf8", "#ffffff"  # white for a printing house, which has its own paper
PLACEHOLDER = "#ddd6cb"  # of a picture that a preview does not have yet
# Typst refuses PDF/UA-1 if a glyph is missing; the book is then still tagged, without claiming the standard.
STANDARDS: tuple[list[Any], ...] = (["ua-1"], [])
MOST_LETTERS = 24  # listed in the notice about missing glyphs
_MISSING = re.compile(r'the text `"((?:[^"\\]|\\.)+)"` could not be displayed')
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]+)\}|(.))")


def export_pdf(book: Book, target: Path, resources: Path, compose: Compose) -> Iterator[Progress[Path]]:
    """Compose every picture, typeset the pages, and write the file atomically.

    The last step has a `notice` if a letter is in no font.

    Raises:
        ExportError: if the file cannot be written.
    """
    check_target(target)
    total = len(book.pages) + 1
    with words_for_errors(target), tempfile.TemporaryDirectory(prefix="storyapp-") as scratch:
        folder = Path(scratch)
        cover = PLAIN_COVER
        for index, page in enumerate(book.pages):
            yield Progress(index, total, page.title or f"page {index + 1}")
            if page.picture is not None:
                picture = compose(page.picture).convert("RGB")
                _keep(picture, folder / _file_name(book, index))
                if index == book.cover:
                    cover = cover_colour(picture)
        yield Progress(total - 1, total, "setting the pages")
        (folder / "book.json").write_text(json.dumps(page_data(book, cover), ensure_ascii=False), encoding="utf-8")
        data, missing = set_pages(folder, resources)
        with written_beside(target) as beside:
            beside.write_bytes(data)
    yield Progress(total, total, "printed", result=target, notice=words_for_missing(missing))


def page_data(book: Book, cover_ground: str) -> dict[str, Any]:
    """The data that the template reads. Text is data, so nothing that a person writes is taken for markup."""
    cover_page = None if book.cover is None else book.pages[book.cover]
    return {
        "title": book.title,
        "author": book.author,
        "language": book.language,
        "colophon": book.colophon,
        "colophon-language": book.colophon_language,
        "size": PAGE_SIZES[book.size],
        "type-size": book.type_size,
        "type-scale": TYPES[book.type],
        "cover-page": book.cover_page,
        "cover": None if book.cover is None else _file_name(book, book.cover),
        "cover-aspect": 1.0 if cover_page is None else _aspect(cover_page),
        "cover-caption": "" if cover_page is None else cover_page.caption,
        "cover-ground": cover_ground,
        "dedication": [line.strip() for line in book.dedication.splitlines()],
        "numbers": book.numbers,
        "paper": PRINTED_PAPER if book.bleed else PAPER,
        "bleed": book.bleed,
        "marks": book.marks,
        "pages": [_page_values(book, index, page) for index, page in enumerate(book.pages)],
    }


def _page_values(book: Book, index: int, page: Page) -> dict[str, Any]:
    return {
        "title": page.title,
        "paragraphs": [[_line(line, page.language) for line in lines] for lines in page.paragraphs],
        "picture": _file_name(book, index) if book.shows(index) else None,
        "aspect": _aspect(page),
        "caption": page.caption or "Picture of this page",
        "language": page.language,
        "right-to-left": page.right_to_left,
    }


def _aspect(page: Page) -> float:
    """Width of a page's picture over its height."""
    return aspect_of(page.picture) if page.picture else 1.0


def _line(line: str, language: str) -> dict[str, Any]:
    """A line with its language: a page may have two, one under the other."""
    faces = [{"words": run.words, "bold": run.bold, "italic": run.italic} for run in runs(line)]
    return {"language": language_of(line, language), "runs": faces}


def _file_name(book: Book, index: int) -> str:
    """The file of a page's picture: PNG for a printing house, else JPEG."""
    return f"{index}.png" if book.bleed else f"{index}.jpg"


def _keep(picture: Image.Image, file: Path) -> None:
    if file.suffix == ".png":
        picture.save(file, "PNG", compress_level=1)
    else:
        picture.save(file, "JPEG", quality=QUALITY, subsampling=0)


def set_pages(folder: Path, resources: Path) -> tuple[bytes, list[str]]:
    """Typeset the `book.json` and pictures in `folder`; the PDF, and the letters that no font has.

    Raises:
        ExportError: if the pages cannot be set.
    """
    compiler, failure = _compiler(folder, resources), None
    for standards in STANDARDS:
        try:
            data = compiler.compile(format="pdf", pdf_standards=standards)
        except (RuntimeError, ValueError) as error:
            failure = error
        else:
            assert isinstance(data, bytes)
            return data, missing_letters(getattr(failure, "diagnostic", ""))
    raise _not_set(failure) from failure


def draw_pages(book: Book, pictures: Mapping[int, Image.Image], resources: Path, width: int) -> list[bytes]:
    """Every page of a book as a PNG of about `width` pixels; `pictures` by page index, missing ones are grey.

    Raises:
        ExportError: if the pages cannot be set.
    """
    front = None if book.cover is None else pictures.get(book.cover)
    with tempfile.TemporaryDirectory(prefix="storyapp-") as scratch:
        folder = Path(scratch)
        for index, page in enumerate(book.pages):
            if page.picture is not None:
                picture = pictures.get(index) or Image.new("RGB", (16, 16), PLACEHOLDER)
                _keep(picture.convert("RGB"), folder / _file_name(book, index))
        data = page_data(book, cover_colour(front) if front else PLAIN_COVER)
        return _drawn(data, folder, resources, width)


def draw_cover(
    book: Book, picture: Image.Image | None, resources: Path, size: tuple[float, float], width: int
) -> bytes:
    """The cover alone, of a size in millimetres, as a PNG of about `width` pixels.

    Raises:
        ExportError: if it cannot be set.
    """
    with tempfile.TemporaryDirectory(prefix="storyapp-") as scratch:
        folder = Path(scratch)
        data = page_data(book, cover_colour(picture) if picture else PLAIN_COVER)
        data |= {"pages": [], "size": size, "cover-page": True, "dedication": [], "bleed": 0, "marks": False}
        if picture is not None and book.cover is not None:
            _keep(picture.convert("RGB"), folder / _file_name(book, book.cover))
        else:
            data["cover"] = None
        return _drawn(data, folder, resources, width)[0]


def _drawn(data: Mapping[str, Any], folder: Path, resources: Path, width: int) -> list[bytes]:
    (folder / "book.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    try:
        drawn = _compiler(folder, resources).compile(format="png", ppi=width * 25.4 / data["size"][0])
    except (RuntimeError, ValueError) as error:
        raise _not_set(error) from error
    assert drawn is not None
    return [drawn] if isinstance(drawn, bytes) else drawn


def _compiler(folder: Path, resources: Path) -> Any:
    import typst

    template = folder / "book.typ"
    template.write_bytes((resources / "pages" / "picture-book.typ").read_bytes())
    return typst.Compiler(str(template), root=str(folder), font_paths=[str(resources / "fonts")])


def _not_set(failure: Exception | None) -> ExportError:
    reason = str(failure).strip().splitlines()[0]
    return ExportError(f"The pages could not be set ({reason}); change the words there and export again.")


def missing_letters(diagnostic: str) -> list[str]:
    """The distinct letters that Typst could not typeset, parsed from its diagnostic."""
    found = [_ESCAPE.sub(_letter, one) for one in _MISSING.findall(diagnostic)]
    return list(dict.fromkeys(one for one in found if one.strip()))


def _letter(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16)) if escape[1] else escape[2]


def words_for_missing(letters: Sequence[str]) -> str:
    """The notice about letters that could not be printed; empty if there are none."""
    if not letters:
        return ""
    shown = " ".join(letters[:MOST_LETTERS]) + (" …" if len(letters) > MOST_LETTERS else "")
    return (
        f"No font on this computer can print these letters: {shown}. There is an empty box for each of them; "
        "use other letters, or install a font that has them and export again."
    )


def cover_colour(picture: Image.Image) -> str:
    """A dark colour with the hue of a picture, as a ground for white letters (#rrggbb)."""
    red, green, blue = picture.convert("RGB").resize((1, 1), Image.Resampling.BOX).tobytes()
    hue, _, saturation = colorsys.rgb_to_hls(red / 255, green / 255, blue / 255)
    deep = colorsys.hls_to_rgb(hue, 0.25, min(0.38, max(0.16, saturation)))
    return "#" + "".join(f"{round(255 * value):02x}" for value in deep)
