"""Markdown with formulas, written into a document as lessons look."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRegularExpression, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextLength,
    QTextListFormat,
    QTextTable,
)

from bertscope.gui.language import tr
from bertscope.gui.lesson.formula import FORMULA, Height, read_formula, spoken
from bertscope.gui.theme import Theme

SCHEME = "lesson"
"""Of links that lead to another lesson: ``lesson:masking#3``."""
LINE_HEIGHT, BELOW_BLOCK, HEADING, SUBHEADING = 124, 10, 17, 15
"""Of a line, per cent; below a paragraph, and of letters, design pixels."""
PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
BEGIN, END = "\ue000", "\ue001"
"""Characters of nobody's, between which the number of a formula stands while Markdown is read."""
MARKED = re.compile(f"{BEGIN}(?P<number>[\u4e00-\u9fff]+){END}")
FIRST_DIGIT = 0x4E00
FEATURES = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)


@dataclass(frozen=True)
class Look:
    """How words look: their size in design pixels, and the name of a colour of the palette."""

    theme: Theme
    size: float
    ink: str


def write(document: QTextDocument, markdown: str, look: Look) -> None:
    """Fill a document.

    HTML is written as it stands, pictures by their words, and links that lead to no lesson as
    words whose tooltip has the address.
    """
    _Writer(document, look).write(markdown)


def plain_words(markdown: str) -> str:
    """Markdown as one line of plain text, for a list and for who hears it."""
    marked, formulas = _without_formulas(markdown)
    document = QTextDocument()
    document.setMarkdown(marked, FEATURES)
    plain = MARKED.sub(
        lambda found: spoken(formulas[_number(found["number"])]), document.toPlainText()
    )
    return " ".join(plain.split())


class _Writer:
    """Writes one document."""

    def __init__(self, document: QTextDocument, look: Look) -> None:
        self._document, self._look = document, look

    def write(self, markdown: str) -> None:
        theme, document = self._look.theme, self._document
        marked, formulas = _without_formulas(markdown)
        document.setDefaultFont(theme.sans(self._look.size))
        document.setIndentWidth(theme.px(20))
        document.setMarkdown(marked, FEATURES)
        self._set_formulas(formulas)
        self._set_blocks()
        for block, start, end, form in list(self._fragments()):
            self._set_fragment(block, start, end, form)

    def _set_formulas(self, formulas: list[str]) -> None:
        """Put each formula in the place of its number."""
        document, pattern = self._document, QRegularExpression(MARKED.pattern.replace("?P", "?"))
        cursor = QTextCursor(document)
        while not (cursor := document.find(pattern, cursor)).isNull():
            place = cursor.selectedText()
            is_alone = cursor.block().text() == place
            _write_formula(cursor, formulas[_number(place[1:-1])])
            if is_alone:
                middle = QTextBlockFormat()
                middle.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                cursor.mergeBlockFormat(middle)

    def _set_blocks(self) -> None:
        """Give lines and paragraphs their room, and headings their size."""
        theme, block = self._look.theme, self._document.begin()
        while block.isValid():
            cursor, form = QTextCursor(block), QTextBlockFormat()
            form.setLineHeight(LINE_HEIGHT, PROPORTIONAL)
            form.setBottomMargin(theme.px(4 if block.textList() else BELOW_BLOCK))
            form.setTopMargin(0)
            if block.blockFormat().intProperty(QTextFormat.Property.BlockQuoteLevel):
                form.setLeftMargin(theme.px(12))
                form.setBackground(QColor(theme.palette.chip))
            level = block.blockFormat().headingLevel()
            if level:
                form.setTopMargin(theme.px(8) if block.position() else 0)
                self._set_heading(block, HEADING if level <= 2 else SUBHEADING)
            cursor.mergeBlockFormat(form)
            _set_bullets(block)
            block = block.next()
        for frame in self._document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._set_table(frame)

    def _set_heading(self, block: QTextBlock, size: float) -> None:
        cursor, form = QTextCursor(block), QTextCharFormat()
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        form.setFont(self._look.theme.bold(size))
        form.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
        cursor.mergeCharFormat(form)

    def _set_table(self, table: QTextTable) -> None:
        theme, form = self._look.theme, table.format()
        form.setBorder(0)
        form.setCellPadding(theme.px(4))
        form.setBottomMargin(theme.px(BELOW_BLOCK))
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table.setFormat(form)

    def _set_fragment(self, block: QTextBlock, start: int, end: int, form: QTextCharFormat) -> None:
        """Code, links and pictures as they look here; other links than to lessons are words."""
        theme, cursor, look = self._look.theme, QTextCursor(block), QTextCharFormat()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        look.setForeground(QColor(getattr(theme.palette, self._look.ink)))
        if form.isImageFormat():
            instead = form.stringProperty(QTextFormat.Property.ImageAltText)
            cursor.insertText(instead, look)
            return
        if form.isAnchor():
            address = QUrl(form.anchorHref())
            is_lesson = address.scheme() == SCHEME
            look.setAnchor(is_lesson)
            look.setAnchorHref(form.anchorHref() if is_lesson else "")
            look.setFontUnderline(is_lesson)
            look.setToolTip(tr("Open this lesson") if is_lesson else form.anchorHref())
            if is_lesson:
                look.setForeground(QColor(theme.palette.segment_a_ink))
        if form.fontWeight() > QFont.Weight.DemiBold:
            look.setFontWeight(QFont.Weight.DemiBold)  # The boldest that ships.
        if form.fontFixedPitch():
            look.setFont(theme.mono(self._look.size - 1.5))
            look.setBackground(QColor(theme.palette.chip))
        cursor.mergeCharFormat(look)

    def _fragments(self) -> Iterator[tuple[QTextBlock, int, int, QTextCharFormat]]:
        """Runs of one look, from the last to the first, so that places stay."""
        block = self._document.lastBlock()
        while block.isValid():
            found = [(f.position(), f.length(), f.charFormat()) for f in _fragments_of(block)]
            for start, length, form in reversed(found):
                yield block, start, start + length, form
            block = block.previous()


