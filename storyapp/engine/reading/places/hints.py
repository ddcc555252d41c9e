"""What only hints at a place, because it may lie or be told of anywhere: a rug, a cup, a fire, a doorbell."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

from collections.abc import Collection

from storyapp.story.plan import Span

from ..drafts import ENOUGH, Draft, Sentence
from ..words.absence import absence
from ..words.concept_mentions import ConceptMention
from ..words.turns import Turn, TurnTable

# They tell where a scene is only if nothing else does: there are rugs in schools, cups on beaches, fires in camps.
_ANYWHERE = frozenset(
    """
    rug rugs carpet carpets mat mats hearth-rug hearthrug cushion cushions tablecloth table-cloth teapot teapots cup cups
    teacup teacups tea-things mug mugs pan pans frying frying-pan saucepan saucepans kettle plates dishes crockery jug spoon fire
    cocoa curtains curtain portrait bedside doorstep door-step doorbell knocker basin flowerpot flowerpots blanket blankets
    spade shovel dug dig digging hole moat moats
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
_KITES = r"\bfl(?:y|ies|ew|ying|own) (?:(?:an?|the|his|her|its|their|my|our|two|some) (?:\w+ ){0,2})?kites?\b"
BARELY = TurnTable(
    "anywhere",
    (
        Turn("a kite", _KITES, "The boy is flying his red kite.", unlike="The boy is flying over a kite."),
        Turn(
            "only touches it",
            r"^(?!.*\b(?:fl[yi]\w*|flew|float\w*|soar\w*|balloon|plane|rocket|wings|dragon)\b).*(?:\b(?:touch|tickl|brush|scrap|kiss)(?:e?s|ed|ing|e)?"
            r"|\b(?:grew|grow|grown|grows|stretched|so (?:tall|high))\b.* (?:in?to|reach(?:ed|es)?)) (?:the )?(?:clouds?|sky|stars)\b",
            "Her feet touched the clouds.",
            unlike="She flew so high that she touched the clouds.",
        ),
        Turn(
            "only climbs or looks up",
            r"^(?!.*\b(?:fl[yi]\w*|flew|float\w*|soar\w*|balloon|plane|rocket|spaceship|wings|dragon|beanstalk|clouds?|stairs|rope|moon)\b).*"
            r"(?:\bclimb\w*\b.* (?:higher|up)\b|\btelescopes?\b|\bbinoculars\b)",
            "Pip climbed up the tree, higher and higher.",
            unlike="Pip climbed down from the rocket.",
        ),
    ),
)
# Where a scene is that has no place and of which such is told: nobody leaves a known place for it.
HINTS = {
    "street": TurnTable(
        "anywhere", (Turn("a market", r"\bmarket[- ]day\b", "It was market day.", unlike="It was a marked day."),)
    ),
    "forest": TurnTable(
        "anywhere",
        (
            Turn(
                "in a tree",
                r"\b(?:on|in|up|under|beneath|from|into|down|(?:shade|foot) of|behind|against) (?:an?|the|his|her|its|their|one) (?:\w+ ){0,2}"
                r"(?:tree|branch|bough|twig|oak|pine|beech|hollow|tree-?trunk|tree-?top)\b|\b(?:built|builds|building) (?:an?|his|her|its|their) (?:\w+ )?nest\b",
                "An owl sat on a branch.",
                unlike="An owl sat on a chair.",
            ),
        ),
    ),
    "hills": TurnTable(
        "anywhere",
        (
            Turn(
                "camping",
                r"\b(?:in|into|inside|outside|pitched|put up) (?:an?|the|his|her|their|our) (?:\w+ )?tents?\b|\b(?:camped|camping|campfire)\b",
                "In the little tent it was warm.",
                unlike="They bought a tent.",
            ),
            Turn("a kite", _KITES, "The boy is flying his red kite.", unlike="The boy is mending his kite."),
            Turn(
                "a train that runs",
                r"(?<!toy )(?<!model )\btrain (?:rattled|chugged|puffed|raced|rushed|rolled|sped|clattered|thundered|whistled|trundled)\b",
                "The train rattled along.",
                unlike="The toy train rattled along.",
            ),
        ),
    ),
    "garden": TurnTable(
        "anywhere",
        (
            Turn(
                "gardening",
                r"\b(?:plant(?:ed|s|ing)?|sow(?:ed|s|ing)?|water(?:ed|s|ing)?|pick(?:ed|s|ing)?) (?:(?:the|some|a|an|his|her|their|three|two|more|tiny|little|bean|red) ){0,2}"
                r"(?:\w+ )?(?:seeds?|beans?|bulbs?|flowers|roses|tulips|sunflowers?|apples|pears|cherries|plums|strawberries|tomatoes|carrots|pumpkins?|peas|daisies|plants|tree)\b"
                r"|\b(?:weeded|mowed|mowing the lawn|rak(?:ed|ing) (?:up )?(?:the )?leaves)\b",
                "Grandpa planted beans.",
                unlike="Grandpa ate beans.",
            ),
        ),
    ),
    "bedroom": TurnTable(
        "anywhere",
        (
            Turn(
                "bedtime",
                r"\b(?:it['’]?s|is|was|at|one|my|his|her|their) bedtime\b|\bbedtime (?:story|stories)\b|\btime for bed\b",
                "It's bedtime.",
                unlike="They went out before bedtime.",
            ),
        ),
    ),
    "kitchen": TurnTable(
        "anywhere",
        (
            Turn(
                "a meal",
                r"\b(?:at|over|during|(?:had|ate|finished) (?:(?:his|her|its|their|our|my) )?) ?(?:breakfast|lunch|dinner|supper)\b",
                "He wiggled his tooth at breakfast.",
                unlike="He hoped for breakfast.",
            ),
        ),
    ),
    "living room": TurnTable(
        "anywhere",
        (
            Turn(
                "a party",
                r"\b(?:at|to|was|had|for|began|of) (?:(?:the|an?|his|her|their|my|our|\w+['’]s) )?(?:\w+ )?(?:birthday )?party\b|\bparty (?:began|started)\b"
                r"|\b(?:decorated|under|lit up|around) (?:the|a|their|our) christmas tree\b",
                "It was Sam's birthday party.",
                unlike="The search party came.",
            ),
        ),
    ),
}
TABLES = (AIRBORNE, BARELY, *HINTS.values())


