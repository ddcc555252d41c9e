"""Who is in or on what begins a clause: "in the car Tom sang", "on the chair sat a cat"."""

from __future__ import annotations

import re
from dataclasses import replace

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.plan import Relation

from ..drafts import Draft, Sentence
from ..words.concept_mentions import NamedFigures
from ..words.english import ADJECTIVES, CLAUSES, DETERMINERS
from .relations import fitting

_LARGE = 0.9  # metres from which one may do anything in or on a thing, and not only sit there
_BEGINS = re.compile(r"(?:^|[,;:“\"(—–-]\s*|\b(?:" + "|".join(sorted(CLAUSES)) + r")\s+)$", re.IGNORECASE)
_LEAD = re.compile(
    r"\b(in|on|inside|aboard|upon) (?:(?:" + "|".join(sorted(DETERMINERS | ADJECTIVES)) + r") )*$", re.IGNORECASE
)
_TO_SUBJECT = re.compile(
    r",? ?(?P<verb>(?:there )?(?:sat|sits|lay|lies|slept|sleeps|stood|stands|was|is|were|are) )?"
    r"(?:(?:" + "|".join(sorted(DETERMINERS | ADJECTIVES)) + r") )*",
    re.IGNORECASE,
)


def seat(
    sentence: Sentence, draft: Draft, vocabulary: Vocabulary, named: NamedFigures
) -> None:  # fmt: skip
    """Put those who do something in or on a thing that begins their clause there; `named` are mentions and their cels."""
    for thing in [cel for cel in draft.cels.values() if cel.kind == "thing" and cel.relation is None and cel.spans]:
        start, end = thing.spans[0]
        lead = _LEAD.search(sentence.text, sentence.span[0], start)
        if lead is None or not _BEGINS.search(sentence.text[sentence.span[0] : lead.start()]):
            continue
        behind = [(mention.span[0], who) for mention, who in named if mention.span[0] >= end and who in draft.cels]
        if not behind:
            continue
        at, subject = min(behind)
        entry = vocabulary.thing(thing.concept)
        between = _TO_SUBJECT.fullmatch(sentence.text, end, at)
        if between is None or not (between["verb"] or (entry.size >= _LARGE and not entry.holdable)):
            continue
        kind = "on" if lead[1].lower() in ("on", "upon") else "in"
        fits = fitting(kind, entry, vocabulary.kind(draft.cels[subject].concept).size)
        if fits:
            _put(draft, Relation(fits, thing.id), subject)


def _put(draft: Draft, relation: Relation, subject: str) -> None:
    """Somebody, and those who do the same, are in or on a thing; nobody else is."""
    for cel in draft.figures:
        if cel.id == subject or draft.together.get(cel.id) == subject:
            draft.cels[cel.id] = replace(cel, relation=cel.relation or relation)
        elif cel.relation == relation:  # "Tom laughed, and in the car Mia slept"
            draft.cels[cel.id] = replace(cel, relation=None)
