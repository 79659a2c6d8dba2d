"""A lesson on paper: A4, a title, and for each page its picture, its words and room for notes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter, QPen, QTextDocument

from bertscope.errors import BertscopeError
from bertscope.gui.language import plural, tr
from bertscope.gui.lesson.lesson import Lesson, Page
from bertscope.gui.lesson.narration import Narration
from bertscope.gui.painting import text
from bertscope.gui.presenting.drafts import draft_of
from bertscope.gui.presenting.studio import Studio
from bertscope.gui.presenting.trim import Trim
from bertscope.gui.theme import Appearance, Mode

WIDTH, HEIGHT = 794.0, 1123.0
"""Of A4 in points of which an inch has 96, as everything here."""
MARGIN, GAP, FOOT, LINE = 64.0, 14.0, 40.0, 30.0
"""At the edge of the paper, between parts, of the foot, and between lines for notes."""
PICTURE_SHARE = 0.48
"""Of a page's height, at the most, for the picture."""
LEAST_NOTES = 4 * LINE
DOTS, OWN_DOTS = 300, 96
WINDOW, SCALE, ZOOM = QSize(1120, 700), 1.15, 2.0
"""Of the window that is painted: points, text size, pixels a point."""
TALLEST = 1500
TITLE, HEADING, WORDS, SMALL = 34, 22, 14, 11
BOX = "☐"

Told = Callable[[int], None]
NewSheet = Callable[[], object]


@dataclass(frozen=True)
class PaintedPage:
    """A page and how the window looks there."""

    page: Page
    picture: QImage


def write_handout(path: Path, lesson: Lesson, name: str, told: Told, engine: str = "") -> None:
    """Write a lesson as a PDF; `told` is told how many pages are painted.

    Raises
    ------
    BertscopeError
        If a page can't be set, or the file can't be written; nothing is left then.
    """
    if path.suffix.lower() != ".pdf":
        raise BertscopeError(tr("{name}: choose a name that ends in .pdf.", name=path.name))
    with draft_of(path) as draft:
        draft.write_bytes(b"")  # Refused now, and not after minutes of painting.
        with Studio(lesson, name, WINDOW, scale=SCALE, engine=engine) as studio:
            draft.write_bytes(pdf_of(lesson, _painted(studio, told)))


def _painted(studio: Studio, told: Told) -> Iterator[PaintedPage]:
    """Each page with its picture, as soon as it is set."""
    window, trim = studio.window, Trim(studio.window)
    for number, page in enumerate(studio.pages(), start=1):
        trim.put_on(page)
        for bar in (window.lessons.pane, window.head, window.status):
            bar.hide()
        needed = min(max(window.page.minimumSizeHint().height() + 20, _tall(page)), TALLEST)
        window.resize(WINDOW.width(), needed)
        studio.settle()
        place = window.whole.geometry()
        yield PaintedPage(page, studio.picture(place, ZOOM))
        told(number)


def _tall(page: Page) -> int:
    """The window's height: a few views need less of it than all."""
    return WINDOW.height() if not page.scene.show else 480 + 60 * len(page.scene.show)


def pdf_of(lesson: Lesson, pages: Iterator[PaintedPage]) -> bytes:
    """The handout as the bytes of a `.pdf` file."""
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(content)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(DOTS)
    writer.setTitle(lesson.head.title)
    writer.setCreator("bertscope")
    with QPainter(writer) as painter:
        painter.scale(DOTS / OWN_DOTS, DOTS / OWN_DOTS)
        Handout(painter, writer.newPage, lesson).paint(pages)
    return bytes(content.data().data())


