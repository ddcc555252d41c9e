"""Makes the book of a story: chooses the format by the target's suffix, and the size of pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image

from storyapp.story.model import Illustration, Story
from storyapp.story.request import Progress

from .choices import EPUB, PDF, PICTURES, PRINT, WORD, BookChoices
from .epub import export_epub
from .images import export_pictures
from .layout import lay_out
from .markdown import ENDINGS as MARKDOWN
from .markdown import export_markdown
from .pdf import export_pdf
from .word import export_word

ENDINGS = (".pdf", ".epub", ".docx", *MARKDOWN)
PAGE_PIXELS = 1536  # of a picture's longer side on the page
PRINT_PIXELS = 2400  # for a printing house
FLOWING_PIXELS = 1200  # in formats without fixed pages

ComposeAt = Callable[
    [Illustration, int], Image.Image
]  # a picture and the pixels of its longer side → the composed picture


def pictures_for(choices: BookChoices) -> tuple[int, str]:
    """The pixels of a picture's longer side, and its format ("png" or "jpg"), in such a book."""
    flowing = (FLOWING_PIXELS, "jpg")
    sizes = {PDF: (PAGE_PIXELS, "jpg"), PRINT: (PRINT_PIXELS, "png"), EPUB: flowing, WORD: flowing}
    if choices.book == PICTURES:
        return choices.side, choices.pictures
    return sizes.get(choices.book, (PAGE_PIXELS, "png"))


def make_book(
    story: Story, target: Path, resources: Path, compose: ComposeAt, page: str | None = None
) -> Iterator[Progress[Path]]:
    """Write a PDF, EPUB, Word or Markdown file by the suffix of `target`, else a folder of pictures.

    `page` replaces the page size of the story's settings.

    Raises:
        EmptyStoryError: if there is nothing in the story.
        InputError: if there is no such page size.
        ExportError: if a file cannot be written.
    """
    choices, ending = BookChoices.of(story.settings), target.suffix.lower()

    def at(side: int) -> Callable[[Illustration], Image.Image]:
        return lambda picture: compose(picture, side)

    if ending in MARKDOWN:
        return export_markdown(story, target, at(PAGE_PIXELS))
    book = lay_out(story, page)
    if ending == ".pdf":
        return export_pdf(book, target, resources, at(PRINT_PIXELS if book.bleed else PAGE_PIXELS))
    if ending == ".epub":
        return export_epub(book, target, resources, at(FLOWING_PIXELS), story.id)
    if ending == ".docx":
        return export_word(book, target, at(FLOWING_PIXELS))
    return export_pictures(book, target, at(choices.side), choices.pictures)
