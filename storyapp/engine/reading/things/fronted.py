"""Who or what is in or on what begins a clause: "in the car Tom sang", "on the table stood a cake and two cups"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.plan import CelPlan, Relation

from ..drafts import Draft, Sentence
from ..words.concept_mentions import ConceptMention, NamedFigures
from ..words.english import ADJECTIVES, CLAUSES, COUNTS, DETERMINERS
from .relations import PUTTING, fitting, has_room, listed, rests

_LARGE = 0.9  # metres from which one may do anything in or on a thing, and not only sit there
_BEGINS = re.compile(r"(?:^\s*|[,;:“\"(—–-]\s*|\b(?:" + "|".join(sorted(CLAUSES)) + r")\s+)$", re.IGNORECASE)
_LEAD = re.compile(
    r"\b(in|on|inside|aboard|upon) (?:(?:" + "|".join(sorted(DETERMINERS | ADJECTIVES)) + r") )*$", re.IGNORECASE
)
_TO_SUBJECT = re.compile(
    r",? ?(?P<verb>(?:there )?(?:sat|sits|lay|lies|slept|sleeps|stood|stands|was|is|were|are) )?"
    r"(?:(?:" + "|".join(sorted(DETERMINERS | ADJECTIVES)) + r") )*",
    re.IGNORECASE,
)
_SIDES = {
    "on": "on", "upon": "on", "on top of": "on", "in": "in", "inside": "in", "under": "under", "underneath": "under",
    "beneath": "under", "behind": "behind", "in front of": "in front of",
    **dict.fromkeys(("beside", "by", "near", "next to", "close to", "at the foot of"), "beside"),
}  # fmt: skip
LEADING = rf"(?:(?:{'|'.join(sorted(DETERMINERS | ADJECTIVES | COUNTS.keys()))}|\w+['’]s|\w+ of) )*"
_SIDE = re.compile(rf"\b({'|'.join(sorted(_SIDES, key=len, reverse=True))}) {LEADING}$", re.IGNORECASE)
_TO_THINGS = re.compile(
    rf"(?: (?:in|at|by|of) (?:the|a|an|his|her|their|our|my) \w+)?,? ?(?:(?:there )?(?:sat|sits|lay|lies|stood|stands|hung|hangs|was|is|were|are)|(?:\w+ ){{1,2}}(?:{'|'.join(sorted(PUTTING))})) "
    rf"(?:no (?:\w+ ){{0,2}}\w+, )?(?:(?:only|just|also|out|down|but) )?{LEADING}(?:[\w-]+ )?",
    re.IGNORECASE,
)
_ON_IT = re.compile(
    rf"\W*(?:(?P<side>{'|'.join(sorted(_SIDES, key=len, reverse=True))}) (?:it|them)|inside)\b", re.IGNORECASE
)


def set_out(sentence: Sentence, draft: Draft, vocabulary: Vocabulary) -> None:
    """Put the things that are told to be on, in or by what begins their clause there: "on the tray she put a cup"."""
    drawn = {span for cel in draft.cels.values() if cel.kind == "thing" for span in cel.spans}
    things = [one for one in sentence.mentions if one.span in drawn]
    for place, first in pairwise(things):
        lead = _SIDE.search(sentence.text, sentence.span[0], place.span[0])
        if lead is None or not _BEGINS.search(sentence.text[sentence.span[0] : lead.start()]):
            continue
        target = next((cel for cel in draft.cels.values() if cel.kind == "thing" and place.span in cel.spans), None)
        if target is None or not _TO_THINGS.fullmatch(sentence.text, place.span[1], first.span[0]):
            continue
        _set(
            sentence,
            draft,
            fitting(_SIDES[lead[1].lower()], vocabulary.thing(target.concept), None),
            target,
            things,
            first,
        )


def set_out_there(sentence: Sentence, draft: Draft, vocabulary: Vocabulary, told: CelPlan | None) -> None:
    """Put the things that are "on it", "in it" or "inside" on or into what the sentence before `told` of last."""
    lead = _ON_IT.match(sentence.text, *sentence.span)
    drawn = {span for cel in draft.cels.values() if cel.kind == "thing" for span in cel.spans}
    things = [one for one in sentence.mentions if one.span in drawn]
    if told is None or lead is None or not things or told.id in draft.cels:
        return
    if _TO_THINGS.fullmatch(sentence.text, lead.end(), things[0].span[0]):
        kind = fitting(_SIDES[(lead["side"] or "inside").lower()], vocabulary.thing(told.concept), None)
        _set(sentence, draft, kind, told, things, things[0])


def support(draft: Draft, vocabulary: Vocabulary) -> CelPlan | None:
    """The thing of a sentence that others may be on or in: the one that is told last, a staircase aside."""
    things = [cel for cel in draft.cels.values() if cel.kind == "thing" and cel.spans]
    entries = [(cel.spans[-1], cel, vocabulary.thing(cel.concept)) for cel in things]
    fit = [(span, cel) for span, cel, entry in entries if entry.use != "stand" and has_room(entry)]
    return max(fit, key=lambda one: one[0])[1] if fit else None


def _set(
    sentence: Sentence, draft: Draft, kind: str | None, target: CelPlan, things: Sequence[ConceptMention],
    first: ConceptMention,
) -> None:  # fmt: skip
    """Put the things of a list, of which one is told `first`, on, into or beside another."""
    there = {
        one.span for one in things if one is first or (first in listed(sentence, one) and not rests(sentence, one))
    }
    there |= {
        span
        for cel in draft.cels.values()
        if there & {*cel.spans} and cel.relation is not None and cel.relation.target in draft.cels
        for span in draft.cels[cel.relation.target].spans
        if cel.relation.kind in ("in", "on")
    }  # an egg in a cup
    for cel in list(draft.cels.values()):
        loose = cel.kind == "thing" and cel.id != target.id and (cel.relation is None or cel.relation.kind == "beside")
        if kind and loose and there & {*cel.spans}:
            draft.cels[cel.id] = replace(cel, relation=Relation(kind, target.id))


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
