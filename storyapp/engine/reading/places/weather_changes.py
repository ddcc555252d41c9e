"""Whether a weather goes on: the rain has stopped, the sun comes out, the next day; and what is wet without rain."""

from __future__ import annotations

from ..drafts import Sentence
from ..words.absence import NOT, absence
from ..words.concept_mentions import ConceptMention
from ..words.quotations import is_quoted
from ..words.turns import Turn, TurnTable

_WET = frozenset(
    """
    wet damp soggy soaked raincoat raincoats wellies bath towel puddle puddles mud muddy splash splashed splashing splashes
    """.split()  # noqa: SIM905
)
_PUDDLES = frozenset(("puddle", "puddles"))
_OVER = frozenset(("stopped", "stops", "ended", "ceased", "cleared", "lifted", "melted", "passed", "gone"))
IS_OVER = TurnTable(
    "behind",
    (
        Turn(
            "over",
            rf" (?:\w+ ){{0,2}}?(?:was|is|were|are|had been|has been)(?! (?:{NOT})\b)(?: \w+)? over\b"
            r"(?! (?:the|an?|his|her|their|us|them|it)\b)",
            "At last the rain| was nearly over.",
            unlike="The fog| was over the sea.",
        ),
        Turn("over", r"['’]s over\b", "The storm|'s over!"),
        Turn(
            "spent",
            r" (?:\w+ ){0,2}?(?:bl(?:ew|own) (?:itself out|over|away)|die[sd] (?:down|away)|eased|let up|drift(?:ed|s) away|moved (?:on|away)|went away"
            r"|(?:was|were) gone|rolled away|disappeared|vanished)\b",
            "The storm| had blown itself out.",
            unlike="The storm| blew the boat over.",
        ),
    ),
)
STOPPED = TurnTable(
    "before",
    (
        Turn(
            "stopped",
            r"(?<!until it )(?<!till it )\b(?<!never )(?<!not )(?:stopped|stops|has stopped|finished|ceased)(?: \w+)? $",
            "It had stopped |raining",
            unlike="It never stopped |raining",
        ),
        Turn(
            "after it",
            r"(?<!until it )(?<!till it )\b(?:no longer|after (?:the|a)(?: \w+)?|the end of the) $",
            "After the heavy |rain",
            unlike="They ran after, in the |rain",
        ),
    ),
)
BRIGHT = TurnTable(
    "anywhere",
    (
        Turn(
            "the sun",
            r"\b(?:sun|sunshine|sunny|sunlight|sunlit|sunbeams?)\b",
            "The sun came out.",
            unlike="On Sunday they rested.",
        ),
        Turn(
            "the moon or the stars",
            r"\b(?:moon|moonlight|moonlit|moonbeams?|stars|starlight|starry|starlit)\b",
            "It was a starlit night.",
            unlike="She started again.",
        ),
        Turn(
            "clouds and waves that are gone",
            r"\bclouds? (?:\w+ )?(?:(?:rolled|drifted|blew|moved|floated|sailed|went|had|were) (?:\w+ )?(?:away|off|gone|apart|on)|parted|cleared|broke|vanished|disappeared)\b"
            r"|\bsky (?:\w+ )?(?:cleared|was clear)\b|\b(?:sea|water|lake|wind|waves) (?:was|were|grew|became|lay) (?:\w+ )?(?:calm|still|smooth|flat|gentle)(?:er)?\b"
            r"|\bwind (?:dropped|died|calmed)\b|\bwaves (?:calmed|settled|sank)\b",
            "The clouds rolled away.",
            unlike="The clouds rolled over the hill.",
        ),
        Turn(
            "a rainbow or a blue sky",
            r"\b(?:rainbow|blue sky|cloudless)\b",
            "There was a rainbow.",
            unlike="The sky was dark.",
        ),
    ),
)
NO_SUN = TurnTable(
    "anywhere",
    (
        Turn(
            "hidden",
            r"\b(?:hid|hides|hidden|hiding|cover(?:s|ed)|veiled|swallowed|behind)\b",
            "The moon hid behind a cloud.",
        ),
        Turn("denied", r"\b(?:not|\w+n['’]t|never|without|no)\b", "There was no sun.", unlike="There was the sun."),
        Turn("compared", r"\b(?:like|as|than)\b", "It shone like the sun."),
    ),
)
_WORDS_AROUND = 25  # letters beside the sun in which it may be said that it is hidden
LATER = TurnTable(
    "anywhere",
    (
        Turn(
            "the next day",
            r"\b(?:the )?(?:next|following) (?:day|morning|afternoon|evening|week|month|year|spring|summer|autumn|winter|weekend"
            r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
            "The next Monday it was cold.",
            unlike="The next house was red.",
        ),
        Turn(
            "days later",
            r"\b(?:days?|weeks?|months?|years?) (?:later|after(?:wards)?|passed|went by)\b|\bthe (?:day|morning) after\b",
            "Two weeks later she came back.",
            unlike="All day she sang.",
        ),
        Turn(
            "one morning", r"\b(?:in the|one) (?:\w+ )?(?:morning)\b|\bone (?:\w+ )?day\b", "One fine day a bear came."
        ),
        Turn(
            "spring came",
            r"\b(?:spring|summer|autumn|winter) (?:came|had come|arrived|returned|began|was here)\b",
            "Then spring came.",
            unlike="The spring was deep.",
        ),
        Turn(
            "another season",
            r"\b(?:now|soon|then|at last) it was (?:\w+ )?(?:spring|summer|autumn|winter)\b|\bit was (?:\w+ )?(?:spring|summer|autumn|winter) (?:again|at last|now)\b"
            r"|(?:^|[.!?”\"] ?)(?:in (?:the )?|(?:all )?that |the whole |all )(?:spring|summer|autumn|winter)\b|\bfrom (?:then|that day) on\b",
            "That winter it was quiet.",
            unlike="The tree sleeps in winter.",
        ),
    ),
)
SEASON = TurnTable(
    "anywhere",
    (
        Turn(
            "a season",
            r"\bit was (?:\w+ )?(?:spring|summer|autumn|winter)\b(?! (?:of|since)\b)",
            "It was winter.",
            unlike="The tree sleeps in winter.",
        ),
    ),
)
TABLES = (IS_OVER, STOPPED, BRIGHT, NO_SUN, LATER, SEASON)


