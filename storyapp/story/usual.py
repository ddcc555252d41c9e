"""What the words leave open: the clothes, colours and views that somebody or a place has all the same, on every page."""

from __future__ import annotations

import random
from collections.abc import Container, Mapping, Sequence

from .plan import BACKDROP, DETAILS, DETAILS_OF, IDENTITY, STILL, VIEWS, CelPlan

Outfit = tuple[str, str]  # colours of top and bottom

USUAL_COLOURS = ("red", "orange", "yellow", "green", "teal", "blue", "purple", "pink")
# What the one without a name wears whom a story calls "the fox": no two the same, and none in the colour of its fur.
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
# Furs (the "skin" of DETAILS) by which a kind is known at once, the best known first: no grey fox, who would be a wolf,
# and no brown pig. People and robots come in all of theirs.
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
    """Clothes and mood for a figure of whom the words tell none; one `key` has the same on every page.

    A painter that may choose a colour chooses another one in every cell. Clothes that are `taken` are not chosen.
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
    """What all figures of a picture wear, by cel id, where the words tell nothing: no two of one kind the same.

    Who comes first in the alphabet chooses first, so that the order of the words changes nothing. Of other kinds two
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
    """A choice of every detail that no phrase says; one `key` has the same everywhere.

    An animal that has no other name than its kind (`concept`) has the fur that everybody knows of that kind. Somebody
    with a `family` has the skin of that key, and hair that goes with it. What is `told` stays as it is.
    """
    choose = random.Random(f"{key}|details")
    if frame == BACKDROP:
        return dict(choose.choice(VIEWS))
    usual = {name: choose.randrange(DETAILS[name]) for name in DETAILS_OF[frame] if name in IDENTITY}
    if family and frame == "figure":
        usual["skin"] = usual_details(family, frame)["skin"]
    usual |= told
    if concept in _HUMAN_HAIR and "hair" not in told:
        natural = _HAIR_OF[usual["skin"]]
        usual["hair"] = natural[usual["hair"] % len(natural)]
    if frame != "figure":
        return usual
    furs = KNOWN_BY.get(concept)
    if furs is not None:
        usual["skin"] = furs[0] if key == concept else furs[usual["skin"] % len(furs)]
    return {**usual, "sway": STILL}
