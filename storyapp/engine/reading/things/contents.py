"""What is told behind a thing to be in or on it: "a basket full of apples", "packed the box with toys", "a bottle with a map in it"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.plan import Relation

from ..drafts import Draft, Sentence
from ..words.turns import Turn, TurnTable
from .fronted import LEADING
from .relations import THINGS, fitting, listed

FULL = TurnTable(
    "behind",
    (
        Turn("full", r"(?: (?:was|were|is|are))?(?: (?:so|half|nearly|almost|quite|already))? full (?:of|to the brim with)",
             "The basket| was full of apples.", unlike="The basket| was full."),
        Turn("filled", r"(?: (?:was|were|is|are))?(?: all)? (?:filled|packed|stuffed|loaded|laden|crammed|piled(?: high)?|heaped|brimming|covered) with",
             "A cart| laden with pumpkins.", unlike="A cart| came with pumpkins."),
    ),
    rf"(?:{{}}) {LEADING}",
)  # fmt: skip
TABLES = (FULL,)
_FILLING = re.compile(
    r"\b(?:fill|pack|load|stuff|cram|heap|pile|cover|decorat)(?:e?s|e?d|ing|ed)?(?: up)? (?:[\w’']+ ){0,3}$",
    re.IGNORECASE,
)
_INSIDE = re.compile(r" (?:in|inside|on|on top of) (?:it|them)\b", re.IGNORECASE)
_OF, _WITH = (re.compile(rf" {word} {LEADING}", re.IGNORECASE) for word in ("of", "with"))
CARRYING = ("tray", "plate")  # what is told of them is on them
_HELD = 1.0  # metres: of what is larger "of" tells no contents


def fill(sentence: Sentence, draft: Draft, vocabulary: Vocabulary) -> None:
    """Put what a thing is told to be full of, filled with, or to have in it, there."""
    things = [one for one in sentence.mentions if one.category in THINGS and not one.is_of_kind]
    for place, first in pairwise(things):
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
        held = bare and entry.mouth is not None and entry.size < _HELD
        kind = fitting("on" if entry.name in CARRYING else "in", entry, None) if full or held or carries else None
        spans = {one.span for one in there}
        for cel in list(draft.cels.values()):
            if kind and cel.kind == "thing" and cel.id != target.id and spans & {*cel.spans}:
                draft.cels[cel.id] = replace(cel, relation=Relation(kind, target.id))
