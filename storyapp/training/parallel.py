"""Several processes train one network: each takes its own batches, and gradients are averaged.

Started by `python -m torch.distributed.run --nproc_per_node 2 -m storyapp train …` with ACCELERATE_USE_CPU=true; alone,
everything here does nothing. (`accelerate launch --cpu` starts one process, whatever it is asked for.)
Two processes with one thread each train about 1.4 times as fast as one with two on the machines we measured.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from accelerate import Accelerator
from torch import nn


class Team:
    """The processes of one run."""

    def __init__(self) -> None:
        self.accelerator = Accelerator(cpu=True)
        self.index = self.accelerator.process_index
        self.size = self.accelerator.num_processes
        self.first = self.accelerator.is_main_process

    def average_gradients(self, parameters: Sequence[nn.Parameter]) -> None:
        """Replace every gradient by its mean over all processes, in one exchange."""
        if self.size == 1:
            return
        grown = [one for one in parameters if one.grad is not None]
        flat = torch.cat([one.grad.flatten() for one in grown if one.grad is not None])
        mean = self.accelerator.reduce(flat, "mean")
        for one, part in zip(grown, mean.split([one.numel() for one in grown]), strict=True):
            one.grad = part.view_as(one)

    def same_start(self, model: nn.Module) -> None:
        """Give every process the weights and buffers of the first."""
        if self.size > 1:
            for tensor in model.state_dict().values():
                torch.distributed.broadcast(tensor, 0)

    def wait(self) -> None:
        """Go on when every process has come this far."""
        self.accelerator.wait_for_everyone()

    def close(self) -> None:
        """Part when everybody is done: a process that leaves early pulls the connection from under the others."""
        self.accelerator.wait_for_everyone()
        self.accelerator.end_training()
