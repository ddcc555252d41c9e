"""The picture of the chosen scene, taken apart: its place, who is in it doing what, and every variant painted."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QScrollArea,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story import edits
from storyapp.story.model import Illustration
from storyapp.story.plan import BACKDROP

from .advanced import AdvancedBox
from .compare import CompareDialog
from .layers import LayerList
from .picture_actions import PictureActions
from .pictures import PictureStore, to_qimage
from .plan_form import DoingForm, PlaceForm
from .variants_strip import Strip, VariantsStrip, icon_of

VARIED = 35  # percent of the cells that "Vary" paints again at first
_ID = Qt.ItemDataRole.UserRole


class PicturePanel(QWidget):
    """Edits the picture of one scene; what needs painting becomes a job, the rest is a step at once."""

    selected = Signal(object)  # cel id chosen in the list, None for the backdrop

    def __init__(
        self, actions: PictureActions, store: PictureStore, vocabulary: Vocabulary, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.actions_, self.store, self.vocabulary = actions, store, vocabulary
        self.session, self.work = actions.session, actions.work
        self.scene_id: str | None = None
        self.cel: str | None = None
        self._shown: tuple[object, ...] = ()
        self.empty = QLabel(
            self.tr("This scene has no picture yet. Write what happens, then press Illustrate."), wordWrap=True
        )
        self.empty.setObjectName("quiet")
        self.place = PlaceForm(actions, vocabulary)
        self.doing = DoingForm(actions, vocabulary)
        self.layers = LayerList(store)
        self.cast = self._cast_box()
        self.variants = VariantsStrip(store)
        self.pictures = Strip(self.tr("All pictures of this scene"))
        self.advanced = AdvancedBox(self.work)
        self.earlier = self._titled(self.tr("Earlier pictures"), self.pictures)
        self.parts: list[QWidget] = [
            self.cast,
            self._titled(self.tr("Variants"), self.variants),
            self.doing,
            self.place,
            self.earlier,
        ]
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        inside = QWidget(objectName="column")
        layout = QVBoxLayout(inside)
        for part in (self.empty, *self.parts, self.advanced):
            layout.addWidget(part)
        layout.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _connect(self) -> None:
        do, layers, strip = self.actions_, self.layers, self.variants
        layers.chosen.connect(self._layer_chosen)
        layers.hidden.connect(
            lambda cel, on: do.change_placement(
                self.scene, self.tr("Hide %1") if on else self.tr("Show %1"), cel, hidden=on
            )
        )
        layers.locked.connect(
            lambda cel, on: do.change_placement(
                self.scene, self.tr("Lock %1") if on else self.tr("Unlock %1"), cel, locked=on
            )
        )
        layers.ordered.connect(lambda order: do.order(self.scene, order))
        layers.removed.connect(lambda cel: do.remove(self.scene, cel))
        strip.picked.connect(lambda variant: do.choose_variant(self.scene, self.chosen_cel, variant))
        strip.pinned.connect(lambda variant, on: do.mark_favourite(self.scene, variant, on))
        strip.deleted.connect(lambda variant: do.put_away(self.scene, self.chosen_cel, variant))
        strip.brought_back.connect(lambda: do.bring_back(self.scene, self.chosen_cel))
        strip.compared.connect(self._compare)
        self.pictures.itemClicked.connect(lambda item: do.choose_picture(self.scene, item.data(_ID)))
        self.session.changed.connect(lambda old, new: self.refresh())

    def _cast_box(self) -> QGroupBox:
        box, do = QGroupBox(self.tr("In the picture")), self.actions_
        self.add = self._button(self.tr("Add …"), self.tr("Put somebody or something in"), self._ask_whom_to_add)
        self.again = self._button(
            self.tr("Paint again"),
            self.tr("Paint what is chosen again; all else stays"),
            lambda: do.redo(*self._both()),
        )
        self.mirror = self._button(
            self.tr("Mirror"),
            self.tr("Turn round (M in the picture)"),
            lambda: do.change_placement(
                self.scene, self.tr("Mirror %1"), self.chosen_cel, mirrored=not self._is_mirrored()
            ),
        )
        self.forward = self._button(
            self.tr("Forward"), self.tr("One layer nearer (Page Up)"), lambda: do.shift(*self._both(), 1)
        )
        self.back = self._button(
            self.tr("Back"), self.tr("One layer farther (Page Down)"), lambda: do.shift(*self._both(), -1)
        )
        self.remove = self._button(
            self.tr("Remove"), self.tr("Take out of the picture (Delete)"), lambda: do.remove(*self._both())
        )
        grid = QGridLayout(box)
        grid.addWidget(self.layers, 0, 0, 1, 3)
        for index, button in enumerate((self.add, self.again, self.mirror, self.forward, self.back, self.remove)):
            grid.addWidget(button, 1 + index // 3, index % 3)
        grid.addLayout(self._vary_row(), 3, 0, 1, 3)
        return box

    def _vary_row(self) -> QHBoxLayout:
        self.vary = QToolButton(text=self.tr("Vary"))
        self.vary.setToolTip(self.tr("Paint a part of it again and keep the rest; the slider says how much."))
        self.vary.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        menu = QMenu(self.vary)
        self.vary_four = menu.addAction(self.tr("Four variations to choose from"), lambda: self._vary(4))
        self.vary.setMenu(menu)
        self.vary.clicked.connect(lambda: self._vary(1))
        self.distance = QSlider(Qt.Orientation.Horizontal, minimum=5, maximum=90, value=VARIED)
        self.distance.setAccessibleName(self.tr("How far variations may go"))
        self.distance.setToolTip(self.tr("How far variations may go from what there is"))
        row = QHBoxLayout()
        row.addWidget(self.vary)
        row.addWidget(QLabel(self.tr("near"), objectName="quiet"))
        row.addWidget(self.distance, 1)
        row.addWidget(QLabel(self.tr("far"), objectName="quiet"))
        return row

    @staticmethod
    def _button(words: str, told: str, do: object) -> QPushButton:
        button = QPushButton(words, toolTip=told)
        button.clicked.connect(lambda: do())  # type: ignore[operator]
        return button

    @staticmethod
    def _titled(title: str, widget: QWidget) -> QGroupBox:
        box = QGroupBox(title)
        layout = QVBoxLayout(box)
        layout.addWidget(widget)
        return box

    # showing -------------------------------------------------------------------------------------

    @property
    def scene(self) -> str:
        """The id of the scene, empty for none."""
        return self.scene_id or ""

    @property
    def chosen_cel(self) -> str:
        """The chosen cel; the backdrop if it is none other."""
        return self.cel or BACKDROP

    def _both(self) -> tuple[str, str]:
        return self.scene, self.chosen_cel

    @property
    def picture(self) -> Illustration | None:
        """The picture that is shown."""
        return edits.picture_of(self.session.story, self.scene_id)

    def show_scene(self, scene_id: str | None) -> None:
        """Turn to another scene."""
        if scene_id != self.scene_id:
            self.scene_id, self.cel = scene_id, None
            self.refresh()

    def select(self, cel: str | None) -> None:
        """Choose a cel, as by a click in the picture; None or the backdrop chooses the place."""
        cel = None if cel == BACKDROP else cel
        if cel != self.cel:
            self.cel = cel
            self.refresh()

    def refresh(self, force: bool = False) -> None:
        """Bring everything in line with the story; `force` when only the pictures of cels are new."""
        story = self.session.story
        scene, picture = edits.scene_of(story, self.scene_id), self.picture
        titles = tuple((one.id, one.title) for one in story.scenes if one.illustration)
        shown = (scene, self.cel, titles, tuple(one.name for one in story.characters))
        if shown == self._shown and not force:
            return
        self._shown = shown
        for part in self.parts:
            part.setVisible(picture is not None)
        self.empty.setVisible(picture is None)
        if picture is None or scene is None:
            return
        cel = next((one for one in picture.plan.cels if one.id == self.cel), None)
        self.cel = cel.id if cel else None
        self.place.fill(scene, picture, story)
        self.layers.fill(picture, story, self.cel)
        self.doing.setVisible(cel is not None)
        if cel is not None:
            self.doing.fill(scene, cel)
        self.work.decode_missing(self.variants.fill(picture, self.chosen_cel))
        self._fill_pictures(scene.illustrations, picture)
        self._show_buttons()

    def _show_buttons(self) -> None:
        locked = self.actions_.is_locked(*self._both())
        for button in (self.mirror, self.forward, self.back, self.remove):
            button.setEnabled(self.cel is not None and not locked)
        for widget in (self.again, self.vary, self.distance):
            widget.setEnabled(not locked)
        self.again.setText(self.tr("Paint again") if self.cel else self.tr("Repaint place"))

    def _fill_pictures(self, pictures: tuple[Illustration, ...], shown: Illustration) -> None:
        self.pictures.clear()
        self.earlier.setVisible(len(pictures) > 1)
        if len(pictures) < 2:
            return
        for number, picture in enumerate(pictures, start=1):
            item = QListWidgetItem(icon_of(self.store, picture.chosen.get(BACKDROP, "")), str(number))
            item.setData(_ID, picture.id)
            self.pictures.addItem(item)
            if picture.id == shown.id:
                self.pictures.setCurrentItem(item)

    # changing ------------------------------------------------------------------------------------

    def _layer_chosen(self, cel: str | None) -> None:
        self.selected.emit(cel)
        self.select(cel)

    def _is_mirrored(self) -> bool:
        placement = self.actions_.placement(*self._both())
        return placement is not None and placement.mirrored

    def _vary(self, count: int) -> None:
        self.actions_.vary(*self._both(), self.distance.value() / 100, count)

    def _compare(self, variant_id: str) -> None:
        self.comparison(variant_id).open()

    def comparison(self, variant_id: str) -> CompareDialog:
        """A dialog that compares the variant in the picture with another one."""
        picture = self.picture
        assert picture is not None
        shown = picture.shown(self.chosen_cel)
        other = next(one for one in picture.variants if one.id == variant_id)
        assert shown is not None
        images = [self.store.cel(one.id) for one in (shown, other)]
        one, two = (to_qimage(image) for image in images if image is not None)
        codes = (shown.codes, other.codes) if shown.codes and other.codes else None
        dialog = CompareDialog(one, two, (self.tr("in the picture"), self.tr("the other variant")), codes, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _ask_whom_to_add(self) -> None:
        self.add_menu().exec(self.add.mapToGlobal(self.add.rect().bottomLeft()))

    def add_menu(self) -> QMenu:
        """Everybody and everything that can be put into the picture."""
        menu = QMenu(self)
        for character in self.session.story.characters:
            menu.addAction(character.name, partial(self.put_in, "figure", character.concept, character.id))
        for kind, title, names in (
            ("figure", self.tr("Somebody else"), self.vocabulary.names("kinds")),
            ("thing", self.tr("A thing"), self.vocabulary.names("things")),
        ):
            whole = menu.addMenu(title)
            ordered = sorted(names)
            for start in range(0, len(ordered), 30):
                part = ordered[start : start + 30]
                inside = whole if len(ordered) <= 30 else whole.addMenu(f"{part[0]} – {part[-1]}")
                for name in part:
                    inside.addAction(name, partial(self.put_in, kind, name))
        return menu

    def put_in(self, kind: str, concept: str, who: str | None = None) -> None:
        """Paint one more cel into the picture; nothing else is painted again."""
        cel = self.actions_.add(self.scene, kind, concept, who)
        if cel is not None:
            self.cel = cel
