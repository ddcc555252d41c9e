"""A small book for the tests of what is made of it, and the words of a PDF."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
from PIL import Image

from storyapp.story.edits import aspect_of
from storyapp.story.model import Illustration, Scene, Story
from storyapp.story.plan import ScenePlan

POINTS = 72 / 25.4  # of a millimetre


def story(*texts: str, pictures: bool = True) -> Story:
    picture = Illustration("p", ScenePlan("forest"), (), (), {}, "cartoon", 1, "")
    scenes = [Scene(f"s{i}", f"Scene {i + 1}", text) for i, text in enumerate(texts)]
    if pictures:
        scenes = [scene.with_illustration(replace(picture, id=f"p-{scene.id}")) for scene in scenes]
    return Story("s", "The Kite", "A. Writer", scenes=tuple(scenes))


def compose(picture: Illustration) -> Image.Image:
    return Image.new("RGB", (round(300 * aspect_of(picture)), 300), (70, 130, 90))


def text_of(document: pypdfium2.PdfDocument) -> str:
    pages = [page.get_textpage().get_text_range() for page in document]
    return "\n".join(pages).replace("\r\n", "\n")
