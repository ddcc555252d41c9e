"""The skeleton of each pose, turned to the right or facing the reader.

Upright poses keep the head at HEAD, so that portraits of one character align.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .skeleton import GROUND, Foot, Hand, Skeleton


def skeleton(pose: str, turned: bool, sway: float) -> Skeleton:
    """The joints of a pose; `sway` (0–1) varies it.

    Raises:
        KeyError: if there is no such pose.
    """
    return _POSES[pose](turned, 2 * sway - 1)


def _standing(turned: bool, s: float) -> Skeleton:
    if turned:
        return Skeleton(
            Hand(214 + 8 * s, 386, -16),
            Hand(318 - 6 * s, 378, 12, "back"),
            Foot(232, toe=0.9),
            Foot(292, toe=0.9),
            tilt=2 * s,
        )
    return Skeleton(
        Hand(150 - 10 * s, 380 - 6 * s, -12),
        Hand(362 + 10 * s, 380 - 6 * s, 12),
        Foot(216, toe=-0.4),
        Foot(296, toe=0.4),
        tilt=3 * s,
    )


def _walking(turned: bool, s: float) -> Skeleton:
    if turned:
        return Skeleton(
            Hand(168 - 8 * s, 364, -10),
            Hand(364 + 8 * s, 356, -18, "back"),
            Foot(346 + 8 * s, GROUND - 6, 12, 1, -16),
            Foot(170 - 8 * s, GROUND - 10, 6, 1, 22),
            tilt=2,
            neck=(258, 260),
            hip=(252, 386),
        )
    return Skeleton(
        Hand(142, 350 - 8 * s, -22),
        Hand(380, 366 + 8 * s, 12),
        Foot(196 - 6 * s, GROUND, -6, -0.9),
        Foot(334 + 6 * s, GROUND - 18, 8, -0.7, -24),
        tilt=-4,
        hip=(260, 386),
    )


def _running(turned: bool, s: float) -> Skeleton:
    if turned:
        return Skeleton(
            Hand(352 + 6 * s, 330 - 8 * s, -40),
            Hand(130, 340 + 8 * s, -34, "back"),
            Foot(112 - 6 * s, 424, 22, 1, 70),
            Foot(390 + 6 * s, 450, 34, 1, -18),
            tilt=6,
            neck=(256, 262),
            hip=(236, 380),
        )
    return Skeleton(
        Hand(124, 288 - 8 * s, -34),
        Hand(400, 352 + 8 * s, 30),
        Foot(198, GROUND, -10, -0.6),
        Foot(386, 432 - 6 * s, 34, 0.9, -66),
        tilt=-5,
        hip=(250, 384),
    )


def _jumping(turned: bool, s: float) -> Skeleton:
    if turned:
        return Skeleton(
            Hand(120, 150 + 8 * s, 14, "back"),
            Hand(420, 150 + 8 * s, -14, "back"),
            Foot(172, 424 + 6 * s, -10, 0.9, 40),
            Foot(350, 422 - 6 * s, 30, 0.9, 14),
            hip=(250, 376),
        )
    return Skeleton(
        Hand(104, 140 + 8 * s, 14, "back"),
        Hand(408, 140 - 8 * s, -14, "back"),
        Foot(166, 424 + 5 * s, 24, -0.9, 28),
        Foot(346, 424 - 5 * s, -24, 0.9, -28),
        hip=(256, 376),
    )


def _sitting(turned: bool, s: float) -> Skeleton:
    if turned:
        return Skeleton(
            Hand(140, 448, -16),
            Hand(320, 404 + 4 * s, -10, "back"),
            Foot(376 + 8 * s, 462, 18, 0.4, -66),
            Foot(428 + 8 * s, 462, 18, 0.4, -60),
            head=(240, 190),
            tilt=2 * s,
            neck=(236, 280),
            hip=(222, 432),
        )
    return Skeleton(
        Hand(176, 404 + 6 * s, -34),
        Hand(336, 404 - 6 * s, 34),
        Foot(142 - 6 * s, 456, -20, -0.2, -14),
        Foot(370 + 6 * s, 456, 20, 0.2, 14),
        head=(256, 190),
        tilt=3 * s,
        neck=(256, 280),
        hip=(256, 428),
    )


def _sleeping(turned: bool, s: float) -> Skeleton:
    side = Skeleton(
        Hand(318, 388 + 6 * s, -14, "front"),
        Hand(330, 420 + 6 * s, 10, "front"),
        Foot(466, 424, 16, 0.6, -78),
        Foot(470, 464, 6, 0.6, -84),
        head=(158, 370),
        tilt=-74,
        neck=(248, 412),
        hip=(366, 436),
        asleep=True,
    )
    if turned:
        return replace(side, tilt=-84, head=(158, 374), left_hand=Hand(330, 374 + 6 * s, 24))
    return side


def _waving(turned: bool, s: float) -> Skeleton:
    base = _standing(turned, 0)
    if turned:
        return replace(base, right_hand=Hand(448 + 12 * s, 186 - 10 * s, -40, "top"), tilt=-4)
    return replace(base, right_hand=Hand(452 + 12 * s, 186 - 10 * s, -44, "top"), tilt=-5 + 2 * s)


def _pointing(turned: bool, s: float) -> Skeleton:
    base = _standing(turned, 0)
    if turned:
        return replace(base, left_hand=Hand(420, 286 + 14 * s, 4), right_hand=Hand(312, 380, 14, "back"), tilt=2)
    return replace(base, right_hand=Hand(428, 294 + 14 * s, 4), left_hand=Hand(192, 366, -46), tilt=3)


def _dancing(turned: bool, s: float) -> Skeleton:
    if turned:
        return Skeleton(
            Hand(112, 172 + 8 * s, 20, "back"),
            Hand(402, 330 + 10 * s, 20, "back"),
            Foot(224, GROUND, -6, 0.8),
            Foot(378 + 6 * s, 430, 10, 0.9, -36),
            tilt=5,
            hip=(246, 386),
        )
    return Skeleton(
        Hand(102, 168 + 8 * s, 22, "back"),
        Hand(404, 352 - 8 * s, 44),
        Foot(138 - 6 * s, 436, -8, -0.9, 34),
        Foot(288, GROUND, 10, 0.5),
        tilt=7,
        hip=(268, 386),
    )


def _flying(turned: bool, s: float) -> Skeleton:
    if turned:
        return Skeleton(
            Hand(444, 322 + 10 * s, 10, "front"),
            Hand(474, 272 + 10 * s, -10, "back"),
            Foot(42, 428 + 8 * s, 10, 0.6, 96),
            Foot(66, 376 - 8 * s, -8, 0.6, 92),
            head=(318, 176),
            tilt=4,
            neck=(278, 262),
            hip=(170, 344),
        )
    return Skeleton(
        Hand(112, 214 + 10 * s, 16, "back"),
        Hand(446, 318 - 10 * s, 14, "front"),
        Foot(70, 462 + 6 * s, 8, 0.2, 62),
        Foot(136, 474 - 6 * s, -8, 0.2, 56),
        head=(300, 172),
        tilt=6,
        neck=(276, 262),
        hip=(184, 362),
    )


def _swimming(turned: bool, s: float) -> Skeleton:
    return Skeleton(
        Hand(206 - 8 * s, 456, -10, "front"),
        Hand(464, 176 - 10 * s, -64, "front"),
        Foot(44, 296 + 10 * s, 16, 0.4, 84),
        Foot(40, 426 - 10 * s, -18, 0.4, 110),
        head=(304, 222) if turned else (300, 220),
        tilt=-3 if turned else -7,
        neck=(258, 304),
        hip=(148, 354),
    )


def _reading(turned: bool, s: float) -> Skeleton:
    base = _standing(turned, 0)
    if turned:
        return replace(
            base,
            left_hand=Hand(318, 372 + 6 * s, -20),
            right_hand=Hand(402, 352 + 6 * s, -14, "back"),
            tilt=6,
            prop="book",
        )
    return replace(
        base,
        left_hand=Hand(176, 352 + 6 * s, -44),
        right_hand=Hand(336, 352 + 6 * s, 44),
        tilt=2 * s,
        prop="book",
    )


def _eating(turned: bool, s: float) -> Skeleton:
    base = _standing(turned, 0)
    if turned:
        return replace(
            base,
            left_hand=Hand(352 + 4 * s, 262, -58, "top"),
            right_hand=Hand(322, 366, 20, "back"),
            prop="apple",
            tilt=2,
        )
    return replace(
        base,
        right_hand=Hand(352 + 4 * s, 258, -50, "top"),
        left_hand=Hand(206, 352, -44),
        prop="apple",
        tilt=3,
    )


def _hugging(turned: bool, s: float) -> Skeleton:
    base = _standing(turned, 0)
    if turned:
        return replace(
            base,
            left_hand=Hand(410, 342 + 8 * s, -30),
            right_hand=Hand(432, 272 - 8 * s, -20, "back"),
            tilt=7,
            neck=(258, 261),
            hip=(246, 388),
        )
    return replace(base, left_hand=Hand(84, 262 + 8 * s, -38), right_hand=Hand(428, 262 + 8 * s, 38), tilt=6 * s)


def _holding(turned: bool, s: float) -> Skeleton:
    base = _standing(turned, 0)
    if turned:
        return replace(base, left_hand=Hand(384, 350 + 8 * s, -44), right_hand=Hand(312, 384, 10, "back"), tilt=2 * s)
    return replace(base, right_hand=Hand(404, 322 + 8 * s, -46), left_hand=Hand(166, 384, -20), tilt=2 * s)


def _falling(turned: bool, s: float) -> Skeleton:
    if turned:
        return Skeleton(
            Hand(72, 436 + 8 * s, 24, "front"),
            Hand(322, 140 - 8 * s, -14, "back"),
            Foot(424, 250 + 8 * s, 20, 0.6, -104),
            Foot(470, 322, 26, 0.6, -84),
            head=(180, 268),
            tilt=-26,
            neck=(228, 340),
            hip=(316, 420),
        )
    return Skeleton(
        Hand(68, 436 + 8 * s, 24, "front"),
        Hand(336, 128 - 8 * s, -24, "back"),
        Foot(410, 240 + 8 * s, 16, 0.3, -120),
        Foot(474, 326, 26, 0.3, -90),
        head=(192, 262),
        tilt=-24,
        neck=(236, 340),
        hip=(318, 424),
    )


_POSES: dict[str, Callable[[bool, float], Skeleton]] = {
    "standing": _standing,
    "walking": _walking,
    "running": _running,
    "jumping": _jumping,
    "sitting": _sitting,
    "sleeping": _sleeping,
    "waving": _waving,
    "pointing": _pointing,
    "dancing": _dancing,
    "flying": _flying,
    "swimming": _swimming,
    "reading": _reading,
    "eating": _eating,
    "hugging": _hugging,
    "holding": _holding,
    "falling": _falling,
}
