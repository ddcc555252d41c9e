"""`storyapp train …` and `storyapp evaluate …`."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from storyapp import paths
from storyapp.story.request import Progress

EVALUATORS = "evaluators"  # the folder beside the model's


def run(
    part: str, steps: int | None, folder: Path | None, models: Path | None, threads: int
) -> Iterator[Progress[Path]]:
    """Train one part of the model in `folder` (the user's cache by default) into `models`."""
    import torch

    torch.set_num_threads(threads)
    folder, models = folder or paths.cache() / "train", models or paths.model()
    folder.mkdir(parents=True, exist_ok=True)
    changes = {"steps": steps} if steps else {}
    if part == "tokenizer":
        from storyapp.training.tokenizer import TokenizerTraining, train_tokenizer

        return train_tokenizer(TokenizerTraining(**changes), folder, models)
    if part == "decoder":
        from storyapp.training.decoder import DecoderTraining, train_decoder

        return train_decoder(DecoderTraining(**changes), folder, models)
    if part == "prior":
        from storyapp.training.prior import train_prior
        from storyapp.training.prior_batches import PriorTraining

        return train_prior(PriorTraining(**changes), folder, models)
    if part == "reader":
        from storyapp.training.reader import ReaderTraining, train_reader

        return train_reader(ReaderTraining(**changes), folder, models)
    if part == "bottom":
        from storyapp.training.bottom import BottomTraining, train_bottom

        return train_bottom(BottomTraining(**changes), folder, models)
    if part == "pairing":
        from storyapp.training.pairing import PairingTraining, train_pairing

        return train_pairing(PairingTraining(**changes), folder, models)
    from storyapp.engine.vqvae import load_tokenizer
    from storyapp.training.evaluators import EvaluatorTraining, train_evaluators

    target = models.parent / EVALUATORS
    return train_evaluators(EvaluatorTraining(**changes), load_tokenizer(models), folder, target)


def evaluate(part: str, count: int) -> Iterator[Progress[dict[str, Any]]]:
    """Measure the bundled model on held-out data."""
    if part == "reader":
        from storyapp.training.reader_scores import evaluate_reader

        return evaluate_reader(paths.model(), count)
    from storyapp.engine.vqvae import load_tokenizer
    from storyapp.training.judges import load_evaluators

    if part == "bottom":
        from storyapp.engine.bottom import load_bottom
        from storyapp.training.bottom import evaluate_bottom

        return evaluate_bottom(load_tokenizer(paths.model()), load_bottom(paths.model()), count)
    if part == "pairing":
        from storyapp.engine.pairing import Pairing
        from storyapp.engine.text import TextEncoder
        from storyapp.training.pairing import evaluate_pairing

        return evaluate_pairing(load_tokenizer(paths.model()), Pairing.load(paths.model(), TextEncoder()), count)
    from storyapp.training.evaluate import evaluate_tokenizer

    judges = paths.model().parent / EVALUATORS
    trained = judges.is_dir()  # without them the pictures are measured all the same
    return evaluate_tokenizer(load_tokenizer(paths.model()), count, load_evaluators(judges) if trained else None)


def evaluate_prior(count: int, parts: Collection[str] | None) -> Iterator[Progress[dict[str, Any]]]:
    """Measure the bundled prior on held-out data: the chosen parts, or all.

    Raises:
        InputError: if there is no such part.
    """
    from storyapp.training.evaluate_prior import PARTS, checked_parts, evaluate_prior
    from storyapp.training.judges import load_evaluators

    from .common import make_illustrator

    chosen = checked_parts(parts or PARTS)
    judges = load_evaluators(paths.model().parent / EVALUATORS)
    return evaluate_prior(make_illustrator("cpu"), judges, count, chosen)


def compare_family(
    minutes: float, only: str | None, folder: Path | None, threads: int
) -> Iterator[Progress[dict[str, Any]]]:
    """Train the VQ-VAE family in `folder` (the user's cache by default), and measure everyone trained there."""
    import torch

    from storyapp.training.family.table import train_family
    from storyapp.training.family.train import FamilyTraining

    torch.set_num_threads(threads)
    return train_family(FamilyTraining(minutes=minutes), folder or paths.cache() / "family", only)


def write_sheets(folder: Path) -> Iterator[Progress[Path]]:
    """The pictures of the model card: `reconstructions.png`, `faces.png` and `paintings.png` in `folder`."""
    from storyapp.engine.vqvae import load_tokenizer
    from storyapp.training.sheets import faces, paintings, reconstructions

    from .common import make_illustrator

    folder.mkdir(parents=True, exist_ok=True)
    tokenizer = load_tokenizer(paths.model())
    reconstructions(tokenizer, 10).save(folder / "reconstructions.png")
    faces(tokenizer, 10).save(folder / "faces.png")
    for progress in paintings(make_illustrator("cpu")):
        if progress.result is not None:
            progress.result.save(folder / "paintings.png")
        else:
            yield Progress(progress.step, progress.of, progress.what)
    yield Progress(1, 1, "drawn", result=folder)


def print_result(result: dict[str, Any], as_json: bool) -> None:
    """JSON on one line, or indented for people."""
    print(json.dumps(result) if as_json else json.dumps(result, indent=2))
