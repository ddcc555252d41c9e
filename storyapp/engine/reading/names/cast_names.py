"""Where a text names the characters of a story, by all of a name or by a part that is nobody else's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from storyapp.stage.looks import NEAREST_KINDS
from storyapp.story.model import Character
from storyapp.story.plan import Span

from ..words.english import ADJECTIVES, DETERMINERS, EITHER_JOBS, FUNCTION_WORDS, PREPOSITIONS, UNSEEN_NOUNS
from ..words.possessives import is_owner
from .first_names import TITLES

_NO_NAMES = DETERMINERS | PREPOSITIONS | frozenset(TITLES)
_PROFESSIONS = (frozenset(TITLES) | EITHER_JOBS | NEAREST_KINDS.keys() | {"pirate", "wizard", "witch", "knight", "teacher", "cook"}) - {
    "mr", "mrs", "miss", "ms", "dr", "child", "cousin", "teenager",
}  # fmt: skip
# What ends the noun phrase of a description.
_BEHIND_HEAD = re.compile(r"[,.;(]| (?:in|with|and|who|from|of|on|at|wearing)\b")
_COMMON = UNSEEN_NOUNS | FUNCTION_WORDS | ADJECTIVES


def without_names(text: str, cast: Sequence[Character]) -> str:
    """The text with other letters, as many, in place of the names of `cast`: capitals and stops in them mean nothing."""
    for name in sorted((name for one in cast for name in one.names if name), key=len, reverse=True):
        text = _named(name).sub(lambda found: found[0] if found[0][0].islower() else "x" * len(found[0]), text)
    return text


def _named(name: str) -> re.Pattern[str]:
    """Where a name stands as a whole word."""
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)


def find_names(text: str, span: Span, cast: Sequence[Character]) -> Iterator[tuple[str, Span]]:
    """Character ids and places of the names of `cast` inside a span; possessives do not count as presence."""
    for character in cast:
        taken: list[Span] = []
        for name, part in _called(character, cast):
            for match in _named(name).finditer(text, *span):
                begins = match.group()[0]
                if begins.islower() and name[0].isupper() and (part or name.lower() in _COMMON):
                    continue  # "rose" is not Rose, "lamb" not the Lamb
                if part and _is_of_longer(text, match.span()):
                    continue
                if not any(start < match.end() and match.start() < end for start, end in taken):
                    taken.append(match.span())
                    if not is_owner(text, match.span()):
                        yield character.id, match.span()
        for title in _titles(character, cast):
            alone = re.compile(rf"\bthe ({title})\b(?! (?-i:[A-Z])| of\b)", re.IGNORECASE)  # not "the King Oak"
            for match in alone.finditer(text, *span):
                if not is_owner(text, match.span(1)):
                    yield character.id, match.span(1)


def _called(character: Character, cast: Sequence[Character]) -> list[tuple[str, bool]]:
    """The names of a character, the longest first, and the parts of them that are nobody else's: "Badger" of "Old Badger"."""
    names = sorted(filter(None, character.names), key=len, reverse=True)
    others = {part.lower() for one in cast if one is not character for name in one.names for part in name.split()}
    parts = dict.fromkeys(part for name in names if " " in name for part in (name.split()[-1], name.split()[0]))
    own = [part for part in parts if part[:1].isupper() and len(part) > 2 and part not in names]
    return [(name, False) for name in names] + [
        (part, True) for part in own if part.lower() not in others and part.lower() not in _COMMON | _NO_NAMES
    ]


def _titles(character: Character, cast: Sequence[Character]) -> set[str]:
    """What "the" makes this character and nobody else: "the captain" is Captain Marmalade, or "a cat captain"."""
    head = _BEHIND_HEAD.split(character.description.lower())[0].split()
    called = {name.split()[0].lower() for name in character.names if " " in name}
    others = (word for one in cast if one is not character for word in re.findall(r"\w+", _all_words(one)))
    return (called | set(head[-1:])) & _PROFESSIONS - set(others) - {character.concept}


def _all_words(character: Character) -> str:
    return f"{' '.join(character.names)} {character.description} {character.concept}".lower()


def _is_of_longer(text: str, place: Span) -> bool:
    """Whether a part of a name stands in another: "Mr Badger" is not Old Badger."""
    before = re.search(r"(\w+)\.? $", text[: place[0]])
    mine = (
        before is not None
        and before[1][0].isupper()
        and (before[1].lower() in TITLES or before[1].lower() not in _COMMON | _NO_NAMES)
    )
    return mine or re.match(r" [A-Z]\w", text[place[1] :]) is not None
