"""Characters and the cels that show them: the cast of a plan, redoing one cel, and recasting a figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from . import edits
from .book import place_of
from .cels import backdrop_request, cel_request
from .codes import CodeLock
from .mentions import find_mentions
from .model import Character, Illustration, Scene, Story, Variant, find_character
from .plan import BACKDROP, CelPlan, ScenePlan
from .renaming import renamed_in
from .replanning import add_cel, without_words
from .request import CelRequest, Options

ANOTHER = 0.4  # the least temperature of a redo with the same phrase, so that it does not come out the same


def character_of(story: Story, cel: CelPlan) -> Character | None:
    """The character that a cel shows, or None."""
    return find_character(story.characters, cel.who)


def name_of(story: Story, cel: CelPlan) -> str:
    """The display name of a cel: of its character, or else its concept."""
    character = character_of(story, cel)
    return character.name if character else cel.concept


def with_cast(plan: ScenePlan, cast: tuple[str, ...] | None, story: Story) -> ScenePlan:
    """The plan with exactly the characters of `cast` (ids chosen by hand); None leaves the cast to the text."""
    if cast is None:
        return plan
    kept = replace(plan, cels=tuple(one for one in plan.cels if one.who is None or one.who in cast))
    there = {one.who for one in kept.cels}
    for character in story.characters:
        if character.id in cast and character.id not in there:
            kept, _ = add_cel(kept, "figure", character.concept, character.id)
    return kept


def request_in(
    story: Story,
    scene: Scene,
    plan: ScenePlan,
    cel_id: str,
    seed: int,
    options: Options = Options(),
    words: str | None = None,
    lock: CodeLock | None = None,
) -> CelRequest:
    """The request for one cel of a scene's picture; `words` replace the plan's phrase, `lock` repaints a part of it."""
    style = story.style_of(scene)
    shown = scene.illustration.shown(cel_id) if scene.illustration else None
    like = shown if lock else None
    if cel_id == BACKDROP:
        place = place_of(story, scene)
        request = backdrop_request(plan, style, seed, place, like, words, lock, options)
    else:
        cel = plan.cel(cel_id)
        kin = find_character(story.characters, cel.family)
        request = cel_request(cel, character_of(story, cel), style, seed, like, words, lock, options, plan.cels, kin)
    if shown and (shown.phrase, shown.details) == (request.phrase, request.details):
        varied = replace(request.options, temperature=max(ANOTHER, request.options.temperature))
        return replace(request, options=varied)
    return request


def likeness(picture: Illustration | None, character: Character) -> float | None:
    """The probability (0 … 1) that a picture shows the character of the locked portrait; None if it was not measured."""
    mark = character.lock_mark
    cel = next((one.id for one in picture.plan.cels if one.who == character.id), None) if picture else None
    shown = picture.shown(cel) if picture and cel else None
    return shown.likeness if mark and shown and shown.portrait == mark else None


@dataclass(frozen=True)
class Role:
    """One figure in the picture of one scene, by scene id and cel id."""

    scene: str
    cel: str


def roles_of(story: Story, character_id: str) -> list[Role]:
    """The roles of a character in the pictures of a story, scene by scene."""
    return [
        Role(scene.id, cel.id)
        for scene in story.scenes
        if scene.illustration is not None
        for cel in scene.illustration.plan.cels
        if cel.who == character_id
    ]


def older_roles(story: Story, character: Character) -> list[Role]:
    """The roles of a character that were painted from another portrait than the locked one, without protected cels."""
    mark, ready = character.lock_mark, character.ready_made
    if mark is None and ready is None:
        return []
    # An only portrait was made from the pictures before it, so cels without a portrait's mark are current too.
    current, found = ((mark,) if len(character.portraits) > 1 else (mark, "")), []
    for scene in story.scenes:
        picture = scene.illustration
        for cel in picture.plan.cels if picture is not None else ():
            if picture is None or cel.who != character.id:
                continue
            shown, placement = picture.shown(cel.id), picture.placement(cel.id)
            protected = placement is not None and placement.locked
            if shown is None or protected:
                continue
            if shown.drawing != ready.drawing if ready else (shown.drawing or shown.portrait not in current):
                found.append(Role(scene.id, cel.id))
    return found


def is_there(story: Story, scene: Scene, character_id: str) -> bool:
    """Whether a character is in the picture of a scene, or named in its text."""
    picture = scene.illustration
    character = find_character(story.characters, character_id)
    return (picture is not None and picture.shows(character_id)) or (
        character is not None and bool(find_mentions(scene.text, [character]))
    )


def recast_plan(plan: ScenePlan, cel_id: str, character: Character) -> ScenePlan:
    """The plan in which a figure is another character, in the same pose."""
    old = plan.cel(cel_id)
    if old.who != character.id:
        old = without_words(old)  # which described somebody else
    corrected = old.corrected | {"concept"}
    return plan.with_cel(replace(old, who=character.id, concept=character.concept, corrected=corrected, added=True))


def recast(
    story: Story, painted: Mapping[Role, Variant], character: Character, was: Character | None, words: bool
) -> Story:
    """The story in which the `painted` roles show `character`, and their texts name it instead of `was` if `words`."""
    for role, variant in painted.items():
        picture = edits.picture_of(story, role.scene)
        if picture is None or all(one.id != role.cel for one in picture.plan.cels):
            continue
        plan = recast_plan(picture.plan, role.cel, character)
        story = edits.with_picture(story, role.scene, replace(picture.with_variant(variant), plan=plan))
    if was is None or was.id == character.id:
        return story
    scenes = {role.scene for role in painted}
    return story.map_scenes(lambda scene: _renamed(scene, was, character, words) if scene.id in scenes else scene)


def _renamed(scene: Scene, was: Character, now: Character, words: bool) -> Scene:
    cast = _exchanged(scene.cast, was.id, now.id) if scene.cast is not None else None
    if not words:
        return replace(scene, cast=cast)
    return replace(renamed_in(scene, [was], was.id, now.name), cast=cast)


def _exchanged(cast: Iterable[str], was: str, now: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(now if one == was else one for one in cast))
