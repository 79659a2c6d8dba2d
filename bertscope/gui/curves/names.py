"""The names of runs at the ends of their lines, none over another."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from bertscope.gui.painting import rounded, text, text_width
from bertscope.gui.theme import Theme

HIGH = 14
"""Design pixels of a name's height."""
MOST = 0.45
"""The share of a plot's width that a name takes at the most."""


@dataclass(frozen=True)
class Ending:
    """Where a line ends, and what it is called."""

    name: str
    at: QPointF
    shade: str


def names_width(names: Sequence[str], frame: QRectF, theme: Theme) -> float:
    """What the names of runs take of a plot's width."""
    widest = max((text_width(name, theme.sans(11)) + 1 for name in names), default=0.0)
    return min(widest, MOST * frame.width())


def placed(wanted: QRectF, taken: Sequence[QRectF], frame: QRectF) -> QRectF | None:
    """The place nearest above or below a wanted one that is free; None where there is none."""
    high = wanted.height()
    begin = min(max(wanted.top(), frame.top()), frame.bottom() - high)
    tops = [begin]
    for rect in taken:
        tops += [rect.top() - high, rect.bottom()]
    for top in sorted(tops, key=lambda top: abs(top - wanted.top())):
        place = QRectF(wanted.left(), top, wanted.width(), high)
        inside = frame.top() - 0.5 <= top and place.bottom() <= frame.bottom() + 0.5
        if inside and not any(_touch(place, rect) for rect in taken):
            return place
    return None


def _touch(one: QRectF, other: QRectF) -> bool:
    """Whether they share more than an edge."""
    return one.adjusted(0, 0.01, 0, -0.01).intersects(other)


def paint_names(
    painter: QPainter,
    endings: Sequence[Ending],
    words: Sequence[QRectF],
    frame: QRectF,
    theme: Theme,
) -> None:
    """Each name right of its line's end where there is room, else left of the plot's edge.

    Parameters
    ----------
    words
        Where other words are. A name that finds no room is left out.
    """
    taken = list(words)
    for ending in endings:
        wide, high = names_width([ending.name], frame, theme), theme.px(HIGH)
        left = min(ending.at.x() + theme.px(6), frame.right() - wide - theme.px(2))
        rect = placed(QRectF(left, ending.at.y() - high / 2, wide, high), taken, frame)
        if rect is not None:
            taken.append(rect)
            _paint_name(painter, ending, rect, theme)


def _paint_name(painter: QPainter, ending: Ending, rect: QRectF, theme: Theme) -> None:
    y = rect.center().y()
    if abs(y - ending.at.y()) > rect.height() / 2 and rect.left() > ending.at.x():
        painter.setPen(QPen(QColor(ending.shade), 1))
        painter.drawLine(ending.at, QPointF(rect.left() - 1, y))
    rounded(painter, rect.adjusted(-2, 0, 2, 0), 3, theme.palette.card, alpha=0.85)
    text(painter, rect, ending.name, theme.sans(11), ending.shade)
