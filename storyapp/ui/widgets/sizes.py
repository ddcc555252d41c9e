"""How large a dialog opens."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog


def fit_into_window(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog a size in pixels, but none beyond the window that it opens over: a screen may be no higher."""
    size, parent = QSize(width, height), dialog.parentWidget()
    dialog.resize(size.boundedTo(parent.window().size()) if parent is not None else size)
