"""One character: portrait, name, looks in words, colours and lock; every edit is a step of the session."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from storyapp.story.book import Looks
from storyapp.story.casting import likeness, older_roles
from storyapp.story.mentions import shared_name
from storyapp.story.model import Character
from storyapp.story.newcomers import has_namesake

from ..icons import icon
from ..painting.pictures import PictureStore
from ..session import Session
from ..widgets.fields import GrowingText, OneHistory
from ..widgets.labels import WrappedLabel
from ..window.drops import IMAGES, FileDrops
from ..words import filled
from .character_steps import CharacterSteps
from .likeness_row import LikenessRow
from .looks_row import LooksRow
from .portrait_strip import PortraitStrip
from .rename_offer import Renaming

PORTRAIT = 104  # pixels


class Description(GrowingText):
    """What somebody looks like, in words."""

    least_lines = 2


class CharacterCard(QFrame):
    """One character; every edit is a step of the session."""

    portrait_asked = Signal(str, int)  # character id, how many to choose from
    import_asked = Signal(str, object)  # character id, Path of a picture
    recast_asked = Signal(str)  # character id
    renew_asked = Signal(str)  # character id
    scene_asked = Signal(str)  # scene id

    def __init__(self, character: Character, session: Session, store: PictureStore, look: Looks) -> None:
        super().__init__(objectName="card")
        self._filled: tuple[object, ...] = ()
        self.character_id = character.id
        self.session, self.store = session, store
        self.steps = CharacterSteps(session, character.id, look, self)
        self._build_words()
        self._build_portrait()
        self._build_lock()
        self.scenes = QLabel(objectName="quiet", wordWrap=True)
        self.scenes.setToolTip(self.tr("The share says how much each picture looks like the locked portrait."))
        self.scenes.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.scenes.linkActivated.connect(self.scene_asked)
        self.renew = QPushButton(visible=False)
        self.renew.setToolTip(
            self.tr("They show an earlier portrait. Nobody and nothing else in them is painted again.")
        )
        self.renew.clicked.connect(lambda: self.renew_asked.emit(self.character_id))
        self.alike = LikenessRow()
        self.alike.as_drawn_asked.connect(self.steps.use_drawing)
        self.alike.picture_asked.connect(self._ask_picture)
        self.alike.words_asked.connect(self.description.setFocus)
        FileDrops(self, IMAGES).picture_dropped.connect(lambda path: self.import_asked.emit(self.character_id, path))
        self._lay_out()
        self.fill(character)

    # building ------------------------------------------------------------------------------------

    def _build_words(self) -> None:
        self.name = QLineEdit(objectName="cardName", placeholderText=self.tr("Name"))
        self.name.setAccessibleName(self.tr("Name of the character"))
        self.aliases = QLineEdit(objectName="cardAliases", placeholderText=self.tr("also called …"))
        self.aliases.setAccessibleName(self.tr("Other names of the character"))
        self.aliases.setToolTip(self.tr("Other names, with commas between them: the little fox, Pippin"))
        self.description = Description()
        self.description.setObjectName("cardWords")
        self.description.setAccessibleName(self.tr("Looks of the character"))
        self.looks = LooksRow(self.store.vocabulary)
        for line in (self.name, self.aliases):
            line.installEventFilter(OneHistory(line))
        self.renaming = Renaming(self.session, self.character_id)
        self.name.textEdited.connect(self.renaming.rename)
        self.name.editingFinished.connect(self.renaming.finish)
        self.name.installEventFilter(self)
        self.twice = WrappedLabel(objectName="quiet", visible=False)
        self.aliases.editingFinished.connect(lambda: self.steps.set_aliases(self.aliases.text()))
        self.description.textChanged.connect(lambda: self.steps.describe(self.description.toPlainText()))
        self.looks.chosen.connect(self.steps.set_look)

    def _build_portrait(self) -> None:
        self.portrait = QLabel(objectName="portrait", alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.portrait.setFixedSize(PORTRAIT, PORTRAIT)
        self.portrait.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.portrait.customContextMenuRequested.connect(
            lambda place: self.portrait_menu().exec(self.portrait.mapToGlobal(place))
        )
        self.portraits = PortraitStrip(self.store)
        self.portraits.picked.connect(self.steps.choose)
        self.portraits.followed.connect(self.steps.follow)
        self.portraits.removed.connect(self.steps.remove_portrait)
        self.paint = QPushButton(self.tr("Paint portrait"))
        self.paint.setToolTip(self.tr("Paint a portrait from the description."))
        self.paint.clicked.connect(lambda: self.portrait_asked.emit(self.character_id, 1))
        self.more = QToolButton(text="⋯", objectName="more", popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setToolTip(self.tr("More about this character"))
        self.more.setAccessibleName(self.more.toolTip())
        menu = QMenu(self.more)
        self.paint_four = menu.addAction(
            self.tr("Paint four to choose from"), lambda: self.portrait_asked.emit(self.character_id, 4)
        )
        self.take_picture = menu.addAction(self.tr("From a picture file …"), self._ask_picture)
        menu.addSeparator()
        self.recast = menu.addAction(
            self.tr("Replace in the pictures …"), lambda: self.recast_asked.emit(self.character_id)
        )
        self.remove = menu.addAction(self.tr("Take out of the story"), self.steps.remove)
        self.more.setMenu(menu)

    def portrait_menu(self) -> QMenu:
        """What can be done with the portrait, or to get one."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.paint.text(), self.paint.click)
        menu.addActions([self.paint_four, self.take_picture])
        if self.lock.isEnabled():
            menu.addSeparator()
            lock = menu.addAction(self.tr("Locked"), self.lock.click)
            lock.setCheckable(True)
            lock.setChecked(self.lock.isChecked())
            character = self.steps.character()
            chosen = character.chosen or "" if character else ""
            menu.addAction(self.tr("Remove this portrait"), lambda: self.steps.remove_portrait(chosen))
        return menu

    def _build_lock(self) -> None:
        self.lock = QPushButton(checkable=True, objectName="lock")
        self.lock.setToolTip(
            self.tr("Locked: the character looks like this portrait in every picture. Unlocked: the words alone count.")
        )
        self.lock.clicked.connect(self.steps.lock)
        self.strength = QSlider(Qt.Orientation.Horizontal, minimum=0, maximum=200, singleStep=10, pageStep=25)
        self.strength.setAccessibleName(self.tr("Strength of the lock"))
        self.strength.setToolTip(self.tr("How closely pictures follow the locked portrait."))
        self.strength.valueChanged.connect(self.steps.set_strength)
        self.closeness = QWidget()
        row = QHBoxLayout(self.closeness)
        row.setContentsMargins(4, 0, 4, 0)
        row.addWidget(QLabel(self.tr("loose"), objectName="quiet"))
        row.addWidget(self.strength, 1)
        row.addWidget(QLabel(self.tr("close"), objectName="quiet"))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.name)
        words.addWidget(self.aliases)
        words.addStretch(1)
        words.addWidget(self.lock, 0, Qt.AlignmentFlag.AlignLeading)
        upper = QHBoxLayout()
        upper.setSpacing(10)
        upper.addWidget(self.portrait)
        upper.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.paint, 1)
        buttons.addWidget(self.more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(9)
        layout.addLayout(upper)
        for widget in (self.renaming, self.twice, self.description, self.looks, self.portraits, self.closeness):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        for widget in (self.scenes, self.alike, self.renew):
            layout.addWidget(widget)

    # showing -------------------------------------------------------------------------------------

    def fill(self, character: Character) -> None:
        """Show a character as it is now; nothing is done for every key of the story."""
        state = (character, *(self.store.cel(one.id) is not None for one in character.portraits))
        if state == self._filled:
            return
        self._filled = state
        self.renaming.follow(character)
        if self.name.text() != character.name:
            self.name.setText(character.name)
        if self.description.toPlainText() != character.description:
            self.description.blockSignals(True)
            self.description.setPlainText(character.description)
            self.description.blockSignals(False)
        example = self.tr("a small fox in a red shirt with a green scarf")
        known = self.tr("As in the portrait. Write here what shall be different.")
        self.description.setPlaceholderText(known if character.portraits else example)
        self.looks.fill(character.looks, character.concept)
        if not self.aliases.hasFocus():
            self.aliases.setText(", ".join(character.aliases))
        self._fill_lock(character)
        self.portraits.fill(character)
        portrait = character.portrait
        small = self.store.small(portrait.id, PORTRAIT) if portrait else QPixmap()
        if small.isNull():
            self.portrait.setText("…" if portrait else self.tr("no portrait"))
        else:
            self.portrait.setPixmap(small)

    def _fill_lock(self, character: Character) -> None:
        self.lock.setChecked(character.locked)
        self.lock.setEnabled(character.portrait is not None)
        self.lock.setText(self.tr("Locked") if character.locked else self.tr("Unlocked"))
        self._paint_lock()
        self.strength.blockSignals(True)
        self.strength.setValue(round(100 * character.strength))
        self.strength.blockSignals(False)
        self.closeness.setVisible(character.locked)

    def _paint_lock(self) -> None:
        colours = self.palette()
        if self.lock.isChecked():
            self.lock.setIcon(icon("lock", colours.link().color()))
        else:
            self.lock.setIcon(icon("unlock", colours.placeholderText().color()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and hasattr(self, "lock"):
            self._paint_lock()

    def tell_scenes(self, casts: Mapping[str, tuple[str, ...]]) -> None:
        """Say in which pictures, or scenes without one, the character is, and how alike the locked portrait."""
        story = self.session.story
        told: list[str] = []
        missing: list[str] = []
        earlier: list[str] = []  # where somebody else stands under the name
        character = story.character(self.character_id)
        same = shared_name(character, story)
        self.twice.setVisible(same is not None)
        twice = self.tr("Somebody else is called “%1”, too: the words cannot tell them apart.")
        self.twice.setText(filled(twice, same or ""))
        for number, scene in enumerate(story.scenes, 1):
            picture, link = scene.illustration, f'<a href="{scene.id}">{number}</a>'
            if picture.shows(self.character_id) if picture else self.character_id in casts[scene.id]:
                share = likeness(picture, character)
                told.append(link if share is None else f"{link} ({share:.0%})")
            elif self.character_id in casts[scene.id]:
                missing.append(link)
                if has_namesake(scene, character):
                    earlier.append(link)
        words = self.tr("In no scene yet")
        if told:
            words = filled(self.tr("In scenes %1"), ", ".join(told))
            if earlier:
                again = self.tr("The pictures of scenes %1 are from before this character: paint them again.")
                words += ". " + filled(again, ", ".join(earlier))
        elif missing:  # somebody new in a story that has its pictures
            words = self.tr("In no picture yet. Scenes %1 tell of this character: paint their pictures again.")
            words = filled(words, ", ".join(missing))
        self.scenes.setText(words)
        self.alike.tell(character, story)
        older = older_roles(story, character)
        self.renew.setVisible(bool(older))
        pictures = (
            self.tr("Paint again in %1 older pictures")
            if len(older) > 1
            else self.tr("Paint again in the older picture")
        )
        self.renew.setText(filled(pictures, len(older)))

    # asking --------------------------------------------------------------------------------------

    def _ask_picture(self) -> None:
        kinds = self.tr("Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("A picture of the character"), "", kinds)
        if chosen:
            self.import_asked.emit(self.character_id, Path(chosen))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show a long name from its first letter on, once nobody types in it."""
        if event.type() == QEvent.Type.FocusOut and isinstance(watched, QLineEdit):
            watched.home(False)
        return super().eventFilter(watched, event)
