"""The overview of all keys."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QWidget,
)

from bertscope.gui.commands.overlay import Overlay
from bertscope.gui.commands.registry import Commands
from bertscope.gui.language import marked, tr
from bertscope.gui.theme import Appearance

Keys = Sequence[tuple[str, str]]
"""Pairs of a key and what it does."""

FIGURE_KEYS: Keys = (
    ("← →", marked("the token before or after")),
    (marked("Shift+← →"), marked("a span of tokens")),
    (marked("Home End"), marked("the first or the last token")),
    ("M", marked("make it [MASK]")),
    ("R", marked("make it a random token")),
    ("K", marked("choose it, but keep it")),
    (marked("Delete"), marked("choose it no more")),
    (marked("Enter"), marked("the next of the four, as a click does")),
    (marked("Drag"), marked("over tokens: mask a span")),
    ("T", marked("what the model says there")),
    ("V", marked("open its vector, as a click on it does")),
    ("↑ ↓", marked("the vector above or below")),
    ("[ ]", marked("one stage of the sum less or more")),
    ("I", marked("ids and characters")),
    (marked("Ctrl+wheel"), marked("narrower or wider columns")),
    (marked("Esc"), marked("let go")),
)
COLUMN, MARGIN, GAP, INSIDE = 300, 40, 28, 20
"""Least width of a column, and room around the sheet, between columns and in it; design pixels."""


class Shortcuts(Overlay):
    """Every key of the window by menu, large enough for the last row; `?` or Escape closes it.

    Parameters
    ----------
    commands
        Those with keys are shown, as they are when the overview opens.
    """

    def __init__(self, window: QWidget, commands: Commands, appearance: Appearance) -> None:
        super().__init__(window, appearance, tr("All keys"))
        self._commands = commands
        self.title = QLabel(tr("Keys"))
        self.title.setProperty("role", "heading")
        self.area = QScrollArea()
        self.area.setAccessibleName(tr("Keys by menu"))
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.column.addWidget(self.title)
        self.column.addWidget(self.area)
        self._shown = (0, 0.0)

    def groups(self) -> dict[str, Keys]:
        """What is shown: by menu, then by view."""
        menus = {
            title: [(" · ".join(c.keys), c.words) for c in commands if c.keys]
            for title, commands in self._commands.by_menu().items()
        }
        in_figure = [(tr(key), tr(words)) for key, words in FIGURE_KEYS]
        groups: dict[str, Keys] = {**menus, tr("In the figure"): in_figure}
        return {title: keys for title, keys in groups.items() if keys}

    def open(self) -> None:
        self._shown = (0, 0.0)
        super().open()

    def first_focus(self) -> QWidget:
        return self.area

    def sheet_place(self) -> QRect:
        px = self.appearance.theme.px
        edge, inside = min(px(MARGIN), self.width() // 20), px(INSIDE)
        self.column.setContentsMargins(inside, inside, inside, inside)
        self.column.setSpacing(px(12))
        wide = self.width() - 2 * edge
        room = wide - 2 * inside
        self._show_columns(min(4, max(1, (room + px(GAP)) // px(COLUMN + GAP))))
        head = self.title.sizeHint().height() + self.column.spacing()
        tall = head + self._page_height(room) + 2 * inside + 4
        tall = min(tall, self.height() - 2 * edge)
        return QRect(edge, (self.height() - tall) // 2, wide, tall)

    def _show_columns(self, columns: int) -> None:
        shown = columns, self.appearance.theme.scale
        if self._shown != shown:
            self._shown = shown
            self.area.setWidget(self._page(columns))

    def _page_height(self, width: int) -> int:
        page = self.area.widget()
        assert page is not None
        for part in page.findChildren(QWidget):
            part.ensurePolished()
        layout = page.layout()
        assert layout is not None
        return layout.totalHeightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == "?":
            self.close_sheet()
        super().keyPressEvent(event)

    def _page(self, columns: int) -> QWidget:
        """The groups in columns of about the same height, read from left to right."""
        px, page = self.appearance.theme.px, QWidget()
        page.setObjectName("sheetPage")
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, px(8), 0)
        row.setSpacing(px(GAP))
        for part in _parts(list(self.groups().items()), columns):
            row.addLayout(_column(part, px(6)), 1)
        return page


def _column(groups: list[tuple[str, Keys]], gap: int) -> QGridLayout:
    """Groups one below the other, their keys in one column and the words in the next."""
    grid = QGridLayout()
    grid.setVerticalSpacing(gap)
    grid.setHorizontalSpacing(2 * gap)
    grid.setColumnStretch(1, 1)
    for title, keys in groups:
        head = QLabel(title)
        head.setProperty("role", "title")
        head.setContentsMargins(0, 2 * gap if grid.count() else 0, 0, 0)
        grid.addWidget(head, grid.rowCount(), 0, 1, 2)
        for key, words in keys:
            _add_row(grid, key, words)
    grid.setRowStretch(grid.rowCount(), 1)
    return grid


def _add_row(grid: QGridLayout, key: str, words: str) -> None:
    cap, meaning, line = QLabel(key), QLabel(words), grid.rowCount()
    cap.setProperty("role", "key")
    meaning.setProperty("role", "large")
    meaning.setWordWrap(True)
    grid.addWidget(cap, line, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    grid.addWidget(meaning, line, 1)


def _parts(groups: list[tuple[str, Keys]], columns: int) -> list[list[tuple[str, Keys]]]:
    """Cut a list of groups, in order, where the columns become about as long as each other."""
    total = sum(len(keys) + 2 for _, keys in groups)
    parts: list[list[tuple[str, Keys]]] = [[] for _ in range(columns)]
    before = 0
    for title, keys in groups:
        middle = before + (len(keys) + 2) / 2
        parts[min(columns - 1, int(middle * columns / total))].append((title, keys))
        before += len(keys) + 2
    return [part for part in parts if part]
