"""Story-like sentences that carry their answer: place, time, weather, pose and feeling, said or unsaid."""

from __future__ import annotations

import random
from dataclasses import dataclass

from .synonyms import Words, all_tables

NAMES = [
    "Mia",
    "Tom",
    "Aiko",
    "Kofi",
    "Layla",
    "Ravi",
    "Ines",
    "Lukas",
    "Amara",
    "Wei",
    "Noor",
    "Pablo",
    "Freya",
    "Tariq",
    "Zuri",
    "Oskar",
    "Leila",
    "Hana",
    "Diego",
    "Anouk",
    "Sami",
    "Elif",
    "Jonas",
    "Priya",
    "Kwame",
    "Lena",
    "Mateo",
    "Yuki",
    "Farah",
    "Ivan",
]
SUBJECTS = (
    "{name}",
    "little {name}",
    "the {kind}",
    "a {kind}",
    "the little {kind}",
    "{name} the {kind}",
    "she",
    "he",
    "her friend the {kind}",
)
PLACES = (
    "in the {w}",
    "at the {w}",
    "near the {w}",
    "through the {w}",
    "by the {w}",
    "across the {w}",
    "to the {w}",
    "into the {w}",
)
TIMES = ("in the {w}", "at {w}", "that {w}", "one {w}", "late in the {w}", "when it was {w}")
WEATHERS = ("and it was {w}", "in the {w}", "under the {w}", "because of the {w} outside", "while it was {w}")
FEELINGS = ("and was very {w}", "feeling {w}", "and {w}", "because she was {w}", "and {w} all the while", "looking {w}")
ACTIONS = ("{w}", "{w} slowly", "{w} with a friend", "{w} for a long time", "suddenly {w}", "{w} again", "quietly {w}")
EMPTY = (
    "had a plan", "asked a question", "knew the answer", "said hello", "told a story about the king", "had a birthday",
    "missed her mother", "wanted to go home", "had an idea", "lost a button", "was called Pip", "counted to ten",
)  # fmt: skip
TAILS = (
    "", "", "", "because nobody had told her", "while the others talked", "as her mother had asked", "before anyone noticed",
    "just like every year", "and that was that", "although it was not easy", "for the very first time",
)  # fmt: skip
CATEGORIES = ("settings", "times", "weathers", "poses", "expressions")


@dataclass(frozen=True)
class Labelled:
    """A sentence and its answers by category; a category that is not in `answers` is unsaid."""

    text: str
    answers: dict[str, str]


class SentenceMaker:
    """Makes sentences from the training words, or (`test`) from the words held out of training."""

    def __init__(self, test: bool = False) -> None:
        self.tables = all_tables()
        self.test = test

    def make(self, rng: random.Random) -> Labelled:
        """One random sentence."""
        answers: dict[str, str] = {}

        def choose(category: str, chance: float) -> str | None:
            if rng.random() > chance:
                return None
            concept = rng.choice(list(self.tables[category]))
            answers[category] = concept
            return self._word(self.tables[category][concept], rng)

        kind = self._word(self.tables["kinds"][rng.choice(list(self.tables["kinds"]))], rng)
        subject = rng.choice(SUBJECTS).format(name=rng.choice(NAMES), kind=kind)
        action = choose("poses", 0.7)
        verb = rng.choice(ACTIONS).format(w=action) if action else rng.choice(EMPTY)
        parts = [
            rng.choice(forms).format(w=word)
            for category, forms, chance in (
                ("settings", PLACES, 0.5),
                ("times", TIMES, 0.3),
                ("weathers", WEATHERS, 0.25),
                ("expressions", FEELINGS, 0.35),
            )
            if (word := choose(category, chance))
        ]
        rng.shuffle(parts)
        tail = rng.choice(TAILS)
        if parts and rng.random() < 0.25:
            first = parts.pop()
            text = f"{first}, {subject} {verb} {' '.join(parts)} {tail}"
        else:
            text = f"{subject} {verb} {' '.join(parts)} {tail}"
        text = " ".join(text.split())
        return Labelled(text[0].upper() + text[1:] + ".", answers)

    def _word(self, words: Words, rng: random.Random) -> str:
        choices = words.held_out if self.test and words.held_out else (words.name, *words.training)
        return rng.choice(choices)
