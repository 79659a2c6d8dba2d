"""Which runs the engine tells of: those that are shown, and no others."""

from PySide6.QtCore import QObject, QTimer, Signal

from bertscope.gui.engine_process import EngineProcess
from bertscope.gui.language import marked, tr
from bertscope.gui.language.said import said
from bertscope.gui.run.record import Records, RunRecord
from bertscope.gui.run.training import Phase, Training
from bertscope.gui.session import Session


class Followed(QObject):
    """Asks for the runs that are laid over the curves, and hears no more of what isn't shown.

    Signals
    -------
    changed
        Other runs are laid over, or there is more of them.
    failed(str)
        Why a run that is shown can't be told of.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(
        self, engine: EngineProcess, session: Session, training: Training, records: Records
    ) -> None:
        super().__init__(engine)
        self._session, self._training, self._records = session, training, records
        self._missed: set[str] = set()
        self._beside = session.view.beside
        # Not at once: while one run takes the place of another there is none at hand.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._let_go)
        for changed in (session.viewed, training.started, training.cleared, records.opened):
            changed.connect(self._look_soon)
        session.viewed.connect(self._look_over)
        records.opened.connect(self._grew)
        records.grew.connect(self._grew)
        records.failed.connect(self._miss)
        engine.ready.connect(self._ask_anew)

    @property
    def others(self) -> list[RunRecord]:
        """The runs that are laid over the curves, as far as they are told."""
        found = map(self._records.get, self._beside)
        return [record for record in found if record and record is not self._training.record]

    def _look_over(self) -> None:
        """Whether other runs are laid over the curves now."""
        beside = self._session.view.beside
        if beside != self._beside:
            self._beside = beside
            self._missed &= set(beside)
            self._ask(*(run for run in beside if self._records.get(run) is None))
            self.changed.emit()

    def _ask(self, *folders: str) -> None:
        for folder in folders:
            if folder not in self._missed and not self._records.is_asked(folder):
                self._records.open(folder)

    def _ask_anew(self) -> None:
        """An engine that has just come up follows no run yet."""
        training = self._training
        self._missed.clear()
        self._ask(*(run for run in self._beside if run != training.folder))
        if training.phase is Phase.BROKEN and not training.is_lost:
            self._ask(training.folder)

    def _miss(self, folder: str, sentence: str) -> None:
        if folder in self._beside:
            self._missed.add(folder)
            words = marked("{folder} is not drawn over the curves. {why}")
            self.failed.emit(tr(words, folder=folder, why=said(sentence)))
        elif folder == self._training.folder:
            self.failed.emit(sentence)

    def _grew(self, record: RunRecord) -> None:
        if record.folder in self._beside:
            self.changed.emit()

    def _look_soon(self) -> None:
        self._later.start()

    def _let_go(self) -> None:
        pinned = self._session.view.pinned
        shown = {self._training.folder, *self._beside, pinned.folder if pinned else ""}
        self._records.keep_only(shown)
