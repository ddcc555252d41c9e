"""Words that are in no table: which concept each belongs to, classified from WordNet's definitions.

A rare word alone ("trudge") means little to a network; its definition ("walk heavily or wearily") means much.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from storyapp.engine.text import WIDTH, TextEncoder

from .language.more_words import surface_forms, tabled, with_past
from .language.wordnet import Key, WordNet, load_wordnet

SURE = 0.5  # least probability of a concept for a word to be taken into the table
# The parts of speech of each category, and the lexicographer's files in which one of a word's meanings must be.
_FILES = {
    ("settings", "n"): {"06", "14", "15", "17"},
    ("poses", "v"): {"29", "30", "34", "35", "36", "38", "39", "40", "41", "42"},
    ("expressions", "a"): {"00"},
    ("expressions", "v"): {"29", "32", "37", "39"},
}
_MEANT_LITERALLY = frozenset(("saw_wood", "saw_logs"))  # idioms (for snoring) that stories use literally
_USUAL = 0.5  # least share of a word's uses that must be this part of speech
_SENSES = 4  # the commonest of each word
_LONGEST = 48  # tokens of a definition
_LONGEST_PHRASE = 3  # words
_BATCH, _EPOCHS, _RATE, _NETS = 128, 60, 2e-3, 3
_NOTHING = 0.3  # loss weight of words without a concept: some of them have one that nobody has listed
_NUMERAL = re.compile("(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")  # "liv" is 54, and looks like a stem of "lives"


def meanings(encoder: TextEncoder, seed: int = 5) -> dict[str, dict[str, str]]:
    """Category → word, in all its forms → concept, for the words of WordNet that the classifiers are sure of."""
    wordnet, states = load_wordnet(), States(encoder)
    found: dict[str, dict[str, str]] = {}
    for (category, part), files in _FILES.items():
        known = {word: name for word, name in tabled(category, part).items() if (part, word) in wordnet.senses}
        others = _candidates(wordnet, part, files, known)
        usual = [word for word in others if wordnet.uses(part, word) > 1]
        nothing = random.Random(seed).sample(usual, min(len(usual), 2 * len(known) + 300))
        for word, concept in nearest(states, part, known, nothing, others, seed).items():
            if wordnet.part_share(part, word) < _USUAL or word in _MEANT_LITERALLY:
                continue  # "line", "duck", "head": mostly nouns
            name = with_past(word.replace("_", " ")) if part == "v" else word.replace("_", " ")
            forms = surface_forms(category, [f"!{name}" if part == "v" and category != "poses" else name])
            found.setdefault(category, {}).update(dict.fromkeys(forms, concept))
    return found


def _candidates(wordnet: WordNet, part: str, files: set[str], known: Mapping[str, str]) -> list[str]:
    """Unknown words of a part of speech with a common sense in one of the lexicographer's `files`."""
    return [
        word
        for (one, word), senses in sorted(wordnet.senses.items())
        if one == part and word not in known and word.replace("_", "").isalpha() and not _NUMERAL.fullmatch(word) and word.count("_") < _LONGEST_PHRASE
        and any(wordnet.synsets[key].file in files for key in senses[:_SENSES])
    ]  # fmt: skip


def nearest(
    states: States, part: str, known: Mapping[str, str], nothing: Sequence[str], others: Sequence[str], seed: int = 5
) -> dict[str, str]:
    """The concepts of those `others` that an ensemble of classifiers is sure of.

    It is trained on the `known` words (word → concept) and on `nothing`, words without a concept.
    """
    concepts = sorted(set(known.values()))
    right = [*(concepts.index(concept) for concept in known.values()), *[len(concepts)] * len(nothing)]
    taught, asked = states.of(part, [*known, *nothing]), states.of(part, others)
    nets = [_train(taught, torch.tensor(right), len(concepts), seed + number) for number in range(_NETS)]
    with torch.no_grad():
        chances, places = torch.stack([net(asked).softmax(-1) for net in nets]).mean(0).max(-1)
    return {
        word: concepts[place]
        for word, chance, place in zip(others, chances.tolist(), places.tolist(), strict=True)
        if chance >= SURE and place < len(concepts)
    }


def _train(states: Tensor, right: Tensor, concepts: int, seed: int) -> nn.Module:
    """A trained classifier: states (words, 384) → logits (words, concepts + 1); the last is "no concept"."""
    torch.manual_seed(seed)
    net = nn.Sequential(
        nn.Dropout(0.3), nn.Linear(WIDTH, WIDTH // 3), nn.GELU(), nn.Dropout(0.3), nn.Linear(WIDTH // 3, concepts + 1)
    )
    optimizer = torch.optim.AdamW(net.parameters(), lr=_RATE, weight_decay=0.05)
    weight = torch.ones(concepts + 1)
    weight[-1] = _NOTHING
    for _ in range(_EPOCHS):
        for rows in torch.randperm(len(right)).split(_BATCH):
            loss = functional.cross_entropy(net(states[rows]), right[rows], weight=weight, label_smoothing=0.05)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return net.eval()


class States:
    """Embeddings of WordNet senses, each encoded from its words, its hypernyms and its definition."""

    def __init__(self, encoder: TextEncoder) -> None:
        self.encoder, self._known = encoder, dict[Key, Tensor]()

    def of(self, part: str, words: Sequence[str]) -> Tensor:
        """The mean sense embedding of each word (words, 384), weighted by frequency of use and scaled to length 4 or less."""
        wordnet = load_wordnet()
        senses = {word: wordnet.senses[part, word][:_SENSES] for word in words}
        self._encode([key for word in words for key in senses[word]])
        rows = []
        for word in words:
            shares = torch.tensor([wordnet.share(part, word, key) for key in senses[word]])
            each = torch.stack([self._known[key] for key in senses[word]])
            rows.append(4 * (shares / shares.sum().clamp(min=1e-6)) @ each)
        return torch.stack(rows)

    @torch.no_grad()
    def _encode(self, keys: Sequence[Key]) -> None:
        new = sorted({key for key in keys if key not in self._known}, key=lambda key: len(self._text(key)))
        for start in range(0, len(new), _BATCH):
            some = new[start : start + _BATCH]
            found = self.encoder.lower_states([self._text(key) for key in some], _LONGEST, 0)
            weight = found.mask[..., None].float()
            means = (found.states.float() * weight).sum(1) / weight.sum(1)
            self._known.update(zip(some, functional.normalize(means, dim=-1), strict=True))

    @staticmethod
    def _text(key: Key) -> str:
        synsets = load_wordnet().synsets
        one = synsets[key]
        above = [word for up in one.above if up in synsets for word in synsets[up].words[:2]]
        return f"{', '.join((*one.words[:4], *above)).replace('_', ' ')}: {one.definition}"
