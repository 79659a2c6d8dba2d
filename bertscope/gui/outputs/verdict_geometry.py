"""Where the way from C to a verdict stands."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from bertscope.gui.theme import Theme

SMALL, LEAST_BAR, MOST_BAR, MOST_STRIP, LEAST_STRIP = 16, 20, 30, 120, 12
"""Design pixels: a line of small type, a bar, and a strip, each the least and the most."""
FEW = 2
"""So many bars may each be as high as the least bar; of more each takes less."""
LEAST_OF_MANY = 15
LETTER = 14
"""What the letter of a model takes before its numbers."""
NAMES = 70
"""What the names of the answers take."""


@dataclass(frozen=True)
class Geometry:
    """Where C, the pooled vector and the bars of the answers stand; twice as many bars for two
    models.

    Attributes
    ----------
    names
        What the names of the answers take, in pixels.
    """

    theme: Theme
    width: float
    strip: float
    bar: float
    names: float
    is_pair: bool = False

    @classmethod
    def of(
        cls,
        theme: Theme,
        width: float,
        height: float,
        *,
        is_pair: bool = False,
        answers: int = 2,
        names: float | None = None,
    ) -> "Geometry":
        free, bars = height - 2 * theme.px(SMALL), answers * (2 if is_pair else 1)
        least = theme.px(LEAST_BAR if bars <= FEW else LEAST_OF_MANY)
        bar = min(max(free * 0.4 / bars, least), theme.px(MOST_BAR))
        strip = min(max((free - bars * bar) / 2, theme.px(LEAST_STRIP)), theme.px(MOST_STRIP))
        return cls(theme, width, strip, bar, theme.px(NAMES) if names is None else names, is_pair)

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
        """The line of a bar: of each answer, or A's and B's of the first, then of the second."""
        top = self.between(1).bottom() + number * self.bar
        return QRectF(0, top, self.width, self.bar)

    @property
    def logit(self) -> tuple[float, float]:
        """Left and right of the logits."""
        left = self.letter[1]
        return left, left + self.theme.px(42)

    @property
    def track(self) -> tuple[float, float]:
        """Left and right of the bars."""
        return self.logit[1] + self.theme.px(10), self.width - self.theme.px(56)

    @property
    def letter(self) -> tuple[float, float]:
        """Left and right of the letters A and B."""
        wide = self.theme.px(LETTER) if self.is_pair else 0
        return self.names, self.names + wide
