"""Helpers of several commands: the engine, checks of arguments, the progress bar, and printing results."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from storyapp import paths
from storyapp.story.errors import InputError
from storyapp.story.model import Style
from storyapp.story.request import Progress

if TYPE_CHECKING:
    from storyapp.engine.illustrator import StoryIllustrator

Result = TypeVar("Result")


def make_illustrator(device: str = "auto") -> StoryIllustrator:
    """The engine with the bundled model; nothing is loaded yet."""
    from storyapp.engine.illustrator import StoryIllustrator
    from storyapp.stage.styles import load_styles
    from storyapp.stage.vocabulary import Vocabulary

    styles = load_styles(paths.resources() / "styles")
    return StoryIllustrator(paths.model(), Vocabulary.load(paths.vocabulary()), styles, device, paths.cache())


def check_style(style: str, styles: Mapping[str, Style]) -> None:
    """Check that a style exists.

    Raises:
        InputError: if there is no such style.
    """
    if style not in styles:
        raise InputError(f"There is no style “{style}”; choose one of: {', '.join(styles)}.")


def whole_letters(text: str) -> str:
    """A text from the command line, with the lone surrogates of undecodable bytes replaced by “?”."""
    return text.encode("utf-8", "replace").decode("utf-8")


def show(
    steps: Iterator[Progress[Result]], what: str, watch: Callable[[Progress[Result]], None] | None = None
) -> Result:
    """Run a task with a progress bar on stderr, call `watch` with every step, and return its result."""
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    result: Result | None = None
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        # Escape brackets: a [tag] in a story is no markup of the bar.
        task = bar.add_task(what, total=None)
        for progress in steps:
            words = f"{what}: {progress.what}"[:60] if progress.what else what
            bar.update(task, completed=progress.step, total=progress.of, description=words.replace("[", r"\["))
            if watch is not None:
                watch(progress)
            if progress.result is not None:
                result = progress.result
            if progress.notice:
                bar.console.print(progress.notice, markup=False, highlight=False)
    assert result is not None
    return result


def print_figures(values: dict[str, Any], as_json: bool) -> None:
    """Print nested figures: as JSON on one line, or indented."""
    print(json.dumps(values, indent=None if as_json else 2))


def print_table(values: dict[str, Any], as_json: bool) -> None:
    """Print flat figures: as JSON on one line, or a line for each."""
    if as_json:
        print(json.dumps(values))
        return
    for name, value in values.items():
        print(f"{name:18} {value}")
