"""Colours and type: calm paper, light or dark as the system is or the person wants."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

SERIF = '"Literata", "Georgia", "Noto Serif", "Noto Naskh Arabic", "Noto Serif SC", serif'


@dataclass(frozen=True)
class Palette:
    """The colours of one theme; every text colour has a contrast of at least 4.5 on its ground."""

    desk: str
    paper: str
    text: str
    quiet: str
    line: str
    accent: str
    on_accent: str
    warn: str


LIGHT = Palette("#efe9df", "#fffdf8", "#2b2622", "#6a5f55", "#d9cfc0", "#8a4b2f", "#ffffff", "#9a3412")
DARK = Palette("#1d1b19", "#282522", "#efe8dd", "#b5aa9c", "#45403a", "#e0a07c", "#1d1b19", "#f2a77b")


def is_dark() -> bool:
    """Whether the system asks for a dark theme."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def style_sheet(colours: Palette, scale: int = 100) -> str:
    """The whole program's style sheet; `scale` is the size of type in per cent."""
    c = colours

    def pt(points: float) -> str:
        return f"{points * scale / 100:.2f}pt"

    return f"""
    QWidget {{ color: {c.text}; font-size: {pt(10)}; }}
    QMainWindow, QDialog, #desk, QScrollArea, #column {{ background: {c.desk}; }}
    QScrollArea {{ border: none; }}
    #scene {{ background: {c.paper}; border: 1px solid {c.line}; border-radius: 10px; }}
    #sceneTitle {{ font-family: {SERIF}; font-size: {pt(15)}; font-weight: 600; border: none; background: transparent; }}
    #storyTitle {{ font-family: {SERIF}; font-size: {pt(21)}; font-weight: 600; border: none; background: transparent; }}
    #author, #synopsis {{ font-family: {SERIF}; font-style: italic; font-size: {pt(11.5)}; color: {c.quiet};
        border: none; background: transparent; }}
    #quietButton {{ background: transparent; border: 1px dashed {c.line}; color: {c.quiet}; padding: 10px; }}
    #hero {{ font-family: {SERIF}; font-size: {pt(24)}; font-weight: 600; }}
    #heading {{ font-family: {SERIF}; font-size: {pt(13)}; font-weight: 600; }}
    #scenes {{ padding: 2px; }}
    #shelf {{ background: transparent; border: none; padding: 0; }}
    #sceneText {{ font-family: {SERIF}; font-size: {pt(12.5)}; border: none; background: transparent; }}
    QLineEdit, QPlainTextEdit, QTextEdit, QListWidget, QTableWidget, QTreeWidget, QComboBox, QSpinBox, QDoubleSpinBox {{
        background: {c.paper}; border: 1px solid {c.line}; border-radius: 6px; padding: 4px; selection-background-color: {c.accent};
        selection-color: {c.on_accent}; }}
    QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QListWidget:focus, QTableWidget:focus,
    QTreeWidget:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus {{ border: 2px solid {c.accent}; }}
    #storyTitle:focus, #author:focus, #synopsis:focus, #sceneTitle:focus, #sceneText:focus {{
        border: none; border-left: 3px solid {c.accent}; }}
    QCheckBox:focus, QTabBar::tab:focus, QSlider:focus {{ border: 2px solid {c.accent}; border-radius: 6px; }}
    QListWidget::item {{ padding: 6px; border-radius: 6px; }}
    QListWidget::item:selected {{ background: {c.accent}; color: {c.on_accent}; }}
    QPushButton, QToolButton {{ background: {c.paper}; border: 1px solid {c.line}; border-radius: 7px; padding: 5px 11px; }}
    QPushButton:hover, QToolButton:hover {{ border-color: {c.accent}; }}
    QPushButton:focus, QToolButton:focus {{ border: 2px solid {c.accent}; }}
    #style {{ text-align: left; padding: 6px 10px; }}
    QPushButton:disabled, QToolButton:disabled {{ color: {c.quiet}; }}
    QPushButton#primary, QToolButton#primary {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; }}
    QPushButton:checked, QToolButton:checked {{ background: {c.accent}; color: {c.on_accent}; }}
    QToolBar, QStatusBar, QMenuBar {{ background: {c.desk}; border: none; spacing: 6px; padding: 3px; }}
    QMenu {{ background: {c.paper}; border: 1px solid {c.line}; }}
    QMenu::item:selected, QMenuBar::item:selected {{ background: {c.accent}; color: {c.on_accent}; }}
    QMenu::item:disabled {{ color: {c.quiet}; }}
    QTabWidget::pane {{ border: 1px solid {c.line}; border-radius: 8px; background: {c.desk}; }}
    QTabBar::tab {{ padding: 6px 13px; background: transparent; color: {c.quiet}; border-bottom: 2px solid transparent; }}
    QTabBar::tab:selected {{ color: {c.text}; border-bottom-color: {c.accent}; }}
    QDockWidget::title {{ padding: 5px; }}
    QProgressBar {{ border: 1px solid {c.line}; border-radius: 6px; background: {c.paper}; text-align: center; min-height: 16px; }}
    QProgressBar::chunk {{ background: {c.accent}; border-radius: 5px; }}
    #card {{ background: {c.paper}; border: 1px solid {c.line}; border-radius: 9px; }}
    #card[chosen="true"] {{ border: 2px solid {c.accent}; }}
    #quiet {{ color: {c.quiet}; }}
    #notice {{ background: {c.paper}; color: {c.warn}; border: 1px solid {c.warn}; border-radius: 7px; padding: 6px; }}
    #chip {{ border-radius: 11px; padding: 3px 9px; }}
    #chip::menu-indicator {{ image: none; }}
    QGroupBox {{ border: 1px solid {c.line}; border-radius: 8px; margin-top: 18px; padding-top: 6px; }}
    QGroupBox::title {{ subcontrol-origin: margin; left: 4px; top: 0px; color: {c.quiet}; }}
    QComboBox::drop-down {{ border: none; width: 20px; }}
    QComboBox QAbstractItemView {{ background: {c.paper}; border: 1px solid {c.line}; selection-background-color: {c.accent};
        selection-color: {c.on_accent}; }}
    QListWidget::item:disabled {{ color: {c.quiet}; }}
    QCheckBox::indicator, QListWidget::indicator, QGroupBox::indicator {{ width: 15px; height: 15px; }}
    QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {c.line}; }}
    QSlider::sub-page:horizontal {{ border-radius: 2px; background: {c.accent}; }}
    QSlider::handle:horizontal {{ width: 14px; margin: -5px 0; border-radius: 7px; background: {c.accent}; }}
    QScrollBar:vertical {{ background: transparent; width: 11px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 11px; margin: 0; }}
    QScrollBar::handle {{ background: {c.line}; border-radius: 5px; min-height: 30px; min-width: 30px; }}
    QScrollBar::handle:hover {{ background: {c.quiet}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QToolTip {{ background: {c.paper}; color: {c.text}; border: 1px solid {c.line}; padding: 4px; }}
    QSplitter::handle {{ background: {c.desk}; }}
    """


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
