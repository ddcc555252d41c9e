"""`storyapp world`: contact sheets and the vocabulary."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from PIL import Image

from storyapp import paths
from storyapp.export.writing import check_target, written_beside

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


USUAL_COUNT = 24


def write_sheet(count: int, seed: int, out: Path) -> None:
    """Draw a contact sheet of `count` scenes and write it as PNG.

    Raises:
        ExportError: if the file cannot be written.
    """
    check_target(out)
    sheet = draw_sheet(count, seed)
    with written_beside(out) as beside:
        sheet.save(beside, "PNG")


def print_vocabulary(count: int | None, as_json: bool) -> None:
    """All names by category, or the first `count` of each.

    Raises:
        ModelError: if the vocabulary is missing or damaged.
    """
    from storyapp.stage.vocabulary import Vocabulary

    Vocabulary.load(paths.vocabulary())  # says in words what is wrong with it
    values: dict[str, Any] = json.loads(paths.vocabulary().read_text(encoding="utf-8"))
    names = {key: [one["name"] for one in values.get(key, ())] for key in KEYS}
    if as_json:
        print(json.dumps({key: each[:count] for key, each in names.items()}, ensure_ascii=False))
        return
    for key, each in names.items():
        print(f"{key} ({len(each)}): {', '.join(each[:count])}")


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
            pictures[f"figure-{number}"] = Image.fromarray(drawing.draw(spec).pixels)
        cels.append(CelPlan("thing", "thing", thing.concept))
        pictures["thing"] = Image.fromarray(drawing.draw(thing).pixels)
        plan = ScenePlan(backdrop.setting, backdrop.time, backdrop.weather, tuple(cels))
        ground = Image.fromarray(drawing.draw(backdrop).pixels[..., :3])
        picture = compose(ground, pictures, stage(plan, vocabulary), plan, style, vocabulary, (side, side))
        sheet.paste(picture, (index % columns * side, index // columns * side))
    return sheet
