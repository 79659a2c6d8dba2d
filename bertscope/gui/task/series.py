"""What pre-training is worth: one task trained from three beginnings, one after the other."""

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from bertscope.gui.engine_process import EngineProcess
from bertscope.gui.language import marked, tr
from bertscope.gui.run.training import Phase, Training
from bertscope.gui.session import Session
from bertscope.gui.task.words import start_words, task_name
from bertscope.recipe import Recipe
from bertscope.run_folder import About
from bertscope.task import Start, Task
from bertscope.wire import messages as m

BEGINNINGS: tuple[tuple[Start, bool], ...] = (
    (Start.RANDOM, False),
    (Start.PRETRAINED, True),
    (Start.PRETRAINED, False),
)
"""Which weights each run starts with, and whether only its head is trained; what is learned best
comes last, and is what the views look at then."""
ENDED = marked("The engine ended, and the series with it: start it again.")


class Series(QObject):
    """Trains with the same seed on the same batches; only what a run begins with differs.

    Each is a run of its own, with a name; the earlier ones are laid over the newest. A run that is
    paused, or that comes back after a crash, holds the series up; one that fails, or that is let
    go of, ends it.

    Signals
    -------
    changed
        Another run is on, or none any more.
    finished(str)
        It is over; why before its end, empty where all runs are done or it was stopped.
    """

    changed = Signal()
    finished = Signal(str)

    def __init__(self, engine: EngineProcess, session: Session, training: Training) -> None:
        super().__init__(training)
        self._engine, self._session, self._training = engine, session, training
        self._wish: Recipe | None = None
        self._at = 0
        self._done: tuple[str, ...] = ()
        self._is_turning = False
        # Not at once: all who listen are to hear of one run's end before the next begins.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._next)
        training.started.connect(self._call)
        training.changed.connect(self._look)
        training.cleared.connect(self._cleared)
        training.failed.connect(self._failed)
        engine.ended.connect(self._engine_ended)

    # --- What there is --------------------------------------------------------------------------

    @property
    def is_on(self) -> bool:
        return self._wish is not None

    @property
    def words(self) -> str:
        """Which run is on: "2 of 3: random weights"; empty where none is."""
        if self._wish is None:
            return ""
        start = start_words(self._task(self._wish))
        return tr("{at} of {all}: {start}", at=self._at + 1, all=len(BEGINNINGS), start=start)

    def _task(self, wish: Recipe) -> Task:
        """What is trained now."""
        assert wish.task is not None
        start, head_only = BEGINNINGS[self._at]
        return msgspec.structs.replace(wish.task, start=start, head_only=head_only)

    # --- What can be done -----------------------------------------------------------------------

    def start(self, recipe: Recipe) -> None:
        """Begin with the first run; the run at hand is let go of, and stays in its folder.

        Parameters
        ----------
        recipe
            Of a task; where it starts from and what of it is trained is the series' own choice.
        """
        assert recipe.task is not None
        self._wish, self._at, self._done = recipe, 0, ()
        self._lay_over()
        self._begin()

    def stop(self) -> None:
        """Begin no other run; the one that is on holds where it is.

        One that is only being prepared is let go of.
        """
        if not self.is_on:
            return
        self._training.pause()
        is_early = self._training.phase is Phase.PREPARING
        self._end("")
        if is_early:
            self._training.reset()

    # --- One run after the other ----------------------------------------------------------------

    def _begin(self) -> None:
        wish, training = self._wish, self._training
        assert wish is not None
        self._is_turning = True
        if training.phase is not Phase.IDLE:
            training.reset()
        training.set_recipe(msgspec.structs.replace(wish, task=self._task(wish)))
        self._is_turning = False
        self.changed.emit()
        training.play()

    def _call(self) -> None:
        """Name the run that has begun."""
        wish, folder = self._wish, self._training.folder
        if wish is not None and wish.task is not None and folder:
            about = About(f"{task_name(wish.task)} · {start_words(self._task(wish))}")
            self._engine.send(m.DescribeRun(self._engine.next_id(), folder, about))

    def _look(self) -> None:
        """Whether a run is done by now."""
        if self.is_on and not self._is_turning and self._training.phase is Phase.FINISHED:
            self._later.start()

    def _next(self) -> None:
        if not self.is_on or self._training.phase is not Phase.FINISHED:
            return
        if self._at + 1 == len(BEGINNINGS):
            self._end("")
            return
        self._done = (*self._done, self._training.folder)
        self._at += 1
        self._lay_over()
        self._begin()

    def _lay_over(self) -> None:
        """Draw the runs that are done over the one to come, and no others."""
        self._session.set_view(marked("Lay runs over the curves"), beside=self._done)

    def _cleared(self) -> None:
        if self.is_on and not self._is_turning:
            self._end("")

    def _failed(self, sentence: str) -> None:
        """A run that can't go on by itself ends the series; one that holds only waits."""
        if self.is_on and self._training.phase in (Phase.IDLE, Phase.BROKEN):
            self._end(sentence)

    def _engine_ended(self) -> None:
        """A run that had begun is brought back by the next engine; another one isn't."""
        if self.is_on and self._training.phase is Phase.IDLE:
            self._end(tr(ENDED))

    def _end(self, sentence: str) -> None:
        """What was wanted before is wanted again."""
        wish, self._wish = self._wish, None
        assert wish is not None
        self._training.set_recipe(wish)
        self.changed.emit()
        self.finished.emit(sentence)
