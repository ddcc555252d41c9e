"""Beards of people: moustaches, and hair around jaw and chin that leaves the mouth free."""

from __future__ import annotations

from .faces import View
from .looks import Look
from .pen import Pen, joined


def moustache(pen: Pen, view: View, look: Look, y: float, size: float = 1.0) -> None:
    """Draw a moustache at that height."""
    x = view.x(0, 100)
    for side in (-1, 1):
        with pen.placed(x, y, 0, side * size, size):
            pen.blob([(-4, -4), (20, -8), (46, 6), (40, 14), (18, 12), (-4, 8)], look.hair)


def goatee(pen: Pen, view: View, look: Look, y: float, width: float) -> None:
    """Draw a small beard on the chin."""
    pen.ellipse(view.x(0, 84), y, width, 14, look.hair)


def full_beard(pen: Pen, view: View, look: Look, below: float) -> None:
    """Draw a beard with a moustache, which reaches `below` the chin."""
    sides = [(view.x(x, 30), y) for x, y in ((96, 8), (74, 30), (46, 28), (0, 30), (-46, 28), (-74, 30), (-96, 8))]
    jaw = [
        (-99, 8),
        (-92, 62),
        (-56, 92 + below * 0.6),
        (0, 98 + below),
        (56, 92 + below * 0.6),
        (92, 62),
        (99, 8),
    ]
    pen.fill(joined(jaw, sides), look.hair)
    _far_cheek_and_mouth(pen, view, look)
    moustache(pen, view, look, 32, 0.9)


def pointed_beard(pen: Pen, view: View, look: Look) -> None:
    """Draw a long beard that ends in a point, with a moustache."""
    pen.blob([(-92, 20), (-80, 84), (0, 132), (80, 84), (92, 20), (50, 40), (0, 44), (-50, 40)], look.hair)
    _far_cheek_and_mouth(pen, view, look)
    moustache(pen, view, look, 34, 0.95)


def _far_cheek_and_mouth(pen: Pen, view: View, look: Look) -> None:
    if view.turned:
        pen.ellipse(70, 62, 39, 34, look.hair)
    pen.ellipse(view.x(0), 56, 42, 27, look.skin)
