"""Heads of people, with the hair, beards and headgear that make the kind plain."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from . import beards, hair, headgear, palette
from .faces import Face, View, draw_face
from .heads import Head
from .palette import Colour, shade
from .pen import Pen, squircle

_HATTED = ("hat", "cap")  # accessories that take the place of a kind's own hat


@dataclass(frozen=True)
class Person(Head):
    """All that drawing a person's head needs."""

    @property
    def style(self) -> int:
        """Which of the kind's three hair styles is worn."""
        return self.spec.hair_style % 3

    @property
    def own_hat(self) -> bool:
        """Whether the kind's own hat is on, rather than one of the accessories."""
        return self.spec.accessory not in _HATTED


def draw_hair_behind(person: Person) -> None:
    """Draw what of the hair falls behind the trunk."""
    kind, style = person.spec.kind, person.style
    pen, view, colour = person.pen, person.view, person.look.hair
    if kind == "princess" or (kind, style) in {("girl", 2), ("woman", 0), ("witch", 0), ("pirate", 2), ("fairy", 0)}:
        hair.long_back(pen, view, colour, 168 if kind == "princess" else 140, 10 * (style == 0))
    elif (kind, style) == ("witch", 2):
        hair.long_back(pen, view, colour, 110, 22)


def draw_person(person: Person) -> None:
    """Draw the head of a person; the origin is its middle."""
    pen, view, look = person.pen, person.view, person.look
    _hair_beside(person)
    _skull(person)
    _COSTUMES.get(person.spec.kind, _plain)(person)
    if view.turned and person.spec.kind != "knight":
        pen.ellipse(-62, 18, 18, 21, look.skin)
        pen.ellipse(-60, 18, 9, 12, shade(look.skin, 0.84))
    face = _face(person)
    pen.ellipse(view.x(0, 112), 27, 13 if view.turned else 11, 9, shade(look.skin, 0.86))
    draw_face(pen, face, person.mood, view)
    if person.spec.kind == "woman":
        for x in (-62,) if view.turned else (-98, 98):
            pen.circle(x, 44, 10, palette.GOLD)
    if person.spec.kind in ("grandmother", "teacher") and person.spec.accessory != "glasses":
        brown = person.spec.kind == "teacher" and palette.brightness(look.skin) > 130
        headgear.spectacles(pen, view, (120, 74, 60) if brown else palette.GOLD)


def _face(person: Person) -> Face:
    skin = person.look.skin
    warm: Colour = tuple(round(0.55 * a + 0.45 * b) for a, b in zip(skin, (240, 84, 84), strict=True))  # type: ignore[assignment]
    face = Face(
        ground=skin,
        cheeks=warm,
        brow=shade(person.look.hair, 0.72),
        always_white=palette.brightness(skin) < 125,
        mouth_y=54,
    )
    if person.spec.kind in ("grandmother", "grandfather"):
        face = replace(face, brow=shade(person.look.hair, 0.8) if person.spec.skin < 3 else person.look.hair)
    if person.spec.kind == "pirate":
        face = replace(face, patch=-1)
    if person.spec.kind == "baby":
        face = replace(face, eye_y=10, eye_x=46, mouth_y=58, brow_y=-24, cheek_x=70, cheek_y=42, eye_size=1.06)
    return face


def _hair_beside(person: Person) -> None:
    kind, style = person.spec.kind, person.style
    pen, view, colour = person.pen, person.view, person.look.hair
    if (kind, style) == ("girl", 0):
        hair.pigtails(pen, view, colour, person.look.top)
    elif (kind, style) in {
        ("girl", 1),
        ("woman", 2),
        ("teacher", 2),
        ("knight", 2),
        ("fairy", 2),
    } or kind == "princess":
        hair.bob_back(pen, view, colour)
    elif (kind, style) == ("witch", 1):
        hair.braids(pen, view, colour, person.look.top)
    elif (kind, style) in {("woman", 1), ("grandmother", 0), ("teacher", 0), ("fairy", 1)}:
        hair.bun(pen, view, colour)
    elif (kind, style) == ("grandmother", 2):
        hair.bun(pen, view, colour, low=True)


def _skull(person: Person) -> None:
    pen, view, skin = person.pen, person.view, person.look.skin
    for side in (-1,) if view.turned else (-1, 1):
        x = -78 if view.turned else side * 98
        if not view.turned:
            pen.ellipse(x, 14, 20, 22, skin)
            pen.ellipse(x + side * 2, 14, 10, 12, shade(skin, 0.86))
    width = 96 + 8 * person.spec.build
    pen.fill(squircle(0, 2, width, 92, 0.6), skin)
    if view.turned:
        # The far cheek and the near ear show that the head is turned.
        pen.ellipse(width - 38, 40, 42, 38, skin)


def _plain(person: Person) -> None:
    pen, view, colour = person.pen, person.view, person.look.hair
    _MANES[person.spec.kind][person.style](pen, view, colour)
    if person.spec.kind == "man":
        _beard(person)


