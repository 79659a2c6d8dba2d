"""pyqtgraph's axes with the ticks that losses and steps want."""

from math import ceil, floor, inf, log10

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPen, QResizeEvent

from bertscope.gui.curves.quantities import Unit
from bertscope.gui.curves.scene import ZERO
from bertscope.gui.language import marked, tr
from bertscope.gui.painting import text_width
from bertscope.gui.theme import Theme

LEFT, BELOW = 46, 20
"""Design pixels of the axis of values, and of that of steps."""
ROOM = 26
"""Design pixels from one value to the next, at the least about."""
APART = 1.8
"""Widths of a step's name from one to the next."""
_ROUND = (1.0, 2.0, 5.0, 10.0)
_UNITS = {Unit.NATS: marked("nats"), Unit.SQUARE: marked("error²")}


class Axis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types.
    """One level of ticks, as many as have room, and a word for what they count.

    Attributes
    ----------
    least, most
        Ticks are no nearer to one another than the first, and none is greater than the second.
    """

    least, most = 0.0, inf
    theme = Theme()

    def __init__(self, side: str, unit: str) -> None:
        super().__init__(side)
        # Called later it would freeze the scale of the moment, and 0.7 nats would read 700.
        self.enableAutoSIPrefix(False)
        self.setStyle(tickLength=0, tickAlpha=255)
        self.setLabel(unit)
        self.label.setRotation(0)

    def set_theme(self, theme: Theme) -> None:
        self.theme, line = theme, QPen(QColor(theme.palette.line), 1)
        self.setPen(line)
        self.setTickPen(line)
        self.setTextPen(QColor(theme.palette.muted))
        self.setTickFont(theme.mono(11))
        self.label.setFont(theme.sans(11))
        self.label.document().setDocumentMargin(0)

    def words(self, value: float) -> str:
        """What is written at a value."""
        raise NotImplementedError

    def room(self) -> float:
        """Pixels that a tick needs."""
        raise NotImplementedError

    # --- pyqtgraph ------------------------------------------------------------------------------

    def tickSpacing(self, low: float, high: float, size: float) -> list[tuple[float, float]]:
        return [(round_gap(high - low, size / self.room(), self.least), 0.0)]

    def tickValues(
        self, low: float, high: float, size: float
    ) -> list[tuple[float | None, list[float]]]:
        levels = super().tickValues(low, high, size)
        return [(gap, [value for value in values if value <= self.most]) for gap, values in levels]

    def logTickValues(
        self, low: float, high: float, size: float, _even: object
    ) -> list[tuple[float | None, list[float]]]:
        return [(None, log_ticks(low, high, size / self.room(), self.least))]

    def tickStrings(self, values: list[float], _scale: float, _gap: float) -> list[str]:
        return [self.words(10.0**value if self.logMode else value) for value in values]

    def boundingRect(self) -> QRectF:
        """With room for the names of the outermost ticks, which else are left out."""
        over = self.theme.px(10)
        return QRectF(super().boundingRect()).adjusted(-over, -over, over, over)


class ValueAxis(Axis):
    """Losses, shares in percent or correlations, with a line across the plot at each."""

    def __init__(self, unit: Unit) -> None:
        super().__init__("left", tr(_UNITS[unit]) if unit in _UNITS else "")
        self._is_share = unit is Unit.SHARE
        self.setGrid(255)
        self.setZValue(-200)  # Its lines are under the curves.

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.setWidth(theme.px(LEFT))

    def words(self, value: float) -> str:
        return f"{100 * value:g} %" if self._is_share else plain(value)

    def room(self) -> float:
        return self.theme.px(ROOM)

    def resizeEvent(self, event: QResizeEvent | None = None) -> None:
        super().resizeEvent(event)
        wide = self.label.boundingRect().width() + self.style["tickTextOffset"][0]
        self.label.setPos(self.size().width() - wide, 0)


class StepAxis(Axis):
    """Whole steps."""

    least = 1.0

    def __init__(self) -> None:
        super().__init__("bottom", tr("step"))

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.setHeight(theme.px(BELOW))

    def words(self, value: float) -> str:
        return f"{value:,.0f}" if value >= 1 else "0"

    def room(self) -> float:
        last = 10.0 ** self.range[1] if self.logMode else self.range[1]
        return APART * text_width(self.words(last), self.style["tickFont"])

    def resizeEvent(self, event: QResizeEvent | None = None) -> None:
        super().resizeEvent(event)
        self.label.setPos(-self.theme.px(LEFT), self.style["tickTextOffset"][1])


def round_gap(span: float, most: float, least: float) -> float:
    """A round distance of which a span has about so many at the most."""
    rough = max(span / max(most, 1.0), least, 1e-12)
    power = 10.0 ** floor(log10(rough))
    return next(power * n for n in _ROUND if power * n >= rough * (1 - 1e-9))


def log_ticks(low: float, high: float, most: float, least: float) -> list[float]:
    """Powers of ten to name, fewer of them where they are many; others between them where few.

    Parameters
    ----------
    low, high
        The ends of the axis, as powers of ten.
    most, least
        As for `round_gap`; what is less than a `least` above zero is zero.
    """
    if high - low < 1:
        begin, end = 10.0**low, 10.0**high
        gap = round_gap(end - begin, most, least)
        return [log10(n * gap) for n in range(ceil(begin / gap), floor(end / gap) + 1) if n]
    powers = range(floor(low), ceil(high) + 1)
    for factors in ((1, 2, 5), (1, 3), (1,)):
        found = [n + log10(factor) for n in powers for factor in factors]
        found = [at for at in found if low - 1e-9 <= at <= high + 1e-9 and 10**at >= least]
        if len(found) <= most:
            break
    found = found[:: ceil(len(found) / max(most, 1.0)) or 1]
    return [log10(ZERO), *found] if least and low <= log10(ZERO) else found


def plain(value: float) -> str:
    """A loss at a tick, as short as it can be said."""
    words = f"{value:.6f}".rstrip("0").rstrip(".") if abs(value) < 1e6 else f"{value:.3g}"
    return words or "0"
