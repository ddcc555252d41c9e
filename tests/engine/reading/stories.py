"""Scenes that follow each other, as the tests of the reader write them."""

from __future__ import annotations

from storyapp.engine.reading.reader import Reader
from storyapp.story.model import Character
from storyapp.story.plan import ScenePlan


def story(reader: Reader, text: str, cast: tuple[Character, ...] = ()) -> ScenePlan:
    """The last plan of scenes that are parted by " > "."""
    plan: ScenePlan | None = None
    for scene in text.split(" > "):
        plan = reader.read(scene, cast, plan)
    assert plan is not None
    return plan
