"""Many values as thin bars from a zero line, at whatever width there is."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter


def extent(values: NDArray[np.floating]) -> tuple[float, float]:
    """The range that bars need: it holds zero and is never empty."""
    low, high = min(0.0, float(values.min())), max(0.0, float(values.max()))
    return (low, high) if high > low else (-1.0, 1.0)


def level(plot: QRectF, value: float, low: float, high: float) -> float:
    """Where a value lies in a plot that reaches from `low` to `high`."""
    return plot.bottom() - (value - low) / (high - low) * plot.height()


def index_at(plot: QRectF, x: float, count: int) -> int | None:
    """The bar under a point."""
    index = int((x - plot.left()) / plot.width() * count) if plot.width() > 0 else -1
    return index if plot.left() <= x < plot.right() and index < count else None


def cell_at(target: QRectF, columns: int, lines: int, point: QPointF) -> int | None:
    """The value under a point of a block that values are folded into, line by line."""
    column = index_at(target, point.x(), columns)
    if column is None or not target.top() <= point.y() < target.bottom():
        return None
    return int((point.y() - target.top()) / target.height() * lines) * columns + column


def slot(plot: QRectF, index: int, count: int) -> QRectF:
    """The full height that belongs to one bar."""
    wide = plot.width() / count
    return QRectF(plot.left() + index * wide, plot.top(), wide, plot.height())


def draw_bars(
    painter: QPainter,
    plot: QRectF,
    values: NDArray[np.floating],
    limits: tuple[float, float],
    shades: tuple[str, str],
) -> None:
    """Draw a bar a value; where there are more values than pixels a bar reaches from the least to
    the greatest of those that share one.

    Parameters
    ----------
    limits
        What the bottom and the top of the plot stand for.
    shades
        The colours below and above zero.
    """
    count = min(len(values), max(1, int(plot.width())))
    starts = np.arange(count) * len(values) // count
    ends = (
        np.minimum(np.minimum.reduceat(values, starts), 0),
        np.maximum(np.maximum.reduceat(values, starts), 0),
    )
    zero, wide = level(plot, 0.0, *limits), plot.width() / count
    gap = 1.0 if wide >= 4 else 0.0
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    for side, shade in zip(ends, shades, strict=True):
        painter.setBrush(QColor(shade))
        painter.drawRects(
            [
                QRectF(plot.left() + i * wide, zero, wide - gap, level(plot, end, *limits) - zero)
                for i, end in enumerate(np.clip(side, *limits).tolist())
                if end
            ]
        )
    painter.restore()
