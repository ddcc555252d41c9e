"""Maps a story to the rows of its file: writes what changed, and reads back with checks."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from .codes import CodeGrid
from .emphasis import without_marks
from .errors import DamagedStoryError, StoryFileError
from .model import Character, Illustration, Scene, Story, Variant
from .schema import damaged
from .serialise import Json, record_from_json, record_to_json

# id(variant) → the variant and its key in the file; the reference keeps the id() from being reused
VariantKeys = dict[int, tuple[Variant, int]]
Part = TypeVar("Part", Scene, Character, Illustration)
Record = TypeVar("Record")


class StoryWriter:
    """Writes, inside an open transaction, the parts of a story that are not the same objects as before.

    `keys` are the variants that the file has; new ones are added to `written`, which the caller merges after the commit.
    """

    def __init__(self, connection: sqlite3.Connection, keys: Mapping[int, tuple[Variant, int]]) -> None:
        self._connection = connection
        self._keys = keys
        self.written: VariantKeys = {}

    def write(self, story: Story, before: Story | None) -> None:
        """Write what changed since `before`; raises StoryFileError if two parts share an id."""
        if story is before:
            return
        old_scenes = _by_id(before.scenes, "scenes") if before else {}
        for scene in _by_id(story.scenes, "scenes").values():
            self._write_scene(scene, old_scenes.get(scene.id))
        old_characters = _by_id(before.characters, "characters") if before else {}
        for character in _by_id(story.characters, "characters").values():
            if character is not old_characters.get(character.id):
                self._write_character(character)
        data = _story_data(story)
        if before is None or data != _story_data(before):
            self._execute(
                "INSERT INTO story (only, data, digest) VALUES (1, ?, ?) "
                "ON CONFLICT (only) DO UPDATE SET data = excluded.data, digest = excluded.digest",
                (data, digest(data)),
            )

    def _write_scene(self, scene: Scene, old: Scene | None) -> None:
        if scene is old:
            return
        pictures = _by_id(scene.illustrations, "pictures")
        bare = replace(scene, illustrations=())
        if (
            old is None
            or bare != replace(old, illustrations=())
            or list(pictures) != [one.id for one in old.illustrations]
        ):
            data = _dump({**record_to_json(bare), "illustrations": list(pictures)})
            self._upsert("scene", scene.id, data)
        old_pictures = _by_id(old.illustrations, "pictures") if old else {}
        for picture in pictures.values():
            if picture is not old_pictures.get(picture.id):
                self._write_illustration(scene.id, picture)

    def _write_illustration(self, scene_id: str, picture: Illustration) -> None:
        keys = [self._key(variant, picture.id) for variant in picture.variants]
        data = _dump({**record_to_json(replace(picture, variants=())), "variants": keys})
        self._execute(
            "INSERT INTO illustration (scene, id, data, digest) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (scene, id) DO UPDATE SET data = excluded.data, digest = excluded.digest",
            (scene_id, picture.id, data, digest(data)),
        )

    def _write_character(self, character: Character) -> None:
        keys = [self._key(portrait, character.id) for portrait in character.portraits]
        data = _dump({**record_to_json(replace(character, portraits=())), "portraits": keys})
        self._upsert("character", character.id, data)

    def _upsert(self, table: str, identifier: str, data: str) -> None:
        self._execute(
            f"INSERT INTO {table} (id, data, digest) VALUES (?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET data = excluded.data, digest = excluded.digest",
            (identifier, data, digest(data)),
        )

    def _key(self, variant: Variant, made_for: str) -> int:
        """The key of a variant, which is written first if the file does not have it."""
        known = self._keys.get(id(variant)) or self.written.get(id(variant))
        if known:
            return known[1]
        data = _dump(record_to_json(replace(variant, codes=None, drawing=None)))
        codes = variant.codes.to_bytes() if variant.codes else None
        mark = digest(data, codes, variant.drawing)
        self._execute(
            "INSERT INTO variant (id, made_for, data, codes, drawing, digest) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (id, digest) DO NOTHING",
            (variant.id, made_for, data, codes, variant.drawing, mark),
        )
        found = self._execute("SELECT key FROM variant WHERE id = ? AND digest = ?", (variant.id, mark))
        key = int(found.fetchone()[0])
        self.written[id(variant)] = (variant, key)
        return key

    def _execute(self, statement: str, values: tuple[object, ...]) -> sqlite3.Cursor:
        return self._connection.execute(statement, values)


class StoryReader:
    """Reads a whole story; `keys` are then the variants that it holds.

    Every method raises DamagedStoryError if a row is missing, altered or malformed.
    """

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self._connection = connection
        self._name = name
        self._variants: dict[int, Variant] = {}

    @property
    def keys(self) -> VariantKeys:
        """The variants read so far with their keys."""
        return {id(variant): (variant, key) for key, variant in self._variants.items()}

    def title_and_author(self) -> tuple[str, str]:
        """Title and author alone."""
        data = self.row("SELECT data, digest FROM story", (), "the story")
        title, author = data.get("title", ""), data.get("author", "")
        return title if isinstance(title, str) else "", author if isinstance(author, str) else ""

    def first_words(self, most: int = 60) -> str:
        """The beginning of the story's text, at most so many letters; empty if it has none."""
        for scene in self._ids(self.row("SELECT data, digest FROM story", (), "the story"), "scenes"):
            text = self.row("SELECT data, digest FROM scene WHERE id = ?", (scene,), "a scene").get("text", "")
            words = " ".join(without_marks(str(text)[: 4 * most]).split())
            if words:
                return words[:most]
        return ""

    def story(self) -> Story:
        """The story with all its parts."""
        data = self.row("SELECT data, digest FROM story", (), "the story")
        scenes = [self.scene(one) for one in self._ids(data, "scenes")]
        characters = [self.character(one) for one in self._ids(data, "characters")]
        story = self._record(Story, {**data, "scenes": [], "characters": []})
        return replace(story, scenes=tuple(scenes), characters=tuple(characters))

    def scene(self, scene_id: str) -> Scene:
        """One scene with its pictures."""
        data = self.row("SELECT data, digest FROM scene WHERE id = ?", (scene_id,), "a scene")
        pictures = tuple(self.illustration(scene_id, one) for one in self._ids(data, "illustrations"))
        return replace(self._record(Scene, {**data, "illustrations": []}), illustrations=pictures)

    def illustration(self, scene_id: str, picture_id: str) -> Illustration:
        """One picture of a scene with its variants."""
        data = self.row(
            "SELECT data, digest FROM illustration WHERE scene = ? AND id = ?",
            (scene_id, picture_id),
            "a picture",
        )
        variants = tuple(self.variant(key) for key in self._keys_in(data, "variants"))
        return replace(self._record(Illustration, {**data, "variants": []}), variants=variants)

    def character(self, character_id: str) -> Character:
        """One character with its portraits."""
        data = self.row("SELECT data, digest FROM character WHERE id = ?", (character_id,), "a character")
        portraits = tuple(self.variant(key) for key in self._keys_in(data, "portraits"))
        return replace(self._record(Character, {**data, "portraits": []}), portraits=portraits)

    def variant(self, key: int) -> Variant:
        """One painted cel; the same object for the same key."""
        if key not in self._variants:
            found = self._find("SELECT data, digest, codes, drawing FROM variant WHERE key = ?", (key,))
            variant = self._record(Variant, self._checked(found, "a painted cel"))
            try:
                codes = CodeGrid.from_bytes(found[2]) if found[2] is not None else None
            except ValueError as error:
                raise self._damaged(str(error)) from error
            self._variants[key] = replace(variant, codes=codes, drawing=found[3])
        return self._variants[key]

    def row(self, query: str, values: tuple[object, ...], what: str) -> Json:
        """The JSON object of one row, which is called `what` in errors."""
        return self._checked(self._find(query, values), what)

    def _find(self, query: str, values: tuple[object, ...]) -> Any:
        try:
            return self._connection.execute(query, values).fetchone()
        except (sqlite3.DatabaseError, UnicodeError) as error:
            raise self._damaged(str(error)) from error

    def _checked(self, found: Any, what: str) -> Json:
        if found is None:
            raise self._damaged(f"{what} is missing")
        data, mark, *blobs = found
        if not _has_types(data, blobs) or mark != digest(data, *blobs):
            raise self._damaged(f"{what} was altered on the disk")
        try:
            value = json.loads(data)
        except (ValueError, RecursionError) as error:
            raise self._damaged(f"{what} is malformed") from error
        if not isinstance(value, dict):
            raise self._damaged(f"{what} is malformed")
        return value

    def _record(self, kind: type[Record], data: Json) -> Record:
        try:
            return record_from_json(kind, data)
        except (ValueError, RecursionError) as error:
            raise self._damaged(str(error)) from error

    def _ids(self, data: Json, field: str) -> list[str]:
        found = [one for one in self._list(data, field) if isinstance(one, str)]
        if len(set(found)) != len(data[field]):
            raise self._damaged(f"the list of {field} is malformed")
        return found

    def _keys_in(self, data: Json, field: str) -> list[int]:
        found = [one for one in self._list(data, field) if isinstance(one, int)]
        if len(found) != len(data[field]):
            raise self._damaged(f"the list of {field} is malformed")
        return found

    def _list(self, data: Json, field: str) -> list[Any]:
        items = data.get(field)
        if not isinstance(items, list):
            raise self._damaged(f"the list of {field} is missing")
        return items

    def _damaged(self, reason: str) -> DamagedStoryError:
        return damaged(self._name, reason)


def digest(data: str, *blobs: bytes | None) -> str:
    """A short hash of all values of a row."""
    mark = hashlib.sha256(data.encode("utf-8"))
    for blob in blobs:
        mark.update(b"|" + (blob or b""))
    return mark.hexdigest()[:32]


def _has_types(data: object, blobs: Iterable[object]) -> bool:
    return isinstance(data, str) and all(one is None or isinstance(one, bytes) for one in blobs)


def _by_id(parts: Iterable[Part], what: str) -> dict[str, Part]:
    found: dict[str, Part] = {}
    for part in parts:
        # One would overwrite the other, and somebody's words would be gone.
        if part.id in found:
            raise StoryFileError(f"Two {what} of the story have the same id {part.id!r}; give one a new id.")
        found[part.id] = part
    return found


def _story_data(story: Story) -> str:
    bare = record_to_json(replace(story, scenes=(), characters=()))
    order = {"scenes": [one.id for one in story.scenes], "characters": [one.id for one in story.characters]}
    return _dump({**bare, **order})


def _dump(data: Json) -> str:
    """Readable JSON that SQLite can store, even with lone surrogates in it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(data, separators=(",", ":"))
    return text
