"""The relatives of animals are such animals: in "the fox and his mother" the mother is a fox."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from storyapp.story.model import Character
from storyapp.story.plan import CelPlan

from ..drafts import MOST_FIGURES, Draft, Sentence
from ..names.owners import owner_named
from ..things.counting import count_of, number_before
from ..words.concept_mentions import ConceptMention
from ..words.english import COUNTS, POSSESSIVES, RELATIVES
from ..words.lexicon import Lexicon
from ..words.splitting import Word
from .animals import animal_of, relatives
from .scene_memory import SceneMemory
from .who_is_who import naming

_KIN_GROUPS = ("children", "kids", "family", "friends", "parents", "siblings")
_KIN = (frozenset(RELATIVES) | {"baby", "cub"}) - {"boy", "girl"}
_WITH_CUBS = frozenset(("bear", "fox", "lion", "tiger", "wolf", "panda"))
_CUB = re.compile(r"-cub(?:-\d+)?$")
_HAVING = frozenset("has have had".split())


def is_human(cel: CelPlan, lexicon: Lexicon) -> bool:
    """Whether a figure is a person."""
    return cel.kind == "figure" and lexicon.vocabulary.kind(cel.concept).human


def twins(draft: Draft, keys: Sequence[str]) -> None:
    """The first of some figures is there as often as there are keys, and they do the same."""
    for first, twin in ((keys[0], other) for other in keys[1:]):
        draft.cels[twin] = replace(draft.cels[first], id=twin)
        draft.together[first], draft.together[twin] = twin, draft.together.get(first)


class Kin:
    """Finds whose relatives are told of, and remembers them for one scene."""

    def __init__(self, lexicon: Lexicon, cast: Sequence[Character], memory: SceneMemory) -> None:
        self.lexicon, self.cast, self.memory = lexicon, cast, memory
        self.known: dict[str, CelPlan] = {}  # relation → relative

    def owner(self, sentence: Sentence, draft: Draft, mention: ConceptMention) -> CelPlan | None:
        """The animal whose relative a mention is: "the fox and his mother"; None for those of people."""
        said = naming(mention, sentence.words, self.lexicon)
        if not (said.noun in _KIN or mention.name in _KIN_GROUPS) or mention.category not in ("kinds", "groups"):
            return None
        words, place = sentence.words, mention.first - 1
        while place >= 0 and (words[place].text in said.adjectives or words[place].text in COUNTS):
            place -= 1
        word = words[place] if place >= 0 else None
        owner = self._with_cubs(draft) if said.noun == "cub" else None
        if word is None:
            return owner
        if word.text in POSSESSIVES and word.text != "its":
            owner = draft.cels.get(self.memory.owner(word.span) or "")
            if word.text == "their" and any(is_human(one, self.lexicon) for one in draft.figures):
                return None
        elif word.text == "its":
            owner = self._beast_before(draft, word)
        elif word.text in _HAVING:
            owner = draft.cels.get(self.memory.named_before(word.span[0]) or "")
        elif mention.name == "family":  # "the bear family"
            beast = self.lexicon.kind(word.text) or animal_of(word.text, self.lexicon)
            owner = draft.cels.get(self.memory.named_before(mention.span[0]) or "") if beast else None
        elif word.text.endswith(("'s", "s'")):
            name = re.sub(r"['’]s?$", "", sentence.text[slice(*word.span)])
            animal = animal_of(name.lower(), self.lexicon)
            owner = CelPlan(animal, "thing", animal) if animal else owner_named(name, self.cast, self.lexicon)
        return None if owner is None or is_human(owner, self.lexicon) else owner

    def _with_cubs(self, draft: Draft) -> CelPlan | None:
        """The latest animal of the story that may have cubs, and is none itself."""
        told = (*self.memory.guesses.told, *draft.figures)
        grown = [cel for cel in told if cel.concept in _WITH_CUBS and not _CUB.search(cel.id)]
        return replace(grown[-1], spans=()) if grown else None

    def _beast_before(self, draft: Draft, word: Word) -> CelPlan | None:
        """The animal that was named last before "its"."""
        cel = draft.cels.get(self.memory.named_before(word.span[0]) or "")
        beasts = [one for one in draft.figures if one.spans and not is_human(one, self.lexicon)]
        if cel is not None and is_human(cel, self.lexicon):
            cel = beasts[-1] if beasts else None
        return cel or self.memory.animals.latest()

    def told_of(self, sentence: Sentence, mention: ConceptMention) -> CelPlan | None:
        """The animal that "the mother" means where the scene has told of such a relative, or "Granny" of Granny Badger."""
        if mention.category != "kinds":
            return None
        said = naming(mention, sentence.words, self.lexicon)
        if said.article not in ("the", ""):
            return None
        return (
            self.known.get(RELATIVES.get(said.noun, ""))
            or self.memory.animals.titled(said.noun)
            or self._of_earlier(mention, said.noun)
        )

    def _of_earlier(self, mention: ConceptMention, noun: str) -> CelPlan | None:
        """The only animal of earlier scenes that was told to be such a relative, where no person may be meant."""
        relation, told = RELATIVES.get(noun, ""), {cel.id: cel for cel in self.memory.guesses.told}
        found = [
            cel
            for key, cel in told.items()
            if relation and key.endswith(f"-{relation}") and not is_human(cel, self.lexicon)
        ]
        people = any(cel.concept == mention.name for cel in told.values())
        return replace(found[0], spans=()) if len(found) == 1 and not people else None

    def relatives(self, sentence: Sentence, draft: Draft, mention: ConceptMention, owner: CelPlan) -> CelPlan:
        """An animal's mother or children are such animals."""
        noun = naming(mention, sentence.words, self.lexicon).noun
        relation = mention.name if mention.category == "groups" else RELATIVES.get(noun, noun)
        group = mention.category == "groups"
        counted = number_before(sentence.words, mention) or 2 if group else 1
        many = counted if group else count_of(sentence.words, mention, self.lexicon)
        key = f"{re.sub(r'-[0-9]+$', '', owner.id)}-{relation}"
        if many > 1:  # as many as there were
            many = max(
                many, sum(re.fullmatch(rf"{key}(?:-\d+)?", cel.id) is not None for cel in self.memory.guesses.told)
            )
        cel = draft.cels.get(key) or CelPlan(key, owner.kind, owner.concept)
        draft.cels[key] = replace(cel, spans=(*cel.spans, mention.span))
        self.known[relation] = CelPlan(key, owner.kind, owner.concept)
        if owner.kind == "thing":
            return relatives(draft, key, draft.cels[key], many)
        if many > 1:
            twins(draft, [key, *(f"{key}-{index}" for index in range(2, min(MOST_FIGURES, many) + 1))])
        return draft.cels[key]
