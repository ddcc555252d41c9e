"""Illustrating a whole story: portraits first, then the scenes in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from .cels import portrait_request
from .emphasis import blanked
from .errors import EmptyStoryError, TextTooLongError
from .following import read_on
from .mentions import cast_of
from .model import LONGEST_SCENE, Character, Scene, Story, Variant, find_character
from .places import square_of
from .plan import BACKDROP, ScenePlan, merge
from .request import Illustrator, Options, PaintRequest, Progress

PORTRAIT = "portrait of"  # the first words of a portrait's `Progress.what`
Looks = Callable[[str], tuple[str | None, dict[str, str]]]  # a description → its concept, or None, and looks


def with_looks(character: Character, look: Looks) -> Character:
    """The character with concept and looks read from its description; existing looks stay."""
    if character.looks or not character.description:
        return character
    concept, looks = look(character.description)
    return replace(character, concept=concept or character.concept, looks=looks)


def redescribed(character: Character, words: str, look: Looks) -> Character:
    """The character with another description: only looks whose description changed are changed."""
    before, after = look(character.description), look(words)
    looks = dict(character.looks)
    for name in {**before[1], **after[1]}:
        if before[1].get(name) != after[1].get(name):
            looks.pop(name, None)
            if name in after[1]:
                looks[name] = after[1][name]
    concept = (after[0] if after[0] != before[0] else None) or character.concept
    return replace(character, description=words, concept=concept, looks=looks)


def has_words(scene: Scene) -> bool:
    """Whether there is anything to illustrate."""
    return _says_something(scene.text)


def _says_something(text: str) -> bool:
    return any(letter.isalnum() for letter in text)


def scenes_without_words(story: Story) -> list[Scene]:
    """The scenes that `illustrate_story` leaves without a picture."""
    return [scene for scene in story.scenes if not has_words(scene)]


def check_text(text: str) -> None:
    """Check that the text of one scene can be illustrated.

    Raises:
        EmptyStoryError: if it has no words.
        TextTooLongError: if it has more than LONGEST_SCENE characters.
    """
    if not _says_something(text):
        raise EmptyStoryError("This scene has no words yet; write what happens in it, then illustrate it.")
    if len(text) > LONGEST_SCENE:
        raise TextTooLongError(
            f"This scene has {len(text):,} characters and at most {LONGEST_SCENE:,} can be illustrated; split it in two."
        )


def check_story(story: Story) -> None:
    """Check that a story can be illustrated, before anything is painted; single empty scenes are allowed.

    Raises:
        EmptyStoryError: if no scene has words.
        TextTooLongError: if a scene is too long.
    """
    if not any(has_words(scene) for scene in story.scenes):
        raise EmptyStoryError("There is nothing to illustrate yet; write at least one scene with words.")
    for number, scene in enumerate(story.scenes, start=1):
        if len(scene.text) > LONGEST_SCENE:
            name = f"“{scene.title}”" if scene.title else str(number)
            raise TextTooLongError(
                f"Scene {name} has {len(scene.text):,} characters and at most {LONGEST_SCENE:,} can be illustrated; "
                "split it in two."
            )


def place_of(story: Story, scene: Scene) -> Variant | None:
    """The locked backdrop of a scene, or None; of an extended one only the square that it grew from."""
    other = next((one.illustration for one in story.scenes if one.id == scene.place), None) if scene.place else None
    shown = other.shown(BACKDROP) if other else None
    return replace(shown, codes=square_of(shown.codes)) if shown and shown.codes else None


def scene_request(
    story: Story, scene: Scene, previous: ScenePlan | None, seed: int, options: Options = Options()
) -> PaintRequest:
    """The request for one scene of a story; `previous` is the plan of the scene before."""
    found = (find_character(story.characters, one) for one in cast_of(scene, story))
    cast = tuple(one for one in found if one is not None)
    place = place_of(story, scene)
    # All other characters follow: "the fox" may mean one of them. The reader takes only those that are mentioned.
    rest = tuple(one for one in story.characters if one not in cast)
    return PaintRequest(
        blanked(scene.text),
        story.style_of(scene),
        seed,
        cast=(*cast, *rest),
        previous=previous,
        place=place,
        options=options,
    )


def illustrate_story(
    story: Story, illustrator: Illustrator, look: Looks, seed: int = 1, options: Options = Options()
) -> Iterator[Progress[Story]]:
    """Paint and lock a portrait of every character without one, then paint every scene; the result is the finished story.

    Scenes without words get no picture. Scenes that have one keep the corrections in their plan.

    Raises:
        EmptyStoryError: if no scene has words.
        TextTooLongError: if a scene is too long; nothing is painted then.
    """
    check_story(story)
    todo = [scene for scene in story.scenes if has_words(scene)]
    waiting = [one for one in story.characters if one.portrait is None]
    total = len(todo) + len(waiting)
    for done, character in enumerate(waiting):
        yield Progress(done, total, f"{PORTRAIT} {character.name}")
        character = with_looks(character, look)
        for progress in illustrator.paint([portrait_request(character, story.style, seed, options)]):
            if progress.result:
                portrait = progress.result[0].variant
                painted = replace(
                    character, portraits=(*character.portraits, portrait), chosen=portrait.id, locked=True
                )
                story = story.with_character(painted)
    previous: ScenePlan | None = None
    for done, scene in enumerate(todo, start=len(waiting)):
        name = scene.title or f"scene {story.scenes.index(scene) + 1}"
        yield Progress(done, total, name)
        request = _with_existing_plan(scene, scene_request(story, scene, previous, seed + done, options), illustrator)
        for step in illustrator.illustrate(request):
            if step.result is not None:
                story = story.with_scene(story.scene(scene.id).with_illustration(step.result.illustration))
                previous = step.result.illustration.plan
            elif step.preview is not None:
                yield Progress(done, total, name, preview=step.preview)
    yield Progress(total, total, "finished", result=story)


def read_request(request: PaintRequest, illustrator: Illustrator) -> ScenePlan:
    """The plan read from the text of a request, given the plan of the scene before."""
    return read_on(lambda before: illustrator.read(request.text, request.cast, before), request.previous)


def _with_existing_plan(scene: Scene, request: PaintRequest, illustrator: Illustrator) -> PaintRequest:
    """The request with the plan that a scene already has, read again and merged if its text has changed."""
    old = scene.illustration
    if old is None:
        followed = request.previous is not None and request.previous.told
        return replace(request, plan=read_request(request, illustrator)) if followed else request
    if scene.stale:
        return replace(request, plan=merge(old.plan, read_request(request, illustrator)))
    return replace(request, plan=old.plan, placements=old.placements)
