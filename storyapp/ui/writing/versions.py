"""Earlier versions of the open story: kept while one writes, looked at and brought back."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from storyapp.story import backups, edits
from storyapp.story.backups import Backup
from storyapp.story.errors import StoryFileError
from storyapp.story.model import Scene, Story
from storyapp.story.story_files import read_story

from ..session import Session

FIRST = 4_000  # milliseconds from opening to the first version
EVERY = 300_000  # milliseconds from a change to the next version


class Versions(QObject):
    """Backs the story up when it is opened, every few minutes of work, and when it closes; on a thread of its own."""

    failed = Signal(str)  # words for the person; the story itself is saved all the same

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._thread: threading.Thread | None = None
        self._timer = QTimer(self, singleShot=True, interval=EVERY)
        self._timer.timeout.connect(self.keep_soon)
        session.changed.connect(self._changed)
        self.begin()

    def begin(self) -> threading.Thread | None:
        """Keep a first version soon, where the story is now; what is still kept where it was is given back."""
        if self.folder is not None:
            QTimer.singleShot(FIRST, self, self.keep_soon)
        before, self._thread = self._thread, None
        return before

    @property
    def folder(self) -> Path | None:
        """Where they are kept: beside the story's file; None if it has no file that may be written."""
        file = self.session.file
        return None if file is None or file.read_only else file.path.parent / backups.FOLDER

    def _changed(self) -> None:
        if self.folder is not None and not self._timer.isActive():
            self._timer.start()

    def keep_soon(self) -> None:
        """Keep the story as it was saved last, on a thread; the same story is not kept twice."""
        if self.folder is None or (self._thread is not None and self._thread.is_alive()):
            return
        self._thread = threading.Thread(target=self._keep, daemon=True)
        self._thread.start()

    def keep_now(self) -> None:
        """Keep the story as it is now, before anything else happens."""
        if self._thread is not None:
            self._thread.join()
        self.session.save_now()
        self._keep()

    def _keep(self) -> None:
        file, folder = self.session.file, self.folder
        if file is None or folder is None:
            return
        try:
            backups.make_backup(file, folder)
        except StoryFileError as error:
            self.failed.emit(str(error))

    def close(self) -> None:
        """Keep what changed since the last version, and no more; the file must still be open."""
        if self._timer.isActive():
            self.keep_now()
        self.stop()

    def stop(self) -> None:
        """Keep no more: the story goes on in another window."""
        self._timer.stop()
        if self._thread is not None:
            self._thread.join()

    # bringing back -------------------------------------------------------------------------------

    def all(self) -> list[Backup]:
        """Every version that is kept, newest first."""
        file = self.session.file
        if file is None:
            return []
        return backups.versions_of(file.path.parent / backups.FOLDER, file.path, self.session.story.id)

    @staticmethod
    def read(version: Backup) -> Story:
        """The story of a version; raises StoryFileError if it cannot be read."""
        return read_story(version.path)[0]

    def bring_back(self, version: Story) -> None:
        """Make a version the story; what it was until now becomes a version itself, and undo brings it back at once."""
        self.keep_now()
        self.session.apply(self.tr("Earlier version"), lambda story: replace(version, id=story.id))

    def bring_back_scene(self, version: Story, scene_id: str) -> None:
        """Give a scene the words it had; a scene that is gone comes back with its pictures, where it was."""
        old = version.scene(scene_id)

        def change(story: Story) -> Story:
            now = edits.scene_of(story, scene_id)
            if now is not None:
                return story.with_scene(replace(now, title=old.title, text=old.text, synopsis=old.synopsis))
            before = _before(version, story, scene_id)
            if before is None:
                return replace(story, scenes=(old, *story.scenes))
            return edits.insert_scene(story, old, before)

        self.session.apply(self.tr("Earlier version of a scene"), change)

    def copy(self, version: Backup) -> Path:
        """Make a story of its own of a version, beside the story's file; raises StoryFileError if that fails."""
        file = self.session.file
        assert file is not None
        stem = f"{file.path.stem} ({version.made:%Y-%m-%d %H.%M.%S})"
        names = (f"{stem}{extra}.story" for extra in ("", *(f" {number}" for number in range(2, 1000))))
        target = next(path for name in names if not (path := file.path.with_name(name)).exists())
        backups.restore_backup(version.path, target)
        return target


def differs(scene: Scene, story: Story) -> bool | None:
    """Whether the words of a scene are others in the story; None if the scene is not there."""
    now = edits.scene_of(story, scene.id)
    if now is None:
        return None
    return (scene.title, scene.text, scene.synopsis) != (now.title, now.text, now.synopsis)


def _before(version: Story, story: Story, scene_id: str) -> str | None:
    """The nearest scene before one in a version that is still in the story."""
    here = {one.id for one in story.scenes}
    ids = [one.id for one in version.scenes]
    return next((one for one in reversed(ids[: ids.index(scene_id)]) if one in here), None)
