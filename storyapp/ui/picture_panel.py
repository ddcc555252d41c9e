"""The picture of the chosen scene, taken apart: its place, who is in it doing what, and every variant painted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QGridLayout,
    QGroupBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story import edits
from storyapp.story.model import Illustration, Story, Variant
from storyapp.story.plan import BACKDROP, CelPlan, Placement
from storyapp.story.request import Options

from .illustrating import Illustrating
from .pictures import PictureStore, to_qimage
from .session import Session

THUMBNAIL = 84  # pixels
VARIED = 0.35  # share of cells that "Vary" paints again
_ID = Qt.ItemDataRole.UserRole
_NUDGE = 0.05  # depth by which "forward" and "back" move


class PicturePanel(QWidget):
    """Edits the picture of one scene; what needs painting becomes a job, the rest is a step at once."""

    selected = Signal(str)  # cel id chosen in the list

    def __init__(
        self,
        session: Session,
        work: Illustrating,
        store: PictureStore,
        vocabulary: Vocabulary,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session, self.work, self.store, self.vocabulary = session, work, store, vocabulary
        self.scene_id: str | None = None
        self.cel: str | None = None
        self._filling = False
        self._shown: tuple[object, ...] = ()
        self.empty = QLabel(
            self.tr("This scene has no picture yet. Write what happens, then press Illustrate."), wordWrap=True
        )
        self.empty.setObjectName("quiet")
        self.place = self._place_box()
        self.cast = self._cast_box()
        self.doing = self._doing_box()
        self.variants = self._strip(self.tr("Variants of what is chosen"))
        self.pictures = self._strip(self.tr("All pictures of this scene"))
        self.advanced = self._advanced_box()
        inside = QWidget(objectName="column")
        layout = QVBoxLayout(inside)
        self.parts: list[QWidget] = [
            self.place,
            self.cast,
            self.doing,
            self._titled(self.tr("Variants"), self.variants),
            self._titled(self.tr("Earlier pictures"), self.pictures),
        ]
        for part in (self.empty, *self.parts, self.advanced):
            layout.addWidget(part)
        layout.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.variants.itemClicked.connect(self._choose_variant)
        self.pictures.itemClicked.connect(self._choose_picture)
        session.changed.connect(lambda old, new: self.refresh())
        self.refresh()

    # building ------------------------------------------------------------------------------------

    def _chip(self, name: str, values: tuple[str, ...], changed: Callable[[str], None]) -> QComboBox:
        chip = QComboBox()
        chip.setAccessibleName(name)
        for value in values:
            chip.addItem(value, value)
        chip.activated.connect(lambda _: changed(chip.currentData()))
        return chip

    def _place_box(self) -> QGroupBox:
        box, names = QGroupBox(self.tr("Place")), self.vocabulary.names
        form = QFormLayout(box)
        self.setting = self._chip(self.tr("Place"), names("settings"), lambda v: self._correct_place("setting", v))
        self.time = self._chip(self.tr("Time of day"), names("times"), lambda v: self._correct_place("time", v))
        self.weather = self._chip(self.tr("Weather"), names("weathers"), lambda v: self._correct_place("weather", v))
        self.same_place = QComboBox()
        self.same_place.setAccessibleName(self.tr("Same place as"))
        self.same_place.setToolTip(self.tr("Lock the place of another scene for this one: “the same kitchen”."))
        self.same_place.activated.connect(lambda _: self._lock_place(self.same_place.currentData()))
        for words, chip in (
            (self.tr("Where"), self.setting),
            (self.tr("When"), self.time),
            (self.tr("Weather"), self.weather),
            (self.tr("Same place as"), self.same_place),
        ):
            form.addRow(words, chip)
        return box

    def _cast_box(self) -> QGroupBox:
        box = QGroupBox(self.tr("In the picture (front first)"))
        self.layers = QListWidget()
        self.layers.setAccessibleName(self.tr("Characters and things in the picture"))
        self.layers.setFixedHeight(130)
        self.layers.currentItemChanged.connect(lambda item, _: self._layer_chosen(item))
        self.layers.itemChanged.connect(self._eye)
        self.add = QPushButton(self.tr("Add …"))
        self.add.clicked.connect(self._ask_whom_to_add)
        self.again = QPushButton(self.tr("Paint again"))
        self.again.clicked.connect(lambda: self._with_cel(self.work.redo_cel))
        self.vary = QPushButton(self.tr("Vary"))
        self.vary.setToolTip(self.tr("Paint about a third of it again and keep the rest."))
        self.vary.clicked.connect(lambda: self._with_cel(lambda scene, cel: self.work.vary(scene, cel, VARIED)))
        self.mirror = QPushButton(self.tr("Mirror"))
        self.mirror.clicked.connect(lambda: self._placed(self.tr("Mirror"), lambda p: {"mirrored": not p.mirrored}))
        self.forward = QPushButton(self.tr("Forward"))
        self.forward.clicked.connect(
            lambda: self._placed(self.tr("Bring forward"), lambda p: {"depth": p.depth + _NUDGE})
        )
        self.back = QPushButton(self.tr("Back"))
        self.back.clicked.connect(lambda: self._placed(self.tr("Send back"), lambda p: {"depth": p.depth - _NUDGE}))
        self.remove = QPushButton(self.tr("Remove"))
        self.remove.clicked.connect(self._remove)
        grid = QGridLayout(box)
        grid.addWidget(self.layers, 0, 0, 1, 3)
        buttons = (self.add, self.again, self.vary, self.mirror, self.forward, self.back, self.remove)
        for index, button in enumerate(buttons):
            grid.addWidget(button, 1 + index // 3, index % 3)
        return box

    def _doing_box(self) -> QGroupBox:
        box, names = QGroupBox(self.tr("Who does what")), self.vocabulary.names
        self.concept = self._chip(self.tr("What it is"), (), lambda v: self._correct_cel("concept", v))
        self.pose = self._chip(self.tr("Pose"), names("poses"), lambda v: self._correct_cel("pose", v))
        self.feeling = self._chip(
            self.tr("Feeling"), names("expressions"), lambda v: self._correct_cel("expression", v)
        )
        self.facing = self._chip(self.tr("Facing"), names("facings"), lambda v: self._correct_cel("facing", v))
        form = QFormLayout(box)
        for words, chip in (
            (self.tr("What"), self.concept),
            (self.tr("Pose"), self.pose),
            (self.tr("Feeling"), self.feeling),
            (self.tr("Facing"), self.facing),
        ):
            form.addRow(words, chip)
        return box

    def _strip(self, name: str) -> QListWidget:
        strip = QListWidget()
        strip.setAccessibleName(name)
        strip.setViewMode(QListWidget.ViewMode.IconMode)
        strip.setMovement(QListWidget.Movement.Static)
        strip.setFlow(QListWidget.Flow.LeftToRight)
        strip.setWrapping(False)
        strip.setIconSize(QSize(THUMBNAIL, THUMBNAIL))
        strip.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        strip.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        strip.setFixedHeight(THUMBNAIL + 42)
        return strip

    @staticmethod
    def _titled(title: str, widget: QWidget) -> QGroupBox:
        box = QGroupBox(title)
        layout = QVBoxLayout(box)
        layout.addWidget(widget)
        return box

    def _advanced_box(self) -> QGroupBox:
        box = QGroupBox(self.tr("Advanced, for the next paintings"), checkable=True, checked=False)
        self.seed = QSpinBox(maximum=999_999)
        self.seed.setSpecialValueText(self.tr("another one each time"))
        self.steps = QSpinBox(minimum=1, maximum=64, value=Options().steps)
        self.guidance = QDoubleSpinBox(minimum=1, maximum=10, value=Options().guidance, singleStep=0.5)
        self.temperature = QDoubleSpinBox(maximum=2, value=Options().temperature, singleStep=0.1)
        inside = QWidget()
        form = QFormLayout(inside)
        form.setContentsMargins(0, 0, 0, 0)
        for words, field in (
            (self.tr("Seed"), self.seed),
            (self.tr("Steps"), self.steps),
            (self.tr("Guidance"), self.guidance),
            (self.tr("Temperature"), self.temperature),
        ):
            field.setAccessibleName(words)
            field.valueChanged.connect(lambda _: self._take_options())
            form.addRow(words, field)
        layout = QVBoxLayout(box)
        layout.addWidget(inside)
        inside.setVisible(False)
        box.toggled.connect(inside.setVisible)
        return box

    def _take_options(self) -> None:
        self.work.seed = self.seed.value() or None
        self.work.options = Options(self.steps.value(), self.temperature.value(), self.guidance.value())

    # showing -------------------------------------------------------------------------------------

    def show_scene(self, scene_id: str | None) -> None:
        """Turn to another scene."""
        if scene_id != self.scene_id:
            self.scene_id, self.cel = scene_id, None
            self.refresh()

    def select(self, cel: str | None) -> None:
        """Choose a cel, as by a click in the picture; None or the backdrop chooses the place."""
        if cel != self.cel:
            self.cel = cel
            self.refresh()

    @property
    def picture(self) -> Illustration | None:
        """The picture that is shown."""
        return edits.picture_of(self.session.story, self.scene_id)

    def refresh(self, force: bool = False) -> None:
        """Bring everything in line with the story; `force` when only the pictures of cels are new."""
        scene, picture = edits.scene_of(self.session.story, self.scene_id), self.picture
        titles = tuple((one.id, one.title) for one in self.session.story.scenes if one.illustration)
        shown = (scene, self.cel, titles)
        if shown == self._shown and not force:
            return
        self._shown = shown
        self._filling = True
        for part in self.parts:
            part.setVisible(picture is not None)
        self.empty.setVisible(picture is None)
        if picture is not None and scene is not None:
            if self.cel not in {one.id for one in picture.plan.cels}:
                self.cel = None
            self._fill_place(picture, scene.place)
            self._fill_layers(picture)
            self._fill_doing(picture)
            self._fill_variants(picture)
            self._fill_pictures(scene.illustrations, picture)
        self._filling = False

    def _fill_place(self, picture: Illustration, place: str | None) -> None:
        plan = picture.plan
        for name, chip, value in (
            ("setting", self.setting, plan.setting),
            ("time", self.time, plan.time),
            ("weather", self.weather, plan.weather),
        ):
            chip.setCurrentIndex(chip.findData(value))
            chip.setToolTip(self._origin(name in plan.corrected, plan.spans.get(name)))
        self.same_place.clear()
        self.same_place.addItem(self.tr("its own"), None)
        for number, one in enumerate(self.session.story.scenes, start=1):
            if one.id != self.scene_id and one.illustration is not None:
                self.same_place.addItem(one.title or self.tr("Scene %1").replace("%1", str(number)), one.id)
        self.same_place.setCurrentIndex(max(0, self.same_place.findData(place)))

    def _origin(self, corrected: bool, span: tuple[int, int] | None) -> str:
        if corrected:
            return self.tr("Chosen by you; it stays when the words are read again.")
        scene = edits.scene_of(self.session.story, self.scene_id)
        words = scene.text[span[0] : span[1]].strip() if span and scene else ""
        return self.tr("Read from “%1”.").replace("%1", words) if words else self.tr("Not said in this scene.")

    def _fill_layers(self, picture: Illustration) -> None:
        self.layers.clear()
        placed = {one.cel: one for one in picture.placements}
        front_first = sorted(picture.plan.cels, key=lambda cel: -placed[cel.id].depth if cel.id in placed else 9)
        for cel in front_first:
            item = QListWidgetItem(self.label(cel))
            item.setData(_ID, cel.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            hidden = cel.id in placed and placed[cel.id].hidden
            item.setCheckState(Qt.CheckState.Unchecked if hidden else Qt.CheckState.Checked)
            item.setToolTip(self.tr("Untick to hide it."))
            self.layers.addItem(item)
            if cel.id == self.cel:
                self.layers.setCurrentItem(item)
        for button in (self.vary, self.mirror, self.forward, self.back, self.remove):
            button.setEnabled(self.cel is not None)
        self.again.setText(self.tr("Paint again") if self.cel else self.tr("Repaint place"))

    def label(self, cel: CelPlan) -> str:
        """What a cel is called in lists: name or kind, and what it does."""
        story = self.session.story
        name = next((one.name for one in story.characters if one.id == cel.who), cel.concept)
        pose = cel.attributes.get("pose", "")
        return f"{name} – {pose}" if pose else name

    def _fill_doing(self, picture: Illustration) -> None:
        cel = next((one for one in picture.plan.cels if one.id == self.cel), None)
        self.doing.setVisible(cel is not None)
        if cel is None:
            return
        kinds = self.vocabulary.names("kinds" if cel.kind == "figure" else "things")
        if self.concept.count() != len(kinds) or self.concept.findData(cel.concept) < 0:
            self.concept.clear()
            for kind in kinds:
                self.concept.addItem(kind, kind)
        self.concept.setCurrentIndex(self.concept.findData(cel.concept))
        self.concept.setEnabled(cel.who is None)
        figure = cel.kind == "figure"
        defaults = {"pose": "standing", "expression": "happy", "facing": "front"}
        for name, chip in (("pose", self.pose), ("expression", self.feeling), ("facing", self.facing)):
            chip.setEnabled(figure)
            chip.setCurrentIndex(chip.findData(cel.attributes.get(name, defaults[name])) if figure else -1)
            chip.setToolTip(self._origin(name in cel.corrected, cel.spans[0] if cel.spans else None))

    def _icon(self, variant: Variant) -> QIcon:
        image = self.store.cel(variant.id)
        if image is None:
            return QIcon()
        mode = Qt.TransformationMode.SmoothTransformation
        pixmap = QPixmap.fromImage(to_qimage(image)).scaled(
            THUMBNAIL, THUMBNAIL, Qt.AspectRatioMode.KeepAspectRatio, mode
        )
        return QIcon(pixmap)

    def _fill_variants(self, picture: Illustration) -> None:
        self.variants.clear()
        wanted = self.cel or BACKDROP
        found = [one for one in picture.variants if one.cel == wanted]
        self.work.decode_missing(found)
        for number, variant in enumerate(found, start=1):
            item = QListWidgetItem(self._icon(variant), str(number))
            item.setData(_ID, variant.id)
            item.setToolTip(self.tr("seed %1, %2").replace("%1", str(variant.seed)).replace("%2", variant.phrase))
            self.variants.addItem(item)
            if picture.chosen.get(wanted) == variant.id:
                self.variants.setCurrentItem(item)

    def _fill_pictures(self, pictures: tuple[Illustration, ...], shown: Illustration) -> None:
        self.pictures.clear()
        box = self.pictures.parentWidget()
        if box is not None:
            box.setVisible(len(pictures) > 1)
        if len(pictures) < 2:
            return
        for number, picture in enumerate(pictures, start=1):
            backdrop = picture.shown(BACKDROP)
            item = QListWidgetItem(self._icon(backdrop) if backdrop else QIcon(), str(number))
            item.setData(_ID, picture.id)
            self.pictures.addItem(item)
            if picture.id == shown.id:
                self.pictures.setCurrentItem(item)

    # changing ------------------------------------------------------------------------------------

    def _layer_chosen(self, item: QListWidgetItem | None) -> None:
        if not self._filling and item is not None:
            self.selected.emit(item.data(_ID))
            self.select(item.data(_ID))

    def _eye(self, item: QListWidgetItem) -> None:
        if not self._filling:
            hidden = item.checkState() == Qt.CheckState.Unchecked
            name = self.tr("Hide") if hidden else self.tr("Show")
            self._placed(name, lambda _: {"hidden": hidden}, item.data(_ID))

    def _with_cel(self, do: Callable[[str, str], None]) -> None:
        if self.scene_id is not None:
            do(self.scene_id, self.cel or BACKDROP)

    def _placed(self, name: str, change: Callable[[Placement], Mapping[str, object]], cel: str | None = None) -> None:
        picture, cel = self.picture, cel or self.cel
        old = next((one for one in picture.placements if one.cel == cel), None) if picture else None
        if old is not None and self.scene_id is not None:
            scene_id, new = self.scene_id, replace(old, pinned=True, **change(old))  # type: ignore[arg-type]
            self.session.apply(f"{name} {cel}", lambda story: edits.place_cel(story, scene_id, new))

    def _remove(self) -> None:
        if self.scene_id is not None and self.cel is not None:
            scene_id, cel = self.scene_id, self.cel
            name = self.tr("Remove %1").replace("%1", cel)
            self.session.apply(name, lambda story: edits.remove_cel(story, scene_id, cel))

    def _correct_place(self, field: str, value: str) -> None:
        picture = self.picture
        if picture is None or self.scene_id is None or getattr(picture.plan, field) == value:
            return
        plan = edits.correct_place(picture.plan, field, value)
        self.work.repaint(self.scene_id, BACKDROP, plan, self.tr("Change place"))

    def _correct_cel(self, name: str, value: str) -> None:
        picture = self.picture
        if picture is None or self.scene_id is None or self.cel is None:
            return
        plan = edits.correct_cel(picture.plan, self.cel, name, value)
        if plan != picture.plan:
            self.work.repaint(self.scene_id, self.cel, plan, self.tr("Change %1").replace("%1", self.cel))

    def _lock_place(self, other: str | None) -> None:
        scene_id = self.scene_id
        if scene_id is None:
            return

        def change(story: Story) -> Story:
            scene = edits.scene_of(story, scene_id)
            return story if scene is None else story.with_scene(replace(scene, place=other))

        self.session.apply(self.tr("Lock place") if other else self.tr("Free place"), change)
        self.work.redo_cel(scene_id, BACKDROP)

    def _choose_variant(self, item: QListWidgetItem) -> None:
        if self.scene_id is not None:
            scene_id, cel, variant = self.scene_id, self.cel or BACKDROP, item.data(_ID)
            self.session.apply(
                self.tr("Choose variant"), lambda story: edits.choose_variant(story, scene_id, cel, variant)
            )

    def _choose_picture(self, item: QListWidgetItem) -> None:
        if self.scene_id is not None:
            scene_id, picture = self.scene_id, item.data(_ID)
            self.session.apply(self.tr("Choose picture"), lambda story: edits.choose_picture(story, scene_id, picture))

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
        picture = self.picture
        if picture is None or self.scene_id is None:
            return
        plan, cel = edits.add_cel(picture.plan, kind, concept, who)
        self.cel = cel
        self.work.repaint(self.scene_id, cel, plan, self.tr("Add %1").replace("%1", concept))
