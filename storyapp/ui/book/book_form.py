"""What can be chosen about a book: as what it is made, its pages, its cover, a dedication."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
)

from storyapp.export.choices import EPUB, KINDS, MARKDOWN, NO_PICTURE, PDF, PICTURES, PRINT, SIDES, WORD, BookChoices

from ..widgets.scrolling import Column
from ..words import filled
from .cover_list import CoverList

DEDICATION_LINES = 2


class BookForm(Column):
    """Shows choices, and tells of every change; what a kind of book does not have is not shown."""

    changed = Signal()

    def __init__(self, choices: BookChoices, covers: CoverList) -> None:
        super().__init__()
        self.covers = covers
        self._cover = choices.cover
        self.kinds = QButtonGroup(self)
        self.about = QLabel(objectName="quiet", wordWrap=True)
        self.page = self._choice(self._pages(), choices.page, self.tr("Size of the page"))
        types = {"small": self.tr("Small"), "usual": self.tr("Usual"), "large": self.tr("Large, for first readers")}
        self.type = self._choice(types, choices.type, self.tr("Size of the type"))
        self.numbers = self._check(self.tr("Number the pages"), choices.numbers)
        self.marks = self._check(self.tr("Marks that show where to cut"), choices.marks)
        self.cover_page = self._check(self.tr("A cover with the title"), choices.cover_page)
        self.cover_inside = self._check(self.tr("Its picture is in the book, too"), choices.cover_inside)
        told = self.tr("Without it the page of that scene has its words alone.")
        self.cover_inside.setToolTip(told)
        self.cover_inside.setAccessibleDescription(told)
        formats = {"png": self.tr("PNG, without any loss"), "jpg": self.tr("JPEG, smaller files")}
        self.pictures = self._choice(formats, choices.pictures, self.tr("Kind of picture"))
        self.side = self._choice(self._sides(), choices.side, self.tr("Size of the pictures"))
        self.dedication = QPlainTextEdit(choices.dedication, placeholderText=self.tr("For Ada, who flies kites"))
        self.dedication.setAccessibleName(self.tr("Dedication"))
        self.dedication.setTabChangesFocus(True)
        self.dedication.setFixedHeight(DEDICATION_LINES * self.dedication.fontMetrics().lineSpacing() + 22)
        self._lay_out(choices.book)
        self._connect()
        self._fit()

    def _pages(self) -> dict[str, str]:
        return {
            "square": self.tr("Square, 21.6 × 21.6 cm"),
            "a4": self.tr("A4, 21 × 29.7 cm"),
            "letter": self.tr("Letter, 21.6 × 27.9 cm"),
            "a5": self.tr("A5 wide, 21 × 14.8 cm"),
        }

    def _sides(self) -> dict[int, str]:
        words = (self.tr("Small, to send (%1)"), self.tr("Middle (%1)"), self.tr("Large, to print (%1)"))
        pixels = (filled(self.tr("%1 pixels"), side) for side in SIDES)
        return {side: filled(told, size) for side, told, size in zip(SIDES, words, pixels, strict=True)}

    def kind_words(self) -> dict[str, tuple[str, str]]:
        """What each kind of book is called, and for what it is good."""
        return {
            PDF: (self.tr("PDF for the screen"), self.tr("To read, to send, and to print at home.")),
            PRINT: (
                self.tr("PDF for a printing house"),
                self.tr("Fine pictures on white paper, and 3 mm more at every edge for cutting."),
            ),
            EPUB: (self.tr("E-book (EPUB)"), self.tr("For e-readers, tablets and phones; it can be read aloud.")),
            WORD: (self.tr("Word (.docx)"), self.tr("To go on with in Word, LibreOffice or Google Docs.")),
            PICTURES: (self.tr("Only the pictures"), self.tr("One file for each scene, in a new folder.")),
            MARKDOWN: (
                self.tr("Plain text (Markdown)"),
                self.tr("The words as a text file, the pictures in a folder beside it."),
            ),
        }

    def _choice(self, values: dict[Any, str], chosen: object, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(10)
        for value, words in values.items():
            box.addItem(words, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        return box

    @staticmethod
    def _check(words: str, on: bool) -> QCheckBox:
        check = QCheckBox(words)
        check.setChecked(on)
        return check

    def _lay_out(self, kind: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 8, 2)
        what = QGroupBox(self.tr("What it becomes"))
        inside = QVBoxLayout(what)
        for index, (name, (words, told)) in enumerate(self.kind_words().items()):
            button = QRadioButton(words, toolTip=told)
            button.setAccessibleDescription(told)
            button.setChecked(name == kind)
            self.kinds.addButton(button, index)
            inside.addWidget(button)
        inside.addWidget(self.about)
        self.pages_box, self.cover_box = QGroupBox(self.tr("Pages")), QGroupBox(self.tr("Cover"))
        self.files_box, self.dedication_box = QGroupBox(self.tr("Files")), QGroupBox(self.tr("Dedication"))
        self.page_form = self._form(
            self.pages_box, {self.tr("Size"): self.page, self.tr("Type"): self.type}, self.numbers, self.marks
        )
        self._form(self.files_box, {self.tr("Kind"): self.pictures, self.tr("Size"): self.side})
        covers = QVBoxLayout(self.cover_box)
        covers.addWidget(self.cover_page)
        covers.addWidget(self.covers)
        covers.addWidget(self.cover_inside)
        QVBoxLayout(self.dedication_box).addWidget(self.dedication)
        for box in (what, self.pages_box, self.files_box, self.cover_box, self.dedication_box):
            box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            layout.addWidget(box)
        layout.addStretch(1)

    @staticmethod
    def _form(box: QGroupBox, fields: dict[str, QComboBox], *checks: QCheckBox) -> QFormLayout:
        form = QFormLayout(box)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field in fields.items():
            form.addRow(words, field)
        for check in checks:
            form.addRow(check)
        return form

    def _connect(self) -> None:
        self.kinds.idToggled.connect(lambda _, on: self._tell() if on else None)
        for box in (self.page, self.type, self.pictures, self.side):
            box.currentIndexChanged.connect(lambda _: self._tell())
        for check in (self.numbers, self.marks, self.cover_page, self.cover_inside):
            check.toggled.connect(lambda _: self._tell())
        self.dedication.textChanged.connect(self._tell)
        self.covers.chosen.connect(self._choose_cover)

    def _choose_cover(self, cover: str) -> None:
        self._cover = cover
        self._tell()

    def _tell(self) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        """Show what belongs to the chosen kind."""
        kind = self.kind
        self.about.setText(self.kind_words()[kind][1])
        book = kind in (PDF, PRINT, EPUB, WORD)
        self.pages_box.setVisible(kind in (PDF, PRINT, WORD))
        self.marks.setVisible(kind == PRINT)
        self.page_form.setRowVisible(self.type, kind in (PDF, PRINT, WORD))
        self.files_box.setVisible(kind == PICTURES)
        self.cover_box.setVisible(book)
        self.covers.setVisible(self.cover_page.isChecked())
        self.cover_inside.setVisible(self.cover_page.isChecked() and self.covers.cover() != NO_PICTURE)
        self.dedication_box.setVisible(book)

    @property
    def kind(self) -> str:
        """As what the book is made."""
        return KINDS[max(0, self.kinds.checkedId())]

    @property
    def value(self) -> BookChoices:
        """Everything as it is chosen now."""
        return BookChoices(
            book=self.kind,
            page=self.page.currentData(),
            cover=self._cover,
            cover_page=self.cover_page.isChecked(),
            type=self.type.currentData(),
            numbers=self.numbers.isChecked(),
            dedication=self.dedication.toPlainText().strip(),
            marks=self.marks.isChecked(),
            pictures=self.pictures.currentData(),
            side=self.side.currentData(),
            cover_inside=self.cover_inside.isChecked(),
        )
