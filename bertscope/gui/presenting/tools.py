"""What whoever presents holds in the hand: laser, pen, spotlight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

from bertscope.gui.panels import Card, Panel
from bertscope.gui.presenting.glass import Glass

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow


class Tools:
    """Takes tools up and puts them away; one at a time is in the hand.

    Parameters
    ----------
    glass
        What they leave their marks on.
    """

    def __init__(self, window: MainWindow, glass: Glass) -> None:
        self._window, self._glass = window, glass

    def toggle_laser(self) -> None:
        """Let a dot follow the mouse, or no longer."""
        self._glass.take_pen(None)
        self._glass.set_laser(not self._glass.laser)
        self._glass.point_at(self._mouse_place)

    def toggle_pen(self) -> None:
        """Draw, or no longer."""
        self._glass.set_laser(False)
        self._glass.take_pen(0 if self._glass.pen is None else None)

    def toggle_spotlight(self) -> None:
        """Light the view under the mouse alone, or all again."""
        self._glass.light(None if self._glass.spot else self._view_at(self._mouse_place))

    @property
    def _mouse_place(self) -> QPointF:
        return QPointF(self._window.mapFromGlobal(QCursor.pos()))

    def _view_at(self, place: QPointF) -> QWidget | None:
        """The view there; where there is none, the one that the page points at."""
        # Asked of the middle of the window: the glass above it would be found otherwise.
        page = self._window.page
        widget = page.childAt(page.mapFrom(self._window, place.toPoint()))
        while widget is not None and not isinstance(widget, Panel | Card):
            widget = widget.parentWidget()
        return widget or self._pointed

    @property
    def _pointed(self) -> QWidget | None:
        from bertscope.gui.lesson.places import widget_of

        player = self._window.lessons.player
        if player.lesson is None or not player.page.scene.point:
            return None
        return widget_of(self._window, player.page.scene.point[0])
