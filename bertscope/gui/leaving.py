"""Closing the window: what is remembered, and what has to be saved before it goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QCloseEvent

from bertscope.gui.engine_process import SAVE_MS, STOP_MS, EngineState
from bertscope.gui.language import tr
from bertscope.gui.language.said import said
from bertscope.wire import messages as m

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow


class Leaving(QObject):
    """Lets the engine save and end before the window goes.

    While a run is being saved the window stays, and says so; closing it again ends the engine at
    once.

    Attributes
    ----------
    is_start_again
        Whether another window is to be opened once this one is closed.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._unsaved = ""
        self.is_start_again = False
        window.engine.received.connect(self._receive)

    def begin(self, event: QCloseEvent) -> None:
        """The window is to be closed; it goes at once only where the engine is gone already."""
        self._remember(*self._put_away())
        engine = self._window.engine
        if engine.state is EngineState.ENDED:
            event.accept()
            self._window.closed.emit()
        else:
            event.ignore()
            self._end_engine()

    def start_again(self) -> None:
        """Close the window; who waits for that opens another one."""
        self.is_start_again = True
        self._window.close()

    def tell_unsaved(self, label: str = "", action: Callable[[], object] | None = None) -> None:
        """Say what the engine could not save before it ended, if there is something."""
        unsaved, self._unsaved = self._unsaved, ""
        if unsaved:
            kept = tr("{unsaved} The last checkpoint is kept.", unsaved=said(unsaved))
            self._window.tell(kept, label, action)

    def finish(self) -> None:
        """The engine has ended as it was asked to; what it could not save is said first."""
        window = self._window
        if self._unsaved:
            window.show()
            self.tell_unsaved(tr("Close"), window.close)
        else:
            window.hide()
            window.closed.emit()

    def _put_away(self) -> tuple[str, bool]:
        """End what is there for a while; where the panels stand, and if by someone's own hand."""
        window = self._window
        made = vars(window)
        if "presenting" in made:
            window.presenting.end()
        found = window.page.places, window.page.is_own
        for guide in (made.get("lessons"), made.get("tour")):
            if guide is not None:
                found = guide.stagehand.returning.places or found
                guide.end(at_once=True)
        return found

    def _remember(self, places: str, is_own: bool) -> None:
        window, settings = self._window, self._window.settings
        settings.width, settings.height = window.width(), window.height()
        settings.mode, settings.scale = window.appearance.mode, window.appearance.theme.scale
        settings.layout = places if is_own else ""
        settings.save()

    def _end_engine(self) -> None:
        window, engine = self._window, self._window.engine
        window.menus.hub.close()
        window.engine_choice.close()
        if engine.state is EngineState.STOPPING:
            engine.kill()
        elif window.training.is_live:
            window.note(tr("Saving the run before closing …"))
            engine.stop(SAVE_MS)
        else:
            window.hide()
            engine.stop(STOP_MS)
        window.show_state()

    def _receive(self, message: m.Message) -> None:
        if isinstance(message, m.Failed) and self._window.engine.state is EngineState.STOPPING:
            self._unsaved = message.sentence
