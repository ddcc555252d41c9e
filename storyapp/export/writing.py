"""Files that appear whole or not at all, and what to tell a person when they cannot be written."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from storyapp.story.errors import ExportError


def check_target(target: Path) -> None:
    """Find out before long work whether `target` could be written.

    Raises:
        ExportError: if it is a folder, or its folder cannot be made or written.
    """
    if target.is_dir():
        raise ExportError(f"{target} is a folder; give the file a name in it, such as {target / 'book.pdf'}.")
    with words_for_errors(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = _beside(target)
        try:
            beside.touch()
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


@contextmanager
def written_beside(target: Path) -> Iterator[Path]:
    """Give a path to write; at the end it takes the place of `target`, on any error it is removed.

    Raises:
        ExportError: if the file cannot be written.
    """
    with words_for_errors(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = _beside(target)
        try:
            yield beside
            os.replace(beside, target)
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


@contextmanager
def words_for_errors(target: Path) -> Iterator[None]:
    """Turn errors of the disk into one sentence about `target`."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ExportError(
            f"{target} could not be written ({reason}); make room or choose another place, and export again."
        ) from error


def _beside(target: Path) -> Path:
    return target.with_name(f".{uuid.uuid4().hex[:12]}.part")
