"""What the window does when the engine comes up, and when it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bertscope.gui.engine_outcome import ProcessOutcome
from bertscope.gui.language import tr
from bertscope.gui.life import way_on
from bertscope.wire import messages as m

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow


class EngineNews(QObject):
    """Brings the window back to where it was with a new engine; tells how the last one ended."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._life = window, window.life
        window.engine.ready.connect(self._ready)
        window.engine.ended.connect(self._ended)
        window.training.cleared.connect(self._life.forget)

    def _ready(self, info: m.Ready) -> None:
        window = self._window
        self._life.begin()
        window.top_bar.show_devices(info.devices)
        window.models.open_wanted()
        window.training.restore()
        if self._life.has_crashed and not window.training.is_live:
            window.tell(self._life.take_sentence())
        window.show_state()

    def _ended(self, outcome: ProcessOutcome) -> None:
        window = self._window
        window.busy.end()
        window.show_state()
        if outcome.again:
            window.leaving.tell_unsaved()
        elif outcome.expected:
            window.leaving.finish()
        else:
            self._broke_off(outcome)

    def _broke_off(self, outcome: ProcessOutcome) -> None:
        window = self._window
        sentence = outcome.sentence + window.models.take_lost()
        if self._life.break_off(outcome, sentence):
            window.tell(tr("{sentence} It is being started again.", sentence=sentence))
            window.engine.start()
        else:
            window.tell(sentence, way_on(outcome), window.engine_choice.start)
