"""What the figures of a sentence wear, and what they have taken off or lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from storyapp.stage.looks import accessory_words
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.clothes import Clothes, accessories_in, is_of_everybody, unworn, worn
from storyapp.story.plan import CelPlan, NotDrawn, Span

from ..drafts import Draft, Sentence, shortened
from ..words.denials import owner_before, same
from ..words.possessives import is_kept_on

_FRONTED = re.compile(
    r"(?:^|[.!?:;”\"]\s*)(?:In (?:his|her|its|their|my)|(?:Wearing|Putting on|Pulling on)(?: (?:an?|the|his|her|its|their|my))?)"
    r"(?: [\w-]+){0,2} ?$"
)
_THEIRS = re.compile(r"\btheir (?:[\w-]+ ){0,2}$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:an?|the|his|her|its|their|my|our|some) ", re.IGNORECASE)
Unworn = tuple[Span, str, bool]  # where it is told, the accessory, and whether it is there all the same


class Wardrobe:
    """Finds the clothes that a sentence tells of, and dresses its figures; places are those in the whole text."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.colours, self.accessories = vocabulary.names("colours"), accessory_words(vocabulary)

    def worn(self, sentence: Sentence, wearers: Sequence[int]) -> list[Clothes]:
        """What is worn; `wearers` are the places behind words for who may have it."""
        begin = sentence.span[0]
        ends = [place - begin for place in wearers]
        found = worn(sentence.text[slice(*sentence.span)], self.colours, self.accessories, ends)
        told = [((begin + start, begin + end), looks) for (start, end), looks in found]
        return sorted((*told, *self._kept_on(sentence, told)), key=lambda one: one[0])

    def _kept_on(self, sentence: Sentence, told: Sequence[Clothes]) -> Iterator[Clothes]:
        """What somebody is told to have on by what it does, or what is done to it."""
        for (start, end), looks in accessories_in(sentence.text[slice(*sentence.span)], self.accessories):
            span = sentence.span[0] + start, sentence.span[0] + end
            if is_kept_on(sentence.text, span) and not any(a <= span[0] < b for (a, b), _ in told):
                yield span, looks

    def unworn(self, sentence: Sentence) -> list[Unworn]:
        """The accessories that are said not to be worn."""
        begin = sentence.span[0]
        found = unworn(sentence.text[slice(*sentence.span)], self.accessories)
        return [((begin + start, begin + end), accessory, there) for (start, end), accessory, there in found]


def dress(text: str, clothes: Sequence[Clothes], draft: Draft, usual: Mapping[str, Mapping[str, str]]) -> None:
    """Clothes and accessories are those of the figure that was named last before them; what is not drawn is reported.

    `usual` are the looks of the cast, by id: a scarf without a colour is the one that somebody has.
    """
    dressed: set[str] = set()
    for span, looks in clothes:
        owner = owner_before(draft, span[0]) or _owner_behind(text, span, draft) or _first_of_them(text, span, draft)
        if owner is None:
            continue
        drawn = bool(looks) and ("accessory" not in looks or owner not in dressed)  # nobody wears more than one
        for cel in _wearers(text, span, draft, owner) if drawn else ():
            own = {**usual.get(cel.who or "", {}), **cel.attributes}
            same_one = own.get("accessory") == looks.get("accessory") and "accessory_colour" in own
            if same_one and looks.get("accessory_colour", "") not in text[slice(*span)].lower():
                looks = {**looks, "accessory_colour": own["accessory_colour"]}
            draft.cels[cel.id] = replace(cel, attributes={**cel.attributes, **looks})
        if not drawn and not (len(clothes) == 1 and is_of_everybody(text[slice(*span)])):  # "she wore a frock"
            said = shortened(_ARTICLE.sub("", text[slice(*span)]))
            reason = f"“{said}” is worn, and not drawn: everybody is drawn with one thing that is put on."
            draft.not_drawn.append(NotDrawn(said, (span[1] - len(said), span[1]), reason))
        if "accessory" in looks:
            dressed.add(owner)


def _wearers(text: str, span: Span, draft: Draft, owner: str) -> list[CelPlan]:
    """Who wears it: one, several who are named in the same word, or of "their hats" all who are named before."""
    named = [cel for cel in draft.figures if not cel.spans or any(place[0] < span[0] for place in cel.spans)]
    return named if _is_theirs(text, span) and len(named) > 1 else same(draft, owner)


def _is_theirs(text: str, span: Span) -> bool:
    return _THEIRS.search(text[: span[0]]) is not None or text[slice(*span)].lower().startswith("their ")


def _first_of_them(text: str, span: Span, draft: Draft) -> str | None:
    """One of those who are there by a pronoun alone: "they put on their hats"."""
    return draft.figures[0].id if draft.figures and _is_theirs(text, span) else None


def _owner_behind(text: str, span: Span, draft: Draft) -> str | None:
    """Who is named first behind clothes that a sentence begins with: "In her boots, Mia jumped"."""
    if not begins_sentence(text, span):
        return None
    behind = sorted((place[0], cel.id) for cel in draft.figures for place in cel.spans if place[0] > span[0])
    return behind[0][1] if behind else None


def begins_sentence(text: str, span: Span) -> bool:
    """Whether a sentence begins with what somebody wears."""
    return _FRONTED.search(text[: span[0]]) is not None


def undress(bare: Sequence[Unworn], draft: Draft) -> None:
    """Who lost their crown wears none: the figure that was named last before it, else the first behind it."""
    for span, accessory, _ in bare:
        behind = sorted((place[0], cel.id) for cel in draft.figures for place in cel.spans)
        owner = owner_before(draft, span[0]) or (behind[0][1] if behind else None)
        for cel in same(draft, owner) if owner else ():
            if cel.attributes.get("accessory") == accessory:
                looks = {name: value for name, value in cel.attributes.items() if not name.startswith("accessory")}
                draft.cels[cel.id] = replace(cel, attributes=looks)
