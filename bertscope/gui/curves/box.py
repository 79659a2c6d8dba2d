"""What the mouse does in a plot."""

import pyqtgraph as pg
from pyqtgraph.GraphicsScene.mouseEvents import HoverEvent, MouseDragEvent
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtWidgets import QGraphicsSceneMouseEvent, QGraphicsSceneWheelEvent

NOTCH = 120
"""What one notch of a wheel tells."""
NEAR = 6
"""Pixels from which on the mouse is at the time cursor."""


class StepsBox(pg.ViewBox):  # type: ignore[misc]  # pyqtgraph has no types.
    """A view of which the mouse changes the steps alone.

    A drag travels, with Ctrl it chooses a stretch, with Shift or the middle button it moves along;
    the wheel zooms.

    Signals
    -------
    travelled(float)
        The time cursor should go to a place on the axis of steps.
    pressed, followed
        The left button is pressed; twice, so that the whole run should be shown.
    released
        A stretch was chosen or moved, and is let go.
    pointed(object)
        The point under the mouse, None where it has left.
    """

    travelled = Signal(float)
    pressed = Signal()
    followed = Signal()
    released = Signal()
    pointed = Signal(object)

    def __init__(self) -> None:
        super().__init__(enableMenu=False, defaultPadding=0.0)
        self.disableAutoRange()
        self.setMouseEnabled(x=True, y=False)
        self.cursor_at: float | None = None
        self._travels = True

    def set_colours(self, edge: str) -> None:
        """Of the rectangle around what is being chosen."""
        self.rbScaleBox.setPen(pg.mkPen(edge))
        self.rbScaleBox.setBrush(pg.mkBrush(f"{edge}33"))

    # --- pyqtgraph ------------------------------------------------------------------------------

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        event.ignore()  # Else pyqtgraph makes no drag of it.
        if event.button() != Qt.MouseButton.LeftButton:
            self.setMouseMode(self.PanMode)
            self._travels = False
            return
        pans = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self.setMouseMode(self.PanMode if pans else self.RectMode)
        self._travels = not pans and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        self.pressed.emit()
        if self._travels and not self.is_near_cursor(event.pos()):
            self.travelled.emit(self.mapToView(event.pos()).x())

    def mouseDoubleClickEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        event.ignore()
        if event.button() == Qt.MouseButton.LeftButton:
            self.followed.emit()

    def mouseDragEvent(self, event: MouseDragEvent, axis: int | None = None) -> None:
        if event.button() == Qt.MouseButton.RightButton:
            event.ignore()  # It opens the menu.
        elif self._travels:
            event.accept()
            self.travelled.emit(self.mapToView(event.pos()).x())
        else:
            super().mouseDragEvent(event, axis)
            if event.isFinish():
                self.released.emit()

    def wheelEvent(self, event: QGraphicsSceneWheelEvent, axis: int | None = None) -> None:
        is_sideways = event.orientation() == Qt.Orientation.Horizontal
        if not is_sideways and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            super().wheelEvent(event, axis)
            return
        event.accept()
        self.translateBy(x=-event.delta() / NOTCH / 10 * self.viewRect().width())
        self.sigRangeChangedManually.emit([True, False])

    def hoverEvent(self, event: HoverEvent) -> None:
        if event.isExit():
            self.pointed.emit(None)
            return
        near = self.is_near_cursor(event.pos())
        self.setCursor(Qt.CursorShape.SizeHorCursor if near else Qt.CursorShape.CrossCursor)
        self.pointed.emit(event.pos())

    def is_near_cursor(self, at: QPointF) -> bool:
        """Whether a point is at the time cursor."""
        if self.cursor_at is None:
            return False
        return bool(abs(self.mapFromView(QPointF(self.cursor_at, 0.0)).x() - at.x()) <= NEAR)

    def updateScaleBox(self, begin: QPointF, end: QPointF) -> None:
        """Only steps are chosen: the rectangle is as high as the plot."""
        super().updateScaleBox(QPointF(begin.x(), 0.0), QPointF(end.x(), self.height()))

    def showAxRect(self, chosen: QRectF, **_options: object) -> None:
        self.setXRange(chosen.left(), chosen.right(), padding=0)
        self.sigRangeChangedManually.emit([True, False])
