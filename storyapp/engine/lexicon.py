"""Words of a sentence → mentions of concepts, with their places in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.model import Character
from storyapp.story.plan import Span

from .english import ADJECTIVES, DETERMINERS, PREPOSITIONS

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*", re.UNICODE)
_SENTENCE = re.compile(r"[^.!?。！？\n]+(?:[.!?。！？]+[\"”’']*|\n|$)")
_LONGEST = 5  # words of a phrase in the lexicon


# What comes after one of these in a clause is talked about, not there.
_ABSENT = re.compile(
    r"\b(miss(?:ed|es|ing)?|remember(?:ed|s|ing)?|th(?:ought|ink|inks|inking) (?:of|about)|"
    r"dream(?:ed|t|s|ing)? (?:of|about)|wish(?:ed|es|ing)? (?:for|that|to)|talk(?:ed|s|ing)? about|"
    r"told [^,.;]*about|stor(?:y|ies) (?:of|about)|because|without|no|never|not|n't|look(?:ed|s|ing)? for|"
    r"search(?:ed|es|ing)? for|lost|wanted|hoped|if|like an?|as if|far away)\b[^,.;]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Word:
    """One word, lower case, and its place in the text."""

    text: str
    span: Span


@dataclass(frozen=True)
class Mention:
    """Words that name a concept: its category and name, or `category` "who" and a character's id."""

    category: str
    name: str
    span: Span
    first: int  # index of the first word in its sentence
    last: int
    absent: bool = False


def sentences(text: str) -> list[Span]:
    """The places of the sentences of a text, blank ones left out."""
    return [match.span() for match in _SENTENCE.finditer(text) if match.group().strip()]


def words_of(text: str, span: Span) -> list[Word]:
    """The words inside a span."""
    return [Word(match.group().lower().replace("’", "'"), match.span()) for match in _WORD.finditer(text, *span)]


def find_names(text: str, span: Span, cast: Sequence[Character]) -> Iterator[tuple[str, Span]]:
    """Character ids and places of the names of `cast` inside a span; possessives do not count as presence."""
    for character in cast:
        for name in sorted(filter(None, character.names), key=len, reverse=True):
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text[span[0] : span[1]], re.IGNORECASE):
                if not re.match(r"['’]s?\b", text[span[0] + match.end() :]):
                    yield character.id, (span[0] + match.start(), span[0] + match.end())


class Lexicon:
    """Finds the vocabulary's words, the longest first."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.known = vocabulary.words()
        self.verbs = {word for word, (category, _) in self.known.items() if category == "poses"}

    def mentions(self, text: str, span: Span, words: Sequence[Word], cast: Sequence[Character]) -> list[Mention]:
        """All mentions in one sentence, in order."""
        named = [
            Mention("who", who, place, *_indices(words, place), self._absent(text, span, place))
            for who, place in find_names(text, span, cast)
        ]
        taken = {index for mention in named for index in range(mention.first, mention.last + 1)}
        found: list[Mention] = []
        index = 0
        while index < len(words):
            mention = None if index in taken else self._longest(text, span, words, index, taken)
            if mention is not None:
                found.append(mention)
                index = mention.last
            index += 1
        unique = {mention.span: mention for mention in (*found, *named)}
        return sorted(unique.values(), key=lambda mention: mention.span)

    def _longest(self, text: str, span: Span, words: Sequence[Word], start: int, taken: set[int]) -> Mention | None:
        for end in range(min(len(words), start + _LONGEST), start, -1):
            if any(index in taken for index in range(start, end)):
                continue
            phrase = " ".join(word.text for word in words[start:end])
            place = (words[start].span[0], words[end - 1].span[1])
            found = self._resolve(phrase, words, start)
            if found is not None:
                return Mention(*found, place, start, end - 1, self._absent(text, span, place))
        return None

    def _resolve(self, phrase: str, words: Sequence[Word], start: int) -> tuple[str, str] | None:
        """Category and concept; a word that may be noun or verb is a noun after a determiner."""
        before = words[start - 1].text if start else ""
        after_noun_sign = before in DETERMINERS or before in PREPOSITIONS or self._is_adjective(before)
        pose = self.vocabulary.entries["poses"]
        if phrase in self.verbs and not after_noun_sign:
            for entry in pose.values():
                if phrase in (entry.name, *entry.synonyms, *entry.held_out):
                    return "poses", entry.name
        found = self.vocabulary.find(phrase)
        if found is None:
            return None
        if found[0] == "poses" and before in DETERMINERS:
            return None
        if found[0] == "things" and not after_noun_sign and phrase == found[1]:
            return None
        return found

    def _is_adjective(self, word: str) -> bool:
        found = self.known.get(word)
        return (found is not None and found[0] in ("colours", "expressions")) or word in ADJECTIVES

    @staticmethod
    def _absent(text: str, span: Span, place: Span) -> bool:
        return _ABSENT.search(text[span[0] : place[0]]) is not None


def _indices(words: Sequence[Word], place: Span) -> tuple[int, int]:
    inside = [index for index, word in enumerate(words) if word.span[0] >= place[0] and word.span[1] <= place[1]]
    return (inside[0], inside[-1]) if inside else (0, 0)
