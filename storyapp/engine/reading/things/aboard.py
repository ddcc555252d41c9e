"""Who is in a boat: who sails it, who is with them or on its deck, and who was in it before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.plan import CelPlan, Relation, ScenePlan

from ..drafts import SAID, Draft, Sentence
from ..words.concept_mentions import NamedFigures
from .fitting import GOING, RIDEABLE, fitting, sits_down

SEA = "sea"
_SAILING = re.compile(r"\b(?:sail(?:s|ed|ing)?|row(?:s|ed|ing)?|set(?:s|ting)? sail)\b(?! of\b)", re.IGNORECASE)
_BEFORE_SAILING = re.compile(
    r"(?:,? (?:and|with) (?:his|her|the|an?|their|its)(?: \w+){1,3})?(?: (?!(?:an?|the|his|her|its|their|in)\b)\w+){0,2} "
)
_BY_PRONOUN = re.compile(r"\b(?:they|he|she|we|I)(?: \w+ly| all| both| then| had)? $", re.IGNORECASE)
_WATER = re.compile(
    r"\b(?:seas?|oceans?|rivers?|lakes?|water|waves|bay|harbour|islands?|shore|stream|coast|ashore)\b", re.IGNORECASE
)
_WITH = re.compile(r"\bwith (?:[\w-]+ ){0,3}$", re.IGNORECASE)
_ON_DECK = re.compile(
    r"\b(?:(?:on|onto|across|about|over|scrubb\w+|swept|mopp\w+) (?:the |her |his )?(?:\w+ )?decks?(?! (?:of cards|behind|outside|of the (?:house|cabin)))|aboard|on board"
    r"|(?:at|to|over) the (?:rail|helm|wheel)|in the crow['’]s nest|up the mast)\b",
    re.IGNORECASE,
)
# The name of a ship is none of what it is called by: "the deck of the Salty Biscuit".
_NAME_OF_SHIP = re.compile(
    r"\b(?:decks? of|aboard|on board|helm of|sail(?:ed|s|ing)(?: on)?|(?:ship|boat),?(?: (?:called|named))?) the ((?:[A-Z]\w+ ?)+)"
)
_ASHORE = re.compile(
    r"\b(?:overboard|(?:in|into|under|through) the (?:cold |deep |blue |dark )?(?:water|sea|waves)|(?:off|out of|left) the (?:\w+ )?(?:boat|ship|raft))\b",
    re.IGNORECASE,
)
_IN_WATER = frozenset(("swimming", "flying", "falling", "jumping"))


def boat_of(before: ScenePlan, vocabulary: Vocabulary) -> str | None:
    """The boat of the scene before, in which somebody who sails on still is."""
    return next((cel.concept for cel in before.cels if _is_boat(cel, vocabulary)), None)


def embark(sentence: Sentence, draft: Draft, vocabulary: Vocabulary, known: str | None = None) -> None:
    """Who sails or rows has a boat, also where none is named, or is in the `known` one of the scene before."""
    sailing = _SAILING.search(sentence.text, *sentence.span)
    if sailing is None or not (known or _WATER.search(sentence.text, *sentence.span)):
        return
    things = [vocabulary.thing(cel.concept) for cel in draft.cels.values() if cel.kind == "thing"]
    before = [(end, cel) for cel in draft.figures for _, end in cel.spans if end <= sailing.start()]
    sailors = [cel for end, cel in before if _BEFORE_SAILING.fullmatch(sentence.text, end, sailing.start())]
    if _BY_PRONOUN.search(sentence.text[sentence.span[0] : sailing.start()]):
        sailors += [cel for cel in draft.figures if not cel.spans]
    sailors = [cel for cel in sailors if draft.cels[cel.id].relation is None]
    if any(entry.support in ("water", "air") and entry.mouth is not None for entry in things) or not sailors:
        return
    boat = known or ("canoe" if sailing[0].lower().startswith("row") else "sailboat")
    draft.cels[boat] = CelPlan(boat, "thing", boat, spans=(sailing.span(),))
    for cel in draft.all_with(sailors[-1]):
        draft.cels[cel.id] = replace(cel, relation=Relation("in", boat))
        sits_down(draft.told_of(cel.id, "pose"), 2 * SAID)


def take_along(sentence: Sentence, draft: Draft, vocabulary: Vocabulary, named: NamedFigures) -> None:
    """Who is told to be with somebody in a boat or a car is in it too: "she sailed across the sea with Tom"."""
    rides = [cel for cel in draft.figures if _is_passenger(cel, draft, vocabulary)]
    for mention, key in named if rides else ():
        cel = draft.cels.get(key)
        if cel is None or cel.kind != "figure" or cel.relation is not None:
            continue
        lead = sentence.text[sentence.span[0] : mention.span[0]]
        behind = any(end <= mention.span[0] for one in rides for _, end in one.spans) or not rides[0].spans
        relation = rides[0].relation
        if not (behind and relation and _WITH.search(lead)):
            continue
        entry = vocabulary.thing(draft.cels[relation.target].concept)
        for one in draft.all_with(cel):
            if one.relation is None and fitting("in", entry, vocabulary.kind(one.concept).size) == "in":
                draft.cels[one.id] = replace(one, relation=relation)
                sits_down(draft.told_of(one.id, "pose"), 2 * SAID)


def still_aboard(
    cels: Sequence[CelPlan], setting: str | None, text: str, before: ScenePlan, vocabulary: Vocabulary
) -> list[CelPlan]:
    """The cels of a scene at sea with those in the boat who are told to be on deck, or were in it in the scene before."""
    if setting != SEA or _ASHORE.search(text):
        return list(cels)
    found = [cel for cel in cels if not _names_ship(cel, text) or _is_boat(cel, vocabulary)]
    last = next((cel for cel in before.cels if _is_boat(cel, vocabulary)), None)
    on_deck = _ON_DECK.search(text) is not None
    crew = {cel.id for cel in before.cels if last is not None and cel.relation == Relation("in", last.id)}
    there = next((cel for cel in found if _is_boat(cel, vocabulary)), None)
    if not (on_deck or (crew and (there is None or (last and there.concept == last.concept)))):
        return found
    if there is None:
        concept = last.concept if last else "pirate ship" if any(c.concept == "pirate" for c in cels) else "ship"
        there = CelPlan(last.id if last else concept, "thing", concept)
    entry = vocabulary.thing(there.concept)
    aboard = {
        cel.id
        for cel in found
        if cel.kind == "figure"
        and cel.relation is None
        and (on_deck or cel.id in crew)
        and cel.attributes.get("pose") not in _IN_WATER
        and fitting("in", entry, vocabulary.kind(cel.concept).size) == "in"
    }
    if not aboard:
        return found
    moved = [_seated(cel, there.id) if cel.id in aboard else cel for cel in found]
    return moved if any(cel.id == there.id for cel in found) else [*moved, there]


def _seated(cel: CelPlan, boat: str) -> CelPlan:
    """Somebody in a boat, who does not walk there."""
    attributes = dict(cel.attributes)
    if attributes.get("pose", "standing") in GOING - {"holding", "pointing"}:
        attributes |= {"pose": "sitting"}
        attributes.setdefault("facing", "front")
    return replace(cel, attributes=attributes, relation=Relation("in", boat))


def _names_ship(cel: CelPlan, text: str) -> bool:
    """Whether a thing is only part of a ship's name."""
    names = [match.span(1) for match in _NAME_OF_SHIP.finditer(text)]
    told = [any(start <= span[0] < end for start, end in names) for span in cel.spans]
    return cel.kind == "thing" and bool(told) and all(told)


def _is_boat(cel: CelPlan, vocabulary: Vocabulary) -> bool:
    return cel.kind == "thing" and vocabulary.thing(cel.concept).is_boat


def _is_passenger(cel: CelPlan, draft: Draft, vocabulary: Vocabulary) -> bool:
    """Whether somebody is in what one drives or sails."""
    target = draft.cels.get(cel.relation.target) if cel.relation and cel.relation.kind == "in" else None
    return target is not None and target.kind == "thing" and vocabulary.thing(target.concept).size >= RIDEABLE
