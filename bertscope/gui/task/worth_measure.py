"""Measures what pre-training is worth: the same task learned from more and more examples."""

import time
from collections import defaultdict
from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, Signal

from bertscope.gui.engine_process import EngineProcess, EngineState
from bertscope.gui.language import marked, tr
from bertscope.gui.language.said import said
from bertscope.gui.run.training import Training
from bertscope.gui.task.known import KnownData
from bertscope.recipe import Recipe
from bertscope.task import Start, Task, TaskFacts
from bertscope.wire import messages as m

SIZES = (10, 30, 100, 300, 1000)
"""Labelled examples that are trained on, as far as the data has so many."""
SEEDS = 3
"""Trainings of each kind: one alone may be lucky."""
NO_ENGINE = marked("Wait until the engine is ready.")
NO_TASK = marked("Choose a task under Fine-tuning first.")
NO_START = marked(
    "Choose a pre-trained model to start from first: random weights have nothing to lose."
)
RUN_AT_HAND = marked("Reset the run first: the engine trains one thing at a time.")
NOT_KNOWN = marked("Wait until the engine has read the data.")
TOO_FEW = marked("This data has {count:,} examples to train on: choose one with at least 10.")
ENDED = marked("The engine ended before all was measured: start it again, then measure anew.")


class Worth(QObject):
    """Has the engine train on few and on many examples, from both beginnings.

    What was measured is kept until the task or the model is another one. A run that begins stops
    the measuring.

    Parameters
    ----------
    known
        Tells how many examples the data has.
    clock
        Seconds.

    Signals
    -------
    changed
        There is another point, or something else can be done now.

    Attributes
    ----------
    points
        What was measured.
    facts
        Of the data that they were measured on.
    done, total
        Trainings so far, and in all; none where nothing was begun.
    is_stopping
        Whether it ends with the training at hand.
    trouble
        Why it ended early; empty where it didn't.
    """

    changed = Signal()

    def __init__(
        self,
        engine: EngineProcess,
        training: Training,
        known: KnownData,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(engine)
        self._engine, self._training, self._known, self._clock = engine, training, known, clock
        self.points: list[m.WorthPoint] = []
        self.facts: TaskFacts | None = None
        self.done, self.total, self.trouble = 0, 0, ""
        self._asked, self._at, self._sizes = 0, 0.0, self.sizes
        self.is_stopping = False
        self._seconds: dict[int, list[float]] = defaultdict(list)
        self._subject = _subject(training.wanted)
        training.changed.connect(self._look)
        known.changed.connect(self.changed)
        engine.received.connect(self._receive)
        engine.ready.connect(self.changed)
        engine.ended.connect(self._engine_ended)

    # --- What there is --------------------------------------------------------------------------

    @property
    def is_running(self) -> bool:
        return self._asked > 0

    @property
    def sizes(self) -> list[int]:
        """The numbers of examples that would be trained on."""
        facts = self._known.facts
        return [size for size in SIZES if facts is not None and size <= facts.train]

    @property
    def why_not(self) -> str:
        """What must be done before anything can be measured; empty where it can be."""
        wanted, facts = self._training.wanted, self._known.facts
        if self._engine.state is not EngineState.READY:
            return tr(NO_ENGINE)
        if wanted.task is None:
            return tr(NO_TASK)
        if not wanted.start:
            return tr(NO_START)
        if self._training.is_live:
            return tr(RUN_AT_HAND)
        if facts is None:
            return tr(NOT_KNOWN)
        return "" if self.sizes else tr(TOO_FEW, count=facts.train)

    @property
    def seconds_left(self) -> tuple[float, bool] | None:
        """How long it takes yet by what was measured, and whether that is all of it.

        Trainings on more examples than were trained on so far last as long as those at the least.
        None where nothing was measured yet, or all is.
        """
        if not self.is_running or not self._seconds or self.done == self.total:
            return None
        pace = {size: sum(told) / len(told) for size, told in self._seconds.items()}
        left = dict.fromkeys(self._sizes, 2 * SEEDS)
        for point in self.points:
            left[point.size] -= 1
        known = [max([s for n, s in pace.items() if n <= size], default=0.0) for size in left]
        seconds = sum(
            count * pace.get(size, least)
            for (size, count), least in zip(left.items(), known, strict=True)
        )
        return seconds, all(size in pace for size, count in left.items() if count)

    # --- What is done ---------------------------------------------------------------------------

    def measure(self) -> None:
        """Begin; what was measured before is measured again."""
        if self.why_not or self.is_running:
            return
        number, self._sizes = self._engine.next_id(), self.sizes
        request = m.MeasureWorth(number, self._training.wanted, self._sizes, SEEDS)
        if not self._engine.send(request):
            return
        self._clear()
        self._asked, self._at, self.is_stopping = number, self._clock(), False
        self.facts, self.total = self._known.facts, 2 * SEEDS * len(self._sizes)
        self.changed.emit()

    def stop(self) -> None:
        """Measure no further; what was measured stays."""
        if self.is_running and not self.is_stopping:
            self.is_stopping = self._engine.send(m.StopWorth())
            self.changed.emit()

    def _clear(self) -> None:
        self.points, self.facts, self.trouble = [], None, ""
        self.done = self.total = 0
        self._seconds.clear()

    def _look(self) -> None:
        """Another task or model has other numbers; a run needs the engine for itself."""
        subject = _subject(self._training.wanted)
        if subject != self._subject:
            self.stop()
            self._subject, self._asked = subject, 0
            self._clear()
        elif self._training.is_live:
            self.stop()
        self.changed.emit()

    # --- Answers --------------------------------------------------------------------------------

    def _receive(self, message: m.Message) -> None:
        if self.is_running and isinstance(message, m.Progress) and not self.points:
            self._at = self._clock()  # What is prepared once is none of a training's time.
        if not self.is_running or getattr(message, "id", 0) != self._asked:
            return
        match message:
            case m.WorthPoint():
                self._take(message)
            case m.WorthDone():
                self._asked = 0
            case m.Failed(sentence=sentence):
                self._asked, self.trouble = 0, said(sentence)
        self.changed.emit()

    def _take(self, point: m.WorthPoint) -> None:
        now = self._clock()
        self._seconds[point.size].append(now - self._at)
        self._at = now
        self.points.append(point)
        self.done, self.total = point.done, point.total

    def _engine_ended(self) -> None:
        if self.is_running:
            self._asked, self.trouble = 0, tr(ENDED)
        self.changed.emit()


def _subject(recipe: Recipe) -> tuple[Task | None, str]:
    """The task, however much of it is trained on and from where, and the model."""
    task = recipe.task
    if task is not None:
        task = msgspec.structs.replace(task, examples=0, start=Start.PRETRAINED)
    return task, recipe.start
