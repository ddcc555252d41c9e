"""Encoder, bottleneck and decoder, which all members share except for what is compared.

Plain VAE after Kingma and Welling (2013, arXiv 1312.6114); VQ-VAE, FSQ as in `engine.quantizer`; two levels after
Razavi et al. (2019, arXiv 1906.00446), where the lower level is conditioned on the upper one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from storyapp.engine.quantizer import FiniteScalarQuantizer, Quantized, VectorQuantizer, build_quantizer
from storyapp.engine.vqvae import ChannelNorm, ResidualBlock

from .config import FamilyConfig

CELL = 8  # pixels of a cell of the lowest level


@dataclass
class Latents:
    """The input of the decoder: `vectors` (batch, dim, height/8, width/8) of each level, the lowest first.

    `loss` is the loss of the bottleneck, `bits` the mean information of a picture, `codes` (batch, rows, columns) per level.
    """

    vectors: list[Tensor]
    loss: Tensor
    bits: float
    codes: list[Tensor]


class AttentionBlock(nn.Module):
    """Residual single-head self-attention over all cells of a feature map, initialised to the identity."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.norm = ChannelNorm(channels)
        self.to_query_key_value = nn.Conv2d(channels, 3 * channels, 1)
        self.out = nn.Conv2d(channels, channels, 1)
        nn.init.zeros_(self.out.weight)
        assert self.out.bias is not None
        nn.init.zeros_(self.out.bias)

    def forward(self, x: Tensor) -> Tensor:
        """x (batch, channels, rows, columns)."""
        parts = self.to_query_key_value(self.norm(x)).flatten(2).transpose(1, 2).chunk(3, dim=-1)
        mixed = functional.scaled_dot_product_attention(*parts)  # (batch, cells, channels)
        seen: Tensor = x + self.out(mixed.transpose(1, 2).reshape(x.shape))
        return seen


class Gaussians(nn.Module):
    """A diagonal Gaussian per cell, sampled with the reparametrisation trick; its loss is the KL divergence from N(0, 1)."""

    def __init__(self, config: FamilyConfig) -> None:
        super().__init__()
        self.weight = config.kl

    def forward(self, inputs: Tensor, generator: torch.Generator | None) -> Latents:
        """`inputs` (batch, 2·dim, rows, columns) are means, then log variances."""
        mean, log_variance = inputs.float().chunk(2, dim=1)
        log_variance = log_variance.clamp(-12, 4)
        noise = torch.randn(mean.shape, generator=generator)
        nats = 0.5 * (mean.square() + log_variance.exp() - 1 - log_variance).sum((1, 2, 3)).mean()
        loss = self.weight * nats / (mean.shape[2] * mean.shape[3] * CELL * CELL)
        bits = float(nats.detach()) / math.log(2)
        return Latents([mean + noise * (0.5 * log_variance).exp()], loss, bits, [])


