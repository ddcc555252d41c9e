"""What a text says that somebody wears."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .plan import Span

Clothes = tuple[Span, dict[str, str]]  # where they are told of, and the looks that this makes

_TOPS = "shirt|t-shirt|top|jumper|sweater|coat|dress|jacket|blouse|pullover|tunic"
_BOTTOMS = "trousers|pants|skirt|shorts|jeans|leggings|dungarees"
_WEARING = (
    r"\b(?:wore|wears|wearing|put on|puts on|putting on|dressed in)\s+([^,.;:!?]+)",
    r"\bin (?:a|an|his|her|their|the)\s+((?:\w+\s+)?\w+)",
)
_USUAL = "red"  # of an accessory without colour


def coloured_clothes(text: str, colours: Iterable[str], accessories: Iterable[str]) -> Iterator[Clothes]:
    """Garments and accessories behind a colour: "the fox with the red woolly scarf"."""
    garment = rf"({_TOPS}|{_BOTTOMS}|{'|'.join(accessories)})"
    for match in re.finditer(rf"\b({'|'.join(colours)})\s+(?:\w+\s+)?{garment}\b", text, re.IGNORECASE):
        colour, what = match[1].lower(), match[2].lower()
        if re.fullmatch(_TOPS, what):
            yield match.span(), {"top_colour": colour}
        elif re.fullmatch(_BOTTOMS, what):
            yield match.span(), {"bottom_colour": colour}
        else:
            yield match.span(), {"accessory": what, "accessory_colour": colour}


def accessories_in(text: str, accessories: Iterable[str]) -> Iterator[Clothes]:
    """Accessories of whatever colour."""
    for match in re.finditer(rf"\b({'|'.join(accessories)})\b", text, re.IGNORECASE):
        yield match.span(), {"accessory": match[1].lower(), "accessory_colour": _USUAL}


def worn(text: str, colours: Iterable[str], accessories: Iterable[str]) -> list[Clothes]:
    """All clothes that a scene tells of: those with a colour, and accessories that are put on or worn."""
    names = tuple(accessories)
    found = list(coloured_clothes(text, colours, names))
    for clause in (one for pattern in _WEARING for one in re.finditer(pattern, text, re.IGNORECASE)):
        start = clause.start(1)
        plain = (((start + begin, start + end), looks) for (begin, end), looks in accessories_in(clause[1], names))
        found += [(span, looks) for span, looks in plain if not any(a <= span[0] < b for (a, b), _ in found)]
    return sorted(found, key=lambda one: one[0])
