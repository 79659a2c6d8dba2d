"""Paints the blocks of the vector view where the vector of A stands beside that of B."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from bertscope.gui.closer.bars import draw_bars, level, slot
from bertscope.gui.closer.inspected_pair import DELTA, InspectedPair
from bertscope.gui.closer.vector_blocks import AXIS, BlockPainter, bars_plot, heat_target
from bertscope.gui.closer.vector_ladder import LONG, SHORT
from bertscope.gui.closer.vector_layout import TITLE
from bertscope.gui.compare.marks import PALE
from bertscope.gui.heat_map import heat_map
from bertscope.gui.language import marked, tr
from bertscope.gui.painting import fitting, paragraph, text
from bertscope.gui.state import Row, Side
from bertscope.gui.theme import Palette, Theme, colour
from bertscope.gui.token_names import shade_at, token_at
from bertscope.gui.wording import number
from bertscope.wire.messages import Neighbour

LEAST_PLOT = 13
"""Design pixels of the bars of one model; in less room the change stands alone."""
SLOT = 7
"""Design pixels of a token from which A's and B's bars stand side by side."""
NEAREST = (marked("nearest in the vocabulary"), marked("nearest"))


class PairPainter(BlockPainter):
    """Paints what is said of one vector in two models."""

    def __init__(self, painter: QPainter, theme: Theme, pair: InspectedPair) -> None:
        super().__init__(painter, theme, pair.a)
        self.pair = pair

    # --- Values ---------------------------------------------------------------------------------

    def bars(self, place: QRectF, hovered: int | None) -> None:
        """A's values above B's, and below them B − A on a scale of its own."""
        pair = self.pair
        wordings = ("",) if hovered is None else pair.value_words(hovered)
        read_out = fitting(wordings, place.width() - self.theme.px(10), self.theme.mono(11))
        what = "" if pair.change is None else f" · {DELTA} = {Side.DIFFERENCE.value}"
        count = tr("{count} values", count=len(pair.a.values))
        self.title(place, f"{count}{what}", read_out)
        plot = bars_plot(self.theme, place)
        rows: list[tuple[str, NDArray[np.floating] | None]] = [
            ("A", pair.a.values),
            ("B", pair.b.values),
            (DELTA, pair.change),
        ]
        if plot.height() < 3 * self.theme.px(LEAST_PLOT) and pair.change is not None:
            rows = rows[2:]
        gap = self.theme.px(3)
        high = (plot.height() - (len(rows) - 1) * gap) / len(rows)
        for number_, (name, values) in enumerate(rows):
            room = QRectF(plot.left(), plot.top() + number_ * (high + gap), plot.width(), high)
            if values is None:
                font, muted = self.theme.sans(11), self.palette.muted
                paragraph(self.painter, room.adjusted(-self.theme.px(AXIS), 0, 0, 0), pair.why,
                          font, muted)  # fmt: skip
            else:
                self._row(room, name, values, hovered)

    def _row(
        self, room: QRectF, name: str, values: NDArray[np.floating], hovered: int | None
    ) -> None:
        limit = float(np.abs(values).max()) or 1.0
        if name != DELTA:
            limit = max(abs(end) for end in self.pair.a.extent)
        if hovered is not None and (name == "A" or self.pair.change is not None):
            self._mark(room, hovered, len(values))
        shades = self.palette.negative, self.palette.positive
        draw_bars(self.painter, room, values, (-limit, limit), shades)
        zero = room.center().y()
        self.painter.setPen(QPen(QColor(self.palette.muted), 1))
        self.painter.drawLine(QPointF(room.left(), zero), QPointF(room.right(), zero))
        axis = QRectF(0, room.top(), self.theme.px(AXIS - 5), room.height())
        axis.moveLeft(room.left() - self.theme.px(AXIS))
        text(self.painter, axis, name, self.theme.bold(11), self.palette.text)
        end = f"±{number(limit, 1 if limit >= 1 else 2)}"
        align = Qt.AlignmentFlag.AlignRight
        text(self.painter, axis, end, self.theme.mono(10), self.palette.muted, align)

    def heat(self, place: QRectF, image: QImage, hovered: int | None) -> None:
        """The change folded as in the figure, with the end of its scale."""
        super().heat(place, image, hovered)
        target, line = heat_target(self.theme, place), self.theme.px(14)
        room = QRectF(place.left(), target.center().y() - line, self.theme.px(AXIS - 5), line)
        name = "A" if self.pair.change is None else DELTA
        text(self.painter, room, name, self.theme.bold(11), self.palette.text)
        end = f"±{number(self.pair.limit, 2)}"
        room.translate(0, line)
        text(self.painter, room, end, self.theme.mono(10), self.palette.muted)

    def stats(self, place: QRectF) -> None:
        font = self.theme.sans(11)
        words = fitting(self.pair.measures, place.width(), font)
        text(self.painter, place, words, font, self.palette.text)

    # --- Shares ---------------------------------------------------------------------------------

    def shares(self, place: QRectF) -> None:
        """A's bar above B's, and the numbers of both."""
        theme = self.theme
        self.title(place, self._shares_title)
        a, b = self.pair.a.shares, self.pair.b.shares
        if a is None or b is None:
            return
        letter, high = theme.px(11), float(theme.px(6))
        bar = QRectF(place.left() + letter, place.top() + theme.px(TITLE), 0, high)
        bar.setRight(place.right())
        for name, found in zip("AB", (a, b), strict=True):
            at = QRectF(place.left(), bar.center().y() - theme.px(6), letter, theme.px(12))
            text(self.painter, at, name, theme.bold(10), self.palette.text)
            self._stack(bar, found, self._shades)
            bar.translate(0, high + theme.px(3))
        line = QRectF(place.left(), bar.top() - theme.px(1), place.width() / 3, theme.px(15))
        values = [(100 * x, 100 * y) for x, y in zip(a, b, strict=True)]
        for row, (x, y), shade in zip(ROWS, values, self._shades, strict=True):
            both = f"{number(x, 0)} → {number(y, 0)} %"
            words = [*(f"{tr(names[row])} {both}" for names in (LONG, SHORT)), both]
            font = theme.sans(11)
            text(self.painter, line, fitting(words, line.width(), font), font, shade)
            line.translate(line.width(), 0)

    # --- Cosines --------------------------------------------------------------------------------

    def _cosine_words(self, focus: int) -> str:
        a, b = self.pair.a.cosines[focus], self.pair.b.cosines[focus]
        return f"{token_at(self.shown.seen, focus)} A {number(a, 2)} B {number(b, 2)}"

    def _least_cosine(self) -> float:
        return float(min(self.pair.a.cosines.min(), self.pair.b.cosines.min()))

    def _by_sentence(self, plot: QRectF, limits: tuple[float, float]) -> None:
        """Two bars a token, A's full and B's pale in an outline; in no room B's ends alone."""
        count = len(self.pair.a.cosines)
        if plot.width() / count < self.theme.px(SLOT):
            super()._by_sentence(plot, limits)
            self._ends(plot, limits)
            return
        zero = level(plot, 0.0, *limits)
        for position in range(count):
            place = slot(plot, position, count).adjusted(1, 0, -1, 0)
            shade = shade_at(self.shown.seen, position, self.palette)
            for model, found in enumerate((self.pair.a.cosines, self.pair.b.cosines)):
                end = level(plot, float(np.clip(found[position], *limits)), *limits)
                wide = place.width() / 2
                bar = QRectF(place.left() + model * wide, min(zero, end), wide, abs(end - zero))
                self.painter.fillRect(bar, colour(shade, PALE if model else 1.0))
                if model and bar.height() > 1:
                    self.painter.setPen(QPen(colour(shade), 1))
                    self.painter.setBrush(Qt.BrushStyle.NoBrush)
                    self.painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))

    def _ends(self, plot: QRectF, limits: tuple[float, float]) -> None:
        """Where B's bars would end, over A's."""
        found, count = self.pair.b.cosines, len(self.pair.b.cosines)
        self.painter.setPen(QPen(QColor(self.palette.text), 1))
        for position, value in enumerate(found.tolist()):
            place, y = slot(plot, position, count), level(plot, value, *limits)
            self.painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))

    # --- Neighbours -----------------------------------------------------------------------------

    def both_neighbours(self, place: QRectF, a: list[Neighbour], b: list[Neighbour]) -> None:
        """A's nearest entries, and B's beside them."""
        gap = self.theme.px(12)
        half = QRectF(place.left(), place.top(), (place.width() - gap) / 2, place.height())
        for name, found in zip("AB", (a, b), strict=True):
            words = [f"{name}: {tr(what)}" for what in NEAREST]
            title = fitting(words, half.width(), self.theme.sans(11))
            self.neighbours(half, found, title)
            half.translate(half.width() + gap, 0)


ROWS = (Row.TOKEN, Row.SEGMENT, Row.POSITION)


def heat_of_pair(pair: InspectedPair, palette: Palette) -> QImage:
    values = pair.a.values if pair.change is None else pair.change
    return heat_map(values[None], pair.limit, palette)
