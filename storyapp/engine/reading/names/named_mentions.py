"""Mentions of names: those of strangers, and of things that have one, among all that a sentence mentions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from storyapp.story.plan import Span

from ..words.concept_mentions import FIGURES, ConceptMention
from ..words.lexicon import Lexicon
from ..words.possessives import is_owner
from ..words.quotations import name_absence
from ..words.splitting import Word
from .first_names import TITLES
from .known_names import Names
from .named_things import is_called
from .naming import kind_called, own_kind

# "Mr and Mrs Brown" are two who share a name.
_TITLE = "|".join(title.capitalize() for title in TITLES)
_SHARED = re.compile(rf"\b(?P<title>{_TITLE})\.? and (?:{_TITLE})\.? (?P<name>[A-Z][\w-]+)(?!['’\w])")
_BROUGHT = (*FIGURES, "things", "nouns", "accessories")


def shared_names(
    text: str, span: Span, words: Sequence[Word], found: list[ConceptMention]
) -> list[ConceptMention]:  # fmt: skip
    """The first of two who share a name that stands behind the second alone: Mr Brown in "Mr and Mrs Brown"."""
    shared = []
    for match in _SHARED.finditer(text, *span):
        place, title = match.span("title"), match["title"]
        at = next(index for index, word in enumerate(words) if word.span[0] == place[0])
        other = next((one for one in found if one.span[1] == match.end() and one.called), None)
        if other is None:
            continue
        found[:] = [one for one in found if one.span != place]  # "uncle"
        kind = TITLES[title.lower()] if other.name in TITLES.values() else other.name  # Mr Fox is a fox as well
        called = f"{title} {match['name']}"
        shared.append(replace(other, name=kind, span=place, first=at, last=at, called=called))
    return shared


def with_names(
    found: list[ConceptMention], text: str, span: Span, words: Sequence[Word], names: Names, lexicon: Lexicon
) -> list[ConceptMention]:
    """The mentions of a sentence with those of names; "the fox" behind a name, or called so, is the same one."""
    unknown = names.bearers
    found = [one for one in found if not (one.category in _BROUGHT and names.brings_nobody(one.span))]
    for name, bearer in sorted(unknown.items(), key=lambda one: len(one[0])):
        whole = next((other for other in unknown if " " in other and name in other.split()), name)
        for match in re.finditer(rf"\b{re.escape(name)}\b", text[span[0] : span[1]]):
            place = (span[0] + match.start(), span[0] + match.end())
            if is_owner(text, place):
                continue
            found = [one for one in found if one.span[1] <= place[0] or one.span[0] >= place[1]]
            if not bearer.concept:  # what is called so is drawn already
                found = [replace(one, called=name) if is_called(text, one, place) else one for one in found]
                continue
            first = next(i for i, word in enumerate(words) if word.span[1] > place[0])
            last, absent = first + name.count(" "), name_absence(text, span, place)
            category, concept = ("things", bearer.concept) if bearer.is_thing else ("strangers", unknown[whole].concept)
            found.append(ConceptMention(category, concept, place, first, last, absent, called=whole))
        if bearer.is_thing and lexicon.thing(name.lower()) == bearer.concept:  # "his teddy" is Teddy
            found = [
                replace(one, called=name) if bearer.concept in (one.name, one.noun.concept) else one for one in found
            ]
    found += shared_names(text, span, words, found)
    for named in [one for one in found if one.category in ("who", "strangers")]:
        own = own_kind(text, named.span[1], lexicon) if named.category == "strangers" else None
        kinds = [one[1] for one in (own, kind_called(text, named.span[0], lexicon)) if one]
        found = [one for one in found if not any(one.span[0] <= kind < one.span[1] for kind in kinds)]
    return found
