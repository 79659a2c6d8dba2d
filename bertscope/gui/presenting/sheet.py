"""The keys of presenting on a sheet over the window."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from bertscope.gui.commands.overlay import Overlay
from bertscope.gui.controls import label
from bertscope.gui.language import tr
from bertscope.gui.presenting.keys import WORDS
from bertscope.gui.theme import Appearance

WIDTH, INSIDE, COLUMNS = 1000, 18, 2
"""Of the sheet at the most, and room in it, in design pixels; groups of keys side by side."""


class KeysSheet(Overlay):
    """Tells every key; `?` or Escape closes it."""

    def __init__(self, window: QWidget, appearance: Appearance) -> None:
        super().__init__(window, appearance, tr("Keys while presenting"))
        self._area = QScrollArea()
        self._area.setAccessibleName(tr("Keys while presenting"))
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._page, self._rows = _page()
        self._area.setWidget(self._page)
        self.column.addWidget(label(tr("Keys while presenting"), "heading"))
        self.column.addWidget(self._area)

    def first_focus(self) -> QWidget:
        return self._area

    def sheet_place(self) -> QRect:
        px = self.appearance.theme.px
        inside = px(INSIDE)
        self.column.setContentsMargins(inside, inside, inside, inside)
        wide = min(px(WIDTH), self.width() - 2 * inside)
        tall = self._rows.totalHeightForWidth(wide - 2 * inside) + 2 * inside + px(44)
        tall = min(tall, self.height() - 2 * inside)
        return QRect((self.width() - wide) // 2, (self.height() - tall) // 2, wide, tall)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == "?":
            self.close_sheet()
        super().keyPressEvent(event)


def _page() -> tuple[QWidget, QGridLayout]:
    page = QWidget()
    page.setObjectName("sheetPage")
    grid = QGridLayout(page)
    grid.setContentsMargins(0, 0, 8, 0)
    grid.setHorizontalSpacing(10)
    rows, middle = -(-len(WORDS) // COLUMNS), Qt.AlignmentFlag.AlignVCenter
    for number, (keys, words) in enumerate(WORDS):
        meaning = label(tr(words), "large")
        meaning.setWordWrap(True)
        line, column = number % rows, 2 * (number // rows)
        cap = label(tr(keys), "key")
        grid.addWidget(cap, line, column, Qt.AlignmentFlag.AlignLeft | middle)
        grid.addWidget(meaning, line, column + 1)
        grid.setColumnStretch(column + 1, 1)
    return page, grid