def _fringe(style: str, puff: float = 12) -> Callable[[Pen, View, Colour], None]:
    return lambda pen, view, colour: hair.fringe(pen, view, colour, style, puff)


_MANES: dict[str, tuple[Callable[[Pen, View, Colour], None], ...]] = {
    "girl": (_fringe("straight"), _fringe("straight", 16), _fringe("parted")),
    "boy": (_fringe("swept", 16), hair.curls, hair.spikes),
    "woman": (_fringe("parted", 14), _fringe("swept"), _fringe("swept", 18)),
    "man": (_fringe("swept", 12), _fringe("high", 14), _fringe("tufted", 20)),
    "grandmother": (_fringe("parted"), hair.curls, _fringe("swept", 14)),
    "teacher": (_fringe("swept"), _fringe("tufted", 12), _fringe("straight", 14)),
    "knight": (_fringe("swept", 0), _fringe("tufted", 0), _fringe("parted", 0)),
    "princess": (_fringe("parted", 14), _fringe("swept", 14), _fringe("straight", 14)),
    "fairy": (_fringe("parted", 14), _fringe("swept", 14), _fringe("straight", 16)),
    "witch": (_fringe("parted", 0), _fringe("straight", 0), _fringe("swept", 0)),
}


def _beard(person: Person) -> None:
    pen, view, look = person.pen, person.view, person.look
    if person.style == 1:
        beards.full_beard(pen, view, look, 6)
        return
    beards.moustache(pen, view, look, 34)
    if person.style == 2:
        beards.goatee(pen, view, look, 88, 24)


def _grandfather(person: Person) -> None:
    pen, view, look = person.pen, person.view, person.look
    for side in (-1, 1):
        x = side * 96 if not view.turned else (-84 if side < 0 else 100)
        pen.circle(x, -22, 22, look.hair)
        pen.circle(x + side * 6, 8, 24, look.hair)
        pen.circle(x, 36, 20, look.hair)
    if person.style == 2:
        beards.pointed_beard(pen, view, look)
    elif person.style == 1:
        beards.moustache(pen, view, look, 36, 1.3)
    else:
        beards.full_beard(pen, view, look, 14)


def _baby(person: Person) -> None:
    pen, view, colour = person.pen, person.view, person.look.hair
    x = view.x(0, 30)
    if person.style == 0:
        pen.line([(x - 4, -88), (x + 26, -112), (x + 8, -130), (x - 14, -114), (x + 4, -100)], colour, 13)
    elif person.style == 1:
        for lean in (-26, 0, 26):
            pen.line([(x + lean * 0.4, -84), (x + lean * 0.8, -104), (x + lean * 1.4, -118)], colour, 15)
    else:
        hair.fringe(pen, view, colour, "high", 4)
        pen.circle(x, -104, 20, colour)


def _knight(person: Person) -> None:
    pen, view = person.pen, person.view
    _MANES["knight"][person.style](pen, view, person.look.hair)
    headgear.helmet(pen, view, person.look.top if person.own_hat else None)


def _princess(person: Person) -> None:
    pen, view = person.pen, person.view
    _MANES["princess"][person.style](pen, view, person.look.hair)
    if person.spec.accessory in ("crown", *_HATTED):
        return
    headgear.coronet(pen, view)


def _fairy(person: Person) -> None:
    pen, view, skin = person.pen, person.view, person.look.skin
    for side in (-1,) if view.turned else (-1, 1):
        x = -66 if view.turned else side * 94
        pen.shape([(x, -4), (x + side * 46, -34), (x, 30)], skin, 8)
    _MANES["fairy"][person.style](pen, view, person.look.hair)
    if person.spec.accessory in ("crown", "flower", *_HATTED):
        return
    headgear.wreath(pen, view)


def _witch(person: Person) -> None:
    pen, view = person.pen, person.view
    _MANES["witch"][person.style](pen, view, person.look.hair)
    if person.own_hat:
        headgear.witch_hat(pen, view, (74, 56, 104), person.look.top)


def _pirate(person: Person) -> None:
    pen, view, look = person.pen, person.view, person.look
    if person.style == 1:
        beards.full_beard(pen, view, look, 8)
    elif person.style == 0:
        beards.goatee(pen, view, look, 90, 22)
        beards.moustache(pen, view, look, 34, 0.9)
    if person.own_hat:
        headgear.bandana(pen, view, palette.apart(look.top, look.skin))
    else:
        hair.fringe(pen, view, look.hair, "high", 6)
    headgear.eye_patch(pen, view)
    if person.style == 2:
        pen.ring(-96 if not view.turned else -62, 48, 11, 11, palette.GOLD, 8)


_COSTUMES: dict[str, Callable[[Person], None]] = {
    "grandfather": _grandfather,
    "baby": _baby,
    "knight": _knight,
    "princess": _princess,
    "witch": _witch,
    "fairy": _fairy,
    "pirate": _pirate,
}
