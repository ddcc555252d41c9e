"""Who tells a story in the first person, and where somebody else is speaking."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from storyapp.story.model import Character
from storyapp.story.plan import CelPlan, Span

from ..drafts import Draft, brought, figure_of
from ..words.english import PREPOSITIONS
from ..words.lexicon import Lexicon
from .cast_names import find_names
from .owners import child_named

NARRATOR = "narrator"  # the id of one who tells a story and is not in its cast, the same in all scenes
_SPEECH = re.compile(
    r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|(?<!\w)‘(?:[^’]|’(?=\w))*(?:’(?!\w)|$)|"
    r"(?<!\w)'(?=[A-Z])[^']*(?:'\w[^']*)*[,.!?…]'(?!\w)"
)
# Behind a clause without quotation marks: "I'm hungry, thought Max".
_THOUGHT = re.compile(
    r"[^.!?\n“”\"]*[,!?] (?:(?:he|she|they|[A-Z]\w+) )?(?:said|says|thought|thinks|asked|cried|called|shouted|whispered|wondered)\b"
    r"(?! (?:that|to|about|of|for)\b)"
)
_NAME = re.compile(
    r"\b(?:[Mm]y name(?: is|['’]s| was)|I(?: am|['’]m)(?: called| named)?|(?:[Tt]hey|[Ee]verybody|[Ee]veryone|[Pp]eople) calls? me|[Cc]all me) "
    r"([A-Z]\w+)"
)
_KIND = re.compile(r"\bI(?: am|['’]m| was) (?:only |just |really )?(?:an?|the) ((?:[\w-]+ ){0,3}[\w-]+)")
_CHILDREN = ("girl", "boy")


class Narrator:
    """Finds out who says "I" in a scene."""

    def __init__(self, text: str, cast: Sequence[Character], before: Sequence[CelPlan], lexicon: Lexicon) -> None:
        self.text, self.cast, self.before, self.lexicon = text, cast, before, lexicon
        self._cel: CelPlan | None = None
        self._told = _SPEECH.sub(lambda match: " " * len(match[0]), text)  # what nobody but the narrator says
        match = _NAME.search(self._told)
        self.name = match[1] if match else ""

    def enter(self, draft: Draft, around: Sequence[CelPlan] = ()) -> CelPlan:
        """Bring the narrator into a draft."""
        self._cel = self._cel or self._find()
        return brought(draft, next((one for one in (*around, *self.before) if one.id == self._cel.id), self._cel))

    def _find(self) -> CelPlan:
        kind = self._kind()
        named = {who for who, place in find_names(self._told, (0, len(self._told)), self.cast)}
        own = [one for one in self.cast if self.name in one.names]
        others = [one for one in self.cast if one.id not in named]
        like = [one for one in others if kind and one.concept == kind]
        children = [one for one in others if one.concept in _CHILDREN]
        for fits in (own, like, () if kind else children, () if kind else self.cast):
            if len(fits) == 1 and (fits[0] in others or fits is own):
                return figure_of(fits[0])
        known = next((one for one in self.before if one.id == NARRATOR), None)
        if known is not None:
            return known
        by_name = child_named(self.name) if self.name else None
        return CelPlan(NARRATOR, "figure", kind or by_name or self.lexicon.kind("child") or "girl")

    def _kind(self) -> str | None:
        """The kind that the narrator says to be."""
        for match in _KIND.finditer(self._told):
            for word in match[1].lower().split():
                if word in PREPOSITIONS:
                    break
                category, name = self.lexicon.known.get(word, ("", ""))
                if category == "kinds":
                    return name
        return None


@lru_cache(maxsize=64)
def speeches(text: str) -> tuple[Span, ...]:
    """Where somebody speaks in a text."""
    return tuple(match.span() for match in _SPEECH.finditer(text))


def is_spoken(text: str, place: int) -> bool:
    """Whether a place of a text lies in what somebody says."""
    return any(start <= place < end for start, end in speeches(text)) or _THOUGHT.match(text, place) is not None
