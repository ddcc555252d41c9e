"""Bold and italic as marks in the text."""

from __future__ import annotations

import pytest

from storyapp.story.emphasis import Run, blanked, runs, toggled, toggled_at, without_marks
from storyapp.story.model import text_hash


def test_marks_become_faces_with_their_places() -> None:
    assert runs("A **big** and *very **old*** bear") == [
        Run("A ", 0),
        Run("big", 4, bold=True),
        Run(" and ", 9),
        Run("very ", 15, italic=True),
        Run("old", 22, bold=True, italic=True),
        Run(" bear", 28),
    ]


@pytest.mark.parametrize("text", ["2 * 3 * 4", "a * b", "2*3*4", "**", "* a list\n* of two", "one *open"])
def test_stars_that_are_no_marks_stay(text: str) -> None:
    assert without_marks(text) == text
    assert blanked(text) == text


def test_blanked_words_stay_where_they_are() -> None:
    text = "The **fox** *ran*!"
    assert blanked(text) == "The   fox    ran !"
    assert len(blanked(text)) == len(text)


def test_bold_words_leave_a_picture_as_new_as_it_was() -> None:
    assert text_hash("The **fox** *ran*!") == text_hash("The fox ran!") == text_hash(blanked("The **fox** *ran*!"))
    assert text_hash("The fox ran!") != text_hash("The fox sat!")


def test_toggling_puts_marks_on_and_takes_them_away() -> None:
    assert toggled("The fox ran", 4, 8, "**") == ("The **fox** ran", 6, 9)
    assert toggled("The **fox** ran", 6, 9, "**") == ("The fox ran", 4, 7)
    assert toggled("The **fox** ran", 4, 11, "**") == ("The fox ran", 4, 7)
    assert toggled("The **fox** ran", 6, 9, "*") == ("The ***fox*** ran", 7, 10)
    assert toggled("The ***fox*** ran", 7, 10, "*") == ("The **fox** ran", 6, 9)
    assert toggled("The  ran", 4, 4, "*") == ("The ** ran", 5, 5)


NO_WORD = (0, 0)


@pytest.mark.parametrize(
    ("text", "word", "mark", "after"),
    [
        ("|", NO_WORD, "**", "**|**"),
        ("**|**", NO_WORD, "**", "|"),
        ("He was happy.|", (12, 13), "*", "He was happy.*|*"),
        ("He was ha|ppy.", (7, 12), "*", "He was *ha|ppy*."),
        ("He was *ha|ppy*.", (8, 13), "*", "He was ha|ppy."),
        ("**bold|**", (2, 6), "**", "**bold**|"),
        ("**bold |**", (2, 6), "**", "**bold** |"),
        ("**bold**|", NO_WORD, "**", "**bold|**"),
        ("a **b *c|* d** e", (7, 8), "*", "a **b *c*| d** e"),
        ("***both|*** on", (3, 7), "*", "***both***| on"),
        ("*thin|*", (1, 5), "**", "***thin|***"),
        ("2 * 3|", (4, 5), "**", "2 * **3|**"),
    ],
)
def test_without_a_selection_the_word_is_marked_or_the_cursor_goes_in_or_out(
    text: str, word: tuple[int, int], mark: str, after: str
) -> None:
    new, place = toggled_at(text.replace("|", ""), text.index("|"), word, mark)
    assert f"{new[:place]}|{new[place:]}" == after
