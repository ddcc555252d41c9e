"""A sentence and what it tells: place, time and weather, and of each figure and thing that is named whether it is to be
seen, in what pose and with what feeling."""

from __future__ import annotations

from dataclasses import dataclass

SENTENCE_ANSWERS = ("settings", "times", "weathers")
ACTIONS = ("poses", "expressions")
CATEGORIES = SENTENCE_ANSWERS + ACTIONS


@dataclass(frozen=True)
class Told:
    """A figure or thing that a sentence names, where, and what it says of it; None is unsaid."""

    kind: str  # "figure" or "thing"
    concept: str | None  # None for a name or a pronoun
    span: tuple[int, int]
    there: bool = True
    pose: str | None = None
    expression: str | None = None


@dataclass(frozen=True)
class Labelled:
    """A sentence, its place, time and weather by category (unsaid ones left out), and who and what it names."""

    text: str
    surroundings: dict[str, str]
    told: tuple[Told, ...] = ()

    @property
    def answers(self) -> dict[str, str]:
        """All answers by category; pose and feeling are those of the first figure that has them."""
        found = dict(self.surroundings)
        for category, name in (("poses", "pose"), ("expressions", "expression")):
            said = [getattr(one, name) for one in self.told if getattr(one, name)]
            if said:
                found[category] = said[0]
        return found
