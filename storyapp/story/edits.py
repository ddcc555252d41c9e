"""Edits of a story by a person, as pure functions from the old story to the new one.

If the scene, picture or cel no longer exists (it was removed while a job ran), the story is returned unchanged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from .holding import carried
from .model import Illustration, Scene, Story, Variant, new_id
from .plan import BACKDROP, Box, Placement


def scene_of(story: Story, scene_id: str | None) -> Scene | None:
    """The scene of that id, or None."""
    return next((one for one in story.scenes if one.id == scene_id), None)


def with_settings(story: Story, settings: Mapping[str, str]) -> Story:
    """The story with other settings (see `export.choices`)."""
    return story if settings == story.settings else replace(story, settings=dict(settings))


# scenes ------------------------------------------------------------------------------------------


def insert_scene(story: Story, scene: Scene, after: str | None) -> Story:
    """The story with one more scene after the scene `after`, or at the end if there is no such scene."""
    place = next((i + 1 for i, one in enumerate(story.scenes) if one.id == after), len(story.scenes))
    return replace(story, scenes=(*story.scenes[:place], scene, *story.scenes[place:]))


def with_scenes_of(story: Story, scene_id: str, other: Story) -> Story:
    """The story with the scenes of another in the place of a scene, which is the first of them from now on.

    Title, author and characters come along where there are none yet.
    """
    scene = scene_of(story, scene_id)
    if scene is None or not other.scenes:
        return story
    first, *rest = (replace(one, style=scene.style) for one in other.scenes)
    story = story.with_scene(replace(scene, title=first.title or scene.title, text=first.text))
    for one in reversed(rest):
        story = insert_scene(story, one, scene_id)
    return replace(
        story,
        title=story.title or other.title,
        author=story.author or other.author,
        characters=story.characters or other.characters,
    )


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
    """The story with its scenes in the order of `ids`; unchanged if these are not the same scenes."""
    if sorted(ids) != sorted(one.id for one in story.scenes) or list(ids) == [one.id for one in story.scenes]:
        return story
    return replace(story, scenes=tuple(story.scene(one) for one in ids))


def split_scene(story: Story, scene_id: str, place: int) -> Story:
    """The story with a scene split at an offset of its text; the pictures stay with the first part."""
    scene = scene_of(story, scene_id)
    if scene is None or not 0 < place < len(scene.text):
        return story
    first, second = scene.text[:place].rstrip(), scene.text[place:].lstrip()
    story = story.with_scene(replace(scene, text=first))
    return insert_scene(story, Scene(new_id(), text=second, style=scene.style), scene_id)


def merge_with_next(story: Story, scene_id: str) -> Story:
    """The story with a scene and the next one merged; all pictures of both are kept, and the first one's is shown."""
    scene = scene_of(story, scene_id)
    row = story.scenes.index(scene) if scene else -1
    if scene is None or row + 1 >= len(story.scenes):
        return story
    following = story.scenes[row + 1]
    text = "\n\n".join(filter(None, (scene.text.rstrip(), following.text.lstrip())))
    mine = {one.id: one for one in scene.illustrations}  # of a copy of the scene the same, perhaps changed since
    others = [one for one in following.illustrations if one != mine.get(one.id)]
    new_ids = {one.id: new_id() if one.id in mine else one.id for one in others}
    pictures = (*scene.illustrations, *(replace(one, id=new_ids[one.id]) for one in others))
    synopsis = " ".join(filter(None, (scene.synopsis, following.synopsis)))
    merged = replace(
        scene,
        title=scene.title or following.title,
        text=text,
        synopsis=synopsis,
        illustrations=pictures,
        chosen=scene.chosen or new_ids.get(following.chosen or "", following.chosen),
    )
    return delete_scene(story.with_scene(merged), following.id)


# pictures ----------------------------------------------------------------------------------------


def with_picture(story: Story, scene_id: str, picture: Illustration) -> Story:
    """The story with a picture of a scene added, or replaced if one has its id, and shown."""
    scene = scene_of(story, scene_id)
    return story if scene is None else story.with_scene(scene.with_illustration(picture))


def picture_of(story: Story, scene_id: str | None) -> Illustration | None:
    """The picture that a scene shows."""
    scene = scene_of(story, scene_id)
    return scene.illustration if scene else None


def place_cel(story: Story, scene_id: str, placement: Placement) -> Story:
    """The story with one cel moved, and the cels attached to it."""
    picture = picture_of(story, scene_id)
    if picture is None:
        return story
    return with_picture(story, scene_id, replace(picture, placements=carried(picture, placement)))


def remove_cel(story: Story, scene_id: str, cel: str) -> Story:
    """The story with one cel removed from a picture; another reading does not bring it back."""
    picture = picture_of(story, scene_id)
    if picture is None:
        return story
    kept = tuple(one for one in picture.placements if one.cel != cel)
    chosen = {name: variant for name, variant in picture.chosen.items() if name != cel}
    changed = replace(picture, placements=kept, plan=picture.plan.without_cel(cel), chosen=chosen)
    return with_picture(story, scene_id, changed)


def choose_variant(story: Story, scene_id: str, cel: str, variant: str) -> Story:
    """The story showing another variant of a cel."""
    picture = picture_of(story, scene_id)
    if picture is None or all(one.id != variant for one in picture.variants) or picture.chosen.get(cel) == variant:
        return story
    shown = next(one for one in picture.variants if one.id == variant)
    changed = reshaped(picture, shown) if cel == BACKDROP else replace(picture, chosen={**picture.chosen, cel: variant})
    return with_picture(story, scene_id, changed)


