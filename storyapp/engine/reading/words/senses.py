"""What a word or phrase means where it stands: a verb or a noun, a place or a thing, or nothing to be seen."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from storyapp.stage.vocabulary import word_forms

from ..names.naming import DOING
from .compounds import ANIMALS
from .dictionary import Noun
from .english import (
    ADJECTIVES,
    COUNTS,
    DETERMINERS,
    FUNCTION_WORDS,
    GROUPS,
    HEAPS,
    MATERIALS,
    MODALS,
    ORDINARY,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECTS,
    TAKE_NO_OBJECT,
    UNSEEN_NOUNS,
    WEAK_WORDS,
    is_irregular_plural,
)
from .everyday import DRINKING_GLASS, are_for_drinking, is_garden_wall, is_model, is_on_roof
from .lexicon import Lexicon, Meaning
from .splitting import Word

# Plurals that are verbs where somebody does it, and nouns elsewhere: "presents lay there", "the queen presents a prize".
_RATHER_NOUNS = frozenset(("presents", "wheels", "towers", "cradles"))
_MEANT_ALONE = frozenset(("sniff", "sniffs", "sniffed", "sniffing", "take off", "takes off", "took off", "taking off"))
_PASTS = DOING - FUNCTION_WORDS
_LONGEST_NOUN = 3  # words of a phrase in the dictionary
_BEFORE_PLACES = frozenset(
    "in into through at to from across over along near inside by around round within about out toward towards up down on "
    "upon onto off beyond above below beneath past outside".split()
)
_BEFORE_VERBS = MODALS | frozenset("to i we you they he she it not n't did does do who and".split())
_OF_BODIES = frozenset("chest trunk trunks horn horns calf palm palms tooth".split())
# Beside these words "her tooth" is one that came out.
_LOST = frozenset(
    "lost loses lose losing pulled put took takes take kept keep found hid left pillow fairy under gave out".split()
)
_OF_HAIR = frozenset("hair fur mane beard curls plaits brushed brushing".split())
# Before these words an animal is a thing to play with.
_TOYS = frozenset(
    "toy rubber plastic wooden wood clay china chocolate paper stuffed knitted tin cardboard felt".split()
)
_MEASURES = frozenset(
    "string strings ring rings bank banks root roots cover lump row band sheet stack block".split()
)  # before "of"
_PREDICATES = frozenset("bright fine fair dull clear".split())
_BEING = frozenset("was is were are so very quite grew".split())
_BEFORE_ANIMALS = DETERMINERS | frozenset("forest woodland farm zoo jungle wild other".split())
_ALL = frozenset("all both two three four five".split())
_SAYING = frozenset("said shouted blew told called cheered clapped smiled laughed nodded asked yelled".split())
_QUALITIES = ("ed", "y", "ful", "less", "ous", "ish", "down", "en", "ing", "al")  # endings of adjectives
_SHELLED = frozenset("turtle tortoise snail crab turtles tortoises snails crabs".split())
_FESTIVE = frozenset("christmas santa presents gifts baubles tinsel".split())
_ALONG_TREES = frozenset("up down against around round".split())
_OF_CASTLES = frozenset("castle tower towers moat moats drawbridge turret turrets".split())
_ARTICLES = frozenset("a an the his her their its two three".split())


class Sense(NamedTuple):
    """What a phrase means where it stands: a concept of a category, or a noun outside the vocabulary."""

    category: str
    name: str
    noun: Noun = Noun()

    @classmethod
    def of_noun(cls, noun: Noun) -> Sense:
        """That of a noun which the vocabulary lacks."""
        return cls("nouns", "", noun)

    @property
    def has_no_concept(self) -> bool:
        """Whether nothing of the vocabulary is drawn for it."""
        return self.category == "nouns" and not self.noun.concept


class Senses:
    """Chooses among the meanings that a lexicon knows of a phrase."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def meaning(self, phrase: str, words: Sequence[Word], start: int, end: int, verb: bool) -> Sense | None:
        """Category and concept of a phrase where it stands."""
        before = words[start - 1].text if start else ""
        after = words[end].text if end < len(words) else ""
        third = words[end + 1].text if after == "of" and end + 1 < len(words) else ""
        if third in MATERIALS:
            after = ""  # "a ring of gold" is a ring, one of mushrooms is none
        elif phrase in HEAPS and third.endswith("s") and third not in DETERMINERS:
            return None
        if before in _ALL and (phrase.endswith("ed") or phrase in TAKE_NO_OBJECT or phrase in _PASTS):
            two = words[start - 2].text if start > 1 else ""
            alone = two == "the" and not self._is_noun(after)  # "the two danced"
            before = (
                before if two and not alone and two not in SUBJECTS and two not in _ALL else ""
            )  # "they all danced"
        elif before == "each" and (phrase.endswith("ed") or phrase in _PASTS) and after in DETERMINERS | PREPOSITIONS:
            before = "they"  # "Mia and Tom each held a balloon"
        elif before == "her" and phrase in TAKE_NO_OBJECT:
            before = "she"  # as an object: "beside her slept the cat"
        if phrase in _MEANT_ALONE and (after in DETERMINERS or (after in PREPOSITIONS and "off" not in phrase)):
            return None  # "took off the hat" is no flying, "sniffed at it" no weeping
        if phrase in SUBJECTS:
            return Sense("pronouns", SUBJECTS[phrase])
        if phrase == "glasses" and are_for_drinking(words, start):
            return Sense.of_noun(DRINKING_GLASS)
        if phrase in _OF_CASTLES and is_model(words, start):
            return Sense("things", "sandcastle") if phrase == "castle" else None
        if phrase == "trunk" and self._is_of_tree(words, start):
            return Sense("things", "tree")
        if phrase == "wall" and is_garden_wall(words, start):
            return Sense("things", "stone wall")
        if phrase in ("roof", "rooftop") and is_on_roof(words, start):
            return Sense("things", "house")
        if phrase == "tree" and before == "the" and _FESTIVE & {word.text for word in words}:
            return Sense("things", "christmas tree")
        if phrase in GROUPS and self._is_group(phrase, before, after):
            return Sense("groups", phrase)
        as_noun = self.lexicon.noun_follows(before) or self.lexicon.pose_before(words, start) is not None
        meanings = self._meant(phrase, before, as_noun, verb) or self.lexicon.adverb(phrase)
        chosen = self._choose(meanings, phrase, words, start, as_noun)
        if chosen is not None and self._is_of_body(phrase, before, words):
            return None
        if chosen is not None and self._fits(chosen, phrase, before, after, as_noun, words[max(0, start - 2) : start]):
            return Sense(*chosen)
        verbal = all(category in ("poses", "expressions", "colours") for category, _ in meanings)
        if (meanings and not (verbal and as_noun)) or end - start > _LONGEST_NOUN:
            return None
        two = words[start - 2].text if start > 1 and self._may_describe(before) else ""
        if phrase[-1] == "s" and start and self._takes_object(words, start):
            two = "some"  # "selling matches"
        found = self._dictionary(phrase.replace("-", " "), two, before, after, as_noun)
        return found or (self._hyphenated(phrase) if end - start == 1 and "-" in phrase else None)

    def _is_group(self, phrase: str, before: str, after: str) -> bool:
        """Whether a word for several means some who may be there: "all the animals", but not "she loved animals"."""
        if phrase == "animals":
            return before in _BEFORE_ANIMALS or (before in ADJECTIVES and before not in ("soft", "wooden"))
        return after != "of" or phrase == "crew"

    def _is_noun(self, word: str) -> bool:
        if word in UNSEEN_NOUNS:
            return False
        found = [self.lexicon.known.get(form, ("",))[0] for form in word_forms(word)]
        return "things" in found or "kinds" in found or any(form in self.lexicon.nouns for form in word_forms(word))

    def _meant(self, phrase: str, before: str, as_noun: bool, verb: bool) -> list[Meaning]:
        """What a phrase may mean; of a plural that is a form of a verb as well ("bears") it is the noun where one is due."""
        forms = [form for form in word_forms(phrase) if form in self.lexicon.meanings]
        if phrase in FUNCTION_WORDS and before not in COUNTS:
            forms = forms[:1] if forms[:1] == [phrase] else []  # "does" are no deer
        if not forms:
            return []
        others = [one for form in forms[1:] for one in self.lexicon.meanings[form]]
        acts = all(category in ("poses", "expressions") for category, _ in self.lexicon.meanings[forms[0]])
        noun = any(category == "kinds" for category, _ in others) and not verb
        due = as_noun or (phrase in _RATHER_NOUNS and not verb)
        if acts and (noun or (due and any(category == "things" for category, _ in others))):
            return [one for one in others if one[0] in ("kinds", "things")]
        counted = before in COUNTS and forms[1:] and others and others[0][0] == "things"
        if counted and all(category == "things" for category, _ in self.lexicon.meanings[forms[0]]):
            return others  # "two houses" are no two rows of houses
        named = not verb and any(category == "kinds" for category, _ in self.lexicon.meanings[forms[0]])
        return [one for one in self.lexicon.meanings[forms[0]] if not (named and one[0] == "poses")]

    def _choose(
        self, meanings: Sequence[Meaning], phrase: str, words: Sequence[Word], start: int, as_noun: bool
    ) -> Meaning | None:
        """The meaning that fits: a place behind a preposition, a verb where no noun is due."""
        by_category = dict(reversed(meanings))
        if "kinds" in by_category and "things" in by_category and start and words[start - 1].text in _TOYS:
            return "things", by_category["things"]  # a rubber duck
        after = words[start + 1].text if start + 1 < len(words) else ""
        if phrase == "coach" and after in _SAYING:
            return "kinds", "man"
        if phrase == "brush" and _OF_HAIR & {word.text for word in words}:
            return "things", "hairbrush"
        if "poses" in by_category and not as_noun:
            return "poses", by_category["poses"]
        before = [word.text for word in words[max(0, start - 4) : start]]
        behind = next((w for w in reversed(before) if w not in DETERMINERS and not self.lexicon.is_adjective(w)), "")
        if "settings" in by_category and ("things" not in by_category or behind in _BEFORE_PLACES):
            return "settings", by_category["settings"]
        for category in ("kinds", "things", "times", "weathers", "expressions", "accessories", "colours", "settings"):
            if category in by_category:
                return category, by_category[category]
        return None

    def _may_describe(self, word: str) -> bool:
        """Whether a word may say which of its kind the next one is: "a tumbledown well", "the garden rake"."""
        if word in FUNCTION_WORDS or word in PREPOSITIONS or word in DETERMINERS or word.endswith(("ly", "s")):
            return False
        if word in GROUPS or is_irregular_plural(word):
            return False  # "the children have"
        animal = self.lexicon.known.get(word, ("", ""))[1] in ANIMALS  # "the fish saw it"
        return not animal and self.lexicon.kind(word) is None and word not in self.lexicon.verbs

    @staticmethod
    def _takes_object(words: Sequence[Word], start: int) -> bool:
        """Whether the word before is a participle that something is done by: "was mending nets", "selling matches"."""
        before = words[start - 1]
        return before.text.endswith("ing") and len(before.text) > 5 and before.span[1] + 1 == words[start].span[0]

    def _names_thing(self, phrase: str, after: str) -> bool:
        """Whether a word for a feeling or a colour is a noun here: "between the pines", "under the lilac"."""
        nouns = [self.lexicon.nouns[form] for form in word_forms(phrase) if form in self.lexicon.nouns]
        ends = not after or after in FUNCTION_WORDS or after in PREPOSITIONS
        return ends and any(not noun.doubtful for noun in nouns)

    @staticmethod
    def _is_of_tree(words: Sequence[Word], start: int) -> bool:
        """Whether a trunk is climbed or leant on, and no elephant is there: "up the trunk"."""
        lead = [word.text for word in words[max(0, start - 3) : start]]
        return bool(_ALONG_TREES & {*lead}) and not {"elephant", "elephant's", "elephants"} & {
            word.text for word in words
        }

    @staticmethod
    def _is_of_body(phrase: str, before: str, words: Sequence[Word]) -> bool:
        """Whether a word is for a part of somebody: "his chest", but not "her tooth" where it came out."""
        if not (before in POSSESSIVES or before[-2:] == "'s"):
            return False
        if phrase == "shell":
            return bool(_SHELLED & {word.text.removesuffix("'s") for word in words})
        if phrase not in _OF_BODIES:
            return False
        return phrase != "tooth" or not _LOST & {word.text for word in words}

    def _fits(
        self, found: Meaning, phrase: str, before: str, after: str, as_noun: bool, lead: Sequence[Word]
    ) -> bool:  # fmt: skip
        category, _ = found
        if category in ("expressions", "colours") and as_noun and self._names_thing(phrase, after):
            return False
        if phrase in _PREDICATES:
            return before in _BEING
        if category == "poses":
            return before not in DETERMINERS and before not in ("to", "not", "n't")
        if category == "things" and phrase in _MEASURES and after == "of":
            return False
        if category == "things" and phrase in WEAK_WORDS:
            described = len(lead) == 2 and lead[0].text in _ARTICLES and self._may_describe(before)
            described = described and before.endswith(_QUALITIES)  # "a tumbledown well", but not "a job well done"
            return described or before in DETERMINERS or before in MATERIALS or self.lexicon.is_adjective(before)
        other = phrase in ("cross", "mad", "content", "patient", "quiet") or self.lexicon.outside(phrase)
        return not (category == "expressions" and as_noun and other)

    def _dictionary(self, word: str, two: str, before: str, after: str, as_noun: bool) -> Sense | None:
        """A noun of the dictionary, where it stands for something to be seen."""
        if (
            word in UNSEEN_NOUNS
            or word.partition(" ")[0] in DETERMINERS
            or (word in ORDINARY and before not in _ARTICLES and (two not in _ARTICLES or word in PREPOSITIONS))
            or (after == "of" and word in _MEASURES)
        ):
            return None
        forms = [form for form in word_forms(word) if form in self.lexicon.nouns]
        if (
            not forms
            or (forms[0] != word and word[-1] != "s" and not is_irregular_plural(word))
            or forms[0] in UNSEEN_NOUNS
        ):
            return None
        if word in MATERIALS and ((after and after not in ORDINARY) or before in ("of", "in")):
            return None
        if word in _OF_BODIES and before in POSSESSIVES:
            return None
        if (
            word.endswith("ing")
            and before not in DETERMINERS
            and after in (DETERMINERS | PREPOSITIONS) - {"that", "of"}
        ):
            return None  # "they were building a castle", "drawing in his head"
        noun = self.lexicon.nouns[forms[0]]
        first, _, last = word.rpartition(" ")
        if noun.undrawn and last in UNSEEN_NOUNS and first in MATERIALS:
            return None  # a wooden leg
        if noun.doubtful:
            certain = before in _ARTICLES | MATERIALS or before in COUNTS or self.lexicon.is_adjective(before)
            certain = certain or (as_noun and word[-1] == "s") or two in _ARTICLES or two == "some"
            certain = certain or before == "of" or (as_noun and before[-2:] == "'s")
            certain = (
                certain and word not in ADJECTIVES and not (word in _PASTS and after in DETERMINERS | SUBJECTS.keys())
            )
            return Sense.of_noun(noun) if certain else None
        sure = as_noun or forms[0] != word or before not in _BEFORE_VERBS
        return Sense.of_noun(noun) if sure else None

    def _hyphenated(self, word: str) -> Sense | None:
        """What "goose-girl" or "hay-cart" is: its last part says so."""
        last = word.rpartition("-")[2]
        for form in word_forms(last):
            category, name = self.lexicon.known.get(form, ("", ""))
            if category == "kinds":
                return Sense(category, name)
            if category == "things":
                return Sense.of_noun(Noun(category, name))
            if form in self.lexicon.nouns and form not in UNSEEN_NOUNS:
                return Sense.of_noun(self.lexicon.nouns[form])
        return None
