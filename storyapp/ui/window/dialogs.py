"""What is shown over the window: keys, the tour, the program itself, and earlier versions of the story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox

from ..book.book_dialog import BookDialog
from ..guide.about import AboutDialog
from ..guide.help import HelpDialog
from ..guide.tour import Tour
from ..words import sentence
from ..writing.versions_dialog import VersionsDialog

if TYPE_CHECKING:
    from ..main_window import MainWindow


class Dialogs(QObject):
    """Makes and shows the dialogs of one window, and gives them back."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window

    def help(self) -> HelpDialog:
        """What keys and mouse do."""
        return HelpDialog.shown_for(self.window, self.window.actions_.with_keys())

    def about(self) -> AboutDialog:
        """Program, model and device."""
        return AboutDialog.shown_for(self.window, self.window.work.illustrator.status())

    def versions(self) -> VersionsDialog:
        """Earlier versions of the story."""
        dialog = VersionsDialog(self.window.versions, self.window)
        dialog.copied.connect(self.window.open_asked)
        dialog.told.connect(self.window.say)
        dialog.open()
        return dialog

    def book(self) -> BookDialog:
        """What becomes of the story: a PDF, an e-book, pictures … and how it looks."""
        window = self.window
        dialog = BookDialog(window.work, window.thumbnails, window.pages.todo, window)
        dialog.make_asked.connect(lambda: self._make(dialog))
        dialog.open()
        return dialog

    def _make(self, dialog: BookDialog) -> None:
        """Ask for a name; what is to be painted before is painted, and the book is made after it."""
        choices = dialog.value

        def paint() -> None:
            to_paint = dialog.to_paint  # as it is when the name is known
            if to_paint:
                self.window.pictures.illustrate(to_paint)

        if self.window.files.make(choices.book, choices, paint):
            dialog.accept()

    def unsaved(self, reason: str) -> QMessageBox.StandardButton:
        """Ask what becomes of words that could not be saved: Save (under another name), Discard or Cancel."""
        kinds = QMessageBox.StandardButton
        words = self.tr("The last changes are not saved. If you close the window they are lost.")
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            self.tr("Not saved"),
            words,
            kinds.Save | kinds.Discard | kinds.Cancel,
            self.window,
        )
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(sentence(reason))
        box.button(kinds.Save).setText(self.tr("Save as …"))
        box.button(kinds.Discard).setText(self.tr("Discard"))
        box.setDefaultButton(kinds.Save)
        return QMessageBox.StandardButton(box.exec())

    def tour(self) -> Tour:
        """Show the desk, part by part."""
        window = self.window
        window.arrangement.leave_calm()
        window.preferences.change(toured=True)
        parts = {"scenes": window.scenes, "story": window.view, "studio": window.tabs, "bar": window.actions_.bar}
        return Tour(window, {**parts, "jobs": window.job_bar})
