"""Whether what a word names is there, or only talked about: "she missed her mother", "a tower as tall as a tree"."""

from __future__ import annotations

import re

from storyapp.story.plan import Span

# What comes after one of these in a clause is talked about, not there.
_ABSENT = re.compile(
    r"\b(miss(?:ed|es|ing)?|remember(?:ed|s|ing)?|th(?:ought|ink|inks|inking) (?:of|about)|forgot(?:ten)?|"
    r"dream(?:ed|t|s|ing)? (?:of|about)|wish(?:ed|es|ing)?(?: \w+)? (?:for|that|to)|talk(?:ed|s|ing)? (?:about|of)|"
    r"told [^,.;]*(?:about|of)|stor(?:y|ies) (?:of|about)|because|without|no|nobody|never|not|\w+n['’]t|"
    r"look(?:ed|s|ing)? (?:everywhere )?for|search(?:ed|es|ing)? for|want(?:ed|s|ing)?(?: to)?|hop(?:ed|es|ing)|if|instead of|"
    r"(?:just |much |more |exactly )?like(?: an?)?|as if|as though|far away|far from|afraid of|than|hear[d]? (?:of|about)|"
    r"sent for|call(?:ed|ing)? for|ask(?:ed|s|ing)? for|\bas \w+ as|to fetch|belong(?:ed|s|ing)? to|in search of|unlike)\b[^,.;]*$",
    re.IGNORECASE,
)
_SURE_ABSENT = re.compile(
    r"\b(miss(?:ed|es)|th(?:ought|inks?) (?:of|about)|dream(?:ed|t|s)? (?:of|about)|wish(?:ed|es)? for|(?:about|of) a|"
    r"look(?:ed|s|ing)? for|search(?:ed|es|ing)? for|no|without|(?:like|than) an?|as \w+ as(?: an?| the)?|as if(?: \w+){0,2} were(?: an?)?)"
    r"(?: \w+){0,2} $",
    re.IGNORECASE,
)
# "Once upon a time there lived a bear."
_INTRODUCED = re.compile(
    r"\bthere(?: once)? (?:was|were|is|are|lived|dwelt|stood|sat|lay|came|went|ran)(?: once)?"
    r"(?: (?!no\b|never\b|not\b)\w+){1,4} $",
    re.IGNORECASE,
)
# What is refused is there: "he did not want to eat his peas", but not "he did not want to see the doctor".
_REFUSED = re.compile(
    r"\b(?:not|never|\w+n['’]t|refuse[sd]?) (?:(?:want|wish|like|dare)(?:ed|s|d)? )?(?:to )?"
    r"(?:eat|eating|drink|drinking|wear|wearing|touch|taste|try|share|give (?:up|away)|let go of|put on|take off|like|finish|lend) "
    r"(?:the|his|her|its|their|my|your|our)(?: \w+){0,2} $",
    re.IGNORECASE,
)
_OPENS, _CLOSES = re.compile(r"‘|(?<!\w)'(?=\w)"), re.compile(r"[’'](?!\w)")  # single quotation marks


def is_introduced(text: str, span: Span, place: Span) -> bool:
    """Whether the words of the sentence before `place` bring it in, or tell that it is refused and thus there."""
    before = text[span[0] : place[0]]
    return _INTRODUCED.search(before) is not None or _REFUSED.search(before) is not None


def is_owner(text: str, place: Span) -> bool:
    """Whether a word is in the possessive: "the frog's", "the frogs' legs", where no quotation ends."""
    if re.match(r"['’]s\b", text[place[1] : place[1] + 3]):
        return True
    if not re.match(r"['’]\s+\w", text[place[1] : place[1] + 4]) or text[place[1] - 1].lower() != "s":
        return False
    return len(_OPENS.findall(text, 0, place[0])) <= len(_CLOSES.findall(text, 0, place[0]))


def absence(text: str, span: Span, place: Span) -> int:
    """2 where the words of the sentence `span` before `place` say that it is not there, 1 where they may say so, else 0."""
    before = text[span[0] : place[0]]
    if is_owner(text, place) or _SURE_ABSENT.search(before):
        return 2
    if _REFUSED.search(before):
        return 0
    return int(_ABSENT.search(before) is not None)


def is_quoted(text: str, place: Span) -> int:
    """1 where somebody says it, since what is talked about need not be there; 2 where it is talked about in general."""
    open_ = text.rfind("“", 0, place[0]) > text.rfind("”", 0, place[0])
    quoted = open_ or text.count('"', 0, place[0]) % 2 == 1
    general = re.search(r"\b(?:an?|any|every) (?:\w+ )?$", text[: place[0]], re.IGNORECASE) is not None
    return quoted * (2 if general and re.match(r" (?:that|who|which) ", text[place[1] :]) else 1)
