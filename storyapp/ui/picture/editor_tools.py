"""The tools above the large picture: what the pointer does, how large the brush is, what shape the picture has."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QSizePolicy, QSlider, QToolButton, QWidget

from ..widgets.flow import Flow
from .editor_view import EditorView, Tool


class EditorTools(QWidget):
    """Puts tools into the hand of a view; breaks into lines where it is narrow."""

    taken = Signal(object)  # Tool
    shape_asked = Signal(int, int)  # rows and columns of the place
    add_asked = Signal()  # somebody or something more, by key

    def __init__(self, view: EditorView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Tools of the picture"))
        self.view = view
        self._group = QActionGroup(self)
        self._flow = Flow(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.select = self._tool(self.tr("Select"), "V", Tool.SELECT, self.tr("Select, drag and resize"))
        self.region = self._tool(
            self.tr("Region"), "B", Tool.REGION, self.tr("Mark a part of what is chosen to paint it again")
        )
        self.cut = self._tool(
            self.tr("Cut out"), "C", Tool.CUT, self.tr("Draw a rectangle: what is in it becomes a portrait")
        )
        self.brush = QSlider(Qt.Orientation.Horizontal, minimum=1, maximum=20, value=6, maximumWidth=90)
        self.brush.setAccessibleName(self.tr("Size of the brush"))
        self.brush.setToolTip(self.tr("Size of the brush"))
        self.brush.valueChanged.connect(self._set_brush)
        self.brush.hide()
        self._flow.addWidget(self.brush)
        self.whole = QToolButton(text=self.tr("Whole picture"), toolTip=self.tr("Ctrl and the wheel zoom"))
        self.whole.clicked.connect(view.fit)
        self._flow.addWidget(self.whole)
        self.shape = self._shape_menu()
        view.region_changed.connect(self._follow)
        adding = QAction(self.tr("Add"), view, shortcut=QKeySequence("A"))
        adding.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        adding.triggered.connect(self.add_asked)
        view.addAction(adding)

    def _tool(self, words: str, key: str, tool: Tool, told: str) -> QAction:
        action = QAction(words, self)
        action.setToolTip(f"{told} ({key})")
        action.triggered.connect(lambda: self._take(tool))
        action.setCheckable(True)
        action.setChecked(tool is Tool.SELECT)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.view.addAction(action)
        self._group.addAction(action)
        button = QToolButton()
        button.setDefaultAction(action)
        self._flow.addWidget(button)
        return action

    def _shape_menu(self) -> QMenu:
        menu = QMenu(self.tr("Shape"), self)
        for words, rows, columns in (
            (self.tr("Square"), 16, 16),
            (self.tr("Landscape"), 16, 24),
            (self.tr("Portrait"), 24, 16),
        ):
            menu.addAction(words, partial(self.shape_asked.emit, rows, columns))
        button = QToolButton(text=f"{menu.title()} ▾", objectName="more")
        button.setToolTip(self.tr("Extend the place to a wider or taller picture"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        self._flow.addWidget(button)
        return menu

    def _take(self, tool: Tool) -> None:
        self.view.use(tool)
        self.brush.setVisible(tool is Tool.REGION)
        self.taken.emit(tool)

    def _set_brush(self, percent: int) -> None:
        self.view.brush = percent / 100

    def _follow(self) -> None:
        """The view has put its tool away."""
        if self.view.tool is Tool.SELECT:
            self.select.setChecked(True)
            self.brush.hide()
