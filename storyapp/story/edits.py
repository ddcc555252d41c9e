"""What a person does to a story, as plain functions: the story before → the story after, nothing else changed.

A scene, picture or cel that is not there any more (it was removed while a job ran) leaves the story as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from .model import Illustration, Scene, Story, Variant, new_id
from .plan import BACKDROP, CelPlan, Placement, ScenePlan


def scene_of(story: Story, scene_id: str | None) -> Scene | None:
    """The scene of that id, or None."""
    return next((one for one in story.scenes if one.id == scene_id), None)


# scenes ------------------------------------------------------------------------------------------


def insert_scene(story: Story, scene: Scene, after: str | None) -> Story:
    """The story with one more scene behind `after`, at the end if that is not there."""
    place = next((i + 1 for i, one in enumerate(story.scenes) if one.id == after), len(story.scenes))
    return replace(story, scenes=(*story.scenes[:place], scene, *story.scenes[place:]))


def delete_scene(story: Story, scene_id: str) -> Story:
    """The story without a scene."""
    return replace(story, scenes=tuple(one for one in story.scenes if one.id != scene_id))


def move_scene(story: Story, scene_id: str, by: int) -> Story:
    """The story with a scene moved up (negative) or down."""
    ids = [one.id for one in story.scenes]
    if scene_id not in ids or not 0 <= ids.index(scene_id) + by < len(ids):
        return story
    row = ids.index(scene_id)
    ids.insert(row + by, ids.pop(row))
    return order_scenes(story, ids)


def order_scenes(story: Story, ids: Sequence[str]) -> Story:
    """The story in another order of the same scenes; other lists leave it as it is."""
    if sorted(ids) != sorted(one.id for one in story.scenes) or list(ids) == [one.id for one in story.scenes]:
        return story
    return replace(story, scenes=tuple(story.scene(one) for one in ids))


def split_scene(story: Story, scene_id: str, place: int) -> Story:
    """The scene cut in two at a character of its text; the picture stays with the first part."""
    scene = scene_of(story, scene_id)
    if scene is None or not 0 < place < len(scene.text):
        return story
    first, second = scene.text[:place].rstrip(), scene.text[place:].lstrip()
    story = story.with_scene(replace(scene, text=first))
    return insert_scene(story, Scene(new_id(), text=second, style=scene.style), scene_id)


def merge_with_next(story: Story, scene_id: str) -> Story:
    """The scene and the one behind it as one; all pictures of both are kept, the first one's is shown."""
    scene = scene_of(story, scene_id)
    row = story.scenes.index(scene) if scene else -1
    if scene is None or row + 1 >= len(story.scenes):
        return story
    following = story.scenes[row + 1]
    text = "\n\n".join(filter(None, (scene.text.rstrip(), following.text.lstrip())))
    pictures = (*scene.illustrations, *following.illustrations)
    merged = replace(scene, text=text, illustrations=pictures, chosen=scene.chosen or following.chosen)
    return delete_scene(story.with_scene(merged), following.id)


def replace_words(story: Story, words: str, by: str, match_case: bool = False) -> tuple[Story, int]:
    """Every occurrence of `words` in headings and texts replaced; the story and how many there were."""
    if not words:
        return story, 0
    pattern = re.compile(re.escape(words), 0 if match_case else re.IGNORECASE)
    count = 0
    scenes = []
    for scene in story.scenes:
        text, in_text = pattern.subn(lambda _: by, scene.text)
        title, in_title = pattern.subn(lambda _: by, scene.title)
        count += in_text + in_title
        scenes.append(replace(scene, text=text, title=title) if in_text + in_title else scene)
    return (replace(story, scenes=tuple(scenes)), count) if count else (story, 0)


# pictures ----------------------------------------------------------------------------------------


def with_picture(story: Story, scene_id: str, picture: Illustration) -> Story:
    """The story with a picture of a scene added, or changed if it has that id, and shown."""
    scene = scene_of(story, scene_id)
    return story if scene is None else story.with_scene(scene.with_illustration(picture))


def picture_of(story: Story, scene_id: str | None) -> Illustration | None:
    """The picture that a scene shows."""
    scene = scene_of(story, scene_id)
    return scene.illustration if scene else None


def place_cel(story: Story, scene_id: str, placement: Placement) -> Story:
    """One cel of a scene's picture somewhere else."""
    picture = picture_of(story, scene_id)
    return story if picture is None else with_picture(story, scene_id, picture.with_placement(placement))


def remove_cel(story: Story, scene_id: str, cel: str) -> Story:
    """One cel gone from a picture; another reading does not bring it back."""
    picture = picture_of(story, scene_id)
    if picture is None:
        return story
    kept = tuple(one for one in picture.placements if one.cel != cel)
    chosen = {name: variant for name, variant in picture.chosen.items() if name != cel}
    changed = replace(picture, placements=kept, plan=picture.plan.without_cel(cel), chosen=chosen)
    return with_picture(story, scene_id, changed)


def choose_variant(story: Story, scene_id: str, cel: str, variant: str) -> Story:
    """Show another variant of a cel."""
    picture = picture_of(story, scene_id)
    if picture is None or all(one.id != variant for one in picture.variants):
        return story
    return with_picture(story, scene_id, replace(picture, chosen={**picture.chosen, cel: variant}))


def choose_picture(story: Story, scene_id: str, picture_id: str) -> Story:
    """Show another of the pictures that were painted for a scene."""
    scene = scene_of(story, scene_id)
    if scene is None or all(one.id != picture_id for one in scene.illustrations):
        return story
    return story.with_scene(replace(scene, chosen=picture_id))


def repainted(
    picture: Illustration, plan: ScenePlan, placements: Sequence[Placement], variant: Variant
) -> Illustration:
    """A picture with a new variant of one cel, and with the plan it was painted from."""
    return replace(picture.with_variant(variant), plan=plan, placements=tuple(placements))


# plans -------------------------------------------------------------------------------------------


def correct_place(plan: ScenePlan, field: str, value: str | None) -> ScenePlan:
    """The plan with setting, time or weather set by hand; another reading keeps it."""
    changed: Mapping[str, str | None] = {field: value}
    return replace(plan, corrected=plan.corrected | {field}, **changed)  # type: ignore[arg-type]


def correct_cel(plan: ScenePlan, cel: str, name: str, value: str) -> ScenePlan:
    """The plan with the concept or an attribute of a cel set by hand; another reading keeps it."""
    old = plan.cel(cel)
    corrected = old.corrected | {name}
    if name == "concept":
        return plan.with_cel(replace(old, concept=value, corrected=corrected))
    attributes = {**old.attributes, name: value}
    return plan.with_cel(replace(old, attributes=attributes, corrected=corrected))


def add_cel(plan: ScenePlan, kind: str, concept: str, who: str | None = None) -> tuple[ScenePlan, str]:
    """The plan with somebody or something more in it, and the id of the new cel."""
    taken = {one.id for one in plan.cels} | {BACKDROP}
    name = who or concept
    cel = next(key for i in range(1, len(taken) + 2) if (key := name if i == 1 else f"{name}-{i}") not in taken)
    return plan.with_cel(CelPlan(cel, kind, concept, who, added=True)), cel
