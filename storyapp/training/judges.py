"""Evaluators: small classifiers of flat pictures, which name what is drawn, in which pose, in which place.

Each frame has one network with a linear head for each attribute. That of figures locates the face and classifies an
enlarged crop of it too, because an expression is only a few pixels of the whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from storyapp.engine.checkpoint import load_weights
from storyapp.story.codes import FRAMES

from .world import concepts, drawing
from .world.backdrops import UNWEATHERED
from .world.spec import STEPS

WIDTHS = (32, 64, 96, 144)  # channels of each stage, at half the resolution of the one before
INPUT = 128  # pixels of a side of the whole picture
FACE_INPUT = 64  # pixels of a side of the face crop
FACE_MARGIN = 1.15  # size of the crop, relative to the face box
HIDDEN = -100  # the answer where a drawing does not show an attribute: the `ignore_index` of cross entropy
WHO = ("skin", "hair", "hair_style", "top_colour", "bottom_colour", "accessory", "accessory_colour", "build")


def labels_of(frame: str) -> dict[str, tuple[object, ...]]:
    """The attributes of a frame with their values; WHO are those that distinguish figures of one kind."""
    if frame == "figure":
        return {
            "kind": concepts.KINDS,
            "top_colour": concepts.COLOURS,
            "bottom_colour": concepts.COLOURS,
            "accessory": ("none", *concepts.ACCESSORIES),
            "pose": concepts.POSES,
            "expression": concepts.EXPRESSIONS,
            "facing": concepts.FACINGS,
            "skin": tuple(range(6)),
            "hair": tuple(range(6)),
            "hair_style": tuple(range(3)),
            "accessory_colour": concepts.COLOURS,
            "build": STEPS,
        }
    if frame == "backdrop":
        return {"setting": concepts.SETTINGS, "time": concepts.TIMES, "weather": concepts.WEATHERS}
    return {"concept": drawing.thing_names()}


def answers(frame: str, spec: Any) -> dict[str, int]:
    """The index of the right value of each attribute of a spec, or HIDDEN."""
    values = asdict(spec)
    hidden = set()
    if frame == "figure" and values["accessory"] is None:
        values["accessory"] = "none"
        hidden.add("accessory_colour")
    if frame == "backdrop" and values["setting"] in UNWEATHERED:
        hidden.add("weather")
    return {
        name: HIDDEN if name in hidden else choices.index(values[name]) for name, choices in labels_of(frame).items()
    }


Answers = dict[str, Tensor]


def correct(evaluator: Evaluator, picture: Tensor, right: Mapping[str, int]) -> dict[str, bool]:
    """Whether the evaluator recognises each attribute of `right` that is not HIDDEN, in `picture` (1, 4, size, size)."""
    logits = evaluator(picture)
    return {name: int(logits[name].argmax()) == index for name, index in right.items() if index != HIDDEN}


class Residual(nn.Module):
    """A pre-activation residual block of two convolutions (He et al. 2016, arXiv 1603.05027)."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        layers = [
            (nn.BatchNorm2d(channels), nn.ReLU(), nn.Conv2d(channels, channels, 3, padding=1, bias=False))
            for _ in range(2)
        ]
        self.body = nn.Sequential(*(one for layer in layers for one in layer))

    def forward(self, features: Tensor) -> Tensor:
        """Features of the same shape."""
        return features + self.body(features)


