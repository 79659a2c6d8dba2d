"""A quiet line for what takes longer than a moment."""

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from bertscope.gui.language import tr

SHOW_MS = 300
"""What is done sooner shows nothing."""
LEFT_SECONDS = 3.0
"""From here on the time left is told."""
STEPS = 1000


class Busy(QWidget):
    """Words, a bar, the time left and Cancel; takes no room while nothing is under way.

    One thing is shown at a time: a newer one takes the place of the one before.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock, self._started = clock, 0.0
        self._cancel: Callable[[], object] | None = None
        self.words, self.left, self.bar = QLabel(), QLabel(), QProgressBar()
        for label in (self.words, self.left):
            label.setProperty("role", "muted")
        self.bar.setTextVisible(False)
        self.bar.setMinimumWidth(90)
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setProperty("role", "link")
        self.cancel.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        for part in (self.words, self.bar, self.left, self.cancel):
            row.addWidget(part)
        self._wait = QTimer(self, singleShot=True, interval=SHOW_MS)
        self._wait.timeout.connect(self.show)
        self.hide()

    def begin(self, words: str, cancel: Callable[[], object] | None = None) -> None:
        """Something has begun: `words` say what, `cancel` ends it."""
        self._started, self._cancel = self._clock(), cancel
        self.words.setText(words)
        self.bar.setAccessibleName(words)
        self.cancel.setAccessibleName(tr("Cancel: {words}", words=words))
        self.cancel.setVisible(cancel is not None)
        self.progress(None)
        if not self.isVisible():
            self._wait.start()

    def progress(self, fraction: float | None) -> None:
        """How much is done, from 0 to 1; None where that can't be known."""
        self.bar.setRange(0, 0 if fraction is None else STEPS)
        self.bar.setValue(round((fraction or 0) * STEPS))
        passed = self._clock() - self._started
        told = fraction is not None and 0 < fraction < 1 and passed >= LEFT_SECONDS
        self.left.setText(_left(passed * (1 - fraction) / fraction) if fraction and told else "")
        self.left.setVisible(told)

    def end(self) -> None:
        """It is done, or was cancelled."""
        self._wait.stop()
        self._cancel = None
        self.hide()

    def _stop(self) -> None:
        cancel = self._cancel
        self.end()
        if cancel is not None:
            cancel()


def _left(seconds: float) -> str:
    """Time left in words that don't promise more than is known."""
    if seconds < 60:
        return tr("{seconds} s left", seconds=max(1, round(seconds)))
    minutes = round(seconds / 60)
    if minutes < 60:
        return tr("{minutes} min left", minutes=minutes)
    hours, minutes = divmod(minutes, 60)
    return tr("{hours} h {minutes} min left", hours=hours, minutes=minutes)
