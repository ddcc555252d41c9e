"""All names of a scene that are not of its cast: what kind those are who have them, as it says or as was told before."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from storyapp.story.model import Character
from storyapp.story.plan import ScenePlan, Span

from ..drafts import CHILD, is_named_thing, slug
from ..words.lexicon import Lexicon
from .apposition import apposed
from .named_things import Bearer
from .naming import acts
from .naming import before as before_word
from .strangers import strangers
from .tellings import is_nameless, tellings, told_kinds

_CAPITALS = re.compile(r"(?<![\w-])[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")
_OWNING = re.compile(r"['’]s?$")
_GOES_ON = re.compile(r",? and\b|[,!?”\"]|['’]s\b")  # behind a name


@dataclass(frozen=True)
class Names:
    """The names of a scene with who or what bears them, and words that bring in nobody besides."""

    bearers: Mapping[str, Bearer]
    besides: tuple[Span, ...] = ()

    def brings_nobody(self, place: Span) -> bool:
        """Whether words only say once more who is named, or who calls somebody so."""
        return any(start < place[1] and place[0] < end for start, end in self.besides)


def names_in(text: str, nameless: str, cast: Sequence[Character], lexicon: Lexicon, before: ScenePlan) -> Names:
    """The names of a scene; in `nameless` those of the cast are covered."""
    found = strangers(nameless, cast, lexicon)
    twice, told = apposed(text, lexicon), told_kinds(nameless, lexicon)
    own = {slug(name) for one in cast for name in one.names}
    for name, kind in twice.kinds.items():
        if slug(name) not in own:
            found[name] = Bearer(kind, is_thing=kind not in lexicon.vocabulary.entries["kinds"])
    for name, kind in told.items():
        if not kind or name not in found or found[name].concept in CHILD.values():
            found[name] = Bearer(kind)
    callers = [one.caller for one in tellings(text).values() if one.caller]
    return Names(found | _known(nameless, found, before, lexicon), (*twice.words, *callers))


def _known(text: str, here: Mapping[str, Bearer], before: ScenePlan, lexicon: Lexicon) -> dict[str, Bearer]:
    """The names in a text that somebody or something of an earlier scene has, words of the language too."""
    told = (*before.earlier, *before.cels)
    people = [cel for cel in told if cel.kind == "figure" and cel.who is None and not is_nameless(cel, lexicon)]
    named = {cel.id: Bearer(cel.concept) for cel in people}
    named |= {cel.id: Bearer(cel.concept, is_thing=True) for cel in told if is_named_thing(cel)}
    if not named:
        return {}
    for key in [key for key in named if "-" in key]:  # "Nova" of "astronaut-nova"
        last = key.rpartition("-")[2]
        if lexicon.kind(last) is None:
            named.setdefault(last, named[key])
    found: dict[str, Bearer] = {}
    for match in _CAPITALS.finditer(text):
        words = match.group().split()
        first = 0
        while first < len(words):
            for end in range(len(words), first, -1):
                name = _OWNING.sub("", " ".join(words[first:end]))
                bearer = named.get(slug(name))
                if bearer is not None and _is_name_here(text, *_place(match, words, first, end), lexicon):
                    if name not in here or bearer.is_thing or here[name].is_thing:
                        found[name] = bearer
                    first = end - 1
                    break
            first += 1
    return found


def _place(match: re.Match[str], words: Sequence[str], first: int, end: int) -> Span:
    start = match.start() + len(" ".join(words[:first])) + (first > 0)
    return start, start + len(_OWNING.sub("", " ".join(words[first:end])))


def _is_name_here(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a word with a capital is the name and not a word that a sentence begins with: "Honey ate", "Sunny days"."""
    word = text[start:end].lower()
    if before_word(text, start) or not lexicon.familiar(word):
        return True
    return acts(text, end, lexicon) or _GOES_ON.match(text, end) is not None
