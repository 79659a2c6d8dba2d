"""A bar for each thing that can be answered: its name, its logit, its probability."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from bertscope.gui.compare.marks import side_bar
from bertscope.gui.language import tr
from bertscope.gui.outputs.verdict_geometry import Geometry
from bertscope.gui.outputs.way_from_c import arrow
from bertscope.gui.painting import text
from bertscope.gui.state import Side
from bertscope.gui.theme import Theme
from bertscope.gui.wording import number, percent

RIGHT = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True)
class Bar:
    """One model's logit and probability of an answer."""

    of: Side
    logit: float
    share: float


@dataclass(frozen=True)
class Line:
    """An answer: what it is called, and a bar of each model that is shown.

    Attributes
    ----------
    is_right
        Whether it is the label.
    is_said
        Whether it is what the model answers.
    """

    name: str
    bars: Sequence[Bar]
    is_right: bool = False
    is_said: bool = False

    @property
    def words(self) -> str:
        """Its name, with the signs that it is said and that it is right."""
        return f"{'▸ ' if self.is_said else ''}{self.name}{' ✓' if self.is_right else ''}"


@dataclass(frozen=True)
class AnswerBars:
    """Paints the heads of the columns, and lines below each other."""

    painter: QPainter
    theme: Theme
    geometry: Geometry

    def heads(self) -> None:
        """What the columns are: logits, and what softmax makes of them."""
        painter, theme, geometry = self.painter, self.theme, self.geometry
        above, (_, end), (start, _) = geometry.between(1), geometry.logit, geometry.track
        arrow(painter, theme, above, "")
        font, muted = theme.sans(11), theme.palette.muted
        text(painter, QRectF(0, above.top(), end, above.height()), tr("logits"), font, muted, RIGHT)
        head = QRectF(start, above.top(), geometry.width - start, above.height())
        text(painter, head, "→ softmax", font, muted)

    def line(self, place: int, line: Line) -> None:
        """A line of one bar or of two, counted from the top."""
        painter, theme, geometry = self.painter, self.theme, self.geometry
        palette, first = theme.palette, len(line.bars) * place
        shade = palette.right if line.is_right else palette.text
        top = geometry.line(first)
        name = QRectF(0, top.top(), geometry.letter[0], top.height())
        weight = theme.mono(12).Weight.Bold if line.is_said else theme.mono(12).Weight.Normal
        text(painter, name, line.words, theme.mono(12, weight), shade)
        for offset, bar in enumerate(line.bars):
            self._bar(geometry.line(first + offset), bar)

    def _bar(self, line: QRectF, bar: Bar) -> None:
        painter, theme, geometry = self.painter, self.theme, self.geometry
        palette, font = theme.palette, theme.mono(12)
        start, end = geometry.letter
        if geometry.is_pair:
            letter = QRectF(start, line.top(), end - start, line.height())
            text(painter, letter, bar.of.value, theme.bold(11), palette.muted)
        start, end = geometry.logit
        logit = QRectF(start, line.top(), end - start, line.height())
        text(painter, logit, number(bar.logit, 2), font, palette.text, RIGHT)
        start, end = geometry.track
        thick = theme.px(10) * min(1.0 if geometry.is_pair else 9.0, geometry.bar / theme.px(20))
        track = QRectF(start, line.center().y() - thick / 2, max(end - start, 1.0), thick)
        of = bar.of if geometry.is_pair else Side.A
        side_bar(painter, track, bar.share, theme.px(2), (palette.track, palette.nsp), of)
        rest = QRectF(end, line.top(), geometry.width - end, line.height())
        text(painter, rest, percent(bar.share), font, palette.text, RIGHT)
