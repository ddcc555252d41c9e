"""Words that no list knows: which concept each is nearest to, by a small net on the text encoder's states."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from .text import WIDTH, TextEncoder

SURE = 0.5  # chance from which a guess counts
NOTHING = "nothing"
_LONGEST = 16  # tokens
_LAYERS = 6  # of the encoder: below all of them are the states of words by themselves
_BATCH = 64


def guesser(classes: int, width: int = 160) -> nn.Sequential:
    """An untrained net: states of words (words, 768) → logits (words, classes)."""
    return nn.Sequential(
        nn.Dropout(0.2), nn.Linear(2 * WIDTH, width), nn.GELU(), nn.Dropout(0.3), nn.Linear(width, classes)
    )


@torch.no_grad()
def word_states(encoder: TextEncoder, words: Sequence[str]) -> Tensor:
    """What the encoder knows of each word (words, 768): its own state, and the one it ends with, each of length 3."""
    order = sorted(range(len(words)), key=lambda index: len(words[index]))  # little padding in a batch
    result = torch.empty(len(words), 2 * WIDTH)
    for start in range(0, len(words), _BATCH):
        rows = order[start : start + _BATCH]
        some = [words[index] for index in rows]
        # Not `encode`, which would keep all of them in mind.
        states = [encoder.lower_states(some, _LONGEST, without) for without in (_LAYERS, 0)]
        result[rows] = torch.cat([_mean(found.states, found.mask) for found in states], -1)
    return result


def _mean(states: Tensor, mask: Tensor) -> Tensor:
    weight = mask[..., None].float()
    return 3 * functional.normalize((states * weight).sum(1) / weight.sum(1), dim=-1)


@torch.no_grad()
def guess(
    net: nn.Module, encoder: TextEncoder, classes: Sequence[str], words: Sequence[str]
) -> dict[str, tuple[str, str]]:
    """Category and concept of the words that are near enough to one."""
    if not words:
        return {}
    chances, places = net(word_states(encoder, words)).softmax(-1).max(-1)
    found = {}
    for word, chance, place in zip(words, chances.tolist(), places.tolist(), strict=True):
        if chance >= SURE and classes[place] != NOTHING:
            category, _, concept = classes[place].partition(":")
            found[word] = (category, concept)
    return found
