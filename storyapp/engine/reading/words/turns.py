"""Tables of turns of speech: what the words right before or behind a word tell of it, each with a sentence that shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal


@dataclass(frozen=True)
class Turn:
    """Words that tell something of another word, before whose place a bar stands in the example.

    `words` is a regular expression; `unlike` is a sentence in which it tells no such thing.
    """

    tells: str
    words: str
    example: str
    unlike: str = ""


@dataclass(frozen=True)
class TurnTable:
    """Turns of one sense: they end where a word begins (they are "before" it), begin "behind" it, or are "anywhere".

    The `frame` is a regular expression as well, with {} in the place of the turns.
    """

    where: Literal["before", "behind", "anywhere"]
    turns: tuple[Turn, ...]
    frame: str = "(?:{})"
    flags: re.RegexFlag = re.IGNORECASE
    pattern: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        words = "|".join(turn.words for turn in self.turns)
        object.__setattr__(self, "pattern", re.compile(self.frame.replace("{}", words), self.flags))

    def are_in(self, example: str) -> bool:
        """Whether one of the turns is in a sentence, at the bar if it has one."""
        before, _, behind = example.partition("|")
        if self.where == "before":
            return self.pattern.search(before) is not None
        if self.where == "behind":
            return self.pattern.match(before + behind, len(before)) is not None
        return self.pattern.search(before + behind) is not None

    def each(self) -> Iterator[tuple[Turn, TurnTable]]:
        """Every turn, with a table of it alone."""
        return ((turn, replace(self, turns=(turn,))) for turn in self.turns)
