"""The picture of many rolls: how often each token was chosen, and 80/10/10 as it emerges."""

from itertools import pairwise

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from bertscope.gui.language import tr
from bertscope.gui.masks.drawn import rolls_words
from bertscope.gui.masks.rolls_areas import AXIS, LEAST, LINE, NAME, TITLE, WHY, Areas
from bertscope.gui.masks.rolls_content import RollsContent
from bertscope.gui.painting import rounded, text, text_width
from bertscope.gui.theme import Theme
from bertscope.gui.wording import plain_percent
from bertscope.text.masking import Action
from bertscope.text.pair import Source

POINTS = 160
"""Points of a line of running shares, evenly spread on its logarithmic axis."""
RIGHT, CENTRE = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter


class RollsPainter:
    """Paints one tally."""

    def __init__(self, content: RollsContent, theme: Theme) -> None:
        self.content = content
        self.theme = theme

    def paint(self, painter: QPainter, areas: Areas, scroll: float, focus: int) -> None:
        theme = self.theme
        painter.setFont(theme.sans(12))
        painter.setPen(QColor(theme.palette.muted))
        painter.drawText(areas.why, Qt.TextFlag.TextWordWrap, tr(WHY))
        if self.content.instead:
            room = QRectF(0, 0, areas.why.width(), theme.px(TITLE))
            text(painter, room, self.content.instead, theme.sans(13), theme.palette.text)
            return
        self._shares(painter, areas.shares)
        self._running(painter, areas.running)
        self._bars(painter, areas, scroll, focus)

    # --- Shares of all that was chosen ----------------------------------------------------------

    def _shares(self, painter: QPainter, room: QRectF) -> None:
        theme, tally, wanted = self.theme, self.content.tally, self.content.wanted
        rolls = rolls_words(tally.rolls)
        if tally.rolls < wanted:
            rolls = tr("{done:,} of {wanted:,} rolls …", done=tally.rolls, wanted=wanted)
        title = tr("{rolls}: {total:,} chosen", rolls=rolls, total=tally.total)
        self._title(painter, room, title)
        words = [self.content.share_words(action) for action in Action]
        widest = max(text_width(each, theme.sans(12)) for each in words)
        for row, (action, each) in enumerate(zip(Action, words, strict=True)):
            top = room.top() + theme.px(TITLE) + row * theme.px(LINE)
            line = QRectF(room.left(), top, room.width(), theme.px(LINE))
            text(painter, line, action.value.upper(), theme.mono(11), theme.palette.text)
            text(painter, line, each, theme.sans(12), theme.palette.text, RIGHT)
            inset = theme.px(5)
            track = line.adjusted(theme.px(54), inset, -widest - theme.px(8), -inset)
            self._share(painter, track, action)

    def _share(self, painter: QPainter, track: QRectF, action: Action) -> None:
        """The share that was drawn as a bar, and a mark at the nominal one."""
        theme, tally = self.theme, self.content.tally
        rounded(painter, track, theme.px(2), theme.palette.track)
        full = QRectF(track)
        full.setWidth(track.width() * tally.counts[action] / max(1, tally.total))
        self._block(painter, full, action)
        x = track.left() + self.content.nominal[action] * track.width()
        painter.setPen(QPen(QColor(theme.palette.text), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(x, track.top() - theme.px(4), x, track.bottom() + theme.px(4)))

    # --- Shares as they settle ------------------------------------------------------------------

    def _running(self, painter: QPainter, room: QRectF) -> None:
        theme, muted = self.theme, self.theme.palette.muted
        if room.height() < theme.px(LEAST):
            return
        self._title(painter, room, tr("Shares after so many rolls"))
        axis = theme.px(AXIS)
        plot = room.adjusted(axis, theme.px(TITLE + 4), -theme.px(8), -theme.px(18))
        for share in self._marks(plot.height()):
            y = plot.bottom() - share * plot.height()
            name = QRectF(room.left(), y - theme.px(8), axis - theme.px(6), theme.px(16))
            text(painter, name, plain_percent(share), theme.sans(11), muted, RIGHT)
            painter.setPen(self._dotted())
            painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
        last = self.content.wanted
        for rolls in sorted({10**n for n in range(4) if 10**n < last} | {last}):
            x = plot.left() + _along(rolls, last) * plot.width()
            under = QRectF(x - theme.px(30), plot.bottom() + theme.px(2), theme.px(60), 0)
            under.setHeight(theme.px(16))
            under.moveRight(min(under.right(), room.right()))
            side = RIGHT if under.right() == room.right() else CENTRE
            text(painter, under, f"{rolls:,}", theme.sans(11), muted, side)
        for action in Action:
            self._line(painter, plot, action)

    def _marks(self, high: float) -> list[float]:
        """The nominal shares, without those too close to one that is marked."""
        apart = self.theme.px(14) / high
        marks: list[float] = []
        for share in self.content.nominal.values():
            if all(abs(share - other) >= apart for other in marks):
                marks.append(share)
        return marks

    def _line(self, painter: QPainter, plot: QRectF, action: Action) -> None:
        points = self._points(plot, action)
        shade, style = self._ink(action)
        pen = QPen(QColor(shade), self.theme.px(2), style)
        painter.setPen(pen)
        if style is Qt.PenStyle.SolidLine:
            painter.drawLines([QLineF(a, b) for a, b in pairwise(points)])
        else:
            painter.drawPolyline(points)
        if points:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(shade))
            radius = self.theme.px(3)
            painter.drawEllipse(points[-1], radius, radius)

    def _points(self, plot: QRectF, action: Action) -> list[QPointF]:
        rolls = self.content.tally.rolls
        if not rolls:
            return []
        shares = self.content.running[:, list(Action).index(action)]
        shown = np.unique(np.geomspace(1, rolls, POINTS).round().astype(np.int64))
        return [
            QPointF(
                plot.left() + _along(number, self.content.wanted) * plot.width(),
                plot.bottom() - share * plot.height(),
            )
            for number, share in zip(shown.tolist(), shares[shown - 1].tolist(), strict=True)
            if share == share  # NaN as long as nothing was chosen.
        ]

    # --- How often each token was chosen --------------------------------------------------------

    def _bars(self, painter: QPainter, areas: Areas, scroll: float, focus: int) -> None:
        theme, content, room = self.theme, self.content, areas.bars
        if room.height() < theme.px(LEAST):
            return
        self._title(painter, room, content.title)
        axis = theme.px(AXIS)
        plot = room.adjusted(axis, theme.px(TITLE + 18), 0, -theme.px(NAME))
        most = max(*content.shares, content.rule.rate) or 1.0
        first = max(0, int(scroll // areas.column))
        last = min(len(content.shares), int((scroll + plot.width()) // areas.column) + 1)
        columns = {
            position: QRectF(
                plot.left() + position * areas.column - scroll,
                plot.top(),
                areas.column,
                plot.height(),
            )
            for position in range(first, last)
        }
        painter.save()
        painter.setClipRect(room.adjusted(axis, 0, 0, 0))
        for position, column in columns.items():
            self._bar(painter, column, position, most, lit=position == focus)
        y = plot.bottom() - content.rule.rate / most * plot.height()
        right = min(plot.right(), columns[last - 1].right())
        painter.setPen(self._dotted())
        painter.drawLine(QLineF(plot.left(), y, right, y))
        for position, column in columns.items():
            self._names(painter, column, position, most, lit=position == focus)
        painter.restore()
        name = QRectF(room.left(), y - theme.px(8), axis - theme.px(6), theme.px(16))
        rate = plain_percent(content.rule.rate)
        text(painter, name, rate, theme.sans(11), theme.palette.muted, RIGHT)

    def _bar(
        self, painter: QPainter, column: QRectF, position: int, most: float, *, lit: bool
    ) -> None:
        """MASK, RANDOM and KEEP on top of each other."""
        theme, tally = self.theme, self.content.tally
        if lit:
            around = column.adjusted(1, -theme.px(16), -1, theme.px(NAME))
            rounded(painter, around, theme.px(4), theme.palette.chip)
        inset = min(column.width() * 0.22, theme.px(14))
        bottom = column.bottom()
        for action, count in zip(Action, tally.at_LA[position].tolist(), strict=True):
            high = count / max(1, tally.rolls) / most * column.height()
            block = QRectF(column.left() + inset, bottom - high, column.width() - 2 * inset, high)
            self._block(painter, block, action)
            bottom -= high

    def _names(
        self, painter: QPainter, column: QRectF, position: int, most: float, *, lit: bool
    ) -> None:
        """The share above the bar, on a ground that keeps the dotted line away, and the token."""
        theme, palette, share = self.theme, self.theme.palette, self.content.shares[position]
        special = self.content.pair.sources[position] is Source.SPECIAL
        words, font = tr("never") if special else plain_percent(share), theme.sans(11)
        top = column.bottom() - share / most * column.height() - theme.px(16)
        above = QRectF(column.left(), top, column.width(), theme.px(15))
        ground = QRectF(0, 0, text_width(words, font) + theme.px(4), theme.px(13))
        ground.moveCenter(above.center())
        painter.fillRect(ground, QColor(palette.chip if lit else palette.card))
        text(painter, above, words, font, palette.muted, CENTRE)
        below = QRectF(column.left() + 2, column.bottom(), column.width() - 4, theme.px(NAME))
        shade = palette.muted if special else palette.text
        text(painter, below, self.content.pair.tokens[position], theme.mono(11), shade, CENTRE)

    # --- Marks ----------------------------------------------------------------------------------

    def _title(self, painter: QPainter, room: QRectF, words: str) -> None:
        line = QRectF(room.left(), room.top(), room.width(), self.theme.px(TITLE - 4))
        text(painter, line, words, self.theme.bold(12), self.theme.palette.text)

    def _ink(self, action: Action) -> tuple[str, Qt.PenStyle]:
        palette = self.theme.palette
        return {
            Action.MASK: (palette.chosen, Qt.PenStyle.SolidLine),
            Action.RANDOM: (palette.text, Qt.PenStyle.SolidLine),
            Action.KEEP: (palette.muted, Qt.PenStyle.DashLine),
        }[action]

    def _block(self, painter: QPainter, block: QRectF, action: Action) -> None:
        """Full for what another token stands for, hollow for KEEP."""
        if block.width() <= 0 or block.height() <= 0:
            return
        shade, _ = self._ink(action)
        if action is Action.KEEP:
            half = min(0.5, block.width() / 2, block.height() / 2)
            inner = block.adjusted(half, half, -half, -half)
            rounded(painter, inner, 0, self.theme.palette.card, shade)
        else:
            painter.fillRect(block, QColor(shade))

    def _dotted(self) -> QPen:
        return QPen(QColor(self.theme.palette.muted), 1, Qt.PenStyle.DotLine)


def _along(rolls: int, last: int) -> float:
    """Where a number of rolls stands on the logarithmic axis from 1 to `last`."""
    return float(np.log(rolls) / np.log(last)) if last > 1 else 1.0
