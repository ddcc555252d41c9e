"""A place that was set by hand, and the scenes that go on there: they are named, and painted only if that is wanted."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from storyapp.story import following
from storyapp.story.edits import picture_of
from storyapp.story.model import Scene
from storyapp.story.plan import BACKDROP, ScenePlan

from ..painting.illustrating import Illustrating
from ..session import Together
from ..words import filled


class PlaceSteps(QObject):
    """What becomes of the scenes behind one whose setting, time or weather was corrected."""

    told = Signal(str)  # words for the person

    def __init__(self, work: Illustrating, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.work, self.session = work, work.session

    def others(self, scene_id: str, field: str) -> str:
        """The numbers of the scenes that go on at the place of this one, and are painted otherwise."""
        picture = picture_of(self.session.story, scene_id)
        return self._numbers(self._followers(scene_id, field, picture.plan)) if picture else ""

    def tell(self, scene_id: str, field: str, plan: ScenePlan) -> None:
        """A picture that is painted is not changed behind one's back: say how it can be, when a plan becomes this one."""
        others = self._numbers(self._followers(scene_id, field, plan))
        if others:
            words = self.tr(
                "The pictures of the scenes that go on here (%1) stay as they are. The same menu can change them."
            )
            self.told.emit(filled(words, others))

    def spread(self, scene_id: str, field: str) -> None:
        """Paint the place of the scenes that go on here as it was set by hand, as one step; all else in them stays."""
        picture, together = picture_of(self.session.story, scene_id), Together(self.tr("Change place"))
        if picture is not None:
            for scene in self._followers(scene_id, field, picture.plan):
                self._follow(scene.id, picture.plan, field, together)

    def _follow(self, scene_id: str, first: ScenePlan, field: str, together: Together) -> None:
        def replan(plan: ScenePlan) -> ScenePlan:
            return following.following(plan, first, field)

        self.work.paint_cel(scene_id, BACKDROP, together.name, replan, together=together)

    def _followers(self, scene_id: str, field: str, plan: ScenePlan) -> list[Scene]:
        return following.followers(self.session.story, scene_id, plan, field)

    def _numbers(self, scenes: list[Scene]) -> str:
        ids = [one.id for one in self.session.story.scenes]
        return ", ".join(str(ids.index(one.id) + 1) for one in scenes)
