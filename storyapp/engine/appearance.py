"""Words of a description → what a figure is made of: tone of skin, colour and cut of hair, and build."""

from __future__ import annotations

import re

# The places in the painter's tables (training/world/palette.py, looks.py).
_SKIN = {
    "fair": 0, "pale": 0, "light": 0, "white": 0, "rosy": 0, "porcelain": 0, "freckled": 0, "milky": 0, "creamy": 0, "ivory": 0,
    "peach": 1, "sunburnt": 2, "tanned": 2, "tan": 2, "olive": 2, "golden": 2, "honey": 2, "bronzed": 3, "bronze": 3, "amber": 3,
    "caramel": 3, "copper": 3, "light brown": 3, "brown": 4, "chestnut": 4, "deep brown": 5, "dark brown": 5, "dark": 5, "black": 5,
    "ebony": 5, "deep": 5,
}  # fmt: skip
_HAIR = {
    "black": 0, "jet-black": 0, "raven": 0, "dark": 0, "ebony": 0, "brown": 1, "dark brown": 1, "chocolate": 1, "brunette": 1,
    "light brown": 2, "chestnut": 2, "hazel": 2, "auburn": 2, "mousy": 2, "sandy": 4, "ginger": 3, "orange": 3, "red": 3, "copper": 3,
    "carroty": 3, "flaming": 3, "fiery": 3, "blonde": 4, "blond": 4, "fair": 4, "golden": 4, "yellow": 4, "flaxen": 4, "straw": 4,
    "honey": 4, "light": 4, "dark red": 5, "crimson": 5, "burgundy": 5, "maroon": 5, "mahogany": 5,
}  # fmt: skip
_OLD_HAIR = {"white": 0, "snow-white": 0, "silver": 1, "silvery": 1, "grey": 2, "gray": 2, "cream": 3, "yellow": 3, "blonde": 3,
             "dark grey": 4, "dark": 4, "iron-grey": 4, "lilac": 5, "lavender": 5}  # fmt: skip
_BUILD = {
    "thin": 0, "slim": 0, "slender": 0, "skinny": 0, "lean": 0, "lanky": 0, "bony": 0, "scrawny": 0, "slight": 0, "small": 0, "little": 0,
    "tiny": 0, "delicate": 0, "petite": 0, "wiry": 0, "round": 2, "fat": 2, "plump": 2, "chubby": 2, "stout": 2, "big": 2, "large": 2,
    "huge": 2, "podgy": 2, "tubby": 2, "portly": 2, "burly": 2, "broad": 2, "sturdy": 2, "stocky": 2, "rotund": 2, "hefty": 2,
    "enormous": 2, "roly-poly": 2, "well-fed": 2, "strong": 2, "heavy": 2, "broad-shouldered": 2,
}  # fmt: skip
# Each kind wears three styles of hair of its own: what of them words can ask for.
_LONG, _SHORT = (
    ("long", "flowing", "wavy"),
    ("short", "straight", "cropped", "sleek", "smooth", "bobbed", "bob", "neat"),
)
_TIED = ("plaits", "plait", "braids", "braid", "braided", "plaited", "pigtails", "bunches", "ponytail")
_CURLED = ("curly", "curls", "frizzy", "afro", "ringlets", "wavy", "fluffy")
_KNOT = ("bun", "topknot", "chignon")
_HAIR_ITSELF = (*_TIED, *_KNOT, "curls", "afro", "ringlets", "bob", "low bun")
_SPIKED = ("spiky", "tousled", "wild", "messy", "unruly")
_STYLES: dict[str, tuple[tuple[str, ...], ...]] = {
    "girl": (_TIED, _SHORT, _LONG), "boy": (_SHORT, _CURLED, _SPIKED), "woman": (_LONG, _KNOT, _SHORT),
    "man": (_SHORT, (), _SPIKED), "grandmother": (_KNOT, _CURLED, ("low bun",)), "teacher": (_KNOT, _SPIKED, _SHORT),
    "witch": (_LONG[:2], _TIED, _CURLED), "pirate": ((), (), _LONG), "knight": ((), _SPIKED, _SHORT),
}  # fmt: skip
_BEASTS = (
    "fox", "rabbit", "bear", "cat", "dog", "mouse", "lion", "panda", "frog", "pig", "elephant", "monkey", "owl", "penguin", "dragon",
    "robot", "ghost", "unicorn",
)  # fmt: skip
_HUMANS = (
    "girl", "boy", "woman", "man", "grandmother", "grandfather", "baby", "knight", "princess", "witch", "pirate", "teacher",
)  # fmt: skip
_COVERED = ("hair", "haired", "curls", "plaits", "plait", "braids", "braid", "pigtails", "ponytail", "bunches", "locks", "ringlets",
            "bob", "bun", "tresses", "mane", "fringe")  # fmt: skip
