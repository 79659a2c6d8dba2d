"""Model B: which one is pinned, whether it can be set beside A, and what both are called."""

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from bertscope.errors import BertscopeError
from bertscope.gui.compare.agree import why_not
from bertscope.gui.engine_process import EngineProcess
from bertscope.gui.language import marked, tr
from bertscope.gui.opening import spoken
from bertscope.gui.prober import Prober
from bertscope.gui.run.record import Records
from bertscope.gui.session import Session
from bertscope.gui.state import Pinned, Side
from bertscope.text.reader import Reader
from bertscope.wire import messages as m

PIN_LABEL, CLEAR_LABEL = marked("Pin a model as B"), marked("Compare no longer")
SIDE_LABEL = marked("Show A, B or B − A")
NOTHING = marked("No model is looked at yet: wait until the engine has read one, then pin it.")
NONE_KEPT = marked(
    "No step of this run is kept yet, so there is nothing to pin: train some steps, or raise the "
    "space for past weights."
)


class _Known(NamedTuple):
    """What the engine has told of a pinned model; `trouble` says why it can't be read."""

    pinned: Pinned
    info: m.ModelInfo | None = None
    reader: Reader | None = None
    trouble: str = ""


class _Asked(NamedTuple):
    """A model that the engine reads now; `to_pin` where someone wishes it to be B."""

    number: int
    pinned: Pinned
    to_pin: bool


