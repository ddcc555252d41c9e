"""Columns that are higher than their place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget


def scrolling(inside: QWidget) -> QScrollArea:
    """`inside` as wide as its place, scrolled up and down; the focus is for what is in it."""
    scroll = QScrollArea(widgetResizable=True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inside)
    return scroll


def fill_with(outer: QWidget, inside: QWidget) -> None:
    """Let `outer` show nothing but `inside`, scrolled."""
    layout = QVBoxLayout(outer)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(scrolling(inside))
