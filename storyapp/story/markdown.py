"""A story as Markdown or plain text, in and out.

`# Title`, a line `by Author`, a section `## Characters` with one `- **Name** (also: …): description` a line,
and one `## Heading` a scene; in Chinese `作者：`, `## 人物` and `（又名：…）`. A text without headings is split at `---`
lines, else at the numbers or bullets of a list, else at blank lines.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .errors import EmptyStoryError
from .model import Character, Scene, Story, new_id, one_line
from .text_facts import language_of_script

FEWEST_ITEMS = 3
LONGEST_OPENING = 200  # letters before the first number or bullet of a list of scenes
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_CHARACTER = re.compile(
    r"^[-*]\s+(?:\*\*(?P<bold>.+?)\*\*|(?P<plain>[^*:：(（]{1,60}?)(?=\s*(?:[(（][^)）]*[)）]\s*)?[:：]))"
    r"\s*(?:[(（](?:also|也叫|又名)[:：]\s*(?P<also>[^)）]*)[)）])?\s*(?:[:：]\s*(?P<about>.*))?$"
)  # without stars a name needs its colon
_BREAK = re.compile(r"^\s*(?:-{3,}|\*{3,}|\* \* \*|_{3,})\s*$", re.MULTILINE)
ITEM = re.compile(
    r"^[ \t]*(?:[•◦▪■●‣·][ \t]*|\*[ \t]+(?=[^\s*])|\(?(?P<number>\d{1,2})(?:[.)][ \t]+|[、．][ \t]*))(?=\S)",
    re.MULTILINE,
)  # a dash may open what somebody says
_AUTHOR = re.compile(  # "By the sea lived a fox." is a sentence
    r"^(?:(?:by|BY|[Aa]uthor:|By(?!.*[.!?…]$))\s+|作者\s*[:：]\s*)(.+)$"
)
_PICTURE = re.compile(
    r"^!\[[^\]\n]*\]\((?:<[^>\n]*>|[^)\n]*)\)[ \t]*\n?", re.MULTILINE
)  # alone on its line; pictures are painted anew
_FRONT = re.compile(
    r"\s*---[ \t]*\n(?P<inside>(?:[ \t]*(?:\#.*)?\n|\w[\w -]*:.*\n|[ \t]+[^\s#].*\n|-[ \t].*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_FRONT_KEYS = re.compile(r"^(?:title|authors?|date|lang|language|layout|subtitle|tags):", re.MULTILINE | re.IGNORECASE)
_KEY = re.compile(r"^(title|authors?):[ \t]*(.*)((?:\n[ \t]*-[ \t].*)*)", re.MULTILINE | re.IGNORECASE)
_CAST = ("characters", "cast", "人物", "角色")


@dataclass(frozen=True)
class _BookWords:
    """The words of a written story that are not the author's, in a language; places are for `str.format`."""

    by: str = "by {}"
    cast: str = "Characters"
    also: str = " (also: {})"
    comma: str = ", "
    colon: str = ": "


_BOOK_WORDS = {"zh": _BookWords("作者：{}", "人物", "（又名：{}）", "、", "：")}


def story_from_markdown(text: str) -> Story:
    """Read a story.

    Raises:
        EmptyStoryError: if there are no words in it.
    """
    front_title, front_author, text = without_front_matter(plain_lines(text))
    text = _PICTURE.sub("", text)
    if not text.strip():
        raise EmptyStoryError("This file has no words; write a story, one scene a heading, and try again.")
    title, author, lines = _head(text.split("\n"))
    title, author = title or front_title, author or front_author
    sections = _sections(lines)
    if all(heading is None for heading, _ in sections):
        scenes = [Scene(new_id(), text=part) for part in split_plain_text("\n".join(lines))]
        return Story(new_id(), title, author, scenes=tuple(scenes))
    characters: list[Character] = []
    scenes = []
    for heading, body in sections:
        if heading is not None and heading.strip().lower() in _CAST:
            named, body = _characters(body)
            characters += named
            if not body.strip():
                continue  # what else stands there is a scene that is called so
        if heading is not None or body.strip():
            scenes.append(Scene(new_id(), title=(heading or "").strip(), text=body.strip("\n").rstrip()))
    return Story(new_id(), title, author, scenes=tuple(scenes), characters=tuple(characters))


def plain_lines(text: str) -> str:
    """A text without its byte order mark and control characters, every line ending in one line feed."""
    return _CONTROL.sub("", text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))