def mark_favourite(story: Story, scene_id: str, variant: str, favourite: bool) -> Story:
    """The story with a variant marked as favourite, or no longer."""
    picture = picture_of(story, scene_id)
    if picture is None or (variant in picture.favourites) == favourite:
        return story
    kept = picture.favourites | {variant} if favourite else picture.favourites - {variant}
    return with_picture(story, scene_id, replace(picture, favourites=kept))


def put_away(story: Story, scene_id: str, cel: str, variant: str) -> Story:
    """The story with a variant hidden from the choice; if it was shown, another one is. A cel's last variant stays."""
    picture = picture_of(story, scene_id)
    others = [one.id for one in picture.offered(cel) if one.id != variant] if picture else []
    if picture is None or not others:
        return story
    shown = others[-1] if picture.chosen.get(cel) == variant else picture.chosen.get(cel, others[-1])
    away, favourites = picture.put_away | {variant}, picture.favourites - {variant}
    changed = replace(picture, put_away=away, favourites=favourites, chosen={**picture.chosen, cel: shown})
    return with_picture(story, scene_id, changed)


def bring_back(story: Story, scene_id: str, cel: str) -> Story:
    """The story with all hidden variants of a cel offered again."""
    picture = picture_of(story, scene_id)
    ids = {one.id for one in picture.variants if one.cel == cel} if picture else set()
    if picture is None or not ids & picture.put_away:
        return story
    return with_picture(story, scene_id, replace(picture, put_away=picture.put_away - ids))


def layers(picture: Illustration) -> list[Placement]:
    """The placements of a picture, the foremost first."""
    return sorted(picture.placements, key=lambda one: -one.depth)


def shifted_layer(picture: Illustration, cel: str, by: int) -> Placement | None:
    """The placement of a cel, `by` layers nearer (positive) or farther; None if there are not so many layers."""
    order = layers(picture)
    row = next((index for index, one in enumerate(order) if one.cel == cel), None)
    if row is None or not 0 <= row - by < len(order) or by == 0:
        return None
    rest = [one for one in order if one.cel != cel]
    place = row - by
    above = rest[place - 1].depth if place > 0 else rest[0].depth + 0.02
    below = rest[place].depth if place < len(rest) else rest[-1].depth - 0.02
    return replace(order[row], depth=(above + below) / 2, pinned=True)


def order_layers(story: Story, scene_id: str, front_first: Sequence[str]) -> Story:
    """The story with the layers of a picture reordered; the existing depths are redistributed."""
    picture = picture_of(story, scene_id)
    if picture is None or sorted(front_first) != sorted(one.cel for one in picture.placements):
        return story
    order = layers(picture)
    if [one.cel for one in order] == list(front_first):
        return story
    depths = {cel: one.depth - 0.0001 * row for row, (cel, one) in enumerate(zip(front_first, order, strict=True))}
    moved = tuple(replace(one, depth=depths[one.cel], pinned=True) for one in picture.placements)
    return with_picture(story, scene_id, replace(picture, placements=moved))


def lock_place(story: Story, scene_id: str, other: str | None) -> Story:
    """The story in which a scene uses the backdrop of another one, or its own (None)."""
    scene = scene_of(story, scene_id)
    if scene is None or scene.place == other or other == scene_id:
        return story
    return story.with_scene(replace(scene, place=other))


def aspect_of(picture: Illustration) -> float:
    """Width over height of a picture, which has the shape of its backdrop."""
    backdrop = picture.shown(BACKDROP)
    codes = backdrop.codes if backdrop else None
    return codes.columns / codes.rows if codes else 1.0


def reshaped(picture: Illustration, backdrop: Variant) -> Illustration:
    """The picture on a backdrop of another shape; every cel keeps its position relative to the old one.

    The old backdrop is in the middle of the width and at the foot of a larger one.
    """
    known = any(one.id == backdrop.id for one in picture.variants)
    changed = picture if known else picture.with_variant(backdrop)
    changed = replace(changed, chosen={**changed.chosen, BACKDROP: backdrop.id})
    before = picture.shown(BACKDROP)
    old, new = before.codes if before else None, backdrop.codes
    if old is None or new is None or (old.rows, old.columns) == (new.rows, new.columns):
        return changed
    wide, high = old.columns / new.columns, old.rows / new.rows
    left, top = (new.columns - old.columns) // 4 * 2 / new.columns, 1 - high

    def moved(one: Placement) -> Placement:
        box = Box(left + one.box.x * wide, top + one.box.y * high, one.box.width * wide, one.box.height * high)
        return replace(one, box=box, depth=top + one.depth * high)

    return replace(changed, placements=tuple(moved(one) for one in picture.placements))


def choose_picture(story: Story, scene_id: str, picture_id: str) -> Story:
    """The story showing another of the pictures of a scene."""
    scene = scene_of(story, scene_id)
    if scene is None or scene.chosen == picture_id or all(one.id != picture_id for one in scene.illustrations):
        return story
    return story.with_scene(replace(scene, chosen=picture_id))


# styles ------------------------------------------------------------------------------------------


def choose_style(story: Story, style: str | None, scene_id: str | None = None) -> Story:
    """The story with another style for the book, or for one scene (`style` None: the book's), pictures included."""
    if scene_id is None:
        return in_style(replace(story, style=style or story.style))
    scene = scene_of(story, scene_id)
    return story if scene is None else in_style(story.with_scene(replace(scene, style=style)))


def in_style(story: Story) -> Story:
    """The story with every picture in the style of its scene; styles are filters, so nothing is repainted."""

    def change(scene: Scene) -> Scene:
        style = story.style_of(scene)
        if all(one.style == style for one in scene.illustrations):
            return scene
        return replace(scene, illustrations=tuple(replace(one, style=style) for one in scene.illustrations))

    return story.map_scenes(change)
