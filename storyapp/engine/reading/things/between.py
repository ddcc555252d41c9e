"""What is between the two who are there: "a cake stood between them", "between the fox and the bear lay a ball"."""

from __future__ import annotations

import re
from dataclasses import replace

from storyapp.story.plan import Relation

from ..drafts import Draft, Sentence

_WHO = r"(?:(?:the|an?|his|her|its|their|my|our) )?[\w-]+"
_BETWEEN = re.compile(rf"\bbetween (?:them\b|us\b|the two\b|both\b|{_WHO} and {_WHO})", re.IGNORECASE)
_BREAK = re.compile(r"[.;:!?“”\"]|, (?:and|but|so) ")


def put_between(sentence: Sentence, draft: Draft) -> None:
    """Put a thing that is told to be between two figures there: to the right of the first, who stands on the left.

    One of three comes between the others.
    """
    if len(draft.figures) == 3:
        _stand_between(sentence, draft)
    if len(draft.figures) != 2:
        return
    for match in _BETWEEN.finditer(sentence.text, *sentence.span):
        things = [(span, cel) for cel in draft.cels.values() if cel.kind == "thing" for span in cel.spans]
        before = [(span, cel) for span, cel in things if sentence.span[0] <= span[0] and span[1] <= match.start()]
        behind = [(span, cel) for span, cel in things if match.end() <= span[0] < sentence.span[1]]
        fronted = match.start() == sentence.span[0] or not before
        span, found = min(behind, default=(None, None), key=_place) if fronted else max(before, key=_place)
        if (
            span is None
            or found is None
            or any(start < match.end() and match.start() < end for start, end in found.spans)
        ):
            continue
        gap = sentence.text[min(span[1], match.end()) : max(span[0], match.start())]
        if _BREAK.search(gap) is None:
            draft.cels[found.id] = replace(found, relation=Relation("right of", draft.figures[0].id))


def _stand_between(sentence: Sentence, draft: Draft) -> None:
    """The figure that is named before "between", of three, in the middle of them."""
    for match in _BETWEEN.finditer(sentence.text, *sentence.span):
        before = [
            cel for cel in draft.figures if any(sentence.span[0] <= a and b <= match.start() for a, b in cel.spans)
        ]
        others = [cel for cel in draft.figures if cel not in before[:1]]
        if len(before) == 1 and match.start() > sentence.span[0]:
            order = [others[0].id, before[0].id, others[1].id]
            rest = {key: cel for key, cel in draft.cels.items() if key not in order}
            draft.cels = {**{key: draft.cels[key] for key in order}, **rest}


def _place(pair: tuple[tuple[int, int], object]) -> tuple[int, int]:
    return pair[0]
