"""Paints sorted probabilities: the curve of one model, or the curves of two."""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from bertscope.gui.language import tr
from bertscope.gui.outputs.card import title_of
from bertscope.gui.outputs.distribution import Distribution
from bertscope.gui.outputs.distribution_axes import WIDE, Axes
from bertscope.gui.painting import rounded, text, text_width
from bertscope.gui.theme import Theme, colour
from bertscope.gui.wording import fine_percent, percent, power_of_ten

LABEL = 18
NAMES = ("A", "B")
_NAMED_AT = (0.42, 0.58)
"""Where along the axis the curves of two models have their names."""


class DistributionPainter:
    """Paints a plot.

    Parameters
    ----------
    painter, theme, axes
        On what, how and where.
    shown
        Of one model, or of A and B: A's curve is full and filled, B's is dashed.
    """

    def __init__(
        self, painter: QPainter, theme: Theme, axes: Axes, shown: Sequence[Distribution]
    ) -> None:
        self._painter, self._theme, self._axes = painter, theme, axes
        self._shown = shown
        self._is_pair = len(shown) > 1

    def paint(self, width: float, rank: int | None) -> None:
        """Paint all of it, and what stands at a rank if one is pointed at."""
        self._head(width)
        self._grid()
        for number, one in enumerate(self._shown):
            self._curve(one, number)
        if self._is_pair:
            self._originals()
        else:
            self._original(self._shown[0])
        if rank is not None:
            self._read_out(min(rank, self._axes.size))

    # --- Around ---------------------------------------------------------------------------------

    def _head(self, width: float) -> None:
        theme, palette, first = self._theme, self._theme.palette, self._shown[0]
        prediction = first.prediction
        title = title_of(prediction.position, first.original, is_chosen=prediction.chosen)
        entropy = " → ".join(f"{one.entropy:.2f}" for one in self._shown)
        perplexity = " → ".join(_perplexity(one.perplexity) for one in self._shown)
        words = tr(
            "H = {entropy} nats · perplexity eᴴ = {perplexity}",
            entropy=entropy,
            perplexity=perplexity,
        )
        line, inset = theme.px(18), theme.px(8)
        room = QRectF(inset, theme.px(2), width - 2 * inset, line)
        text(self._painter, room, title, theme.bold(12), palette.text)
        align = Qt.AlignmentFlag.AlignLeft
        if width >= theme.px(WIDE):
            align = Qt.AlignmentFlag.AlignRight
        else:
            room.translate(0, line)
        text(self._painter, room, words, theme.sans(12), palette.muted, align)

    def _grid(self) -> None:
        """Lines at the powers of ten; above them what the likeliest so many add up to."""
        frame = self._axes.frame
        small, line, muted = self._theme.sans(11), self._theme.px(14), self._theme.palette.muted
        for power in range(ceil(np.log10(self._axes.size) + 1e-9)):
            self._upright(power)
        self._side()
        rank = QRectF(frame.left(), frame.bottom() + self._theme.px(2), frame.width(), line)
        text(self._painter, rank, tr("rank"), small, muted, Qt.AlignmentFlag.AlignRight)
        deepest = self._axes.deepest
        apart = max(1, ceil(-deepest * self._theme.px(16) / max(frame.height(), 1.0)))
        for power in range(0, deepest - 1, -apart):
            self._level(power)
        self._masses()

    def _upright(self, power: int) -> None:
        theme, frame, x = self._theme, self._axes.frame, self._axes.x(10**power)
        self._painter.setPen(QPen(QColor(theme.palette.line), 1))
        self._painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
        below = QRectF(x - theme.px(20), frame.bottom() + theme.px(2), theme.px(40), theme.px(14))
        centre, muted = Qt.AlignmentFlag.AlignHCenter, theme.palette.muted
        text(self._painter, below, power_of_ten(power), theme.sans(11), muted, centre)

    def _level(self, power: int) -> None:
        theme, frame, y = self._theme, self._axes.frame, self._axes.y(10.0**power)
        self._painter.setPen(QPen(QColor(theme.palette.line), 1))
        self._painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
        label = QRectF(0, y - theme.px(14) / 2, frame.left() - theme.px(5), theme.px(14))
        right, muted = Qt.AlignmentFlag.AlignRight, theme.palette.muted
        text(self._painter, label, power_of_ten(power), theme.sans(11), muted, right)

    def _side(self) -> None:
        """The name of the upright axis."""
        theme, painter = self._theme, self._painter
        small, words = theme.sans(11), tr("probability")
        wide = text_width(words, small) + 2
        painter.save()
        painter.translate(theme.px(2), self._axes.frame.center().y() + wide / 2)
        painter.rotate(-90)
        text(painter, QRectF(0, 0, wide, theme.px(14)), words, small, theme.palette.muted)
        painter.restore()

    def _masses(self) -> None:
        theme, axes = self._theme, self._axes
        small, line = theme.sans(11), theme.px(14)
        apart = axes.x(10) - axes.x(1)
        masses = {
            rank: " → ".join(percent(one.masses[rank]) for one in self._shown)
            for rank in self._shown[0].masses
        }
        wordings = [
            tr("top {rank:,}: {mass}", rank=rank, mass=mass) for rank, mass in masses.items()
        ]
        if max(text_width(words, small) for words in wordings) > apart - theme.px(6):
            wordings = [f"Σ {mass}" for mass in masses.values()]
        for rank, words in zip(masses, wordings, strict=True):
            above = QRectF(axes.x(rank) - 1, axes.frame.top() - line - 1, apart, line)
            text(self._painter, above, words, small, theme.palette.mlm)

    # --- Curves ---------------------------------------------------------------------------------

    def _curve(self, shown: Distribution, number: int) -> None:
        theme, palette, axes, painter = self._theme, self._theme.palette, self._axes, self._painter
        steps = max(2, round(axes.frame.width()))
        ranks = np.unique(np.rint(np.geomspace(1, axes.size, steps)).astype(int))
        points = [axes.point(rank, shown.share(rank)) for rank in ranks.tolist()]
        if number == 0:
            corners = [QPointF(points[-1].x(), axes.frame.bottom()), axes.frame.bottomLeft()]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(palette.mlm, 0.13))
            painter.drawPolygon(QPolygonF([*points, *corners]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        dashed = Qt.PenStyle.DashLine if number else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(palette.mlm), 1.4 + 0.4 * number, dashed))
        painter.drawPolyline(QPolygonF(points))
        if self._is_pair:
            self._name(shown, number)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.mlm))
        dot = theme.px(4) / 2
        for here, after in pairwise(points[:20]):
            if after.x() - here.x() > 3 * dot:
                painter.drawEllipse(here, dot, dot)

    def _name(self, shown: Distribution, number: int) -> None:
        """The letter of a model on its curve."""
        axes, theme = self._axes, self._theme
        x = axes.frame.left() + _NAMED_AT[number] * axes.frame.width()
        rank = axes.rank_at(x)
        spot, side = axes.point(rank, shown.share(rank)), theme.px(15)
        box = QRectF(spot.x() - side / 2, spot.y() - side / 2, side, side)
        rounded(self._painter, box, side / 2, theme.palette.card, theme.palette.mlm)
        centre = Qt.AlignmentFlag.AlignHCenter
        text(self._painter, box, NAMES[number], theme.bold(11), theme.palette.mlm, centre)

    def _original(self, shown: Distribution) -> None:
        """The original on the curve, with its rank and probability."""
        theme, axes = self._theme, self._axes
        spot = self._dot(shown, 0)
        above = spot.y() - theme.px(LABEL + 8)
        top = above if self._above(spot) else axes.frame.bottom() - theme.px(LABEL + 3)
        self._label(spot.x(), top, self._said(shown), theme.palette.right)

    def _originals(self) -> None:
        """The original on both curves; what is said of it stands where no curve is."""
        line = self._theme.px(LABEL + 3)
        for number, shown in enumerate(self._shown):
            self._dot(shown, number)
            words = f"{NAMES[number]} {self._said(shown)}"
            top = self._axes.frame.top() + self._theme.px(4) + number * line
            self._label(self._axes.frame.right(), top, words, self._theme.palette.right)

    def _dot(self, shown: Distribution, number: int) -> QPointF:
        """Mark the original: full for A, a ring for B."""
        theme, palette, painter = self._theme, self._theme.palette, self._painter
        spot = self._axes.point(*_of_original(shown))
        painter.setPen(QPen(QColor(palette.right), 1, Qt.PenStyle.DashLine))
        painter.drawLine(spot, QPointF(spot.x(), self._axes.frame.bottom()))
        painter.drawLine(spot, QPointF(self._axes.frame.left(), spot.y()))
        fill, edge = (palette.card, palette.right) if number else (palette.right, palette.card)
        painter.setPen(QPen(QColor(edge), 2 if number else 1.5))
        painter.setBrush(QColor(fill))
        painter.drawEllipse(spot, theme.px(5), theme.px(5))
        return spot

    def _said(self, shown: Distribution) -> str:
        rank, share = _of_original(shown)
        return _place(f"✓ {shown.original}", rank, share)

    def _read_out(self, rank: int) -> None:
        theme, palette, axes, painter = self._theme, self._theme.palette, self._axes, self._painter
        x, line = axes.x(rank), theme.px(LABEL + 3)
        painter.setPen(QPen(QColor(palette.muted), 1))
        painter.drawLine(QPointF(x, axes.frame.top()), QPointF(x, axes.frame.bottom()))
        at_top = not self._is_pair and not self._above(axes.point(*_of_original(self._shown[0])))
        below = axes.frame.bottom() - theme.px(3) - len(self._shown) * line
        top = axes.frame.top() if at_top else below
        for number, shown in enumerate(self._shown):
            share, name = shown.share(rank), f"{NAMES[number]} " if self._is_pair else ""
            painter.setPen(QPen(QColor(palette.card), 1))
            painter.setBrush(QColor(palette.text))
            painter.drawEllipse(axes.point(rank, share), theme.px(4), theme.px(4))
            words = _place(f"{name}{shown.token(rank)}", rank, share)
            self._label(x, top + theme.px(3) + number * line, words, palette.text)

    def _above(self, spot: QPointF) -> bool:
        """Whether there is room for a label above a point."""
        return spot.y() - self._theme.px(LABEL + 8) > self._axes.frame.top()

    def _label(self, x: float, top: float, words: str, shade: str) -> None:
        """Words in a box beside a place, within the frame."""
        theme, frame = self._theme, self._axes.frame
        font = theme.mono(11)
        wide = min(text_width(words, font) + theme.px(12), frame.width())
        left = max(frame.left(), min(x + theme.px(8), frame.right() - wide))
        box = QRectF(left, top, wide, theme.px(LABEL))
        rounded(self._painter, box, theme.px(4), theme.palette.card, shade)
        text(self._painter, box, words, font, shade, Qt.AlignmentFlag.AlignHCenter)


def _place(token: str, rank: int, share: float) -> str:
    """A token's place in the distribution."""
    return tr(
        "{token} · rank {rank:,} · p {share}", token=token, rank=rank, share=fine_percent(share)
    )


def _of_original(shown: Distribution) -> tuple[int, float]:
    return shown.prediction.rank, shown.prediction.original_probability


def _perplexity(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
