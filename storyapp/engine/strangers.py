"""People whom a scene names and whom the story does not know: what kind each of them may be."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

import re
from collections.abc import Sequence

from storyapp.story.model import Character

from .english import ADJECTIVES, DETERMINERS, FUNCTION_WORDS, NAMES, PREPOSITIONS, TITLES, UNSEEN_NOUNS
from .lexicon import Lexicon, words_of

_NAME = re.compile(
    r"(?:\b(?:Mr|Mrs|Miss|Aunt|Uncle|King|Queen|Captain|Doctor|Dr|Lady|Lord)\.?\s+)?\b[A-Z][a-z]{1,14}\b(?!['’]s)"
)
_OF_KIND = re.compile(r",?\s+(?:the|a|an)\s+([a-z]+)(?:\s+([a-z]+))?\b")
_CALLED = re.compile(r"\b([a-z]+),?\s+(?:called|named|whose name (?:was|is)|by the name of)\s+$")
_PRONOUN = re.compile(r"\b(she|her|herself|he|his|him|himself)\b", re.IGNORECASE)
_DOING = frozenset(
    """was is had has saw went came said found took gave made got put felt heard knew thought told began built blew brought
    caught drew drove fell fed hid kept left let looks loves likes lived lives met rose sang says set shook shows stood threw
    woke wore wanted goes makes takes plays sat lay ran could would did""".split()
)
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march july september october november
    december christmas easter halloween""".split()
)
_NAMES_IN_LY = frozenset(
    "sally polly molly lily lilly holly milly billy willy kelly dolly nelly tilly wally emily elly ally carly charly".split()
)
_ORDINARY = FUNCTION_WORDS | DETERMINERS | PREPOSITIONS | ADJECTIVES | UNSEEN_NOUNS | _CALENDAR
_OF_PLACES = frozenset("in at from near to of into through".split())


def strangers(text: str, cast: Sequence[Character], lexicon: Lexicon) -> dict[str, str]:
    """Names of people who are not in the cast → their kind, as their title, own words or next pronoun say."""
    known = {part.lower() for one in cast for name in one.names for part in (name, *name.split())}
    found: dict[str, str] = {}
    for match in _NAME.finditer(text):
        name, last = match.group(), match.group().split()[-1].lower()
        title = TITLES.get(name.split()[0].lower().rstrip(".")) if " " in name else None
        ordinary = last not in NAMES and (last in lexicon.known or last in lexicon.nouns or last in _ORDINARY)
        if last in known or name.lower() in known or (ordinary and not title):
            continue
        called = kind_called(text, match.start(), lexicon)
        if not title and not called and not _acts(text, match.end(), lexicon) and not _is_met(text, match.start()):
            continue
        if _is_beast(text, match.end(), lexicon) or _is_adverb(text, match.end(), last):
            continue
        own = own_kind(text, match.end(), lexicon)
        told = (own or called or ("", 0))[0] or title or NAMES.get(last)
        found.setdefault(name, told or _girl_or_boy(text, name, match.end()))
    return found


def _girl_or_boy(text: str, name: str, end: int) -> str:
    """What the next pronoun says of a name, or its ending."""
    pronoun = _PRONOUN.search(text, end)
    female = pronoun.group(1).lower() in ("she", "her", "herself") if pronoun else name.endswith(("a", "ie", "el"))
    return "girl" if female else "boy"


def own_kind(text: str, end: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """The kind that is told behind a name ("Tom, a small bear"), and where its word begins."""
    match = _OF_KIND.match(text, end)
    if match is None:
        return None
    for group in (1, 2):
        category, name = lexicon.known.get((match[group] or "").lower(), ("", ""))
        if category == "kinds":
            return name, match.start(group)
    return None


def kind_called(text: str, start: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """The kind that is told before a name ("a small bear called Tom"), and where its word begins."""
    match = _CALLED.search(text, 0, start)
    category, name = lexicon.known.get(match[1], ("", "")) if match else ("", "")
    return (name, match.start(1)) if match and category == "kinds" else None


def _is_beast(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether what is told behind a name is no figure that we have: "Bilbo the rat"."""
    match = re.match(r",?\s+the\s+([a-z]+)\b", text[end:])
    return match is not None and lexicon.known.get(match[1], ("",))[0] == "things"


def _is_adverb(text: str, end: int, word: str) -> bool:
    """Whether a clause begins behind the word: "Suddenly the wind blew", but not "Emily the fox"."""
    adverb = word.endswith("ly") and word not in _NAMES_IN_LY
    return adverb and re.match(r",? (?:the|a|an|his|her|its|their|it|he|she|they)\b", text[end:]) is not None


def _acts(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether the words behind a name are what somebody does, or tell who it is."""
    following = [word.text for word in words_of(text, (end, min(len(text), end + 40)))[:3]]
    if not following:
        return False
    verbs = following[0] in _DOING or following[0] in lexicon.verbs or following[0].endswith("ed")
    return verbs or (following[0] in ("and", "the") and len(following) > 1)


def _is_met(text: str, start: int) -> bool:
    """Whether a capital within a sentence can only be a person's name: not at its start, nor where a place stands."""
    before = text[:start].rstrip()
    if not before or before[-1] in ".!?\"“”'‘’:":
        return False
    word = re.search(r"[\w']+$", before)
    return word is None or word.group().lower() not in _OF_PLACES | {"the"}
