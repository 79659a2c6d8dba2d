"""The whole distribution at one position: probability against rank, both on log scales."""

from itertools import pairwise
from math import ceil, log10

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QPolygonF

from bertscope.gui.canvas import Canvas
from bertscope.gui.outputs.card import title_of
from bertscope.gui.outputs.distribution import Distribution
from bertscope.gui.outputs.distribution_axes import WIDE, Axes
from bertscope.gui.painting import paragraph, rounded, text, text_width
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.gui.table import Table
from bertscope.gui.theme import Appearance, colour
from bertscope.gui.wording import fine_percent, percent, power_of_ten

LABEL = 18
EMPTY = (
    "Press the curve on a prediction, or double-click its title: here its whole distribution is "
    "shown, all tokens of the vocabulary from the likeliest to the least likely."
)
WAITING = "Reading the probabilities of the whole vocabulary."
GONE = "The position that was looked at has no prediction any more: press the curve on another one."


class DistributionView(Canvas):
    """Sorted probabilities of all tokens at `view.distribution_at`."""

    TEACHES = (
        "softmax gives every token of the vocabulary a probability; here they are sorted. The "
        "entropy H = −Σ p ln p says how uncertain the model is: as uncertain as among e^H equally "
        "likely tokens, the perplexity."
    )

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(appearance, "Probabilities of all tokens, sorted")
        self._session = session
        self._seen: Seen | None = None
        self._shown: Distribution | None = None
        self._rank: int | None = None
        session.changed.connect(self._choose)

    def show_seen(self, seen: Seen | None) -> None:
        self._seen = seen
        self._choose()

    def _choose(self) -> None:
        self._shown = Distribution.of(self._seen, self._session.view.distribution_at)
        self.viewport().update()

    def numbers(self) -> Table | None:
        shown = self._shown
        if shown is None:
            return None
        ranked = enumerate(zip(shown.order.tolist(), shown.shares.tolist(), strict=True), 1)
        return Table(
            ("rank", "token", "id", "probability"),
            [(rank, shown.vocabulary[i], i, share) for rank, (i, share) in ranked],
        )

    # --- Painting -------------------------------------------------------------------------------

    def paint(self, painter: QPainter, width: float, height: float, scroll: float) -> None:
        shown, theme = self._shown, self.theme
        if shown is None:
            inner = QRectF(theme.px(12), 0, width - theme.px(24), height)
            paragraph(painter, inner, self._why_empty(), theme.sans(13), theme.palette.muted)
            return
        axes = Axes.of(shown, theme, width, height)
        self._head(painter, shown, width)
        self._grid(painter, axes, shown)
        self._curve(painter, axes, shown)
        self._original(painter, axes, shown)
        if self._rank is not None:
            self._read_out(painter, axes, shown, min(self._rank, axes.size))

    def _why_empty(self) -> str:
        position, seen = self._session.view.distribution_at, self._seen
        if position is None:
            return EMPTY
        asked = {*self._session.state.plan.chosen, *self._session.view.asked}
        return WAITING if position in asked or seen is None else GONE

    def _head(self, painter: QPainter, shown: Distribution, width: float) -> None:
        theme, palette, prediction = self.theme, self.theme.palette, shown.prediction
        title = title_of(prediction.position, shown.original, is_chosen=prediction.chosen)
        words = f"H = {shown.entropy:.2f} nats · perplexity eᴴ = {_perplexity(shown.perplexity)}"
        line, inset = theme.px(18), theme.px(8)
        room = QRectF(inset, theme.px(2), width - 2 * inset, line)
        text(painter, room, title, theme.bold(12), palette.text)
        align = Qt.AlignmentFlag.AlignLeft
        if width >= theme.px(WIDE):
            align = Qt.AlignmentFlag.AlignRight
        else:
            room.translate(0, line)
        text(painter, room, words, theme.sans(12), palette.muted, align)

    def _grid(self, painter: QPainter, axes: Axes, shown: Distribution) -> None:
        """Lines at the powers of ten; above them what the likeliest so many add up to."""
        theme, palette, frame = self.theme, self.theme.palette, axes.frame
        small, line = theme.sans(11), theme.px(14)
        thin = QPen(QColor(palette.line), 1)
        for power in range(ceil(log10(axes.size) + 1e-9)):
            x = axes.x(10**power)
            painter.setPen(thin)
            painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
            below = QRectF(x - theme.px(20), frame.bottom() + theme.px(2), theme.px(40), line)
            centre = Qt.AlignmentFlag.AlignHCenter
            text(painter, below, power_of_ten(power), small, palette.muted, centre)
        self._side(painter, frame)
        rank = QRectF(frame.left(), frame.bottom() + theme.px(2), frame.width(), line)
        text(painter, rank, "rank", small, palette.muted, Qt.AlignmentFlag.AlignRight)
        apart = max(1, ceil(-axes.deepest * theme.px(16) / max(frame.height(), 1.0)))
        for power in range(0, axes.deepest - 1, -apart):
            y = axes.y(10.0**power)
            painter.setPen(thin)
            painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
            label = QRectF(0, y - line / 2, frame.left() - theme.px(5), line)
            text(
                painter,
                label,
                power_of_ten(power),
                small,
                palette.muted,
                Qt.AlignmentFlag.AlignRight,
            )
        self._masses(painter, axes, shown)

    def _side(self, painter: QPainter, frame: QRectF) -> None:
        """The name of the upright axis."""
        theme = self.theme
        small = theme.sans(11)
        words = "probability"
        wide = text_width(words, small) + 2
        painter.save()
        painter.translate(theme.px(2), frame.center().y() + wide / 2)
        painter.rotate(-90)
        text(painter, QRectF(0, 0, wide, theme.px(14)), words, small, theme.palette.muted)
        painter.restore()

    def _masses(self, painter: QPainter, axes: Axes, shown: Distribution) -> None:
        theme, frame = self.theme, axes.frame
        small, line = theme.sans(11), theme.px(14)
        apart = axes.x(10) - axes.x(1)
        wordings = [f"top {rank:,}: {percent(mass)}" for rank, mass in shown.masses.items()]
        if max(text_width(words, small) for words in wordings) > apart - theme.px(6):
            wordings = [f"Σ {percent(mass)}" for mass in shown.masses.values()]
        for rank, words in zip(shown.masses, wordings, strict=True):
            above = QRectF(axes.x(rank) - 1, frame.top() - line - 1, apart, line)
            text(painter, above, words, small, theme.palette.mlm)

    def _curve(self, painter: QPainter, axes: Axes, shown: Distribution) -> None:
        theme, palette = self.theme, self.theme.palette
        steps = max(2, round(axes.frame.width()))
        ranks = np.unique(np.rint(np.geomspace(1, axes.size, steps)).astype(int))
        points = [axes.point(rank, shown.share(rank)) for rank in ranks.tolist()]
        corners = [QPointF(points[-1].x(), axes.frame.bottom()), axes.frame.bottomLeft()]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(palette.mlm, 0.13))
        painter.drawPolygon(QPolygonF([*points, *corners]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(palette.mlm), 1.4))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.mlm))
        dot = theme.px(4) / 2
        for here, after in pairwise(points[:20]):
            if after.x() - here.x() > 3 * dot:
                painter.drawEllipse(here, dot, dot)

    def _original(self, painter: QPainter, axes: Axes, shown: Distribution) -> None:
        """The original on the curve, with its rank and probability."""
        theme, palette, prediction = self.theme, self.theme.palette, shown.prediction
        share = prediction.original_probability
        spot = axes.point(*self._of_original(shown))
        dash = QPen(QColor(palette.right), 1, Qt.PenStyle.DashLine)
        painter.setPen(dash)
        painter.drawLine(spot, QPointF(spot.x(), axes.frame.bottom()))
        painter.drawLine(spot, QPointF(axes.frame.left(), spot.y()))
        painter.setPen(QPen(QColor(palette.card), 1.5))
        painter.setBrush(QColor(palette.right))
        painter.drawEllipse(spot, theme.px(5), theme.px(5))
        words = f"✓ {shown.original} · rank {prediction.rank:,} · p {fine_percent(share)}"
        above = spot.y() - theme.px(LABEL + 8)
        top = above if self._above(axes, spot) else axes.frame.bottom() - theme.px(LABEL + 3)
        self._label(painter, axes, spot.x(), top, words, palette.right)

    def _read_out(self, painter: QPainter, axes: Axes, shown: Distribution, rank: int) -> None:
        theme, palette = self.theme, self.theme.palette
        spot = axes.point(rank, shown.share(rank))
        painter.setPen(QPen(QColor(palette.muted), 1))
        painter.drawLine(
            QPointF(spot.x(), axes.frame.top()), QPointF(spot.x(), axes.frame.bottom())
        )
        painter.setPen(QPen(QColor(palette.card), 1))
        painter.setBrush(QColor(palette.text))
        painter.drawEllipse(spot, theme.px(4), theme.px(4))
        words = f"{shown.token(rank)} · rank {rank:,} · p {fine_percent(shown.share(rank))}"
        at_top = not self._above(axes, axes.point(*self._of_original(shown)))
        edge = axes.frame.top() if at_top else axes.frame.bottom() - theme.px(LABEL + 6)
        self._label(painter, axes, spot.x(), edge + theme.px(3), words, palette.text)

    def _of_original(self, shown: Distribution) -> tuple[int, float]:
        return shown.prediction.rank, shown.prediction.original_probability

    def _above(self, axes: Axes, spot: QPointF) -> bool:
        """Whether there is room for a label above a point."""
        return spot.y() - self.theme.px(LABEL + 8) > axes.frame.top()

    def _label(
        self, painter: QPainter, axes: Axes, x: float, top: float, words: str, shade: str
    ) -> None:
        """Words in a box beside a place, within the frame."""
        theme = self.theme
        font = theme.mono(11)
        wide = min(text_width(words, font) + theme.px(12), axes.frame.width())
        left = max(axes.frame.left(), min(x + theme.px(8), axes.frame.right() - wide))
        box = QRectF(left, top, wide, theme.px(LABEL))
        rounded(painter, box, theme.px(4), theme.palette.card, shade)
        text(painter, box, words, font, shade, Qt.AlignmentFlag.AlignHCenter)

    # --- Mouse ----------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        rank = None
        if self._shown is not None:
            view = self.viewport()
            axes = Axes.of(self._shown, self.theme, view.width(), view.height())
            if axes.frame.contains(event.position()):
                rank = axes.rank_at(event.position().x())
        self._point_at(rank)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    def _point_at(self, rank: int | None) -> None:
        if rank != self._rank:
            self._rank = rank
            self.viewport().update()


def _perplexity(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
