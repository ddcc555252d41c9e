"""Evaluation of the reader: on generated sentences with held-out words, and on sentences of books."""

from __future__ import annotations

import json
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import torch

from storyapp.engine.checkpoint import read_config
from storyapp.engine.reading.reader import Reader, sentence_states
from storyapp.engine.reading.reader_net import UNSAID, Asked, opinions
from storyapp.engine.reading.words.dictionary import Dictionary
from storyapp.engine.reading.words.lexicon import Lexicon
from storyapp.engine.text import TextEncoder
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.model import Character
from storyapp.story.plan import CelPlan, ScenePlan
from storyapp.story.request import Progress

from .language.sentences import SentenceMaker
from .language.told import ACTIONS, SENTENCE_ANSWERS, Labelled, Told
from .metrics import accuracy

BOOKS = Path(__file__).resolve().parents[2] / "tests" / "data" / "public-domain-sentences.jsonl"


@dataclass
class _Tally:
    """Right and wrong answers by name, and counts of true positives, misses and false positives."""

    hits: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    found: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))

    def count(self, name: str, right: int, missed: int, made_up: int) -> None:
        """Add true positives, misses and false positives of `name`."""
        for index, number in enumerate((right, missed, made_up)):
            self.found[name][index] += number

    def values(self) -> dict[str, Any]:
        """Shares with their 95% intervals, and precision, recall and F1."""
        shares = {name: accuracy(each) for name, each in sorted(self.hits.items())}
        return {**shares, **{name: f1(*each) for name, each in sorted(self.found.items())}}


def f1(right: int, missed: int, made_up: int) -> dict[str, Any]:
    """Precision, recall and their harmonic mean."""
    precision, recall = right / max(1, right + made_up), right / max(1, right + missed)
    both = 2 * precision * recall / max(1e-9, precision + recall)
    return {"f1": round(both, 3), "precision": round(precision, 3), "recall": round(recall, 3), "count": right + missed}


def evaluate_reader(
    models: Path, count: int, seed: int = 909, books: Path = BOOKS
) -> Iterator[Progress[dict[str, Any]]]:
    """Accuracy on `count` generated sentences with held-out words, and on sentences of books if the file exists.

    The generated sentences are read with these words removed from the lexicon: once with the table of concepts that was
    classified from their definitions, once without it. The books are read by the reader that users have.
    """
    vocabulary, encoder = Vocabulary.load(models / "vocabulary.json"), TextEncoder()
    unseen = unseen_words(models, vocabulary)
    blind = Reader.load(models, vocabulary, encoder, without=unseen)
    words = replace(Dictionary.of(read_config(models / "reader.json")), guessed={})
    bare = Reader(Lexicon(vocabulary, words, unseen), encoder, blind.net, blind.names)
    generated, undefined, maker, rng = _Tally(), _Tally(), SentenceMaker("test"), random.Random(seed)
    concepts = {name: sentence_states(encoder, values[:-1]) for name, values in blind.names.items()}
    for index in range(count):
        one = maker.make(rng)
        _score_generated(blind, one, generated)
        _score_generated(bare, one, undefined)
        _score_nearest(one, blind, concepts, sentence_states(encoder, [one.text])[0], generated)
        if index % 50 == 0:
            yield Progress(index, count, "generated sentences")
    result: dict[str, Any] = {
        "generated": {"sentences": count, **generated.values()},
        "without definitions": undefined.values(),
    }
    if books.is_file():
        rows = [json.loads(line) for line in books.read_text(encoding="utf-8").splitlines()]
        result["books"] = {"scenes": len(rows), **score_books(Reader.load(models, vocabulary, encoder), rows)}
    yield Progress(count, count, "done", result=result)


def unseen_words(models: Path, vocabulary: Vocabulary) -> frozenset[str]:
    """All words that no training has seen: held out for testing, kept for tuning, or similar to one of these."""
    entries = [entry for category in vocabulary.entries.values() for entry in category.values()]
    held_out = {word.lower() for entry in entries for word in entry.held_out}
    return Dictionary.of(read_config(models / "reader.json")).dev | held_out


# Generated sentences


def _score_generated(reader: Reader, one: Labelled, tally: _Tally) -> None:
    """Score the plan of a sentence, and the network on every single mention, against the sentence's answers."""
    plan = reader.read(one.text, ())
    blank = ScenePlan()
    for category, name in zip(SENTENCE_ANSWERS, ("setting", "time", "weather"), strict=True):
        right = one.surroundings.get(category)
        if right is not None:
            tally.hits[name].append(getattr(plan, name) == right)
        else:
            tally.hits[f"{name} left unsaid"].append(getattr(plan, name) == getattr(blank, name))
    asked = [Asked(0, told.span) for told in one.told]
    thought = opinions(reader.net, reader.text, reader.names, [one.text], asked)
    for told in one.told:
        opinion = thought.mentions[0, told.span]
        tally.hits["there or only talked about"].append((opinion.there >= 0.5) == told.there)
        if told.kind == "figure" and told.there:
            _score_actions(plan, told, {"pose": opinion.poses, "expression": opinion.expressions}, tally)


