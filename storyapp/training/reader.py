"""Trains the reader's layers and heads on generated sentences, a new one for every step of training."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from storyapp.engine.checkpoint import save_weights, write_config
from storyapp.engine.reader_net import HEADS, LONGEST_SENTENCE, OWN_LAYERS, UNSAID, Asked, ReaderNet, make_net
from storyapp.engine.text import TextEncoder
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.request import Progress

from .state import Log, load_state, save_state
from .world.nouns import visible_nouns
from .world.sentences import SENTENCE_ANSWERS, Labelled, SentenceMaker
from .world.synonyms import all_tables


@dataclass(frozen=True)
class ReaderTraining:
    """One run; every batch is of fresh sentences, so none is seen twice."""

    steps: int = 1_300
    batch: int = 48
    learning_rate: float = 1.5e-4  # of the layers copied from the encoder
    head_rate: float = 1.5e-3
    warm_up: int = 100
    word_noise: float = 0.05
    seed: int = 5
    save_every: int = 250


def head_names() -> dict[str, list[str]]:
    """The answers of each head, "unsaid" last."""
    tables = all_tables()
    return {name: [*tables[name], UNSAID] for name in HEADS}


def asked_about(labelled: Sequence[Labelled]) -> list[Asked]:
    """Everything that the sentences name, as questions to the net."""
    return [Asked(row, told.span) for row, one in enumerate(labelled) for told in one.told]


def losses(
    logits: Mapping[str, Tensor], labelled: Sequence[Labelled], names: Mapping[str, Sequence[str]]
) -> dict[str, Tensor]:
    """Cross-entropy of every head; pose and feeling are asked of figures that are there."""
    found = {}
    for head in SENTENCE_ANSWERS:
        right = [names[head].index(one.surroundings.get(head, UNSAID)) for one in labelled]
        found[head] = functional.cross_entropy(logits[head], torch.tensor(right), label_smoothing=0.02)
    told = [told for one in labelled for told in one.told]
    if told:
        there = torch.tensor([float(one.there) for one in told])
        found["there"] = functional.binary_cross_entropy_with_logits(logits["there"], there)
    acting = [index for index, one in enumerate(told) if one.kind == "figure" and one.there]
    for head, name in (("poses", "pose"), ("expressions", "expression")):
        if acting:
            right = [names[head].index(getattr(told[index], name) or UNSAID) for index in acting]
            found[head] = functional.cross_entropy(logits[head][acting], torch.tensor(right), label_smoothing=0.02)
    return found


def train_reader(run: ReaderTraining, folder: Path, models: Path) -> Iterator[Progress[Path]]:
    """Train, going on from `folder` where an earlier run stopped; the weights end up in `models`."""
    torch.manual_seed(run.seed)
    encoder, maker, names = TextEncoder(), SentenceMaker(), head_names()
    net = make_net(encoder, names).train()
    own = [weight for name, weight in net.named_parameters() if name.startswith("layers.")]
    heads = [weight for name, weight in net.named_parameters() if not name.startswith("layers.")]
    groups = [{"params": own, "lr": run.learning_rate}, {"params": heads, "lr": run.head_rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.02)
    state, log = folder / "reader.safetensors", Log(folder / "reader.jsonl")
    began = load_state(state, net, optimizer)
    for step in range(began, run.steps):
        rng = random.Random(run.seed * 1_000_003 + step)
        labelled = [maker.make(rng) for _ in range(run.batch)]
        parts = _step(net, encoder, labelled, names, optimizer, _rate(run, step), run)
        if step % 25 == 0:
            log.write(step=step, **{name: round(float(part), 4) for name, part in parts.items()})
            yield Progress(step, run.steps, f"loss {sum(map(float, parts.values())):.3f}")
        if step % run.save_every == run.save_every - 1:
            save_state(state, net, optimizer, step + 1)
    save_weights(models / "reader.safetensors", net)
    vocabulary = Vocabulary.load(models / "vocabulary.json")
    write_config(models / "reader.json", {"heads": names, "nouns": visible_nouns(vocabulary)})
    yield Progress(run.steps, run.steps, "reader trained", result=models)


def _rate(run: ReaderTraining, step: int) -> float:
    """Share of the full learning rate: warm-up, then cosine down to a fiftieth."""
    if step < run.warm_up:
        return (step + 1) / run.warm_up
    done = (step - run.warm_up) / max(1, run.steps - run.warm_up)
    return 0.02 + 0.98 * (1 + math.cos(math.pi * done)) / 2


def _step(
    net: ReaderNet, encoder: TextEncoder, labelled: Sequence[Labelled], names: Mapping[str, Sequence[str]],
    optimizer: torch.optim.Optimizer, share: float, run: ReaderTraining,
) -> dict[str, Tensor]:  # fmt: skip
    found = encoder.lower_states([one.text for one in labelled], LONGEST_SENTENCE, OWN_LAYERS)
    noise = 1 + run.word_noise * torch.randn(found.states.shape)
    noisy = type(found)(found.states * noise, found.mask, found.offsets)
    parts = losses(net(noisy, asked_about(labelled)), labelled, names)
    optimizer.zero_grad(set_to_none=True)
    torch.stack(list(parts.values())).sum().backward()
    torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    for group, rate in zip(optimizer.param_groups, (run.learning_rate, run.head_rate), strict=True):
        group["lr"] = rate * share
    optimizer.step()
    return {name: part.detach() for name, part in parts.items()}
