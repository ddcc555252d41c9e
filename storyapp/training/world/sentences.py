"""Story-like sentences that carry their answer: place, time and weather, and of each figure and thing that is
named whether it is to be seen, in what pose and with what feeling, said or unsaid."""

from __future__ import annotations

import random
import string
from dataclasses import dataclass

from . import wording
from .more_words import more_words, stem
from .synonyms import all_tables
from .things import load_things
from .verbs import Verb, verb

SENTENCE_ANSWERS = ("settings", "times", "weathers")
ACTIONS = ("poses", "expressions")
CATEGORIES = SENTENCE_ANSWERS + ACTIONS
_OBJECTS = {"she": ("her", "her"), "he": ("his", "him"), "it": ("its", "it"), "they": ("their", "them")}


@dataclass(frozen=True)
class Told:
    """A figure or thing that a sentence names, where, and what it says of it; None is unsaid."""

    kind: str  # "figure" or "thing"
    concept: str | None  # None for a name or a pronoun
    span: tuple[int, int]
    there: bool = True
    pose: str | None = None
    expression: str | None = None


@dataclass(frozen=True)
class Labelled:
    """A sentence, its place, time and weather by category (unsaid ones left out), and who and what it names."""

    text: str
    surroundings: dict[str, str]
    told: tuple[Told, ...] = ()

    @property
    def answers(self) -> dict[str, str]:
        """All answers by category; pose and feeling are those of the first figure that has them."""
        found = dict(self.surroundings)
        for category, name in (("poses", "pose"), ("expressions", "expression")):
            said = [getattr(one, name) for one in self.told if getattr(one, name)]
            if said:
                found[category] = said[0]
        return found


@dataclass
class _Note:
    """What will be told of words in the sentence, while it is put together."""

    kind: str
    concept: str | None
    there: bool = True
    pose: str | None = None
    expression: str | None = None


Piece = tuple[str, _Note | None]


@dataclass
class _Subject:
    """Who acts: the words, what is noted of it, and its pronoun."""

    pieces: list[Piece]
    note: _Note
    pronoun: str


def _fill(frame: str, **slots: str | list[Piece]) -> list[Piece]:
    """The frame's words with its slots filled."""
    pieces: list[Piece] = []
    for words, name, _, _ in string.Formatter().parse(frame):
        if words:
            pieces.append((words, None))
        if name is not None:
            value = slots[name]
            pieces += [(value, None)] if isinstance(value, str) else value
    return pieces


class SentenceMaker:
    """Makes sentences from the training words, from the words held out of training ("test"), or from those kept for
    tuning ("dev")."""

    def __init__(self, words: str = "training") -> None:
        self.tables, self.more, self.of = all_tables(), more_words(), words
        places = {word for entry in self.tables["settings"].values() for word in (entry.name, *entry.training)}
        telling = {stem(word[1:]) for more in self.more["settings"].values() for word in more.all if word[0] == "+"}
        self.things = {
            name: [word for word in entry.synonyms if word not in places]
            for name, entry in sorted(load_things().items())
            if name not in places and not any(stem(word) in telling for word in (name, *entry.synonyms))
        }

    def make(self, rng: random.Random) -> Labelled:
        """One random sentence."""
        return _Sentence(self, rng).labelled()

    def scene(self, rng: random.Random) -> tuple[Labelled, ...]:
        """One to four sentences of one scene."""
        return tuple(self.make(rng) for _ in range(rng.choice((1, 1, 2, 3, 4))))

    def words(self, category: str, concept: str) -> tuple[str, ...]:
        """The words, with their marks, that may say a concept; those of the vocabulary when they are trained on."""
        entry, more = self.tables[category][concept], self.more.get(category, {}).get(concept)
        if self.of == "test" and entry.marked_held_out:
            return tuple(word for word in entry.marked_held_out if word[0] != "=")
        if self.of == "dev" and more and more.dev:
            return tuple(more.dev)
        marked = tuple(word for word in entry.marked if word[0] != "=")
        return marked if f"~{entry.name}" in marked else (entry.name, *marked)

    def pick(self, rng: random.Random, category: str, concept: str) -> str:
        """One of the words for a concept; in training, half of them are of more_words.py."""
        more = self.more.get(category, {}).get(concept)
        if self.of == "training" and more and more.training and rng.random() < 0.6:
            return rng.choice(more.training)
        return rng.choice(self.words(category, concept))


