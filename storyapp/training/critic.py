"""The decoder's opponent: it tells drawn pictures from decoded ones, patch by patch.

A loss between pixels rests content with a smudge wherever a code leaves open what is there; drawings of our world have no
smudges. As in VQGAN (Esser et al. 2021, arXiv 2012.09841) with the patches of Isola et al. (2017, arXiv 1611.07004).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from storyapp.engine.vqvae import FRAMES

CHANNELS = (32, 64, 128)


class Critic(nn.Module):
    """How drawn each patch looks (batch, 1, height/8, width/8) of pictures over paper (batch, 4, height, width)."""

    def __init__(self) -> None:
        super().__init__()
        sizes = (4, *CHANNELS)
        self.look = nn.ModuleList(
            nn.Conv2d(before, after, 4, stride=2, padding=1) for before, after in zip(sizes, CHANNELS, strict=False)
        )
        self.around = nn.Conv2d(CHANNELS[-1], CHANNELS[-1], 3, padding=1)
        self.frame = nn.Embedding(len(FRAMES), CHANNELS[-1])
        self.score = nn.Conv2d(CHANNELS[-1], 1, 3, padding=1)

    def forward(self, picture: Tensor, frame: Tensor) -> Tensor:
        """`frame` (batch,) is an index into FRAMES."""
        x = picture * 2 - 1
        for layer in self.look:
            x = functional.leaky_relu(layer(x), 0.2)
        x = functional.leaky_relu(self.around(x) + self.frame(frame)[:, :, None, None], 0.2)
        score = self.score(x)
        assert isinstance(score, Tensor)
        return score

    def loss(self, drawn: Tensor, decoded: Tensor, frame: Tensor) -> Tensor:
        """Hinge loss: drawn patches above 1, decoded ones below −1."""
        high, low = self(drawn, frame).float(), self(decoded.detach(), frame).float()
        return functional.relu(1 - high).mean() + functional.relu(1 + low).mean()


def over_paper(picture: Tensor, paper: Tensor) -> Tensor:
    """A picture (batch, 4, …; colour over white) over `paper` (batch, 3, 1, 1), and its alpha; gradients everywhere."""
    alpha = picture[:, 3:]
    return torch.cat([picture[:, :3] - (1 - alpha) * (1 - paper), alpha], dim=1)


def in_proportion(error: Tensor, contest: Tensor, last: Tensor) -> Tensor:
    """How much `contest` must weigh to pull at the weights `last` as hard as `error` does."""
    (wanted,) = torch.autograd.grad(error, last, retain_graph=True)
    (found,) = torch.autograd.grad(contest, last, retain_graph=True)
    return (wanted.norm() / (found.norm() + 1e-6)).clamp(max=1000).detach()
