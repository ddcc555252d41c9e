"""Who has a thing that is given, offered, shown or thrown to somebody: it is still in the giver's hand."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.plan import CelPlan, Relation

from ..drafts import SAID, Draft, Sentence
from ..words.concept_mentions import ConceptMention
from ..words.english import ADJECTIVES, ADVERBS, CLAUSES, COUNTS, DETERMINERS, POSSESSIVES

_GIVING = frozenset(
    """
    gave give gives giving given offered offers offer offering handed hands hand handing passed passes passing lent lends
    threw throws throwing tossed tosses showed shows show showing presented
    bring brings brought bringing
    """.split()
)
_NOT_DONE = frozenset("not never to".split())
_TAKERS = frozenset("him her them me us you".split())
_BEFORE_SUBJECT = CLAUSES | frozenset("said says cried asked laughed whispered called shouted".split())
_CARRIED = 0.6  # metres up to which one holds what is no thing for a hand
_HANDS = 2
# Before "of", or before the thing itself: "half of his banana", "a piece of cheese".
_PARTS = frozenset("half part piece slice bit bite cup bowl glass bunch handful some of".split())
_WORDS = 7  # between the verb and the thing, at most


def give(sentence: Sentence, draft: Draft, vocabulary: Vocabulary, named: Sequence[tuple[ConceptMention, str]]) -> None:
    """Put what is given into the giver's hand; `named` are mentions of somebody and their cels."""
    groups: dict[tuple[int, int], list[CelPlan]] = {}
    for cel in draft.cels.values():
        if cel.kind == "thing" and cel.spans and (cel.relation is None or cel.relation.kind in ("held by", "beside")):
            groups.setdefault(cel.spans[-1], []).append(cel)
    for (start, _), things in groups.items():
        entry = vocabulary.thing(things[0].concept)
        giver = _giver(sentence, start, named) if entry.holdable or entry.size <= _CARRIED else None
        if giver is None or giver not in draft.cels or draft.cels[giver].kind != "figure":
            continue
        for cel in things[:_HANDS]:
            draft.cels[cel.id] = replace(cel, relation=Relation("held by", giver))
        said = draft.told_of(giver, "pose")
        if not said.keys() - {"standing", "holding"}:
            said.pop("standing", None)
            said["holding"] = max(said.get("holding", 0.0), SAID)


def _giver(sentence: Sentence, start: int, named: Sequence[tuple[ConceptMention, str]]) -> str | None:
    """Who gives the thing at a place to somebody: "Mia gave Tom an apple", "Mia gave an apple to Tom"."""
    words = sentence.words
    at = next((index for index, word in enumerate(words) if word.span[0] <= start < word.span[1]), None)
    if at is None:
        return None
    first = next((index for index in range(at - 1, max(-1, at - _WORDS), -1) if words[index].text in _GIVING), None)
    if first is None or (first and (words[first - 1].text in _NOT_DONE or words[first - 1].text.endswith("n't"))):
        return None
    takers = [one for one, _ in named if first < one.first < at]
    inside = {index for one in takers for index in range(one.first, one.last + 1)}
    between = [words[index].text for index in range(first + 1, at) if index not in inside]
    if not all(_leads(word) for word in between):
        return None
    behind = [word.text for word in words[at + 1 : at + 4]]
    taken = takers or _TAKERS & set(between) or "to" in behind or words[first].text == "given"
    doers = [(one, key) for one, key in named if one.last < first and not is_owner(sentence, one)]
    subjects = [key for one, key in doers if _is_subject(sentence, one)] or [key for _, key in doers]
    return subjects[-1] if subjects and taken else None


def _is_subject(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether somebody may do what follows: at the beginning of a clause, or behind "said"."""
    words, start = sentence.words, mention.first - 1
    while start >= 0 and (words[start].text in DETERMINERS or words[start].text in ADJECTIVES):
        start -= 1
    if start < 0 or words[start].text in _BEFORE_SUBJECT:
        return True
    return sentence.text[words[start].span[1] : words[start + 1].span[0]].strip() != ""


def _leads(word: str) -> bool:
    return (
        word in _TAKERS
        or word in DETERMINERS
        or word in ADJECTIVES
        or word in COUNTS
        or word in ADVERBS
        or word in _PARTS
        or word.endswith("'s")
    )


def is_owner(sentence: Sentence, mention: ConceptMention) -> bool:
    return mention.category == "pronouns" and sentence.words[mention.first].text in POSSESSIVES
