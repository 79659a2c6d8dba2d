"""Asks the engine what some labelled data is."""

from PySide6.QtCore import QObject, Signal

from bertscope.gui.engine_process import EngineProcess
from bertscope.gui.language import marked, tr
from bertscope.task import Task
from bertscope.wire import messages as m

NO_ENGINE = marked(
    "The engine isn't there, which reads the data: wait until it is ready, then ask again."
)


class Inspector(QObject):
    """Asks of one task at a time; the newest question takes the place of the one before.

    Signals
    -------
    inspected(TaskInspected)
        What it is.
    failed(str)
        Why that can't be told.
    """

    inspected = Signal(object)
    failed = Signal(str)

    def __init__(self, engine: EngineProcess, parent: QObject | None = None) -> None:
        super().__init__(parent or engine)
        self._engine = engine
        self._asked = 0
        engine.received.connect(self._receive)
        engine.ended.connect(self._lose)

    @property
    def is_asking(self) -> bool:
        return self._asked > 0

    def ask(self, task: Task) -> bool:
        """Whether there is an engine to ask; else it `failed`."""
        number = self._engine.next_id()
        is_sent = self._engine.send(m.InspectTask(number, task))
        self._asked = number if is_sent else 0
        if not is_sent:
            self.failed.emit(tr(NO_ENGINE))
        return is_sent

    def forget(self) -> None:
        """Nobody waits for the answer any more."""
        self._asked = 0

    def _receive(self, message: m.Message) -> None:
        match message:
            case m.TaskInspected(id=number) if number == self._asked:
                self._asked = 0
                self.inspected.emit(message)
            case m.Failed(id=number, sentence=sentence) if number and number == self._asked:
                self._asked = 0
                self.failed.emit(sentence)

    def _lose(self) -> None:
        if self.is_asking:
            self.forget()
            self.failed.emit(tr(NO_ENGINE))
