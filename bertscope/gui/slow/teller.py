"""Asks the engine for a training step that it tells."""

from PySide6.QtCore import QObject, Signal

from bertscope.gui.engine_process import EngineProcess
from bertscope.gui.language import marked, tr
from bertscope.gui.prober import Prober
from bertscope.gui.run.training import Phase, Training
from bertscope.gui.session import Session
from bertscope.gui.slow.story import Story
from bertscope.text.reader import Reader
from bertscope.wire import messages as m

VIEW = "story"
NO_ENGINE = marked("The engine isn't there yet: wait a moment, then press “Do a step” again.")
NO_RUN = marked(
    "There is no run whose batch could be shown: press play first, or take your own pair."
)


class Teller(QObject):
    """Asks, one step at a time.

    Signals
    -------
    told(Story)
        The step is done.
    failed(str)
        Why it can't be.
    """

    told = Signal(object)
    failed = Signal(str)

    def __init__(
        self, session: Session, training: Training, prober: Prober, engine: EngineProcess
    ) -> None:
        super().__init__(engine)
        self._session, self._training = session, training
        self._prober, self._engine = prober, engine
        self._asked: tuple[int, Reader] | None = None
        self._row: int | None = None
        engine.received.connect(self._receive)
        engine.ended.connect(self._forget)
        training.changed.connect(self._go_on)

    @property
    def is_waiting(self) -> bool:
        return self._asked is not None or self._row is not None

    def tell_own(self) -> None:
        """One step on the pair that is typed, done by a copy of the model that is looked at."""
        session, model = self._session, self._prober.model
        if model is None:
            self.failed.emit(tr(NO_ENGINE))
            return
        pair = m.Probe(
            0,
            VIEW,
            model,
            session.model_ids,
            list(session.pair.segments),
            session.labels,
            session.nsp_label,
        )
        self._ask(model, pair)

    def tell_row(self, row: int) -> None:
        """The run's next step along a row of its batch, from 0; a run that plays is paused."""
        training = self._training
        if training.model is None or not training.is_live:
            self.failed.emit(tr(NO_RUN))
            return
        self._row = row
        self._go_on()

    def _go_on(self) -> None:
        row, training = self._row, self._training
        if row is None:
            return
        if training.phase in (Phase.PAUSED, Phase.FINISHED) and training.model is not None:
            self._row = None
            self._ask(m.ModelRef(training.model.ref.folder), None, row)
        elif training.phase is Phase.RUNNING:
            training.pause()
        elif not training.is_live:
            self._row = None
            self.failed.emit(tr(NO_RUN))

    def _ask(self, model: m.ModelRef, pair: m.Probe | None, row: int = 0) -> None:
        number = self._engine.next_id()
        if self._engine.send(m.TellStep(number, model, pair, row)):
            self._asked = number, self._session.reader
        else:
            self.failed.emit(tr(NO_ENGINE))

    def _receive(self, message: m.Message) -> None:
        if self._asked is None or getattr(message, "id", 0) != self._asked[0]:
            return
        match message:
            case m.StepStory():
                reader, self._asked = self._asked[1], None
                self.told.emit(Story(message, reader, self._training.recipe.mask))
            case m.Failed(sentence=sentence):
                self._asked = None
                self.failed.emit(sentence)

    def _forget(self) -> None:
        """Nobody is left to tell it."""
        was_waiting, self._asked, self._row = self.is_waiting, None, None
        if was_waiting:
            self.failed.emit(tr(NO_ENGINE))
