"""What the figures of a sentence wear, and what they have taken off or lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from storyapp.stage.looks import accessory_words
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.clothes import Clothes, unworn, worn
from storyapp.story.plan import Span

from ..drafts import Draft, Sentence
from ..words.denials import owner_before, same

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
        return [((begin + start, begin + end), looks) for (start, end), looks in found]

    def unworn(self, sentence: Sentence) -> list[Unworn]:
        """The accessories that are said not to be worn."""
        begin = sentence.span[0]
        found = unworn(sentence.text[slice(*sentence.span)], self.accessories)
        return [((begin + start, begin + end), accessory, there) for (start, end), accessory, there in found]


def dress(clothes: Sequence[Clothes], draft: Draft) -> None:
    """Clothes and accessories are those of the figure that was named last before them."""
    dressed: set[str] = set()
    for span, looks in clothes:
        owner = owner_before(draft, span[0])
        if owner is None:
            continue
        if "accessory" not in looks or owner not in dressed:  # nobody wears more than one
            for cel in same(draft, owner):
                draft.cels[cel.id] = replace(cel, attributes={**cel.attributes, **looks})
        if "accessory" in looks:
            dressed.add(owner)


def undress(bare: Sequence[Unworn], draft: Draft) -> None:
    """Who lost their crown wears none: the figure that was named last before it, else the first behind it."""
    for span, accessory, _ in bare:
        behind = sorted((place[0], cel.id) for cel in draft.figures for place in cel.spans)
        owner = owner_before(draft, span[0]) or (behind[0][1] if behind else None)
        for cel in same(draft, owner) if owner else ():
            if cel.attributes.get("accessory") == accessory:
                looks = {name: value for name, value in cel.attributes.items() if not name.startswith("accessory")}
                draft.cels[cel.id] = replace(cel, attributes=looks)
