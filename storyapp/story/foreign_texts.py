"""Texts from elsewhere as stories: how one can be cut into scenes, and the story that it becomes.

What other programs write is understood besides our own Markdown: a block of `title:` and `author:` at the top,
headings that are underlined, headings of any depth, and chapters that are only called so.
"""

from __future__ import annotations

import re
from dataclasses import replace

from .errors import EmptyStoryError
from .markdown import author_of, plain_lines, story_from_markdown, without_front_matter
from .model import Scene, Story, new_id
from .text_facts import language_of_script

HEADINGS, CHAPTERS, BLANK, BREAKS, WHOLE = "headings", "chapters", "blank", "breaks", "whole"
LONGEST_HEADING = 80  # letters of a line that can be a heading without a mark of one
_HEADING = re.compile(r"^#{1,6}(?:[ \t]|$)", re.MULTILINE)
_BREAK = re.compile(r"^\s*(?:-{3,}|\*{3,}|\* \* \*|_{3,}|#)\s*$", re.MULTILINE)
_UNDERLINED = re.compile(r"(?:(?<=\n\n)|\A)(?P<words>[^\s#>|-][^\n]*)\n(?P<line>={3,}|-{3,})[ \t]*$", re.MULTILINE)
_NUMBERS = (
    r"\d+|[ivxlc]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|twenty(?:[- ]\w+)?|the\s+(?:first|second|third|fourth|fifth|last)"
)
_CHAPTER = re.compile(
    r"[ \t]*(?:"
    rf"(?:chapter|part|kapitel|teil|chapitre|partie|cap[íi]tulo|parte|capitolo|hoofdstuk|deel|глава|часть)"
    rf"[ \t]+(?:{_NUMBERS})(?:\.|[ \t]*[:–—-][ \t]*\S.*|[ \t]+[^\n]*[^\s.,;!?…”\"])?"
    r"|(?:prologue|epilogue|prolog|epilog|pr[óo]logo|ep[íi]logo|épilogue|prologo|epilogo)(?:[ \t]*[:–—-][ \t]*\S.*)?"
    r"|第[ \t]*[0-9〇零一二三四五六七八九十百两]+[ \t]*[章节回部幕][^\n。！？]*"
    r"|(?:序章|序幕|楔子|尾声)"
    r"|제[ \t]*\d+[ \t]*[장화부][^\n.!?]*"
    r")[ \t]*",
    re.IGNORECASE,
)


def ways(text: str) -> list[str]:
    """How a text can be cut into scenes; the likeliest first."""
    text = tidied(text)[2]
    headings, chapters = len(_HEADING.findall(text)), sum(map(_is_chapter, text.split("\n")))
    found = [HEADINGS] if headings else []
    if chapters:
        found.insert(0 if chapters > headings else 1, CHAPTERS)
    found += [BREAKS] if _BREAK.search(text) else []
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
        parts = [text] if way == WHOLE else (_BREAK.split(text) if way == BREAKS else re.split(r"\n\s*\n", text))
        scenes = tuple(Scene(new_id(), text=part.strip()) for part in parts if part.strip())
        if not scenes:
            raise EmptyStoryError("This text has no words.")
        story = Story(new_id(), scenes=scenes)
    return in_its_language(replace(story, title=story.title or title, author=story.author or author))


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


def _is_chapter(line: str) -> bool:
    return len(line) <= LONGEST_HEADING and _CHAPTER.fullmatch(line) is not None


def _with_chapters(text: str) -> str:
    """The text with its chapters as headings; one line before the first is the title, with an author under it or not."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if _is_chapter(line)), 0)
    before = [line.strip() for line in lines[:first] if line.strip()]
    marked = [f"## {line.strip()}" if _is_chapter(line) else line for line in lines]
    names = bool(before) and len(before[0]) <= LONGEST_HEADING and before[0][-1] not in '.,;…”"。，'
    if names and (len(before) == 1 or (len(before) == 2 and author_of(before[1]))):
        marked[:first] = [f"# {before[0].lstrip('# ')}", *before[1:], ""]
    return "\n".join(marked)
