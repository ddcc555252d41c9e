"""Who looks to the side: two who are together look at each other, and all at whom somebody deals with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from storyapp.stage.facing import ANIMALS, all_go
from storyapp.story.plan import CelPlan, Span

# Verbs by which somebody deals with another one, or with several.
_DEALING = re.compile(
    r"\b(?:said|says|ask\w*|told|tells?|telling|whisper\w*|shout\w* (?:at|to)|call\w* (?:to|out to)|answer\w*|repl\w+|"
    r"laugh\w* at|talk\w*|spoke|speaks?|speaking|chat\w*|argu\w+|quarrel\w*|look\w* at|star(?:ed|es|ing) at|smil\w+ (?:at|to)|"
    r"gave|gives?|giving|hand(?:ed|s|ing)|offer\w*|show(?:ed|s|ing|n)?|pass(?:ed|es|ing)|thank\w*|scold\w*|met|meets?|"
    r"meeting|greet\w*|kiss\w*|listen\w* to|taught|teach\w*|help\w*|play\w* with|fight\w*|fought|bow(?:ed|s|ing)? (?:to|before)|"
    r"wav(?:ed|es|ing) (?:to|at)|nod\w* (?:to|at)|beg(?:ged|s|ging)|warn\w*|tickl\w*|fed|feeds?|feeding|surround\w*|danc\w+|"
    r"cried|cries|yell\w* at|introduc\w*|invit\w*|chas\w+|frighten\w*|scar(?:ed|es)|sang to|sings? to|read to|reads? to|knelt|kneels?)\b",
    re.IGNORECASE,
)
# Whoever goes goes away from another one, and both go the way the first of them does.
_FROM = re.compile(
    r"\b(?:away|off|ran|runs?|running|fled|flees|flew|escap\w+|hurr\w+|chased|followed|hunted) (?:from|by)\b|\b(?:fled|flees|escaped)\b",
    re.IGNORECASE,
)
_CHASING = re.compile(r"\b(?:chas(?:ed|es|ing)|ran after|runs? after|running after|hunt(?:ed|s|ing))\b", re.IGNORECASE)
RUNNING = "running"
_STAYING = ("sleeping", "falling", "jumping")  # poses that are not turned
_WITH = ("held by", "on", "in")


def facing_each_other(cels: Sequence[CelPlan], text: str, span: Span) -> list[CelPlan]:
    """The cels with those turned to the side who look at somebody, by what the drawn sentence tells.

    "right" is towards the others: staging turns those who stand on the right; "left" is for one between others.
    """
    told, kinds = text[slice(*span)], {cel.id: cel.kind for cel in cels}
    carried = {
        cel.id for cel in cels if cel.relation and cel.relation.kind in _WITH and kinds[cel.relation.target] == "figure"
    }
    figures = [cel for cel in cels if cel.kind == "figure" and cel.id not in carried]
    used = {cel.relation.target for cel in cels if cel.relation and cel.relation.kind in _WITH}
    if len(figures) == 2:
        sides = _of_two(figures, told)
    elif len(figures) > 2:
        dealing = _DEALING.search(text, *span)
        sides = _of_many(figures, span[0], dealing.span()) if dealing and not all_go(figures) else {}
    elif len(figures) == 1 and any(_is_met(cel) and cel.id not in used for cel in cels) and _may_turn(figures[0]):
        sides = {figures[0].id: "right"}
    else:
        sides = {}
    return [replace(cel, attributes=_turned(cel, sides[cel.id])) if cel.id in sides else cel for cel in cels]


def _turned(cel: CelPlan, side: str) -> dict[str, str]:
    """What is told of somebody who looks to a side; who is chased runs, and so looks where the chaser does."""
    pose = {"pose": "running"} if side == RUNNING else {}
    return {**cel.attributes, **pose, "facing": "right" if side == RUNNING else side}


def _of_two(figures: Sequence[CelPlan], told: str) -> dict[str, str]:
    one, other = figures
    dealing, doing = _DEALING.search(told), [cel.attributes.get("pose", "standing") for cel in figures]
    if all(cel.attributes.get("facing") == "right" for cel in figures):
        return {cel.id: "left" for cel in figures} if _FROM.search(told) and doing[0] == doing[1] else {}
    if _CHASING.search(told) and doing.count("running") == 1 and doing.count("standing") == 1:
        return {cel.id: RUNNING for cel in figures}
    if one.relation is not None and one.relation == other.relation and not dealing:
        return {}  # side by side in a boat
    if doing[0] == doing[1] and doing[0] not in ("standing", "dancing") and not dealing:
        return {}  # they sit, eat or hold something together
    return {cel.id: "right" for cel in figures if _may_turn(cel)}


def _of_many(figures: Sequence[CelPlan], begin: int, verb: Span) -> dict[str, str]:
    """All look at the first, or at the last, with whom the others deal: by what stands before and behind the verb."""
    before = [cel for cel in figures if any(begin <= start < verb[0] for start, _ in cel.spans)]
    behind = [cel for cel in figures if any(start >= verb[1] for start, _ in cel.spans)]
    at_last = len(before) > 1 and [cel.id for cel in behind] == [figures[-1].id]
    middle = (len(figures) + 1) // 2
    return {
        cel.id: "left" if 0 < index < middle and not at_last else "right"
        for index, cel in enumerate(figures)
        if _may_turn(cel)
    }


def _is_met(cel: CelPlan) -> bool:
    """Whether a thing is an animal that is there by itself."""
    alone = cel.relation is None or cel.relation.kind not in _WITH
    return cel.kind == "thing" and cel.concept in ANIMALS and alone


def _may_turn(cel: CelPlan) -> bool:
    return cel.attributes.get("pose") not in _STAYING
