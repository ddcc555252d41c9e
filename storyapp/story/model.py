"""The data model of a book: scenes, characters, styles, and every picture ever painted.

All of it is immutable. A change is a new `Story` that shares every unchanged part (`dataclasses.replace`), so undo keeps
the old object, and saving writes the parts that are not the same object as before.
"""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from .codes import CodeGrid, CodeLock
from .plan import Placement, ScenePlan, Span

LONGEST_SCENE = 20_000  # characters that can be illustrated; a longer scene can be written, but must be split first


def new_id() -> str:
    """A new random id for a scene, character, illustration or variant: 12 hexadecimal digits."""
    return uuid.uuid4().hex[:12]


_BREAKING = re.compile(r"\s{2,}|[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")


def one_line(words: str) -> str:
    """A title or name on one line: each line break or run of white space becomes one space."""
    return _BREAKING.sub(" ", words)


def _on_one_line(thing: object, *fields: str) -> None:
    """Apply `one_line` to fields of a frozen dataclass, in its `__post_init__`."""
    for name in fields:
        words = getattr(thing, name)
        if _BREAKING.search(words):
            object.__setattr__(thing, name, one_line(words))


@lru_cache(maxsize=4096)
def text_hash(text: str) -> str:
    """The hash by which a picture knows whether its text has changed; it ignores white space and asterisks."""
    words = "".join(text.replace("*", "").split())
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]


# Defaults for the bundled model, chosen by eye.
USUAL_STEPS, USUAL_TEMPERATURE, USUAL_GUIDANCE = 4, 0.05, 1.5


@dataclass(frozen=True)
class Style:
    """One style, read from `resources/styles/<id>.json`.

    `paint` names the filter over each cel; the compositor adds `grain`, `paper` and `shadow` (strengths 0 … 1).
    """

    id: str
    name: str
    description: str = ""
    paint: str = "cartoon"
    grain: float = 0.0
    grain_kind: str = "none"  # none | paper | granulation | wax
    paper: str = "#ffffff"
    shadow: float = 0.35
    shadow_kind: str = "contact"  # contact | cutout | none


@dataclass(frozen=True)
class Variant:
    """One painting of one cel: its codes and every parameter needed to paint them again.

    `codes` is None for a cel that is used *as drawn*: then `drawing` holds a PNG.
    """

    id: str
    cel: str
    phrase: str
    style: str
    seed: int
    codes: CodeGrid | None
    model: str = ""
    steps: int = USUAL_STEPS
    guidance: float = USUAL_GUIDANCE
    temperature: float = USUAL_TEMPERATURE
    drawing: bytes | None = None
    details: Mapping[str, int] = field(default_factory=dict)  # what no phrase says (plan.DETAILS)
    portrait: str = ""  # the mark of the locked portrait that conditioned it, see CodeGrid.mark
    likeness: float | None = None  # the measured probability (0 … 1) that it shows the character of that portrait

    @property
    def is_hard_to_paint(self) -> bool:
        """Whether it is an imported drawing that the model cannot reproduce, and so is used as drawn."""
        return self.drawing is not None and (self.likeness is None or self.likeness < 0.5)


@dataclass(frozen=True)
class Illustration:
    """One picture of a scene: its plan, who stands where, and which variant of each cel is shown."""

    id: str
    plan: ScenePlan
    placements: tuple[Placement, ...]
    variants: tuple[Variant, ...]  # every variant of every cel and of the backdrop, in the order of painting
    chosen: Mapping[str, str]  # cel id → variant id
    style: str
    seed: int
    text_hash: str
    pinned: bool = False
    favourites: frozenset[str] = frozenset()  # ids of variants that are shown first
    put_away: frozenset[str] = frozenset()  # ids of variants that are hidden from the choice, but kept

    def shown(self, cel: str) -> Variant | None:
        """The chosen variant of a cel, or None."""
        wanted = self.chosen.get(cel)
        return next((variant for variant in self.variants if variant.id == wanted), None)

    def placement(self, cel: str | None) -> Placement | None:
        """The placement of a cel, or None."""
        return next((one for one in self.placements if one.cel == cel), None)

    def offered(self, cel: str) -> tuple[Variant, ...]:
        """The variants of a cel to choose from: favourites first, without those that were put away."""
        found = [one for one in self.variants if one.cel == cel and one.id not in self.put_away]
        return tuple(sorted(found, key=lambda one: one.id not in self.favourites))

    def shows(self, character_id: str) -> bool:
        """Whether a character is in the picture."""
        return any(one.who == character_id for one in self.plan.cels)

    def with_variant(self, variant: Variant) -> Illustration:
        """The picture with one more variant, which becomes the chosen one of its cel."""
        return replace(self, variants=(*self.variants, variant), chosen={**self.chosen, variant.cel: variant.id})


MOST_FOLLOWED = 3  # portraits at a time; the painter was trained with one to three


