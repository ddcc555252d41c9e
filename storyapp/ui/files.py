"""Open, import, save, export: questions about files, and the jobs they become."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from storyapp.jobs.queue import JobQueue
from storyapp.story.model import Story
from storyapp.story.request import Progress

from .drops import FileDrops
from .session import Session

Export = Callable[[Story, Path], Iterator[Progress[Path]]]


class Files(QObject):
    """The files of one window."""

    open_asked = Signal(object)  # Path of a .story file
    import_asked = Signal(object)  # Path of a text or Markdown file
    told = Signal(str)
    moved = Signal()  # the story is in another file, or goes on in another window; this one closes

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
        kinds = self.tr("Texts (*.md *.markdown *.txt)")
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
        name = f"{self.session.story.title or self.tr('My story')}.story"
        kinds = self.tr("Stories (*.story)")
        chosen, _ = QFileDialog.getSaveFileName(self.window, self.tr("Save as"), name, kinds)
        if chosen:
            self.save_as(Path(chosen).with_suffix(".story"), leaving)

    def save_as(self, path: Path, leaving: bool = False) -> None:
        """Copy the story, pictures and all, to another file and go on there, or leave."""
        job = self.queue.submit(self.tr("Saving"), lambda: self.session.copied_to(path))
        job.failed.connect(self.told)
        # Not before the job is over: a window with work in its queue asks before it closes.
        job.done.connect(lambda done: job.ended.connect(lambda: self._go_on_in(done, leaving)))

    def _go_on_in(self, path: Path, leaving: bool) -> None:
        if not leaving:
            self.open_asked.emit(path)
        self.moved.emit()

    def ask_export(self) -> None:
        """Ask where the PDF goes, and write it as a job."""
        self._ask_export(self.tr("Export PDF"), ".pdf", "PDF (*.pdf)")

    def ask_export_markdown(self) -> None:
        """Ask where the Markdown goes, and write it with its pictures beside it as a job."""
        self._ask_export(self.tr("Export as Markdown"), ".md", "Markdown (*.md)")

    def _ask_export(self, title: str, ending: str, kinds: str) -> None:
        name = f"{self.session.story.title or self.tr('story')}{ending}"
        chosen, _ = QFileDialog.getSaveFileName(self.window, title, name, kinds)
        if chosen:
            path = Path(chosen)
            self.export_to(path if path.suffix.lower() == ending else path.with_name(path.name + ending))

    def export_to(self, path: Path) -> None:
        """Write the story as a job; the ending of the name says as what."""
        story = self.session.story
        job = self.queue.submit(self.tr("Exporting"), lambda: self.export(story, path))
        job.failed.connect(self.told)
        job.done.connect(lambda done: self.told.emit(self.tr("Written: %1").replace("%1", str(done))))
