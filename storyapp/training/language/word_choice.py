"""Chooses words for concepts from the training, test ("held out") or tuning ("dev") split."""

from __future__ import annotations

import random

from ..world.things import load_things
from .more_words import more_words, stem
from .synonyms import all_tables


class WordChoice:
    """Chooses words from one split: "training", "test" (held out) or "dev" (for tuning).

    A word may begin with a mark, as in synonyms.py and more_words.py: `~` is a fixed phrase, `!` a clause or a verb, `+`
    only implies a place; words with `=` are not used here.
    """

    def __init__(self, of: str = "training") -> None:
        self.tables, self.more, self.of = all_tables(), more_words(), of
        places = {word for entry in self.tables["settings"].values() for word in (entry.name, *entry.training)}
        telling = {stem(word[1:]) for more in self.more["settings"].values() for word in more.all if word[0] == "+"}
        self.things = {
            name: [word for word in entry.synonyms if word not in places]
            for name, entry in sorted(load_things().items())
            if name not in places and not any(stem(word) in telling for word in (name, *entry.synonyms))
        }

    @property
    def trains(self) -> bool:
        """Whether the split is the training split."""
        return self.of == "training"

    def words(self, category: str, concept: str) -> tuple[str, ...]:
        """The words of the split for a concept, with marks; without any, those of the vocabulary."""
        entry, more = self.tables[category][concept], self.more.get(category, {}).get(concept)
        if self.of == "test" and entry.marked_held_out:
            return tuple(word for word in entry.marked_held_out if word[0] != "=")
        if self.of == "dev" and more and more.dev:
            return tuple(more.dev)
        marked = tuple(word for word in entry.marked if word[0] != "=")
        return marked if f"~{entry.name}" in marked else (entry.name, *marked)

    def pick(self, rng: random.Random, category: str, concept: str) -> str:
        """A random word for a concept; in training more than half come from more_words.py."""
        more = self.more.get(category, {}).get(concept)
        if self.trains and more and more.training and rng.random() < 0.6:
            return rng.choice(more.training)
        return rng.choice(self.words(category, concept))

    def draw(self, rng: random.Random, category: str) -> tuple[str, str]:
        """A random concept of a category, and one of its words."""
        concept = rng.choice(list(self.tables[category]))
        return concept, self.pick(rng, category, concept)

    def draw_thing(self, rng: random.Random) -> tuple[str, str]:
        """A random thing, and one of its words."""
        name = rng.choice(list(self.things))
        return name, rng.choice((name, *self.things[name]))
