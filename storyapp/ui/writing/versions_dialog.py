"""Earlier versions of the story in a list, each with its words beside it; brought back whole, by scenes, or as a copy."""

from __future__ import annotations

import html
import threading
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QUrl, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from storyapp.story.backups import Backup
from storyapp.story.emphasis import without_marks
from storyapp.story.errors import StoryFileError
from storyapp.story.model import Scene, Story
from storyapp.story.text_facts import count_words

from ..widgets.sizes import fit_into_window
from ..words import filled, sentence
from .versions import Versions, differs

_VERSION = Qt.ItemDataRole.UserRole


class VersionsDialog(QDialog):
    """Nothing in it is lost: what is brought back is one step, and what was there before becomes a version."""

    copied = Signal(object)  # Path of the .story file that was made of a version
    told = Signal(str)
    _counted = Signal(int, int, int)  # row, words, scenes; from the thread that reads
    _read = Signal(object, object)  # Backup, and its Story or what is wrong with it; from a thread

    def __init__(self, versions: Versions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.versions = versions
        self.story: Story | None = None  # of the chosen version
        self._closed = threading.Event()
        self.setWindowTitle(self.tr("Earlier versions"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Earlier versions"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.words = QTextBrowser(openLinks=False)
        self.words.setAccessibleName(self.tr("The words of this version"))
        self.note = QLabel(wordWrap=True, objectName="quiet")
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.back = box.addButton(self.tr("Bring back"), QDialogButtonBox.ButtonRole.ActionRole)
        self.back.setObjectName("primary")
        self.back.setToolTip(self.tr("The story becomes this version again; Undo takes that back."))
        self.copy = box.addButton(self.tr("Open as a copy"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.setToolTip(self.tr("A story of its own, in a window of its own; this one stays as it is."))
        self._lay_out(box)
        self.list.currentItemChanged.connect(lambda *_: self._choose())
        self.words.anchorClicked.connect(self._bring_back_scene)
        self.back.clicked.connect(self._bring_back)
        self.copy.clicked.connect(self._copy)
        box.rejected.connect(self.close)
        self._counted.connect(self._tell_size)
        self._read.connect(self._take)
        self.finished.connect(lambda _: self._closed.set())
        self._fill()

    def _lay_out(self, box: QDialogButtonBox) -> None:
        right = QWidget()
        layout = QVBoxLayout(right)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.note)
        layout.addWidget(self.words, 1)
        parts = QSplitter(childrenCollapsible=False)
        parts.addWidget(self.list)
        parts.addWidget(right)
        parts.setStretchFactor(1, 1)
        self.ensurePolished()
        line = self.fontMetrics().height()
        parts.setSizes([14 * line, 30 * line])
        outer = QVBoxLayout(self)
        outer.addWidget(parts, 1)
        lower = QHBoxLayout()
        lower.addWidget(box)
        outer.addLayout(lower)
        fit_into_window(self, 48 * line, 35 * line)

    def _fill(self) -> None:
        found = self.versions.all()
        for one in found:
            item = QListWidgetItem(self._moment(one.made))
            item.setData(_VERSION, one)
            self.list.addItem(item)
        if found:
            self.list.setCurrentRow(0)
            threading.Thread(target=self._count, args=(found,), daemon=True).start()
        else:
            self._choose()

    def _moment(self, made: datetime) -> str:
        """When a version was made, in words."""
        locale, today = QLocale(), date.today()
        if made.date() == today:
            day = self.tr("Today")
        elif made.date() == today - timedelta(days=1):
            day = self.tr("Yesterday")
        else:
            day = locale.toString(made.date(), QLocale.FormatType.ShortFormat)  # type: ignore[call-overload]
        return f"{day}, {locale.toString(made.time(), 'HH:mm:ss')}"  # type: ignore[call-overload]

    def _count(self, found: list[Backup]) -> None:
        """On a thread: how long each version is."""
        for row, one in enumerate(found):
            if self._closed.is_set():
                return
            try:
                story = self.versions.read(one)
                self._counted.emit(row, sum(count_words(scene.text) for scene in story.scenes), len(story.scenes))
            except StoryFileError:
                continue  # it says so when it is chosen
            except RuntimeError:
                return  # the dialog is gone

    def _tell_size(self, row: int, words: int, scenes: int) -> None:
        item = self.list.item(row)
        size = filled(self.tr("%1 words, %2 scenes"), f"{words:,}", scenes)
        item.setText(f"{item.text()}\n{size}")

    # the chosen one ------------------------------------------------------------------------------

    def chosen(self) -> Backup | None:
        """The version that is shown."""
        item = self.list.currentItem()
        return None if item is None else item.data(_VERSION)

    def _choose(self) -> None:
        """Have the chosen version read; it is shown when it comes."""
        version, self.story = self.chosen(), None
        self._show()
        if version is None:
            self.note.setText(
                self.tr("There is no earlier version yet. storyapp keeps one every few minutes while you write.")
            )
        else:
            self.note.setText(self.tr("Reading …"))
            threading.Thread(target=self._load, args=(version,), daemon=True).start()

    def _load(self, version: Backup) -> None:
        """On a thread: the story of a version."""
        found: Story | str
        try:
            found = self.versions.read(version)
        except StoryFileError as error:
            found = str(error)
        with suppress(RuntimeError):  # the dialog is gone
            self._read.emit(version, found)

    def _take(self, version: Backup, found: Story | str) -> None:
        if version != self.chosen():
            return
        if isinstance(found, str):
            self.note.setText(sentence(found))
        else:
            self.story = found
            self._show()

    def _show(self) -> None:
        """Show the version that was read, and what is other in the story now."""
        now = self.versions.session.story
        self.back.setEnabled(self.story is not None and not self.versions.session.read_only)
        self.copy.setEnabled(self.story is not None)
        if self.story is not None:
            self.note.setText(self._difference(self.story, now))
            self.words.setHtml(self._page(self.story, now))
        else:
            self.words.clear()

    def _difference(self, story: Story, now: Story) -> str:
        states = [differs(one, now) for one in story.scenes]
        new = {one.id for one in now.scenes} - {one.id for one in story.scenes}
        if not any(one is not False for one in states) and not new:
            return self.tr("These are the words of now.")
        parts = [
            (states.count(True), self.tr("%1 scenes have other words now"), self.tr("One scene has other words now")),
            (states.count(None), self.tr("%1 are no more in the story"), self.tr("one is no more in the story")),
            (len(new), self.tr("%1 came later"), self.tr("one came later")),
        ]
        told = "; ".join(one if count == 1 else filled(more, count) for count, more, one in parts if count)
        return told[:1].upper() + told[1:] + "."

    def _page(self, story: Story, now: Story) -> str:
        return f"<h2>{html.escape(story.title)}</h2>" + "".join(self._scene(one, now) for one in story.scenes)

    def _scene(self, scene: Scene, now: Story) -> str:
        words = html.escape(without_marks(scene.text)).replace("\n", "<br>")
        state, mark = differs(scene, now), ""
        if state is not False:
            told = self.tr("other words now") if state else self.tr("not in the story now")
            mark = f"<p><i>{told}</i> – <a href='{html.escape(scene.id)}'>{self.tr('bring this scene back')}</a></p>"
        title = f"<h3>{html.escape(scene.title)}</h3>" if scene.title else "<hr>"
        return f"{title}{mark}<p>{words}</p>"

    # bringing back -------------------------------------------------------------------------------

    def _bring_back(self) -> None:
        if self.story is not None:
            self.versions.bring_back(self.story)
            self.told.emit(self.tr("The earlier version is back. Undo takes that back."))
            self.close()

    def _bring_back_scene(self, link: QUrl) -> None:
        if self.story is not None and not self.versions.session.read_only:
            self.versions.bring_back_scene(self.story, link.toString())
            place = self.words.verticalScrollBar().value()
            self._show()
            self.words.verticalScrollBar().setValue(place)

    def _copy(self) -> None:
        version = self.chosen()
        if version is None:
            return
        try:
            path: Path = self.versions.copy(version)
        except StoryFileError as error:
            self.note.setText(sentence(str(error)))
            return
        self.close()
        self.copied.emit(path)
