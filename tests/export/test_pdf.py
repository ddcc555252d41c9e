"""Books as PDF, opened again with another library."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageStat

from storyapp import paths
from storyapp.export.images import export_pictures, file_name
from storyapp.export.layout import COLOPHONS, COLOPHONS_OF_WORDS, PAGE_SIZES, describe, language_of, lay_out
from storyapp.export.pdf import PLAIN_COVER, draw_pages, export_pdf, missing_letters, page_data, words_for_missing
from storyapp.story.codes import CodeGrid
from storyapp.story.errors import EmptyStoryError, ExportError, InputError
from storyapp.story.model import Illustration, Scene, Story, Variant
from storyapp.story.plan import BACKDROP, CelPlan, ScenePlan
from storyapp.story.request import Progress

from .books import POINTS, compose, story, text_of


def test_a_caption_tells_the_colours_of_things() -> None:
    red = CelPlan("kite", "thing", "kite", attributes={"colour": "orange"})
    plan = ScenePlan("forest", cels=(CelPlan("fox", "figure", "fox", attributes={"pose": "walking"}), red))
    assert describe(plan) == "Forest, day, clear: a fox, walking; an orange kite."


def printed(book: Story, folder: Path, size: str | None = None) -> pypdfium2.PdfDocument:
    target = folder / "book.pdf"
    *_, last = export_pdf(lay_out(book, size), target, paths.resources(), compose)
    assert last.result == target
    return pypdfium2.PdfDocument(target)


def images_on(page: pypdfium2.PdfPage) -> int:
    return sum(isinstance(one, pypdfium2.PdfImage) for one in page.get_objects())


def test_every_scene_is_printed_with_its_words_and_picture(tmp_path: Path) -> None:
    document = printed(story("The fox ran.", "The bear slept."), tmp_path)
    text = text_of(document)
    for words in ("The Kite", "A. Writer", "Scene 1", "The fox ran.", "The bear slept."):
        assert words in text
    assert sum(images_on(page) > 0 for page in document) >= 2


def test_text_that_looks_like_markup_is_printed_as_it_is(tmp_path: Path) -> None:
    words = 'She said: #let x = 1 * 2 _it_ $5 @home <tag> \\ "quoted" `code` = not a heading [x] ~ // no comment'
    assert " ".join(words.split()) in " ".join(text_of(printed(story(words), tmp_path)).split())


def test_bold_and_italic_are_faces_not_stars(tmp_path: Path) -> None:
    document = printed(story("The **fox** ran *very* fast."), tmp_path)
    assert "The fox ran very fast." in " ".join(text_of(document).split())


@pytest.mark.parametrize(
    "words", ["小狐狸在海边放风筝。", "ركض الثعلب على الشاطئ", "Ça alors, l’œuf ! – naïve façade", "A 🦊 ran 🎈"]
)
def test_other_scripts_have_glyphs(words: str, tmp_path: Path) -> None:
    page = printed(story(words, pictures=False), tmp_path)[1]  # behind the cover
    ink = page.render(scale=1).to_pil().convert("L")
    assert (ink.getextrema()[0]) < 120
    assert "\ufffd" not in page.get_textpage().get_text_range()


@pytest.mark.parametrize("size", PAGE_SIZES)
def test_pages_have_the_size_that_was_asked_for(size: str, tmp_path: Path) -> None:
    width, height = PAGE_SIZES[size]
    found = printed(story("The fox ran."), tmp_path, size)[0].get_size()
    assert found == pytest.approx((width * POINTS, height * POINTS), abs=1)


@pytest.mark.parametrize("size", PAGE_SIZES)
@pytest.mark.parametrize(("rows", "columns"), [(16, 24), (24, 16)])
def test_a_wide_or_tall_picture_keeps_its_shape(rows: int, columns: int, size: str, tmp_path: Path) -> None:
    codes = CodeGrid("backdrop", rows, columns, 1, (0,) * (rows * columns))
    place = Variant("v", BACKDROP, "forest", "cartoon", 1, codes)
    book = story("The fox ran.", pictures=False)
    picture = Illustration("p", ScenePlan("forest"), (), (), {}, "cartoon", 1, "").with_variant(place)
    document = printed(book.with_scene(book.scenes[0].with_illustration(picture)), tmp_path, size)
    (image,) = (one for one in document[1].get_objects() if isinstance(one, pypdfium2.PdfImage))
    left, bottom, right, top = image.get_bounds()
    assert (right - left) / (top - bottom) == pytest.approx(columns / rows, rel=0.01)
    assert left >= 0 and right <= document[1].get_width() and bottom >= 0


def test_a_long_scene_loses_no_word(tmp_path: Path) -> None:
    words = [f"word{i}" for i in range(1500)]
    text = text_of(printed(story(" ".join(words)), tmp_path)).split()
    assert [one for one in text if one.startswith("word") and one != "words"] == words


def test_an_unknown_page_size_is_told() -> None:
    with pytest.raises(InputError, match="square"):
        lay_out(story("The fox ran."), "huge")


def test_an_empty_story_is_told() -> None:
    with pytest.raises(EmptyStoryError):
        lay_out(Story("s"), None)


def test_an_unwritable_target_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    target = tmp_path / "file" / "book.pdf"
    with pytest.raises(ExportError):
        list(export_pdf(lay_out(story("The fox ran."), None), target, paths.resources(), compose))
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_stopping_half_way_keeps_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "book.pdf"
    target.write_bytes(b"old")
    steps = export_pdf(lay_out(story("The fox ran.", "The bear slept."), None), target, paths.resources(), compose)
    next(steps)
    steps.close()
    assert target.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["book.pdf"]


def test_pictures_are_written_with_names_and_descriptions(tmp_path: Path) -> None:
    list(export_pictures(lay_out(story("The fox ran.", "The bear slept."), None), tmp_path / "out", compose))
    names = sorted(one.name for one in (tmp_path / "out").iterdir())
    assert names == ["01 scene 1.png", "02 scene 2.png"]
    with Image.open(tmp_path / "out" / names[0]) as image:
        assert image.size == (300, 300)
        assert image.info["Description"]


def test_file_names_suit_every_system() -> None:
    assert file_name(3, "Nan: knows? <all>/") == "03 nan knows all.png"
    assert file_name(4, "???") == "04.png"


def test_the_colophon_is_in_the_language_of_the_book(tmp_path: Path) -> None:
    chinese = replace(story("狐狸在跑。"), title="风筝", language="zh")
    assert "这本书的文字由一个人写成" in text_of(printed(chinese, tmp_path)).replace("\n", "")
    arabic = replace(story("خبز سمسم الثعلب الخبز."), title="مخبز", language="ar")
    assert "artificial" in text_of(printed(arabic, tmp_path))  # it is read back in another order


def last_of(book: Story, folder: Path) -> Progress[Path]:
    *_, last = export_pdf(lay_out(book, None), folder / "book.pdf", paths.resources(), compose)
    return last


def test_korean_is_printed_with_a_font_that_has_it(tmp_path: Path) -> None:
    korean = Story(
        "s", "여우와 연", language="ko", scenes=(Scene("a", "첫째 날", "작은 여우가 숲에서 연을 날렸어요."),)
    )
    assert last_of(korean, tmp_path).notice == ""
    assert "작은 여우가 숲에서" in text_of(pypdfium2.PdfDocument(tmp_path / "book.pdf"))


def test_letters_that_no_font_has_are_told_and_the_book_is_printed(tmp_path: Path) -> None:
    last = last_of(story("A fox said 𗀁𗀂𗀁.", "“𠮷” \U0001f98a"), tmp_path)
    assert last.result == tmp_path / "book.pdf" and "A fox said" in text_of(pypdfium2.PdfDocument(last.result))
    assert "can print these letters: 𗀁 𗀂 𠮷. There is an empty box" in last.notice
    assert last_of(story("A fox said “no”. 🦊"), tmp_path).notice == ""


def test_what_typst_says_of_letters_is_understood() -> None:
    said = 'error: the text `"{}"` could not be displayed with font `"L"`\n'
    letters = ("𠮷", r"\u{e38}", r"\"", r"\\", "𠮷", r"\u{200b}\u{e38}")
    assert missing_letters("".join(said.format(one) for one in letters)) == ["𠮷", "\u0e38", '"', "\\", "\u200b\u0e38"]
    assert missing_letters("error: something else") == [] and words_for_missing([]) == ""
    assert words_for_missing([chr(0xE000 + number) for number in range(40)]).count(" ") < 80


@pytest.mark.parametrize("size", list(PAGE_SIZES))
def test_a_word_longer_than_a_line_stays_on_the_page(size: str, tmp_path: Path) -> None:
    book = replace(story("A" + "abcdefghij" * 20 + " ran. https://" + "x" * 90), title="T" + "o" * 90)
    for page in printed(book, tmp_path, size):
        width, text = page.get_width(), page.get_textpage()
        rects = [text.get_rect(index) for index in range(text.count_rects())]
        assert rects and all(left > 20 and right < width - 20 for left, _, right, _ in rects)


def test_a_book_without_pictures_says_nothing_of_pictures(tmp_path: Path) -> None:
    words = " ".join(text_of(printed(story("The fox ran.", pictures=False), tmp_path)).split())
    assert "written by a person" in words and "pictures" not in words and "intelligence" not in words
    assert "intelligence" in text_of(printed(story("The fox ran."), tmp_path))
    assert COLOPHONS.keys() == COLOPHONS_OF_WORDS.keys()


def test_hindi_is_set_in_a_font_that_joins_its_letters(tmp_path: Path) -> None:
    book = lay_out(story("एक लोमड़ी पतंग लेकर दौड़ी। क्षत्रिय, विद्यार्थी।"))
    assert book.language == "hi" and book.pages[0].language == "hi"
    *_, last = export_pdf(book, tmp_path / "hindi.pdf", paths.resources(), compose)
    fonts = (tmp_path / "hindi.pdf").read_bytes()
    assert b"NotoSerifDevanagari" in fonts and b"NewCMMath" not in fonts and not last.notice


@pytest.mark.parametrize(
    ("words", "story_language", "language"),
    [
        ("The fox said “hi”.", "zh", "en"),
        ("小狐狸说：“你好！”", "en", "zh"),
        ("小明 said hello to everybody", "zh", "zh"),
        ("……！", "zh", "zh"),
        ("L’œuf est là.", "fr", "fr"),
        ("Лиса бежит", "ru", "ru"),
    ],
)
def test_words_have_the_language_of_their_letters(words: str, story_language: str, language: str) -> None:
    assert language_of(words, story_language) == language


def test_every_line_of_a_book_of_two_languages_has_its_own() -> None:
    book = replace(story("小狐狸说：“你好！”\n“Hello,” said the fox.", pictures=False), language="zh")
    ((paragraph,),) = [page["paragraphs"] for page in page_data(lay_out(book), PLAIN_COVER)["pages"]]
    assert [line["language"] for line in paragraph] == ["zh", "en"]


@pytest.mark.parametrize("words", ["小狐狸**跑得很快**。", "小狐狸*跑得很快*。"])
def test_what_is_bold_or_italic_is_seen_in_chinese(words: str) -> None:
    def ink(text: str) -> float:
        drawn = draw_pages(lay_out(story(text, pictures=False)), {}, paths.resources(), 800)[1]
        return 255 - ImageStat.Stat(Image.open(io.BytesIO(drawn)).convert("L")).mean[0]

    assert ink(words) > ink(words.replace("*", "")) + 0.01


def test_a_chinese_book_without_a_title_is_called_so_in_chinese() -> None:
    assert lay_out(replace(story("小狐狸在海边放风筝。"), title="")).title == "无题"
    assert lay_out(replace(story("The fox ran."), title="")).title == "Untitled"
