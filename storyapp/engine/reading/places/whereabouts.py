"""Where somebody is not, or in a place that the vocabulary lacks: "could not go to the beach", "in the attic"."""

from __future__ import annotations

import re

from ..drafts import Sentence
from ..words.absence import NOT
from ..words.concept_mentions import ConceptMention
from ..words.english import DETERMINERS, HEAPS
from ..words.turns import Turn, TurnTable
from .hints import is_in_air

_THE = r"(?:(?:the|a|an|his|her|its|their|my|our|any) )?(?:\w+ )?"
NOT_GOING = TurnTable(
    "before",
    (
        Turn(
            "nobody goes or comes there",
            rf"\b(?:{NOT})(?: \w+)?(?: to)? (?:(?:go|going|went|gone|come|came|been|be|return|travel|drive)(?: back| out| away)?"
            rf" (?:to|into|in|near|on)|(?:get|sail|fly|run|walk|ride) to) {_THE}$",
            "They could not go to the |beach",
            unlike="They could go to the |beach",
        ),
        Turn(
            "nobody is there",
            rf"\b(?:was|were|is|are|am|be)(?:n['’]t| not| no longer| never) (?:in|at|on) {_THE}$",
            "Tom was not at |school",
            unlike="Tom was at |school",
        ),
    ),
)
NO_SUCH = TurnTable(
    "before",
    (
        Turn(
            "there is none of it",
            rf"\b(?:{NOT}|no)(?: (?:any|a|the|yet|really|even|often|ever|be|been|going|to|at|more|single|drop|of|in|by|very))"
            r"{0,4} $",
            "There was not a single drop of |rain",
            unlike="There was a single drop of |rain",
        ),
    ),
)
AFTER_ALL = TurnTable(
    "behind",
    (
        Turn(
            "but there is now",
            r" (?:so|such|as|like|before)\b",
            "It had never snowed| so much",
            unlike="It never snowed| here",
        ),
    ),
)
LEFT = TurnTable(
    "before",
    (
        Turn(
            "on the way from it",
            rf"\b(?:home|way|back|returned|returning|returns)\b[^,.;]* from {_THE}$",
            "On her way home from |school",
            unlike="She looked out from the |castle",
        ),
        Turn(
            "left",
            rf"(?<!turned )\b(?:left|leaves|leaving) {_THE}$",
            "Mia left the |shop",
            unlike="She turned left at the |shop",
        ),
    ),
)
FROM_WINDOW = TurnTable(
    "before",
    (
        Turn(
            "seen through a window",
            r"\b(?:outside|(?:look\w*|gaz\w+|star\w+|peer\w*|peep\w*|s[ae]w|see|watch\w*)\b[^.;!?]* (?:out of|through|from)) "
            r"(?:the|a|his|her|their|my|our) (?:\w+ )?windows?\b(?! of)(?:(?! and (?:then )?(?:ran|went|flew|climbed|jumped))[^.;!?])*$",
            "Outside the window the moon shone on the |street",
            unlike="She climbed out of the window into the |street",
        ),
        Turn(
            "seen once they are open",
            r"\b(?:curtains?|shutters?|blinds?|windows?)\b[^.;!?]*\bthere,? (?:was|were|is|lay|stood) (?:the|a|an) (?:\w+ )?$",
            "She opened the curtains, and there was the |sea",
            unlike="She opened the door, and there was the |sea",
        ),
    ),
)
FROM_ABOVE = TurnTable(
    "before",
    (
        Turn(
            "far below",
            r"\b(?:far|deep|way|down) (?:down )?below(?: (?:them|him|her|it|us))?,? [^.;!?]*$",
            "Far below lay a |village",
            unlike="Below the hill lay a |village",
        ),
    ),
)
BELOW_ONE = TurnTable(
    "behind",
    (
        Turn(
            "below",
            r" (?:\w+ ){0,4}?(?:far |deep |way )?(?:down )?below\b(?! (?:the|a)\b)",
            "The town| was tiny below.",
            unlike="The town| below the hill.",
        ),
    ),
)
INDOORS = TurnTable(
    "anywhere",
    (
        Turn(
            "inside",
            r"\b(?:indoors|inside(?! (?:a|an|the|his|her|its)\b)|at home)\b",
            "They stayed indoors.",
            unlike="They hid inside the tent.",
        ),
        Turn(
            "in a room or a bed",
            r"\bin (?:the|a|his|her|their|my|our) (?:\w+ )?(?:house|bath|bathtub|tub|bed|room|bathroom)\b",
            "He lay in his warm bed.",
        ),
        Turn(
            "at a window",
            r"\b(?:at|by|out of|through|from|(?:nose|face|cheek|forehead|hands?)\W+(?:against|to|on)) (?:the|a|his|her|their|my|our) (?:\w+ )?window\b",
            "She looked out of the window.",
        ),
        Turn(
            "on what stands in a room",
            r"\bon (?:the|a|his|her|their|my|our) (?:\w+ )?(?:sofa|couch|bed|carpet|rug)\b",
            "The cat slept on the red sofa.",
            unlike="The cat slept on the wall.",
        ),
    ),
)
AROUND = TurnTable(
    "before",
    (
        Turn(
            "on its outer side",
            rf"\b(?:behind|outside(?: of)?|in front of|past|opposite|next to|around|round|on (?:the|top of the) roof of) {_THE}$",
            "They met behind the old |school",
            unlike="They met in the old |school",
        ),
    ),
)
ON_THE_WAY = TurnTable(
    "anywhere",
    (
        Turn(
            "on the way",
            r"\bon (?:the|his|her|their|my|our|its) way (?:home|back|to|from)\b|\ball the way (?:back )?home\b",
            "She sang on her way home.",
            unlike="The cart was in her way.",
        ),
        Turn(
            "going home",
            r"\b(?:walk|walks|walked|walking|ran|runs|running|rode|rides|cycled|drove|drives|went|goes|going|hurried|rushed|headed|hopped"
            r"|flew|skipped|trotted|marched|trudged|raced|set off|wandered|dashed) (?:back |straight |all the way )?home\b",
            "They ran all the way home.",
            unlike="They stayed home.",
        ),
        Turn(
            "taking something home",
            r"\b(?:carried|brought|took|pulled|dragged|led|drove) (?!up\b)[^,.;]{2,30}? home\b",
            "Tom carried the puppy home.",
            unlike="Tom was brought up, and home was far.",
        ),
    ),
)
LEAVING = TurnTable(
    "before",
    (
        Turn(
            "out of it",
            rf"\b(?:out of|left|leaves|leaving|after) {_THE}$",
            "They came out of the |school",
            unlike="They came to the |school",
        ),
    ),
)
ARRIVING = TurnTable(
    "before",
    (
        Turn(
            "coming there",
            rf"\b(?:found|discovered|visit(?:ed|s|ing)?|reach(?:ed|es)|entered|enters|came (?:at last |back )?(?:to|into|upon|across)|arriv(?:ed|es) (?:at|in|on)"
            rf"|(?:crept|went|stepped|climbed|walked|ran|crawled|rode|flew) into|stumbled (?:on|upon|into)|landed (?:on|in)|led (?:\w+ )?(?:to|into)) {_THE}$",
            "Behind a waterfall they found a dark |cave",
            unlike="Behind a waterfall near the |cave",
        ),
        Turn(
            "there it is",
            r"(?:^|\band |[.!?”\"] ?)there,? (?:at last,? |before (?:them|him|her|us|me),? )?(?:was|were|is|lay|stood) the (?:\w+ )?$",
            "She opened the door, and there was the |garden",
            unlike="She knew that there was the |garden",
        ),
    ),
)
_SNOWY = frozenset("snowy snow-covered frozen icy frosty wintry snow-white".split())  # noqa: SIM905
_SKY = frozenset(["sky", "skies", "clouds", "heavens"])
BELOW = TurnTable(
    "before",
    (
        Turn(
            "the ground below",
            r"\b(?:under|beneath|below|against|at|towards?) (?:the|a|an)(?: \w+){0,2} $",
            "They sat under a wide grey |sky",
            unlike="They flew into the wide |sky",
        ),
    ),
)
TABLES = (
    NOT_GOING, NO_SUCH, AFTER_ALL, LEFT, FROM_WINDOW, FROM_ABOVE, BELOW_ONE, INDOORS, AROUND, ON_THE_WAY, LEAVING, BELOW,
    ARRIVING,
)  # fmt: skip
# A colour of horses: "the big bay horse".
_HORSES = frozenset(["horse", "horses", "mare", "mares", "pony", "ponies", "colt", "cob", "stallion", "gelding"])
_ROOM = re.compile(
    r"room$|^(?:kitchen|hall|nursery|parlour|study|lounge|gym)$"
)  # one runs around in it, not outside of it


