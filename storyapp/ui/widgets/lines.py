"""Words broken into lines, where something is painted or named that does not break them itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout

from .fields import characters


def lines_of(words: str, font: QFont, width: float) -> list[str]:
    """Words on lines of at most `width` pixels, broken as their script wants it: Chinese has no spaces to break at."""
    layout = QTextLayout(words, font)
    ends: list[int] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        ends.append(characters(words, line.textStart() + line.textLength()))
    layout.endLayout()
    return [words[start:end].strip() for start, end in zip([0, *ends], ends, strict=False)]


def two_lines(words: str, font: QFont, width: int) -> list[str]:
    """Words on at most two lines, each with an ellipsis where it is cut off: a word may be longer than a line."""
    metrics = QFontMetrics(font)
    first, *more = lines_of(words, font, width) or [""]
    rest = words[len(first) :].strip()
    if metrics.horizontalAdvance(first) > width + 2:  # 2: widths are rounded
        first = metrics.elidedText(first, Qt.TextElideMode.ElideRight, width)
    return [first, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)] if more else [first]
