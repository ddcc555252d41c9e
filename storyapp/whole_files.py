"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def name_beside(target: Path) -> Path:
    """A name in the folder of `target` that no file has."""
    return target.with_name(f".{uuid.uuid4().hex[:12]}.part")


@contextmanager
def replacing(target: Path, beside: Path | None = None) -> Iterator[Path]:
    """Give a path to write; at the end it takes the place of `target`, on any error it is removed.

    A `beside` of one's own, in the same folder, is for what may be killed half-way: the next try writes over it.

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