_SKINNED = ("skin", "skinned", "complexion", "face", "complexioned")
_ALONE = {"blonde": 4, "blond": 4, "brunette": 1, "redhead": 3, "red-head": 3, "redheaded": 3, "fair-haired": 4}


def details_of(words: str, kind: str | None = None) -> dict[str, int]:
    """The details said in `words`: "skin" and "hair" (0 … 5), "hair_style" and "build" (0 … 2).

    They are places in the painter's tables. Skin and hair are of people only, and a style of hair is one that the
    kind wears; the kind is `kind` or who the words name. What is not said is left out: "a little girl in a red coat"
    has a small build, and no red hair.
    """
    text = f" {words.lower()} "
    kind = kind or next((one for one in (*_HUMANS, *_BEASTS) if re.search(rf"\b{one}\b", text)), None)
    found: dict[str, int] = {}
    if kind not in _BEASTS:
        old = kind in ("grandmother", "grandfather")
        found |= _before(text, _SKINNED, {"skin": _SKIN})
        found |= _before(text, _COVERED, {"hair": _OLD_HAIR if old else _HAIR})
        alone = next((tone for word, tone in _ALONE.items() if re.search(rf"\b{word}\b", text)), None)
        if alone is not None and not old:
            found.setdefault("hair", alone)
        style = _style(text, _STYLES.get(kind or "", ()))
        if style is not None:
            found["hair_style"] = style
    build = _build(text)
    return found if build is None else {**found, "build": build}


def _style(text: str, styles: tuple[tuple[str, ...], ...]) -> int | None:
    """Which of a kind's styles is said of its hair: "plaits" say it alone, "long" only before "hair"."""
    covered = rf"[ ,-]+(?:[\w-]+,? ){{0,3}}(?:{'|'.join(_COVERED)})\b"
    for alone in (True, False):
        for place, names in enumerate(styles):
            for name in names:
                if (name in _HAIR_ITSELF) is not alone:
                    continue
                behind = re.search(rf"\bhair (?:is|was) (?:\w+ )?{name}\b", text)
                if behind or re.search(rf"\b{name}" + (r"\b" if alone else covered), text):
                    return place
    return None


def _before(text: str, nouns: tuple[str, ...], tables: dict[str, dict[str, int]]) -> dict[str, int]:
    """The values of the adjectives before one of the nouns, or behind "hair is", the nearest last."""
    found: dict[str, int] = {}
    ends = "|".join(nouns)
    before = [match[1] for match in re.finditer(rf"((?:[a-z-]+(?:,? and |,? |-)){{1,5}})(?:{ends})\b", text)]
    behind = [
        match[1]
        for match in re.finditer(rf"\b(?:{ends}) (?:is|was|are|were) ((?:[a-z-]+(?:,? and | |\b)){{1,4}})", text)
    ]
    for said in (*before, *behind):
        adjectives = _adjectives(said, ends)
        for name, table in tables.items():
            value = _value(adjectives, table)
            if value is not None:
                found.setdefault(name, value)
    return found


def _adjectives(said: str, ends: str) -> str:
    """Only those after the last little word or other noun: "a red coat and black" → "black"."""
    return re.split(rf"\b(?:with|has|had|a|an|the|his|her|their|in|of|whose|wears|wearing|{ends})\b", said)[-1]


def _value(adjectives: str, table: dict[str, int]) -> int | None:
    """The value of the longest words of a table in a text, the last of equals."""
    best, length = None, 0
    for words, value in table.items():
        for match in re.finditer(rf"(?<![a-z]){re.escape(words)}(?![a-z])", adjectives):
            if len(words.split()) * 100 + match.end() > length:
                best, length = value, len(words.split()) * 100 + match.end()
    return best


def _build(text: str) -> int | None:
    """The build that is said of the figure itself: of the words before who it is, not of what it has or wears."""
    own = re.split(r"\b(?:with|in|wearing|wears|who|whose|has|had|holding|carrying)\b", text, maxsplit=1)[0]
    own = re.sub(rf"[a-z-]+(?: and [a-z-]+)? (?:{'|'.join((*_COVERED, *_SKINNED))})\b", " ", own)
    own = re.sub(r"\b(?:little|big) (?:sister|brother)\b|\blight(?:-| )(?:haired|skinned)\b", " ", own)
    return _value(own, _BUILD)
