"""Places that a sentence names, and nobody is in: where somebody will go, or what a gate or a bag belongs to."""

from __future__ import annotations

from ..drafts import Sentence
from ..words.concept_mentions import ConceptMention
from ..words.turns import Turn, TurnTable

GOAL = TurnTable(
    "before",
    (
        Turn(
            "will be there",
            r"\b(?:going to (?!the\b|an?\b|his\b|her\b|their\b|our\b|my\b|school\b|sleep\b)|gonna |will |\w+['’]ll |would (?:like|love) to "
            r"|\w+['’]d (?:like|love) to |(?:want|hope|long|plan|wish)(?:s|es|ed|ned|ing|ning)? to |(?:wanting|hoping|looking forward) "
            r"|ready (?:for|to) |packed for |tickets? (?:to|for) |tomorrow )",
            "Today she was going to visit Gran by the |sea",
            unlike="They were going to the |sea",
        ),
        Turn(
            "let us go there",
            r"\b(?:let['’]s|let us|(?:can|could|may|shall|should) (?:we|i|you)|why don['’]t we|how about|what about) ",
            "“Let's go to the |park",
            unlike="“We are in the |park",
        ),
        Turn(
            "somebody else is there",
            r"\b(?:gran(?:dma|dpa|ny|ddad|dad|nie|pa)?|grandmother|grandfather|aunt|uncle|cousins?|friends?|who)\b,? (?:\w+ )?(?:who |and )?"
            r"(?:lives?|lived|works?|worked|comes|came from|grew up) ",
            "It was Grandma, who lived by the |sea",
            unlike="They lived by the |sea",
        ),
        Turn("the first day there", r"\b(?:first|last) day (?:at |of |in )?", "It was her first day at |school",
             unlike="One day at |school"),
    ),
    r"(?:{})(?:(?! but | so | and then )[^,.;!?”\"])*$",
)  # fmt: skip
AT_ITS_GATE = TurnTable(
    "behind",
    (
        Turn(
            "in front of it",
            r" (?:gates?|yard|railings|fence|entrance|steps|roof|chimney)\b",
            "At the school| gate",
            unlike="At the school| concert",
        ),
    ),
)
BELONGS = TurnTable(
    "behind",
    (
        Turn(
            "something of it",
            r" (?:bus|buses|bags?|uniform|shoes|clothes|trip|holidays?|friends?|dress|tie|cap|satchel|report|lunch)\b",
            "He packed his school| bag",
            unlike="He ran to the school| hall",
        ),
    ),
)
TABLES = (GOAL, AT_ITS_GATE, BELONGS)


def is_goal(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether a place is one where somebody only will be, or lives of whom is told."""
    return GOAL.pattern.search(sentence.text[sentence.span[0] : mention.span[0]]) is not None


def is_at_its_gate(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether a building is named for what is in front of it: "the school gate"."""
    return AT_ITS_GATE.pattern.match(sentence.text, mention.span[1]) is not None


def belongs_to(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether a building is named only for what somebody has of it: "a school bag"."""
    return BELONGS.pattern.match(sentence.text, mention.span[1]) is not None
