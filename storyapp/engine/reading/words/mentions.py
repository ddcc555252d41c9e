"""The words and sentences of a text, and mentions: words that name a concept."""

from __future__ import annotations

import re
from dataclasses import dataclass

from storyapp.story.plan import Span

from .dictionary import Noun

NAMED = ("who", "kinds", "strangers", "groups")  # the categories of figures that a word names
FIGURES = (*NAMED, "pronouns")

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*", re.UNICODE)
_SENTENCE = re.compile(r"[^.!?。！？\n]+(?:[.!?。！？]+[\"”’']*|\n|$)")
_TITLE_END = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Mme|Mlle)\.\s*$")


@dataclass(frozen=True)
class Word:
    """One word, lower case, and its place in the text."""

    text: str
    span: Span


@dataclass(frozen=True)
class Mention:
    """Words that name a concept: its category and name.

    Beside those of the vocabulary the categories are "who" (the name is a character's id), "strangers" (people who are
    `called` by a name that the story does not know; "name" is their kind), "pronouns" (her, his, its, their, my, our, or
    "all" of those who were told of, as many as are a `number`), "groups" (a word of GROUPS) and "nouns" (something to be
    seen that the vocabulary lacks: its name is "", and `noun` says what it is drawn as). `absent` is 2 where the words
    before it say that it is not there, 1 where they may say so; `weak` words count where nothing else does, `new` ones,
    which are not the vocabulary's own, count less than those, and `guessed` ones least.
    """

    category: str
    name: str
    span: Span
    first: int  # index of the first word in its sentence
    last: int
    absent: int = 0
    weak: bool = False
    new: bool = False
    guessed: bool = False
    called: str = ""  # the name of a stranger, or of a thing that has one: "his parrot Coco"
    noun: Noun = Noun()
    number: int | None = None

    @property
    def is_of_kind(self) -> bool:
        """Whether it is a noun for a figure, of the vocabulary or not."""
        return self.category == "kinds" or self.noun.category == "kinds"


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
