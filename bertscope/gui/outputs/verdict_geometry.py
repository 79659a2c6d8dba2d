"""Where the way from C to the verdict stands."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from bertscope.gui.theme import Theme

SMALL, LEAST_BAR, MOST_BAR, MOST_STRIP, LEAST_STRIP = 16, 20, 30, 120, 12
"""Design pixels: a line of small type, a bar, and a strip, each the least and the most."""


@dataclass(frozen=True)
class Geometry:
    """Where C, the pooled vector and the two bars stand."""

    theme: Theme
    width: float
    strip: float
    bar: float

    @classmethod
    def of(cls, theme: Theme, width: float, height: float) -> "Geometry":
        free = height - 2 * theme.px(SMALL)
        bar = min(max(free * 0.2, theme.px(LEAST_BAR)), theme.px(MOST_BAR))
        strip = min(max((free - 2 * bar) / 2, theme.px(LEAST_STRIP)), theme.px(MOST_STRIP))
        return cls(theme, width, strip, bar)

    @property
    def left(self) -> float:
        return self.theme.px(20)

    def vector(self, number: int) -> QRectF:
        """The strip of C (0) or of the pooled vector (1)."""
        top = number * (self.strip + self.theme.px(SMALL))
        wide = self.width - self.left - self.theme.px(50)
        return QRectF(self.left, top + 1, max(wide, 1.0), self.strip - 2)

    def between(self, number: int) -> QRectF:
        """The line of small type below a strip."""
        strip = self.vector(number)
        return QRectF(self.left, strip.bottom() + 1, self.width - self.left, self.theme.px(SMALL))

    def line(self, number: int) -> QRectF:
        """The line of IsNext (0) or NotNext (1)."""
        top = self.between(1).bottom() + number * self.bar
        return QRectF(0, top, self.width, self.bar)

    @property
    def logit(self) -> tuple[float, float]:
        """Left and right of the logits."""
        return self.theme.px(70), self.theme.px(112)

    @property
    def track(self) -> tuple[float, float]:
        """Left and right of the bars."""
        return self.theme.px(122), self.width - self.theme.px(56)
