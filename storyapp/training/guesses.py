"""Trains the reader's guesses: the words of the tables, each with its concept, and many that belong to none."""

from __future__ import annotations

import random
from collections.abc import Mapping

import torch
from torch import nn
from torch.nn import functional

from storyapp.engine.english import ADJECTIVES, FUNCTION_WORDS, UNSEEN_NOUNS
from storyapp.engine.guesses import NOTHING, guesser, word_states
from storyapp.engine.text import TextEncoder

from .world.more_words import held_words, more_words, plain
from .world.synonyms import all_tables
from .world.wordnet import load_wordnet

_NO_MOTION = {"31", "32", "33", "41"}  # verbs of thinking, talking, contending and social life
_OTHERS, _EPOCHS, _BATCH, _RATE = 800, 40, 256, 2e-3


def guessed_classes() -> list[str]:
    """ "category:concept" of all that is guessed, and "nothing"."""
    return [*(f"{category}:{concept}" for category in more_words() for concept in all_tables()[category]), NOTHING]


def known_words() -> dict[str, str]:
    """Training words and their class; of a verb its base and past forms; words of two classes have none."""
    found: dict[str, set[str]] = {}
    for category, concepts in more_words().items():
        for concept, more in concepts.items():
            entry = all_tables()[category][concept]
            for marked in (entry.name, *entry.marked, *more.training):
                forms = plain(category, [marked])
                for word in forms[::2] if category == "poses" and len(forms) == 4 else forms:
                    found.setdefault(word.lower().strip(), set()).add(f"{category}:{concept}")
    return {word: next(iter(classes)) for word, classes in found.items() if len(classes) == 1}


def other_words(nouns: Mapping[str, str], rng: random.Random) -> list[str]:
    """Words of no concept: things, animals, people, little words, what people think and say."""
    wordnet, hidden, known = load_wordnet(), held_words(), known_words()
    verbs = [
        word.replace("_", " ")
        for (part, word), keys in sorted(wordnet.senses.items())
        if part == "v" and wordnet.synsets[keys[0]].file in _NO_MOTION and wordnet.uses("v", word) > 1
    ]
    single = sorted(noun for noun in nouns if " " not in noun)
    words = [*rng.sample(single, min(_OTHERS, len(single))), *rng.sample(verbs, min(_OTHERS // 2, len(verbs)))]
    words += sorted(FUNCTION_WORDS | ADJECTIVES | UNSEEN_NOUNS)
    return [word for word in dict.fromkeys(words) if word not in hidden and word not in known]


def train_guesses(encoder: TextEncoder, nouns: Mapping[str, str], seed: int = 5) -> nn.Sequential:
    """Train the net on all words at once; it takes seconds."""
    rng, classes = random.Random(seed), guessed_classes()
    known = known_words()
    words = [*known, *other_words(nouns, rng)]
    right = torch.tensor([classes.index(known.get(word, NOTHING)) for word in words])
    states, net = word_states(encoder, words), guesser(len(classes)).train()
    optimizer = torch.optim.AdamW(net.parameters(), lr=_RATE, weight_decay=0.05)
    generator = torch.Generator().manual_seed(seed)
    for _ in range(_EPOCHS):
        for rows in torch.randperm(len(words), generator=generator).split(_BATCH):
            loss = functional.cross_entropy(net(states[rows]), right[rows], label_smoothing=0.05)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return net.eval()
