"""What is watched in a running window: when its figure is painted, and how late its timers are.

It imports Qt alone, so that a start can be watched without being slowed.
"""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer, Signal

if TYPE_CHECKING:
    from bertscope.gui.figure.painter import FigureContent
    from bertscope.gui.main_window import MainWindow

PAINT_PATIENCE_MS = 20_000
BEAT_MS = 8


class PaintWatch(QObject):
    """Tells when the figure has been painted and what was painted fulfils a condition.

    The time is taken once the whole update of the window is done: painted and handed to the
    screen, not only begun.

    Parameters
    ----------
    window
        Whose figure is watched.
    condition
        Is given what the figure paints.

    Signals
    -------
    painted
        It was.
    """

    painted = Signal()

    def __init__(self, window: "MainWindow", condition: "Callable[[FigureContent], bool]") -> None:
        super().__init__(window)
        self._figure = window.views.figure
        self._condition = condition
        self._figure.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Paint and self._condition(self._figure.figure.content):
            done = QEvent(QEvent.Type.User)
            QCoreApplication.postEvent(self, done, Qt.EventPriority.HighEventPriority.value)
        return False

    def customEvent(self, event: QEvent) -> None:  # noqa: N802
        self.painted.emit()

    def milliseconds(self, act: Callable[[], None]) -> float:
        """From an act until it has been painted.

        Raises
        ------
        TimeoutError
            If that takes too long.
        """
        loop, limit = QEventLoop(), QTimer(singleShot=True)
        self.painted.connect(loop.quit)
        limit.timeout.connect(loop.quit)
        limit.start(PAINT_PATIENCE_MS)
        began = time.perf_counter()
        act()
        loop.exec()
        ended = time.perf_counter()
        self.painted.disconnect(loop.quit)
        if not limit.isActive():
            raise TimeoutError(f"It was not painted in {PAINT_PATIENCE_MS / 1000:.0f} s.")
        return (ended - began) * 1000


def shows_rows(window: "MainWindow", content: "FigureContent") -> bool:
    """Whether the figure shows the embedding rows of the pair as it is now."""
    seen = content.seen
    return seen is not None and seen.question.pair is window.session.pair


class Heartbeat(QObject):
    """A timer that should beat every 8 ms, and how late each beat was.

    A pause that spans several beats delays each of them, and each is counted: so the quantiles are
    those of an event that comes at any moment, not of the events that happened to be served.

    Parameters
    ----------
    parent
        Whose life it shares.

    Attributes
    ----------
    lateness
        Milliseconds, one entry a beat.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lateness: list[float] = []
        self._due = 0.0
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self.lateness = []
        self._timer.start()
        self._due = time.perf_counter() + BEAT_MS / 1000

    def stop(self) -> None:
        self._timer.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        late = (now - self._due) * 1000
        self.lateness.append(max(0.0, late))
        while (late := late - BEAT_MS) > 0:
            self.lateness.append(late)
        self._due = now + BEAT_MS / 1000
