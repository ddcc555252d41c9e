"""`storyapp world`: contact sheets of the training world, and its vocabulary."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from storyapp import paths

from .options import JsonOption, SeedOption

KEYS = (
    "settings",
    "times",
    "weathers",
    "kinds",
    "colours",
    "accessories",
    "poses",
    "expressions",
    "things",
    "styles",
    "relations",
)
USUAL_COUNT = 24


class Sheet(StrEnum):
    """Contact sheets of the world."""

    scenes = "scenes"
    figures = "figures"
    styles = "styles"


def world(
    count: Annotated[int | None, typer.Option(min=1, max=400, help="Pictures, or names of each list.")] = None,
    seed: SeedOption = 7,
    out: Annotated[Path | None, typer.Option(help="The contact sheet to write (PNG).")] = None,
    sheet: Annotated[Sheet, typer.Option(help="What is on the contact sheet.")] = Sheet.scenes,
    vocabulary: Annotated[Path | None, typer.Option(help="Write vocabulary.json anew from the world.")] = None,
    list_: Annotated[bool, typer.Option("--list", help="Print the vocabulary.")] = False,
    json: JsonOption = False,
) -> None:
    """Draw a contact sheet of the training world, or list its vocabulary."""
    if list_:
        print_vocabulary(count, json)
    elif vocabulary is not None:
        write_vocabulary(vocabulary)
        print(vocabulary)
    elif out is None:
        raise typer.BadParameter("Give --out SHEET.png for a contact sheet, or --list for the vocabulary.")
    else:
        write_sheet(sheet, count or USUAL_COUNT, seed, out)
        print(out)


def write_sheet(kind: str, count: int, seed: int, out: Path) -> None:
    """Draw a contact sheet of `count` scenes or figures, or of one scene in all styles, and write it as PNG.

    Raises:
        ExportError: if the file cannot be written.
    """
    from storyapp.export.writing import check_target, written_beside

    check_target(out)
    from storyapp.training import world_sheets

    sheet = world_sheets.SHEETS[kind](count, seed)
    with written_beside(out) as beside:
        sheet.save(beside, "PNG")


def write_vocabulary(out: Path) -> None:
    """Write vocabulary.json: everything that staging and reading need to know about the world.

    Raises:
        ExportError: if the file cannot be written.
    """
    from storyapp.export.writing import check_target
    from storyapp.training.world.vocabulary import write_vocabulary as write

    check_target(out)
    write(out)


def print_vocabulary(count: int | None, as_json: bool) -> None:
    """All names by category, or the first `count` of each.

    Raises:
        ModelError: if the vocabulary is missing or damaged.
    """
    from storyapp.stage.vocabulary import Vocabulary

    Vocabulary.load(paths.vocabulary())  # says in words what is wrong with it
    values: dict[str, Any] = json.loads(paths.vocabulary().read_text(encoding="utf-8"))
    names = {key: [one["name"] for one in values.get(key, ())] for key in KEYS}
    if as_json:
        print(json.dumps({key: each[:count] for key, each in names.items()}, ensure_ascii=False))
        return
    for key, each in names.items():
        print(f"{key} ({len(each)}): {', '.join(each[:count])}")
