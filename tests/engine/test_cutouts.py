"""Pictures that people bring, in every odd form."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw

from storyapp.engine.cutouts import cut_out, difference_inside, fit
from storyapp.stage.pixels import read_picture, read_picture_file, to_image
from storyapp.story.errors import PictureError


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def drawing(ground: tuple[int, int, int]) -> Image.Image:
    image = Image.new("RGB", (200, 300), ground)
    draw = ImageDraw.Draw(image)
    draw.ellipse((60, 40, 140, 260), fill=(200, 60, 50))
    draw.ellipse((85, 90, 115, 120), fill=ground)
    return image


def test_animations_cmyk_and_palettes_are_read() -> None:
    red, blue = (Image.new("RGB", (40, 40), colour) for colour in ("red", "blue"))
    animation = saved(red, "GIF", save_all=True, append_images=[blue], duration=50)
    assert to_image(read_picture(animation)).getpixel((5, 5))[:3] == (255, 0, 0)
    cmyk = saved(Image.new("CMYK", (40, 40), (0, 255, 255, 0)), "JPEG")
    pixel = to_image(read_picture(cmyk)).getpixel((5, 5))
    assert pixel[0] > 200 and pixel[1] < 60


def test_grey_of_sixteen_bits_keeps_its_shades() -> None:
    values = np.zeros((32, 32), np.uint16)
    values[:16], values[16:, 16:] = 32_768, 65_535
    shades = to_image(read_picture(saved(Image.fromarray(values), "PNG"))).getchannel("R")
    assert [shades.getpixel(place) for place in ((2, 2), (2, 30), (30, 30))] == [127, 0, 255]


def test_one_transparent_colour_of_a_palette_is_alpha() -> None:
    image = Image.new("P", (40, 40), 0)
    image.putpalette([255, 0, 0, 0, 255, 0])
    image.paste(1, (10, 10, 30, 30))
    alpha = to_image(read_picture(saved(image, "PNG", transparency=0))).getchannel("A")
    assert alpha.getbbox() == (10, 10, 30, 30)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_of_moving_pictures_with_alpha_the_first_is_taken(kind: str) -> None:
    first, second = (Image.new("RGBA", (40, 40), colour) for colour in ((250, 0, 0, 255), (0, 0, 250, 255)))
    first.paste((0, 0, 0, 0), (0, 0, 10, 40))
    image = to_image(read_picture(saved(first, kind, save_all=True, append_images=[second], duration=50)))
    assert image.getpixel((30, 20))[0] > 240
    if kind == "PNG":  # Pillow writes no alpha into moving WebP
        assert image.getpixel((2, 20))[3] == 0


def test_a_turned_photo_comes_upright() -> None:
    image = Image.new("RGB", (60, 30), "white")
    exif = Image.Exif()
    exif[0x0112] = 6
    picture = read_picture(saved(image, "JPEG", exif=exif.tobytes()))
    assert (picture.width, picture.height) == (30, 60)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"not a picture", "PNG, JPEG or WebP"),
        (b"", "PNG, JPEG or WebP"),
        (saved(Image.new("RGB", (1, 1)), "PNG"), "at least 16"),
        (saved(Image.new("RGB", (64, 64), "red"), "PNG")[:60], "PNG, JPEG or WebP"),
        (saved(Image.new("1", (20_000, 16)), "PNG"), "smaller than"),
    ],
)
def test_what_is_no_picture_is_told(data: bytes, words: str) -> None:
    with pytest.raises(PictureError, match=words):
        read_picture(data)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match=r"gone\.png"):
        read_picture_file(tmp_path / "gone.png")


def test_alpha_is_kept() -> None:
    image = Image.new("RGBA", (100, 100))
    image.paste((10, 200, 10, 255), (30, 30, 70, 70))
    assert cut_out(image).getchannel("A").getbbox() == (30, 30, 70, 70)


def test_paper_goes_and_what_it_encloses_stays() -> None:
    alpha = np.asarray(cut_out(drawing((250, 250, 246))))[..., 3]
    assert alpha[2, 2] == 0
    assert alpha[200, 100] > 250
    assert alpha[105, 100] > 250  # the white eye inside the body


def test_a_photographed_subject_is_cut_out_of_its_background() -> None:
    noise = np.random.default_rng(1).integers(90, 140, (300, 200, 3), dtype=np.uint8)
    image = Image.fromarray(noise)
    image.paste(drawing((0, 0, 0)).crop((60, 40, 140, 260)), (60, 40))
    alpha = np.asarray(cut_out(image))[..., 3]
    assert alpha[5, 5] < 30
    assert alpha[200, 100] > 200


def test_the_subject_fills_the_frame_and_stands_on_its_baseline() -> None:
    image = Image.new("RGBA", (400, 400))
    image.paste((10, 200, 10, 255), (180, 300, 220, 380))
    box = fit(image, "figure", 256).getchannel("A").point(lambda value: 255 if value > 127 else 0).getbbox()
    assert box is not None
    assert abs(box[3] - 256 * 492 / 512) <= 2
    assert box[3] - box[1] > 200
    assert abs((box[0] + box[2]) / 2 - 128) <= 2


def test_an_empty_picture_is_told() -> None:
    with pytest.raises(PictureError, match="empty"):
        fit(Image.new("RGBA", (64, 64)), "figure", 256)


def test_difference_counts_inside_the_subject_only() -> None:
    one, other = (Image.new("RGBA", (64, 64)) for _ in range(2))
    one.paste((200, 0, 0, 255), (20, 20, 40, 40))
    other.paste((200, 0, 0, 255), (20, 20, 40, 40))
    assert difference_inside(one, other) == pytest.approx(0, abs=1e-6)
    other.paste((0, 0, 0, 255), (20, 20, 40, 40))
    assert difference_inside(one, other) > 0.1
