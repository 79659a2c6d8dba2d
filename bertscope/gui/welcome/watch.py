"""Tells when widgets may be elsewhere than before."""

from collections.abc import Sequence

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

MOVES = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
)


class Watch(QObject):
    """Follows widgets and all that they are in.

    Signals
    -------
    moved
        One of them may be elsewhere, or is hidden or shown; once for all changes of a turn.
    """

    moved = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._watched: list[QWidget] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.moved)

    def follow(self, widgets: Sequence[QWidget]) -> None:
        """Follow these, and none of those before."""
        for widget in self._watched:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self._watched = list(dict.fromkeys(outer for w in widgets for outer in _around(w)))
        for widget in self._watched:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVES:
            self._soon.start()
        return False


def _around(widget: QWidget) -> list[QWidget]:
    """A widget and all that it is in, up to its window."""
    found = [widget]
    while not found[-1].isWindow() and (outer := found[-1].parentWidget()) is not None:
        found.append(outer)
    return found
