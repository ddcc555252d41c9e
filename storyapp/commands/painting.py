"""`storyapp paint`: one picture, and everything needed to paint it again inside its PNG."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from storyapp.export.writing import check_target, written_beside
from storyapp.stage.compose import compose_painted
from storyapp.stage.looks import looks_reader
from storyapp.stage.pixels import read_picture_file
from storyapp.story.cels import portrait_request
from storyapp.story.errors import InputError, PictureError
from storyapp.story.model import (
    USUAL_GUIDANCE,
    USUAL_STEPS,
    USUAL_TEMPERATURE,
    Character,
    Illustration,
    Variant,
    new_id,
)
from storyapp.story.request import CelRequest, Options, Painted, PaintRequest
from storyapp.story.serialise import record_from_json, record_to_json

from .books import check_style, compose_stored
from .common import make_illustrator, show, whole_letters

if TYPE_CHECKING:
    from storyapp.engine.illustrator import StoryIllustrator

CHUNK = "storyapp"
USUAL_SIZE = 512
PICTURE_ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff")


@dataclass(frozen=True)
class Settings:
    """How `paint` was asked to paint; `size` is in pixels."""

    style: str = "cartoon"
    seed: int = 1
    temperature: float = USUAL_TEMPERATURE
    steps: int = USUAL_STEPS
    guidance: float = USUAL_GUIDANCE
    size: int = USUAL_SIZE
    device: str = "auto"

    @property
    def options(self) -> Options:
        """The same for the engine."""
        return Options(self.steps, self.temperature, self.guidance)


@dataclass(frozen=True)
class Recipe:
    """What a painted PNG tells of itself: `request` has the plan and placements that were painted."""

    request: PaintRequest
    illustration: Illustration
    model: str
    size: int


def paint(text: str, characters: Sequence[str], settings: Settings, out: Path) -> None:
    """Paint a text and write the picture with its recipe.

    Raises:
        StoryAppError: if the words, a character, the style, the model or the file cannot be used.
    """
    check_target(out)
    illustrator = make_illustrator(settings.device)
    check_style(settings.style, illustrator.styles)
    show(illustrator.load(), "loading")
    cast = cast_from(characters, illustrator, settings)
    request = PaintRequest(whole_letters(text), settings.style, settings.seed, cast=cast, options=settings.options)
    painted = show(illustrator.illustrate(request), "painting")
    save(painted, request, illustrator, settings.size, out)


def repaint(source: Path, out: Path, size: int | None, device: str) -> None:
    """Paint the picture in `source` again from its recipe; where this machine differs, from its codes.

    Raises:
        PictureError: if `source` has no recipe.
        StoryAppError: if the model or the file cannot be used.
    """
    recipe = read_recipe(source)
    check_target(out)
    illustrator = make_illustrator(device)
    painted = show(illustrator.illustrate(recipe.request), "painting")
    if codes_of(painted.illustration) != codes_of(recipe.illustration):
        print(
            f"This machine or model ({painted_with(painted)}) paints other codes than {recipe.model}; "
            "the picture was made from the codes in the file.",
            file=sys.stderr,
        )
        painted = Painted(recipe.illustration, {})
    # With the ids of the picture in the file, so that equal codes give an equal file.
    save(Painted(recipe.illustration, painted.cels), recipe.request, illustrator, size or recipe.size, out)


def codes_of(illustration: Illustration) -> dict[str, object]:
    """The codes of every shown cel."""
    return {cel: variant.codes for cel in illustration.chosen if (variant := illustration.shown(cel))}


def painted_with(painted: Painted) -> str:
    """The id of the model that painted."""
    return next((one.model for one in painted.illustration.variants if one.model), "no model")


def cast_from(given: Sequence[str], illustrator: StoryIllustrator, settings: Settings) -> tuple[Character, ...]:
    """Characters from NAME=FILE.png or NAME=description, each with a locked portrait.

    Raises:
        InputError: if one is not of that form.
        PictureError: if a file is not a picture.
    """
    cast = []
    for one in given:
        name, _, value = (part.strip() for part in whole_letters(one).partition("="))
        if not name or not value:
            raise InputError(f'“{one}” is not a character; write NAME=FILE.png or NAME="description".')
        path = Path(value)
        if path.suffix.lower() in PICTURE_ENDINGS or path.is_file():
            cast.append(_from_picture(name, path, illustrator, settings))
        else:
            cast.append(_from_words(name, value, illustrator, settings))
    return tuple(cast)


def _from_picture(name: str, path: Path, illustrator: StoryIllustrator, settings: Settings) -> Character:
    encoded = illustrator.encode(read_picture_file(path), "figure")
    portrait = Variant(new_id(), name, "", settings.style, settings.seed, encoded.codes)
    return Character(new_id(), name, portraits=(portrait,), chosen=portrait.id, locked=True)


def _from_words(name: str, words: str, illustrator: StoryIllustrator, settings: Settings) -> Character:
    concept, looks = looks_reader(illustrator.vocabulary)(words)
    character = Character(new_id(), name, description=words, concept=concept or "girl", looks=looks)
    request = portrait_request(character, settings.style, settings.seed, settings.options)
    portrait = paint_one(illustrator, request)
    return replace(character, portraits=(portrait,), chosen=portrait.id, locked=True)


def paint_one(illustrator: StoryIllustrator, request: CelRequest) -> Variant:
    """The variant of one cel painted alone."""
    return show(illustrator.paint([request]), f"painting {request.cel}")[0].variant


def save(painted: Painted, request: PaintRequest, illustrator: StoryIllustrator, size: int, out: Path) -> None:
    """Write the picture with its words, seed, style, model, plan, placements and codes in its metadata.

    Raises:
        ExportError: if the file cannot be written.
    """
    illustration = painted.illustration
    if painted.cels or not illustration.chosen:
        image = compose_painted(painted, illustrator.styles, illustrator.vocabulary, (size, size))
    else:
        image = compose_stored(illustration, illustrator, size)
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
    """The recipe inside a picture that `save` wrote.

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
        return Recipe(request, illustration, str(values["model"]), min(4096, max(64, int(values["size"]))))
    except (OSError, SyntaxError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise PictureError(f"{source} was not painted by storyapp, so it cannot be painted again.") from error
