"""Flat cels over a backdrop → one picture: style, light, shadows, water, weather, paper; and a pixel → its cel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageOps

from storyapp.story.model import Illustration, Style
from storyapp.story.plan import BACKDROP, Box, CelPlan, Placement, ScenePlan
from storyapp.story.request import Painted

from .bedding import tucked_in
from .bodies import BASELINE, Measure
from .filters import apply_style
from .pixels import to_image
from .scaling import Size, enlarged, paste, pixels, seen, soft_ellipse
from .strings import draw_string, string_of
from .tint import as_told
from .vocabulary import Vocabulary
from .weather import fall, paper_grain

UNDER_DECK = 0.15  # of a boat's frame above the water, what shows nothing of who is in it
SOLID = 77  # alpha from which a cel can be touched
GIANT = 4.0  # times the picture's area, from which only the visible part of a cel is scaled
AROUND = 0.06  # of the picture's shorter side: what is scaled around the visible part, for outlines and shadows
# How the light of a time multiplies cels, which are painted in neutral light.
LIGHT = {"day": (1.0, 1.0, 1.0), "sunset": (1.0, 0.88, 0.78), "night": (0.78, 0.82, 0.97)}
ROOFED = frozenset(("underwater", "space", "cave"))  # where no weather comes
LESS_LIGHT = {"ink": 0.5}  # how much of that a paint takes: a pen's tones are pale, and faces are to be read at night
LAMPLIGHT = {"sunset": (0.95, 1.06, 1.28)}  # what takes some of the evening's orange out of a room: a lamp is on


def compose(
    backdrop: Image.Image | None,
    cels: Mapping[str, Image.Image],
    placements: Sequence[Placement],
    plan: ScenePlan,
    style: Style,
    vocabulary: Vocabulary,
    size: Size,
) -> Image.Image:
    """The whole picture as RGB of `size` (width, height); without a backdrop on plain paper."""
    return Composer(backdrop, cels, plan, style, vocabulary, size).compose(placements)


def compose_painted(painted: Painted, styles: Mapping[str, Style], vocabulary: Vocabulary, size: Size) -> Image.Image:
    """A picture that was just painted, or decoded; in the first style if its own is not there any more."""
    picture = painted.illustration
    images = {cel: to_image(one) for cel, one in painted.cels.items()}
    backdrop = images.pop(BACKDROP, None)
    style = styles.get(picture.style) or next(iter(styles.values()))
    composer = Composer(backdrop, images, picture.plan, style, vocabulary, size, drawn_by_hand(picture))
    return composer.compose(picture.placements)


def drawn_by_hand(picture: Illustration) -> frozenset[str]:
    """The cels that show a person's own drawing, which no style changes."""
    shown = (picture.shown(cel) for cel in picture.chosen)
    return frozenset(one.cel for one in shown if one is not None and one.drawing is not None)


@dataclass(frozen=True)
class _Scaled:
    """A lit cel (premultiplied) as large as in the picture, of a giant one the visible part, and its upper left corner."""

    image: Image.Image
    left: int
    top: int


