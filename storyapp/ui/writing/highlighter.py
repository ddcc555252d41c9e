"""How a scene's words look while they are written: bold, italic, and a wavy line under what is spelt wrong."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QGuiApplication, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from storyapp.story.emphasis import runs

from .spelling import WORD, Speller

WAVE = QColor("#c2410c")


class Highlighter(QSyntaxHighlighter):
    """Marks one document; the word that is being written is let alone until it is left."""

    def __init__(self, document: QTextDocument, speller: Speller | None) -> None:
        super().__init__(document)
        self.speller = speller
        self.writing = -1  # where the cursor stands in the document, while words are typed

    def highlightBlock(self, text: str) -> None:
        if "*" in text:
            self._show_faces(text)
        if self.speller is not None and self.speller.ready:
            self._mark_wrong(text, self.speller)

    def _show_faces(self, text: str) -> None:
        shown: set[int] = set()
        for run in runs(text):
            shown.update(range(run.start, run.start + len(run.words)))
            face = QTextCharFormat()
            if run.bold:
                face.setFontWeight(QFont.Weight.Bold)
            if run.italic:
                face.setFontItalic(True)
            if run.bold or run.italic:
                self.setFormat(*_units(text, run.start, run.start + len(run.words)), face)
        faint = QTextCharFormat()
        faint.setForeground(QGuiApplication.palette().placeholderText())
        for index, letter in enumerate(text):
            if letter == "*" and index not in shown:
                self.setFormat(*_units(text, index, index + 1), faint)

    def _mark_wrong(self, text: str, speller: Speller) -> None:
        cursor = self.writing - self.currentBlock().position()
        for match in WORD.finditer(text):
            if speller.is_right(match.group()):
                continue
            start, length = _units(text, *match.span())
            if start + length == cursor:
                continue
            face = self.format(start)
            face.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            face.setUnderlineColor(WAVE)
            self.setFormat(start, length, face)


def _units(text: str, start: int, end: int) -> tuple[int, int]:
    """Start and length in Qt's count, in which an emoji is two."""
    if text.isascii():
        return start, end - start
    before = len(text[:start].encode("utf-16-le", "surrogatepass")) // 2
    return before, len(text[start:end].encode("utf-16-le", "surrogatepass")) // 2
