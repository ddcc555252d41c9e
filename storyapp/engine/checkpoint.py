"""Strict loading and saving of weights: safetensors and JSON, never pickle, never a silent mismatch."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from storyapp.story.errors import ModelDamagedError, ModelMissingError
from storyapp.whole_files import replacing

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Net = TypeVar("Net", bound=nn.Module)
_FULL_PRECISION = ("codebook", "quantizer")  # names of tensors; rounding them would change codes


def save_weights(path: Path, model: nn.Module, half: bool = True) -> None:
    """Write all weights and buffers of `model`; with `half` in bf16, except tensors that determine codes.

    Not float16, which overflows silently with activations that grew in training.
    """
    tensors = {}
    for name, tensor in model.state_dict().items():
        full = not tensor.is_floating_point() or any(part in name for part in _FULL_PRECISION)
        tensors[name] = (tensor if full or not half else tensor.to(torch.bfloat16)).contiguous().cpu()
    write_tensors(path, tensors)


def write_tensors(path: Path, tensors: Mapping[str, Tensor]) -> None:
    """Write a safetensors file atomically, so that an interrupted run leaves no partial file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path, path.with_suffix(path.suffix + ".part")) as beside:
        save_file(dict(tensors), beside)


def read_tensors(path: Path) -> dict[str, Tensor]:
    """All tensors of a safetensors file.

    Raises:
        ModelMissingError: if the file is not there.
        ModelDamagedError: if it is truncated or of another kind.
    """
    if not path.is_file():
        raise ModelMissingError(
            f"The picture model is incomplete: {path.name} is missing from {path.parent}; install storyapp again."
        )
    try:
        return load_file(path)
    except (SafetensorError, ValueError, OSError) as error:
        raise ModelDamagedError(f"The model file {path.name} is damaged; install storyapp again.") from error


def load_weights(path: Path, model: nn.Module) -> None:
    """Fill `model` with exactly the tensors of the file.

    Raises:
        ModelMissingError: if the file is not there.
        ModelDamagedError: if a tensor is missing, unknown or of another shape.
    """
    tensors = read_tensors(path)
    expected = model.state_dict()
    wrong = sorted(set(tensors) ^ set(expected))
    wrong += [name for name in set(tensors) & set(expected) if tensors[name].shape != expected[name].shape]
    if wrong:
        raise ModelDamagedError(
            f"The model file {path.name} does not fit this version of storyapp "
            f"({wrong[0]} and {len(wrong) - 1} more tensors differ); install storyapp again."
        )
    model.load_state_dict({name: tensor.to(expected[name].dtype) for name, tensor in tensors.items()})


def save_net(folder: Path, name: str, net: nn.Module, config: DataclassInstance) -> None:
    """Write the weights of a network to NAME.safetensors and its configuration to NAME.json, for `load_net`."""
    save_weights(folder / f"{name}.safetensors", net)
    write_config(folder / f"{name}.json", asdict(config))


def load_net(folder: Path, name: str, build: Callable[[dict[str, Any]], Net]) -> Net:
    """The network that `build` makes of the configuration NAME.json, with exactly the weights of NAME.safetensors.

    Raises:
        ModelMissingError: if a file is not there.
        ModelDamagedError: if one is damaged or does not fit.
    """
    config = read_config(folder / f"{name}.json")
    try:
        net = build(config)
    except (TypeError, ValueError, KeyError) as error:
        raise ModelDamagedError(f"The model's configuration in {folder} is damaged: {error}.") from error
    load_weights(folder / f"{name}.safetensors", net)
    return net


def read_config(path: Path) -> dict[str, Any]:
    """The JSON object of a configuration file.

    Raises:
        ModelMissingError: if the file is not there.
        ModelDamagedError: if it is not a JSON object.
    """
    if not path.is_file():
        raise ModelMissingError(f"There is no picture model at {path.parent}; give a folder with a {path.name}.")
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, UnicodeDecodeError) as error:
        raise ModelDamagedError(f"{path} is damaged; install storyapp again.") from error
    if not isinstance(values, dict):
        raise ModelDamagedError(f"{path} is not a model's configuration; install storyapp again.")
    return values


def write_config(path: Path, values: Mapping[str, Any]) -> None:
    """Write a configuration as readable JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(values, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
