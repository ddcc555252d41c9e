"""`storyapp paint`: one picture of a text, or the same one again."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from storyapp.story.cels import portrait_request
from storyapp.story.errors import InputError
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

from .common import check_style, make_illustrator, show, whole_letters
from .options import Device, DeviceOption, SeedOption

if TYPE_CHECKING:
    from storyapp.engine.illustrator import StoryIllustrator

USUAL_SIZE, SMALLEST, LARGEST = 512, 64, 4096  # pixels of a side
PICTURE_ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff")


def paint(
    text: Annotated[str | None, typer.Argument(help="The scene's words.")] = None,
    out: Annotated[Path | None, typer.Option(help="The PNG to write.")] = None,
    source: Annotated[Path | None, typer.Option("--from", help="Repaint a picture that paint wrote.")] = None,
    style: Annotated[str, typer.Option(help="cartoon, watercolour, clay, ink, crayon or cutout.")] = "cartoon",
    seed: SeedOption = 1,
    temperature: Annotated[float, typer.Option(min=0.0, max=2.0, help="Higher: bolder choices.")] = USUAL_TEMPERATURE,
    steps: Annotated[int, typer.Option(min=1, max=256, help="Steps of painting.")] = USUAL_STEPS,
    guidance: Annotated[
        float, typer.Option(min=0.0, max=20.0, help="How closely words are followed.")
    ] = USUAL_GUIDANCE,
    character: Annotated[list[str] | None, typer.Option(help='NAME=FILE.png or NAME="description".')] = None,
    size: Annotated[
        int | None, typer.Option(min=SMALLEST, max=LARGEST, help="Pixels of a side; 512 if not given.")
    ] = None,
    device: DeviceOption = Device.auto,
) -> None:
    """Paint one picture of a text, or repaint one identically."""
    if out is None or (text is None) == (source is None):
        raise typer.BadParameter("Give a text in quotes, or --from PICTURE.png, and --out FILE.png.")
    if source is not None:
        repaint(source, out, size, device)
    else:
        options = Options(steps, temperature, guidance)
        paint_text(text or "", character or [], PaintSettings(style, seed, options), size or USUAL_SIZE, device, out)
    print(out)


@dataclass(frozen=True)
class PaintSettings:
    """What all cels of a picture have in common."""

    style: str
    seed: int
    options: Options


def paint_text(
    text: str, characters: Sequence[str], settings: PaintSettings, size: int, device: str, out: Path
) -> None:
    """Paint a text and write the picture, `size` pixels a side, with its recipe as metadata.

    Raises:
        StoryAppError: if the words, a character, the style, the model or the file cannot be used.
    """
    from storyapp.export.writing import check_target

    from .recipe import write_picture

    check_target(out)
    illustrator = make_illustrator(device)
    check_style(settings.style, illustrator.styles)
    show(illustrator.load(), "loading")
    cast = cast_from(characters, illustrator, settings)
    request = PaintRequest(whole_letters(text), settings.style, settings.seed, cast=cast, options=settings.options)
    painted = show(illustrator.illustrate(request), "painting")
    write_picture(painted, request, illustrator, size, out)


def repaint(source: Path, out: Path, size: int | None, device: str) -> None:
    """Paint the picture in `source` again from its recipe; if this machine paints other codes, from the stored ones.

    Raises:
        PictureError: if `source` has no recipe.
        StoryAppError: if the model or the file cannot be used.
    """
    from storyapp.export.writing import check_target

    from .recipe import painted_with, read_recipe, write_picture

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
    # The ids of the picture in the file, so that equal codes give an equal file.
    write_picture(Painted(recipe.illustration, painted.cels), recipe.request, illustrator, size or recipe.size, out)


def codes_of(illustration: Illustration) -> dict[str, object]:
    """The codes of every shown cel."""
    return {cel: variant.codes for cel in illustration.chosen if (variant := illustration.shown(cel))}


def cast_from(given: Sequence[str], illustrator: StoryIllustrator, settings: PaintSettings) -> tuple[Character, ...]:
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
        if path.suffix.lower() in PICTURE_ENDINGS or os.path.isfile(path):  # long words are no name
            cast.append(_from_picture(name, path, illustrator, settings))
        else:
            cast.append(_from_words(name, value, illustrator, settings))
    return tuple(cast)


def _from_picture(name: str, path: Path, illustrator: StoryIllustrator, settings: PaintSettings) -> Character:
    from storyapp.stage.pixels import read_picture_file

    encoded = illustrator.encode(read_picture_file(path), "figure")
    portrait = Variant(new_id(), name, "", settings.style, settings.seed, encoded.codes)
    return Character(new_id(), name, portraits=(portrait,), chosen=portrait.id, locked=True)


def _from_words(name: str, words: str, illustrator: StoryIllustrator, settings: PaintSettings) -> Character:
    from storyapp.stage.looks import looks_reader

    concept, looks = looks_reader(illustrator.vocabulary)(words)
    character = Character(new_id(), name, description=words, concept=concept or "girl", looks=looks)
    request = portrait_request(character, settings.style, settings.seed, settings.options)
    portrait = paint_one(illustrator, request)
    return replace(character, portraits=(portrait,), chosen=portrait.id, locked=True)


def paint_one(illustrator: StoryIllustrator, request: CelRequest) -> Variant:
    """Paint one cel and return its variant."""
    return show(illustrator.paint([request]), f"painting {request.cel}")[0].variant
