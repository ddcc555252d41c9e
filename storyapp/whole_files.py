"""Atomic file writes."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def name_beside(target: Path) -> Path:
    """A new temporary path in the folder of `target`."""
    return target.with_name(f".{uuid.uuid4().hex[:12]}.part")


@contextmanager
def replacing(target: Path, beside: Path | None = None) -> Iterator[Path]:
    """Yield a path to write, which replaces `target` at the end, or is removed on any error.

    A fixed `beside`, in the same folder, is for processes that may be killed: the next run overwrites it.

    Raises:
        OSError: if the file cannot be written.
    """
    beside = beside or name_beside(target)
    try:
        yield beside
        os.replace(beside, target)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
