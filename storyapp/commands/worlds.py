"""`storyapp world`: contact sheets and the vocabulary."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from PIL import Image

from storyapp import paths
from storyapp.story.errors import InputError

KEYS = (
    "settings",
    "times",
    "weathers",
    "kinds",
    "colours",
    "accessories",
    "poses",
    "expressions",
    "things",
    "styles",
    "relations",
)


def run(count: int, seed: int, out: Path | None, listing: bool, as_json: bool) -> None:
    """Print the vocabulary or write a sheet.

    Raises:
        InputError: if neither was asked for.
    """
    if listing:
        print_vocabulary(as_json)
    elif out is None:
        raise InputError("Give --out SHEET.png for a contact sheet, or --list for the vocabulary.")
    else:
        draw_sheet(count, seed).save(out)
        print(out)


def print_vocabulary(as_json: bool) -> None:
    """All names by category."""
    values: dict[str, Any] = json.loads(paths.vocabulary().read_text(encoding="utf-8"))
    names = {key: [one["name"] for one in values[key]] for key in KEYS}
    if as_json:
        print(json.dumps(names, ensure_ascii=False))
        return
    for key, each in names.items():
        print(f"{key} ({len(each)}): {', '.join(each)}")


def draw_sheet(count: int, seed: int, side: int = 256, columns: int = 6) -> Image.Image:
    """Composed scenes of the world itself, staged and composed as in the program."""
    from storyapp.stage.compose import compose
    from storyapp.stage.staging import stage
    from storyapp.stage.styles import load_styles
    from storyapp.stage.vocabulary import Vocabulary
    from storyapp.story.plan import CelPlan, ScenePlan
    from storyapp.training.world import drawing
    from storyapp.training.world.spec import BackdropSpec, FigureSpec, ThingSpec

    vocabulary = Vocabulary.load(paths.vocabulary())
    styles = list(load_styles(paths.resources() / "styles").values())
    rng = random.Random(seed)
    sheet = Image.new("RGB", (min(count, columns) * side, -(-count // columns) * side), "white")
    for index in range(count):
        style = styles[index % len(styles)]
        backdrop = drawing.sample("backdrop", rng)
        figures = [drawing.sample("figure", rng) for _ in range(rng.randrange(1, 4))]
        thing = drawing.sample("thing", rng)
        assert isinstance(backdrop, BackdropSpec) and isinstance(thing, ThingSpec)
        cels, pictures = [], {}
        for number, spec in enumerate(figures):
            assert isinstance(spec, FigureSpec)
            attributes = {"pose": spec.pose, "expression": spec.expression, "facing": spec.facing}
            cels.append(CelPlan(f"figure-{number}", "figure", spec.kind, attributes=attributes))
            pictures[f"figure-{number}"] = Image.fromarray(drawing.draw(spec).styled(style.paint))
        cels.append(CelPlan("thing", "thing", thing.concept))
        pictures["thing"] = Image.fromarray(drawing.draw(thing).styled(style.paint))
        plan = ScenePlan(backdrop.setting, backdrop.time, backdrop.weather, tuple(cels))
        ground = Image.fromarray(drawing.draw(backdrop).styled(style.paint)[..., :3])
        picture = compose(ground, pictures, stage(plan, vocabulary), plan, style, vocabulary, (side, side))
        sheet.paste(picture, (index % columns * side, index // columns * side))
    return sheet
