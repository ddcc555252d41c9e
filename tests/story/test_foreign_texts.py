"""Texts as other programs write them: headings of every kind, chapters, and a block of title and author on top."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyapp.story.errors import EmptyStoryError
from storyapp.story.foreign_texts import BLANK, BREAKS, CHAPTERS, HEADINGS, ITEMS, WHOLE, scenes_in, story_of, ways
from storyapp.story.markdown import story_from_markdown


def read(text: str, way: str = "") -> tuple[str, str, list[tuple[str, str]]]:
    story = story_of(text, way or ways(text)[0])
    return story.title, story.author, [(one.title, one.text) for one in story.scenes]


def test_texts_can_be_cut_in_many_ways() -> None:
    assert ways("# A\n\nb\n\nc") == [HEADINGS, BLANK, WHOLE]
    assert ways("a\n\n***\n\nb") == [BREAKS, BLANK, WHOLE]
    assert ways("a") == [WHOLE]
    assert ways("Chapter 1\n\na\n\nChapter 2\n\nb") == [CHAPTERS, BLANK, WHOLE]
    assert ways("# Book\n\nChapter 1\n\na\n\nChapter 2\n\nb") == [CHAPTERS, HEADINGS, BLANK, WHOLE]
    assert ways("## One\na\n## Two\nb\n## Three\n\nChapter 1\n")[:2] == [HEADINGS, CHAPTERS]
    assert ways("---\ntitle: X\n---\na") == [WHOLE]  # the block on top has no breaks between scenes


@pytest.mark.parametrize(
    "line",
    [
        "Chapter 1",
        "Chapter 1: The Fox",
        "CHAPTER IV",
        "Chapter One",
        "Chapter 3. ".rstrip(),
        "Chapter 12 – Who is it?",
        "Chapter 2 The Kite",
        "Part Two",
        "Kapitel 3",
        "Chapitre 2 : Le vent",
        "Prologue",
        "Epilogue",
        "第一章 狐狸",
        "第 3 回",
        "제 2 장 여우",
    ],
)
def test_a_line_that_is_called_a_chapter_is_one(line: str) -> None:
    assert ways(f"{line}\n\nA fox ran.")[0] == CHAPTERS
    assert read(f"{line}\n\nA fox ran.") == ("", "", [(line, "A fox ran.")])


@pytest.mark.parametrize(
    "line",
    [
        "Part of him was afraid.",
        "Part one of the plan was to run.",
        "Chapter houses are old",
        "A chapter 1",
        "Partly 3",
    ],
)
def test_a_sentence_is_no_chapter(line: str) -> None:
    assert CHAPTERS not in ways(f"{line}\n\nA fox ran.")


def test_the_lines_before_the_first_chapter_are_title_and_author_or_a_scene() -> None:
    chapters = "Chapter 1\n\nA fox.\n\nChapter 2\n\nA bear."
    scenes = [("Chapter 1", "A fox."), ("Chapter 2", "A bear.")]
    assert read(f"The Kite\nby Ada Lee\n\n{chapters}") == ("The Kite", "Ada Lee", scenes)
    assert read(f"# The Kite\n\n{chapters}") == ("The Kite", "", scenes)
    assert read(f"Long ago it rained.\n\n{chapters}") == ("", "", [("", "Long ago it rained."), *scenes])


def test_underlined_headings_are_headings() -> None:
    assert read("My Title\n========\n\nPart\n----\nhello\n\nOther\n-----\nbye") == (
        "My Title",
        "",
        [("Part", "hello"), ("Other", "bye")],
    )
    assert read("The fox ran.\n---\nThe bear slept.") == ("", "", [("", "The fox ran."), ("", "The bear slept.")])


def test_headings_of_every_depth_begin_scenes() -> None:
    text = "# Book\n\n## One\ntext *it*\n\n### Sub ###\nmore\n#tag\n\n## Two\nend"
    assert read(text) == ("Book", "", [("One", "text *it*"), ("Sub", "more\n#tag"), ("Two", "end")])
    assert read("### A\n\na\n\n### B\n\nb") == ("", "", [("A", "a"), ("B", "b")])


def test_title_and_author_of_the_block_on_top_are_read_and_the_block_is_gone() -> None:
    block = '---\ntitle: "The Kite: a story"\nauthor: Ann\ntags:\n  - fox\ndate: 2024-01-01\n---\n'
    assert read(f"{block}\n## One\n\na\n\n## Two\n\nb") == ("The Kite: a story", "Ann", [("One", "a"), ("Two", "b")])
    assert read(f"{block}# One\n\na") == ("The Kite: a story", "Ann", [("One", "a")])
    assert read(f"{block}a\n\nb", BLANK) == ("The Kite: a story", "Ann", [("", "a"), ("", "b")])
    assert read("---\ntitle: X\n---\n# My Book\nby Bo\n\n## One\na") == ("My Book", "Bo", [("One", "a")])
    assert read("---\nauthors:\n  - Ann\n  - 'Bo Li'\n---\na") == ("", "Ann, Bo Li", [("", "a")])
    assert read("---\nauthor: [Ann, Bo]\n...\na")[1] == "Ann, Bo"
    story = story_from_markdown(f"{block}## One\n\na")  # on the command line too
    assert (story.title, story.author, len(story.scenes)) == ("The Kite: a story", "Ann", 1)


def test_dashes_on_top_of_a_story_are_no_block() -> None:
    assert read("---\nThe fox said: run\nand it ran.\n---\nThe end.", BREAKS)[2] == [
        ("", "The fox said: run\nand it ran."),
        ("", "The end."),
    ]
    assert read("---\nFox: hello\nBear: hi\n---\nThe end.", BREAKS)[2] == [
        ("", "Fox: hello\nBear: hi"),
        ("", "The end."),
    ]


def test_a_text_without_words_is_told() -> None:
    for text in ("", "---\ntitle: X\n---\n", "***\n"):
        with pytest.raises(EmptyStoryError):
            read(text)


@given(st.text(alphabet="# -=*\nabC1:.", max_size=120))
def test_every_way_offered_keeps_every_letter(text: str) -> None:
    for way in ways(text):
        try:
            story = story_of(text, way)
        except EmptyStoryError:
            continue
        kept = "".join([story.title, story.author, *(one.title + one.text for one in story.scenes)])
        assert sorted(c for c in text if c.isalpha()) == sorted(c for c in kept if c.isalpha())


@pytest.mark.parametrize(
    "text",
    [
        "1. Ann ran.\n2. Ben swam.\n3. It rained.",
        "1) Ann ran.\n\n2) Ben swam.\n\n3) It rained.",
        "• Ann ran.\n• Ben swam.\n\n\n• It rained.",
        "* Ann ran.\n* Ben swam.\n* It rained.",
        "1、Ann ran.\n2、Ben swam.\n3、It rained.",
        "Page 1\nAnn ran.\nPage 2\nBen swam.\n\nPages 3-4\nIt rained.",
        "Scene One:\n\nAnn ran.\n\nScene Two:\n\nBen swam.\n\nScene Three:\n\nIt rained.",
        "第1页\nAnn ran.\n第2页\nBen swam.\n第3页\nIt rained.",
    ],
)
def test_numbers_bullets_and_labels_of_pages_begin_scenes_and_are_not_told(text: str) -> None:
    scenes = [("", "Ann ran."), ("", "Ben swam."), ("", "It rained.")]
    assert read(text) == ("", "", scenes)
    assert read(f"Our Trip\nby Class 2b\n\n{text}") == ("Our Trip", "Class 2b", scenes)
    assert read(f"# Our Trip\n\nby Class 2b\n\n{text}") == ("Our Trip", "Class 2b", scenes)


def test_a_scene_or_page_keeps_its_name() -> None:
    text = "Scene 1: The tree\nAnn ran.\nScene 2 – The pond\nBen swam."
    assert read(text) == ("", "", [("The tree", "Ann ran."), ("The pond", "Ben swam.")])


@pytest.mark.parametrize(
    "text",
    [
        "Ann had 3 wishes.\n\nBen had none.",
        "– Who is it?\n– The fox.\n– Come in.",
        "2019. It was a cold year.\n2020. It was warm.",
        "1. Ann ran.\n2. Ben swam.",
        "Ann ran.\n**Ben** swam.\n***\nIt *rained*.",
        "Page after page she read.\nScene by scene.",
    ],
)
def test_what_is_no_list_is_not_cut_as_one(text: str) -> None:
    assert not {ITEMS, CHAPTERS} & set(ways(text))


def test_a_line_over_paragraphs_is_their_title() -> None:
    scenes = [("", "Ann ran."), ("", "Ben swam."), ("", "It rained.")]
    text = "Ann ran.\n\nBen swam.\n\nIt rained."
    assert read(f"The Trip\n\n{text}", BLANK) == ("The Trip", "", scenes)
    assert read(f"The Trip\n\nby Ann Lee\n\n{text}", BLANK) == ("The Trip", "Ann Lee", scenes)
    assert read(text, BLANK) == ("", "", scenes)
    assert read(f"# One\n\n{text}\n\n# Two\n\nThe end.", BLANK)[0] == ""
    assert read(f"Chapter 1\n\n{text}", BLANK)[0] == ""
    assert read("Ann has a dog\n\nit is big\n\nthey run", BLANK)[0] == ""


def test_words_that_may_be_one_scene_are_no_story() -> None:
    assert scenes_in("Ann ran.\n\nBen swam.\n\nIt rained.") is None
    assert scenes_in("Ann ran.") is None and scenes_in("***\n\n***") is None and scenes_in("") is None
    for text in ("A.\n\nB.\n\nC.\n\nD.", "1. A.\n2. B.\n3. C.", "A.\n---\nB.", "# T\n\nA.\n\nB."):
        assert scenes_in(text) is not None
