"""Labels of a generated sentence: place, time and weather, and for each mention whether it is visible, its pose and feeling."""

from __future__ import annotations

from dataclasses import dataclass

SENTENCE_ANSWERS = ("settings", "times", "weathers")
ACTIONS = ("poses", "expressions")
CATEGORIES = SENTENCE_ANSWERS + ACTIONS


@dataclass(frozen=True)
class Told:
    """A mention of a figure or thing with its labels; None is unsaid. `there` is False for what is only talked about."""

    kind: str  # "figure" or "thing"
    concept: str | None  # None for a name or a pronoun
    span: tuple[int, int]
    there: bool = True
    pose: str | None = None
    expression: str | None = None


@dataclass(frozen=True)
class Labelled:
    """A sentence with its place, time and weather by category (without unsaid ones), and its mentions."""

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
