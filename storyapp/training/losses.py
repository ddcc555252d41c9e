"""Losses of the tokenizer. Pictures are (batch, 4, height, width): colour over white, then alpha."""

from __future__ import annotations

import torch
from torch import Tensor

from storyapp.engine.vqvae import premultiplied


def picture_loss(painted: Tensor, target: Tensor, weight: Tensor, paper: Tensor, squared: bool = True) -> Tensor:
    """Weighted L1 (+ L2) of colour, alpha and of both composed over `paper`, and L1 of the picture's gradients.

    Early in training L1 alone gets stuck at a grey median, and L2 pulls the decoder away from it. Later training goes on
    without L2 (`squared` False): the median of what a code may mean has sharp edges, the mean does not.

    `weight` is (batch, 1, height, width) with mean about 1; `paper` (batch, 3, 1, 1) is one random colour
    for each picture, so that no halo is hidden by a white background.
    """
    size = _l1_and_l2 if squared else torch.abs
    error = (size(painted - target) * weight).mean()
    composed = (size(_over(painted, paper) - _over(target, paper)) * weight).mean()
    return error + 0.5 * composed + gradient_loss(painted, target, weight)


def _l1_and_l2(difference: Tensor) -> Tensor:
    return difference.abs() + difference.square()


def gradient_loss(painted: Tensor, target: Tensor, weight: Tensor) -> Tensor:
    """Weighted L1 between the finite differences of two pictures, which puts edges where the target has them."""
    difference = painted - target
    across = (difference[..., :, 1:] - difference[..., :, :-1]).abs() * weight[..., :, 1:]
    down = (difference[..., 1:, :] - difference[..., :-1, :]).abs() * weight[..., 1:, :]
    return across.mean() + down.mean()


def attention(target: Tensor, faces: Tensor, face_weight: float = 3.0) -> Tensor:
    """Loss weights (batch, 1, height, width) with mean 1: more inside the alpha than outside, most in face boxes.

    `target` is (batch, 4, height, width); `faces` (batch, 4) holds x0, y0, x1, y1 in fractions, zeros without a face.
    """
    face = in_faces(faces, target.shape[2], target.shape[3]).unsqueeze(1).float()
    weight = 0.5 + target[:, 3:] * (1 + face_weight * face)
    return weight / weight.mean(dim=(2, 3), keepdim=True)


def in_faces(faces: Tensor, rows: int, columns: int) -> Tensor:
    """True for the cells (batch, rows, columns) of a grid whose centre lies in the face box (batch, 4)."""
    ys = (torch.arange(rows, device=faces.device) + 0.5) / rows
    xs = (torch.arange(columns, device=faces.device) + 0.5) / columns
    inside_y = (ys >= faces[:, 1:2]) & (ys < faces[:, 3:4])
    inside_x = (xs >= faces[:, 0:1]) & (xs < faces[:, 2:3])
    return inside_y[:, :, None] & inside_x[:, None, :]


def _over(picture: Tensor, paper: Tensor) -> Tensor:
    colour, alpha = premultiplied(picture)
    return colour + (1 - alpha) * paper
