"""Writes a book as a Word document (.docx): headings, editable text, pictures with alternative texts."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from storyapp.story.edits import aspect_of
from storyapp.story.emphasis import runs
from storyapp.story.request import Progress
from storyapp.story.text_facts import RIGHT_TO_LEFT

from .choices import PAGE_SIZES
from .epub import jpeg
from .images import Compose
from .layout import Book, Page
from .writing import check_target, words_for_errors, written_beside

TWIPS = 1440 / 25.4  # of a millimetre
EMU = 36_000  # of a millimetre
MARGIN = 20.0  # millimetres
HIGHEST = 0.6  # of the page's height, that a picture may have
FONT, FONT_EAST = "Georgia", "SimSun"  # what every Word has
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAMES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = f"""{_HEAD}<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/>
<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{_MAIN}.styles+xml"/>
<Override PartName="/word/footer.xml" ContentType="{_MAIN}.footer+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>"""
RELATIONS = f"""{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="r1" Type="{_R}/officeDocument" Target="word/document.xml"/>
<Relationship Id="r2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>"""
FOOTER = (
    f'{_HEAD}<w:ftr {_NAMES}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>'
)
BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def export_word(book: Book, target: Path, compose: Compose) -> Iterator[Progress[Path]]:
    """Compose every picture, and write the file atomically.

    Raises:
        ExportError: if the file cannot be written.
    """
    check_target(target)
    total = len(book.pages) + 1
    with words_for_errors(target), written_beside(target) as beside, zipfile.ZipFile(beside, "w") as archive:
        for index, page in enumerate(book.pages):
            yield Progress(index, total, page.title or f"page {index + 1}")
            if page.picture is not None:
                archive.writestr(f"word/media/{_picture_name(index)}", jpeg(compose(page.picture)))
        yield Progress(total - 1, total, "setting the pages")
        files = {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": RELATIONS,
            "docProps/core.xml": _properties(book),
            "word/styles.xml": _styles(book),
            "word/footer.xml": FOOTER,
            "word/_rels/document.xml.rels": _document_relations(book),
            "word/document.xml": _document(book),
        }
        for name, words in files.items():
            archive.writestr(name, words.encode("utf-8", "replace"), zipfile.ZIP_DEFLATED)
    yield Progress(total, total, "written", result=target)


def _picture_name(index: int) -> str:
    return f"picture-{index + 1}.jpeg"


def _document(book: Book) -> str:
    width, height = (round(one * TWIPS) for one in PAGE_SIZES[book.size])
    edge, turned = round(MARGIN * TWIPS), ' w:orient="landscape"' if width > height else ""
    footer = '<w:footerReference w:type="default" r:id="footer"/>' if book.numbers else ""
    section = (
        f'<w:sectPr>{footer}<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="{edge}" w:right="{edge}" w:bottom="{edge}" w:left="{edge}" w:header="500" w:footer="500" '
        'w:gutter="0"/><w:titlePg/></w:sectPr>'
    )
    pages = BREAK.join(_page(book, index, page) for index, page in enumerate(book.pages))
    colophon = BREAK + _paragraph([book.colophon], "Colophon", book.colophon_language)
    return f"{_HEAD}<w:document {_NAMES}><w:body>{_front(book)}{pages}{colophon}{section}</w:body></w:document>"


def _front(book: Book) -> str:
    parts = []
    if book.cover_page:
        parts.append(_paragraph([book.title], "Title", book.language))
        if book.author:
            parts.append(_paragraph([book.author], "Subtitle", book.language))
        if book.cover is not None:
            parts.append(_picture(book, book.cover, len(book.pages) + 1))
        parts.append(BREAK)
    if book.dedication:
        parts += [_paragraph(book.dedication.splitlines(), "Dedication", book.language), BREAK]
    return "".join(parts)


