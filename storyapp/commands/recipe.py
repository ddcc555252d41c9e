"""The recipe in a painted PNG's metadata: everything needed to paint the same picture again."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from storyapp.export.stored import compose_stored
from storyapp.export.writing import written_beside
from storyapp.stage.compose import compose_painted
from storyapp.story.errors import PictureError
from storyapp.story.model import Illustration
from storyapp.story.request import Painted, PaintRequest
from storyapp.story.serialise import record_from_json, record_to_json

from .paint import LARGEST, SMALLEST

if TYPE_CHECKING:
    from storyapp.engine.illustrator import StoryIllustrator

CHUNK = "storyapp"


@dataclass(frozen=True)
class Recipe:
    """The recipe of a picture; its `request` has the plan and placements that were painted."""

    request: PaintRequest
    illustration: Illustration
    model: str
    size: int


def painted_with(painted: Painted) -> str:
    """The id of the model that painted a picture."""
    return next((one.model for one in painted.illustration.variants if one.model), "no model")


def write_picture(painted: Painted, request: PaintRequest, illustrator: StoryIllustrator, size: int, out: Path) -> None:
    """Write a picture as PNG of `size` pixels a side, with its text, seed, style, model, plan, placements and codes as metadata.

    Raises:
        ExportError: if the file cannot be written.
    """
    illustration = painted.illustration
    if painted.cels or not illustration.chosen:
        image = compose_painted(painted, illustrator.styles, illustrator.vocabulary, (size, size))
    else:
        image = compose_stored(illustration, size, illustrator.picture_of, illustrator.vocabulary, illustrator.styles)
    exact = replace(request, plan=illustration.plan, placements=illustration.placements)
    recipe = {
        "words": request.text,
        "style": request.style,
        "seed": request.seed,
        "model": painted_with(painted),
        "size": size,
        "request": record_to_json(exact),
        "illustration": record_to_json(illustration),
    }
    info = PngInfo()
    info.add_itxt("Description", request.text)
    info.add_text("Software", "storyapp")
    info.add_text(CHUNK, json.dumps(recipe, ensure_ascii=True), zip=True)
    with written_beside(out) as beside:
        image.save(beside, "PNG", pnginfo=info)


def read_recipe(source: Path) -> Recipe:
    """The recipe inside a picture that `write_picture` wrote.

    Raises:
        PictureError: if it is not such a picture.
    """
    if not source.is_file():
        raise PictureError(f"There is no picture {source}; check the name.")
    try:
        with Image.open(source, formats=("PNG",)) as image:
            image.load()
            values = json.loads(image.info[CHUNK])
        request = record_from_json(PaintRequest, values["request"])
        illustration = record_from_json(Illustration, values["illustration"])
        return Recipe(request, illustration, str(values["model"]), min(LARGEST, max(SMALLEST, int(values["size"]))))
    except (OSError, SyntaxError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise PictureError(f"{source} was not painted by storyapp, so it cannot be painted again.") from error
