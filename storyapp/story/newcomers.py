"""Named figures that are not characters of the story yet: found in its pictures, and turned into characters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from .model import Character, Scene, Story
from .phrases import attributes_said
from .plan import IDENTITY, LOOKS, OUTFIT, CelPlan, ScenePlan
from .usual import USUAL_COLOURS, usual_looks, usual_looks_among

_COLOURS = {name: USUAL_COLOURS for name in OUTFIT if name.endswith("colour")}


@dataclass(frozen=True)
class Newcomer:
    """A figure with a name in the text and the id `cel` in every plan."""

    name: str
    cel: str
    concept: str
    looks: Mapping[str, str]  # as in the first picture


def newcomers(story: Story) -> list[Newcomer]:
    """All named figures that are no characters, in the order of the pictures."""
    taken = {_letters(name) for one in story.characters for name in one.names}
    found: dict[str, Newcomer] = {}
    for scene in story.scenes:
        picture = scene.illustration
        for cel in picture.plan.cels if picture is not None else ():
            name = _name_of(cel, scene)
            if name and cel.id not in found and _letters(name) not in taken:
                found[cel.id] = Newcomer(name, cel.id, cel.really or cel.concept, _looks_of(cel, scene))
    return list(found.values())


def called(story: Story, cel: CelPlan) -> str:
    """The name that the text has for a figure that is no character; empty if it has none."""
    if cel.kind != "figure" or cel.who is not None or cel.id == cel.concept:
        return ""
    for scene in story.scenes:
        for one in scene.illustration.plan.cels if scene.illustration is not None else ():
            if one.id == cel.id and (name := _name_of(one, scene)):
                return name
    return ""


def has_namesake(scene: Scene, character: Character) -> bool:
    """Whether a scene's picture shows somebody of a character's name who is not the character: painted before it."""
    names = {_letters(name) for name in character.names}
    cels = scene.illustration.plan.cels if scene.illustration is not None else ()
    return any(one.kind == "figure" and one.who is None and _letters(one.id) in names for one in cels)


def kept(story: Story, newcomer: Newcomer, character_id: str) -> Story:
    """The story with a newcomer as a character, in all pictures too."""
    character = Character(character_id, newcomer.name, concept=newcomer.concept, looks=newcomer.looks)

    def known(plan: ScenePlan) -> ScenePlan:
        mine = [cel for cel in plan.cels if cel.id == newcomer.cel and cel.who is None]
        return replace(plan, cels=tuple(replace(cel, who=character_id) if cel in mine else cel for cel in plan.cels))

    def changed(scene: Scene) -> Scene:
        return replace(scene, illustrations=tuple(replace(one, plan=known(one.plan)) for one in scene.illustrations))

    return story.map_scenes(changed).with_character(character)


def _name_of(cel: CelPlan, scene: Scene) -> str:
    """The name of a figure in the text, or empty; a capitalised kind ("Fox") is no name."""
    if cel.kind != "figure" or cel.who is not None or cel.id == cel.concept:
        return ""
    spans = () if scene.stale else cel.spans  # places in words that changed say nothing
    for key in (cel.id, cel.id.partition("-")[2]):  # the giant Humphrey
        said = [scene.text[start:end] for start, end in spans] or (_written(key, scene.text) if key else [])
        for words in said:
            if words[:1].isupper() and _letters(words) == _letters(key):
                return words
    return ""


def _written(key: str, text: str) -> list[str]:
    """The occurrences of an id's words in the text, if all are capitalised; a plan may have seen only the pronoun."""
    words = r"\W+".join(map(re.escape, key.split("-")))
    found = re.findall(rf"\b{words}\b", text, re.IGNORECASE)
    return found if all(word[:1].isupper() for one in found for word in re.split(r"\W+", one)) else []


def _looks_of(cel: CelPlan, scene: Scene) -> dict[str, str]:
    """The looks of a figure as the picture of a scene shows them."""
    shown = scene.illustration.shown(cel.id) if scene.illustration else None
    details = {name: str(value) for name, value in shown.details.items() if name in IDENTITY} if shown else {}
    usual = usual_looks_among(scene.illustration.plan.cels).get(cel.id) if scene.illustration else None
    worn = attributes_said(shown.phrase, "figure", _COLOURS) if shown else {}  # also in pictures of earlier versions
    looks = {**details, **(usual or usual_looks(cel.id)), **worn, **cel.attributes}
    return {name: value for name, value in looks.items() if name in LOOKS}


def _letters(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())