def is_camp(sentence: Sentence) -> bool:
    """Whether a sentence tells of a tent, in which a bed or a lamp is no sign of a room."""
    return any(word.text in _CAMP for word in sentence.words)


def is_in_air(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether a place called "the air" is the sky: paws and balls in the air are none."""
    return AIRBORNE.pattern.search(sentence.text[sentence.span[0] : mention.span[0]]) is not None


def is_aloft(sentence: Sentence) -> bool:
    """Whether somebody may be where clouds and stars are, and not only touch them: "the tree touched the sky"."""
    return BARELY.pattern.search(sentence.text[slice(*sentence.span)]) is None


def hint(sentence: Sentence, draft: Draft) -> None:
    """Put into the draft where its turns of speech hint that it is."""
    for place, table in HINTS.items():
        found = table.pattern.search(sentence.text, *sentence.span)
        if found and not (absence(sentence.text, sentence.span, found.span()) or sentence.is_talk(found.span())):
            draft.hints[place] = max(ENOUGH, draft.hints.get(place, 0.0))
    if "forest" in draft.hints and any(one.name == "christmas tree" for one in sentence.mentions):
        del draft.hints["forest"]
        draft.hints.setdefault("living room", ENOUGH)


def only_hints(sentence: Sentence, told: Collection[str], said: Span | None) -> bool:
    """Whether all that tells of a place may be anywhere: the things `told`, or the words for it that stand at `said`."""
    if said is not None:
        return sentence.text[slice(*said)].lower().split()[-1] in _ANYWHERE
    if told:
        return all(_ANYWHERE & {*sign.split()} for sign in told)
    return any(word.text in _ANYWHERE for word in sentence.words)
