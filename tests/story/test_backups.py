"""Rolling backups: made, verified, thinned out, found again and put back."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from storyapp.story.backups import (
    Backup,
    list_backups,
    make_backup,
    newest_good,
    restore_backup,
    superfluous,
    versions_of,
)
from storyapp.story.errors import DamagedStoryError, StoryFileError
from storyapp.story.model import Scene, Story
from storyapp.story.store import StoryFile
from storyapp.story.story_files import read_story

NOON = datetime(2026, 5, 4, 12, 0, 0)


def story(words: str, key: str = "s") -> Story:
    return Story(key, "Kite", scenes=(Scene("a", "One", words),))


def make(path: Path, *texts: str, key: str = "s") -> list[Path]:
    """Backups of a story at one text after another, a minute apart."""
    made = []
    with StoryFile.create(path, story(texts[0], key)) as opened:
        for minute, words in enumerate(texts):
            opened.save(story(words, key))
            made.append(make_backup(opened, path.parent / "Backups", now=NOON + timedelta(minutes=minute)))
    return made


def test_a_backup_holds_the_story_and_an_equal_one_is_not_made_twice(tmp_path: Path) -> None:
    first, again, other = make(tmp_path / "kite.story", "Wind.", "Wind.", "Rain.")
    assert first == again != other
    assert read_story(first)[0] == story("Wind.")
    assert read_story(other)[0] == story("Rain.")


def test_a_backup_that_cannot_be_read_back_is_no_backup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kite.story"
    (good,) = make(path, "Wind.")

    def cut_short(self: StoryFile, target: Path, pictures: bool = True) -> None:
        target.write_bytes(b"SQLite format 3\0")

    monkeypatch.setattr(StoryFile, "copy_to", cut_short)
    with StoryFile.open(path) as opened:
        opened.save(story("Rain."))
        with pytest.raises(DamagedStoryError):
            make_backup(opened, path.parent / "Backups")
    assert [one.path for one in list_backups(tmp_path / "Backups", path)] == [good]


def at(made: datetime) -> Backup:
    return Backup(made, 0, Path(f"{made:%d %H.%M}.story"), "000000", "kite")


def test_the_older_they_are_the_fewer_are_kept() -> None:
    every = [at(NOON - timedelta(minutes=5 * step)) for step in range(12 * 24 * 90)]
    gone = set(superfluous(every, NOON))
    kept = [one for one in every if one not in gone]
    assert kept[:10] == every[:10]
    ages = [NOON - one.made for one in kept]
    assert sum(age < timedelta(days=1) for age in ages) == pytest.approx(10 + 24, abs=2)
    assert sum(timedelta(days=1) <= age < timedelta(days=30) for age in ages) == pytest.approx(29, abs=2)
    assert len(kept) < 75 and max(ages) > timedelta(days=60)
    assert superfluous(kept, NOON) == []  # thinning again takes nothing more


def test_versions_are_found_after_the_file_was_renamed_and_not_those_of_copies(tmp_path: Path) -> None:
    path = tmp_path / "kite.story"
    make(path, "Wind.", "Rain.")
    make(tmp_path / "copy.story", "Snow.")
    make(tmp_path / "other.story", "Fog.", key="t")
    moved = path.rename(tmp_path / "dragon.story")
    found = versions_of(tmp_path / "Backups", moved, "s")
    assert [read_story(one.path)[0].scenes[0].text for one in found] == ["Rain.", "Wind."]
    assert versions_of(tmp_path / "none", moved, "s") == []


def test_versions_are_found_however_the_letters_of_their_names_are_put_together(tmp_path: Path) -> None:
    """A disk, or a stick, may give an "ü" back as "u" and two dots, and a dialog the other way round."""
    (made,) = make(tmp_path / unicodedata.normalize("NFC", "Frühling.story"), "Wind.")
    made.rename(made.with_name(unicodedata.normalize("NFD", made.name)))
    assert len(list_backups(tmp_path / "Backups", tmp_path / unicodedata.normalize("NFC", "Frühling.story"))) == 1
    assert len(list_backups(tmp_path / "Backups", tmp_path / unicodedata.normalize("NFD", "Frühling.story"))) == 1


def test_a_damaged_story_names_its_newest_good_backup(tmp_path: Path) -> None:
    path = tmp_path / "kite.story"
    older, newer = make(path, "Wind.", "Rain.")
    newer.write_bytes(newer.read_bytes()[:3000])
    assert newest_good(tmp_path / "Backups", path) == older
    path.write_bytes(path.read_bytes()[:3000])
    with pytest.raises(StoryFileError, match="newest good backup"):
        StoryFile.open(path)


def test_a_backup_is_put_back_and_what_was_there_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "kite.story"
    first, _ = make(path, "Wind.", "Rain.")
    aside = restore_backup(first, path)
    assert read_story(path)[0] == story("Wind.")
    assert aside is not None and read_story(aside)[0] == story("Rain.")
    with StoryFile.open(path) as opened:  # it can be gone on with
        opened.save(replace(opened.story, title="Again"))
