"""The engine as the window sees it: a child process whose death the window survives."""

import signal
import sys
from dataclasses import dataclass
from enum import StrEnum
from itertools import count

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

import bertscope
from bertscope.errors import WireError
from bertscope.gui.child import child_environment
from bertscope.wire.frames import encode, reply_reader
from bertscope.wire.messages import PROTOCOL, Message, Ready, Shutdown

STOP_MS, SAVE_MS, TERMINATE_MS = 2000, 30_000, 1000
"""So long the engine has after a request to stop, with a run to save, and after SIGTERM."""
LOG_LINES = 400


class EngineState(StrEnum):
    """Where the engine is in its life."""

    STARTING = "starting"
    READY = "ready"
    STOPPING = "stopping"
    ENDED = "ended"


@dataclass(frozen=True)
class ProcessOutcome:
    """How the engine ended.

    Attributes
    ----------
    crashed
        It was ended by a signal.
    code
        The signal's number, or the exit code.
    expected
        The window had asked for it.
    started
        It had come up at all.
    last_words
        The end of what it wrote to stderr.
    fault
        Why the window ended it, in a sentence: it spoke another protocol, or none.
    """

    crashed: bool
    code: int
    expected: bool
    started: bool = True
    last_words: str = ""
    fault: str = ""

    @property
    def sentence(self) -> str:
        """What happened, for the person at the screen; empty where nothing unexpected did."""
        if self.expected:
            return ""
        if self.fault:
            return self.fault
        if not self.started and not self.crashed:
            return (
                "The engine could not be started: see Help › Engine log, and check that "
                "bertscope is installed whole."
            )
        if self.crashed:
            name = _signal_name(self.code)
            cause = (
                "killed, perhaps because memory ran out"
                if name == "SIGKILL"
                else f"ended by {name}"
            )
            when = "" if self.started else " while it was starting"
            return f"The engine was {cause}{when}. Everything on the screen is kept."
        return f"The engine stopped by itself (exit code {self.code}): see Help › Engine log."


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def engine_command() -> list[str]:
    return [sys.executable, "-m", "bertscope", "engine"]


class EngineProcess(QObject):
    """Starts the engine, sends it requests, hands on its replies, tells how it ended.

    Parameters
    ----------
    command
        Program and arguments; anything that speaks our frames on its stdin and stdout.

    Signals
    -------
    received(Message)
        A reply.
    ready(Ready)
        The engine is up.
    ended(ProcessOutcome)
        The engine is gone.
    """

    received = Signal(object)
    ready = Signal(object)
    ended = Signal(object)

    def __init__(self, command: list[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = command or engine_command()
        self.state = EngineState.ENDED
        self.info: Ready | None = None
        self.log: list[str] = []
        self._unended = ""
        self._ids = count(1)
        self._fault = ""
        self._process: QProcess | None = None
        self._reader = reply_reader()
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._lose_patience)

    @property
    def pid(self) -> int:
        return self._process.processId() if self._process else 0

    def next_id(self) -> int:
        """A number that no request has had yet."""
        return next(self._ids)

    def start(self) -> None:
        """Start it, unless it runs; `ready` or `ended` follows."""
        if self._process is not None:
            return
        self.state, self.info, self._fault = EngineState.STARTING, None, ""
        self._reader = reply_reader()
        process = QProcess(self)
        environment = child_environment()
        environment.insert("PYTHONFAULTHANDLER", "1")
        process.setProcessEnvironment(environment)
        process.readyReadStandardOutput.connect(self._read)
        process.readyReadStandardError.connect(self._read_log)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._error)
        self._process = process
        process.start(self._command[0], self._command[1:])

    def send(self, message: Message) -> bool:
        """Send a request; false where there is no engine to take it."""
        if self._process is None or self.state not in (EngineState.READY, EngineState.STOPPING):
            return False
        self._process.write(encode(message))
        # Into the pipe at once: else it goes only after all that has to be painted now.
        self._process.waitForBytesWritten(0)
        return True

    def stop(self, patience_ms: int = STOP_MS) -> None:
        """Ask it to save and end; by force where it doesn't in time. `ended` follows."""
        if self._process is None or self.state is EngineState.STOPPING:
            return
        was_ready, self.state = self.state is EngineState.READY, EngineState.STOPPING
        if was_ready:
            self.send(Shutdown())
            self._patience.start(patience_ms)
        else:
            self._process.terminate()
            self._patience.start(TERMINATE_MS)

    def kill(self) -> None:
        """End it at once."""
        if self._process is not None:
            self._process.kill()

    def _lose_patience(self) -> None:
        if self._process is None:
            return
        if self._patience.interval() != TERMINATE_MS:
            self._process.terminate()
            self._patience.start(TERMINATE_MS)
        else:
            self._process.kill()

    def _read(self) -> None:
        if self._process is None:
            return
        try:
            portion = self._process.readAllStandardOutput().data()
            for message in self._reader.feed(bytes(portion)):
                self._receive(message)
        except WireError as error:
            self._fault = str(error)
            self.log.append(self._fault)
            self.kill()

    def _receive(self, message: Message) -> None:
        if not isinstance(message, Ready):
            self.received.emit(message)
            return
        if message.protocol != PROTOCOL:
            raise WireError(
                f"The engine is bertscope {message.version}, this window {bertscope.__version__}: "
                "install the same version in both places."
            )
        self.info = message
        if self.state is EngineState.STARTING:
            self.state = EngineState.READY
            self.ready.emit(message)

    def _read_log(self) -> None:
        if self._process is not None:
            text = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
            *lines, self._unended = (self._unended + text).split("\n")
            self.log = (self.log + lines)[-LOG_LINES:]

    def _error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.log.append(f"{self._command[0]} could not be started.")
            self._finished(1, QProcess.ExitStatus.NormalExit)

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        if self._process is None:
            return
        self._read_log()
        if self._unended:
            self.log.append(self._unended)
            self._unended = ""
        self._patience.stop()
        outcome = ProcessOutcome(
            crashed=status is QProcess.ExitStatus.CrashExit,
            code=code,
            expected=self.state is EngineState.STOPPING,
            started=self.info is not None,
            last_words="\n".join(self.log[-20:]),
            fault=self._fault,
        )
        self._process.deleteLater()
        self._process = None
        self.state = EngineState.ENDED
        self.ended.emit(outcome)
