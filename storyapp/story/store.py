"""The `.story` file: one SQLite database that holds a story, every picture ever painted, and a picture cache.

While it is open for writing, SQLite's write-ahead log and a lock file lie beside it; the operating system releases the
lock if the process dies. Closed, it is a single file. A second opener reads a snapshot and keeps nothing open, so readers
never block the writer.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from types import TracebackType

from . import backups, schema, story_files
from .errors import DamagedStoryError, NotAStoryError, ReadOnlyStoryError, StoryFileError
from .filelock import FileLock
from .model import Story
from .rows import StoryWriter, VariantKeys

logger = logging.getLogger(__name__)

PICTURE_CACHE_BYTES = 200_000_000


class StoryFile:
    """An open story file; thread-safe.

    `notice` is a sentence for the person if the file could only be opened for reading, else empty.
    """

    def __init__(
        self,
        path: Path,
        story: Story,
        keys: VariantKeys,
        lock: FileLock | None = None,
        connection: sqlite3.Connection | None = None,
        notice: str = "",
    ) -> None:
        """Use `create` or `open`; with a lock and a connection, which `close` gives back, it is writable."""
        self.path = path
        self.notice = notice
        self._real = path.resolve()
        self._story = story
        self._keys = keys
        self._lock = lock
        self._guard = threading.RLock()
        self._closed = False
        self._connection = connection
        self._identity = _identity(self._real)
        self._cached_bytes: int | None = None

    @property
    def story(self) -> Story:
        """The story as it is in the file."""
        return self._story

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved; `notice` says why."""
        return self._lock is None

    @property
    def closed(self) -> bool:
        """Whether `close` was called."""
        return self._closed

    @classmethod
    def create(cls, path: Path, story: Story) -> StoryFile:
        """Make a new file with `story` in it and open it; a file of that name is replaced at the end.

        Raises:
            ReadOnlyStoryError: if a file of that name is open.
            StoryFileError: if it cannot be written.
        """
        with (
            schema.readable_errors(path.name),
            story_files.replacing_story(path) as beside,
            closing(schema.connect(beside, "rwc")) as connection,
            schema.transaction(connection),
        ):
            schema.create_tables(connection)
            StoryWriter(connection, {}).write(story, None)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, read_only: bool = False, backup_folder: Path | None = None) -> StoryFile:
        """Open a file; a second opener gets it read-only, with a notice.

        `backup_folder` is where good backups are looked for if it is damaged, and where one is put before an
        older file is brought up to date: a folder `Backups` beside the file, if not given.

        Raises:
            NotAStoryError: if it is another kind of file.
            NewerStoryError: if a newer storyapp wrote it.
            DamagedStoryError: if it is damaged; the newest good backup is named, if there is one.
            StoryFileError: if it is not there or cannot be read.
        """
        story_files.require_file(path)
        folder = backup_folder or path.parent / backups.FOLDER
        lock, notice = (None, "") if read_only else story_files.claim(path.resolve())
        try:
            with schema.readable_errors(path.name):
                if lock is None:
                    story, reader = story_files.read_story(path)
                    return cls(path, story, reader.keys, notice=notice)
                connection = story_files.connect_for_writing(
                    path.resolve(), lambda old: backups.back_up(old, path, folder)
                )
                story, reader = story_files.read_from(connection, path.name)
                return cls(path, story, reader.keys, lock, connection)
        except (DamagedStoryError, NotAStoryError) as error:
            _release(lock)
            raise story_files.name_backup(error, backups.newest_good(folder, path)) from error
        except BaseException:
            _release(lock)
            raise

    def save(self, story: Story) -> None:
        """Write what changed since the last save, as one transaction that survives a power cut.

        Raises:
            ReadOnlyStoryError: if the file is open for reading only.
            StoryFileError: if the disk is full or the file was moved away; the file stays as it was, and the
                next save writes what this one could not.
        """
        with self._writing() as connection:
            if story is self._story:
                return
            writer = StoryWriter(connection, self._keys)
            with schema.transaction(connection):
                writer.write(story, self._story)
            self._keys.update(writer.written)
            self._story = story

    def picture(self, variant: str, key: str = "") -> bytes | None:
        """The cached PNG of a variant, or None; `key` tells several pictures of one variant apart."""
        query = "SELECT png FROM picture WHERE variant = ? AND key = ?"
        with self._reading() as connection:
            row = connection.execute(query, (variant, key)).fetchone()
        return bytes(row[0]) if row else None

    def keep_picture(self, variant: str, png: bytes, key: str = "") -> None:
        """Cache the PNG of a variant, dropping the oldest if they grow too many; read-only files keep none.

        Raises:
            StoryFileError: if it cannot be written.
        """
        if self.read_only:
            return
        with self._writing() as connection, schema.transaction(connection):
            total = self._cached_bytes
            if total is None:
                total = _sum(connection.execute("SELECT length(png) FROM picture"))
            self._cached_bytes = None  # counted again if this fails
            drop = "DELETE FROM picture WHERE variant = ? AND key = ? RETURNING length(png)"
            total += len(png) - _sum(connection.execute(drop, (variant, key)))
            connection.execute("INSERT INTO picture (variant, key, png) VALUES (?, ?, ?)", (variant, key, png))
            while total > PICTURE_CACHE_BYTES:
                oldest = "DELETE FROM picture WHERE rowid = (SELECT min(rowid) FROM picture) RETURNING length(png)"
                total -= _sum(connection.execute(oldest))
            self._cached_bytes = total

    def settle(self) -> None:
        """Checkpoint the write-ahead log, so that an outside copy of the file is the story as it was last saved."""
        with suppress(StoryFileError, sqlite3.Error), self._writing() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def copy_to(self, path: Path, pictures: bool = True) -> None:
        """Write a verified copy of the whole file, which takes the place of `path` at the end.

        Without `pictures` the cache is left out.

        Raises:
            ReadOnlyStoryError: if `path` is open.
            StoryFileError: if it cannot be written.
        """
        if path.resolve() == self._real:
            raise StoryFileError(f"“{path.name}” is the story itself; choose another name for the copy.")
        with (
            self._reading() as connection,
            schema.readable_errors(path.name),
            story_files.replacing_story(path) as beside,
        ):
            story_files.copy_database(connection, beside, pictures)

    def close(self) -> None:
        """Merge the log into the file and release the lock; closing twice does nothing."""
        with self._guard:
            self._closed = True
            if self._connection is not None:
                try:
                    self._connection.execute("PRAGMA journal_mode=DELETE")
                except sqlite3.Error as error:
                    # Somebody is reading it just now; the log stays beside it until the next opening.
                    logger.info("the log of %s stays: %s", self.path, error)
                self._connection.close()
                self._connection = None
            _release(self._lock)

    def __enter__(self) -> StoryFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._guard, schema.readable_errors(self.path.name):
            self._require_open()
            if self._connection is None:
                reason = self.notice or "It was opened for reading only."
                raise ReadOnlyStoryError(f"“{self.path.name}” cannot be saved. {reason}")
            # On POSIX a file that is gone can still be written, and every word would be lost with it.
            if _identity(self._real) != self._identity:
                raise StoryFileError(
                    f"“{self.path.name}” was moved, replaced or deleted while it was open; "
                    "save the story under another name."
                )
            yield self._connection

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._guard, schema.readable_errors(self.path.name):
            self._require_open()
            if self._connection is not None:
                yield self._connection
                return
            with closing(story_files.connect_for_reading(self._real)) as connection:
                yield connection

    def _require_open(self) -> None:
        if self._closed:
            raise StoryFileError(f"“{self.path.name}” is closed; open it again.")


def _sum(lengths: sqlite3.Cursor) -> int:
    return sum(row[0] for row in lengths.fetchall())


def _identity(path: Path) -> tuple[int, int]:
    """What tells a file from another one of the same name; zeros if there is none."""
    with suppress(OSError):
        status = os.stat(path)
        return status.st_dev, status.st_ino
    return 0, 0


def _release(lock: FileLock | None) -> None:
    if lock is not None:
        lock.release()
