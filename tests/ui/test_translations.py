"""Every word that the program shows has a Chinese one: in the code, in the vocabulary, in styles and in errors."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as Tree
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

import storyapp
from storyapp import paths
from storyapp.story import errors
from storyapp.story.errors import StoryAppError
from storyapp.ui.languages import Translations, concept_name
from storyapp.ui.words import CONCEPTS, SENTENCES, STYLES, WordTranslator, filled, sentence

pytestmark = pytest.mark.gui
PACKAGE = Path(storyapp.__file__).parent
FOLDER = paths.resources() / "translations"
TS = FOLDER / "storyapp_zh.ts"
ERRORS = {name for name, one in vars(errors).items() if isinstance(one, type) and issubclass(one, StoryAppError)}


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    translations = Translations(FOLDER)
    translations.use(qapp, "zh")
    yield
    translations.use(qapp, "en")
    QLocale.setDefault(QLocale.c())


def messages(file: Path) -> dict[tuple[str, str], Tree.Element]:
    """Translations of a .ts file by context and source."""
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.find("translation")  # type: ignore[misc]
        for context in Tree.parse(file).getroot().iter("context")
        for message in context.iter("message")
    }


def test_no_word_of_the_code_is_untranslated(tmp_path: Path) -> None:
    """Brought in line by Qt's own tool the file stays as it is: `make translations` if this fails."""
    lupdate = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent)) or shutil.which("pyside6-lupdate")
    if lupdate is None:
        pytest.skip("pyside6-lupdate is not there")
    copy = tmp_path / TS.name
    shutil.copy(TS, copy)
    sources = [str(one) for one in sorted(PACKAGE.rglob("*.py"))]
    command = [lupdate, *sources, "-ts", str(copy), "-locations", "none", "-no-obsolete", "-silent"]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    before, after = messages(TS), messages(copy)
    assert sorted(set(after) - set(before)) == []  # in the code, not in the file
    assert sorted(set(before) - set(after)) == []  # in the file, no more in the code
    assert [key for key, one in after.items() if not one.text or one.get("type") == "unfinished"] == []


def test_the_compiled_file_is_as_new_as_its_source(qapp: QApplication) -> None:
    translator = QTranslator()
    assert translator.load("storyapp_zh", str(FOLDER))
    for (context, source), words in messages(TS).items():
        assert translator.translate(context, source) == words.text, source


def test_words_keep_their_places_and_are_asked_for_under_the_name_of_a_class() -> None:
    code = "\n".join(one.read_text(encoding="utf-8") for one in PACKAGE.rglob("*.py"))
    for (context, source), words in messages(TS).items():
        assert sorted(re.findall(r"%\d", source)) == sorted(re.findall(r"%\d", words.text or "")), source
        assert re.search(rf'class {context}\b|translate\(\s*"{context}"', code), context


def test_every_concept_and_style_has_a_chinese_name(chinese: None, vocabulary: Any, styles: Any) -> None:
    for category, entries in vocabulary.entries.items():
        missing = [
            name for name in entries if not re.search(r"[\u4e00-\u9fff]", concept_name(vocabulary, name, category))
        ]
        assert missing == [], category
    assert concept_name(vocabulary, "orange", "colours") != concept_name(vocabulary, "orange", "things")
    for style in styles.values():
        for words in (style.name, style.description):
            assert QCoreApplication.translate(STYLES, words) != words


def raised() -> Iterator[tuple[str, str]]:
    """File and sentence of every error that is raised on purpose, its values as %1, %2 …; training is not shown."""
    for file in PACKAGE.rglob("*.py"):
        if "training" in file.parts:
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ERRORS and node.args:
                words = sentence_of(node.args[0])
                if words is not None:
                    yield str(file.relative_to(PACKAGE)), words


def sentence_of(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if not isinstance(node, ast.JoinedStr):
        return None
    words, place = "", 0
    for part in node.values:
        place += not isinstance(part, ast.Constant)
        words += str(part.value) if isinstance(part, ast.Constant) else f"%{place}"
    return words


def test_every_error_can_be_said_in_chinese() -> None:
    known = json.loads((FOLDER / "words_zh.json").read_text(encoding="utf-8"))[SENTENCES]
    desk = [one for one in raised() if not one[0].startswith(("cli.py", "commands/"))]
    missing = [(file, words) for file, words in desk if words not in known]
    assert len(desk) > 60 and missing == []
    for words, translated in known.items():
        assert sorted(re.findall(r"%\d", words)) == sorted(re.findall(r"%\d", translated)), words


def test_a_sentence_is_recognised_with_its_names_in_it(chinese: None) -> None:
    assert sentence("There is no file /a b/c.md; check the name.") == "没有文件 /a b/c.md\uff1b请检查名称。"
    assert sentence("“x” cannot be saved. It was opened for reading only.") == "“x”无法保存。它是以只读方式打开的。"
    assert sentence("Nobody ever said this.") == "Nobody ever said this."


def test_a_file_of_words_that_cannot_be_read_is_no_error(tmp_path: Path) -> None:
    broken = tmp_path / "words_zh.json"
    broken.write_text("{ not json")
    assert WordTranslator.read(broken).isEmpty()
    assert WordTranslator.read(tmp_path / "none.json").translate(CONCEPTS, "horse") is None


def test_what_is_filled_into_words_is_left_as_it_is() -> None:
    assert filled("Change “%1” to “%2”", "100%2", 7) == "Change “100%2” to “7”"
    assert filled("%2 of %1: 50 %", "a", "b") == "b of a: 50 %"
    assert filled("Nothing is lost of %1 and %2", "one") == "Nothing is lost of one and %2"


def test_dots_are_written_in_one_way() -> None:
    """A button that asks for more has three dots, as in English; they are never six in one place and three in another."""
    assert "……" not in TS.read_text(encoding="utf-8")