class Composer:
    """Composes one picture again and again while somebody is moved: what is scaled and lit is kept."""

    def __init__(
        self,
        backdrop: Image.Image | None,
        cels: Mapping[str, Image.Image],
        plan: ScenePlan,
        style: Style,
        vocabulary: Vocabulary,
        size: Size,
        as_drawn: frozenset[str] = frozenset(),
    ) -> None:
        self.as_drawn = as_drawn
        self.plan, self.style, self.vocabulary, self.size = plan, style, vocabulary, size
        told = {one.id: one for one in plan.cels if one.id not in as_drawn}
        self.cels = {name: as_told(cel, told.get(name)) for name, cel in cels.items()}
        self.measure = Measure(plan, vocabulary, size[0] / size[1])
        self.indoor = vocabulary.setting(plan.setting).indoor
        self._ground = self._prepare(backdrop)
        self._kept: dict[str, tuple[object, Image.Image]] = {}  # the last of each cel, and of what it was made

    def _prepare(self, backdrop: Image.Image | None) -> Image.Image:
        if backdrop is None:
            return self._weather(Image.new("RGB", self.size, self.style.paper), near=False)
        fitted = ImageOps.fit(backdrop.convert("RGB"), self.size, Image.Resampling.BICUBIC)
        if self.indoor and self.plan.time in LAMPLIGHT:
            fitted = Image.merge("RGB", _times(fitted.split(), LAMPLIGHT[self.plan.time]))
        painted = Image.fromarray(apply_style(np.asarray(fitted), self.style.paint))
        return self._weather(painted, near=False)

    def _weather(self, picture: Image.Image, near: bool) -> Image.Image:
        under_the_sky = self.plan.setting and not self.indoor and self.plan.setting not in ROOFED
        return fall(picture, self.plan.weather, near) if under_the_sky else picture

    def compose(self, placements: Sequence[Placement], finish: bool = True) -> Image.Image:
        """The picture; without `finish` the weather in front and the paper are left out, for quick previews."""
        picture = self._ground.copy()
        shown = sorted((one for one in placements if not one.hidden and one.cel in self.cels), key=lambda p: p.depth)
        for placement in shown:
            self._shadow(picture, placement)
        placed = {one.cel: one for one in shown}
        for placement in shown:
            plan = self._plan_of(placement.cel)
            if plan is not None and (line := string_of(self.measure, plan, placed)):
                draw_string(picture, line, self.size)
            self._put(picture, placement, placed.get(placement.inside or ""))
            self._front_of_containers(picture, placement, shown)
        if not finish:
            return picture
        return paper_grain(self._weather(picture, near=True), self.style.grain_kind, self.style.grain)

    def _cel(self, placement: Placement) -> _Scaled | None:
        """The lit cel at its size in the picture; None if nothing of it is in the picture."""
        left, top, width, height = pixels(placement.box, self.size)
        part = self._needed(left, top, width, height)
        if part[0] >= part[2] or part[1] >= part[3]:
            return None
        key = (width, height, placement.mirrored, part)
        kept = self._kept.get(placement.cel)
        if kept is None or kept[0] != key:
            cel = self.cels[placement.cel].convert("RGBA")
            if placement.mirrored:
                cel = ImageOps.mirror(cel)
            # Premultiplied while it is scaled: transparent colours must not bleed into the edge.
            scaled = enlarged(cel.convert("RGBa"), (width, height), part)
            if placement.cel not in self.as_drawn:
                flat = np.asarray(scaled.convert("RGBA"))
                scaled = Image.fromarray(apply_style(flat, self.style.paint, min(self.size))).convert("RGBa")
            kept = self._kept[placement.cel] = (key, self._lit(scaled))
        return _Scaled(kept[1], left + part[0], top + part[1])

    def _needed(self, left: int, top: int, width: int, height: int) -> tuple[int, int, int, int]:
        """The part of a cel that is scaled: all of it, or of one far larger than the picture what is seen of it."""
        if width * height <= GIANT * self.size[0] * self.size[1]:
            return 0, 0, width, height
        return seen(left, top, width, height, self.size, round(AROUND * min(self.size)))

    def _lit(self, cel: Image.Image) -> Image.Image:
        light = LIGHT.get(self.plan.time, LIGHT["day"]) if self.plan.setting else LIGHT["day"]
        if light == LIGHT["day"]:
            return cel
        less = (0.6 if self.indoor else 1.0) * LESS_LIGHT.get(self.style.paint, 1.0)  # in a room a lamp is on
        *colours, alpha = cel.split()
        return Image.merge("RGBa", (*_times(colours, [1 - (1 - value) * less for value in light]), alpha))

    def _put(self, picture: Image.Image, placement: Placement, container: Placement | None = None) -> None:
        scaled = self._cel(placement)
        if scaled is None:
            return
        cel, left, top = scaled.image, scaled.left, scaled.top
        if container is not None and container.waterline is not None:  # no feet of who is in a boat below it
            below = pixels(container.box, self.size)
            end = below[1] + round(below[3] * (container.waterline - UNDER_DECK)) - top
            cel = cel.crop((0, 0, cel.width, min(max(0, end), cel.height)))
        if placement.waterline is not None:
            x, y, width, height = pixels(placement.box, self.size)
            cut = y + round(height * placement.waterline)
            paste(picture, cel.crop((0, 0, cel.width, min(max(0, cut - top), cel.height))), left, top)
            self._ripple(picture, x + width / 2, cut, width * 0.4)
            return
        if self.style.shadow_kind == "cutout":
            self._cutout_shadow(picture, cel, left, top)
        paste(picture, cel, left, top)

    def _ripple(self, picture: Image.Image, x: float, y: float, reach: float) -> None:
        veil = Image.new("L", picture.size)
        draw = ImageDraw.Draw(veil)
        width = max(2, round(reach / 18))
        for grow, strength in ((1.0, 150), (1.35, 80)):
            half, high = reach * grow, reach * grow * 0.16
            draw.ellipse((x - half, y - high, x + half, y + high), outline=strength, width=width)
        picture.paste((236, 246, 252), (0, 0), veil.filter(ImageFilter.GaussianBlur(width / 2)))

    def _cutout_shadow(self, picture: Image.Image, cel: Image.Image, left: int, top: int) -> None:
        shift = max(2, round(min(self.size) * 0.009))
        shade = cel.getchannel("a" if "a" in cel.getbands() else "A").filter(ImageFilter.GaussianBlur(shift * 0.8))
        self._darken(picture, shade, left + shift, top + shift, self.style.shadow)

    def _shadow(self, picture: Image.Image, placement: Placement) -> None:
        """A soft ellipse where a cel meets the ground; for whoever is in the air a faint one below."""
        if self.style.shadow <= 0 or placement.waterline is not None or placement.inside is not None:
            return
        cel = self._plan_of(placement.cel)
        held = cel is not None and cel.relation is not None and cel.relation.kind in ("held by", "on", "in")
        if held or (placement.airborne and self.plan.setting in ("sky", "space", "underwater", None)):
            return
        if placement.airborne and (cel is None or cel.kind == "thing"):
            return
        x, y, half = self._footprint(placement)
        strength = self.style.shadow * (0.45 if placement.airborne else 1.0)
        if placement.airborne:
            y = self.size[1] * max(0.9, placement.depth)
        width, height = max(4, round(2.6 * half)), max(3, round(0.62 * half))
        left, top = round(x - width / 2), round(y - height / 2)
        part = seen(left, top, width, height, self.size)
        if part[0] >= part[2] or part[1] >= part[3]:
            return
        shade = soft_ellipse(width, height)
        if shade.size != (width, height):
            shade, left, top = enlarged(shade, (width, height), part), left + part[0], top + part[1]
        self._darken(picture, shade, left, top, strength)

    def _footprint(self, placement: Placement) -> tuple[float, float, float]:
        left, top, width, height = pixels(placement.box, self.size)
        alpha = self.cels[placement.cel].getchannel("A") if "A" in self.cels[placement.cel].getbands() else None
        x, half = left + width / 2, width * 0.24
        if alpha is not None:
            low = np.asarray(alpha)[round(alpha.height * (BASELINE - 0.1)) : round(alpha.height * BASELINE)]
            columns = np.flatnonzero((low > 90).any(0))
            if len(columns):
                first, last = columns[0] / alpha.width, columns[-1] / alpha.width
                middle = (first + last) / 2
                x = left + width * (1 - middle if placement.mirrored else middle)
                half = max(width * 0.1, width * (last - first) / 2)
        return x, top + height * BASELINE, half

    def _darken(self, picture: Image.Image, shade: Image.Image, left: int, top: int, strength: float) -> None:
        mask = shade.point([round(level * strength) for level in range(256)])
        picture.paste((38, 34, 58), (left, top), mask)

    def _front_of_containers(self, picture: Image.Image, placement: Placement, shown: Sequence[Placement]) -> None:
        """Draw the front of a boat or basket again over whoever is in it."""
        if placement.inside is None:
            return
        container = next((one for one in shown if one.cel == placement.inside), None)
        plan = self._plan_of(placement.inside)
        scaled = self._cel(container) if container is not None else None
        if container is None or scaled is None or plan is None:
            return
        entry = self.vocabulary.thing(plan.concept)
        mouth, frame = entry.mouth, pixels(container.box, self.size)
        _, top, _, height = frame
        inside = self._plan_of(placement.cel)
        sleeper = (
            self._cel(placement) if entry.use == "bed" and inside is not None and inside.kind == "figure" else None
        )
        if sleeper is not None:
            lying, bed = (sleeper.image, sleeper.left, sleeper.top), (scaled.image, scaled.left, scaled.top)
            paste(picture, tucked_in(picture, lying, bed, frame, container.mirrored), scaled.left, scaled.top)
        cut = max(0, top + round(height * (mouth if mouth is not None else 0.5)) - scaled.top)
        end = scaled.image.height
        if container.waterline is not None:
            end = min(end, top + round(height * container.waterline) - scaled.top)
        if cut < end:
            front = scaled.image.crop((0, cut, scaled.image.width, end))
            paste(picture, front, scaled.left, scaled.top + cut)

    def _plan_of(self, cel_id: str) -> CelPlan | None:
        return next((cel for cel in self.plan.cels if cel.id == cel_id), None)


