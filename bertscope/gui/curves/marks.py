"""What happened in a run, marked at its steps: a sign each, and words for who points at it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from bertscope.gui.curves.outline import Floats
from bertscope.gui.language import tr
from bertscope.gui.language.said import said
from bertscope.gui.painting import rounded
from bertscope.gui.theme import Theme
from bertscope.gui.wording import escaped
from bertscope.run_folder import Happening, RunEvent

MARKED = (
    Happening.CHANGED,
    Happening.PAUSED,
    Happening.RESUMED,
    Happening.NOT_FINITE,
    Happening.NOTED,
    Happening.STOPPED,
    Happening.FINISHED,
)
"""What gets a sign of its own; checkpoints are ticks at the axis."""
SIGN = 14
"""Design pixels a side."""
Where = Callable[[Floats], Floats]
"""Tells the pixels at which steps lie."""
MOST_WORDS = 8
"""Events of one place that a tooltip tells in full."""
_LETTERS = {
    Happening.CHANGED: "C",
    Happening.NOT_FINITE: "!",
    Happening.NOTED: "i",
    Happening.FINISHED: "F",
}


@dataclass(frozen=True)
class Mark:
    """Events that stand so near to one another that one sign serves for all."""

    x: float
    events: Sequence[RunEvent]

    @property
    def words(self) -> str:
        """What happened, a line each."""
        told = [_told(event) for event in self.events[:MOST_WORDS]]
        more = len(self.events) - MOST_WORDS
        return "\n".join([*told, tr("and {more:,} more", more=more)] if more > 0 else told)

    @property
    def tip(self) -> str:
        return f"<p style='white-space:pre'>{escaped(self.words)}</p>"


def _told(event: RunEvent) -> str:
    words = tr("step {step:,}: {what}", step=event.step, what=tr(event.what.value))
    return f"{words}, {said(event.words)}" if event.words else words


class Events:
    """The events of a run, sorted by what is drawn of them."""

    def __init__(self, events: Sequence[RunEvent]) -> None:
        self.size = len(events)
        marked = [event for event in events if event.what in MARKED]
        self._marked = sorted(marked, key=lambda event: event.step)
        self._steps = np.array([event.step for event in self._marked], np.float64)
        saved = [event.step for event in events if event.what is Happening.CHECKPOINT]
        self.checkpoints = np.array(sorted(saved), np.float64)

    def marks(self, where: Where, width: float, least: float) -> list[Mark]:
        """The signs in a plot of a width, `least` pixels apart at the least."""
        places = where(self._steps)
        inside = (places >= 0) & (places <= width)
        places, first = places[inside], int(inside.argmax()) if inside.any() else 0
        return [
            Mark(float(places[begin]), self._marked[first + begin : first + end])
            for begin, end in _groups(places, least)
        ]


def _groups(places: Floats, least: float) -> Iterator[tuple[int, int]]:
    """Stretches of places that begin so far apart."""
    begin = 0
    while begin < len(places):
        end = int(np.searchsorted(places, places[begin] + least))
        yield begin, max(end, begin + 1)
        begin = max(end, begin + 1)


def sign_rect(mark: Mark, frame: QRectF, theme: Theme) -> QRectF:
    """Where a sign stands: at the top of the plot."""
    side = theme.px(SIGN)
    left = min(max(mark.x - side / 2, frame.left() + 1), frame.right() - side - 1)
    return QRectF(left, frame.top() + 1, side, side)


def paint_mark(painter: QPainter, mark: Mark, frame: QRectF, theme: Theme) -> None:
    """A fine line through the plot, and the sign at its top."""
    palette = theme.palette
    what = _gravest(mark.events)
    shade = palette.error if what is Happening.NOT_FINITE else palette.muted
    painter.setPen(QPen(QColor(shade), 1, Qt.PenStyle.DotLine))
    x = round(mark.x) + 0.5
    painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
    rect = sign_rect(mark, frame, theme)
    rounded(painter, rect, theme.px(3), palette.card, shade)
    if len(mark.events) > 1:
        _paint_letter(painter, rect, _count(len(mark.events)), shade, theme)
    else:
        _paint_sign(painter, rect, what, shade, theme)


def _gravest(events: Sequence[RunEvent]) -> Happening:
    whats = [event.what for event in events]
    return Happening.NOT_FINITE if Happening.NOT_FINITE in whats else whats[0]


def _count(number: int) -> str:
    return str(number) if number < 10 else "+"


def _paint_sign(painter: QPainter, rect: QRectF, what: Happening, shade: str, theme: Theme) -> None:
    """Bars for a pause, a triangle for going on, a square for an end; letters for the others."""
    inner = rect.adjusted(*(rect.width() * n for n in (0.3, 0.27, -0.3, -0.27)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(shade))
    match what:
        case Happening.PAUSED:
            third = inner.width() / 3
            painter.drawRect(QRectF(inner.left(), inner.top(), third, inner.height()))
            painter.drawRect(QRectF(inner.right() - third, inner.top(), third, inner.height()))
        case Happening.RESUMED:
            tip = QPointF(inner.right(), inner.center().y())
            painter.drawPolygon(QPolygonF([inner.topLeft(), tip, inner.bottomLeft()]))
        case Happening.STOPPED:
            painter.drawRect(inner)
        case _:
            _paint_letter(painter, rect, _LETTERS[what], shade, theme)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_letter(painter: QPainter, rect: QRectF, letter: str, shade: str, theme: Theme) -> None:
    painter.setPen(QColor(shade))
    painter.setFont(theme.bold(10))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letter)
