"""Perceptual and adversarial loss of a VQGAN (Esser et al. 2021, arXiv 2012.09841), without any pretrained network.

The perceptual loss compares fixed features: edges, spots and random filters on four scales, their strength pooled
so that an edge a pixel off still counts for something. The discriminator is a PatchGAN (Isola et al. 2017,
arXiv 1611.07004) with hinge loss; it learns for a while before the decoder hears of it, and its weight is bounded.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

RANDOM_FILTERS = 16
SCALES = 4


class FeaturePyramid(nn.Module):
    """Perceptual distance of two pictures (batch, 4, height, width) in fixed features; 0 if they are equal."""

    filters: Tensor

    def __init__(self, seed: int = 5) -> None:
        super().__init__()
        across = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]]) / 8
        spot = torch.tensor([[0.0, 1.0, 0.0], [1.0, -4.0, 1.0], [0.0, 1.0, 0.0]]) / 8
        known = torch.zeros(12, 4, 3, 3)
        for channel in range(4):
            for index, one in enumerate((across, across.t(), spot)):
                known[3 * channel + index, channel] = one
        random = torch.randn((RANDOM_FILTERS, 4, 3, 3), generator=torch.Generator().manual_seed(seed))
        random = random - random.mean((2, 3), keepdim=True)
        random = random / random.abs().sum((1, 2, 3), keepdim=True)
        self.register_buffer("filters", torch.cat([known, random]))

    def forward(self, one: Tensor, other: Tensor) -> Tensor:
        """The mean absolute difference of features, over all scales."""
        total = one.new_zeros(())
        for _ in range(SCALES):
            first, second = (functional.conv2d(picture, self.filters) for picture in (one, other))
            pooled = [functional.avg_pool2d(response.abs(), 3, 2) for response in (first, second)]
            total = total + (first - second).abs().mean() + (pooled[0] - pooled[1]).abs().mean()
            one, other = (functional.avg_pool2d(picture, 2) for picture in (one, other))
        return total * (8 / SCALES)  # of the size of a pixel difference


class PatchDiscriminator(nn.Module):
    """Realness of each patch: (batch, 4, height, width) → logits (batch, 1, height/8, width/8)."""

    def __init__(self, width: int = 48) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            nn.PixelUnshuffle(2),
            nn.Conv2d(16, width, 4, stride=2, padding=1), nn.LeakyReLU(0.2),
            nn.Conv2d(width, 2 * width, 4, stride=2, padding=1), nn.GroupNorm(8, 2 * width), nn.LeakyReLU(0.2),
            nn.Conv2d(2 * width, 2 * width, 3, padding=1), nn.GroupNorm(8, 2 * width), nn.LeakyReLU(0.2),
            nn.Conv2d(2 * width, 1, 3, padding=1),
        )  # fmt: skip

    def forward(self, picture: Tensor) -> Tensor:
        """Positive logits mean drawn (real), negative ones painted (generated)."""
        judged: Tensor = self.layers(picture * 2 - 1)
        return judged.float()

    def loss(self, drawn: Tensor, painted: Tensor) -> Tensor:
        """Hinge loss of the discriminator (a scalar); `painted` is detached from its generator."""
        loss: Tensor = functional.relu(1 - self(drawn)).mean() + functional.relu(1 + self(painted.detach())).mean()
        return loss


def bounded_weight(reconstruction: Tensor, adversarial: Tensor, last: Tensor, largest: float) -> Tensor:
    """The adaptive weight that balances the gradient norms of both losses at `last` (layer weights), at most `largest`."""
    norms = [torch.autograd.grad(loss, last, retain_graph=True)[0].norm() for loss in (reconstruction, adversarial)]
    return (largest * norms[0] / (norms[1] + 1e-6)).clamp(max=largest).detach()
