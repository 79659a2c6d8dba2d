"""Attention as a matrix: a row a query, a column a key."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from bertscope.gui.attention.image import image_of, pixels_of
from bertscope.gui.attention.shown import Shown, Side
from bertscope.gui.attention.tokens import (
    BAND,
    NAME,
    SMALL,
    Marks,
    Track,
    name_width,
    paint_bands,
    paint_names,
    runs,
)
from bertscope.gui.painting import text
from bertscope.gui.theme import Theme, colour
from bertscope.gui.token_names import sentence_shade

WIDEST, TALLEST = 64, 26
LEAST_NAME = 30
"""Width of a column whose token is written above it, cut if need be."""
UPRIGHT_FROM = 240
"""Height of a view from which tokens are written upright above narrower columns."""


@dataclass(frozen=True, eq=False)
class MatrixFigure:
    """Where the cells of one head, or of the mean of several, stand."""

    theme: Theme
    shown: Shown
    area: QRectF
    cells: QRectF
    queries: Track
    keys: Track
    upright: bool

    @classmethod
    def fit(cls, theme: Theme, shown: Shown, area: QRectF) -> "MatrixFigure":
        rows, columns = max(1, len(shown.queries)), max(1, len(shown.keys))
        words = name_width(shown, theme, area.width())
        left = area.left() + words + theme.px(BAND + 4)
        wide = min((area.right() - left) / columns, float(theme.px(WIDEST)))
        upright = wide < theme.px(LEAST_NAME) and area.height() >= theme.px(UPRIGHT_FROM)
        upright = upright and wide * 2 >= theme.px(NAME)
        above = words if upright else theme.px(14)
        top = area.top() + above + theme.px(BAND + 2)
        tall = min((area.bottom() - top) / rows, float(theme.px(TALLEST)))
        tall = max(tall, 0.1)
        return cls(
            theme,
            shown,
            area,
            QRectF(left, top, wide * columns, tall * rows),
            Track(shown.queries, top, tall),
            Track(shown.keys, left, wide),
            upright,
        )

    # --- What is under the mouse ----------------------------------------------------------------

    def token_at(self, point: QPointF) -> tuple[Side, int] | None:
        """The token whose name is under a point."""
        if not self.area.contains(point):
            return None
        if point.x() < self.cells.left() and point.y() >= self.cells.top():
            position, side = self.queries.at(point.y()), Side.QUERY
        elif point.y() < self.cells.top() and point.x() >= self.cells.left():
            position, side = self.keys.at(point.x()), Side.KEY
        else:
            return None
        return None if position is None else (side, position)

    def weight_at(self, point: QPointF) -> tuple[int, int, int] | None:
        """The cell under a point, as head, query and key."""
        query, key = self.queries.at(point.y()), self.keys.at(point.x())
        return None if query is None or key is None else (0, query, key)

    # --- Painting -------------------------------------------------------------------------------

    def image(self, dots: float) -> QImage:
        """The weights, no finer than they can be seen at `dots` pixels a point."""
        weights = self.shown.weights[0][np.ix_(self.shown.queries, self.shown.keys)]
        rows, columns = (
            max(1, round(side * dots)) for side in (self.cells.height(), self.cells.width())
        )
        return image_of(pixels_of(weights, rows, columns, self.theme.palette, self.shown.limit))

    def paint(self, painter: QPainter, image: QImage, marks: Marks) -> None:
        theme = self.theme
        if not image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            painter.drawImage(self.cells, image)
        left = QRectF(
            self.area.left(),
            self.cells.top(),
            self.cells.left() - self.area.left() - theme.px(BAND + 3),
            self.area.bottom() - self.cells.top(),
        )
        paint_names(painter, theme, self.shown, self.queries, left, Side.QUERY, marks)
        edge = self.cells.left() - theme.px(BAND + 1)
        paint_bands(painter, theme, self.shown, self.queries, edge)
        for source, start, end in runs(self.shown, self.keys):
            band = QRectF(start, self.cells.top() - theme.px(BAND + 1), end - start, theme.px(BAND))
            painter.fillRect(band, colour(sentence_shade(source, theme.palette)))
        self._paint_keys(painter, marks)
        self._paint_marks(painter, marks)

    def _paint_keys(self, painter: QPainter, marks: Marks) -> None:
        theme, first = self.theme, marks.named(Side.KEY)
        least = theme.px(NAME if self.upright else LEAST_NAME)
        for position in self.keys.labelled(least, first):
            wide = max(self.keys.pitch, float(least))
            left = self.keys.edge(position) + (self.keys.pitch - wide) / 2
            left = min(max(left, self.cells.left()), self.area.right() - wide)
            bottom = self.cells.top() - theme.px(BAND + 2)
            rect = QRectF(left, self.area.top(), wide, bottom - self.area.top())
            if position in first:
                painter.fillRect(rect, colour(theme.palette.chosen, 0.35))
            elif position in self.shown.chosen:
                painter.fillRect(rect, colour(theme.palette.chosen, 0.16))
            self._paint_key(painter, rect, position, position in first)

    def _paint_key(self, painter: QPainter, rect: QRectF, position: int, strong: bool) -> None:
        theme, palette = self.theme, self.theme.palette
        shade = palette.text if strong else sentence_shade(self.shown.sources[position], palette)
        token, font = self.shown.tokens[position], theme.mono(SMALL)
        if not self.upright:
            text(painter, rect, token, font, shade, Qt.AlignmentFlag.AlignHCenter)
            return
        painter.save()
        painter.translate(rect.left(), rect.bottom() - 1)
        painter.rotate(-90)
        text(painter, QRectF(0, 0, rect.height(), rect.width()), token, font, shade)
        painter.restore()

    def _paint_marks(self, painter: QPainter, marks: Marks) -> None:
        """Frame the row and the column under the mouse, and the cell looked at closely."""
        palette = self.theme.palette
        lit = list(marks.lit)
        if marks.under is not None:
            lit = [(Side.QUERY, marks.under[1]), (Side.KEY, marks.under[2])]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(palette.chosen_edge), 1.5))
        for side, position in lit:
            if side is Side.QUERY and position in self.queries:
                top, tall = self.queries.edge(position), self.queries.pitch
                painter.drawRect(QRectF(self.cells.left(), top, self.cells.width(), tall))
            if side is Side.KEY and position in self.keys:
                left, wide = self.keys.edge(position), self.keys.pitch
                painter.drawRect(QRectF(left, self.cells.top(), wide, self.cells.height()))
        if marks.link and marks.link[0] in self.queries and marks.link[1] in self.keys:
            painter.setPen(QPen(colour(palette.text), 2))
            painter.drawRect(
                QRectF(
                    self.keys.edge(marks.link[1]),
                    self.queries.edge(marks.link[0]),
                    self.keys.pitch,
                    self.queries.pitch,
                )
            )
