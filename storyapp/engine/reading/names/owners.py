"""Owners: people who are named only by what is theirs ("Sam's toes"), and when they are there all the same."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from storyapp.story.model import Character
from storyapp.story.plan import CelPlan, Span

from ..drafts import CHILD, agrees, figure_of, slug
from ..words.absence import absence
from ..words.concept_mentions import ConceptMention
from ..words.english import ADJECTIVES, BODY, CLOTHES, ORDINARY
from ..words.lexicon import Lexicon
from ..words.possessives import is_kept_on
from ..words.splitting import Word
from .first_names import NAMES
from .strangers import little_words

_OF_BODY = re.compile(r"(?:['’](?:s\b)?|(?<=\b[Mm]y)) ([a-z]+)(?: ([a-z]+))?")
_MINE = re.compile(r"\bmy(?= )", re.IGNORECASE)
_ANY = re.compile(r"\ban? (?:[a-z]+ )?$", re.IGNORECASE)  # "a ship with a dragon's head"
_OWNER = re.compile(r"(?<!\w)([A-Z][\w-]*(?: [A-Z][\w-]+)*|[\w-]+)['’](?:s\b|(?=\s))")
_FEMALE = ("a", "ie", "el")  # endings of girls' names


def child_named(name: str) -> str:
    """Whose name a given name is: "girl" or "boy", by a list, or else by its ending."""
    return NAMES.get(name.lower()) or ("girl" if name.endswith(_FEMALE) else "boy")


def is_touched(text: str, span: Span, place: Span) -> bool:
    """Whether a part of somebody's body, or clothes on it, are told of, so that they are there: "on the girl's nose"."""
    match = _OF_BODY.match(text, place[1])
    if match is None or not (match[1] in BODY or (match[1] in ADJECTIVES and match[2] in BODY) or _is_on(text, match)):
        shell = match is not None and match[1] == "shell" and text[slice(*place)].lower() in ("turtle", "tortoise")
        if not shell:
            return False
    return not _ANY.search(text, 0, place[0]) and not absence(text[: place[1]], span, place)


def _is_on(text: str, match: re.Match[str]) -> bool:
    """Whether clothes are told of that somebody has on: "the wind pulled at Otto's scarf"."""
    last = 2 if match[2] in CLOTHES else 1
    return match[last] in CLOTHES and is_kept_on(text, match.span(last))


def named_owners(
    text: str,
    span: Span,
    words: Sequence[Word],
    cast: Sequence[Character],
    unknown: Mapping[str, str],
    lexicon: Lexicon,
) -> list[ConceptMention]:
    """Mentions of the people in a sentence who are named as owners, and are there: the girl in "on the girl's nose".

    `unknown` are the names of the scene that are not of the cast, with the kinds of who bears them.
    """
    found = []
    for match in _OWNER.finditer(text, *span):
        place = (match.start(1) + little_words(match[1]), match.end(1))  # "Soon Mila's eyes closed"
        name = text[slice(*place)]
        if not is_touched(text, span, place):
            continue
        meant = next((("who", one.id, "") for one in cast if name in one.names), None)
        kind = kind_of_owner(name, lexicon) or (kind_of_owner(name.split()[-1], lexicon) if " " in name else None)
        if meant is None and kind is not None and name not in unknown:
            meant = "kinds", kind, ""
        if meant is None and (name in unknown or _may_be_name(name, text[: place[0]], lexicon)):
            meant = "strangers", unknown.get(name) or child_named(name), name
        if meant is not None:
            first = next(index for index, word in enumerate(words) if word.span[1] > place[0])
            category, concept, called = meant
            found.append(ConceptMention(category, concept, place, first, first + name.count(" "), called=called))
    mine = next((match.span() for match in _MINE.finditer(text, *span) if is_touched(text, span, match.span())), None)
    if mine is not None:  # "the dog licked my nose"
        first = next(index for index, word in enumerate(words) if word.span == mine)
        found.append(ConceptMention("pronouns", "my", mine, first, first))
    return found


def owner_meant(said: str, pronoun: str, cast: Sequence[Character], lexicon: Lexicon) -> CelPlan | None:
    """The owner whom a pronoun means, the last named first: Sam in "Sam's toes hurt, and he cried"; None if there is none."""
    for match in reversed(list(_OWNER.finditer(said))):
        owner = _owner(match[1], said[: match.start()], pronoun, cast, lexicon)
        if owner is not None:
            return owner
    return None


def _owner(name: str, before: str, pronoun: str, cast: Sequence[Character], lexicon: Lexicon) -> CelPlan | None:
    """Who has the name of an owner, if the pronoun fits; `before` are the words before the name."""
    owner = owner_named(name, cast, lexicon)
    if owner is None and pronoun in CHILD and _may_be_name(name, before, lexicon):
        owner = CelPlan(slug(name), "figure", NAMES.get(name.lower()) or CHILD[pronoun])
    return owner if owner and agrees(pronoun, owner.concept) else None


def owner_named(name: str, cast: Sequence[Character], lexicon: Lexicon) -> CelPlan | None:
    """The one whom the word for an owner names: one of the cast by name or by kind, else one of that kind; None otherwise."""
    kind = kind_of_owner(name.split()[-1], lexicon)
    named = [one for one in cast if name in one.names and one.concept]
    like = [one for one in cast if kind and one.concept == kind]
    for one in named or (like if len(like) == 1 else []):
        return figure_of(one)
    return CelPlan(kind, "figure", kind) if kind else None


def kind_of_owner(word: str, lexicon: Lexicon) -> str | None:
    """The kind that a word for an owner tells: "fox"; None for a name, as a rare noun with a capital is: "Martin"."""
    named = word[0].isupper() and (word.lower() in NAMES or word.lower() not in lexicon.known)
    return None if named else lexicon.kind(word.lower())


def _may_be_name(name: str, before: str, lexicon: Lexicon) -> bool:
    """Whether a word with a capital is somebody's name: at the beginning of a sentence it is not if it is a noun as well."""
    word = name.split()[-1].lower()
    within = before[-1:] == " " and before.rstrip()[-1:].isalpha()
    known = word in lexicon.known or (word in lexicon.nouns and not within)
    return name[0].isupper() and word not in ORDINARY and (word in NAMES or not known)
