"""`storyapp evaluate …`: measures a part of the model on held-out data."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from storyapp import paths
from storyapp.story.request import Progress

from .common import make_illustrator, print_figures, show
from .options import JsonOption, subcommands
from .train import EVALUATORS

PARTS = ("tokenizer", "bottom", "pairing", "reader")

app = subcommands("Measure a part of the model (needs the extra \\[train]).")


def _add(part: str) -> None:
    @app.command(part, help=f"Measure the {part} on data that it was not trained on.")
    def evaluate(
        count: Annotated[
            int, typer.Option(min=1, help="Drawings, cels or sentences; 1000 for the figures of the model card.")
        ] = 100,
        json: JsonOption = False,
    ) -> None:
        print_figures(show(evaluate_part(part, count), f"evaluating the {part}"), json)


for _part in PARTS:
    _add(_part)


@app.command()
def prior(
    count: Annotated[int, typer.Option(min=1, help="Cels; 1000 for the figures of the model card.")] = 100,
    parts: Annotated[
        str | None, typer.Option(help="Some of cels,identity,pictures,locks,synonyms,words; all without it.")
    ] = None,
    json: JsonOption = False,
) -> None:
    """Measure the prior on data that it was not trained on."""
    chosen = [name.strip() for name in parts.split(",")] if parts is not None else None
    print_figures(show(evaluate_prior(count, chosen), "evaluating the prior"), json)


@app.command()
def sheets(out: Annotated[Path, typer.Option(help="The folder to write to.")] = Path("build/sheets")) -> None:
    """Draw the pictures of the model card: reconstructions, and sixteen sentences painted."""
    print(show(write_sheets(out), "drawing sheets"))


def evaluate_part(part: str, count: int) -> Iterator[Progress[dict[str, Any]]]:
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
    trained = judges.is_dir()  # reconstruction is measured without them, too
    return evaluate_tokenizer(load_tokenizer(paths.model()), count, load_evaluators(judges) if trained else None)


def evaluate_prior(count: int, parts: Collection[str] | None) -> Iterator[Progress[dict[str, Any]]]:
    """Measure the bundled prior on held-out data: the chosen parts, or all.

    Raises:
        InputError: if there is no such part.
    """
    from storyapp.training.evaluate_prior import PARTS, checked_parts, evaluate_prior
    from storyapp.training.judges import load_evaluators

    chosen = checked_parts(parts or PARTS)
    judges = load_evaluators(paths.model().parent / EVALUATORS)
    return evaluate_prior(make_illustrator("cpu"), judges, count, chosen)


def write_sheets(folder: Path) -> Iterator[Progress[Path]]:
    """The pictures of the model card: `reconstructions.png`, `faces.png` and `paintings.png` in `folder`."""
    from storyapp.engine.vqvae import load_tokenizer
    from storyapp.training.sheets import faces, paintings, reconstructions

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
