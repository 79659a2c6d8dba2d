"""How much each layer changes the states, of A and of B: two curves beside the strips."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from bertscope.gui.closer.layers import Layers, Numbers
from bertscope.gui.closer.layers_layout import Grid
from bertscope.gui.language import marked, tr
from bertscope.gui.painting import fitting, text
from bertscope.gui.theme import Theme, colour

PROFILE_TIP = marked(
    "How much each layer changes the states: 1 − cos(h_l, h_(l−1)), on the mean of all tokens, or "
    "of the one that is lit. Rightwards is more; A is solid, B is dashed."
)
_CENTRE = Qt.AlignmentFlag.AlignHCenter


def curves_of(layers: Layers, focus: int) -> list[Numbers]:
    """A value a layer, of each model: of the token in focus, else the mean of all."""
    in_focus = 0 <= focus < layers.states.shape[1]
    return [found[:, focus] if in_focus else found.mean(axis=1) for found in layers.changes]


def paint_profile(
    painter: QPainter, theme: Theme, place: QRectF, layers: Layers, grid: Grid, focus: int,
    shift: float,
) -> None:  # fmt: skip
    """Draw the curves on the height of their layers.

    Parameters
    ----------
    place
        Where; its top is that of the grid.
    shift
        How far the grid is scrolled down, as a negative number.
    """
    curves = curves_of(layers, focus)
    end = max(float(found.max()) for found in curves) or 1.0
    _paint_title(painter, theme, place, end)
    painter.save()
    painter.setClipRect(place.adjusted(-2, -2, 2, 2))
    inner = place.adjusted(theme.px(14), 0, -theme.px(14), 0)
    painter.setPen(QPen(colour(theme.palette.line), 1))
    painter.drawLine(inner.topLeft(), QPointF(inner.left(), inner.bottom()))
    greater = int(curves[1][-1] > curves[0][-1])
    for model, values in enumerate(curves):
        heights = [
            grid.change_of(layer + 1, 0).center().y() + shift for layer in range(len(values))
        ]
        points = [
            QPointF(inner.left() + value / end * inner.width(), y)
            for value, y in zip(values.tolist(), heights, strict=True)
        ]
        _paint_curve(painter, theme, points, is_dashed=model == 1)
        _paint_letter(painter, theme, points[-1], "AB"[model], rightwards=model == greater)
    painter.restore()


def _paint_title(painter: QPainter, theme: Theme, place: QRectF, end: float) -> None:
    line = QRectF(place.left(), 0, place.width(), place.top() - 3)
    font = theme.sans(10)
    wordings = [tr("1 − cos, 0 to {end:.2f}", end=end), tr("to {end:.2f}", end=end)]
    words = fitting(wordings, line.width(), font)
    text(painter, line, words, font, theme.palette.muted, _CENTRE)


def _paint_curve(
    painter: QPainter, theme: Theme, points: list[QPointF], *, is_dashed: bool
) -> None:
    style = Qt.PenStyle.DashLine if is_dashed else Qt.PenStyle.SolidLine
    shade = colour(theme.palette.text)
    painter.setPen(QPen(shade, 1.5, style))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))
    painter.setPen(QPen(shade, 1.2))
    if not is_dashed:
        painter.setBrush(shade)
    radius = theme.px(3 if is_dashed else 2)  # Where both are the same, both are seen.
    for point in points:
        painter.drawEllipse(point, radius, radius)


def _paint_letter(
    painter: QPainter, theme: Theme, at: QPointF, letter: str, *, rightwards: bool
) -> None:
    side = float(theme.px(13))
    middle = at + QPointF(theme.px(10) * (1 if rightwards else -1), 0)
    place = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
    text(painter, place, letter, theme.bold(10), theme.palette.text, _CENTRE)
