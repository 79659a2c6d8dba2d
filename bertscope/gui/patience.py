"""Ending a process by force where it doesn't end in time."""

from PySide6.QtCore import QObject, QProcess, QTimer

TERMINATE_MS = 1000
"""So long a process has after SIGTERM."""


class Patience(QObject):
    """Waits for a process that was asked to end: then SIGTERM, then SIGKILL."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._is_terminated = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._lose)

    def begin(self, process: QProcess, milliseconds: int) -> None:
        """Give it so long to end by itself."""
        self._process, self._is_terminated = process, False
        self._timer.start(milliseconds)

    def terminate(self, process: QProcess) -> None:
        """Ask once more, in a way that ends most."""
        self._process, self._is_terminated = process, True
        process.terminate()
        self._timer.start(TERMINATE_MS)

    def end(self) -> None:
        """It has ended."""
        self._timer.stop()
        self._process = None

    def _lose(self) -> None:
        if self._process is None:
            return
        if self._is_terminated:
            self._process.kill()
        else:
            self.terminate(self._process)
