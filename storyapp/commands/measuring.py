"""Figures of the benches: what they were taken on, how long a task takes, how much memory is held."""

from __future__ import annotations

import os
import platform
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any


def machine() -> dict[str, Any]:
    """What the figures were taken on."""
    return {"machine": platform.processor() or platform.machine(), "cores": os.cpu_count(), "system": platform.system()}


def peak_memory() -> int | None:
    """The most memory that this process ever held, in megabytes, where the system tells."""
    try:
        import resource
    except ImportError:  # Windows
        return None
    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return largest // (1024 * 1024 if sys.platform == "darwin" else 1024)


def median(task: Callable[[int], Any], count: int) -> float:
    """Seconds of a task that is done `count` times, and once before."""
    seconds = []
    for index in range(count + 1):
        began = time.perf_counter()
        task(index)
        seconds.append(time.perf_counter() - began)
    return statistics.median(seconds[1:])  # the first warms up
