"""Open, import, save, export: questions about files, and the jobs they become."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from storyapp.export.choices import EPUB, MARKDOWN, PICTURES, WORD, BookChoices
from storyapp.export.images import JPEG
from storyapp.jobs.queue import JobQueue
from storyapp.story import edits
from storyapp.story.model import Story
from storyapp.story.request import Progress
from storyapp.story.store import StoryFile

from ..painting.illustrating import Illustrating
from ..picture.picture_saving import save_picture
from ..words import filled, sentence
from .drops import IMAGES, STORIES, FileDrops
from .written_bar import size_words

LONGEST_NAME = 80  # letters of a file's name that is offered

Export = Callable[[Story, Path], Iterator[Progress[Path]]]


class Files(QObject):
    """The files of one window."""

    open_asked = Signal(object)  # Path of a .story file
    import_asked = Signal(object)  # Path of a text or Markdown file
    told = Signal(str)
    written = Signal(object, str)  # Path of a book or picture that was made, and words about it
    moved = Signal(object)  # StoryFile that the story goes on in
    left = Signal()  # the story is in another file; this window closes

    def __init__(self, work: Illustrating, queue: JobQueue, export: Export, window: QWidget) -> None:
        super().__init__(window)
        self.work, self.queue, self.export, self.window = work, queue, export, window
        session = self.session = work.session
        self._asked = False  # whether somebody waits to hear that the story is saved
        session.saved.connect(lambda: self._answer(self.tr("Saved. storyapp saves every change by itself.")))
        session.save_failed.connect(lambda _: self._answer(""))
        drops = FileDrops(window, (*STORIES, *IMAGES))
        drops.story_dropped.connect(self.open_asked)
        drops.text_dropped.connect(self.import_asked)
        where = self.tr("Drop a picture on the card of a character, and it becomes the portrait.")
        drops.picture_dropped.connect(lambda _: self.told.emit(where))

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
        words = file.notice or filled(self.tr("Saved as %1."), f"“{file.path.stem}”")
        self.told.emit(words)

    def make(self, kind: str, choices: BookChoices | None = None, before: Callable[[], object] = lambda: None) -> bool:
        """Ask where a book of this kind goes, and write it as a job; False if nobody wants to.

        Without `choices` it is as the story's settings say; `before` is called when the name is known, as for what
        is to be painted first.
        """
        path = self._ask_where(kind)
        if path is None:
            return False
        before()
        self.export_to(path, choices or replace(BookChoices.of(self.session.story.settings), book=kind))
        return True

    def _ask_where(self, kind: str) -> Path | None:
        title, name = self.tr("Make a book"), self.session.story.title or self.tr("story")
        if kind == PICTURES:
            chosen = QFileDialog.getExistingDirectory(self.window, self.tr("Where the folder of pictures goes"))
            folder = filled(self.tr("%1 pictures"), file_name_of(name) or self.tr("story"))
            return free_folder(Path(chosen), folder) if chosen else None
        ending, kinds = {
            EPUB: (".epub", self.tr("E-books (*.epub)")),
            WORD: (".docx", self.tr("Word documents (*.docx)")),
            MARKDOWN: (".md", "Markdown (*.md)"),
        }.get(kind, (".pdf", "PDF (*.pdf)"))
        return self._ask_name(title, name, ending, kinds)

    def save_picture(self, scene_id: str, side: int) -> None:
        """Ask where a scene's picture goes, and write it as a job, its longer side so many pixels."""
        scene = edits.scene_of(self.session.story, scene_id)
        picture = scene.illustration if scene else None
        if scene is None or picture is None:
            self.told.emit(self.tr("This scene has no picture yet; press Illustrate first."))
            return
        name = scene.title or self.session.story.title or self.tr("picture")
        kinds = self.tr("Pictures (*.png *.jpg *.jpeg)")
        path = self._ask_name(self.tr("Save this picture"), name, ".png", kinds, JPEG)
        if path is not None:
            self._write(self.tr("Saving the picture"), lambda: save_picture(self.work, picture, side, path))

    def _ask_name(self, title: str, name: str, ending: str, kinds: str, others: tuple[str, ...] = ()) -> Path | None:
        """Ask for the name of a file to write; one that is there is replaced only if that is wanted.

        A name that ends in none of `others` gets the `ending`.
        """
        offered = f"{file_name_of(name) or self.tr('story')}{ending}"
        while True:
            chosen, _ = QFileDialog.getSaveFileName(self.window, title, offered, kinds)
            if not chosen:
                return None
            path = Path(chosen)
            path = path if path.suffix.lower() in others else with_ending(path, ending)
            # The dialog has asked about the name that was typed, which is not always the whole one.
            if path == Path(chosen) or not path.exists() or self._may_replace(path):
                return path
            offered = str(path)

    def _may_replace(self, path: Path) -> bool:
        words = self.tr("There is a file “%1” already. Replace it? What is in it will be gone.")
        answer = QMessageBox.question(self.window, self.tr("Replace the file?"), filled(words, path.name))
        return answer == QMessageBox.StandardButton.Yes

    def export_to(self, path: Path, choices: BookChoices | None = None) -> None:
        """Write the story, as it is when its turn comes, as a job; the ending of the name says as what."""

        def task() -> Iterator[Progress[Path]]:
            story = self.session.story
            if choices is not None:
                story = edits.with_settings(story, choices.into(story.settings))
            return self.export(story, path)

        self._write(self.tr("Exporting"), task)

    def _write(self, title: str, task: Callable[[], Iterator[Progress[Path]]]) -> None:
        """Write a file or a folder as a job, and tell where it is and how large."""
        notices: list[str] = []
        sizes: list[int] = []
        job = self.queue.submit(title, lambda: _measured(task(), sizes))
        job.failed.connect(self.told)
        job.progressed.connect(lambda progress: notices.append(sentence(progress.notice)))
        job.done.connect(lambda done: self._tell_written(done, notices, sizes))

    def _tell_written(self, path: Path, notices: list[str], sizes: list[int]) -> None:
        written = filled(self.tr("Written: %1"), path)
        if sizes:
            written += f" ({size_words(sizes[-1])})"
        self.written.emit(path, "\n".join([written, *(one for one in notices if one)]))


def _measured(steps: Iterator[Progress[Path]], sizes: list[int]) -> Iterator[Progress[Path]]:
    """The same steps; how many bytes the file has that came of it is told in `sizes`."""
    for step in steps:
        if step.result is not None and step.result.is_file():
            sizes.append(step.result.stat().st_size)
        yield step


def free_folder(parent: Path, name: str) -> Path:
    """A folder that is not there yet: of this name, or with a number behind it."""
    numbers = itertools.count(2)
    folder = parent / name
    while folder.exists():
        folder = parent / f"{name} {next(numbers)}"
    return folder


def file_name_of(title: str) -> str:
    """A title as a name that every system takes for a file; empty if nothing of it can be in one."""
    name = re.sub(r"[\\/|]+", "-", title)
    name = re.sub(r'[:*?"<>\x00-\x1f\x7f]+', " ", name)
    return " ".join(name.split())[:LONGEST_NAME].strip(" .-")


def with_ending(path: Path, ending: str) -> Path:
    """A path whose name ends in `ending`; dots that are in the name stay."""
    return path if path.name.lower().endswith(ending) else path.with_name(path.name + ending)
