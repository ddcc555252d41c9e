"""Lays a story out as pages: the content of each, independent of the file format."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from storyapp.story.errors import EmptyStoryError, InputError
from storyapp.story.model import Illustration, Scene, Story
from storyapp.story.plan import COLOUR, ScenePlan
from storyapp.story.text_facts import RIGHT_TO_LEFT

from .choices import PAGE_SIZES, PRINT, TYPES, BookChoices, cover_scene, is_blank

COLOPHONS = {
    "en": (
        "The words of this book were written by a person. Its pictures were made on that person’s own computer with "
        "storyapp, by a small artificial intelligence that learned from drawings made for it."
    ),
    "zh": (
        "这本书的文字由一个人写成。书中的图画是用 storyapp 在作者自己的电脑上画的，"
        "作画的是一个小小的人工智能，它从专门为它绘制的图画中学会了画画。"
    ),
}
COLOPHONS_OF_WORDS = {  # of books without pictures
    "en": "The words of this book were written by a person, who made it on their own computer with storyapp.",
    "zh": "这本书的文字由一个人写成，并用 storyapp 在作者自己的电脑上制作成书。",
}
UNTITLED = {"en": "Untitled", "zh": "无题"}
BLEED = 3.0  # millimetres that colours go beyond the cut edge, for a printing house
# (length of the longest page in letters, type size in points that is used up to it)
TYPE_SIZES = ((160, 19.0), (320, 17.0), (700, 15.0))
SMALLEST_TYPE = 13.0
_SCRIPTS = (
    (re.compile(r"[\u3040-\u30ff]"), "ja"),
    (re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"), "zh"),
    (re.compile(r"[\uac00-\ud7af]"), "ko"),
    (re.compile(r"[\u0590-\u05ff]"), "he"),
    (re.compile(r"[\u0900-\u097f]"), "hi"),
    (re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]"), "ar"),
)

_NOT_LATIN = {language for _, language in _SCRIPTS} | {"ru", "fa", "ur", "mr", "ne", "sa"}
# Languages that share a script: here the language of the story counts.
_SHARED = {("ar", "fa"), ("ar", "ur"), ("hi", "mr"), ("hi", "ne"), ("hi", "sa")}


@dataclass(frozen=True)
class Page:
    """The page of one scene; `caption` is the alternative text of its picture."""

    title: str
    text: str
    picture: Illustration | None = None
    caption: str = ""
    language: str = "en"

    @property
    def paragraphs(self) -> list[list[str]]:
        """The text as paragraphs, each a list of lines."""
        return paragraphs(self.text)

    @property
    def right_to_left(self) -> bool:
        """Whether its language is written from right to left."""
        return self.language in RIGHT_TO_LEFT


@dataclass(frozen=True)
class Book:
    """The content of a book; `cover` is the index of the page whose picture is on the cover.

    Raises:
        InputError: if there is no such page size.
    """

    title: str
    author: str
    language: str
    pages: tuple[Page, ...]
    size: str = "square"
    cover: int | None = None
    cover_page: bool = True
    dedication: str = ""
    numbers: bool = True
    type: str = "usual"
    bleed: float = 0.0  # millimetres; more than 0 for a printing house
    marks: bool = False  # cut marks
    cover_inside: bool = True  # whether the cover picture is repeated on the page of its scene

    def __post_init__(self) -> None:
        if self.size not in PAGE_SIZES:
            raise InputError(f"There is no page size “{self.size}”; choose one of: {', '.join(PAGE_SIZES)}.")

    def shows(self, index: int) -> bool:
        """Whether a page shows its picture; that of the cover may be left out."""
        left_out = self.cover_page and not self.cover_inside and index == self.cover
        return self.pages[index].picture is not None and not left_out

    @property
    def colophon_language(self) -> str:
        """The language of the book if there is a colophon in it, else English."""
        return self.language if self.language in COLOPHONS else "en"

    @property
    def colophon(self) -> str:
        """What the last page says about how the book was made."""
        painted = any(page.picture is not None for page in self.pages)
        return (COLOPHONS if painted else COLOPHONS_OF_WORDS)[self.colophon_language]

    @property
    def type_size(self) -> float:
        """The type size of all pages, in points: the longer the longest page, the smaller."""
        longest = max((_weight(page.text) for page in self.pages), default=0)
        usual = next((points for letters, points in TYPE_SIZES if longest <= letters), SMALLEST_TYPE)
        return usual * TYPES[self.type]


def lay_out(story: Story, size: str | None = None) -> Book:
    """One page a scene, as the story's settings say; scenes with neither words nor picture are left out.

    Raises:
        EmptyStoryError: if no scene is left.
        InputError: if there is no such page size.
    """
    scenes = [one for one in story.scenes if one.text.strip() or one.title.strip() or one.illustration]
    if not scenes:
        raise EmptyStoryError("This story has no words and no pictures yet; write a scene, then export it.")
    pages = tuple(_page(scene, story.language) for scene in scenes)
    choices, front = BookChoices.of(story.settings), cover_scene(story)
    cover = next((index for index, scene in enumerate(scenes) if scene is front), None)
    language = language_of(" ".join([story.title, *(scene.text for scene in scenes)]), story.language)
    return Book(
        printable(story.title).strip() or UNTITLED.get(language, UNTITLED["en"]),
        printable(story.author).strip(),
        language,
        pages,
        size=size or choices.page,
        cover=cover,
        cover_page=choices.cover_page,
        dedication=printable(choices.dedication).strip(),
        numbers=choices.numbers,
        type=choices.type,
        bleed=BLEED if choices.book == PRINT else 0.0,
        marks=choices.book == PRINT and choices.marks,
        cover_inside=choices.cover_inside,
    )


def _page(scene: Scene, language: str) -> Page:
    title, text = printable(scene.title).strip(), printable(scene.text).strip()
    picture = scene.illustration if scene.illustration and not is_blank(scene.illustration) else None
    return Page(title, text, picture, describe(picture.plan) if picture else "", language_of(text or title, language))


def printable(text: str) -> str:
    """The text without characters that no font can show: control characters, lone surrogates, non-characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    return "".join(
        letter for letter in text if letter in "\n\t" or unicodedata.category(letter) not in ("Cc", "Cs", "Cn")
    )


