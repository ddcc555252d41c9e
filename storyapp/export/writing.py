"""Writing the files of books: checks before, atomic replacement, and readable errors."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from storyapp.story.errors import ExportError
from storyapp.whole_files import name_beside, replacing


def check_target(target: Path) -> None:
    """Check before long work that `target` can be written.

    Raises:
        ExportError: if it is a folder, or its folder cannot be made or written.
    """
    with words_for_errors(target):
        if target.is_dir():
            raise ExportError(f"{target} is a folder; give the file a name in it, such as {target / 'book.pdf'}.")
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = name_beside(target)
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
        with replacing(target) as beside:
            yield beside


@contextmanager
def words_for_errors(target: Path) -> Iterator[None]:
    """Convert an OSError into an ExportError about `target`."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ExportError(
            f"{target} could not be written ({reason}); make room or choose another place, and export again."
        ) from error
