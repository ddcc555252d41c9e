"""Whether a weather goes on: the rain has stopped, the sun comes out, the next day; and what is wet without rain."""

from __future__ import annotations

import re

from .absence import NOT, absence, is_quoted
from .drafts import Sentence
from .mentions import Mention

_WET = frozenset(
    """
    wet damp soggy soaked raincoat raincoats wellies bath towel puddle puddles mud muddy splash splashed splashing splashes
    """.split()  # noqa: SIM905
)
_PUDDLES = frozenset(("puddle", "puddles"))
_OVER = frozenset(("stopped", "stops", "ended", "ceased", "cleared", "lifted", "melted", "passed", "gone"))
_IS_OVER = re.compile(
    rf" (?:\w+ ){{0,2}}?(?:was|is|were|are|had been|has been)(?! (?:{NOT})\b)(?: \w+)? over\b(?! (?:the|an?|his|her|their|us|them|it)\b)"
    r"|['’]s over\b",
    re.IGNORECASE,
)
_STOPPED = re.compile(
    r"(?<!until it )(?<!till it )\b(?:(?<!never )(?<!not )(?:stopped|stops|has stopped|finished|ceased)(?: \w+)?"
    r"|no longer|after (?:the|a)(?: \w+)?|the end of the) $",
    re.IGNORECASE,
)
_BRIGHT = re.compile(
    r"\b(?:sun|sunshine|sunny|sunlight|sunlit|sunbeams?|moon|moonlight|moonlit|moonbeams?|stars|starlight|starry|starlit|rainbow"
    r"|blue sky|cloudless)\b",
    re.IGNORECASE,
)
_NO_SUN = re.compile(
    r"\b(?:hid|hides|hidden|hiding|cover(?:s|ed)|veiled|swallowed|behind|not|\w+n['’]t|never|without|no|like|as|than)\b",
    re.IGNORECASE,
)
_WORDS_AROUND = 25  # letters beside the sun in which it may be said that it is hidden
_NEW_DAY = re.compile(
    r"\b(?:the )?(?:next|following) (?:day|morning|afternoon|evening|week|month|year|spring|summer|autumn|winter|weekend"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    r"|\b(?:days?|weeks?|months?|years?) (?:later|after(?:wards)?|passed|went by)\b|\bthe (?:day|morning) after\b"
    r"|\b(?:in the|one) (?:\w+ )?(?:morning)\b|\bone (?:\w+ )?day\b|\b(?:spring|summer) (?:came|had come|arrived|was here)\b",
    re.IGNORECASE,
)


def is_wet(sentence: Sentence) -> bool:
    """Whether a sentence tells of what is wet, for which there need be no rain."""
    return any(word.text in _WET for word in sentence.words)


def is_puddle(sentence: Sentence, mention: Mention) -> bool:
    """Whether a word of rain names only what the rain has left, and nobody has an umbrella."""
    named = {word.text for word in sentence.words[mention.first : mention.last + 1]}
    return bool(named & _PUDDLES) and not any(word.text.startswith("umbrella") for word in sentence.words)


def is_over(sentence: Sentence, mention: Mention) -> bool:
    """Whether the words around a weather say that it has passed: "when the rain stopped", "it stopped raining"."""
    behind = any(word.text in _OVER for word in sentence.words[mention.last + 1 : mention.last + 4])
    before = sentence.text[sentence.span[0] : mention.span[0]]
    return behind or bool(_IS_OVER.match(sentence.text, mention.span[1]) or _STOPPED.search(before))


def is_bright(sentence: Sentence) -> bool:
    """Whether a sentence shows the sun, the moon or the stars, or another day: what fell before it falls no more."""
    text, (start, end) = sentence.text, sentence.span
    for match in _BRIGHT.finditer(text, start, end):
        around = (
            text[max(start, match.start() - _WORDS_AROUND) : match.start()],
            text[match.end() : min(end, match.end() + _WORDS_AROUND)],
        )
        hidden = any(_NO_SUN.search(words) for words in around)
        told = sentence.is_talk(match.span()) or is_quoted(text, match.span())
        if not hidden and not told and not absence(text, sentence.span, match.span()):
            return True
    return _NEW_DAY.search(text, start, end) is not None
