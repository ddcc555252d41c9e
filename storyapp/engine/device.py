"""The backend of the networks: device and number format. On a CPU the faster format is measured once per machine."""

from __future__ import annotations

import json
import platform
import re
import time
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn

from storyapp.story.errors import DeviceError

from .checkpoint import Net

# What torch says on an Apple GPU, and on a CPU under POSIX and Windows.
_NO_MEMORY = re.compile(r"out of memory|can't allocate memory|not enough memory")


@dataclass(frozen=True)
class Backend:
    """A device and the number format that is fastest on it (bfloat16 or float32)."""

    device: torch.device
    dtype: torch.dtype

    def autocast(self) -> torch.autocast:
        """The autocast context for running networks on this backend."""
        return torch.autocast(self.device.type, dtype=torch.bfloat16, enabled=self.dtype is torch.bfloat16)

    def prepared(self, net: Net) -> Net:
        """The network on the device, its layers in the format that `autocast` would cast their weights to at every call."""
        for module in net.modules():
            if isinstance(module, nn.Linear | nn.Conv2d):
                module.to(self.dtype)
        return net.eval().to(self.device)


def choose_device(wanted: str = "auto") -> torch.device:
    """The device "cuda", "mps" or "cpu"; "auto" takes the first that is available.

    Raises:
        DeviceError: if the wanted device is not available.
    """
    available = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available(), "cpu": True}
    if wanted == "auto":
        return torch.device(next(name for name, works in available.items() if works))
    if not available.get(wanted, False):
        usable = ", ".join(name for name, works in available.items() if works)
        raise DeviceError(f"This machine has no device {wanted!r}; choose auto or one of: {usable}.")
    return torch.device(wanted)


def choose_backend(wanted: str = "auto", cache: Path | None = None) -> Backend:
    """The device with its number format; a measurement on the CPU is kept in `cache` (a JSON file).

    Raises:
        DeviceError: if the wanted device is not available.
    """
    device = choose_device(wanted)
    if device.type != "cpu":
        return Backend(device, torch.bfloat16 if device.type == "cuda" else torch.float32)
    key = f"{platform.processor() or platform.machine()}-{torch.__version__}-{torch.get_num_threads()}"
    formats = _read(cache)
    if key not in formats:
        formats[key] = "bfloat16" if _seconds(torch.bfloat16) < _seconds(torch.float32) else "float32"
        _write(cache, formats)
    return Backend(device, torch.bfloat16 if formats[key] == "bfloat16" else torch.float32)


def is_out_of_memory(error: BaseException) -> bool:
    """Whether a device, or the computer, has no more memory: only CUDA raises an error of its own for it."""
    if isinstance(error, (torch.OutOfMemoryError, MemoryError)):
        return True
    return isinstance(error, RuntimeError) and _NO_MEMORY.search(str(error)) is not None


def _seconds(dtype: torch.dtype) -> float:
    """Seconds of one convolution like those of the decoder: the fastest of three runs after a warm-up."""
    layer = nn.Conv2d(144, 144, 3, padding=1).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    x = torch.zeros(2, 144, 32, 32).contiguous(memory_format=torch.channels_last)
    seconds = []
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16, enabled=dtype is torch.bfloat16):
        for _ in range(4):
            began = time.perf_counter()
            layer(x)
            seconds.append(time.perf_counter() - began)
    return min(seconds[1:])


def _read(cache: Path | None) -> dict[str, str]:
    try:
        kept = json.loads(cache.read_text(encoding="utf-8")) if cache else {}
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _write(cache: Path | None, kept: dict[str, str]) -> None:
    if cache is None:
        return
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
        cache.write_text(json.dumps(kept), encoding="utf-8")
    except OSError:
        return  # measured again next time; nothing is lost
