"""Who is named in what somebody says: they are spoken to and thus there, or only talked about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from storyapp.story.plan import Span

from .absence import absence
from .turns import Turn, TurnTable

ELSEWHERE = TurnTable(
    "behind",
    (
        Turn("does not or will not", r" (?:does|do|did|is|has|wo|will|can|would|was)n['’]t\b", "“Fox| doesn't like me,” he said."),
        Turn("never or not", r" (?:never|(?:will|is|does|has|can|did) (?:not|never))\b", "“Fox| will not come,” he said.",
             unlike="“Fox| will come,” he said."),
        Turn("is gone", r" (?:(?:has|is) gone|would|used to)\b", "“Fox| has gone!” he said.", unlike="“Fox| went in,” he said."),
    ),
    flags=re.NOFLAG,
)  # fmt: skip
SEEN = TurnTable(
    "before",
    (
        Turn("sees", r"\b(?:sees?|look at|watch|meet|found)(?: my| our| dear| little)* $", "“I see little |Tim!” she cried."),
        Turn(
            "is here",
            r"\b(?:(?:here|there|this|that|it)(?:['’]s| is| are| comes?)|(?:here|there) (?:sits|stands|lies|goes))"
            r"(?: my| our| dear| little)* $",
            "“Here comes our |Tim!” she cried.",
            unlike="“Wait for |Tim!” she cried.",
        ),
    ),
)  # fmt: skip
TABLES = (ELSEWHERE, SEEN)


def is_quoted(text: str, place: Span) -> int:
    """1 where somebody says it, since what is talked about need not be there; 2 where it is talked about in general."""
    if not _in_quotes(text, place[0]):
        return 0
    general = re.search(r"\b(?:an?|any|every) (?:\w+ )?$", text[: place[0]], re.IGNORECASE) is not None
    return 2 if general and re.match(r" (?:that|who|which) ", text[place[1] :]) else 1


def _in_quotes(text: str, place: int) -> bool:
    open_ = text.rfind("“", 0, place) > text.rfind("”", 0, place)
    return open_ or text.count('"', 0, place) % 2 == 1


def name_absence(text: str, span: Span, place: Span) -> int:
    """What `absence` is of a name: who is spoken to is there, who is talked about is perhaps, or surely not."""
    if not _in_quotes(text, place[0]):
        return absence(text, span, place)
    if is_addressed(text, place) or SEEN.pattern.search(text[max(0, place[0] - 30) : place[0]]):
        return 0
    asked = re.search(r"\b[Ww]here(?:['’]s| is| was| are)? $", text[: place[0]])
    if asked or ELSEWHERE.pattern.match(text, place[1]):
        return 2
    return max(1, absence(text, span, place))


def is_addressed(text: str, place: Span) -> bool:
    """Whether somebody speaks to who is named: "“Look, Mia!”", "“Mia, look!”"."""
    if not _in_quotes(text, place[0]):
        return False
    begins = re.search(
        r"[“\",.!?]\s*(?:(?:dear|oh|hey|hello|hi|and|but|so|well|yes|no|little|poor|thanks|you),? )*$",
        text[max(0, place[0] - 60) : place[0]],
        re.IGNORECASE,
    )
    return begins is not None and re.match(r"\s?[,.!?”\"]", text[place[1] :]) is not None


def is_only_addressed(text: str, places: Sequence[Span], pronoun: Span) -> bool:
    """Whether all that names somebody speaks to them, and a pronoun is the speaker: "“Tim, look!” he said"."""
    speaks = re.search(r"[”\"]\s*(?:\w+ )?$", text[: pronoun[0]]) and not _in_quotes(text, pronoun[0])
    return bool(places and speaks) and all(is_addressed(text, place) for place in places)