def _score_actions(plan: ScenePlan, told: Told, chances: Mapping[str, Mapping[str, float]], tally: _Tally) -> None:
    cel = next((cel for cel in plan.cels if told.span in cel.spans), None)
    for name in ("pose", "expression"):
        right = getattr(told, name)
        if cel is not None:
            answer = cel.attributes.get(name)
        else:  # a pronoun or an unknown name: the net alone
            answer = max(chances[name], key=lambda one: chances[name][one])
            answer = None if answer == UNSAID else answer
        tally.hits[name if right else f"{name} left unsaid"].append(answer == right)


def _score_nearest(
    one: Labelled, reader: Reader, concepts: Mapping[str, torch.Tensor], state: torch.Tensor, tally: _Tally
) -> None:
    """The baseline: the concept whose name has the sentence embedding nearest to the sentence's."""
    for name in (*SENTENCE_ANSWERS, *ACTIONS):
        if name in one.answers:
            nearest = reader.names[name][int((concepts[name] @ state).argmax())]
            tally.hits[f"{name} by nearest embedding"].append(nearest == one.answers[name])


# Sentences of books


def score_books(reader: Reader, rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Scores of labelled scenes (tests/data/README.md), and the reading time per sentence."""
    tally, began, sentences = _Tally(), time.perf_counter(), 0
    plans = []
    for row in rows:
        cast = [Character(name.lower(), name, concept=kind) for name, kind in row["cast"].items()]
        plans.append(reader.read(row["text"], cast, before(row)))
        sentences += max(1, sum(row["text"].count(end) for end in ".!?"))
    spent = time.perf_counter() - began
    for row, plan in zip(rows, plans, strict=True):
        score_scene(in_the_world(row, reader.vocabulary), plan, tally)
    return {**tally.values(), "milliseconds_a_sentence": round(1000 * spent / max(1, sentences), 1)}


def in_the_world(row: Mapping[str, Any], vocabulary: Vocabulary) -> Mapping[str, Any]:
    """A labelled scene in the world of now: labels are older, and what could not be drawn then is a thing if it can be."""
    outside, things = [], [*row["things"]]
    for words in row["not_drawn"]:
        found = vocabulary.find(words) or vocabulary.find(words.split()[-1])
        if found is not None and found[0] in ("things", "kinds"):
            things.append([found[1]])
        else:
            outside.append(words)
    return {**row, "things": things, "not_drawn": outside}


def before(row: Mapping[str, Any]) -> ScenePlan | None:
    """The scene before: who was in it."""
    cels = []
    for name in row.get("previous", ()):
        kind = row["cast"].get(name, name)
        cels.append(CelPlan(name.lower(), "figure", kind, name.lower() if name in row["cast"] else None))
    return ScenePlan(cels=tuple(cels)) if cels else None


def score_scene(row: Mapping[str, Any], plan: ScenePlan, tally: _Tally) -> None:
    """Score the plan of one scene against its labels."""
    for name, unsaid in (("setting", None), ("time", "day")):
        if name in row:
            tally.hits[name].append(getattr(plan, name) in row[name])
        else:
            tally.hits[f"{name} left unsaid"].append(getattr(plan, name) == unsaid)
    if "weather" in row:
        tally.hits["weather"].append(plan.weather in row["weather"])
    told = {word.lower() for one in plan.not_drawn for word in one.words.split()}
    for words in row["not_drawn"]:
        tally.hits["outside things reported"].append(words.lower().split()[-1] in told)
    tally.hits["reports that are right"] += [_is_outside(one.words, row) for one in plan.not_drawn]
    # An animal that is labelled as a thing may be a character.
    things = {name for label in row["things"] for name in label} - {
        kind for one in row["figures"] for kind in one["kinds"]
    }
    figures = [cel for cel in plan.cels if cel.kind == "figure" and cel.concept not in things]
    _score_figures(row, figures, tally)
    _score_things(row, [cel.concept for cel in plan.cels if cel not in figures], tally)


def _is_outside(words: str, row: Mapping[str, Any]) -> bool:
    return any(words.lower() in known.lower() or known.lower() in words.lower() for known in row["not_drawn"])


def _score_figures(row: Mapping[str, Any], cels: list[CelPlan], tally: _Tally) -> None:
    """Match each labelled figure with the best remaining cel; a group takes all cels of its kinds."""
    left, right, missed = list(cels), 0, 0
    for label in sorted(row["figures"], key=lambda one: bool(one.get("many"))):
        fitting = [cel for cel in left if cel.concept in label["kinds"]]
        named = [cel for cel in fitting if cel.who and label.get("name", "").lower() == cel.who]
        taken = fitting if label.get("many") else (named or fitting)[:1]
        left = [cel for cel in left if cel not in taken]
        right, missed = right + bool(taken), missed + (not taken)
        if "poses" in label:
            tally.hits["pose"].append(any(cel.attributes.get("pose", "standing") in label["poses"] for cel in taken))
            if taken:
                tally.hits["pose of those found"].append(
                    any(c.attributes.get("pose", "standing") in label["poses"] for c in taken)
                )
    made_up = sum(cel.concept not in row["may"] for cel in left)
    tally.count("who", right, missed, made_up)


def _score_things(row: Mapping[str, Any], concepts: Sequence[str], tally: _Tally) -> None:
    left, right, missed = set(concepts), 0, 0
    for label in row["things"]:
        taken = left & set(label)
        left -= taken
        right, missed = right + bool(taken), missed + (not taken)
    tally.count("what", right, missed, len(left - set(row["may"])))
