"""The loop of all trainings: rates that rise and fall, also for a run that goes on, and a log."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn

from storyapp.training.loop import Loop


@dataclass(frozen=True)
class Run:
    steps: int = 20
    warm_up: int = 4
    save_every: int = 5


def trained(folder: Path, stop: int | None = None) -> tuple[nn.Linear, list[list[float]]]:
    """A model after a run that is stopped after a step, and the rates of its two groups at each step."""
    torch.manual_seed(0)
    model = nn.Linear(3, 1)
    groups = [{"params": [model.weight], "lr": 0.1}, {"params": [model.bias], "lr": 0.01}]
    optimizer = torch.optim.AdamW(groups)
    loop = Loop("line", folder, model, [optimizer], Run())
    rates: list[list[float]] = []

    def backward(step: int) -> dict[str, float]:
        rates.append([group["lr"] for group in optimizer.param_groups])
        loss = (model(torch.full((2, 3), float(step))) - 1).square().mean()
        loss.backward()
        return {"loss": float(loss.detach())}

    for progress in loop.steps(backward):
        if progress.step == stop:
            break
    return model, rates


def test_each_group_keeps_its_rate_and_all_rise_and_fall(tmp_path: Path) -> None:
    _, rates = trained(tmp_path)
    first = [one for one, _ in rates]
    assert first.index(max(first)) == 3 and first[-1] < 0.05 * max(first) and max(first) <= 0.1
    assert all(abs(10 * other - one) < 1e-9 for one, other in rates)


def test_a_run_goes_on_as_if_it_had_never_stopped(tmp_path: Path) -> None:
    whole, rates = trained(tmp_path / "whole")
    trained(tmp_path / "parts", stop=10)
    rest, later = trained(tmp_path / "parts")
    assert later == rates[10:]
    assert torch.equal(whole.weight, rest.weight) and torch.equal(whole.bias, rest.bias)


def test_the_log_has_a_line_every_ten_steps(tmp_path: Path) -> None:
    trained(tmp_path)
    lines = [json.loads(line) for line in (tmp_path / "line.jsonl").read_text().splitlines()]
    assert [line["step"] for line in lines] == [0, 10] and all("loss" in line and "norm" in line for line in lines)
