"""Keeps up to date how well the model that is looked at answers labelled examples."""

import time
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from bertscope.gui.aiming import Aiming
from bertscope.gui.engine_process import EngineProcess
from bertscope.gui.language import marked, tr
from bertscope.gui.language.said import said
from bertscope.gui.opening import Models
from bertscope.gui.run.training import Phase, Training
from bertscope.gui.session import Session
from bertscope.recipe import Recipe
from bertscope.task import TaskFacts
from bertscope.wire import messages as m

RESTS = 3
"""While it trains there is a pause of so many times as long as an answer took."""
NOT_TUNED = marked(
    "Fine-tune a model: choose a task beside Pre-training, then press play. Here stands then what "
    "it takes for what."
)
NO_DATA = marked(
    "Choose the labelled data under Fine-tuning: this model's answers to it are judged here."
)
WAITING = marked("The model answers the examples.")


@dataclass(frozen=True)
class Subject:
    """Which model is judged, and by which examples."""

    model: m.ModelRef
    recipe: Recipe
    split: m.Split

    def request(self, number: int) -> m.JudgeTask:
        """The question for the engine."""
        recipe = self.recipe
        assert recipe.task is not None
        most = recipe.held_out_pairs
        return m.JudgeTask(number, self.model, recipe.task, self.split, most, recipe.seed)

    def is_like(self, other: "Subject | None") -> bool:
        """Whether but for the step it is the same."""
        if other is None or self.model.folder != other.model.folder or self.split != other.split:
            return False
        return self.recipe.task == other.recipe.task


class Judge(QObject):
    """Asks how a fine-tuned model answers, while someone can see that.

    Another model, step or part of the data is asked for at once; a model that learns, when new
    held-out numbers came, and not more often than its answers allow.

    Parameters
    ----------
    aiming
        Tells which model the views look at.

    Signals
    -------
    changed
        There is another answer, or another reason that there is none.

    Attributes
    ----------
    judged
        The last answer; None while there is none of the model that is looked at.
    """

    changed = Signal()

    def __init__(
        self,
        session: Session,
        engine: EngineProcess,
        models: Models,
        training: Training,
        aiming: Aiming,
    ) -> None:
        super().__init__(engine)
        self._session, self._engine = session, engine
        self._models, self._training, self._aiming = models, training, aiming
        self.judged: m.TaskJudged | None = None
        self._model: m.ModelRef | None = None
        self._subject: Subject | None = None
        self._trouble = ""
        self._asked, self._asked_at = 0, 0.0
        self._measured = 0
        self._is_wanted = self._is_behind = False
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._catch_up)
        self._connect()

    def _connect(self) -> None:
        self._aiming.aimed.connect(self._aim)
        self._session.viewed.connect(self._look)
        self._training.changed.connect(self._look)
        self._training.changed.connect(self._catch_up)
        self._training.stepped.connect(self._follow)
        self._training.started.connect(self._tell_facts)
        self._engine.received.connect(self._receive)
        self._engine.ended.connect(self._forget)

    def want(self, wanted: bool = True) -> None:
        """What is judged can be seen now, or no longer."""
        self._is_wanted = wanted
        if wanted:
            self._look()
            self._catch_up()

    # --- What there is --------------------------------------------------------------------------

    @property
    def is_waiting(self) -> bool:
        """Whether the model is answering."""
        return self._asked > 0

    @property
    def facts(self) -> TaskFacts | None:
        """Of the data, where the run told them."""
        run = self._aiming.run
        return run.facts if run is not None else None

    @property
    def why(self) -> str:
        """Why there is no answer; empty where there is one."""
        if self.judged is not None:
            return ""
        if self._trouble:
            return said(self._trouble)
        if self._recipe is not None:
            return tr(WAITING)
        return tr(NO_DATA) if self._is_tuned else tr(NOT_TUNED)

    @property
    def _is_tuned(self) -> bool:
        run, info = self._aiming.run, self._models.info
        if run is not None:
            return run.recipe.task is not None
        return info is not None and info.task is not None

    @property
    def _recipe(self) -> Recipe | None:
        """What tells the task of the model that is looked at; None where nothing does."""
        run = self._aiming.run
        recipe = run.recipe if run is not None else self._training.wanted
        return recipe if self._is_tuned and recipe.task is not None else None

    # --- Asking ---------------------------------------------------------------------------------

    def _aim(self, model: m.ModelRef) -> None:
        self._model = model
        self._look()

    def _look(self) -> None:
        """Ask if something else is to be judged now."""
        model, recipe = self._model, self._recipe
        if model is None or recipe is None:
            self._drop(None)
            return
        split = m.Split.TEST if self._session.view.on_test else m.Split.DEV
        subject, before = Subject(model, recipe, split), self._subject
        if before is not None and subject.is_like(before) and model == before.model:
            return
        if not self._is_wanted:
            self._drop(None)
            return
        if not subject.is_like(before):
            self._drop(subject)
        self._subject = subject
        self._ask()

    def _tell_facts(self) -> None:
        """A run has begun, and what its data is may be known."""
        self.changed.emit()

    def _follow(self) -> None:
        """The run has gone on: judge it again where it was measured again."""
        measured = self._count_measured()
        if measured != self._measured:
            self._measured, self._is_behind = measured, True
            self._catch_up()

    def _count_measured(self) -> int:
        return len(self._training.history.series["held_out_loss"])

    def _catch_up(self) -> None:
        """Judge the newest weights, once it is time."""
        subject, is_due = self._subject, self._is_behind and self._is_wanted
        rests = self._rest.isActive() and self._training.phase is Phase.RUNNING
        if not is_due or self._asked or rests or subject is None:
            return
        if subject.model.step is None:
            self._ask()

    def _ask(self) -> None:
        assert self._subject is not None
        number = self._engine.next_id()
        self._is_behind = False
        self._measured = self._count_measured()
        if self._engine.send(self._subject.request(number)):
            self._asked, self._asked_at = number, time.monotonic()
        self.changed.emit()

    def _drop(self, subject: Subject | None) -> None:
        """What was told is of something else."""
        before = self._subject, self.judged, self._trouble
        self._subject, self.judged, self._trouble, self._asked = subject, None, "", 0
        if before != (subject, None, ""):
            self.changed.emit()

    # --- Answers --------------------------------------------------------------------------------

    def _receive(self, message: m.Message) -> None:
        match message:
            case m.TaskJudged(id=number) if number == self._asked:
                self.judged, self._trouble = message, ""
                self._answered()
            case m.Failed(id=number, sentence=sentence) if number and number == self._asked:
                if sentence:  # Else another question took its place.
                    self.judged, self._trouble = None, sentence
                self._answered()

    def _answered(self) -> None:
        self._asked = 0
        self._rest.start(round(1000 * RESTS * (time.monotonic() - self._asked_at)))
        self.changed.emit()
        self._catch_up()

    def _forget(self) -> None:
        """The engine that was asked is gone."""
        self._rest.stop()
        self._drop(None)
