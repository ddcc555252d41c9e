"""Evaluation of the painter on synonyms that it never saw in training, as people type them into *Redo with new words*.

Held-out synonyms are in none of the training phrases; what the painter makes of them comes from the text encoder.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import torch

from storyapp.engine.painter import Painter
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.request import CelRequest, Progress

from .judges import Evaluator, answers, correct
from .language.synonyms import CATEGORY_OF, as_in_phrases
from .metrics import Tally
from .painted import decoded, details_told, frame_of, paint, phrase_of
from .world import drawing
from .world.spec import ThingSpec

ORDER = ("figure", "backdrop", "thing")
OWN = "own word"


@torch.no_grad()
def evaluate_synonyms(
    painter: Painter, vocabulary: Vocabulary, evaluators: Mapping[str, Evaluator], count: int, seed: int
) -> Iterator[Progress[dict[str, Any]]]:
    """How often the evaluators name an attribute correctly when its word is replaced by an unseen synonym, in `count` drawings.

    The baseline is the same drawing with the same seed, painted from the program's own word.
    """
    rng, tally = random.Random(f"{seed}-synonyms"), Tally()
    for index in range(count):
        yield Progress(index, count, "synonyms")
        spec = sample_spec(ORDER[index % len(ORDER)], vocabulary, rng)
        frame = frame_of(spec)
        phrases = {OWN: phrase_of(spec, True), **unseen_phrases(spec, vocabulary, rng)}
        requests = [
            CelRequest(name, frame, phrase, "cartoon", index, details=details_told(spec))
            for name, phrase in phrases.items()
        ]
        right = answers(frame, spec)
        pictures = [decoded(painter.tokenizer, grid) for grid in paint(painter, requests)]
        own, *others = [correct(evaluators[frame], picture, right) for picture in pictures]
        for name, other in zip(list(phrases)[1:], others, strict=True):
            if name in other:  # the weather of a cave cannot be seen
                tally.add(name, OWN, right=own[name])
                tally.add(name, "synonym", right=other[name])
    yield Progress(count, count, "synonyms", result={"drawings": count, **tally.to_json()})


def sample_spec(frame: str, vocabulary: Vocabulary, rng: random.Random) -> drawing.Spec:
    """A drawing of a held-out combination, or any thing that has held-out synonyms."""
    if frame == "thing":
        return ThingSpec(rng.choice([name for name, entry in vocabulary.entries["things"].items() if entry.held_out]))
    return drawing.practised(drawing.sample(frame, rng, test=True), rng)


def unseen_phrases(spec: drawing.Spec, vocabulary: Vocabulary, rng: random.Random) -> dict[str, str]:
    """By attribute, the phrase of the drawing with that attribute replaced by a held-out synonym."""
    phrases = {}
    for attribute, category in CATEGORY_OF.items():
        entry = vocabulary.entries[category].get(getattr(spec, attribute, None) or "")
        if entry is not None and (words := as_in_phrases(category, entry.held_out)):
            changed: dict[str, Any] = {attribute: rng.choice(words)}
            phrases[attribute] = phrase_of(replace(spec, **changed), True)
    return phrases
