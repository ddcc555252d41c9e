"""What is told behind a thing to be in or on it: "a basket full of apples", "packed the box with toys", "a bottle with a map in it"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.plan import Relation

from ..drafts import Draft, Sentence
from ..words.concept_mentions import ConceptMention
from ..words.turns import Turn, TurnTable
from .fitting import fitting
from .fronted import LEADING
from .relations import THINGS, listed

FULL = TurnTable(
    "behind",
    (
        Turn("full", r"(?: (?:was|were|is|are))?(?: (?:so|half|nearly|almost|quite|already))? full (?:of|to the brim with)",
             "The basket| was full of apples.", unlike="The basket| was full."),
        Turn("filled", r"(?: (?:was|were|is|are))?(?: all)? (?:filled|packed|stuffed|loaded|laden|crammed|piled(?: high)?|heaped|brimming|covered) with",
             "A cart| laden with pumpkins.", unlike="A cart| came with pumpkins."),
    ),
    rf"(?: (?:in|at|by|on|under) (?:the|a|an|his|her|their|our|my) \w+)?(?:{{}}) {LEADING}",
)  # fmt: skip
TABLES = (FULL,)
_IS_FULL = re.compile(
    rf" (?:in|at|by|on|under) (?:the|a|an|his|her|their|our|my) \w+ (?:was|were|is|are) .*?(?:full of|with) {LEADING}",
    re.IGNORECASE,
)
_FILLING = re.compile(
    r"\b(?:fill|pack|load|stuff|cram|heap|pile|cover|decorat)(?:e?s|e?d|ing|ed)?(?: up)? (?:[\w’']+ ){0,3}$",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r" (?:in|inside|on|on top of) (?:it|them)\b| inside\b(?! (?:the|an?|his|her|its|their)\b)", re.IGNORECASE
)
_OF, _WITH = (re.compile(rf" {word} {LEADING}", re.IGNORECASE) for word in ("of", "with"))
CARRYING = ("tray", "plate")  # what is told of them is on them
FITTING = 1.5  # times as large as a vessel is what may be in it
_HELD = 1.0  # metres: of what is larger "of" tells no contents


def _pairs(
    sentence: Sentence, things: Sequence[ConceptMention]
) -> Iterator[tuple[ConceptMention, ConceptMention]]:  # fmt: skip
    """Each thing with the next, or the one behind that only tells where it is: "the box on the table was full of apples"."""
    for index, (place, first) in enumerate(pairwise(things)):
        beyond = things[index + 2] if index + 2 < len(things) else None
        if beyond is not None and _IS_FULL.fullmatch(sentence.text, place.span[1], beyond.span[0]):
            yield place, beyond
        elif not (index and _IS_FULL.fullmatch(sentence.text, things[index - 1].span[1], first.span[0])):
            yield place, first


def fill(sentence: Sentence, draft: Draft, vocabulary: Vocabulary) -> None:
    """Put what a thing is told to be full of, filled with, or to have in it, there."""
    things = [one for one in sentence.mentions if one.category in THINGS and not one.is_of_kind]
    for place, first in _pairs(sentence, things):
        target = next((cel for cel in draft.cels.values() if cel.kind == "thing" and place.span in cel.spans), None)
        if target is None:
            continue
        entry = vocabulary.thing(target.concept)
        bare = _OF.fullmatch(sentence.text[place.span[1] : first.span[0]])  # "a bag of sweets and a box"
        there = [one for one in things if one is first or first in listed(sentence, one)]
        if bare:
            there = [one for one in there if one is first or sentence.words[one.first - 1].text == "and"]
        joint = sentence.text[place.span[1] : first.span[0]]
        full = FULL.pattern.fullmatch(joint)
        if _WITH.fullmatch(joint):
            full = _FILLING.search(sentence.text, sentence.span[0], place.span[0]) or _INSIDE.match(
                sentence.text, there[-1].span[1]
            )
        carries = entry.name in CARRYING and (bare or _WITH.fullmatch(joint))  # "a tray of cups"
        in_hand = target.relation is not None and target.relation.kind == "held by"
        held = (bare or (in_hand and _WITH.fullmatch(joint))) and entry.mouth is not None and entry.size < _HELD
        kind = fitting("on" if entry.name in CARRYING else "in", entry, None) if full or held or carries else None
        spans = {one.span for one in there}
        for cel in list(draft.cels.values()):
            if held and not full and vocabulary.thing(cel.concept).size > FITTING * entry.size:
                continue  # "the basket of her bicycle"
            if kind and cel.kind == "thing" and cel.id != target.id and spans & {*cel.spans}:
                draft.cels[cel.id] = replace(cel, relation=Relation(kind, target.id))
