"""Words found and replaced in title, headings, synopses and texts."""

from __future__ import annotations

from storyapp.story.finding import Hit, Search, hits, replace_hit, replace_words
from storyapp.story.model import Scene, Story


def story() -> Story:
    scenes = (
        Scene("a", "The kite", "He ran. The hen said “He can’t.”"),
        Scene("b", text="Then she slept.", synopsis="the end"),
    )
    return Story("s", "The fox", scenes=scenes)


def test_hits_come_in_the_order_of_the_story_its_title_first() -> None:
    found = hits(story(), Search("the"))
    assert [(one.scene_id, one.field) for one in found] == [
        ("", "title"),
        ("a", "title"),
        ("a", "text"),
        ("b", "synopsis"),
        ("b", "text"),
    ]
    assert found[0] == Hit("", "title", 0, 3)
    assert hits(story(), Search("")) == []


def test_whole_words_leave_longer_ones_alone() -> None:
    changed, count = replace_words(story(), Search("he", whole=True), "she")
    assert count == 2
    assert changed.scene("a").text == "She ran. The hen said “She can’t.”"
    assert changed.scene("b").text == "Then she slept."
    assert changed.scenes[1] is not None and changed.title == "The fox"


def test_replacing_counts_title_headings_and_words() -> None:
    changed, count = replace_words(story(), Search("THE"), "a")
    assert count == 5
    assert (changed.title, changed.scene("a").title, changed.scene("b").text) == ("a fox", "a kite", "an she slept.")
    same, count = replace_words(story(), Search("THE", match_case=True), "a")
    assert count == 0 and same == story()


def test_what_is_typed_small_keeps_the_capitals_of_the_story() -> None:
    assert replace_words(story(), Search("fox"), "bear")[0].title == "The bear"
    assert replace_words(story(), Search("the"), "one")[0].title == "One fox"
    assert replace_words(story(), Search("The", match_case=True), "one")[0].title == "one fox"


def test_words_are_replaced_literally() -> None:
    changed, count = replace_words(story(), Search("."), r"\1 (?)")
    assert count == 3
    assert changed.scene("b").text == r"Then she slept\1 (?)"


def test_plain_quotes_find_round_ones() -> None:
    assert len(hits(story(), Search("can't"))) == 1
    assert len(hits(story(), Search('"he'))) == 1


def test_one_hit_is_replaced_in_the_title_or_in_a_scene() -> None:
    search = Search("fox")
    changed, end = replace_hit(story(), search, hits(story(), search)[0], "old bear")
    assert changed.title == "The old bear" and end == 12
    search = Search("slept")
    changed, _ = replace_hit(story(), search, hits(story(), search)[0], "ran")
    assert changed.scene("b").text == "Then she ran."
