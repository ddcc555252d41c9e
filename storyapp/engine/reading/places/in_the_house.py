"""Going in and about in a house: back from the garden, up to bed, down to breakfast."""

from __future__ import annotations

from ..drafts import Draft, Sentence
from ..words.turns import Turn, TurnTable

GOING_IN = TurnTable(
    "anywhere",
    (
        Turn(
            "going in",
            r"\b(?:went|goes|go|ran|runs|run|rushed|hurried|came|come|crept|walked|stepped|dashed|raced|hopped|trooped|sat|stayed|played|carried \w+)"
            r"(?: \w+)? (?:indoors|inside)\b(?! (?:the|an?|his|her|its|their|my|our|of|it|out)\b)",
            "They ran quickly inside and played cards.",
            unlike="They ran inside the cave.",
        ),
        Turn(
            "coming in",
            r"\b(?:(?:he|she|they|we|i|everyone|everybody|children) (?:all |both )?(?:ran|went|came|hurried|rushed|trooped) (?:back )?in"
            r"|called (?:\w+ )?(?:them|him|her|us|children|everyone|in) in)\b(?=[.,;!?”]|$| and | for | to (?!the\b)| again| from | out of the (?:cold|rain|snow|wet)\b)",
            "“It was you,” said Mum when he ran in.",
            unlike="He ran in circles.",
        ),
        Turn(
            "asked in",
            r"[“\"](?:[\w, ]+, )?(?:(?:do|please|oh),? )*come (?:on |right )?in(?:side)?(?:, come in(?:side)?)?(?:,? (?:please|dear|child|children|both|all of you))?[,!.]+ ?[”\"]",
            "“Come in,” said the old woman.",
            unlike="“Come in, the water is warm,” said the duck.",
        ),
        Turn(
            "looking out of a house",
            r"\b(?:look|gaz|star|peer|peep|peek|lean)(?:es|s|ed|ing|d|e)? out (?:of|through|at the) (?:the|his|her|their|my|our|a) (?:\w+ )?window\b",
            "He looked out of the bedroom window.",
            unlike="He looked out of the cave.",
        ),
    ),
)
IN_VEHICLE = TurnTable(
    "anywhere",
    (
        Turn(
            "windows that no house has",
            r"\b(?:trains?|bus|buses|cars?|carriage|plane|aeroplane|airplane|boat|ship|submarine|rocket|spaceship|tram|van|taxi|coach)\b",
            "She looked out of the window of the train.",
            unlike="She looked out of the window of the house.",
        ),
    ),
)
STAIRS = {
    "bedroom": TurnTable(
        "anywhere",
        (
            Turn(
                "up",
                r"\b(?:(?:ran|went|goes|crept|tiptoed|raced|rushed|walked|climbed|hurried|came|dashed|carried \w+) (?:back )?upstairs"
                r"|(?:ran|went|crept|tiptoed|raced|climbed|(?:carried|brought|took|dragged|followed|led)\b[^.;!?]*) up the (?:\w+ )?stairs)\b"
                r"|(?:^|[.!?”\"] ?)upstairs\b",
                "Tom ran upstairs.",
                unlike="Tom heard a noise upstairs.",
            ),
            Turn(
                "to bed",
                r"(?<!\bsun )(?<!\bmoon )(?<!\bstars )\b(?:(?:went|goes|go|off|back|sent \w+|put \w+|took \w+) to bed|l(?:ay|ies|ying) (?:wide )?awake|brush(?:ed|es|ing) (?:his|her|their|my|our) teeth"
                r"|(?:put on|into) (?:his|her|their|my|our) (?:\w+ )?(?:pyjamas|pajamas|nightie|nightdress|nightgown)"
                r"|could(?: not|n['’]t) (?:get to |fall a)?sleep|time (?:to get up|for bed)|it was bedtime|at bedtime|kiss(?:ed|es) (?:\w+ )?good ?night)\b",
                "He brushed his teeth.",
                unlike="He made the bed.",
            ),
        ),
    ),
    "living room": TurnTable(
        "anywhere",
        (
            Turn(
                "down",
                r"\b(?:(?:ran|went|goes|crept|tiptoed|raced|rushed|walked|hurried|came|dashed) (?:back )?downstairs"
                r"|(?:ran|went|crept|tiptoed|raced|came|(?:carried|brought|took|dragged|followed|led)\b[^.;!?]*) down the (?:\w+ )?stairs)\b"
                r"|(?:^|[.!?”\"] ?)downstairs\b",
                "Tom ran downstairs.",
                unlike="Tom heard a noise downstairs.",
            ),
        ),
    ),
    "kitchen": TurnTable(
        "anywhere",
        (
            Turn(
                "to a meal",
                r"\b(?:(?:call(?:s|ed)?|sat|sit|sits|went|ran|came|come|gathered|hurried) (?:\w+ )?(?:down |back |in )?(?:to|for)|(?:were|was|all) at) (?:their |his |her )?"
                r"(?:breakfast|lunch|dinner|supper)\b|(?:^|[.!?”\"] ?)at (?:breakfast|lunch|dinner|supper)\b|\b(?:breakfast|lunch|dinner|supper) (?:is|was|['’]s) (?:ready|on the table)\b",
                "Gran called them to supper.",
                unlike="They looked forward to supper.",
            ),
        ),
    ),
}
IN_CLASS = TurnTable(
    "anywhere",
    (
        Turn(
            "what a teacher does in a lesson",
            r"\bteacher (?:\w+ )?(?:showed|shows|wrote|writes|read|reads|taught|teaches|asked|handed|gave|held up|drew)\b|\b(?:painting|maths|music|spelling|art) lesson\b"
            r"|\b(?:in class|story time|circle time|hung (?:his|her|their) (?:coat|bag) on (?:his|her|their|the) peg)\b",
            "The teacher showed him his peg.",
            unlike="The teacher called him.",
        ),
    ),
)
MEAL = TurnTable(
    "anywhere",
    (
        Turn(
            "in a kitchen",
            r"\b(?:breakfast|porridge|pancakes?|toast|sandwiches|stove|oven|baking|cooking)\b",
            "Mum was making sandwiches.",
            unlike="Mum was knitting.",
        ),
    ),
)
IN_THE_OPEN = TurnTable(
    "anywhere",
    (
        Turn(
            "where animals sleep",
            r"\b(?:on|onto|along|under|in|into) (?:the|an?|his|her|its|their)(?: \w+)? (?:branch(?:es)?|twig|bough|perch|nest|burrow|den|stars|haystack)\b",
            "Otto could not sleep on his branch.",
            unlike="Otto could not sleep in his bed.",
        ),
    ),
)
SCHOOL = ("playground", "classroom")
ROOMS = ("bedroom", "kitchen", "living room")
# Place outside → the room that one goes into from there; from others into a house.
_INTO = {"playground": "classroom", "castle": "castle"}
_NEAR_HOME = ("garden", "street", "playground", "shop", "classroom")  # from where one goes home to bed
_NO_HOUSE = ("sea", "space", "sky", "underwater", "cave", "jungle", "desert")
TABLES = (GOING_IN, IN_VEHICLE, IN_CLASS, MEAL, IN_THE_OPEN, *STAIRS.values())


def read_house(sentence: Sentence, draft: Draft) -> None:
    """Put into the draft whether somebody goes in, and up or down the stairs of a house."""
    text, span = sentence.text, sentence.span
    draft.indoors = GOING_IN.pattern.search(text, *span) is not None and IN_VEHICLE.pattern.search(text, *span) is None
    if IN_THE_OPEN.pattern.search(text):
        return
    floors = {**STAIRS, "classroom": IN_CLASS}
    draft.floor = next((room for room, table in floors.items() if table.pattern.search(text, *span)), None)


def room_of(floor: str, place: str | None, text: str) -> str | None:
    """The room that a draft's floor is in a scene which goes on from a place; None if one is not near it there."""
    if floor == "classroom":
        return floor if place is None or place in SCHOOL else None
    if not (place is None or place in ROOMS or (floor == "bedroom" and place in _NEAR_HOME)):
        return None
    return "kitchen" if floor == "living room" and MEAL.pattern.search(text) else floor


def inside_of(place: str) -> str:
    """Where one is who goes in from a place in the open air."""
    return place if place in _NO_HOUSE else _INTO.get(place, "living room")
