"""What the person chose for the program itself, kept in a small JSON file."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from storyapp.whole_files import replacing

SCALES = (100, 125, 150, 175, 200)  # per cent
THEMES = ("system", "light", "dark")


@dataclass(frozen=True)
class Preferences:
    """`language` "" and `theme` "system" follow the system; `words` is the personal dictionary."""

    language: str = ""
    theme: str = "system"
    scale: int = 100
    spelling: bool = True
    smart_quotes: bool = True
    toured: bool = False
    words: tuple[str, ...] = ()


class PreferenceStore(QObject):
    """The preferences as they are now; without a file they last as long as the program runs."""

    changed = Signal(object)  # Preferences

    def __init__(self, file: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = file
        self.value = _read(file)

    def change(self, **values: Any) -> None:
        """Change some of them, keep them, and tell everybody."""
        new = replace(self.value, **values)
        if new != self.value:
            self.value = new
            self._write()
            self.changed.emit(new)

    def _write(self) -> None:
        if self.file is None:
            return
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with replacing(self.file) as beside:
                beside.write_text(json.dumps(asdict(self.value), ensure_ascii=False), encoding="utf-8")
        except OSError:
            return  # the program goes on with what was chosen


def _read(file: Path | None) -> Preferences:
    """What the file says, as far as it can be understood."""
    if file is None:
        return Preferences()
    try:
        values = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Preferences()
    usual = Preferences()
    known: dict[str, Any] = {}
    for one in fields(Preferences):
        value = values.get(one.name) if isinstance(values, dict) else None
        if one.name == "words" and isinstance(value, list):
            known["words"] = tuple(word for word in value if isinstance(word, str))
        elif type(value) is type(getattr(usual, one.name)):
            known[one.name] = value
    if known.get("scale", 100) not in SCALES or known.get("theme", "system") not in THEMES:
        known.pop("scale", None)
        known.pop("theme", None)
    return replace(usual, **known)
