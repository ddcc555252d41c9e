"""The two-level RGBA VQ-VAE: a cel's picture ⇄ top codes (layout, identity) and bottom codes (detail).

After VQ-VAE-2 (Razavi et al. 2019, arXiv 1906.00446), with two changes: the bottom can be left out, and the
top carries the picture alone; and codes know no style, which is laid over what they decode to
(`stage/filters.py`). Fully convolutional: any multiple of 16 pixels.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from storyapp.story.codes import FRAMES

from .checkpoint import load_net
from .layers import ChannelNorm, ResidualBlock
from .quantizer import Quantized, QuantizerConfig, build_quantizer

TOP_CELL = 16  # input pixels a top cell


@dataclass(frozen=True)
class VQVAEConfig:
    """Sizes of the network, for a picture of 256×256; the maps of others grow and shrink with it."""

    stem: int = 48  # channels at 64×64
    middle: int = 96  # channels of the encoder at 32×32
    deep: int = 160  # channels of the encoder at 16×16
    encoder_blocks: int = 1  # residual blocks at each of the two
    decoder_deep: int = 256  # channels of the decoder at 16×16
    decoder_middle: int = 112  # … at 32×32
    decoder_fine: int = 56  # … at 64×64
    decoder_blocks: tuple[int, int, int] = (3, 3, 2)  # residual blocks at each of the three
    decoder_each: bool = False  # whether each frame has a decoder of its own
    top: QuantizerConfig = field(default_factory=lambda: QuantizerConfig(size=512, depth=2, beta=0.1, decay=0.95))
    bottom: QuantizerConfig = field(default_factory=lambda: QuantizerConfig(size=512, depth=1, beta=0.1, decay=0.95))

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> VQVAEConfig:
        """The configuration of tokenizer.json.

        Raises:
            TypeError, KeyError: if it is malformed, or a name is unknown or missing.
        """
        quantizers = {
            name: QuantizerConfig(**{**values[name], "levels": tuple(values[name]["levels"])})
            for name in ("top", "bottom")
        }
        return cls(**{**values, **quantizers, "decoder_blocks": tuple(values["decoder_blocks"])})


class Encoder(nn.Module):
    """Picture (batch, 4, height, width) in 0 … 1 → top and bottom vectors before quantization."""

    def __init__(self, config: VQVAEConfig) -> None:
        super().__init__()
        self.stem = nn.Conv2d(4 * 16, config.stem, 3, padding=1)
        self.to_middle = nn.Conv2d(config.stem, config.middle, 4, stride=2, padding=1)
        self.middle = nn.ModuleList(ResidualBlock(config.middle) for _ in range(config.encoder_blocks))
        self.to_deep = nn.Conv2d(config.middle, config.deep, 4, stride=2, padding=1)
        self.deep = nn.ModuleList(ResidualBlock(config.deep) for _ in range(config.encoder_blocks))
        # Without a norm here nothing bounds the scale of the codes' layer, and its gradient dies.
        self.top_norm = ChannelNorm(config.deep)
        self.bottom_norm = ChannelNorm(config.middle)
        self.to_top = nn.Conv2d(config.deep, config.top.dim, 1)
        self.to_bottom = nn.Conv2d(config.middle, config.bottom.dim, 1)

    def forward(self, picture: Tensor) -> tuple[Tensor, Tensor]:
        """Top (batch, dim, height/16, width/16) and bottom (batch, dim, height/8, width/8)."""
        x = functional.silu(self.stem(functional.pixel_unshuffle(picture * 2 - 1, 4)))
        x = self.to_middle(x)
        for block in self.middle:
            x = block(x)
        bottom = self._to_codes(x, self.bottom_norm, self.to_bottom)
        x = self.to_deep(functional.silu(x))
        for block in self.deep:
            x = block(x)
        return self._to_codes(x, self.top_norm, self.to_top), bottom

    @staticmethod
    def _to_codes(x: Tensor, norm: nn.Module, layer: nn.Module) -> Tensor:
        # In fp32: what tells codes apart may be smaller than a bf16 step of their common mean.
        with torch.autocast(x.device.type, enabled=False):
            vectors = layer(norm(x.float()))
        assert isinstance(vectors, Tensor)
        return vectors


class Decoder(nn.Module):
    """Top vectors, bottom vectors or none, and the frame → picture (batch, 4, height, width)."""

    def __init__(self, config: VQVAEConfig) -> None:
        super().__init__()
        width = 64
        deep, middle, fine = config.decoder_blocks
        self.frame = nn.Embedding(len(FRAMES), width)
        self.from_top = nn.Conv2d(config.top.dim, config.decoder_deep, 3, padding=1)
        self.deep = nn.ModuleList(ResidualBlock(config.decoder_deep, width) for _ in range(deep))
        self.to_middle = nn.Conv2d(config.decoder_deep, config.decoder_middle * 4, 1)
        self.from_bottom = nn.Conv2d(config.bottom.dim, config.decoder_middle, 3, padding=1)
        self.no_bottom = nn.Parameter(torch.zeros(config.decoder_middle, 1, 1))
        self.middle = nn.ModuleList(ResidualBlock(config.decoder_middle, width) for _ in range(middle))
        self.to_fine = nn.Conv2d(config.decoder_middle, config.decoder_fine * 4, 1)
        self.fine = nn.ModuleList(ResidualBlock(config.decoder_fine, width) for _ in range(fine))
        self.to_picture = nn.Conv2d(config.decoder_fine, 4 * 16, 3, padding=1)
        # A straight way from each code to its pixels: colours are there from the first steps on, and the deep
        # layers have only the rest to learn.
        self.sketch = nn.Conv2d(config.top.dim, 4 * 16, 1)
        nn.init.zeros_(self.sketch.weight)
        # Norms, and a last layer that begins quietly: without them the first thing the decoder learns is to
        # silence its own random patterns, and with them go all gradients to what is before.
        self.deep_norm = ChannelNorm(config.decoder_deep)
        self.middle_norm = ChannelNorm(config.decoder_middle)
        self.fine_norm = ChannelNorm(config.decoder_fine)
        with torch.no_grad():
            self.to_picture.weight.mul_(0.1)
        self.top_scale, self.bottom_scale = config.top.dim**0.5, config.bottom.dim**0.5

    def forward(self, top: Tensor, bottom: Tensor | None, has_bottom: Tensor, frame: str) -> Tensor:
        """`has_bottom` (batch,) switches each picture's bottom on."""
        condition = self.frame.weight[FRAMES.index(frame)].expand(len(top), -1)
        x = self.from_top(top * self.top_scale)
        for block in self.deep:
            x = block(x, condition)
        x = functional.pixel_shuffle(self.to_middle(functional.silu(self.deep_norm(x))), 2)
        x = x + self.no_bottom
        if bottom is not None:
            x = x + (self.from_bottom(bottom * self.bottom_scale) - self.no_bottom) * has_bottom[
                :, None, None, None
            ].to(x.dtype)
        for block in self.middle:
            x = block(x, condition)
        x = functional.pixel_shuffle(self.to_fine(functional.silu(self.middle_norm(x))), 2)
        for block in self.fine:
            x = block(x, condition)
        detail = functional.pixel_shuffle(self.to_picture(functional.silu(self.fine_norm(x))), 4)
        sketch = functional.pixel_shuffle(self.sketch(top * self.top_scale), 4)
        rough = functional.interpolate(sketch, scale_factor=4, mode="bilinear")
        return (detail + rough).float() * 0.5 + 0.5


