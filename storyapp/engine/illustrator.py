"""StoryIllustrator: read → stage → paint → compose, behind the interface `story.request.Illustrator`."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from storyapp.stage.compose import compose_painted
from storyapp.stage.pixels import from_image, from_png, to_image, to_png
from storyapp.stage.staging import stage
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.book import check_text
from storyapp.story.cels import backdrop_request, cel_request
from storyapp.story.codes import CodeGrid
from storyapp.story.errors import DeviceError
from storyapp.story.model import (
    Character,
    Illustration,
    Style,
    Variant,
    find_character,
    new_id,
    text_hash,
)
from storyapp.story.phrases import phrases_said
from storyapp.story.plan import BACKDROP, ScenePlan
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

from .cutouts import FRAME_PIXELS, cut_out, difference_inside, fit
from .device import is_out_of_memory
from .extension import Extension
from .networks import MODEL_ID, Networks
from .painter import Painter, Step
from .pairing import Pairing
from .reading.reader import Reader

PREVIEW_SIZE = 384
PREVIEW_AFTER = 0.8  # seconds of painting without one; a fast machine is done before


class StoryIllustrator:
    """The engine of the program. Networks are loaded on first use; `load` does it early."""

    def __init__(
        self,
        model_folder: Path,
        vocabulary: Vocabulary,
        styles: Mapping[str, Style],
        device: str = "auto",
        cache: Path | None = None,
    ) -> None:
        self.networks = Networks(model_folder, vocabulary, device, cache)
        self.vocabulary = vocabulary
        self.styles = styles

    def status(self) -> EngineStatus:
        """What is loaded, and on which backend; loads nothing."""
        return self.networks.status()

    def load(self) -> Iterator[Progress[EngineStatus]]:
        """Load all networks; finishes at once if they are loaded already.

        Raises:
            ModelError: if a model file is missing or damaged.
            DeviceError: if the wanted device is not available.
        """
        return self.networks.load()

    @property
    def reader(self) -> Reader:
        """The reader; it needs no weights of the picture model."""
        return self.networks.reader

    @property
    def painter(self) -> Painter:
        """The painter, loaded on first use."""
        return self.networks.painter

    @property
    def pairing(self) -> Pairing:
        """The dual encoder, which scores how well words and pictures match."""
        return self.networks.pairing

    def read(self, text: str, cast: Sequence[Character], previous: ScenePlan | None = None) -> ScenePlan:
        """Make a plan of a scene's words.

        Raises:
            EmptyStoryError: if there are no words.
            TextTooLongError: if there are more than LONGEST_SCENE characters.
        """
        check_text(text)
        return self.reader.read(text, cast, previous)

    def illustrate(self, request: PaintRequest) -> Iterator[Progress[Painted]]:
        """Read, stage and paint one picture: progress with previews, at the end the picture with all its parts."""
        for progress in self.load():
            yield Progress(0, 1, progress.what)
        plan = request.plan or self.read(request.text, request.cast, request.previous)
        placements = request.placements or stage(plan, self.vocabulary)
        illustration = Illustration(
            new_id(), plan, tuple(placements), (), {}, request.style, request.seed, text_hash(request.text)
        )
        cels: dict[str, Picture] = {}
        for variant in self._ready_made(request, plan):
            illustration = illustration.with_variant(variant)
            cels[variant.cel] = self.picture_of(variant)
        asked = [one for one in self._requests(request, plan) if one.cel not in cels]
        yield from self._paint_all(illustration, cels, asked)

    def _paint_all(
        self, illustration: Illustration, cels: dict[str, Picture], asked: Sequence[CelRequest]
    ) -> Iterator[Progress[Painted]]:
        for progress in self.paint(asked) if asked else ():
            if progress.result is not None:
                for painted in progress.result:
                    illustration = illustration.with_variant(painted.variant)
                    cels[painted.variant.cel] = painted.picture
            else:
                partial = self._partial(illustration, cels, progress.forming)
                yield Progress(progress.step, progress.of + 1, "painting", preview=partial)
        yield Progress(1, 1, "finished", self._compose(illustration, cels, PREVIEW_SIZE), Painted(illustration, cels))

    def _partial(
        self, illustration: Illustration, cels: Mapping[str, Picture], forming: Mapping[str, Picture] | None
    ) -> Picture | None:
        return self._compose(illustration, {**cels, **forming}, PREVIEW_SIZE) if forming else None

    def _ready_made(self, request: PaintRequest, plan: ScenePlan) -> Iterator[Variant]:
        """Variants that need no painting: those in `request.keep`, and characters that are used as drawn."""
        yield from request.keep.values()
        for cel in plan.cels:
            character = find_character(request.cast, cel.who)
            portrait = character.ready_made if character else None
            if portrait is not None and cel.id not in request.keep:
                yield replace(portrait, id=new_id(), cel=cel.id, style=request.style, seed=request.seed)

    @staticmethod
    def _requests(request: PaintRequest, plan: ScenePlan) -> Iterator[CelRequest]:
        style, seed, options = request.style, request.seed, request.options
        if plan.setting:
            lock = request.locks.get(BACKDROP)
            yield backdrop_request(plan, style, seed, request.place, lock=lock, options=options)
        for cel in plan.cels:
            lock = request.locks.get(cel.id)
            character, kin = (find_character(request.cast, one) for one in (cel.who, cel.family))
            yield cel_request(cel, character, style, seed, lock=lock, options=options, company=plan.cels, kin=kin)

    def paint(self, requests: Sequence[CelRequest]) -> Iterator[Progress[tuple[PaintedCel, ...]]]:
        """Paint single cels: progress with the cels so far (`forming`), at the end the finished ones."""
        for progress in self.load():
            yield Progress(0, 1, progress.what)
        grids: dict[int, CodeGrid] = {}
        shown = time.monotonic()
        for step in self._painting(requests):
            grids = step.grids
            if step.step < step.of and time.monotonic() - shown >= PREVIEW_AFTER:
                shown = time.monotonic()
                forming = {requests[index].cel: self.decode(grid) for index, grid in grids.items()}
                yield Progress(step.step, step.of, "painting", forming=forming)
            else:
                yield Progress(step.step, step.of, "painting")
        yield Progress(1, 1, "painted", result=tuple(self._painted(one, grids[i]) for i, one in enumerate(requests)))

    def _painting(self, requests: Sequence[CelRequest]) -> Iterator[Step]:
        try:
            yield from self.painter.paint(requests)
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
            if self.painter.backend.device.type == "cpu":
                raise DeviceError("There is not enough memory to paint; close other programs and try again.") from error
            self.networks.move_to_cpu()
            yield from self.painter.paint(requests)

    def _painted(self, request: CelRequest, codes: CodeGrid) -> PaintedCel:
        options, portrait = request.options, request.portraits[0] if request.portraits else None
        alike = self.pairing.likeness(portrait, codes) if portrait and request.frame == "figure" else None
        variant = Variant(
            new_id(),
            request.cel,
            request.phrase,
            request.style,
            request.seed,
            codes,
            model=MODEL_ID,
            steps=options.steps,
            guidance=options.guidance,
            temperature=options.temperature,
            details=request.details,
            portrait=portrait.mark if portrait else "",
            likeness=alike,
        )
        return PaintedCel(variant, self.decode(codes))

    def decode(self, codes: CodeGrid) -> Picture:
        """The flat picture of stored codes, without any style."""
        return self.painter.decode([codes])[0]

    def picture_of(self, variant: Variant) -> Picture:
        """The picture of a variant: its drawing as it is, or its codes decoded.

        Raises:
            PictureError: if the drawing is damaged.
        """
        if variant.codes is None or variant.drawing is not None:
            return from_png(variant.drawing or b"")
        return self.decode(variant.codes)

    def encode(self, picture: Picture, frame: str) -> Encoded:
        """Turn an imported picture into codes; the background is removed from figures and things."""
        image = to_image(picture)
        subject = image if frame == "backdrop" else cut_out(image)
        codes = self.painter.encode(from_image(fit(subject, frame, FRAME_PIXELS[frame])), frame)
        decoded = self.decode(codes)
        drawing = fit(subject, frame, decoded.width)
        apart = difference_inside(drawing, to_image(decoded))
        return Encoded(codes, decoded, to_png(from_image(drawing)), apart)

    def extend(self, codes: CodeGrid, rows: int, columns: int, request: CelRequest) -> Iterator[Progress[PaintedCel]]:
        """A backdrop of `rows`×`columns` cells around `codes`, which do not change; new cells are painted window by window."""
        growing = Extension.around(codes, rows, columns)
        # The detail "layout" describes a whole place, not a window of it; the shared cells show what stands where.
        request = replace(request, details={k: v for k, v in request.details.items() if k != "layout"})
        windows = growing.windows()
        for index, corner in enumerate(windows):
            asked = replace(request, lock=growing.lock(corner), cel=f"{request.cel}/{corner[0]}/{corner[1]}")
            for step in self._painting([asked]):
                yield Progress(index, len(windows), "extending the place")
                if step.step == step.of:
                    growing = growing.with_window(corner, step.grids[0])
        yield Progress(1, 1, "extended", result=self._painted(request, growing.grid))

    def search(self, words: str, candidates: Mapping[str, Sequence[CodeGrid]]) -> list[Match]:
        """Rank pictures by the mean probability (0 … 1) that their cels show what the reader finds in `words`."""
        wanted = phrases_said(self.reader.read(words, ())) or [words]
        scores = []
        for key, grids in candidates.items():
            each = self.pairing.rank(wanted, grids)
            scores.append(Match(key, sum(each) / len(each)))
        return sorted(scores, key=lambda match: -match.score)

    def _compose(self, illustration: Illustration, cels: Mapping[str, Picture], size: int) -> Picture:
        painted = Painted(illustration, cels)
        return from_image(compose_painted(painted, self.styles, self.vocabulary, (size, size)))
