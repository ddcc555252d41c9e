"""The things of a sentence: what is drawn as what, how many there are, who has them and where they stand."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from storyapp.stage.hands import BURDENS
from storyapp.stage.strings import FLOWN
from storyapp.stage.vocabulary import word_forms
from storyapp.story.plan import COLOUR, CelPlan, NotDrawn, Relation

from ..drafts import SAID, Draft, Sentence, shortened, slug
from ..words.concept_mentions import ConceptMention
from ..words.english import (
    COUNTS,
    ORDINARY,
)
from ..words.lexicon import Lexicon
from .colouring import ColourFinder, free_id
from .counting import count_of, number_before, report_left
from .fitting import RIDEABLE, fitting, hidden_by, is_ridden, sits_down
from .putting import goes_into, is_vessel, lying_in, put_there
from .relations import (
    is_aimed_at,
    is_in_hand,
    is_put,
    is_shared,
    relation_word,
    rests,
    steers,
    taken_along,
    things_before,
    used_by,
)
from .rides import boarded_by

Nearest = Callable[[str], tuple[str, str] | None]

# Nouns whose words alone are like those of another thing: a dish is no satellite dish.
_UNLIKE = frozenset(
    "alarm anteater barley beet beetroot buttercup cart cartwheel clip cornflower desk desktop dish fender flight gooseberry hutch jelly juice mite mitre paint pea "
    "peppermint pod saucer seed sheet slider sole straw trampoline trap vehicle".split()
)
MOST_ALIKE = 5  # things of a kind
_CARRIES = re.compile(r"\bcarr(?:y|ies|ied|ying) (?:(?!and\b)[\w-]+ ){1,4}$", re.IGNORECASE)
CARRIED = 0.6  # metres up to which one holds what is no thing for a hand
_ON_FOOT = {"walking", "running"}  # who comes with a basket has it in hand
_IN_ARMS = {"holding", "hugging"}  # poses of those who may have in hand what is not made for one
_STANDING, _STOOD_ON = ("stand", "stands", "stood", "standing"), ("skateboard", "scooter", "roller skate", "ice skate")
_IN_EACH_HAND = re.compile(
    r" in (?:each|either|both)(?: of)?(?: (?:his|her|its|their))? (?:hands?|paws?|fists?|claws?)\b"
)
_MOVING_WITH_IT = ("swimming", "flying")  # what a boat or a plane does, and not who is in it
_CLOSED = ("wardrobe", "cupboard")  # from behind which one who is in it peeps out
_APART = ("under", "behind", "beside", "in front of")  # who has a key has not the stone under which it was
HANDS = 2  # each has one of two buckets
_UNWORN = {"hat": "woolly hat", "flower": "tulip", "boots": "wellingtons", "bow": "ribbon"}  # accessory → thing


class ObjectReader:
    """Brings things into drafts; `nearest` is what an unknown noun is drawn as."""

    def __init__(self, lexicon: Lexicon, nearest: Nearest) -> None:
        self.lexicon, self.nearest, self.vocabulary = lexicon, nearest, lexicon.vocabulary
        self.colours = ColourFinder(lexicon.vocabulary)

    def noun(self, sentence: Sentence, draft: Draft, mention: ConceptMention) -> tuple[str, str]:
        """What a noun outside the vocabulary is drawn as; it is told unless it is a person or an animal we have."""
        said = shortened(sentence.text[slice(*mention.span)])
        noun, name = mention.noun, mention.noun.concept
        if noun.category == "kinds" and not noun.nearest:
            return noun.category, name
        forms = word_forms(said.lower().replace("-", " "))
        if name and any(form in self.lexicon.nouns and self.lexicon.nouns[form].exact for form in forms):
            return noun.category, name
        found = (noun.category, name) if name else None if forms[-1] in _UNLIKE else self.nearest(said)
        reason = f"“{said}” is drawn as “{found[1]}”." if found else f"The model has not learned to draw “{said}”."
        same = found and f" {said.lower()} ".endswith(f" of {found[1]} ")  # a pair of scissors
        if not same and not (name and said.lower().startswith(f"{name} ")):  # a treasure chest is treasure
            draft.not_drawn.append(NotDrawn(said, mention.span, reason))
        return found or ("", "")

    def unworn(self, sentence: Sentence, draft: Draft, mention: ConceptMention) -> tuple[str, str]:
        """An accessory that nobody wears is a thing: "she picked a flower"; one for which there is none is reported."""
        thing = _UNWORN.get(mention.name, mention.name)
        if thing in self.vocabulary.entries["things"]:
            return "things", thing
        return self.noun(sentence, draft, replace(mention, name=""))

    def enter(self, sentence: Sentence, draft: Draft, mention: ConceptMention, last: CelPlan | None) -> None:
        """Bring a thing in, as often as it is counted, held by or standing to the figure that was named last."""
        entry = self.vocabulary.thing(mention.name)
        joining = relation_word(sentence.words, mention)
        user = used_by(sentence, mention) if joining == "with" else None
        if joining is None and entry.mouth is not None and entry.size >= RIDEABLE:
            user = boarded_by(sentence, mention)
            joining = "in" if user else None
        last = next((cel for cel in draft.figures if user and user.span in cel.spans), last)
        said = draft.told_of(last.id, "pose") if last else {}
        pose = max(said, key=lambda one: said[one], default=None)
        if pose == "reading" and "book" in mention.name:
            return  # the figure's own drawing has it in hand
        relation = None
        burden = (
            mention.name in BURDENS and _CARRIES.search(sentence.text, sentence.span[0], mention.span[0]) is not None
        )
        carrying = _IN_ARMS & said.keys() or (joining == "with" and _ON_FOOT & said.keys())
        held = bool(carrying) and entry.size <= CARRIED and (joining is None or is_vessel(entry))
        fits = (
            (entry.holdable or burden or held or mention.name in FLOWN)
            and not is_aimed_at(sentence, mention)
            and not rests(sentence, mention)
        )
        if last is not None and fits and self._is_held(sentence, mention, said, joining):
            relation = Relation("held by", last.id)
            if pose in (None, "standing", "holding") and not is_shared(sentence.words, mention):
                said.pop("standing", None)
                said["holding"] = SAID
        users = _all_who_do(draft, last) if relation is not None and last is not None else []
        key = self._bring(sentence, draft, mention, relation, users)
        if joining in ("on", "in", "under", "behind") and self._move(sentence, draft, mention, key, joining):
            return
        if relation is None and joining not in (None, "with"):
            self._relate(sentence, draft, mention, key, last, joining or "")

    def _bring(
        self, sentence: Sentence, draft: Draft, mention: ConceptMention, relation: Relation | None,
        users: Sequence[CelPlan],
    ) -> str:  # fmt: skip
        """Bring a thing in, as often as it is counted, in the colours that are told; the id of the first one.

        Several `users` who do the same have one each.
        """
        colours = self.colours.told(sentence, mention, mention.name)
        each_hand = _IN_EACH_HAND.match(sentence.text, mention.span[1]) is not None
        count = HANDS if each_hand else min(MOST_ALIKE, count_of(sentence.words, mention, self.lexicon)) or 1
        if count > 1:
            count = max(count, min(MOST_ALIKE, len(colours)))
        if 1 <= count <= len(users) > 1 and (count > 1 or _is_each(sentence, mention)):
            count = len(users) if number_before(sentence.words, mention) is None else count
        report_left(sentence, draft, mention, count)
        first = free_id(draft, key_of(mention), colours[0] if colours and count == 1 else None)
        for index in range(count):
            key = first if index == 0 else f"{mention.name}-{index + 1}"
            known = draft.cels.get(key)
            attributes = {COLOUR: colours[index % len(colours)]} if colours else known.attributes if known else {}
            only = relation if index < HANDS else None
            if 1 < count <= len(users):
                only = Relation("held by", users[index].id)
            draft.cels[key] = CelPlan(
                key, "thing", mention.name, attributes=attributes, relation=only, spans=(mention.span,)
            )
        return first

    @staticmethod
    def _is_held(sentence: Sentence, mention: ConceptMention, said: Mapping[str, float], joining: str | None) -> bool:
        under = joining == "under" and mention.name == "umbrella"  # one of those who stand under it has it
        with_it = (joining == "with" or _IN_EACH_HAND.match(sentence.text, mention.span[1])) and not mention.absent
        read = "reading" in said and "book" in mention.name and joining is None  # "sat on a rock, reading a book"
        in_hand = read or is_in_hand(sentence, mention)
        return under or ("holding" in said and joining not in _APART) or with_it or in_hand

    def _move(self, sentence: Sentence, draft: Draft, mention: ConceptMention, key: str, kind: str) -> bool:
        """Move what somebody had into or onto a thing: "picked apples and put them in the basket"; whether it was so."""
        entry = self.vocabulary.thing(mention.name)
        moved = put_there(sentence, mention)
        if not moved and kind == "in" and is_vessel(entry):
            moved = lying_in(sentence, mention)
        fits = fitting(kind, entry, None)
        cels = [one for one in draft.cels.values() if any(each.span in one.spans for each in moved)]
        cels = [one for one in cels if fits and one.kind == "thing" and one.id != key]
        for one in cels:
            if one.relation is None or one.relation.kind == "held by":
                draft.cels[one.id] = replace(one, relation=Relation(fits or kind, key))
        return bool(cels)

    def _relate(
        self, sentence: Sentence, draft: Draft, mention: ConceptMention, key: str, last: CelPlan | None, kind: str
    ) -> None:
        """Put who or what is told to be there on, into or beside a thing."""
        entry, cel = self.vocabulary.thing(mention.name), draft.cels[key]
        before = things_before(sentence, mention)
        things = [one for one in draft.cels.values() if any(thing.span in one.spans for thing in before)]
        if things:
            fits = fitting(kind, entry, None)
            for one in things:
                if fits and one.id != cel.id and one.kind == "thing" and one.relation is None:
                    draft.cels[one.id] = replace(one, relation=Relation(fits, cel.id))
        elif last is not None and not before and not is_put(sentence, mention) and not goes_into(sentence, mention):
            fits = fitting(kind, entry, self.vocabulary.kind(last.concept).size)
            if kind in ("on", "in"):
                if fits:
                    self._board(sentence, draft, mention, last, Relation(fits, cel.id))
                elif kind == "in" and mention.name in _CLOSED:
                    draft.cels[cel.id] = replace(cel, relation=Relation("in front of", last.id))
            else:
                draft.cels[cel.id] = replace(cel, relation=Relation(hidden_by(kind, entry), last.id))

    def _board(
        self, sentence: Sentence, draft: Draft, mention: ConceptMention, last: CelPlan, relation: Relation
    ) -> None:  # fmt: skip
        """Somebody is on or in a thing, and so are those who do the same, or who drive there."""
        entry = self.vocabulary.thing(mention.name)
        all_ = [*draft.all_with(last), *taken_along(sentence, mention, last, draft.figures)]
        for cel in all_:
            if not fitting(relation.kind, entry, self.vocabulary.kind(cel.concept).size):
                continue
            draft.cels[cel.id] = replace(draft.cels[cel.id], relation=relation)
            said = draft.told_of(cel.id, "pose")
            if steers(sentence.words, mention) and relation.kind == "in":  # who paddles a canoe does not swim
                draft.denied |= {(cel.id, pose) for pose in _MOVING_WITH_IT}
                for pose in _MOVING_WITH_IT:
                    said.pop(pose, None)
            stands = any(word.text in _STANDING for word in sentence.words) and relation.kind == "on"
            on_foot = stands or mention.name in _STOOD_ON
            if (is_ridden(relation.kind, entry) or not said) and not on_foot:
                sits_down(draft.told_of(cel.id, "pose"), 2 * SAID)


def _all_who_do(draft: Draft, last: CelPlan) -> list[CelPlan]:
    """Somebody, and all those with whom they do the same, whoever was named first."""
    pairs = [(one, other) for one, other in draft.together.items() if other is not None]
    found: set[str] = set()
    new = {last.id}
    while new:
        found |= new
        new = {key for pair in pairs if found & set(pair) for key in pair} - found
    return [cel for cel in draft.figures if cel.id in found]


def _is_each(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether everyone has some of their own: "Tom and Mia each had a balloon", "a balloon each", "they ate soup"."""
    words = sentence.words
    before = words[mention.first - 1].text if mention.first else "the"
    if "ball" in mention.name and before.startswith("play"):
        return False  # one ball is enough for a game
    if before not in ORDINARY | COUNTS.keys() and not before.endswith("'s"):  # not "under Gran's umbrella"
        return True
    near = (*words[max(0, mention.first - 5) : mention.first], *words[mention.last + 1 : mention.last + 2])
    return any(word.text == "each" for word in near)


def key_of(thing: ConceptMention) -> str:
    """The cel id of a thing: its concept's name, or its own if it has one."""
    return slug(thing.called) if thing.called else thing.name
