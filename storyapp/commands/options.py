"""Options that several commands have."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Device(StrEnum):
    """Where the engine runs."""

    auto = "auto"
    cpu = "cpu"
    cuda = "cuda"
    mps = "mps"


class PageSize(StrEnum):
    """Sizes of the printed page."""

    square = "square"
    a4 = "a4"
    letter = "letter"
    a5 = "a5"


DeviceOption = Annotated[Device, typer.Option(help="Where the engine runs.")]
SeedOption = Annotated[int, typer.Option(help="Equal seeds give equal pictures.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
PageOption = Annotated[PageSize | None, typer.Option(help="Page size; the story's own if not given.")]
ThreadsOption = Annotated[int, typer.Option(min=1, help="Processor cores to use.")]


def subcommands(help_: str) -> typer.Typer:
    """A group of commands, such as `bench`; without a command it shows its help."""
    return typer.Typer(no_args_is_help=True, help=help_)
