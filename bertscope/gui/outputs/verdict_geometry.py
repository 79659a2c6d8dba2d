"""Where the way from C to the verdict stands."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from bertscope.gui.theme import Theme

SMALL, LEAST_BAR, MOST_BAR, MOST_STRIP, LEAST_STRIP = 16, 20, 30, 120, 12
"""Design pixels: a line of small type, a bar, and a strip, each the least and the most."""
LEAST_OF_FOUR = 15
"""The least height of a bar where two models have two each."""
LETTER = 14
"""What the letter of a model takes before its numbers."""


@dataclass(frozen=True)
class Geometry:
    """Where C, the pooled vector and the two bars stand; four bars for two models."""

    theme: Theme
    width: float
    strip: float
    bar: float
    is_pair: bool = False

    @classmethod
    def of(cls, theme: Theme, width: float, height: float, *, is_pair: bool = False) -> "Geometry":
        free, bars = height - 2 * theme.px(SMALL), 4 if is_pair else 2
        least = theme.px(LEAST_OF_FOUR if is_pair else LEAST_BAR)
        bar = min(max(free * 0.4 / bars, least), theme.px(MOST_BAR))
        strip = min(max((free - bars * bar) / 2, theme.px(LEAST_STRIP)), theme.px(MOST_STRIP))
        return cls(theme, width, strip, bar, is_pair)

    @property
    def left(self) -> float:
        return self.theme.px(26 if self.is_pair else 20)

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
        """The line of IsNext (0) or NotNext (1); of a pair A's and B's of the first, then of the
        second."""
        top = self.between(1).bottom() + number * self.bar
        return QRectF(0, top, self.width, self.bar)

    @property
    def logit(self) -> tuple[float, float]:
        """Left and right of the logits."""
        return self.theme.px(70) + self._letter, self.theme.px(112) + self._letter

    @property
    def track(self) -> tuple[float, float]:
        """Left and right of the bars."""
        return self.theme.px(122) + self._letter, self.width - self.theme.px(56)

    @property
    def letter(self) -> tuple[float, float]:
        """Left and right of the letters A and B."""
        return self.theme.px(70), self.theme.px(70) + self._letter

    @property
    def _letter(self) -> int:
        return self.theme.px(LETTER) if self.is_pair else 0
