"""Stories as Markdown and plain text, in and out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyapp import paths
from storyapp.story.errors import EmptyStoryError
from storyapp.story.finding import Search, replace_words
from storyapp.story.markdown import split_plain_text, story_from_markdown, story_to_markdown
from storyapp.story.model import Character, Scene, Story, one_line

BOOK = """# The Kite

by Ada Lee

## Characters

- **Mia** (also: Mimi, the girl): a girl in a red coat
- **Pip**: a fox
* **Will**

## Morning

Mia met Pip.

They ran.

##

Rain.
"""

line = st.text(alphabet="abc XYZ'’,.!?é明-", min_size=1, max_size=20).map(str.strip).filter(bool)
word = st.text(alphabet="abcXYZé明", min_size=1, max_size=8)
heading = line.filter(lambda words: words.lower() not in ("characters", "cast", "人物"))
prose = st.lists(st.one_of(line, st.just("")), max_size=5).map(lambda lines: "\n".join(lines).strip())


@st.composite
def stories(draw: st.DrawFn) -> Story:
    scenes = draw(st.lists(st.builds(Scene, st.just(""), st.one_of(st.just(""), heading), prose), max_size=4))
    names = draw(st.lists(word, max_size=3))
    characters = [
        Character("", name, tuple(draw(st.lists(word, max_size=2))), draw(st.one_of(st.just(""), line)))
        for name in names
    ]
    title, author = draw(st.one_of(st.just(""), line)), draw(st.one_of(st.just(""), line))
    return Story("", title, author, scenes=tuple(scenes), characters=tuple(characters))


def words_of(story: Story) -> Story:
    """The story without its ids."""
    return replace(
        story,
        id="",
        scenes=tuple(replace(one, id="") for one in story.scenes),
        characters=tuple(replace(one, id="") for one in story.characters),
    )


def test_a_book_is_read_with_title_author_characters_and_scenes() -> None:
    story = story_from_markdown(BOOK)
    assert (story.title, story.author) == ("The Kite", "Ada Lee")
    assert [(one.name, one.aliases, one.description) for one in story.characters] == [
        ("Mia", ("Mimi", "the girl"), "a girl in a red coat"),
        ("Pip", (), "a fox"),
        ("Will", (), ""),
    ]
    assert [(one.title, one.text) for one in story.scenes] == [("Morning", "Mia met Pip.\n\nThey ran."), ("", "Rain.")]
    ids = [story.id, *(one.id for one in (*story.scenes, *story.characters))]
    assert all(ids) and len(set(ids)) == len(ids)


@given(stories())
def test_what_was_written_is_read_back(story: Story) -> None:
    assert words_of(story_from_markdown(story_to_markdown(story))) == story


def test_the_bundled_stories_are_read_and_written_alike() -> None:
    files = sorted((paths.resources() / "stories").glob("*.md"))
    assert files
    for file in files:
        story = story_from_markdown(file.read_text(encoding="utf-8"))
        assert story.title and story.scenes
        assert words_of(story_from_markdown(story_to_markdown(story))) == words_of(story)


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff", "\x00\x01", "\r\n\r\n"])
def test_a_file_without_words_is_refused(text: str) -> None:
    with pytest.raises(EmptyStoryError, match="no words"):
        story_from_markdown(text)


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_endings_and_the_byte_order_mark_do_not_matter(ending: str) -> None:
    other = "\ufeff" + BOOK.replace("\n", ending)
    assert words_of(story_from_markdown(other)) == words_of(story_from_markdown(BOOK))


def test_control_characters_are_left_out() -> None:
    assert story_from_markdown("# A\x00B\n\n## C\n\nd\x1b\x7fe\tf").title == "AB"
    assert story_from_markdown("## C\n\nd\x1b\x7fe\tf").scenes[0].text == "de\tf"


def test_plain_text_is_split_at_breaks_else_at_blank_lines() -> None:
    assert split_plain_text("One.\n\nStill one.\n---\nTwo.\n * * * \nThree.") == [
        "One.\n\nStill one.",
        "Two.",
        "Three.",
    ]
    assert split_plain_text("One\nline.\n \n\n\nTwo.\n") == ["One\nline.", "Two."]
    assert split_plain_text("--\n- - a") == ["--\n- - a"]
    assert split_plain_text("---\n***\n___") == []
    story = story_from_markdown("# Kite\n\nOne.\n\nTwo.")
    assert (story.title, [one.text for one in story.scenes]) == ("Kite", ["One.", "Two."])


def test_words_before_the_first_heading_are_a_scene() -> None:
    story = story_from_markdown("# Kite\n\nOnce.\n\nTwice.\n\n## Later\n\nThen.")
    assert [(one.title, one.text) for one in story.scenes] == [("", "Once.\n\nTwice."), ("Later", "Then.")]


def test_a_story_without_title_gets_no_scene_more() -> None:
    story = Story("", author="Ada", scenes=(Scene("", "One", "Rain."),))
    assert words_of(story_from_markdown(story_to_markdown(story))) == story


def test_a_first_sentence_with_by_is_no_author() -> None:
    story = story_from_markdown("# Kite\n\nBy the sea lived a fox.\n\nIt ran.")
    assert story.author == ""
    assert [one.text for one in story.scenes] == ["By the sea lived a fox.", "It ran."]


@pytest.mark.parametrize("written", ["by Ada Lee", "By Ada Lee", "Author: Ada Lee", "BY Ada Lee", "*by Ada Lee*"])
def test_an_author_is_read_in_any_of_the_usual_forms(written: str) -> None:
    assert story_from_markdown(f"# Kite\n{written}\n\n## One\n\nRain.").author == "Ada Lee"


def test_a_scene_called_cast_keeps_its_words() -> None:
    story = Story("", "Kite", scenes=(Scene("", "Cast", "The cast went home."),))
    assert words_of(story_from_markdown(story_to_markdown(story))) == story


def test_a_description_of_several_lines_is_written_whole() -> None:
    story = Story("", "Kite", characters=(Character("", "Pip", description="a fox\n\nin a red coat"),))
    (pip,) = story_from_markdown(story_to_markdown(story)).characters
    assert pip.description == "a fox in a red coat"


def test_chinese_sections_are_understood() -> None:
    story = story_from_markdown("# 风筝\n\n## 人物\n\n- **小明**：\n- **小红**: 一个女孩\n\n## 早晨\n\n小红跑了。")
    assert story.title == "风筝"
    assert ("小红", "一个女孩") in [(one.name, one.description) for one in story.characters]
    assert [one.title for one in story.scenes] == ["早晨"]


def test_a_chinese_author_and_cast_are_read_with_their_own_colons_and_commas() -> None:
    story = story_from_markdown(
        "# 风筝\n\n作者：李明\n\n## 角色\n\n- **小橙**（也叫：橙橙、小狐狸）：一只小狐狸\n- **奶奶**: 一位老奶奶\n\n## 早上\n\n小橙在跑。"
    )
    assert story.author == "李明" and [one.title for one in story.scenes] == ["早上"]
    assert [(one.name, one.aliases, one.description) for one in story.characters] == [
        ("小橙", ("橙橙", "小狐狸"), "一只小狐狸"),
        ("奶奶", (), "一位老奶奶"),
    ]
    assert story_from_markdown("# 风筝\n\n## 一\n\n作者在写信。").author == ""


def test_deeper_headings_and_tags_are_words() -> None:
    story = story_from_markdown("## One\n\n### Not a scene\n#tag\n##tag")
    assert [one.text for one in story.scenes] == ["### Not a scene\n#tag\n##tag"]


@given(st.text(max_size=200))
def test_any_text_is_a_story_or_has_no_words(text: str) -> None:
    try:
        story = story_from_markdown(text)
    except EmptyStoryError:
        return
    again = story_from_markdown(story_to_markdown(story))
    assert words_of(again).title == story.title


def test_titles_and_headings_are_one_line_however_they_come_in() -> None:
    scene = Scene("a", "One\n\n## Two", "Words.")
    broken = Story("s", "The\r\nKite", "Ada\n## Lee", scenes=(scene,), characters=(Character("p", "Pip\nthe  fox"),))
    assert (broken.title, broken.author, broken.scenes[0].title) == ("The Kite", "Ada ## Lee", "One ## Two")
    read = story_from_markdown(story_to_markdown(broken))
    assert (read.title, read.author, read.characters[0].name) == ("The Kite", "Ada ## Lee", "Pip the fox")
    assert [one.title for one in read.scenes] == ["One ## Two"]
    renamed, count = replace_words(broken, Search("One "), "Two\n\n## ")
    assert count == 1 and len(story_from_markdown(story_to_markdown(renamed)).scenes) == 1
    assert one_line("第一章　开始 ") == "第一章　开始 "  # a space that is being typed stays


def test_a_chinese_story_is_written_in_chinese_words() -> None:
    cast = (
        Character("c", "阿福", ("小兔", "福福"), "一只白色的小兔"),
        Character("d", "Tom", (), "a boy in a red shirt"),
    )
    scenes = (Scene("s", "下雪了", "早上，阿福在雪地里跑来跑去。"),)
    story = Story("x", "雪人", "王小明", scenes=scenes, characters=cast, language="zh")
    text = story_to_markdown(story)
    assert text.startswith("# 雪人\n\n作者：王小明\n\n## 人物\n\n- **阿福**（又名：小兔、福福）：一只白色的小兔\n")
    assert words_of(story_from_markdown(text)) == words_of(replace(story, language="en"))
    english = replace(story, title="Snow", scenes=(Scene("s", "One", "It snowed."),), language="en")
    assert "\nby 王小明\n" in story_to_markdown(english)


def test_a_cast_may_be_a_plain_list_and_what_else_stands_there_is_a_scene() -> None:
    cast = "- Oona (also: Oo): a girl: small, with red hair\n* Bert：a grandfather\n- **Rex**\n"
    story = story_from_markdown(f"# Tea\n\n## Characters\n\n{cast}\n## One\n\nOona sat.\n")
    assert [(one.name, one.aliases, one.description) for one in story.characters] == [
        ("Oona", ("Oo",), "a girl: small, with red hair"), ("Bert", (), "a grandfather"), ("Rex", (), ""),
    ]  # fmt: skip
    assert [one.title for one in story.scenes] == ["One"]
    mixed = story_from_markdown(f"# Tea\n\n## Cast\n\n{cast}\nThey were old friends.\n\n## One\n\nOona sat.\n")
    assert len(mixed.characters) == 3
    assert [(one.title, one.text) for one in mixed.scenes] == [("Cast", "They were old friends."), ("One", "Oona sat.")]


def test_a_scene_that_is_called_cast_stays_one() -> None:
    story = story_from_markdown("# Tea\n\n## Cast\n\n- a list\n- of things\n\n## One\n\nOona sat.\n")
    assert not story.characters and story.scenes[0].text == "- a list\n- of things"
