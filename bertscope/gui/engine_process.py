"""The engine as the window sees it: a child process whose death the window survives."""

from enum import StrEnum
from itertools import count

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

import bertscope
from bertscope.errors import WireError
from bertscope.gui.child import child_process
from bertscope.gui.engine_command import FirstWords, engine_command, split_command
from bertscope.gui.engine_log import EngineLog
from bertscope.gui.engine_outcome import ProcessOutcome
from bertscope.gui.language import tr
from bertscope.gui.patience import Patience
from bertscope.gui.silence import PATIENCE_SECONDS, Silence
from bertscope.wire.frames import encode, reply_reader
from bertscope.wire.messages import PROTOCOL, Message, Ping, Ready, Shutdown

__all__ = [
    "SAVE_MS",
    "STOP_MS",
    "EngineProcess",
    "EngineState",
    "ProcessOutcome",
]

STOP_MS, SAVE_MS = 2000, 30_000
"""So long the engine has after a request to stop, and with a run to save."""


class EngineState(StrEnum):
    """Where the engine is in its life."""

    STARTING = "starting"
    READY = "ready"
    STOPPING = "stopping"
    ENDED = "ended"


class EngineProcess(QObject):
    """Starts the engine, sends it requests, hands on its replies, tells how it ended.

    Parameters
    ----------
    command
        Program and arguments of the engine of this machine; anything that speaks our frames on its
        stdin and stdout.
    words
        What to type to reach an engine elsewhere, such as ``ssh gpu-box bertscope engine``; empty
        for that of this machine.
    patience
        After so many seconds without an answer the engine is `silent`.

    Signals
    -------
    received(Message)
        A reply.
    ready(Ready)
        The engine is up.
    ended(ProcessOutcome)
        The engine is gone; if its outcome says `again`, another one is started right after this.
    silent(float)
        It has owed an answer for so many seconds.
    spoke
        It was silent, and is so no more.
    """

    received = Signal(object)
    ready = Signal(object)
    ended = Signal(object)
    silent = Signal(float)
    spoke = Signal()

    def __init__(
        self,
        command: list[str] | None = None,
        parent: QObject | None = None,
        *,
        words: str = "",
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        super().__init__(parent)
        self._command = command or engine_command()
        self.words = words
        self.state = EngineState.ENDED
        self.info: Ready | None = None
        self._log = EngineLog()
        self._fault, self._host = "", ""
        self._ids = count(1)
        self._next: str | None = None
        self._process: QProcess | None = None
        self._reader = reply_reader()
        self._first_words = FirstWords()
        self._patience = Patience(self)
        self._silence = Silence(self._ping, patience)
        self._watch = QTimer(self, interval=round(1000 * self._silence.interval))
        self._watch.timeout.connect(self._look_after)

    @property
    def pid(self) -> int:
        """Of the process that was started here."""
        return self._process.processId() if self._process else 0

    @property
    def is_remote(self) -> bool:
        """Whether the engine may be on another machine, so that paths of this one mean nothing."""
        return bool(self.words)

    @property
    def host(self) -> str:
        """The machine of the engine, as it calls itself; until it has come up, what reaches it."""
        return self._host or (f"“{self.words}”" if self.words else tr("this machine"))

    @property
    def log(self) -> list[str]:
        """The last lines that it wrote to stderr, and what was noted of it here."""
        return self._log.lines

    def next_id(self) -> int:
        """A number that no request has had yet."""
        return next(self._ids)

    # --- Starting and ending --------------------------------------------------------------------

    def start(self) -> None:
        """Start it, unless it runs; `ready` or `ended` follows."""
        if self._process is not None:
            return
        self.state, self.info, self._fault = EngineState.STARTING, None, ""
        self._reader, self._first_words, self._next = reply_reader(), FirstWords(), None
        self._process = process = self._made()
        self._silence.begin(starting=True)
        self._watch.start()
        try:
            command = split_command(self.words) or self._command
        except WireError as error:
            self._fault = str(error)
            QTimer.singleShot(0, process, self._not_begun)
            return
        process.start(command[0], command[1:])

    def _made(self) -> QProcess:
        process = child_process(self, without_terminal=self.is_remote)
        process.readyReadStandardOutput.connect(self._read)
        process.readyReadStandardError.connect(self._read_log)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._error)
        return process

    def use(self, words: str, patience_ms: int = STOP_MS) -> None:
        """Let this engine save and end, then start the one that `words` reach."""
        if self._process is None:
            self.words, self._host = words, ""
            self.start()
        else:
            self._next = words
            self.stop(patience_ms)

    def restart(self) -> None:
        """End this engine at once and start it anew; for one that doesn't answer."""
        if self._process is None:
            self.start()
        else:
            self._next, self.state = self.words, EngineState.STOPPING
            self._process.kill()

    def send(self, message: Message) -> bool:
        """Send a request; false where there is no engine to take it."""
        if self._process is None or self.state not in (EngineState.READY, EngineState.STOPPING):
            return False
        self._process.write(encode(message))
        # Into the pipe at once: else it goes only after all that has to be painted now.
        self._process.waitForBytesWritten(0)
        self._silence.sent(message)
        return True

    def stop(self, patience_ms: int = STOP_MS) -> None:
        """Ask it to save and end; by force where it doesn't in time. `ended` follows."""
        if self._process is None or self.state is EngineState.STOPPING:
            return
        self._watch.stop()
        was_ready, self.state = self.state is EngineState.READY, EngineState.STOPPING
        if was_ready:
            self.send(Shutdown())
            self._patience.begin(self._process, patience_ms)
        else:
            self._patience.terminate(self._process)

    def kill(self) -> None:
        """End it at once, and start no other."""
        self._next = None
        if self._process is not None:
            self._process.kill()

    # --- Hearing --------------------------------------------------------------------------------

    def _read(self) -> None:
        if self._process is None or self._fault:
            return
        portion = bytes(self._process.readAllStandardOutput().data())
        if self._silence.heard():
            self.spoke.emit()
        try:
            if self.info is None:
                portion = self._first_words.feed(portion)
            for message in self._reader.feed(portion):
                self._receive(message)
        except WireError as error:
            self._fault = str(error)
            self._log.note(self._fault)
            self._process.kill()

    def _receive(self, message: Message) -> None:
        self._silence.took(message)
        if not isinstance(message, Ready):
            self.received.emit(message)
            return
        if message.protocol != PROTOCOL:
            far = tr("The engine on {host}", host=message.host)
            raise WireError(
                tr(
                    "{engine} is bertscope {version} and speaks version {protocol} of the "
                    "messages; this window is {ours} and speaks {spoken}: install the same "
                    "version in both places.",
                    engine=far if self.is_remote else tr("The engine"),
                    version=message.version,
                    protocol=message.protocol,
                    ours=bertscope.__version__,
                    spoken=PROTOCOL,
                )
            )
        self.info, self._host = message, message.host
        if self.state is EngineState.STARTING:
            self.state = EngineState.READY
            self._silence.begin()
            self.ready.emit(message)

    def _ping(self) -> int:
        number = self.next_id()
        self.send(Ping(number))
        return number

    def _look_after(self) -> None:
        if self._silence.tick():
            self.silent.emit(self._silence.seconds)

    def _read_log(self) -> None:
        if self._process is not None and self._process.isOpen():
            self._log.feed(bytes(self._process.readAllStandardError().data()))

    # --- Its end --------------------------------------------------------------------------------

    def _error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            program = self._process.program()
            self._log.note(tr("{program} could not be started.", program=program))
            if self.is_remote:
                self._fault = tr(
                    "“{program}” could not be started: check that there is such a program on this "
                    "machine, or choose another command under Training › Engine.",
                    program=program,
                )
            self._not_begun()

    def _not_begun(self) -> None:
        self._finished(1, QProcess.ExitStatus.NormalExit)

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        if self._process is None:
            return
        self._read_log()
        self._log.end()
        self._patience.end()
        self._watch.stop()
        self._fault = self._fault or self._first_words.stray
        outcome = self._outcome(code, crashed=status is QProcess.ExitStatus.CrashExit)
        self._process.deleteLater()
        self._process = None
        self.state, self.info = EngineState.ENDED, None
        self.ended.emit(outcome)
        if outcome.again:
            self._go_on()

    def _outcome(self, code: int, *, crashed: bool) -> ProcessOutcome:
        return ProcessOutcome(
            crashed=crashed,
            code=code,
            expected=self.state is EngineState.STOPPING,
            started=self.info is not None,
            last_words=self._log.last_words,
            fault=self._fault,
            command=self.words,
            host=self.host,
            again=self._next is not None,
        )

    def _go_on(self) -> None:
        """Start the engine that is wanted next."""
        assert self._next is not None
        if self._next != self.words:
            self.words, self._host = self._next, ""
        self.start()
