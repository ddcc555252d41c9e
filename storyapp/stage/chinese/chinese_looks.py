"""A character's description in Chinese → concept and looks."""

from __future__ import annotations

import re
from collections.abc import Mapping

from storyapp.story.clothes import USUAL_COLOUR
from storyapp.story.describe import SKINS, Kind, nearest_tone

from .chinese_finder import ChineseFinder, Found

_BETWEEN = r"色?的?[大小新旧长短圆卷老]*"  # a colour and what is of it
_HAIR = re.compile(rf"{_BETWEEN}(?:头?发|辫子|胡子|胡须|鬃毛)")
_SKIN = re.compile(rf"{_BETWEEN}(?:皮肤|皮毛|绒毛|羽毛|鳞片|毛)")
_BUILDS = ((0, re.compile("瘦|苗条|细长")), (2, re.compile("胖|圆滚滚|圆圆|壮实")))
_METALS = {"gold": "golden"}  # hair and fur
_WOVEN = {"gold": "yellow", "silver": "grey"}  # clothes


def chinese_looks(
    description: str, finder: ChineseFinder, bodies: Mapping[str, Kind]
) -> tuple[str | None, dict[str, str]]:
    """Concept (or None) and looks, as `looks_from_description` gives them of English: "一只戴着黄色围巾的小狐狸"."""
    found = finder.found(description, (0, len(description)))
    concept = next((one.name for one in found if one.category == "kinds"), None)
    kind = bodies.get(concept or "", Kind())
    looks: dict[str, str] = {}
    for index, one in enumerate(found):
        if one.category in ("colours", "metals"):
            following = found[index + 1] if index + 1 < len(found) else None
            behind = following if following and _joined(description, one, following) else None
            told = _worn(one.name, behind) or _body(description, one, behind, kind)
            if behind and "top_colour" in told and "top_colour" in looks and "裙" in description[slice(*behind.span)]:
                told = {"bottom_colour": told["top_colour"]}  # a skirt below it, no dress
            looks.update((name, value) for name, value in told.items() if name not in looks)
        elif one.category == "accessories" and "accessory" not in looks:
            looks.update(accessory=one.name, accessory_colour=USUAL_COLOUR.get(one.name, "red"))
    for build, words in _BUILDS:
        if kind.skin and words.search(description):
            looks["build"] = str(build)
    return concept, looks


def _joined(text: str, colour: Found, following: Found) -> bool:
    """Whether a colour is that of the word behind it."""
    return re.fullmatch(_BETWEEN, text[colour.span[1] : following.span[0]]) is not None


def _worn(colour: str, behind: Found | None) -> dict[str, str]:
    """The clothes that stand right behind a colour."""
    name = _WOVEN.get(colour, colour)
    if behind is not None and behind.category == "accessories":
        return {"accessory": behind.name, "accessory_colour": name}
    return {f"{behind.name}_colour": name} if behind is not None and behind.category in ("tops", "bottoms") else {}


def _body(text: str, colour: Found, behind: Found | None, kind: Kind) -> dict[str, str]:
    """Hair or skin of a colour; a beast in a colour has it all over: "白色的小兔"."""
    name = _METALS.get(colour.name, colour.name)
    all_over = behind is not None and behind.category == "kinds" and not kind.human
    tone: int | None = None
    what = "skin"
    if _HAIR.match(text, colour.span[1]):
        what, tone = "hair", nearest_tone(kind.hair, name)
    elif all_over or _SKIN.match(text, colour.span[1]):
        tone = SKINS.get(name) if kind.human else nearest_tone(kind.skin, name)
    return {} if tone is None else {what: str(tone)}
