"""A story as Markdown, its pictures as PNG files in a folder beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from storyapp.story.errors import EmptyStoryError
from storyapp.story.markdown import story_to_markdown
from storyapp.story.model import Story
from storyapp.story.request import Progress

from .choices import is_blank
from .images import Compose, file_name
from .writing import written_beside

ENDINGS = (".md", ".markdown")


def export_markdown(story: Story, target: Path, compose: Compose) -> Iterator[Progress[Path]]:
    """Write the words to `target` and the pictures into "NAME pictures"; every picture is named under its heading.

    Raises:
        EmptyStoryError: if there is nothing in the story.
        ExportError: if a file cannot be written.
    """
    if not any(one.title or one.text.strip() or one.illustration for one in story.scenes) and not story.title:
        raise EmptyStoryError("This story has no words and no pictures yet; write a scene, then export it.")
    folder = target.with_name(f"{target.stem} pictures")
    pictures: dict[str, str] = {}
    for number, scene in enumerate(story.scenes, start=1):
        if scene.illustration is not None and not is_blank(scene.illustration):
            yield Progress(number - 1, len(story.scenes) + 1, scene.title)
            name = file_name(number, scene.title)
            with written_beside(folder / name) as beside:
                compose(scene.illustration).save(beside, "PNG")
            pictures[scene.id] = f"{folder.name}/{name}"
    with written_beside(target) as beside:
        beside.write_text(story_to_markdown(story, pictures), encoding="utf-8", errors="replace")
    yield Progress(1, 1, "written", result=target)
