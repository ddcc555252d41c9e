"""Words out of the files of word processors."""

from __future__ import annotations

import io
import zipfile

import pytest

from storyapp.story import documents
from storyapp.story.documents import markdown_of
from storyapp.story.markdown import story_from_markdown

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = (
    f'<w:styles {W}><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style></w:styles>'
)
OPEN = (
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)


def packed(method: int = zipfile.ZIP_STORED, **parts: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as file:
        for name, words in parts.items():
            file.writestr(name.replace("__", "/") + ".xml", words)
    return data.getvalue()


def word(inside: str) -> bytes:
    return packed(word__document=f"<w:document {W}><w:body>{inside}</w:body></w:document>", word__styles=STYLES)


def paragraph(words: str, style: str = "", face: str = "") -> str:
    style = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{style}<w:r><w:rPr>{face}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def test_a_word_document_in_any_language_keeps_title_headings_and_faces() -> None:
    bold, off = "<w:b/>", '<w:b w:val="0"/><w:i/>'
    data = word(
        paragraph("The Kite", "Titel")
        + paragraph("One", "berschrift1")
        + '<w:p><w:r><w:t>A fox ran</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> fast </w:t></w:r>'
        + "<w:r><w:t>home.</w:t><w:br/><w:t>Then it slept.</w:t></w:r></w:p><w:p/>"
        + paragraph("Two", "berschrift1", bold)
        + paragraph("The end.", face=off)
    )
    assert markdown_of(data) == (
        "# The Kite\n\n## One\n\nA fox ran **fast** home.\nThen it slept.\n\n## Two\n\n*The end.*\n"
    )


def test_words_in_a_box_are_told_once_and_deleted_ones_not_at_all() -> None:
    box = f"<w:p><w:r><w:t>Out</w:t><w:pict><w:txbxContent>{paragraph('in')}</w:txbxContent></w:pict></w:r></w:p>"
    deleted = (
        "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>here</w:t></w:r></w:ins></w:p>"
    )
    assert markdown_of(word(box + deleted)) == "Outin\n\nhere\n"


def test_what_is_there_once_more_for_old_programs_is_told_once() -> None:
    compatible = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    said = "<w:r><w:t>In a</w:t><w:noBreakHyphen/><w:t>box</w:t></w:r>"
    both = f"<mc:AlternateContent {compatible}><mc:Choice>{said}</mc:Choice><mc:Fallback>{said}</mc:Fallback></mc:AlternateContent>"
    assert markdown_of(word(f"<w:p>{both}</w:p>")) == "In a-box\n"


def test_an_open_document_keeps_headings_and_faces() -> None:
    data = packed(
        content=f"<office:document-content {OPEN}><office:automatic-styles>"
        '<style:style style:name="T1"><style:text-properties fo:font-style="italic"/></style:style></office:automatic-styles>'
        '<office:body><text:h text:outline-level="2">One</text:h>'
        '<text:p>A <text:span text:style-name="T1">red</text:span> fox<text:s/>ran.</text:p></office:body>'
        "</office:document-content>"
    )
    assert markdown_of(data) == "## One\n\nA *red* fox ran.\n"


def test_a_document_becomes_a_story() -> None:
    story = story_from_markdown(
        markdown_of(
            word(
                paragraph("One", "berschrift1")
                + paragraph("A fox.")
                + paragraph("Two", "berschrift1")
                + paragraph("A bear.")
            )
        )
    )
    assert [scene.text for scene in story.scenes][-1] == "A bear."


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04rubbish",
        packed(other="<a/>"),
        packed(word__document="<a>"),
        packed(content='<?xml version="1.0" encoding="nonsense"?><a/>'),
        packed(content=f"<a {OPEN}>" + "<text:p>" + "<text:span>" * 5000 + "</text:span>" * 5000 + "</text:p></a>"),
    ],
)
def test_what_is_no_document_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"document|damaged"):
        markdown_of(data)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_document_is_refused_in_words(method: int) -> None:
    words = "".join(map(str, range(2000)))
    data = packed(method, content=f"<a {OPEN}><text:p>{words}</text:p></a>")
    refused = 0
    for place in range(40, len(data) - 200, 7):
        broken = bytes(data[:place]) + bytes([data[place] ^ 0x55]) + bytes(data[place + 1 :])
        try:
            markdown_of(broken)
        except ValueError:
            refused += 1
    assert refused > 5


def test_a_part_that_unpacks_to_far_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "LARGEST", 1000)
    with pytest.raises(ValueError, match="too large"):
        markdown_of(word(paragraph("x" * 2000)))


def test_a_heading_is_no_deeper_than_markdown_knows() -> None:
    assert (
        markdown_of(packed(content=f'<a {OPEN}><text:h text:outline-level="1000000000">x</text:h></a>')) == "###### x\n"
    )
