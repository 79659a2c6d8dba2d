"""Trying a command that is to start an engine, beside the engine that runs."""

import time

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer, Signal

from bertscope.gui.engine_process import EngineProcess, ProcessOutcome
from bertscope.gui.language import tr
from bertscope.wire import messages as m

PATIENCE_SECONDS = 20.0
"""So long a trial waits for an answer: PyTorch alone takes some seconds to load."""

QUIT_MS = 1000
"""So long the program waits for it when it ends itself."""


class EngineTrial(QObject):
    """Starts an engine, asks it one thing, and lets it end again; one at a time.

    Parameters
    ----------
    command
        Program and arguments of the engine of this machine.
    patience
        Seconds until an engine that has said nothing is given up.

    Signals
    -------
    worked(Ready, float)
        What the engine says of itself, and the seconds that a question takes there and back.
    failed(str)
        Why there is none.
    """

    worked = Signal(object, float)
    failed = Signal(str)

    def __init__(
        self,
        parent: QObject | None = None,
        command: list[str] | None = None,
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        super().__init__(parent)
        self._command = command
        self._engine: EngineProcess | None = None
        self._asked_at = 0.0
        self._patience = QTimer(self, singleShot=True, interval=round(1000 * patience))
        self._patience.timeout.connect(self._lose_patience)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._end_all)

    @property
    def is_running(self) -> bool:
        return self._engine is not None

    def begin(self, words: str) -> None:
        """Try what is typed, empty for this machine; `worked` or `failed` follows."""
        self.cancel()
        self._engine = engine = EngineProcess(self._command, self, words=words)
        engine.ready.connect(self._ready)
        engine.received.connect(self._received)
        engine.ended.connect(self._ended)
        self._patience.start()
        engine.start()

    def cancel(self) -> None:
        """End what is under way; nothing more is heard of it."""
        self._patience.stop()
        engine, self._engine = self._engine, None
        if engine is not None:
            engine.ended.connect(engine.deleteLater)
            engine.kill()

    def _end_all(self) -> None:
        """Leave no process behind when the program ends."""
        self.cancel()
        for process in self.findChildren(QProcess):
            process.kill()
            process.waitForFinished(QUIT_MS)

    def _ready(self) -> None:
        engine = self._engine
        if engine is not None and self.sender() is engine:
            self._asked_at = time.monotonic()
            engine.send(m.Ping(engine.next_id()))

    def _received(self, message: m.Message) -> None:
        engine = self._engine
        if engine is None or self.sender() is not engine or not isinstance(message, m.Pong):
            return
        seconds, info = time.monotonic() - self._asked_at, engine.info
        self._engine = None
        self._patience.stop()
        engine.ended.connect(engine.deleteLater)
        engine.stop()
        self.worked.emit(info, seconds)

    def _ended(self, outcome: ProcessOutcome) -> None:
        engine = self._engine
        if engine is not None and self.sender() is engine:
            self._engine = None
            self._patience.stop()
            engine.deleteLater()
            self.failed.emit(outcome.sentence)

    def _lose_patience(self) -> None:
        seconds = self._patience.interval() / 1000
        log = self._engine.log if self._engine else []
        self.cancel()
        self.failed.emit(_no_answer(seconds, log[-1] if log else ""))


def _no_answer(seconds: float, line: str) -> str:
    """What is said of an engine that kept silent, after `line` if it wrote one."""
    if not line:
        return tr(
            "No engine answered within {seconds:.0f} s: see in a terminal whether that command "
            "asks for a password or a new host key.",
            seconds=seconds,
        )
    return tr(
        "No engine answered within {seconds:.0f} s, and the last that was said is “{line}”: see in "
        "a terminal whether that command asks for a password or a new host key.",
        seconds=seconds,
        line=line,
    )
