"""The training loop of every network: learning rate schedule, gradient averaging and clipping, log and checkpoints."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

import torch
from torch import nn

from storyapp.story.request import Progress

from .parallel import Team
from .state import Log, load_state, save_state, scheduled

_LOG_EVERY = 10  # steps
_MAX_NORM = 1.0  # of the gradients, by clipping


class Schedule(Protocol):
    """What the loop needs of a run's configuration."""

    @property
    def steps(self) -> int: ...
    @property
    def warm_up(self) -> int: ...
    @property
    def save_every(self) -> int: ...


class Loop:
    """Trains one network, resuming from the checkpoint `name` in `folder`.

    The learning rate of every parameter group rises linearly over the warm-up, then falls with a cosine to the share
    `floor` of itself.
    """

    def __init__(
        self, name: str, folder: Path, model: nn.Module, optimizers: Sequence[torch.optim.Optimizer], run: Schedule,
        team: Team | None = None, floor: float = 0.02,
    ) -> None:  # fmt: skip
        self.name, self.model, self.optimizers, self.run = name, model, optimizers, run
        self.team, self.floor = team, floor
        self.first = team is None or team.first
        self.state, self.log = folder / f"{name}.safetensors", Log(folder / f"{name}.jsonl")
        self.start = load_state(self.state, model, optimizers)  # before the groups are read: it replaces them
        self.groups = [group for optimizer in optimizers for group in optimizer.param_groups]
        self.rates = [group["lr"] for group in self.groups]
        if team is not None:
            team.same_start(model)

    def steps(self, backward: Callable[[int], dict[str, float]]) -> Iterator[Progress[Any]]:
        """Run the remaining steps; `backward` computes the gradients of a step and returns its losses for the log."""
        parameters = [parameter for group in self.groups for parameter in group["params"]]
        for step in range(self.start, self.run.steps):
            self._prepare(step)
            losses = {name: round(value, 4) for name, value in backward(step).items()}
            if self.team is not None:
                self.team.average_gradients(parameters)
            norm = torch.nn.utils.clip_grad_norm_(parameters, _MAX_NORM)
            for optimizer in self.optimizers:
                optimizer.step()
            if step % _LOG_EVERY == 0 and self.first:
                self.log.write(step=step, norm=float(norm), **losses)
            last = step + 1 == self.run.steps
            if (last or (step + 1) % self.run.save_every == 0) and self.first:
                save_state(self.state, self.model, self.optimizers, step + 1)
            yield Progress(step + 1, self.run.steps, f"{self.name}, {losses}")

    def _prepare(self, step: int) -> None:
        for group, rate in zip(self.groups, self.rates, strict=True):
            group["lr"] = scheduled(rate, step, self.run.steps, self.run.warm_up, self.floor)
        for optimizer in self.optimizers:
            optimizer.zero_grad(set_to_none=True)
