"""Trains the reader's heads on generated sentences, and measures them on sentences with unseen words."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from storyapp.engine.checkpoint import load_weights, read_config, save_weights, write_config
from storyapp.engine.reader import UNSAID, ReaderHeads, sentence_states
from storyapp.engine.text import TextEncoder
from storyapp.story.request import Progress

from .metrics import wilson
from .state import Log
from .world.sentences import CATEGORIES, Labelled, SentenceMaker
from .world.synonyms import all_tables


@dataclass(frozen=True)
class ReaderTraining:
    """One run: sentences are encoded once by the frozen encoder, then the heads are trained on their states."""

    sentences: int = 12_000
    epochs: int = 30
    batch: int = 256
    learning_rate: float = 2e-3
    seed: int = 5


def head_names() -> dict[str, list[str]]:
    """The answers of each head, "unsaid" last."""
    tables = all_tables()
    return {name: [*tables[name], UNSAID] for name in CATEGORIES}


def targets(labelled: list[Labelled], names: dict[str, list[str]]) -> dict[str, Tensor]:
    """Indices of the right answers (sentences,) by head."""
    return {
        name: torch.tensor([values.index(one.answers.get(name, UNSAID)) for one in labelled])
        for name, values in names.items()
    }


def train_reader(run: ReaderTraining, folder: Path, models: Path) -> Iterator[Progress[Path]]:
    """Train the heads; the weights end up in `models`."""
    rng, maker, encoder = random.Random(run.seed), SentenceMaker(), TextEncoder()
    labelled = [maker.make(rng) for _ in range(run.sentences)]
    states = []
    for start in range(0, len(labelled), 64):
        states.append(sentence_states(encoder, [one.text for one in labelled[start : start + 64]]))
        yield Progress(start, 2 * run.sentences, "encoding sentences")
    everything, names = torch.cat(states), head_names()
    right = targets(labelled, names)
    torch.manual_seed(run.seed)
    heads = ReaderHeads({name: len(values) for name, values in names.items()})
    optimizer = torch.optim.AdamW(heads.parameters(), lr=run.learning_rate, weight_decay=0.05)
    log = Log(folder / "reader.jsonl")
    for epoch in range(run.epochs):
        order = torch.randperm(len(everything))
        for picks in order.split(run.batch):
            logits = heads(everything[picks] + 0.01 * torch.randn(len(picks), everything.shape[1]))
            loss = torch.stack(
                [functional.cross_entropy(logits[name], right[name][picks], label_smoothing=0.02) for name in names]
            ).mean()
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
        log.write(epoch=epoch, loss=float(loss.detach()))
        yield Progress(run.epochs + epoch, 2 * run.epochs, "training the reader")
    save_weights(models / "reader.safetensors", heads, half=False)
    write_config(models / "reader.json", {"heads": names})
    yield Progress(1, 1, "reader trained", result=models)


def evaluate_reader(models: Path, count: int, seed: int = 909) -> Iterator[Progress[dict[str, Any]]]:
    """Accuracy of each head on sentences whose words were held out of training, said and unsaid apart.

    Beside it the baseline: the concept whose name's embedding is nearest to the sentence's.
    """
    names: dict[str, list[str]] = read_config(models / "reader.json")["heads"]
    heads = ReaderHeads({name: len(values) for name, values in names.items()})
    load_weights(models / "reader.safetensors", heads)
    encoder, maker, rng = TextEncoder(), SentenceMaker(test=True), random.Random(seed)
    concepts = {name: sentence_states(encoder, values[:-1]) for name, values in names.items()}
    hits: dict[str, list[bool]] = defaultdict(list)
    for index in range(count):
        one = maker.make(rng)
        state = sentence_states(encoder, [one.text])
        with torch.no_grad():
            logits = heads(state)
        for name, values in names.items():
            answer = values[int(logits[name].argmax())]
            said = name in one.answers
            hits[f"{name}/{'said' if said else 'unsaid'}"].append(answer == one.answers.get(name, UNSAID))
            if said:
                nearest = values[int((concepts[name] @ state[0]).argmax())]
                hits[f"{name}/nearest embedding"].append(nearest == one.answers[name])
        if index % 50 == 0:
            yield Progress(index, count, "evaluating the reader")
    result = {
        name: {
            "accuracy": round(sum(each) / len(each), 3),
            "interval": [round(edge, 3) for edge in wilson(sum(each), len(each))],
            "count": len(each),
        }
        for name, each in sorted(hits.items())
    }
    yield Progress(count, count, "done", result={"sentences": count, "heads": result})
