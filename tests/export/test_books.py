"""What is chosen about a book: kept in the story's settings, and seen in every kind of file."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest
from PIL import Image

from storyapp import paths
from storyapp.export.choices import (
    EPUB,
    KINDS,
    MARKDOWN,
    NO_PICTURE,
    PDF,
    PICTURES,
    PRINT,
    WORD,
    BookChoices,
    cover_scene,
)
from storyapp.export.images import write_picture
from storyapp.export.layout import lay_out
from storyapp.export.making import PAGE_PIXELS, PRINT_PIXELS, make_book, pictures_for
from storyapp.export.pdf import draw_pages
from storyapp.story.edits import with_settings
from storyapp.story.errors import ExportError
from storyapp.story.model import Illustration, Story
from storyapp.story.plan import Box, CelPlan, Placement, ScenePlan

from .books import POINTS, story, text_of

SIDES: list[int] = []


def compose_at(picture: Illustration, side: int) -> Image.Image:
    SIDES.append(side)
    return Image.new("RGB", (40, 40), (70, 130, 90))


def chosen(book: Story, /, **choices: object) -> Story:
    return with_settings(book, replace(BookChoices.of(book.settings), **choices).into(book.settings))  # type: ignore[arg-type]


def made(book: Story, target: Path) -> Path:
    *_, last = make_book(book, target, paths.resources(), compose_at)
    assert last.result == target
    return target


def with_plan(book: Story, row: int, plan: ScenePlan, *hidden: str) -> Story:
    scene = book.scenes[row]
    assert scene.illustration is not None
    places = tuple(Placement(cel, Box(0.2, 0.2, 0.5, 0.5), hidden=True) for cel in hidden)
    return book.with_scene(scene.with_illustration(replace(scene.illustration, plan=plan, placements=places)))


FOX = ScenePlan("forest", cels=(CelPlan("fox", "figure", "fox"),))
LAMP = ScenePlan(None, cels=(CelPlan("lamp", "thing", "lamp"),))


# choices -----------------------------------------------------------------------------------------


def test_choices_are_kept_in_settings_and_what_is_usual_is_not_written() -> None:
    settings = {"template": "x", "page": "a4"}
    choices = replace(BookChoices.of(settings), book=EPUB, numbers=False, side=3000, dedication="For Ada")
    written = choices.into(settings)
    assert written == {**settings, "book": "epub", "numbers": "no", "side": "3000", "dedication": "For Ada"}
    assert BookChoices.of(written) == choices and choices.into(written) is written
    assert replace(choices, book=PDF, numbers=True, side=1536, dedication="").into(written) == settings


def test_settings_of_another_version_are_as_usual() -> None:
    assert (
        BookChoices.of({"book": "scroll", "page": "a0", "type": "", "side": "many", "pictures": "gif"}) == BookChoices()
    )


def test_equal_settings_leave_the_story_as_it_is() -> None:
    book = story("The fox ran.")
    assert with_settings(book, dict(book.settings)) is book


# the cover ---------------------------------------------------------------------------------------


def test_the_cover_is_the_first_picture_in_which_somebody_is() -> None:
    book = story("كان يا ما كان", "The lamp.", "The fox ran.")
    for row, plan in enumerate((ScenePlan(), LAMP, FOX)):
        book = with_plan(book, row, plan)
    assert cover_scene(book) is book.scenes[2] and lay_out(book).cover == 2
    hidden = with_plan(book, 2, FOX, "fox")
    assert cover_scene(hidden) is hidden.scenes[1]


def test_a_picture_of_which_nothing_was_understood_is_no_cover() -> None:
    book = with_plan(story("كان يا ما كان"), 0, ScenePlan())
    assert cover_scene(book) is None and lay_out(book).cover is None
    assert cover_scene(chosen(book, cover="s0")) is None  # though it was chosen: there is nothing to see


def test_the_cover_is_the_chosen_one_or_the_title_alone() -> None:
    book = story("The fox ran.", "The bear slept.")
    assert lay_out(chosen(book, cover="s1")).cover == 1
    assert lay_out(chosen(book, cover=NO_PICTURE)).cover is None
    assert lay_out(chosen(book, cover="gone")).cover == 0


# PDF ---------------------------------------------------------------------------------------------


def pdf(book: Story, folder: Path) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(made(book, folder / "book.pdf"))


def test_a_printing_house_gets_bleed_white_paper_and_fine_pictures(tmp_path: Path) -> None:
    SIDES.clear()
    page = pdf(chosen(story("The fox ran."), book=PRINT), tmp_path)[1]
    edge, side = 3 * POINTS, 215.9 * POINTS
    assert page.get_size() == pytest.approx((side + 2 * edge, side + 2 * edge), abs=1)
    assert page.get_trimbox() == pytest.approx((edge, edge, edge + side, edge + side), abs=1)
    assert page.render().to_pil().convert("RGB").getpixel((1, 1)) == (255, 255, 255)
    assert set(SIDES) == {PRINT_PIXELS}
    cover = pypdfium2.PdfDocument(tmp_path / "book.pdf")[0].render().to_pil().convert("RGB")
    assert cover.getpixel((1, 1)) == cover.getpixel((20, 20)) != (255, 255, 255)


def test_marks_stand_outside_of_what_bleeds(tmp_path: Path) -> None:
    document = pdf(chosen(story("The fox ran."), book=PRINT, marks=True), tmp_path)
    cover = document[0].render(scale=4).to_pil().convert("RGB")
    trim = document[0].get_trimbox()
    assert trim[0] == pytest.approx(10 * POINTS, abs=1)
    at = [round(4 * one * POINTS) for one in (3, 8.5, 10)]  # in the marks, in the bleed, at the cut edge
    assert cover.getpixel((4, 4)) == (255, 255, 255)
    assert min(cover.getpixel((at[0], at[2] + dy))[0] for dy in range(-3, 4)) < 128
    assert cover.getpixel((at[1], at[1])) not in ((255, 255, 255), (0, 0, 0))


def test_without_a_cover_the_story_begins_on_the_first_page(tmp_path: Path) -> None:
    book = chosen(story("The fox ran."), cover_page=False)
    assert "The fox ran." in pdf(book, tmp_path)[0].get_textpage().get_text_range()


def test_a_dedication_has_a_page_and_is_no_markup(tmp_path: Path) -> None:
    document = pdf(chosen(story("The fox ran."), dedication="For *Ada* #1\nwho <flies>"), tmp_path)
    words = document[1].get_textpage().get_text_range()
    assert "For *Ada* #1" in words and "who <flies>" in words and len(document) == 4


def test_pages_are_numbered_only_if_that_is_wanted(tmp_path: Path) -> None:
    assert text_of(pdf(story("The fox ran."), tmp_path)).split().count("1") == 2  # "Scene 1" and the number
    assert text_of(pdf(chosen(story("The fox ran."), numbers=False), tmp_path)).split().count("1") == 1


def test_type_is_larger_or_smaller() -> None:
    sizes = [lay_out(chosen(story("The fox ran."), type=one)).type_size for one in ("small", "usual", "large")]
    assert sizes == sorted(set(sizes))


def test_pages_are_drawn_without_waiting_for_pictures() -> None:
    book = lay_out(story("The fox ran.", "The bear slept."))
    drawn = draw_pages(book, {}, paths.resources(), 100)
    assert len(drawn) == 4 and all(one.startswith(b"\x89PNG") for one in drawn)


# other kinds -------------------------------------------------------------------------------------


def parts(file: Path) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        for one in archive.namelist():
            yield one, archive.read(one)


WORDS = "The **fox** ran & <jumped>.\n\nخبز سمسم *الثعلب*."


def test_an_e_book_is_whole(tmp_path: Path) -> None:
    book = chosen(story(WORDS, "The bear slept."), dedication="For Ada & Bob")
    found = dict(parts(made(book, tmp_path / "book.epub")))
    assert next(iter(found)) == "mimetype" and found["mimetype"] == b"application/epub+zip"
    trees = {name: ElementTree.fromstring(data) for name, data in found.items() if name.endswith(("l", ".opf"))}
    package = trees["book/book.opf"]
    names = {one.get("id"): one.get("href") for one in package.findall(".//{*}item")}
    assert {f"book/{one}" for one in names.values()} == {
        one for one in found if one.startswith("book/") and one != "book/book.opf"
    }
    assert {one.get("idref") for one in package.findall(".//{*}itemref")} <= set(names)
    page = "".join(trees["book/page-1.xhtml"].itertext())
    assert "The fox ran & <jumped>." in page and "الثعلب" in page
    assert [one.text for one in trees["book/page-1.xhtml"].findall(".//{*}strong")] == ["fox"]
    assert all(one.get("alt") for tree in trees.values() for one in tree.findall(".//{*}img"))
    assert "For Ada & Bob" in "".join(trees["book/dedication.xhtml"].itertext())
    assert [one.text for one in trees["book/contents.xhtml"].findall(".//{*}a")] == ["The Kite", "Scene 1", "Scene 2"]
    for name, data in found.items():
        assert not name.endswith(".jpg") or data.startswith(b"\xff\xd8")


def test_an_e_book_without_a_cover_has_none_and_arabic_runs_from_the_right(tmp_path: Path) -> None:
    book = replace(story("ركض الثعلب على الشاطئ"), title="مخبز", language="ar")
    found = dict(parts(made(chosen(book, cover_page=False), tmp_path / "book.epub")))
    assert "book/cover.jpg" not in found and "book/cover.xhtml" not in found
    assert b'page-progression-direction="rtl"' in found["book/book.opf"] and b'dir="rtl"' in found["book/page-1.xhtml"]


def test_a_caption_in_a_book_of_another_language_is_told_to_be_english(tmp_path: Path) -> None:
    for words, language in (("小狐狸在海边放风筝。", "en"), ("The fox ran.", None)):
        page = ElementTree.fromstring(dict(parts(made(story(words), tmp_path / "book.epub")))["book/page-1.xhtml"])
        assert [one.get("lang") for one in page.findall(".//{*}img")] == [language]


def test_a_word_document_is_whole(tmp_path: Path) -> None:
    book = chosen(story(WORDS, "The bear slept."), page="a5", dedication="For Ada & Bob")
    found = dict(parts(made(book, tmp_path / "book.docx")))
    trees = {name: ElementTree.fromstring(data) for name, data in found.items() if name.endswith(("xml", "rels"))}
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    document = trees["word/document.xml"]
    words = ["".join(one.text or "" for one in paragraph.iter(f"{w}t")) for paragraph in document.iter(f"{w}p")]
    for one in ("The Kite", "A. Writer", "Scene 1", "The fox ran & <jumped>.", "For Ada & Bob", "The bear slept."):
        assert one in words
    targets = {one.get("Id"): one.get("Target") for one in trees["word/_rels/document.xml.rels"]}
    assert all(f"word/{one}" in found for one in targets.values())
    pictures = list(document.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}blip"))
    assert len(pictures) == 3 and all(set(one.attrib.values()) <= set(targets) for one in pictures)
    size = next(document.iter(f"{w}pgSz"))
    assert int(size.get(f"{w}w", 0)) > int(size.get(f"{w}h", 0)) and size.get(f"{w}orient") == "landscape"
    assert not list(document.iter(f"{w}bidi")) and len(list(document.iter(f"{w}b"))) == 1
    arabic = dict(parts(made(story("ركض الثعلب على الشاطئ"), tmp_path / "arabic.docx")))["word/document.xml"]
    assert arabic.count(b"<w:bidi/>") == 4  # title, author, heading and words


def test_pictures_are_of_the_kind_and_size_that_were_chosen(tmp_path: Path) -> None:
    SIDES.clear()
    folder = made(
        chosen(story("The fox ran."), book=PICTURES, pictures="jpg", side=1024), tmp_path / "Kite 1.2 pictures"
    )
    (file,) = folder.iterdir()
    with Image.open(file) as image:
        assert (file.name, image.format, SIDES) == ("01 scene 1.jpg", "JPEG", [1024])
        assert image.getexif()[0x010E].startswith("Forest")


@pytest.mark.parametrize("name", ["book.epub", "book.docx"])
def test_a_book_that_cannot_be_written_is_told_and_stopping_leaves_the_old_one(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ExportError):
        made(story("The fox ran."), tmp_path / "file" / name)
    (tmp_path / name).write_text("old")
    steps = make_book(story("The fox ran.", "The bear slept."), tmp_path / name, paths.resources(), compose_at)
    next(steps)
    next(steps)
    steps.close()  # type: ignore[attr-defined]
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted(["file", name])
    assert (tmp_path / name).read_text() == "old"


def test_the_size_of_pictures_is_known_for_every_kind() -> None:
    sizes = {kind: pictures_for(BookChoices(book=kind)) for kind in KINDS}
    assert sizes[PRINT] == (PRINT_PIXELS, "png") and sizes[PDF] == (PAGE_PIXELS, "jpg")
    assert sizes[WORD] == sizes[EPUB] and sizes[MARKDOWN][1] == "png" and sizes[PICTURES] == (1536, "png")


def test_a_picture_is_written_as_its_name_says(tmp_path: Path) -> None:
    for name, kind in (("a.png", "PNG"), ("a.JPG", "JPEG"), ("b.jpeg", "JPEG")):
        write_picture(Image.new("RGBA", (8, 8)), tmp_path / name, "Füchse")
        with Image.open(tmp_path / name) as image:
            assert image.format == kind


# the picture of the cover, inside ----------------------------------------------------------------


@pytest.mark.parametrize("ending", ["pdf", "epub", "docx"])
def test_the_picture_of_the_cover_is_left_out_inside_if_that_is_wanted(tmp_path: Path, ending: str) -> None:
    book = story("The fox ran.", "The bear slept.")
    book = chosen(book, cover=book.scenes[0].id)
    counts = []
    for one in (book, chosen(book, cover_inside=False)):
        counts.append(pictures_in(made(one, tmp_path / f"{len(counts)}.{ending}")))
    assert counts[0] - counts[1] == 1 and counts[1] > 0
    without_cover = chosen(book, cover_inside=False, cover_page=False)  # then it would be nowhere
    assert lay_out(without_cover).shows(0)


def pictures_in(file: Path) -> int:
    if file.suffix == ".pdf":
        pages = pypdfium2.PdfDocument(file)
        return sum(len(list(page.get_objects(filter=[3]))) for page in pages)
    with zipfile.ZipFile(file) as archive:
        pages = [one for one in archive.namelist() if one.endswith((".xhtml", "document.xml"))]
        words = "".join(archive.read(one).decode() for one in pages)
    return words.count("<img ") + words.count("<w:drawing>")


def test_the_title_on_a_wide_cover_is_larger_than_the_headings(tmp_path: Path) -> None:
    for kind in ("usual", "large"):
        book = chosen(replace(story("The fox ran."), title="Kite"), page="a5", type=kind)
        book = book.with_scene(replace(book.scenes[0], title="Kite"))
        pages = pypdfium2.PdfDocument(made(book, tmp_path / f"{kind}.pdf"))
        sizes = [max(height_of(page, words)) for page, words in ((pages[0], "Kite"), (pages[1], "Kite"))]
        assert sizes[0] > 1.2 * sizes[1]


def height_of(page: pypdfium2.PdfPage, words: str) -> list[float]:
    text = page.get_textpage()
    index, _ = text.search(words).get_next()
    return [pypdfium2.raw.FPDFText_GetFontSize(text, index)]
