"""The command line: registers the commands of `commands/`, and reports every error as one sentence.

Each command declares its own arguments and imports heavy modules only when it runs, so that `--help` is immediate.
"""

from __future__ import annotations

import sys
from typing import Any

import typer

from storyapp.commands import bench, desk, evaluate, export, illustrate, paint, read, train, world
from storyapp.story.errors import StoryAppError, TrainingError

EXTRAS = {"skia": "train", "accelerate": "train"}  # module → the extra that brings it
INTERRUPTED = 130
# Depending on its version, Typer uses click or its own copy of it.
_USAGE_ERROR: Any = next(one for one in typer.BadParameter.__mro__ if one.__name__ == "ClickException")

app = typer.Typer(add_completion=False, no_args_is_help=False, pretty_exceptions_enable=False, rich_markup_mode="rich")
app.callback(invoke_without_command=True)(desk.desk)
app.command("open")(desk.open_)
for _command in (paint.paint, read.read, illustrate.illustrate, export.export, world.world):
    app.command()(_command)
app.add_typer(train.app, name="train")
app.add_typer(evaluate.app, name="evaluate")
app.add_typer(bench.app, name="bench")


def main() -> None:
    """Run a command and exit with its code: 1 after an error, 2 after wrong usage, 130 if interrupted."""
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
