"""The open story: every change is one named step that can be undone, and is on disk within a second."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from storyapp.stage.pixels import from_png, to_png
from storyapp.story.errors import StoryAppError, StoryFileError
from storyapp.story.model import Story
from storyapp.story.request import Picture, Progress
from storyapp.story.store import StoryFile

SAVE_AFTER = 600  # milliseconds from the last change to the save, and at most this long while typing goes on
TRY_AGAIN = 15_000  # milliseconds from a save that failed to the next try
MERGE_WITHIN = 2.0  # seconds in which changes of one kind are one step
LONGEST_STEP = 12.0  # seconds after which typing without a pause begins a new step


@dataclass(frozen=True, eq=False)
class Together:
    """What several jobs bring as one step, as the pictures of a whole story; each one is equal to itself alone."""

    name: str


@dataclass(frozen=True)
class Step:
    """A change with a name, and the story on its other side: before it in the past, after it in the future."""

    name: str
    story: Story
    together: Together | None = None


class Session(QObject):
    """Holds the story, its history and its file. `changed(old, new)` tells everybody."""

    changed = Signal(object, object)
    saved = Signal()
    save_failed = Signal(str)

    def __init__(
        self, story: Story, file: StoryFile | None = None, unnamed: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.story = story
        self.file = file
        self.unnamed = unnamed  # the file has a name that the program chose
        self._past: list[Step] = []
        self._future: list[Step] = []
        self._merge: tuple[str, float] | None = None
        self._began = 0.0  # when the last step began
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._timer.timeout.connect(self.save_soon)
        self._again = QTimer(self, singleShot=True, interval=TRY_AGAIN)
        self._again.timeout.connect(self.save_soon)
        self.save_failed.connect(self._try_again)
        self._saver: threading.Thread | None = None
        self._pictures: dict[str, Picture] = {}  # painted, and not yet in the file
        self._copied: Story | None = None  # what was last saved under another name

    @property
    def read_only(self) -> bool:
        """Whether changes cannot be saved."""
        return self.file is not None and self.file.read_only

    @property
    def unsaved(self) -> bool:
        """Whether the story as it is now is in no file, neither its own nor a copy."""
        return self.file is not None and self.story is not self.file.story and self.story is not self._copied

    def apply(
        self,
        name: str,
        change: Callable[[Story], Story],
        merge_key: str | None = None,
        together: Together | None = None,
    ) -> None:
        """Change the story as it is now; steps of one `merge_key` in quick succession become one.

        What a job brings for it comes into the same step if it comes `together` with it.

        What was taken back before cannot be brought back any more: the story goes another way.
        """
        new = change(self.story)
        if new is self.story:
            return
        now = time.monotonic()
        merges = merge_key is not None and self._merges(merge_key, now)
        if not merges:
            self._past.append(Step(name, self.story, together))
            self._began = now
        self._future.clear()
        self._merge = (merge_key, now) if merge_key else None
        self._become(new)

    def take_result(self, name: str, change: Callable[[Story], Story], together: Together | None = None) -> None:
        """Change the story by what a job made, as a step; what was taken back meanwhile can still be brought back.

        The change is made in the stories that Redo would bring, too, and where it is about something that is not in
        the story now, as a scene that was deleted meanwhile, in those that Undo would bring: no picture is lost.
        What comes `together` goes into the step of what came first, also where other steps followed that.
        """
        new = change(self.story)
        self._future = _changed(self._future, change)
        begun = next((place for place, one in enumerate(self._past, 1) if together and one.together is together), 0)
        if begun or new is self.story:
            self._past[begun:] = _changed(self._past[begun:], change)
        if new is self.story:
            return
        if not begun:
            self._past.append(Step(together.name if together else name, self.story, together))
            self._merge = None
        self._become(new)

    def _merges(self, key: str, now: float) -> bool:
        """Whether a change belongs to the step before it."""
        if self._merge is None or self._merge[0] != key:
            return False
        return now - self._merge[1] < MERGE_WITHIN and now - self._began < LONGEST_STEP

    @property
    def undo_name(self) -> str | None:
        """What undo would take back, or None."""
        return self._past[-1].name if self._past else None

    @property
    def redo_name(self) -> str | None:
        """What redo would bring back, or None."""
        return self._future[-1].name if self._future else None

    def undo(self) -> None:
        """Take the last step back."""
        if self._past:
            step = self._past.pop()
            self._future.append(replace(step, story=self.story))
            self._merge = None
            self._become(step.story)

    def redo(self) -> None:
        """Bring back what was taken back last."""
        if self._future:
            step = self._future.pop()
            self._past.append(replace(step, story=self.story))
            self._merge = None
            self._become(step.story)

    def _become(self, story: Story) -> None:
        old, self.story = self.story, story
        if not self._timer.isActive():
            self._timer.start()
        self.changed.emit(old, story)

    def keep_picture(self, variant_id: str, picture: Picture) -> None:
        """Keep what a variant looks like in the file too, for machines where its model is missing."""
        if self.file is not None and not self.file.read_only:
            self._pictures[variant_id] = picture
            if not self._timer.isActive():
                self._timer.start()

    def kept_picture(self, variant_id: str) -> Picture | None:
        """What a variant looked like when it was painted, if the file knows; may be called from any thread.

        Raises:
            PictureError: if it is damaged.
        """
        png = self.file.picture(variant_id) if self.file is not None else None
        return from_png(png) if png else None

    def save_soon(self) -> None:
        """Save on a thread of its own, so that no file work is done on this one."""
        if self.file is None or self.file.read_only:
            return
        if self._saver is not None and self._saver.is_alive():
            self._timer.start()
            return
        self._saver = threading.Thread(target=self._save, args=(self.file, self.story, self._pictures), daemon=True)
        self._pictures = {}
        self._saver.start()

    def _try_again(self) -> None:
        """A disk that is full or unplugged may be there again a little later."""
        if self.unsaved:
            self._again.start()

    def _save(self, file: StoryFile, story: Story, pictures: Mapping[str, Picture]) -> bool:
        try:
            file.save(story)
            for variant_id, picture in pictures.items():
                file.keep_picture(variant_id, to_png(picture))
        except StoryAppError as error:
            for variant_id, picture in pictures.items():
                self._pictures.setdefault(variant_id, picture)  # for the next try
            self.save_failed.emit(str(error))
            return False
        file.settle()
        self.saved.emit()
        return True

    def copied_to(self, path: Path) -> Iterator[Progress[Path]]:
        """Write the story, with every picture ever painted, to another file; for a job.

        Raises:
            StoryFileError: if it cannot be written.
        """
        story, file = self.story, self.file
        yield Progress(0, 1)
        if file is None:
            StoryFile.create(path, story).close()
        else:
            _copy(file, story, path)
        self._copied = story
        yield Progress(1, 1, result=path)

    def moved_to(self, path: Path) -> Iterator[Progress[StoryFile]]:
        """The same as `copied_to`, and the copy is opened, to `go_on_in`; for a job."""
        if self._saver is not None:
            self._saver.join()
        yield from (Progress(one.step, one.of) for one in self.copied_to(path))
        file = StoryFile.open(path)
        try:
            if self._copied is not None and not file.read_only:
                file.save(self._copied)  # from now on only what is not the same is written
            yield Progress(1, 1, result=file)
        except BaseException:  # stopped, so nobody has it
            file.close()
            raise

    def go_on_in(self, file: StoryFile, busy: threading.Thread | None = None) -> None:
        """Keep the story, its history and all in another file from now on; the old one is closed after its last work."""
        old, self.file, self.unnamed = self.file, file, False
        at_work = [one for one in (self._saver, busy) if one is not None]
        self._saver = None
        if old is not None:
            threading.Thread(target=_leave, args=(old, at_work)).start()
        if self.unsaved or self._pictures:
            self._timer.start()

    def passed_on(self) -> Session:
        """Another session on the same story, file and history, for another window; this one is over."""
        self._timer.stop()
        if self._saver is not None:
            self._saver.join()
        other = Session(self.story, self.file, self.unnamed)
        other._past, other._future, other._pictures = self._past, self._future, self._pictures
        other._timer.start()
        return other

    def save_now(self) -> bool:
        """Save what is not saved yet, before anything else happens, and tell whether all is saved."""
        self._timer.stop()
        if self._saver is not None:
            self._saver.join()
        if self.file is None or self.file.read_only:
            return not self.unsaved
        if not self._pictures and self.file.story is self.story:
            return True
        pictures, self._pictures = self._pictures, {}
        return self._save(self.file, self.story, pictures)

    def close(self) -> None:
        """Save what is not saved yet and close the file."""
        self.save_now()
        self._again.stop()
        if self.file is not None:
            self.file.close()


def _changed(steps: list[Step], change: Callable[[Story], Story]) -> list[Step]:
    return [replace(one, story=change(one.story)) for one in steps]


def _leave(file: StoryFile, at_work: list[threading.Thread]) -> None:
    for one in at_work:
        one.join()
    file.close()


def _copy(file: StoryFile, story: Story, path: Path) -> None:
    """The whole file with the story as it is now, also where the file was moved away or may not be written."""
    with suppress(StoryFileError):
        file.save(story)
    try:
        file.copy_to(path)
    except StoryFileError:
        if path.resolve() == file.path.resolve() or file.story is story:
            raise
        StoryFile.create(path, story).close()  # nothing but the words and pictures of now can be read
    else:
        if file.story is not story:
            with StoryFile.open(path) as copy:
                copy.save(story)
