"""What each kind is made of and wears: its colours, proportions and cut of clothes, read from a spec."""

from __future__ import annotations

from dataclasses import dataclass

from . import concepts, palette
from .palette import Colour
from .spec import FigureSpec

_SKIRTS = ("girl", "woman", "grandmother", "teacher")
_GOWNS = ("princess", "witch", "fairy")
_SHORTS = ("boy", "monkey", "frog", "pig")
_WIDTH = {
    "baby": 1.12, "knight": 1.08, "grandmother": 1.06, "grandfather": 1.06, "man": 1.08, "pirate": 1.06,
    "bear": 1.14, "panda": 1.14, "elephant": 1.16, "pig": 1.12, "lion": 1.06, "robot": 1.08, "dragon": 1.06,
    "penguin": 1.1, "owl": 1.1, "mouse": 0.94, "squirrel": 0.96, "hedgehog": 1.08, "tiger": 1.04, "turtle": 1.06, "duck": 1.08,
    "cat": 0.96, "fox": 0.96, "girl": 0.94, "princess": 0.92,
    "fairy": 0.88, "hen": 1.1, "sheep": 1.1, "cow": 1.14, "alien": 0.92, "monster": 1.12,
}  # fmt: skip
_HEAD = {
    "woman": 0.77, "man": 0.77, "teacher": 0.77, "grandmother": 0.82, "grandfather": 0.82, "witch": 0.8, "pirate": 0.8,
    "knight": 0.8,
}  # fmt: skip
_PAWS: dict[str, Colour] = {
    "panda": (58, 56, 66), "penguin": (250, 168, 50), "owl": (250, 176, 60), "duck": (248, 138, 34), "unicorn": (186, 150, 206),
    "robot": (120, 132, 150), "hen": (250, 176, 60), "sheep": (84, 76, 84), "cow": (92, 78, 76),
}  # fmt: skip
_HANDS: dict[str, Colour] = {"panda": (58, 56, 66), "robot": (120, 132, 150), "knight": (150, 160, 176)}


@dataclass(frozen=True)
class Look:
    """Colours and cut of one character; `width` and `limb` scale the trunk and the limbs."""

    skin: Colour
    hair: Colour
    top: Colour
    bottom: Colour
    accent: Colour
    hand: Colour
    foot: Colour
    width: float
    limb: float
    head: float  # size of the head to a child's; who is grown up has a smaller one on a longer body
    stature: float  # by how much the whole figure is enlarged, so that it fills the frame all the same
    lower: str  # trousers, shorts, skirt, gown or tail
    short_sleeves: bool
    dungarees: bool


def look_of(spec: FigureSpec) -> Look:
    """Read a character's look from its spec."""
    human = spec.kind in concepts.HUMANS
    skin = skin_tones(spec.kind)[spec.skin % 6]
    head = _HEAD.get(spec.kind, 1.0)
    return Look(
        skin=skin,
        hair=hair_tones(spec.kind)[spec.hair % 6],
        top=palette.CLOTHES[spec.top_colour],
        bottom=palette.CLOTHES[spec.bottom_colour],
        accent=palette.CLOTHES[spec.accessory_colour],
        hand=_HANDS.get(spec.kind, skin),
        foot=_foot(spec, skin, human),
        width=_WIDTH.get(spec.kind, 1.0) * (0.86 + 0.3 * spec.build),
        limb=0.94 + 0.14 * spec.build,
        head=head,
        stature=1 + 0.42 * (1 - head),
        lower=_lower(spec, human),
        short_sleeves=spec.kind in ("boy", "girl", "monkey", "pig", "frog", "dog", "mouse", "dragon"),
        dungarees=not human and spec.kind not in ("ghost", "robot") and spec.hair_style % 3 == 1,
    )


def skin_tones(kind: str) -> tuple[Colour, ...]:
    """The tones of skin, fur or shell that a kind comes in, in the order of `FigureSpec.skin`."""
    return palette.SKIN if kind in concepts.HUMANS else palette.FUR[kind]


def hair_tones(kind: str) -> tuple[Colour, ...]:
    """The tones of hair, tuft or mane that a kind comes in, in the order of `FigureSpec.hair`."""
    if kind in ("grandmother", "grandfather"):
        return palette.OLD_HAIR
    return palette.FANTASY_HAIR if kind in concepts.FANTASY else palette.HAIR


def _foot(spec: FigureSpec, skin: Colour, human: bool) -> Colour:
    if spec.kind == "knight":
        return palette.shade(palette.STEEL, 0.7)
    if spec.kind == "baby":
        return palette.CREAM
    if spec.kind == "fairy":
        return skin
    if human:
        return ((112, 70, 56), (64, 60, 76), (196, 84, 70))[spec.hair_style % 3]
    return _PAWS.get(spec.kind, palette.shade(skin, 0.86))


def _lower(spec: FigureSpec, human: bool) -> str:
    if spec.kind == "ghost":
        return "shorts" if spec.accessory == "boots" else "tail"
    if spec.kind in _GOWNS:
        return "gown"
    if spec.kind in _SKIRTS:
        return "trousers" if spec.kind == "teacher" and spec.hair_style % 3 == 1 else "skirt"
    if spec.kind in _SHORTS:
        return "shorts"
    return "skirt" if not human and spec.kind != "robot" and spec.hair_style % 3 == 2 else "trousers"
