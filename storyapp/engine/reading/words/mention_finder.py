"""Words of a sentence → mentions of concepts, with their places in the text: the longest phrases first."""

from __future__ import annotations

from collections.abc import Sequence

from storyapp.stage.vocabulary import word_forms
from storyapp.story.model import Character
from storyapp.story.plan import Span

from ..names.cast_names import find_names
from .absence import absence
from .compounds import heads
from .concept_mentions import ConceptMention
from .english import ADJECTIVES, DETERMINERS, PREPOSITIONS, WEAK_VERBS, WEAK_WORDS
from .foods import served
from .idioms import without_idioms
from .lexicon import Lexicon
from .quotations import is_quoted, name_absence
from .senses import Sense, Senses
from .splitting import Word
from .word_classes import SKATES, is_verb, named_inside, thing_of_place

_LONGEST = 6  # words of a phrase in the lexicon
_INTO = frozenset(("in", "into", "at", "to", "on"))


class MentionFinder:
    """Finds what the sentences of a text name, by one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon, self.senses = lexicon, Senses(lexicon)

    def find(self, text: str, span: Span, words: Sequence[Word], cast: Sequence[Character]) -> list[ConceptMention]:
        """All mentions in one sentence, in order."""
        named = [
            ConceptMention("who", who, place, *_indices(words, place), name_absence(text, span, place))
            for who, place in find_names(text, span, cast)
        ]
        taken = {index for mention in named for index in range(mention.first, mention.last + 1)}
        found: list[ConceptMention] = []
        index = 0
        while index < len(words):
            mention = None if index in taken else self._longest(text, span, words, index, taken)
            if mention is not None:
                found += [mention, *named_inside(mention, text, span, words, self.lexicon)]
                index = mention.last
            index += 1
        seen = served(heads(without_idioms(found, text, span), text, words), text, words)
        unique = {mention.span: mention for mention in (*seen, *named)}
        things = [also for mention in unique.values() if (also := thing_of_place(mention, words, self.lexicon))]
        return sorted((*unique.values(), *things), key=lambda mention: mention.span)

    def _begins_place(self, words: Sequence[Word], start: int) -> bool:
        """Whether a preposition begins a phrase for a place: "in bed"."""
        if words[start].text not in PREPOSITIONS:
            return False
        phrases = (" ".join(word.text for word in words[start:end]) for end in range(start + 2, start + _LONGEST))
        return any(self.lexicon.known.get(phrase, ("",))[0] == "settings" for phrase in phrases)

    def _longest(
        self, text: str, span: Span, words: Sequence[Word], start: int, taken: set[int]
    ) -> ConceptMention | None:
        for end in range(min(len(words), start + _LONGEST), start, -1):
            if any(index in taken for index in range(start, end)):
                continue
            if end - start > 1 and self._begins_place(words, end - 1):
                continue  # "slept | in bed"
            phrase = " ".join(word.text for word in words[start:end])
            place = (words[start].span[0], words[end - 1].span[1])
            may_be_verb = end - start == 1 or phrase.removesuffix("s") in SKATES
            verb = may_be_verb and is_verb(text, words, end - 1, self.lexicon)
            found = self.senses.meaning(phrase, words, start, end, verb)
            if verb and found is not None and found.category not in ("poses", "expressions"):
                if end - start > 1:
                    return None  # the ice of "she ice skates"
                continue
            if end - start > 1 and self._says_less(found, words[start], words[end - 1]):
                continue
            if found is not None and found.category == "nouns" and text[place[0]].isupper():
                plural = start == 0 and phrase.endswith("s")
                if not plural and (start == 0 or words[start - 1].text not in DETERMINERS):
                    continue  # a name: Tom is no tomcat
            if found is not None and found.category == "settings" and self._is_name(text, words, start, phrase):
                continue
            if found is not None:
                weak = phrase in WEAK_VERBS or phrase in WEAK_WORDS
                new = phrase in self.lexicon.new or (phrase[-2:] == "ly" and phrase not in self.lexicon.meanings)
                new = new and found.category not in ("nouns", "things", "kinds")
                absent = max(absence(text, span, place), is_quoted(text, place))
                guessed = new and phrase in self.lexicon.guessed
                return ConceptMention(
                    found.category, found.name, place, start, end - 1, absent, weak, new, guessed, noun=found.noun
                )
        return None

    def _is_name(self, text: str, words: Sequence[Word], start: int, phrase: str) -> bool:
        """Whether a rare word for a place is a name: Ben is no mountain, Lea no meadow."""
        before = words[start - 1].text if start else ""
        rare = phrase in self.lexicon.new and " " not in phrase
        return rare and text[words[start].span[0]].isupper() and before not in _INTO and before not in DETERMINERS

    def _says_less(self, found: Sense | None, first: Word, last: Word) -> bool:
        """Whether the last word of a phrase says more: of a small boat that it is a boat, of a black cat who it is."""
        if found is None:
            return False
        if (found.category, found.name) == ("things", "black cat"):
            return True
        known = any(form in self.lexicon.known or form in self.lexicon.nouns for form in word_forms(last.text))
        return found.has_no_concept and first.text in ADJECTIVES and known


def _indices(words: Sequence[Word], place: Span) -> tuple[int, int]:
    inside = [index for index, word in enumerate(words) if word.span[0] >= place[0] and word.span[1] <= place[1]]
    return (inside[0], inside[-1]) if inside else (0, 0)