def _page(book: Book, index: int, page: Page) -> str:
    title = _paragraph([page.title], "Heading1", page.language) if page.title else ""
    picture = _picture(book, index, index + 1) if book.shows(index) else ""
    return title + picture + "".join(_paragraph(lines, "", page.language, marks=True) for lines in page.paragraphs)


def _paragraph(lines: list[str], style: str, language: str, marks: bool = False) -> str:
    """Lines as one paragraph; with `marks` stars are bold and italic faces."""
    right = language in RIGHT_TO_LEFT
    parts = []
    for number, line in enumerate(lines):
        parts.append("<w:r><w:br/></w:r>" if number else "")
        if marks:
            parts += [_run(run.words, language, bold=run.bold, italic=run.italic) for run in runs(line)]
        else:
            parts.append(_run(line, language))
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{'<w:bidi/>' if right else ''}</w:pPr>{''.join(parts)}</w:p>"


def _run(words: str, language: str, bold: bool = False, italic: bool = False) -> str:
    right = language in RIGHT_TO_LEFT
    faces = ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "")
    faces += "<w:rtl/>" if right else ""
    kind = "bidi" if right else "eastAsia" if language in ("zh", "ja", "ko") else "val"
    tag = f'<w:lang w:{kind}="{escape(language)}"/>'
    return f'<w:r><w:rPr>{faces}{tag}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def _picture(book: Book, index: int, number: int) -> str:
    page = book.pages[index]
    assert page.picture is not None
    width, height = PAGE_SIZES[book.size]
    aspect = aspect_of(page.picture)
    wide = min(width - 2 * MARGIN, (height - 2 * MARGIN) * HIGHEST * aspect)
    size = f'cx="{round(wide * EMU)}" cy="{round(wide / aspect * EMU)}"'
    properties = f'id="{number}" name="{escape(_picture_name(index))}" descr="{escape(page.caption)}"'
    return (
        '<w:p><w:pPr><w:keepNext/><w:jc w:val="center"/></w:pPr><w:r><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {properties}/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr {properties}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="p{index}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def _document_relations(book: Book) -> str:
    rows = [("styles", "styles", "styles.xml"), ("footer", "footer", "footer.xml")]
    rows += [
        (f"p{index}", "image", f"media/{_picture_name(index)}")
        for index, page in enumerate(book.pages)
        if page.picture is not None
    ]
    found = "".join(f'<Relationship Id="{one}" Type="{_R}/{kind}" Target="{file}"/>' for one, kind, file in rows)
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{found}</Relationships>'


def _styles(book: Book) -> str:
    size = round(2 * min(book.type_size, 16.0))  # half points
    looks: Mapping[str, tuple[str, str, str]] = {
        "Title": ("Title", '<w:jc w:val="center"/>', f'<w:b/><w:sz w:val="{size * 2}"/>'),
        "Subtitle": ("Subtitle", '<w:jc w:val="center"/>', f'<w:i/><w:sz w:val="{size}"/>'),
        "Heading1": ("heading 1", '<w:keepNext/><w:outlineLvl w:val="0"/>', f'<w:b/><w:sz w:val="{size + 6}"/>'),
        "Dedication": ("Dedication", '<w:spacing w:before="3000"/><w:jc w:val="center"/>', "<w:i/>"),
        "Colophon": ("Colophon", '<w:spacing w:before="3000"/><w:jc w:val="center"/>', '<w:sz w:val="18"/>'),
    }
    named = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
        for one, (name, paragraph, letters) in looks.items()
    )
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT_EAST}" w:cs="{FONT}"/>'
    return (
        f"{_HEAD}<w:styles {_NAMES}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="160" w:line="312" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        f"{named}</w:styles>"
    )


def _properties(book: Book) -> str:
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(book.title)}</dc:title><dc:creator>{escape(book.author)}</dc:creator>"
        f"<dc:language>{escape(book.language)}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{now}</dcterms:created></cp:coreProperties>'
    )
