"""What the reader made of a scene, as chips under its picture; a chip that was corrected stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from storyapp.stage.tint import TONES
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.following import is_followed
from storyapp.story.model import Scene, Story
from storyapp.story.plan import COLOUR, PLACE, SIZE, CelPlan, Relation, ScenePlan

from ..characters.looks_row import swatch
from ..languages import cel_name, concept_name
from ..widgets.elided import ElidedButton
from ..widgets.flow import Flow, name_on
from ..words import filled
from .cel_sizes import cel_sizes
from .picture_actions import PictureActions
from .plan_form import DEFAULTS, origin, place_origin
from .thing_colours import thing_colours

_CATEGORIES = {
    "setting": "settings",
    "time": "times",
    "weather": "weathers",
    "pose": "poses",
    "expression": "expressions",
    "facing": "facings",
}


class PlanChips(QWidget):
    """One chip for place, time, weather and for everybody in the picture; signals tell what was chosen."""

    place_corrected = Signal(str, str)  # setting, time or weather; value
    cel_corrected = Signal(str, str, str)  # cel id, what, value
    cel_coloured = Signal(str, str)  # the id of a thing; colour, empty for none
    cel_sized = Signal(str, str)  # the id of somebody or something; size, empty for that of its kind
    cel_related = Signal(str, object, str)  # cel id, relation or None for on its own, cel id of the other
    as_read_asked = Signal(object, str)  # cel id, or None and a field of the place
    cel_removed = Signal(str)
    cel_chosen = Signal(str)
    place_spread = Signal(str)  # setting, time or weather: also in the scenes that go on here

    def __init__(self, vocabulary: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.vocabulary = vocabulary
        self.chips: dict[str, QToolButton] = {}
        self._shown: object = None
        self._others: Callable[[str], str] = lambda field: ""  # the numbers of the scenes that go on here
        self._flow = Flow(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def work_on(self, do: PictureActions, scene: Callable[[], str]) -> None:
        """Make what is chosen steps and jobs on the picture of a scene."""
        self._others = lambda field: do.places.others(scene(), field)
        self.place_spread.connect(lambda field: do.places.spread(scene(), field))
        self.place_corrected.connect(lambda field, value: do.correct_place(scene(), field, value))
        self.cel_corrected.connect(lambda cel, field, value: do.correct_cel(scene(), cel, field, value))
        self.cel_coloured.connect(lambda cel, colour: do.colour(scene(), cel, colour))
        self.cel_sized.connect(lambda cel, size: do.size(scene(), cel, size))
        self.cel_related.connect(lambda cel, kind, target: do.relate(scene(), cel, kind, target))
        self.as_read_asked.connect(lambda cel, field: do.as_read(scene(), cel, field))
        self.cel_removed.connect(lambda cel: do.remove(scene(), cel))

    def fill(self, scene: Scene, story: Story) -> None:
        """Show the plan of a scene's picture, or nothing."""
        plan = scene.illustration.plan if scene.illustration else None
        names = [cel_name(self.vocabulary, story, cel) for cel in plan.cels] if plan else []
        if self._shown == (plan, names):
            return
        self._shown = (plan, names)
        self._clear()
        self.setVisible(plan is not None)
        if plan is None:
            return
        for field in PLACE:
            value = getattr(plan, field)
            told = place_origin(scene, plan, field)
            shown = concept_name(self.vocabulary, value) if value else self.tr("plain paper")
            by_hand = field in plan.corrected or is_followed(plan, field)
            chip = self._chip(field, shown, told, by_hand)
            menu = chip.menu()
            menu.aboutToShow.connect(partial(self._fill_place_menu, menu, field, value, field in plan.corrected))
        called = {cel.id: name_on(self, name) for cel, name in zip(plan.cels, names, strict=True)}
        for cel, whole in zip(plan.cels, names, strict=True):
            name = called[cel.id]
            doing = [cel.attributes[one] for one in ("pose", "expression") if one in cel.attributes]
            doing = [concept_name(self.vocabulary, one) for one in doing]
            if cel.relation is not None and cel.relation.target in called:
                where = concept_name(self.vocabulary, cel.relation.kind)
                doing.append(filled(self.tr("%1 %2", "in, puddle"), where, called[cel.relation.target]))
            told = origin(scene, bool(cel.corrected), cel.spans[0] if cel.spans else None)
            told = told if name == whole else f"{whole}\n{told}"
            chip = self._chip(cel.id, ": ".join(filter(None, (name, ", ".join(doing)))), told, bool(cel.corrected))
            menu = chip.menu()
            menu.aboutToShow.connect(partial(self._fill_cel_menu, menu, cel, plan, called))

    def _clear(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            chip = item.widget()
            if chip is not None:
                chip.hide()
                chip.deleteLater()
        self.chips = {}

    def _chip(self, key: str, words: str, told: str, corrected: bool) -> QToolButton:
        chip = ElidedButton(objectName="chip", popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        chip.setText(f"{words} • ▾" if corrected else f"{words} ▾")
        chip.setToolTip(told)
        chip.setAccessibleName(words)
        chip.setMenu(QMenu(chip))
        self._flow.addWidget(chip)
        self.chips[key] = chip
        return chip

    def _fill_place_menu(self, menu: QMenu, field: str, value: str | None, corrected: bool) -> None:
        """The values of a field; made when the menu opens, because a story has many chips."""
        menu.clear()
        chosen = partial(self.place_corrected.emit, field)
        self._values(menu, self.vocabulary.names(_CATEGORIES[field]), value, chosen)
        self._offer_as_read(menu, corrected, None, field)
        others = self._others(field) if corrected else ""
        if others:
            words = filled(self.tr("Also in the scenes that go on here (%1)"), others)
            menu.addAction(words, partial(self.place_spread.emit, field))

    def _offer_as_read(self, menu: QMenu, corrected: bool, cel: str | None, field: str = "") -> None:
        if corrected:
            menu.addSeparator()
            menu.addAction(self.tr("As the words say, next time"), partial(self.as_read_asked.emit, cel, field))

    def _values(self, menu: QMenu, values: Iterable[str], now: str | None, chosen: Callable[[str], object]) -> None:
        for value in values:
            action = menu.addAction(concept_name(self.vocabulary, value))
            action.setCheckable(True)
            action.setChecked(value == now)
            action.triggered.connect(partial(_heard, chosen, value))

    def _fill_cel_menu(self, menu: QMenu, cel: CelPlan, plan: ScenePlan, called: Mapping[str, str]) -> None:
        menu.clear()
        if cel.kind == "figure":
            for field, title in (
                ("pose", self.tr("Pose")),
                ("expression", self.tr("Feeling")),
                ("facing", self.tr("Facing")),
            ):
                now = cel.attributes.get(field, DEFAULTS[field])
                chosen = partial(self.cel_corrected.emit, cel.id, field)
                self._values(menu.addMenu(title), self.vocabulary.names(_CATEGORIES[field]), now, chosen)
        if cel.who is None and cel.kind == "figure":
            kinds, chosen = self.vocabulary.names("kinds"), partial(self.cel_corrected.emit, cel.id, "concept")
            self._values(menu.addMenu(self.tr("What it is")), sorted(kinds), cel.concept, chosen)
        if cel.kind == "thing":
            self._fill_colours(menu.addMenu(self.tr("Colour")), cel)
        self._fill_sizes(menu.addMenu(self.tr("Size")), cel)
        self._fill_where(menu.addMenu(self.tr("Where")), cel, plan, called)
        menu.addAction(self.tr("Select in the picture"), partial(self.cel_chosen.emit, cel.id))
        menu.addAction(self.tr("Take out of the picture"), partial(self.cel_removed.emit, cel.id))
        self._offer_as_read(menu, bool(cel.corrected), cel.id)

    def _fill_colours(self, menu: QMenu, cel: CelPlan) -> None:
        """The colours that a thing can have, and that in which it is painted."""
        for colour, words in thing_colours(self.vocabulary):
            action = menu.addAction(words, partial(self.cel_coloured.emit, cel.id, colour))
            action.setCheckable(True)
            action.setChecked(colour == cel.attributes.get(COLOUR, ""))
            if colour:
                action.setIcon(swatch(TONES[colour]))

    def _fill_sizes(self, menu: QMenu, cel: CelPlan) -> None:
        """How large somebody or something can be, among others of its kind."""
        for size, words in cel_sizes():
            action = menu.addAction(words, partial(self.cel_sized.emit, cel.id, size))
            action.setCheckable(True)
            action.setChecked(size == cel.attributes.get(SIZE, ""))

    def _fill_where(self, menu: QMenu, cel: CelPlan, plan: ScenePlan, called: Mapping[str, str]) -> None:
        """On its own, or held by, on, in or beside somebody or something."""
        alone = menu.addAction(self.tr("on its own"), partial(self.cel_related.emit, cel.id, None, ""))
        alone.setCheckable(True)
        alone.setChecked(cel.relation is None)
        for kind in self.vocabulary.names("relations"):
            others = [one.id for one in plan.cels if one.id != cel.id and may_be(cel, kind, one)]
            if not others:
                continue
            whose = menu.addMenu(concept_name(self.vocabulary, kind))
            for other in others:
                action = whose.addAction(called[other], partial(self.cel_related.emit, cel.id, kind, other))
                action.setCheckable(True)
                action.setChecked(cel.relation == Relation(kind, other))


def may_be(cel: CelPlan, kind: str, other: CelPlan) -> bool:
    """Whether the stage can show a cel in that relation to another one."""
    if kind == "held by":
        return cel.kind == "thing" and other.kind == "figure"
    return cel.kind == "thing" or (kind in ("on", "in") and other.kind == "thing")


def _heard(chosen: Callable[[str], object], value: str, _: bool = False) -> None:
    chosen(value)