class ConvEncoder(nn.Module):
    """A small residual network over a square picture (batch, 4, size, size)."""

    def __init__(self, size: int, widths: Sequence[int], features: int) -> None:
        super().__init__()
        layers: list[nn.Module] = [nn.PixelUnshuffle(2), nn.Conv2d(4 * 4, widths[0], 3, padding=1)]
        for before, channels in pairwise(widths):
            layers += [
                nn.MaxPool2d(2),
                nn.Conv2d(before, channels, 3, padding=1),
                Residual(channels),
                Residual(channels),
            ]
        self.body = nn.Sequential(*layers, nn.BatchNorm2d(widths[-1]), nn.ReLU())
        self.out = nn.Linear(widths[-1] * (size // 32) ** 2, features)

    def forward(self, picture: Tensor) -> tuple[Tensor, Tensor]:
        """Features (batch, features), and the feature map (batch, widths[-1], size/16, size/16) that they are pooled from."""
        seen = self.body(picture * 2 - 1)
        return functional.relu(self.out(functional.max_pool2d(seen, 2).flatten(1))), seen


class Evaluator(nn.Module):
    """The classifier of one frame: an encoder of the whole, for figures one of the face, and a linear head per attribute."""

    def __init__(self, frame: str, features: int = 192) -> None:
        super().__init__()
        self.labels = labels_of(frame)
        self.whole = ConvEncoder(INPUT, WIDTHS, features)
        self.face = ConvEncoder(FACE_INPUT, WIDTHS, features) if frame == "figure" else None
        self.find_face = nn.Conv2d(WIDTHS[-1], 1, 1)
        self.face_size = nn.Linear(features, 1)
        together = 2 * features if self.face else features
        self.heads = nn.ModuleDict({name: nn.Linear(together, len(values)) for name, values in self.labels.items()})

    def forward(self, picture: Tensor) -> Answers:
        """Logits of each attribute of `picture` (batch, 4, 128·n, 128·n): colour over white and alpha, 0 … 1."""
        return self.judge(picture, None)[0]

    def judge(self, picture: Tensor, box: Tensor | None) -> tuple[Answers, Tensor]:
        """Logits, and the predicted face box (batch, 3): its centre and half its size, in fractions.

        A `box` of that form is cropped instead of the predicted one.
        """
        features, seen = self.whole(functional.avg_pool2d(picture, picture.shape[-1] // INPUT))
        found = self._face_box(features, seen)
        if self.face is not None:
            close, _ = self.face(crop_face(picture, found.detach() if box is None else box))
            features = torch.cat([features, close], dim=1)
        return {name: head(features).float() for name, head in self.heads.items()}, found

    def _face_box(self, features: Tensor, seen: Tensor) -> Tensor:
        # Soft argmax: the centre is the mean position, weighted by how much each cell looks like a face.
        share = self.find_face(seen).float().flatten(1).softmax(1).view(len(seen), *seen.shape[2:])
        places = (torch.arange(share.shape[1], device=seen.device) + 0.5) / share.shape[1]
        x, y = (share.sum(1) * places).sum(1), (share.sum(2) * places).sum(1)
        return torch.stack([x, y, self.face_size(features).float().sigmoid()[:, 0]], dim=1)


def crop_face(picture: Tensor, box: Tensor) -> Tensor:
    """The part of `picture` around `box` (batch, 3: centre x, y, half size in fractions), FACE_INPUT pixels a side."""
    zoom = box[:, 2] * 2 * FACE_MARGIN
    theta = torch.zeros((len(box), 2, 3), device=box.device)
    theta[:, 0, 0] = theta[:, 1, 1] = zoom
    theta[:, :, 2] = box[:, :2] * 2 - 1
    grid = functional.affine_grid(theta, [len(box), 4, FACE_INPUT, FACE_INPUT], align_corners=False)
    return functional.grid_sample(picture, grid, align_corners=False, padding_mode="border")


def as_centre(faces: Tensor) -> Tensor:
    """Face boxes (n, 4: x0, y0, x1, y1) as centre and half of the longer side (n, 3)."""
    half = torch.maximum(faces[:, 2] - faces[:, 0], faces[:, 3] - faces[:, 1]) / 2
    return torch.stack([(faces[:, 0] + faces[:, 2]) / 2, (faces[:, 1] + faces[:, 3]) / 2, half], dim=1)


def load_evaluators(folder: Path) -> dict[str, Evaluator]:
    """The trained evaluator of every frame.

    Raises:
        ModelMissingError: if one has not been trained.
    """
    return {frame: load_evaluator(folder, frame) for frame in FRAMES}


def load_evaluator(folder: Path, frame: str) -> Evaluator:
    """The trained evaluator of a frame.

    Raises:
        ModelMissingError: if it has not been trained.
    """
    model = Evaluator(frame)
    load_weights(folder / f"{frame}.safetensors", model)
    return model.eval()
