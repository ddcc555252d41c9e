"""Finds the characters that a text names, and which are in each scene."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from .model import Character, Scene, Story
from .plan import Span

_PRONOUNS = re.compile(r"\b(he|she|they|him|her|them|his|their|we)\b", re.IGNORECASE)
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True)
class Mention:
    """One mention of a character by name; the span excludes a possessive 's."""

    character: str
    span: Span
    words: str
    possessive: bool = False


def find_mentions(text: str, characters: Sequence[Character]) -> list[Mention]:
    """All mentions of names and aliases, in order; of overlapping names the longest one counts."""
    names = sorted(
        ((name, one.id) for one in characters for name in one.names if name.strip()), key=lambda pair: -len(pair[0])
    )
    taken: list[Span] = []
    found = []
    for name, character in names:
        for match in re.finditer(_pattern(name), text, re.IGNORECASE):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            if name[0].isupper() and match.group()[0].islower():
                continue  # "will" is not Will
            taken.append(match.span())
            possessive = re.match(r"['’](s\b|(?=\s|$))", text[match.end() :], re.IGNORECASE) is not None
            found.append(Mention(character, match.span(), match.group(), possessive))
    return sorted(found, key=lambda mention: mention.span)


def _pattern(name: str) -> str:
    words = r"\s+".join(re.sub("['’]", "['’]", re.escape(word)) for word in name.split())
    # Chinese and Japanese have no spaces between words, so no word boundary can be required.
    return words if _UNSPACED.search(name) else rf"(?<!\w){words}(?!\w)"


@lru_cache(maxsize=4096)
def _named(text: str, characters: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[str, ...]:
    """Ids of the characters named in a text; `characters` are ids with names. Cached, since it is called often."""
    cast = [Character(key, names[0], names[1:]) for key, names in characters]
    return tuple(dict.fromkeys(mention.character for mention in find_mentions(text, cast)))


def shared_name(character: Character, story: Story) -> str | None:
    """A name of the character that another one of the story has too, or None."""
    mine = {name.strip().casefold() for name in character.names} - {""}
    others = (name for one in story.characters if one.id != character.id for name in one.names)
    return next((name for name in others if name.strip().casefold() in mine), None)


def casts_of(story: Story) -> dict[str, tuple[str, ...]]:
    """Character ids of each scene's cast: set by hand, named in the text, or meant by a pronoun."""
    names = tuple((one.id, one.names) for one in story.characters)
    found: dict[str, tuple[str, ...]] = {}
    before: tuple[str, ...] = ()
    for scene in story.scenes:
        if scene.cast is not None:
            cast = scene.cast
        else:
            cast = _named(scene.text, names) or _carried(scene, before)
        found[scene.id] = before = cast
    return found


def _carried(scene: Scene, before: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the scene before whom a pronoun may mean; where there is a picture of the words, those whom it shows."""
    if not _PRONOUNS.search(scene.text):
        return ()
    if scene.illustration is None or scene.stale:
        return before
    shown = {cel.who for cel in scene.illustration.plan.cels}
    return tuple(one for one in before if one in shown)


def cast_of(scene: Scene, story: Story) -> tuple[str, ...]:
    """Character ids of one scene's cast, see `casts_of`."""
    return casts_of(story.with_scene(scene)).get(scene.id, ())
