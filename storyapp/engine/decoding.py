"""Iterative masked decoding (MaskGIT, arXiv 2202.04200), independent of any network.

Each step asks `propose` for a code and a confidence of every masked cell and keeps the most confident ones, so the
loop is tested without a network. Locked cells are simply not `free`: they are never masked and never change.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

import torch
from torch import Tensor
from torch.nn import functional

# (codes (batch, rows, columns, depth), masked (batch, rows, columns), share done 0 … 1) → codes, log-confidence
Propose = Callable[[Tensor, Tensor, float], tuple[Tensor, Tensor]]


def still_masked(step: int, steps: int, free: int) -> int:
    """How many of `free` units stay masked after step 1 … `steps`: a cosine schedule that ends at 0."""
    if step >= steps:
        return 0
    return min(free - 1, math.ceil(free * math.cos(math.pi / 2 * step / steps))) if free else 0


def masked_decode(
    propose: Propose,
    codes: Tensor,
    free: Tensor,
    steps: int,
    generators: Sequence[torch.Generator],
    unit: int = 2,
    choice_noise: float = 1.0,
    order: str = "confidence",
) -> Iterator[tuple[Tensor, Tensor]]:
    """Fill the `free` cells (batch, rows, columns) of `codes` (batch, rows, columns, depth).

    Yields the codes and the cells still masked after each step; the last has none. Cells are committed in units of
    `unit`×`unit`; `order` is "confidence" or "autoregressive" (one unit a step, row by row). If nothing is free, yields
    the codes once, unchanged. There is one generator for each cel, so a cel does not depend on the rest of the batch.

    Raises:
        ValueError: if `steps` < 1 or `order` is unknown.
    """
    if steps < 1:
        raise ValueError("a picture needs at least one step")
    if order not in ("confidence", "autoregressive"):
        raise ValueError(f"order must be 'confidence' or 'autoregressive', not {order!r}")
    codes, masked = codes.clone(), free.clone()
    if not bool(free.any()):
        yield codes, masked
        return
    units = _any_in_unit(free, unit).flatten(1)  # (batch, units)
    most = int(units.sum(1).max())
    steps = most if order == "autoregressive" else min(steps, most)
    for step in range(1, steps + 1):
        proposed, confidence = propose(codes, masked, (step - 1) / steps)
        codes = torch.where(masked[..., None], proposed, codes)
        score = _mean_in_unit(confidence, masked, unit).flatten(1)
        if order == "confidence":
            noise = torch.stack([gumbel(score.shape[1:], generator) for generator in generators]).to(score)
            score = score + choice_noise * (1 - step / steps) * noise
        else:
            score = -torch.arange(score.shape[1], device=score.device).expand_as(score).float()
        masked = masked & _expand(_keep_masked(score, masked, units, step, steps, unit, order), masked, unit)
        yield codes, masked
        if not bool(masked.any()):
            return


def _keep_masked(score: Tensor, masked: Tensor, units: Tensor, step: int, steps: int, unit: int, order: str) -> Tensor:
    open_units = _any_in_unit(masked, unit).flatten(1)
    keep = torch.zeros_like(open_units)
    for row in range(len(score)):
        total = int(units[row].sum())
        left = max(0, total - step) if order == "autoregressive" else still_masked(step, steps, total)
        candidates = open_units[row].nonzero().flatten()
        if left and len(candidates):
            unsure = score[row, candidates].argsort(stable=True)[: min(left, len(candidates))]
            keep[row, candidates[unsure]] = True
    return keep


def _any_in_unit(cells: Tensor, unit: int) -> Tensor:
    return functional.max_pool2d(cells.float().unsqueeze(1), unit).squeeze(1).bool()


def _mean_in_unit(values: Tensor, cells: Tensor, unit: int) -> Tensor:
    weight = cells.float()
    total = functional.avg_pool2d((values * weight).unsqueeze(1), unit).squeeze(1)
    return total / functional.avg_pool2d(weight.unsqueeze(1), unit).squeeze(1).clamp(min=1e-6)


def _expand(units: Tensor, like: Tensor, unit: int) -> Tensor:
    rows, columns = like.shape[1] // unit, like.shape[2] // unit
    grid = units.view(-1, rows, columns)
    return grid.repeat_interleave(unit, 1).repeat_interleave(unit, 2)


def gumbel(shape: Sequence[int], generator: torch.Generator) -> Tensor:
    """Standard Gumbel noise, drawn on the CPU so that it is the same on every device."""
    uniform = torch.rand(tuple(shape), generator=generator).clamp(min=1e-9, max=1 - 1e-7)
    return -torch.log(-torch.log(uniform))


def sample(logits: Tensor, temperature: float, generators: Sequence[torch.Generator]) -> tuple[Tensor, Tensor]:
    """Sample codes (batch, …) from `logits` (batch, …, codes), one generator a row; codes and their log-probabilities.

    Temperature 0 takes the most probable code.
    """
    log_probability = logits.log_softmax(-1)
    if temperature > 0:
        noise = torch.stack([gumbel(logits.shape[1:], generator) for generator in generators]).to(logits)
        chosen = (logits / temperature + noise).argmax(-1)
    else:
        chosen = logits.argmax(-1)
    return chosen, log_probability.gather(-1, chosen[..., None]).squeeze(-1)


def guided(unconditional: Tensor, conditional: Tensor, scale: float | Tensor) -> Tensor:
    """Classifier-free guidance u + s·(c − u); s = 1 means none."""
    return unconditional + scale * (conditional - unconditional)
