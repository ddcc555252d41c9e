"""Generates the parts of a sentence: subject, action, feeling, objects that are there or only talked about, surroundings.

Everything is drawn from one random generator, so the order of the draws determines what a seed means.
"""

from __future__ import annotations

import random

from . import wording
from .pieces import Note, Pieces, Subject, fill, plain
from .verbs import Verb, verb
from .word_choice import WordChoice

# pronoun → possessive, object form
PRONOUNS = {"she": ("her", "her"), "he": ("his", "him"), "it": ("its", "it"), "they": ("their", "them")}


class Parts:
    """Generates the parts of one sentence, in one tense; `surroundings` collects place, time and weather labels."""

    def __init__(self, choice: WordChoice, rng: random.Random) -> None:
        self.choice, self.rng = choice, rng
        self.present = rng.random() < 0.2
        self.be = "is" if self.present else "was"
        self.surroundings: dict[str, str] = {}

    # who and what

    def subject(self, pronouns: bool = True) -> Subject:
        """A subject: a pronoun, a name, or a kind."""
        rng, form = self.rng, self.rng.random()
        if pronouns and form < 0.18:
            pronoun = rng.choice(("she", "he", "it", "they", "she", "he"))
            note = Note("figure", None)
            return Subject([(pronoun, note)], note, pronoun)
        concept, word = self.choice.draw(rng, "kinds")
        pronoun = self._pronoun_of(concept)
        if form < 0.55:
            return self._named()
        note = Note("figure", concept)
        frame = rng.choice(wording.SOMEBODY)
        adjectives = {"a": rng.choice(wording.ADJECTIVES), "a2": rng.choice(wording.ADJECTIVES)}
        return Subject(fill(frame, n=[(word, note)], **adjectives), note, pronoun)

    def _pronoun_of(self, concept: str) -> str:
        if concept in wording.HER_KINDS:
            return "she"
        return "he" if concept in wording.HIS_KINDS else self.rng.choice(("she", "he", "it"))

    def _named(self) -> Subject:
        pronoun = self.rng.choice(("she", "he"))
        name, note = self.rng.choice(wording.NAMES[pronoun]), Note("figure", None)
        return Subject(fill(self.rng.choice(wording.CALLED), n=[(name, note)]), note, pronoun)

    def thing(self, there: bool = True) -> Pieces:
        """A mention of a thing, visible or only talked about."""
        name, word = self.choice.draw_thing(self.rng)
        return [(word, Note("thing", name, there))]

    def absent(self) -> Pieces:
        """A mention of a thing or figure that is only talked about."""
        if self.rng.random() < 0.35:
            return self.thing(there=False)
        concept, word = self.choice.draw(self.rng, "kinds")
        return [(word, Note("figure", concept, there=False))]

    def with_thing(self, frame: str, poss: str) -> Pieces:
        """A phrase with a thing, and possibly another figure, which is not labelled."""
        _, other = self.choice.draw(self.rng, "kinds")
        return fill(frame, t=self.thing(), o=other, poss=poss)

    # place, time, weather

    def surrounding(self, category: str, poss: str) -> tuple[str, bool]:
        """Words for a place, time or weather, and whether they are a clause; the label is added to `surroundings`."""
        self.surroundings[category], word = self.choice.draw(self.rng, category)
        if word[0] in "~!":
            return word[1:].replace("{poss}", poss), word[0] == "!"
        if word[0] == "+":
            return self.rng.choice(wording.TELLING).format(w=word[1:]), False
        frames = {"settings": wording.PLACES, "times": wording.TIME_WORDS, "weathers": wording.WEATHER_WORDS}[category]
        return self.rng.choice(frames).format(w=word, be=self.be), False

    def not_there(self) -> Pieces:
        """A phrase with a place that is not the place of the sentence."""
        concept = self.rng.choice(list(self.choice.tables["settings"]))
        names = [word for word in self.choice.words("settings", concept) if word[0] not in "~!+"]
        word = self.rng.choice(names or ["town"])
        return plain(self.rng.choice(wording.NOT_THERE).format(w=word))

    # what happens

    def doing(self, who: Subject) -> Pieces:
        """An action of the subject, which gets its pose as a label."""
        rng, poss = self.rng, PRONOUNS[who.pronoun][0]
        chance = rng.random()
        concept, word = self.choice.draw(rng, "poses")
        word = word.replace("{poss}", poss)
        if chance < 0.2:
            return plain(rng.choice(wording.EMPTY).format(poss=poss))
        if word[0] == "~" or word == concept:  # a phrase that stands as it is, or "standing" itself
            who.note.pose = concept
            return plain(f"{self.be} {word.removeprefix('~')}")
        if chance > 0.32:
            who.note.pose = concept
            return self._done(concept, verb(word), poss)
        return plain(self._put(rng.choice(wording.NOT_DOING), verb(word)))

    def _done(self, concept: str, forms: Verb, poss: str) -> Pieces:
        """A verb of a pose, at times with an object."""
        words = self._put(self.rng.choice(wording.DOING), forms)
        if concept == "holding":
            return [*plain(f"{words} the "), *self.thing()]
        bare = " " not in forms.base and words.endswith((forms.past, forms.third, forms.base, forms.ing))
        if bare and concept in wording.OBJECTS and self.rng.random() < 0.4:
            return [*plain(f"{words} "), *self.with_thing(self.rng.choice(wording.OBJECTS[concept]), poss)]
        return plain(words)

    def _put(self, frame: str, forms: Verb) -> str:
        return frame.format(v=self._tensed(forms), b=forms.base, i=forms.ing, be=self.be)

    def _tensed(self, forms: Verb) -> str:
        return forms.third if self.present else forms.past

    def inverted(self, who: Subject) -> Pieces | None:
        """Inversion of verb and subject: "there sat a mouse", "up jumped the fox"; None where that is ungrammatical."""
        concept, word = self.choice.draw(self.rng, "poses")
        is_verb = word[0] != "~" and word != concept and "{poss}" not in word
        _, begins_with_name = who.pieces[0]
        if not is_verb or concept in ("holding", "hugging") or begins_with_name:
            return None
        who.note.pose = concept
        return [*plain(f"{self.rng.choice(wording.BEFORE_VERBS)}{self._tensed(verb(word))} "), *who.pieces]

    def saying(self, who: Subject) -> str:
        """An action while speaking, as a participle: "sitting down"."""
        concept, word = self.choice.draw(self.rng, "poses")
        word = word.replace("{poss}", PRONOUNS[who.pronoun][0])
        who.note.pose = concept
        return word.removeprefix("~") if word[0] == "~" or word == concept else verb(word).ing

    def thing_doing(self) -> Pieces:
        """An action of a thing instead of a figure: "while the kite danced"."""
        _, word = self.choice.draw(self.rng, "poses")
        if word[0] == "~" or word == "standing" or "{poss}" in word:
            return plain(self.rng.choice(("while the wind blew", "and the kettle sang")))
        joining = self.rng.choice(("while ", "and ", "as "))
        return [*plain(f"{joining}the "), *self.thing(), *plain(f" {self._tensed(verb(word))}")]

    def feeling(self, who: Subject) -> Pieces:
        """A feeling of the subject, which gets it as a label."""
        rng, poss = self.rng, PRONOUNS[who.pronoun][0]
        who.note.expression, word = self.choice.draw(rng, "expressions")
        word = word.replace("{poss}", poss)
        if word[0] == "~":
            return plain(f"and {word[1:]}")
        if word[0] == "!":
            forms = verb(word[1:])
            return plain(rng.choice(wording.FEELING_VERBS).format(v=self._tensed(forms), i=forms.ing))
        return plain(rng.choice(wording.FEELINGS).format(w=word, be=self.be, subj=who.pronoun))
