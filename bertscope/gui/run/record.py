"""The runs that the window knows: what the engine tells of each, kept together."""

from collections.abc import Set

import numpy as np
from PySide6.QtCore import QObject, Signal

from bertscope.gui.curves.history import History
from bertscope.gui.engine_process import EngineProcess
from bertscope.recipe import Recipe
from bertscope.run_folder import About, RunEvent
from bertscope.task import TaskFacts
from bertscope.text.reader import Reader
from bertscope.wire import messages as m


def called(about: About, folder: str) -> str:
    """What a run is called: as someone has named it, else as its folder, of any machine."""
    return about.name or folder.replace("\\", "/").rstrip("/").rpartition("/")[2]


class RunRecord:
    """All that is known of one run.

    Attributes
    ----------
    folder
        On the engine's machine.
    about
        What someone has called it.
    recipe
        What holds now.
    model, reader
        None where the run has no weights yet.
    history, events
        Its metrics, and what happened.
    kept, kept_size, budget
        The steps whose weights can be looked at, and the bytes they take and may take.
    expected
        Steps that are still being told of a run that was opened.
    busy
        Whether another process is training it.
    random_share
        The share of its pairs whose B is random; None where it isn't known.
    facts
        Of the labelled data of a fine-tuning; None where they aren't known.
    """

    def __init__(self, folder: str, recipe: Recipe) -> None:
        self.folder = folder
        self.recipe = recipe
        self.about = About()
        self.model: m.ModelInfo | None = None
        self.reader: Reader | None = None
        self.history = History()
        self.events: list[RunEvent] = []
        self.kept: list[int] = []
        self.kept_size = self.budget = 0
        self.expected = 0
        self.busy = False
        self.random_share: float | None = None
        self.facts: TaskFacts | None = None

    @property
    def name(self) -> str:
        """What it is called."""
        return called(self.about, self.folder)

    @property
    def step(self) -> int:
        """Steps done."""
        return self.history.last_step

    def nearest_kept(self, step: float) -> int | None:
        """The kept step nearest to one, None where none is kept."""
        return min(self.kept, key=lambda kept: abs(kept - step), default=None)


class Records(QObject):
    """Hears what the engine tells of runs.

    Signals
    -------
    opened(RunRecord)
        A run that was asked for begins to be told.
    grew(RunRecord)
        Something was added to it, or taken from it.
    failed(str, str)
        The folder of a run that was asked for and can't be told of, and why.
    gone(RunRecord, str)
        A run can't be followed any more, and why; what was told of it stays.
    """

    opened = Signal(object)
    grew = Signal(object)
    failed = Signal(str, str)
    gone = Signal(object, str)

    def __init__(self, engine: EngineProcess) -> None:
        super().__init__(engine)
        self._engine = engine
        self._known: dict[str, RunRecord] = {}
        self._asked: dict[int, str] = {}
        engine.received.connect(self._receive)
        engine.ended.connect(self._asked.clear)

    def get(self, folder: str) -> RunRecord | None:
        return self._known.get(folder)

    def open(self, folder: str) -> bool:
        """Ask for all of a run; false where there is no engine to tell it."""
        number = self._engine.next_id()
        if not self._engine.send(m.OpenRun(number, folder)):
            return False
        self._asked[number] = folder
        return True

    def is_asked(self, folder: str) -> bool:
        """Whether the engine is about to tell of a run."""
        return folder in self._asked.values()

    def close(self, folder: str) -> None:
        """Hear no more of a run."""
        if self._known.pop(folder, None) is not None:
            self._engine.send(m.CloseRun(folder))

    def keep_only(self, folders: Set[str]) -> None:
        """Hear no more of all other runs, but for those that the engine is about to tell of."""
        for folder in self._known.keys() - folders - set(self._asked.values()):
            self.close(folder)

    def _receive(self, message: m.Message) -> None:
        match message:
            case m.RunOpened():
                self._asked.pop(message.id, None)
                self._known[message.folder] = record = _opened(message)
                self.opened.emit(record)
            case m.RunStarted():
                self._started(message)
            case m.Failed(id=number, sentence=sentence) if number in self._asked:
                self.failed.emit(self._asked.pop(number), sentence)
            case m.RunGone(folder=folder, sentence=sentence) if folder in self._known:
                self.gone.emit(self._known[folder], sentence)
            case _:
                self._grow(message)

    def _started(self, message: m.RunStarted) -> None:
        record = self._known.setdefault(message.folder, RunRecord(message.folder, message.recipe))
        record.recipe, record.model = message.recipe, message.model
        record.reader, record.busy = message.words.reader(), False
        record.random_share, record.facts = message.random_share or None, message.facts
        record.history.cut_back(message.step)
        self.grew.emit(record)

    def _grow(self, message: m.Message) -> None:
        record = self._known.get(getattr(message, "folder", ""))
        if record is not None and _grown(record, message):
            self.grew.emit(record)


def _opened(message: m.RunOpened) -> RunRecord:
    record = RunRecord(message.folder, message.recipe)
    record.about, record.model, record.busy = message.about, message.model, message.busy
    record.reader = message.words.reader() if message.words else None
    record.expected, record.facts = message.rows, message.facts
    return record


def _grown(record: RunRecord, message: m.Message) -> bool:
    """Take what is told of a run; whether that was anything."""
    match message:
        case m.Metrics(rows=rows):
            record.history.append(rows.numpy().astype(np.float64, copy=False))
            record.expected = max(0, record.expected - rows.shape[0])
        case m.Happened(events=events):
            record.events.extend(events)
        case m.Kept(steps=steps, size=size, budget=budget):
            record.kept, record.kept_size, record.budget = steps, size, budget
        case m.RunChanged(recipe=recipe):
            record.recipe = recipe
        case m.RunDescribed(about=about):
            record.about = about
        case m.RunBusy(busy=busy):
            record.busy = busy
        case _:
            return False
    return True
