"""The picture of the chosen scene, taken apart: its place, who is in it doing what, and every variant painted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGroupBox, QLabel, QListWidgetItem, QVBoxLayout, QWidget

from storyapp.stage.tint import as_told
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story import edits
from storyapp.story.model import Illustration
from storyapp.story.plan import BACKDROP

from ..painting.pictures import PictureStore, to_qimage
from ..widgets.scrolling import fill_with
from ..words import filled
from .advanced import AdvancedBox
from .cast_box import CastBox
from .compare import CompareDialog
from .picture_actions import PictureActions
from .plan_form import DoingForm, PlaceForm
from .variants_strip import Strip, VariantsStrip, icon_of

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
        self.cast = CastBox(actions, store, vocabulary)
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
        fill_with(self, inside)

    def _connect(self) -> None:
        do, strip = self.actions_, self.variants
        self.cast.chosen.connect(self._cel_chosen)
        self.cast.added.connect(self._expect)
        strip.picked.connect(lambda variant: do.choose_variant(self.scene, self.chosen_cel, variant))
        strip.pinned.connect(lambda variant, on: do.mark_favourite(self.scene, variant, on))
        strip.deleted.connect(lambda variant: do.put_away(self.scene, self.chosen_cel, variant))
        strip.brought_back.connect(lambda: do.bring_back(self.scene, self.chosen_cel))
        strip.compared.connect(self._compare)
        self.pictures.itemClicked.connect(lambda item: do.choose_picture(self.scene, item.data(_ID)))
        self.session.changed.connect(lambda old, new: self.refresh())

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
        self.cast.fill(scene.id, picture, story, self.cel)
        self.doing.setVisible(cel is not None)
        if cel is not None:
            self.doing.fill(scene, cel)
        self.work.decode_missing(self.variants.fill(picture, self.chosen_cel))
        self._fill_pictures(scene.illustrations, picture)

    def _fill_pictures(self, pictures: tuple[Illustration, ...], shown: Illustration) -> None:
        self.pictures.clear()
        self.earlier.setVisible(len(pictures) > 1)
        if len(pictures) < 2:
            return
        for number, picture in enumerate(pictures, start=1):
            item = QListWidgetItem(icon_of(self.store, picture.chosen.get(BACKDROP, "")), str(number))
            item.setData(_ID, picture.id)
            told = filled(self.tr("Picture %1 of %2"), number, len(pictures))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
            self.pictures.addItem(item)
            if picture.id == shown.id:
                self.pictures.setCurrentItem(item)

    # changing ------------------------------------------------------------------------------------

    def _cel_chosen(self, cel: str | None) -> None:
        self.selected.emit(cel)
        self.select(cel)

    def _expect(self, cel: str) -> None:
        """Choose somebody who is still being painted, once they are there."""
        self.cel = cel

    def _compare(self, variant_id: str) -> None:
        dialog = self.comparison(variant_id)
        if dialog is not None:
            dialog.open()

    def comparison(self, variant_id: str) -> CompareDialog | None:
        """A dialog that compares the variant in the picture with another one; None while one of them is not decoded."""
        picture = self.picture
        shown = picture.shown(self.chosen_cel) if picture else None
        other = next((one for one in picture.variants if one.id == variant_id), None) if picture else None
        if picture is None or shown is None or other is None:
            return None
        plan = next((one for one in picture.plan.cels if one.id == self.cel), None)
        images = [as_told(image, plan) for one in (shown, other) if (image := self.store.cel(one.id)) is not None]
        if len(images) < 2:
            return None
        one, two = map(to_qimage, images)
        codes = (shown.codes, other.codes) if shown.codes and other.codes else None
        dialog = CompareDialog(one, two, (self.tr("in the picture"), self.tr("the other variant")), codes, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog
