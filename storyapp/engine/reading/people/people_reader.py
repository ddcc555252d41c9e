"""The people and animals that a sentence names: one who is known, a newcomer, a relative, or several at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from storyapp.story.model import Character
from storyapp.story.plan import SIZE, CelPlan

from ..drafts import ADULT, CHILD, MOST_FIGURES, SAID, Draft, Sentence, agrees, looks_of, slug
from ..names.first_names import OF_PEOPLE, TITLES
from ..names.naming import noun_told
from ..names.narrator import Narrator, is_spoken
from ..names.tellings import is_drawn_as_another
from ..things.counting import count_of, report_left
from ..words.concept_mentions import ConceptMention
from ..words.english import (
    ADJECTIVES,
    ANYBODY,
    AUXILIARIES,
    DETERMINERS,
    MODALS,
    OWN,
    PREPOSITIONS,
    RELATIVES,
    TRAITS,
    YOUNG,
)
from ..words.lexicon import Lexicon
from .appearance import Describe, looks_said
from .company import Company
from .kin import Kin, twins
from .predicates import PredicateReader
from .scene_memory import SceneMemory
from .who_is_who import WhoIsWho, naming

_BESIDE_NAME = re.compile(r",? (?:[A-Z]\w+,? )?(?:the |an? )(?:\w+ ){0,2}\w+")
_BEFORE_NAME = re.compile(rf"\b(?:the|an?|{OWN})(?: [\w-]+){{0,2}}? ([a-z]+), $", re.IGNORECASE)
_NEW = ("a", "an", "another")  # before somebody who is not known yet
_TALKED_OF = PREPOSITIONS | AUXILIARIES | {"to", "like", "as", "than", "and", "or"}
_NOT_DONE = MODALS | {"to", "not"}


def takes_part(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether somebody does something, or something is done to them: "saved the cat", but not "a cake for the cat"."""
    if mention.category not in ("who", "kinds", "strangers", "groups") or is_spoken(sentence.text, mention.span[0]):
        return False
    words, place = sentence.words, mention.first - 1
    while place >= 0 and (words[place].text in ADJECTIVES or words[place].text in TRAITS):
        place -= 1
    if mention.category in ("kinds", "groups"):
        if place < 0 or not (words[place].text in DETERMINERS or words[place].text.endswith("'s")):
            return False
        place -= 1
    if place < 0:
        return mention.category != "strangers" or sentence.text[mention.span[1] :][:1] not in ("!", "?", ",")  # "Hush!"
    done = place == 0 or (words[place - 1].text not in _NOT_DONE and not words[place - 1].text.endswith("n't"))
    return done and words[place].text not in _TALKED_OF


def _apposed_noun(sentence: Sentence, mention: ConceptMention) -> str:
    """The noun for whom a name stands behind, where it brings in nobody by itself: "the postman, Mr Hill, came"."""
    match = _BEFORE_NAME.search(sentence.text, sentence.span[0], mention.span[0])
    alone = match is not None and all(match.span(1) != one.span for one in sentence.mentions)
    return match[1] if match and alone else ""


