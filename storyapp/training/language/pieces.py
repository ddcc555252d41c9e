"""The pieces that a sentence is put together from: words, with a note of what they tell of whom they name."""

from __future__ import annotations

import string
from collections.abc import Iterable
from dataclasses import dataclass

from .told import Told


@dataclass
class Note:
    """What will be told of the one whom words name; filled in while the sentence is made."""

    kind: str  # "figure" or "thing"
    concept: str | None  # None for a name or a pronoun
    there: bool = True
    pose: str | None = None
    expression: str | None = None


Piece = tuple[str, Note | None]
Pieces = list[Piece]


@dataclass
class Subject:
    """Who acts: the words, what is noted of it, and its pronoun."""

    pieces: Pieces
    note: Note
    pronoun: str


def plain(words: str) -> Pieces:
    """Words that name nobody."""
    return [(words, None)]


def fill(frame: str, **slots: str | Pieces) -> Pieces:
    """The frame's words with its `{slots}` filled."""
    pieces: Pieces = []
    for words, name, _, _ in string.Formatter().parse(frame):
        if words:
            pieces += plain(words)
        if name is not None:
            value = slots[name]
            pieces += plain(value) if isinstance(value, str) else value
    return pieces


def joined(phrases: Iterable[Pieces]) -> Pieces:
    """Phrases behind what was said: a space before each, but none before a comma."""
    return [piece for phrase in phrases for piece in (*plain("" if phrase[0][0] == ", " else " "), *phrase)]


def put_together(pieces: Iterable[Piece]) -> tuple[str, tuple[Told, ...]]:
    """The text, with a capital, and what it tells with its places; "a" before a vowel becomes "an"."""
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
