"""Whether the story is on the disk, as a window tells it: in its title, in a notice that stays, and before it closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from storyapp.story.store import StoryFile

from ..painting.thumbnails import keep_story_cover
from ..words import filled

if TYPE_CHECKING:
    from ..main_window import MainWindow


TOLD_JOBS = 3  # of those that are not finished when a window closes


class Saving(QObject):
    """Listens to the session of a window, and asks before anything would be lost."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window, self.session = window, window.session
        self._reason = ""  # why the story could not be saved, while that is so
        self.session.save_failed.connect(self._failed)
        self.session.saved.connect(self._saved)
        self.session.changed.connect(lambda *_: self._tell())
        window.files.moved.connect(self._go_on_in)
        self._tell()

    def name_window(self) -> None:
        """Put the title of the story into that of the window, and that it is not saved."""
        parts = [self.session.story.title or self.tr("Untitled"), "storyapp"]
        if self._reason or (self.session.read_only and self.session.unsaved):
            parts.insert(1, self.tr("not saved"))
        self.window.setWindowTitle(" – ".join(parts))

    def may_close(self) -> bool:
        """Whether no work would be lost, or is given up; what is not saved is saved first."""
        return (not self.window.queue.jobs or self._may_stop()) and self._may_lose_words()

    def close_story(self) -> None:
        """Stop all work, keep the cover for the first page, and close the file."""
        window, session = self.window, self.session
        window.queue.shutdown()
        if window.cache is not None and session.file is not None:
            keep_story_cover(window.store, session.story, session.file.path, window.cache / "covers")
        window.thumbnails.close()
        window.versions.close()
        session.close()

    def _failed(self, reason: str) -> None:
        """Say that the story is not on the disk, for as long as that is so."""
        if self.session.unsaved:
            self._reason = reason
            self.window.notice.keep(reason)
            self.name_window()
            self._tell()
        else:
            self.window.say(reason)

    def _saved(self) -> None:
        if self._reason:
            self._reason = ""
            self.window.notice.keep("")
            self.name_window()
        self._tell()

    def _tell(self) -> None:
        """Say in the bar below whether the story is on the disk."""
        words = self.tr("saved")
        if self.session.unsaved:
            words = self.tr("not saved") if self._reason or self.session.read_only else self.tr("saving …")
        self.window.job_bar.tell_saved(words if self.session.file is not None else "")

    def _go_on_in(self, file: StoryFile) -> None:
        """The story was saved under another name: everything stays as it is, and goes on in that file."""
        before = self.session.file
        self.session.go_on_in(file, self.window.versions.begin())
        self._saved()
        self.name_window()
        self.window.moved.emit(before.path if before is not None else None, file.path)

    def _may_lose_words(self) -> bool:
        """Whether all is saved, or need not be; else it is saved under another name first, or the window stays."""
        if self.session.save_now() or not self.session.unsaved:
            return True
        file = self.session.file
        reason = self._reason or (file.notice if file is not None else "")
        answer = self.window.dialogs.unsaved(reason)
        if answer == QMessageBox.StandardButton.Save:
            self.window.queue.cancel_all()
            self.window.files.ask_save_as(leaving=True)
        return answer == QMessageBox.StandardButton.Discard

    def _may_stop(self) -> bool:
        jobs = [job.title for job in self.window.queue.jobs]
        told = ", ".join([*jobs[:TOLD_JOBS], *(["…"] if len(jobs) > TOLD_JOBS else [])])
        words = filled(self.tr("Not finished yet: %1. Stop and close?"), told)
        answer = QMessageBox.question(self.window, self.tr("Still at work"), words)
        return answer == QMessageBox.StandardButton.Yes
