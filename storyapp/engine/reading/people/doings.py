"""What several words together tell that somebody does or feels: "gave him a hug", "a tear rolled down her cheek"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..drafts import SAID, Draft, Sentence
from ..words.absence import NOT
from ..words.clauses import subjects
from ..words.concept_mentions import ConceptMention, NamedFigures
from ..words.doings import DEEDS, MANNERS, SIGNS
from ..words.quotations import is_quoted
from ..words.turns import TurnTable

_DENIED = re.compile(rf"\b(?:{NOT})(?: \w+){{0,2}} $", re.IGNORECASE)
_SURE = 3 * SAID  # what a turn counts against the verbs beside it: "shrieked with delight" is delight


def tell_doings(sentence: Sentence, draft: Draft, named: NamedFigures) -> None:
    """Give what turns of speech tell to whoever is named with them, or else does what their clause tells."""
    for table, name in ((DEEDS, "pose"), (SIGNS, "expression"), (MANNERS, "expression")):
        for value, match in _found(table, sentence):
            own = {key for one, key in named if match.start() <= one.span[0] < match.end()}
            does = _doers(sentence, match.start(), named)
            for key in (own or does) if table is SIGNS else (does or own):
                said = draft.told_of(key, name)
                if table is MANNERS:
                    said.clear()
                said[value] = _SURE
                draft.actions += 1


def _found(table: TurnTable, sentence: Sentence) -> Iterator[tuple[str, re.Match[str]]]:
    """The turns of a sentence that are so, each with what it tells."""
    for turn, alone in table.each():
        for match in alone.pattern.finditer(sentence.text, *sentence.span):
            before = sentence.text[sentence.span[0] : match.start()]
            if not (_DENIED.search(before) or sentence.is_talk(match.span()) or is_quoted(sentence.text, match.span())):
                yield turn.tells, match


def _doers(sentence: Sentence, place: int, named: NamedFigures) -> set[str]:
    """Those who do what the clause at a place of the text tells."""
    at = ConceptMention("poses", "", (place, place), 0, 0)
    return subjects(sentence, at, named)
