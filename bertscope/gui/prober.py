"""Keeps one look at the model up to date with what is typed and what is learned."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from bertscope.gui.engine_process import EngineProcess
from bertscope.gui.session import Session
from bertscope.gui.state import Row, Space
from bertscope.text.masking import MaskPlan
from bertscope.text.pair import Pair
from bertscope.text.reader import Reader
from bertscope.wire.messages import Failed, Look, Message, ModelRef, Probe, Wants

LIVE_MS = 66
"""While training runs the views follow the model this often at the most."""
VIEW = "main"
THUMBNAIL = 48
"""Pixels a side: sharper than a thumbnail is ever drawn."""


class Part(StrEnum):
    """What a look holds only while a view of it can be seen."""

    ATTENTION = "attention"
    LAYERS = "layers"
    MAP = "map"
    VECTOR = "vector"
    DISTRIBUTION = "distribution"


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
    wants: Wants = field(default_factory=Wants)


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
        A new look; None where there is none of a model that is looked at now.
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
        self._parts: set[Part] = set()
        self._asked: dict[int, Question] = {}
        self._live = QTimer(self, singleShot=True, interval=LIVE_MS)
        self._live.timeout.connect(self._look_again)
        self._last: Question | None = None
        session.changed.connect(self._ask_anew)
        engine.received.connect(self._receive)
        engine.ended.connect(self._forget)

    def aim(self, model: ModelRef | None) -> None:
        """Look at another model from now on, or at none."""
        self.model = model
        self.ask()

    def want(self, part: Part, wanted: bool = True) -> None:
        """A view of this part can be seen now, or no longer."""
        if wanted and part not in self._parts:
            self._parts.add(part)
            self.ask()
        elif not wanted:
            self._parts.discard(part)

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
        if self.model is not None:
            self._send(self._question(self.model))

    def _ask_anew(self) -> None:
        """Look now, unless what changed changes nothing that is looked at."""
        if self.model is None:
            return
        question = self._question(self.model)
        if self._last is None or replace(question, id=self._last.id) != self._last:
            self._send(question)

    def _send(self, question: Question) -> None:
        if self._engine.send(probe_of(question)):
            self._asked[question.id] = self._last = question

    def _forget(self) -> None:
        """The engine that was asked is gone."""
        self._asked.clear()
        self._last = None

    def _wants(self, ids: Sequence[int]) -> Wants:
        view, parts = self._session.view, self._parts
        vector = view.vector if Part.VECTOR in parts else None
        attention = Part.ATTENTION in parts
        return Wants(
            positions=[p for p in view.asked if p not in self._session.state.plan.chosen],
            top_k=view.top_k,
            thumbnails=THUMBNAIL if attention else 0,
            layer=view.layer,
            heads=list(view.heads) if attention else [],
            hidden_states=Part.LAYERS in parts
            or (Part.MAP in parts and view.space is Space.TOKENS)
            or (vector is not None and vector.row is Row.HIDDEN),
            neighbours_of=(
                ids[vector.position] if vector is not None and vector.row is Row.TOKEN else None
            ),
            distribution_at=view.distribution_at if Part.DISTRIBUTION in parts else None,
        )

    def _question(self, model: ModelRef) -> Question:
        session = self._session
        ids = tuple(session.model_ids)
        return Question(
            self._engine.next_id(),
            model,
            session.reader,
            session.pair,
            session.state.plan,
            ids,
            session.nsp_label,
            self._wants(ids),
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
            self._last = None
            if self.latest is not None and self.latest.question.model != question.model:
                # The numbers of another model would pass for those of this one.
                self.latest = None
                self.seen.emit(None)
            self.failed.emit(message.sentence)


def probe_of(question: Question) -> Probe:
    """The question as the engine takes it."""
    return Probe(
        id=question.id,
        view=VIEW,
        model=question.model,
        ids=list(question.ids),
        segments=list(question.pair.segments),
        labels={p: question.pair.ids[p] for p in question.plan.positions},
        nsp_label=question.nsp_label,
        sources=[source % 3 for source in question.pair.sources],
        wants=question.wants,
    )
