"""A page's words, large, beside the views or above them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bertscope.gui.controls import label
from bertscope.gui.language import tr
from bertscope.gui.lesson.lesson import Page
from bertscope.gui.lesson.narration import Narration
from bertscope.gui.theme import Appearance

SIZES, MARGIN = (30, 28, 26, 24, 22, 20, 18, 16.5, 15), 16
"""Of the words, the largest that fits, and around them; pixels, whichever size the views' text has:
words are read from the last row."""
LINES = 27, 48
"""So many lines of the largest and of the smallest words would fill a screen from top to bottom."""
LARGE_LINES = 40
"""As many of the smallest words that stand above the views."""
TITLE = 1.2
"""How much larger the title is."""
AROUND = 2
"""Pixels around what is scrolled."""
OPEN, DONE = "○", "✓"


class Slide(QFrame):
    """Title, narration, what the class is asked, and which page it is.

    Attributes
    ----------
    title, number
        The page's heading, and ``3 / 12``.
    words
        Its narration.
    asks
        What it asks, in order, each with its mark.
    """

    def __init__(self, parent: QWidget, appearance: Appearance) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setObjectName("card")
        self.setAccessibleName(tr("The page of the lesson"))
        self.title = label("", "title")
        self.title.setWordWrap(True)
        self.number = label("", "muted")
        self.words = Narration(appearance, tr("What the page says"), SIZES[0])
        self.asks: list[Narration] = []
        self._page: Page | None = None
        self._done: tuple[bool, ...] = ()
        self._inside, self._column = self._scrolled()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(AROUND, AROUND, AROUND, AROUND)
        outer.addWidget(self._area)
        self.hide()

    def _scrolled(self) -> tuple[QWidget, QVBoxLayout]:
        """What is higher than there is room for is scrolled by the mouse alone."""
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("sheetPage")
        self._area.setWidget(inside)
        self._area.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(inside)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(MARGIN // 2)
        head = QHBoxLayout()
        top = Qt.AlignmentFlag.AlignTop
        head.addWidget(self.title, 1)
        head.addWidget(self.number, 0, top)
        column.addLayout(head)
        column.addWidget(self.words)
        column.addStretch(1)
        return inside, column

    def show_page(self, page: Page, number: int, of: int, done: tuple[bool, ...]) -> None:
        """Show a page of a lesson, `number` counted from 0."""
        self.title.setText(page.title)
        self.number.setText(f"{number + 1} / {of}")
        self.words.say(page.words)
        self.words.setVisible(bool(page.words))
        if page is not self._page:
            self._page = page
            self._make_asks(page)
        for ask, narration, is_done in zip(page.asks, self.asks, done, strict=True):
            narration.say(f"{DONE if is_done else OPEN} {ask.say}")

    def _make_asks(self, page: Page) -> None:
        for old in self.asks:
            old.hide()
            old.deleteLater()
        self.asks = [
            Narration(self._appearance, tr("What is asked"), SIZES[0], "segment_a_ink")
            for _ in page.asks
        ]
        for made in self.asks:
            self._column.insertWidget(self._column.count() - 1, made)
            made.show()

    def fit(self, width: int, height: int, sizes: Sequence[float] = SIZES) -> int:
        """Take the largest text that fits into so many pixels; gives the height that it takes."""
        for size in sizes:
            self._set_size(size)
            taken = self._height_at(width)
            if taken <= height:
                break
        return taken

    def _set_size(self, size: float) -> None:
        theme = self._appearance.theme
        for narration in (self.words, *self.asks):
            narration.set_size(size / theme.scale)
        self.title.setFont(theme.bold(TITLE * size / theme.scale))

    def _height_at(self, width: int) -> int:
        """Pixels that all of it takes at a width."""
        frame = AROUND + self.frameWidth()
        self._column.invalidate()  # A title of another size tells so only in the next turn.
        return self._column.totalHeightForWidth(width - 2 * frame) + 2 * frame


def sizes_for(height: int, smallest: int = LINES[1]) -> list[float]:
    """The sizes of words for a screen that is so many pixels high, the largest first."""
    fitting = [size for size in SIZES if height / smallest <= size <= height / LINES[0]]
    return fitting or [min(SIZES, key=lambda size: abs(size - height / smallest))]
