"""Opening, copying and atomically replacing story files."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from storyapp.whole_files import replacing

from . import schema
from .errors import DamagedStoryError, NotAStoryError, ReadOnlyStoryError, StoryFileError
from .filelock import FileLock
from .model import Story
from .rows import StoryReader

SIDE_FILES = ("-wal", "-shm", "-journal")  # what SQLite keeps beside an open file


def require_file(path: Path) -> None:
    """Check that there is a file that may be read; raises StoryFileError if not."""
    try:
        if path.is_dir():
            raise StoryFileError(f"“{path.name}” is a folder; choose a story file.")
        if not path.exists():
            raise StoryFileError(f"There is no story file “{path}”; check the name.")
        if not path.is_file():
            raise StoryFileError(f"“{path.name}” is not a file that can hold a story.")
    except OSError as error:
        raise StoryFileError(f"“{path}” cannot be read ({error.strerror}); check its permissions.") from error
    if not os.access(path, os.R_OK):
        raise StoryFileError(f"“{path.name}” may not be read; change its permissions first.")


def claim(path: Path) -> tuple[FileLock | None, str]:
    """The lock for writing a file, or None and a sentence that says why it is opened for reading only."""
    if not os.access(path, os.W_OK):
        return None, "This file may not be written, so the story is open for reading only; save it under another name."
    lock = FileLock(path)
    try:
        if lock.acquire():
            return lock, ""
    except OSError:
        return None, "This folder may not be written, so the story is open for reading only; save it elsewhere."
    return None, "This story is already open in another window, so it is open for reading only here."


def read_story(path: Path) -> tuple[Story, StoryReader]:
    """Check a file and read its story without changing anything.

    Raises:
        NotAStoryError, NewerStoryError, DamagedStoryError: as the file is.
        StoryFileError: if it cannot be read.
    """
    with schema.readable_errors(path.name), closing(connect_for_reading(path)) as connection:
        version = schema.check(connection, path.name)
        if version == schema.SCHEMA_VERSION:
            return read_from(connection, path.name)
        # An older file is brought up to date in memory only.
        with closing(schema.connect_to_memory()) as memory:
            connection.backup(memory)
            schema.migrate(memory, version)
            return read_from(memory, path.name)


def read_title(path: Path, or_words: bool = False) -> tuple[str, str]:
    """Title and author of the story in a file, without reading more; `or_words` gives its first words for a title.

    Raises:
        StoryFileError: if it cannot be read, or is another kind of file.
    """
    with schema.readable_errors(path.name), closing(connect_for_reading(path)) as connection:
        if schema.pragma(connection, "application_id") != schema.APPLICATION_ID:
            raise NotAStoryError(f"“{path.name}” is not a story file; choose a file that storyapp has saved.")
        reader = StoryReader(connection, path.name)
        title, author = reader.title_and_author()
        return title or (reader.first_words() if or_words else ""), author


def read_from(connection: sqlite3.Connection, name: str) -> tuple[Story, StoryReader]:
    """The story in a checked database; raises DamagedStoryError, after closing it, if it is not whole."""
    reader = StoryReader(connection, name)
    try:
        return reader.story(), reader
    except BaseException:
        connection.close()
        raise


def connect_for_writing(path: Path, back_up: Callable[[sqlite3.Connection], object]) -> sqlite3.Connection:
    """Check a file, bring it up to date (after `back_up`) and keep it open with a log.

    Raises:
        NotAStoryError, NewerStoryError, DamagedStoryError: as the file is.
        sqlite3.Error: if it cannot be used.
    """
    connection = schema.connect(path, "rw")
    try:
        version = schema.check(connection, path.name)
        if version < schema.SCHEMA_VERSION:
            back_up(connection)
            schema.migrate(connection, version)
        # Without a log the file is as safe, only slower, and a reader may hold it up for a moment.
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode=WAL")
    except BaseException:
        connection.close()
        raise
    return connection


def connect_for_reading(path: Path) -> sqlite3.Connection:
    """A connection that cannot change the file; raises StoryFileError or sqlite3.Error if there can be none."""
    connection = schema.connect(path, "ro")
    try:
        schema.pragma(connection, "schema_version")
    except sqlite3.OperationalError:
        connection.close()
        side = [path.with_name(path.name + suffix) for suffix in SIDE_FILES]
        if any(one.exists() and one.stat().st_size for one in side):
            raise StoryFileError(
                f"“{path.name}” was not closed properly and its folder may not be written; "
                "copy it with the files beside it into a folder of your own and open it there."
            ) from None
        # In a folder that may not be written SQLite cannot make the index of its log, and needs none.
        return schema.connect(path, "ro", immutable=True)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def replacing_story(target: Path) -> Iterator[Path]:
    """Give a path to write beside `target`; at the end it takes the place of `target`, on an error it goes.

    Raises:
        ReadOnlyStoryError: if `target` is open.
        OSError: if the folder cannot be written.
    """
    if target.is_dir():
        raise StoryFileError(f"“{target.name}” is a folder; choose another name for the story.")
    real = target.resolve()  # a link stays a link
    lock = FileLock(real)
    if not lock.acquire():
        raise ReadOnlyStoryError(f"“{target.name}” is open in another window; close it there first.")
    try:
        with replacing(real) as beside:
            try:
                yield beside
                clear_side_files(real)
            finally:
                remove_side_files(beside)
        sync_folder(real.parent)
    finally:
        lock.release()


def remove_side_files(path: Path) -> None:
    """Remove what SQLite left beside a file that nobody has open."""
    for suffix in SIDE_FILES:
        with suppress(OSError):
            path.with_name(path.name + suffix).unlink(missing_ok=True)


def clear_side_files(path: Path) -> None:
    """Fold what a killed process left beside a file into it, so that it can never reach another file.

    SQLite would apply an old log to a new file of the same name.
    """
    if not any(path.with_name(path.name + suffix).exists() for suffix in SIDE_FILES):
        return
    if path.exists():
        with suppress(sqlite3.Error), closing(schema.connect(path, "rw")) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
    for suffix in SIDE_FILES:
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Sync a folder so that renames in it survive a power cut, on systems that support it."""
    with suppress(OSError):  # Windows opens no folders
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def copy_database(source: sqlite3.Connection, target: Path, pictures: bool = True) -> None:
    """Write a consistent copy of an open database to a new file; without the picture cache if so wished.

    Raises:
        sqlite3.Error: if it cannot be written.
        DamagedStoryError: if the copy is not intact.
    """
    with closing(schema.connect(target, "rwc")) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        if not pictures and copy.execute("SELECT 1 FROM picture LIMIT 1").fetchone():
            copy.execute("DELETE FROM picture")
            copy.execute("VACUUM")
        schema.check(copy, target.name)


def name_backup(error: DamagedStoryError | NotAStoryError, backup: Path | None) -> StoryFileError:
    """The same error with the newest good backup named, if there is one."""
    if backup is None:
        return error
    reason = str(error).rstrip(".").split(";")[0]
    return DamagedStoryError(f"{reason}; its newest good backup is “{backup}”.")
