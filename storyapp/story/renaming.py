"""Renaming a character in the text of a story, without making its pictures out of date."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from .mentions import find_mentions
from .model import Character, Scene, Story, text_hash
from .plan import ScenePlan, Span

Shift = Callable[[Span], Span]  # a span of the old text → the same span of the new text


def is_named(story: Story, character_id: str, name: str) -> bool:
    """Whether the text of the story calls a character by that name."""
    cast = _called(story, character_id, name)
    words = (one for scene in story.scenes for one in (scene.title, scene.synopsis, scene.text))
    return any(mention.character == character_id for one in words for mention in find_mentions(one, cast))


def with_new_name(story: Story, character_id: str, old: str, new: str) -> Story:
    """The story with `old` replaced by `new` in its text; `old` is removed from the aliases of the character."""
    cast = _called(story, character_id, old)
    story = story.map_scenes(lambda scene: renamed_in(scene, cast, character_id, new))
    character = story.character(character_id)
    return story.with_character(replace(character, aliases=tuple(one for one in character.aliases if one != old)))


def with_name_replaced(before: Story, after: Story, old: str, new: str) -> Story:
    """The story after words were replaced everywhere: whose name they were is called so, too, and the pictures stay.

    `after` has the words; where they still have the old name, or somebody else has the new one, nothing else changes.
    """
    found = next((one for one in before.characters if old in one.names), None)
    free = new.strip() and all(new not in one.names for one in before.characters)
    if found is None or not free or not is_named(before, found.id, old) or is_named(after, found.id, old):
        return after
    cast = _called(before, found.id, old)

    def kept(scene: Scene) -> Scene:
        renamed = renamed_in(before.scene(scene.id), cast, found.id, new)
        return renamed if _words(renamed) == _words(scene) else scene

    first, *others = (new if name == old else name for name in found.names)
    return after.map_scenes(kept).with_character(replace(found, name=first, aliases=tuple(others)))


def renamed_in(scene: Scene, cast: Sequence[Character], character_id: str, new: str) -> Scene:
    """The scene in whose text a character of the cast is called `new`; a picture that was up to date stays so."""
    title, _ = _renamed(scene.title, cast, character_id, new)
    synopsis, _ = _renamed(scene.synopsis, cast, character_id, new)
    text, shift = _renamed(scene.text, cast, character_id, new)
    if (title, synopsis, text) == _words(scene):
        return scene
    moment = shift(scene.moment) if scene.moment else None
    after = replace(scene, title=title, synopsis=synopsis, text=text, moment=moment)
    picture = scene.illustration
    if picture is None or scene.stale:
        return after
    plan = _shifted(picture.plan, shift)
    return after.with_illustration(replace(picture, plan=plan, text_hash=text_hash(text)))


def _words(scene: Scene) -> tuple[str, str, str]:
    return scene.title, scene.synopsis, scene.text


def _called(story: Story, character_id: str, name: str) -> list[Character]:
    """The cast, in which the character has only that name, and others of the same name take precedence."""
    return [*(one for one in story.characters if one.id != character_id), Character(character_id, name)]


def _renamed(text: str, cast: Sequence[Character], character_id: str, new: str) -> tuple[str, Shift]:
    spans = [one.span for one in find_mentions(text, cast) if one.character == character_id]
    for start, end in reversed(spans):
        text = text[:start] + new + text[end:]

    def place(at: int) -> int:
        """The new offset; offsets inside the old name go to the end of the new one."""
        before = sum(len(new) - (end - start) for start, end in spans if end <= at)
        inside = next((len(new) - (at - start) for start, end in spans if start < at < end), 0)
        return at + before + inside

    return text, lambda span: (place(span[0]), place(span[1]))


def _shifted(plan: ScenePlan, shift: Shift) -> ScenePlan:
    """The plan with all its spans shifted to the new text."""
    return replace(
        plan,
        cels=tuple(replace(cel, spans=tuple(shift(span) for span in cel.spans)) for cel in plan.cels),
        not_drawn=tuple(replace(one, span=shift(one.span)) for one in plan.not_drawn),
        moment=shift(plan.moment) if plan.moment else None,
        spans={name: shift(span) for name, span in plan.spans.items()},
    )