def language_of(text: str, otherwise: str) -> str:
    """The language suggested by the script of most letters, or `otherwise`.

    Words in Latin letters alone are English where `otherwise` has other letters, as in a book of two languages.
    """
    letters = [letter for letter in text if letter.isalpha()]
    counts = {language: len(pattern.findall(text)) for pattern, language in _SCRIPTS}
    if counts["ja"] and counts["ja"] * 5 > counts["zh"]:
        counts["ja"] += counts["zh"]  # Japanese mixes kana with Chinese characters
    best = max(counts, key=lambda language: counts[language])
    if letters and otherwise in _NOT_LATIN and all(letter < "\u0250" for letter in letters):
        return "en"
    if not letters or counts[best] * 2 <= len(letters):
        return otherwise
    return otherwise if (best, otherwise) in _SHARED else best


def paragraphs(text: str) -> list[list[str]]:
    """The text split at blank lines, each paragraph as its lines; hard-wrapped lines are joined."""
    blocks = [[line.strip() for line in block.split("\n") if line.strip()] for block in re.split(r"\n[ \t]*\n", text)]
    return [[" ".join(block)] if _wrapped(block) else block for block in blocks if block]


def _wrapped(lines: Sequence[str]) -> bool:
    """Whether the lines look hard-wrapped: all but the last of similar width, some ending inside a sentence."""
    if len(lines) < 2 or any(not 55 <= len(line) <= 120 for line in lines[:-1]):
        return False
    return any(line[-1] not in ".!?…”’\"'。！？:;" for line in lines[:-1])


def _weight(text: str) -> int:
    """The width of a text in Latin letters; Chinese characters count twice."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def describe(plan: ScenePlan) -> str:
    """A plan as a sentence, e.g. "Forest, night, snow: a fox, walking, happy; a red lantern."."""
    place = f"{plan.setting.capitalize()}, {plan.time}, {plan.weather}" if plan.setting else "On plain paper"
    parts = []
    for cel in plan.cels:
        named = " ".join(filter(None, (cel.attributes.get(COLOUR), cel.concept)))
        article = "an" if named[:1].lower() in "aeiou" else "a"
        doing = [cel.attributes[name] for name in ("pose", "expression") if name in cel.attributes]
        parts.append(", ".join([f"{article} {named}", *doing]))
    return f"{place}: {'; '.join(parts)}." if parts else f"{place}."
