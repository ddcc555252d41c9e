"""Night, morning and rain that no word of them tells: the room went dark, "after breakfast", the fields were flooded."""

from __future__ import annotations

from ..drafts import Draft, Sentence
from ..words.turns import Turn, TurnTable

_BED = r"(?:in(?! bed with\b)|up|(?:in)?to (?:(?:the|his|her|their|my) (?:\w+ )?)?bed|goodnight)"
NIGHT = TurnTable(
    "anywhere",
    (
        Turn(
            "it gets dark",
            r"\b(?:it|all|everything|(?:the|her|his|their) (?:\w+ )?(?:room|bedroom|house|nursery|kitchen|street|garden|world|tent|farm|village)) "
            r"(?:suddenly |slowly |soon |had )?(?:went|goes|gone|grew|grows|got|gets|became|becomes|turned|fell)(?: \w+)? dark(?:er)?\b"
            r"(?! (?:blue|green|red|brown|grey|with)\b| (?:in|inside) the (?:cave|tunnel|cupboard|box|cellar|forest)\b)"
            r"(?![^.!?]*\b(?:storm|clouds?|thunder|rain|snow)\b)",
            "The room went very dark.",
            unlike="The sky went very dark.",
        ),
        Turn(
            "a dark sky",
            r"\b(?:at|into|in|across|over|through|under) (?:the|a) (?:dark|black|inky|starry|velvet|midnight|moonlit)(?: \w+)? sky\b",
            "He looked up at the dark sky.",
            unlike="She looked up at the dark clouds in the sky.",
        ),
        Turn(
            "the light is out",
            r"\b(?:turn|switch|put)(?:s|ed|ing)?(?: (?:off|out) (?:the|her|his|their) (?:\w+ )?(?:lamps?|lights?)| (?:the|her|his|their)"
            r" (?:\w+ )?(?:lamps?|lights?) (?:off|out))\b",
            "Dad turned off the lamp.",
            unlike="Dad turned off the tap.",
        ),
        Turn(
            "said before one sleeps", r"\bgood[- ]?night\b", "“Good night,” said Mum.", unlike="It was a good knight."
        ),
        Turn(
            "tucked in",
            rf"\btuck(?:s|ed|ing)? (?:(?:him|her|them|me|us|it|[A-Z]\w+|(?:the|his|her|their) (?:\w+ )?\w+) {_BED}\b"
            r"|(?:(?:the|a|her|his) (?:\w+ )?(?:blankets?|quilt|covers?|duvet|sheets?) (?:under|around|round|over|up)))",
            "Dad tucked the blanket under her chin.",
            unlike="Dad tucked into the cake.",
        ),
        Turn(
            "bedtime",
            r"\b(?:bedtime story|(?:at|past|before) bedtime|time (?:for|to go to) bed|(?:just )?one more story)\b",
            "“Just one more story,” begged Ella.",
            unlike="She told one story more.",
        ),
    ),
)
MORNING = TurnTable(
    "anywhere",
    (
        Turn(
            "when one wakes",
            r"\b(?:when|as soon as|after) [\w ’']{1,25} (?:woke(?: up)?|wakes(?: up)?|awoke|had woken up)\b(?! (?:in the night|with a start|suddenly))",
            "When little Ben woke up, it was warm.",
            unlike="A noise woke Ben.",
        ),
        Turn(
            "what is only in the morning",
            r"\b(?:(?:at|for|after) breakfast|breakfast time|(?:cock|rooster|cockerel) crow(?:ed|s)|time to get up|woke up early)\b",
            "After breakfast they went out.",
            unlike="She dreamed of a breakfast.",
        ),
    ),
)
RAIN = TurnTable(
    "anywhere",
    (
        Turn(
            "in from it",
            r"\b(?:(?:came|come|comes|coming|ran|runs?|hurried|got|get) (?:\w+ )?(?:in(?:side|to)? |away )?(?:out of|from) the (?:\w+ )?rain)\b",
            "Come in out of the rain!",
            unlike="The rainbow came out of the cloud.",
        ),
        Turn(
            "flooded by it",
            r"\b(?:(?:farm)?yards?|farms?|fields?|rivers?|streams?|streets?|meadows?|valleys?|village|town|gardens?|roads?|lands?|streams?)"
            r" (?:(?:was|were|is|are|had|got|all|soon|had been) ){0,2}flood(?:ed|s)\b(?! (?:with|by) (?!rain|water)\w+)",
            "That night the farmyard flooded.",
            unlike="The garden was flooded with light.",
        ),
    ),
)
TABLES = (NIGHT, MORNING, RAIN)


def read_nightfall(sentence: Sentence, draft: Draft) -> None:
    """Put into the draft the night, the morning or the rain of which turns of speech tell where no word does."""
    for name, value, table in (("time", "night", NIGHT), ("time", "day", MORNING), ("weather", "rain", RAIN)):
        found = None if name in draft.said else table.pattern.search(sentence.text, *sentence.span)
        if found is not None and (name, value) not in draft.over:
            draft.said[name] = (value, found.span())
