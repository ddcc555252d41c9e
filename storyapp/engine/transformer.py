"""The latent Transformer: a phrase, portraits and the known codes of a cel → all of its top codes.

A masked, bidirectional Transformer (MaskGIT, arXiv 2202.04200; Muse, arXiv 2301.00704). One position stands for 2×2 top
cells. The context (phrase and portraits) attends to itself alone, so its keys and values are computed once per picture
and reused in every decoding step. Codes enter and leave through their codebook vectors, so that similar codes share what
is learned. The first portrait is used twice, as context and added cell by cell; further ones are context alone.

*Conditions* are categorical inputs added as embeddings at every position: the details that no phrase says
(plan.DETAILS), and the attributes that a phrase names in the network's own words (`TransformerConfig.words`). All
positions then agree on one hair or one mood; from the phrase alone, a mouth of two cells among 256 is lost among the
rest. Some pairs of conditions have embeddings of their own: (kind, pose) learns how a fox sits, and (setting, layout) is
a *map* with one vector for each position. The weather of a room is told in its *windows* alone (`windows.py`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from storyapp.story.codes import FRAMES
from storyapp.story.plan import DETAILS

from .checkpoint import load_net
from .layers import Layer, Norm, Pair, PairEmbedding, ResidualBlock
from .windows import Windows

PATCH = 2  # top cells along each side of a position
LONGEST_PHRASE = 24  # tokens of text


@dataclass(frozen=True)
class TransformerConfig:
    """Sizes of the network; `codes`, `depth` and `code_dim` are those of the tokenizer's top level."""

    width: int = 256
    layers: int = 8
    heads: int = 4
    cell_width: int = 128
    free_dim: int = 8  # of the learned embedding that is concatenated to each codebook vector
    text_width: int = 384
    codes: int = 512
    depth: int = 2
    code_dim: int = 8
    longest_side: int = 16  # most positions along a side, extended backdrops included
    details: tuple[int, ...] = tuple(DETAILS.values())  # how many values each detail has
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # attribute → its values, as phrases name them
    pairs: tuple[Pair, ...] = ()  # conditions with a common embedding
    maps: tuple[Pair, ...] = ()  # … with one vector for each position, in cels of `map_side` positions a side
    map_side: int = 8
    cell_blocks: int = 0  # residual blocks over the cells, after the layers over positions
    code_hidden: int = 0  # hidden units of `CodeMix`, 0 for none
    window_side: int = 0  # vectors along a side of the picture that `Windows` lay into a window, 0 for none

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> TransformerConfig:
        """The configuration of prior.json.

        Raises:
            TypeError, ValueError: if it is malformed or has an unknown name.
        """
        words = {name: tuple(choices) for name, choices in values.get("words", {}).items()}
        pairs = {name: tuple((first, second) for first, second in values.get(name, ())) for name in ("pairs", "maps")}
        return cls(**{**values, **pairs, "details": tuple(values.get("details", cls.details)), "words": words})

    @property
    def conditions(self) -> dict[str, int]:
        """The conditions in the order of `detail_values`, each with the number of its values."""
        return dict(zip(DETAILS, self.details, strict=True)) | {name: len(words) for name, words in self.words.items()}


@dataclass
class Context:
    """What stays the same in all decoding steps: keys and values of phrase and portraits, and the conditions."""

    keys: list[Tensor]  # each (batch, heads, tokens, head width)
    values: list[Tensor]
    mask: Tensor  # (batch, tokens) False where a token is padding
    aligned: Tensor | None  # (batch, rows, columns, cell embedding) of the first portrait, or None
    condition: Tensor  # (batch, 1, width) of frame and conditions, added to every position
    maps: Tensor | None = None  # (batch, positions, width) added to each position, or None
    windows: Tensor | None = None  # (batch, rows, columns, cell embedding) of what is seen through windows, or None


