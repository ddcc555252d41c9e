"""What is only out of doors, and what leaves a house: a room told of before is not where such a scene is."""

from __future__ import annotations

from storyapp.story.plan import CelPlan

from ..drafts import Draft, Sentence
from ..words.turns import Turn, TurnTable

# Things that stand in no room → where they are; "" in front of the house.
_PLACES = {
    name: place
    for place, names in (
        ("", "tree,pine tree,rainbow,tent,campsite"),
        ("hills", "horse,donkey,ram,goat,hut"),
        ("street", "house,old house,car,taxi,bus,school bus,truck,pickup,fire engine,ambulance,tram,police car,jeep,bus stop,postbox,church"),
        ("farm", "cow,tractor,ox"),
        ("forest", "deer,moose,boar,bison"),
        ("playground", "slide,ferris wheel,carousel,circus tent,roller coaster"),
        ("snowfield", "snowman,sled"),
    )
    for name in names.split(",")
}  # fmt: skip
_OWN = r"(?:the|his|her|their|our|my)"
AT = TurnTable(
    "anywhere",
    (
        Turn(
            "where one is outside",
            r"\b(?:at|by|over|through|outside|near|behind|past|on|onto|opened|climbed|against) (?:the|a|an|his|her|their|our|my) (?:\w+ )?"
            r"(?:gate|fence|hedge|railings|driveway|porch|yard|back yard|front steps)\b",
            "She waited by the old gate.",
            unlike="She drew a gate.",
        ),
        Turn(
            "in grass or a tree",
            r"\b(?:on|in|through) the (?:(?:soft|green|wet|long|tall|cool|warm) ){0,2}grass\b"
            r"|\b(?:on|onto|in|from|to) (?:the|an?|his|her|its|their|every) (?:\w+ )?(?:branch(?:es)?|bough|twig|tree-?tops?)\b(?! (?:of (?:the|their|a) christmas))",
            "They ate their bread on the grass.",
            unlike="They ate grass.",
        ),
        Turn(
            "between lessons",
            r"\b(?:at|during|in) (?:the )?(?:\w+ )?(?:play-?time|break-?time|recess|lunch break|playground)\b|\bat break\b(?! of)",
            "At playtime it began to rain.",
            unlike="After playtime it began to rain.",
        ),
    ),
)
OUT = TurnTable(
    "anywhere",
    (
        Turn(
            "going or being outside",
            r"\b(?:went|goes|go|ran|runs|run|rushed|walked|stepped|crept|hurried|came|come|played|plays|danced|hopped|dashed|stormed|flew"
            r"|climbed|jumped|skipped|out|stood|sat|waited|waits) (?:\w+ )?(?:outside|outdoors)\b"
            r"(?! (?:the|his|her|their|my) (?:\w+ )?(?:door|room|kitchen|bedroom)\b)"
            r"|\b(?:was|were|is|are) (?:outside|outdoors)\b(?! (?:the|his|her|their|my)\b)",
            "The children ran quickly outside.",
            unlike="The dog waited outside her room.",
        ),
        Turn(
            "in the open",
            r"\binto the (?:open|daylight|fresh air|sunshine|sunlight)\b|\b(?:out|outside) (?:in|into|to) (?:the )?(?:snow|rain|sunshine|open|sun|air|cold|dark|night)\b",
            "They danced out in the rain.",
            unlike="They looked into the rain.",
        ),
        Turn(
            "out to play",
            r"\b(?:went|goes|go|ran|runs|came|come|rushed|hurried|raced|skipped|dashed|sent \w+) (?:\w+ )?out to (?:play|look|see|explore|pick|build|help|fetch|feed)\b",
            "The children ran out to play.",
            unlike="They set out to sea.",
        ),
        Turn(
            "in puddles",
            r"\b(?:splash|stomp|stamp|jump|leap|leapt|danc|wad|paddl|skipp|hopp)(?:e?s|ed|ing)? (?:(?:about|around|happily) )?(?:in|into|through|over) (?:[\w’'-]+ ){0,3}?puddles?\b",
            "They jumped in the puddles.",
            unlike="They jumped in the bath.",
        ),
        Turn(
            "digging a hole",
            r"\b(?:dug|digs|digging|dig) (?:\w+ )?(?:(?:a|an|the|another) (?:\w+ ){0,2}(?:hole|pit|tunnel|trench)|for (?:treasure|worms|gold)|in the (?:earth|soil|mud|dirt|ground))\b",
            "She dug a deep hole for the bone.",
            unlike="She dug in the flour.",
        ),
        Turn(
            "before a house",
            r"\b(?:knock(?:ed|s|ing)?|rang|rapped) (?:\w+ )?(?:at|on) (?:the|a|his|her|their) (?:\w+ )?(?:front door|door of|house|hut|cottage|door of)\b"
            r"|\b(?:on|at) (?:the|his|her|their) (?:front )?door-?step\b",
            "Ben knocked at the door of the cottage.",
            unlike="Ben knocked at the bedroom door.",
        ),
        Turn(
            "leaving a house",
            rf"\b(?:left|leaves|out of|(?:came|ran|went|stepped|walked|hurried|rushed) from) {_OWN} (?:\w+ )?"
            r"(?:house|home|cottage|building|flat|hut|cabin|front door|back door|door)\b",
            "Gran came out of the little house.",
            unlike="Gran came into the little house.",
        ),
    ),
)
OUTSIDE_FIRST = TurnTable(
    "behind",
    (
        Turn(
            "outside",
            r"\W*(?:outside|outdoors)\b(?! (?:the|his|her|their|my|a|an|of)\b)",
            "|Outside, Mia built a castle.",
            unlike="|Outside the house it was dark.",
        ),
    ),
)
LOOKING_OUT = TurnTable(
    "anywhere",
    (
        Turn(
            "still inside",
            r"\b(?:window|windows|windowsill|balcony|look(?:s|ed|ing)? out)\b",
            "She looked out at the tree.",
            unlike="She looked at the tree.",
        ),
    ),
)
PLAYING = TurnTable(
    "before",
    (
        Turn(
            "a toy or a picture",
            r"\b(?:play(?:s|ed|ing)?(?: with)?|build|builds|built|building|ma[dk]e|makes|making|cut|cuts|glued|folded|unwrapped|wrapped"
            r"|push(?:es|ed)?|bought|buys|sold|sells|chose|toy|toys|paper|cardboard|plastic|gingerbread|dolls?['’]s?|rocking|christmas|present|presents"
            r"|decorated|ornament)\b(?: [\w'’-]+){0,4} $",
            "He played with a little red |car",
            unlike="He drove a little red |car",
        ),
        Turn("not there yet", r"\bfor (?:\w+ ){0,2}$", "They waited for the |bus", unlike="They saw the |bus"),
    ),
)
_BUILDINGS = frozenset(
    (
        "house",
        "old house",
        "hut",
        "church",
        "school building",
        "hospital building",
        "hotel",
        "factory",
        "temple",
        "post office",
        "bank",
    )
)
INSIDE = TurnTable(
    "before",
    (
        Turn(
            "in it",
            r"\b(?:in|into|inside|at) (?:(?:the|a|an|his|her|their|our|my) )?(?:\w+ )?$",
            "He lay in the old |hospital",
            unlike="He walked to the |hospital",
        ),
    ),
)
AS_A_WHOLE = TurnTable(
    "anywhere",
    (
        Turn(
            "of the house that one is in",
            r"\b(?:the|their|our|his|her|my) (?:whole |old |little |big )?(?P<house>house|cottage|home) (?:was|is|grew|fell|lay|smelled|smelt|stayed|creaked|shook|slept|woke|smells|had)\b",
            "The house was dark and quiet.",
            unlike="A house was there.",
        ),
    ),
)
TABLES = (AT, OUT, OUTSIDE_FIRST, LOOKING_OUT, PLAYING, INSIDE, AS_A_WHOLE)
OUTSIDE = {"classroom": "playground", "shop": "street", "cave": "hills"}  # room → what is in front of its house


def read_open_air(sentence: Sentence, draft: Draft) -> None:
    """Put into the draft where it is if not in a room, as its words tell or else the things that stand there."""
    if LOOKING_OUT.pattern.search(sentence.text, *sentence.span):
        return
    words = OUT.pattern.search(sentence.text, *sentence.span) or AT.pattern.search(sentence.text, *sentence.span)
    first = draft.figures and OUTSIDE_FIRST.pattern.match(
        sentence.text, *sentence.span
    )  # not "outside the wind howled"
    if words or first:
        draft.outside = draft.outside or ""
        return
    found = (cel for cel in draft.cels.values() if cel.concept in _PLACES)
    draft.open_air = {cel.concept: _PLACES[cel.concept] for cel in found if _stands_there(sentence, cel)}


def is_around(text: str, cel: CelPlan) -> bool:
    """Whether somebody is inside a building, which is then no thing besides: "in the hospital he lay in bed"."""
    return cel.concept in _BUILDINGS and any(
        INSIDE.pattern.search(text[:start]) or _is_whole(text, start) for start, _ in cel.spans
    )


def _is_whole(text: str, start: int) -> bool:
    """Whether the house at a place in the text is the one that somebody is in."""
    return any(match.start("house") == start for match in AS_A_WHOLE.pattern.finditer(text))


def outside_of(room: str) -> str:
    """What is in front of the house that a room is in."""
    return "castle" if room == "throne room" else OUTSIDE.get(room, "garden")


def _stands_there(sentence: Sentence, cel: CelPlan) -> bool:
    """Whether a thing is told of as large as it is."""
    if cel.kind != "thing" or (cel.relation is not None and cel.relation.kind == "held by"):
        return False
    starts = [start for start, _ in cel.spans if not sentence.is_talk((start, start))]
    text = sentence.text
    starts = [start for start in starts if not _is_whole(text, start)]
    return any(text[start].islower() and not PLAYING.pattern.search(text[sentence.span[0] : start]) for start in starts)
