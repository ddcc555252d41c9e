"""Inference of the picture model: phrases and portraits → codes → pixels, a batch of cels at a time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor

from storyapp.story.codes import FRAMES, CodeGrid
from storyapp.story.errors import ModelDamagedError
from storyapp.story.phrases import attributes_said
from storyapp.story.request import CelRequest, Picture

from .bottom import BottomNet, load_bottom
from .decoding import guided, masked_decode, sample
from .device import Backend
from .finish import to_picture
from .text import TextEncoder
from .transformer import LONGEST_PHRASE, PATCH, Context, LatentTransformer, detail_values, load_prior
from .vqvae import VQVAE, load_tokenizer

# Share of the guidance above 1 that a frame gets: the inputs describe a backdrop completely, and more guidance only
# fragments it.
GUIDED = {"backdrop": 0.3, "figure": 1.0, "thing": 1.0}
GRID = {"backdrop": (16, 16), "figure": (16, 16), "thing": (8, 8)}  # top rows and columns of a frame


@dataclass
class Step:
    """The codes of every cel after step `step` of `of`, by the index of its request."""

    step: int
    of: int
    grids: dict[int, CodeGrid]


class Painter:
    """Tokenizer, latent Transformer and bottom network of one model folder, on one backend."""

    def __init__(
        self, tokenizer: VQVAE, prior: LatentTransformer, bottom: BottomNet, text: TextEncoder, backend: Backend
    ) -> None:
        self.backend = backend
        self.text = text
        self.tokenizer = tokenizer.eval().to(backend.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        backend.prepared(self.tokenizer.decoders)
        self.prior = backend.prepared(prior)
        self.bottom = bottom.eval().to(backend.device)

    @classmethod
    def load(cls, folder: Path, text: TextEncoder, backend: Backend) -> Painter:
        """Load the weights of a model folder; every tensor must be there and fit.

        Raises:
            ModelMissingError: if a file is not there.
            ModelDamagedError: if one is damaged or does not fit.
        """
        return cls(load_tokenizer(folder), load_prior(folder), load_bottom(folder), text, backend)

    @torch.inference_mode()
    def paint(self, requests: Sequence[CelRequest]) -> Iterator[Step]:
        """Paint the codes of all requests, in one batch for each grid size and set of options; yields after every step."""
        groups: dict[tuple[object, ...], list[int]] = {}
        for index, request in enumerate(requests):
            groups.setdefault((self.shape(request), request.options), []).append(index)
        total = sum(requests[members[0]].options.steps for members in groups.values())
        done, grids = 0, {}
        for members in groups.values():
            chosen = [requests[index] for index in members]
            began = done
            for codes, masked in self._decode_group(chosen):
                done += 1
                for index, cel_codes, request in zip(members, codes, chosen, strict=True):
                    grids[index] = to_grid(cel_codes, request.frame)
                    if not bool(masked.any()) and wants_bottom(request):
                        grids[index] = self._with_bottom(grids[index], request)
                yield Step(done, max(total, done), dict(grids))
            total -= requests[members[0]].options.steps - (done - began)

    def _with_bottom(self, grid: CodeGrid, request: CelRequest) -> CodeGrid:
        """The second phase of a cel: bottom codes for its top codes; those of locked cells stay."""
        known = None
        if request.lock and request.lock.grid.bottom:
            shape = (1, 2 * grid.rows, 2 * grid.columns)
            free = torch.ones(shape, dtype=torch.bool, device=self.backend.device)
            for row, column in request.lock.cells:
                free[0, 2 * row : 2 * row + 2, 2 * column : 2 * column + 2] = False
            known = torch.tensor(request.lock.grid.bottom, device=self.backend.device).view(*shape, 1), free
        frame = torch.tensor([FRAMES.index(grid.frame)], device=self.backend.device)
        with self.backend.autocast():
            bottom = self.bottom.paint(
                self._tensor(grid)[None], frame, [generator_of(request)], request.options.temperature, known
            )
        return replace(grid, bottom=tuple(bottom.flatten().tolist()))

    @staticmethod
    def shape(request: CelRequest) -> tuple[int, int]:
        """Rows and columns of the request's top grid."""
        return (request.lock.grid.rows, request.lock.grid.columns) if request.lock else GRID[request.frame]

    def _decode_group(self, requests: Sequence[CelRequest]) -> Iterator[tuple[Tensor, Tensor]]:
        rows, columns = self.shape(requests[0])
        device, options = self.backend.device, requests[0].options
        codes = torch.zeros((len(requests), rows, columns, self.prior.config.depth), dtype=torch.long, device=device)
        free = torch.ones((len(requests), rows, columns), dtype=torch.bool, device=device)
        for index, request in enumerate(requests):
            if request.lock:
                codes[index] = self._tensor(request.lock.grid)
                for row, column in request.lock.cells:
                    free[index, row, column] = False
        generators = [generator_of(request) for request in requests]
        proposer = _Proposer(self, requests, generators, options.temperature)
        yield from masked_decode(proposer, codes, free, options.steps, generators, order=options.order)

    def _tensor(self, grid: CodeGrid) -> Tensor:
        config = self.prior.config
        fits = grid.depth == config.depth and max(grid.rows, grid.columns) <= PATCH * config.longest_side
        bottoms = self.tokenizer.config.bottom.size
        if not fits or max(grid.top) >= config.codes or max(grid.bottom, default=0) >= bottoms:
            raise ModelDamagedError("These codes were made by another model; paint the picture again to use them.")
        return torch.tensor(grid.top, device=self.backend.device).view(grid.rows, grid.columns, grid.depth)

    @torch.inference_mode()
    def decode(self, grids: Sequence[CodeGrid]) -> list[Picture]:
        """The flat pictures of code grids, decoded one by one: equal codes give equal pictures in any batch."""
        return [self._decode_one(grid) for grid in grids]

    def _decode_one(self, grid: CodeGrid) -> Picture:
        top = self._tensor(grid)[None]
        bottom = None
        if grid.bottom:
            bottom = torch.tensor(grid.bottom, device=top.device).view(1, 2 * grid.rows, 2 * grid.columns, 1)
        with self.backend.autocast():
            shown = self.tokenizer.decode(top, bottom, grid.frame).float()
        return to_picture(shown[0], grid.frame)

    @torch.inference_mode()
    def encode(self, picture: Picture, frame: str) -> CodeGrid:
        """The codes of both levels of an RGBA picture of the frame's input size (256 px, things 128 px)."""
        pixels = torch.frombuffer(bytearray(picture.data), dtype=torch.uint8)
        values = pixels.view(picture.height, picture.width, 4).permute(2, 0, 1).float().to(self.backend.device) / 255
        shown = torch.cat([values[:3] * values[3:] + 1 - values[3:], values[3:]])[None]
        with self.backend.autocast():
            top, bottom = self.tokenizer.quantize(shown.contiguous(memory_format=torch.channels_last))
        grid = to_grid(top.codes[0], frame)
        return CodeGrid(frame, grid.rows, grid.columns, grid.depth, grid.top, tuple(bottom.codes.flatten().tolist()))


