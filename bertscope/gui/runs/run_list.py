"""Asks the engine for the runs there are, and has it rename and delete them."""

from PySide6.QtCore import QObject, Signal

from bertscope.gui.engine_process import EngineProcess
from bertscope.gui.language import marked, tr
from bertscope.run_folder import About
from bertscope.wire import messages as m

NO_ENGINE = marked("The engine isn't there, which keeps the runs: wait until it is ready.")


class RunList(QObject):
    """The runs of the engine's machine.

    Signals
    -------
    listed(list[RunInfo])
        All of them, the newest first.
    failed(str)
        What could not be done, and why.
    """

    listed = Signal(object)
    failed = Signal(str)

    def __init__(self, engine: EngineProcess) -> None:
        super().__init__(engine)
        self._engine = engine
        self.runs: list[m.RunInfo] = []
        self._asked: dict[int, type[m.Message]] = {}
        self._trouble = ""
        engine.received.connect(self._receive)
        engine.ended.connect(self._asked.clear)

    def refresh(self) -> None:
        """Ask anew."""
        self._ask(m.ListRuns(self._engine.next_id()))

    def describe(self, folder: str, about: About) -> None:
        """Call a run otherwise, or write a note about it."""
        self._ask(m.DescribeRun(self._engine.next_id(), folder, about))

    def delete(self, folder: str) -> None:
        """Move a run to the bin."""
        self._ask(m.DeleteRun(self._engine.next_id(), folder))

    def _ask(self, request: m.ListRuns | m.DescribeRun | m.DeleteRun) -> None:
        if self._engine.send(request):
            self._asked[request.id] = type(request)
        else:
            self.failed.emit(tr(NO_ENGINE))

    def _receive(self, message: m.Message) -> None:
        asked = self._asked.pop(getattr(message, "id", 0), None)
        match message:
            case _ if asked is None:
                return
            case m.Runs(runs=runs):
                self.runs = runs
                self.listed.emit(runs)
                self._tell_again()
            case m.RunDescribed() | m.RunDeleted():
                self.refresh()
            case m.Failed(sentence=sentence):
                self.failed.emit(sentence)
                if asked is not m.ListRuns:
                    self._trouble = sentence
                    self.refresh()

    def _tell_again(self) -> None:
        """What could not be done is said of the list as it is now, too."""
        trouble, self._trouble = self._trouble, ""
        if trouble:
            self.failed.emit(trouble)
