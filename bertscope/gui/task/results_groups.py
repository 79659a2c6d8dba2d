"""How the answers to questions went: a bar each way."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from bertscope.gui.language import tr
from bertscope.gui.painting import rounded, share_bar, text, text_width
from bertscope.gui.task.results_canvas import CellsCanvas
from bertscope.gui.task.results_cells import OUTCOMES, Cell, Outcome
from bertscope.gui.theme import Appearance, Theme
from bertscope.gui.wording import percent

LINE, LEAST, BAR = 30, 22, 8
"""Design pixels of a line at the most and the least, and of a bar's height."""
SIGNS = {
    Outcome.RIGHT: ("✓", "token"),
    Outcome.PARTLY: ("≈", "chosen"),
    Outcome.WRONG: ("✗", "segment_b"),
    Outcome.MADE_UP: ("+", "segment_b"),
    Outcome.MISSED: ("−", "segment_b"),
}
"""A sign each, and the attribute of `Palette` with its colour."""


class GroupsCanvas(CellsCanvas):
    """Right, partly right, wrong, and both ways to be wrong about whether there is an answer."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, tr("How the answers went"))

    def _line(self, height: float) -> float:
        px = self.theme.px
        return min(max(height / len(OUTCOMES), px(LEAST)), px(LINE))

    def content_size(self, width: float, height: float) -> tuple[float, float]:
        return width, self._line(height) * len(OUTCOMES)

    def cell_at(self, point: QPointF, width: float, height: float) -> Cell | None:
        row = int(point.y() // self._line(height))
        return (row, 0) if 0 <= row < len(OUTCOMES) else None

    def words_of(self, cell: Cell) -> str:
        assert self.results is not None
        outcome, count = tr(OUTCOMES[cell[0]].value), self.results.outcomes[cell[0]]
        return tr("{outcome}: {count:,} answers", outcome=outcome, count=count)

    def paint_cells(self, painter: QPainter, width: float, height: float) -> None:
        line = self._line(height)
        for row in range(len(OUTCOMES)):
            self._paint_row(painter, QRectF(0, row * line, width, line), row)

    def _paint_row(self, painter: QPainter, rect: QRectF, row: int) -> None:
        assert self.results is not None
        theme, palette, outcome = self.theme, self.theme.palette, OUTCOMES[row]
        if (row, 0) in (self.cell, self._under):
            is_chosen = (row, 0) == self.cell
            edge = palette.chosen_edge if is_chosen else palette.segment_a
            ground = rect.adjusted(1, 1, -1, -1)
            rounded(painter, ground, theme.px(4), palette.chip, edge, width=2 if is_chosen else 1)
        count, total = self.results.outcomes[row], len(self.results.told.examples)
        sign, meaning = SIGNS[outcome]
        px, name = theme.px, _name_width(theme)
        at = rect.left() + px(8)
        text(painter, _part(rect, at, px(14)), sign, theme.bold(13), palette.text)
        numbers = f"{count:,} · {percent(count / total)}" if total else "0"
        right = text_width("0,000 · 00.0 %", theme.mono(11))
        place = _part(rect, rect.right() - right - px(8), right)
        text(painter, place, numbers, theme.mono(11), palette.text, Qt.AlignmentFlag.AlignRight)
        name = min(name, place.left() - at - px(24))
        words, font = tr(outcome.value), theme.sans(12)
        text(painter, _part(rect, at + px(18), name), words, font, palette.text)
        begin = at + px(24) + name
        bar = QRectF(begin, rect.center().y() - px(BAR) / 2, place.left() - begin - px(8), px(BAR))
        if bar.width() > px(10):
            share = count / total if total else 0.0
            share_bar(painter, bar, share, px(2), palette.track, str(getattr(palette, meaning)))


def _part(rect: QRectF, left: float, wide: float) -> QRectF:
    return QRectF(left, rect.top(), wide, rect.height())


def _name_width(theme: Theme) -> float:
    return max(text_width(tr(outcome.value), theme.sans(12)) for outcome in OUTCOMES) + 1