def _times(bands: Sequence[Image.Image], light: Sequence[float]) -> tuple[Image.Image, ...]:
    """Each band brighter or darker."""
    return tuple(
        band.point([min(255, round(level * value)) for level in range(256)])
        for band, value in zip(bands, light, strict=True)
    )


def solid_box(cel: Image.Image) -> Box:
    """Where in its frame a cel is solid, in fractions; the whole frame if it is nowhere."""
    alpha = cel.getchannel("A") if "A" in cel.getbands() else None
    found = alpha.point([255 * (level >= SOLID) for level in range(256)]).getbbox() if alpha is not None else None
    left, top, right, bottom = found or (0, 0, cel.width, cel.height)
    return Box(left / cel.width, top / cel.height, (right - left) / cel.width, (bottom - top) / cel.height)


def pick(placements: Sequence[Placement], cels: Mapping[str, Image.Image], x: float, y: float) -> str | None:
    """The id of the topmost cel that is solid at a point in fractions of the picture."""
    for placement in sorted(placements, key=lambda one: -one.depth):
        if placement.hidden or placement.cel not in cels or not placement.box.contains(x, y):
            continue
        u, v = within(placement, x, y)
        if placement.waterline is not None and v > placement.waterline:
            continue
        cel = cels[placement.cel]
        place = (min(int(u * cel.width), cel.width - 1), min(int(v * cel.height), cel.height - 1))
        if "A" not in cel.getbands() or cel.getchannel("A").getpixel(place) >= SOLID:  # type: ignore[operator]
            return placement.cel
    return None


def within(placement: Placement, x: float, y: float) -> tuple[float, float]:
    """A point of the picture in fractions of the cel's own frame, mirroring undone."""
    u = (x - placement.box.x) / placement.box.width
    return (1 - u if placement.mirrored else u), (y - placement.box.y) / placement.box.height
