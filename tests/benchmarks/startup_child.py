"""One program start, timed from within: `startup` runs it as ``python -m``, again and again.

Prints a line of JSON: moments in seconds on the monotonic clock, which parent and child share.
Before the first painting it imports nothing that the program under test doesn't.
"""

import gc
import json
import os
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

LETTER = "s"


def bare(first: str) -> None:
    """A `QMainWindow` with nothing in it, after importing the module `first`, if any."""
    if first:
        __import__(first)
    from PySide6.QtCore import QCoreApplication, QEvent, Qt
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Bare(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
            super().paintEvent(event)
            done = QEvent(QEvent.Type.User)
            QCoreApplication.postEvent(self, done, Qt.EventPriority.HighEventPriority.value)

        def customEvent(self, event: QEvent) -> None:  # noqa: N802
            finish({"painted": time.monotonic()})

    application = QApplication([])
    window = Bare()
    window.resize(1440, 900)
    window.show()
    application.exec()


def program() -> None:
    """bertscope, as its launcher starts it, until it shows the rows of its first look."""
    gc.disable()  # As the command line does, before it imports what is imported here.
    from PySide6.QtCore import QCoreApplication, QEvent, Qt
    from PySide6.QtGui import QPaintEvent

    from bertscope.cli import main
    from bertscope.gui.main_window import MainWindow

    paint = MainWindow.paintEvent
    observed: list[Observer] = []

    def paint_and_tell(window: MainWindow, event: QPaintEvent) -> None:
        paint(window, event)
        if not observed:
            observed.append(Observer(window))
            done = QEvent(QEvent.Type.User)
            QCoreApplication.postEvent(window, done, Qt.EventPriority.HighEventPriority.value)

    def tell(window: MainWindow, event: QEvent) -> None:
        observed[0].first_painted()

    MainWindow.paintEvent = paint_and_tell  # type: ignore[assignment, method-assign]
    MainWindow.customEvent = tell  # type: ignore[assignment, method-assign]
    main([])


class Observer:
    """Types a letter into a window at its first painting, then notes when what is shown."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._moments: dict[str, object] = {}

    def first_painted(self) -> None:
        self._moments["painted"] = time.monotonic()
        from PySide6.QtTest import QTest

        from tests.benchmarks.watch import Heartbeat, PaintWatch, shows_rows

        window, session = self._window, self._window.session
        self._beat = Heartbeat(window)
        self._chips = PaintWatch(window, lambda content: content.pair is session.pair)
        self._rows = PaintWatch(window, lambda content: shows_rows(window, content))
        self._chips.painted.connect(self._chips_painted)
        self._rows.painted.connect(self._rows_painted)
        window.engine.ready.connect(self._ready)
        self._beat.start()
        self._moments["key"] = time.monotonic()
        QTest.keyClicks(window.views.sentences.a, LETTER)

    def _chips_painted(self) -> None:
        self._moments.setdefault("chip", time.monotonic())
        self._moments.setdefault("engine_at_chip", self._window.engine.state.value)

    def _ready(self) -> None:
        self._moments["ready"] = time.monotonic()

    def _rows_painted(self) -> None:
        self._moments["rows"] = time.monotonic()
        self._moments["longest_pause"] = max(self._beat.lateness) / 1000
        self._window.engine.kill()
        finish(self._moments)


def finish(moments: dict[str, object]) -> None:
    """Say the moments and end, leaving nothing to be torn down."""
    print(json.dumps(moments), flush=True)
    os._exit(0)


if __name__ == "__main__":
    if sys.argv[1] == "bertscope":
        program()
    else:
        bare("" if sys.argv[1] == "bare" else sys.argv[1])
