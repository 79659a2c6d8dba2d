"""The text of a lesson as it is typed, with its line numbers and the line that is wrong."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from bertscope.gui.language import tr
from bertscope.gui.lesson_editor.highlighter import Highlighter
from bertscope.gui.theme import Appearance, colour

NUMBER_SIZE, MARGIN = 11, 8
"""Design pixels: of the numbers, and beside them."""
PARAGRAPH = "\u2029"
"""What Qt has at the end of a line."""


class Source(QPlainTextEdit):
    """Where a lesson is typed. What is done to its pages is undone like what is typed.

    Attributes
    ----------
    wrong
        The line that can't be read, from 1; 0 where there is none.
    """

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance, self.wrong = appearance, 0
        self.setObjectName("source")
        self.setAccessibleName(tr("Text of the lesson"))
        self.setToolTip(
            tr("Markdown; blocks between ``` set the window, ask for things, or are notes")
        )
        self.setTabChangesFocus(True)
        self._numbers = _Numbers(self)
        self._highlighter = Highlighter(self.document(), appearance)
        self.blockCountChanged.connect(self._fit)
        self.updateRequest.connect(self._follow)
        appearance.taken_on.connect(self._set_sizes)
        self._set_sizes()

    @property
    def text(self) -> str:
        """What stands there to the letter; of plain text Qt makes blanks of no-break spaces."""
        return self.document().toRawText().replace(PARAGRAPH, "\n")

    def replace(self, text: str) -> None:
        """Take another text as one step that can be undone; only what differs is exchanged."""
        before = self.text
        same = _shared(before, text)
        end = _shared(before[same:][::-1], text[same:][::-1])
        cursor = QTextCursor(self.document())
        cursor.setPosition(_units(before[:same]))
        cursor.setPosition(_units(before[: len(before) - end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[same : len(text) - end])

    def go_to(self, line: int) -> None:
        """Put the cursor at the beginning of a line, from 0, and show it at the top."""
        block = self.document().findBlockByNumber(line)
        self.setTextCursor(QTextCursor(block))
        self.verticalScrollBar().setValue(block.firstLineNumber())
        self.ensureCursorVisible()

    def mark_wrong(self, line: int) -> None:
        """Mark the line that can't be read, from 1; 0 for none."""
        self.wrong = line
        marks = []
        block = self.document().findBlockByNumber(line - 1)
        if line and block.isValid():
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(block)
            mark.format.setBackground(colour(self._appearance.theme.palette.error, 0.18))
            mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            marks.append(mark)
        self.setExtraSelections(marks)
        self._numbers.update()

    @property
    def line(self) -> int:
        """Where the cursor is, from 0."""
        return self.textCursor().blockNumber()

    # --- Numbers --------------------------------------------------------------------------------

    def _set_sizes(self) -> None:
        self.mark_wrong(self.wrong)
        self._fit()

    def _fit(self) -> None:
        self.setViewportMargins(self._numbers.sizeHint().width(), 0, 0, 0)
        self._place_numbers()

    def _place_numbers(self) -> None:
        inside = self.contentsRect()
        width = self._numbers.sizeHint().width()
        self._numbers.setGeometry(QRect(inside.left(), inside.top(), width, inside.height()))

    def _follow(self, rect: QRect, by: int) -> None:
        if by:
            self._numbers.scroll(0, by)
        else:
            self._numbers.update(0, rect.y(), self._numbers.width(), rect.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_numbers()

    def paint_numbers(self, painter: QPainter, width: int) -> None:
        """Write the number of each line that is seen; the wrong one has a mark too."""
        theme = self._appearance.theme
        painter.setFont(theme.mono(NUMBER_SIZE))
        block, offset = self.firstVisibleBlock(), self.contentOffset()
        bottom = self.viewport().height()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(offset)
            if box.top() > bottom:
                break
            number = block.blockNumber() + 1
            is_wrong = number == self.wrong
            painter.setPen(colour(theme.palette.error if is_wrong else theme.palette.muted))
            line = QRect(0, round(box.top()), width - theme.px(MARGIN), self.fontMetrics().height())
            painter.drawText(line, Qt.AlignmentFlag.AlignRight, f"{'▸' * is_wrong}{number}")
            block = block.next()

    @property
    def numbers_width(self) -> int:
        theme, digits = self._appearance.theme, len(str(self.blockCount())) + 1
        letter = QFontMetrics(theme.mono(NUMBER_SIZE)).horizontalAdvance("0")
        return theme.px(MARGIN) + digits * letter


class _Numbers(QWidget):
    """The strip beside the text."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self._source = source

    def sizeHint(self) -> QSize:
        return QSize(self._source.numbers_width, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._source.paint_numbers(painter, self.width())
        painter.end()


def _shared(one: str, other: str) -> int:
    """How many characters are the same from the first on."""
    for at, (ours, theirs) in enumerate(zip(one, other, strict=False)):
        if ours != theirs:
            return at
    return min(len(one), len(other))


def _units(text: str) -> int:
    """How long Qt holds a text to be: some characters are two units of UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
