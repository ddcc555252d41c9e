"""Reads text files in any common encoding, and documents of word processors."""

from __future__ import annotations

import codecs
from contextlib import suppress
from pathlib import Path

from .documents import markdown_of
from .errors import InputError

LARGEST = 200_000_000  # bytes of a file: a document has its pictures in it
# The first bytes of documents: .docx, .odt and .epub; .doc; .rtf; .pdf
PACKED = b"PK\x03\x04"
DOCUMENTS = (PACKED, b"\xd0\xcf\x11\xe0", b"{\\rtf", b"%PDF")
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = bytes(one for one in range(32) if one not in b"\t\n\f\r\x1a\x1b")


def read_text(file: Path) -> str:
    """The text of a file: plain text in any common encoding, or a .docx or .odt file as Markdown.

    Raises:
        InputError: if it cannot be read, or is no text.
    """
    try:
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)  # the size that the system tells is 0 for a device
    except FileNotFoundError as error:
        raise InputError(f"There is no file {file}; check the name.") from error
    except IsADirectoryError as error:
        raise InputError(f"{file} is a folder; give the text file in it.") from error
    except OSError as error:
        raise InputError(f"{file} cannot be read ({error.strerror}); check its permissions.") from error
    if len(data) > LARGEST:
        raise InputError(
            f"{file} is larger than {LARGEST // 1_000_000} MB, too large for a story; choose another file."
        )
    if data.startswith(PACKED):
        with suppress(ValueError):
            return markdown_of(data)
    if data.startswith(DOCUMENTS):
        raise InputError(
            f"{file} is a document with its own layout, not a plain text; "
            "open it in the program that wrote it, copy the words there and paste them into a new story."
        )
    try:
        return decoded(data)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{file} holds no words that can be read; choose a text file, or copy the words and paste them."
        ) from error


def decoded(data: bytes) -> str:
    """The words in a file: Unicode with its mark or without, else as Windows writes Chinese or western letters.

    Raises:
        UnicodeDecodeError: if there are none.
    """
    marked = next((code for mark, code in MARKS if data.startswith(mark)), None)
    if marked is not None:
        return data.decode(marked)
    if data.count(0) * 5 > len(data):  # every other byte of western letters in UTF-16 is a zero
        code = "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be"
        words = data.decode(code)
        if "\0" in words:
            raise UnicodeDecodeError(code, data, words.index("\0"), len(data), "no text")
        return words
    for code in ("utf-8", "gb2312"):  # western letters hardly ever come in the pairs that Chinese ones are made of
        with suppress(UnicodeDecodeError):
            return data.decode(code)
    if len(data.translate(None, _CONTROL)) < len(data):
        raise UnicodeDecodeError("cp1252", data, 0, len(data), "no text")
    return data.decode("cp1252", "replace")
