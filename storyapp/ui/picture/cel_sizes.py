"""The sizes that a figure or thing can be given, with their names, and what giving one changes in a picture."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from storyapp.stage.bodies import SIZES
from storyapp.stage.seating import scaled
from storyapp.story import edits, replanning
from storyapp.story.model import Illustration, Story
from storyapp.story.plan import SIZE


def cel_sizes() -> list[tuple[str, str]]:
    """Every size with what it is called, from small to large; that of others of its kind is empty."""
    translate = QCoreApplication.translate
    return [
        ("tiny", translate("CelSizes", "tiny")),
        ("small", translate("CelSizes", "small")),
        ("", translate("CelSizes", "as usual")),
        ("big", translate("CelSizes", "big")),
        ("huge", translate("CelSizes", "huge")),
    ]


def resized_in(story: Story, scene_id: str, cel: str, size: str) -> Story:
    """The story with a cel of that size in the picture of a scene."""
    picture = edits.picture_of(story, scene_id)
    if picture is None or all(one.id != cel for one in picture.plan.cels):
        return story
    return edits.with_picture(story, scene_id, resized(picture, cel, size))


def resized(picture: Illustration, cel: str, size: str) -> Illustration:
    """The picture with a cel of that size where it stands; nothing is painted."""
    before = picture.plan.cel(cel).attributes.get(SIZE, "")
    share = SIZES.get(size, 1.0) / SIZES.get(before, 1.0)
    placements = tuple(
        replace(one, box=scaled(one.box, share, (one.box.x + one.box.width / 2, one.depth or one.box.bottom)))
        if one.cel == cel
        else one
        for one in picture.placements
    )
    return replace(picture, plan=replanning.size_cel(picture.plan, cel, size), placements=placements)