def _set_bullets(block: QTextBlock) -> None:
    """The same whichever of its three signs Markdown was written with."""
    bullets, there = block.textList(), QTextListFormat.Style
    if bullets is not None and bullets.format().style() in (there.ListCircle, there.ListSquare):
        form = bullets.format()
        form.setStyle(there.ListDisc)
        bullets.setFormat(form)


def _number(digits: str) -> int:
    return int("".join(chr(ord(digit) - FIRST_DIGIT + ord("0")) for digit in digits))


def _without_formulas(markdown: str) -> tuple[str, list[str]]:
    """The words with a number in the place of each formula, and the formulas."""
    formulas: list[str] = []

    def take(found: re.Match[str]) -> str:
        if found["inner"] is None:
            return found[0]
        formulas.append(found["inner"])
        digits = "".join(chr(FIRST_DIGIT + int(digit)) for digit in str(len(formulas) - 1))
        return f"{BEGIN}{digits}{END}"

    plain = markdown.replace(BEGIN, "").replace(END, "")
    return FORMULA.sub(take, plain), formulas


def _write_formula(cursor: QTextCursor, source: str) -> None:
    """Write a formula in the place of what is selected."""
    base = cursor.charFormat()
    cursor.removeSelectedText()
    heights = {
        Height.LINE: QTextCharFormat.VerticalAlignment.AlignNormal,
        Height.BELOW: QTextCharFormat.VerticalAlignment.AlignSubScript,
        Height.ABOVE: QTextCharFormat.VerticalAlignment.AlignSuperScript,
    }
    for run in read_formula(source):
        look = QTextCharFormat(base)
        look.setVerticalAlignment(heights[run.height])
        look.setFontItalic(run.is_slanted)
        cursor.insertText(run.words.replace(" ", "\u00a0" if len(source) < 12 else " "), look)


def _fragments_of(block: QTextBlock) -> Iterator[QTextFragment]:
    place = block.begin()
    while not place.atEnd():
        yield place.fragment()
        place += 1
