"""How the window stood before it filled the screen, and the way back to that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

SETTLED_MS = 500
"""So long after leaving a system may take to give the window its size back."""
SIZED_BY_SYSTEM = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen


@dataclass(frozen=True)
class _Before:
    """Size, panels and focus."""

    state: Qt.WindowState
    place: QRect
    layout: str
    is_own: bool
    focus: QWidget | None

    @classmethod
    def of(cls, window: MainWindow) -> _Before:
        page, place = window.page, window.geometry()
        focus = QApplication.focusWidget()
        return cls(window.windowState(), place, page.places, page.is_own, focus)


class Standing(QObject):
    """Remembers a window's size, panels and focus, and gives them back."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._before: _Before | None = None
        self._left: _Before | None = None
        self._arranged: tuple[frozenset[str], bool] = (frozenset(), False)
        self._settling = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settling.timeout.connect(self._settle)

    def remember(self) -> None:
        """Take down how it stands now, or how it is about to stand again."""
        now, left = _Before.of(self._window), self._left
        if left is not None:
            now = replace(now, state=left.state, place=left.place)
            if self._arranged == self._arranged_now:
                now = replace(now, layout=left.layout, is_own=left.is_own)
        self._settle()
        self._before = now

    def give_back(self) -> None:
        """Let it stand so again."""
        before, self._before = self._before, None
        if before is None:
            return
        window = self._window
        window.setWindowState(before.state)
        if not before.state & SIZED_BY_SYSTEM:
            window.setGeometry(before.place)
        self._left = before
        window.installEventFilter(self)
        self._settling.start()
        self._stand_as_before()
        if before.focus is not None and shiboken6.isValid(before.focus):
            before.focus.setFocus()

    def _stand_as_before(self) -> None:
        """Put the panels where they stood."""
        if self._left is not None:
            self._window.page.restore(self._left.layout, is_own=self._left.is_own)
            self._arranged = self._arranged_now

    def _share_out_again(self) -> None:
        """Panels that nobody has arranged otherwise meanwhile stand as before at this size too."""
        if self._arranged == self._arranged_now:
            self._stand_as_before()

    @property
    def _arranged_now(self) -> tuple[frozenset[str], bool]:
        """Which panels are put away, and whether the room was shared out by hand."""
        page = self._window.page
        away = (name for name, panel in page.panels.items() if panel.isHidden())
        return frozenset(away), page.is_own

    def _settle(self) -> None:
        """The window has its size again, and what is done to it now is somebody's wish."""
        self._settling.stop()
        self._left = None
        self._window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            # The system may give the size back late, and the panels share out what there is.
            QTimer.singleShot(0, self, self._share_out_again)
        return super().eventFilter(watched, event)
