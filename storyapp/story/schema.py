"""The tables of a .story file: recognising, checking and migrating it.

A `data` column is the JSON of one dataclass without its children; a parent lists its children in order, by
id or key. Nothing that was ever painted or written is deleted: rows that no list names are undone states.
`digest` covers the whole row, because SQLite's own check does not see a flipped bit inside a value.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePath

from .errors import (
    DamagedStoryError,
    NewerStoryError,
    NotAStoryError,
    ReadOnlyStoryError,
    StoryFileError,
)

logger = logging.getLogger(__name__)

APPLICATION_ID = 0x53544F52  # "STOR", at byte 68 of every .story file
SCHEMA_VERSION = 1
BUSY_SECONDS = 5.0

TABLES = """
CREATE TABLE story (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    data TEXT NOT NULL,
    digest TEXT NOT NULL
);
CREATE TABLE scene (id TEXT PRIMARY KEY, data TEXT NOT NULL, digest TEXT NOT NULL);
CREATE TABLE character (id TEXT PRIMARY KEY, data TEXT NOT NULL, digest TEXT NOT NULL);
CREATE TABLE illustration (
    scene TEXT NOT NULL REFERENCES scene (id),
    id TEXT NOT NULL,
    data TEXT NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (scene, id)
);
CREATE TABLE variant (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    made_for TEXT NOT NULL,
    data TEXT NOT NULL,
    codes BLOB,
    drawing BLOB,
    digest TEXT NOT NULL,
    UNIQUE (id, digest)
);
CREATE INDEX variant_made_for ON variant (made_for);
CREATE TABLE picture (
    variant TEXT NOT NULL,
    key TEXT NOT NULL,
    png BLOB NOT NULL,
    PRIMARY KEY (variant, key)
);
"""

# version → what brings a file of that version to the next one; runs inside one transaction
MIGRATIONS: Mapping[int, Callable[[sqlite3.Connection], None]] = {}


def connect(path: Path, mode: str, immutable: bool = False) -> sqlite3.Connection:
    """Open the database for "rw", "rwc" (create) or "ro", in autocommit; raises sqlite3.Error.

    `immutable` reads without any lock: only for files that nobody can write. Any thread may use the
    connection (`check_same_thread=False`): its owner lets only one in at a time.
    """
    options = f"mode={mode}&immutable=1" if immutable else f"mode={mode}"
    connection = sqlite3.connect(
        f"{database_uri(path.absolute())}?{options}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    return _prepared(connection)


def database_uri(path: PurePath) -> str:
    """An absolute path as the URI that SQLite takes: the host of a network share is part of its path there."""
    uri = path.as_uri()
    return uri if uri.startswith("file:///") else uri.replace("file://", "file:////", 1)


def connect_to_memory() -> sqlite3.Connection:
    """An empty database without a file."""
    return _prepared(sqlite3.connect(":memory:", isolation_level=None))


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    try:
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA synchronous=FULL")  # a commit survives a power cut
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """A transaction: commits at the end, rolls back on any error."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # A full disk may have rolled back already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def create_tables(connection: sqlite3.Connection) -> None:
    """Make an empty database a .story file; call it inside a transaction."""
    for statement in TABLES.split(";"):
        if statement.strip():
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")


def check(connection: sqlite3.Connection, name: str) -> int:
    """Check that this is an intact .story file and return its schema version.

    Raises:
        NotAStoryError: if it is another kind of file.
        NewerStoryError: if a newer storyapp wrote it.
        DamagedStoryError: if the database is not intact.
        sqlite3.Error: if it cannot be read at all.
    """
    if pragma(connection, "application_id") != APPLICATION_ID:
        raise NotAStoryError(f"“{name}” is not a story file; choose a file that storyapp has saved.")
    version = pragma(connection, "user_version")
    if version > SCHEMA_VERSION:
        raise NewerStoryError(f"“{name}” was written by a newer storyapp; update the program to open it.")
    # Our files have neither; a trigger could alter what is saved.
    foreign = connection.execute("SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')")
    if version < 1 or foreign.fetchone()[0]:
        raise damaged(name, "its tables are not those of a story")
    findings = [str(row[0]) for row in connection.execute("PRAGMA quick_check(3)")]
    if findings != ["ok"]:
        raise damaged(name, findings[0])
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise damaged(name, "a picture belongs to a scene that is missing")
    return version


def damaged(name: str, reason: str) -> DamagedStoryError:
    """The error of a damaged file; the technical `reason` goes to the log only."""
    logger.error("“%s” is damaged: %s", name, reason)
    return DamagedStoryError(
        f"“{name}” is damaged; look for another copy of it, or save the story under another name if it is open here."
    )


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring a file of an older schema version up to date, all or nothing."""
    with transaction(connection):
        for step in range(version, SCHEMA_VERSION):
            MIGRATIONS[step](connection)
        connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")


def pragma(connection: sqlite3.Connection, name: str) -> int:
    """The integer value of an SQLite pragma."""
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


@contextmanager
def readable_errors(name: str) -> Iterator[None]:
    """Convert errors of SQLite and of the file system into StoryFileErrors about the file called `name`."""
    try:
        yield
    except sqlite3.Error as error:
        raise _story_error(error, name) from error
    except UnicodeDecodeError as error:  # SQLite names the damaged table in its message, letter by damaged letter
        raise damaged(name, "its tables have no readable names") from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoryFileError(f"“{name}” could not be read or written ({reason}).") from error


def _story_error(error: sqlite3.Error, name: str) -> StoryFileError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte is the kind of error
    if code == sqlite3.SQLITE_FULL:
        return StoryFileError(f"The disk is full, so “{name}” could not be saved; free some space and save again.")
    if code == sqlite3.SQLITE_NOTADB:
        return NotAStoryError(f"“{name}” is not a story file; choose a file that storyapp has saved.")
    if code == sqlite3.SQLITE_CORRUPT:
        return damaged(name, str(error))
    if code == sqlite3.SQLITE_READONLY:
        return ReadOnlyStoryError(f"“{name}” may not be written; save the story under another name.")
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoryFileError(f"“{name}” is being used by another program; close it there and try again.")
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return StoryFileError(f"“{name}” could not be opened; check that the folder exists and may be written.")
    if code == sqlite3.SQLITE_IOERR or isinstance(error, (sqlite3.ProgrammingError, sqlite3.InterfaceError)):
        logger.error("“%s” could not be read or written: %s", name, error)
        return StoryFileError(f"“{name}” could not be read or written; check the disk and try again.")
    return damaged(name, str(error))
