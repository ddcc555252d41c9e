"""A text → its sentences and their words, with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass

from storyapp.story.plan import Span

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*", re.UNICODE)
_SENTENCE = re.compile(r"[^.!?。！？\n]+(?:[.!?。！？]+[\"”’']*|\n|$)")
_TITLE_END = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Mme|Mlle)\.\s*$")


@dataclass(frozen=True)
class Word:
    """One word, lower case, and its place in the text."""

    text: str
    span: Span


def sentences(text: str) -> list[Span]:
    """The places of the sentences of a text, blank ones left out; "Mr." ends none."""
    found: list[Span] = []
    for match in _SENTENCE.finditer(text):
        if not match.group().strip(" \"'”’"):
            continue
        if found and _TITLE_END.search(text[found[-1][0] : found[-1][1]]):
            found[-1] = (found[-1][0], match.end())
        else:
            found.append(match.span())
    return found


def words_of(text: str, span: Span) -> list[Word]:
    """The words inside a span."""
    return [Word(match.group().lower().replace("’", "'"), match.span()) for match in _WORD.finditer(text, *span)]
