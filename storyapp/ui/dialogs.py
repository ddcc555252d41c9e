"""What is shown over the window: keys, the tour, the program itself, and earlier versions of the story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from .about import AboutDialog
from .help import HelpDialog
from .tour import Tour
from .versions_dialog import VersionsDialog

if TYPE_CHECKING:
    from .main_window import MainWindow


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

    def tour(self) -> Tour:
        """Show the desk, part by part."""
        window = self.window
        window.arrangement.leave_calm()
        window.preferences.change(toured=True)
        parts = {"scenes": window.scenes, "story": window.view, "studio": window.tabs, "bar": window.actions_.bar}
        return Tour(window, {**parts, "jobs": window.job_bar})
