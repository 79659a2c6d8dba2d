"""The confusion matrix: a row each right class, a column each class that was said."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from bertscope.gui.language import tr
from bertscope.gui.painting import rounded, text
from bertscope.gui.task.results_canvas import CellsCanvas
from bertscope.gui.task.results_cells import Cell, Results
from bertscope.gui.task.results_layout import LINE, TOTAL, Layout
from bertscope.gui.theme import Appearance
from bertscope.gui.wording import escaped, percent

FAINTEST, STRONGEST = 0.08, 0.5
"""How much of its colour a cell has, by its share of the row."""
BOTH, TICKED = 56, 46
"""Design pixels of width from which on a cell that is a line high says count and share, and from
which on one has room for a tick beside its frame."""
CENTRE, RIGHT = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight


class MatrixCanvas(CellsCanvas):
    """Counts and shares of each row; what is right has a frame and a tick."""

    def __init__(self, appearance: Appearance) -> None:
        name = tr("Confusion matrix: rows the right class, columns what is said")
        super().__init__(appearance, name)

    def content_size(self, width: float, height: float) -> tuple[float, float]:
        if self.results is None:
            return width, 0.0
        return Layout(self.theme, self.results, width, height).content

    def cell_at(self, point: QPointF, width: float, height: float) -> Cell | None:
        assert self.results is not None
        return Layout(self.theme, self.results, width, height).at(point)

    def words_of(self, cell: Cell) -> str:
        assert self.results is not None
        count, share = counted(self.results, cell)
        right, said = (escaped(self.results.labels[n]) for n in cell)
        return tr(
            "{count:,} examples of <b>{right}</b> called <b>{said}</b>: {share} of the row",
            count=count,
            right=right,
            said=said,
            share=share,
        )

    def paint_cells(self, painter: QPainter, width: float, height: float) -> None:
        assert self.results is not None
        layout = Layout(self.theme, self.results, width, height)
        self._paint_names(painter, layout)
        for row in range(layout.size):
            for column in range(layout.size):
                self._paint_cell(painter, layout, (row, column))
        self._paint_totals(painter, layout)

    def _paint_names(self, painter: QPainter, layout: Layout) -> None:
        theme, palette, (wide, high) = self.theme, self.theme.palette, layout.cell
        line, gap, font = theme.px(LINE), theme.px(8), theme.sans(12)
        top = QRectF(layout.name, 0, layout.size * wide, line)
        text(painter, top, tr("said →"), theme.sans(11), palette.muted)
        corner = QRectF(0, line, layout.name - gap, line)
        text(painter, corner, tr("right ↓"), theme.sans(11), palette.muted, RIGHT)
        for number, label in enumerate(layout.results.labels):
            over = QRectF(layout.name + number * wide + 2, line, wide - 4, line)
            text(painter, over, _cut(label, font, over.width()), font, palette.text, CENTRE)
            left = QRectF(0, layout.head + number * high, layout.name - gap, high)
            text(painter, left, _cut(label, font, left.width()), font, palette.text, RIGHT)

    def _paint_cell(self, painter: QPainter, layout: Layout, cell: Cell) -> None:
        theme, palette, is_right = self.theme, self.theme.palette, cell[0] == cell[1]
        rect, radius = layout.rect(cell).adjusted(2, 2, -2, -2), theme.px(4)
        count, words = counted(layout.results, cell)
        row = int(layout.results.counts[cell[0]].sum())
        if count:
            alpha = FAINTEST + (STRONGEST - FAINTEST) * count / row
            rounded(
                painter, rect, radius, palette.token if is_right else palette.segment_b, alpha=alpha
            )
        edge, width = (palette.token, 1.5) if is_right else (palette.line, 1.0)
        rounded(painter, rect, radius, None, edge, width=width)
        if cell == self.cell:
            rounded(painter, rect, radius, None, palette.chosen_edge, width=2.5)
        elif cell == self._under:
            rounded(painter, rect, radius, None, palette.segment_a, width=2)
        if is_right and rect.width() >= theme.px(TICKED):
            tick = QRectF(rect.right() - theme.px(15), rect.top() + 1, theme.px(12), theme.px(13))
            text(painter, tick, "✓", theme.bold(11), palette.text)
        self._paint_numbers(painter, rect, count, words)

    def _paint_numbers(self, painter: QPainter, rect: QRectF, count: int, share: str) -> None:
        theme, shade = self.theme, self.theme.palette.text if count else self.theme.palette.muted
        bold, small = theme.bold(13), theme.sans(11)
        if rect.height() >= theme.px(32) and count:
            middle = rect.center().y()
            upper = QRectF(rect.left(), middle - theme.px(15), rect.width(), theme.px(16))
            text(painter, upper, f"{count:,}", bold, shade, CENTRE)
            text(painter, upper.translated(0, theme.px(14)), share, small, shade, CENTRE)
        elif rect.width() >= theme.px(BOTH) and count:
            half = rect.width() * 0.42
            text(
                painter,
                rect.adjusted(0, 0, half - rect.width(), 0),
                f"{count:,}",
                bold,
                shade,
                RIGHT,
            )
            text(painter, rect.adjusted(half + theme.px(5), 0, 0, 0), share, small, shade)
        else:
            text(painter, rect, f"{count:,}", bold if count else small, shade, CENTRE)

    def _paint_totals(self, painter: QPainter, layout: Layout) -> None:
        theme, counts, (wide, high) = self.theme, layout.results.counts, layout.cell
        font, shade, line = theme.mono(11), theme.palette.muted, theme.px(LINE)
        right, low = layout.name + layout.size * wide, layout.head + layout.size * high + 2
        for number in range(layout.size):
            beside = QRectF(right, layout.head + number * high, theme.px(TOTAL) - 4, high)
            text(painter, beside, f"{counts[number].sum():,}", font, shade, RIGHT)
            below = QRectF(layout.name + number * wide, low, wide, line)
            text(painter, below, f"{counts[:, number].sum():,}", font, shade, CENTRE)
        corner = QRectF(right, low, theme.px(TOTAL) - 4, line)
        text(painter, corner, f"{counts.sum():,}", theme.bold(11), theme.palette.text, RIGHT)
        text(
            painter,
            QRectF(0, low, layout.name - theme.px(8), line),
            tr("all"),
            theme.sans(11),
            shade,
            RIGHT,
        )


def _cut(words: str, font: QFont, width: float) -> str:
    """Cut in its middle: names of classes often begin alike."""
    return QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideMiddle, width)


def counted(results: Results, cell: Cell) -> tuple[int, str]:
    """How many examples a cell has, and which share of its row that is."""
    row = int(np.sum(results.counts[cell[0]]))
    count = int(results.counts[cell])
    return count, percent(count / row) if row else tr("none")
