"""A small dual encoder on codes: how well words match a picture, and whether two cels show the same character.

Both towers end in unit vectors. A pair is scored by a sigmoid of the cosine (SigLIP, arXiv 2303.15343), so that a score
means the same for one pair as among many.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from storyapp.story.codes import FRAMES, CodeGrid

from .checkpoint import load_net
from .text import TextEncoder
from .transformer import LONGEST_PHRASE


@dataclass(frozen=True)
class PairingConfig:
    """Sizes; `codes` and `depth` are those of the tokenizer's top level."""

    codes: int = 512
    depth: int = 2
    cell_width: int = 16  # of the embedding of each code
    width: int = 64
    vector: int = 96
    text_width: int = 384


class PairEncoder(nn.Module):
    """Two towers: codes and words as unit vectors."""

    def __init__(self, config: PairingConfig) -> None:
        super().__init__()
        self.config = config
        cell, width = config.depth * config.cell_width, config.width
        self.codes = nn.ModuleList(nn.Embedding(config.codes, config.cell_width) for _ in range(config.depth))
        self.frame = nn.Embedding(len(FRAMES), cell)
        self.picture = nn.Sequential(
            nn.Conv2d(cell, width, 3, padding=1), nn.GELU(),
            nn.Conv2d(width, 2 * width, 3, stride=2, padding=1), nn.GELU(),
            nn.Conv2d(2 * width, 2 * width, 3, padding=1), nn.GELU(),
            nn.AdaptiveAvgPool2d(4), nn.Flatten(), nn.Linear(32 * width, 4 * width), nn.GELU(),
        )  # fmt: skip
        self.to_meaning = nn.Linear(4 * width, config.vector)
        self.to_identity = nn.Linear(4 * width, config.vector)
        self.word = nn.Sequential(nn.Linear(config.text_width, 4 * width), nn.GELU())
        self.text = nn.Sequential(nn.Linear(8 * width, 4 * width), nn.GELU(), nn.Linear(4 * width, config.vector))
        self.meaning = nn.Parameter(torch.tensor([10.0, -5.0]))  # scale and bias of the cosine: words and picture
        self.identity = nn.Parameter(torch.tensor([10.0, -5.0]))  # two pictures of one character

    def features(self, codes: Tensor, frame: Tensor) -> Tensor:
        """(batch, rows, columns, depth) codes of one grid size → (batch, features)."""
        cells = torch.cat([table(codes[..., level]) for level, table in enumerate(self.codes)], dim=-1)
        features: Tensor = self.picture((cells + self.frame(frame)[:, None, None]).permute(0, 3, 1, 2))
        return features

    def of_picture(self, features: Tensor) -> Tensor:
        """Unit vectors of what pictures show (batch, vector), from `features`."""
        return functional.normalize(self.to_meaning(features), dim=-1)

    def of_character(self, features: Tensor) -> Tensor:
        """Unit vectors of which characters pictures show (batch, vector), from `features`."""
        return functional.normalize(self.to_identity(features), dim=-1)

    def of_words(self, states: Tensor, mask: Tensor) -> Tensor:
        """Unit vectors of phrases (batch, vector), from token states (batch, tokens, text width) and their mask."""
        each, weight = self.word(states), mask[..., None].float()
        mean = (each * weight).sum(1) / weight.sum(1)
        most = each.masked_fill(~mask[..., None], -1e4).amax(1)
        return functional.normalize(self.text(torch.cat([mean, most], dim=-1)), dim=-1)


class Pairing:
    """Inference of the trained dual encoder."""

    def __init__(self, net: PairEncoder, text: TextEncoder) -> None:
        self.net = net.eval()
        self.text_encoder = text

    @classmethod
    def load(cls, folder: Path, text: TextEncoder) -> Pairing:
        """Load pairing.safetensors of a model folder, strictly.

        Raises:
            ModelMissingError: if a file is not there.
            ModelDamagedError: if one is damaged or does not fit.
        """
        return cls(load_net(folder, "pairing", lambda config: PairEncoder(PairingConfig(**config))), text)

    @torch.inference_mode()
    def rank(self, phrases: Sequence[str], cels: Sequence[CodeGrid]) -> list[float]:
        """The probability (0 … 1) that the best of `cels` matches each phrase; 0 if there are no cels."""
        if not cels:
            return [0.0] * len(phrases)
        found = self.text_encoder.encode(phrases, LONGEST_PHRASE)
        said = self.net.of_words(found.states, found.mask)
        shown = torch.cat([self.net.of_picture(self._features(grid)) for grid in cels])
        scale, bias = self.net.meaning
        return torch.sigmoid(scale * (said @ shown.t()) + bias).amax(1).tolist()  # type: ignore[no-any-return]

    @torch.inference_mode()
    def likeness(self, portrait: CodeGrid, cel: CodeGrid) -> float:
        """The probability (0 … 1) that a cel shows the character of a portrait."""
        one, other = (self.net.of_character(self._features(grid))[0] for grid in (portrait, cel))
        scale, bias = self.net.identity
        return float(torch.sigmoid(scale * (one @ other) + bias))

    def _features(self, grid: CodeGrid) -> Tensor:
        codes = torch.tensor(grid.top).view(1, grid.rows, grid.columns, grid.depth)
        return self.net.features(codes, torch.tensor([FRAMES.index(grid.frame)]))