class CodeMix(nn.Module):
    """A gated residual MLP that combines a cell's features with its codes so far, before the next code is predicted."""

    def __init__(self, width: int, hidden: int) -> None:
        super().__init__()
        self.norm = Norm(width)
        self.to_hidden = nn.Linear(width, 2 * hidden)
        self.from_hidden = nn.Linear(hidden, width)
        nn.init.zeros_(self.from_hidden.weight)
        nn.init.zeros_(self.from_hidden.bias)

    def forward(self, x: Tensor) -> Tensor:
        """x (…, width)."""
        gate, value = self.to_hidden(self.norm(x)).chunk(2, dim=-1)
        return x + self.from_hidden(functional.silu(gate) * value)


class LatentTransformer(nn.Module):
    """Predicts the top codes of a cel from phrase, frame, portraits, conditions and the codes that are known."""

    codebooks: Tensor

    def __init__(self, config: TransformerConfig) -> None:
        super().__init__()
        self.config = config
        width, cell = config.width, config.depth * (config.code_dim + config.free_dim)
        self.register_buffer("codebooks", torch.zeros(config.depth, config.codes, config.code_dim))
        self.free = nn.Parameter(torch.randn(config.depth, config.codes, config.free_dim) * 0.1)
        self.mask_cell = nn.Parameter(torch.randn(cell) * 0.1)
        self.no_portrait = nn.Parameter(torch.zeros(cell))
        self.from_cells = nn.Linear(cell * PATCH * PATCH, width)
        self.from_aligned = nn.Linear(cell * PATCH * PATCH, width)
        self.from_portrait = nn.Linear(cell * PATCH * PATCH, width)
        self.from_text = nn.Linear(config.text_width, width)
        self.no_text = nn.Parameter(torch.randn(width) * 0.1)
        self.frame = nn.Embedding(len(FRAMES), width)
        conditions = config.conditions
        self.details = nn.ModuleList(nn.Embedding(count + 1, width) for count in conditions.values())  # 0: left open
        for table in self.details:
            nn.init.normal_(table.weight, std=0.3)  # type: ignore[arg-type]
        self.pairs = nn.ModuleList(PairEmbedding(conditions, pair, width) for pair in config.pairs)
        self.maps = nn.ModuleList(PairEmbedding(conditions, pair, width * config.map_side**2) for pair in config.maps)
        self.windows = Windows(conditions, config.window_side, cell) if config.window_side else None
        if self.windows:
            self.from_windows = nn.Linear(cell * PATCH * PATCH, width, bias=False)
            self.windows_to_cells = nn.Linear(cell, config.cell_width, bias=False)
        self.row = nn.Parameter(torch.randn(config.longest_side, width) * 0.1)
        self.column = nn.Parameter(torch.randn(config.longest_side, width) * 0.1)
        self.text_place = nn.Parameter(torch.randn(LONGEST_PHRASE, width) * 0.02)
        self.layers: list[Layer] = nn.ModuleList(  # type: ignore[assignment]
            Layer(width, config.heads) for _ in range(config.layers)
        )
        self.norm = Norm(width)
        self.to_cells = nn.Linear(width, config.cell_width * PATCH * PATCH)
        self.aligned_to_cells = nn.Linear(cell, config.cell_width)
        self.known_to_cells = nn.Linear(cell, config.cell_width)
        self.cell_mix = nn.Conv2d(config.cell_width, config.cell_width, 3, padding=1)
        self.after_codes = nn.ModuleList(
            nn.Linear(level * (config.code_dim + config.free_dim), config.cell_width)
            for level in range(1, config.depth)
        )
        self.cell_blocks = nn.ModuleList(ResidualBlock(config.cell_width) for _ in range(config.cell_blocks))
        self.code_mixes = nn.ModuleList(
            CodeMix(config.cell_width, config.code_hidden) for _ in range(1, config.depth) if config.code_hidden
        )
        self.heads = nn.ModuleList(nn.Linear(config.cell_width, config.codes) for _ in range(config.depth))
        self.to_code_space = nn.ModuleList(nn.Linear(config.cell_width, config.code_dim) for _ in range(config.depth))
        self.sharpness = nn.Parameter(torch.full((config.depth,), 5.0))

    def embed_cells(self, codes: Tensor) -> Tensor:
        """(batch, rows, columns, depth) codes → (batch, rows, columns, cell embedding)."""
        return torch.cat([self._embed_level(level, codes[..., level]) for level in range(self.config.depth)], dim=-1)

    def _embed_level(self, level: int, codes: Tensor) -> Tensor:
        table = torch.cat([self.codebooks[level], self.free[level]], dim=-1)
        return functional.embedding(codes, table)

    def encode_context(
        self,
        text: Tensor,
        text_mask: Tensor,
        frame: Tensor,
        portraits: Tensor | None,
        has_portrait: Tensor | None = None,
        conditions: Tensor | None = None,
        windows: Tensor | None = None,
    ) -> Context:
        """Run phrase and portraits through the layers, and look the conditions up.

        `text` (batch, tokens, text width) are token states; a row of `text_mask` (batch, tokens) without any True is a
        phrase that was dropped. `frame` (batch,) indexes FRAMES. `portraits` (batch, count, rows, columns, depth) are
        codes; `has_portrait` (batch, count) False drops one. `conditions` are `detail_values`; None leaves all open.
        `windows` (batch, rows, columns) are as in `Windows.look`.
        """
        seen = None
        if conditions is not None and self.windows:
            told, seen = self.windows.look(conditions, windows)
            # Everything about such a room is told; its phrase and its weather would be learnt by heart with the room.
            text_mask = text_mask & ~told[:, None]
            conditions = conditions.clone()
            conditions[told, self.windows.weather] = 0
        x, mask = self._embed_text(text, text_mask)
        aligned = None
        if portraits is not None:
            tokens, present, aligned = self._embed_portraits(portraits, has_portrait)
            x, mask = torch.cat([x, tokens], dim=1), torch.cat([mask, present], dim=1)
        condition = self.frame(frame)
        maps = None
        if conditions is not None:
            condition = condition + sum(table(conditions[:, index]) for index, table in enumerate(self.details))
            condition = condition + sum(pair(conditions) for pair in self.pairs)
            if self.maps:
                maps = torch.stack([table(conditions) for table in self.maps]).sum(0).view(len(x), -1, x.shape[-1])
        condition = condition[:, None]
        x = x + condition
        keys, values = [], []
        for layer in self.layers:
            query, key, value = layer.attention.project(layer.attention_norm(x))
            keys.append(key)
            values.append(value)
            x = x + layer.attention.attend(query, key, value, mask)
            x = x + layer.mlp(x)
        return Context(keys, values, mask, aligned, condition, maps, seen)

    def _embed_text(self, text: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Tokens (batch, tokens, width) and their mask; a dropped phrase is one learned token."""
        dropped = ~mask.any(1)
        x = self.from_text(text) + self.text_place[: text.shape[1]]
        first = torch.where(dropped[:, None], self.no_text.to(x.dtype), x[:, 0])
        x = torch.cat([first[:, None], x[:, 1:]], dim=1)
        return x, torch.cat([mask[:, :1] | dropped[:, None], mask[:, 1:]], dim=1)

    def _embed_portraits(self, portraits: Tensor, present: Tensor | None) -> tuple[Tensor, Tensor, Tensor]:
        """Tokens (batch, tokens, width), their mask, and the cells of the first portrait (batch, rows, columns, cell)."""
        batch, count, rows, columns = portraits.shape[:4]
        if present is None:
            present = torch.ones((batch, count), dtype=torch.bool, device=portraits.device)
        cells = torch.where(present[:, :, None, None, None], self.embed_cells(portraits), self.no_portrait)
        tokens = self.from_portrait(_patch(cells.flatten(0, 1))) + self._positions(rows, columns)
        mask = present.repeat_interleave(tokens.shape[1], dim=1)
        return tokens.view(batch, -1, tokens.shape[-1]), mask, cells[:, 0]

    def features(self, codes: Tensor, masked: Tensor, context: Context) -> Tensor:
        """Features (batch, rows, columns, cell width) from which `logits` predicts each cell's codes.

        `codes` (batch, rows, columns, depth) count only where `masked` (batch, rows, columns) is False.
        """
        rows, columns = codes.shape[1:3]
        cells = torch.where(masked[..., None], self.mask_cell, self.embed_cells(codes))
        aligned = context.aligned if context.aligned is not None else self.no_portrait.expand_as(cells)
        x = self.from_cells(_patch(cells)) + self.from_aligned(_patch(aligned)) + self._positions(rows, columns)
        x = x + context.condition
        if context.maps is not None and rows == columns == PATCH * self.config.map_side:
            x = x + context.maps
        windows = context.windows
        if windows is not None and windows.shape != cells.shape:
            windows = None
        if windows is not None:
            x = x + self.from_windows(_patch(windows))
        whole = torch.ones(x.shape[:2], dtype=torch.bool, device=x.device)
        mask = torch.cat([context.mask, whole], dim=1)
        for layer, context_key, context_value in zip(self.layers, context.keys, context.values, strict=True):
            query, key, value = layer.attention.project(layer.attention_norm(x))
            key, value = torch.cat([context_key, key], dim=2), torch.cat([context_value, value], dim=2)
            x = x + layer.attention.attend(query, key, value, mask)
            x = x + layer.mlp(x)
        out = _unpatch(self.to_cells(self.norm(x)), rows, columns)
        out = out + self.aligned_to_cells(aligned) + self.known_to_cells(cells)
        if windows is not None:
            out = out + self.windows_to_cells(windows)
        out = functional.silu(out)
        out = out.permute(0, 3, 1, 2)
        out = out + functional.silu(self.cell_mix(out))
        for block in self.cell_blocks:
            out = block(out)
        return out.permute(0, 2, 3, 1)

    def logits(self, features: Tensor, before: Tensor) -> Tensor:
        """Logits (…, codes) of the next residual code, given the codes `before` it (…, level)."""
        level = before.shape[-1]
        if level:
            known = torch.cat([self._embed_level(index, before[..., index]) for index in range(level)], dim=-1)
            features = features + self.after_codes[level - 1](known)
            if self.code_mixes:
                features = self.code_mixes[level - 1](features)
        toward = functional.normalize(self.to_code_space[level](features).float(), dim=-1)
        similar = toward @ functional.normalize(self.codebooks[level], dim=-1).t()
        return self.heads[level](features).float() + similar * self.sharpness[level]

    def _positions(self, rows: int, columns: int) -> Tensor:
        grid = self.row[: rows // PATCH, None] + self.column[None, : columns // PATCH]
        return grid.flatten(0, 1)


def load_prior(folder: Path) -> LatentTransformer:
    """The trained latent Transformer of a model folder.

    Raises:
        ModelMissingError: if a file is not there.
        ModelDamagedError: if one is damaged or does not fit.
    """
    return load_net(folder, "prior", lambda config: LatentTransformer(TransformerConfig.from_json(config))).eval()


def detail_values(
    details: Sequence[Mapping[str, int]], said: Sequence[Mapping[str, str]], words: Mapping[str, Sequence[str]]
) -> Tensor:
    """The conditions of cels (batch, conditions), counted from 1 and 0 where left open.

    `details` are the values of plan.DETAILS, `said` the attributes that the phrase names, `words` all values of those.
    """
    rows = [
        [1 + chosen[name] if name in chosen else 0 for name in DETAILS]
        + [1 + values.index(named[name]) if name in named else 0 for name, values in words.items()]
        for chosen, named in zip(details, said, strict=True)
    ]
    return torch.tensor(rows)


def _patch(cells: Tensor) -> Tensor:
    """(batch, rows, columns, n) → (batch, positions, 4n), row by row."""
    batch, rows, columns, n = cells.shape
    blocks = cells.view(batch, rows // PATCH, PATCH, columns // PATCH, PATCH, n).transpose(2, 3)
    return blocks.reshape(batch, (rows // PATCH) * (columns // PATCH), PATCH * PATCH * n)


def _unpatch(x: Tensor, rows: int, columns: int) -> Tensor:
    """The inverse of `_patch`."""
    batch, n = x.shape[0], x.shape[-1] // (PATCH * PATCH)
    blocks = x.view(batch, rows // PATCH, columns // PATCH, PATCH, PATCH, n).transpose(2, 3)
    return blocks.reshape(batch, rows, columns, n)
