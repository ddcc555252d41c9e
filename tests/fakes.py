"""A whole Illustrator without torch: coloured cels, plausible codes, scripted failures."""

from __future__ import annotations

import hashlib
import random
import re
import time
from collections.abc import Iterator, Mapping, Sequence

from PIL import Image, ImageDraw

from storyapp.stage.staging import stage
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.codes import CodeGrid, agreement
from storyapp.story.errors import StoryAppError
from storyapp.story.model import Character, Illustration, Variant, new_id, text_hash
from storyapp.story.phrases import phrase_of_cel
from storyapp.story.plan import BACKDROP, CelPlan, ScenePlan
from storyapp.story.request import (
    CelRequest,
    Encoded,
    EngineStatus,
    Match,
    Painted,
    PaintedCel,
    PaintRequest,
    Picture,
    Progress,
)


def grid_of(words: str, frame: str) -> CodeGrid:
    """Codes that depend on the words alone."""
    side = 8 if frame == "thing" else 16
    rng = random.Random(words)
    return CodeGrid(frame, side, side, 2, tuple(rng.randrange(512) for _ in range(side * side * 2)))


def picture_of(grid: CodeGrid) -> Picture:
    """A body with a head in a colour of its codes; a backdrop is sky over ground."""
    digest = hashlib.sha256(grid.to_bytes()).digest()
    colour = (digest[0], digest[1], digest[2])
    if grid.frame == "backdrop":
        image = Image.new("RGB", (64, 64), colour)
        ImageDraw.Draw(image).rectangle((0, 40, 64, 64), fill=(120, 180, 110))
    else:
        image = Image.new("RGBA", (64, 64))
        draw = ImageDraw.Draw(image)
        draw.ellipse((18, 4, 46, 32), fill=(*colour, 255))
        draw.rectangle((22, 28, 42, 61), fill=(*colour, 255))
    return Picture(image.width, image.height, image.mode, image.tobytes())


class FakeIllustrator:
    """Reads kinds and names by plain search; `delay` is seconds a step, `failure` is raised when painting."""

    def __init__(self, vocabulary: Vocabulary, delay: float = 0.0) -> None:
        self.vocabulary, self.delay = vocabulary, delay
        self.failure: StoryAppError | None = None
        self.painted: list[CelRequest] = []
        self.requests: list[PaintRequest] = []
        self._loaded = False

    def status(self) -> EngineStatus:
        return EngineStatus(self._loaded, "cpu", "float32", 1, "fake")

    def load(self) -> Iterator[Progress[EngineStatus]]:
        self._loaded = True
        yield Progress(1, 1, result=self.status())

    def read(self, text: str, cast: Sequence[Character], previous: ScenePlan | None = None) -> ScenePlan:
        words = set(re.findall(r"\w+", text.lower()))
        cels = [CelPlan(one.name.lower(), "figure", one.concept, one.id) for one in cast if one.name.lower() in words]
        cels += [CelPlan(kind, "figure", kind) for kind in self.vocabulary.names("kinds") if kind in words]
        setting = next((one for one in self.vocabulary.names("settings") if one in text.lower()), None)
        before = previous or ScenePlan()
        place = text.lower().find(setting) if setting else 0
        spans = {"setting": (place, place + len(setting))} if setting else {}
        return ScenePlan(setting or before.setting, before.time, before.weather, cels=tuple(cels), spans=spans)

    def illustrate(self, request: PaintRequest) -> Iterator[Progress[Painted]]:
        self.requests.append(request)
        plan = request.plan or self.read(request.text, request.cast, request.previous)
        placements = request.placements or stage(plan, self.vocabulary)
        picture = Illustration(
            new_id(), plan, tuple(placements), (), {}, request.style, request.seed, text_hash(request.text)
        )
        cels = {}
        for step in range(4):
            if self.failure is not None:
                raise self.failure
            time.sleep(self.delay)
            yield Progress(step, 4, "painting", preview=picture_of(grid_of("preview", "backdrop")))
        wanted = [(cel.id, cel.kind, phrase_of_cel(cel), cel.who) for cel in plan.cels]
        if plan.setting:
            wanted.append((BACKDROP, "backdrop", plan.setting, None))
        for cel, frame, phrase, who in wanted:
            kept = request.keep.get(cel)
            codes = grid_of(f"{phrase}-{request.seed}", frame)
            portrait = next((one.portrait for one in request.cast if one.id == who and one.locked), None)
            mark = portrait.codes.mark if portrait and portrait.codes else ""
            variant = kept or Variant(
                new_id(), cel, phrase, request.style, request.seed, codes, "fake",
                portrait=mark, likeness=0.75 if mark else None,
            )  # fmt: skip
            picture = picture.with_variant(variant)
            cels[cel] = picture_of(variant.codes or codes)
        yield Progress(4, 4, result=Painted(picture, cels))

    def paint(self, requests: Sequence[CelRequest]) -> Iterator[Progress[tuple[PaintedCel, ...]]]:
        self.painted += requests
        time.sleep(self.delay)
        if self.failure is not None:
            raise self.failure
        yield Progress(1, 2)
        found = []
        for one in requests:
            codes = one.lock.grid if one.lock else grid_of(f"{one.phrase}-{one.seed}", one.frame)
            mark = one.portraits[0].mark if one.portraits else ""
            variant = Variant(
                new_id(), one.cel, one.phrase, one.style, one.seed, codes, "fake",
                details=one.details, portrait=mark, likeness=0.75 if mark else None,
            )  # fmt: skip
            found.append(PaintedCel(variant, picture_of(codes)))
        yield Progress(2, 2, result=tuple(found))

    def decode(self, codes: CodeGrid) -> Picture:
        return picture_of(codes)

    def picture_of(self, variant: Variant) -> Picture:
        assert variant.codes is not None
        return picture_of(variant.codes)

    def encode(self, picture: Picture, frame: str) -> Encoded:
        codes = grid_of(hashlib.sha256(picture.data).hexdigest(), frame)
        return Encoded(codes, picture_of(codes), b"", 0.05)

    def extend(self, codes: CodeGrid, rows: int, columns: int, request: CelRequest) -> Iterator[Progress[PaintedCel]]:
        grid = CodeGrid("backdrop", rows, columns, codes.depth, (0,) * (rows * columns * codes.depth))
        variant = Variant(new_id(), request.cel, request.phrase, request.style, request.seed, grid, "fake")
        yield Progress(1, 1, result=PaintedCel(variant, picture_of(codes)))

    def search(self, words: str, candidates: Mapping[str, Sequence[CodeGrid]]) -> list[Match]:
        wanted = grid_of(words, "figure")
        scores = [
            Match(key, max((agreement(wanted, one) for one in grids if one.frame == "figure"), default=0.0))
            for key, grids in candidates.items()
        ]
        return sorted(scores, key=lambda match: -match.score)
