"""What is watched in a running window: when its views are painted, and how late its timers are.

It imports Qt alone, so that a start can be watched without being slowed.
"""

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer, Signal

if TYPE_CHECKING:
    from bertscope.gui.canvas import Canvas
    from bertscope.gui.figure.content import FigureContent
    from bertscope.gui.main_window import MainWindow
    from bertscope.gui.prober import Seen

PAINT_PATIENCE_MS = 20_000
BEAT_MS = 8


class Stopwatch(QObject):
    """Tells how long it takes until something has been painted.

    The time is taken once the whole update of the window is done: painted and handed to the
    screen, not only begun.

    Signals
    -------
    painted
        It was.
    """

    painted = Signal()

    def _done(self) -> None:
        """For subclasses: what was waited for is being painted."""
        done = QEvent(QEvent.Type.User)
        QCoreApplication.postEvent(self, done, Qt.EventPriority.HighEventPriority.value)

    def customEvent(self, event: QEvent) -> None:  # noqa: N802
        self.painted.emit()

    def milliseconds(self, act: Callable[[], object]) -> float:
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


class PaintWatch(Stopwatch):
    """Waits for the figure to be painted with something that fulfils a condition.

    Parameters
    ----------
    window
        Whose figure is watched.
    condition
        Is given what the figure paints.
    """

    def __init__(self, window: "MainWindow", condition: "Callable[[FigureContent], bool]") -> None:
        super().__init__(window)
        self._figure = window.views.figure
        self._condition = condition
        self._figure.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Paint and self._condition(self._figure.figure.content):
            self._done()
        return False


class ViewsWatch(Stopwatch):
    """Waits for several views to be painted since an act, each with a look that is a true one.

    Parameters
    ----------
    window
        Whose views they are.
    views
        All of them can be seen.
    condition
        Is given the last look that a view was handed.
    """

    def __init__(
        self,
        window: "MainWindow",
        views: "Sequence[Canvas]",
        condition: "Callable[[Seen | None], bool]" = lambda seen: True,
    ) -> None:
        super().__init__(window)
        self._condition = condition
        self._seen: dict[Canvas, Seen | None] = dict.fromkeys(views, window.prober.latest)
        self._views = {view.viewport(): view for view in views}
        self._awaited: set[Canvas] = set()
        for viewport, view in self._views.items():
            viewport.installEventFilter(self)
            self._listen(view)

    def _listen(self, view: "Canvas") -> None:
        show = getattr(view, "show_seen")  # noqa: B009  # no part of a canvas, but of each view

        def show_and_tell(seen: "Seen | None") -> None:
            show(seen)
            self._seen[view] = seen

        setattr(view, "show_seen", show_and_tell)  # noqa: B010

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Paint:
            view = next((v for w, v in self._views.items() if w is watched), None)
            if view in self._awaited and self._condition(self._seen[view]):
                self._awaited.remove(view)
                if not self._awaited:
                    self._done()
        return False

    def milliseconds(self, act: Callable[[], object]) -> float:
        self._awaited = set(self._views.values())
        return super().milliseconds(act)


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
