"""Colours and type: calm paper, light or dark as the system is or the person wants."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from storyapp import paths

SERIF = '"Literata", "Georgia", "Noto Serif", "Noto Naskh Arabic", "Noto Serif Devanagari", "Noto Serif SC", serif'


@dataclass(frozen=True)
class Palette:
    """The colours of one theme; every text colour has a contrast of at least 4.5 on its ground."""

    theme: str  # which of the two; names its icons
    desk: str
    paper: str
    text: str
    quiet: str
    line: str
    accent: str
    on_accent: str
    warn: str


LIGHT = Palette("light", "#efe9df", "#fffdf8", "#2b2622", "#6a5f55", "#d9cfc0", "#8a4b2f", "#ffffff", "#9a3412")
DARK = Palette("dark", "#1d1b19", "#282522", "#efe8dd", "#b5aa9c", "#45403a", "#e0a07c", "#1d1b19", "#f2a77b")


def is_dark() -> bool:
    """Whether the system asks for a dark theme."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def style_sheet(colours: Palette, scale: int = 100) -> str:
    """The whole program's style sheet, `resources/theme.qss`; `scale` is the size of type in per cent."""
    names = {**asdict(colours), "serif": SERIF, "icons": (paths.resources() / "icons").as_posix()}
    source = (paths.resources() / "theme.qss").read_text(encoding="utf-8")
    source = source.split("*/", 1)[1]  # the first comment tells of the notation
    source = re.sub(r"@(\w+)", lambda found: names[found[1]], source)
    return re.sub(r"pt\(([\d.]+)\)", lambda found: f"{float(found[1]) * scale / 100:.2f}pt", source)


def palette_of(colours: Palette) -> QPalette:
    """The same colours for what is painted by hand."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.desk,
        QPalette.ColorRole.Base: colours.paper,
        QPalette.ColorRole.AlternateBase: colours.desk,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.Button: colours.paper,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.quiet,
        QPalette.ColorRole.Mid: colours.line,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.ToolTipBase: colours.paper,
        QPalette.ColorRole.ToolTipText: colours.text,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.quiet))
    return palette


def load_fonts(folder: Path) -> None:
    """Make the fonts of the books known to the program."""
    for file in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def apply_theme(app: QApplication, dark: bool | None = None, scale: int = 100) -> None:
    """Dress the program; `dark` None follows the system, `scale` is the size of type in per cent."""
    colours = DARK if (is_dark() if dark is None else dark) else LIGHT
    app.setStyle("Fusion")
    app.setPalette(palette_of(colours))
    app.setStyleSheet(style_sheet(colours, scale))
    for effect in (Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_AnimateCombo, Qt.UIEffect.UI_AnimateTooltip):
        app.setEffectEnabled(effect, False)  # nothing in the program moves by itself
