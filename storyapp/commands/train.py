"""`storyapp train …`: trains a part of the model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from storyapp import paths
from storyapp.story.request import Progress

from .common import print_figures, show
from .options import JsonOption, ThreadsOption, subcommands

PARTS = ("tokenizer", "decoder", "prior", "bottom", "pairing", "reader", "evaluators")
EVALUATORS = "evaluators"  # the folder beside the model's

app = subcommands("Train a part of the model (needs the extra \\[train]).")


def _add(part: str) -> None:
    @app.command(part, help=f"Train the {part}; goes on from its last checkpoint.")
    def train(
        steps: Annotated[int | None, typer.Option(help="Steps in all, those already done included.")] = None,
        folder: Annotated[Path | None, typer.Option(help="Where checkpoints and the log are kept.")] = None,
        models: Annotated[Path | None, typer.Option(help="The model folder to write.")] = None,
        threads: ThreadsOption = 2,
    ) -> None:
        show(train_part(part, steps, folder, models, threads), f"training the {part}")


for _part in PARTS:
    _add(_part)


@app.command()
def family(
    minutes: Annotated[float, typer.Option(min=0.01, help="Processor time for each member.")] = 10.0,
    only: Annotated[str | None, typer.Option(help="One member by its name, e.g. EMA.")] = None,
    folder: Annotated[Path | None, typer.Option(help="Where checkpoints, results.json and family.png go.")] = None,
    threads: ThreadsOption = 1,
    json: JsonOption = False,
) -> None:
    """Compare the VQ-VAE family: each member trained for the same short time; what is trained already is only measured."""
    from storyapp.training.family.table import table

    result = show(compare_family(minutes, only, folder, threads), "comparing the family")
    if json:
        print_figures(result, as_json=True)
    else:
        print(table(result))


def train_part(
    part: str, steps: int | None, folder: Path | None, models: Path | None, threads: int
) -> Iterator[Progress[Path]]:
    """Train one part of the model; checkpoints go to `folder` (default: the user's cache), weights to `models`."""
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


def compare_family(
    minutes: float, only: str | None, folder: Path | None, threads: int
) -> Iterator[Progress[dict[str, Any]]]:
    """Train the VQ-VAE family in `folder` (default: the user's cache), and measure every member trained there."""
    import torch

    from storyapp.training.family.table import train_family
    from storyapp.training.family.train import FamilyTraining

    torch.set_num_threads(threads)
    return train_family(FamilyTraining(minutes=minutes), folder or paths.cache() / "family", only)
