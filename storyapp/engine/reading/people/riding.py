"""Who rides on one who is a figure too: "The princess flew on a dragon", "Lily rode the white unicorn"."""

from __future__ import annotations

import re
from dataclasses import replace

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.plan import CelPlan, Relation

from ..drafts import SAID, Draft, Sentence
from ..words.turns import Turn, TurnTable
from .carrying import Named, is_owner

_ON = r"(?:(?: right| back)? (?:up on|on|onto|upon)(?: to)?(?: top of| the back of)?)"
# What each tells is the pose of the beast.
MOUNTED = TurnTable(
    "before",
    (
        Turn("walking", rf"\b(?:rode|rides?|riding|ridden)(?:(?: \w+ly)?{_ON})?", "Lily rode the white |unicorn.",
             unlike="Lily rode past the |unicorn."),
        Turn("walking", rf"\b(?:s[ai]ts?|sitting|climb(?:s|ed|ing)?|hop(?:s|ped)?|jump(?:s|ed)?|clamber(?:s|ed)?|travell?(?:s|ed)?){_ON}",
             "Tom climbed onto the back of the |dragon.", unlike="Tom climbed after the |dragon."),
        Turn("flying", rf"\b(?:flew|flies|flying|fly|soar(?:s|ed|ing)?)(?: (?:\w+ly|high|away|off|home))?{_ON}",
             "She flew on a big green |dragon.", unlike="She flew to a |dragon."),
    ),
    frame=r"(?:{})(?: (?:the|an?|his|her|their|its|my|our)(?: [\w-]+){0,2})? ?$",
)  # fmt: skip
_NOT = re.compile(r"\b(?:not|never|cannot|\w+n['’]t)(?: \w+)?(?: \w+)? $", re.IGNORECASE)
_AND = re.compile(r",? (?:and )?(?:(?:the|his|her|a|an) )?(?:\w+ )?", re.IGNORECASE)
_ABOVE = re.compile(
    r"\b(?:(?:over|above|across|between) the|(?:through|in|into|up in|up into) the (?:air|sky|clouds)|flew|flying|fly)\b"
)
SMALLEST_BEAST, LARGEST_RIDER = 1.1, 1.15  # metres; times the size of what they ride
WINGED = frozenset(("dragon", "fairy", "owl"))
TABLES = (MOUNTED,)


def mount(sentence: Sentence, draft: Draft, vocabulary: Vocabulary, named: Named) -> None:
    """Put those on a beast who ride it; it goes or flies, and they sit."""
    there = sorted(((one, key) for one, key in named if key in draft.cels), key=lambda pair: pair[0].span)
    for mention, key in there:
        beast = draft.cels[key]
        if not _is_beast(vocabulary, beast) or is_owner(sentence, mention):
            continue
        lead = sentence.text[sentence.span[0] : mention.span[0]]
        found = next(((turn, match) for turn, one in MOUNTED.each() if (match := one.pattern.search(lead))), None)
        if found is None:
            continue
        turn, verb = found[0], sentence.span[0] + found[1].start()
        before = [(one, other) for one, other in there if one.span[1] <= verb and not is_owner(sentence, one)]
        if not before or _NOT.search(sentence.text, sentence.span[0], verb):
            continue
        doers = [before.pop()]
        while before and _AND.fullmatch(sentence.text, before[-1][0].span[1], doers[0][0].span[0]):
            doers.insert(0, before.pop())
        spans, keys = [one.span for one, _ in doers], [other for _, other in doers]
        riders = [cel for cel in draft.figures if cel.id in keys or any(span in spans for span in cel.spans)]
        tail = sentence.text[mention.span[1] : sentence.span[1]]
        flies = beast.concept in WINGED and (turn.tells == "flying" or _ABOVE.search(tail) is not None)
        for rider in riders:
            _seat(draft, vocabulary, rider, beast)
        if any(cel.relation == Relation("on", key) for cel in draft.figures):
            said = draft.told_of(key, "pose")
            said.clear()
            said["flying" if flies else "walking"] = 2 * SAID


def _is_beast(vocabulary: Vocabulary, cel: CelPlan) -> bool:
    kind = vocabulary.kind(cel.concept)
    return cel.kind == "figure" and not kind.human and kind.size >= SMALLEST_BEAST


def _seat(draft: Draft, vocabulary: Vocabulary, rider: CelPlan, beast: CelPlan) -> None:
    sizes = vocabulary.kind(rider.concept).size, vocabulary.kind(beast.concept).size
    if rider.kind != "figure" or rider.id == beast.id or sizes[0] > LARGEST_RIDER * sizes[1]:
        return
    draft.cels[rider.id] = replace(rider, relation=Relation("on", beast.id))
    said = draft.told_of(rider.id, "pose")
    said.clear()
    said["sitting"] = 2 * SAID
