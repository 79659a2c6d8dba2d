"""What is written and marked over the lines of a plot, in pixels."""

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from bertscope.gui.curves.marks import Mark, paint_mark, sign_rect
from bertscope.gui.curves.names import Ending, paint_names
from bertscope.gui.theme import Theme


class Labels(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph has no types.
    """The signs of what happened in a run, and the names of runs at the ends of their lines."""

    def __init__(self, box: pg.ViewBox) -> None:
        super().__init__(box)
        self.setZValue(1)
        self._frame, self._theme = QRectF(), Theme()
        self._marks: Sequence[Mark] = ()
        self._endings: Sequence[Ending] = ()
        self._taken: Sequence[QRectF] = ()

    def show_all(
        self,
        marks: Sequence[Mark],
        endings: Sequence[Ending],
        taken: Sequence[QRectF],
        theme: Theme,
    ) -> None:
        """Show these, names where no other words are."""
        self.prepareGeometryChange()
        self._frame, self._theme = self.parentItem().rect(), theme
        self._marks, self._endings, self._taken = marks, endings, taken
        self.update()

    def tip_at(self, point: QPointF) -> str:
        """What the sign at a point says, as rich text; empty where there is none."""
        signs = ((mark, sign_rect(mark, self._frame, self._theme)) for mark in self._marks)
        return next((mark.tip for mark, rect in signs if rect.contains(point)), "")

    def boundingRect(self) -> QRectF:
        return self._frame

    def paint(self, painter: QPainter, *_options: object) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self._marks:
            paint_mark(painter, mark, self._frame, self._theme)
        paint_names(painter, self._endings, self._taken, self._frame, self._theme)
