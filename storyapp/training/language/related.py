"""Words related to the vocabulary's own in WordNet: a way of walking, a kind of shop, a shade of gladness."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from .wordnet import Key, WordNet

# Lexicographer's files in which a category's meanings are looked for.
_FILES = {
    "settings": {"06", "14", "15", "17"},
    "poses": {"29", "30", "34", "35", "36", "38", "39", "41"},
    "expressions": {"00", "29", "37", "32"},
}
_DEPTH = {"settings": 2, "poses": 1, "expressions": 1}
_PARTS = {"settings": "n", "poses": "v", "expressions": "a"}
_VOTES = {"settings": 1, "poses": 2, "expressions": 2}  # words of the concept that must lead to it
_COMMON = 0.3  # share of a word's uses that must have the meaning


def related(
    wordnet: WordNet, category: str, words: Mapping[str, Iterable[str]], part: str | None = None
) -> dict[str, tuple[str, ...]]:
    """Concept → words whose common sense equals, specialises or resembles a sense of one of the concept's `words`."""
    part = part or _PARTS[category]
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    known = {word for each in words.values() for word in each}
    for concept, each in words.items():
        for word in each:
            for key in _meanings(wordnet, part, word.replace(" ", "_"), _FILES[category]):
                for found in _around(wordnet, key, _DEPTH[category]):
                    for name in wordnet.synsets[found].words:
                        if wordnet.share(part, name.lower(), found) >= _COMMON and name.islower():
                            votes[name.lower().replace("_", " ")][concept] += 1
    result: dict[str, list[str]] = {concept: [] for concept in words}
    for name, counts in sorted(votes.items()):
        (concept, most), *others = counts.most_common(2)
        if name in known or most < _VOTES[category]:
            continue
        if (category == "settings" or wordnet.uses(part, name)) and (not others or most >= 2 * others[0][1]):
            result[concept].append(name)
    return {concept: tuple(names) for concept, names in result.items()}


def _meanings(wordnet: WordNet, part: str, word: str, files: set[str]) -> list[Key]:
    """The common senses of a word, in the lexicographer's `files`."""
    return [
        key
        for key in wordnet.senses.get((part, word), [])[:2]
        if wordnet.synsets[key].file in files and wordnet.share(part, word, key) >= _COMMON
    ]


def _around(wordnet: WordNet, key: Key, depth: int) -> set[Key]:
    """A sense, its hyponyms down to `depth`, and similar adjectives."""
    found, edge = {key}, {key}
    for _ in range(depth):
        edge = {near for one in edge for near in wordnet.synsets[one].to("~", "&") if near in wordnet.synsets}
        found |= edge
    return found