class PeopleReader:
    """Brings the figures that nouns and names mean into the drafts of one scene; `before` are those of earlier scenes."""

    def __init__(
        self, lexicon: Lexicon, cast: Sequence[Character], describe: Describe, memory: SceneMemory, narrator: Narrator,
        company: Company, before: Sequence[CelPlan] = (),
    ) -> None:  # fmt: skip
        self.lexicon, self.cast, self.describe = lexicon, cast, describe
        self.before = {cel.id: cel for cel in before}
        self.memory, self.narrator, self.company = memory, narrator, company
        self.who = WhoIsWho(lexicon, cast, self.before)
        self.kin = Kin(lexicon, cast, memory)
        self.keys: dict[str, str] = {}  # a name that this scene tells first → the id
        self.predicates = PredicateReader(lexicon, describe, memory)

    def enter(
        self, sentence: Sentence, draft: Draft, mention: ConceptMention, around: Sequence[CelPlan]
    ) -> CelPlan | None:
        """The figure that a mention of one of the cast, a stranger, a kind or a group brings in; None if it brings nobody."""
        if self.predicates.tell(sentence, draft, mention):
            return None
        if _BESIDE_NAME.match(sentence.text, mention.span[1]) and self._is_friend(sentence, mention):
            return None  # "his friend the bear"
        owner = self.kin.owner(sentence, draft, mention)
        if owner is not None:
            return self.kin.relatives(sentence, draft, mention, owner)
        kin = self.kin.told_of(sentence, mention)
        if kin is not None:
            return draft.cels.setdefault(kin.id, replace(kin, spans=(mention.span,)))
        if mention.category == "groups":
            group = self.company.group(sentence, draft, mention, around)
            drawn = sum(mention.span in one.spans for one in draft.figures)
            if drawn and sentence.text[mention.span[1] :][:1] not in (":", ","):
                report_left(sentence, draft, mention, drawn)
            return group
        if mention.category == "strangers":
            return self._stranger(sentence, draft, mention)
        return self._figure(sentence, draft, mention, around)

    def _is_friend(self, sentence: Sentence, mention: ConceptMention) -> bool:
        return naming(mention, sentence.words, self.lexicon).noun == "friend"

    # One who is named

    def _stranger(self, sentence: Sentence, draft: Draft, mention: ConceptMention) -> CelPlan:
        name, kind = mention.called, mention.name
        before = self._met(name)
        guessed = kind in CHILD.values() or (before is not None and self.memory.guesses.is_open(before))
        if before is not None and kind in ADULT.values():  # Miss Patel, who was a teacher
            guessed = guessed or any(agrees(one, kind) and agrees(one, before.concept) for one in ADULT)
        beast = before is not None and not self.lexicon.vocabulary.kind(before.concept).human
        if before is not None and (guessed or beast):  # who was a dog is one still
            kind = before.concept
        noun = noun_told(sentence.text, mention.span, self.lexicon) or _apposed_noun(sentence, mention)
        if name == self.narrator.name:
            cel = self.narrator.enter(draft)
        else:
            key = before.id if before else self._key(mention, noun)
            kind = self.memory.kind(key, kind)
            cel = draft.cels.get(key) or self._dressed(CelPlan(key, "figure", kind))
        looks = looks_said(sentence.words, mention, cel.concept, self.describe, noun)
        looks |= {SIZE: "small"} if noun in YOUNG else {}
        draft.cels[cel.id] = replace(cel, attributes={**looks, **cel.attributes}, spans=(*cel.spans, mention.span))
        return draft.cels[cel.id]

    def _key(self, mention: ConceptMention, noun: str) -> str:
        """The id of somebody new who has a name: a giant named Humphrey may be called "the giant" later."""
        name = slug(mention.called)
        kind = self.lexicon.kind(noun)
        trade = kind not in (None, noun) and noun not in ANYBODY | RELATIVES.keys()
        trade = trade and self.lexicon.vocabulary.kind(kind or "").human and not name.startswith(f"{noun}-")
        return self.keys.setdefault(
            name, f"{noun}-{name}" if trade or is_drawn_as_another(noun, self.lexicon) else name
        )

    def _met(self, name: str) -> CelPlan | None:
        """Who had that name in an earlier scene, with or without a title: Ada was "Princess Ada" there."""
        titled = [cel for key, cel in self.before.items() if key.endswith(f"-{slug(name)}")]
        title, _, bare = slug(name).partition("-")
        untitled = self.before.get(bare) if title in TITLES.keys() - OF_PEOPLE - RELATIVES.keys() else None
        return self.before.get(slug(name)) or (titled[0] if len(titled) == 1 else untitled)

    def _dressed(self, cel: CelPlan) -> CelPlan:
        """A figure in the clothes that it wore in an earlier scene, with its hair and skin, and as large as it was."""
        before = self.before.get(cel.id)
        if before is None or before.concept != cel.concept:
            return cel
        return replace(cel, attributes=looks_of(before))

    def _figure(self, sentence: Sentence, draft: Draft, mention: ConceptMention, around: Sequence[CelPlan]) -> CelPlan:
        words, concept = sentence.words, mention.name
        character = next((one for one in self.cast if one.id == mention.name), None)
        one = character is not None or "'" in words[mention.last].text  # "on the girl's nose"
        count = 1 if one else count_of(words, mention, self.lexicon)
        if mention.category == "kinds" and count == 1:
            character = self.who.one_of_cast(sentence, draft, mention, mention.name)
        titled = None if character or count > 1 else self.company.of_title(sentence, draft, mention, around)
        if titled is not None:
            return titled
        met = any(one.concept == concept for one in self.who.met.values())
        known = self.company.of_kind(sentence, draft, mention, count, around) if character is None and not met else None
        if known is not None:
            return known
        if character is not None:
            key, concept = slug(character.name), character.concept
        else:
            key = self.who.key(sentence, draft, mention, concept, count > 1)
            concept = self._told(key, concept, mention, sentence, around)
        alike = self.who.several(draft, key, min(MOST_FIGURES, count)) if count > 1 else ()
        report_left(sentence, draft, mention, max(1, len(alike)))
        cel = draft.cels.get(key) or CelPlan(key, "figure", concept, character.id if character else None)
        if not cel.spans and naming(mention, words, self.lexicon).article not in _NEW:
            cel = self._dressed(cel)
        looks = looks_said(words, mention, concept, self.describe) if character is None else {}
        draft.cels[key] = replace(cel, attributes={**looks, **cel.attributes}, spans=(*cel.spans, mention.span))
        doing = self.lexicon.pose_before(words, mention.first)
        if doing is not None:  # "the sleeping dragon", whatever else is done
            draft.told_of(key, "pose")[doing] = 2 * SAID
        twins(draft, alike)
        return draft.cels[key]

    def _told(
        self, key: str, concept: str, mention: ConceptMention, sentence: Sentence, around: Sequence[CelPlan]
    ) -> str:  # fmt: skip
        """The kind of a figure whose word alone does not tell it: a doctor who was "she" stays a woman."""
        if self.predicates.is_either(sentence, mention, concept):
            known = (*self.before.values(), *around)
            before = [cel.concept for cel in known if cel.id == key and cel.who is None]
            self.memory.either.setdefault(key, before[-1] if before else concept)
        return self.memory.kind(key, concept)
