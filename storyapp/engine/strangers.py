"""People whom a scene names and whom the story does not know: what kind each of them may be."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

import re
from collections.abc import Sequence

from storyapp.stage.vocabulary import word_forms
from storyapp.story.model import Character

from .english import ADJECTIVES, DETERMINERS, FUNCTION_WORDS, NAMES, PREPOSITIONS, TITLES, UNSEEN_NOUNS
from .lexicon import Lexicon, words_of

_TITLE = r"(?:Mr|Mrs|Miss|Aunt|Uncle|King|Queen|Captain|Doctor|Dr|Lady|Lord)\b"
_NAME = re.compile(rf"(?:\b{_TITLE}\.?\s+)?\b[A-Z][a-z]{{1,14}}\b(?: (?!{_TITLE})[A-Z][a-z]{{1,14}}\b)*(?!['’]s)")
_OF_KIND = re.compile(r",?\s+(?:the|a|an)\s+([a-z]+)(?:\s+([a-z]+))?\b")
_CALLED = re.compile(r"\b([a-z]+),?\s+(?:called|named|whose name (?:was|is)|by the name of)\s+$")
_BESIDE = re.compile(r"(?:\b(?:his|her|its|their|my|our|your)|['’]s)\s+(?:[a-z]+\s+)?([a-z]+)\s+$")
_PRONOUN = re.compile(r"\b(she|her|herself|he|his|himself)\b", re.IGNORECASE)
_DOING = frozenset(
    """was is had has saw went came said found took gave made got put felt heard knew thought told began built blew brought
    caught drew drove fell fed hid kept left let looks loves likes lived lives met rose sang says set shook shows stood threw
    woke wore wanted goes makes takes plays sat lay ran could would did shone dug hung slid swung sprang sank swept wept
    crept knelt leapt leant learnt lit led sent spent bent dealt meant slept bought sought taught fought paid lost won hit
    cut hurt shut split flew swam sang rang drank shook stole spoke chose froze rode wrote drove broke tore bit blew grew
    clung flung stuck struck swore spread burst cast sped fled bled bound wound ground held told sold stung spun""".split()
)
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march july september october november
    december christmas easter halloween""".split()
)
_NAMES_IN_LY = frozenset(
    "sally polly molly lily lilly holly milly billy willy kelly dolly nelly tilly wally emily elly ally carly charly".split()
)
_BEGINNING = frozenset(  # words that a sentence may begin with before "the" or "he"
    """meanwhile afterwards afterward instead perhaps maybe however sometimes somewhere nearby upstairs downstairs overhead
    outside inside indoors outdoors tonight today tomorrow yesterday nowadays thereupon whereupon besides hence henceforth
    next later once twice forever please hello goodbye hooray hurrah alas welcome""".split()
)
_ORDINARY = FUNCTION_WORDS | DETERMINERS | PREPOSITIONS | ADJECTIVES | UNSEEN_NOUNS | _CALENDAR | _BEGINNING
_OF_PLACES = frozenset("in at from near to of into through".split())


def strangers(text: str, cast: Sequence[Character], lexicon: Lexicon) -> dict[str, str]:
    """Names of people who are not in the cast → their kind, as their title, own words or next pronoun say."""
    known = {part.lower() for one in cast for name in one.names for part in (name, *name.split())}
    found: dict[str, str] = {}
    for match in _NAME.finditer(text):
        start = match.start() + _little_words(match.group())
        name = text[start : match.end()]
        last, whole = name.split()[-1].lower(), name.lower()
        title = TITLES.get(whole.split()[0].rstrip(".")) if " " in name else None
        noun = last in lexicon.nouns and not _is_name(text, start, name)
        ordinary = last not in NAMES and (last in lexicon.known or noun or last in _ORDINARY)
        called = kind_called(text, start, lexicon)
        if not name or last in known or whole in known or (ordinary and not title and not called and " " not in name):
            continue
        if " " in name and not called and not title and _before(text, start) in DETERMINERS | ADJECTIVES:
            continue  # "the great Throne Room"
        if not title and not called and not _acts(text, match.end(), lexicon) and not _is_met(text, start):
            continue
        if _is_beast(text, match.end(), lexicon) or _is_adverb(text, match.end(), last):
            continue
        own = own_kind(text, match.end(), lexicon)
        animal = lexicon.kind(last) if " " in name else None  # "Peter Rabbit", "Mr Fox"
        told = (own or called or ("", 0))[0] or animal or title or NAMES.get(whole) or NAMES.get(last)
        found.setdefault(name, told or _girl_or_boy(text, name, match.end()))
    return found


def _girl_or_boy(text: str, name: str, end: int) -> str:
    """What the next pronoun says of a name, or its ending; "him" is somebody else."""
    pronoun = _PRONOUN.search(text, end)
    female = pronoun.group(1).lower() in ("she", "her", "herself") if pronoun else name.endswith(("a", "ie", "el"))
    return "girl" if female else "boy"


def own_kind(text: str, end: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """The kind that is told behind a name ("Tom, a small bear"), and where its word begins."""
    match = _OF_KIND.match(text, end)
    if match is None:
        return None
    for group in (1, 2):
        if kind := lexicon.kind((match[group] or "").lower()):
            return kind, match.start(group)
    return None


def kind_called(text: str, start: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """The kind that is told before a name ("a small bear called Tom", "her brother Tim"), and where its word begins."""
    for pattern in (_CALLED, _BESIDE):
        match = pattern.search(text, 0, start)
        kind = lexicon.kind(match[1]) if match else None
        if match and kind:
            return kind, match.start(1)
    return None


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
    forms = word_forms(following[0])
    verbs = following[0] in _DOING or any(one in lexicon.verbs for one in forms) or following[0].endswith("ed")
    return verbs or (following[0] in ("and", "the") and len(following) > 1)


def _little_words(words: str) -> int:
    """How far a run of capitals goes before its name begins: "Then Peter Pan"."""
    first, _, rest = words.partition(" ")
    return len(first) + 1 if rest and first.lower() in _ORDINARY and first.lower() not in NAMES else 0


def _is_name(text: str, start: int, name: str) -> bool:
    """Whether a rare noun is a name where it stands: "and Lotte sat" is no fish, but "a Stork flew" and "Mother Wolf" are."""
    before = _before(text, start)
    return " " not in name and before.islower() and before not in DETERMINERS | ADJECTIVES and _is_met(text, start)


def _before(text: str, start: int) -> str:
    """The word before a place, "" where there is none in the same clause."""
    found = re.search(r"\w+(?=\s*$)", text[:start])
    return found.group() if found else ""


def _is_met(text: str, start: int) -> bool:
    """Whether a capital within a sentence can only be a person's name: not at its start, nor where a place stands."""
    before = text[:start].rstrip()
    if not before or before[-1] in ".!?\"“”'‘’:":
        return False
    word = re.search(r"[\w']+$", before)
    return word is None or word.group().lower() not in _OF_PLACES | {"the"}
