"""Converts a word processor's document (.docx, .odt) to Markdown: headings, paragraphs, bold and italic."""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

DEEPEST = 6  # level of a heading in Markdown
LARGEST = 40_000_000  # unpacked bytes of one part of a file: far more than a book needs, but no zip bomb
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Repeats the content beside it for old programs.
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FONT = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)  # the style's built-in name, the same in every language of Word

# What a damaged file raises: its archive, the packing of a part, its XML, and an encoding that does not exist.
_DAMAGE = (
    zipfile.BadZipFile,
    EOFError,
    OSError,
    RuntimeError,
    zlib.error,
    lzma.LZMAError,
    ElementTree.ParseError,
    LookupError,
)

Face = tuple[bool, bool]  # bold and italic


def markdown_of(data: bytes) -> str:
    """The text of a .docx or .odt file as Markdown.

    Raises:
        ValueError: if it is another kind of file, or damaged.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            names = set(parts.namelist())
            if "word/document.xml" in names:
                styles = _part(parts, "word/styles.xml") if "word/styles.xml" in names else None
                paragraphs = list(_of_word(_part(parts, "word/document.xml"), styles))
            elif "content.xml" in names:
                paragraphs = list(_of_writer(_part(parts, "content.xml")))
            else:
                raise ValueError("no document of a word processor")
    except _DAMAGE as error:
        raise ValueError(f"a damaged document: {error}") from error
    return "\n\n".join(one for one in paragraphs if one.strip()) + "\n"


def _part(parts: zipfile.ZipFile, name: str) -> Element:
    if parts.getinfo(name).file_size > LARGEST:
        raise ValueError(f"{name} is too large")
    return ElementTree.fromstring(parts.read(name))


def _of_word(document: Element, styles: Element | None) -> Iterator[str]:
    """The paragraphs of a .docx; those in text boxes are part of the paragraph that holds the box.

    Of a book that `export.word` wrote, the author is recognised, and dedication and colophon are left out.
    """
    names = {
        style.get(f"{_WORD}styleId"): name.get(f"{_WORD}val", "")
        for style in (styles.iter(f"{_WORD}style") if styles is not None else ())
        if (name := style.find(f"{_WORD}name")) is not None
    }
    paragraphs = list(document.iter(f"{_WORD}p"))
    inside: set[int] = set()
    for outer in paragraphs:
        if id(outer) not in inside:
            inside.update(id(one) for one in outer.iter(f"{_WORD}p") if one is not outer)
    styles_of = [(one, _style_of(one, names)) for one in paragraphs if id(one) not in inside]
    below = int(any(style == "title" for _, style in styles_of))  # below a title, headings of level 1 are scenes
    ours = any(style == "colophon" for _, style in styles_of)
    twice = {id(run) for other in document.iter(_FALLBACK) for run in other.iter(f"{_WORD}r")}
    for paragraph, style in styles_of:
        runs = [_word_run(one) for one in paragraph.iter(f"{_WORD}r") if id(one) not in twice]
        if ours and style in ("colophon", "dedication"):
            continue
        if ours and style == "subtitle":
            yield f"by {_marked(runs, 0).strip()}"
            continue
        heading = _HEADING.match(style)
        yield _marked(runs, 1 if style == "title" else int(heading[1]) + below if heading else 0)


def _style_of(paragraph: Element, names: Mapping[str | None, str]) -> str:
    """The built-in name of a paragraph's style, in lower case."""
    style = paragraph.find(f"{_WORD}pPr/{_WORD}pStyle")
    return names.get(style.get(f"{_WORD}val"), "").lower() if style is not None else ""


def _word_run(run: Element) -> tuple[str, Face]:
    letters = {
        f"{_WORD}t": None,
        f"{_WORD}tab": " ",
        f"{_WORD}br": "\n",
        f"{_WORD}cr": "\n",
        f"{_WORD}noBreakHyphen": "-",
    }
    words = "".join(letters[part.tag] or part.text or "" for part in run if part.tag in letters)
    bold, italic = (run.find(f"{_WORD}rPr/{_WORD}{name}") for name in ("b", "i"))
    on = [one is not None and one.get(f"{_WORD}val", "1") not in ("0", "false") for one in (bold, italic)]
    return words, (on[0], on[1])


def _of_writer(content: Element) -> Iterator[str]:
    """Each paragraph of an .odt."""
    faces: dict[str | None, Face] = {}
    for style in content.iter(f"{_STYLE}style"):
        text = style.find(f"{_STYLE}text-properties")
        if text is not None:
            faces[style.get(f"{_STYLE}name")] = (
                text.get(f"{_FONT}font-weight") == "bold",
                text.get(f"{_FONT}font-style") == "italic",
            )
    below = int(any(one.get(f"{_TEXT}style-name") == "Title" for one in content.iter(f"{_TEXT}p")))
    for paragraph in content.iter():
        if paragraph.tag in (f"{_TEXT}h", f"{_TEXT}p"):
            heading = paragraph.tag == f"{_TEXT}h"
            title = paragraph.get(f"{_TEXT}style-name") == "Title"
            level = int(paragraph.get(f"{_TEXT}outline-level", "1")) + below if heading else int(title)
            yield _marked(list(_writer_runs(paragraph, faces, (False, False))), level)


def _writer_runs(part: Element, faces: dict[str | None, Face], face: Face) -> Iterator[tuple[str, Face]]:
    yield part.text or "", face
    for inner in part:
        if inner.tag in (f"{_TEXT}tab", f"{_TEXT}s"):
            yield " ", face
        elif inner.tag == f"{_TEXT}line-break":
            yield "\n", face
        elif inner.tag in (f"{_TEXT}span", f"{_TEXT}a"):
            yield from _writer_runs(inner, faces, faces.get(inner.get(f"{_TEXT}style-name"), face))
        yield inner.tail or "", face


def _marked(runs: list[tuple[str, Face]], level: int) -> str:
    """A paragraph as Markdown; in a heading (`level` > 0) bold and italic are dropped."""
    if level:
        words = " ".join("".join(words for words, _ in runs).split())
        return f"{'#' * min(level, DEEPEST)} {words}" if words else ""
    joined: list[tuple[str, Face]] = []
    for words, face in runs:
        if joined and joined[-1][1] == face:
            words = joined.pop()[0] + words
        joined.append((words, face))
    return "".join(_in_face(words, face) for words, face in joined)


def _in_face(words: str, face: Face) -> str:
    stars = "*" * (2 * face[0] + face[1])
    inner = words.strip()
    if not stars or not inner or "\n" in inner:
        return words
    start = words.index(inner)
    return f"{words[:start]}{stars}{inner}{stars}{words[start + len(inner) :]}"