@dataclass(frozen=True)
class Character:
    """A character of the story.

    While `locked`, the codes of `portrait` condition every picture; otherwise only the looks do. `looks` holds
    attributes of plan.LOOKS, read from the description or chosen by hand. `portraits` are all portraits ever painted.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    description: str = ""
    concept: str = "girl"
    looks: Mapping[str, str] = field(default_factory=dict)
    portraits: tuple[Variant, ...] = ()
    chosen: str | None = None  # the id of the portrait that is shown and locked
    locked: bool = False
    strength: float = 1.0  # 0 … 2: guidance on the portrait
    as_drawn: bool = False  # the portrait's imported drawing is used as the cel in every picture
    also: tuple[str, ...] = ()  # ids of further portraits that condition pictures while locked

    FORMER_FIELDS = ("mirrors",)  # older files have them, see `serialise`

    def __post_init__(self) -> None:
        _on_one_line(self, "name")

    @property
    def portrait(self) -> Variant | None:
        """The portrait that is shown, or None."""
        return next((one for one in self.portraits if one.id == self.chosen), None)

    @property
    def ready_made(self) -> Variant | None:
        """The portrait whose drawing is used as the cel in every picture, or None if the character is painted."""
        portrait = self.portrait if self.as_drawn else None
        return portrait if portrait is not None and portrait.drawing else None

    def without_portrait(self, portrait: str) -> Character:
        """The character without one portrait; if that was the chosen one, the newest other one is chosen."""
        kept = tuple(one for one in self.portraits if one.id != portrait)
        left = replace(self, portraits=kept, also=tuple(one for one in self.also if one != portrait))
        if self.chosen != portrait:
            return left
        if not kept:
            return replace(left, chosen=None, locked=False, as_drawn=False)
        return replace(left, chosen=kept[-1].id, as_drawn=kept[-1].is_hard_to_paint)

    @property
    def lock(self) -> CodeLock | None:
        """The locked latent codes, or None while unlocked."""
        portrait = self.portrait
        if not self.locked or portrait is None or portrait.codes is None:
            return None
        return CodeLock.whole(portrait.codes)

    @property
    def lock_mark(self) -> str | None:
        """The mark of the locked portrait's codes, or None while unlocked."""
        portrait = self.portrait
        return portrait.codes.mark if self.locked and portrait is not None and portrait.codes is not None else None

    @property
    def followed(self) -> tuple[Variant, ...]:
        """The portraits whose codes condition every picture, the chosen one first; none while unlocked."""
        if self.lock is None:
            return ()
        others = [one for one in self.portraits if one.id in self.also and one.id != self.chosen and one.codes]
        return tuple(one for one in (self.portrait, *others) if one is not None)[:MOST_FOLLOWED]

    @property
    def names(self) -> tuple[str, ...]:
        """Name and aliases."""
        return (self.name, *self.aliases)


def find_character(characters: Iterable[Character], character_id: str | None) -> Character | None:
    """The character of that id, or None."""
    return next((one for one in characters if one.id == character_id), None)


@dataclass(frozen=True)
class Scene:
    """One scene: heading, text, and its pictures. `style` None means the story's."""

    id: str
    title: str = ""
    text: str = ""
    synopsis: str = ""
    style: str | None = None
    illustrations: tuple[Illustration, ...] = ()
    chosen: str | None = None
    cast: tuple[str, ...] | None = None  # character ids set by hand; None: found from the text
    place: str | None = None  # the id of the scene whose backdrop is locked for this one
    moment: Span | None = None  # the part of the text to draw, if chosen by hand

    def __post_init__(self) -> None:
        _on_one_line(self, "title", "synopsis")

    @property
    def illustration(self) -> Illustration | None:
        """The picture that is shown, or None."""
        return next((one for one in self.illustrations if one.id == self.chosen), None)

    @property
    def stale(self) -> bool:
        """Whether the text has changed since the picture was painted."""
        picture = self.illustration
        return picture is not None and picture.text_hash != text_hash(self.text)

    def with_illustration(self, illustration: Illustration) -> Scene:
        """The scene showing `illustration`, which replaces the one with the same id or is added."""
        others = [one.id for one in self.illustrations]
        if illustration.id in others:
            pictures = tuple(illustration if one.id == illustration.id else one for one in self.illustrations)
        else:
            pictures = (*self.illustrations, illustration)
        return replace(self, illustrations=pictures, chosen=illustration.id)


@dataclass(frozen=True)
class Story:
    """A whole book: title, scenes and characters in order, and the settings of the finished book."""

    id: str
    title: str = ""
    author: str = ""
    language: str = "en"
    style: str = "cartoon"
    scenes: tuple[Scene, ...] = ()
    characters: tuple[Character, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)  # page size, template …

    def __post_init__(self) -> None:
        _on_one_line(self, "title", "author")

    def scene(self, scene_id: str) -> Scene:
        """The scene of that id.

        Raises:
            KeyError: if there is none.
        """
        for scene in self.scenes:
            if scene.id == scene_id:
                return scene
        raise KeyError(scene_id)

    def character(self, character_id: str) -> Character:
        """The character of that id.

        Raises:
            KeyError: if there is none.
        """
        for character in self.characters:
            if character.id == character_id:
                return character
        raise KeyError(character_id)

    def with_scene(self, changed: Scene) -> Story:
        """The story with the scene of that id replaced."""
        return replace(self, scenes=tuple(changed if one.id == changed.id else one for one in self.scenes))

    def with_character(self, changed: Character) -> Story:
        """The story with the character of that id replaced, or added at the end."""
        if any(one.id == changed.id for one in self.characters):
            kept = tuple(changed if one.id == changed.id else one for one in self.characters)
            return replace(self, characters=kept)
        return replace(self, characters=(*self.characters, changed))

    def map_scenes(self, change: Callable[[Scene], Scene]) -> Story:
        """The story with `change` applied to every scene."""
        return replace(self, scenes=tuple(change(scene) for scene in self.scenes))

    def style_of(self, scene: Scene) -> str:
        """The style id a scene is painted in."""
        return scene.style or self.style
