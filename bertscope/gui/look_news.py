"""What is said when there is no look at the pair, and when that is no news any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bertscope.gui.prober import Seen
from bertscope.gui.run.training import Phase

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow


class LookNews(QObject):
    """Tells why there is no look; takes it back once there is one again."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._told = ""
        window.prober.seen.connect(self._take_back)
        window.prober.failed.connect(self._not_seen)

    def _take_back(self, seen: Seen | None) -> None:
        if seen is not None:
            self._window.banner.take_back(self._told)

    def _not_seen(self, sentence: str) -> None:
        """Say why there is no look, but not over a sentence that waits for an answer."""
        window = self._window
        if window.training.phase is not Phase.PREPARING and not window.banner.isVisible():
            self._told = sentence
            window.tell(sentence)
