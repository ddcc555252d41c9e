"""Rolling backups of a story, each verified by reading it back.

A backup is an ordinary .story file without the picture cache. Its name has the name of the story, the time and a mark of
the story's id, so that two books of one name can share a folder. Kept are the newest ten, then the last one of each hour
for a day, of each day for a month, and of each month for ever.
"""

from __future__ import annotations

import hashlib
import logging
import re
import shutil
import sqlite3
import unicodedata
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from . import schema, story_files
from .errors import DamagedStoryError, StoryFileError

if TYPE_CHECKING:
    from .store import StoryFile

logger = logging.getLogger(__name__)

FOLDER = "Backups"
KEEP = 10
_LONGEST_NAME = 60  # characters of the story's name; file systems allow 255 bytes in all
_STAMP = "%Y-%m-%d %H.%M.%S"
_NAME = re.compile(r"(?P<name>.*) (?P<stamp>\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d)-(?P<number>\d\d) (?P<mark>[0-9a-f]{6})")


@dataclass(frozen=True, order=True)
class Backup:
    """A backup; ordered by `made` and, within one second, by `number`."""

    made: datetime
    number: int
    path: Path
    mark: str  # a short hash of the story's id
    name: str = ""  # what the story's file was called


def make_backup(opened: StoryFile, folder: Path, keep: int = KEEP, now: datetime | None = None) -> Path:
    """Write a backup into `folder`, verify it, and only then delete those that are `superfluous`.

    If the newest backup already holds the same story it is returned instead, since equal backups would displace older
    states.

    Raises:
        StoryFileError: if it cannot be written, or cannot be read back; older backups stay.
    """
    mark = _mark(opened.story.id)
    mine = [one for one in list_backups(folder, opened.path) if one.mark == mark]
    if mine and _holds(mine[0].path, opened):
        return mine[0].path
    with schema.readable_errors(folder.name):
        folder.mkdir(parents=True, exist_ok=True)
    now = now or datetime.now()
    target = _new_path(folder, opened.path, mark, now)
    opened.copy_to(target, pictures=False)
    _verify(target)
    mine = [one for one in list_backups(folder, opened.path) if one.mark == mark]
    for old in superfluous(mine, now, keep):
        with suppress(OSError):
            old.path.unlink()
    return target


def list_backups(folder: Path, story_path: Path) -> list[Backup]:
    """The backups of stories of that name, newest first."""
    try:
        found = sorted(folder.iterdir())
    except OSError:
        return []
    backups = [one for path in found if (one := _parse(path)) is not None and one.name == _name(story_path)]
    return sorted(backups, reverse=True)


def superfluous(backups: Sequence[Backup], now: datetime, keep: int = KEEP) -> list[Backup]:
    """The `backups` (newest first) to delete: beyond the newest `keep`, all but the last of each hour, day or month."""
    periods: set[tuple[int, ...]] = set()
    gone = []
    for one in backups[max(keep, 1) :]:
        age, made = now - one.made, one.made
        period: tuple[int, ...] = (made.year, made.month)
        if age < timedelta(days=30):
            period += (made.day,)
        if age < timedelta(days=1):
            period += (made.hour,)
        if period in periods:
            gone.append(one)
        periods.add(period)
    return gone


def versions_of(folder: Path, story_path: Path, story_id: str) -> list[Backup]:
    """The backups of one story, newest first, also those made while its file had another name."""
    try:
        found = [one for path in folder.iterdir() if (one := _parse(path)) is not None]
    except OSError:
        return []
    mine, name = _mark(story_id), _name(story_path)
    others = {_name(path) for path in story_path.parent.glob("*.story")} - {
        name
    }  # copies of the story have their own backups
    return sorted((one for one in found if one.mark == mine and one.name not in others), reverse=True)


def newest_good(folder: Path, story_path: Path) -> Path | None:
    """The newest backup that can be opened and read, or None."""
    for backup in list_backups(folder, story_path):
        try:
            story_files.read_story(backup.path)
        except StoryFileError as error:
            logger.warning("a backup cannot be used: %s", error)
        else:
            return backup.path
    return None


def back_up(connection: sqlite3.Connection, story_path: Path, folder: Path) -> Path:
    """Write and verify a backup of an open database as it is; raises StoryFileError if that fails."""
    with schema.readable_errors(folder.name):
        folder.mkdir(parents=True, exist_ok=True)
        target = _new_path(folder, story_path, "000000", datetime.now())
        with story_files.replacing_story(target) as beside:
            story_files.copy_database(connection, beside)
    _verify(target)
    return target


def restore_backup(backup: Path, story_path: Path) -> Path | None:
    """Put a copy of a backup in the place of a story; what was there is kept under the name returned.

    Raises:
        StoryFileError: if the backup cannot be read or the place cannot be written.
    """
    story_files.read_story(backup)
    aside = None
    with schema.readable_errors(story_path.name):
        source = story_files.connect_for_reading(backup)
        try:
            with story_files.replacing_story(story_path) as beside:
                story_files.copy_database(source, beside)
                if story_path.exists():
                    stamp = datetime.now().strftime(_STAMP)
                    aside = story_path.with_name(f"{story_path.stem} (before {stamp}){story_path.suffix}")
                    story_files.clear_side_files(story_path)
                    shutil.copy2(story_path, aside)
        finally:
            source.close()
    return aside


def _verify(path: Path) -> None:
    try:
        story_files.read_story(path)
    except StoryFileError as error:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise DamagedStoryError("The backup could not be read back and was removed; check the disk.") from error


def _holds(path: Path, opened: StoryFile) -> bool:
    try:
        story, _ = story_files.read_story(path)
    except StoryFileError:
        return False
    return story == opened.story


def _parse(path: Path) -> Backup | None:
    match = _NAME.fullmatch(path.stem)
    if match is None or path.suffix != ".story":
        return None
    try:
        made = datetime.strptime(match["stamp"], _STAMP)
    except ValueError:
        return None
    return Backup(made, int(match["number"]), path, match["mark"], _composed(match["name"]))


def _new_path(folder: Path, story_path: Path, mark: str, now: datetime) -> Path:
    stem = f"{_name(story_path)} {now.strftime(_STAMP)}"
    paths = (folder / f"{stem}-{number:02} {mark}.story" for number in range(100))
    free = next((path for path in paths if not path.exists()), None)
    if free is None:
        raise StoryFileError("There are a hundred backups of this second already; wait a moment.")
    return free


def _name(story_path: Path) -> str:
    return _composed(story_path.stem)[:_LONGEST_NAME].strip()


def _composed(name: str) -> str:
    """A name as it compares: some file systems take "ü" apart into two letters."""
    return unicodedata.normalize("NFC", name)


def _mark(story_id: str) -> str:
    return hashlib.sha256(story_id.encode("utf-8", "surrogatepass")).hexdigest()[:6]
