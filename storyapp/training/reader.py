"""Trains the reader's layers and heads on generated sentences.

Each round generates new sentences, sorts them by length so that batches have little padding, and repeats them a few
times: the frozen lower layers of the encoder run only once for each sentence.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from storyapp.engine.checkpoint import load_weights, read_config, save_weights, write_config
from storyapp.engine.reading.reader_net import HEADS, LONGEST_SENTENCE, OWN_LAYERS, UNSAID, Asked, ReaderNet, make_net
from storyapp.engine.text import TextEncoder, TextStates
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.request import Progress

from .language.classic_words import NO_SIGNS, classic_places, weighed
from .language.more_words import SMALL, more_words, surface_forms
from .language.nouns import grouped, visible_nouns
from .language.sentences import SentenceMaker
from .language.synonyms import all_tables
from .language.told import SENTENCE_ANSWERS, Labelled
from .loop import Loop
from .meanings import meanings


@dataclass(frozen=True)
class ReaderTraining:
    """One run: rounds of `batches` batches of new sentences, each seen `repeats` times."""

    steps: int = 1_200
    batch: int = 48
    batches: int = 40
    repeats: int = 3
    learning_rate: float = 1.2e-4  # of the layers copied from the encoder
    head_rate: float = 1.2e-3
    warm_up: int = 100
    word_noise: float = 0.1
    seed: int = 5
    save_every: int = 100


def head_names() -> dict[str, list[str]]:
    """The answers of each head, "unsaid" last."""
    tables = all_tables()
    return {name: [*tables[name], UNSAID] for name in HEADS}


def write_reader(net: ReaderNet, encoder: TextEncoder, models: Path) -> None:
    """Write weights and configuration, after classifying the words that are in no table, which takes minutes."""
    known = dictionary(Vocabulary.load(models / "vocabulary.json"))
    guessed = {category: grouped(words) for category, words in meanings(encoder).items()}
    save_weights(models / "reader.safetensors", net)
    write_config(models / "reader.json", {"heads": head_names(), **known, "guessed": guessed})


def dictionary(vocabulary: Vocabulary) -> dict[str, Any]:
    """The words of the reader's lexicon beyond the vocabulary, in the packed form that `Dictionary.of` reads."""
    words: dict[str, dict[str, str]] = {}
    signs: dict[str, str] = {}
    unseen: set[str] = set()  # in training, so that a reader can be tested without them
    for category, concepts in more_words().items():
        found: dict[str, str] = {}
        for concept, more in concepts.items():
            known = (*more.all, *more.near)
            named = [word for word in known if word[0] != "+" and word not in SMALL]
            signs |= {word: concept for word in known if word in SMALL}
            found |= {word.lower(): concept for word in surface_forms(category, named)}
            signs |= {word[1:].lower(): concept for word in known if word[0] == "+"}
            unseen |= {word.lower() for word in surface_forms(category, (*more.dev, *more.near))}
        if category == "settings":
            found, signs, new = _with_classics(found, signs)
            unseen |= new
        words[category] = grouped(found)
    return {
        "nouns": grouped(visible_nouns(vocabulary)),
        "words": words,
        "signs": grouped(weighed(signs)),
        "dev": sorted(unseen),
    }


def _with_classics(
    places: Mapping[str, str], signs: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str], set[str]]:
    """Words and signs of places with those of older books added, and the added ones, which no training has seen."""
    named, telling = classic_places()
    new = (named.keys() | telling.keys()) - places.keys() - signs.keys()
    kept = {word: place for word, place in signs.items() if word not in NO_SIGNS}
    return {**named, **places}, {**kept, **telling}, new


def asked_about(labelled: Sequence[Labelled]) -> list[Asked]:
    """Every mention in the sentences, as a query to the network."""
    return [Asked(row, told.span) for row, one in enumerate(labelled) for told in one.told]


def losses(
    logits: Mapping[str, Tensor], labelled: Sequence[Labelled], names: Mapping[str, Sequence[str]]
) -> dict[str, Tensor]:
    """The loss of every head (scalars); pose and feeling only for figures that are there."""
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
    """Train, resuming from `folder`; weights and lexicon are written to `models`.

    A first run starts from the reader in `models` if that has the same heads.
    """
    torch.manual_seed(run.seed)
    encoder, maker, names = TextEncoder(), SentenceMaker(), head_names()
    net = make_net(encoder, names).train()
    own = [weight for name, weight in net.named_parameters() if name.startswith("layers.")]
    heads = [weight for name, weight in net.named_parameters() if not name.startswith("layers.")]
    groups = [{"params": own, "lr": run.learning_rate}, {"params": heads, "lr": run.head_rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.02)
    _warm_start(net, models, names)
    sentences = _Sentences(run, maker, encoder)

    def backward(step: int) -> dict[str, float]:
        parts = _losses(net, *sentences.batch(step), names, run.word_noise)
        torch.stack(list(parts.values())).sum().backward()
        return {name: float(part.detach()) for name, part in parts.items()}

    yield from Loop("reader", folder, net, [optimizer], run).steps(backward)
    write_reader(net, encoder, models)
    yield Progress(run.steps, run.steps, "reader trained", result=models)


def _losses(
    net: ReaderNet, labelled: Sequence[Labelled], found: TextStates, names: Mapping[str, Sequence[str]], noise: float
) -> dict[str, Tensor]:
    """The losses of a batch, with multiplicative Gaussian noise on the token states."""
    states = found.states.float() * (1 + noise * torch.randn(found.states.shape))
    with torch.autocast("cpu", torch.bfloat16):
        logits = net(type(found)(states, found.mask, found.offsets), asked_about(labelled))
    return losses({name: each.float() for name, each in logits.items()}, labelled, names)


class _Sentences:
    """The batches of a run, with the states of the encoder's lower layers."""

    def __init__(self, run: ReaderTraining, maker: SentenceMaker, encoder: TextEncoder) -> None:
        self.run, self.maker, self.encoder = run, maker, encoder
        self._round, self._batches = -1, list[list[Labelled]]()
        self._states: dict[int, TextStates] = {}

    def batch(self, step: int) -> tuple[list[Labelled], TextStates]:
        """The sentences of a step, and their token states."""
        number, place = divmod(step, self.run.batches * self.run.repeats)
        if number != self._round:
            self._round, self._states, self._batches = number, {}, self._generated(number)
        place %= self.run.batches
        labelled = self._batches[place]
        if place not in self._states:
            texts = [one.text for one in labelled]
            self._states[place] = self.encoder.lower_states(texts, LONGEST_SENTENCE, OWN_LAYERS, half=True)
        return labelled, self._states[place]

    def _generated(self, number: int) -> list[list[Labelled]]:
        rng, size = random.Random(self.run.seed * 1_000_003 + number), self.run.batch
        made = [self.maker.make(rng) for _ in range(size * self.run.batches)]
        made.sort(key=lambda one: len(one.text))
        batches = [made[start : start + size] for start in range(0, len(made), size)]
        rng.shuffle(batches)
        return batches


def _warm_start(net: ReaderNet, models: Path, names: Mapping[str, Sequence[str]]) -> None:
    """Load the reader in `models` if it has the heads `names`."""
    config = models / "reader.json"
    known = read_config(config) if config.is_file() else {}
    if known.get("heads") == names:
        load_weights(models / "reader.safetensors", net)
