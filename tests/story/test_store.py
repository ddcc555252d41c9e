"""Story files on the disk: nothing that was saved is ever lost."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from storyapp.story import schema, store
from storyapp.story.codes import CodeGrid
from storyapp.story.errors import (
    DamagedStoryError,
    NewerStoryError,
    NotAStoryError,
    ReadOnlyStoryError,
    StoryFileError,
)
from storyapp.story.model import Character, Illustration, Scene, Story, Variant
from storyapp.story.plan import Box, CelPlan, Placement, ScenePlan
from storyapp.story.store import StoryFile

GRID = CodeGrid("figure", 2, 2, 2, tuple(range(8)), tuple(range(16)))


def variant(key: str, cel: str = "fox", seed: int = 1) -> Variant:
    return Variant(key, cel, "fox, standing", "cartoon", seed, GRID, "model")


def picture(key: str = "p", *variants: Variant) -> Illustration:
    plan = ScenePlan("forest", cels=(CelPlan("fox", "figure", "fox", "c", {"pose": "sitting"}, spans=((0, 3),)),))
    places = (Placement("fox", Box(0.1, 0.2, 0.5, 0.5), 1.0),)
    bare = Illustration(key, plan, places, (), {}, "cartoon", 1, "hash")
    for one in variants:
        bare = bare.with_variant(one)
    return bare


def kite() -> Story:
    drawn = replace(variant("drawn"), codes=None, drawing=b"\x89PNG\x00")
    pip = Character("c", "Pip", ("the fox",), "a fox", "fox", {"hair": "red"}, (variant("face"), drawn), "face", True)
    first = Scene("1", "Morning", "Pip ran. 明\ud800\x00", cast=("c",), moment=(0, 8))
    first = first.with_illustration(picture("p", variant("v"), variant("w", "backdrop")))
    return Story("s", "Kite", "Ada", "zh", "ink", (first, Scene("2", "Evening", cast=())), (pip,), {"page": "square"})


def with_words(story: Story, words: str) -> Story:
    return story.with_scene(replace(story.scene("2"), text=words))


def reopened(path: Path) -> Story:
    with StoryFile.open(path) as opened:
        assert not opened.read_only
        return opened.story


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kite.story"


@pytest.fixture
def saved(path: Path) -> Path:
    StoryFile.create(path, kite()).close()
    return path


def test_a_created_story_is_reopened_as_it_was(path: Path) -> None:
    with StoryFile.create(path, kite()) as opened:
        assert opened.story == kite()
        assert not opened.read_only and opened.notice == ""
    assert reopened(path) == kite()


def test_a_closed_story_is_one_file(saved: Path) -> None:
    assert [one.name for one in saved.parent.iterdir()] == ["kite.story"]


def test_every_kind_of_change_is_saved(path: Path) -> None:
    story = kite()
    with StoryFile.create(path, story) as opened:
        for change in (
            lambda one: replace(one, title="Other", settings={}),
            lambda one: with_words(one, "Rain."),
            lambda one: replace(one, scenes=(*one.scenes[::-1], Scene("3"))),
            lambda one: replace(one, scenes=one.scenes[1:]),
            lambda one: one.with_scene(one.scene("1").with_illustration(picture("q", variant("x")))),
            lambda one: one.with_scene(replace(one.scene("1"), illustrations=one.scene("1").illustrations[::-1])),
            lambda one: one.with_scene(
                one.scene("1").with_illustration(replace(one.scene("1").illustrations[0], pinned=True))
            ),
            lambda one: one.with_character(replace(one.characters[0], portraits=(), chosen=None)),
            lambda one: one.with_character(Character("d", "Mia")),
            lambda one: replace(one, characters=one.characters[1:]),
            lambda one: kite(),
        ):
            story = change(story)
            opened.save(story)
            assert opened.story is story
            with StoryFile.open(path, read_only=True) as reader:
                assert reader.story == story
    assert reopened(path) == story


def test_undone_variants_and_scenes_are_kept(path: Path) -> None:
    before = kite()
    painted = before.with_scene(before.scene("1").with_illustration(picture("q", variant("x"), variant("y"))))
    painted = painted.with_character(replace(painted.characters[0], portraits=(), chosen=None))
    with StoryFile.create(path, before) as opened:
        opened.save(painted)
        opened.save(replace(before, scenes=before.scenes[1:], characters=()))
    with StoryFile.open(path) as opened:
        assert opened.story.scenes == before.scenes[1:]
        assert ids_in(path, "variant WHERE made_for = 'q'") == ["x", "y"]
        assert ids_in(path, "variant WHERE made_for = 'p'") == ["v", "w"]
        assert ids_in(path, "variant WHERE made_for = 'c'") == [one.id for one in before.characters[0].portraits]
        assert ids_in(path, "scene") == [one.id for one in before.scenes]
        opened.save(before)
    assert reopened(path) == before


def test_two_variants_of_one_id_are_both_kept(path: Path) -> None:
    one, other = picture("p", variant("v", seed=1)), picture("q", variant("v", seed=2))
    story = Story("s", scenes=(Scene("1").with_illustration(one).with_illustration(other),))
    StoryFile.create(path, story).close()
    assert reopened(path) == story


def test_a_variant_is_stored_once_however_often_it_is_saved(path: Path) -> None:
    with StoryFile.create(path, kite()) as opened:
        for number in range(5):
            drawn = replace(opened.story.scene("1").illustrations[0], seed=number)
            opened.save(opened.story.with_scene(opened.story.scene("1").with_illustration(drawn)))
        opened.save(kite())
        assert ids_in(path, "variant WHERE made_for = 'p'") == ["v", "w"]


def test_two_parts_of_one_id_are_refused_and_nothing_is_written(path: Path) -> None:
    story = kite()
    twice = with_words(replace(story, title="Twice"), "Lost.")
    twice = replace(twice, scenes=(*twice.scenes, Scene("1", text="Another.")))
    with StoryFile.create(path, story) as opened:
        with pytest.raises(StoryFileError, match="same id '1'"):
            opened.save(twice)
        assert opened.story == story
        opened.save(with_words(story, "Rain."))
    assert reopened(path) == with_words(story, "Rain.")


def test_who_opens_second_reads_only_and_is_told_why(saved: Path) -> None:
    with StoryFile.open(saved) as first:
        first.save(with_words(first.story, "Rain."))
        with StoryFile.open(saved) as second:
            assert second.read_only
            assert "already open" in second.notice
            assert second.story == first.story
            with pytest.raises(ReadOnlyStoryError, match="already open"):
                second.save(with_words(second.story, "Snow."))
            second.keep_picture("v", b"png")
            assert second.picture("v") is None
            first.save(with_words(first.story, "Sun."))
    assert reopened(saved).scene("2").text == "Sun."


def test_who_asks_to_read_only_leaves_the_file_to_others(saved: Path) -> None:
    with StoryFile.open(saved, read_only=True) as reader, StoryFile.open(saved) as writer:
        assert reader.read_only and not writer.read_only
        with pytest.raises(ReadOnlyStoryError, match="opened for reading only"):
            reader.save(kite())


def test_an_open_story_is_not_replaced(saved: Path) -> None:
    with StoryFile.open(saved) as opened:
        with pytest.raises(ReadOnlyStoryError, match="close it there"):
            StoryFile.create(saved, Story("t"))
        opened.save(with_words(opened.story, "Rain."))
    assert reopened(saved) == with_words(kite(), "Rain.")
    with StoryFile.create(saved, Story("t")) as other:
        assert other.story == Story("t")
    assert reopened(saved) == Story("t")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everything")
def test_a_file_that_may_not_be_written_is_opened_for_reading(saved: Path) -> None:
    saved.chmod(0o444)
    with StoryFile.open(saved) as opened:
        assert opened.read_only and "may not be written" in opened.notice
        assert opened.story == kite()


def test_a_closed_file_says_so(saved: Path) -> None:
    opened = StoryFile.open(saved)
    opened.close()
    opened.close()
    assert opened.closed
    for call in (lambda: opened.save(Story("t")), lambda: opened.picture("v"), lambda: opened.copy_to(Path("x"))):
        with pytest.raises(StoryFileError, match="is closed"):
            call()


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(StoryFileError, match=r"no story file “.*none\.story”"):
        StoryFile.open(tmp_path / "none.story")
    with pytest.raises(StoryFileError, match="is a folder"):
        StoryFile.open(tmp_path)
    with pytest.raises(StoryFileError, match="is a folder"):
        StoryFile.create(tmp_path, kite())
    with pytest.raises(StoryFileError, match=r"new\.story"):
        StoryFile.create(tmp_path / "none" / "new.story", kite())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"# A story\n\nOnce.", b"\x89PNG\r\n" * 500, b"SQLite format 3\x00"])
def test_another_kind_of_file_is_no_story_and_stays_as_it_is(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(StoryFileError, match=r"kite\.story") as caught:
        StoryFile.open(path)
    assert isinstance(caught.value, (NotAStoryError, DamagedStoryError))
    assert path.read_bytes() == content
    assert [one.name for one in path.parent.iterdir()] == ["kite.story"]


def test_another_database_is_no_story(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE story (data TEXT)")
    connection.close()
    with pytest.raises(NotAStoryError, match="not a story file"):
        StoryFile.open(path)


def ids_in(path: Path, rows: str) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [one for (one,) in connection.execute(f"SELECT id FROM {rows} ORDER BY rowid")]


def altered(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_story_of_a_newer_program_is_refused_as_such(saved: Path) -> None:
    altered(saved, "PRAGMA user_version=99")
    with pytest.raises(NewerStoryError, match="update the program"):
        StoryFile.open(saved)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE scene SET data = replace(data, 'Evening', 'Morning')",
        "UPDATE variant SET codes = x'00' WHERE key = 1",
        "UPDATE variant SET codes = NULL WHERE key = 1",
        "UPDATE story SET data = 7",
        "UPDATE illustration SET digest = ''",
        "DELETE FROM character",
        "DELETE FROM variant",
        "DELETE FROM illustration",
        "DELETE FROM story",
        "DROP TABLE variant",
        "CREATE TRIGGER t AFTER INSERT ON scene BEGIN DELETE FROM story; END",
        "CREATE VIEW v AS SELECT * FROM story",
    ],
)
def test_rows_that_are_missing_or_altered_are_damage(saved: Path, statement: str) -> None:
    altered(saved, statement)
    with pytest.raises(DamagedStoryError, match=r"“kite\.story” is damaged"):
        StoryFile.open(saved)
    with pytest.raises(DamagedStoryError, match=r"“kite\.story” is damaged"):
        StoryFile.open(saved, read_only=True)


def test_a_flipped_byte_anywhere_is_noticed_or_does_no_harm(saved: Path) -> None:
    whole = saved.read_bytes()
    rng = random.Random(0)
    noticed = 0
    for place in (*range(0, 100), *(rng.randrange(100, len(whole)) for _ in range(200))):
        damaged = bytearray(whole)
        damaged[place] ^= rng.randrange(1, 256)
        saved.write_bytes(damaged)
        try:
            with StoryFile.open(saved, read_only=place % 8 > 0) as opened:
                assert opened.story == kite(), place
        except StoryFileError:
            noticed += 1
        for other in saved.parent.iterdir():
            assert other == saved, place
    assert noticed > 50


def test_names_of_tables_that_are_no_letters_are_damage(saved: Path) -> None:
    whole = saved.read_bytes()
    damaged = whole.replace(b"CREATE TABLE variant", b"CREATE TABLE \xd9\xd9\xd9\xd9\xd9\xd9\xd9")
    damaged = damaged.replace(b"variant", b"\xd9ariant")
    assert damaged != whole
    saved.write_bytes(damaged)
    for read_only in (True, False):
        with pytest.raises(DamagedStoryError, match=r"“kite\.story” is damaged"):
            StoryFile.open(saved, read_only)


def test_a_file_cut_short_anywhere_is_a_clear_error(saved: Path) -> None:
    whole = saved.read_bytes()
    for length in (0, 1, 50, 100, 4095, 4096, len(whole) // 2, len(whole) - 4096):
        saved.write_bytes(whole[:length])
        with pytest.raises(StoryFileError, match=r"kite\.story"):
            StoryFile.open(saved)


def test_pages_of_rubbish_are_damage(saved: Path) -> None:
    whole = saved.read_bytes()
    saved.write_bytes(whole[:4096] + random.Random(1).randbytes(len(whole) - 4096))
    with pytest.raises(DamagedStoryError, match="is damaged"):
        StoryFile.open(saved)


def test_cached_pictures_are_kept_by_variant_and_key(saved: Path) -> None:
    with StoryFile.open(saved) as opened:
        assert opened.picture("v") is None
        opened.keep_picture("v", b"one")
        opened.keep_picture("v", b"two", "large")
        opened.keep_picture("v", b"three")
    with StoryFile.open(saved) as opened, StoryFile.open(saved, read_only=True) as reader:
        for one in (opened, reader):
            assert one.picture("v") == b"three"
            assert one.picture("v", "large") == b"two"
            assert one.picture("w") is None
        assert opened.story == kite()


def test_of_too_many_cached_pictures_the_oldest_go(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "PICTURE_CACHE_BYTES", 100)
    with StoryFile.open(saved) as opened:
        for number in range(10):
            opened.keep_picture(str(number), bytes(30))
        assert [number for number in range(10) if opened.picture(str(number))] == [7, 8, 9]
        opened.keep_picture("7", bytes(30))
        opened.keep_picture("new", bytes(30))
        assert [key for key in ("7", "8", "9", "new") if opened.picture(key)] == ["7", "9", "new"]
        opened.keep_picture("huge", bytes(101))
        assert [key for key in ("7", "9", "new", "huge") if opened.picture(key)] == []
    assert reopened(saved) == kite()


def test_a_copy_holds_everything_and_goes_its_own_way(saved: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.story"
    with StoryFile.open(saved) as opened:
        opened.keep_picture("v", b"png")
        opened.save(with_words(opened.story, "Rain."))
        opened.copy_to(copy)
        opened.save(with_words(opened.story, "Sun."))
    with StoryFile.open(copy) as other:
        assert other.story == with_words(kite(), "Rain.")
        assert other.picture("v") == b"png"
        assert ids_in(copy, "variant WHERE made_for = 'p'") == ["v", "w"]
        other.save(Story("t"))
    assert reopened(saved) == with_words(kite(), "Sun.")


def test_a_copy_without_pictures_has_none(saved: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.story"
    with StoryFile.open(saved) as opened:
        opened.keep_picture("v", bytes(100_000))
        opened.copy_to(copy, pictures=False)
        assert opened.picture("v") is not None
    with StoryFile.open(copy) as other:
        assert other.story == kite() and other.picture("v") is None
    assert copy.stat().st_size < 100_000


def test_a_copy_replaces_a_closed_file_and_no_other(saved: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.story"
    StoryFile.create(other, Story("t")).close()
    with StoryFile.open(saved) as opened:
        with StoryFile.open(other), pytest.raises(ReadOnlyStoryError, match="close it there"):
            opened.copy_to(other)
        assert reopened(other) == Story("t")
        opened.copy_to(other)
        for itself in (saved, saved.parent / "." / saved.name):
            with pytest.raises(StoryFileError, match="the story itself"):
                opened.copy_to(itself)
        with pytest.raises(StoryFileError):
            opened.copy_to(tmp_path / "none" / "copy.story")
        with pytest.raises(StoryFileError, match="is a folder"):
            opened.copy_to(tmp_path)
    assert reopened(other) == reopened(saved) == kite()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["kite.story", "other.story"]


def test_who_only_reads_can_copy(saved: Path, tmp_path: Path) -> None:
    with StoryFile.open(saved, read_only=True) as opened:
        opened.copy_to(tmp_path / "copy.story")
    assert reopened(tmp_path / "copy.story") == kite()


def test_a_file_moved_away_while_open_is_not_saved_into_and_loses_nothing(saved: Path, tmp_path: Path) -> None:
    away, rescue = tmp_path / "away.story", tmp_path / "rescue.story"
    opened = StoryFile.open(saved)
    opened.save(with_words(opened.story, "Rain."))
    saved.rename(away)
    for story in (with_words(opened.story, "Snow."), opened.story):
        with pytest.raises(StoryFileError, match="moved, replaced or deleted"):
            opened.save(story)
    assert opened.story == with_words(kite(), "Rain.")
    opened.copy_to(rescue)
    opened.close()
    assert not saved.exists()
    assert reopened(rescue) == with_words(kite(), "Rain.")
    assert reopened(away) == with_words(kite(), "Rain.")


def test_a_file_deleted_while_open_can_still_be_saved_elsewhere(saved: Path, tmp_path: Path) -> None:
    with StoryFile.open(saved) as opened:
        opened.save(with_words(opened.story, "Rain."))
        saved.unlink()
        with pytest.raises(StoryFileError, match="save the story under another name"):
            opened.save(Story("t"))
        opened.copy_to(tmp_path / "rescue.story")
    assert reopened(tmp_path / "rescue.story") == with_words(kite(), "Rain.")
    assert not saved.exists()


def test_a_file_replaced_while_open_is_left_alone(saved: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.story"
    StoryFile.create(other, Story("t", "Another")).close()
    with StoryFile.open(saved) as opened:
        opened.save(with_words(opened.story, "Rain."))
        os.replace(other, saved)
        with pytest.raises(StoryFileError, match="replaced"):
            opened.save(Story("u"))
    assert reopened(saved) == Story("t", "Another")


def test_a_link_stays_a_link_and_shares_the_lock(saved: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.story"
    link.symlink_to(saved)
    with StoryFile.open(link) as opened:
        opened.save(with_words(opened.story, "Rain."))
        with StoryFile.open(saved) as second:
            assert second.read_only
    StoryFile.create(link, with_words(kite(), "Sun.")).close()
    assert link.is_symlink()
    assert reopened(saved) == with_words(kite(), "Sun.")


def test_saving_and_reading_from_many_threads_loses_nothing(path: Path) -> None:
    errors: list[BaseException] = []
    with StoryFile.create(path, kite()) as opened:

        def work(name: str) -> None:
            try:
                for number in range(10):
                    opened.keep_picture(name, str(number).encode())
                    opened.save(with_words(opened.story, f"{name} {number}"))
                    assert opened.picture(name) == str(number).encode()
            except BaseException as error:
                errors.append(error)

        threads = [threading.Thread(target=work, args=(f"thread-{one}",)) for one in range(4)]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
        last = opened.story
    assert errors == []
    assert last.scene("2").text.endswith(" 9")
    assert reopened(path) == last


SAVER = """
import sys
from dataclasses import replace
from pathlib import Path
from storyapp.story.store import StoryFile
from tests.story.test_store import picture, variant, with_words

