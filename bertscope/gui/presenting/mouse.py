"""The mouse of whoever presents: told wherever it goes, and hidden once it rests."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QWidget

REST_MS = 3000


class Mouse(QObject):
    """Follows the mouse over a window, whichever widget it is on.

    Signals
    -------
    moved(QPointF)
        Where it is now, in the window.

    Attributes
    ----------
    rest
        Runs out once it has rested for so long.
    """

    moved = Signal(QPointF)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.is_hidden = False
        self.rest = QTimer(self, singleShot=True, interval=REST_MS)
        self.rest.timeout.connect(self.hide)

    def begin(self) -> None:
        """Follow it from now on."""
        # A widget hears of it only where it asks to, and over itself alone.
        self._window.windowHandle().installEventFilter(self)
        self.rest.start()

    def end(self) -> None:
        """Follow it no more, and show it."""
        self.rest.stop()
        handle = self._window.windowHandle()
        if handle is not None:
            handle.removeEventFilter(self)
        self.show()

    def hide(self) -> None:
        """Take it out of the picture until it moves."""
        if not self.is_hidden:
            self.is_hidden = True
            QGuiApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)

    def show(self) -> None:
        """Show it again."""
        if self.is_hidden:
            self.is_hidden = False
            QGuiApplication.restoreOverrideCursor()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            self.show()
            self.rest.start()
            self.moved.emit(event.position())
        return super().eventFilter(watched, event)
