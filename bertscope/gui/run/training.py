"""The training session as the window drives it: what the transport's buttons mean when."""

import msgspec
from PySide6.QtCore import QObject, Signal

from bertscope.errors import BertscopeError
from bertscope.gui.curves.history import History
from bertscope.gui.engine_process import EngineProcess, EngineState
from bertscope.gui.language import marked, tr
from bertscope.gui.run.choices import Choices
from bertscope.gui.run.hearing import Hearing
from bertscope.gui.run.pace import Pace
from bertscope.gui.run.phase import Phase
from bertscope.gui.run.record import Records, RunRecord
from bertscope.gui.run.target import HOLD, ONE_STEP, TO_END, Target
from bertscope.recipe import Recipe
from bertscope.wire import messages as m

__all__ = ["NOT_READY", "Phase", "Training"]

NOT_READY = marked("The engine is not ready yet: wait until it is, then try again.")


class Training(QObject):
    """One training session: its recipe, its phase, its numbers.

    Signals
    -------
    changed
        Phase, progress, goal, or recipe.
    stepped
        New numbers, or none any more.
    reported
        How the engine fares, or which steps are kept.
    started(ModelInfo)
        The run's model is there.
    failed(str)
        It could not go on, or something could not be done.
    cleared
        The run was let go of.

    Attributes
    ----------
    phase
        Where it is. `Phase.BROKEN`: there is a run, but the engine doesn't hold it.
    record
        All that was told of the run; None where there is none.
    device
        What it is trained on; None where that isn't known.
    preparing
        How far the preparation is.
    notes
        What should be known of corpus and model.
    step
        Steps done.
    target
        What it is on its way to.
    vitals
        How the engine fares; None while it doesn't train.
    trouble
        What must be mended before a held run can go on; empty where nothing is.
    is_lost
        Whether the engine died while it held the run.
    smaller
        Where a run took more memory than there was: half the pairs a forward pass, with which it
        may go on; else 0.
    choices
        What holds, and what is wanted.
    pace
        How fast it goes.
    is_refused
        Whether there is a run that the engine can't take up, such as one whose folder is gone.
    """

    changed = Signal()
    stepped = Signal()
    reported = Signal()
    started = Signal(object)
    failed = Signal(str)
    cleared = Signal()

    def __init__(self, engine: EngineProcess, records: Records, recipe: Recipe) -> None:
        super().__init__(engine)
        self._engine, self._records = engine, records
        self.choices = Choices(recipe)
        self._nothing = History()
        self.phase = Phase.IDLE
        self.record: RunRecord | None = None
        self.device: m.DeviceInfo | None = None
        self.preparing = m.Progress("", None)
        self.notes: list[str] = []
        self.step = 0
        self.target = Target()
        self.vitals: m.Vitals | None = None
        self.trouble = ""
        self.is_lost = False
        self._restored_goal = HOLD
        self.smaller, self.is_refused = 0, False
        self.pace = Pace()
        self._hearing = Hearing(self, engine, records)

    # --- What there is --------------------------------------------------------------------------

    @property
    def recipe(self) -> Recipe:
        """What holds for the run; where there is none, what is wanted."""
        return self.choices.held

    @property
    def wanted(self) -> Recipe:
        """What the controls say."""
        return self.choices.wanted

    @property
    def folder(self) -> str:
        """Of the run, on the engine's machine; empty where there is none."""
        return self.record.folder if self.record else ""

    @property
    def model(self) -> m.ModelInfo | None:
        return self.record.model if self.record else None

    @property
    def history(self) -> History:
        return self.record.history if self.record else self._nothing

    @property
    def can_play(self) -> bool:
        return self.phase in (Phase.IDLE, Phase.PAUSED, Phase.BROKEN)

    @property
    def is_live(self) -> bool:
        """Whether the engine holds the run, so that its model can be looked at."""
        return self.phase not in (Phase.IDLE, Phase.BROKEN)

    @property
    def needs_reset(self) -> tuple[str, ...]:
        """The choices that differ from those of the run, and that count only for a new one."""
        is_held = self.phase is not Phase.IDLE
        return self.choices.waiting(movable=self.phase is Phase.BROKEN) if is_held else ()

    # --- What the controls do -------------------------------------------------------------------

    def set_recipe(self, recipe: Recipe) -> None:
        """Take other choices; those that a run can change count from its next step.

        A run can't stop before the step it has reached.
        """
        if self.phase is Phase.IDLE:
            self.choices.adopt(recipe)
        else:
            self.choices.want(recipe, self.step)
        self._tell_changes()
        if self.choices.is_of_run:
            self._wake(self.wanted)
        self.changed.emit()

    def toggle(self, goal: m.Goal = TO_END) -> None:
        """Play or pause."""
        if self.phase is Phase.RUNNING:
            self.pause()
        elif self.can_play:
            self.play(goal)

    def play(self, goal: m.Goal = TO_END) -> None:
        """Begin, go on, or go on from the last checkpoint; a run that plays takes the new goal."""
        if self.phase in (Phase.RUNNING, Phase.PAUSED):
            if self._engine.send(m.Play(goal)):
                self._aim_at(goal)
                self.enter(Phase.RUNNING)
        elif self.can_play:
            self._begin(goal)

    def pause(self) -> None:
        if self.phase is Phase.RUNNING:
            self._engine.send(m.Pause())

    def single_step(self) -> None:
        if self.can_play:
            self.play(ONE_STEP)

    def reset(self) -> None:
        """Let go of the run; it stays in its folder. What is wanted holds for the next one."""
        self._engine.send(m.EndRun())
        self.choices.take_over()
        self.record = self.device = None
        self.step, self.notes, self._hearing.asked = 0, [], 0
        self.target, self.is_lost = Target(), False
        self._restored_goal = HOLD
        self._set_phase(Phase.IDLE)
        self.cleared.emit()
        self.stepped.emit()
        self.changed.emit()

    def adopt(self, folder: str) -> None:
        """Show a run that was made before; play goes on from its last checkpoint.

        The present one is let go of once the engine tells of the other.
        """
        if self.is_live and folder == self.folder:
            return
        if self._records.open(folder):
            self._hearing.adopting = folder
        else:
            self.failed.emit(tr(NOT_READY))

    def go_on_smaller(self, goal: m.Goal = TO_END) -> None:
        """Go on from the last checkpoint with `smaller` parts, as soon as there is an engine."""
        self.set_recipe(msgspec.structs.replace(self.wanted, micro_batch=self.smaller))
        self.is_lost, self._restored_goal = True, goal
        if self._engine.state is EngineState.READY:
            self.restore()

    def restore(self) -> None:
        """Bring a lost run back from its last checkpoint; after a crash it holds there."""
        if self.is_lost:
            self._begin(self._restored_goal)

    def _begin(self, goal: m.Goal) -> None:
        recipe = self.choices.take_up() if self.record else self.choices.take_over()
        self._hearing.asked = number = self._engine.next_id()
        train = m.Train(number, recipe, self.folder, bool(self.folder), goal)
        try:
            sent = self._engine.send(train)
        except BertscopeError as error:
            self.failed.emit(str(error))
            return
        if not sent:
            self.failed.emit(tr(NOT_READY))
            return
        self.is_lost, self._restored_goal = False, HOLD
        self.preparing = m.Progress(tr("Starting"), None)
        self._aim_at(goal)
        self.enter(Phase.PREPARING)

    def _tell_changes(self) -> None:
        """Tell the engine the choices that a run can change, if it doesn't know them yet."""
        if self.phase in (Phase.RUNNING, Phase.PAUSED, Phase.FINISHED):
            recipe = self.choices.unsent()
            if recipe is not None:
                self._engine.send(m.Change(recipe))

    def _wake(self, recipe: Recipe) -> None:
        """A finished run that may go further only holds."""
        if self.phase is Phase.FINISHED and recipe.steps > self.step:
            self.phase = Phase.PAUSED

    def _aim_at(self, goal: m.Goal) -> None:
        self.target, self.trouble = Target(goal, self.step, self.seconds_elapsed), ""

    # --- What becomes of it ---------------------------------------------------------------------

    def begin(self, recipe: Recipe) -> None:
        """The engine trains by this recipe now."""
        self.choices.begin(recipe)
        self._aim_at(self.target.goal)
        self.enter(Phase.RUNNING)
        self._tell_changes()  # What was changed during the preparation.

    def settle(self, recipe: Recipe) -> None:
        """The run goes on with this recipe, as it was told to."""
        self.choices.settle(recipe)
        self._wake(recipe)
        self.changed.emit()

    def take_back(self) -> None:
        """The engine won't have it: what holds is wanted again."""
        if self.phase in (Phase.RUNNING, Phase.PAUSED, Phase.FINISHED):
            self.choices.take_back()
            self.changed.emit()

    def enter(self, phase: Phase) -> None:
        """It is in that phase now."""
        self._set_phase(phase)
        self.changed.emit()

    def _set_phase(self, phase: Phase) -> None:
        if phase is not self.phase:
            self.pace.rest()
        self.phase = phase
        if phase is not Phase.RUNNING:
            self.vitals = None
        if phase is not Phase.PAUSED:
            self.trouble = ""
        if phase is not Phase.BROKEN:
            self.smaller, self.is_refused = 0, False

    # --- Figures --------------------------------------------------------------------------------

    @property
    def seconds_elapsed(self) -> float:
        """Seconds of training, pauses left out."""
        return self.history.seconds

    @property
    def seconds_left(self) -> float | None:
        """Seconds to the stop step at the present pace."""
        pace = self.pace.steps_per_second
        return (self.recipe.steps - self.step) / pace if pace else None

    @property
    def steps_per_second(self) -> float | None:
        return self.pace.steps_per_second

    @property
    def tokens_per_second(self) -> float | None:
        return self.pace.tokens_per_second