class _Sentence:
    """One sentence while it is put together."""

    def __init__(self, maker: SentenceMaker, rng: random.Random) -> None:
        self.maker, self.rng = maker, rng
        self.present = rng.random() < 0.2
        self.answers: dict[str, str] = {}
        self.be = "is" if self.present else "was"

    def labelled(self) -> Labelled:
        """Put together, with places of all that is told."""
        form = self.rng.random()
        pieces = self._scenery() if form < 0.2 else self._spoken() if form < 0.32 else self._happening()
        text, told = "", []
        for words, note in pieces:
            if not words:
                continue
            if words[0] in "aeiou" and text.endswith((" a", " a ")):
                text = text.rstrip() + "n "
            start = len(text)
            text += words
            if note is not None:
                told.append(Told(note.kind, note.concept, (start, len(text)), note.there, note.pose, note.expression))
        text = text[0].upper() + text[1:]
        return Labelled(
            text if text.endswith(('"', "?")) else text + self.rng.choice("....!"), self.answers, tuple(told)
        )

    # Who and what

    def _subject(self, pronouns: bool = True) -> _Subject:
        rng, form = self.rng, self.rng.random()
        if pronouns and form < 0.18:
            pronoun = rng.choice(("she", "he", "it", "they", "she", "he"))
            note = _Note("figure", None)
            return _Subject([(pronoun, note)], note, pronoun)
        concept = rng.choice(list(self.maker.tables["kinds"]))
        word = self.maker.pick(rng, "kinds", concept)
        pronoun = (
            "she"
            if concept in wording.HER_KINDS
            else "he"
            if concept in wording.HIS_KINDS
            else rng.choice(("she", "he", "it"))
        )
        if form < 0.55:
            pronoun = rng.choice(("she", "he"))
            name, note = rng.choice(wording.NAMES[pronoun]), _Note("figure", None)
            frame = rng.choice(("{n}", "{n}", "{n}", "little {n}", "poor {n}", "old {n}"))
            return _Subject(_fill(frame, n=[(name, note)]), note, pronoun)
        note = _Note("figure", concept)
        frame = rng.choice(
            (
                "the {n}",
                "the {n}",
                "a {n}",
                "the {a} {n}",
                "a {a} {n}",
                "her friend the {n}",
                "one {n}",
                "the {a} {a2} {n}",
            )
        )
        adjectives = {"a": rng.choice(wording.ADJECTIVES), "a2": rng.choice(wording.ADJECTIVES)}
        return _Subject(_fill(frame, n=[(word, note)], **adjectives), note, pronoun)

    def _thing(self, there: bool) -> list[Piece]:
        name = self.rng.choice(list(self.maker.things))
        word = self.rng.choice((name, *self.maker.things[name]))
        return [(word, _Note("thing", name, there))]

    def _absent(self) -> list[Piece]:
        if self.rng.random() < 0.35:
            return self._thing(False)
        concept = self.rng.choice(list(self.maker.tables["kinds"]))
        word = self.maker.pick(self.rng, "kinds", concept)
        return [(word, _Note("figure", concept, False))]

    # Place, time, weather

    def _word(self, category: str) -> str:
        """A word for a concept that is asked for; the answer is kept."""
        concept = self.rng.choice(list(self.maker.tables[category]))
        self.answers[category] = concept
        return self.maker.pick(self.rng, category, concept)

    def _surrounding(self, category: str, poss: str) -> tuple[str, bool]:
        """Words of a place, time or weather, and whether they are a clause."""
        word = self._word(category)
        if word[0] in "~!":
            return word[1:].replace("{poss}", poss), word[0] == "!"
        if word[0] == "+":
            return self.rng.choice(wording.TELLING).format(w=word[1:]), False
        frames = {"settings": wording.PLACES, "times": wording.TIME_WORDS, "weathers": wording.WEATHER_WORDS}[category]
        return self.rng.choice(frames).format(w=word, be=self.be), False

    def _scenery(self) -> list[Piece]:
        """A sentence without figures."""
        rng = self.rng
        chosen = rng.sample(SENTENCE_ANSWERS, rng.choice((1, 1, 2, 2, 3)))
        found = [self._surrounding(category, "their") for category in chosen]
        clauses = [words for words, clause in found if clause]
        phrases = [words.removeprefix("and ") for words, clause in found if not clause]
        if "weathers" in self.answers and not clauses and rng.random() < 0.3:
            return [(f"it {self.be} quiet {' '.join(phrases)}", None)]
        if clauses:
            joined = f" {rng.choice(('and', 'while', 'as'))} ".join(clauses)
            return [(" ".join((joined, *phrases)) if rng.random() < 0.6 else ", ".join((*phrases, joined)), None)]
        frame = rng.choice(wording.SCENES)
        place = " ".join(phrases)
        return _fill(frame, place=place, be=self.be, t=self._thing(True), u=self._thing(True)) if "{place}" in frame else [
            *_fill(frame, be=self.be, t=self._thing(True), u=self._thing(True)), (" " + place, None)]  # fmt: skip

    # What happens

    def _verb(self, forms: Verb) -> str:
        return forms.third if self.present else forms.past

    def _doing(self, who: _Subject) -> list[Piece]:
        """What somebody does, with the pose noted."""
        rng, poss = self.rng, _OBJECTS[who.pronoun][0]
        chance = rng.random()
        concept = rng.choice(list(self.maker.tables["poses"]))
        word = self.maker.pick(rng, "poses", concept).replace("{poss}", poss)
        if chance < 0.2:
            return [(rng.choice(wording.EMPTY).format(poss=poss), None)]
        if word[0] == "~":
            who.note.pose = concept
            return [(f"{self.be} {word[1:]}", None)]
        if word == concept:  # "standing" itself
            who.note.pose = concept
            return [(f"{self.be} {word}", None)]
        forms = verb(word)
        said = chance > 0.32
        if said:
            who.note.pose = concept
        frame = rng.choice(wording.DOING if said else wording.NOT_DOING)
        words = frame.format(v=self._verb(forms), b=forms.base, i=forms.ing, be=self.be)
        if concept == "holding" and said:
            return [(f"{words} the ", None), *self._thing(True)]
        bare = said and " " not in forms.base and words.endswith((forms.past, forms.third, forms.base, forms.ing))
        if bare and concept in wording.OBJECTS and rng.random() < 0.4:
            return [(f"{words} ", None), *self._with(rng.choice(wording.OBJECTS[concept]), poss)]
        return [(words, None)]

    def _with(self, frame: str, poss: str) -> list[Piece]:
        """A phrase of a thing or another figure."""
        other = self.maker.pick(self.rng, "kinds", self.rng.choice(list(self.maker.tables["kinds"])))
        return _fill(frame, t=self._thing(True), o=other, poss=poss)

    def _feeling(self, who: _Subject) -> str:
        rng, poss = self.rng, _OBJECTS[who.pronoun][0]
        concept = rng.choice(list(self.maker.tables["expressions"]))
        word = self.maker.pick(rng, "expressions", concept).replace("{poss}", poss)
        who.note.expression = concept
        if word[0] == "~":
            return f"and {word[1:]}"
        if word[0] == "!":
            forms = verb(word[1:])
            return rng.choice(wording.FEELING_VERBS).format(v=self._verb(forms), i=forms.ing)
        return rng.choice(wording.FEELINGS).format(w=word, be=self.be, subj=who.pronoun)

    def _extras(self, who: _Subject) -> tuple[list[list[Piece]], list[list[Piece]]]:
        """What may stand anywhere, and clauses that may come first; shuffled."""
        rng = self.rng
        poss, obj = _OBJECTS[who.pronoun]
        phrases: list[list[Piece]] = []
        clauses: list[list[Piece]] = []
        for category, chance in (("settings", 0.42), ("times", 0.25), ("weathers", 0.18)):
            if rng.random() < chance:
                words, clause = self._surrounding(category, poss)
                (clauses if clause else phrases).append([(words, None)])
        if "settings" not in self.answers and rng.random() < 0.06:
            concept = rng.choice(list(self.maker.tables["settings"]))
            word = rng.choice([w for w in self.maker.words("settings", concept) if w[0] not in "~!+"] or ["town"])
            phrases.append([(rng.choice(wording.NOT_THERE).format(w=word), None)])
        if self.maker.of == "training" and rng.random() < 0.1:
            clauses.append(_fill(rng.choice(wording.OF_THINGS), t=self._thing(True), poss=poss, be=self.be))
        if self.maker.of == "training" and rng.random() < 0.08:
            phrases.append(_fill(rng.choice(wording.WITH_THINGS), t=self._thing(True), poss=poss))
        if rng.random() < 0.3:
            phrases.append(_fill(rng.choice(wording.THINGS), t=self._thing(True), u=self._thing(True), be=self.be))
        if rng.random() < 0.3:
            phrases.append([(self._feeling(who), None)])
        if rng.random() < 0.25:
            phrases.append(_fill(rng.choice(wording.ABSENT), x=self._absent(), poss=poss, obj=obj, subj=who.pronoun))
        if self.maker.of == "training" and rng.random() < 0.12:
            phrases.append(self._elsewhere())
        if self.maker.of == "training" and rng.random() < 0.15:
            phrases.append([(", ", None), *self._with(rng.choice(wording.BESIDES), poss)])
        if rng.random() < 0.25:
            phrases.append([(rng.choice(wording.TAILS).format(obj=obj, subj=who.pronoun), None)])
        rng.shuffle(phrases)
        return phrases, clauses

    def _elsewhere(self) -> list[Piece]:
        """What a thing does, not a figure: "while the kite danced"."""
        word = self.maker.pick(self.rng, "poses", self.rng.choice(list(self.maker.tables["poses"])))
        if word[0] == "~" or word == "standing" or "{poss}" in word:
            return [(self.rng.choice(("while the wind blew", "and the kettle sang")), None)]
        return [
            (self.rng.choice(("while ", "and ", "as ")) + "the ", None),
            *self._thing(True),
            (" " + self._verb(verb(word)), None),
        ]

    def _inverted(self, who: _Subject) -> list[Piece] | None:
        """The verb before who acts: "there sat a mouse", "up jumped the fox"."""
        concept = self.rng.choice(list(self.maker.tables["poses"]))
        word = self.maker.pick(self.rng, "poses", concept)
        if (
            word[0] == "~"
            or word == concept
            or "{poss}" in word
            or concept in ("holding", "hugging")
            or who.pieces[0][1]
        ):
            return None
        who.note.pose = concept
        return [(f"{self.rng.choice(wording.BEFORE_VERBS)}{self._verb(verb(word))} ", None), *who.pieces]

    def _others(self, who: _Subject, phrases: list[list[Piece]]) -> list[Piece]:
        """Somebody else in the same sentence: does the same, something else, or is met."""
        rng, form = self.rng, self.rng.random()
        other = self._subject(pronouns=False)
        if form < 0.35:
            doing = self._doing(who)
            other.note.pose = who.note.pose
            return [*who.pieces, (" and ", None), *other.pieces, (" ", None), *doing, *self._joined(phrases[:1])]
        first = [*who.pieces, (" ", None), *self._doing(who)]
        if form < 0.75:
            joining = rng.choice((" while ", ", and ", ", but ", " as "))
            return [
                *first,
                *self._joined(phrases[:1]),
                (joining, None),
                *other.pieces,
                (" ", None),
                *self._doing(other),
            ]
        meeting = rng.choice(
            (" beside ", " in front of ", " and saw ", " with ", " next to ", " and met ", " near ", " behind ")
        )
        return [*first, (meeting, None), *other.pieces, *self._joined(phrases[:1])]

    @staticmethod
    def _joined(phrases: list[list[Piece]]) -> list[Piece]:
        return [piece for phrase in phrases for piece in (("" if phrase[0][0] == ", " else " ", None), *phrase)]

    def _happening(self) -> list[Piece]:
        rng, who = self.rng, self._subject()
        phrases, clauses = self._extras(who)
        if rng.random() < 0.25:
            main = self._others(who, phrases)
            phrases = phrases[1:]
        else:
            inverted = self._inverted(who) if self.maker.of == "training" and rng.random() < 0.15 else None
            main = inverted or [*who.pieces, (" ", None), *self._doing(who)]
        first: list[Piece] = []
        if clauses and rng.random() < 0.6:
            opening = rng.choice(("when {c}, ", "as {c}, ", "{c}, and ", "while {c}, "))
            first = _fill(opening, c=clauses.pop())
        elif phrases and rng.random() < 0.3 and phrases[0][0][0].startswith(_FRONT):
            first = [*phrases.pop(0), (rng.choice((", ", ", ", " ")), None)]
        elif rng.random() < 0.06:
            first = [*_fill(rng.choice(wording.ABSENT_FIRST), x=self._absent(), subj=who.pronoun), (" ", None)]
        after = [piece for clause in clauses for piece in ((rng.choice((" while ", ", and ", " as ")), None), *clause)]
        return [*first, *main, *self._joined(phrases), *after]

    def _spoken(self) -> list[Piece]:
        """Somebody says something; what is said may name who is not there."""
        rng, who = self.rng, self._subject()
        line: list[Piece] = (
            _fill(rng.choice(wording.LINES_ABSENT), x=self._absent())
            if rng.random() < 0.5
            else [(rng.choice(wording.LINES), None)]
        )
        pieces = _fill(rng.choice(wording.SPOKEN), line=line, s=who.pieces)
        if pieces[-1][0].endswith('"') or rng.random() < 0.4:
            return pieces
        concept = rng.choice(list(self.maker.tables["poses"]))
        word = self.maker.pick(rng, "poses", concept).replace("{poss}", _OBJECTS[who.pronoun][0])
        who.note.pose = concept
        ing = word[1:] if word[0] == "~" else word if word == concept else verb(word).ing
        words, clause = self._surrounding("settings", _OBJECTS[who.pronoun][0]) if rng.random() < 0.4 else ("", True)
        return [*pieces, (f", {ing}" + ("" if clause else f" {words}"), None)]


_FRONT = (
    "in ", "at ", "near ", "by ", "under ", "on ", "one ", "that ", "late ", "early ", "among ", "through ", "outside ", "every ",
    "the next", "after ", "beside ", "over ", "across ", "along ", "high ", "up ", "down ", "deep ", "above ",
)  # fmt: skip
