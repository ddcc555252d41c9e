"""The bottom phase: the finished top codes of a cel → its bottom codes (hierarchical, as VQ-VAE-2, arXiv 1906.00446).

The top codes nearly determine the bottom ones, so a small convolutional net is enough: every bottom cell sees the top
codes around it and the bottom codes that are known already.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from storyapp.story.codes import FRAMES

from .checkpoint import load_net
from .decoding import masked_decode, sample

STEPS = 3  # of masked decoding


@dataclass(frozen=True)
class BottomConfig:
    """Sizes; the codes are those of the tokenizer's two levels."""

    width: int = 64
    blocks: int = 4
    code_width: int = 16
    top_codes: int = 512
    top_depth: int = 2
    codes: int = 512


class BottomNet(nn.Module):
    """Predicts bottom codes from all top codes and the known bottom codes."""

    def __init__(self, config: BottomConfig) -> None:
        super().__init__()
        self.config = config
        width, code = config.width, config.code_width
        self.top = nn.ModuleList(nn.Embedding(config.top_codes, code) for _ in range(config.top_depth))
        self.known = nn.Embedding(config.codes + 1, width)  # the last stands for a masked cell
        self.frame = nn.Embedding(len(FRAMES), width)
        self.from_top = nn.Conv2d(code * config.top_depth, 4 * width, 3, padding=1)
        self.blocks = nn.ModuleList(
            nn.Sequential(
                nn.GroupNorm(8, width), nn.SiLU(), nn.Conv2d(width, width, 3, padding=1), nn.SiLU(),
                nn.Conv2d(width, width, 3, padding=1),
            )
            for _ in range(config.blocks)
        )  # fmt: skip
        self.to_codes = nn.Conv2d(width, config.codes, 1)

    def forward(self, top: Tensor, bottom: Tensor, masked: Tensor, frame: Tensor) -> Tensor:
        """Logits (batch, 2·rows, 2·columns, codes).

        `top` (batch, rows, columns, depth), `bottom` and `masked` (batch, 2·rows, 2·columns); `bottom` is
        read only where `masked` is False.
        """
        cells = torch.cat([table(top[..., level]) for level, table in enumerate(self.top)], dim=-1)
        x = functional.pixel_shuffle(self.from_top(cells.permute(0, 3, 1, 2)), 2)
        known = self.known(torch.where(masked, self.config.codes, bottom)) + self.frame(frame)[:, None, None]
        x = x + known.permute(0, 3, 1, 2)
        for block in self.blocks:
            x = x + block(x)
        logits: Tensor = self.to_codes(functional.silu(x)).permute(0, 2, 3, 1)
        return logits

    @torch.inference_mode()
    def paint(
        self,
        top: Tensor,
        frame: Tensor,
        generators: Sequence[torch.Generator],
        temperature: float,
        known: tuple[Tensor, Tensor] | None = None,
    ) -> Tensor:
        """Bottom codes (batch, 2·rows, 2·columns, 1) for top codes (batch, rows, columns, depth).

        `known` are codes of the result's shape, and a mask (batch, 2·rows, 2·columns) that is True where cells may change.
        """
        batch, rows, columns = top.shape[:3]
        blank = torch.zeros((batch, 2 * rows, 2 * columns, 1), dtype=torch.long, device=top.device)
        before, free = known or (blank, torch.ones(blank.shape[:3], dtype=torch.bool, device=top.device))

        def propose(codes: Tensor, masked: Tensor, share: float) -> tuple[Tensor, Tensor]:
            logits = self(top, codes[..., 0], masked, frame).float()
            found, confidence = sample(logits, temperature, generators)
            return found[..., None], confidence

        *_, (codes, _) = masked_decode(propose, before, free, STEPS, generators, choice_noise=0.0)
        return codes


def load_bottom(folder: Path) -> BottomNet:
    """The trained bottom network of a model folder.

    Raises:
        ModelMissingError: if a file is not there.
        ModelDamagedError: if one is damaged or does not fit.
    """
    return load_net(folder, "bottom", lambda config: BottomNet(BottomConfig(**config))).eval()