with StoryFile.open(Path(sys.argv[1])) as opened:
    assert not opened.read_only, opened.notice
    number = len(opened.story.scene("1").illustrations)
    while True:
        number += 1
        story = with_words(opened.story, f"{number} " + "words " * 3000)
        scene = story.scene("1").with_illustration(picture(f"p{number}", variant(f"v{number}")))
        opened.save(story.with_scene(scene))
        print(number, flush=True)
        opened.keep_picture("v", bytes(20_000))
"""


def test_killed_in_the_middle_of_saving_nothing_that_was_saved_is_lost(saved: Path, tmp_path: Path) -> None:
    rng = random.Random(0)
    reported = 0
    for _ in range(4):
        process = subprocess.Popen(
            [sys.executable, "-c", SAVER, str(saved)], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
        )
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(rng.uniform(0.0, 0.15))
        process.send_signal(signal.SIGKILL)
        lines = [first, *process.stdout.read().splitlines(keepends=True)]
        process.stdout.close()
        assert process.wait() == -signal.SIGKILL
        reported = max(int(one) for one in lines if one.endswith("\n"))

        with StoryFile.open(saved) as opened:
            assert not opened.read_only
            story = opened.story
        pictures = story.scene("1").illustrations
        number = len(pictures)
        assert number in (reported, reported + 1)
        assert story.scene("2").text == f"{number} " + "words " * 3000
        assert [one.id for one in pictures] == ["p", *(f"p{one}" for one in range(2, number + 1))]
        assert pictures[-1].variants == (variant(f"v{number}"),)
        assert story.characters == kite().characters
        assert [one.name for one in tmp_path.iterdir()] == ["kite.story"]
    assert reported >= 5


def test_what_a_killed_process_left_is_read_only_readable_too(saved: Path, tmp_path: Path) -> None:
    copy = tmp_path / "left" / saved.name
    copy.parent.mkdir()
    with StoryFile.open(saved) as opened:
        opened.save(with_words(opened.story, "Rain."))
        for one in tmp_path.glob("kite.story*"):
            shutil.copy(one, copy.parent / one.name)
    assert (copy.parent / "kite.story-wal").exists()
    with StoryFile.open(copy, read_only=True) as reader:
        assert reader.story == with_words(kite(), "Rain.")
    assert reopened(copy) == with_words(kite(), "Rain.")


def test_damage_is_told_in_plain_words_and_its_details_are_logged(
    saved: Path, caplog: pytest.LogCaptureFixture
) -> None:
    whole = saved.read_bytes()
    saved.write_bytes(whole[:4096] + random.Random(1).randbytes(len(whole) - 4096))
    with pytest.raises(DamagedStoryError) as caught:
        StoryFile.open(saved)
    assert str(caught.value) == (
        "“kite.story” is damaged; look for another copy of it, or save the story under another name if it is open here."
    )
    assert "database" in caplog.text


def test_a_settled_file_is_all_of_the_story_to_whoever_copies_it(tmp_path: Path) -> None:
    with StoryFile.create(tmp_path / "kite.story", kite()) as file:
        file.save(with_words(file.story, "newest words"))
        file.settle()
        shutil.copy(tmp_path / "kite.story", tmp_path / "copy.story")
    assert reopened(tmp_path / "copy.story").scene("2").text == "newest words"


def test_a_file_that_is_read_only_needs_no_settling(tmp_path: Path) -> None:
    StoryFile.create(tmp_path / "kite.story", kite()).close()
    with StoryFile.open(tmp_path / "kite.story", read_only=True) as file:
        file.settle()
        assert file.story.scene("2").text == ""


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        (PureWindowsPath(r"C:\Tales\a kite.story"), "file:///C:/Tales/a%20kite.story"),
        (PureWindowsPath(r"\\school\class 2\kite.story"), "file:////school/class%202/kite.story"),  # a network share
        (PurePosixPath("/home/nan/50% #1?.story"), "file:///home/nan/50%25%20%231%3F.story"),
    ],
)
def test_a_file_is_named_to_sqlite_without_a_host(file: PurePath, uri: str) -> None:
    assert schema.database_uri(file) == uri
