"""Writes a book as EPUB 3: reflowable text, pictures with alternative texts."""

from __future__ import annotations

import io
import uuid
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from PIL import Image

from storyapp.story.emphasis import runs
from storyapp.story.request import Progress
from storyapp.story.text_facts import RIGHT_TO_LEFT

from .images import QUALITY, Compose
from .layout import Book, Page
from .pdf import draw_cover
from .writing import check_target, words_for_errors, written_beside

COVER_SIZE, COVER_PIXELS = (150.0, 220.0), 1200  # millimetres that the cover is set in, and its width
MARK = "storyapp:"  # what the number of a book is made from, with the story's id
STYLE = """body { font-family: serif; line-height: 1.5; margin: 1em; }
h1 { font-size: 1.3em; text-align: start; page-break-after: avoid; break-after: avoid; }
p { margin: 0 0 0.8em 0; orphans: 2; widows: 2; }
figure { margin: 0 0 1em 0; text-align: center; page-break-inside: avoid; break-inside: avoid; }
figure img { max-width: 100%; max-height: 70vh; }
.cover { margin: 0; text-align: center; }
.cover img { max-width: 100%; max-height: 100vh; }
.front { text-align: center; margin-top: 25%; }
.front h1 { font-size: 2em; text-align: center; }
.dedication { font-style: italic; text-align: center; margin-top: 30%; }
.colophon { font-size: 0.8em; margin-top: 30%; }
"""
CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


@dataclass(frozen=True)
class _Part:
    """One XHTML file: its name, its entry in the table of contents (empty: none), and its content."""

    name: str
    title: str
    text: str


def export_epub(book: Book, target: Path, resources: Path, compose: Compose, story_id: str) -> Iterator[Progress[Path]]:
    """Compose every picture, and write the file atomically.

    Raises:
        ExportError: if the file cannot be written.
    """
    check_target(target)
    total = len(book.pages) + 1
    with words_for_errors(target), written_beside(target) as beside, zipfile.ZipFile(beside, "w") as archive:
        # Readers look for this at a fixed place, so it comes first and is not packed.
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        _put(archive, "META-INF/container.xml", CONTAINER)
        front: Image.Image | None = None
        for index, page in enumerate(book.pages):
            yield Progress(index, total, page.title or f"page {index + 1}")
            if page.picture is not None:
                picture = compose(page.picture).convert("RGB")
                if book.shows(index):
                    archive.writestr(f"book/{_picture_name(index)}", jpeg(picture))
                front = picture if index == book.cover else front
        yield Progress(total - 1, total, "setting the pages")
        if book.cover_page:
            drawn = Image.open(io.BytesIO(draw_cover(book, front, resources, COVER_SIZE, COVER_PIXELS)))
            archive.writestr("book/cover.jpg", jpeg(drawn))
        parts = _parts(book)
        for part in parts:
            _put(archive, f"book/{part.name}.xhtml", part.text)
        _put(archive, "book/book.css", STYLE)
        _put(archive, "book/contents.xhtml", _contents(book, parts))
        _put(archive, "book/book.opf", _package(book, parts, story_id))
    yield Progress(total, total, "written", result=target)


def jpeg(picture: Image.Image) -> bytes:
    """A picture as the bytes of a JPEG file."""
    buffer = io.BytesIO()
    picture.convert("RGB").save(buffer, "JPEG", quality=QUALITY)
    return buffer.getvalue()


def _put(archive: zipfile.ZipFile, name: str, words: str) -> None:
    archive.writestr(name, words.encode("utf-8", "replace"), zipfile.ZIP_DEFLATED)


def _picture_name(index: int) -> str:
    return f"picture-{index + 1}.jpg"


