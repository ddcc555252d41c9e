"""Bold and italic in a scene's text, written as in Markdown: `**bold**`, `*italic*`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARKED = re.compile(r"(?<![\d*])(\*{1,3})(?=[^\s*])((?:[^*\n]|(\*{1,2})[^*\n]+\3)+?)(?<!\s)\1(?![\d*])")


@dataclass(frozen=True)
class Run:
    """A run of text with one face; `start` is its offset in the text with marks."""

    words: str
    start: int
    bold: bool = False
    italic: bool = False


def runs(text: str) -> list[Run]:
    """The text without marks, in runs of equal face."""
    return list(_runs(text, 0, False, False))


def _runs(text: str, start: int, bold: bool, italic: bool) -> Iterator[Run]:
    place = 0
    for match in _MARKED.finditer(text):
        if match.start() > place:
            yield Run(text[place : match.start()], start + place, bold, italic)
        stars = len(match[1])
        yield from _runs(match[2], start + match.start(2), bold or stars > 1, italic or stars != 2)
        place = match.end()
    if place < len(text):
        yield Run(text[place:], start + place, bold, italic)


def without_marks(text: str) -> str:
    """The text without marks."""
    return "".join(run.words for run in runs(text)) if "*" in text else text


def blanked(text: str) -> str:
    """The text with spaces instead of marks, so that offsets do not change."""
    if "*" not in text:
        return text
    letters = [" " if letter == "*" else letter for letter in text]
    for run in runs(text):
        letters[run.start : run.start + len(run.words)] = run.words
    return "".join(letters)


def toggled(text: str, start: int, end: int, mark: str) -> tuple[str, int, int]:
    """The text with `mark` added around a selection, or removed, and the new selection (start, end)."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    width = len(mark)
    inner = text[start:end]
    if _stars(text[:start][::-1], width) and _stars(text[end:], width):
        return text[: start - width] + inner + text[end + width :], start - width, end - width
    if len(inner) > 2 * width and _stars(inner, width) and _stars(inner[::-1], width):
        return text[:start] + inner[width:-width] + text[end:], start, end - 2 * width
    return text[:start] + mark + inner + mark + text[end:], start + width, end + width


def toggled_at(text: str, place: int, word: tuple[int, int], mark: str) -> tuple[str, int]:
    """As `toggled` without a selection, for the `word` (start, end) at the cursor; the new text and cursor.

    The cursor steps over a closing mark in front of it, and back behind one; empty pairs of marks are removed.
    """
    width = len(mark)
    before, after = text[:place], text[place:]
    stars, ahead = len(before) - len(before.rstrip("*")), len(after) - len(after.lstrip("*"))
    if stars == ahead and ahead in (width, 3):
        return before[:-width] + after[width:], place - width
    if ahead in (width, 3):
        inner = before.rstrip(" ")
        if (len(inner), ahead) in set(_closings(inner + after, 0)):  # a space at the end is not marked
            return inner + after[:ahead] + before[len(inner) :] + after[ahead:], place + ahead
    if stars in (width, 3) and (place - stars, stars) in set(_closings(text, 0)):
        return text, place - stars
    start, end = word
    if not any(letter.isalnum() for letter in text[start:end]):
        return before + mark + mark + after, place + width
    new, moved, _ = toggled(text, start, end, mark)
    return new, min(max(place, start), end) + moved - start


def _closings(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The offset of each closing mark, and its number of stars."""
    for match in _MARKED.finditer(text):
        yield start + match.end(2), len(match[1])
        yield from _closings(match[2], start + match.start(2))


def _stars(text: str, width: int) -> bool:
    """Whether a text begins with a mark of that width, alone or combined with the other one."""
    found = len(text) - len(text.lstrip("*"))
    return found in (width, 3)
