"""Tails and wings, drawn behind the trunk in its units."""

from __future__ import annotations

from collections.abc import Callable

from . import palette, wild_extras
from .bodies import Body
from .looks import Look
from .palette import shade, tint
from .pen import Pen


def draw_back(pen: Pen, body: Body) -> None:
    """Draw the shell or spines that the kind has on its back, under what it wears there."""
    back = wild_extras.BACKS.get(body.spec.kind)
    if back:
        with body.trunk(pen):
            back(pen, body)


def draw_behind(pen: Pen, body: Body) -> None:
    """Draw the tail and wings that the kind has."""
    side = -1 if body.turned else 1
    if abs(body.angle()) > 30:
        side = 1 if body.at(1, 0)[1] < body.bones.neck[1] else -1  # up, off the ground
    kind = body.spec.kind
    with body.trunk(pen):
        if kind == "dragon":
            _dragon_wings(pen, body)
        if kind == "fairy":
            _fairy_wings(pen, body)
        if kind in _TAILS:
            with pen.placed(0, 0, 0, side, 1):
                _TAILS[kind](pen, body.look)


def _dragon_wings(pen: Pen, body: Body) -> None:
    web = palette.apart(body.look.hair, body.look.skin)
    bone = shade(body.look.skin, 0.86)
    for side in (-1, 1):
        reach = 0.78 if body.turned and side > 0 else 1.0
        if abs(body.angle()) > 30:
            # The lower wing of a slanting dragon is folded, so that it fills its frame.
            reach = 0.9 if body.at(side, 0)[1] < body.bones.neck[1] else 0.5
        with pen.placed(-10 if body.turned else 0, 6, 0, side * reach, 1):
            pen.shape([(30, 30), (120, -64), (214, -40), (206, 6), (176, 12), (164, 52), (128, 44),
                       (104, 80), (60, 66)],
                      web, 6)  # fmt: skip
            pen.line([(34, 34), (84, -20), (122, -66)], bone, 16)
            for x, y in ((206, -34), (168, 44), (110, 70)):
                pen.line([(122, -62), (x, y)], bone, 9)


def _fairy_wings(pen: Pen, body: Body) -> None:
    film, vein = (196, 232, 250), (128, 196, 236)
    for side in (-1, 1):
        reach = 0.8 if body.turned and side > 0 else 1.0
        with pen.placed(-8 if body.turned else 0, 10, 0, side * reach, 1):
            pen.blob([(14, 34), (70, -50), (150, -86), (196, -50), (176, 16), (100, 46)], vein)
            pen.blob([(30, 26), (78, -40), (146, -70), (178, -44), (160, 6), (100, 32)], film)
            pen.blob([(14, 44), (90, 56), (140, 92), (122, 138), (66, 122)], vein)
            pen.blob([(34, 54), (88, 68), (122, 96), (108, 122), (68, 108)], film)


def _fox(pen: Pen, look: Look) -> None:
    pen.blob(
        [
            (20, 112),
            (70, 132),
            (118, 110),
            (136, 54),
            (172, 30),
            (196, 74),
            (184, 128),
            (130, 168),
            (60, 164),
        ],
        look.skin,
    )
    pen.blob(
        [(136, 58), (150, 36), (174, 28), (196, 72), (190, 100), (172, 84), (158, 92), (148, 74)],
        palette.CREAM,
    )


def _cat(pen: Pen, look: Look) -> None:
    pen.line([(30, 126), (96, 146), (150, 118), (148, 62), (176, 36)], look.skin, 30)
    pen.line([(160, 46), (176, 36)], shade(look.skin, 0.7), 30)


def _dog(pen: Pen, look: Look) -> None:
    pen.line([(36, 124), (104, 116), (150, 66)], look.skin, 34)


def _mouse(pen: Pen, look: Look) -> None:
    pen.line([(30, 130), (100, 150), (150, 128), (146, 84), (184, 66)], (240, 164, 168), 15)


def _lion(pen: Pen, look: Look) -> None:
    pen.line([(30, 126), (100, 146), (150, 110), (158, 64)], look.skin, 22)
    pen.blob([(140, 66), (136, 34), (164, 6), (186, 36), (178, 66), (158, 78)], shade(look.skin, 0.62))


def _monkey(pen: Pen, look: Look) -> None:
    pen.line([(30, 128), (100, 150), (160, 130), (176, 82), (146, 58), (128, 82), (144, 100)], look.skin, 22)


def _pig(pen: Pen, look: Look) -> None:
    pen.line(
        [(50, 118), (84, 122), (106, 104), (92, 90), (84, 108), (112, 122), (130, 104)],
        shade(look.skin, 0.86),
        13,
    )


def _puff(pen: Pen, look: Look) -> None:
    pen.circle(82 * look.width, 118, 28, tint(look.skin, 0.5))


def _dark_puff(pen: Pen, look: Look) -> None:
    pen.circle(76 * look.width, 118, 24, shade(look.skin, 0.84))


def _elephant(pen: Pen, look: Look) -> None:
    pen.line([(50, 112), (112, 122), (132, 152)], look.skin, 16)
    pen.blob([(122, 146), (142, 142), (152, 172), (134, 184), (120, 170)], shade(look.skin, 0.6))


def _cow(pen: Pen, look: Look) -> None:
    pen.line([(40, 112), (108, 118), (134, 150)], look.skin, 16)
    pen.blob([(124, 142), (144, 138), (156, 168), (138, 182), (122, 166)], shade(look.hair, 0.9))


def _feathers(pen: Pen, look: Look) -> None:
    pen.shape([(30, 110), (104, 150), (96, 176), (66, 176), (30, 150)], shade(look.skin, 0.8), 8)


def _dragon(pen: Pen, look: Look) -> None:
    web = palette.apart(look.hair, look.skin)
    for x, y in ((96, 130), (140, 104), (166, 66)):
        pen.shape([(x - 16, y + 8), (x - 2, y - 26), (x + 18, y + 2)], web, 5)
    pen.blob([(10, 90), (70, 128), (120, 126), (150, 98), (166, 52), (182, 60), (182, 112), (148, 156),
              (84, 172), (10, 160)],
             look.skin)  # fmt: skip
    pen.shape([(160, 58), (172, 14), (200, 56)], web, 6)


def _unicorn(pen: Pen, look: Look) -> None:
    for shift, tone in ((18, shade(look.hair, 0.84)), (0, tint(look.hair, 0.35)), (-18, look.hair)):
        pen.line([(40, 116 + shift * 0.3), (110, 104 + shift), (146, 150 + shift), (180, 160 + shift)], tone, 26)


_TAILS: dict[str, Callable[[Pen, Look], None]] = {
    "fox": _fox,
    "cat": _cat,
    "dog": _dog,
    "mouse": _mouse,
    "lion": _lion,
    "monkey": _monkey,
    "pig": _pig,
    "rabbit": _puff,
    "bear": _dark_puff,
    "elephant": _elephant,
    "hen": _feathers,
    "sheep": _puff,
    "cow": _cow,
    "monster": _dark_puff,
    "owl": _feathers,
    "penguin": _feathers,
    **wild_extras.TAILS,
    "dragon": _dragon,
    "unicorn": _unicorn,
}
