"""Two processes over gloo train as one with the double batch."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import torch
from torch import nn

from storyapp.engine.checkpoint import read_tensors
from storyapp.engine.quantizer import QuantizerConfig, VectorQuantizer

SCRIPT = """
import sys, torch
from pathlib import Path
from storyapp.engine.checkpoint import write_tensors
from storyapp.training.parallel import Team
from tests.training.test_parallel import halves, learn, state_of
torch.set_num_threads(1)
team = Team()
assert team.size == 2
network, quantizer = learn(halves()[team.index], team)
if team.first:
    write_tensors(Path(sys.argv[1]), state_of(network, quantizer))
team.close()
"""


def halves() -> list[torch.Tensor]:
    """Two batches of vectors (batch, dim, rows, columns)."""
    generator = torch.Generator().manual_seed(5)
    return [torch.randn((4, 8, 4, 4), generator=generator) for _ in range(2)]


def learn(batch: torch.Tensor, team: object = None) -> tuple[nn.Linear, VectorQuantizer]:
    """A few steps of a little network and a codebook on one batch."""
    torch.manual_seed(1)
    network = nn.Linear(8, 8)
    quantizer = VectorQuantizer(QuantizerConfig(size=8, dim=8)).train()
    quantizer.started.fill_(True)
    optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
    for _ in range(3):
        out = network(batch.permute(0, 2, 3, 1))
        quantizer._update(0, torch.arange(batch.numel() // 8) % 8, batch.permute(0, 2, 3, 1).reshape(-1, 8), None)
        optimizer.zero_grad()
        (out - 1).square().mean().backward()
        if team is not None:
            team.average_gradients(list(network.parameters()))  # type: ignore[attr-defined]
        optimizer.step()
    return network, quantizer


def state_of(network: nn.Linear, quantizer: VectorQuantizer) -> dict[str, torch.Tensor]:
    """What was learned."""
    return {**network.state_dict(), "codebooks": quantizer.codebooks.contiguous()}


def free_port() -> str:
    """A port of this machine that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return str(one.getsockname()[1])


def test_two_processes_learn_what_one_learns_from_both_batches(tmp_path: Path) -> None:
    out = tmp_path / "state.safetensors"
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    command = (sys.executable, "-m", "torch.distributed.run", "--nproc_per_node", "2", "--master_port", free_port())
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [*command, str(script), str(out)], capture_output=True, text=True, timeout=120, check=False,
        env={"PYTHONPATH": str(root), "PATH": "/usr/bin:/bin", "ACCELERATE_USE_CPU": "true", "HOME": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    torch.testing.assert_close(read_tensors(out), state_of(*learn(torch.cat(halves()))))
