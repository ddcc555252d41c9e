"""`storyapp` and `storyapp open`: the window."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def desk(
    context: typer.Context, debug: Annotated[bool, typer.Option("--debug", help="Show where an error arose.")] = False
) -> None:
    """Write a story and get it illustrated on your own machine. Without a command: open the desk."""
    if context.invoked_subcommand is None:
        _show(None)


def open_(file: Annotated[Path, typer.Argument(help="FILE.story.")]) -> None:
    """Open the desk on a story."""
    _show(file)


def _show(file: Path | None) -> None:
    """Show the window and stay until it is closed."""
    from storyapp.app import run_desk

    raise typer.Exit(run_desk(file))
