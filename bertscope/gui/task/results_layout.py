"""Where the cells of a confusion matrix stand."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF

from bertscope.gui.painting import text_width
from bertscope.gui.task.results_cells import Cell, Results
from bertscope.gui.theme import Theme

NAME, LEAST_NAME = 120, 40
"""Design pixels of a class's name at the most, and at the least."""
WIDE, LEAST_WIDE, HIGH, LEAST_HIGH, TOTAL, LINE = 132, 36, 56, 22, 52, 18
"""Design pixels of a cell at the most and the least, of the totals, and of a line of words."""


@dataclass(frozen=True)
class Layout:
    """The matrix in a view of a size; cells are as large as there is room, within limits."""

    theme: Theme
    results: Results
    width: float
    height: float

    @property
    def size(self) -> int:
        """Classes."""
        return len(self.results.labels)

    @cached_property
    def name(self) -> float:
        """The width of the names of the rows."""
        px, font = self.theme.px, self.theme.sans(12)
        widest = max((text_width(label, font) for label in self.results.labels), default=0.0)
        return min(max(widest, px(LEAST_NAME)), px(NAME)) + px(10)

    @cached_property
    def cell(self) -> tuple[float, float]:
        """The width and the height of a cell."""
        px, count = self.theme.px, max(1, self.size)
        wide = (self.width - self.name - px(TOTAL)) / count
        high = (self.height - self.head - px(LINE + 4)) / count
        return (
            min(max(wide, px(LEAST_WIDE)), px(WIDE)),
            min(max(high, px(LEAST_HIGH)), px(HIGH)),
        )

    @property
    def head(self) -> float:
        """How high what is over the cells is."""
        return 2.0 * self.theme.px(LINE)

    @property
    def content(self) -> tuple[float, float]:
        """How large all of it is."""
        px, (wide, high) = self.theme.px, self.cell
        return (
            self.name + self.size * wide + px(TOTAL),
            self.head + self.size * high + px(LINE + 4),
        )

    def rect(self, cell: Cell) -> QRectF:
        """Where a cell stands: its row is the right class, its column what was said."""
        (row, column), (wide, high) = cell, self.cell
        return QRectF(self.name + column * wide, self.head + row * high, wide, high)

    def at(self, point: QPointF) -> Cell | None:
        """The cell at a point."""
        wide, high = self.cell
        column, row = (point.x() - self.name) // wide, (point.y() - self.head) // high
        inside = 0 <= row < self.size and 0 <= column < self.size
        return (int(row), int(column)) if inside else None
