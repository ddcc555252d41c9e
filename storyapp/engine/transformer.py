"""The latent Transformer: words, a portrait and some of a cel's codes → all of its codes.

A masked, bidirectional transformer (MaskGIT, arXiv 2202.04200; Muse, arXiv 2301.00704) over positions of
2×2 top cells. Context (words and portrait) attends to itself alone, so its keys and values are computed once
a picture and kept over all steps. Codes enter and leave through their codebook vectors, so that similar
codes share what is learned; the first portrait comes twice, as context and added cell by cell, further ones as
context alone. Details are told in every position: what words leave open (plan.DETAILS), and once more what the
phrase says in words of the network's own. Who knows them paints the same hair, the same hills, the same mood in
every cell; told by the phrase alone, a mouth of two cells among 256 is lost among the rest. Some are told in pairs
besides: how a fox sits is learned as such, and a view of a place as a map, with a vector of its own in each position.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from storyapp.story.codes import FRAMES
from storyapp.story.plan import DETAILS

from .checkpoint import load_net
from .layers import Layer, Norm, Pair, ResidualBlock, Together

PATCH = 2  # top cells a position, along each side
LONGEST_PHRASE = 24  # tokens of text


@dataclass(frozen=True)
class TransformerConfig:
    """Sizes of the network; `codes`, `depth` and `code_dim` are those of the tokenizer's top level."""

    width: int = 256
    layers: int = 8
    heads: int = 4
    cell_width: int = 128
    free_dim: int = 8  # of the learned embedding beside each codebook vector
    text_width: int = 384
    codes: int = 512
    depth: int = 2
    code_dim: int = 8
    longest_side: int = 16  # positions along a side, for extended backdrops too
    details: tuple[int, ...] = tuple(DETAILS.values())  # how many values each detail has
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # attribute → its words in phrases
    pairs: tuple[Pair, ...] = ()  # details or attributes that are told together
    maps: tuple[Pair, ...] = ()  # … with a vector for each position, in cels of `map_side` positions a side
    map_side: int = 8
    cell_blocks: int = 0  # residual blocks over the cells, after the layers over positions
    code_hidden: int = 0  # hidden units that mix a cell's features with its codes so far, before the next one

    def to_json(self) -> dict[str, Any]:
        """Plain values for config.json."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> TransformerConfig:
        """Read what `to_json` wrote.

        Raises:
            ValueError: if a name is unknown.
        """
        unknown = set(values) - {one.name for one in fields(cls)}
        if unknown:
            raise ValueError(f"the painter's configuration has unknown names: {', '.join(sorted(unknown))}")
        words = {name: tuple(choices) for name, choices in values.get("words", {}).items()}
        together = {name: tuple((one, other) for one, other in values.get(name, ())) for name in ("pairs", "maps")}
        return cls(**{**values, **together, "details": tuple(values.get("details", cls.details)), "words": words})

    @property
    def told(self) -> dict[str, int]:
        """How many values everything has that is told, in the order in which it is."""
        return dict(zip(DETAILS, self.details, strict=True)) | {name: len(words) for name, words in self.words.items()}


@dataclass
class Context:
    """Keys and values of words and portrait for every layer, where they are padding, and the details."""

    keys: list[Tensor]  # each (batch, heads, tokens, head width)
    values: list[Tensor]
    mask: Tensor  # (batch, tokens) True where there is something
    aligned: Tensor | None  # (batch, rows, columns, cell embedding) of the first portrait, or None
    told: Tensor  # (batch, 1, width) frame and details, added to every position
    maps: Tensor | None = None  # (batch, positions, width) what is told to each position, or None


class CodeMix(nn.Module):
    """A gated MLP beside a skip: what the next code of a cell is depends on features and codes so far together."""

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
    """Predicts the top codes of a cel from words, frame, portrait and the codes that are known."""

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
        self.details = nn.ModuleList(nn.Embedding(count + 1, width) for count in config.told.values())  # first: open
        for table in self.details:
            nn.init.normal_(table.weight, std=0.3)  # type: ignore[arg-type]
        self.pairs = nn.ModuleList(Together(config.told, pair, width) for pair in config.pairs)
        self.maps = nn.ModuleList(Together(config.told, pair, width * config.map_side**2) for pair in config.maps)
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
        details: Tensor | None = None,
    ) -> Context:
        """Run words (batch, tokens, text width) and codes of portraits through the layers.

        A row of `text_mask` without any True is a phrase that was dropped. `portraits` are (batch, count, rows,
        columns, depth); `has_portrait` (batch, count) False drops one. `details` (batch, details) counts values
        from 1 and is 0 where one is left open.
        """
        dropped = ~text_mask.any(1)
        x = self.from_text(text) + self.text_place[: text.shape[1]]
        first = torch.where(dropped[:, None], self.no_text.to(x.dtype), x[:, 0])
        x = torch.cat([first[:, None], x[:, 1:]], dim=1)
        mask = torch.cat([text_mask[:, :1] | dropped[:, None], text_mask[:, 1:]], dim=1)
        aligned = None
        if portraits is not None:
            batch, count, rows, columns = portraits.shape[:4]
            if has_portrait is None:
                has_portrait = torch.ones((batch, count), dtype=torch.bool, device=x.device)
            cells = self.embed_cells(portraits)
            cells = torch.where(has_portrait[:, :, None, None, None], cells, self.no_portrait)
            aligned = cells[:, 0]
            tokens = self.from_portrait(_patch(cells.flatten(0, 1))) + self._places(rows, columns)
            x = torch.cat([x, tokens.view(batch, -1, tokens.shape[-1])], dim=1)
            mask = torch.cat([mask, has_portrait.repeat_interleave(tokens.shape[1], dim=1)], dim=1)
        told = self.frame(frame)
        if details is not None:
            told = told + sum(table(details[:, index]) for index, table in enumerate(self.details))
            told = told + sum(pair(details) for pair in self.pairs)
        told = told[:, None]
        x = x + told
        keys, values = [], []
        for layer in self.layers:
            query, key, value = layer.attention.project(layer.attention_norm(x))
            keys.append(key)
            values.append(value)
            x = x + layer.attention.attend(query, key, value, mask)
            x = x + layer.mlp(x)
        maps = sum(one(details) for one in self.maps) if details is not None and self.maps else None
        return Context(keys, values, mask, aligned, told, None if maps is None else maps.view(len(x), -1, x.shape[-1]))

    def features(self, codes: Tensor, masked: Tensor, context: Context) -> Tensor:
        """Features (batch, rows, columns, cell width) from which `logits` predicts each cell's codes.

        `codes` (batch, rows, columns, depth) count only where `masked` (batch, rows, columns) is False.
        """
        rows, columns = codes.shape[1:3]
        cells = torch.where(masked[..., None], self.mask_cell, self.embed_cells(codes))
        aligned = context.aligned if context.aligned is not None else self.no_portrait.expand_as(cells)
        x = self.from_cells(_patch(cells)) + self.from_aligned(_patch(aligned)) + self._places(rows, columns)
        x = x + context.told
        if context.maps is not None and rows == columns == PATCH * self.config.map_side:
            x = x + context.maps
        whole = torch.ones(x.shape[:2], dtype=torch.bool, device=x.device)
        mask = torch.cat([context.mask, whole], dim=1)
        for layer, context_key, context_value in zip(self.layers, context.keys, context.values, strict=True):
            query, key, value = layer.attention.project(layer.attention_norm(x))
            key, value = torch.cat([context_key, key], dim=2), torch.cat([context_value, value], dim=2)
            x = x + layer.attention.attend(query, key, value, mask)
            x = x + layer.mlp(x)
        out = _unpatch(self.to_cells(self.norm(x)), rows, columns)
        out = functional.silu(out + self.aligned_to_cells(aligned) + self.known_to_cells(cells))
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

    def _places(self, rows: int, columns: int) -> Tensor:
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
    """Details and what is `said` in `words`, as the network takes them (batch, details): from 1, and 0 where left open."""
    rows = [
        [1 + one[name] if name in one else 0 for name in DETAILS]
        + [1 + choices.index(says[name]) if name in says else 0 for name, choices in words.items()]
        for one, says in zip(details, said, strict=True)
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
