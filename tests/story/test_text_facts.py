"""Counting words and telling languages."""

from __future__ import annotations

from storyapp.story.text_facts import count_words, language_of_script, minutes_aloud


def test_words_are_counted_in_english_and_chinese() -> None:
    assert count_words("Pip's kite – the well-known one – flew.") == 6
    assert count_words("**Pip** ran") == 2
    assert count_words("小狐狸跑了 fast") == 6
    assert count_words("") == 0


def test_reading_aloud_takes_at_least_a_minute() -> None:
    assert minutes_aloud([""]) == 1
    assert minutes_aloud(["word " * 650, "word " * 650]) == 10
    assert minutes_aloud(["狐" * 2200]) == 10


def test_scripts_tell_languages() -> None:
    assert language_of_script("小狐狸在森林里。") == "zh"
    assert language_of_script("きつねが森を走った") == "ja"
    assert language_of_script("كان يا ما كان") == "ar"
    assert language_of_script("Der Fuchs lief.") is None
    assert language_of_script("狐") is None


def test_hindi_words_are_whole() -> None:
    assert count_words("एक लोमड़ी पतंग लेकर दौड़ी।") == 5 and language_of_script("एक लोमड़ी दौड़ी") == "hi"
