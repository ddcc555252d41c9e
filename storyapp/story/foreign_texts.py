"""Texts from elsewhere as stories: how one can be cut into scenes, and the story that it becomes.

What other programs write is understood besides our own Markdown: a block of `title:` and `author:` at the top,
headings that are underlined, headings of any depth, and chapters that are only called so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from .errors import EmptyStoryError
from .markdown import ITEM, author_of, plain_lines, split_items, story_from_markdown, without_front_matter
from .model import Scene, Story, new_id
from .text_facts import language_of_script

HEADINGS, CHAPTERS, BREAKS, ITEMS, BLANK, WHOLE = "headings", "chapters", "breaks", "items", "blank", "whole"
MANY_PARAGRAPHS = 4  # a scene of its own may well have fewer
LONGEST_HEADING = 80  # letters of a line that can be a heading without a mark of one
_HEADING = re.compile(r"^#{1,6}(?:[ \t]|$)", re.MULTILINE)
_BREAK = re.compile(r"^\s*(?:-{3,}|\*{3,}|\* \* \*|_{3,}|#)\s*$", re.MULTILINE)
_UNDERLINED = re.compile(r"(?:(?<=\n\n)|\A)(?P<words>[^\s#>|-][^\n]*)\n(?P<line>={3,}|-{3,})[ \t]*$", re.MULTILINE)
_NUMBERS = (
    r"\d+|[ivxlc]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|twenty(?:[- ]\w+)?|the\s+(?:first|second|third|fourth|fifth|last)"
)
_CHINESE = "[0-9〇零一二三四五六七八九十百两]+"
_CHAPTER = re.compile(
    r"[ \t]*(?:"
    rf"(?:chapter|part|kapitel|teil|chapitre|partie|cap[íi]tulo|parte|capitolo|hoofdstuk|deel|глава|часть)"
    rf"[ \t]+(?:{_NUMBERS})(?:\.|[ \t]*[:–—-][ \t]*\S.*|[ \t]+[^\n]*[^\s.,;!?…”\"])?"
    r"|(?:prologue|epilogue|prolog|epilog|pr[óo]logo|ep[íi]logo|épilogue|prologo|epilogo)(?:[ \t]*[:–—-][ \t]*\S.*)?"
    rf"|第[ \t]*{_CHINESE}[ \t]*[章节回部幕][^\n。！？]*"
    r"|(?:序章|序幕|楔子|尾声)"
    r"|제[ \t]*\d+[ \t]*[장화부][^\n.!?]*"
    r")[ \t]*",
    re.IGNORECASE,
)
_LABEL = re.compile(  # of a page or scene that has no other name
    rf"[ \t]*(?:pages?|scene|spread|seiten?|szene|scène|p[áa]ginas?|escena|pagin[ae]|scena|страница|сцена)[ \t]+"
    rf"(?:\d+[ \t]*[-–&+][ \t]*\d+|{_NUMBERS})(?:\.|[ \t]*[:–—-][ \t]*(?P<name>\S.*?)?)?[ \t]*"
    rf"|[ \t]*(?:第[ \t]*{_CHINESE}[ \t]*[页场]|场景[ \t]*{_CHINESE})(?:[ \t]*[：:][ \t]*(?P<called>\S.*?)?)?[ \t]*",
    re.IGNORECASE,
)
_ENDS = ".,;:!?…”\"'’。，；：！？」"


def ways(text: str) -> list[str]:
    """How a text can be cut into scenes; the likeliest first."""
    text = tidied(text)[2]
    headings, chapters = len(_HEADING.findall(text)), sum(_chapter(line) is not None for line in text.split("\n"))
    found = [HEADINGS] if headings else []
    if chapters:
        found.insert(0 if chapters > headings else 1, CHAPTERS)
    found += [BREAKS] if _BREAK.search(text) else []
    found += [ITEMS] if split_items(text) else []
    found += [BLANK] if re.search(r"\S\s*\n\s*\n\s*\S", text) else []
    return [*found, WHOLE]


def story_of(text: str, way: str) -> Story:
    """The story that a text becomes.

    Raises:
        EmptyStoryError: if it has no words.
    """
    title, author, text = tidied(text)
    if way == HEADINGS:
        story = story_from_markdown(_headings_of_one_level(text, bool(title)))
    elif way == CHAPTERS:
        story = story_from_markdown(_with_chapters(text))
    else:
        cut: dict[str, Callable[[str], list[str]]] = {BREAKS: _BREAK.split, ITEMS: split_items, BLANK: _paragraphs}
        parts = cut[way](text) if way in cut else [text]
        if not title and (way == BLANK or (way == ITEMS and not ITEM.match(text.lstrip()))):
            title, author_above, parts = _titled(parts)
            author = author or author_above
        scenes = tuple(Scene(new_id(), text=part.strip()) for part in parts if part.strip())
        if not scenes:
            raise EmptyStoryError("This text has no words.")
        story = Story(new_id(), scenes=scenes)
    return in_its_language(replace(story, title=story.title or title, author=story.author or author))


def scenes_in(text: str) -> Story | None:
    """The story that a text is likely to be, None if it may as well be a single scene."""
    way = ways(text)[0]
    try:
        story = story_of(text, way)
    except EmptyStoryError:
        return None
    return story if len(story.scenes) >= (MANY_PARAGRAPHS if way == BLANK else 2) else None


def in_its_language(story: Story) -> Story:
    """A story that was read from a text, with the language that its script tells."""
    language = language_of_script(" ".join(one.text[:400] for one in story.scenes[:5]))
    return replace(story, language=language or story.language)


def tidied(text: str) -> tuple[str, str, str]:
    """Title and author of the block at the top, and the rest with all its headings marked by `#`."""
    title, author, text = without_front_matter(plain_lines(text))
    return title, author, _UNDERLINED.sub(_marked, text)


def _marked(found: re.Match[str]) -> str:
    words, line = found["words"].strip(), found["line"]
    if line[0] == "=":
        return f"# {words}"
    # A line of dashes also is a break between scenes: then what is over it is a sentence.
    heading = len(words) <= LONGEST_HEADING and words[-1] not in ".!?…,;:”\"'。！？，"
    return f"## {words}" if heading else found[0]


def _headings_of_one_level(text: str, titled: bool) -> str:
    """Every heading as a `## ` one; one `# ` over them is the title, if the story has none or deeper ones follow."""
    text = re.sub(r"^(#{1,6}[ \t]+\S.*?)[ \t]+#+[ \t]*$", r"\1", text, flags=re.MULTILINE)
    first = len(re.findall(r"^#[ \t]", text, re.MULTILINE))
    deeper = re.search(r"^#{2,6}[ \t]", text, re.MULTILINE)
    if first > 1 or (titled and not deeper):
        text = re.sub(r"^#(?=[ \t])", "##", text, flags=re.MULTILINE)
    return re.sub(r"^#{3,6}(?=[ \t])", "##", text, flags=re.MULTILINE)


def _chapter(line: str) -> str | None:
    """The heading of a line that begins a chapter, a scene or a page; pages and scenes without a name have an empty one."""
    if len(line) > LONGEST_HEADING:
        return None
    label = _LABEL.fullmatch(line)
    if label is not None:
        return label["name"] or label["called"] or ""
    return line.strip() if _CHAPTER.fullmatch(line) else None


def _with_chapters(text: str) -> str:
    """The text with its chapters as headings; one line before the first is the title, with an author under it or not."""
    lines = text.split("\n")
    headings = [_chapter(line) for line in lines]
    first = next((number for number, heading in enumerate(headings) if heading is not None), 0)
    before = [line.strip() for line in lines[:first] if line.strip()]
    marked = [
        line if heading is None else f"## {heading}".strip() for line, heading in zip(lines, headings, strict=True)
    ]
    names = bool(before) and len(before[0]) <= LONGEST_HEADING and before[0][-1] not in '.,;…”"。，'
    if names and (len(before) == 1 or (len(before) == 2 and author_of(before[1]))):
        marked[:first] = [f"# {before[0].lstrip('# ')}", *before[1:], ""]
    return "\n".join(marked)


def _titled(parts: list[str]) -> tuple[str, str, list[str]]:
    """Title and author, and the parts without them, if the first is a line like a title and most others are sentences."""
    lines = [line.strip(" #") for line in parts[0].split("\n") if line.strip(" #")] if parts else []
    rest = parts[1:]
    headings = any(one.startswith("#") for one in rest) or (bool(lines) and _chapter(lines[0]) is not None)
    like_a_title = not headings and bool(lines) and len(lines[0]) <= LONGEST_HEADING and lines[0][-1] not in _ENDS
    if not like_a_title or len(rest) < 2 or 2 * sum(one[-1] in _ENDS for one in rest) <= len(rest):
        return "", "", parts
    if len(lines) == 1 and (author := author_of(rest[0])):
        return lines[0], author, rest[1:]
    author = author_of(lines[-1])
    return (lines[0], author, rest) if len(lines) == 1 + bool(author) else ("", "", parts)


def _paragraphs(text: str) -> list[str]:
    return [one.strip() for one in re.split(r"\n\s*\n", text) if one.strip()]
