"""Menus, shortcuts and the few buttons above the story."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QToolBar

from storyapp.export.choices import MARKDOWN

from ..icons import icon
from ..languages import INTERFACES, STORIES, name_of
from ..picture.picture_saving import offer_saving
from ..preferences import SCALES

if TYPE_CHECKING:
    from ..main_window import MainWindow
    from ..session import Session

Keys = QKeySequence.StandardKey


class Actions(QObject):
    """Every action of a window, as attributes."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self._icons: dict[QAction, str] = {}
        self._file_menu()
        self._edit_menu()
        self._scene_menu()
        self._picture_menu()
        self._view_menu()
        self._help_menu()
        self.bar = self._tool_bar()
        self.paint_icons()

    def _menu(self, words: str) -> QMenu:
        menu = self.window.menuBar().addMenu(words)
        menu.setToolTipsVisible(True)
        return menu

    def _add(self, menu: QMenu, words: str, keys: Any, do: Callable[[], Any], image: str = "") -> QAction:
        action = QAction(words, self.window)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: do())
        menu.addAction(action)
        self.window.addAction(action)  # keys work while the menu bar is hidden
        if image:
            self._icons[action] = image
        return action

    def _check(
        self, menu: QMenu, words: str, keys: Any, on: bool, do: Callable[[bool], Any] = lambda _: None
    ) -> QAction:
        action = self._add(menu, words, keys, lambda: do(action.isChecked()))
        action.setCheckable(True)
        action.setChecked(on)
        return action

    def _choices(self, menu: QMenu, values: dict[str, str], now: str, do: Callable[[str], Any]) -> QActionGroup:
        """One of several; `values` are values with their words."""
        group = QActionGroup(menu)
        for value, words in values.items():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(value == now)
            action.setData(value)
            action.triggered.connect(lambda _=False, chosen=value: do(chosen))
            group.addAction(action)
        return group

    def _file_menu(self) -> None:
        window, files = self.window, self.window.files
        menu = self._menu(self.tr("&File"))
        self._add(menu, self.tr("New story"), Keys.New, window.new_asked.emit)
        self._add(menu, self.tr("Open …"), Keys.Open, files.ask_open)
        self._add(menu, self.tr("Home"), "Ctrl+Home", window.home_asked.emit)
        self._add(menu, self.tr("Import text …"), None, files.ask_import)
        menu.addSeparator()
        self._add(menu, self.tr("Save"), Keys.Save, files.save)
        self._add(menu, self.tr("Save as …"), "Ctrl+Shift+S", files.ask_save_as)
        self._add(menu, self.tr("Earlier versions …"), None, window.dialogs.versions)
        self.export = self._add(menu, self.tr("Make a book …"), "Ctrl+E", window.dialogs.book, "export")
        self._add(menu, self.tr("Export as Markdown …"), "Ctrl+Shift+E", lambda: files.make(MARKDOWN))
        menu.addSeparator()
        self._add(menu, self.tr("Close window"), Keys.Close, window.close)
        self._add(menu, self.tr("Quit"), Keys.Quit, window.quit_asked.emit)

    def _edit_menu(self) -> None:
        window, steps, chosen = self.window, self.window.steps, self.window.preferences
        menu = self._menu(self.tr("&Edit"))
        self.undo = self._add(menu, self.tr("Undo"), Keys.Undo, window.undo, "undo")
        self.redo = self._add(menu, self.tr("Redo"), Keys.Redo, window.redo, "redo")
        menu.addSeparator()
        self.bold = self._add(menu, self.tr("Bold"), Keys.Bold, lambda: steps.toggle_mark("**"))
        self.italic = self._add(menu, self.tr("Italic"), Keys.Italic, lambda: steps.toggle_mark("*"))
        menu.addSeparator()
        self._add(menu, self.tr("Find and replace"), Keys.Find, window.pages.open_find_bar)
        self._add(menu, self.tr("Find next"), Keys.FindNext, window.pages.find_next)
        menu.addSeparator()
        self.spelling = self._check(
            menu, self.tr("Check spelling"), "F7", chosen.value.spelling, lambda on: chosen.change(spelling=on)
        )
        self.quotes = self._check(
            menu,
            self.tr("Round quotation marks while typing"),
            None,
            chosen.value.smart_quotes,
            lambda on: chosen.change(smart_quotes=on),
        )
        languages = menu.addMenu(self.tr("Language of the story"))
        names = {code: name_of(code) for code in STORIES}
        self.story_language = self._choices(
            languages, names, window.session.story.language, window.column.choose_language
        )

    def _scene_menu(self) -> None:
        steps = self.window.steps
        menu = self._menu(self.tr("&Scene"))
        self.add = self._add(menu, self.tr("New scene"), "Ctrl+Return", steps.add, "add")
        self._add(menu, self.tr("Duplicate scene"), "Ctrl+D", steps.duplicate)
        self._add(menu, self.tr("Rename scene"), "F2", steps.rename)
        self._add(menu, self.tr("Write a synopsis"), "Ctrl+Shift+Y", steps.write_synopsis)
        menu.addSeparator()
        self._add(menu, self.tr("Move up"), "Alt+Up", lambda: steps.move(-1))
        self._add(menu, self.tr("Move down"), "Alt+Down", lambda: steps.move(1))
        self._add(menu, self.tr("Next scene"), "Ctrl+PgDown", lambda: steps.go(1))
        self._add(menu, self.tr("Scene before"), "Ctrl+PgUp", lambda: steps.go(-1))
        menu.addSeparator()
        self._add(menu, self.tr("Split scene here"), "Ctrl+Shift+Return", steps.split)
        self._add(menu, self.tr("Merge with next scene"), "Ctrl+Shift+J", steps.merge)
        self.delete = self._add(menu, self.tr("Delete scene"), "Ctrl+Shift+Backspace", steps.delete)
        self.window.scenes.addActions(menu.actions())

    def _picture_menu(self) -> None:
        pages = self.window.pages
        menu = self._menu(self.tr("&Picture"))
        paint = self._add(menu, self.tr("Illustrate scene"), "Ctrl+Shift+I", pages.illustrate_scene, "brush")
        self.window.scenes.insertAction(self.window.scenes.actions()[0], paint)
        self.all = self._add(menu, self.tr("Illustrate all"), "Ctrl+Alt+I", pages.illustrate_all, "brush")
        self._add(menu, self.tr("Refresh old pictures"), "F5", pages.illustrate_stale)
        self._add(menu, self.tr("Search pictures …"), "Ctrl+Shift+F", pages.search)
        self._add(menu, self.tr("Open picture"), "Ctrl+Shift+O", pages.open_current)
        offer_saving(menu, pages.save_current, pages.use_as_cover)

    def _view_menu(self) -> None:
        chosen = self.window.preferences
        menu = self._menu(self.tr("&View"))
        self.calm = self._check(menu, self.tr("Only the words"), "F11", False)
        self.list = self._check(menu, self.tr("List of scenes"), "F8", True)
        self.studio = self._check(menu, self.tr("Studio"), "F9", True)
        self._add(menu, self.tr("Next part of the window"), "F6", lambda: self.window.go_to_part(True))
        self._add(menu, self.tr("Part before"), "Shift+F6", lambda: self.window.go_to_part(False))
        menu.addSeparator()
        self._add(menu, self.tr("Larger"), "Ctrl++", lambda: self._scale(1))
        self._add(menu, self.tr("Smaller"), "Ctrl+-", lambda: self._scale(-1))
        self._add(menu, self.tr("Usual size"), "Ctrl+0", lambda: chosen.change(scale=SCALES[0]))
        menu.addSeparator()
        themes = {"system": self.tr("As the system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        self.theme = self._choices(
            menu.addMenu(self.tr("Theme")), themes, chosen.value.theme, lambda value: chosen.change(theme=value)
        )
        languages = {"": self.tr("As the system"), **{code: name_of(code) for code in INTERFACES}}
        self.language = self._choices(
            menu.addMenu(self.tr("Language of the program")),
            languages,
            chosen.value.language,
            lambda value: chosen.change(language=value),
        )

    def _scale(self, by: int) -> None:
        chosen = self.window.preferences
        place = SCALES.index(chosen.value.scale) + by
        if 0 <= place < len(SCALES):
            chosen.change(scale=SCALES[place])

    def _help_menu(self) -> None:
        dialogs = self.window.dialogs
        menu = self._menu(self.tr("&Help"))
        self._add(menu, self.tr("Keyboard and mouse"), Keys.HelpContents, dialogs.help)
        self._add(menu, self.tr("A tour of one minute"), None, dialogs.tour)
        self._add(menu, self.tr("About storyapp"), None, dialogs.about)

    def _tool_bar(self) -> QToolBar:
        bar = QToolBar(self.tr("Main"), movable=False, objectName="main")
        for action in (self.undo, self.redo, self.add, self.all, self.export):
            bar.addAction(action)
        for action in (self.undo, self.redo, self.add, self.all, self.export):
            bar.widgetForAction(action).setAccessibleName(action.text())
        for action in (self.all, self.export):
            bar.widgetForAction(action).setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)  # type: ignore[attr-defined]
        self.undo.setIconText(self.tr("Undo"))
        self.redo.setIconText(self.tr("Redo"))
        self.window.addToolBar(bar)
        return bar

    def paint_icons(self) -> None:
        """Icons in the colours of the theme, as large as the type."""
        palette = self.window.palette()
        side = self.window.fontMetrics().height() + 2
        self.bar.setIconSize(QSize(side, side))
        for action, image in self._icons.items():
            action.setIcon(icon(image, palette.windowText().color(), palette.placeholderText().color()))

    def follow(self, session: Session) -> None:
        """Say what Undo and Redo would do, and tick the language of the story."""
        for action, word, name in (
            (self.undo, self.tr("Undo"), session.undo_name),
            (self.redo, self.tr("Redo"), session.redo_name),
        ):
            action.setEnabled(name is not None)
            action.setText(f"{word}: {name}" if name else word)
            action.setIconText(word)
            action.setToolTip(f"{word}: {name}" if name else word)
        for choice in self.story_language.actions():
            choice.setChecked(choice.data() == session.story.language)

    def with_keys(self) -> list[QAction]:
        """Every action of the menus that has a shortcut, in order."""
        return [one for one in self.window.actions() if not one.shortcut().isEmpty()]
