"""Places that only doings tell of: they set sail, built a snowman, flew over the roofs, lay awake."""

from __future__ import annotations

from collections.abc import Iterator

from storyapp.story.plan import Span

from ..drafts import Sentence
from ..words.absence import absence
from ..words.quotations import is_quoted
from ..words.turns import Turn, TurnTable

_AN = r"(?:the|an?|this|that|some|two|three|his|her|its|their|our|my)"
ON_ISLAND = TurnTable(
    "anywhere",
    (
        Turn(
            "on an island",
            r"\b(?:on|onto|ashore|reached|reaches|explored|across|around|arrived at|landed at)"
            r" (?:the|an?|this|that|his|her|their|our|my)(?: \w+){0,2} (?:island|isle)\b(?! of\b)",
            "The pirates landed on the little island.",
            unlike="The pirates sailed to the island.",
        ),
        Turn(
            "landing from a boat",
            r"\b(?:row(?:s|ed)?|swam|swims?|wad(?:es?|ed)|went|goes|washed|jumped|came|waded|stepped) ashore\b",
            "They rowed ashore.",
            unlike="They rowed away from the shore.",
        ),
    ),
)
AT_SEA = TurnTable(
    "anywhere",
    (
        Turn(
            "setting sail",
            r"\b(?:(?:set|sets|setting) sail|(?:put|puts) (?:out )?to sea|(?:hoisted|raised) the (?:\w+ )?(?:sails?|anchor))\b",
            "The next day they set sail.",
            unlike="They set the table.",
        ),
        Turn(
            "sailing",
            r"\b(?:he|she|they|we|i|crew|captain|pirates?|sailors?) (?:all |had )?sail(?:ed|s) (?:away|off|on|out|for|day and night|all)\b",
            "They sailed for three days.",
            unlike="The red balloon sailed away.",
        ),
    ),
)
IN_SNOW = TurnTable(
    "anywhere",
    (
        Turn(
            "playing in snow",
            rf"\b(?:built|builds?|building|ma[dk]es?|making|rolled|threw|throws|throwing|had|having) (?:{_AN} )?"
            r"(?:(?!paper\b|toy\b|little paper\b)\w+ )?(?:snowm[ae]n|snow angels?|snowballs?|snowball fight|snow fort|igloo)\b",
            "Tom built a big snowman.",
            unlike="Tom made a paper snowman.",
        ),
    ),
)
OVER_ROOFS = TurnTable(
    "anywhere",
    (
        Turn(
            "flying over what is high",
            r"\b(?:fl(?:y|ies|ew|ying|own)|float(?:s|ed|ing)?|soar(?:s|ed|ing)?|glid(?:es?|ed|ing)|sail(?:s|ed|ing)?|drift(?:s|ed|ing)?)\b[^.;!?]*"
            r" (?:over|above|across) (?:(?:the|all|of|their|its|our) )*(?:\w+ )?(?:tree-?tops|tree tops|chimneys|chimney pots|chimney tops)\b",
            "Up they flew over the treetops.",
            unlike="The sun shone over the treetops.",
        ),
    ),
)
UNDER_WATER = TurnTable(
    "anywhere",
    (
        Turn(
            "diving",
            r"\b(?:deep|big) breath and (?:dived|dove|swam|plunged)\b|\b(?:dived|dives|dove|swam|sank|plunged) (?:down )?(?:deep(?:er)?\b|to the bottom\b|(?:beneath|under|below) the (?:water|waves|surface|sea)\b)",
            "They took a deep breath and dived.",
            unlike="The gull dived down.",
        ),
    ),
)
IN_BED = TurnTable(
    "anywhere",
    (
        Turn(
            "in a bed",
            r"\b(?:into|in|inside) (?:(?:his|her|its|their|my|our|the) )(?:(?!flower|river|hospital|garden|vegetable|sea)\w+ ){0,2}"
            r"(?<!flower )(?<!river )(?<!hospital )(?<!vegetable )beds?\b(?! of\b)",
            "Gran tucked her into the little white bed.",
            unlike="The seeds lay in the flower bed.",
        ),
        Turn(
            "out of a bed",
            r"\b(?:jumped|climbed|hopped|got|rolled|sprang|leapt|fell|tumbled|crept|slipped) out of (?:(?:his|her|their|my|our|the) )?bed\b",
            "Poppy jumped out of bed.",
            unlike="Tom climbed out of the flower bed.",
        ),
        Turn(
            "a dream that ends",
            r"\b(?:it|that|this|everything|all of it) (?:was|had|has|['’]s) (?:(?:been|all|only|just|nothing but) ){1,3}(?:an? )?(?:\w+ )?(?:dream|nightmare)\b(?! (?:come|house|holiday|of)\b)",
            "It had all been a dream.",
            unlike="It was like a dream.",
        ),
    ),
)
TO_THE_STARS = TurnTable(
    "anywhere",
    (
        Turn(
            "in a rocket",
            r"\b(?:blast(?:s|ed)? off|lift(?:s|ed)?[- ]off|(?:shot|blasted|zoomed|whooshed|rocketed|hurtled|roared|whizzed)\b[^.;!?]*"
            r" (?:past|beyond|towards?|around|round|to) the (?:moon|stars|planets))\b",
            "They shot up past the clouds and past the moon.",
            unlike="The owl flew past the moon.",
        ),
    ),
)
_INTO = rf"(?:in|into|inside|on|onto|aboard|off|out of|boarded|caught|(?:back|front) of) {_AN} (?!toy\b|model\b|wooden\b|electric\b)(?:\w+ )?"
_PARTS = (
    r"(?! (?:stop|park|station|door|driver|window|set|track|tracks|tunnel|keys?|shed|ticket|book|seat|roof|wash|of)\b)"
)
ON_THE_ROAD = TurnTable(
    "anywhere",
    (
        Turn(
            "in a car or a bus",
            rf"\b{_INTO}(?:cars?|bus|taxi|cab|minibus|camper ?van|van|tram|lorry|coach|limousine|fire engine|ambulance)\b{_PARTS}"
            r"|\b(?:on|in|from) the back seat\b",
            "Mia got on the school bus.",
            unlike="Mia sat in the toy car.",
        ),
        Turn(
            "driving",
            r"(?<!the )(?<!n't )\b(?:he|she|they|we|i|family|(?-i:[A-Z])\w+) (?:all |had |then |just )?(?:drove|drives|were driving|was driving)"
            r" (?:all |away|off\b(?! the| with)|on\b|along|for \w+ (?:hours|days)|past|faster|slowly|and on)\b(?![^.!?]*\b(?:tractor|plough|sle\w+|cart|train|boat)\b)",
            "They drove all day.",
            unlike="The dog drove away the wolf.",
        ),
    ),
)
ON_A_TRAIN = TurnTable(
    "anywhere",
    (
        Turn(
            "in a train",
            rf"\b{_INTO}(?:train|carriage|railway carriage)\b{_PARTS}|\btook (?:the|a) (?:next|first|last|early|late|night|morning|fast|slow) train\b",
            "The twins were on the night train.",
            unlike="The twins sat on the train set.",
        ),
    ),
)
IN_A_PLANE = TurnTable(
    "anywhere",
    (
        Turn(
            "in a plane",
            rf"\b{_INTO}(?:plane|aeroplane|airplane|helicopter|airship|jet)\b{_PARTS}",
            "They sat in the plane.",
            unlike="They made a paper plane.",
        ),
    ),
)
IN_A_TREE_HOUSE = TurnTable(
    "anywhere",
    (
        Turn(
            "in a tree house",
            r"\b(?:in|into|inside|up to|from|at) (?:the|a|an|his|her|their|my|our) (?:\w+ )?tree[- ]?house\b",
            "They sat in their tree house.",
            unlike="They sat in their house.",
        ),
    ),
)
PLACES = (
    ("street", ON_THE_ROAD),
    ("hills", ON_A_TRAIN),
    ("garden", IN_A_TREE_HOUSE),
    ("beach", ON_ISLAND),
    ("sea", AT_SEA),
    ("snowfield", IN_SNOW),
    ("sky", OVER_ROOFS),
    ("space", TO_THE_STARS),
    ("sky", IN_A_PLANE),
    ("underwater", UNDER_WATER),
    ("bedroom", IN_BED),
)
TABLES = tuple(table for _, table in PLACES)


def places_of_doings(sentence: Sentence) -> Iterator[tuple[str, Span]]:
    """Where a sentence is by what is done in it, if none of its words is a place."""
    if any(one.category == "settings" for one in sentence.mentions):
        return
    for place, table in PLACES:
        for match in table.pattern.finditer(sentence.text, *sentence.span):
            told = sentence.is_talk(match.span()) or is_quoted(sentence.text, match.span())
            last = match.start() + match.group().rfind(" ") + 1
            if not told and not absence(sentence.text, sentence.span, (last, match.end())):
                yield place, match.span()