class Comparison(QObject):
    """Model B, which is part of the session's view: pinning can be undone, and is saved.

    Parameters
    ----------
    session
        Whose view holds what is pinned and which side is shown.
    engine
        Reads B.
    records
        What the runs are called, and which of their steps are kept.
    prober
        What it looks at is A.

    Signals
    -------
    changed
        B is another one now, or can be compared now, or no longer.
    refused(str)
        Why a model can't be pinned; nothing has changed.
    noted(str)
        What was pinned instead of what was asked for.
    """

    changed = Signal()
    refused = Signal(str)
    noted = Signal(str)

    def __init__(
        self, session: Session, engine: EngineProcess, records: Records, prober: Prober
    ) -> None:
        super().__init__(engine)
        self._session, self._engine = session, engine
        self._records, self._prober = records, prober
        self._known: _Known | None = None
        self._asked: _Asked | None = None
        self._told: tuple[m.ModelRef | None, str] = (None, "")
        session.changed.connect(self._follow)
        engine.received.connect(self._receive)
        engine.ready.connect(self._ready)
        engine.ended.connect(self._lose)
        prober.ask_beside_if(lambda ref: ref == self.other)
        self.changed.connect(prober.catch_up)

    # --- Reading --------------------------------------------------------------------------------

    @property
    def pinned(self) -> Pinned | None:
        return self._session.view.pinned

    @property
    def other(self) -> m.ModelRef | None:
        """B, once it is known to be comparable with A: what the prober is to be aimed at."""
        pinned = self.pinned
        if pinned is None or self.info is None or self.why:
            return None
        return m.ModelRef(pinned.folder, pinned.step)

    @property
    def info(self) -> m.ModelInfo | None:
        """What B is; None while it is being read."""
        known = self._of_pinned
        return known.info if known else None

    @property
    def why(self) -> str:
        """Why B can't be compared; empty where it can, and while it is being read."""
        known = self._of_pinned
        if known is None or known.reader is None:
            return known.trouble if known else ""
        return why_not(self._session.reader, known.reader)

    @property
    def _of_pinned(self) -> _Known | None:
        known = self._known
        pinned = self.pinned
        if known is None or pinned is None or known.pinned.folder != pinned.folder:
            return None
        # All steps of a run have the same words, but not all may be there.
        return known if known.reader is not None or known.pinned == pinned else None

    @property
    def words_of_a(self) -> str:
        """A's name, and of a run the step that is looked at."""
        model, seen = self._prober.model, self._prober.latest
        if model is None:
            return ""
        is_seen = seen is not None and seen.question.model == model
        return self._words(model.folder, seen.look.step if seen and is_seen else model.step)

    @property
    def words_of_b(self) -> str:
        """B's name, and of a run its step."""
        pinned, seen = self.pinned, self._prober.latest
        if pinned is None:
            return ""
        step = pinned.step
        if step is None and seen is not None and seen.other is not None:
            step = seen.other.step
        return self._words(pinned.folder, step)

    def _words(self, folder: str, step: int | None) -> str:
        record = self._records.get(folder)
        name = tr("run {name}", name=record.name) if record else spoken(folder)
        # The step comes first: where there is little room the end is cut.
        return name if step is None else tr("step {step:,} · {name}", name=name, step=step)

    # --- Changing -------------------------------------------------------------------------------

    def pin_present(self) -> None:
        """Pin what is looked at now; of a run that learns the kept step nearest to it."""
        model, seen = self._prober.model, self._prober.latest
        if model is None:
            self.refused.emit(tr(NOTHING))
            return
        is_seen = seen is not None and seen.question.model == model
        now, record = seen.look.step if seen and is_seen else None, self._records.get(model.folder)
        if model.step is not None or now is None or record is None:
            self.pin(model)
            return
        kept = record.nearest_kept(now)
        if kept is None:
            self.refused.emit(tr(NONE_KEPT))
            return
        if kept != now:
            words = marked("Step {now:,} isn't kept: step {kept:,} is pinned as B.")
            self.noted.emit(tr(words, now=now, kept=kept))
        self.pin(m.ModelRef(model.folder, kept))

    def pin(self, ref: m.ModelRef) -> None:
        """Compare with a model folder, or with a run at a step, once the engine has read it."""
        pinned = Pinned(ref.folder, ref.step)
        if not self._ask(pinned, to_pin=True):
            self.refused.emit(
                tr("The engine isn't there yet, which reads the model: wait a moment.")
            )

    def clear(self) -> None:
        """Compare no longer."""
        if self.pinned is not None:
            self._session.set_view(CLEAR_LABEL, pinned=None, side=Side.A)

    def show_side(self, side: Side) -> None:
        """Let every view show A, B or B − A."""
        if self.pinned is not None and side is not self._session.view.side:
            self._session.set_view(SIDE_LABEL, side=side)

    # --- Engine ---------------------------------------------------------------------------------

    def _ask(self, pinned: Pinned, *, to_pin: bool = False) -> bool:
        number = self._engine.next_id()
        sent = self._engine.send(m.OpenModel(number, m.ModelRef(pinned.folder, pinned.step)))
        self._asked = _Asked(number, pinned, to_pin) if sent else None
        return sent

    def _receive(self, message: m.Message) -> None:
        if self._asked is None or getattr(message, "id", 0) != self._asked.number:
            return
        _, pinned, to_pin = self._asked
        match message:
            case m.ModelOpened(model=info, words=words):
                self._take(_read(pinned, info, words), to_pin)
            case m.Failed(sentence=sentence):
                self._take(_Known(pinned, trouble=sentence), to_pin)

    def _take(self, known: _Known, to_pin: bool) -> None:
        """Know what was read; pin it where that was wished, and it can be compared."""
        self._asked = None
        if known.pinned == self.pinned:
            self._known = known
        elif to_pin:
            self._pin_read(known)
        self._follow()

    def _pin_read(self, known: _Known) -> None:
        trouble = known.trouble
        if known.reader is not None:
            trouble = why_not(self._session.reader, known.reader)
        if trouble:
            self.refused.emit(trouble)
        else:
            self._known = known
            self._session.set_view(PIN_LABEL, pinned=known.pinned, side=Side.DIFFERENCE)

    def _follow(self) -> None:
        """Read what is pinned, such as by undo or by a file; tell if anything is otherwise."""
        pinned = self.pinned
        is_asked = self._asked is not None and (self._asked.to_pin or self._asked.pinned == pinned)
        if pinned is not None and self._of_pinned is None and not is_asked:
            self._ask(pinned)
        told = self.other, self.why
        if told != self._told:
            self._told = told
            self.changed.emit()

    def _ready(self) -> None:
        """An engine that was started again may be able to read what the last one could not."""
        if self._known is not None and self._known.trouble:
            self._known = None
        self._follow()

    def _lose(self) -> None:
        self._asked = None


def _read(pinned: Pinned, info: m.ModelInfo, words: m.Words) -> _Known:
    try:
        return _Known(pinned, info, words.reader())
    except BertscopeError as error:
        return _Known(pinned, trouble=str(error))
