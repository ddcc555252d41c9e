"""A character's description in words → concept and looks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .clothes import Accessories, accessories_in, coloured_clothes

# Words for the build, in its three steps; that in the middle is nobody's word.
SLIM, ROUND = "slim|thin|skinny|slender|lanky", "round|plump|fat|chubby|stout|sturdy|tubby"
TONES = {
    "black": (50, 46, 52), "dark": (60, 46, 48), "brown": (110, 70, 46), "chestnut": (150, 92, 50),
    "auburn": (156, 80, 44), "ginger": (226, 116, 48), "red": (206, 84, 44), "orange": (240, 136, 50),
    "blond": (246, 206, 104), "blonde": (246, 206, 104), "fair": (246, 206, 104), "golden": (246, 196, 92),
    "yellow": (248, 204, 92), "white": (250, 247, 242), "silver": (212, 212, 220), "grey": (160, 162, 172),
    "gray": (160, 162, 172), "cream": (246, 232, 208), "pink": (246, 150, 184), "purple": (150, 98, 206),
    "blue": (90, 140, 232), "green": (96, 180, 84), "teal": (52, 176, 180),
}  # fmt: skip
SKINS = {"pale": 0, "white": 0, "light": 1, "fair": 0, "rosy": 1, "olive": 2, "tanned": 2, "tan": 2, "bronze": 3,
         "golden": 3, "brown": 4, "dark": 5, "black": 5}  # fmt: skip
FURTHEST = 90.0  # a tone further than this from a word's colour is not what was meant
FURTHEST_BLACK = 110.0  # no sheep is as black as "a black sheep"


@dataclass(frozen=True)
class Kind:
    """What a description may say of a kind: the tones (#rrggbb) of its skin or fur and of its hair."""

    human: bool = False
    skin: Sequence[str] = ()
    hair: Sequence[str] = ()


def looks_from_description(
    description: str,
    kinds: Mapping[str, str],
    colours: Iterable[str],
    accessories: Accessories,
    bodies: Mapping[str, Kind] | None = None,
) -> tuple[str | None, dict[str, str]]:
    """Concept (or None) and looks read from e.g. "a small fox in a red shirt with a green scarf".

    `kinds` maps each word for a kind to its concept, `accessories` may map theirs, `bodies` each concept to what it comes in.
    """
    text = description.lower()
    found = [
        (match.start(), -len(word), concept, word)
        for word, concept in kinds.items()
        if (match := re.search(rf"\b{re.escape(word)}\b", text))
    ]
    looks: dict[str, str] = {}
    # Nobody wears more than one accessory: the first counts, and of that one its colour.
    for _, clothes in reversed([*coloured_clothes(text, colours, accessories), *accessories_in(text, accessories)]):
        looks.update(clothes)
    if not found:
        return None, looks
    _, _, concept, word = min(found)
    return concept, {**looks, **_body(text, word, (bodies or {}).get(concept, Kind()))}


def _body(text: str, word: str, kind: Kind) -> dict[str, str]:
    """Skin or fur, hair and build of a kind that was called `word`."""
    body: dict[str, int | None] = {}
    tone = "|".join(TONES)
    hair = re.search(rf"\b({tone})(?:[ ,-]+\w+)?[ -](?:hair|haired|mane|curls|plaits|braids|beard)\b", text)
    hair = hair or re.search(r"\b(blonde?|ginger)\b|\b(red)head(?:ed)?\b", text)
    if hair:
        body["hair"] = nearest_tone(kind.hair, next(one for one in hair.groups() if one))
    before = rf"(?:\s+(?!and\b)\w+)?\s+{re.escape(word)}\b"
    if kind.human:
        skin = "|".join(SKINS)
        said = re.search(rf"\b({skin})(?:-| )skin(?:ned)?\b", text) or re.search(rf"\b(black|white){before}", text)
        body["skin"] = SKINS[said[1]] if said and kind.skin else None
    else:
        said = re.search(rf"\b({tone})(?: \w+)? (?:fur|feathers|scales|skin|wool)\b", text)
        said = said or re.search(rf"\b({tone}){before}", text)
        body["skin"] = nearest_tone(kind.skin, said[1]) if said else None
    for index, words in ((0, SLIM), (2, ROUND)):
        if kind.skin and re.search(rf"\b(?:{words}){before}", text):
            body["build"] = index
    return {name: str(value) for name, value in body.items() if value is not None}


def nearest_tone(tones: Sequence[str], word: str) -> int | None:
    """Which of the tones is most like the colour that a word means; None if none is."""
    wanted = TONES[word]
    distances = [
        sum((int(tone[1 + 2 * i : 3 + 2 * i], 16) - wanted[i]) ** 2 for i in range(3)) ** 0.5 for tone in tones
    ]
    furthest = FURTHEST_BLACK if word == "black" else FURTHEST
    best = min(distances, default=furthest)
    return distances.index(best) if best < furthest else None
