"""Which model is open; another one takes its place only once the engine has read it."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from PySide6.QtCore import QObject, Signal

from bertscope.errors import BertscopeError
from bertscope.gui.engine_process import EngineProcess
from bertscope.gui.language import tr
from bertscope.gui.session_file import SessionFile
from bertscope.hub import model_name
from bertscope.places import DEFAULT_MODEL, default_model, portable
from bertscope.text.reader import Reader
from bertscope.wire import messages as m


@dataclass(frozen=True)
class Wanted:
    """A model to open, by its folder on the engine's machine, and the session file that asks for
    it, if one does."""

    folder: str
    file: SessionFile | None = None


@dataclass(frozen=True)
class Opening:
    """A model that the engine has read, what reads pairs as it does, and the file that asked."""

    folder: str
    reader: Reader
    file: SessionFile | None


def spoken(folder: str) -> str:
    """What a model folder of any machine is called."""
    return model_name(PurePosixPath(folder.replace("\\", "/"))).removeprefix("@")


class Models(QObject):
    """The open model.

    Until the engine has read one it is the model that ships, whose words the window knows.

    Parameters
    ----------
    engine
        Reads it.
    wanted
        Folder of the first one.

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

    def __init__(self, engine: EngineProcess, wanted: str = DEFAULT_MODEL) -> None:
        super().__init__(engine)
        self._engine = engine
        self.folder = DEFAULT_MODEL
        self.reader = Reader.load(default_model())
        self.info: m.ModelInfo | None = None
        self._wanted = Wanted(portable(wanted))
        self._asked: dict[int, Wanted] = {}
        engine.received.connect(self._receive)
        self._lost = ""
        engine.ended.connect(self._lose)

    @property
    def is_reading(self) -> bool:
        return bool(self._asked)

    @property
    def name(self) -> str:
        """What the open one is called."""
        return spoken(self.folder)

    def take_lost(self) -> str:
        """What to say of a model that was being read when the engine ended; said once."""
        lost, self._lost = self._lost, ""
        return f" {tr('{name} was being read and is not open.', name=lost)}" if lost else ""

    def _lose(self) -> None:
        """Not tried again: reading it may be what ended the engine."""
        asked = [asked.folder for asked in self._asked.values()]
        others = [folder for folder in asked if folder != self._wanted.folder]
        self._lost = spoken(others[-1]) if others else ""
        self._asked.clear()

    def open_wanted(self) -> None:
        """Open what was wanted last; for an engine that has just started."""
        self.open(self._wanted.folder, self._wanted.file)

    def move(self) -> None:
        """Another machine's engine is to come, which knows only the models that ship."""
        if not self._wanted.folder.startswith("@"):
            self._wanted = Wanted(DEFAULT_MODEL)

    def open(self, folder: str, file: SessionFile | None = None) -> None:
        """Open a model or run folder; on any trouble the present one stays.

        A `file` is shown once the model is there: its masks belong to that vocabulary.
        """
        wanted, number = Wanted(portable(folder), file), self._engine.next_id()
        try:
            sent = self._engine.send(m.OpenModel(number, m.ModelRef(wanted.folder)))
        except BertscopeError as error:
            self.failed.emit(str(error))
            return
        if sent:
            self._asked[number] = wanted
            self.reading.emit(spoken(wanted.folder))
        else:
            self._wanted = wanted

    def _receive(self, message: m.Message) -> None:
        match message:
            case m.ModelOpened(id=number) if number in self._asked:
                self._take(self._asked.pop(number), message)
            case m.Failed(id=number, sentence=sentence) if number in self._asked:
                self._give_up(self._asked.pop(number))
                self.failed.emit(sentence)

    def _give_up(self, wanted: Wanted) -> None:
        """It can't be had; where none is open yet it is the model that ships."""
        is_first = self.info is None and wanted.folder == self._wanted.folder
        if is_first and wanted.folder != DEFAULT_MODEL:
            self._wanted = Wanted(DEFAULT_MODEL)
            self.open_wanted()

    def _take(self, wanted: Wanted, message: m.ModelOpened) -> None:
        try:
            reader = message.words.reader()
        except BertscopeError as error:
            self.failed.emit(str(error))
            return
        if not reader.is_like(self.reader):
            self.reader = reader
        self.folder, self.info, self._wanted = wanted.folder, message.model, Wanted(wanted.folder)
        self.opened.emit(Opening(wanted.folder, self.reader, wanted.file))
