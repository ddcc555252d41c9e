"""The command line. Heavy imports wait inside the commands, so that `--help` answers at once."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from storyapp.story.errors import InputError, StoryAppError, TrainingError
from storyapp.story.request import Options, Progress

if TYPE_CHECKING:
    from storyapp.engine.illustrator import StoryIllustrator

Result = TypeVar("Result")

app = typer.Typer(add_completion=False, no_args_is_help=False, pretty_exceptions_enable=False, rich_markup_mode="rich")
train_app = typer.Typer(no_args_is_help=True, help="Train a part of the model (needs the extra \\[train]).")
evaluate_app = typer.Typer(no_args_is_help=True, help="Measure a part of the model (needs the extra \\[train]).")
bench_app = typer.Typer(no_args_is_help=True, help="Measure speed and memory on this machine.")
app.add_typer(train_app, name="train")
app.add_typer(evaluate_app, name="evaluate")
app.add_typer(bench_app, name="bench")

Device = Annotated[str, typer.Option(help="auto, cpu, cuda or mps.")]
Seed = Annotated[int, typer.Option(help="Equal seeds give equal pictures.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
Style = Annotated[str, typer.Option(help="cartoon, watercolour, clay, ink, crayon or cutout.")]


@app.callback(invoke_without_command=True)
def desk(context: typer.Context, debug: Annotated[bool, typer.Option(help="Show tracebacks.")] = False) -> None:
    """Write a story and get it illustrated on your own machine. Without a command: open the desk."""
    if context.invoked_subcommand is None:
        from storyapp.app import run_desk

        raise typer.Exit(run_desk(None))


@app.command("open")
def open_(file: Path) -> None:
    """Open the desk on a story."""
    from storyapp.app import run_desk

    raise typer.Exit(run_desk(file))


@app.command()
def paint(
    text: Annotated[str | None, typer.Argument(help="The scene's words.")] = None,
    out: Annotated[Path | None, typer.Option(help="The PNG to write.")] = None,
    source: Annotated[Path | None, typer.Option("--from", help="Repaint a picture that paint wrote.")] = None,
    style: Style = "cartoon",
    seed: Seed = 1,
    temperature: Annotated[float, typer.Option(min=0.0, max=2.0)] = 1.0,
    steps: Annotated[int, typer.Option(min=1, max=256)] = 12,
    guidance: Annotated[float, typer.Option(min=0.0, max=20.0)] = 3.0,
    character: Annotated[list[str] | None, typer.Option(help='NAME=FILE.png or NAME="description".')] = None,
    size: Annotated[int, typer.Option(min=64, max=4096)] = 512,
    device: Device = "auto",
) -> None:
    """Paint one picture of a text."""
    from storyapp.commands import painting

    if out is None or (text is None) == (source is None):
        raise InputError("Give a text, or --from PICTURE.png, and --out FILE.png.")
    illustrator = make_illustrator(device)
    options = Options(steps, temperature, guidance)
    if source is not None:
        request = painting.read_request(source)
    else:
        cast = painting.cast_from(character or [], illustrator, style, seed)
        request = painting.request_of(text or "", style, seed, cast, options, illustrator.styles)
    painted = show(illustrator.illustrate(request), "painting")
    painting.save(painted, request, illustrator, size, out)
    print(out)


@app.command()
def read(
    text: Annotated[str | None, typer.Argument(help="The scene's words.")] = None,
    file: Annotated[Path | None, typer.Option(help="A text file, one scene a line.")] = None,
    json: Json = False,
) -> None:
    """Show the plan that the reader makes of words."""
    from storyapp.commands import reading

    if (text is None) == (file is None):
        raise InputError("Give a text in quotes, or --file FILE.txt with one scene a line.")
    scenes = [text] if text is not None else [line for line in read_text(file).splitlines() if line.strip()]
    reading.print_plans([one or "" for one in scenes], make_illustrator("cpu"), json)


@app.command()
def illustrate(
    story_file: Annotated[Path, typer.Argument(help="STORY.md or STORY.story.")],
    style: Annotated[str | None, typer.Option(help="The style of the whole book.")] = None,
    seed: Seed = 1,
    out: Annotated[Path | None, typer.Option(help="The PDF to write.")] = None,
    save: Annotated[Path | None, typer.Option(help="The .story file to write.")] = None,
    device: Device = "auto",
) -> None:
    """Illustrate a whole story and write it as PDF."""
    from dataclasses import replace

    from storyapp.commands import books

    story = books.load(story_file)
    if style is not None:
        story = replace(story, style=style)
    illustrator = make_illustrator(device)
    books.check_style(story, illustrator.styles)
    began = time.perf_counter()
    story = show(books.illustrated(story, illustrator, seed), "illustrating")
    seconds = (time.perf_counter() - began) / max(1, sum(one.illustration is not None for one in story.scenes))
    if save is not None:
        books.save(story, save)
    target = out or story_file.with_suffix(".pdf")
    show(books.to_pdf(story, illustrator, target), "printing")
    print(f"{target}\n{seconds:.2f} seconds a picture")


@app.command()
def export(
    story_file: Annotated[Path, typer.Argument(help="FILE.story.")],
    to: Annotated[Path, typer.Option(help="FILE.pdf.")],
    device: Device = "auto",
) -> None:
    """Write an illustrated story as PDF."""
    from storyapp.commands import books

    if to.suffix.lower() != ".pdf":
        raise InputError(f"storyapp writes PDF; give a name that ends in .pdf instead of {to.name}.")
    show(books.to_pdf(books.load(story_file), make_illustrator(device), to), "printing")
    print(to)


@app.command()
def world(
    count: Annotated[int, typer.Option(min=1, max=400)] = 24,
    seed: Seed = 7,
    out: Annotated[Path | None, typer.Option(help="The contact sheet to write (PNG).")] = None,
    list_: Annotated[bool, typer.Option("--list", help="Print the vocabulary.")] = False,
    json: Json = False,
) -> None:
    """Draw a contact sheet of the training world, or list its vocabulary."""
    from storyapp.commands import worlds

    worlds.run(count, seed, out, list_, json)


def training_command(part: str) -> None:
    """Make `train PART` and `evaluate PART`."""

    @train_app.command(part)
    def train(
        steps: Annotated[int | None, typer.Option(help="Steps in all, those already done included.")] = None,
        folder: Annotated[Path | None, typer.Option(help="Where checkpoints and the log are kept.")] = None,
        models: Annotated[Path | None, typer.Option(help="The model folder to write.")] = None,
        threads: Annotated[int, typer.Option(min=1)] = 2,
    ) -> None:
        from storyapp.commands import trainings

        show(trainings.run(part, steps, folder, models, threads), f"training the {part}")

    train.__doc__ = f"Train the {part}; goes on from its last checkpoint."


for _part in ("tokenizer", "prior", "reader", "evaluators"):
    training_command(_part)


def evaluation_command(part: str) -> None:
    """Make `evaluate PART`."""

    @evaluate_app.command(part)
    def evaluate(
        count: Annotated[int, typer.Option(min=1, help="Drawings, cels or sentences.")] = 100, json: Json = False
    ) -> None:
        from storyapp.commands import trainings

        result = show(trainings.evaluate(part, count), f"evaluating the {part}")
        trainings.print_result(result, json)


for _part in ("tokenizer", "prior", "reader"):
    evaluation_command(_part)


@bench_app.command("engine")
def bench_engine(count: Annotated[int, typer.Option(min=1)] = 5, json: Json = False, device: Device = "auto") -> None:
    """Seconds of a picture and of its parts."""
    from storyapp.commands import benches

    benches.engine(make_illustrator(device), count, json)


@bench_app.command("export")
def bench_export(count: Annotated[int, typer.Option(min=1)] = 3, json: Json = False) -> None:
    """Seconds of a PDF."""
    from storyapp.commands import benches

    benches.export(count, json)


@bench_app.command("desk")
def bench_desk(count: Annotated[int, typer.Option(min=1)] = 50, json: Json = False) -> None:
    """Seconds until the window shows, and of a key typed in a long story."""
    from storyapp.commands import benches

    benches.desk(count, json)


def make_illustrator(device: str = "auto") -> StoryIllustrator:
    """The engine with the bundled model; nothing is loaded yet."""
    from storyapp import paths
    from storyapp.engine.illustrator import StoryIllustrator
    from storyapp.stage.styles import load_styles
    from storyapp.stage.vocabulary import Vocabulary

    styles = load_styles(paths.resources() / "styles")
    return StoryIllustrator(paths.model(), Vocabulary.load(paths.vocabulary()), styles, device, paths.cache())


def read_text(file: Path | None) -> str:
    """The words of a text file.

    Raises:
        InputError: if it cannot be read as UTF-8.
    """
    assert file is not None
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file} cannot be read as text; give a UTF-8 text file.") from error


def show(steps: Iterator[Progress[Result]], what: str) -> Result:
    """Run a long task with a progress bar on stderr; its result."""
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    result: Result | None = None
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        for progress in steps:
            words = f"{what}: {progress.what}"[:60] if progress.what else what
            bar.update(task, completed=progress.step, total=progress.of, description=words)
            if progress.result is not None:
                result = progress.result
    assert result is not None
    return result


def main() -> None:
    """Run a command; every expected error is one sentence and exit code 1."""
    debug = "--debug" in sys.argv
    try:
        app()
    except StoryAppError as error:
        if debug:
            raise
        print(error, file=sys.stderr)
        sys.exit(1)
    except ModuleNotFoundError as error:
        if debug:
            raise
        missing = TrainingError(f"This needs the package {error.name}; install it with: pip install 'storyapp[train]'.")
        print(missing, file=sys.stderr)
        sys.exit(1)
    except Exception as error:
        if debug:
            raise
        print(f"Something went wrong ({error}); run the command with --debug to see where.", file=sys.stderr)
        sys.exit(1)
