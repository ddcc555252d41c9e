"""Text files as editors on other systems write them."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from storyapp.story import text_files
from storyapp.story.errors import InputError
from storyapp.story.text_files import read_text

from .test_documents import paragraph, word

GERMAN = "Der Bär läuft über „Grün“ – schön.\nEnde…"
CHINESE = "小狐狸在森林里跑，“你好！”熊说。\n完"


@pytest.mark.parametrize(
    "code", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "gb2312", "gb18030"]
)
def test_every_usual_code_is_read(code: str, tmp_path: Path) -> None:
    words = CHINESE if code.startswith("gb") else GERMAN
    (tmp_path / "a.txt").write_bytes(words.encode(code))
    assert read_text(tmp_path / "a.txt") == words


@pytest.mark.parametrize("words", ["Ça alors, l’œuf", "Señor Ñandú", "für Ärzte", "déjà vu — naïve", ""])
def test_western_letters_of_windows_are_not_taken_for_chinese(words: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(words.encode("cp1252"))
    assert read_text(tmp_path / "a.txt") == words


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1", b"{\\rtf1\\ansi Hello}", b"%PDF-1.7"])
def test_a_document_of_a_word_processor_says_what_to_do(start: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(start + random.Random(1).randbytes(2000))
    with pytest.raises(InputError, match="copy the words there and paste them"):
        read_text(tmp_path / "a.docx")


@pytest.mark.parametrize(
    "data", [random.Random(2).randbytes(3000), b"\xff\xfea\x00b", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"]
)
def test_what_is_no_text_is_refused_in_plain_words(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    with pytest.raises(InputError, match="holds no words"):
        read_text(tmp_path / "a.txt")


def test_the_words_of_a_document_are_read_as_markdown(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(word(paragraph("One", "berschrift1") + paragraph("A fox ran.")))
    assert read_text(tmp_path / "a.docx") == "# One\n\nA fox ran.\n"


def test_a_file_that_is_far_too_large_is_not_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "film.txt"
    with file.open("wb") as written:
        written.truncate(50_000_000)  # sparse: takes no room on the disk
    monkeypatch.setattr(text_files, "LARGEST", 1_000_000)
    with pytest.raises(InputError, match=r"film\.txt is larger than 1 MB"):
        read_text(file)
