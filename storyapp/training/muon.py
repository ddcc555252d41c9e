"""Muon for convolutions: steps of equal size in all directions of a kernel, seen as a matrix.

After Jordan et al. 2024 (kellerjordan.github.io/posts/muon) and Liu et al. 2025 (arXiv 2502.16982), whose scale lets it
share learning rates with AdamW. `torch.optim.Muon` takes matrices alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor, nn

_COEFFICIENTS = (3.4445, -4.7750, 2.0315)  # of the Newton-Schulz iteration, chosen for a steep start
_ITERATIONS = 5


class KernelMuon(torch.optim.Optimizer):
    """Momentum, Nesterov's way, whose direction is made orthogonal; for kernels (out, in, rows, columns)."""

    def __init__(
        self, kernels: Iterable[nn.Parameter], lr: float, weight_decay: float = 0.01, momentum: float = 0.95
    ) -> None:
        super().__init__(kernels, {"lr": lr, "weight_decay": weight_decay, "momentum": momentum})

    @torch.no_grad()
    def step(self, closure: Any = None) -> None:  # type: ignore[override]
        """Move every kernel that has a gradient."""
        for group in self.param_groups:
            for kernel in group["params"]:
                if kernel.grad is not None:
                    self._move(kernel, kernel.grad, group)

    def _move(self, kernel: Tensor, gradient: Tensor, group: dict[str, Any]) -> None:
        state = self.state[kernel]
        mean = state.setdefault("mean", torch.zeros_like(gradient))
        mean.lerp_(gradient, 1 - group["momentum"])
        matrix = gradient.lerp(mean, group["momentum"]).flatten(1)
        kernel.mul_(1 - group["lr"] * group["weight_decay"])
        scale = 0.2 * max(matrix.shape) ** 0.5  # AdamW's usual size of a step
        kernel.add_(orthogonal(matrix).view(kernel.shape), alpha=-group["lr"] * scale)


def orthogonal(matrix: Tensor) -> Tensor:
    """The nearest matrix whose singular values are all about 1 (between 0.7 and 1.2), in bf16 products."""
    a, b, c = _COEFFICIENTS
    turned = matrix.shape[0] > matrix.shape[1]
    x = (matrix.t() if turned else matrix).bfloat16()
    x = x / x.norm().clamp(min=1e-7)
    for _ in range(_ITERATIONS):
        gram = x @ x.t()
        x = a * x + (b * gram + c * gram @ gram) @ x
    return (x.t() if turned else x).to(matrix.dtype)
