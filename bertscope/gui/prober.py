"""Keeps one look at the model, or at two, up to date with what is typed and what is learned."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from bertscope.gui.compare.second import Answer, Second
from bertscope.gui.engine_process import EngineProcess
from bertscope.gui.seen import OTHER, Question, Seen, probe_of
from bertscope.gui.session import Session
from bertscope.gui.state import Row, Space, Weighing
from bertscope.wire.messages import Failed, Look, Message, ModelRef, Wants

__all__ = ["Part", "Prober", "Question", "Seen", "probe_of"]

LIVE_MS, LONGEST_LIVE_MS = 66, 5000
"""While training runs the views follow the model this often at the most, and at the least."""
RESTS = 2
"""After a look that is only followed there is a pause of so many times as long as it took: while
it is sent over a slow line, or taken at a large model, the training stands still."""
THUMBNAIL = 48
"""Pixels a side: sharper than a thumbnail is ever drawn."""
COMPARED_TOP = 100
"""Tokens a prediction lists at the least while two models are compared: what one of them thinks
likely is to be found in the other's list, too."""


Allows = Callable[[ModelRef], bool]


def _allows_all(_: ModelRef) -> bool:
    return True


class Part(StrEnum):
    """What a look holds only while a view of it can be seen."""

    ATTENTION = "attention"
    HEADS = "heads"
    LAYERS = "layers"
    MAP = "map"
    VECTOR = "vector"
    DISTRIBUTION = "distribution"
    ATTRIBUTION = "attribution"


