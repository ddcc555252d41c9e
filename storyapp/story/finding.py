"""Finding and replacing words in a whole story: its title, headings, synopses and texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .model import Scene, Story

FIELDS = ("title", "synopsis", "text")
_ALIKE = {"'": "['’‘]", "’": "['’]", '"': '["“”„«»]', "“": '["“]', "”": '["”]'}  # straight quotes find curly ones too


@dataclass(frozen=True)
class Search:
    """The words to find, and how."""

    words: str
    match_case: bool = False
    whole: bool = False  # whole words only

    def pattern(self) -> re.Pattern[str]:
        """The search as a regular expression."""
        inner = "".join(_ALIKE.get(letter) or re.escape(letter) for letter in self.words)
        pattern = rf"(?<!\w){inner}(?!\w)" if self.whole else inner
        return re.compile(pattern, 0 if self.match_case else re.IGNORECASE)

    def put(self, found: str, by: str) -> str:
        """The replacement of `found`: capitalised if a lower-case search found a capitalised word."""
        if not self.match_case and self.words.islower() and found[:1].isupper():
            return by[:1].upper() + by[1:]
        return by


@dataclass(frozen=True)
class Hit:
    """One occurrence of the words in the story."""

    scene_id: str  # "" for the story itself
    field: str
    start: int
    end: int


def hits(story: Story, search: Search) -> list[Hit]:
    """Every place of the words, in the order of the story."""
    if not search.words:
        return []
    pattern = search.pattern()
    return [
        Hit(scene_id, field, *match.span())
        for scene_id, field, words in _fields(story)
        for match in pattern.finditer(words)
    ]


def replace_hit(story: Story, search: Search, hit: Hit, by: str) -> tuple[Story, int]:
    """The story with one hit replaced, and where what took its place ends."""
    owner: Story | Scene = story.scene(hit.scene_id) if hit.scene_id else story
    words = getattr(owner, hit.field)
    by = search.put(words[hit.start : hit.end], by)
    changed = {hit.field: words[: hit.start] + by + words[hit.end :]}
    end = hit.start + len(by)
    if isinstance(owner, Scene):
        return story.with_scene(replace(owner, **changed)), end
    return replace(story, **changed), end


def replace_words(story: Story, search: Search, by: str) -> tuple[Story, int]:
    """Every hit replaced; the story and how many there were."""
    if not search.words:
        return story, 0
    pattern, count, scenes = search.pattern(), 0, []

    def changed(words: str) -> str:
        nonlocal count
        new, here = pattern.subn(lambda match: search.put(match[0], by), words)
        count += here
        return new

    title = changed(story.title)
    for scene in story.scenes:
        new = {field: changed(getattr(scene, field)) for field in FIELDS}
        same = all(getattr(scene, field) == words for field, words in new.items())
        scenes.append(scene if same else replace(scene, **new))  # type: ignore[arg-type]
    return (replace(story, title=title, scenes=tuple(scenes)), count) if count else (story, 0)


def _fields(story: Story) -> Iterator[tuple[str, str, str]]:
    yield "", "title", story.title
    for scene in story.scenes:
        for field in FIELDS:
            yield scene.id, field, getattr(scene, field)
