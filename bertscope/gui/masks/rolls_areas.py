"""Where the parts of the picture of many rolls stand."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from bertscope.gui.language import marked, tr
from bertscope.gui.theme import Theme

WHY = marked(
    "Why not always [MASK]? Fine-tuning never shows it. RANDOM and KEEP make the model work at "
    "every token, for any one may be wrong or asked for: it can't rely on seeing [MASK]."
)
TITLE, LINE, GAP, NAME, AXIS, LEAST = 20, 20, 14, 20, 34, 68
BESIDE, NARROW, LOW = 620, 430, 220
NARROWEST, WIDEST = 42, 84


@dataclass(frozen=True)
class Areas:
    """Where everything stands, in pixels; `bars` scrolls sideways, the rest doesn't."""

    theme: Theme
    shares: QRectF
    running: QRectF
    bars: QRectF
    why: QRectF
    column: float

    @classmethod
    def of(cls, theme: Theme, count: int, width: float, height: float, shown: float) -> "Areas":
        """The shares beside the bars, or above them where what is `shown` is narrow and high."""
        low = height < theme.px(LOW) and shown >= theme.px(NARROW)
        beside = shown >= theme.px(BESIDE) or low
        line, gap = theme.px(LINE), theme.px(GAP)
        why_high = _wrapped_height(theme, width)
        high = height - why_high - theme.px(10)
        shares_high = theme.px(TITLE) + 3 * line
        left = max(theme.px(264), min(0.33 * width, theme.px(400))) if beside else width
        shares = QRectF(0, 0, left, shares_high)
        rest = high - shares_high - gap
        running = QRectF(0, shares_high + gap, left, rest)
        top = 0.0 if beside else running.top()
        if not beside and rest > 2 * theme.px(LEAST) + gap:
            running.setHeight(0.4 * rest)
            top = running.bottom() + gap
        elif not beside:
            running.setHeight(0)
        bars_left = left + theme.px(24) if beside else 0.0
        bars = QRectF(bars_left, top, width - bars_left, high - top)
        room = (bars.width() - theme.px(AXIS)) / count
        column = max(theme.px(NARROWEST), min(room, theme.px(WIDEST)))
        return cls(
            theme, shares, running, bars, QRectF(0, height - why_high, width, why_high), column
        )

    def content_width(self, count: int) -> float:
        return self.bars.left() + self.theme.px(AXIS) + count * self.column

    def column_at(self, spot: QPointF, scroll: float, count: int) -> int:
        """The token under a point, -1 for none."""
        if not self.bars.contains(spot) or spot.x() < self.bars.left() + self.theme.px(AXIS):
            return -1
        column = int((spot.x() + scroll - self.bars.left() - self.theme.px(AXIS)) // self.column)
        return column if 0 <= column < count else -1


def _wrapped_height(theme: Theme, width: float) -> float:
    flags = Qt.TextFlag.TextWordWrap
    return (
        QFontMetricsF(theme.sans(12))
        .boundingRect(QRectF(0, 0, width, 1e4), flags, tr(WHY))
        .height()
    )
