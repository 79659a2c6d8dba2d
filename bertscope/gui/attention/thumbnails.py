"""A thumbnail for each head of each layer: a row a layer, a column a head."""

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from bertscope.gui.attention.image import Floats, image_of, pixels_of, sharpness
from bertscope.gui.attention.layout import LABELS, Grid, thinned
from bertscope.gui.painting import fitting, text, text_width
from bertscope.gui.theme import Theme, colour


class Thumbnails:
    """Paints the thumbnails of one look; keeps their image, for all heads are one image.

    Parameters
    ----------
    weights
        (layers, heads, S, S).
    theme
        How.
    limit
        Where the scale of changes ends; None where these are weights.
    """

    def __init__(self, weights: Floats, theme: Theme, limit: float | None = None) -> None:
        self.weights = weights
        self.theme = theme
        self.limit = limit
        self._image = QImage()
        self._image_for: tuple[Grid, float] | None = None

    @property
    def size(self) -> tuple[int, int]:
        """How many layers and heads there are."""
        return self.weights.shape[0], self.weights.shape[1]

    def paint(
        self,
        painter: QPainter,
        grid: Grid,
        layer: int,
        shown: dict[int, str],
        under: tuple[int, int] | None,
    ) -> None:
        """Paint all, mark the heads `shown` of `layer` in their colours; light what is under.

        Parameters
        ----------
        under
            Layer and head of the thumbnail under the mouse.
        """
        dots = sharpness(painter)
        if self._image_for != (grid, dots):
            self._image = image_of(self._mosaic(grid, dots))
            self._image_for = (grid, dots)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        area = QRectF(grid.left, grid.top, self._image.width() / dots, self._image.height() / dots)
        painter.drawImage(area, self._image)
        self._labels(painter, grid, layer, shown)
        if under is not None:
            cell = grid.cell(*under)
            self._frame(painter, cell, self.theme.palette.muted, 1)
        for head, shade in shown.items():
            self._frame(painter, grid.cell(layer, head), shade, 3 if grid.gap > 1 else 2)

    def paint_cursor(self, painter: QPainter, grid: Grid, cursor: tuple[int, int]) -> None:
        """The head that the keyboard is at."""
        pen = QPen(colour(self.theme.palette.text), 1, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(grid.cell(*cursor).adjusted(-2.5, -2.5, 2.5, 2.5))

    def _frame(self, painter: QPainter, cell: QRectF, shade: str, width: float) -> None:
        painter.setPen(QPen(colour(shade), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cell.adjusted(-0.5, -0.5, 0.5, 0.5), 2, 2)

    def _labels(self, painter: QPainter, grid: Grid, layer: int, shown: Collection[int]) -> None:
        theme = self.theme
        least = text_width(str(grid.heads), theme.bold(10)) + theme.px(4)
        for head in thinned(grid.heads, grid.pitch_x, least, sorted(shown)):
            cell = grid.cell(0, head)
            wide = max(cell.width(), least)
            rect = QRectF(cell.center().x() - wide / 2, 0, wide, grid.top - theme.px(2))
            self._label(painter, rect, head, head in shown, Qt.AlignmentFlag.AlignHCenter)
        for row in thinned(grid.layers, grid.pitch_y, theme.px(11), [layer]):
            cell = grid.cell(row, 0)
            tall = max(cell.height(), float(theme.px(12)))
            wide = theme.px(LABELS) - theme.px(5)
            rect = QRectF(0, cell.center().y() - tall / 2, wide, tall)
            self._label(painter, rect, row, row == layer, Qt.AlignmentFlag.AlignRight)

    def paint_axes(
        self, painter: QPainter, grid: Grid, height: float, words: Sequence[str]
    ) -> None:
        """Say below the thumbnails what is what, if there is room."""
        theme, tall = self.theme, self.theme.px(14)
        if grid.bottom + tall <= height:
            rect = QRectF(grid.left, grid.bottom, grid.right - grid.left, tall)
            font = theme.sans(10)
            text(painter, rect, fitting(words, rect.width(), font), font, theme.palette.muted)

    def _label(
        self, painter: QPainter, rect: QRectF, number: int, strong: bool, align: Qt.AlignmentFlag
    ) -> None:
        theme, palette = self.theme, self.theme.palette
        font = theme.bold(10) if strong else theme.sans(10)
        shade = palette.text if strong else palette.muted
        text(painter, rect, str(number + 1), font, shade, align)

    def _mosaic(self, grid: Grid, dots: float) -> NDArray[np.uint32]:
        """All thumbnails as the pixels of one image, with nothing between them."""
        tallest, widest = (int(np.ceil(side * dots)) for side in (grid.pitch_y, grid.pitch_x))
        small = pixels_of(self.weights, tallest, widest, self.theme.palette, self.limit)
        rows = [grid.cell(layer, 0) for layer in range(grid.layers)]
        columns = [grid.cell(0, head) for head in range(grid.heads)]
        y = _samples([(r.top() - grid.top, r.height()) for r in rows], small.shape[2], dots)
        x = _samples([(c.left() - grid.left, c.width()) for c in columns], small.shape[3], dots)
        flat = small.transpose(0, 2, 1, 3).reshape(
            grid.layers * small.shape[2], grid.heads * small.shape[3]
        )
        pixels = flat[np.ix_(y, x)]
        pixels[y < 0] = 0
        pixels[:, x < 0] = 0
        return pixels


def _samples(cells: list[tuple[float, float]], size: int, dots: float) -> NDArray[np.intp]:
    """For each pixel along one side which of all thumbnails' rows it shows, -1 for none."""
    end = round((cells[-1][0] + cells[-1][1]) * dots)
    found = np.full(end, -1, np.intp)
    for number, (start, length) in enumerate(cells):
        first, last = round(start * dots), round((start + length) * dots)
        found[first:last] = number * size + np.arange(last - first) * size // (last - first)
    return found
