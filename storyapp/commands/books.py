"""Whole stories on the command line: load, illustrate, save, print."""

from __future__ import annotations

import functools
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from storyapp import paths
from storyapp.export.layout import lay_out
from storyapp.export.making import ENDINGS, ComposeAt, make_book
from storyapp.export.writing import check_target
from storyapp.stage.compose import compose_painted
from storyapp.stage.looks import looks_reader
from storyapp.story.book import PORTRAIT, illustrate_story, scenes_without_words
from storyapp.story.edits import aspect_of
from storyapp.story.errors import InputError
from storyapp.story.markdown import story_from_markdown
from storyapp.story.model import Illustration, Story, Style
from storyapp.story.request import Painted, Progress
from storyapp.story.store import StoryFile
from storyapp.story.text_files import read_text

from .common import make_illustrator, show

if TYPE_CHECKING:
    from storyapp.engine.illustrator import StoryIllustrator

TEXT_ENDINGS = (".md", ".markdown", ".txt", ".docx", ".odt")


def illustrate(
    story_file: Path, out: Path, save_as: Path | None, style: str | None, seed: int, page: str | None, device: str
) -> None:
    """Illustrate a story file, write the book (and the .story file), and tell how long a picture took.

    Raises:
        StoryAppError: if the story, the style, the model or a file cannot be used; nothing is written then.
    """
    check_ending(out)
    story = load(story_file)
    lay_out(story, page)
    for target in (out, save_as):
        if target is not None:
            check_target(target)
    illustrator = make_illustrator(device)
    if style is not None:
        story = replace(story, style=style, scenes=tuple(replace(scene, style=None) for scene in story.scenes))
    check_styles(story, illustrator.styles)
    show(illustrator.load(), "loading")
    clock = PictureClock()
    story = show(illustrated(story, illustrator, seed), "illustrating", clock.tick)
    if save_as is not None:
        save(story, save_as)
    show(to_file(story, lambda: illustrator, out, page), "writing")
    for scene in scenes_without_words(story):
        name = f"“{scene.title}”" if scene.title else f"Scene {story.scenes.index(scene) + 1}"
        print(f"{name} has no words, so it has no picture.", file=sys.stderr)
    print(out if save_as is None else f"{out}\n{save_as}")
    print(f"{clock.seconds:.2f} seconds a picture")


class PictureClock:
    """Takes the time of each picture while a story is illustrated; portraits do not count."""

    def __init__(self) -> None:
        self._times: list[float] = []
        self._step, self._began = -1, time.perf_counter()
        self._portrait = True

    def tick(self, progress: Progress[Story]) -> None:
        """A step of `illustrate_story` began or went on."""
        if progress.step == self._step:
            return
        now = time.perf_counter()
        if not self._portrait:
            self._times.append(now - self._began)
        self._step, self._began, self._portrait = progress.step, now, progress.what.startswith(PORTRAIT)

    @property
    def seconds(self) -> float:
        """The median time of a picture."""
        return statistics.median(self._times) if self._times else 0.0


def export(story_file: Path, to: Path, page: str | None, device: str) -> Path:
    """Write a story as PDF, EPUB, Word or Markdown, or the pictures of its scenes into a folder, and say where.

    Raises:
        StoryAppError: if the story, the model or the file cannot be used.
    """
    check_ending(to)
    return show(to_file(load(story_file), _lazily(device), to, page), "writing")


def check_ending(to: Path) -> None:
    """Make sure that a name tells what kind of book is wanted; raises InputError if it does not."""
    if to.suffix and to.suffix.lower() not in ENDINGS and not to.is_dir():
        raise InputError(
            "storyapp writes PDF, EPUB, Word and Markdown files and folders of pictures; "
            f"give a name that ends in .pdf, .epub, .docx, .md or /, not {to}."
        )


def _lazily(device: str) -> Callable[[], StoryIllustrator]:
    """The engine, made with the first picture: a book without pictures needs none."""
    return functools.cache(lambda: make_illustrator(device))


def load(file: Path) -> Story:
    """The story in a .story file, a text or a document of a word processor.

    Raises:
        StoryFileError: if a .story file cannot be used.
        InputError: if it is another kind of file, or empty.
    """
    if file.suffix.lower() == ".story":
        with StoryFile.open(file, read_only=True) as opened:
            return opened.story
    if file.suffix.lower() not in TEXT_ENDINGS:
        raise InputError(f"{file} is not a story; give a .story, .md, .txt, .docx or .odt file.")
    return story_from_markdown(read_text(file))


def save(story: Story, file: Path) -> None:
    """Write a .story file; into the one of the same story, keeping all that was ever painted for it.

    Raises:
        StoryFileError: if it cannot be written.
    """
    if file.exists():
        with StoryFile.open(file) as opened:
            if opened.story.id == story.id:
                opened.save(story)
                return
    StoryFile.create(file, story).close()


def check_style(style: str, styles: Mapping[str, Style]) -> None:
    """Refuse a style that does not exist.

    Raises:
        InputError: if there is no such style.
    """
    if style not in styles:
        raise InputError(f"There is no style “{style}”; choose one of: {', '.join(styles)}.")


def check_styles(story: Story, styles: Mapping[str, Style]) -> None:
    """Refuse a story with a style that does not exist; raises InputError."""
    for style in dict.fromkeys(story.style_of(scene) for scene in story.scenes):
        check_style(style, styles)


def illustrated(story: Story, illustrator: StoryIllustrator, seed: int) -> Iterator[Progress[Story]]:
    """Portraits, then every scene."""
    return illustrate_story(story, illustrator, looks_reader(illustrator.vocabulary), seed)


def to_file(
    story: Story, illustrator: Callable[[], StoryIllustrator], target: Path, page: str | None = None
) -> Iterator[Progress[Path]]:
    """The story as the file or folder that a name tells, as its settings say (see `export.making`).

    Pictures are composed for it, by an engine that may be made only then.

    Raises:
        EmptyStoryError: if there is nothing in it.
        ExportError: if a file cannot be written.
    """
    return make_book(story, target, paths.resources(), _composer(illustrator), page)


def _composer(engine: Callable[[], StoryIllustrator]) -> ComposeAt:
    return lambda picture, side: compose_stored(picture, engine(), side)


def compose_stored(illustration: Illustration, illustrator: StoryIllustrator, side: int) -> Image.Image:
    """A stored picture decoded from its codes and composed at any size."""
    aspect = aspect_of(illustration)
    shape = (round(side * min(1.0, aspect)), round(side / max(1.0, aspect)))
    shown = [variant for cel in illustration.chosen if (variant := illustration.shown(cel))]
    cels = {variant.cel: illustrator.picture_of(variant) for variant in shown}
    painted = Painted(illustration, cels)
    return compose_painted(painted, illustrator.styles, illustrator.vocabulary, shape)
