"""Building blocks of the networks: attention layers, convolution blocks, and embeddings of pairs of conditions."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor, nn
from torch.nn import functional

Pair = tuple[str, str]  # the names of two conditions that are embedded together


class Norm(nn.RMSNorm):
    """RMS normalisation, computed in float32 and returned in the precision of its input."""

    def forward(self, x: Tensor) -> Tensor:
        """x (…, width)."""
        return super().forward(x.float()).to(x.dtype)


class Attention(nn.Module):
    """Multi-head attention with normalised queries and keys."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.to_qkv = nn.Linear(width, 3 * width, bias=False)
        self.to_out = nn.Linear(width, width, bias=False)
        self.query_norm = Norm(width // heads)
        self.key_norm = Norm(width // heads)
        nn.init.zeros_(self.to_out.weight)

    def project(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Queries, keys and values (batch, heads, tokens, head width) of x (batch, tokens, width)."""
        batch, tokens, width = x.shape
        qkv = self.to_qkv(x).view(batch, tokens, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        return self.query_norm(qkv[0]), self.key_norm(qkv[1]), qkv[2]

    def attend(self, query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None) -> Tensor:
        """The attention output (batch, queries, width); `mask` (batch, keys) is True where a key counts.

        Two plain matrix products are faster than SDPA on CPUs.
        """
        scores = query @ key.transpose(-1, -2) * query.shape[-1] ** -0.5
        if mask is not None:
            scores = scores.masked_fill(~mask[:, None, None, :], float("-inf"))
        mixed = scores.float().softmax(-1).to(value.dtype) @ value
        return self.to_out(mixed.transpose(1, 2).flatten(2))


class Layer(nn.Module):
    """The parameters of a pre-norm attention block and its gated MLP; the Transformer runs them."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.attention_norm = Norm(width)
        self.attention = Attention(width, heads)
        self.mlp_norm = Norm(width)
        self.to_hidden = nn.Linear(width, 5 * width, bias=False)
        self.from_hidden = nn.Linear(5 * width // 2, width, bias=False)
        nn.init.zeros_(self.from_hidden.weight)

    def mlp(self, x: Tensor) -> Tensor:
        """x (batch, tokens, width)."""
        gate, value = self.to_hidden(self.mlp_norm(x)).chunk(2, dim=-1)
        return self.from_hidden(functional.silu(gate) * value)


class PairEmbedding(nn.Embedding):
    """A learned vector for each pair of values of two conditions; zeros where either is left open."""

    def __init__(self, conditions: Mapping[str, int], pair: Pair, width: int) -> None:
        one, other = (conditions[name] for name in pair)
        super().__init__(one * other + 1, width, padding_idx=0)
        nn.init.zeros_(self.weight)
        self.columns = [list(conditions).index(name) for name in pair]
        self.others = other

    def forward(self, values: Tensor) -> Tensor:
        """`values` (batch, conditions) from 1, 0 where left open → (batch, width)."""
        first, second = (values[:, column] for column in self.columns)
        return super().forward(torch.where((first > 0) & (second > 0), (first - 1) * self.others + second, 0))


class ChannelNorm(nn.Module):
    """RMS norm over the channels of a map, with a learned scale."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.scale = nn.Parameter(torch.ones(channels, 1, 1))

    def forward(self, x: Tensor) -> Tensor:
        """x (batch, channels, rows, columns)."""
        return x * (torch.rsqrt(x.float().square().mean(1, keepdim=True) + 1e-6) * self.scale).to(x.dtype)


class ResidualBlock(nn.Module):
    """Two 3×3 convolutions beside a skip; the second starts at zero. A condition shifts and scales between."""

    def __init__(self, channels: int, condition: int = 0) -> None:
        super().__init__()
        self.first = nn.Conv2d(channels, channels, 3, padding=1)
        self.second = nn.Conv2d(channels, channels, 3, padding=1)
        nn.init.zeros_(self.second.weight)
        assert self.second.bias is not None
        nn.init.zeros_(self.second.bias)
        self.modulate = nn.Linear(condition, 2 * channels) if condition else None

    def forward(self, x: Tensor, condition: Tensor | None = None) -> Tensor:
        """x (batch, channels, rows, columns), condition (batch, width)."""
        hidden = self.first(functional.silu(x))
        if self.modulate is not None and condition is not None:
            scale, shift = self.modulate(condition)[:, :, None, None].chunk(2, dim=1)
            hidden = hidden * (1 + scale) + shift
        return x + self.second(functional.silu(hidden))
