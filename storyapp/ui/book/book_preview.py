"""The first pages of a book as they will be printed, drawn on a thread, and about how large the file will be."""

from __future__ import annotations

import io
import logging
import zlib
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial

from PIL import Image
from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from storyapp import paths
from storyapp.export.choices import BookChoices, cover_scene
from storyapp.export.images import QUALITY
from storyapp.export.layout import lay_out
from storyapp.export.making import PRINT_PIXELS, pictures_for
from storyapp.export.pdf import draw_pages
from storyapp.stage.compose import Composer
from storyapp.story.errors import StoryAppError
from storyapp.story.model import Illustration, Story

from ..icons import picture_icon
from ..painting.illustrating import Illustrating
from ..painting.thumbnails import key_of
from ..words import filled

PAGES = 12  # that are shown
PICTURES = 10  # that are composed for them, the cover's among them
SIDE, WIDTH = 360, 340  # pixels of a picture, and of a page
SMALLEST, USUAL = 120, 190  # pixels of a page in the list; as many of the usual size are side by side as find room
DRAW_AFTER, LOOK_EVERY = 180, 30  # milliseconds
FONTS = 80_000  # bytes of a book besides its pictures
FRAME = 8  # pixels around a page in the list
logger = logging.getLogger(__name__)
_pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="preview")

Compositions = Mapping[str, tuple[str, Callable[[], Composer], Illustration]]  # by picture: its key, what composes it


@dataclass
class Preview:
    """What came of it: pages and pictures of the whole book, its first pages drawn, about its bytes if known."""

    count: int = 0
    pictures: int = 0
    pages: list[QImage] = field(default_factory=list)
    size: int | None = None
    failure: str = ""


class Previewer(QObject):
    """Of several wishes only the last one is told; the thread touches nothing of Qt's objects, a timer looks."""

    ready = Signal(object)  # Preview

    def __init__(
        self, story: Story, work: Illustrating, parent: QObject | None = None, side: int = SIDE, width: int = WIDTH
    ) -> None:
        """Of pages of `width` pixels, with pictures of `side`."""
        super().__init__(parent)
        self.story, self.work, self.side, self.width = story, work, side, width
        self._composed: dict[str, Image.Image] = {}  # by key; used on the thread alone
        self._sizes: dict[tuple[int, str], int] = {}  # bytes of one picture, by how large and of what kind it is
        self._sample: Illustration | None = None  # which tells how large the others will be
        self._wanted: BookChoices | None = None
        self._future: Future[Preview] | None = None
        self.incomplete = False  # whether pictures are missing that are still to be decoded
        self._soon = QTimer(self, singleShot=True, interval=DRAW_AFTER)
        self._soon.timeout.connect(self._draw)
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self._look)
        work.decoded.connect(self._again)

    def ask(self, choices: BookChoices) -> None:
        """Draw the book of these choices as soon as nothing changes for a moment."""
        self._wanted = choices
        self._soon.start()

    def follow(self, story: Story) -> None:
        """Draw the book of a story that changed, as it was chosen last."""
        self.story, self._sample = story, None
        if self._wanted is not None:
            self._soon.start()

    def stop(self) -> None:
        """Draw no more."""
        self._wanted = None
        self._soon.stop()
        self._timer.stop()
        if self._future is not None:
            self._future.cancel()

    def _again(self) -> None:
        if self.incomplete and self._wanted is not None:
            self._soon.start()

    def _draw(self) -> None:
        if self._wanted is None:
            return
        story = replace(self.story, settings=self._wanted.into(self.story.settings))
        if self._future is not None:
            self._future.cancel()
        compositions = self._compositions(story)
        self._future = _pool.submit(partial(_drawn, story, self._wanted, compositions, self._composed, self.width))
        self._timer.start()

    def _compositions(self, story: Story) -> Compositions:
        """What composes the first pictures that are at hand; those that are not are asked for."""
        front = cover_scene(story)
        painted = [one.illustration for one in story.scenes if one.illustration is not None]
        first = ([front.illustration] if front and front.illustration else []) + painted[: PICTURES - 1]
        store, found, missing = self.work.store, {}, []
        for picture in first:
            wanted = set(store.missing(picture))
            if wanted:
                missing += [one for one in picture.variants if one.id in wanted]
            else:
                found[picture.id] = (key_of(picture), store.composer(picture, self.side), picture)
                self._sample = self._sample or picture
        self.incomplete = bool(missing)
        self.work.decode_missing(missing)
        return found

    def _look(self) -> None:
        future = self._future
        if future is None or not future.done() or future.cancelled():
            return
        self._timer.stop()
        self._future = None
        error = future.exception()
        if error is not None:
            logger.error("the pages could not be drawn", exc_info=error)
            return
        preview = future.result()
        self.ready.emit(preview)
        if self._wanted is not None and self._sample is not None and preview.pictures and preview.size is None:
            # A picture of full size takes its time, so the pages are shown before.
            kind, sample = pictures_for(self._wanted), self._sample
            compose = partial(self.work.store.composer, sample, kind[0])
            self._future = _pool.submit(partial(_sized, preview, kind, compose, sample, self._sizes))
            self._timer.start()


