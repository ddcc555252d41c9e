"""Who takes a place at, on or in something: at a table, up a ladder or a tree, in a bed of their own, in a house."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from storyapp.stage.vocabulary import ThingEntry, Vocabulary
from storyapp.story.plan import CelPlan, Relation

from ..drafts import SAID, Draft, Sentence

BED, BEDROOM, IN_BED = "bed", "bedroom", 2  # so many find room in one bed
CAVE, FIREPLACE = "cave", "fireplace"
LOW_TABLE = 1.2  # metres up to which one sits at it
_BUILDING = 1.5  # metres
# What is on a piece of furniture → as what it is drawn.
_AS_TOY = {**dict.fromkeys(("sailboat", "ship", "pirate ship", "canoe", "ferry"), "toy boat"), "train": "toy train"}
# "Sat at the table", "around the kitchen table", "did her homework at her desk".
_AT = re.compile(r"\b(?:at|around|round)(?: (?:the|a|an|his|her|their|our|my))(?: [\w-]+){0,2}$", re.IGNORECASE)
_CLIMBING = re.compile(
    r"\b(?:climb(?:s|ed|ing)?(?: (?:up|on|onto|down|into))?|(?:went|go(?:es)?|ran|walk(?:s|ed)|crept|came) (?:up|down)"
    r"|(?:stood|stands|standing) (?:on|up)|shinned up|scrambled up|clambered up|halfway up|up)"
    r"(?: to the top of)?(?: (?:the|a|an|his|her|their|that))?(?: [\w-]+){0,2}$",
    re.IGNORECASE,
)
_UP = re.compile(
    r"\b(?:climb(?:s|ed|ing)?|clambered|scrambled|shinned) (?:(?:up|it|up it|right up|all the way up|higher)|(?:up )?to (?:the|its) top)"
    r"(?=[.,;!?”\"]| and\b| until\b| as\b| to\b(?! the top)|$)",
    re.IGNORECASE,
)
_WALKED_ON = ("staircase", "bridge", "trampoline")
_NOT = re.compile(r"\b(?:not|n['’]t|never|could|wanted to|tried to|want to|may|might|would)\b[^.,;]*$", re.IGNORECASE)
# Where one may sleep in a bedroom, and not in the bed.
_NO_BED = re.compile(
    r"\b(?:floor|rug|carpet|basket|box|sofa|couch|armchair|chair|under(?:neath)? the|window(?:sill)?|drawer|mat|lap|arms|sleeping bag)\b",
    re.IGNORECASE,
)
_TO_BED = re.compile(
    r"\b(?:went|go(?:es)?|climbed|crept|got|jumped|fell|lay|put \w+|tucked \w+) (?:back |up )?(?:to|in|into) bed\b",
    re.IGNORECASE,
)


def take_places(sentence: Sentence, draft: Draft, vocabulary: Vocabulary, told: CelPlan | None = None) -> None:
    """Put those who are told to be at a table behind it, and those who climb something onto it.

    What they climb who only "climbed up" is what the sentence before `told` of.
    """
    up = _UP.search(sentence.text, *sentence.span)
    climbed = up is not None and not _NOT.search(sentence.text, sentence.span[0], up.start())
    if climbed and up and told and told.id not in draft.cels and draft.figures:
        _put(draft, told.id, told, up.start(), "on")
        return
    for key, thing in list(draft.cels.items()):
        if thing.kind != "thing" or not thing.spans or (thing.relation is not None and thing.relation.kind != "beside"):
            continue
        entry, before = vocabulary.thing(thing.concept), sentence.text[sentence.span[0] : thing.spans[-1][0]].rstrip()
        if entry.use == "table" and entry.size < LOW_TABLE and _AT.search(before):
            _put(draft, key, thing, thing.spans[-1][0], "behind")
        elif _is_climbable(entry) and _is_climbed(before):
            _put(draft, key, thing, thing.spans[-1][0], "on")


def climbable(draft: Draft, vocabulary: Vocabulary) -> CelPlan | None:
    """What a sentence told of last that somebody may climb: a ladder, a tree."""
    things = [
        cel for cel in draft.cels.values() if cel.kind == "thing" and _is_climbable(vocabulary.thing(cel.concept))
    ]
    return things[-1] if things else None


def _is_climbable(entry: ThingEntry) -> bool:
    return entry.use == "stand" and entry.seat is not None


def _is_climbed(before: str) -> bool:
    """Whether the words before a thing tell that somebody climbs it, and not that they could not."""
    found = _CLIMBING.search(before)
    return found is not None and not _NOT.search(before[: found.start()])


def _put(draft: Draft, key: str, thing: CelPlan, at: int, kind: str) -> None:
    """Those who are named last before a thing, and those who do the same, are there."""
    free = [cel for cel in draft.figures if cel.relation is None]
    before = [
        (max(span[1] for span in cel.spans if span[1] <= at), cel) for cel in free if any(e <= at for _, e in cel.spans)
    ]
    taken = any(cel.relation == Relation(kind, key) for cel in draft.figures)
    if not before and (taken or not free):  # "she stood on a ladder and called Tom"
        return
    last = max(before, key=lambda pair: pair[0])[1] if before else free[-1]
    people = [
        cel for cel in free if cel is last or set(cel.spans) & set(last.spans) or _does_the_same(draft, cel.id, last.id)
    ]
    draft.cels[key] = replace(thing, relation=None)
    for cel in people:
        draft.cels[cel.id] = replace(cel, relation=Relation(kind, key))
        if kind == "on" and thing.concept not in _WALKED_ON:  # nobody walks on a ladder
            draft.denied |= {(cel.id, "walking"), (cel.id, "running")}
            told = draft.told_of(cel.id, "pose")
            told.pop("walking", None)
            for pose in tuple(told) or ("standing",):  # what else they do is done up there
                told[pose] = 2 * SAID


def _does_the_same(draft: Draft, one: str, other: str) -> bool:
    """Whether both do what a sentence tells: "Tom and Mia", "the children"."""
    seen: set[str] = set()
    for start, goal in ((one, other), (other, one)):
        now: str | None = start
        while now is not None and now not in seen:
            now = draft.together.get(now)
            if now == goal:
                return True
            seen.add(now or "")
        seen.clear()
    return False


def settled_in(cels: Sequence[CelPlan], setting: str | None, text: str, vocabulary: Vocabulary) -> list[CelPlan]:
    """All cels at home: who sleeps in a bedroom does so in a bed, and the house of a room is not in it."""
    found = _toys(list(cels), vocabulary)
    if setting is not None and vocabulary.setting(setting).indoor:
        found = _without_house(found, vocabulary)
        if setting != CAVE:
            found = _with_fireplace(found, text)
    if setting == BEDROOM and (_TO_BED.search(text) or not _NO_BED.search(text)):
        found = _put_to_bed(found)
    return found


def _toys(cels: list[CelPlan], vocabulary: Vocabulary) -> list[CelPlan]:
    """With the boats and trains that are on a table or a bed as the toys that they are."""
    furniture = {
        cel.id for cel in cels if cel.kind == "thing" and vocabulary.thing(cel.concept).use in ("table", "sit", "bed")
    }
    ridden = {cel.relation.target for cel in cels if cel.relation is not None and cel.relation.kind in ("in", "on")}
    return [
        replace(cel, concept=_AS_TOY[cel.concept])
        if cel.concept in _AS_TOY
        and cel.relation is not None
        and cel.relation.kind == "on"
        and cel.relation.target in furniture
        and cel.id not in ridden
        else cel
        for cel in cels
    ]


def _put_to_bed(cels: list[CelPlan]) -> list[CelPlan]:
    """Beds for those who sleep and are told to be nowhere: one for two."""
    bed = next((cel for cel in cels if cel.concept == BED), None)
    taken = sum(bed is not None and cel.relation is not None and cel.relation.target == bed.id for cel in cels)
    sleepers = [
        cel
        for cel in cels
        if cel.kind == "figure" and cel.relation is None and cel.attributes.get("pose") == "sleeping"
    ][: max(0, IN_BED - taken)]
    if not sleepers or (bed is not None and bed.relation is not None):
        return cels
    key = bed.id if bed is not None else BED
    ids = {cel.id for cel in sleepers}
    found = [replace(cel, relation=Relation("in", key)) if cel.id in ids else cel for cel in cels]
    return found if bed is not None else [*found, CelPlan(BED, "thing", BED)]


def _with_fireplace(cels: list[CelPlan], text: str) -> list[CelPlan]:
    """With the fire of a room in its fireplace, which is drawn once."""
    if not any(_is_fire(cel, text) for cel in cels):
        return cels
    if any(cel.concept == FIREPLACE for cel in cels):
        return [cel for cel in cels if not _is_fire(cel, text)]
    return [replace(cel, concept=FIREPLACE) if _is_fire(cel, text) else cel for cel in cels]


def _is_fire(cel: CelPlan, text: str) -> bool:
    """Whether a cel is a fire that is called nothing else, as a campfire is."""
    return cel.concept == "campfire" and all(text[slice(*span)].lower() == "fire" for span in cel.spans)


def _without_house(cels: list[CelPlan], vocabulary: Vocabulary) -> list[CelPlan]:
    """Without a building that somebody is in: the room is in it."""
    buildings = {
        cel.id
        for cel in cels
        if cel.kind == "thing" and (entry := vocabulary.thing(cel.concept)).use == "shelter" and entry.size >= _BUILDING
    }
    entered = {
        cel.relation.target for cel in cels if cel.relation is not None and cel.relation.kind == "in"
    } & buildings
    found = [cel for cel in cels if cel.id not in entered]
    return [
        replace(cel, relation=None) if cel.relation is not None and cel.relation.target in entered else cel
        for cel in found
    ]