class VQVAE(nn.Module):
    """The tokenizer: pictures ⇄ codes. Pictures show colour over white, with alpha as the fourth channel."""

    def __init__(self, config: VQVAEConfig) -> None:
        super().__init__()
        self.config = config
        self.encoder = Encoder(config)
        self.top_quantizer = build_quantizer(config.top)
        self.bottom_quantizer = build_quantizer(config.bottom)
        self.decoders = nn.ModuleList(Decoder(config) for _ in range(len(FRAMES) if config.decoder_each else 1))

    def decoder(self, frame: str) -> Decoder:
        """The decoder of that frame."""
        return self.decoders[FRAMES.index(frame) if self.config.decoder_each else 0]  # type: ignore[return-value]

    def quantize(self, picture: Tensor, generator: torch.Generator | None = None) -> tuple[Quantized, Quantized]:
        """Top and bottom of `picture` (batch, 4, height, width), colour over white, in 0 … 1."""
        top, bottom = self.encoder(picture)
        return self.top_quantizer(top, generator), self.bottom_quantizer(bottom, generator)

    def decode(self, top: Tensor, bottom: Tensor | None, frame: str) -> Tensor:
        """Pictures (batch, 4, 16·rows, 16·columns) of code tensors (batch, rows, columns, depth) of one frame."""
        vectors = None if bottom is None else self.bottom_quantizer.lookup(bottom)
        has_bottom = torch.full((len(top),), bottom is not None, device=top.device)
        return self.decoder(frame)(self.top_quantizer.lookup(top), vectors, has_bottom, frame)  # type: ignore[no-any-return]


def load_tokenizer(folder: Path) -> VQVAE:
    """The trained tokenizer of a model folder, ready to encode and decode.

    Raises:
        ModelMissingError: if a file is not there.
        ModelDamagedError: if one is damaged or does not fit.
    """
    net = load_net(folder, "tokenizer", lambda config: VQVAE(VQVAEConfig.from_json(config)))
    return net.eval().to(memory_format=torch.channels_last)  # type: ignore[call-overload,no-any-return]


def premultiplied(picture: Tensor) -> tuple[Tensor, Tensor]:
    """Premultiplied colour and alpha of a shown picture (batch, 4, …): clip(shown − (1 − α), 0, α)."""
    alpha = picture[:, 3:].clamp(0, 1)
    colour = torch.minimum((picture[:, :3] - (1 - alpha)).clamp(min=0), alpha)
    return colour, alpha
