"""The optimizer of the decoders' kernels."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from storyapp.training.muon import KernelMuon, orthogonal


@pytest.mark.parametrize("shape", [(12, 40), (40, 12), (16, 16)])
def test_all_directions_of_a_step_are_of_equal_size(shape: tuple[int, int]) -> None:
    matrix = torch.randn(shape, generator=torch.Generator().manual_seed(1))
    sizes = torch.linalg.svdvals(orthogonal(matrix))
    assert float(sizes.min()) > 0.5
    assert float(sizes.max()) < 1.3


def test_it_finds_the_kernel_of_a_convolution() -> None:
    generator = torch.Generator().manual_seed(2)
    right, pictures = (
        torch.randn((6, 4, 3, 3), generator=generator) * 0.2,
        torch.rand((8, 4, 9, 9), generator=generator),
    )
    kernel = nn.Parameter(torch.zeros_like(right))
    optimizer = KernelMuon([kernel], lr=0.05, weight_decay=0.0)
    errors = []
    for _ in range(60):
        optimizer.zero_grad()
        error = (nn.functional.conv2d(pictures, kernel - right)).square().mean()
        error.backward()
        optimizer.step()
        errors.append(float(error.detach()))
    assert errors[-1] < 0.05 * errors[0]


def test_what_has_no_gradient_stays() -> None:
    kernel = nn.Parameter(torch.ones(2, 2, 3, 3))
    KernelMuon([kernel], lr=0.1).step()
    assert torch.equal(kernel, torch.ones(2, 2, 3, 3))
