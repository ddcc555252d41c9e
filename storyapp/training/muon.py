"""Muon for convolutions: orthogonalised momentum of each kernel, flattened to a matrix.

After Jordan et al. 2024 (kellerjordan.github.io/posts/muon) and Liu et al. 2025 (arXiv 2502.16982), whose scale makes
AdamW's learning rates usable. `torch.optim.Muon` accepts matrices only.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor, nn

_COEFFICIENTS = (3.4445, -4.7750, 2.0315)  # of the Newton-Schulz iteration, chosen for a steep start
_ITERATIONS = 5


class KernelMuon(torch.optim.Optimizer):
    """Nesterov momentum with an orthogonalised update, for kernels (out, in, rows, columns)."""

    def __init__(
        self, kernels: Iterable[nn.Parameter], lr: float, weight_decay: float = 0.01, momentum: float = 0.95
    ) -> None:
        super().__init__(kernels, {"lr": lr, "weight_decay": weight_decay, "momentum": momentum})

    @torch.no_grad()
    def step(self, closure: Any = None) -> None:  # type: ignore[override]
        """Update every kernel that has a gradient; `closure` is ignored."""
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
        scale = 0.2 * max(matrix.shape) ** 0.5  # the usual RMS of an AdamW update
        kernel.add_(orthogonal(matrix).view(kernel.shape), alpha=-group["lr"] * scale)


def orthogonal(matrix: Tensor) -> Tensor:
    """The nearest matrix with singular values of about 1 (0.7 … 1.2), by Newton-Schulz iterations in bf16."""
    a, b, c = _COEFFICIENTS
    transposed = matrix.shape[0] > matrix.shape[1]
    x = (matrix.t() if transposed else matrix).bfloat16()
    x = x / x.norm().clamp(min=1e-7)
    for _ in range(_ITERATIONS):
        gram = x @ x.t()
        x = a * x + (b * gram + c * gram @ gram) @ x
    return (x.t() if transposed else x).to(matrix.dtype)
