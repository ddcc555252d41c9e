"""The styles a person can choose from: one JSON file each in `resources/styles/`."""

from __future__ import annotations

import json
from pathlib import Path

from storyapp.story.errors import ModelDamagedError, ModelMissingError
from storyapp.story.model import Style


def load_styles(folder: Path) -> dict[str, Style]:
    """All styles by id, in the order of their files' `order`.

    Raises:
        ModelMissingError: if there are none.
        ModelDamagedError: if a file is not a style.
    """
    found: list[tuple[int, Style]] = []
    for path in sorted(folder.glob("*.json")):
        try:
            values = json.loads(path.read_text(encoding="utf-8"))
            found.append((int(values.pop("order", 99)), Style(id=path.stem, **values)))
        except (ValueError, TypeError, AttributeError) as error:
            raise ModelDamagedError(f"The style file {path.name} is damaged; install storyapp again.") from error
    if not found:
        raise ModelMissingError(f"There are no styles in {folder}; install storyapp again.")
    return {style.id: style for _, style in sorted(found, key=lambda pair: (pair[0], pair[1].id))}
