"""One character: name, description, colours, portraits and lock; every edit is a step of the session."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSlider,
    QToolButton,
    QVBoxLayout,
)

from storyapp.story.casting import likeness
from storyapp.story.model import Character, Story

from .looks_row import LooksRow
from .pictures import PictureStore, to_qimage
from .session import Session

Looks = Callable[[str], tuple[str | None, dict[str, str]]]
PORTRAIT = 96  # pixels
CANDIDATE = 60


class CharacterCard(QFrame):
    """One character; every edit is a step of the session."""

    portrait_asked = Signal(str, int)  # character id, how many to choose from
    import_asked = Signal(str, object)  # character id, Path of a picture
    recast_asked = Signal(str)  # character id
    scene_asked = Signal(str)  # scene id

    def __init__(self, character: Character, session: Session, store: PictureStore, look: Looks) -> None:
        super().__init__(objectName="card")
        self._candidates: list[tuple[str, bool]] = []
        self.character_id = character.id
        self.session, self.store, self.look = session, store, look
        self.name = QLineEdit(placeholderText=self.tr("Name"))
        self.name.setAccessibleName(self.tr("Name of the character"))
        self.description = QPlainTextEdit(placeholderText=self.tr("a small fox in a red shirt with a green scarf"))
        self.description.setAccessibleName(self.tr("Looks of the character"))
        self.description.setTabChangesFocus(True)
        self.description.setFixedHeight(64)
        self.portrait = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.portrait.setFixedSize(PORTRAIT, PORTRAIT)
        self.lock = QPushButton(checkable=True)
        self.aliases = QLineEdit(placeholderText=self.tr("also called, e.g. the little fox, Pippin"))
        self.aliases.setAccessibleName(self.tr("Other names of the character"))
        self.strength = QSlider(Qt.Orientation.Horizontal, minimum=0, maximum=200, singleStep=10, pageStep=25)
        self.strength.setAccessibleName(self.tr("Strength of the lock"))
        self.strength.setToolTip(self.tr("How closely pictures follow the locked portrait."))
        self.looks = LooksRow(store.vocabulary)
        self.scenes = QLabel(objectName="quiet", wordWrap=True)
        self.scenes.setToolTip(self.tr("The share says how many cells have the codes of the locked portrait."))
        self.scenes.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.portraits = QListWidget(viewMode=QListWidget.ViewMode.IconMode, wrapping=False)
        self.portraits.setAccessibleName(self.tr("Portraits to choose from"))
        self.portraits.setMovement(QListWidget.Movement.Static)
        self.portraits.setIconSize(QSize(CANDIDATE, CANDIDATE))
        self.portraits.setFixedHeight(CANDIDATE + 26)
        self.portraits.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.paint = QToolButton(text=self.tr("Paint portrait"))
        self.paint.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        menu = QMenu(self.paint)
        self.paint_four = menu.addAction(self.tr("Paint four to choose from"))
        self.take_picture = menu.addAction(self.tr("From a picture file …"))
        self.recast = menu.addAction(self.tr("Replace in the pictures …"))
        self.paint.setMenu(menu)
        self.paint.setToolTip(self.tr("Paint a portrait from the description; the arrow offers more."))
        self.remove = QPushButton(self.tr("Remove"), toolTip=self.tr("Take this character out of the story"))
        self._lay_out()
        self.name.textEdited.connect(self._rename)
        self.description.textChanged.connect(self._describe)
        self.lock.clicked.connect(self._toggle_lock)
        self.paint.clicked.connect(lambda: self.portrait_asked.emit(self.character_id, 1))
        self.paint_four.triggered.connect(lambda: self.portrait_asked.emit(self.character_id, 4))
        self.take_picture.triggered.connect(self._ask_picture)
        self.aliases.editingFinished.connect(self._rename_aliases)
        self.strength.valueChanged.connect(self._set_strength)
        self.portraits.itemClicked.connect(self._choose)
        self.portraits.itemActivated.connect(self._choose)
        self.recast.triggered.connect(lambda: self.recast_asked.emit(self.character_id))
        self.looks.chosen.connect(self._set_look)
        self.scenes.linkActivated.connect(self.scene_asked)
        self.remove.clicked.connect(self._remove)
        self.fill(character)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.addWidget(self.name)
        words.addWidget(self.aliases)
        words.addWidget(self.description)
        upper = QHBoxLayout()
        upper.addWidget(self.portrait)
        upper.addLayout(words, 1)
        buttons = QHBoxLayout()
        for button in (self.lock, self.paint, self.remove):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addLayout(upper)
        layout.addWidget(self.looks)
        layout.addLayout(buttons)
        layout.addWidget(self.portraits)
        layout.addWidget(self.strength)
        layout.addWidget(self.scenes)

    def fill(self, character: Character) -> None:
        """Show a character as it is now."""
        if self.name.text() != character.name:
            self.name.setText(character.name)
        if self.description.toPlainText() != character.description:
            self.description.blockSignals(True)
            self.description.setPlainText(character.description)
            self.description.blockSignals(False)
        self.lock.setChecked(character.locked)
        self.lock.setEnabled(character.portrait is not None)
        self.lock.setText(self.tr("Locked") if character.locked else self.tr("Unlocked"))
        self.lock.setToolTip(
            self.tr(
                "Locked: this portrait's codes are kept, and every picture follows them. Unlocked: the words alone count."
            )
        )
        self.looks.fill(character.looks)
        if not self.aliases.hasFocus():
            self.aliases.setText(", ".join(character.aliases))
        self.strength.blockSignals(True)
        self.strength.setValue(round(100 * character.strength))
        self.strength.blockSignals(False)
        self.strength.setVisible(character.locked)
        self._fill_portraits(character)
        portrait = character.portrait
        image = self.store.cel(portrait.id) if portrait else None
        if image is None:
            self.portrait.setText("…" if portrait else self.tr("no portrait"))
        else:
            side = Qt.TransformationMode.SmoothTransformation
            pixmap = QPixmap.fromImage(to_qimage(image)).scaled(PORTRAIT, PORTRAIT, mode=side)
            self.portrait.setPixmap(pixmap)

    def _fill_portraits(self, character: Character) -> None:
        self.portraits.setVisible(len(character.portraits) > 1)
        shown = [(one.id, self.store.cel(one.id) is not None) for one in character.portraits]
        if shown != self._candidates:
            self._candidates = shown
            self.portraits.clear()
            for one in character.portraits:
                image = self.store.cel(one.id)
                icon = QIcon(QPixmap.fromImage(to_qimage(image))) if image else QIcon()
                item = QListWidgetItem(icon, "")
                item.setData(Qt.ItemDataRole.UserRole, one.id)
                self.portraits.addItem(item)
        for row, one in enumerate(character.portraits):
            if one.id == character.chosen:
                self.portraits.setCurrentRow(row)

    def tell_scenes(self, casts: Mapping[str, tuple[str, ...]]) -> None:
        """Say in which scenes the character is, and how much of the locked portrait is in each picture."""
        story, told = self.session.story, []
        character = self._character(story)
        for number, scene in enumerate(story.scenes, 1):
            if self.character_id in casts[scene.id]:
                share = likeness(scene.illustration, character)
                like = "" if share is None else f" ({share:.0%})"
                told.append(f'<a href="{scene.id}">{number}</a>{like}')
        self.scenes.setText(
            self.tr("In scenes %1").replace("%1", ", ".join(told)) if told else self.tr("In no scene yet")
        )

    def _set_look(self, name: str, value: str) -> None:
        def change(story: Story) -> Story:
            character = self._character(story)
            looks = {key: one for key, one in character.looks.items() if key != name}
            return story.with_character(replace(character, looks={**looks, name: value} if value else looks))

        self.session.apply(self.tr("Change looks"), change)

    def _choose(self, item: QListWidgetItem) -> None:
        chosen = item.data(Qt.ItemDataRole.UserRole)
        self.session.apply(
            self.tr("Choose portrait"),
            lambda story: story.with_character(replace(self._character(story), chosen=chosen)),
        )

    def _set_strength(self, percent: int) -> None:
        self.session.apply(
            self.tr("Strength of the lock"),
            lambda story: story.with_character(replace(self._character(story), strength=percent / 100)),
            f"strength-{self.character_id}",
        )

    def _rename_aliases(self) -> None:
        names = tuple(one.strip() for one in self.aliases.text().split(",") if one.strip())

        def change(story: Story) -> Story:
            character = self._character(story)
            return story if character.aliases == names else story.with_character(replace(character, aliases=names))

        self.session.apply(self.tr("Other names"), change)

    def _ask_picture(self) -> None:
        kinds = self.tr("Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("A picture of the character"), "", kinds)
        if chosen:
            self.import_asked.emit(self.character_id, Path(chosen))

    def _character(self, story: Story) -> Character:
        return story.character(self.character_id)

    def _rename(self, name: str) -> None:
        self.session.apply(
            self.tr("Rename character"),
            lambda story: story.with_character(replace(self._character(story), name=name)),
            f"name-{self.character_id}",
        )

    def _describe(self) -> None:
        words = self.description.toPlainText()
        concept, looks = self.look(words)

        def change(story: Story) -> Story:
            character = self._character(story)
            return story.with_character(
                replace(character, description=words, concept=concept or character.concept, looks=looks)
            )

        self.session.apply(self.tr("Describe character"), change, f"about-{self.character_id}")

    def _toggle_lock(self, locked: bool) -> None:
        name = self.tr("Lock character") if locked else self.tr("Unlock character")
        self.session.apply(name, lambda story: story.with_character(replace(self._character(story), locked=locked)))

    def _remove(self) -> None:
        self.session.apply(
            self.tr("Remove character"),
            lambda story: replace(
                story, characters=tuple(one for one in story.characters if one.id != self.character_id)
            ),
        )
