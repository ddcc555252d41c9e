"""Contact sheets for the model card: reconstructions by the tokenizer, and pictures of the whole program."""

from __future__ import annotations

import random
from collections.abc import Iterator

import torch
from PIL import Image, ImageDraw

from storyapp.engine.finish import to_picture
from storyapp.engine.illustrator import StoryIllustrator
from storyapp.engine.vqvae import VQVAE
from storyapp.stage.compose import compose_painted
from storyapp.stage.pixels import to_image
from storyapp.story.request import PaintRequest, Progress

from .data import as_input
from .world import drawing

TILE = 192  # pixels
GROUND = (150, 170, 160)
SENTENCES = (
    "A fox ran through the forest with a kite.",
    "The princess danced in the castle at night.",
    "Two rabbits slept in the garden.",
    "A robot and a girl waved on the beach at sunset.",
    "The bear was holding a lantern in the snow.",
    "Grandma sat in the kitchen with a cup. She was happy.",
    "A dragon flew over the hills.",
    "The pirate pointed at a sailboat on the sea.",
    "A hedgehog sat in the garden with a watering can.",
    "A girl built a sandcastle on the beach.",
    "The duck jumped in a puddle in the rain.",
    "The knight and the unicorn walked across the farm.",
    "A cat and a mouse ate cake in the bedroom.",
    "A boy was swimming in the lake.",
    "The wolf hid behind a bush in the forest.",
    "A fairy and a squirrel danced in the fairy village.",
)


def reconstructions(model: VQVAE, count: int, seed: int = 11) -> Image.Image:
    """Held-out drawings in the first row, then their reconstructions from both levels, and from the top alone."""
    rng = random.Random(seed)
    sheet = Image.new("RGB", (count * TILE, 3 * TILE), GROUND)
    for column in range(count):
        frame = ("figure", "figure", "backdrop", "figure", "thing")[column % 5]
        drawn = drawing.draw(drawing.sample(frame, rng, test=frame != "thing"), drawing.CODED_SIZE)
        for row, tile in enumerate(_reconstructed(model, drawn, frame)):
            _paste(sheet, tile, column, row)
    return sheet


def faces(model: VQVAE, count: int, seed: int = 12) -> Image.Image:
    """As `reconstructions`, for the faces of held-out figures."""
    rng = random.Random(seed)
    sheet = Image.new("RGB", (count * TILE, 3 * TILE), GROUND)
    for column in range(count):
        drawn = drawing.draw(drawing.sample("figure", rng, test=True), drawing.CODED_SIZE)
        for row, tile in enumerate(_reconstructed(model, drawn, "figure")):
            left, upper, right, lower = (round(edge * tile.width) for edge in drawn.face)
            _paste(sheet, tile.crop((left, upper, right, lower)), column, row)
    return sheet


@torch.no_grad()
def _reconstructed(model: VQVAE, drawn: drawing.Drawing, frame: str) -> Iterator[Image.Image]:
    """A drawing, its reconstruction from both levels, and from the top alone."""
    picture = as_input(drawn)
    top, bottom = model.quantize(picture)
    for shown in (picture, *(model.decode(top.codes, codes, frame) for codes in (bottom.codes, None))):
        yield to_image(to_picture(shown[0], frame)).convert("RGBA")


def _paste(sheet: Image.Image, picture: Image.Image, column: int, row: int) -> None:
    tile = picture.resize((TILE, TILE), Image.Resampling.LANCZOS)
    sheet.paste(tile, (column * TILE, row * TILE), tile)


def paintings(illustrator: StoryIllustrator, columns: int = 4) -> Iterator[Progress[Image.Image]]:
    """Sixteen sentences as the program illustrates them, in alternating styles, with a caption below each."""
    line = 26
    rows = -(-len(SENTENCES) // columns)
    side = 2 * TILE
    sheet = Image.new("RGB", (columns * side, rows * (side + line)), "white")
    draw = ImageDraw.Draw(sheet)
    styles = list(illustrator.styles)
    for index, words in enumerate(SENTENCES):
        style = styles[index % len(styles)]
        for progress in illustrator.illustrate(PaintRequest(words, style, index + 1)):
            if progress.result is not None:
                picture = compose_painted(progress.result, illustrator.styles, illustrator.vocabulary, (side, side))
                place = (index % columns * side, index // columns * (side + line))
                sheet.paste(picture, place)
                draw.text((place[0] + 6, place[1] + side + 6), f"{words} ({style})", fill="black")
        yield Progress(index, len(SENTENCES), "painting the sheet")
    yield Progress(1, 1, "painted", result=sheet)
