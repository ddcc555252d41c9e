"""What the heads of animals are made of: the animal, its face, and skull, ears, muzzle, nose and tuft."""

from __future__ import annotations

from dataclasses import dataclass, replace

from . import palette
from .faces import Face
from .heads import Head
from .palette import INK, Colour, shade, tint
from .pen import squircle


@dataclass(frozen=True)
class Animal(Head):
    """All that drawing an animal's head needs."""

    @property
    def fur(self) -> Colour:
        """The main colour."""
        return self.look.skin

    @property
    def light(self) -> Colour:
        """The colour of muzzle and belly."""
        return tint(self.look.skin, 0.72)

    @property
    def dark(self) -> Colour:
        """The colour of markings."""
        return shade(self.look.skin, 0.68)


def base_face(animal: Animal, **changes: object) -> Face:
    """The face on this animal's fur, with the changes asked for."""
    fur = animal.fur
    warm: Colour = tuple(round(0.5 * a + 0.5 * b) for a, b in zip(fur, (244, 96, 96), strict=True))  # type: ignore[assignment]
    face = Face(
        ground=fur,
        cheeks=warm,
        brow=shade(fur, 0.5) if palette.brightness(fur) > 70 else tint(fur, 0.5),
        mouth_y=60,
        mouth_size=0.86,
        mouth_depth=120,
        eye_y=-4,
        brow_y=-38,
        cheek_x=72,
        always_white=palette.brightness(fur) < 105,
    )
    return replace(face, **changes)  # type: ignore[arg-type]


def skull(animal: Animal, colour: Colour, width: float = 104, height: float = 92) -> None:
    """Draw the round of the head."""
    animal.pen.fill(squircle(0, 2, width, height, 0.6), colour)


def ears(animal: Animal, points: list[tuple[float, float]], inner: Colour, share: float = 0.55) -> None:
    """Draw a pair of pointed ears given for the right side, with a smaller inner part."""
    middle = (sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points) + 5)
    small = [(middle[0] + (x - middle[0]) * share, middle[1] + (y - middle[1]) * share) for x, y in points]
    for side in (-1, 1):
        with animal.pen.placed(8 if animal.view.turned else 0, 0, 0, side, 1):
            animal.pen.shape(points, animal.fur, 9)
            animal.pen.shape(small, inner, 4)


def round_ears(animal: Animal, x: float, y: float, radius: float, outer: Colour, inner: Colour) -> None:
    """Draw a pair of round ears."""
    for side in (-1, 1):
        place = animal.view.x(side * x, 4)
        animal.pen.circle(place, y, radius, outer)
        animal.pen.circle(place + 2, y + radius * 0.12, radius * 0.56, inner)


def muzzle(animal: Animal, rx: float, ry: float, y: float, colour: Colour, depth: float = 120) -> None:
    """Draw the muzzle, which sticks out by `depth`."""
    x = animal.view.x(0, depth)
    animal.pen.fill(squircle(x, y, rx * (0.92 if animal.view.turned else 1), ry, 0.6), colour)


def nose(animal: Animal, y: float, rx: float = 17, ry: float = 12, colour: Colour = INK, depth: float = 140) -> None:
    """Draw a rounded triangular nose."""
    x = animal.view.x(0, depth)
    animal.pen.blob(
        [(x - rx, y - ry * 0.6), (x, y - ry), (x + rx, y - ry * 0.6), (x + rx * 0.4, y + ry * 0.7),
         (x, y + ry),
         (x - rx * 0.4, y + ry * 0.7)], colour)  # fmt: skip
    animal.pen.ellipse(x - rx * 0.3, y - ry * 0.45, 5, 4, tint(colour, 0.6))


def tuft(animal: Animal, colour: Colour) -> None:
    """Draw a lock of hair on the forehead."""
    x = animal.view.x(0, 30)
    animal.pen.blob(
        [(x - 30, -82), (x - 26, -104), (x - 2, -120), (x + 2, -106), (x + 26, -114), (x + 22, -98),
         (x + 34, -84),
         (x + 8, -66), (x - 6, -76)], colour, 0.8)  # fmt: skip


def beak(animal: Animal, y: float, width: float = 48) -> None:
    """Draw a beak wide enough for a mouth below its ridge."""
    orange = (250, 168, 50)
    x = animal.view.x(0, 128)
    animal.pen.fill(squircle(x, y + 34, width, 30, 0.6), shade(orange, 0.9))
    animal.pen.blob([(x - width + 4, y + 18), (x - 22, y - 2), (x, y - 12), (x + 22, y - 2),
                (x + width - 4, y + 18),
                (x + (8 if animal.view.turned else 0), y + 22)], orange)  # fmt: skip
