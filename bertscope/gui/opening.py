"""Which model is open; another one takes its place only once the engine has read it."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from bertscope.errors import BertscopeError
from bertscope.gui.engine_process import EngineProcess
from bertscope.gui.session_file import SessionFile
from bertscope.hub import model_name
from bertscope.run_folder import model_of
from bertscope.text.reader import Reader
from bertscope.wire import messages as m


@dataclass(frozen=True)
class Opening:
    """A model that the engine is reading, and the session file that asks for it, if one does."""

    folder: Path
    reader: Reader
    file: SessionFile | None


@dataclass(frozen=True)
class Wanted:
    """A model to open once there is an engine."""

    folder: Path
    file: SessionFile | None = None


class Models(QObject):
    """The open model.

    Parameters
    ----------
    engine
        Reads it.
    folder
        Of the first one.

    Signals
    -------
    reading(str)
        The name of a model that the engine reads now.
    opened(Opening)
        It is there.
    failed(str)
        Why it could not be opened; the one before stays.
    """

    reading = Signal(str)
    opened = Signal(object)
    failed = Signal(str)

    def __init__(self, engine: EngineProcess, folder: Path) -> None:
        super().__init__(engine)
        self._engine = engine
        self.folder = folder
        self.reader = Reader.load(folder)
        self.info: m.ModelInfo | None = None
        self._wanted = Wanted(folder)
        self._opening: dict[int, Opening] = {}
        engine.received.connect(self._receive)
        self._lost = ""
        engine.ended.connect(self._lose)

    @property
    def is_reading(self) -> bool:
        return bool(self._opening)

    def take_lost(self) -> str:
        """What to say of a model that was being read when the engine ended; said once."""
        lost, self._lost = self._lost, ""
        return f" {lost} was being read and is not open." if lost else ""

    def _lose(self) -> None:
        """Not tried again: reading it may be what ended the engine."""
        others = [o.folder for o in self._opening.values() if o.folder != self._wanted.folder]
        self._lost = model_name(others[-1]) if others else ""
        self._opening.clear()

    def open_wanted(self) -> None:
        """Open what was wanted last; for an engine that has just started."""
        self.open(self._wanted.folder, self._wanted.file)

    def open(self, folder: Path, file: SessionFile | None = None) -> None:
        """Open a model or run folder; on any trouble the present one stays.

        A `file` is shown once the model is there: its masks belong to that vocabulary.
        """
        number = self._engine.next_id()
        try:
            reader = Reader.load(model_of(folder))
            sent = self._engine.send(m.OpenModel(number, m.ModelRef(str(folder))))
        except BertscopeError as error:
            self.failed.emit(str(error))
            return
        if sent:
            self._opening[number] = Opening(folder, reader, file)
            self.reading.emit(model_name(folder))
        else:
            self._wanted = Wanted(folder, file)

    def _receive(self, message: m.Message) -> None:
        match message:
            case m.ModelOpened(id=number, model=info) if number in self._opening:
                opening = self._opening.pop(number)
                self.folder, self.reader, self.info = opening.folder, opening.reader, info
                self._wanted = Wanted(opening.folder)
                self.opened.emit(opening)
            case m.Failed(id=number, sentence=sentence) if number in self._opening:
                del self._opening[number]
                self.failed.emit(sentence)
