"""The things of a sentence: what is drawn as what, how many there are, who has them and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from storyapp.story.plan import CelPlan, NotDrawn, Relation

from .drafts import SAID, Draft, Sentence
from .english import COUNTS
from .lexicon import Lexicon, Mention, Word

Nearest = Callable[[str], tuple[str, str] | None]

_RELATIONS = {
    "on": "on", "onto": "on", "in": "in", "into": "in", "inside": "in", "behind": "behind", "beside": "beside",
    "near": "beside", "by": "beside", "under": "beside", "rode": "on", "ride": "on", "rides": "on", "riding": "on",
    "drove": "on", "drive": "on", "drives": "on", "driving": "on",
}  # fmt: skip
_UNWORN = {"hat": "straw hat", "flower": "tulip", "boots": "hiking boot", "bow": "ribbon"}  # accessory → thing


class ObjectReader:
    """Brings things into drafts; `nearest` is what an unknown noun is drawn as."""

    def __init__(self, lexicon: Lexicon, nearest: Nearest) -> None:
        self.lexicon, self.nearest, self.vocabulary = lexicon, nearest, lexicon.vocabulary

    def noun(self, sentence: Sentence, draft: Draft, mention: Mention) -> tuple[str, str]:
        """What a noun outside the vocabulary is drawn as; it is told unless it is a person or an animal we have."""
        said = sentence.text[slice(*mention.span)]
        category, _, name = mention.name.removeprefix("~").partition(":")
        if category == "kinds" and not mention.name.startswith("~"):
            return category, name
        found = (category, name) if name else self.nearest(said)
        reason = f"“{said}” is drawn as “{found[1]}”." if found else f"The model has not learned to draw “{said}”."
        draft.not_drawn.append(NotDrawn(said, mention.span, reason))
        return found or ("", "")

    def unworn(self, sentence: Sentence, draft: Draft, mention: Mention) -> tuple[str, str]:
        """An accessory that nobody wears is a thing: "she picked a flower"; one for which there is none is reported."""
        thing = _UNWORN.get(mention.name, mention.name)
        if thing in self.vocabulary.entries["things"]:
            return "things", thing
        return self.noun(sentence, draft, replace(mention, name=""))

    def enter(self, draft: Draft, mention: Mention, words: Sequence[Word], last: CelPlan | None) -> None:
        """Bring a thing in, as often as it is counted, held by or standing to the figure that was named last."""
        entry = self.vocabulary.thing(mention.name)
        said = draft.heard.get((f"said {last.id}", "pose"), {}) if last else {}
        pose = max(said, key=lambda one: said[one], default=None)
        if pose == "reading" and "book" in mention.name:
            return  # the figure's own drawing has it in hand
        before = [word.text for word in words[max(0, mention.first - 4) : mention.first]]
        joining = next((word for word in reversed(before) if word in _RELATIONS or word in ("with", "of")), None)
        relation = None
        if last is not None and entry.holdable and ("holding" in said or joining == "with"):
            relation = Relation("held by", last.id)
            if pose in (None, "standing", "holding"):
                said.pop("standing", None)
                draft.heard.setdefault((f"said {last.id}", "pose"), {})["holding"] = SAID
        for index in range(min(3, count_of(words, mention, self.lexicon)) or 1):
            key = mention.name if index == 0 else f"{mention.name}-{index + 1}"
            draft.cels[key] = CelPlan(
                key, "thing", mention.name, relation=relation if index == 0 else None, spans=(mention.span,)
            )
        if last is not None and relation is None and joining in _RELATIONS:
            self._relate(draft, mention, last, _RELATIONS[joining])

    def _relate(self, draft: Draft, mention: Mention, last: CelPlan, kind: str) -> None:
        entry = self.vocabulary.thing(mention.name)
        if kind in ("on", "in"):
            fits = [name for name, place in (("on", entry.seat), ("in", entry.mouth)) if place is not None]
            if fits:  # one drives on a tractor, and in a car
                kind = kind if kind in fits else fits[0]
                draft.cels[last.id] = replace(draft.cels[last.id], relation=Relation(kind, mention.name))
        else:
            draft.cels[mention.name] = replace(draft.cels[mention.name], relation=Relation("beside", last.id))


def count_of(words: Sequence[Word], mention: Mention, lexicon: Lexicon) -> int:
    """How many are meant: the number before a mention, or two where it is a plural."""
    before = [word.text for word in words[max(0, mention.first - 3) : mention.first]]
    number = next((COUNTS[word] for word in reversed(before) if word in COUNTS), None)
    if number is not None or mention.category != "kinds":
        return number or 1
    word = words[mention.last].text
    return 2 if word.endswith("s") and word not in lexicon.known and word[-2:] != "ss" else 1
