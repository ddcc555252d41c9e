"""What only hints at a place, because it may lie or be told of anywhere: a rug, a cup, a fire, a doorbell."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

from collections.abc import Collection

from storyapp.story.plan import Span

from ..drafts import Sentence
from ..words.concept_mentions import ConceptMention
from ..words.turns import Turn, TurnTable

# They tell where a scene is only if nothing else does: there are rugs in schools, cups on beaches, fires in camps.
_ANYWHERE = frozenset(
    """
    rug rugs carpet carpets mat mats hearth-rug hearthrug cushion cushions tablecloth table-cloth teapot teapots cup cups
    teacup teacups tea-things mug mugs pan pans frying frying-pan saucepan saucepans kettle plates dishes crockery jug spoon fire
    cocoa curtains curtain portrait bedside doorstep door-step doorbell knocker basin flowerpot flowerpots blanket blankets
    spade shovel dug dig digging hole
    """.split()
)
_CAMP = frozenset("tent tents campfire camp".split())
# Of these the net often thinks though nobody is there: at every moon, frog, bird or gate.
FAR_OFF = ("sky", "space", "fairy village", "underwater", "castle")
AIRBORNE = TurnTable(
    "before",
    (
        Turn(
            "somebody or something flies there",
            r"\b(?:fl(?:y|ies|ew|ying|own)|float|hover|soar|glid|drift|swoop|sail|circl|hang|hung|balloon|plane|kite|swing|swung|"
            r"r[io]s(?:e|es|ing)|carried|lifted|high up)",
            "The dragon flew high into the |air",
            unlike="The dog lay with its paws in the |air",
        ),
    ),
)
TABLES = (AIRBORNE,)


def is_camp(sentence: Sentence) -> bool:
    """Whether a sentence tells of a tent, in which a bed or a lamp is no sign of a room."""
    return any(word.text in _CAMP for word in sentence.words)


def is_in_air(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether a place called "the air" is the sky: paws and balls in the air are none."""
    return AIRBORNE.pattern.search(sentence.text[sentence.span[0] : mention.span[0]]) is not None


def only_hints(sentence: Sentence, told: Collection[str], said: Span | None) -> bool:
    """Whether all that tells of a place may be anywhere: the things `told`, or the words for it that stand at `said`."""
    if said is not None:
        return sentence.text[slice(*said)].lower().split()[-1] in _ANYWHERE
    if told:
        return all(_ANYWHERE & {*sign.split()} for sign in told)
    return any(word.text in _ANYWHERE for word in sentence.words)
