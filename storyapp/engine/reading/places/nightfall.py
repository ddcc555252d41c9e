"""Night, morning and rain that no word of them tells: the room went dark, "after breakfast", the fields were flooded."""

from __future__ import annotations

from ..drafts import Draft, Sentence
from ..words.absence import absence
from ..words.concept_mentions import ConceptMention
from ..words.quotations import is_quoted
from ..words.turns import Turn, TurnTable
from .weather_changes import passes

ABSENT = 2  # what `absence` is of what is surely not there
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
            "said before one sleeps",
            r"\b(?:good[- ]?night|sleep (?:tight|well)|sweet dreams)\b",
            "“Good night,” said Mum.",
            unlike="It was a good knight.",
        ),
        Turn(
            "said in bed",
            r"\bI (?:just |still |really )?(?:can['’]t|cannot) (?:get (?:back )?to |fall a)?sleep\b",
            "“I can't sleep,” said Bear.",
            unlike="“I can't see,” said Bear.",
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
# Of the night, too, but what a scene says of the day counts more: "it was a hot afternoon, and she could not sleep".
NIGHTLY = TurnTable(
    "anywhere",
    (
        Turn(
            "sleepless",
            r"\b(?:(?:could|can)(?: not|n['’]?t) (?:(?:get|go) (?:back )?to |fall a)?sleep|l(?:ay|ies|ying) (?:wide )?awake|still (?:wide )?awake)\b"
            r"(?! (?:on (?:the|that) (?:train|plane|bus)|in class)\b)",
            "Wren could not sleep.",
            unlike="Wren could not see.",
        ),
        Turn(
            "to bed",
            r"\b(?:(?:went|go|goes|gone|off|sent|back|upstairs|up) (?:\w+ )?to bed|(?:put|sent|took|carried|helped) (?:\w+ ){1,3}(?:in)?to (?:\w+ )?bed|ready for bed"
            r"|(?:crept|climbed|snuggled|hopped|crawled|slipped) (?:\w+ )?into (?:(?:his|her|its|their|my) )?(?:\w+ )?bed|it was bedtime"
            r"|(?:put on|into|found) (?:his|her|their|my|our) (?:\w+ )?(?:pyjamas|pajamas|nightie|nightdress|nightgown))\b"
            r"(?! (?:with (?:an? )?(?:cold|fever|flu|cough)|for (?:an? (?:nap|week)|days))\b)",
            "Ella went to bed.",
            unlike="Ella was ill and had to go to bed with a cold.",
        ),
        Turn(
            "a feast",
            r"\b(?:Christmas|New Year['’]?s?) Eve\b(?! (?:morning|lunch|dinner))|\bfireworks?\b(?! (?:shop|stall|box))"
            r"|\btrick[ -]or[ -]treat\w*|\bdoor to door (?:for|to (?:get|collect|ask for)) (?:\w+ )?(?:sweets|candy|candies|treats|chocolate)\b",
            "Fireworks lit up the sky.",
            unlike="It was the eve of the feast.",
        ),
        Turn(
            "all asleep",
            r"\b(?:every(?:one|body)|all the others?|(?:the|his|her|their) (?:whole )?(?:house|family|village|town|parents|children|world|household))"
            r" (?:else )?(?:(?:was|were|lay|is|are|had|had been) )?(?:all |already |fast |sound |soundly |long |still |deeply )*"
            r"(?:asleep|sleeping|slept|gone (?:up )?to (?:bed|sleep)|in bed)\b",
            "Long after everyone had gone to bed, a mouse came.",
            unlike="Everyone had gone to the park.",
        ),
        Turn(
            "a star that shines",
            r"\bstars? (?:was |were |is |are |had |still )*(?:blink|twinkl|sh[io]n|wink|glitter|glow|gleam|sparkl|appear|came out|come out)\w*\b"
            r"(?! on (?:top|(?:the|his|her|their) (?:\w+ )?(?:tree|hat|dress|coat|shirt|chest|wand|badge|cake))\b)"
            r"|\b(?:shooting|falling|first|evening) star\b|\bcount(?:ed|s|ing)? the stars\b|\b(?:up|out|looked|gazed|stared|looking|gazing) at the (?:\w+ )?(?:stars?|moon)\b",
            "Outside one star was blinking.",
            unlike="He was the star of the show.",
        ),
        Turn(
            "animals of the night",
            r"\b(?:(?:an|one|some|a \w+|distant) owls? (?:hoot|call|screech)(?:ed|s|ing)?|owls (?:hoot|call)(?:ed|s|ing)?|hoot(?:ing)? of an owl"
            r"|(?:fireflies|glow-?worms) (?:danc|glow|lit|light|blink|twinkl|flicker|shone|flash|flew|flit)\w*)\b",
            "Somewhere an owl hooted.",
            unlike="“Come in!” hooted Oona Owl.",
        ),
        Turn(
            "late",
            r"\bit was (?:very |getting |growing |quite |already |so )*late\b(?! (?:spring|summer|autumn|fall|winter|morning|afternoon|in the (?:morning|day|afternoon|year|season)|for|when)\b)",
            "It was getting late.",
            unlike="It was late summer.",
        ),
        Turn(
            "light in the dark",
            r"\bby (?:candle-?light|candle light|lamp-?light|torch-?light|the light of (?:an?|one|the|his|her|their) (?:\w+ )?(?:candle|lamp|lantern|torch))\b"
            r"|\bnight-?light\b|\bstreet ?-?(?:lamps?|lights?) (?:were lit|was lit|came on|went on|glow\w*|shone|flicker\w*)",
            "By candlelight he wrote a letter.",
            unlike="He bought a candle, light as a feather.",
        ),
    ),
)
# A day that is behind somebody, or to come, does not tell that it is day.
NOT_TODAY = TurnTable(
    "before",
    (
        Turn(
            "past",
            r"\b(?:had|has|have|having) [^,.;]*\b(?:all|the whole|a long|every) $|\bafter (?:a|the|this|that|such a)(?: very)? (?:long|hard|busy|tiring|hot|exciting|big)(?:,? \w+)? $",
            "She had worked all |day",
            unlike="She worked all |day",
        ),
        Turn(
            "a while",
            r"\bdays? and (?:\w+ )?$",
            "They sailed three days and three |nights",
            unlike="They danced and |night",
        ),
        Turn("to come", r"\bsome $", "Some |day", unlike="Some nice |day"),
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
            "after a sleep",
            r"\bwoke(?: up)?,? (?:and )?(?:yawned|stretched|rubbed (?:his|her|its|their) eyes|(?:jumped|sprang|hopped|leapt|climbed) out of)\b",
            "Tom woke up and stretched.",
            unlike="Tom woke up and screamed.",
        ),
        Turn(
            "what is only in the morning",
            r"\b(?:(?:at|for|after) breakfast|breakfast time|(?:cock|rooster|cockerel) crow(?:ed|s)|time to get up|woke up early)\b",
            "After breakfast they went out.",
            unlike="She dreamed of a breakfast.",
        ),
    ),
)
# A colour that a thing takes, of which the net thinks as of a sunset.
RIPE = TurnTable(
    "anywhere",
    (
        Turn(
            "of a thing",
            r"^(?!.*\b(?:sky|skies|sun|clouds?|horizon|light|evening|dusk|sunset|day|sea|everything|all the world)\b).*"
            r"\b(?:turn(?:ed|s|ing)?|went|goes|grew|grows) (?:\w+ly |all |bright )?(?:red|gold|golden|orange|pink|yellow|crimson|scarlet)\b",
            "The apples turned red.",
            unlike="The sky turned red.",
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
TABLES = (NIGHT, NIGHTLY, NOT_TODAY, MORNING, RIPE, RAIN)
_VAGUE = "day"  # "one day" may be a night as well


def read_nightfall(sentence: Sentence, draft: Draft) -> None:
    """Put into the draft the night, the morning or the rain of which turns of speech tell where no word does."""
    for name, value, table in (("time", "night", NIGHT), ("time", "day", MORNING), ("weather", "rain", RAIN)):
        found = None if name in draft.said else table.pattern.search(sentence.text, *sentence.span)
        if found is not None and (name, value) not in draft.over:
            draft.said[name] = (value, found.span())
    _, said = draft.said.get("time", ("", sentence.span))
    unsaid = said == sentence.span or sentence.text[slice(*said)].lower() == _VAGUE
    if unsaid and ("time", "night") not in draft.over and _is_nightly(sentence):
        draft.said["time"] = ("night", sentence.span)  # as what is only heard: words in other sentences count more
    if passes(sentence):
        draft.over |= {("time", "night"), ("time", "sunset")}


def is_ripe(sentence: Sentence) -> bool:
    """Whether a sentence tells of a colour that is no sign of an evening: "the apples turned red"."""
    return RIPE.pattern.search(sentence.text[slice(*sentence.span)]) is not None


def is_not_today(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether a word for the day or night tells of one that is past or to come, or of a while: "after a long day"."""
    words = sentence.text[slice(*mention.span)].lower()
    return (
        words in (_VAGUE, "night", "nights") and NOT_TODAY.pattern.search(sentence.text[: mention.span[0]]) is not None
    )


def _is_nightly(sentence: Sentence) -> bool:
    """Whether something is told of that is done or seen at night, and nobody only speaks of it."""
    return any(
        not (sentence.is_talk(match.span()) or is_quoted(sentence.text, match.span()))
        and absence(sentence.text, sentence.span, match.span()) < ABSENT
        for match in NIGHTLY.pattern.finditer(sentence.text, *sentence.span)
    )
