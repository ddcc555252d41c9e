"""The settings of a book, which are kept in the story, and the choice of its cover picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from storyapp.story.model import Illustration, Scene, Story
from storyapp.story.plan import BACKDROP

PDF, PRINT, EPUB, WORD, PICTURES, MARKDOWN = "pdf", "print", "epub", "docx", "pictures", "markdown"
KINDS = (PDF, PRINT, EPUB, WORD, PICTURES, MARKDOWN)
PAGE_SIZES = {"square": (215.9, 215.9), "a4": (210.0, 297.0), "letter": (215.9, 279.4), "a5": (210.0, 148.0)}  # mm
TYPES = {"small": 0.85, "usual": 1.0, "large": 1.25}  # factors on the type size that suits the text
PICTURE_KINDS = ("png", "jpg")
SIDES = (1024, 1536, 3000)  # pixels of a saved picture's longer side
NO_PICTURE = "none"  # a cover with the title only


@dataclass(frozen=True)
class BookChoices:
    """The settings of a book; `cover` is a scene's id, NO_PICTURE, or empty to choose automatically."""

    book: str = PDF
    page: str = "square"
    cover: str = ""
    cover_page: bool = True
    type: str = "usual"
    numbers: bool = True
    dedication: str = ""
    marks: bool = False
    pictures: str = "png"
    side: int = SIDES[1]
    cover_inside: bool = True  # whether the cover picture is repeated on the page of its scene

    @classmethod
    def of(cls, settings: Mapping[str, str]) -> BookChoices:
        """The choices in the settings of a story; unknown values are replaced by defaults."""
        usual = cls()
        side = settings.get("side", "")
        return cls(
            book=_known(settings, "book", KINDS, usual.book),
            page=_known(settings, "page", tuple(PAGE_SIZES), usual.page),
            cover=settings.get("cover", ""),
            cover_page=settings.get("cover_page") != "no",
            type=_known(settings, "type", tuple(TYPES), usual.type),
            numbers=settings.get("numbers") != "no",
            dedication=settings.get("dedication", ""),
            marks=settings.get("marks") == "yes",
            pictures=_known(settings, "pictures", PICTURE_KINDS, usual.pictures),
            side=int(side) if side in map(str, SIDES) else usual.side,
            cover_inside=settings.get("cover_inside") != "no",
        )

    def into(self, settings: Mapping[str, str]) -> Mapping[str, str]:
        """The settings with these choices; the same object if nothing changes."""
        if BookChoices.of(settings) == self:
            return settings
        usual, changed = BookChoices(), dict(settings)
        for one in fields(self):
            value = getattr(self, one.name)
            if value == getattr(usual, one.name):
                changed.pop(one.name, None)
            else:
                changed[one.name] = ("yes" if value else "no") if isinstance(value, bool) else str(value)
        return changed

    @property
    def has_pages(self) -> bool:
        """Whether this kind of book has pages of a fixed size."""
        return self.book in (PDF, PRINT)


def _known(settings: Mapping[str, str], name: str, known: tuple[str, ...], otherwise: str) -> str:
    value = settings.get(name, otherwise)
    return value if value in known else otherwise


def cover_scene(story: Story) -> Scene | None:
    """The scene whose picture is on the cover: the chosen one, else the first with a visible figure.

    If no picture has one it is the first picture with anything in it; None means a cover with the title only.
    """
    wanted = BookChoices.of(story.settings).cover
    painted = [one for one in story.scenes if one.illustration is not None and not is_blank(one.illustration)]
    chosen = next((one for one in painted if one.id == wanted), None)
    if chosen is not None or wanted == NO_PICTURE:
        return chosen
    for shows in (_somebody, _something):
        found = next((one for one in painted if one.illustration is not None and shows(one.illustration)), None)
        if found is not None:
            return found
    return None


def _somebody(picture: Illustration) -> bool:
    hidden = {one.cel for one in picture.placements if one.hidden}
    return any(one.kind == "figure" and one.id not in hidden for one in picture.plan.cels)


def _something(picture: Illustration) -> bool:
    return not is_blank(picture)


def is_blank(picture: Illustration) -> bool:
    """Whether a picture shows nothing yet, neither backdrop nor cels, because it is being planned by hand."""
    return picture.plan.is_empty and picture.shown(BACKDROP) is None
