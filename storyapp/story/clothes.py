"""What a text says that somebody wears, or does not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from .plan import Span

Clothes = tuple[Span, dict[str, str]]  # where they are told of, and the looks that this makes
Accessories = Iterable[str] | Mapping[str, str]  # names, or words for accessories with their names

_TOPS = (
    "shirt|t-shirt|top|jumper|sweater|coat|dress|jacket|blouse|pullover|tunic|raincoat|cardigan|hoodie|vest|gown|nightgown|"
    "nightdress|nightshirt|robe|bathrobe|waistcoat|anorak|parka|sweatshirt|jersey|blazer|frock"
)
_BOTTOMS = "trousers|pants|skirt|shorts|jeans|leggings|dungarees|tights|breeches|kilt"
_SUITS = "pyjamas|pajamas|uniform|suit|swimsuit|tracksuit|overalls|onesie|spacesuit|costume"
_WEARING = (
    r"\b(?:wore|wears|wearing|put on|puts on|putting on|dressed in)\s+([^,.;:!?]+)",
    r"\bin (?:a|an|his|her|their|the)\s+((?:\w+\s+)?\w+)",
)
# Of what is worn besides these and accessories.
_SMALL = (
    "mittens|gloves|glove|socks|stockings|shoes|slippers|sandals|sneakers|trainers|wellies|earmuffs|belt|tie|goggles|helmet|"
    "mask|shawl|underpants|swimming trunks|armbands"
)
# "Pulled on his red mittens, his woolly hat and his boots", "put her hat and her scarf on."
_OWN = r"(?:(?:an?|the|his|her|its|their|my|our|some|two|both) )?(?:(?:warm|new|old) )?(?:pairs? of )?"
_NO_WORD = r"(?!(?:and|or|an?|the|his|her|its|their|my|our|in|on|of|off|up|for|from|with|to)\b)"
_PUT_ON = (
    r"\b(?:(?:put|pull|slip|throw|tie|button|zip|tug|strapp?|buckl|try|lac)(?:s|es|ed|ped|ted|ting|ping|ged|ing|d)?|tries|tried|threw|tying) "
    r"(?:on|up|into)|\b(?:wore|wears|wearing|dressed in|has on|had on|having on|chang(?:ed|es) into)"
)
_NO_PART = r"(?! (?:pockets?|sleeves?|box|bag|drawer)\b)"
_PUT = r"\b(?:puts?|putting|pull(?:s|ed|ing)?|has|had|with)"
_WRAPPED = r"\b(?:wrapp?(?:s|ed|ing)?|t(?:ied|ies|ying)|wound|pull(?:s|ed|ing)?|put|puts)"
_ROUND = r"(?= (?:a?round|over|about|on) (?:his|her|its|their|my) (?:neck|head|ears?|face|nose|shoulders?|feet|eyes|hair|own)\b)"
# "With a very big hat", right behind who has it.
_HAVING = re.compile(
    r"(?:,? who)?\s+(?:with|has|had|have)\s+(?:(?:an? )?(?:[\w-]+ ){1,4}?(?:hair|plaits|braids|curls|beard|eyes|freckles|fur)(?:,| and) )?"
    r"((?:(?:a|an|the|his|her|its|their)\s+(?:(?!(?:in|on|of|for|from|with|and|to)\b)\w+\s+){0,3}"
    r"|(?:big|small|little|round|thick|new|old|funny)\s+)?[\w-]+(?:\s+\w+)?)",
    re.IGNORECASE,
)
_GONE = (
    r"without|los(?:t|es|ing)|forg[eo]ts?|forgotten|no|(?:not|\w+n['’]t) (?:have|find)|never had|missing|"
    r"(?:look|search)(?:ed|s|ing)? for"
)
_OFF = r"t(?:ook|akes?|aking) off|(?:not|\w+n['’]t|never) (?:wear|wears|wore|wearing)"
_LIES = (
    r"found|finds|dropped|washed|bought|saw|sold|sew(?:s|ed|ing)|knit(?:s|ted|ting)|ma(?:de|kes|king)|wove|stitched|mend(?:s|ed|ing)|"
    r"iron(?:s|ed|ing)|fold(?:s|ed|ing)|pack(?:s|ed|ing)|hung"
)
_BETWEEN = r"(?: (?!(?:in|with|and|but|who|wearing)\b)\w+){0,3} $"
_UNWORN = {"gone": re.compile(rf"\b(?:{_GONE}){_BETWEEN}", re.IGNORECASE),
           "off": re.compile(rf"\b(?:{_OFF}){_BETWEEN}", re.IGNORECASE),
           "lies": re.compile(rf"\b(?:{_LIES}){_BETWEEN}", re.IGNORECASE)}  # fmt: skip
_HELD = ("flower",)  # who has one has it in hand
USUAL_COLOUR = {"crown": "yellow", "glasses": "black"}  # of an accessory without colour; of others red


def coloured_clothes(text: str, colours: Iterable[str], accessories: Accessories) -> Iterator[Clothes]:
    """Garments and accessories behind a colour: "the fox with the red woolly scarf"."""
    words = _words(accessories)
    garment = rf"({_TOPS}|{_BOTTOMS}|{_SUITS}|{'|'.join(words)})"
    for match in re.finditer(rf"\b({'|'.join(colours)})\s+(?:\w+\s+)?{garment}(?:e?s)?\b", text, re.IGNORECASE):
        colour, what = match[1].lower(), match[2].lower()
        if what in words:
            yield match.span(), {"accessory": words[what], "accessory_colour": colour}
        elif re.fullmatch(_TOPS, what):
            yield match.span(), {"top_colour": colour}
        elif re.fullmatch(_BOTTOMS, what):
            yield match.span(), {"bottom_colour": colour}
        else:
            yield match.span(), {"top_colour": colour, "bottom_colour": colour}


def accessories_in(text: str, accessories: Accessories) -> Iterator[Clothes]:
    """Accessories of whatever colour."""
    words = _words(accessories)
    for match in re.finditer(rf"\b({'|'.join(words)})s?\b(?! and arrow)", text, re.IGNORECASE):
        accessory = words[match[1].lower()]
        yield match.span(), {"accessory": accessory, "accessory_colour": USUAL_COLOUR.get(accessory, "red")}


def put_on(text: str, accessories: Accessories) -> list[Clothes]:
    """All of a list of what somebody puts on or wears; without looks what is no accessory: "his mittens, his hat"."""
    words = _words(accessories)
    item = rf"\b{_OWN}(?:{_NO_WORD}[\w-]+ ){{0,2}}?(?:{_TOPS}|{_BOTTOMS}|{_SUITS}|{_SMALL}|{'|'.join(words)})(?:e?s)?\b"
    items = rf"(?P<items>{item}(?:(?:, (?:and )?| and ){item})*)"
    patterns = (
        rf"(?:{_PUT_ON}) {items}",
        rf"{_PUT} {items} (?:back )?on(?=[.,;!?]|$| and\b| then\b| before\b| to\b)",
        rf"{_WRAPPED} {items}{_ROUND}",
        rf"\bin (?P<items>(?:his|her|its|their|my|our) (?:{_NO_WORD}[\w-]+ ){{0,2}}?(?:{_TOPS}|{_BOTTOMS}|{_SUITS}))\b{_NO_PART}",
    )
    found: list[Clothes] = []
    for clause in (one for pattern in patterns for one in re.finditer(pattern, text, re.IGNORECASE)):
        for match in re.finditer(item, clause["items"], re.IGNORECASE):
            span = clause.start("items") + match.start(), clause.start("items") + match.end()
            looks = next((looks for _, looks in accessories_in(match.group(), words)), {})
            if not _unworn(text, span) and span not in [one for one, _ in found]:
                found.append((span, looks))
    return found


def is_of_everybody(item: str) -> bool:
    """Whether something of that sort is drawn on everybody anyhow: a frock, but no mittens."""
    return re.search(rf"\b(?:{_TOPS}|{_BOTTOMS}|{_SUITS})(?:e?s)?$", item, re.IGNORECASE) is not None


def worn(text: str, colours: Iterable[str], accessories: Accessories, wearers: Iterable[int] = ()) -> list[Clothes]:
    """All clothes that a scene tells of: those with a colour, and accessories that are put on, worn or had.

    `wearers` are the places behind words for who may have them.
    """
    words = _words(accessories)
    found = [one for one in coloured_clothes(text, colours, words) if not _unworn(text, one[0])]
    clauses = [(one, True) for pattern in _WEARING for one in re.finditer(pattern, text, re.IGNORECASE)]
    clauses += [(one, False) for one in (_HAVING.match(text, place) for place in wearers) if one]
    for clause, held in clauses:
        start = clause.start(1)
        for (begin, end), looks in accessories_in(clause[1], words):
            span = start + begin, start + end
            known = any(a <= span[0] < b for (a, b), _ in found) or _unworn(text, span)
            if not known and (held or looks["accessory"] not in _HELD):
                found.append((span, looks))
    for (start, end), looks in put_on(text, words):
        if not any(a < end and start < b for (a, b), _ in found):
            found.append(((start, end), looks))
    return sorted(found, key=lambda one: one[0])


def unworn(text: str, accessories: Accessories) -> list[tuple[Span, str, bool]]:
    """Accessories that are said to be taken off or not to be had, with their places, and whether they are there."""
    found = ((span, looks["accessory"], _unworn(text, span)) for span, looks in accessories_in(text, accessories))
    return [(span, accessory, how == "off") for span, accessory, how in found if how in ("gone", "off")]


def _unworn(text: str, span: Span) -> str:
    """How the words before an accessory say that nobody wears it; "" where they do not."""
    return next((how for how, pattern in _UNWORN.items() if pattern.search(text[: span[0]])), "")


def _words(accessories: Accessories) -> Mapping[str, str]:
    """Words for accessories with their names, the longest first."""
    words = accessories if isinstance(accessories, Mapping) else {name: name for name in accessories}
    return dict(sorted(words.items(), key=lambda one: -len(one[0])))
