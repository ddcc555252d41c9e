"""The pieces of a generated sentence: words, with the labels of the mention that they are."""

from __future__ import annotations

import string
from collections.abc import Iterable
from dataclasses import dataclass

from .told import Told


@dataclass
class Note:
    """The labels of a mention, filled in while the sentence is generated; see `told.Told`."""

    kind: str  # "figure" or "thing"
    concept: str | None  # None for a name or a pronoun
    there: bool = True
    pose: str | None = None
    expression: str | None = None


Piece = tuple[str, Note | None]
Pieces = list[Piece]


@dataclass
class Subject:
    """The grammatical subject: its words, its labels, and its pronoun."""

    pieces: Pieces
    note: Note
    pronoun: str


def plain(words: str) -> Pieces:
    """Words without a mention."""
    return [(words, None)]


def fill(frame: str, **slots: str | Pieces) -> Pieces:
    """The pieces of a frame with its `{slots}` filled."""
    pieces: Pieces = []
    for words, name, _, _ in string.Formatter().parse(frame):
        if words:
            pieces += plain(words)
        if name is not None:
            value = slots[name]
            pieces += plain(value) if isinstance(value, str) else value
    return pieces


def joined(phrases: Iterable[Pieces]) -> Pieces:
    """Phrases joined for appending: a space before each, but none before a comma."""
    return [piece for phrase in phrases for piece in (*plain("" if phrase[0][0] == ", " else " "), *phrase)]


def put_together(pieces: Iterable[Piece]) -> tuple[str, tuple[Told, ...]]:
    """The text of pieces and its mentions with spans; capitalised, and with "an" before vowels."""
    text, told = "", []
    for words, note in pieces:
        if not words:
            continue
        if words[0] in "aeiou" and text.endswith((" a", " a ")):
            text = text.rstrip() + "n "
        start = len(text)
        text += words
        if note is not None:
            told.append(Told(note.kind, note.concept, (start, len(text)), note.there, note.pose, note.expression))
    return text[0].upper() + text[1:], tuple(told)
