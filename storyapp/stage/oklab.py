"""sRGB ⇄ OKLab, in which equal steps look equal (Björn Ottosson, 2020: “A perceptual color space for image processing”)."""

from __future__ import annotations

from typing import Any

import numpy as np

_TO_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    np.float32,
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ],
    np.float32,
)
_FROM_LAB, _FROM_CONES = np.linalg.inv(_TO_LAB), np.linalg.inv(_TO_CONES)


def to_oklab(rgb: Any) -> Any:
    """sRGB in 0 … 1, (…, 3) → lightness (0 … 1), green-red and blue-yellow, (…, 3)."""
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((np.maximum(rgb, 0.04045) + 0.055) / 1.055) ** 2.4)
    return np.cbrt(linear @ _TO_CONES.T) @ _TO_LAB.T


def from_oklab(lab: Any) -> Any:
    """OKLab (…, 3) → sRGB in 0 … 1, (…, 3); what no screen shows is clipped."""
    linear = np.clip((lab @ _FROM_LAB.T) ** 3 @ _FROM_CONES.T, 0, 1)
    return np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)


def of_hex(tone: str) -> Any:
    """A colour (#rrggbb) in OKLab, (3,)."""
    return to_oklab(np.array([int(tone[i : i + 2], 16) for i in (1, 3, 5)], np.float32) / 255)
