"""`storyapp paint`: one picture, and everything needed to paint it again inside its PNG."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from storyapp.story.describe import looks_from_description
from storyapp.story.errors import ExportError, InputError, PictureError
from storyapp.story.model import Character, Style, Variant, new_id
from storyapp.story.request import CelRequest, Options, Painted, PaintRequest
from storyapp.story.serialise import record_from_json, record_to_json

if TYPE_CHECKING:
    from storyapp.engine.illustrator import StoryIllustrator

CHUNK = "storyapp"


def request_of(
    text: str, style: str, seed: int, cast: tuple[Character, ...], options: Options, styles: Mapping[str, Style]
) -> PaintRequest:
    """The request of one picture.

    Raises:
        InputError: if there is no such style.
    """
    if style not in styles:
        raise InputError(f"There is no style “{style}”; choose one of: {', '.join(styles)}.")
    return PaintRequest(text, style, seed, cast=cast, options=options)


def cast_from(given: Sequence[str], illustrator: StoryIllustrator, style: str, seed: int) -> tuple[Character, ...]:
    """Characters from NAME=FILE.png or NAME=description, each with a locked portrait.

    Raises:
        InputError: if one is not of that form.
        PictureError: if a file is not a picture.
    """
    cast = []
    for one in given:
        name, equals, value = one.partition("=")
        if not equals or not name.strip() or not value.strip():
            raise InputError(f'“{one}” is not a character; write NAME=FILE.png or NAME="description".')
        path = Path(value)
        if path.suffix.lower() in (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff"):
            cast.append(_from_picture(name.strip(), path, illustrator, style, seed))
        else:
            cast.append(_from_words(name.strip(), value.strip(), illustrator, style, seed))
    return tuple(cast)


def _from_picture(name: str, path: Path, illustrator: StoryIllustrator, style: str, seed: int) -> Character:
    from storyapp.engine.imports import read_picture

    try:
        data = path.read_bytes()
    except OSError as error:
        raise PictureError(f"The picture {path} cannot be read; check the name.") from error
    encoded = illustrator.encode(read_picture(data), "figure")
    portrait = Variant(new_id(), name, "", style, seed, encoded.codes, drawing=None)
    return Character(new_id(), name, portraits=(portrait,), chosen=portrait.id, locked=True)


def _from_words(name: str, words: str, illustrator: StoryIllustrator, style: str, seed: int) -> Character:
    from storyapp.story.book import portrait_request

    concept, looks = look_with(illustrator)(words)
    character = Character(new_id(), name, description=words, concept=concept or "girl", looks=looks)
    portrait = paint_one(illustrator, portrait_request(character, style, seed))
    return Character(character.id, name, (), words, character.concept, looks, (portrait,), portrait.id, locked=True)


def paint_one(illustrator: StoryIllustrator, request: CelRequest) -> Variant:
    """The variant of one cel painted alone."""
    for progress in illustrator.paint([request]):
        if progress.result:
            return progress.result[0].variant
    raise AssertionError("painting ends with a result")


def look_with(illustrator: StoryIllustrator) -> Any:
    """A function that reads concept and looks from a description, in the model's vocabulary."""
    vocabulary = illustrator.vocabulary
    kinds = {word: name for word, (category, name) in vocabulary.words().items() if category == "kinds"}
    colours, accessories = vocabulary.names("colours"), vocabulary.names("accessories")
    return lambda description: looks_from_description(description, kinds, colours, accessories)


def save(painted: Painted, request: PaintRequest, illustrator: StoryIllustrator, size: int, out: Path) -> None:
    """Write the picture with its request, plan, placements and codes in its metadata.

    Raises:
        ExportError: if the file cannot be written.
    """
    import os

    from storyapp.commands.books import compose_painted

    image = compose_painted(painted, illustrator, (size, size))
    info = PngInfo()
    recipe = {
        "request": record_to_json(request),
        "illustration": record_to_json(painted.illustration),
        "model": illustrator.status().model,
        "size": size,
    }
    info.add_text(CHUNK, json.dumps(recipe, ensure_ascii=True), zip=True)
    beside = out.with_name(out.name + ".part")
    try:
        image.save(beside, "PNG", pnginfo=info)
        os.replace(beside, out)
    except OSError as error:
        beside.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise ExportError(f"The picture could not be written to {out} ({reason}); choose another place.") from error


def read_request(source: Path) -> PaintRequest:
    """The request inside a picture that `save` wrote.

    Raises:
        PictureError: if it is not such a picture.
    """
    try:
        with Image.open(source) as image:
            image.load()
            recipe = json.loads(image.info[CHUNK])
        return record_from_json(PaintRequest, recipe["request"])
    except (OSError, SyntaxError, KeyError, TypeError, ValueError) as error:
        raise PictureError(f"{source} was not painted by storyapp, so it cannot be painted again.") from error
