"""What people wear on the head: hats, a helmet, a coronet, a wreath, an eye patch, glasses."""

from __future__ import annotations

from . import palette
from .faces import View
from .palette import Colour, shade
from .pen import Pen, joined


def spectacles(pen: Pen, view: View, colour: Colour, eye_x: float = 40, eye_y: float = 2, size: float = 1) -> None:
    """Draw a pair of glasses around the eyes."""
    for side in (-1, 1):
        pen.ring(view.x(side * eye_x), eye_y, 34 * view.width(side) * size, 34 * size, colour, 9)
    gap = eye_x - 34 * size
    if gap > 0:
        pen.line([(view.x(-gap), eye_y - 6), (view.x(0), eye_y - 10), (view.x(gap), eye_y - 6)], colour, 9)
    left = view.x(-eye_x) - 34 * size
    pen.line([(left, eye_y - 6), (-80 if view.turned else -98, eye_y - 14)], colour, 9)
    if not view.turned:
        pen.line([(-left, eye_y - 6), (98, eye_y - 14)], colour, 9)


def helmet(pen: Pen, view: View, plume: Colour | None) -> None:
    """Draw a knight's helmet that leaves the face free, with a plume if it has one."""
    steel, dark = palette.STEEL, shade(palette.STEEL, 0.76)
    if plume is not None:
        pen.blob(
            [(-6, -96), (-40, -128), (-26, -150), (20, -146), (64, -120), (92, -74), (56, -92), (20, -98)],
            plume,
        )
    edge = [(view.x(x, 40), y) for x, y in ((98, 84), (84, 20), (76, -34), (0, -62), (-76, -34), (-84, 20), (-98, 84))]
    shell = [
        (-98, 86),
        (-116, 20),
        (-106, -58),
        (-60, -100),
        (0, -112),
        (60, -100),
        (106, -58),
        (116, 20),
        (98, 86),
    ]
    pen.fill(joined(shell, edge), steel)
    pen.line(edge[1:-1], dark, 11)
    pen.line([(view.x(0, 50), -64), (view.x(0, 10), -106)], dark, 11)
    pen.circle(view.x(-84, 50), 30, 11, dark)
    if not view.turned:
        pen.circle(84, 30, 11, dark)


def coronet(pen: Pen, view: View) -> None:
    """Draw a princess's small crown with a jewel."""
    x = view.x(0, 40)
    pen.shape(
        [(x - 58, -76), (x - 62, -112), (x - 34, -94), (x, -134), (x + 34, -94), (x + 62, -112),
         (x + 58, -76), (x, -86)],
        palette.GOLD,
        4,
    )  # fmt: skip
    pen.circle(x, -104, 11, (236, 84, 120))


def wreath(pen: Pen, view: View) -> None:
    """Draw three flowers in the hair."""
    for dx, colour in ((-44, (250, 158, 190)), (0, palette.GOLD), (44, (250, 158, 190))):
        pen.circle(view.x(dx, 50), -76 - (8 if dx == 0 else 0), 17, colour)
        pen.circle(view.x(dx, 50), -76 - (8 if dx == 0 else 0), 7, palette.WHITE)


def witch_hat(pen: Pen, view: View, colour: Colour, band: Colour) -> None:
    """Draw a pointed hat with a wide brim and a crooked tip."""
    x = view.x(0, 14)
    pen.shape(
        [(x - 76, -66), (x - 40, -112), (x - 14, -142), (x + 66, -146), (x + 34, -116), (x + 76, -66)],
        colour,
        7,
    )
    pen.shape([(x - 73, -64), (x - 62, -86), (x + 57, -86), (x + 73, -64)], palette.apart(band, colour), 3)
    pen.ellipse(x * 0.6, -60, 130, 19, shade(colour, 0.84))
    pen.ellipse(x * 0.6, -64, 130, 16, colour)


def bandana(pen: Pen, view: View, cloth: Colour) -> None:
    """Draw a dotted cloth, knotted behind."""
    dark = shade(cloth, 0.82)
    pen.shape([(-88, -40), (-132, -62), (-124, -24)], dark, 7)
    pen.shape([(-90, -34), (-138, -18), (-118, 12)], cloth, 7)
    edge = [(view.x(x, 50), y) for x, y in ((98, -28), (50, -54), (0, -60), (-50, -54), (-98, -28))]
    top = [(-100, -26), (-98, -62), (-56, -98), (0, -110), (56, -98), (98, -62), (102, -26)]
    pen.fill(joined(top, edge), cloth)
    for x, y in ((-48, -76), (4, -88), (54, -74)):
        pen.circle(view.x(x, 20), y, 9, palette.tint(cloth, 0.7) if palette.brightness(cloth) < 200 else dark)


def eye_patch(pen: Pen, view: View) -> None:
    """Draw a patch over an eye, with its strap."""
    strap = (44, 40, 48)
    x = view.x(-40)
    pen.line([(x, -6), (view.x(40, 60), -58)], strap, 9)
    pen.line([(x, -4), (-97, -26)], strap, 9)
    pen.blob([(x - 30, -18), (x, -26), (x + 30, -18), (x + 24, 22), (x, 32), (x - 24, 22)], strap)
