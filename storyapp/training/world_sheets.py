"""Contact sheets of the training world, as it is drawn."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from PIL import Image

from storyapp import paths
from storyapp.stage.compose import compose
from storyapp.stage.staging import stage
from storyapp.stage.styles import load_styles
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.model import Style
from storyapp.story.plan import CelPlan, ScenePlan

from .world import drawing
from .world.concepts import KINDS
from .world.spec import BackdropSpec, FigureSpec, ThingSpec, sample_figure

SIDE, COLUMNS = 256, 6
GROUND = (150, 170, 160)


def scenes(count: int, seed: int) -> Image.Image:
    """`count` random scenes, staged and composed as in the program, in alternating styles."""
    vocabulary, styles, rng = Vocabulary.load(paths.vocabulary()), _styles(), random.Random(seed)
    return _grid([_scene(rng, styles[index % len(styles)], vocabulary) for index in range(count)])


def figures(count: int, seed: int) -> Image.Image:
    """`count` random characters of alternating kinds, without a style."""
    rng, tiles = random.Random(seed), []
    kinds = [rng.sample(KINDS, len(KINDS)) for _ in range(count)]
    for index in range(count):
        spec = sample_figure(rng, kind=kinds[index // len(kinds[0])][index % len(kinds[0])])
        figure = Image.fromarray(drawing.draw(spec).pixels).resize((SIDE, SIDE), Image.Resampling.LANCZOS)
        tile = Image.new("RGB", (SIDE, SIDE), GROUND)
        tile.paste(figure, (0, 0), figure)
        tiles.append(tile)
    return _grid(tiles)


def in_all_styles(count: int, seed: int) -> Image.Image:
    """One random scene in every style; `count` is ignored."""
    vocabulary = Vocabulary.load(paths.vocabulary())
    return _grid([_scene(random.Random(seed), style, vocabulary) for style in _styles()])


SHEETS: dict[str, Callable[[int, int], Image.Image]] = {
    "scenes": scenes,
    "figures": figures,
    "styles": in_all_styles,
}


def _styles() -> list[Style]:
    return list(load_styles(paths.resources() / "styles").values())


def _grid(tiles: Sequence[Image.Image]) -> Image.Image:
    columns = min(len(tiles), COLUMNS)
    sheet = Image.new("RGB", (columns * SIDE, -(-len(tiles) // columns) * SIDE), "white")
    for index, tile in enumerate(tiles):
        sheet.paste(tile, (index % columns * SIDE, index // columns * SIDE))
    return sheet


def _scene(rng: random.Random, style: Style, vocabulary: Vocabulary) -> Image.Image:
    backdrop, thing = drawing.sample("backdrop", rng), drawing.sample("thing", rng)
    assert isinstance(backdrop, BackdropSpec) and isinstance(thing, ThingSpec)
    cels, pictures = [], {}
    for number in range(rng.randrange(1, 4)):
        spec = drawing.sample("figure", rng)
        assert isinstance(spec, FigureSpec)
        attributes = {"pose": spec.pose, "expression": spec.expression, "facing": spec.facing}
        cels.append(CelPlan(f"figure-{number}", "figure", spec.kind, attributes=attributes))
        pictures[f"figure-{number}"] = Image.fromarray(drawing.draw(spec).pixels)
    cels.append(CelPlan("thing", "thing", thing.concept))
    pictures["thing"] = Image.fromarray(drawing.draw(thing).pixels)
    plan = ScenePlan(backdrop.setting, backdrop.time, backdrop.weather, tuple(cels))
    ground = Image.fromarray(drawing.draw(backdrop).pixels[..., :3])
    large = (2 * SIDE, 2 * SIDE)
    picture = compose(ground, pictures, stage(plan, vocabulary), plan, style, vocabulary, large)
    return picture.resize((SIDE, SIDE), Image.Resampling.LANCZOS)
