"""Words of a sentence → mentions of concepts, with their places in the text."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from storyapp.stage.vocabulary import CATEGORIES, Vocabulary, word_forms
from storyapp.story.model import Character
from storyapp.story.plan import Span

from .absence import absence, is_quoted, name_absence
from .cast_names import find_names
from .compounds import heads
from .dictionary import Dictionary
from .english import (
    ADJECTIVES,
    COUNTS,
    DETERMINERS,
    FUNCTION_WORDS,
    GROUPS,
    MATERIALS,
    PREPOSITIONS,
    SUBJECTS,
    TAKE_NO_OBJECT,
    UNSEEN_NOUNS,
    WEAK_VERBS,
    WEAK_WORDS,
)
from .idioms import without_idioms
from .names import FAMILY
from .word_classes import is_verb, things_inside

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*", re.UNICODE)
_SENTENCE = re.compile(r"[^.!?。！？\n]+(?:[.!?。！？]+[\"”’']*|\n|$)")
_TITLE_END = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Mme|Mlle)\.\s*$")
_LONGEST = 6  # words of a phrase in the lexicon
_LONGEST_NOUN = 3


@dataclass(frozen=True)
class Word:
    """One word, lower case, and its place in the text."""

    text: str
    span: Span


@dataclass(frozen=True)
class Mention:
    """Words that name a concept: its category and name.

    Beside those of the vocabulary the categories are "who" (a character's id), "pronouns" (her, his, its, their),
    "groups" (a word of GROUPS) and "nouns" (something to be seen that the vocabulary lacks). `absent` is 2 where
    the words before it say that it is not there, 1 where they may say so; `weak` words count where nothing else does,
    `new` ones, which are not the vocabulary's own, count less than those, and `guessed` ones least.
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


def sentences(text: str) -> list[Span]:
    """The places of the sentences of a text, blank ones left out; "Mr." ends none."""
    found: list[Span] = []
    for match in _SENTENCE.finditer(text):
        if not match.group().strip(" \"'”’"):
            continue
        if found and _TITLE_END.search(text[found[-1][0] : found[-1][1]]):
            found[-1] = (found[-1][0], match.end())
        else:
            found.append(match.span())
    return found


def words_of(text: str, span: Span) -> list[Word]:
    """The words inside a span."""
    return [Word(match.group().lower().replace("’", "'"), match.span()) for match in _WORD.finditer(text, *span)]


class Lexicon:
    """Finds the vocabulary's words, the longest first, and those of a dictionary.

    It knows all of them. To be tested on words that it has never seen it is made `without` these (lower case): they
    are taken out of the dictionary, and out of the vocabulary's words where it marks them as held out of training.
    """

    def __init__(
        self, vocabulary: Vocabulary, dictionary: Dictionary | None = None, without: Collection[str] = frozenset()
    ) -> None:
        dictionary = dictionary or Dictionary()
        self.vocabulary, self.nouns = vocabulary, dictionary.nouns
        self.known: dict[str, tuple[str, str]] = {}
        self._meanings: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for category in CATEGORIES:
            for entry in vocabulary.entries.get(category, {}).values():
                held_out = (word for word in entry.held_out if word.lower() not in without)
                for word in (entry.name, *entry.synonyms, *held_out):
                    self._meanings[word.lower()].append((category, entry.name))
                    self.known.setdefault(word.lower(), (category, entry.name))
        for word, kind in FAMILY.items():
            if word not in self.known:
                self._meanings[word].append(("kinds", kind))
                self.known[word] = ("kinds", kind)
        self._hidden = frozenset(without) - set(self.known)
        self.signs = {word: place for word, place in dictionary.signs.items() if word not in self._hidden}
        self._new: set[str] = set()
        for category, words in dictionary.words.items():
            for word, concept in words.items():
                if word not in self.known and word not in self._hidden and word not in _ORDINARY:
                    self._meanings[word].append((category, concept))
                    self._new.add(word)
        guessed = [
            (word, (category, concept))
            for category, words in dictionary.guessed.items()
            for word, concept in words.items()
            if not self._listed(word) and not self._begins_with_verb(category, word)
        ]
        self._guessed = {word for word, _ in guessed}
        for word, meaning in guessed:
            self._meanings[word].append(meaning)
            self._new.add(word)
        self.verbs = {word for word, found in self._meanings.items() if any(one[0] == "poses" for one in found)}

    def told(self, words: Sequence[Word]) -> dict[str, set[str]]:
        """Places that things in a sentence tell of, each with these things."""
        found: dict[str, set[str]] = defaultdict(set)
        for length in (1, 2):
            for start in range(len(words) - length + 1):
                phrase = " ".join(word.text for word in words[start : start + length])
                form = next((form for form in word_forms(phrase.removesuffix("'s")) if form in self.signs), None)
                if form is not None:
                    found[self.signs[form]].add(form)
        return found

    def outside(self, word: str) -> bool:
        """Whether a word is surely a noun of something to be seen for which the vocabulary has no concept."""
        if word in UNSEEN_NOUNS:
            return False
        return any(self.nouns.get(form) == "" and form not in self._hidden for form in word_forms(word))

    def kind(self, word: str) -> str | None:
        """The kind of figure that a word names, or that comes nearest to it."""
        category, name = self.known.get(word, ("", ""))
        if category == "kinds":
            return name
        meaning = "" if word in self._hidden else self.nouns.get(word, "").lstrip("?~")
        return meaning.removeprefix("kinds:") if meaning.startswith("kinds:") else None

    def pose(self, word: str) -> str | None:
        """The pose that a verb tells."""
        return next((name for category, name in self._meanings.get(word, ()) if category == "poses"), None)

    def pose_before(self, words: Sequence[Word], place: int) -> str | None:
        """The pose that a participle right before a noun tells: "a dancing bear"."""
        word = words[place - 1].text if place else ""
        before = words[place - 2].text if place > 1 else ""
        if not word.endswith("ing") or before not in DETERMINERS:
            return None
        found = (meaning for form in word_forms(word) for meaning in self._meanings.get(form, ()))
        return next((name for category, name in found if category == "poses"), None)

    def _listed(self, word: str) -> bool:
        forms = word_forms(word)
        lists = (self._meanings, self.signs, GROUPS, SUBJECTS, _ORDINARY, UNSEEN_NOUNS)
        noun = any(form in self.nouns and form not in self._hidden for form in forms)
        return noun or any(form in each for form in forms for each in lists)

    def _begins_with_verb(self, category: str, phrase: str) -> bool:
        """Whether a phrase begins with a verb of a pose that is surely known: "sat in" is to sit."""
        first, _, rest = phrase.partition(" ")
        return category == "poses" and bool(rest) and any(one[0] == "poses" for one in self._meanings.get(first, ()))

    def familiar(self, word: str) -> bool:
        """Whether some list has the word."""
        return word in _ORDINARY or (len(word) > 2 and (self._listed(word) or bool(self._adverb(word))))

    def mentions(self, text: str, span: Span, words: Sequence[Word], cast: Sequence[Character]) -> list[Mention]:
        """All mentions in one sentence, in order."""
        named = [
            Mention("who", who, place, *_indices(words, place), name_absence(text, span, place))
            for who, place in find_names(text, span, cast)
        ]
        taken = {index for mention in named for index in range(mention.first, mention.last + 1)}
        found: list[Mention] = []
        index = 0
        while index < len(words):
            mention = None if index in taken else self._longest(text, span, words, index, taken)
            if mention is not None:
                found += [mention, *things_inside(mention, text, span, words, self)]
                index = mention.last
            index += 1
        seen = heads(without_idioms(found, text, span), text, words)
        unique = {mention.span: mention for mention in (*seen, *named)}
        return sorted(unique.values(), key=lambda mention: mention.span)

    def _longest(self, text: str, span: Span, words: Sequence[Word], start: int, taken: set[int]) -> Mention | None:
        for end in range(min(len(words), start + _LONGEST), start, -1):
            if any(index in taken for index in range(start, end)):
                continue
            phrase = " ".join(word.text for word in words[start:end])
            place = (words[start].span[0], words[end - 1].span[1])
            verb = end - start == 1 and is_verb(text, words, start, self)
            found = self._resolve(phrase, words, start, end, text[place[1] : place[1] + 2], verb)
            if verb and found is not None and found[0] not in ("poses", "expressions"):
                continue
            if end - start > 1 and self._says_less(found, words[start], words[end - 1]):
                continue
            if found is not None and found[0] == "nouns" and text[place[0]].isupper():
                plural = start == 0 and phrase.endswith("s")
                if not plural and (start == 0 or words[start - 1].text not in DETERMINERS):
                    continue  # a name: Tom is no tomcat
            if found is not None:
                weak = phrase in WEAK_VERBS or phrase in WEAK_WORDS
                new = phrase in self._new or (phrase[-2:] == "ly" and phrase not in self._meanings)
                new = new and found[0] not in ("nouns", "things", "kinds")
                absent = max(absence(text, span, place), is_quoted(text, place))
                return Mention(*found, place, start, end - 1, absent, weak, new, new and phrase in self._guessed)
        return None

    def _says_less(self, found: tuple[str, str] | None, first: Word, last: Word) -> bool:
        """Whether the last word of a phrase says more: of a small boat that it is a boat, of a black cat who it is."""
        if found == ("things", "black cat"):
            return True
        known = any(form in self.known or form in self.nouns for form in word_forms(last.text))
        return found == ("nouns", "") and first.text in ADJECTIVES and known

    def _resolve(
        self, phrase: str, words: Sequence[Word], start: int, end: int, behind: str, verb: bool
    ) -> tuple[str, str] | None:
        """Category and concept of a phrase where it stands."""
        before = words[start - 1].text if start else ""
        after = words[end].text if end < len(words) else ""
        if before in _ALL and (phrase.endswith("ed") or phrase in TAKE_NO_OBJECT):
            two = words[start - 2].text if start > 1 else ""
            before = before if two and two not in SUBJECTS and two not in _ALL else ""  # "they all danced"
        elif before == "her" and phrase in TAKE_NO_OBJECT:
            before = "she"  # as an object: "beside her slept the cat"
        if phrase in SUBJECTS:
            return "pronouns", SUBJECTS[phrase]
        if phrase in GROUPS and after != "of":
            return "groups", phrase
        as_noun = self.noun_follows(before) or self.pose_before(words, start) is not None
        meanings = self._meant(phrase, before, as_noun, verb) or self._adverb(phrase)
        chosen = self._choose(meanings, phrase, words, start, as_noun)
        if chosen is not None and self._fits(chosen, phrase, before, after, as_noun):
            return chosen
        verbal = all(category in ("poses", "expressions") for category, _ in meanings)
        if (meanings and not (verbal and as_noun)) or end - start > _LONGEST_NOUN:
            return None
        found = self._dictionary(phrase.replace("-", " "), before, after, as_noun)
        return found or (self._hyphenated(phrase) if end - start == 1 and "-" in phrase else None)

    def _meant(self, phrase: str, before: str, as_noun: bool, verb: bool) -> list[tuple[str, str]]:
        """What a phrase may mean; of a plural that is a form of a verb as well ("bears") it is the noun where one is due."""
        forms = [form for form in word_forms(phrase) if form in self._meanings]
        if phrase in FUNCTION_WORDS and before not in COUNTS:
            forms = forms[:1] if forms[:1] == [phrase] else []  # "does" are no deer
        if not forms:
            return []
        others = [one for form in forms[1:] for one in self._meanings[form]]
        acts = all(category in ("poses", "expressions") for category, _ in self._meanings[forms[0]])
        noun = any(category == "kinds" for category, _ in others) and not verb
        if acts and (noun or (as_noun and any(category == "things" for category, _ in others))):
            return [one for one in others if one[0] in ("kinds", "things")]
        named = not verb and any(category == "kinds" for category, _ in self._meanings[forms[0]])
        return [one for one in self._meanings[forms[0]] if not (named and one[0] == "poses")]

    def _adverb(self, word: str) -> list[tuple[str, str]]:
        """What "happily" or "miserably" shows, by the word for a feeling that it is made of."""
        made = word[-2:] == "ly" and word not in _NO_FEELING
        stems = (word[:-2], f"{word[:-3]}y", f"{word[:-2]}le") if made else ()
        found = (one for stem in stems if stem not in self._guessed for one in self._meanings.get(stem, ()))
        return [one for one in found if one[0] == "expressions" and one[1] != "calm"]

    def _hyphenated(self, word: str) -> tuple[str, str] | None:
        """What "goose-girl" or "hay-cart" is: its last part says so."""
        last = word.rpartition("-")[2]
        for form in word_forms(last):
            category, name = self.known.get(form, ("", ""))
            if category == "kinds":
                return category, name
            if category == "things":
                return "nouns", f"things:{name}"
            if form in self.nouns and form not in self._hidden and form not in UNSEEN_NOUNS:
                return "nouns", self.nouns[form].removeprefix("?")
        return None

    def _choose(
        self, meanings: Sequence[tuple[str, str]], phrase: str, words: Sequence[Word], start: int, as_noun: bool
    ) -> tuple[str, str] | None:
        """The meaning that fits: a place behind a preposition, a verb where no noun is due."""
        by_category = dict(reversed(meanings))
        if "poses" in by_category and not as_noun:
            return "poses", by_category["poses"]
        before = [word.text for word in words[max(0, start - 4) : start]]
        behind = next((w for w in reversed(before) if w not in DETERMINERS and not self._is_adjective(w)), "")
        if "settings" in by_category and ("things" not in by_category or behind in _OF_PLACES):
            return "settings", by_category["settings"]
        for category in ("kinds", "things", "times", "weathers", "expressions", "accessories", "colours", "settings"):
            if category in by_category:
                return category, by_category[category]
        return None

    def _fits(self, found: tuple[str, str], phrase: str, before: str, after: str, as_noun: bool) -> bool:
        category, _ = found
        if category == "things" and phrase in _OF_BODIES and before in _OWNERS:
            return False
        if phrase in _PREDICATES:
            return before in _BEING
        if category == "poses":
            return before not in DETERMINERS and before not in ("to", "not", "n't")
        if category == "things" and phrase in WEAK_WORDS:
            return before in DETERMINERS or self._is_adjective(before)
        if category == "things" and after in ("-", ""):
            return True
        other = phrase in ("cross", "mad", "content", "patient", "quiet") or self.outside(phrase)
        return not (category == "expressions" and as_noun and other)

    def _dictionary(self, word: str, before: str, after: str, as_noun: bool) -> tuple[str, str] | None:
        """A noun of the dictionary, where it stands for something to be seen."""
        if (
            word in UNSEEN_NOUNS
            or word.partition(" ")[0] in DETERMINERS
            or (word in _ORDINARY and before not in _ARTICLES)
        ):
            return None
        forms = [form for form in word_forms(word) if form in self.nouns and form not in self._hidden]
        if not forms or (forms[0] != word and word[-1] != "s") or forms[0] in UNSEEN_NOUNS:
            return None
        if word in self._hidden or any(form in self._hidden for form in word_forms(word)):
            return None
        if word in MATERIALS and ((after and after not in _ORDINARY) or before in ("of", "in")):
            return None
        if word in _OF_BODIES and before in _OWNERS:
            return None
        meaning = self.nouns[forms[0]]
        first, _, last = word.rpartition(" ")
        if meaning == "" and last in UNSEEN_NOUNS and first in MATERIALS:
            return None  # a wooden leg
        if meaning.startswith("?"):
            certain = before in _ARTICLES | MATERIALS or before in COUNTS or self._is_adjective(before)
            certain = certain or (as_noun and word[-1] == "s")
            certain = certain and word not in ADJECTIVES
            return ("nouns", meaning[1:]) if certain else None
        sure = as_noun or forms[0] != word or before not in _BEFORE_VERBS
        return ("nouns", meaning) if sure else None

    def noun_follows(self, before: str) -> bool:
        """Whether a noun is due behind a word."""
        return before in DETERMINERS or (before in PREPOSITIONS and before != "to") or self._is_adjective(before)

    def _is_adjective(self, word: str) -> bool:
        found = self.known.get(word)
        if found is not None:
            return found[0] in ("colours", "expressions") and word not in self.verbs
        return word in ADJECTIVES


_OF_PLACES = frozenset(
    "in into through at to from across over along near inside by around round within about out toward towards up down on "
    "upon onto off beyond above below beneath past outside".split()
)
_NO_FEELING = frozenset("hopefully thankfully blessedly unluckily desperately madly violently".split())
_ORDINARY = FUNCTION_WORDS | ADJECTIVES | PREPOSITIONS | DETERMINERS
_BEFORE_VERBS = frozenset(
    "to i we you they he she it not n't will would could should must might can did does do may who and".split()
)
_OF_BODIES = frozenset(("chest", "trunk", "trunks", "horn", "horns", "calf", "palm", "palms"))
_OWNERS = frozenset(("his", "her", "its", "my", "your", "their", "our"))
_PREDICATES = frozenset(("bright", "fine", "fair", "dull", "clear"))
_BEING = frozenset(("was", "is", "were", "are", "so", "very", "quite", "grew"))
_ALL = frozenset(("all", "both", "two", "three", "four", "five"))
_ARTICLES = frozenset(("a", "an", "the", "his", "her", "their", "its", "two", "three"))


def _indices(words: Sequence[Word], place: Span) -> tuple[int, int]:
    inside = [index for index, word in enumerate(words) if word.span[0] >= place[0] and word.span[1] <= place[1]]
    return (inside[0], inside[-1]) if inside else (0, 0)
