"""Open, import, save, export: questions about files, and the jobs they become."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from storyapp.jobs.queue import JobQueue
from storyapp.story.model import Story
from storyapp.story.request import Progress
from storyapp.story.store import StoryFile

from .drops import FileDrops
from .session import Session
from .words import sentence

LONGEST_NAME = 80  # letters of a file's name that is offered

Export = Callable[[Story, Path], Iterator[Progress[Path]]]


class Files(QObject):
    """The files of one window."""

    open_asked = Signal(object)  # Path of a .story file
    import_asked = Signal(object)  # Path of a text or Markdown file
    told = Signal(str)
    moved = Signal(object)  # StoryFile that the story goes on in
    left = Signal()  # the story is in another file; this window closes

    def __init__(self, session: Session, queue: JobQueue, export: Export, window: QWidget) -> None:
        super().__init__(window)
        self.session, self.queue, self.export, self.window = session, queue, export, window
        self._asked = False  # whether somebody waits to hear that the story is saved
        session.saved.connect(lambda: self._answer(self.tr("Saved. storyapp saves every change by itself.")))
        session.save_failed.connect(lambda _: self._answer(""))
        drops = FileDrops(window)
        drops.story_dropped.connect(self.open_asked)
        drops.text_dropped.connect(self.import_asked)

    def ask_open(self) -> None:
        """Ask which story to open."""
        chosen, _ = QFileDialog.getOpenFileName(self.window, self.tr("Open a story"), "", self.tr("Stories (*.story)"))
        if chosen:
            self.open_asked.emit(Path(chosen))

    def ask_import(self) -> None:
        """Ask for a text whose scenes become a new story."""
        kinds = self.tr("Texts (*.md *.markdown *.txt *.docx *.odt)")
        chosen, _ = QFileDialog.getOpenFileName(self.window, self.tr("Import text"), "", kinds)
        if chosen:
            self.import_asked.emit(Path(chosen))

    def save(self) -> None:
        """Every change is saved by itself; this gives a story without a name one, or saves at once."""
        if self.session.file is None or self.session.unnamed or self.session.read_only:
            self.ask_save_as()
        else:
            self._asked = True
            self.session.save_soon()

    def _answer(self, words: str) -> None:
        """Tell who asked for it that the story is saved; why it is not is told elsewhere."""
        asked, self._asked = self._asked, False
        if asked and words:
            self.told.emit(words)

    def ask_save_as(self, leaving: bool = False) -> None:
        """Ask for a name and go on under it; or, `leaving`, close the window as soon as that is written."""
        kinds = self.tr("Stories (*.story)")
        path = self._ask_name(self.tr("Save as"), self.session.story.title or self.tr("My story"), ".story", kinds)
        if path is not None:
            self.save_as(path, leaving)

    def save_as(self, path: Path, leaving: bool = False) -> None:
        """Copy the story, pictures and all, to another file and go on there, history and all; or leave."""
        if leaving:
            job = self.queue.submit(self.tr("Saving"), lambda: self.session.copied_to(path))
            # Not before the job is over: a window with work in its queue asks before it closes.
            job.done.connect(lambda _: job.ended.connect(self.left))
        else:
            job = self.queue.submit(self.tr("Saving"), lambda: self.session.moved_to(path))
            job.done.connect(self._go_on_in)
        job.failed.connect(self.told)

    def _go_on_in(self, file: StoryFile) -> None:
        self.moved.emit(file)
        words = file.notice or self.tr("Saved as %1.").replace("%1", f"“{file.path.stem}”")
        self.told.emit(words)

    def ask_export(self) -> None:
        """Ask where the PDF goes, and write it as a job."""
        self._ask_export(self.tr("Export PDF"), ".pdf", "PDF (*.pdf)")

    def ask_export_markdown(self) -> None:
        """Ask where the Markdown goes, and write it with its pictures beside it as a job."""
        self._ask_export(self.tr("Export as Markdown"), ".md", "Markdown (*.md)")

    def _ask_export(self, title: str, ending: str, kinds: str) -> None:
        path = self._ask_name(title, self.session.story.title or self.tr("story"), ending, kinds)
        if path is not None:
            self.export_to(path)

    def _ask_name(self, title: str, name: str, ending: str, kinds: str) -> Path | None:
        """Ask for the name of a file to write; one that is there is replaced only if that is wanted."""
        offered = f"{file_name_of(name) or self.tr('story')}{ending}"
        while True:
            chosen, _ = QFileDialog.getSaveFileName(self.window, title, offered, kinds)
            if not chosen:
                return None
            path = with_ending(Path(chosen), ending)
            # The dialog has asked about the name that was typed, which is not always the whole one.
            if path == Path(chosen) or not path.exists() or self._may_replace(path):
                return path
            offered = str(path)

    def _may_replace(self, path: Path) -> bool:
        words = self.tr("There is a file “%1” already. Replace it? What is in it will be gone.")
        answer = QMessageBox.question(self.window, self.tr("Replace the file?"), words.replace("%1", path.name))
        return answer == QMessageBox.StandardButton.Yes

    def export_to(self, path: Path) -> None:
        """Write the story as a job; the ending of the name says as what."""
        story = self.session.story
        job = self.queue.submit(self.tr("Exporting"), lambda: self.export(story, path))
        notices: list[str] = []
        job.failed.connect(self.told)
        job.progressed.connect(lambda progress: notices.append(sentence(progress.notice)))
        job.done.connect(lambda done: self._tell_written(done, notices))

    def _tell_written(self, path: Path, notices: list[str]) -> None:
        written = self.tr("Written: %1").replace("%1", str(path))
        self.told.emit("\n".join([written, *(one for one in notices if one)]))


def file_name_of(title: str) -> str:
    """A title as a name that every system takes for a file; empty if nothing of it can be in one."""
    name = re.sub(r"[\\/|]+", "-", title)
    name = re.sub(r'[:*?"<>\x00-\x1f\x7f]+', " ", name)
    return " ".join(name.split())[:LONGEST_NAME].strip(" .-")


def with_ending(path: Path, ending: str) -> Path:
    """A path whose name ends in `ending`; dots that are in the name stay."""
    return path if path.name.lower().endswith(ending) else path.with_name(path.name + ending)
