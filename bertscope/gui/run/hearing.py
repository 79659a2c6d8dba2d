"""What the engine says of the run, and what that means for the training session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bertscope.gui.language import tr
from bertscope.gui.run.phase import Phase
from bertscope.gui.wording import whole_percent
from bertscope.run_folder import COLUMNS
from bertscope.wire import messages as m

if TYPE_CHECKING:
    from bertscope.gui.engine_process import EngineProcess
    from bertscope.gui.run.record import Records, RunRecord
    from bertscope.gui.run.training import Training

TOKENS = COLUMNS.index("tokens")


class Hearing(QObject):
    """Tells the messages of our run from those of others, and brings the session up to date.

    Attributes
    ----------
    asked
        The number of the request for a run that isn't answered yet; 0 for none.
    adopting
        The folder of a run that is shown once the engine tells of it; empty for none.
    """

    def __init__(self, training: Training, engine: EngineProcess, records: Records) -> None:
        super().__init__(training)
        self._training, self._engine, self._records = training, engine, records
        self.asked, self.adopting = 0, ""
        self._held_at = 0
        records.opened.connect(self._record_opened)
        records.failed.connect(self._not_opened)
        # After the records, so that they have heard already what is heard here.
        engine.received.connect(self._receive)
        engine.ended.connect(self._engine_ended)

    # --- Whom it concerns -----------------------------------------------------------------------

    def _receive(self, message: m.Message) -> None:
        training = self._training
        match message:
            case m.Progress() if training.phase is Phase.PREPARING:
                training.preparing = message
                training.changed.emit()
            case m.RunStarted(id=number) if number == self.asked:
                self._run_started(message)
            case m.Failed(id=0, sentence=sentence):
                # Of a request without a number: to steer the run, to change it, or to save it.
                training.take_back()
                training.failed.emit(sentence)
            case m.Failed(id=number, sentence=sentence) if number == self.asked:
                training.is_refused = True
                self._broke(sentence)
            case m.RunFailed() if self._is_ours(message) or self._is_new(message):
                self._run_failed(message)
            case _ if self._is_ours(message):
                self._hear(message)

    def _hear(self, message: m.Message) -> None:
        """Take what is told of our run."""
        training = self._training
        match message:
            case m.Metrics(rows=rows):
                self._take(rows)
            case m.RunChanged(recipe=recipe):
                training.settle(recipe)
            case m.RunPaused() if training.is_live:
                self._run_paused(message)
            case m.Vitals() if training.phase is Phase.RUNNING:
                training.vitals = message
                training.reported.emit()
            case m.Kept() | m.RunBusy():
                training.reported.emit()

    def _is_ours(self, message: m.Message) -> bool:
        folder = self._training.folder
        return bool(folder) and getattr(message, "folder", "") == folder

    def _is_new(self, message: m.RunFailed) -> bool:
        """Whether it is of a run that has not got so far that its folder was told."""
        training = self._training
        preparing = training.phase is Phase.PREPARING and training.record is None
        return preparing and self._records.get(message.folder) is None

    # --- How the run goes -----------------------------------------------------------------------

    def _run_started(self, message: m.RunStarted) -> None:
        training = self._training
        training.record, self.asked = self._records.get(message.folder), 0
        training.device, training.step = message.device, message.step
        training.notes = list(message.notes)
        if message.facts is None:
            training.notes.append(_share_words(message.random_share))
        training.begin(message.recipe)
        training.started.emit(message.model)
        training.stepped.emit()

    def _take(self, rows: m.Array) -> None:
        training = self._training
        assert training.record is not None
        training.step = training.record.step
        if training.phase is Phase.PAUSED and training.step > self._held_at:
            # It was told to play while it told of the hold before.
            training.enter(Phase.RUNNING)
        if training.phase is Phase.RUNNING:
            training.pace.note(rows.shape[0], float(rows.numpy()[:, TOKENS].sum()))
        training.stepped.emit()

    def _run_paused(self, message: m.RunPaused) -> None:
        training = self._training
        training.step = self._held_at = message.step
        if message.finished:
            training.choices.reach(message.step)
        training.trouble = message.sentence
        training.enter(Phase.FINISHED if message.finished else Phase.PAUSED)
        if message.sentence:
            training.failed.emit(message.sentence)

    # --- How it breaks off ----------------------------------------------------------------------

    def _run_failed(self, message: m.RunFailed) -> None:
        self._training.smaller = message.micro_batch // 2
        if message.spent:
            self._engine.restart()
        self._broke(message.sentence)

    def _broke(self, sentence: str) -> None:
        self._hold_short()
        self._training.failed.emit(sentence)

    def _engine_ended(self) -> None:
        training = self._training
        if training.is_live:
            training.is_lost = training.record is not None
            self._hold_short()

    def _hold_short(self) -> None:
        """Wait for play: it goes on with a run that has begun, else it begins a new one."""
        training = self._training
        self.asked = 0
        if training.record:
            training.choices.fall_back(training.record.recipe)
        training.enter(Phase.BROKEN if training.record else Phase.IDLE)

    # --- Runs that were made before -------------------------------------------------------------

    def _record_opened(self, record: RunRecord) -> None:
        training = self._training
        if record.folder == self.adopting:
            if training.phase is not Phase.IDLE:
                training.reset()
            self.adopting = ""
            training.choices.adopt(record.recipe)
            training.record, training.step = record, record.step
            training.enter(Phase.BROKEN)
            training.stepped.emit()
        elif record.folder == training.folder:
            # An engine that has come up anew tells of it again.
            training.record, training.step = record, record.step
            training.choices.fall_back(record.recipe)
            training.changed.emit()
            training.stepped.emit()

    def _not_opened(self, folder: str) -> None:
        if folder == self.adopting:
            self.adopting = ""


def _share_words(random_share: float) -> str:
    """What guessing would get right, for it is seldom one half."""
    often = max(random_share, 1 - random_share)
    return tr(
        "B is random in {share} of the pairs, so always giving the same answer is "
        "right in {often}.",
        share=whole_percent(random_share),
        often=whole_percent(often),
    )
