"""`storyapp illustrate`: a whole story from words to a book."""

from __future__ import annotations

import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from storyapp import paths
from storyapp.story.book import PORTRAIT, illustrate_story, scenes_without_words
from storyapp.story.model import Story
from storyapp.story.request import Progress

from .common import check_style, make_illustrator, show
from .export import check_ending
from .options import Device, DeviceOption, PageOption, SeedOption


def illustrate(
    story_file: Annotated[Path, typer.Argument(metavar="STORY", help="STORY.md or STORY.story.")],
    style: Annotated[str | None, typer.Option(help="The style of the whole book.")] = None,
    seed: SeedOption = 1,
    out: Annotated[
        Path | None,
        typer.Option(
            help="The book to write, by its ending .pdf, .epub, .docx or .md, or a folder; a PDF beside the story if not given."
        ),
    ] = None,
    save: Annotated[Path | None, typer.Option(help="The .story file to write.")] = None,
    page: PageOption = None,
    device: DeviceOption = Device.auto,
) -> None:
    """Illustrate a whole story and make a book of it."""
    from storyapp.export.layout import lay_out
    from storyapp.export.making import make_book
    from storyapp.export.stored import composer
    from storyapp.export.writing import check_target
    from storyapp.stage.looks import looks_reader
    from storyapp.story.loading import load_story

    out = out or story_file.with_suffix(".pdf")
    check_ending(out)
    story = load_story(story_file)
    lay_out(story, page)
    for target in (out, save):
        if target is not None:
            check_target(target)
    illustrator = make_illustrator(device)
    if style is not None:
        story = replace(story, style=style, scenes=tuple(replace(scene, style=None) for scene in story.scenes))
    for wanted in dict.fromkeys(story.style_of(scene) for scene in story.scenes):
        check_style(wanted, illustrator.styles)
    show(illustrator.load(), "loading")
    clock = PictureClock()
    steps = illustrate_story(story, illustrator, looks_reader(illustrator.vocabulary), seed)
    story = show(steps, "illustrating", clock.tick)
    if save is not None:
        keep(story, save)
    compose = composer(illustrator.picture_of, illustrator.vocabulary, illustrator.styles)
    show(make_book(story, out, paths.resources(), compose, page), "writing")
    tell_scenes_without_words(story)
    print(out if save is None else f"{out}\n{save}")
    print(f"{clock.seconds:.2f} seconds a picture")


class PictureClock:
    """Measures the time of each scene's picture in `illustrate_story`; portraits are left out."""

    def __init__(self) -> None:
        self._times: list[float] = []
        self._step, self._began = -1, time.perf_counter()
        self._portrait = True

    def tick(self, progress: Progress[Story]) -> None:
        """Register a step of `illustrate_story`; repeated steps of one picture count as one."""
        if progress.step == self._step:
            return
        now = time.perf_counter()
        if not self._portrait:
            self._times.append(now - self._began)
        self._step, self._began, self._portrait = progress.step, now, progress.what.startswith(PORTRAIT)

    @property
    def seconds(self) -> float:
        """The median time of a picture; 0 if there was none."""
        return statistics.median(self._times) if self._times else 0.0


def keep(story: Story, file: Path) -> None:
    """Write a .story file; an existing file of the same story is updated and keeps all its pictures.

    Raises:
        StoryFileError: if it cannot be written.
    """
    from storyapp.story.store import StoryFile

    if file.exists():
        with StoryFile.open(file) as opened:
            if opened.story.id == story.id:
                opened.save(story)
                return
    StoryFile.create(file, story).close()


def tell_scenes_without_words(story: Story) -> None:
    """Report on stderr the scenes that have no picture because they have no words."""
    for scene in scenes_without_words(story):
        name = f"“{scene.title}”" if scene.title else f"Scene {story.scenes.index(scene) + 1}"
        print(f"{name} has no words, so it has no picture.", file=sys.stderr)
