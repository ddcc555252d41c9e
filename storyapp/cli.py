"""The command line. Heavy imports wait inside the commands, so that `--help` answers at once."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from storyapp.story.errors import StoryAppError, TrainingError
from storyapp.story.model import USUAL_GUIDANCE, USUAL_STEPS, USUAL_TEMPERATURE

EXTRAS = {"skia": "train", "accelerate": "train"}  # module → the extra that brings it
INTERRUPTED = 130
# Typer has its own copy of click or the real one, as its version is.
_USAGE_ERROR: Any = next(one for one in typer.BadParameter.__mro__ if one.__name__ == "ClickException")

app = typer.Typer(add_completion=False, no_args_is_help=False, pretty_exceptions_enable=False, rich_markup_mode="rich")
train_app = typer.Typer(no_args_is_help=True, help="Train a part of the model (needs the extra \\[train]).")
evaluate_app = typer.Typer(no_args_is_help=True, help="Measure a part of the model (needs the extra \\[train]).")
bench_app = typer.Typer(no_args_is_help=True, help="Measure speed and memory on this machine.")
app.add_typer(train_app, name="train")
app.add_typer(evaluate_app, name="evaluate")
app.add_typer(bench_app, name="bench")


class DeviceName(StrEnum):
    """Where the engine runs."""

    auto = "auto"
    cpu = "cpu"
    cuda = "cuda"
    mps = "mps"


class WorldSheet(StrEnum):
    """Contact sheets of the world."""

    scenes = "scenes"
    figures = "figures"
    styles = "styles"


class PageSize(StrEnum):
    """Sizes of the printed page."""

    square = "square"
    a4 = "a4"
    letter = "letter"
    a5 = "a5"


Device = Annotated[DeviceName, typer.Option(help="Where the engine runs.")]
Seed = Annotated[int, typer.Option(help="Equal seeds give equal pictures.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
Style = Annotated[str, typer.Option(help="cartoon, watercolour, clay, ink, crayon or cutout.")]
Page = Annotated[PageSize | None, typer.Option(help="Page size; the story's own if not given.")]


@app.callback(invoke_without_command=True)
def desk(
    context: typer.Context, debug: Annotated[bool, typer.Option("--debug", help="Show where an error arose.")] = False
) -> None:
    """Write a story and get it illustrated on your own machine. Without a command: open the desk."""
    if context.invoked_subcommand is None:
        open_desk(None)


@app.command("open")
def open_(file: Annotated[Path, typer.Argument(help="FILE.story.")]) -> None:
    """Open the desk on a story."""
    open_desk(file)


def open_desk(file: Path | None) -> None:
    """Show the window and stay until it is closed."""
    from storyapp.app import run_desk

    raise typer.Exit(run_desk(file))


@app.command()
def paint(
    text: Annotated[str | None, typer.Argument(help="The scene's words.")] = None,
    out: Annotated[Path | None, typer.Option(help="The PNG to write.")] = None,
    source: Annotated[Path | None, typer.Option("--from", help="Repaint a picture that paint wrote.")] = None,
    style: Style = "cartoon",
    seed: Seed = 1,
    temperature: Annotated[float, typer.Option(min=0.0, max=2.0, help="Higher: bolder choices.")] = USUAL_TEMPERATURE,
    steps: Annotated[int, typer.Option(min=1, max=256, help="Steps of painting.")] = USUAL_STEPS,
    guidance: Annotated[
        float, typer.Option(min=0.0, max=20.0, help="How closely words are followed.")
    ] = USUAL_GUIDANCE,
    character: Annotated[list[str] | None, typer.Option(help='NAME=FILE.png or NAME="description".')] = None,
    size: Annotated[int | None, typer.Option(min=64, max=4096, help="Pixels of a side; 512 if not given.")] = None,
    device: Device = DeviceName.auto,
) -> None:
    """Paint one picture of a text, or repaint one identically."""
    from storyapp.commands import painting

    if out is None or (text is None) == (source is None):
        raise typer.BadParameter("Give a text in quotes, or --from PICTURE.png, and --out FILE.png.")
    if source is not None:
        painting.repaint(source, out, size, device)
    else:
        settings = painting.Settings(style, seed, temperature, steps, guidance, size or painting.USUAL_SIZE, device)
        painting.paint(text or "", character or [], settings, out)
    print(out)


@app.command()
def read(
    text: Annotated[str | None, typer.Argument(help="The scene's words.")] = None,
    file: Annotated[Path | None, typer.Option(help="A text file, one scene a line.")] = None,
    json: Json = False,
) -> None:
    """Show the plan that the reader makes of words."""
    from storyapp.commands import common, reading

    if (text is None) == (file is None):
        raise typer.BadParameter("Give a text in quotes, or --file FILE.txt with one scene a line.")
    scenes = [text or ""] if file is None else reading.scenes_in(file)
    reading.print_plans(scenes, common.make_illustrator("cpu"), json)


@app.command()
def illustrate(
    story_file: Annotated[Path, typer.Argument(metavar="STORY", help="STORY.md or STORY.story.")],
    style: Annotated[str | None, typer.Option(help="The style of the whole book.")] = None,
    seed: Seed = 1,
    out: Annotated[
        Path | None,
        typer.Option(
            help="The book to write, by its ending .pdf, .epub, .docx or .md, or a folder; a PDF beside the story if not given."
        ),
    ] = None,
    save: Annotated[Path | None, typer.Option(help="The .story file to write.")] = None,
    page: Page = None,
    device: Device = DeviceName.auto,
) -> None:
    """Illustrate a whole story and make a book of it."""
    from storyapp.commands import books

    books.illustrate(story_file, out or story_file.with_suffix(".pdf"), save, style, seed, page, device)


@app.command()
def export(
    story_file: Annotated[Path, typer.Argument(metavar="STORY", help="FILE.story.")],
    to: Annotated[
        Path, typer.Option(help="FILE.pdf, .epub, .docx or .md, or a folder (with a / at the end) for pictures.")
    ],
    page: Page = None,
    device: Device = DeviceName.auto,
) -> None:
    """Write an illustrated story as PDF, EPUB, Word or Markdown, or its pictures into a folder."""
    from storyapp.commands import books

    print(books.export(story_file, to, page, device))


@app.command()
def world(
    count: Annotated[int | None, typer.Option(min=1, max=400, help="Pictures, or names of each list.")] = None,
    seed: Seed = 7,
    out: Annotated[Path | None, typer.Option(help="The contact sheet to write (PNG).")] = None,
    sheet: Annotated[WorldSheet, typer.Option(help="What is on the contact sheet.")] = WorldSheet.scenes,
    vocabulary: Annotated[Path | None, typer.Option(help="Write vocabulary.json anew from the world.")] = None,
    list_: Annotated[bool, typer.Option("--list", help="Print the vocabulary.")] = False,
    json: Json = False,
) -> None:
    """Draw a contact sheet of the training world, or list its vocabulary."""
    from storyapp.commands import worlds

    if list_:
        worlds.print_vocabulary(count, json)
    elif vocabulary is not None:
        worlds.write_vocabulary(vocabulary)
        print(vocabulary)
    elif out is None:
        raise typer.BadParameter("Give --out SHEET.png for a contact sheet, or --list for the vocabulary.")
    else:
        worlds.write_sheet(sheet, count or worlds.USUAL_COUNT, seed, out)
        print(out)


def training_command(part: str) -> None:
    """Make `train PART`."""

    @train_app.command(part, help=f"Train the {part}; goes on from its last checkpoint.")
    def train(
        steps: Annotated[int | None, typer.Option(help="Steps in all, those already done included.")] = None,
        folder: Annotated[Path | None, typer.Option(help="Where checkpoints and the log are kept.")] = None,
        models: Annotated[Path | None, typer.Option(help="The model folder to write.")] = None,
        threads: Annotated[int, typer.Option(min=1, help="Processor cores to use.")] = 2,
    ) -> None:
        from storyapp.commands import common, trainings

        common.show(trainings.run(part, steps, folder, models, threads), f"training the {part}")


def evaluation_command(part: str) -> None:
    """Make `evaluate PART`."""

    @evaluate_app.command(part, help=f"Measure the {part} on data that it was not trained on.")
    def evaluate(
        count: Annotated[
            int, typer.Option(min=1, help="Drawings, cels or sentences; 1000 for the figures of the model card.")
        ] = 100,
        json: Json = False,
    ) -> None:
        from storyapp.commands import common, trainings

        result = common.show(trainings.evaluate(part, count), f"evaluating the {part}")
        trainings.print_result(result, json)


for _part in ("tokenizer", "decoder", "prior", "bottom", "pairing", "reader", "evaluators"):
    training_command(_part)
for _part in ("tokenizer", "bottom", "pairing", "reader"):
    evaluation_command(_part)


@evaluate_app.command("prior", help="Measure the prior on data that it was not trained on.")
def evaluate_prior(
    count: Annotated[int, typer.Option(min=1, help="Cels; 1000 for the figures of the model card.")] = 100,
    parts: Annotated[
        str | None, typer.Option(help="Some of cels,identity,pictures,locks,synonyms,words; all without it.")
    ] = None,
    json: Json = False,
) -> None:
    from storyapp.commands import common, trainings

    chosen = [name.strip() for name in parts.split(",")] if parts is not None else None
    result = common.show(trainings.evaluate_prior(count, chosen), "evaluating the prior")
    trainings.print_result(result, json)


@train_app.command("family")
def train_family(
    minutes: Annotated[float, typer.Option(min=0.01, help="Processor time for each member.")] = 10.0,
    only: Annotated[str | None, typer.Option(help="One member by its name, e.g. EMA.")] = None,
    folder: Annotated[Path | None, typer.Option(help="Where checkpoints, results.json and family.png go.")] = None,
    threads: Annotated[int, typer.Option(min=1, help="Processor cores to use.")] = 1,
    json: Json = False,
) -> None:
    """Compare the VQ-VAE family: each member trained for the same short time; what is trained already is only measured."""
    from storyapp.commands import common, trainings
    from storyapp.training.family.table import table

    result = common.show(trainings.compare_family(minutes, only, folder, threads), "comparing the family")
    if json:
        trainings.print_result(result, True)
    else:
        print(table(result))


@evaluate_app.command("sheets")
def evaluate_sheets(out: Annotated[Path, typer.Option(help="The folder to write to.")] = Path("build/sheets")) -> None:
    """Draw the pictures of the model card: reconstructions, and sixteen sentences painted."""
    from storyapp.commands import common, trainings

    print(common.show(trainings.write_sheets(out), "drawing sheets"))


@bench_app.command("engine")
def bench_engine(
    count: Annotated[int, typer.Option(min=1, help="Repetitions.")] = 5,
    json: Json = False,
    device: Device = DeviceName.auto,
) -> None:
    """Seconds of a picture and of its parts."""
    from storyapp.commands import benches, common

    benches.engine(common.make_illustrator(device), count, json)


@bench_app.command("export")
def bench_export(count: Annotated[int, typer.Option(min=1, help="Repetitions.")] = 3, json: Json = False) -> None:
    """Seconds of a PDF."""
    from storyapp.commands import benches

    benches.export(count, json)


@bench_app.command("world")
def bench_world(count: Annotated[int, typer.Option(min=1, help="Drawings.")] = 200, json: Json = False) -> None:
    """Drawings of the training world a second, at the size that the tokenizer sees, on one core."""
    from storyapp.commands import benches

    benches.world(count, json)


@bench_app.command("desk")
def bench_desk(count: Annotated[int, typer.Option(min=1, help="Keys typed.")] = 50, json: Json = False) -> None:
    """Seconds until the window shows, and of a key typed in a long story."""
    from storyapp.commands import benches

    benches.desk(count, json)


@bench_app.command("heartbeat")
def bench_heartbeat(count: Annotated[int, typer.Option(min=1, help="Scenes.")] = 4, json: Json = False) -> None:
    """How long the window is held while scenes are illustrated, and pictures a second while dragging."""
    from storyapp.commands import benches

    benches.heartbeat(count, json)


def main() -> None:
    """Run a command; every error is one sentence, 1 is the exit code of errors and 2 of wrong usage."""
    arguments = [one for one in sys.argv[1:] if one != "--debug"]
    try:
        code: object = app(arguments, standalone_mode=False, prog_name="storyapp")
    except _USAGE_ERROR as error:
        code = _fail(error.format_message(), error.exit_code)
    except (typer.Abort, KeyboardInterrupt):
        code = _fail("Stopped; what was not finished was not written.", INTERRUPTED)
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        code = _fail(_in_words(error), 1)
    sys.exit(code if isinstance(code, int) else 0)


def _in_words(error: Exception) -> str:
    if isinstance(error, ModuleNotFoundError) and (error.name or "").split(".")[0] in EXTRAS:
        error = TrainingError(
            f"This command needs the package {error.name}; install it with: pip install 'storyapp[train]'."
        )
    if isinstance(error, StoryAppError):
        return str(error)
    name = type(error).__name__
    reason = (str(error).strip().splitlines() or [name])[0]
    return f"Something went wrong ({name}: {reason}); run the command again with --debug to see where."


def _fail(words: str, code: int) -> int:
    print(words, file=sys.stderr)
    return code
