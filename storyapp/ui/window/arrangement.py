"""Where the parts of the window are: list and studio beside the story, over one another, or out of the way."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget, QWidget

from ..writing.scene_list import SceneList
from ..writing.story_column import StoryColumn
from .actions import Actions

NARROW = 9  # pixels of width for each per cent of type, below which list and studio share a place
FRAMES, STUDIO = 120, 1.95  # pixels of the studio's least width that stay, and those for each per cent of type
WIDTHS = [230, 340]  # of list and studio at first


class Arrangement(QObject):
    """The docks of one window, and the calm in which there are none."""

    def __init__(self, window: QMainWindow, scenes: SceneList, tabs: QTabWidget, column: StoryColumn) -> None:
        super().__init__(window)
        self.window, self.tabs, self.column = window, tabs, column
        self._narrow: bool | None = None
        self.list_dock = self._dock(self.tr("Scenes"), "list", scenes, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.studio_dock = self._dock(self.tr("Studio"), "studio", tabs, Qt.DockWidgetArea.RightDockWidgetArea)
        window.resizeDocks([self.list_dock, self.studio_dock], WIDTHS, Qt.Orientation.Horizontal)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        self._escape.setEnabled(False)

    def _dock(self, title: str, name: str, widget: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self.window, objectName=name)
        dock.setWidget(widget)
        dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetMovable)
        self.window.addDockWidget(area, dock)
        return dock

    def take_actions(self, actions: Actions) -> None:
        """Follow the switches of the menu View; Escape ends the calm."""
        self.actions_ = actions
        self._escape.activated.connect(self.leave_calm)
        actions.calm.toggled.connect(self._be_calm)
        actions.list.toggled.connect(self.list_dock.setVisible)
        actions.studio.toggled.connect(self.studio_dock.setVisible)

    def fit(self, scale: int) -> None:
        """List and studio on both sides; in a narrow window, or with large type, one over the other."""
        self.tabs.setMinimumWidth(round(FRAMES + STUDIO * scale))
        narrow = self.window.width() < NARROW * scale
        if narrow == self._narrow:
            return
        self._narrow = narrow
        turned = self.window.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        first, last = (right, left) if turned else (left, right)
        self.window.addDockWidget(last, self.studio_dock)
        if narrow:
            self.window.tabifyDockWidget(self.studio_dock, self.list_dock)
        else:
            self.window.addDockWidget(first, self.list_dock)
            self.window.resizeDocks([self.list_dock, self.studio_dock], WIDTHS, Qt.Orientation.Horizontal)

    def show_in_studio(self, page: QWidget) -> None:
        """Bring a page of the studio to the front, where the list lies over it too."""
        self.tabs.setCurrentWidget(page)
        if self._narrow and not self.studio_dock.isHidden():
            self.studio_dock.raise_()

    def _be_calm(self, calm: bool) -> None:
        """Hide everything but the words and fill the screen, or bring all back."""
        actions, window = self.actions_, self.window
        self._escape.setEnabled(calm)
        self.list_dock.setVisible(not calm and actions.list.isChecked())
        self.studio_dock.setVisible(not calm and actions.studio.isChecked())
        for bar in (actions.bar, window.statusBar(), window.menuBar()):
            bar.setVisible(not calm)
        self.column.calm = calm
        self.column.dress_cards()
        if window.isFullScreen() != calm:
            window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def leave_calm(self) -> None:
        """Come back from only the words."""
        self.actions_.calm.setChecked(False)
