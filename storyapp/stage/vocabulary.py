"""What the model can draw, and what staging needs to know of it: `vocabulary.json` of the model's folder."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from storyapp.story.errors import ModelDamagedError, ModelMissingError

Point = tuple[float, float]
CATEGORIES = ("kinds", "things", "settings", "times", "weathers", "poses", "expressions", "accessories", "colours")


@dataclass(frozen=True)
class Entry:
    """One concept: its name, other words for it, and its Chinese name."""

    name: str
    synonyms: tuple[str, ...] = ()
    zh: str = ""
    held_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class KindEntry(Entry):
    """A kind of character; `size` is its height in metres, `skin` and `hair` the tones it comes in (#rrggbb)."""

    size: float = 1.2
    human: bool = False
    skin: tuple[str, ...] = ()
    hair: tuple[str, ...] = ()


@dataclass(frozen=True)
class ThingEntry(Entry):
    """A thing; `seat` and `mouth` are heights in its frame (0 top … 1), `box` its alpha box (x0, y0, x1, y1).

    `use` is what it is for: to "ride", "sit" or "stand" on, a "bed", a "table", "flat" on the ground, a "shelter" with a
    door. `middle` is where its seat or door is, from the left; `most` the most of its frame that somebody on or in it is.
    """

    size: float = 0.5
    support: str = "ground"
    holdable: bool = False
    seat: float | None = None
    mouth: float | None = None
    box: tuple[float, float, float, float] = (0.04, 0.04, 0.96, 0.96)
    use: str = ""
    middle: float = 0.5
    most: float | None = None

    @property
    def is_boat(self) -> bool:
        """Whether it floats with people in it; on a raft or a whale they are on top."""
        return self.support == "water" and self.mouth is not None


@dataclass(frozen=True)
class SettingEntry(Entry):
    """A place; `ground` and `water` are heights in the picture where they begin."""

    indoor: bool = False
    ground: float = 0.62
    water: float | None = None


@dataclass(frozen=True)
class PoseEntry(Entry):
    """A pose; `anchors` maps facing → part of the body → point or box in fractions of the frame."""

    support: str = "ground"
    anchors: Mapping[str, Mapping[str, tuple[float, ...]]] = field(default_factory=dict)


_IRREGULAR = {"geese": "goose", "oxen": "ox", "mice": "mouse"}
_LONGEST = 4  # words that are looked up together
_KINDS: dict[str, type[Entry]] = {
    "kinds": KindEntry,
    "things": ThingEntry,
    "settings": SettingEntry,
    "poses": PoseEntry,
}


class Vocabulary:
    """All concepts by category and name, and a lookup by any of their words."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.entries: dict[str, dict[str, Entry]] = {
            category: {entry.name: entry for entry in (_entry(category, one) for one in values[category])}
            for category in (*CATEGORIES, "styles", "relations", "facings")
            if category in values
        }
        self._words: dict[str, tuple[str, str]] = {}
        for category in CATEGORIES:
            for entry in self.entries.get(category, {}).values():
                for word in (entry.name, *entry.synonyms, *entry.held_out):
                    self._words.setdefault(word.lower(), (category, entry.name))

    @classmethod
    def load(cls, path: Path) -> Vocabulary:
        """Read vocabulary.json.

        Raises:
            ModelMissingError: if it is not there.
            ModelDamagedError: if it is not a vocabulary.
        """
        if not path.is_file():
            raise ModelMissingError(f"The model's vocabulary is missing ({path}); install storyapp again.")
        try:
            return cls(json.loads(path.read_text(encoding="utf-8")))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ModelDamagedError(f"The model's vocabulary {path} is damaged; install storyapp again.") from error

    def names(self, category: str) -> tuple[str, ...]:
        """All names of a category, in the model's order."""
        return tuple(self.entries[category])

    def find(self, words: str) -> tuple[str, str] | None:
        """Category and name of what is called so; plurals are understood."""
        for form in word_forms(words.lower().strip()):
            if form in self._words:
                return self._words[form]
        return None

    def own_words(self, phrase: str) -> str:
        """A phrase in the words that the painter knows, as far as they are known: "a grinning bunny" → "a happy rabbit".

        A thing is understood only where it is a whole part between commas: "shirt" in "red shirt" is no thing.
        """
        return ", ".join(self._own_part(part.strip()) for part in phrase.split(",") if part.strip())

    def _own_part(self, part: str) -> str:
        if any(part in entries for entries in self.entries.values()):
            return part
        whole = self.find(part)
        if whole is not None:
            return whole[1]
        words, own, at = part.split(), [], 0
        while at < len(words):
            for end in range(min(len(words), at + _LONGEST), at, -1):
                found = self.find(" ".join(words[at:end]))
                if found is not None and found[0] != "things":
                    own.append(found[1])
                    at = end
                    break
            else:
                own.append(words[at])
                at += 1
        return " ".join(own)

    def words(self) -> Mapping[str, tuple[str, str]]:
        """Every known word (lower case) with its category and concept."""
        return self._words

    def kind(self, name: str) -> KindEntry:
        """A kind of character; a child of 1.2 m for an unknown one."""
        entry = self.entries["kinds"].get(name)
        return entry if isinstance(entry, KindEntry) else KindEntry(name)

    def thing(self, name: str) -> ThingEntry:
        """A thing; half a metre on the ground for an unknown one."""
        entry = self.entries["things"].get(name)
        return entry if isinstance(entry, ThingEntry) else ThingEntry(name)

    def setting(self, name: str | None) -> SettingEntry:
        """A place; plain ground for an unknown one or none."""
        entry = self.entries["settings"].get(name or "")
        return entry if isinstance(entry, SettingEntry) else SettingEntry(name or "", ground=0.6)

    def pose(self, name: str) -> PoseEntry:
        """A pose; on the ground for an unknown one."""
        entry = self.entries["poses"].get(name)
        return entry if isinstance(entry, PoseEntry) else PoseEntry(name)

    def zh(self, name: str) -> str:
        """The Chinese name of a concept, or its name."""
        for entries in self.entries.values():
            if name in entries and entries[name].zh:
                return entries[name].zh
        return name


def _entry(category: str, values: Mapping[str, Any] | str) -> Entry:
    if isinstance(values, str):
        values = {"name": values}
    kind = _KINDS.get(category, Entry)
    given: dict[str, Any] = {
        "name": str(values["name"]),
        "synonyms": tuple(values.get("synonyms_en", ())),
        "held_out": tuple(values.get("heldout_en", ())),
        "zh": str(values.get("name_zh", "")),
    }
    for name in kind.__dataclass_fields__:
        if name not in given and name in values and name != "anchors":
            value = values[name]
            given[name] = tuple(value) if isinstance(value, list) else value
    if kind is PoseEntry:
        given["anchors"] = {
            facing: {part: tuple(place) for part, place in parts.items()}
            for facing, parts in values.get("anchors", {}).items()
        }
    return kind(**given)


def word_forms(word: str) -> tuple[str, ...]:
    """The word, and what it may be the plural of."""
    forms = [word]
    if word in _IRREGULAR:
        forms.append(_IRREGULAR[word])
    if len(word) > 5 and word.endswith("men"):
        forms.append(word[:-3] + "man")
    if word.endswith("ies"):
        forms.append(word[:-3] + "y")
    if word.endswith("ves"):
        forms += [word[:-3] + "f", word[:-3] + "fe"]
    if word.endswith("es"):
        forms.append(word[:-2])
    if word.endswith("s"):
        forms.append(word[:-1])
    return tuple(forms)
