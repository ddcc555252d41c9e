"""Generates random story-like sentences with their labels (`told.Labelled`)."""

from __future__ import annotations

import random

from . import wording
from .pieces import Pieces, Subject, fill, joined, plain, put_together
from .sentence_parts import PRONOUNS, Parts
from .told import SENTENCE_ANSWERS, Labelled
from .word_choice import WordChoice

# Beginnings of phrases that can come first in a sentence.
_FRONT = (
    "in ", "at ", "near ", "by ", "under ", "on ", "one ", "that ", "late ", "early ", "among ", "through ", "outside ", "every ",
    "the next", "after ", "beside ", "over ", "across ", "along ", "high ", "up ", "down ", "deep ", "above ",
)  # fmt: skip


class SentenceMaker:
    """Generates sentences with the words of one split: "training", "test" (held out) or "dev" (for tuning)."""

    def __init__(self, words: str = "training") -> None:
        self.choice = WordChoice(words)

    def make(self, rng: random.Random) -> Labelled:
        """One random sentence."""
        return _Sentence(self.choice, rng).labelled()

    def scene(self, rng: random.Random) -> tuple[Labelled, ...]:
        """One to four sentences of one scene."""
        return tuple(self.make(rng) for _ in range(rng.choice((1, 1, 2, 3, 4))))


