"""Defaults for what the text leaves open (clothes, details, views of places), derived from ids: the same on every page."""

from __future__ import annotations

import random
from collections.abc import Container, Mapping, Sequence

from .plan import BACKDROP, DETAILS, DETAILS_OF, IDENTITY, STILL, VIEWS, CelPlan

Outfit = tuple[str, str]  # colours of top and bottom

USUAL_COLOURS = ("red", "orange", "yellow", "green", "teal", "blue", "purple", "pink")
# The outfit of a nameless figure of each kind ("the fox"): all different, and none in the colour of its fur.
USUAL_CLOTHES: dict[str, Outfit] = {
    "girl": ("orange", "yellow"), "boy": ("green", "purple"), "woman": ("pink", "purple"), "man": ("blue", "green"),
    "grandmother": ("teal", "pink"), "grandfather": ("purple", "blue"), "baby": ("pink", "blue"), "knight": ("red", "purple"),
    "princess": ("yellow", "pink"), "witch": ("green", "orange"), "pirate": ("red", "blue"), "teacher": ("blue", "purple"),
    "fox": ("green", "blue"), "rabbit": ("teal", "purple"), "bear": ("red", "teal"), "cat": ("blue", "yellow"),
    "dog": ("purple", "green"), "mouse": ("yellow", "red"), "lion": ("teal", "orange"), "panda": ("orange", "teal"),
    "frog": ("red", "yellow"), "pig": ("blue", "red"), "elephant": ("yellow", "purple"), "monkey": ("green", "yellow"),
    "owl": ("purple", "pink"), "penguin": ("orange", "green"), "dragon": ("purple", "orange"), "robot": ("orange", "blue"),
    "ghost": ("blue", "pink"), "unicorn": ("purple", "teal"), "fairy": ("pink", "green"), "wolf": ("red", "green"),
    "squirrel": ("teal", "blue"), "hedgehog": ("yellow", "blue"), "tiger": ("blue", "teal"), "crocodile": ("orange", "purple"),
    "turtle": ("pink", "red"), "duck": ("blue", "orange"), "hen": ("teal", "red"), "sheep": ("purple", "red"), "cow": ("green", "red"),
    "alien": ("pink", "yellow"), "monster": ("yellow", "green"),
}  # fmt: skip
# Fur colours (the "skin" of DETAILS) by which a kind is recognised at once, the most typical first: no grey fox, which
# would be a wolf, and no brown pig. People come in all of theirs.
KNOWN_BY: dict[str, tuple[int, ...]] = {
    "fox": (0, 1, 4, 5), "rabbit": (0, 1, 2, 4, 5), "bear": (0, 1, 2, 3), "cat": (0, 1, 2, 3, 4, 5), "dog": (0, 1, 2, 3, 5),
    "mouse": (0, 1, 2, 3, 4, 5), "lion": (0, 1, 2, 3, 4), "panda": (0, 1, 2, 3, 4, 5), "frog": (0, 1, 2, 4, 5), "pig": (0, 1, 2, 3, 4),
    "elephant": (0, 1, 2, 4, 5), "monkey": (0, 1, 2, 3, 4, 5), "owl": (0, 1, 2, 4, 5), "penguin": (0, 1, 2, 3, 4, 5),
    "dragon": (0, 1, 2, 3, 4, 5), "robot": (0, 1, 2, 3, 4, 5), "ghost": (0, 1, 2, 3, 4, 5), "unicorn": (0, 1, 2, 3, 4, 5),
    "wolf": (0, 1, 3), "squirrel": (0, 1, 4), "hedgehog": (0, 1, 2, 4, 5), "tiger": (0, 1, 2), "crocodile": (0, 1, 2, 3), "turtle": (0, 1, 2, 4),
    "duck": (0, 1, 3), "hen": (0, 1, 2, 4), "sheep": (0, 1, 4, 5), "cow": (0, 1, 2, 4), "alien": (0, 1, 2, 3, 4, 5), "monster": (0, 1, 2, 3, 4, 5),
}  # fmt: skip


# Hair that goes with each skin of people, from the lightest skin on: no red curls on dark skin, which nobody has asked for.
_HAIR_OF: tuple[tuple[int, ...], ...] = (
    (0, 1, 2, 3, 4, 5), (0, 1, 2, 3, 4, 5), (0, 1, 2, 4, 5), (0, 1, 2, 5), (0, 0, 1), (0, 0, 1),
)  # fmt: skip
_HUMAN_HAIR = ("girl", "boy", "woman", "man", "baby", "knight", "princess", "witch", "pirate", "teacher", "fairy")


def usual_looks(key: str, taken: Container[Outfit] = ()) -> dict[str, str]:
    """Default outfit and expression of a figure, the same for the same `key`.

    Left open, the painter would choose another colour in every cell. Outfits in `taken` are avoided.
    """
    outfit = USUAL_CLOTHES.get(key) or _chosen(key)
    again = 1
    while outfit in taken and again < len(USUAL_COLOURS) ** 2:
        again += 1
        outfit = _chosen(f"{key}|{again}")
    return {"top_colour": outfit[0], "bottom_colour": outfit[1], "expression": "happy"}


def _chosen(key: str) -> Outfit:
    top, bottom = random.Random(key).sample(USUAL_COLOURS, 2)
    return top, bottom


def usual_looks_among(cels: Sequence[CelPlan]) -> dict[str, dict[str, str]]:
    """Default looks of all figures of a picture, by cel id; figures of one kind have different outfits.

    Figures choose in alphabetical order, so that the word order of the text changes nothing. Figures of different kinds
    may be dressed alike: a hero does not change clothes because somebody else comes in.
    """
    found: dict[str, dict[str, str]] = {}
    taken: dict[str, set[Outfit]] = {}
    for cel in sorted(cels, key=lambda one: one.id):
        if cel.kind == "figure":
            outfits = taken.setdefault(cel.concept, set())
            looks = found[cel.id] = usual_looks(cel.who or cel.id, outfits)
            worn = {**looks, **cel.attributes}
            outfits.add((worn["top_colour"], worn["bottom_colour"]))
    return found


def usual_details(
    key: str, frame: str, concept: str = "", family: str = "", told: Mapping[str, int] = {}
) -> dict[str, int]:
    """Default details of a frame, the same for the same `key`.

    An animal without another name than its kind (`concept`) has the most typical fur of that kind. A member of a `family`
    has the skin of that key, and hair that goes with it. Details that are `told` stay.
    """
    choose = random.Random(f"{key}|details")
    if frame == BACKDROP:
        return dict(choose.choice(VIEWS))
    usual = {name: choose.randrange(DETAILS[name]) for name in DETAILS_OF[frame] if name in IDENTITY}
    if frame != "figure":
        return {**usual, **told}
    furs = KNOWN_BY.get(concept)
    if furs is not None:
        usual["skin"] = furs[0] if key == concept else furs[usual["skin"] % len(furs)]
    elif family:
        usual["skin"] = usual_details(family, frame)["skin"]
    skin = told.get("skin", usual["skin"])
    if concept in _HUMAN_HAIR:
        usual["hair"] = _HAIR_OF[skin][usual["hair"] % len(_HAIR_OF[skin])]
    return {**usual, **told, "sway": STILL}
