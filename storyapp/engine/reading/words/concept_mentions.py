"""Mentions: words of a sentence that name a concept, and what is known of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from storyapp.story.plan import Span

from .dictionary import Noun

NAMED = ("who", "kinds", "strangers", "groups")  # the categories of figures that a word names
FIGURES = (*NAMED, "pronouns")


@dataclass(frozen=True)
class ConceptMention:
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


# The mentions of figures in a sentence, in order, with the ids of their cels.
NamedFigures = Sequence[tuple[ConceptMention, str]]
