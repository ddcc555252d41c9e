"""Two words for the same ones: "three bears: Papa Bear, Mama Bear and Baby Bear", "the teacher, Mrs Brown, smiled"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from storyapp.stage.vocabulary import word_forms
from storyapp.story.plan import Span

from ..drafts import ADULT, CHILD
from ..words.compounds import ANIMALS, TOYS
from ..words.english import ADJECTIVES, GROUPS, HER_KINDS, HIS_KINDS, ORDINARY, is_irregular_plural
from ..words.lexicon import Lexicon
from ..words.quotations import is_quoted
from .first_names import ALSO_WORDS, NAMES, TITLES
from .owners import child_named
from .tellings import NAME

_LIST = rf"{NAME}(?:, {NAME})*,? and {NAME}"
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_LISTED = re.compile(
    rf"(?P<noun>[a-z]+)(?P<join>:|,| (?:who (?:were|are) )?(?:called|named)|,? whose names (?:were|are)| –| —|) (?P<names>{_LIST})\b(?P<after>[,.!?;:]|$)?"
)
_COUNTED = re.compile(r"\b(?P<number>two|three|four|five|six|seven|[2-7])(?: [\w-]+){0,2} $", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:\b(?:the|his|her|its|their|my|our)|['’]s)(?: [\w-]+){0,2} $", re.IGNORECASE)
# "Three bears who lived in a wood: Papa Bear, Mama Bear …", "three children: a girl, a boy and a baby".
_COLON = re.compile(
    rf"\b(?P<number>two|three|four|five|six|seven)(?: [\w-]+){{0,2}}? (?P<noun>[a-z]+)(?: [^.:;!?]*)?: (?:(?P<names>{_LIST})\b|an? )",
    re.IGNORECASE,
)
# "Clover, Thistle and Bean were three rabbit sisters."
_ARE = re.compile(rf"\b(?P<names>{_LIST}) (?:were|are)(?P<words>(?: [a-z-]+){{1,5}})")
_SIBLINGS = ("sisters", "brothers", "girls", "boys", "twins")
_OF = r"(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Mm]y|[Oo]ur|[Aa]n?|[A-Z][a-z]+['’]s)"
_NO_LIST = r"(?!and\b|or\b|with\b|the\b|an?\b|h[ie][sr]\b|[A-Z])"
# "The new boy, Finn, sat down", but not "the boy, Finn, and the dog".
_BESIDE = re.compile(rf"\b{_OF}(?: [\w-]+){{0,2}}? (?P<noun>[a-z]+), (?P<name>{NAME}), {_NO_LIST}")
# "He ran with his dog, Biscuit.", "her rabbit, Clover, and her cat", but not "his dog, Mia and Ben".
_ENDING = re.compile(
    rf"\b(?P<of>{_OF})(?: [\w-]+){{0,2}}? (?P<noun>[a-z]+), (?P<name>{NAME})"
    rf"(?:(?=,?[”\"]|[.!?;:–—]|\s*$| who\b| and {_NO_LIST}(?!their\b|my\b|our\b))|(?P<comma>(?=, and {_OF} )))"
)
_PRESENTED = re.compile(
    r"\b(?:this|here|that|it) (?:is|was) $|['’]s $|\b(?:meet|have|has|had|got|brought) $", re.IGNORECASE
)
# "The new pupil, a frog, waved."
_ALSO = re.compile(
    rf"\b{_OF}(?: [\w-]+){{0,2}}? (?P<first>[a-z]+), an?(?: [\w-]+){{0,2}}? (?P<other>[a-z]+), {_NO_LIST}"
)
# "Her best pupil was a hippo called Hubert."
_WAS_CALLED = re.compile(
    rf"\b(?P<first>[a-z]+) (?:was|is) an?(?: [\w-]+){{0,2}}? (?P<other>[a-z]+),? (?:called|named) {NAME}"
)
# "Clover was the eldest of them."
_THE_ELDEST = re.compile(
    r"\b(?:was|is|were|are|am|be|been) the (?P<word>eldest|oldest|youngest|elder|younger|tallest|smallest|biggest|strongest)(?=[.,;:!?]| of\b| and\b| but\b|$)"
)
# "Cabin boy Jim climbed the mast."
_BEGUN = re.compile(rf"(?:^|[.!?“\"]\s*)(?P<before>[A-Z][a-z]+) (?P<noun>[a-z]+) (?P<name>{NAME}) [a-z]")


# "The children, a boy and a girl, danced", "the pets – a dog and two cats – slept".
_ONE = r"(?:an?|one|two|three|four) (?:(?!and\b)[a-z-]+ ){0,2}?[a-z]+"
_MEMBERS = re.compile(
    rf"\b(?P<noun>[a-z]+)(?P<dash>,| –| —) (?P<names>{_ONE}(?:, {_ONE})*,? and {_ONE})(?P<after>,| –| —|[.;:!?]|$)"
)

# Where the word for a group stands, the names of those who are in it, and their kind.
Group = tuple[Span, list[str], str]


@dataclass
class Apposed:
    """Words that bring in nobody, as the same ones are named besides, and the kinds that they tell of these."""

    words: list[Span] = field(default_factory=list)
    kinds: dict[str, str] = field(default_factory=dict)


def apposed(text: str, lexicon: Lexicon) -> Apposed:
    """What a text says twice, of those whom it names or tells."""
    found = Apposed()
    for place, names, kind in _groups(text, lexicon):
        found.words.append(place)
        found.kinds.update({name: kind_of(name, kind) for name in names if lexicon.kind(name.lower()) is None})
    for match in _BESIDE.finditer(text):
        said = _kind(match["noun"].lower(), lexicon)
        if said:
            found.words.append(match.span("noun"))
            found.kinds.setdefault(match["name"], kind_of(match["name"], said))
    for match, said in _ended(text, lexicon):
        found.words.append(match.span("noun"))
        found.kinds.setdefault(match["name"], kind_of(match["name"], said))
    for match in (*_ALSO.finditer(text), *_WAS_CALLED.finditer(text)):
        one, other = (_kind(match[name].lower(), lexicon) for name in ("first", "other"))
        if one and other and _is_human(one) != _is_human(other):  # what is less told
            found.words.append(match.span("first" if _is_human(one) else "other"))
    found.words += [match.span("noun") for match in _MEMBERS.finditer(text) if _is_of(match, text, lexicon)]
    found.words += [match.span("word") for match in _THE_ELDEST.finditer(text)]
    for match in _BEGUN.finditer(text):
        said, before = lexicon.kind(match["noun"]), match["before"].lower()
        if said and before not in ORDINARY - ADJECTIVES and (before in lexicon.known or before in lexicon.nouns):
            found.words.append(match.span("noun"))
            found.kinds.setdefault(match["name"], kind_of(match["name"], said))
    return found


def _ended(text: str, lexicon: Lexicon) -> Iterator[tuple[re.Match[str], str]]:
    """Where a name that stands behind who is called so ends a clause, and the kind that is told of it."""
    for match in _ENDING.finditer(text):
        said = _kind(match["noun"], lexicon)
        if said is None or (is_quoted(text, match.span()) and not _PRESENTED.search(text, 0, match.start())):
            continue  # "Look at the bear, Tom!"
        listed = match["comma"] is not None and match["name"].lower() in NAMES.keys() - ALSO_WORDS
        if not (listed or (match["comma"] is not None and _is_human(said))):
            yield match, said


def _groups(text: str, lexicon: Lexicon) -> Iterator[Group]:
    """The groups that a text tells with the names of those who are in them."""
    yield from _announced(text, lexicon) if ":" in text else ()
    if " and " in text:
        yield from _listed(text, lexicon)
        yield from _said_to_be(text, lexicon)


def _announced(text: str, lexicon: Lexicon) -> Iterator[Group]:
    """Groups before a colon: "three bears who lived in a wood: Papa Bear, Mama Bear and Baby Bear"."""
    for match in _COLON.finditer(text):
        kind, names = _kind(match["noun"], lexicon, plural=True), re.findall(NAME, match["names"] or "")
        fits = not names or (len(names) == _NUMBERS[match["number"].lower()] and names[0][0].isupper())
        if kind and fits:
            yield match.span("noun"), names, kind


def _listed(text: str, lexicon: Lexicon) -> Iterator[Group]:
    """Groups right before the names: "the twins Ann and Ben", "two mice, Pip and Squeak"."""
    for match in _LISTED.finditer(text):
        names, before = re.findall(NAME, match["names"]), text[: match.start("noun")]
        kind = _kind(match["noun"], lexicon, plural=True)
        if kind is None:
            continue
        counted = _COUNTED.search(before)
        number = _NUMBERS.get(counted["number"].lower(), 0) or int(counted["number"]) if counted else 0
        definite = _DEFINITE.search(before) is not None
        join = match["join"].strip()
        if join == ",":
            fits = number == len(names) or (not number and match["after"] is not None and definite)
        else:
            fits = join != "" or (number in (0, len(names)) and (bool(number) or definite))
        if fits:
            yield match.span("noun"), names, kind


def _is_of(match: re.Match[str], text: str, lexicon: Lexicon) -> bool:
    """Whether those who are told right behind a group are its members: as many as are counted, or closed by a comma."""
    members = [one.split() for one in re.split(r",? and |, ", match["names"])]
    kinds = [_kind(words[-1], lexicon) or _kind(words[-1], lexicon, plural=True) for words in members]
    if match["noun"] not in GROUPS or None in kinds:
        return False
    counted = _COUNTED.search(text[: match.start("noun")])
    number = sum(_NUMBERS.get(words[0], 1) for words in members)
    if match["after"].strip() not in (",", "–", "—") and not (
        counted and _NUMBERS.get(counted["number"].lower()) == number
    ):
        return False
    if match["noun"] in ("friends", "animals"):
        return True
    return all(kind == "baby" or _is_human(kind or "") for kind in kinds)


def _said_to_be(text: str, lexicon: Lexicon) -> Iterator[Group]:
    """Groups behind the names: "Clover, Thistle and Bean were three rabbit sisters"."""
    for match in _ARE.finditer(text):
        words = list(itertools.takewhile(_describes, match["words"].split()))
        several = [kind for word in words if (kind := _kind(word, lexicon, plural=True))]
        if not several:
            continue
        kinds = (_kind(word, lexicon) or _kind(word, lexicon, plural=True) for word in words)
        animals = [kind for kind in kinds if kind and not _is_human(kind)]
        counted = animals or _NUMBERS.keys() & words or words[-1] in _SIBLINGS
        names = re.findall(NAME, match["names"]) if counted else []
        start = match.start("words")
        yield (start, start + len(" ".join(words)) + 1), names, (animals or several)[0]


def _describes(word: str) -> bool:
    """Whether a word behind "they were" belongs to what they are: "three little rabbit sisters"."""
    return (
        word in ADJECTIVES
        or word in _NUMBERS
        or word in ("the", "both", "all")
        or not (word in ORDINARY or word.endswith("ing"))
    )


def _kind(word: str, lexicon: Lexicon, plural: bool = False) -> str | None:
    """The kind that a noun tells, or the animal that is a thing; a group's if `plural`."""
    if plural and word in GROUPS:
        return "man" if word in ("parents", "men", "women", "ladies", "gentlemen") else "boy"
    if plural and not (is_irregular_plural(word) or (word.endswith("s") and word[-2:] != "ss")):
        return None
    for form in word_forms(word):
        if plural and form == word and not is_irregular_plural(word):
            continue
        kind = lexicon.kind(form)
        if kind is not None:
            return kind
        category, name = lexicon.known.get(form, ("", ""))
        if category == "things" and name in ANIMALS | TOYS:
            return name
    return None


def _is_human(kind: str) -> bool:
    return kind in HER_KINDS | HIS_KINDS


def kind_of(name: str, kind: str) -> str:
    """The kind of who has a name, and of whom a kind is told; people are as their names say."""
    titled = TITLES.get(name.split()[0].lower().rstrip(".")) if " " in name else None
    if titled and (kind in ADULT.values() or kind in CHILD.values()):
        return titled  # "his neighbour, Mrs Pepper"
    if not _is_human(kind) or kind == "girl":
        return kind
    child = child_named(name)
    if kind in ADULT.values():
        return next(ADULT[pronoun] for pronoun, one in CHILD.items() if one == child)
    return child if kind in CHILD.values() else kind
