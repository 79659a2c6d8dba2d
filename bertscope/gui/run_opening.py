"""Showing a run that was made before, and then the session that asks for it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from bertscope.gui.engine_process import EngineProcess, EngineState
from bertscope.gui.run.record import Records
from bertscope.gui.run.training import Training
from bertscope.gui.session_file import SessionFile


class RunOpening(QObject):
    """Asks for a run once there is an engine that can tell it.

    Parameters
    ----------
    show
        Shows a session file; its masks belong to the run's vocabulary, so the run comes first.

    Signals
    -------
    opened(str)
        The folder of a run that is shown now.
    failed(str)
        Why it can't be.
    """

    opened = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        engine: EngineProcess,
        records: Records,
        training: Training,
        show: Callable[[SessionFile], object],
    ) -> None:
        super().__init__(engine)
        self._engine, self._records = engine, records
        self._training, self._show = training, show
        self._forget()
        engine.ready.connect(self._ask)
        records.failed.connect(self._fail)
        training.changed.connect(self._look)

    def _forget(self) -> None:
        self._folder, self._play = "", False
        self._file: SessionFile | None = None

    def open(self, folder: str, file: SessionFile | None = None, *, play: bool = False) -> None:
        """Show a run and then a session, once the engine is there and has told of the run.

        Where it is to `play`, it is trained further from then on.
        """
        self._folder, self._file, self._play = folder, file, play
        if self._engine.state is EngineState.READY:
            self._ask()

    def _ask(self) -> None:
        if self._folder:
            self._training.adopt(self._folder)
            self._look()

    def _look(self) -> None:
        """Whether it is shown by now."""
        folder, file, play = self._folder, self._file, self._play
        if folder and folder == self._training.folder and not self._records.is_asked(folder):
            self._forget()
            self.opened.emit(folder)
            if play:
                self._training.play()
            if file is not None:
                # Once all who listen to the run read sentences as it does.
                QTimer.singleShot(0, self, lambda: self._show(file))

    def _fail(self, folder: str, sentence: str) -> None:
        if self._folder == folder:
            self._forget()
            self.failed.emit(sentence)
