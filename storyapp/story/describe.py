"""A character's description in words → concept and looks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

TOPS = "shirt|t-shirt|top|jumper|sweater|coat|dress|jacket|blouse|pullover|tunic"
BOTTOMS = "trousers|pants|skirt|shorts|jeans|leggings|dungarees"


def looks_from_description(
    description: str, kinds: Mapping[str, str], colours: Iterable[str], accessories: Iterable[str]
) -> tuple[str | None, dict[str, str]]:
    """Concept (or None) and looks read from e.g. "a small fox in a red shirt with a green scarf".

    `kinds` maps each word for a kind to its concept.
    """
    text = description.lower()
    found = [
        (match.start(), -len(word), concept)
        for word, concept in kinds.items()
        if (match := re.search(rf"\b{re.escape(word)}\b", text))
    ]
    looks: dict[str, str] = {}
    colour = "|".join(colours)
    for match in re.finditer(rf"\b({colour})\s+(?:\w+\s+)?({TOPS}|{BOTTOMS})\b", text):
        looks["top_colour" if re.fullmatch(TOPS, match[2]) else "bottom_colour"] = match[1]
    wearing = re.search(rf"\b(?:({colour})\s+)?(?:\w+\s+)?({'|'.join(accessories)})\b", text)
    if wearing:
        looks["accessory"] = wearing[2]
        looks["accessory_colour"] = wearing[1] or "red"
    return (min(found)[2] if found else None), looks
