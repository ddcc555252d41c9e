"""Where the program's own files are, in a checkout and in an installed wheel, and where the user's go."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _data(name: str) -> Path:
    bundled = _PACKAGE / "_data" / name
    return bundled if bundled.is_dir() else _PACKAGE.parent / name


def resources() -> Path:
    """Styles, page templates, icons, fonts, sample stories."""
    return _data("resources")


def model() -> Path:
    """The model's folder: the bundled one, or the one that STORYAPP_MODEL names."""
    other = os.environ.get("STORYAPP_MODEL")
    return Path(other) if other else _data("models") / "storybook"


def vocabulary() -> Path:
    """What the model can draw."""
    return model() / "vocabulary.json"


def cache() -> Path:
    """What may be deleted at any time: measurements, training checkpoints."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "storyapp"


def user_data() -> Path:
    """Stories that were never saved under a name, and backups."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "storyapp"
    base = os.environ.get("XDG_DATA_HOME") or os.environ.get("APPDATA") or Path.home() / ".local" / "share"
    return Path(base) / "storyapp"
