"""Checkpoints of a training run (weights, optimizers and step in one safetensors file), its schedule and its log."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from storyapp.engine.checkpoint import read_tensors, write_tensors


def save_state(path: Path, model: nn.Module, optimizers: Sequence[torch.optim.Optimizer], step: int) -> None:
    """Write a checkpoint atomically."""
    tensors: dict[str, Tensor] = {f"model.{name}": value for name, value in model.state_dict().items()}
    for number, optimizer in enumerate(optimizers):
        for index, values in optimizer.state_dict()["state"].items():
            tensors |= {f"optimizer{number}.{index}.{name}": torch.as_tensor(value) for name, value in values.items()}
    tensors["step"] = torch.tensor(step)
    write_tensors(path, {name: tensor.detach().clone().contiguous() for name, tensor in tensors.items()})


def load_state(path: Path, model: nn.Module, optimizers: Sequence[torch.optim.Optimizer] = ()) -> int:
    """Restore model and optimizers from `path`; returns the next step, 0 if there is no checkpoint."""
    if not path.is_file():
        return 0
    tensors = read_tensors(path)
    model.load_state_dict({name[6:]: value for name, value in tensors.items() if name.startswith("model.")})
    for number, optimizer in enumerate(optimizers):
        state: dict[int, dict[str, Tensor]] = {}
        for name, value in tensors.items():
            if name.startswith(f"optimizer{number}."):
                _, index, key = name.split(".", 2)
                state.setdefault(int(index), {})[key] = value
        if state:
            optimizer.load_state_dict({"state": state, "param_groups": optimizer.state_dict()["param_groups"]})
    return int(tensors["step"])


def scheduled(full: float, step: int, steps: int, warm_up: int, floor: float = 0.02) -> float:
    """The learning rate of a step: linear warm-up to `full`, then a cosine down to the share `floor` of it."""
    cosine = 0.5 * (1 + math.cos(math.pi * min(1.0, step / steps)))
    return full * min(1.0, (step + 1) / warm_up) * (floor + (1 - floor) * cosine)


class Log:
    """A JSON Lines file; each line has the seconds since the log was opened."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self.began = time.monotonic()

    def write(self, **values: Any) -> None:
        """Append one line."""
        line = {"seconds": round(time.monotonic() - self.began, 1), **values}
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
