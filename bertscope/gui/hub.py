"""Loading from the Hub as the window sees it: a child process that can be ended at any time."""

import sys
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer, Signal

from bertscope import hub
from bertscope.events import Refused
from bertscope.gui.child import child_environment, end_children, last_words
from bertscope.gui.language import tr

PATIENCE_MS = 2000
"""So long the process has to take away what it has loaded in part."""
QUIT_MS = 1000
"""So long the program waits for it when it ends itself."""


def has_package() -> bool:
    """Whether the optional package is installed; it isn't loaded."""
    return find_spec(hub.PACKAGE) is not None


def fetch_command() -> list[str]:
    return [sys.executable, "-m", "bertscope", "fetch", "--json"]


class HubFetch(QObject):
    """Looks a model up on the Hub, or loads it, one at a time.

    Parameters
    ----------
    command
        Program and arguments, to which the options and the name are added.

    Signals
    -------
    sized(total, cached, files)
        Bytes in all, bytes that are in the Hub's cache, and the number of files.
    progressed(done, total)
        Bytes that are there.
    finished(Path)
        The folder of the loaded model.
    failed(str)
        Why it can't be had.
    """

    sized = Signal(object, object, int)
    progressed = Signal(object, object)
    finished = Signal(object)
    failed = Signal(str)

    def __init__(self, command: list[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = command or fetch_command()
        self._process: QProcess | None = None
        self._outcome: hub.Event | None = None
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._end_all)

    @property
    def is_running(self) -> bool:
        return self._process is not None

    def look_up(self, name: str) -> None:
        """Ask for its size; `sized` or `failed` follows."""
        self._run(["--size", "--", name])

    def start(self, name: str) -> None:
        """Load it; `finished` or `failed` follows."""
        self._run(["--", name])

    def cancel(self) -> None:
        """End what is under way; nothing more is heard of it, and whole files stay."""
        process, self._process = self._process, None
        if process is not None:
            process.terminate()
            QTimer.singleShot(PATIENCE_MS, process, process.kill)

    def _run(self, arguments: list[str]) -> None:
        self.cancel()
        self._outcome = None
        self._process = process = QProcess(self)
        process.setProcessEnvironment(child_environment())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._finished)
        process.finished.connect(process.deleteLater)
        process.errorOccurred.connect(self._error)
        process.start(self._command[0], self._command[1:] + arguments)

    def _read(self) -> None:
        process = self._process
        while process is not None and process is self._process and process.canReadLine():
            self._hear(hub.event_of(bytes(process.readLine().data())))

    def _hear(self, event: hub.Event | None) -> None:
        match event:
            case hub.Sized():
                self._outcome = event
                self.sized.emit(event.total, event.cached, len(event.files))
            case hub.Loading():
                self.progressed.emit(event.done, event.total)
            case hub.Fetched() | Refused():
                self._outcome = event

    def _finished(self, code: int) -> None:
        process = self._process
        if process is None or self.sender() is not process:
            return  # one that was cancelled
        self._read()
        if self._process is not process:
            return  # cancelled by one who heard its last words
        self._process = None
        match self._outcome:
            case hub.Fetched(folder=folder):
                self.finished.emit(Path(folder))
            case Refused(sentence=sentence):
                self.failed.emit(sentence)
            case hub.Sized() if code == 0:
                pass  # its size was all that was wanted
            case _:
                self.failed.emit(_broken_off(process, code))

    def _error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self.sender() is self._process:
            self._process = None
            self.failed.emit(
                tr(
                    "{program} could not be started: install bertscope again.",
                    program=self._command[0],
                )
            )

    def _end_all(self) -> None:
        """Leave no process behind when the program ends."""
        self.cancel()
        end_children(self, QUIT_MS)


def _broken_off(process: QProcess, code: int) -> str:
    return tr(
        "Loading from the Hub broke off ({last}): try again; files that came whole are kept.",
        last=last_words(process, code),
    )
