"""The plan of a picture as forms: the place, and what the chosen cel is and does."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QComboBox, QFormLayout, QGroupBox, QWidget

from storyapp.stage.tint import TONES
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.following import is_followed
from storyapp.story.model import Illustration, Scene, Story
from storyapp.story.plan import COLOUR, CelPlan, ScenePlan, Span

from ..characters.looks_row import swatch
from ..languages import concept_name
from ..words import filled
from .picture_actions import PictureActions
from .thing_colours import thing_colours

DEFAULTS = {"pose": "standing", "expression": "happy", "facing": "front"}


def make_choice(name: str, values: Iterable[str], changed: Callable[[str], None], vocabulary: Vocabulary) -> QComboBox:
    """A box of values, shown in the language of the program; `changed` hears what a person chooses."""
    choice = QComboBox()
    choice.setAccessibleName(name)
    for value in values:
        choice.addItem(concept_name(vocabulary, value), value)
    choice.activated.connect(lambda _: changed(choice.currentData()))
    return choice


class PlaceForm(QGroupBox):
    """Setting, time and weather, and whose place it is."""

    def __init__(self, actions: PictureActions, vocabulary: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Place"))
        self.actions_, self.scene_id = actions, ""
        names = vocabulary.names
        self.setting = make_choice(
            self.tr("Place"), names("settings"), lambda v: self._correct("setting", v), vocabulary
        )
        self.time = make_choice(self.tr("Time of day"), names("times"), lambda v: self._correct("time", v), vocabulary)
        self.weather = make_choice(
            self.tr("Weather"), names("weathers"), lambda v: self._correct("weather", v), vocabulary
        )
        self.same_place = make_choice(
            self.tr("Same place as"), (), lambda v: self.actions_.lock_place(self.scene_id, v or None), vocabulary
        )
        self.same_place.setToolTip(self.tr("Lock the place of another scene for this one: “the same kitchen”."))
        form = QFormLayout(self)
        for words, choice in (
            (self.tr("Where"), self.setting),
            (self.tr("When"), self.time),
            (self.tr("Weather"), self.weather),
            (self.tr("Same place as"), self.same_place),
        ):
            form.addRow(words, choice)

    def _correct(self, field: str, value: str) -> None:
        self.actions_.correct_place(self.scene_id, field, value)

    def fill(self, scene: Scene, picture: Illustration, story: Story) -> None:
        """Show the place of a picture."""
        self.scene_id, plan = scene.id, picture.plan
        for name, choice, value in (
            ("setting", self.setting, plan.setting),
            ("time", self.time, plan.time),
            ("weather", self.weather, plan.weather),
        ):
            choice.setCurrentIndex(choice.findData(value))
            choice.setToolTip(place_origin(scene, plan, name))
        self.same_place.clear()
        self.same_place.addItem(self.tr("its own"), "")
        for number, one in enumerate(story.scenes, start=1):
            if one.id != scene.id and one.illustration is not None:
                self.same_place.addItem(one.title or filled(self.tr("Scene %1"), number), one.id)
        self.same_place.setCurrentIndex(max(0, self.same_place.findData(scene.place or "")))


class DoingForm(QGroupBox):
    """What the chosen cel is and does."""

    def __init__(self, actions: PictureActions, vocabulary: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Who does what"))
        self.actions_, self.vocabulary = actions, vocabulary
        self.scene_id, self.cel = "", ""
        names = vocabulary.names
        self.concept = make_choice(self.tr("What it is"), (), lambda v: self._correct("concept", v), vocabulary)
        self.pose = make_choice(self.tr("Pose"), names("poses"), lambda v: self._correct("pose", v), vocabulary)
        self.feeling = make_choice(
            self.tr("Feeling"), names("expressions"), lambda v: self._correct("expression", v), vocabulary
        )
        self.facing = make_choice(self.tr("Facing"), names("facings"), lambda v: self._correct("facing", v), vocabulary)
        self.colour = make_choice(self.tr("Colour"), (), self._give_colour, vocabulary)
        for value, called in thing_colours(vocabulary):
            self.colour.addItem(swatch(TONES[value]) if value else QIcon(), called, value)
        form = QFormLayout(self)
        for words, choice in (
            (self.tr("What"), self.concept),
            (self.tr("Pose"), self.pose),
            (self.tr("Feeling"), self.feeling),
            (self.tr("Facing"), self.facing),
            (self.tr("Colour"), self.colour),
        ):
            form.addRow(words, choice)

    def _correct(self, field: str, value: str) -> None:
        self.actions_.correct_cel(self.scene_id, self.cel, field, value)

    def _give_colour(self, colour: str) -> None:
        self.actions_.colour(self.scene_id, self.cel, colour)

    def fill(self, scene: Scene, cel: CelPlan) -> None:
        """Show a cel's part of the plan."""
        self.scene_id, self.cel = scene.id, cel.id
        kinds = self.vocabulary.names("kinds" if cel.kind == "figure" else "things")
        if self.concept.count() != len(kinds) or self.concept.findData(cel.concept) < 0:
            self.concept.clear()
            for kind in sorted(kinds):
                self.concept.addItem(concept_name(self.vocabulary, kind), kind)
        self.concept.setCurrentIndex(self.concept.findData(cel.concept))
        self.concept.setEnabled(cel.who is None)
        figure, span = cel.kind == "figure", cel.spans[0] if cel.spans else None
        self.concept.setToolTip(origin(scene, "concept" in cel.corrected, span))
        for name, choice in (("pose", self.pose), ("expression", self.feeling), ("facing", self.facing)):
            choice.setEnabled(figure)
            choice.setCurrentIndex(choice.findData(cel.attributes.get(name, DEFAULTS[name])) if figure else -1)
            choice.setToolTip(origin(scene, name in cel.corrected, span))
        self.colour.setEnabled(not figure)
        self.colour.setCurrentIndex(-1 if figure else self.colour.findData(cel.attributes.get(COLOUR, "")))
        self.colour.setToolTip(origin(scene, COLOUR in cel.corrected, span if COLOUR in cel.attributes else None))


def place_origin(scene: Scene, plan: ScenePlan, field: str) -> str:
    """Where setting, time or weather of a plan come from, in words."""
    if is_followed(plan, field):
        return QCoreApplication.translate("PlanForm", "Chosen by you in an earlier scene; this one goes on there.")
    return origin(scene, field in plan.corrected, plan.spans.get(field))


def origin(scene: Scene, corrected: bool, span: Span | None) -> str:
    """Where a part of the plan comes from, in words."""
    translate = QCoreApplication.translate
    if corrected:
        return translate("PlanForm", "Chosen by you; it stays when the words are read again.")
    words = scene.text[span[0] : span[1]].strip() if span else ""
    return (
        filled(translate("PlanForm", "Read from “%1”."), words)
        if words
        else translate("PlanForm", "Not said in this scene.")
    )