def is_elsewhere(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether a place, time or weather is said not to be: "never snows here", "the way home from school"."""
    before = sentence.text[sentence.span[0] : mention.span[0]]
    if mention.category == "settings":
        if BELOW_ONE.pattern.match(sentence.text, mention.span[1]):
            return True
        return any(table.pattern.search(before) is not None for table in (NOT_GOING, LEFT, FROM_WINDOW, FROM_ABOVE))
    return (
        NO_SUCH.pattern.search(before) is not None and AFTER_ALL.pattern.match(sentence.text, mention.span[1]) is None
    )


def is_no_place(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether the word for a place means another thing here: the sky above, a bay horse, a dock leaf, a tower of tins."""
    word = sentence.words[mention.last].text
    behind = sentence.words[mention.last + 1].text if mention.last + 1 < len(sentence.words) else ""
    if word == "air":
        return not is_in_air(sentence, mention)
    if word in _SKY:
        return BELOW.pattern.search(sentence.text[sentence.span[0] : mention.span[0]]) is not None
    if word in HEAPS and behind == "of":
        third = sentence.words[mention.last + 2 : mention.last + 3]
        return bool(third) and third[0].text not in DETERMINERS and sentence.text[third[0].span[0]].islower()
    return (word == "bay" and behind in _HORSES) or (word == "dock" and behind in ("leaf", "leaves"))


def is_outside(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether somebody is at the outer side of a building: "behind the school"."""
    around = AROUND.pattern.search(sentence.text[sentence.span[0] : mention.span[0]])
    inside = around is not None and around.group().split()[0].lower() in ("around", "round")
    return around is not None and not (inside and _ROOM.search(sentence.words[mention.last].text))


def arrives(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether somebody comes to a place, whatever else the sentence names: "behind a waterfall they found a cave"."""
    return ARRIVING.pattern.search(sentence.text[sentence.span[0] : mention.span[0]]) is not None


def is_left(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether somebody comes out of a building: "after school", "they left the shop"."""
    return LEAVING.pattern.search(sentence.text[sentence.span[0] : mention.span[0]]) is not None


def is_snowy(sentence: Sentence) -> bool:
    """Whether a sentence tells of what snow and frost have come over."""
    return any(word.text in _SNOWY for word in sentence.words)


def is_on_the_way(sentence: Sentence) -> bool:
    """Whether somebody is between two places: "on the way home", "they walked home"."""
    return ON_THE_WAY.pattern.search(sentence.text, *sentence.span) is not None


def is_indoors(text: str) -> bool:
    """Whether a scene tells of being inside, whatever the weather."""
    return INDOORS.pattern.search(text) is not None