def _parts(book: Book) -> list[_Part]:
    parts = []
    by = f"<p>{escape(book.author)}</p>" if book.author else ""
    if book.cover_page:
        alt = escape(", ".join(one for one in (book.title, book.author) if one))
        cover = f'<section epub:type="cover" class="cover"><img src="cover.jpg" alt="{alt}"/></section>'
        parts.append(_Part("cover", "", _xhtml(book.title, cover, book.language)))
    front = f'<section epub:type="titlepage" class="front"><h1>{escape(book.title)}</h1>{by}</section>'
    parts.append(_Part("title", book.title, _xhtml(book.title, front, book.language)))
    if book.dedication:
        lines = "<br/>".join(escape(line.strip()) for line in book.dedication.splitlines())
        words = f'<section epub:type="dedication" class="dedication"><p>{lines}</p></section>'
        parts.append(_Part("dedication", "", _xhtml(book.title, words, book.language)))
    for index, page in enumerate(book.pages):
        title = page.title or str(index + 1)
        parts.append(_Part(f"page-{index + 1}", title, _xhtml(title, _chapter(book, index, page), page.language)))
    colophon = f'<section epub:type="colophon" class="colophon"><p>{escape(book.colophon)}</p></section>'
    parts.append(_Part("colophon", "", _xhtml(book.title, colophon, book.colophon_language)))
    return parts


def _chapter(book: Book, index: int, page: Page) -> str:
    title = f"<h1>{escape(page.title)}</h1>" if page.title else ""
    figure = ""
    if book.shows(index):
        # Captions are in English, so a voice of another language must be told.
        spoken = "" if page.language == "en" else ' lang="en" xml:lang="en"'
        figure = f'<figure><img src="{_picture_name(index)}" alt="{escape(page.caption)}"{spoken}/></figure>'
    words = "".join(f"<p>{'<br/>'.join(map(_line, lines))}</p>\n" for lines in page.paragraphs)
    return f'<section epub:type="chapter">{title}\n{figure}\n{words}</section>'


def _line(line: str) -> str:
    parts = []
    for run in runs(line):
        words = escape(run.words)
        words = f"<em>{words}</em>" if run.italic else words
        parts.append(f"<strong>{words}</strong>" if run.bold else words)
    return "".join(parts)


def _xhtml(title: str, body: str, language: str) -> str:
    way = "rtl" if language in RIGHT_TO_LEFT else "ltr"
    language = escape(language)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{language}" xml:lang="{language}" dir="{way}">
<head><title>{escape(title)}</title><link rel="stylesheet" href="book.css"/></head>
<body>
{body}
</body>
</html>
"""


def _contents(book: Book, parts: Sequence[_Part]) -> str:
    rows = "".join(f'<li><a href="{one.name}.xhtml">{escape(one.title)}</a></li>\n' for one in parts if one.title)
    return _xhtml(
        book.title, f'<nav epub:type="toc"><h1>{escape(book.title)}</h1><ol>\n{rows}</ol></nav>', book.language
    )


def _package(book: Book, parts: Sequence[_Part], story_id: str) -> str:
    number = uuid.uuid5(uuid.NAMESPACE_URL, MARK + story_id)
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    author = f"<dc:creator>{escape(book.author)}</dc:creator>" if book.author else ""
    pictures = [index for index in range(len(book.pages)) if book.shows(index)]
    items = [f'<item id="{one.name}" href="{one.name}.xhtml" media-type="application/xhtml+xml"/>' for one in parts]
    items += [f'<item id="p{i}" href="{_picture_name(i)}" media-type="image/jpeg"/>' for i in pictures]
    if book.cover_page:
        items.append('<item id="front" href="cover.jpg" media-type="image/jpeg" properties="cover-image"/>')
    modes = ["textual", "visual"] if pictures or book.cover_page else ["textual"]
    access = "".join(f'<meta property="schema:accessMode">{one}</meta>' for one in modes)
    way = ' page-progression-direction="rtl"' if book.language in RIGHT_TO_LEFT else ""
    spine = "".join(f'<itemref idref="{one.name}"/>' for one in parts)
    files = "\n".join(items)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="number" xml:lang="{escape(book.language)}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="number">urn:uuid:{number}</dc:identifier>
<dc:title>{escape(book.title)}</dc:title>
<dc:language>{escape(book.language)}</dc:language>
{author}
<meta property="dcterms:modified">{now}</meta>
{access}
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">alternativeText</meta>
<meta property="schema:accessibilityHazard">none</meta>
</metadata>
<manifest>
<item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="book.css" media-type="text/css"/>
{files}
</manifest>
<spine{way}>{spine}</spine>
</package>
"""
