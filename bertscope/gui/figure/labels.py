"""What stands beside and under the rows of the input figure: their names, and their scale."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from bertscope.gui.figure.content import BOTTOM, FigureContent
from bertscope.gui.figure.geometry import LABELS, Geometry
from bertscope.gui.figure.strips import Strips
from bertscope.gui.heat_map import colour_ramp
from bertscope.gui.language import marked, tr
from bertscope.gui.masks.drawn import chosen_words
from bertscope.gui.painting import text, text_width
from bertscope.gui.state import Side, Stage
from bertscope.gui.theme import Theme


class Label(NamedTuple):
    """A row's name in two lines, and the sign before it."""

    title: str
    below: str
    sign: str


ROWS = (
    Label(marked("Token"), marked("embedding"), ""),
    Label(marked("Segment"), marked("embedding"), "+"),
    Label(marked("Position"), marked("embedding"), "+"),
)
BOTTOMS = {
    Stage.TOKEN: Label(marked("So far"), "E_tok", "="),
    Stage.SEGMENT: Label(marked("So far"), "E_tok + E_seg", "="),
    Stage.POSITION: Label(marked("So far"), marked("all three: x"), "="),
    Stage.SUM: Label(marked("Sum"), marked("of the three"), "="),
    Stage.LAYER_NORM: Label("LayerNorm", marked("of the sum"), "→"),
}


class FigureLabels:
    """Paints the label column and the colour bars.

    Parameters
    ----------
    content
        What the figure shows.
    theme
        How.
    strips
        The rows, for the ends of their scales; without them there is no bar.
    """

    def __init__(self, content: FigureContent, theme: Theme, strips: Strips | None) -> None:
        self.content = content
        self.theme = theme
        self.strips = strips

    def paint(self, painter: QPainter, geometry: Geometry, width: float) -> None:
        palette = self.theme.palette
        top, high = geometry.chip_top, geometry.chip_bottom - geometry.chip_top
        self._label(
            painter, top, high, Label(marked("Input"), marked("click to mask"), ""), palette.text
        )
        shades = (palette.token, palette.segment_a, palette.position, palette.text)
        rows = (*ROWS, BOTTOMS[self.content.view.stage])
        is_difference = self.content.side is Side.DIFFERENCE
        for line, (row, shade) in enumerate(zip(rows, shades, strict=True)):
            label = row._replace(below=Side.DIFFERENCE.value) if is_difference else row
            added = self.content.is_added(line)
            top, high = geometry.line_top(line), geometry.strip + geometry.name
            self._label(painter, top, high, label, shade if added else palette.muted)
        left = self._scales(painter, geometry, width) + self.theme.px(16)
        content, line = self.content, self.theme.px(15)
        words = chosen_words(content.plan, len(content.pair.maskable), content.rule)
        room = QRectF(left, geometry.scale_top, width - left - self.theme.px(6), line)
        align = Qt.AlignmentFlag.AlignRight
        text(painter, room, words, self.theme.sans(12), palette.muted, align)

    def _label(
        self, painter: QPainter, top: float, height: float, label: Label, shade: str
    ) -> None:
        theme, muted = self.theme, self.theme.palette.muted
        right, line = theme.px(LABELS) - theme.px(10), theme.px(15)
        middle = top + height / 2
        align, sans = Qt.AlignmentFlag.AlignRight, theme.sans(11)
        title = QRectF(0, middle - line, right, line)
        if height < 1.7 * line:
            title.moveTop(middle - line / 2)
        elif label.below:
            text(painter, QRectF(0, middle, right, line), tr(label.below), sans, muted, align)
        text(painter, title, tr(label.title), theme.bold(12), shade, align)
        sign = QRectF(0, title.top(), theme.px(14), line)
        text(painter, sign, label.sign, theme.bold(16), muted)

    def _scales(self, painter: QPainter, geometry: Geometry, width: float) -> float:
        """One symmetric scale for the rows that are added; normalized rows have their own.

        Gives where they end.
        """
        left = geometry.left + self.theme.px(3)
        if why := self.content.why_no_difference:
            room = QRectF(left, geometry.scale_top, width * 0.66 - left, self.theme.px(15))
            text(painter, room, why, self.theme.sans(12), self.theme.palette.text)
            return room.right()
        if self.strips is None:
            return geometry.left
        stage = self.content.view.stage
        normalized = stage is Stage.LAYER_NORM
        if self.content.is_compared:
            left = self._word(painter, geometry, left, self.content.side.value)
        wide = self.theme.px(140 if width > self.theme.px(640) and not normalized else 80)
        left = self._bar(painter, geometry, left, wide, self.strips.shared_limit)
        if normalized:
            left = self._word(painter, geometry, left + self.theme.px(22), "LN(x)")
            left = self._bar(painter, geometry, left, wide, self.strips.limit(BOTTOM, stage))
        return left

    def _word(self, painter: QPainter, geometry: Geometry, left: float, words: str) -> float:
        """What the scale that follows is of; where that starts."""
        font, shade = self.theme.bold(11), self.theme.palette.muted
        room = QRectF(left, geometry.scale_top, 200, self.theme.px(15))
        text(painter, room, words, font, shade)
        return left + text_width(words, font) + self.theme.px(10)

    def _bar(
        self, painter: QPainter, geometry: Geometry, left: float, wide: float, limit: float
    ) -> float:
        """A bar with the values of its ends; where it ends."""
        theme, top, line = self.theme, geometry.scale_top, self.theme.px(15)
        font, shade, gap = theme.mono(11), theme.palette.muted, theme.px(8)
        low, high = f"≤ −{limit:.2g}", f"≥ {limit:.2g}"
        text(painter, QRectF(left, top, 200, line), low, font, shade)
        left += text_width(low, font) + gap
        bar = QRectF(left, top + theme.px(3), wide, theme.px(9))
        painter.drawImage(bar, colour_ramp(theme.palette))
        text(painter, QRectF(bar.right() + gap, top, 200, line), high, font, shade)
        return bar.right() + gap + text_width(high, font)
