"""The lines of a plot as one item, which pyqtgraph moves and cuts off."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from math import cos, sin, tau

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform

from bertscope.gui.curves.outline import Floats
from bertscope.gui.theme import Theme


@dataclass(frozen=True)
class Ink:
    """What lines are drawn with.

    Attributes
    ----------
    weight
        Pixels a point, which pens for stretched coordinates aren't told of by Qt.
    """

    theme: Theme
    weight: float = 1.0

    def pen(
        self, shade: str | QColor, width: float = 1.0, dash: Sequence[float] | None = None
    ) -> QPen:
        """A pen of a width in points, whatever the coordinates; dashes in points too."""
        pen = QPen(QColor(shade), width * self.weight)
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
        if dash is not None:
            pen.setDashPattern([length / width for length in dash])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen

    def dot(self, shade: str | QColor, width: float) -> QPen:
        """A pen that draws a point as a disk."""
        pen = self.pen(shade, width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        return pen


class Kind(Enum):
    """What the points of a stroke are."""

    LINE = auto()
    DOTS = auto()
    PAIRS = auto()


@dataclass(frozen=True)
class Stroke:
    """A line, dots, or pairs of ends of short lines, in the coordinates of a plot."""

    points: QPolygonF
    pen: QPen
    kind: Kind = Kind.LINE
    is_smooth: bool = True


def polygon(places: Floats, heights: Floats) -> QPolygonF:
    """Points as Qt wants them."""
    # pyqtgraph can't make an empty one.
    return pg.functions.arrayToQPolygonF(places, heights) if len(places) else QPolygonF()


def rings(
    at: QPolygonF, edge: str, card: str, widths: tuple[float, float], ink: Ink
) -> Iterator[Stroke]:
    """Disks in a colour, and smaller ones in that of the card on them."""
    size = ink.theme.scale**0.5
    for shade, width in zip((edge, card), widths, strict=True):
        yield Stroke(at, ink.dot(shade, size * width), Kind.DOTS)


def mixed(shade: str, ground: str, share: float) -> QColor:
    """The colour that a see-through one has on its ground."""
    over, under = QColor(shade), QColor(ground)
    pairs = zip(over.getRgb()[:3], under.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(share * one + (1 - share) * other) for one, other in pairs))


class Strokes(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph has no types.
    """Draws lines and dots, the first of them lowest.

    They are drawn as they are: `RunLines` has thinned them, and `PlotCurveItem` would make a path
    of each, which Qt strokes several times more slowly than a polyline.
    """

    def __init__(self) -> None:
        super().__init__()
        self._strokes: Sequence[Stroke] = ()
        self._seen = QRectF()
        self._is_quick = False
        self.draw_quickly(is_quick=True)

    def draw_quickly(self, *, is_quick: bool) -> None:
        """Draw for the screen: painted once as long as only what lies over it moves."""
        modes = self.CacheMode
        self.setCacheMode(modes.DeviceCoordinateCache if is_quick else modes.NoCache)
        self._is_quick = is_quick

    def show_strokes(self, strokes: Sequence[Stroke]) -> None:
        self._strokes = strokes
        self.update()

    def boundingRect(self) -> QRectF:
        return self._seen

    def viewRangeChanged(self) -> None:
        """Other coordinates are shown now."""
        self.prepareGeometryChange()
        self._seen = self.getViewBox().viewRect()

    def paint(self, painter: QPainter, *_options: object) -> None:
        for stroke in self._strokes:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, stroke.is_smooth)
            painter.setPen(stroke.pen)
            if stroke.kind is Kind.DOTS:
                _draw_dots(painter, stroke)
            elif stroke.kind is Kind.PAIRS:
                painter.drawLines(stroke.points)  # type: ignore[call-overload]  # It takes these.
            elif self._is_quick and stroke.pen.widthF() > 1:
                _draw_quickly(painter, stroke)
            else:
                painter.drawPolyline(stroke.points)


def _draw_dots(painter: QPainter, stroke: Stroke) -> None:
    """Dots, in pixels: Qt draws a point as a line of 1/63, which coordinates may stretch."""
    as_it_was = painter.transform()
    painter.resetTransform()
    painter.drawPoints(as_it_was.map(stroke.points))
    painter.setTransform(as_it_was)


def _draw_quickly(painter: QPainter, stroke: Stroke) -> None:
    """A wide line as thin ones around it: Qt draws one of a pixel fifty times as quickly."""
    wide, pen, as_it_was = stroke.pen.widthF(), QPen(stroke.pen), painter.transform()
    pen.setWidthF(1)
    if pen.style() == Qt.PenStyle.CustomDashLine:
        pen.setDashPattern([length * wide for length in stroke.pen.dashPattern()])
    painter.setPen(pen)
    away = (wide - 1) / 2
    for turn in np.arange(0, tau, min(tau / 4, 1 / away)).tolist():
        aside = QTransform.fromTranslate(away * cos(turn), away * sin(turn))
        painter.setTransform(as_it_was * aside)
        painter.drawPolyline(stroke.points)
    painter.setTransform(as_it_was)