def without_front_matter(text: str) -> tuple[str, str, str]:
    """Title and author of the block of `key: value` lines at the top of a text, as other programs write it, and the rest."""
    block = _FRONT.match(text)
    if block is None or not _FRONT_KEYS.search(block["inside"]):
        return "", "", text
    found = {}
    for key, value, items in _KEY.findall(block["inside"] + "\n"):
        names = [one.strip().strip("\"'") for one in re.split(r"\n[ \t]*-[ \t]|,", value.strip().strip("[]") + items)]
        whole = value.strip().strip("\"'")
        found[key.lower()] = ", ".join(one for one in names if one) if key.lower() != "title" else whole
    return (
        one_line(found.get("title", "")),
        one_line(found.get("author") or found.get("authors", "")),
        text[block.end() :],
    )


def author_of(line: str) -> str:
    """Who a line such as "by Ada Lee" names, or nothing."""
    match = _AUTHOR.match(line.strip(" \t*_"))  # often in italics
    return match.group(1).strip() if match else ""


def _head(lines: list[str]) -> tuple[str, str, list[str]]:
    title = author = ""
    while lines and not lines[0].strip():
        lines = lines[1:]
    if lines and re.match(r"^#(\s|$)", lines[0]):
        title, lines = lines[0][1:].strip(), lines[1:]
        rest = [line for line in lines if line.strip()]
        author = author_of(rest[0]) if rest else ""
        if author:
            lines = lines[lines.index(rest[0]) + 1 :]
    return title, author, lines


def _sections(lines: list[str]) -> list[tuple[str | None, str]]:
    found: list[tuple[str | None, list[str]]] = [(None, [])]
    for line in lines:
        if re.match(r"^##(\s|$)", line):
            found.append((line[2:].strip(), []))
        else:
            found[-1][1].append(line)
    return [(heading, "\n".join(body)) for heading, body in found if heading is not None or "".join(body).strip()]


def _characters(body: str) -> tuple[list[Character], str]:
    """The characters of a cast, and the lines that name none."""
    found, others = [], []
    for line in body.split("\n"):
        match = _CHARACTER.match(line.strip())
        if match is None:
            others.append(line)
            continue
        aliases = tuple(one.strip() for one in re.split("[,，、]", match["also"] or "") if one.strip())
        name = (match["bold"] or match["plain"]).strip()
        found.append(Character(new_id(), name, aliases, (match["about"] or "").strip()))
    return found, "\n".join(others)


def split_plain_text(text: str) -> list[str]:
    """The scenes of a plain text: at lines of `---` or `***`, else the items of a list, else at blank lines."""
    parts = _BREAK.split(text) if _BREAK.search(text) else split_items(text) or re.split(r"\n\s*\n", text)
    return [part.strip() for part in parts if part.strip()]


def split_items(text: str) -> list[str]:
    """The items of a text that is a list: numbered from 1, or else with bullets; what stands over them is the first."""
    found = list(ITEM.finditer(text))
    numbered = [one for one in found if one["number"]]
    if [int(one["number"]) for one in numbered] != list(range(1, len(numbered) + 1)):
        return []
    marks = numbered or found
    if len(marks) < FEWEST_ITEMS or marks[0].start() > LONGEST_OPENING:
        return []
    ends = [*(one.start() for one in marks[1:]), len(text)]
    parts = [text[: marks[0].start()], *(text[one.end() : end] for one, end in zip(marks, ends, strict=True))]
    return [one.strip() for one in parts if one.strip()]


def story_to_markdown(story: Story, pictures: Mapping[str, str] | None = None) -> str:
    """Write a story; `story_from_markdown` reads it back. `pictures` are the files of pictures by scene id."""
    language = language_of_script(" ".join([story.title, *(one.text for one in story.scenes)])) or story.language
    words = _BOOK_WORDS.get(language, _BookWords())
    parts = [f"# {one_line(story.title)}".rstrip()]
    if story.author:
        parts.append(words.by.format(one_line(story.author)))
    if story.characters:
        lines = []
        for one in story.characters:
            also = words.also.format(words.comma.join(one.aliases)) if one.aliases else ""
            about = re.sub(r"\s*[\r\n]\s*", " ", one.description.strip())  # one line a character
            lines.append(f"- **{one_line(one.name)}**{also}" + (f"{words.colon}{about}" if about else ""))
        parts.append(f"## {words.cast}\n\n" + "\n".join(lines))
    for scene in story.scenes:
        parts.append(f"## {one_line(scene.title)}".rstrip())
        if pictures and scene.id in pictures:
            shown = re.sub(r"[\[\]\n]", " ", scene.title).strip()
            parts.append(f"![{shown}](<{pictures[scene.id]}>)")
        if scene.text.strip():
            parts.append(scene.text.rstrip())
    return "\n\n".join(parts) + "\n"
