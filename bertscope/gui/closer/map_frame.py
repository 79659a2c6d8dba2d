"""How points of a map become places of a view: where it is looked from, and where words go."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from bertscope.gui.state import NEAREST, Camera

Points = NDArray[np.floating[Any]]
CELL = 3
"""Pixels a side of the squares that words take up."""


@dataclass(frozen=True)
class Frame:
    """The same scale along both axes, so that distances are true; y goes up."""

    plot: QRectF
    centre: tuple[float, float]
    scale: float

    @classmethod
    def of(cls, plot: QRectF, points: Points, camera: Camera, margin: float) -> "Frame":
        """Fit points into a plot, then look at it through a camera."""
        flat = points.reshape(-1, 2)
        low, high = flat.min(axis=0), flat.max(axis=0)
        spans = np.maximum(high - low, 1e-9)
        room = max(plot.width() - 2 * margin, 8.0), max(plot.height() - 2 * margin, 8.0)
        scale = min(room[0] / spans[0], room[1] / spans[1]) * camera.zoom
        middle = (low + high) / 2
        return cls(plot, (float(middle[0]) + camera.x, float(middle[1]) + camera.y), float(scale))

    def place(self, points: Points) -> NDArray[np.float64]:
        """Where points stand in the view, ``(..., 2)``."""
        centre = self.plot.center()
        away = np.asarray(points, np.float64) - self.centre
        return np.asarray(away * (self.scale, -self.scale) + np.array([centre.x(), centre.y()]))

    def point(self, at: QPointF) -> tuple[float, float]:
        """What point of the map stands at a place of the view."""
        away = at - self.plot.center()
        return self.centre[0] + away.x() / self.scale, self.centre[1] - away.y() / self.scale

    def zoomed(self, camera: Camera, factor: float, at: QPointF) -> Camera:
        """Nearer by a factor, with what stands at `at` staying there."""
        zoom = min(max(camera.zoom * factor, 1.0), NEAREST)
        if zoom == 1.0:
            return Camera()
        keep = 1 - camera.zoom / zoom
        x, y = self.point(at)
        moved = (camera.x + (x - self.centre[0]) * keep, camera.y + (y - self.centre[1]) * keep)
        return Camera(zoom, *moved)

    def panned(self, camera: Camera, by: QPointF) -> Camera:
        """Drawn along by a distance in the view."""
        return Camera(camera.zoom, camera.x - by.x() / self.scale, camera.y + by.y() / self.scale)

    def nearest(self, points: Points, at: QPointF, reach: float) -> int | None:
        """The point that stands nearest to a place, if it is within reach; counted flat."""
        places = self.place(points).reshape(-1, 2)
        squares = np.square(places - (at.x(), at.y())).sum(axis=1)
        nearest = int(squares.argmin()) if len(squares) else -1
        return nearest if nearest >= 0 and squares[nearest] <= reach * reach else None


class Labels:
    """Finds room for words: beside their point, and not over other words."""

    def __init__(self, plot: QRectF) -> None:
        self._plot = plot
        rows, columns = int(plot.height() / CELL) + 2, int(plot.width() / CELL) + 2
        self._taken = np.zeros((max(rows, 1), max(columns, 1)), bool)

    def take(self, at: QPointF, size: tuple[float, float], away: float) -> QRectF | None:
        """Room right of a point, left of it, above or below it; None where there is none."""
        wide, high = size
        for dx, dy in ((1, 0), (-1, 0), (0, -1), (0, 1)):
            left = at.x() - wide / 2 + dx * (wide / 2 + away)
            top = at.y() - high / 2 + dy * (high / 2 + away)
            place = QRectF(left, top, wide, high)
            if self._plot.contains(place) and not self._cells(place).any():
                self._cells(place)[:] = True
                return place
        return None

    def force(self, at: QPointF, size: tuple[float, float], away: float) -> QRectF:
        """Room for words that are shown whatever they cover."""
        place = self.take(at, size, away)
        if place is None:
            left = min(at.x() + away, self._plot.right() - size[0])
            top = min(max(at.y() - size[1] / 2, self._plot.top()), self._plot.bottom() - size[1])
            place = QRectF(max(left, self._plot.left()), top, *size)
            self._cells(place)[:] = True
        return place

    def keep_free(self, place: QRectF) -> None:
        """Let no words stand here."""
        self._cells(place)[:] = True

    def _cells(self, place: QRectF) -> NDArray[np.bool_]:
        left, top = place.left() - self._plot.left(), place.top() - self._plot.top()
        rows = slice(max(0, int(top / CELL)), max(0, int((top + place.height()) / CELL) + 1))
        columns = slice(max(0, int(left / CELL)), max(0, int((left + place.width()) / CELL) + 1))
        return self._taken[rows, columns]
