"""The classic figure of BERT's input: Input / Token + Segment + Position = Sum, as real numbers."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from bertscope.gui.figure.content import LINES, FigureContent
from bertscope.gui.figure.geometry import Geometry, Level
from bertscope.gui.figure.labels import FigureLabels
from bertscope.gui.figure.names import name_of, paint_name
from bertscope.gui.figure.strips import Strips, strips_of
from bertscope.gui.figure.token_bar import TokenBar, runs
from bertscope.gui.heat_map import block_width, draw_part
from bertscope.gui.painting import rounded, text, text_width
from bertscope.gui.theme import Theme, colour

PALE = 0.24
"""Opacity of the rows that aren't added yet."""


class FigurePainter:
    """Paints the figure; keeps the heat-map images of the look it was made for.

    Parameters
    ----------
    content
        What to show.
    theme
        How.
    strips
        Of the content's look and the theme's palette, where they were made before.
    """

    def __init__(self, content: FigureContent, theme: Theme, strips: Strips | None = None) -> None:
        self.content = content
        self.theme = theme
        strips = strips or strips_of(content, theme.palette)
        self.strips = strips
        self._bar = TokenBar(content, theme)
        self._labels = FigureLabels(content, theme, strips)

    def paint(
        self, painter: QPainter, geometry: Geometry, scroll: float, focus: int, width: float
    ) -> None:
        """Paint all of it, the column `focus` lit; -1 lights none."""
        self.paint_still(painter, geometry, scroll, width)
        self.paint_lit(painter, geometry, scroll, focus, width)

    def paint_still(
        self, painter: QPainter, geometry: Geometry, scroll: float, width: float
    ) -> None:
        """Paint the columns that can be seen, and the labels: all that doesn't follow the mouse."""
        columns = geometry.visible(scroll, width)
        self._begin(painter, geometry, scroll, width)
        self._bar.paint(painter, geometry, columns)
        for line in range(LINES):
            painter.setOpacity(1.0 if self.content.is_added(line) else PALE)
            if geometry.level is Level.BANDS:
                self._band(painter, geometry, line, columns)
            else:
                for column in columns:
                    self._cell(painter, geometry, line, column)
        painter.setOpacity(1.0)
        self._marked(painter, geometry)
        painter.restore()
        self._labels.paint(painter, geometry, width)

    def paint_lit(
        self,
        painter: QPainter,
        geometry: Geometry,
        scroll: float,
        focus: int,
        width: float,
        span: range = range(0),
    ) -> None:
        """Light the column under the mouse, and the span that is being chosen."""
        self._begin(painter, geometry, scroll, width)
        if span:
            self._span(painter, geometry, span)
        if 0 <= focus < geometry.count:
            self._lit(painter, geometry, focus)
            if geometry.level <= Level.VERTICAL:
                self._tag(painter, geometry, focus, scroll, width)
        painter.restore()

    def _begin(self, painter: QPainter, geometry: Geometry, scroll: float, width: float) -> None:
        painter.save()
        room = QRectF(geometry.left, 0, width - geometry.left, geometry.height)
        painter.setClipRect(room, Qt.ClipOperation.IntersectClip)
        painter.translate(-scroll, 0)

    # --- Cells ----------------------------------------------------------------------------------

    def _cell(self, painter: QPainter, geometry: Geometry, line: int, column: int) -> None:
        palette, cell = self.theme.palette, geometry.cell(line, column)
        strip = cell.adjusted(1, 1, -1, -1 - geometry.name if geometry.name else -1)
        if geometry.level is Level.VERTICAL:
            strip = cell
        else:
            rounded(painter, cell, self.theme.px(4), palette.card, palette.line)
        if self.content.is_true(column):
            self._strip(painter, geometry, strip, line, range(column, column + 1))
        else:
            painter.fillRect(strip, colour(palette.track))
        if geometry.name:
            room = QRectF(cell.left(), strip.bottom(), cell.width(), geometry.name)
            name = name_of(self.content, palette, line, column)
            paint_name(painter, room, name, self.theme)

    def _strip(
        self, painter: QPainter, geometry: Geometry, target: QRectF, line: int, columns: range
    ) -> None:
        """The vectors of neighbouring columns, from the image of their row."""
        if self.strips is None:
            return
        fold = self._fold(geometry)
        image = self.strips.image(line, self.content.view.stage, fold)
        part = QRect(columns[0] * fold, 0, len(columns) * fold, image.height())
        draw_part(painter, target, image, part)

    def _fold(self, geometry: Geometry) -> int:
        """Values a line of a block: wide blocks, or blocks as narrow as their columns."""
        size = self.strips.size if self.strips else 1
        if geometry.level is Level.FULL:
            return block_width(size)
        wide = geometry.column - geometry.gap
        return block_width(size, wide / geometry.strip, widest=wide)

    def _band(self, painter: QPainter, geometry: Geometry, line: int, columns: range) -> None:
        """A row as one image: the columns side by side with nothing between them."""
        if not columns:
            return
        stretch = geometry.columns(columns[0], columns[-1])
        room = QRectF(stretch.left(), geometry.line_top(line), stretch.width(), geometry.strip)
        painter.fillRect(room, colour(self.theme.palette.track))
        if self.content.seen is None:
            return
        truth = [self.content.is_true(column) for column in columns]
        for first, last in runs(truth):
            if not truth[first]:
                continue
            part = range(columns[first], columns[last] + 1)
            target = QRectF(
                geometry.column_left(part[0]),
                room.top(),
                len(part) * geometry.column,
                room.height(),
            )
            self._strip(painter, geometry, target, line, part)

    # --- Marks ----------------------------------------------------------------------------------

    def _marked(self, painter: QPainter, geometry: Geometry) -> None:
        """The frame of the vector that is looked at closely."""
        if self.content.marked is None:
            return
        line, column = self.content.marked
        cell = self._at_least(geometry.cell(line, column), self.theme.px(5))
        rounded(painter, cell, self.theme.px(4), None, self.theme.palette.text, width=2)

    def _lit(self, painter: QPainter, geometry: Geometry, column: int) -> None:
        amber = self.theme.palette.chosen_edge
        if geometry.level is Level.BANDS:
            frame = self._at_least(geometry.columns(column, column), self.theme.px(3))
            rounded(painter, frame, 1, None, amber, width=1.5)
            return
        rounded(painter, geometry.chip(column), self.theme.px(5), None, amber, width=2)
        for line in range(LINES):
            rounded(painter, geometry.cell(line, column), self.theme.px(4), None, amber)

    def _span(self, painter: QPainter, geometry: Geometry, span: range) -> None:
        """The tokens from one end of a span to the other."""
        amber = self.theme.palette.chosen_edge
        chips = geometry.chip(span[0]).united(geometry.chip(span[-1]))
        around = self._at_least(chips.adjusted(-2, -2, 2, 2), self.theme.px(4))
        rounded(painter, around, self.theme.px(6), amber, alpha=0.22)
        rounded(painter, around, self.theme.px(6), None, amber, width=2)

    def _at_least(self, rect: QRectF, width: float) -> QRectF:
        spare = max(0.0, width - rect.width()) / 2
        return rect.adjusted(-spare, 0, spare, 0)

    def _tag(
        self, painter: QPainter, geometry: Geometry, column: int, scroll: float, width: float
    ) -> None:
        """Which token it is, where that can't be read at its column."""
        theme, palette = self.theme, self.theme.palette
        words, font = f"{column} · {self.content.tokens[column]}", theme.bold(11)
        wide = text_width(words, font) + theme.px(12)
        centre = geometry.chip(column).center().x()
        least, most = scroll + geometry.left, scroll + width - wide - 1
        tag = QRectF(max(least, min(centre - wide / 2, most)), 0, wide, theme.px(16))
        rounded(painter, tag, theme.px(4), palette.text)
        text(painter, tag, words, font, palette.card, Qt.AlignmentFlag.AlignHCenter)