class FamilyNet(nn.Module):
    """An autoencoder of pictures (batch, 4, height, width): colour over white and alpha, in 0 … 1."""

    def __init__(self, config: FamilyConfig) -> None:
        super().__init__()
        self.config = config
        quantizer = config.quantizer()
        self.dim = config.dim if config.bottleneck == "gaussian" else quantizer.dim
        width, fine = config.width, config.fine
        self.stem = nn.Conv2d(4 * 16, fine, 3, padding=1)
        self.down = nn.Conv2d(fine, width, 4, stride=2, padding=1)
        self.encoder = nn.Sequential(ResidualBlock(width), ResidualBlock(width), *self._attention())
        self.gaussians = Gaussians(config) if config.bottleneck == "gaussian" else None
        outputs = 2 * self.dim if self.gaussians else self.dim
        self.to_codes = nn.Sequential(ChannelNorm(width), nn.Conv2d(width, outputs, 1))
        if self.gaussians is None:
            self.quantizers = nn.ModuleList(build_quantizer(quantizer) for _ in range(config.levels))
        if config.levels == 2:
            self.down_again = nn.Sequential(
                nn.SiLU(), nn.Conv2d(width, width, 4, stride=2, padding=1), ResidualBlock(width), ResidualBlock(width)
            )
            self.to_upper = nn.Sequential(ChannelNorm(width), nn.Conv2d(width, self.dim, 1))
            self.from_upper = nn.Conv2d(self.dim, width, 3, padding=1)
        inputs = self.dim * config.levels
        self.from_codes = nn.Conv2d(inputs, width, 3, padding=1)
        self.decoder = nn.Sequential(ResidualBlock(width), ResidualBlock(width), *self._attention(), ChannelNorm(width))
        self.up = nn.Conv2d(width, fine * 4, 1)
        self.fine = nn.Sequential(ResidualBlock(fine), ChannelNorm(fine), nn.SiLU())
        self.last = nn.Conv2d(fine, 4 * 16, 3, padding=1)
        self.sketch = nn.Conv2d(inputs, 4 * 4, 1)  # a linear shortcut to colours, as in the engine's decoder
        with torch.no_grad():
            self.last.weight.mul_(0.1)
            self.sketch.weight.zero_()

    def _attention(self) -> list[nn.Module]:
        return [AttentionBlock(self.config.width)] if self.config.attention else []

    def encode(self, picture: Tensor, generator: torch.Generator | None = None) -> Latents:
        """The latents of `picture`; `generator` draws the noise of a VAE and restarts dead codes."""
        x = functional.silu(self.stem(functional.pixel_unshuffle(picture * 2 - 1, 4)))
        x = self.encoder(self.down(x))
        if self.gaussians is not None:
            latents: Latents = self.gaussians(self._in_full(self.to_codes, x), generator)
            return latents
        if self.config.levels == 1:
            return self._latents([self.quantizers[0](self._in_full(self.to_codes, x), generator)])
        upper = self.quantizers[1](self._in_full(self.to_upper, self.down_again(x)), generator)
        known = functional.interpolate(self.from_upper(upper.vectors * self.dim**0.5), scale_factor=2)
        return self._latents([self.quantizers[0](self._in_full(self.to_codes, x + known), generator), upper])

    def decode(self, latents: Latents) -> Tensor:
        """The picture of latents, not clamped to 0 … 1."""
        lowest = latents.vectors[0]
        size = (lowest.shape[2], lowest.shape[3])
        # Code vectors of unit length are scaled to unit variance, which the others have already.
        scale = 1.0 if self.config.bottleneck in ("gaussian", "fsq") else self.dim**0.5
        cells = torch.cat([functional.interpolate(one, size) for one in latents.vectors], dim=1) * scale
        x = self.decoder(self.from_codes(cells))
        x = self.fine(functional.pixel_shuffle(self.up(functional.silu(x)), 2))
        detail = functional.pixel_shuffle(self.last(x), 4)
        sketch = functional.pixel_shuffle(self.sketch(cells), 2)
        rough = functional.interpolate(sketch, scale_factor=4, mode="bilinear")
        picture: Tensor = (detail + rough).float() * 0.5 + 0.5
        return picture

    def pass_unquantized(self, on: bool) -> None:
        """Switch codebooks to passing vectors unquantized, for the first training steps; FSQ and Gaussians do not need it."""
        if self.gaussians is None:
            for one in self.quantizers:
                if isinstance(one, VectorQuantizer):
                    one.continuous = on

    def _latents(self, levels: list[Quantized]) -> Latents:
        bits = sum(one.codes[0].numel() for one in levels) * math.log2(self.codes)
        loss = torch.stack([one.loss for one in levels]).sum()
        return Latents([one.vectors for one in levels], loss, bits, [one.codes[..., 0] for one in levels])

    @property
    def codes(self) -> int:
        """The number of codes of each level; 0 for Gaussians."""
        if self.gaussians is not None:
            return 0
        first = self.quantizers[0]
        assert isinstance(first, VectorQuantizer | FiniteScalarQuantizer)
        return first.size if isinstance(first, FiniteScalarQuantizer) else first.config.size

    @staticmethod
    def _in_full(layer: nn.Module, x: Tensor) -> Tensor:
        # In float32: differences between codes may be smaller than a bf16 step of their mean.
        with torch.autocast(x.device.type, enabled=False):
            vectors: Tensor = layer(x.float())
        return vectors
