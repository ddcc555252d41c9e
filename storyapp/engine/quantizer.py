"""Vector quantizers: continuous vectors → small integers, and back.

Three kinds have the same interface: the EMA codebook that the bundled model uses, the gradient codebook of van den
Oord et al. (2017, arXiv 1711.00937), and finite scalar quantization (Mentzer et al. 2023, arXiv 2309.15505). All
compute in fp32, whatever the autocast around them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, distributed, nn
from torch.nn import functional


@dataclass(frozen=True)
class QuantizerConfig:
    """`kind` is "ema", "gradient" or "fsq"; a cell has `depth` residual codes out of `size` each."""

    kind: str = "ema"
    size: int = 512
    dim: int = 8
    depth: int = 1
    beta: float = 0.25  # weight of the commitment loss
    decay: float = 0.98  # of the EMA
    restart_below: float = 0.03  # codes with a smaller share of uniform use are restarted from data
    levels: tuple[int, ...] = (8, 8, 8)  # fsq only


@dataclass
class Quantized:
    """`vectors` (batch, dim, rows, columns) with straight-through gradient, `codes` (batch, rows, columns, depth), and the
    commitment (and codebook) `loss`, a scalar."""

    vectors: Tensor
    codes: Tensor
    loss: Tensor


class VectorQuantizer(nn.Module):
    """Residual quantizer over centred, whitened and l2-normalised vectors with `depth` codebooks."""

    codebooks: Tensor
    counts: Tensor
    sums: Tensor
    mean: Tensor
    covariance: Tensor
    started: Tensor
    seen: Tensor

    def __init__(self, config: QuantizerConfig) -> None:
        super().__init__()
        if config.kind not in ("ema", "gradient"):
            raise ValueError(f"kind must be 'ema' or 'gradient', not {config.kind!r}")
        self.config = config
        shape = (config.depth, config.size, config.dim)
        if config.kind == "gradient":
            self.codebooks = nn.Parameter(torch.randn(shape) * 0.1)
        else:
            self.register_buffer("codebooks", torch.randn(shape) * 0.1)
            self.register_buffer("counts", torch.ones(config.depth, config.size))
            self.register_buffer("sums", torch.zeros(shape))
        self.register_buffer("mean", torch.zeros(config.dim))
        self.register_buffer("covariance", torch.eye(config.dim))
        self.register_buffer("started", torch.zeros((), dtype=torch.bool))
        self.register_buffer("seen", torch.zeros((), dtype=torch.bool))
        # True in the first training steps: vectors pass unquantized until the encoder is useful. The codes of a random
        # encoder drift, and the decoder would learn to ignore them.
        self.continuous = False

    def forward(self, inputs: Tensor, generator: torch.Generator | None = None) -> Quantized:
        """Quantize `inputs` (batch, dim, rows, columns); in training mode an EMA codebook is updated too.

        `generator` picks the vectors that initialise codebooks and restart dead codes.
        """
        with torch.autocast(inputs.device.type, enabled=False):
            batch, dim, rows, columns = inputs.shape
            flat = inputs.float().permute(0, 2, 3, 1).reshape(-1, dim)
            unit = functional.normalize(self._whitened(flat), dim=-1)
            if self.training and self.continuous:
                codes = torch.zeros((batch, rows, columns, self.config.depth), dtype=torch.long, device=inputs.device)
                return Quantized(unit.view(batch, rows, columns, dim).permute(0, 3, 1, 2), codes, unit.new_zeros(()))
            if self.training and not bool(self.started):
                self._start_from(unit, generator)
            vectors, codes, loss = self._quantize(unit, generator)
            straight_through = unit + (vectors - unit).detach()
        return Quantized(
            straight_through.view(batch, rows, columns, dim).permute(0, 3, 1, 2),
            codes.view(batch, rows, columns, self.config.depth),
            loss,
        )

    def _quantize(self, unit: Tensor, generator: torch.Generator | None) -> tuple[Tensor, Tensor, Tensor]:
        # Look up and take the loss before updating: an update first would leak the batch into its own codes.
        total = torch.zeros_like(unit)
        codes, residuals, loss = [], [], unit.new_zeros(())
        for level in range(self.config.depth):
            residual = unit - total
            indices = nearest(residual.detach(), self.codebooks[level])
            total = total + functional.embedding(indices, self.codebooks[level])
            loss = loss + self.config.beta * functional.mse_loss(unit, total.detach())
            if self.config.kind == "gradient":
                loss = loss + functional.mse_loss(total, unit.detach())
            codes.append(indices)
            residuals.append(residual.detach())
        if self.training and self.config.kind == "ema":
            for level, (indices, residual) in enumerate(zip(codes, residuals, strict=True)):
                self._update(level, indices, residual, generator)
        return total, torch.stack(codes, dim=-1), loss

    def lookup(self, codes: Tensor) -> Tensor:
        """Vectors (batch, dim, rows, columns) of `codes` (batch, rows, columns, depth)."""
        vectors = sum(
            functional.embedding(codes[..., level], self.codebooks[level]) for level in range(self.config.depth)
        )
        assert isinstance(vectors, Tensor)
        return vectors.permute(0, 3, 1, 2)

    def _whitened(self, flat: Tensor) -> Tensor:
        """`flat` (n, dim) centred and whitened.

        Encoder outputs in a narrow cone, or with one dominant direction, would leave most of the codebook unused. In
        training the mean of the batch is subtracted, with its gradient: a running mean lags so far behind a young
        encoder that all its vectors point the same way.
        """
        if not self.training:
            return (flat - self.mean) @ _inverse_root(self.covariance)
        mean = flat.mean(0)
        centred = flat - mean
        with torch.no_grad():
            mean = all_reduce_sum(mean) / world_size()
            covariance = all_reduce_sum(centred.t() @ centred / len(flat)) / world_size()
            # Before codebooks start nothing depends on stable statistics, so they may follow faster.
            share = 1.0 if not bool(self.seen) else (1 - self.config.decay if bool(self.started) else 0.3)
            self.mean.lerp_(mean, share)
            self.covariance.lerp_(covariance, share)
            self.seen.fill_(True)
        return centred @ _inverse_root(self.covariance)

    @torch.no_grad()
    def _start_from(self, unit: Tensor, generator: torch.Generator | None) -> None:
        residual = unit
        for level in range(self.config.depth):
            chosen = self._sample(residual, self.config.size, generator)
            self.codebooks[level].copy_(chosen)
            if self.config.kind == "ema":
                self.sums[level].copy_(chosen)
            residual = residual - functional.embedding(nearest(residual, self.codebooks[level]), self.codebooks[level])
        self.started.fill_(True)

    @staticmethod
    def _sample(vectors: Tensor, count: int, generator: torch.Generator | None) -> Tensor:
        picks = torch.randint(len(vectors), (count,), generator=generator, device="cpu").to(vectors.device)
        noise = torch.randn((count, vectors.shape[1]), generator=generator, device="cpu").to(vectors)
        return broadcast_from_first(vectors[picks] + 0.01 * noise)

    @torch.no_grad()
    def _update(self, level: int, indices: Tensor, residual: Tensor, generator: torch.Generator | None) -> None:
        size, decay = self.config.size, self.config.decay
        counts = all_reduce_sum(torch.bincount(indices, minlength=size).to(residual))
        sums = all_reduce_sum(torch.zeros_like(self.sums[level]).index_add_(0, indices, residual))
        self.counts[level].lerp_(counts, 1 - decay)
        self.sums[level].lerp_(sums, 1 - decay)
        self.codebooks[level].copy_(self.sums[level] / self.counts[level].clamp(min=1e-5).unsqueeze(-1))
        uniform = len(indices) * world_size() / size
        dead = self.counts[level] < self.config.restart_below * uniform
        if bool(dead.any()):
            fresh = self._sample(residual, int(dead.sum()), generator)
            self.codebooks[level][dead] = fresh
            self.counts[level][dead] = uniform * 0.5
            self.sums[level][dead] = fresh * uniform * 0.5


class FiniteScalarQuantizer(nn.Module):
    """Rounds each of a few bounded dimensions to a few levels; it has no codebook to learn."""

    levels: Tensor

    def __init__(self, config: QuantizerConfig) -> None:
        super().__init__()
        if config.dim != len(config.levels):
            raise ValueError(f"dim must be {len(config.levels)}, the number of levels")
        self.config = config
        self.register_buffer("levels", torch.tensor(config.levels, dtype=torch.float32))

    @property
    def size(self) -> int:
        """How many codes there are."""
        return math.prod(self.config.levels)

    def forward(self, inputs: Tensor, generator: torch.Generator | None = None) -> Quantized:
        """Quantize `inputs` (batch, dim, rows, columns); `generator` is unused."""
        with torch.autocast(inputs.device.type, enabled=False):
            half = (self.levels - 1) / 2
            bounded = (torch.tanh(inputs.float().permute(0, 2, 3, 1)) + 1) * half  # 0 … level − 1
            rounded = bounded + (bounded.round() - bounded).detach()
            codes = self._to_codes(bounded.round())
            vectors = rounded / half - 1
        return Quantized(vectors.permute(0, 3, 1, 2), codes.unsqueeze(-1), inputs.new_zeros((), dtype=torch.float32))

    def lookup(self, codes: Tensor) -> Tensor:
        """Vectors (batch, dim, rows, columns) of `codes` (batch, rows, columns, 1)."""
        remaining, digits = codes[..., 0], []
        for level in self.config.levels:
            digits.append(remaining % level)
            remaining = remaining // level
        vectors = torch.stack(digits, dim=-1).float() / ((self.levels - 1) / 2) - 1
        return vectors.permute(0, 3, 1, 2)

    def _to_codes(self, digits: Tensor) -> Tensor:
        places = torch.cumprod(torch.cat([self.levels.new_ones(1), self.levels[:-1]]), 0)
        return (digits * places).sum(-1).long()


def build_quantizer(config: QuantizerConfig) -> VectorQuantizer | FiniteScalarQuantizer:
    """The quantizer of that configuration."""
    return FiniteScalarQuantizer(config) if config.kind == "fsq" else VectorQuantizer(config)


def world_size() -> int:
    """The number of processes that train together; 1 without distributed training."""
    return distributed.get_world_size() if distributed.is_initialized() else 1


def all_reduce_sum(values: Tensor) -> Tensor:
    """The sum of `values` over all processes, so that every process has the same codebooks."""
    if world_size() > 1:
        values = values.detach().clone()
        distributed.all_reduce(values)
    return values


def broadcast_from_first(values: Tensor) -> Tensor:
    """The `values` of the first process, in every process."""
    if world_size() > 1:
        values = values.detach().clone()
        distributed.broadcast(values, 0)
    return values


@torch.no_grad()
def _inverse_root(covariance: Tensor) -> Tensor:
    values, vectors = torch.linalg.eigh(covariance.double())
    floor = 1e-6 * float(values.max()) + 1e-12
    return (vectors @ torch.diag(values.clamp(min=floor).rsqrt()) @ vectors.t()).float()


def nearest(vectors: Tensor, codebook: Tensor) -> Tensor:
    """The index (n,) of the row of `codebook` (size, dim) nearest to each of `vectors` (n, dim)."""
    # |v − e|² without |v|², which is equal for all codes.
    return (codebook.square().sum(-1) - 2 * vectors @ codebook.t()).argmin(-1)


def perplexity(codes: Tensor, size: int) -> float:
    """exp of the entropy of code use: `size` if all codes are used equally, 1 if only one is used."""
    share = torch.bincount(codes.flatten(), minlength=size).float() / codes.numel()
    return float(torch.exp(-(share * share.clamp(min=1e-12).log()).sum()))