class _Sentence:
    """One sentence while it is generated."""

    def __init__(self, choice: WordChoice, rng: random.Random) -> None:
        self.choice, self.rng = choice, rng
        self.parts = Parts(choice, rng)

    def labelled(self) -> Labelled:
        """The finished sentence with its labels."""
        form = self.rng.random()
        pieces = self._scenery() if form < 0.2 else self._spoken() if form < 0.32 else self._happening()
        text, told = put_together(pieces)
        ending = "" if text.endswith(('"', "?")) else self.rng.choice("....!")
        return Labelled(text + ending, self.parts.surroundings, told)

    def _scenery(self) -> Pieces:
        """A sentence without figures."""
        rng, parts = self.rng, self.parts
        chosen = rng.sample(SENTENCE_ANSWERS, rng.choice((1, 1, 2, 2, 3)))
        found = [parts.surrounding(category, "their") for category in chosen]
        clauses = [words for words, clause in found if clause]
        phrases = [words.removeprefix("and ") for words, clause in found if not clause]
        place = " ".join(phrases)
        if "weathers" in parts.surroundings and not clauses and rng.random() < 0.3:
            return plain(f"it {parts.be} quiet {place}")
        if clauses:
            clause = f" {rng.choice(('and', 'while', 'as'))} ".join(clauses)
            return plain(" ".join((clause, *phrases)) if rng.random() < 0.6 else ", ".join((*phrases, clause)))
        frame = rng.choice(wording.SCENES)
        things = fill(frame, place=place, be=parts.be, t=parts.thing(), u=parts.thing())
        return things if "{place}" in frame else [*things, *plain(f" {place}")]

    def _spoken(self) -> Pieces:
        """Somebody says something; what is said may name who is not there."""
        rng, parts, who = self.rng, self.parts, self.parts.subject()
        if rng.random() < 0.5:
            line = fill(rng.choice(wording.LINES_ABSENT), x=parts.absent())
        else:
            line = plain(rng.choice(wording.LINES))
        pieces = fill(rng.choice(wording.SPOKEN), line=line, s=who.pieces)
        if pieces[-1][0].endswith('"') or rng.random() < 0.4:
            return pieces
        doing = parts.saying(who)
        words, clause = parts.surrounding("settings", PRONOUNS[who.pronoun][0]) if rng.random() < 0.4 else ("", True)
        return [*pieces, *plain(f", {doing}" + ("" if clause else f" {words}"))]

    def _happening(self) -> Pieces:
        """Somebody does something, among phrases and clauses."""
        rng, parts, who = self.rng, self.parts, self.parts.subject()
        phrases, clauses = self._extras(who)
        if rng.random() < 0.25:
            main = self._with_another(who, phrases)
            phrases = phrases[1:]
        else:
            inverted = parts.inverted(who) if self._if_training(0.15) else None
            main = inverted or [*who.pieces, *plain(" "), *parts.doing(who)]
        first: Pieces = []
        if clauses and rng.random() < 0.6:
            opening = rng.choice(("when {c}, ", "as {c}, ", "{c}, and ", "while {c}, "))
            first = fill(opening, c=clauses.pop())
        elif phrases and rng.random() < 0.3 and phrases[0][0][0].startswith(_FRONT):
            first = [*phrases.pop(0), *plain(rng.choice((", ", ", ", " ")))]
        elif rng.random() < 0.06:
            first = [*fill(rng.choice(wording.ABSENT_FIRST), x=parts.absent(), subj=who.pronoun), *plain(" ")]
        after = [piece for one in clauses for piece in (*plain(rng.choice((" while ", ", and ", " as "))), *one)]
        return [*first, *main, *joined(phrases), *after]

    def _extras(self, who: Subject) -> tuple[list[Pieces], list[Pieces]]:
        """Phrases that may stand anywhere, shuffled, and clauses that may come first."""
        rng, parts = self.rng, self.parts
        poss, obj = PRONOUNS[who.pronoun]
        phrases, clauses = self._surroundings(poss)
        if self._if_training(0.1):
            clauses.append(fill(rng.choice(wording.OF_THINGS), t=parts.thing(), poss=poss, be=parts.be))
        if self._if_training(0.08):
            phrases.append(fill(rng.choice(wording.WITH_THINGS), t=parts.thing(), poss=poss))
        if rng.random() < 0.3:
            phrases.append(fill(rng.choice(wording.THINGS), t=parts.thing(), u=parts.thing(), be=parts.be))
        if rng.random() < 0.3:
            phrases.append(parts.feeling(who))
        if rng.random() < 0.25:
            phrases.append(fill(rng.choice(wording.ABSENT), x=parts.absent(), poss=poss, obj=obj, subj=who.pronoun))
        if self._if_training(0.12):
            phrases.append(parts.thing_doing())
        if self._if_training(0.15):
            phrases.append([*plain(", "), *parts.with_thing(rng.choice(wording.BESIDES), poss)])
        if rng.random() < 0.25:
            phrases.append(plain(rng.choice(wording.TAILS).format(obj=obj, subj=who.pronoun)))
        rng.shuffle(phrases)
        return phrases, clauses

    def _surroundings(self, poss: str) -> tuple[list[Pieces], list[Pieces]]:
        """Phrases and clauses of place, time and weather."""
        phrases: list[Pieces] = []
        clauses: list[Pieces] = []
        for category, chance in (("settings", 0.42), ("times", 0.25), ("weathers", 0.18)):
            if self.rng.random() < chance:
                words, clause = self.parts.surrounding(category, poss)
                (clauses if clause else phrases).append(plain(words))
        if "settings" not in self.parts.surroundings and self.rng.random() < 0.06:
            phrases.append(self.parts.not_there())
        return phrases, clauses

    def _if_training(self, chance: float) -> bool:
        """By chance, and only in sentences to train on; those that measure the reader stay as they were."""
        return self.choice.trains and self.rng.random() < chance

    def _with_another(self, who: Subject, phrases: list[Pieces]) -> Pieces:
        """Somebody else in the same sentence: does the same, something else, or is met."""
        rng, parts, form = self.rng, self.parts, self.rng.random()
        other = parts.subject(pronouns=False)
        doing = parts.doing(who)
        space, phrase = plain(" "), joined(phrases[:1])
        if form < 0.35:
            other.note.pose = who.note.pose
            return [*who.pieces, *plain(" and "), *other.pieces, *space, *doing, *phrase]
        first = [*who.pieces, *space, *doing]
        if form < 0.75:
            joining = rng.choice((" while ", ", and ", ", but ", " as "))
            return [*first, *phrase, *plain(joining), *other.pieces, *space, *parts.doing(other)]
        meeting = rng.choice(wording.MEETING)
        return [*first, *plain(meeting), *other.pieces, *phrase]