class _Proposer:
    """The `Propose` function of one batch; its context is computed once and reused in all steps."""

    def __init__(
        self,
        painter: Painter,
        requests: Sequence[CelRequest],
        generators: Sequence[torch.Generator],
        temperature: float,
    ) -> None:
        self.painter = painter
        self.generators = generators
        self.temperature = temperature
        self.guidance = requests[0].options.guidance
        self.guided = torch.tensor([GUIDED[request.frame] for request in requests], device=painter.backend.device)
        self.strengths = torch.tensor([request.strength for request in requests])
        self.frame = torch.tensor([FRAMES.index(request.frame) for request in requests], device=painter.backend.device)
        split = bool(((self.strengths != 1) & torch.tensor([bool(request.portraits) for request in requests])).any())
        self.parts = 1 if self.guidance == 1 and not split else (3 if split else 2)
        with painter.backend.autocast():
            self.context = self._context(requests)

    def _context(self, requests: Sequence[CelRequest]) -> Context:
        # Parts of the batch: fully conditioned, unconditioned and, where a strength is set, text without portrait.
        painter, device = self.painter, self.painter.backend.device
        text = painter.text.encode([request.phrase for request in requests], LONGEST_PHRASE)
        states, mask = text.states.to(device), text.mask.to(device)
        masks = [mask, torch.zeros_like(mask), mask][: self.parts]
        words = painter.prior.config.words
        said = [attributes_said(request.phrase, request.frame, words) for request in requests]
        conditions = detail_values([request.details for request in requests], said, words).to(device)
        conditions = torch.cat([conditions, torch.zeros_like(conditions), conditions][: self.parts])
        portraits, present = self._portraits(requests)
        if portraits is not None and present is not None:
            portraits = portraits.repeat(self.parts, 1, 1, 1, 1)
            absent = torch.zeros_like(present)
            present = torch.cat([present, absent, absent][: self.parts])
        return painter.prior.encode_context(
            states.repeat(self.parts, 1, 1),
            torch.cat(masks),
            self.frame.repeat(self.parts),
            portraits,
            present,
            conditions,
        )

    def _portraits(self, requests: Sequence[CelRequest]) -> tuple[Tensor | None, Tensor | None]:
        """Portrait codes (cels, portraits, rows, columns, depth), and which are present (cels, portraits); None without any."""
        painter, most = self.painter, max(len(request.portraits) for request in requests)
        if not most:
            return None, None
        codes = torch.zeros(
            (len(requests), most, *painter.shape(requests[0]), painter.prior.config.depth),
            dtype=torch.long, device=painter.backend.device,
        )  # fmt: skip
        present = torch.zeros((len(requests), most), dtype=torch.bool, device=painter.backend.device)
        for index, request in enumerate(requests):
            for position, portrait in enumerate(request.portraits):
                codes[index, position] = painter._tensor(portrait)
                present[index, position] = True
        return codes, present

    def __call__(self, codes: Tensor, masked: Tensor, share: float) -> tuple[Tensor, Tensor]:
        prior = self.painter.prior
        with self.painter.backend.autocast():
            features = prior.features(codes.repeat(self.parts, 1, 1, 1), masked.repeat(self.parts, 1, 1), self.context)
            chosen = codes[..., :0]
            confidence = torch.zeros(masked.shape, device=codes.device)
            for _ in range(prior.config.depth):
                logits = prior.logits(features, chosen.repeat(self.parts, 1, 1, 1)).float()
                code, log_probability = sample(self._guide(logits, share), self.temperature, self.generators)
                chosen = torch.cat([chosen, code[..., None]], dim=-1)
                confidence += log_probability
        return chosen, confidence

    def _guide(self, logits: Tensor, share: float) -> Tensor:
        # Guidance ramps up over the steps: high early guidance is harmful (arXiv 2507.08965).
        scale = 1 + (self.guidance - 1) * (0.3 + 0.7 * share) * self.guided[:, None, None, None]
        if self.parts == 1:
            return logits
        if self.parts == 2:
            whole, nothing = logits.chunk(2)
            return guided(nothing, whole, scale)
        whole, nothing, words = logits.chunk(3)
        strength = self.strengths.to(logits)[:, None, None, None]
        return guided(nothing, words + strength * (whole - words), scale)


def wants_bottom(request: CelRequest) -> bool:
    """Whether a cel gets bottom codes: one with a lock if its locked grid has some, any other if the options ask for it."""
    if request.lock:
        return bool(request.lock.grid.bottom)
    return request.options.bottom


def generator_of(request: CelRequest) -> torch.Generator:
    """The random generator of one cel, on the CPU: equal seed and cel id give equal codes in every process."""
    digest = hashlib.sha256(f"{request.seed}|{request.cel}".encode()).digest()
    return torch.Generator().manual_seed(int.from_bytes(digest[:7], "little"))


def to_grid(codes: Tensor, frame: str) -> CodeGrid:
    """Top codes (rows, columns, depth) as a grid of plain integers."""
    rows, columns, depth = codes.shape
    return CodeGrid(frame, rows, columns, depth, tuple(codes.flatten().tolist()))
