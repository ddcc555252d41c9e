"""What is pasted into a scene, as clean words."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QFont, QTextDocument

from .typography import clean


def words_of(source: QMimeData, headings: bool = False) -> str:
    """What is pasted, as clean words; bold and italic of other programs become marks, and `headings` too if wanted."""
    if not source.hasHtml():
        return clean(source.text())
    document = QTextDocument()
    document.setHtml(source.html())
    lines = []
    block = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        parts = []
        fragments = block.begin()
        while not fragments.atEnd():
            fragment = fragments.fragment()
            face = fragment.charFormat()
            bold = face.fontWeight() >= QFont.Weight.DemiBold and not level
            parts.append(_marked(clean_line(fragment.text()), bold, face.fontItalic()))
            fragments += 1
        line = "".join(parts).strip()
        lines.append(f"{'#' * level} {line}" if headings and level and line else line)
        block = block.next()
    return clean("\n\n".join(line for line in lines if line))


def clean_line(text: str) -> str:
    """A stretch of words whose spaces at both ends count."""
    words = clean(text).strip()
    if not words:
        return " " if text else ""
    return (" " if text[:1].isspace() else "") + words + (" " if text[-1:].isspace() else "")


def _marked(words: str, bold: bool, italic: bool) -> str:
    inner = words.strip()
    if not inner or "\n" in inner or not (bold or italic):
        return words
    mark = "*" * (2 * bold + italic)
    left, right = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return f"{left}{mark}{inner}{mark}{right}"