class Prober(QObject):
    """Asks for a new look whenever something changed.

    What is typed is asked at once: the engine answers the newest question that it finds. A model
    that learns is looked at when no question is under way. Where two models are compared both are
    asked the same, B only once as long as nothing but A moves, and what is typed meanwhile waits
    for both answers.

    Signals
    -------
    seen(Seen)
        A new look; None where there is none of a model that is looked at now.
    failed(str)
        Why there is none.
    refused(str)
        Why there is none at B; empty once there is again.
    """

    seen = Signal(object)
    failed = Signal(str)
    refused = Signal(str)

    def __init__(self, session: Session, engine: EngineProcess) -> None:
        super().__init__(engine)
        self.session = session
        self._engine = engine
        self.model: ModelRef | None = None
        self.other: ModelRef | None = None
        self._classes = 0
        self._allows: Allows = _allows_all
        self.latest: Seen | None = None
        self.refusal = ""
        self._parts: set[Part] = set()
        self._asked: dict[int, Question] = {}
        self._second = Second(engine)
        self._first: tuple[Question, Look] | None = None
        self._both_under_way = self._held = False
        self._live = QTimer(self, singleShot=True, interval=LIVE_MS)
        self._live.timeout.connect(self._look_again)
        self._asked_at = 0.0
        self._last: Question | None = None
        session.changed.connect(self.catch_up)
        engine.received.connect(self._receive)
        engine.ended.connect(self._forget)

    def aim(self, a: ModelRef | None, b: ModelRef | None = None, *, classes: int = 0) -> None:
        """Look at another model from now on, beside it at another one, or at none.

        Parameters
        ----------
        classes
            How many A tells apart: a label beyond them isn't one of its own.
        """
        self._classes = classes
        if b != self.other:
            self._second.forget()
            self._refuse("")
        self.model, self.other = a, b
        self._first, self._both_under_way = None, False
        self.ask()

    def ask_beside_if(self, allows: Allows) -> None:
        """Ask B only while this says that its answers can be set beside A's."""
        self._allows = allows

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
        if self._asked or self._both_under_way:
            self._live.start()
        elif self.model is not None and (self.model.step is None or self._second.moves):
            self.ask()

    def ask(self) -> None:
        """Look now."""
        if self.model is not None:
            if self._second.moves:
                self._second.forget()
            self._send(self._question(self.model))

    def catch_up(self) -> None:
        """Look now, unless what changed changes nothing that is looked at."""
        if self.model is None:
            return
        question = self._question(self.model)
        if self._last is None or replace(question, id=self._last.id) != self._last:
            self._send(question)

    def _send(self, question: Question) -> None:
        if self._both_under_way:
            self._held = True
            return
        if self._engine.send(probe_of(question)):
            self._asked_at = time.monotonic()
            self._asked[question.id] = self._last = question
            if (of_other := question.of_other) is not None:
                self._both_under_way = True
                asked = replace(of_other, id=self._engine.next_id())
                self._second.ask(of_other, probe_of(asked, OTHER))

    def _forget(self) -> None:
        """The engine that was asked is gone."""
        self._live.stop()
        self._asked.clear()
        self._second.forget()
        self._first = self._last = None
        self._both_under_way = self._held = False

    def _wants(self, ids: Sequence[int]) -> Wants:
        view, parts = self.session.view, self._parts
        vector = view.vector if Part.VECTOR in parts else None
        attention = Part.ATTENTION in parts
        weighs = Part.ATTRIBUTION in parts
        by_attention = weighs and view.weighing is Weighing.ATTENTION
        return Wants(
            positions=[p for p in view.asked if p not in self.session.state.plan.chosen],
            top_k=max(view.top_k, 0 if self._beside is None else COMPARED_TOP),
            thumbnails=THUMBNAIL if attention or Part.HEADS in parts else 0,
            layer=view.layer,
            heads=list(view.heads) if attention or by_attention else [],
            hidden_states=Part.LAYERS in parts
            or (Part.MAP in parts and view.space is Space.TOKENS)
            or (vector is not None and vector.row is Row.HIDDEN),
            neighbours_of=(
                ids[vector.position] if vector is not None and vector.row is Row.TOKEN else None
            ),
            distribution_at=view.distribution_at if Part.DISTRIBUTION in parts else None,
            attribution=weighs and not by_attention,
        )

    def _question(self, model: ModelRef) -> Question:
        session = self.session
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
            self._beside,
            self._label,
        )

    @property
    def _label(self) -> int | None:
        """The class that is right; None where it isn't known, or isn't one of the model's."""
        label = self.session.state.label
        return label if label is not None and label < self._classes else None

    @property
    def _beside(self) -> ModelRef | None:
        """B, if it may be asked."""
        return self.other if self.other is not None and self._allows(self.other) else None

    # --- Answers --------------------------------------------------------------------------------

    def _receive(self, message: Message) -> None:
        if not isinstance(message, Look | Failed):
            return
        if self._second.take(message):
            self._complete()
            return
        question = self._asked.get(message.id)
        if question is None:
            return
        # Older ones were passed over by the engine, which answers in order.
        for number in [number for number in self._asked if number <= message.id]:
            del self._asked[number]
        self._pause(time.monotonic() - self._asked_at)
        if (question.model, question.other) != (self.model, self._beside):
            return
        if isinstance(message, Look):
            self._first = question, message
            self._complete()
        else:
            self._fail(question, message.sentence)

    def _pause(self, taken: float) -> None:
        """A look has taken so many seconds; it is some time until the next that only follows."""
        self._live.setInterval(min(max(LIVE_MS, round(RESTS * 1000 * taken)), LONGEST_LIVE_MS))

    def _complete(self) -> None:
        """Show what is seen, once all that was asked is answered."""
        if self._first is None:
            return
        question, look = self._first
        of_other, answer = question.of_other, Answer(None)
        if of_other is not None:
            found = self._second.answer(of_other)
            if found is None:
                return
            answer = found
        self._first = None
        self.latest = Seen(question, look, answer.look)
        self.seen.emit(self.latest)
        self._refuse(answer.sentence)
        self._go_on()

    def _fail(self, question: Question, sentence: str) -> None:
        self._first = self._last = None
        if self.latest is not None and self.latest.question.model != question.model:
            # The numbers of another model would pass for those of this one.
            self.latest = None
            self.seen.emit(None)
        self.failed.emit(sentence)
        self._go_on()

    def _refuse(self, sentence: str) -> None:
        if sentence != self.refusal:
            self.refusal = sentence
            self.refused.emit(sentence)

    def _go_on(self) -> None:
        """Ask what had to wait."""
        held, self._held, self._both_under_way = self._held, False, False
        if held:
            self.ask()
