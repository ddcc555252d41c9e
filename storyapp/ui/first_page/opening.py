"""Sessions on files: of a story that is there, of a new one, of a version that takes the place of a damaged file."""

from __future__ import annotations

import logging
import time
from pathlib import Path

from storyapp import paths
from storyapp.story.backups import FOLDER, list_backups, restore_backup
from storyapp.story.model import Scene, Story, new_id
from storyapp.story.schema import readable_errors
from storyapp.story.store import StoryFile

from ..session import Session
from .titles import DRAFT

logger = logging.getLogger(__name__)


def open_session(file: Path) -> Session:
    """The story of a file.

    Raises:
        StoryFileError: if it cannot be opened.
    """
    opened = StoryFile.open(file)
    return Session(opened.story, opened, unnamed=file.parent == untitled_folder())


def restored(backup: Path, path: Path) -> Session:
    """The story of a file after its backup took its place."""
    restore_backup(backup, path)
    return open_session(path)


def new_session(story: Story | None = None) -> Session:
    """A new story, kept in a file of the program's own from its first letter on.

    Raises:
        StoryFileError: if that cannot be written.
    """
    folder = untitled_folder()
    with readable_errors(folder.name):
        folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{DRAFT}{time.strftime('%Y%m%d-%H%M%S')}-{new_id()[:4]}.story"
    story = story or Story(new_id(), scenes=(Scene(new_id()),))
    return Session(story, StoryFile.create(path, story), unnamed=True)


def discard_blank(session: Session) -> Path | None:
    """Delete the draft of a closed session in which nothing was ever written; its path if it was one."""
    file, story = session.file, session.story
    if file is None or file.read_only or not session.unnamed or session.undo_name or session.redo_name:
        return None
    scenes = any(one.title or one.text or one.synopsis or one.illustrations for one in story.scenes)
    versions = list_backups(file.path.parent / FOLDER, file.path)
    if scenes or story.title or story.author or story.characters or len(versions) > 1:  # there was more once
        return None
    try:
        for path in (file.path, *(one.path for one in versions)):
            path.unlink()
    except OSError as error:
        logger.warning("a blank draft stays: %s", error)
        return None
    return file.path


def sample_stories(folder: Path, language: str) -> list[Path]:
    """The samples in a language, which are in a folder of its name; the English ones if there are none."""
    return sorted((folder / language).glob("*.md")) or sorted(folder.glob("*.md"))


def untitled_folder() -> Path:
    """Where stories are that were never saved under a name."""
    return paths.user_data() / "stories"
