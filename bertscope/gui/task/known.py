"""What the engine has told of the data that is to be trained on."""

import msgspec
from PySide6.QtCore import QObject, Signal

from bertscope.gui.engine_process import EngineProcess, EngineState
from bertscope.gui.run.training import Training
from bertscope.gui.task.inspector import Inspector
from bertscope.task import Task, TaskFacts
from bertscope.wire import messages as m


class KnownData(QObject):
    """Asks once of each data that is chosen, and keeps what was told.

    Signals
    -------
    changed
        More is known.
    failed(str)
        The data that is chosen can't be read, and why.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, engine: EngineProcess, training: Training) -> None:
        super().__init__(training)
        self._engine, self._training = engine, training
        self._inspector = Inspector(engine, self)
        self._known: dict[Task, TaskFacts | None] = {}
        self._asked: Task | None = None
        self._inspector.inspected.connect(self._take)
        self._inspector.failed.connect(self._miss)
        engine.ready.connect(self._forget)
        engine.received.connect(self._receive)
        training.changed.connect(self._look)

    @property
    def facts(self) -> TaskFacts | None:
        """Of what is wanted; None where that isn't known, or is pre-training."""
        task = self._training.wanted.task
        return self._known.get(_data_of(task)) if task else None

    @property
    def is_unreadable(self) -> bool:
        """Whether what is wanted was asked about, and can't be read."""
        task = self._training.wanted.task
        return task is not None and self._known.get(_data_of(task), self) is None

    def take(self, task: Task, facts: TaskFacts) -> None:
        """Keep what was told of some data elsewhere."""
        self._known[_data_of(task)] = facts
        self.changed.emit()

    def _forget(self) -> None:
        """Another engine may see other files."""
        self._known.clear()
        self._asked = None
        self._look()
        self.changed.emit()

    def _look(self) -> None:
        """Ask of what is wanted, unless that was done."""
        task = self._training.wanted.task
        if task is None or self._engine.state is not EngineState.READY:
            return
        data = _data_of(task)
        if data not in self._known and data != self._asked:
            self._asked = data
            self._inspector.ask(data)

    def _receive(self, message: m.Message) -> None:
        match message:
            case m.RunStarted(recipe=recipe, facts=facts) if recipe.task and facts:
                self.take(recipe.task, facts)

    def _take(self, told: m.TaskInspected) -> None:
        if self._asked is not None:
            self.take(self._asked, told.facts)

    def _miss(self, sentence: str) -> None:
        """It isn't asked again: a run that needs it says so once more."""
        if self._asked is not None:
            self._known[self._asked] = None
            self.failed.emit(sentence)


def _data_of(task: Task) -> Task:
    """The same data, however it is trained on: what facts are told of."""
    plain = Task(data=task.data)
    return msgspec.structs.replace(
        task, examples=plain.examples, start=plain.start, head_only=plain.head_only
    )
