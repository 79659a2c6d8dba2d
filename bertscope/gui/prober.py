"""Keeps one look at the model up to date with what is typed and what is learned."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from bertscope.gui.engine_process import EngineProcess
from bertscope.gui.session import Session
from bertscope.text.masking import MaskPlan
from bertscope.text.pair import Pair
from bertscope.text.reader import Reader
from bertscope.wire.messages import Failed, Look, Message, ModelRef, Probe

LIVE_MS = 66
"""While training runs the views follow the model this often at the most."""
VIEW = "main"


@dataclass(frozen=True)
class Question:
    """What was looked at; kept beside the answer, for the session moves on."""

    id: int
    model: ModelRef
    reader: Reader
    pair: Pair
    plan: MaskPlan
    ids: tuple[int, ...]
    nsp_label: int | None


@dataclass(frozen=True)
class Seen:
    """One look and the question that it answers."""

    question: Question
    look: Look

    def shows_column(self, position: int, token_id: int, segment: int) -> bool:
        """Whether the embedding rows at a position are those of this token and segment."""
        ids, segments = self.question.ids, self.question.pair.segments
        return position < len(ids) and (ids[position], segments[position]) == (token_id, segment)


class Prober(QObject):
    """Asks for a new look whenever something changed.

    What is typed is asked at once: the engine answers the newest question that it finds. A model
    that learns is looked at when no question is under way.

    Signals
    -------
    seen(Seen)
        A new look.
    failed(str)
        Why there is none.
    """

    seen = Signal(object)
    failed = Signal(str)

    def __init__(self, session: Session, engine: EngineProcess) -> None:
        super().__init__(engine)
        self._session = session
        self._engine = engine
        self.model: ModelRef | None = None
        self.latest: Seen | None = None
        self._asked: dict[int, Question] = {}
        self._live = QTimer(self, singleShot=True, interval=LIVE_MS)
        self._live.timeout.connect(self._look_again)
        session.changed.connect(self.ask)
        engine.received.connect(self._receive)
        engine.ended.connect(self._asked.clear)

    def aim(self, model: ModelRef | None) -> None:
        """Look at another model from now on, or at none."""
        self.model = model
        self.ask()

    def follow(self) -> None:
        """The model has learned: look again soon."""
        if not self._live.isActive():
            self._live.start()

    def _look_again(self) -> None:
        if self._asked:
            self._live.start()
        else:
            self.ask()

    def ask(self) -> None:
        """Look now."""
        if self.model is None:
            return
        question = self._question(self.model)
        sent = self._engine.send(
            Probe(
                id=question.id,
                view=VIEW,
                model=question.model,
                ids=list(question.ids),
                segments=list(question.pair.segments),
                labels={p: question.pair.ids[p] for p in question.plan.positions},
                nsp_label=question.nsp_label,
            )
        )
        if sent:
            self._asked[question.id] = question

    def _question(self, model: ModelRef) -> Question:
        session = self._session
        return Question(
            self._engine.next_id(),
            model,
            session.reader,
            session.pair,
            session.state.plan,
            tuple(session.model_ids),
            session.nsp_label,
        )

    def _receive(self, message: Message) -> None:
        if not isinstance(message, Look | Failed):
            return
        question = self._asked.get(message.id)
        if question is None:
            return
        # Older ones were passed over by the engine, which answers in order.
        for number in [number for number in self._asked if number <= message.id]:
            del self._asked[number]
        if question.model != self.model:
            return
        if isinstance(message, Look):
            self.latest = Seen(question, message)
            self.seen.emit(self.latest)
        else:
            self.failed.emit(message.sentence)
