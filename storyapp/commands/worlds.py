"""`storyapp world`: contact sheets and the vocabulary."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from storyapp import paths
from storyapp.export.writing import check_target, written_beside

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


def write_sheet(kind: str, count: int, seed: int, out: Path) -> None:
    """Draw a contact sheet of `count` scenes or figures, or of one scene in all styles, and write it as PNG.

    Raises:
        ExportError: if the file cannot be written.
    """
    check_target(out)
    from storyapp.training import world_sheets

    sheet = world_sheets.SHEETS[kind](count, seed)
    with written_beside(out) as beside:
        sheet.save(beside, "PNG")


def write_vocabulary(out: Path) -> None:
    """Write everything that staging and reading need to know of the world.

    Raises:
        ExportError: if the file cannot be written.
    """
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
