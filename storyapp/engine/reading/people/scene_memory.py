"""Whom a scene has told of: who is named in the sentence that is read, who was met, and as what they turned out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from storyapp.story.plan import CelPlan, Span

from ..drafts import CHILD, Draft, Sentence
from ..words.concept_mentions import ConceptMention
from ..words.english import POSSESSIVES
from ..words.lexicon import Lexicon
from .animals import Animals, is_alive
from .guesses import Guesses


class SceneMemory:
    """Remembers whom one scene has told of, sentence by sentence.

    `told` are the figures of all earlier scenes, the latest last; `known` says by which of "her" and "his" the story
    calls those whose names do not tell it.
    """

    def __init__(
        self, lexicon: Lexicon, animals: Animals, told: Sequence[CelPlan] = (), known: Mapping[str, str] | None = None
    ) -> None:
        self.animals, self.guesses = animals, Guesses(lexicon, told, known or {})
        self.named: list[
            tuple[ConceptMention, str]
        ] = []  # the mentions of figures in the sentence that is read, with their ids
        self.met: dict[str, None] = {}  # ids of those whom this scene has told of, the latest last
        self.called: dict[str, str] = {}  # id → "her" or "his", as this scene has called them first
        self.either: dict[str, str] = {}  # id → kind, where the word for somebody tells neither man nor woman
        self.trades: dict[str, str] = {}  # id of an animal → what it is told to be: the rabbit is a doctor
        self.turned_out: dict[str, str] = {}  # id → kind, where a later word tells it: the doctor is a woman

    def begin(self) -> None:
        """Another sentence is read."""
        self.named, self.animals.here = [], []

    def remember(self, mention: ConceptMention, key: str) -> None:
        """A figure was named in the sentence, or is meant by a pronoun."""
        self.named.append((mention, key))
        self._meet(key)
        if mention.category == "pronouns" and mention.name in CHILD:
            self.called.setdefault(key, mention.name)

    def remember_animal(self, sentence: Sentence, mention: ConceptMention, cel: CelPlan, draft: Draft) -> None:
        """An animal that is a thing was named in the sentence, or is meant by a pronoun."""
        if is_alive(cel):
            self.animals.remember(sentence, mention, cel, draft)
            self._meet(cel.id)

    def _meet(self, key: str) -> None:
        self.met.pop(key, None)
        self.met[key] = None

    def kind(self, key: str, guessed: str) -> str:
        """The kind of a figure as far as it is known, else the guess."""
        return self.turned_out.get(key) or self.either.get(key) or guessed

    def subject(self, sentence: Sentence) -> tuple[ConceptMention, str] | None:
        """The figure that was named last in the sentence, but not as an owner: Tom in "Tom and his"."""
        named = (one for one in reversed(self.named) if not _is_possessive(sentence, one[0]))
        return next(named, None)

    def owner(self, place: Span) -> str | None:
        """The id of the one whom the possessive at a place of the sentence means."""
        return next((key for one, key in (*self.named[-1:], *self.animals.here) if one.span == place), None)

    def named_before(self, place: int) -> str | None:
        """The id of the figure or animal that was named last before a place of the sentence."""
        named = [(one.span[0], key) for one, key in (*self.named, *self.animals.here) if one.span[0] < place]
        return max(named)[1] if named else None

    def settle(self, drafts: Sequence[Draft]) -> None:
        """Make what is told of somebody later true of all drafts."""
        for draft in drafts:
            for key, kind in self.turned_out.items():
                if key in draft.cels and draft.cels[key].kind == "figure":
                    draft.cels[key] = replace(draft.cels[key], concept=kind)
            self.animals.settle(draft)


def _is_possessive(sentence: Sentence, mention: ConceptMention) -> bool:
    return mention.category == "pronouns" and sentence.words[mention.first].text in POSSESSIVES
