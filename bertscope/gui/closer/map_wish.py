"""How often a map of the vocabulary is wished for: one at a time, and not all the time."""

from PySide6.QtCore import QObject, QTimer, Signal

REST_MS = 2000
"""While a model learns the map follows it this often at the most."""
LAPSE_MS = 20_000
"""A wish that isn't answered by then is forgotten: the engine may have ended."""


class MapWish(QObject):
    """Keeps wishes apart.

    Signals
    -------
    due
        Another wish may be made now.
    """

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._open = QTimer(self, singleShot=True, interval=LAPSE_MS)
        self._rest.timeout.connect(self.due)
        self._open.timeout.connect(self.due)

    def may_ask(self) -> bool:
        """Whether a wish may be made now; if so, it counts as made."""
        if self._open.isActive() or self._rest.isActive():
            return False
        self._open.start()
        self._rest.start()
        return True

    def answered(self) -> None:
        """The wish is granted, or never will be."""
        self._open.stop()
