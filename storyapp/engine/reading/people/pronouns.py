"""Pronouns: "she" and "he" mean one who is known, "they" several, and "I" the one who tells the story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from storyapp.story.model import Character
from storyapp.story.plan import CelPlan

from ..drafts import Draft, Sentence, brought
from ..names.narrator import Narrator, is_spoken
from ..words.clauses import subjects
from ..words.concept_mentions import ConceptMention
from ..words.lexicon import Lexicon
from .antecedents import SUBJECTS, AntecedentFinder
from .company import AS_BEFORE, Company
from .scene_memory import SceneMemory

_CLAUSE_BEGINS = re.compile(r"[,;:]|\b(?:and|but|so|when|while|as|then|until|because|that)\b")
_EACH = re.compile(r" (?:\w+ )?(all|both)\b")  # "they all", "they were both"


class PronounReader:
    """Finds whom the pronouns of one scene mean, by what its `memory` knows."""

    def __init__(
        self, lexicon: Lexicon, cast: Sequence[Character], narrator: Narrator, memory: SceneMemory, company: Company
    ) -> None:
        self.cast, self.narrator, self.memory, self.company = cast, narrator, memory, company
        self.antecedents = AntecedentFinder(lexicon, cast, memory)

    def enter(
        self, sentence: Sentence, draft: Draft, mention: ConceptMention, around: Sequence[CelPlan]
    ) -> CelPlan | None:
        """The figure, or the animal among the things, that a pronoun means, brought into the draft; None for nobody.

        `around` are the figures of the sentences and the scene before, the latest last.
        """
        around = [replace(cel, concept=self.memory.kind(cel.id, cel.concept)) for cel in around]
        if mention.name in ("my", "our"):
            return self._narrator(sentence, draft, mention, around)
        if mention.name == "others":
            return self.company.others(draft, around, [*self.memory.met])
        if mention.name in ("all", "their"):
            return self._several(sentence, draft, mention, around)
        found = self.antecedents.meant(sentence, draft, mention, around)
        if found is not None and sentence.words[mention.first].text in SUBJECTS:
            self.memory.guesses.confirm(found, mention.name)
        return found

    def _several(
        self, sentence: Sentence, draft: Draft, mention: ConceptMention, around: Sequence[CelPlan]
    ) -> CelPlan | None:  # fmt: skip
        """The last of those whom "they", "all three" or "they all" means: who is there, of before or of the cast."""
        each = _EACH.match(sentence.text, mention.span[1])
        word = sentence.words[mention.first].text
        if word == "each":  # of those who were just told of
            for cel in around:
                if cel.id in self.memory.met:
                    brought(draft, cel)
            if len(draft.figures) > 1:
                return self.company.together(draft.figures, draft)
        if mention.name == "all" or (word in ("they", "them") and each):
            count = mention.number if mention.name == "all" else 2 if each and each[1] == "both" else None
            return self.company.all_of_them(draft, count, around, self._who_acts(sentence, mention))
        if not draft.figures and not any(cel.id in self.memory.met for cel in around):
            animals = self.memory.animals.several(draft, of_before=not around and not self.cast)
            if animals is not None:
                return animals
        met = {cel.spans for cel in around if cel.id in self.memory.met} - {()}  # two who are named in one word are met
        here = [cel for cel in around if cel.id in self.memory.met or cel.spans in met]
        if here and word == "their":  # "Tilda sat alone. Their cat slept" brings in nobody else
            for cel in here[-AS_BEFORE:]:
                brought(draft, cel)
            return self.company.together(draft.figures, draft)
        self.company.they(draft, here if len(here) > 1 else around)
        they = word == "they" and not mention.absent
        if they and len(draft.figures) == 1 and len(self.cast) < AS_BEFORE and mention.first == 0:  # they are not one
            self.company.bring_cast(draft)
        return self.company.together(draft.figures, draft)

    def _who_acts(self, sentence: Sentence, mention: ConceptMention) -> int:
        """How many do something to those whom a mention means: one in "Mum kissed all three", none in "they all ran"."""
        named = [one for one, _ in self.memory.named if one.span[1] <= mention.span[0]]
        gap = sentence.text[named[-1].span[1] : mention.span[0]] if named else ""
        acts = re.search(r"\w", gap) is not None and not _CLAUSE_BEGINS.search(gap)
        return len(subjects(sentence, mention, self.memory.named)) if acts else 0

    def _narrator(
        self, sentence: Sentence, draft: Draft, mention: ConceptMention, around: Sequence[CelPlan]
    ) -> CelPlan | None:  # fmt: skip
        """Who tells the story for "I", and for "we" the last of those with them; nobody for the "I" of a speech."""
        if is_spoken(sentence.text, mention.span[0]):
            return None
        cel = self.narrator.enter(draft, around)
        if mention.name == "our":
            return self.company.they(draft, [one for one in around if one.id != cel.id])
        return cel
