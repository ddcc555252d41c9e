"""Whose a verb is: of who is named before it, of somebody earlier, of a thing, or of nobody else than its clause tells."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

from collections.abc import Sequence

from storyapp.story.plan import CelPlan

from ..drafts import Draft, Sentence
from ..words.concept_mentions import FIGURES, ConceptMention
from ..words.english import (
    ADJECTIVES,
    ADVERBS,
    AUXILIARIES,
    CLAUSES,
    COUNTS,
    DETERMINERS,
    GIVING,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    TRAITS,
)
from ..words.possessives import is_kept_on
from .who_is_who import is_joined, starts_clause

_SINGLE = ("who", "kinds", "strangers")
_THINGS = ("things", "nouns", "accessories")
_DOES = ("poses", "expressions")
_LINKS = frozenset("and with or but".split())
_PERCEIVED = frozenset("saw see sees seeing watched watches heard hears let made helped".split())
_LOOKED = frozenset("look looked looks looking stared gazed peered came found met".split())
_PARTICLES = frozenset("in up down back away off out over".split())
_DEGREES = ADVERBS | {"very", "so"}
SELDOM_TWICE = ("sleeping", "hugging")  # what two clauses hardly tell of two


def leads(word: str) -> bool:
    """Whether a word may stand right before a noun: "all", "the", "old", "two"."""
    return word == "all" or word in DETERMINERS or word in ADJECTIVES or word in COUNTS


def own_verb(sentence: Sentence, mention: ConceptMention) -> ConceptMention | None:
    """The verb that belongs to somebody behind "and" alone; None if they act with the one who is named before them.

    In "the bear hugged the rabbit and the fox waved" only the fox waves.
    """
    after = next((word.text for word in sentence.words[mention.last + 1 : mention.last + 2]), "")
    verb = next((one for one in sentence.mentions if one.first > mention.last and one.category in _DOES), None)
    found = verb is not None and verb.first == mention.last + 1
    if after.endswith("ing") or not (found or after.endswith("ed") or after in AUXILIARIES):
        return None
    return verb if _subject(sentence, mention.first, _PERCEIVED) is not None else None


def earlier_subject(sentence: Sentence, verb: ConceptMention) -> ConceptMention | None:
    """Who does what a verb behind "and" tells, where the one named last is only an object; None otherwise.

    In "the girl hugged the dog and laughed" it is the girl; so it is in "the girl hid behind the dog, shaking".
    """
    if _is_added(sentence, verb):
        return _subject(sentence, verb.first, _PERCEIVED | _LOOKED)
    before = verb.first - 2
    if before > 0 and sentence.words[before].text in _PARTICLES:
        before -= 1  # "tucked Ella in and kissed her"
    thing = next((one for one in sentence.mentions if one.category in _THINGS and one.last == before), None)
    if thing is not None:  # "gave Tom a kite and laughed"
        before = thing.first - 1
        while before > 0 and leads(sentence.words[before].text):
            before -= 1
    named = [one for one in sentence.mentions if one.category in FIGURES and one.last == before]
    if thing is not None and not (named and sentence.words[_begin(sentence, named[0]) - 1].text in GIVING):
        return None
    if not named or sentence.words[verb.first - 1].text != "and" or sentence.words[verb.first].text.endswith("ing"):
        return None
    return _subject(sentence, verb.first)


def _is_beside_somebody(sentence: Sentence, before: Sequence[ConceptMention]) -> bool:
    """Whether the last of some mentions is told of together with a figure: "Tom and a parrot danced"."""
    return (
        len(before) > 1
        and before[-2].category in FIGURES
        and before[-2].category != "pronouns"
        and is_joined(sentence.text[before[-2].span[1] : before[-1].span[0]])
    )


def _begin(sentence: Sentence, noun: ConceptMention) -> int:
    """The index of the first of the words for somebody: of "the" in "the old king"."""
    first = noun.first
    while first > 0 and (leads(sentence.words[first - 1].text) or sentence.words[first - 1].text in TRAITS):
        first -= 1
    return first


def _is_added(sentence: Sentence, verb: ConceptMention) -> bool:
    """Whether a participle behind a comma tells more of a clause that ends with where somebody was: "hid behind her, shaking"."""
    named = [one for one in sentence.mentions if one.category in FIGURES and one.last == verb.first - 1]
    if not named or not sentence.words[verb.first].text.endswith("ing"):
        return False
    lead = named[-1].first - 1
    while lead > 0 and leads(sentence.words[lead].text):
        lead -= 1
    gap = sentence.text[named[-1].span[1] : verb.span[0]].strip()
    return gap == "," and lead >= 0 and sentence.words[lead].text in PREPOSITIONS


def _subject(sentence: Sentence, place: int, but: frozenset[str] = frozenset()) -> ConceptMention | None:
    """Who does something to the one named last before a word; None if nobody does, or if it is one of the `but` verbs."""
    named = [one for one in sentence.mentions if one.category in FIGURES and one.last < place]
    owners = {one.first - 1 for one in named if one.category in _SINGLE}  # "her brother" is one
    doers = [one for one in named if one.category != "pronouns" or one.last not in owners]
    if len(doers) < 2:
        return None
    between = {word.text for word in sentence.words[doers[-2].last + 1 : doers[-1].first]}
    done = not between & but and not all(leads(word) or word in _LINKS for word in between)
    return doers[-2] if done else None


def of_thing(sentence: Sentence, verb: ConceptMention) -> bool:
    """Whether a verb tells what a thing does: "the dishes danced", but not "the girl with the dish danced"."""
    before = [one for one in sentence.mentions if one.last < verb.first]
    if not before or not (before[-1].category in ("things", "nouns") or is_kept_on(sentence.text, before[-1].span)):
        return False
    between = [word.text for word in sentence.words[before[-1].last + 1 : verb.first]]
    if any(word not in AUXILIARIES and not (verb.category == "expressions" and word in _DEGREES) for word in between):
        return False
    if before[-1].is_of_kind or _is_beside_somebody(sentence, before):
        return False
    lead = [word.text for word in sentence.words[max(0, before[-1].first - 4) : before[-1].first]]
    gap = sentence.text[before[-1].span[1] : verb.span[0]]
    if "," in gap or set(lead) & PREPOSITIONS or not lead:
        return False
    first = before[-1]
    return verb.category == "poses" or (bool(set(between) & AUXILIARIES) and _begins_clause(sentence, first))


def _begins_clause(sentence: Sentence, noun: ConceptMention) -> bool:
    """Whether a noun is the first of a clause: "but the aliens were …", "while Tom danced", but not "and seeing Tom"."""
    start = _begin(sentence, noun) - 1
    if start < 0 or sentence.words[start].text in CLAUSES:
        return True
    comma = sentence.text[sentence.words[start].span[1] :][:1] == ","
    return comma and sentence.words[0].text in CLAUSES  # "when Tom came, Mia …"


def apart(sentence: Sentence, draft: Draft, verb: ConceptMention, doer: CelPlan | None) -> set[tuple[str, str]]:
    """What those do not do of whom an earlier clause tells: in "Mia laughed and the cat slept" Mia does not sleep."""
    before = [one for one in sentence.mentions if one.last < verb.first and (not doer or one.span in doer.spans)]
    if not before or not _begins_clause(sentence, before[-1]):
        return set()
    start = before[-1].span[0]
    found = set()
    for cel in draft.figures:
        ends = [end for _, end in cel.spans if end <= verb.span[0]]
        if not ends or max(ends) > start or (doer is not None and cel.id == doer.id):
            continue
        unsaid = verb.category == "poses" and not any(draft.told_of(cel.id, name) for name in ("pose", "expression"))
        if unsaid and verb.name not in SELDOM_TWICE:
            continue  # what they do is told by a word that the net alone knows
        if starts_clause(sentence.text[max(ends) : start]) and cel.id not in draft.together.values():
            found.add((cel.id, verb.name))
    return found


def apart_from_before(sentence: Sentence, draft: Draft, verb: ConceptMention) -> set[tuple[str, str]]:
    """What those do not do of whom a later clause tells: in "Mia ate when Mum and Dad came" Mum and Dad do not eat."""
    before = [one for one in sentence.mentions if one.last < verb.first and one.category in FIGURES]
    first = before[-1] if before else None
    for one in reversed(before[:-1]):
        if first is None or not is_joined(sentence.text[one.span[1] : first.span[0]]):
            break
        first = one
    if first is None or not _begins_clause(sentence, first):
        return set()
    poses = {one.name for one in sentence.mentions if one.category == "poses" and one.last < first.first} - {verb.name}
    doers = [cel for cel in draft.figures if any(first.span[0] <= start < verb.span[0] for start, _ in cel.spans[-1:])]
    return {(cel.id, pose) for cel in doers for pose in poses}


def owns(sentence: Sentence, owner: ConceptMention, mention: ConceptMention) -> bool:
    """Whether a possessive pronoun stands right before what a mention names: "her old parrot"."""
    if owner.category != "pronouns" or sentence.words[owner.first].text not in POSSESSIVES:
        return False
    between = sentence.words[owner.last + 1 : mention.first]
    return owner.last < mention.first and all(leads(word.text) for word in between)


def is_owner_of_somebody(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether a pronoun only tells whose another figure is: in "her dad waved" she does not wave."""
    words = sentence.words
    if mention.category != "pronouns" or words[mention.first].text not in POSSESSIVES:
        return False
    behind = next((one for one in sentence.mentions if one.first > mention.last), None)
    if behind is None or behind.category not in FIGURES or behind.category == "pronouns":
        return False
    return all(leads(word.text) or word.text in RELATIVES for word in words[mention.last + 1 : behind.first])
