"""Where the heads of a layer look: the shares of their attention by sentence."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from bertscope.gui.attention.change import points
from bertscope.gui.attention.facts import Floats, shares
from bertscope.gui.language import tr
from bertscope.gui.painting import fitting, text
from bertscope.gui.theme import Theme, colour

TITLE, ROW, LOWEST = 18, 22, 13
NUMBER = 44
MUCH = 0.25
"""The change of a share from which its colour grows no stronger."""


class SharesTable:
    """A row a head, a column a quarter, and one for [CLS] and [SEP].

    Parameters
    ----------
    blocks
        Of the layer's heads, (heads, 3, 3): those of the look, or A's and B's, whose change is
        shown too.
    shown
        The heads that are shown; they come first where not all have room.
    """

    def __init__(
        self, theme: Theme, area: QRectF, blocks: Sequence[Floats], shown: Collection[int]
    ) -> None:
        self.theme = theme
        self.area = area
        self.blocks = blocks
        self.shown = shown
        room = area.height() - theme.px(TITLE)
        count = max(1, int(room // theme.px(LOWEST)))
        order = sorted(range(len(blocks[0])), key=lambda head: head not in shown)
        self.heads = sorted(order[:count])
        self._row = min(room / len(self.heads), float(theme.px(ROW)))

    def at(self, point: QPointF) -> int | None:
        """The head whose row is under a point."""
        row = int((point.y() - self.area.top() - self.theme.px(TITLE)) // self._row)
        inside = self.area.contains(point) and 0 <= row < len(self.heads)
        return self.heads[row] if inside else None

    def paint(self, painter: QPainter) -> None:
        theme, palette, area = self.theme, self.theme.palette, self.area
        centre = Qt.AlignmentFlag.AlignHCenter
        for column, name in enumerate(shares(self.blocks[0][0])):
            rect = self._cell(column, area.top(), theme.px(TITLE))
            words = name if column < 4 else tr("special")
            text(painter, rect, words, theme.bold(10), palette.muted, centre)
        for row, head in enumerate(self.heads):
            top = area.top() + theme.px(TITLE) + row * self._row
            strong = head in self.shown
            font = theme.bold(10) if strong else theme.sans(10)
            number = QRectF(area.left(), top, theme.px(NUMBER) - 4, self._row)
            shade = palette.text if strong else palette.muted
            text(painter, number, tr("head {head}", head=head + 1), font, shade)
            found = zip(*(shares(blocks[head]).values() for blocks in self.blocks), strict=True)
            for column, values in enumerate(found):
                rect = self._cell(column, top, self._row).adjusted(1, 0.5, -1, -0.5)
                self._paint_share(painter, rect, values, font)

    def _paint_share(
        self, painter: QPainter, rect: QRectF, values: Sequence[float], font: QFont
    ) -> None:
        """A share; or A's and B's, with their change on the ground of its colour."""
        palette, first, last = self.theme.palette, values[0], values[-1]
        if len(values) == 1:
            shade, alpha, words = palette.mlm, 0.06 + 0.5 * first, [f"{100 * first:.0f} %"]
        else:
            shade = palette.positive if last > first else palette.negative
            alpha = 0.5 * min(1.0, abs(last - first) / MUCH)
            both = f"{100 * first:.0f} → {100 * last:.0f}"
            words = [f"{both} ({points(first, last)})", both, both.replace(" ", "")]
        painter.fillRect(rect, colour(shade, alpha))
        centre, told = Qt.AlignmentFlag.AlignHCenter, fitting(words, rect.width(), font)
        text(painter, rect, told, font, palette.text, centre)

    def _cell(self, column: int, top: float, tall: float) -> QRectF:
        left = self.area.left() + self.theme.px(NUMBER)
        wide = (self.area.right() - left) / 5
        return QRectF(left + column * wide, top, wide, tall)
