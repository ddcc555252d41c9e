"""One configuration for the whole family, and its members by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from storyapp.engine.quantizer import QuantizerConfig

BOTTLENECKS = ("gaussian", "gradient", "ema", "fsq")


@dataclass(frozen=True)
class FamilyConfig:
    """The configuration of a member: its bottleneck, the number of levels, and the VQGAN parts that are on.

    Raises:
        ValueError: if the bottleneck is unknown, or there are not one or two levels, or two of Gaussians.
    """

    bottleneck: str = "ema"  # one of BOTTLENECKS
    levels: int = 1  # 2: 8×8 cells above 16×16 ones (of 128 pixels)
    size: int = 512  # codes in a codebook
    dim: int = 8  # of a code vector or a Gaussian
    beta: float = 0.25  # weight of the commitment loss
    kl: float = 0.2  # weight of the KL divergence in nats per pixel
    attention: bool = False  # an attention block at the cells of encoder and decoder
    perceptual: float = 0.0  # weight of the feature pyramid
    adversarial: float = 0.0  # largest weight of the discriminator
    width: int = 96  # channels at 16×16
    fine: int = 48  # channels at 32×32

    def __post_init__(self) -> None:
        if self.bottleneck not in BOTTLENECKS:
            raise ValueError(f"bottleneck must be one of {BOTTLENECKS}, not {self.bottleneck!r}")
        if self.levels not in (1, 2) or (self.levels == 2 and self.bottleneck == "gaussian"):
            raise ValueError("there are one or two levels of codes, and one of Gaussians")

    def quantizer(self) -> QuantizerConfig:
        """The quantizer configuration of each level; FSQ has three dimensions of 8 levels, which are 512 codes."""
        if self.bottleneck == "fsq":
            return QuantizerConfig("fsq", 512, 3)
        return QuantizerConfig(self.bottleneck, self.size, self.dim, beta=self.beta, decay=0.95)


FAMILY: Mapping[str, FamilyConfig] = MappingProxyType(
    {
        "VAE": FamilyConfig("gaussian"),
        "VQ-VAE": FamilyConfig("gradient"),
        "EMA": FamilyConfig("ema"),
        "FSQ": FamilyConfig("fsq"),
        "VQ-VAE-2": FamilyConfig("ema", levels=2),
        "VQGAN": FamilyConfig("ema", attention=True, perceptual=1.0, adversarial=0.5),
    }
)
