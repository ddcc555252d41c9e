"""Measurements of the benchmarks: the machine, the time of a task, peak memory."""

from __future__ import annotations

import os
import platform
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any


def machine() -> dict[str, Any]:
    """The machine that is measured."""
    return {"machine": platform.processor() or platform.machine(), "cores": os.cpu_count(), "system": platform.system()}


def peak_memory() -> int | None:
    """The peak memory of this process in MiB; None on systems that do not report it."""
    try:
        import resource
    except ImportError:  # Windows
        return None
    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return largest // (1024 * 1024 if sys.platform == "darwin" else 1024)


def median(task: Callable[[int], Any], count: int) -> float:
    """The median seconds of `count` runs of a task, after one warm-up run; it is called with the number of the run."""
    seconds = []
    for index in range(count + 1):
        began = time.perf_counter()
        task(index)
        seconds.append(time.perf_counter() - began)
    return statistics.median(seconds[1:])
