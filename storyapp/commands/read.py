"""`storyapp read`: plans as JSON lines or as words."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from storyapp.story.errors import EmptyStoryError
from storyapp.story.plan import ScenePlan
from storyapp.story.text_files import read_text

from .common import make_illustrator, whole_letters
from .options import JsonOption

if TYPE_CHECKING:
    from storyapp.engine.illustrator import StoryIllustrator


def read(
    text: Annotated[str | None, typer.Argument(help="The scene's words.")] = None,
    file: Annotated[Path | None, typer.Option(help="A text file, one scene a line.")] = None,
    json: JsonOption = False,
) -> None:
    """Show the plan that the reader makes of words."""
    if (text is None) == (file is None):
        raise typer.BadParameter("Give a text in quotes, or --file FILE.txt with one scene a line.")
    scenes = [text or ""] if file is None else scenes_in(file)
    print_plans(scenes, make_illustrator("cpu"), json)


def scenes_in(file: Path) -> list[str]:
    """The scenes of a text file, one a line.

    Raises:
        InputError: if it cannot be read.
        EmptyStoryError: if it has no words.
    """
    scenes = [line for line in read_text(file).splitlines() if line.strip()]
    if not scenes:
        raise EmptyStoryError(f"{file} has no words; write one scene a line and try again.")
    return scenes


def print_plans(scenes: Sequence[str], illustrator: StoryIllustrator, as_json: bool) -> None:
    """Read each scene by itself and print its plan."""
    for text in scenes:
        plan = illustrator.read(whole_letters(text), ())
        if as_json:
            print(json.dumps(plan_values(plan), ensure_ascii=False), flush=True)
        else:
            print(in_words(plan))


def plan_values(plan: ScenePlan) -> dict[str, Any]:
    """A plan in the shape that `read --json` promises."""
    return {
        "setting": plan.setting,
        "time": plan.time,
        "weather": plan.weather,
        "cels": [
            {
                "id": cel.id,
                "kind": cel.kind,
                "concept": cel.concept,
                "who": cel.who,
                "attributes": dict(cel.attributes),
                "relation": {"kind": cel.relation.kind, "target": cel.relation.target} if cel.relation else None,
                "spans": [list(span) for span in cel.spans],
            }
            for cel in plan.cels
        ],
        "not_drawn": [{"words": one.words, "span": list(one.span), "reason": one.reason} for one in plan.not_drawn],
    }


def in_words(plan: ScenePlan) -> str:
    """A plan as a few readable lines."""
    lines = [f"{plan.setting or 'plain paper'}, {plan.time}, {plan.weather}"]
    for cel in plan.cels:
        details = ", ".join(cel.attributes.values())
        relation = f" ({cel.relation.kind} {cel.relation.target})" if cel.relation else ""
        lines.append(f"  {cel.kind}: {cel.concept}{' – ' + details if details else ''}{relation}")
    lines += [f"  not drawn: {one.words}" for one in plan.not_drawn]
    return "\n".join(lines)
