"""Where ranks and probabilities lie in the plot of a distribution: both on log scales."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10

from PySide6.QtCore import QPointF, QRectF

from bertscope.gui.outputs.distribution import Distribution
from bertscope.gui.theme import Theme

WIDE = 430
"""Design pixels from which on the words above the plot stand on one line."""
DEEPEST = -12
"""Probabilities below 10 to this power are drawn as that."""


@dataclass(frozen=True)
class Axes:
    """The plot's frame, and where ranks and probabilities lie in it."""

    frame: QRectF
    size: int
    deepest: int

    @classmethod
    def of(cls, shown: Sequence[Distribution], theme: Theme, width: float, height: float) -> "Axes":
        head = theme.px(38) if width < theme.px(WIDE) else theme.px(24)
        frame = QRectF(theme.px(48), head + theme.px(16), 0, 0)
        frame.setRight(width - theme.px(12))
        frame.setBottom(height - theme.px(20))
        least = max(min(float(one.shares[-1]) for one in shown), 10.0**DEEPEST)
        return cls(frame, len(shown[0].shares), floor(log10(least)))

    def point(self, rank: float, share: float) -> QPointF:
        return QPointF(self.x(rank), self.y(share))

    def x(self, rank: float) -> float:
        return self.frame.left() + log10(rank) / log10(max(2, self.size)) * self.frame.width()

    def y(self, share: float) -> float:
        exponent = log10(max(share, 10.0**self.deepest))
        return self.frame.top() + exponent / min(self.deepest, -1) * self.frame.height()

    def rank_at(self, x: float) -> int:
        """The rank under a place, at least 1 and at the most the last."""
        along = (x - self.frame.left()) / self.frame.width()
        exponent = min(max(along, 0.0), 1.0) * log10(self.size)
        return min(max(round(float(10.0**exponent)), 1), self.size)