def _drawn(
    story: Story, choices: BookChoices, compositions: Compositions, composed: dict[str, Image.Image], width: int
) -> Preview:
    """On the thread: the pages of a book, or the number of its pictures alone where it has no pages."""
    try:
        book = lay_out(story)
        found = Preview(pictures=sum(page.picture is not None for page in book.pages))
        if not choices.has_pages:
            return found
        for key, composer, picture in compositions.values():
            if key not in composed:
                composed[key] = composer().compose(picture.placements)
        pictures = {
            index: composed[compositions[page.picture.id][0]]
            for index, page in enumerate(book.pages)
            if page.picture is not None and page.picture.id in compositions
        }
        drawn = draw_pages(book, pictures, paths.resources(), width)
    except StoryAppError as error:
        return Preview(failure=str(error))
    return replace(found, count=len(drawn), pages=[QImage.fromData(one) for one in drawn[:PAGES]])


def _sized(
    preview: Preview,
    kind: tuple[int, str],
    compose: Callable[[], Callable[[], Composer]],
    sample: Illustration,
    sizes: dict[tuple[int, str], int],
) -> Preview:
    """On the thread: the preview with the size of the file, as one picture tells it."""
    if kind not in sizes:
        image, buffer = compose()().compose(sample.placements).convert("RGB"), io.BytesIO()
        if kind[0] == PRINT_PIXELS:
            buffer.write(zlib.compress(image.tobytes()))  # as a PDF keeps pictures
        elif kind[1] == "jpg":
            image.save(buffer, "JPEG", quality=QUALITY, subsampling=0)
        else:
            image.save(buffer, "PNG")
        sizes[kind] = buffer.tell()
    return replace(preview, size=FONTS + preview.pictures * sizes[kind])


class PageList(QListWidget):
    """The first pages side by side, each with its number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("The first pages"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # its coming would change their size
        self.setSpacing(FRAME // 2)
        self.setMinimumWidth(SMALLEST + 50)
        self.setToolTip(self.tr("Double-click a page, or press Enter on it, to see it large"))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.count():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect(), wrapped, self.tr("Drawing the first pages …"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.viewport().width() - FRAME
        columns = max(1, width // (USUAL + 3 * FRAME))
        side = width // columns - 3 * FRAME
        self.setIconSize(QSize(side, side))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # it shows a page: the dialog would make the book

    def show_pages(self, preview: Preview, choices: BookChoices) -> None:
        """Show the pages that were drawn, called as they are numbered in the book."""
        front = [self.tr("Cover")] * choices.cover_page + [self.tr("Dedication")] * bool(choices.dedication)
        while self.count() > len(preview.pages):
            self.takeItem(self.count() - 1)
        for index, image in enumerate(preview.pages):
            if index == self.count():
                self.addItem(QListWidgetItem())
            item = self.item(index)
            page = filled(self.tr("Page %1"), index + 1 - len(front))
            last = index == preview.count - 1
            item.setText(front[index] if index < len(front) else self.tr("At the end") if last else page)
            pixmap = QPixmap.fromImage(image)
            item.setIcon(picture_icon(framed(pixmap, self.palette().mid().color())))


def framed(page: QPixmap, line: QColor) -> QPixmap:
    """A page with a thin line around it: white paper must be seen on white."""
    painter = QPainter(page)
    painter.setPen(line)
    painter.drawRect(page.rect().adjusted(0, 0, -1, -1))
    painter.end()
    return page
