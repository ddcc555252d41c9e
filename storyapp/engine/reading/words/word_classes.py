"""Words that may be a noun or a verb, and the nouns inside of phrases that mean something else as a whole."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from storyapp.stage.vocabulary import word_forms
from storyapp.story.plan import Span

from ..names.first_names import ALSO_WORDS, NAMES
from .absence import absence
from .compounds import ANIMALS, BEASTS
from .concept_mentions import ConceptMention
from .english import (
    ADVERBS,
    ALSO_VERBS,
    AUXILIARIES,
    COUNTS,
    DETERMINERS,
    FUNCTION_WORDS,
    GIVING,
    GROUPS,
    MODALS,
    PREPOSITIONS,
    SUBJECTS,
    UNSEEN_NOUNS,
    WEAK_WORDS,
)
from .lexicon import Lexicon
from .quotations import is_quoted
from .splitting import Word

SKATES = ("ice skate", "roller skate")  # things, and what one does on them
_BEFORE_BASE = MODALS | frozenset("to they we you i let's don't not couldn't can't".split())
# Things that their places, times and weathers show anyhow.
_PARTS_OF_PLACES = frozenset(
    """
    full_moon sun star cloud rain_cloud planet earth tree pine_tree palm_tree mountain castle_tower house mushroom campfire rock
    lotus door window hole snowflake rainbow school_building wood herb
    """.split()
)


# Places that things tell of which stand there: both are seen.
_ALSO_THINGS = frozenset("fire bridge drawbridge tower barn igloo pond sandpit henhouse windmill lighthouse".split())


def is_verb(text: str, words: Sequence[Word], start: int, lexicon: Lexicon) -> bool:
    """Whether a word that is a noun elsewhere tells what somebody does: "she rings the bell", "they plant a tree"."""
    word = words[start].text
    base = next((form for form in word_forms(word) if form in ALSO_VERBS), None)
    before = start - 1
    while base and before > 0 and (words[before].text in ADVERBS or f"{words[before].text} {base}" in SKATES):
        before -= 1
    if base is None or before < 0 or text[words[before].span[1] : words[before + 1].span[0]] != " ":
        return False
    who, behind = words[before].text, words[start + 1].text if start + 1 < len(words) else ""
    if lexicon.noun_follows(who) or who in COUNTS:
        return False
    if word == base:
        several = who in GROUPS or any(lexicon.kind(form) is not None for form in word_forms(who)[1:])
        several = several or (before > 1 and words[before - 1].text == "and" and lexicon.kind(who) is not None)
        return who in _BEFORE_BASE or (several and behind in DETERMINERS)  # "the dogs guard the house"
    if who in ("he", "she", "it", "who"):
        return True
    if behind in DETERMINERS - {"that"} and (who == "and" or who in lexicon.nouns):
        return True  # "the clown rings the bell", but not "she saw rings"
    ends = behind in AUXILIARIES or behind in lexicon.verbs or behind.endswith("ed")
    goes_on = not behind or behind.endswith("ly") or (not ends and lexicon.familiar(behind))
    given = any(one.text in GIVING for one in words[max(0, before - 3) : before])
    named = text[words[before].span[0]].isupper() and who not in FUNCTION_WORDS | PREPOSITIONS
    named = named and (before > 0 or behind in DETERMINERS or (who in NAMES and who not in ALSO_WORDS))
    somebody = named or lexicon.kind(who) is not None or lexicon.known.get(who, ("", ""))[1] in ANIMALS
    return goes_on and not given and somebody


def named_inside(
    phrase: ConceptMention, text: str, span: Span, words: Sequence[Word], lexicon: Lexicon
) -> list[ConceptMention]:  # fmt: skip
    """Whom, and the place and the thing, a longer phrase names besides: "her eyes filled with tears", "baking a cake"."""
    first = words[phrase.first]
    if phrase.category in ("poses", "expressions") and phrase.first < phrase.last and first.text in SUBJECTS:
        return [ConceptMention("pronouns", SUBJECTS[first.text], first.span, phrase.first, phrase.first)]
    if phrase.first == phrase.last or phrase.category not in ("settings", "poses", "times", "weathers"):
        return []
    found: dict[str, ConceptMention] = {}
    pose = lexicon.pose(first.text) if words[phrase.first + 1].text in DETERMINERS else None
    if pose is not None and phrase.category == "settings":  # "flying a kite"
        found["poses"] = replace(phrase, category="poses", name=pose, span=first.span, last=phrase.first)
    for start in range(phrase.first + 1, phrase.last + 1):
        said = " ".join(word.text for word in words[start : phrase.last + 1])
        category, name = next((lexicon.known[form] for form in word_forms(said) if form in lexicon.known), ("", ""))
        weak = words[start].text in WEAK_WORDS | FUNCTION_WORDS or name.replace(" ", "_") in _PARTS_OF_PLACES
        thing = (category == "things" or name in BEASTS) and not weak
        place = category == "settings" and phrase.category == "poses"
        if (thing or place) and category not in found:
            at = (words[start].span[0], words[phrase.last].span[1])
            absent = max(absence(text, span, at), is_quoted(text, at))
            found[category] = replace(
                phrase, category=category, name=name, span=at, first=start, absent=absent, weak=False, new=False
            )
    return list(found.values()) or _noun_inside(phrase, words, lexicon)


def thing_of_place(place: ConceptMention, words: Sequence[Word], lexicon: Lexicon) -> ConceptMention | None:
    """The thing that a word for a place names as well: "on the bridge"."""
    last = words[place.last].text
    if place.category != "settings" or last not in _ALSO_THINGS:
        return None
    name = next(name for category, name in lexicon.meanings[last] if category == "things")
    span = (words[place.last].span[0], place.span[1])
    return replace(place, category="things", name=name, span=span, first=place.last, weak=False, new=False)


def _noun_inside(phrase: ConceptMention, words: Sequence[Word], lexicon: Lexicon) -> list[ConceptMention]:
    """The thing outside the vocabulary that a phrase for a place or a weather ends with: "under the willows"."""
    last = words[phrase.last]
    if phrase.category not in ("settings", "weathers") or phrase.absent or last.text in UNSEEN_NOUNS:
        return []
    if words[phrase.first].text not in PREPOSITIONS or words[phrase.last - 1].text not in DETERMINERS:
        return []
    noun = next((lexicon.nouns[form] for form in word_forms(last.text) if form in lexicon.nouns), None)
    if noun is None or noun.nearest or noun.concept not in ("", "tree"):
        return []
    if phrase.category == "settings" and lexicon.outside(last.text):
        return []  # the sentence's reader tells of it: "on the raft"
    return [replace(phrase, category="nouns", name="", span=last.span, first=phrase.last, weak=False, new=False)]
