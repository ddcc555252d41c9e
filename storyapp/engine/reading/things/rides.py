"""Vehicles that only a verb or a word for a part tells: cycled, blasted off, the back seat, down the hill on a sledge."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.plan import CelPlan, Relation

from ..drafts import SAID, Draft, Sentence
from ..words.absence import absence
from ..words.concept_mentions import FIGURES, ConceptMention
from ..words.turns import Turn, TurnTable
from .fitting import fitting, sits_down
from .relations import phrase_start

# What each turn tells is the vehicle that is drawn.
RIDES = TurnTable(
    "anywhere",
    (
        Turn("bicycle", r"\b(?:cycled|cycling|cycles|pedall?ed|pedall?ing)\b", "Tom cycled to school.", unlike="Tom saw a bicycle."),
        Turn("rocket", r"\b(?:blast|lift)(?:s|ed|ing)? off\b", "She blasted off into space.", unlike="She lifted off the lid."),
        Turn("car", r"\b(?:on|in|from) the (?:back|front) seat\b|\b(?:on|along|down) the motorway\b", "Ben sat on the back seat.",
             unlike="Ben took a seat."),
        Turn("car", r"\bdr(?:ove|ives?|iving) (?:on|off|away|along|home)\b(?! (?:the|an?|his|her|their|its)\b)|\b(?:at|behind|took) the (?:steering )?wheel\b",
             "They drove on.", unlike="They drove off the wolf."),
        Turn("sled", r"\bdown (?:they|he|she|we|I) (?:flew|went|raced|shot|whizzed|sped|slid)\b"
             r"|\b(?:flew|raced|shot|whizzed|sped|zoomed|slid|went|rode) (?:all the way |faster and faster )?(?:down|downhill)\b",
             "Down they flew, faster and faster.", unlike="They flew up."),
    ),
)  # fmt: skip
# Vehicles of one sort: where another one of them is told of, they ride that.
_SORTS = {
    "bicycle": ("bicycle", "tricycle", "scooter"),
    "rocket": ("rocket", "spaceship", "flying saucer"),
    "car": (
        "car", "taxi", "bus", "jeep", "pickup", "truck", "police car", "school bus", "fire engine", "ambulance", "tractor",
        "lorry", "racing car", "caravan", "carriage", "cart", "digger", "motorcycle",
    ),
    "sled": ("sled",),
}  # fmt: skip
_LIFTED = re.compile(r"(?:lift|lid|cover)\w* off (?:the|an?|his|her|their|its)\b", re.IGNORECASE)
_SLEDGE = re.compile(r"\b(?:sled(?:ge)?|toboggan|sleigh)s?\b", re.IGNORECASE)
# By which somebody is in a bus or on a train that is named right behind, or behind "from".
_BOARDING = frozenset("took takes take taking caught catches catch catching boarded boards boarding".split())
_FROM_INSIDE = frozenset(
    "waved waves waving looked looks looking watched watches watching called calls shouted".split()
)
_OUT_OF = frozenset("out off apart away from".split())
TABLES = (RIDES,)


def ride(sentence: Sentence, draft: Draft, before: Sequence[CelPlan], vocabulary: Vocabulary) -> None:
    """Put those who are told to ride into or onto what they ride; it comes into the draft if it is not there.

    `before` are the cels of before, the latest last.
    """
    for turn, alone in RIDES.each():
        match = alone.pattern.search(sentence.text, *sentence.span)
        if match is None or absence(sentence.text, sentence.span, match.span()) or sentence.is_talk(match.span()):
            continue
        if _LIFTED.match(sentence.text, match.start()):
            continue
        there = next((cel for cel in draft.cels.values() if cel.concept in _SORTS[turn.tells]), None)
        last = next((cel for cel in reversed(before) if cel.concept in _SORTS[turn.tells]), None)
        if turn.tells == "sled" and not (there or last or _SLEDGE.search(sentence.text[: match.start()])):
            continue
        if match[0].endswith("wheel") and not (there or last):
            continue  # of a ship, or a potter's
        concept = there.concept if there else last.concept if last else turn.tells
        riders = _riders(draft, match.start(), everybody=turn.tells in ("car", "sled"))
        if concept in vocabulary.names("things") and riders:
            for cel in riders:
                draft.denied.add((cel.id, "flying"))
                draft.told_of(cel.id, "pose").pop("flying", None)
            key = there.id if there else last.id if last else concept
            if turn.tells == "bicycle" and there is None:
                for index, cel in enumerate(riders):  # each has one
                    _mount(draft, vocabulary, key if index == 0 else f"{key}-{index + 1}", concept, [cel], match.span())
            else:
                _mount(draft, vocabulary, key, concept, riders, match.span())


def boarded_by(sentence: Sentence, mention: ConceptMention) -> ConceptMention | None:
    """Who takes a train, or waves from one: "Lily took the bus home", "Tom waved to Mia from the bus"."""
    words = sentence.words
    before = phrase_start(words, mention) - 1
    if before < 1 or any(word.text in _OUT_OF for word in words[mention.last + 1 : mention.last + 2]):
        return None
    verb = before if words[before].text in _BOARDING else None
    if words[before].text == "from":
        verb = next((index for index in range(before - 1, 0, -1) if words[index].text in _FROM_INSIDE), None)
    doers = [one for one in sentence.mentions if one.category in FIGURES and verb and one.last < verb]
    return doers[-1] if doers else None


def _riders(draft: Draft, verb: int, everybody: bool) -> list[CelPlan]:
    """Who rides: those who are named before the verb, or all who are there, if they are on nothing else."""
    free = [cel for cel in draft.figures if cel.relation is None]
    before = [cel for cel in free if not cel.spans or any(end <= verb for _, end in cel.spans)]
    return free if everybody or not before else before


def _mount(
    draft: Draft, vocabulary: Vocabulary, key: str, concept: str, riders: Sequence[CelPlan], span: tuple[int, int]
) -> None:
    """Put riders on or into a vehicle, as many as fit."""
    entry = vocabulary.thing(concept)
    for cel in riders:
        size = vocabulary.kind(cel.concept).size
        kind = fitting("on", entry, size)
        if kind is None:
            continue
        draft.cels.setdefault(key, CelPlan(key, "thing", concept, spans=(span,)))
        if draft.cels[key].relation is not None:
            draft.cels[key] = replace(draft.cels[key], relation=None)
        draft.cels[cel.id] = replace(cel, relation=Relation(kind, key))
        sits_down(draft.told_of(cel.id, "pose"), 2 * SAID)
