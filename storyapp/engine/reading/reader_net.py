"""The trained part of the reader: its own copy of the text encoder's last layers, and heads on their states.

A sentence has heads for place, time and weather, each with its own attention over the tokens. Each mention (a
name, a noun, a pronoun) asks the sentence with its own state: is it to be seen, in what pose, with what feeling.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor, nn

from ..text import WIDTH, TextEncoder, TextStates

OWN_LAYERS = 2  # of the encoder's six: adapted copies
LONGEST_SENTENCE = 96  # tokens
SENTENCE_HEADS = ("settings", "times", "weathers")
MENTION_HEADS = ("poses", "expressions")
HEADS = SENTENCE_HEADS + MENTION_HEADS
UNSAID = "unsaid"
Span = tuple[int, int]


@dataclass(frozen=True)
class Asked:
    """A sentence (its row in the batch) and the characters of the words that are asked about."""

    row: int
    span: Span


class ReaderNet(nn.Module):
    """Token states below the last layers (batch, tokens, 384) → logits of sentences and of mentions."""

    def __init__(self, layers: nn.ModuleList, sizes: Mapping[str, int], width: int = 256) -> None:
        super().__init__()
        self.layers = layers
        self.looks = nn.Linear(WIDTH, len(SENTENCE_HEADS))
        self.sentence = nn.ModuleDict({name: nn.Linear(WIDTH, sizes[name]) for name in SENTENCE_HEADS})
        self.asks = nn.Linear(WIDTH, WIDTH)
        self.shows = nn.Linear(WIDTH, WIDTH)
        self.body = nn.Sequential(nn.Linear(2 * WIDTH, width), nn.GELU(), nn.Dropout(0.1))
        self.mention = nn.ModuleDict({name: nn.Linear(width, sizes[name]) for name in MENTION_HEADS})
        self.there = nn.Linear(width, 1)

    def forward(self, found: TextStates, asked: Sequence[Asked]) -> dict[str, Tensor]:
        """Logits (batch, concepts) of the sentence heads; (asked, concepts) of the mention heads; "there" (asked,)."""
        states = self.adapted(found)  # (batch, tokens, 384)
        hidden = ~found.mask[..., None]
        weights = self.looks(states).masked_fill(hidden, -1e4).softmax(1)  # (batch, tokens, heads)
        pooled = weights.transpose(1, 2) @ states  # (batch, heads, 384)
        logits = {name: head(pooled[:, index]) for index, (name, head) in enumerate(self.sentence.items())}
        if asked:
            about = self._about(states, found, asked)
            logits.update({name: head(about) for name, head in self.mention.items()})
            logits["there"] = self.there(about)[:, 0]
        return logits

    def adapted(self, found: TextStates) -> Tensor:
        """The states behind the reader's own layers."""
        states = found.states
        bias = torch.where(found.mask, 0.0, -1e4)[:, None, None, :].to(states.dtype)
        for layer in self.layers:
            out = layer(states, bias)
            states = out[0] if isinstance(out, tuple) else out
        return states

    def _about(self, states: Tensor, found: TextStates, asked: Sequence[Asked]) -> Tensor:
        rows = torch.tensor([one.row for one in asked], device=states.device)
        start = torch.tensor([one.span[0] for one in asked], device=states.device)[:, None]
        end = torch.tensor([one.span[1] for one in asked], device=states.device)[:, None]
        places = found.offsets[rows]  # (asked, tokens, 2)
        inside = ((places[..., 0] < end) & (places[..., 1] > start) & found.mask[rows]).to(states.dtype)[..., None]
        each = states[rows]  # (asked, tokens, 384)
        own = (each * inside).sum(1) / inside.sum(1).clamp(min=1)
        scores = (self.shows(each) @ self.asks(own)[..., None])[..., 0] / WIDTH**0.5
        weights = scores.masked_fill(~found.mask[rows], -1e4).softmax(1)
        context = (weights[..., None] * each).sum(1)
        return self.body(torch.cat((own, context), -1))  # type: ignore[no-any-return]


def make_net(encoder: TextEncoder, names: Mapping[str, Sequence[Any]]) -> ReaderNet:
    """An untrained net on a copy of the encoder's last layers."""
    sizes = {name: len(values) for name, values in names.items()}
    return ReaderNet(encoder.last_layers(OWN_LAYERS), sizes)


@dataclass(frozen=True)
class Opinion:
    """What the net thinks of a mention: the chance that it is to be seen, and of each pose and feeling."""

    there: float = 1.0
    poses: Mapping[str, float] = field(default_factory=dict)
    expressions: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Opinions:
    """What the net thinks of a scene: chances by sentence and category, and by sentence and place of a mention."""

    surroundings: Sequence[Mapping[str, Mapping[str, float]]]
    mentions: Mapping[tuple[int, Span], Opinion]


@torch.no_grad()
def opinions(
    net: ReaderNet,
    encoder: TextEncoder,
    names: Mapping[str, Sequence[str]],
    texts: Sequence[str],
    asked: Sequence[Asked],
) -> Opinions:
    """Ask the net about the sentences of one scene, all at once."""
    logits = net(encoder.lower_states(texts, LONGEST_SENTENCE, OWN_LAYERS), asked)
    chances = {name: logits[name].softmax(-1).tolist() for name in HEADS if name in logits}
    seen = logits["there"].sigmoid().tolist() if asked else []
    sentences = [
        {name: dict(zip(names[name], chances[name][row], strict=True)) for name in SENTENCE_HEADS}
        for row in range(len(texts))
    ]
    mentions = {
        (one.row, one.span): Opinion(
            seen[index], *(dict(zip(names[name], chances[name][index], strict=True)) for name in MENTION_HEADS)
        )
        for index, one in enumerate(asked)
    }
    return Opinions(sentences, mentions)
