"""The words that the reader knows: those of the vocabulary, of families, and of a dictionary."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from storyapp.stage.vocabulary import CATEGORIES, Vocabulary, word_forms
from storyapp.story.plan import Span

from ..names.first_names import FAMILY, MORE_FIGURES
from . import everyday
from .dictionary import Dictionary
from .english import ADJECTIVES, DETERMINERS, GROUPS, ORDINARY, PREPOSITIONS, SUBJECTS, UNSEEN_NOUNS
from .splitting import Word

Meaning = tuple[str, str]  # a category and the name of a concept

_NO_FEELING = frozenset("hopefully thankfully blessedly unluckily desperately madly violently".split())


class Lexicon:
    """The vocabulary's words with all that each may mean, and those of a dictionary.

    It knows all of them. To be tested on words that it has never seen it is made `without` these (lower case): they
    are taken out of the dictionary, and out of the vocabulary's words where it marks them as held out of training.
    """

    def __init__(
        self, vocabulary: Vocabulary, dictionary: Dictionary | None = None, without: Collection[str] = frozenset()
    ) -> None:
        dictionary = dictionary or Dictionary()
        self.vocabulary = vocabulary
        self.known: dict[str, Meaning] = {}
        self.meanings: dict[str, list[Meaning]] = defaultdict(list)
        for category in CATEGORIES:
            for entry in vocabulary.entries.get(category, {}).values():
                held_out = (word for word in entry.held_out if word.lower() not in without)
                for word in (entry.name, *entry.synonyms, *held_out):
                    self.meanings[word.lower()].append((category, entry.name))
                    self.known.setdefault(word.lower(), (category, entry.name))
        for word, meaning in ({word: ("kinds", kind) for word, kind in FAMILY.items()} | MORE_FIGURES).items():
            if word not in self.known:
                self.meanings[word].append(meaning)
                self.known[word] = meaning
        hidden = frozenset(without) - set(self.known)
        self.nouns = {word: noun for word, noun in dictionary.nouns.items() if word not in hidden}
        self.nouns |= {word: noun for word, noun in everyday.NOUNS.items() if word not in self.known}
        self.signs = {word: sign for word, sign in dictionary.signs.items() if word not in hidden}
        self.new: set[str] = set()
        for word, place in everyday.PLACES.items():
            self.meanings[word].append(("settings", place))
        for category, words in dictionary.words.items():
            for word, concept in words.items():
                if word not in self.known and word not in hidden and word not in ORDINARY:
                    self.meanings[word].append((category, concept))
                    self.new.add(word)
        guessed = [
            (word, (category, concept))
            for category, words in dictionary.guessed.items()
            for word, concept in words.items()
            if not self._listed(word) and not self._begins_with_verb(category, word)
        ]
        self.guessed = {word for word, _ in guessed}
        for word, meaning in guessed:
            self.meanings[word].append(meaning)
            self.new.add(word)
        self.verbs = {word for word, found in self.meanings.items() if any(one[0] == "poses" for one in found)}

    def told(self, words: Sequence[Word]) -> dict[str, dict[str, Span]]:
        """Places that things in a sentence tell of, each with these things and where they stand."""
        found: dict[str, dict[str, Span]] = defaultdict(dict)
        for length in (1, 2):
            for start in range(len(words) - length + 1):
                named = words[start : start + length]
                phrase = " ".join(word.text for word in named)
                form = next((form for form in word_forms(phrase.removesuffix("'s")) if form in self.signs), None)
                if form is not None:
                    found[self.signs[form].place][form] = (named[0].span[0], named[-1].span[1])
        return found

    def outside(self, word: str) -> bool:
        """Whether a word is surely a noun of something to be seen for which the vocabulary has no concept."""
        if word in UNSEEN_NOUNS:
            return False
        return any(form in self.nouns and self.nouns[form].undrawn for form in word_forms(word))

    def kind(self, word: str) -> str | None:
        """The kind of figure that a word names, or that comes nearest to it."""
        category, name = self.known.get(word, ("", ""))
        if category == "kinds":
            return name
        noun = self.nouns.get(word)
        return noun.concept if noun is not None and noun.category == "kinds" else None

    def thing(self, word: str) -> str | None:
        """The thing that a word names, or that comes nearest to it; None for the words of kinds and all others."""
        category, name = self.known.get(word, ("", ""))
        if category in ("things", "kinds"):
            return name if category == "things" else None
        noun = self.nouns.get(word)
        return noun.concept if noun is not None and noun.category == "things" else None

    def pose(self, word: str) -> str | None:
        """The pose that a verb tells."""
        return next((name for category, name in self.meanings.get(word, ()) if category == "poses"), None)

    def pose_before(self, words: Sequence[Word], place: int) -> str | None:
        """The pose that a participle right before a noun tells: "a dancing bear"."""
        word = words[place - 1].text if place else ""
        before = words[place - 2].text if place > 1 else ""
        if not word.endswith("ing") or before not in DETERMINERS:
            return None
        found = (meaning for form in word_forms(word) for meaning in self.meanings.get(form, ()))
        return next((name for category, name in found if category == "poses"), None)

    def _listed(self, word: str) -> bool:
        forms = word_forms(word)
        lists = (self.meanings, self.nouns, self.signs, GROUPS, SUBJECTS, ORDINARY, UNSEEN_NOUNS)
        return any(form in each for form in forms for each in lists)

    def _begins_with_verb(self, category: str, phrase: str) -> bool:
        """Whether a phrase begins with a verb of a pose that is surely known: "sat in" is to sit."""
        first, _, rest = phrase.partition(" ")
        return category == "poses" and bool(rest) and any(one[0] == "poses" for one in self.meanings.get(first, ()))

    def familiar(self, word: str) -> bool:
        """Whether some list has the word."""
        return word in ORDINARY or (len(word) > 2 and (self._listed(word) or bool(self.adverb(word))))

    def adverb(self, word: str) -> list[Meaning]:
        """What "happily" or "miserably" shows, by the word for a feeling that it is made of."""
        made = word[-2:] == "ly" and word not in _NO_FEELING
        stems = (word[:-2], f"{word[:-3]}y", f"{word[:-2]}le") if made else ()
        found = (one for stem in stems if stem not in self.guessed for one in self.meanings.get(stem, ()))
        return [one for one in found if one[0] == "expressions" and one[1] != "calm"]

    def noun_follows(self, before: str) -> bool:
        """Whether a noun is due behind a word."""
        owner = (
            before[-2:] == "'s"
            and before[:-2] not in SUBJECTS
            and before not in ("that's", "let's", "there's", "what's", "here's")
        )
        return (
            before in DETERMINERS or (before in PREPOSITIONS and before != "to") or self.is_adjective(before) or owner
        )

    def is_adjective(self, word: str) -> bool:
        found = self.known.get(word)
        if found is not None:
            return found[0] in ("colours", "expressions") and word not in self.verbs
        return word in ADJECTIVES
