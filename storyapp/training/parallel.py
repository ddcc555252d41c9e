"""Data-parallel training: each process has its own batches, and gradients are averaged.

Started by `python -m torch.distributed.run --nproc_per_node 2 -m storyapp train …` with ACCELERATE_USE_CPU=true; in a
single process everything here does nothing. (`accelerate launch --cpu` starts only one process.)
Two processes with one thread each train about 1.4 times as fast as one with two on the machines we measured.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from accelerate import Accelerator
from torch import nn


class Team:
    """The processes of one training run; `index` is this one, `first` the one that writes logs and weights."""

    def __init__(self) -> None:
        self.accelerator = Accelerator(cpu=True)
        self.index = self.accelerator.process_index
        self.size = self.accelerator.num_processes
        self.first = self.accelerator.is_main_process

    def average_gradients(self, parameters: Sequence[nn.Parameter]) -> None:
        """Replace every gradient by its mean over all processes, in one all-reduce."""
        if self.size == 1:
            return
        trained = [parameter for parameter in parameters if parameter.grad is not None]
        flat = torch.cat([parameter.grad.flatten() for parameter in trained if parameter.grad is not None])
        mean = self.accelerator.reduce(flat, "mean")
        for parameter, part in zip(trained, mean.split([each.numel() for each in trained]), strict=True):
            parameter.grad = part.view_as(parameter)

    def same_start(self, model: nn.Module) -> None:
        """Broadcast weights and buffers of the first process to all."""
        if self.size > 1:
            for tensor in model.state_dict().values():
                torch.distributed.broadcast(tensor, 0)

    def wait(self) -> None:
        """A barrier for all processes."""
        self.accelerator.wait_for_everyone()

    def close(self) -> None:
        """Leave together: a process that exits early breaks the connection of the others."""
        self.accelerator.wait_for_everyone()
        self.accelerator.end_training()