class Handout:
    """Paints the sheets, one after another, onto anything that can be painted on.

    Parameters
    ----------
    painter
        Scaled so that a sheet is `WIDTH` x `HEIGHT`.
    new_sheet
        Begins the next sheet.
    """

    def __init__(self, painter: QPainter, new_sheet: NewSheet, lesson: Lesson) -> None:
        self._painter, self._new_sheet, self._lesson = painter, new_sheet, lesson
        self._appearance = Appearance(Mode.LIGHT)
        self._theme = self._appearance.theme
        self._sheet, self._y = 1, MARGIN

    def paint(self, pages: Iterator[PaintedPage]) -> None:
        """Paint the title, then every page on sheets of its own."""
        self._paint_title()
        for number, painted in enumerate(pages, start=1):
            self._next()
            self._paint_page(number, painted)
        self._paint_foot()

    def _paint_title(self) -> None:
        head, self._y = self._lesson.head, 0.3 * HEIGHT
        self._line(tr("bertscope · a lesson"), SMALL, "muted")
        self._words(f"{head.title}", TITLE, bold=True)
        if head.about:
            self._words(head.about, WORDS + 2)
        pages = plural("1 page", "{count} pages", len(self._lesson.pages))
        length = tr("About {minutes} min · {pages}", minutes=head.minutes, pages=pages)
        self._line(length, WORDS, "muted")
        self._y = 0.72 * HEIGHT
        for words in (tr("Name"), tr("Date")):
            self._line(words, SMALL, "muted")
            self._rule()
            self._y += LINE

    def _paint_page(self, number: int, painted: PaintedPage) -> None:
        page = painted.page
        where = tr("Page {number} of {count}", number=number, count=len(self._lesson.pages))
        self._line(where, SMALL, "muted")
        self._words(page.title, HEADING, bold=True)
        self._picture(painted.picture)
        self._words(page.words, WORDS)
        for ask in page.asks:
            self._words(f"{BOX}  {ask.say}", WORDS, ink="segment_a_ink")
        self._notes()

    def _picture(self, picture: QImage) -> None:
        room = QRectF(MARGIN, self._y, WIDTH - 2 * MARGIN, PICTURE_SHARE * HEIGHT)
        size = picture.size().toSizeF().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(room.center().x() - size.width() / 2, self._y, size.width(), size.height())
        self._painter.drawImage(place, picture)
        self._painter.setPen(QPen(QColor(self._theme.palette.line), 0.75))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(place)
        self._y = place.bottom() + GAP

    def _words(self, words: str, size: float, *, bold: bool = False, ink: str = "text") -> None:
        """Markdown, which goes on on the next sheet where this one is full."""
        if not words:
            return
        shown = Narration(self._appearance, "", size, ink)
        document = shown.document()
        shown.say(f"**{words}**" if bold else words)
        document.setTextWidth(WIDTH - 2 * MARGIN)
        top, tall = 0.0, document.size().height()
        while top < tall:
            if self._room < 2 * size:
                self._next()
            end = _end_of_part(document, top, self._room)
            self._part(document, top, end)
            top = end
        self._y += GAP / 2
        shown.deleteLater()

    def _part(self, document: QTextDocument, top: float, end: float) -> None:
        """Paint what lies between two heights of a document."""
        with _kept(self._painter):
            self._painter.translate(MARGIN, self._y - top)
            document.drawContents(self._painter, QRectF(0, top, WIDTH - 2 * MARGIN, end - top))
        self._y += end - top

    def _notes(self) -> None:
        """Lines to write on, down to the foot."""
        if self._room < LEAST_NOTES:
            return
        self._y += GAP
        self._line(tr("Notes"), SMALL, "muted")
        while self._room >= LINE:
            self._y += LINE
            self._rule()

    def _rule(self) -> None:
        self._painter.setPen(QPen(QColor(self._theme.palette.line), 0.75))
        self._painter.drawLine(QPointF(MARGIN, self._y), QPointF(WIDTH - MARGIN, self._y))

    def _line(self, words: str, size: float, shade: str) -> None:
        place = QRectF(MARGIN, self._y, WIDTH - 2 * MARGIN, 1.6 * size)
        text(self._painter, place, words, self._theme.sans(size), self._shade(shade))
        self._y = place.bottom()

    def _shade(self, name: str) -> str:
        shade: str = getattr(self._theme.palette, name)
        return shade

    @property
    def _room(self) -> float:
        """What is left of this sheet."""
        return HEIGHT - MARGIN - FOOT - self._y

    def _next(self) -> None:
        self._paint_foot()
        self._new_sheet()
        self._sheet, self._y = self._sheet + 1, MARGIN

    def _paint_foot(self) -> None:
        place = QRectF(MARGIN, HEIGHT - MARGIN, WIDTH - 2 * MARGIN, 1.6 * SMALL)
        font, muted = self._theme.sans(SMALL), self._theme.palette.muted
        text(self._painter, place, self._lesson.head.title, font, muted)
        right = Qt.AlignmentFlag.AlignRight
        text(self._painter, place, str(self._sheet), font, muted, right)


@contextmanager
def _kept(painter: QPainter) -> Iterator[None]:
    painter.save()
    try:
        yield
    finally:
        painter.restore()


def _end_of_part(document: QTextDocument, top: float, room: float) -> float:
    """How far a document can be shown from a height on, so that no line is cut."""
    tall = document.size().height()
    if tall - top <= room:
        return tall
    ends = [end for end in _line_ends(document) if top < end <= top + room]
    return max(ends, default=top + room)


def _line_ends(document: QTextDocument) -> Iterator[float]:
    layout, block = document.documentLayout(), document.begin()
    while block.isValid():
        place, lines = layout.blockBoundingRect(block), block.layout()
        for number in range(lines.lineCount()):
            yield place.top() + lines.lineAt(number).rect().bottom()
        block = block.next()