def is_wet(sentence: Sentence) -> bool:
    """Whether a sentence tells of what is wet, for which there need be no rain."""
    return any(word.text in _WET for word in sentence.words)


def is_puddle(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether a word of rain names only what the rain has left, and nobody has an umbrella."""
    named = {word.text for word in sentence.words[mention.first : mention.last + 1]}
    return bool(named & _PUDDLES) and not any(word.text.startswith("umbrella") for word in sentence.words)


def is_over(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether the words around a weather say that it has passed: "when the rain stopped", "it stopped raining"."""
    behind = any(word.text in _OVER for word in sentence.words[mention.last + 1 : mention.last + 4])
    before = sentence.text[sentence.span[0] : mention.span[0]]
    return behind or bool(IS_OVER.pattern.match(sentence.text, mention.span[1]) or STOPPED.pattern.search(before))


def is_bright(sentence: Sentence) -> bool:
    """Whether a sentence shows the sun, the moon or the stars, or another day: what fell before it falls no more."""
    text, (start, end) = sentence.text, sentence.span
    for match in BRIGHT.pattern.finditer(text, start, end):
        around = (
            text[max(start, match.start() - _WORDS_AROUND) : match.start()],
            text[match.end() : min(end, match.end() + _WORDS_AROUND)],
        )
        hidden = any(NO_SUN.pattern.search(words) for words in around)
        told = sentence.is_talk(match.span()) or is_quoted(text, match.span())
        if not hidden and not told and not absence(text, sentence.span, match.span()):
            return True
    return passes(sentence) or SEASON.pattern.search(text, start, end) is not None


def passes(sentence: Sentence) -> bool:
    """Whether a sentence begins another day, or is days or a season later; not if somebody only speaks of that."""
    return any(
        not is_quoted(sentence.text, one.span()) for one in LATER.pattern.finditer(sentence.text, *sentence.span)
    )
