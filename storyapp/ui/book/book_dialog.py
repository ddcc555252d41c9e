"""“Make a book …”: what it becomes, how it looks, its first pages, and in a sentence what will be made."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from storyapp.export.choices import EPUB, PAGE_SIZES, PICTURES, WORD, BookChoices
from storyapp.export.making import pictures_for
from storyapp.story.edits import with_settings
from storyapp.story.model import Scene

from ..painting.illustrating import Illustrating
from ..painting.thumbnails import Thumbnails
from ..widgets.labels import WrappedLabel
from ..widgets.scrolling import scrolling
from ..widgets.sizes import fit_into_window
from ..window.written_bar import size_words
from ..words import filled, sentence
from .book_form import BookForm
from .book_preview import PageList, Preview, Previewer
from .cover_list import CoverList
from .page_view import PageView


class BookDialog(QDialog):
    """Choices become one step of the story when the dialog is left; `make_asked` tells of the button."""

    make_asked = Signal()

    def __init__(
        self,
        work: Illustrating,
        thumbnails: Thumbnails,
        unpainted: Callable[[], Sequence[Scene]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.work, self.session, self._unpainted = work, work.session, unpainted
        self.todo, self.coming = self._to_do()
        self.setWindowTitle(self.tr("Make a book"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        story = self.session.story
        self.covers = CoverList(story, work, thumbnails)
        self.form = BookForm(BookChoices.of(story.settings), self.covers)
        self.pages = PageList()
        self.flowing = QLabel(objectName="quiet", wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self.shown = QStackedWidget()
        self.told = WrappedLabel()
        self.told.setAccessibleName(self.tr("What will be made"))
        self.paint = QCheckBox()
        self.paint.setChecked(any(one.illustration is None for one in self.todo))
        self.painting = WrappedLabel(objectName="quiet")
        self.make = QPushButton(self.tr("Make the book …"), objectName="primary", default=True)
        self.leave = QPushButton(self.tr("Close"), autoDefault=False)
        self._preview = Preview()
        self.previewer = Previewer(story, work, self)
        self._lay_out()
        self.form.changed.connect(self._changed)
        self.previewer.ready.connect(self._show)
        self.pages.itemActivated.connect(lambda item: self.enlarge(self.pages.row(item)))
        self.make.clicked.connect(self._make)
        self.leave.clicked.connect(self.close)
        self.paint.toggled.connect(self._tell)
        if (chosen := self.form.kinds.checkedButton()) is not None:
            chosen.setFocus()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._follow)
        self.session.changed.connect(self._follow_soon)
        self.work.finished.connect(self._follow_soon)
        self._show_todo()
        self._changed()

    def _to_do(self) -> tuple[list[Scene], list[Scene]]:
        """Scenes that have no picture of now, and those of them that are being painted anyway."""
        todo = self._unpainted()
        coming = [one for one in todo if one.id in self.work.busy]
        return [one for one in todo if one not in coming], coming

    def _follow_soon(self, *_: object) -> None:
        self._soon.start()

    def _follow(self) -> None:
        """Pictures were finished, or words changed, while the dialog is open."""
        self.todo, self.coming = self._to_do()
        story = self.session.story
        self.covers.follow(story, self.value.cover)
        self._show_todo()
        if story is not self.previewer.story:
            self.previewer.follow(story)
        self._tell()

    def _show_todo(self) -> None:
        self.paint.setText(self._paint_words())
        self.paint.setVisible(bool(self.todo))
        self.painting.setVisible(bool(self.coming))
        words = self.tr("1 picture is being painted now. The book is made after it.")
        if len(self.coming) > 1:
            words = self.tr("%1 pictures are being painted now. The book is made after them.")
        self.painting.setText(filled(words, len(self.coming)))

    def _paint_words(self) -> str:
        if len(self.todo) == 1:
            return self.tr("Paint the missing or old picture first")
        words = self.tr("Paint the %1 missing or old pictures first")
        return filled(words, len(self.todo))

    def _lay_out(self) -> None:
        self.shown.addWidget(self.pages)
        self.shown.addWidget(self.flowing)
        middle, buttons = QHBoxLayout(), QHBoxLayout()
        column = scrolling(self.form)
        middle.addWidget(column, 1)
        middle.addWidget(self.shown, 1)
        buttons.addWidget(self.told, 1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.make)
        layout = QVBoxLayout(self)
        layout.addLayout(middle, 1)
        layout.addWidget(self.paint)
        layout.addWidget(self.painting)
        layout.addLayout(buttons)
        self.ensurePolished()
        line = self.fontMetrics().height()
        fit_into_window(self, 72 * line, 46 * line)

    @property
    def value(self) -> BookChoices:
        """Everything as it is chosen now."""
        return self.form.value

    def _changed(self) -> None:
        choices = self.value
        self.shown.setCurrentWidget(self.pages if choices.has_pages else self.flowing)
        self.flowing.setText(self._flowing_words(choices))
        self._preview = Preview(self._preview.count, self._preview.pictures)
        self._tell()
        self.previewer.ask(choices)

    def _flowing_words(self, choices: BookChoices) -> str:
        if choices.book == EPUB:
            return self.tr("An e-book has no fixed pages: every reader shows the words as large as one likes.")
        if choices.book == WORD:
            return self.tr(
                "Each scene begins on a page of its own, with its picture. In Word all of it can be changed."
            )
        return ""

    def _show(self, preview: Preview) -> None:
        self._preview = preview
        if self.value.has_pages:
            self.pages.show_pages(preview, self.value)
        self.make.setEnabled(not preview.failure)
        self._tell()

    def enlarge(self, page: int) -> PageView:
        """Show a page as large as the window."""
        names = [self.pages.item(row).text() for row in range(self.pages.count())]
        view = PageView(self._preview, names, page, self.previewer, self.value, self)
        view.resize(self.size())
        view.open()
        return view

    def _tell(self) -> None:
        self.told.setText(self._words())

    def _words(self) -> str:
        """What will be made, as far as it is known."""
        preview, choices = self._preview, self.value
        if preview.failure:
            return sentence(preview.failure)
        parts = []
        if choices.has_pages and preview.count:
            width, height = (QLocale().toString(round(one / 10, 1)) for one in PAGE_SIZES[choices.page])
            pages = self.tr("1 page") if preview.count == 1 else self.tr("%1 pages")
            size = filled(self.tr("%2 × %3 cm"), preview.count, width, height)
            parts += [filled(pages, preview.count), size]
        elif preview.pictures or choices.book == PICTURES:
            painted = [one for one in self.todo if one.id in self.to_paint] + self.coming
            count = preview.pictures + sum(one.illustration is None for one in painted)
            pictures = self.tr("1 picture") if count == 1 else self.tr("%1 pictures")
            parts.append(filled(pictures, count))
            if choices.book == PICTURES:
                parts.append(filled(self.tr("%1 pixels"), pictures_for(choices)[0]))
        if preview.size is not None:
            size = size_words(preview.size)
            parts.append(filled(self.tr("about %1"), size))
        return self.tr(", ").join(parts) + (self.tr(".") if parts else "")

    def keep(self) -> None:
        """Keep the choices in the story, as one step; not where they could not be saved."""
        if self.session.read_only:
            return
        choices = self.value
        self.session.apply(
            self.tr("Choose how the book looks"), lambda story: with_settings(story, choices.into(story.settings))
        )

    def _make(self) -> None:
        self.keep()
        self.make_asked.emit()

    @property
    def to_paint(self) -> list[str]:
        """Ids of the scenes that are to be painted before."""
        return [one.id for one in self.todo] if self.paint.isChecked() else []

    def done(self, result: int) -> None:
        self.keep()
        self.previewer.stop()
        super().done(result)
