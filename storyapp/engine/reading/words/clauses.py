"""Who does what a clause tells, and whether a pronoun means somebody else."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

import re

from ..drafts import Sentence
from ..people.who_is_who import is_joined, starts_clause
from .concept_mentions import ConceptMention, NamedFigures
from .english import ADJECTIVES, BODY, CLAUSES, COUNTS, DETERMINERS, PREPOSITIONS, RELATIVES

_OBJECTS = ("him", "her")
# What follows "her" where it is an object: "hugged her tightly", not "her hand", "her two friends".
_NO_NOUN = (PREPOSITIONS | DETERMINERS | CLAUSES) - {"past", *COUNTS} | frozenset(
    "if again very too home away goodbye goodnight tightly gently".split()
)
# Behind these a pronoun may be the one who does it: "she looked behind her".
_ONESELF = frozenset("behind around round about over above before after under beneath near ahead inside".split())
_THINGS = ("things", "nouns", "settings", "accessories")
_SOMETHING = frozenset(("something", "somebody", "someone", "nothing", "nobody", "everything", "what"))
_AFTER_OWNER = frozenset(COUNTS) | ADJECTIVES
_TOUCHES = re.compile(
    r"\b(?:hold|held|tak(?:e|ing)|took|grab|grabb(?:ed|ing)|squeez(?:e|ing)|strok(?:e|ing)|pat|patt(?:ed|ing)|kiss|kissing|shook|shak(?:e|ing))"
    r"(?:s|es|d|ed|ing)? $",
    re.IGNORECASE,
)


def is_other(sentence: Sentence, mention: ConceptMention, named: NamedFigures) -> bool:
    """Whether a pronoun means somebody else than who does it: "hugged him", "held her hand", but not "behind him"."""
    words, at = sentence.words, mention.first
    word = words[at].text
    before = words[at - 1].text if at else ""
    after = words[at + 1].text if at + 1 < len(words) else ""
    stop = sentence.text[mention.span[1] : mention.span[1] + 1] not in (" ", "")
    if word in ("her", "his") and not stop and after in BODY:
        return _TOUCHES.search(sentence.text[: mention.span[0]]) is not None and _is_by_name(named)
    if word not in _OBJECTS or before in _ONESELF:
        return False
    if word == "her" and after and not stop and after not in _NO_NOUN:
        return False
    if not named or named[-1][1] not in subjects(sentence, mention, named):
        return not named  # "the girl saw the fox run past her"
    first = named[-1][0].last + 1
    between = {one.text for one in words[first:at]}
    things = any(one.category in _THINGS for one in sentence.mentions if first <= one.first and one.last < at)
    return not between & _SOMETHING and not (things and before in PREPOSITIONS)  # "she took the hat with her"


def _is_by_name(named: NamedFigures) -> bool:
    return bool(named) and named[-1][0].category != "pronouns"


def subjects(sentence: Sentence, mention: ConceptMention, named: NamedFigures) -> set[str]:
    """Who does what the clause of a mention tells."""
    found: list[str] = []
    end: int | None = None
    joined = True
    for one, key in named:
        if one.span[0] >= mention.span[0]:
            break
        gap = sentence.text[end : one.span[0]] if end is not None else ""
        if end is not None and starts_clause(gap):
            found, joined = [], True
        elif end is not None:
            joined = joined and is_joined(gap)
        if not found or joined:
            found.append(key)
        end = one.span[1]
    return set(found)


def is_of_kin(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether it is a relative that is somebody's: "her little brother"."""
    behind = (word.text for word in sentence.words[mention.last + 1 :] if word.text not in _AFTER_OWNER)
    return sentence.words[mention.first].text in ("her", "his") and next(behind, "") in RELATIVES
