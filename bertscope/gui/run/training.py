"""The training session as the window drives it: what the transport's buttons mean when."""

from enum import StrEnum

import msgspec
from PySide6.QtCore import QObject, Signal

from bertscope.errors import BertscopeError
from bertscope.gui.curves.history import History
from bertscope.gui.engine_process import EngineProcess, EngineState
from bertscope.gui.run.choices import Choices
from bertscope.gui.run.pace import Pace
from bertscope.gui.run.record import Records, RunRecord
from bertscope.gui.run.target import HOLD, ONE_STEP, TO_END, Target
from bertscope.recipe import Recipe
from bertscope.run_folder import COLUMNS
from bertscope.wire import messages as m

NOT_READY = "The engine is not ready yet: wait until it is, then try again."
TOKENS = COLUMNS.index("tokens")


class Phase(StrEnum):
    """Where the session is."""

    IDLE = "idle"
    PREPARING = "preparing"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    BROKEN = "broken"


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
        self._choices = Choices(recipe)
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
        self._asked = self._held_at = 0
        self._adopting = ""
        self._pace = Pace()
        records.opened.connect(self._record_opened)
        records.failed.connect(self._not_opened)
        # After the records, so that they have heard already what is heard here.
        engine.received.connect(self._receive)
        engine.ended.connect(self._engine_ended)

    # --- What there is --------------------------------------------------------------------------

    @property
    def recipe(self) -> Recipe:
        """What holds for the run; where there is none, what is wanted."""
        return self._choices.held

    @property
    def wanted(self) -> Recipe:
        """What the controls say."""
        return self._choices.wanted

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
        return self._choices.waiting(movable=self.phase is Phase.BROKEN) if is_held else ()

    # --- What the controls do -------------------------------------------------------------------

    def set_recipe(self, recipe: Recipe) -> None:
        """Take other choices; those that a run can change count from its next step.

        A run can't stop before the step it has reached.
        """
        if self.phase is Phase.IDLE:
            self._choices.adopt(recipe)
        else:
            steps = max(recipe.steps, self.step)
            self._choices.want(msgspec.structs.replace(recipe, steps=steps))
        self._tell_changes()
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
                self._enter(Phase.RUNNING)
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
        self._choices.take_over()
        self.record = self.device = None
        self.step, self.notes, self._asked = 0, [], 0
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
            self._adopting = folder
        else:
            self.failed.emit(NOT_READY)

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
        recipe = self._choices.take_up() if self.record else self._choices.take_over()
        self._asked = self._engine.next_id()
        train = m.Train(self._asked, recipe, self.folder, bool(self.folder), goal)
        try:
            sent = self._engine.send(train)
        except BertscopeError as error:
            self.failed.emit(str(error))
            return
        if not sent:
            self.failed.emit(NOT_READY)
            return
        self.is_lost, self._restored_goal = False, HOLD
        self.preparing = m.Progress("Starting", None)
        self._aim_at(goal)
        self._enter(Phase.PREPARING)

    def _tell_changes(self) -> None:
        """Tell the engine the choices that a run can change, if it doesn't know them yet."""
        if self.phase in (Phase.RUNNING, Phase.PAUSED, Phase.FINISHED):
            recipe = self._choices.unsent()
            if recipe is not None:
                self._engine.send(m.Change(recipe))

    def _wake(self, recipe: Recipe) -> None:
        """A finished run that may go further only holds."""
        if self.phase is Phase.FINISHED and recipe.steps > self.step:
            self.phase = Phase.PAUSED

    def _aim_at(self, goal: m.Goal) -> None:
        self.target, self.trouble = Target(goal, self.step, self.seconds_elapsed), ""

    # --- What the engine says -------------------------------------------------------------------

    def _receive(self, message: m.Message) -> None:
        match message:
            case m.Progress() if self.phase is Phase.PREPARING:
                self.preparing = message
                self.changed.emit()
            case m.RunStarted(id=number) if number == self._asked:
                self._run_started(message)
            case m.Failed(id=0, sentence=sentence):
                # Of a request without a number: to steer the run, to change it, or to save it.
                self._take_back()
                self.failed.emit(sentence)
            case m.Failed(id=number, sentence=sentence) if number == self._asked:
                self.is_refused = True
                self._broke(sentence)
            case m.RunFailed() if self._is_ours(message) or self._is_new(message):
                self._run_failed(message)
            case _ if self._is_ours(message):
                self._hear(message)

    def _hear(self, message: m.Message) -> None:
        """Take what is told of our run."""
        match message:
            case m.Metrics(rows=rows):
                self._take(rows)
            case m.RunChanged(recipe=recipe):
                self._choices.settle(recipe)
                self._wake(recipe)
                self.changed.emit()
            case m.RunPaused() if self.is_live:
                self._run_paused(message)
            case m.Vitals() if self.phase is Phase.RUNNING:
                self.vitals = message
                self.reported.emit()
            case m.Kept() | m.RunBusy():
                self.reported.emit()

    def _is_ours(self, message: m.Message) -> bool:
        return bool(self.folder) and getattr(message, "folder", "") == self.folder

    def _is_new(self, message: m.RunFailed) -> bool:
        """Whether it is of a run that has not got so far that its folder was told."""
        preparing = self.phase is Phase.PREPARING and self.record is None
        return preparing and self._records.get(message.folder) is None

    def _run_started(self, message: m.RunStarted) -> None:
        self.record, self._asked = self._records.get(message.folder), 0
        self.device, self.step = message.device, message.step
        self.notes = [*message.notes, _share_words(message.random_share)]
        self._choices.begin(message.recipe)
        self._aim_at(self.target.goal)
        self._enter(Phase.RUNNING)
        self._tell_changes()  # What was changed during the preparation.
        self.started.emit(message.model)
        self.stepped.emit()

    def _take_back(self) -> None:
        """The engine won't have it: what holds is wanted again."""
        if self.phase in (Phase.RUNNING, Phase.PAUSED, Phase.FINISHED):
            self._choices.take_back()
            self.changed.emit()

    def _run_paused(self, message: m.RunPaused) -> None:
        self.step = self._held_at = message.step
        if message.finished:
            self._choices.reach(message.step)
        self.trouble = message.sentence
        self._enter(Phase.FINISHED if message.finished else Phase.PAUSED)
        if message.sentence:
            self.failed.emit(message.sentence)

    def _take(self, rows: m.Array) -> None:
        assert self.record is not None
        self.step = self.record.step
        if self.phase is Phase.PAUSED and self.step > self._held_at:
            # It was told to play while it told of the hold before.
            self._enter(Phase.RUNNING)
        if self.phase is Phase.RUNNING:
            self._pace.note(rows.shape[0], float(rows.numpy()[:, TOKENS].sum()))
        self.stepped.emit()

    def _run_failed(self, message: m.RunFailed) -> None:
        self.smaller = message.micro_batch // 2
        if message.spent:
            self._engine.restart()
        self._broke(message.sentence)

    def _broke(self, sentence: str) -> None:
        self._hold_short()
        self.failed.emit(sentence)

    def _engine_ended(self) -> None:
        if self.is_live:
            self.is_lost = self.record is not None
            self._hold_short()

    def _hold_short(self) -> None:
        """Wait for play: it goes on with a run that has begun, else it begins a new one."""
        self._asked = 0
        if self.record:
            self._choices.fall_back(self.record.recipe)
        self._enter(Phase.BROKEN if self.record else Phase.IDLE)

    def _record_opened(self, record: RunRecord) -> None:
        if record.folder == self._adopting:
            if self.phase is not Phase.IDLE:
                self.reset()
            self._adopting = ""
            self._choices.adopt(record.recipe)
            self.record, self.step = record, record.step
            self._enter(Phase.BROKEN)
            self.stepped.emit()
        elif record.folder == self.folder:
            # An engine that has come up anew tells of it again.
            self.record, self.step = record, record.step
            self._choices.fall_back(record.recipe)
            self.changed.emit()
            self.stepped.emit()

    def _not_opened(self, folder: str) -> None:
        if folder == self._adopting:
            self._adopting = ""

    def _enter(self, phase: Phase) -> None:
        self._set_phase(phase)
        self.changed.emit()

    def _set_phase(self, phase: Phase) -> None:
        if phase is not self.phase:
            self._pace.rest()
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
        pace = self._pace.steps_per_second
        return (self.recipe.steps - self.step) / pace if pace else None

    @property
    def steps_per_second(self) -> float | None:
        return self._pace.steps_per_second

    @property
    def tokens_per_second(self) -> float | None:
        return self._pace.tokens_per_second


def _share_words(random_share: float) -> str:
    """What guessing would get right, for it is seldom one half."""
    often = max(random_share, 1 - random_share)
    return (
        f"B is random in {random_share:.0%} of the pairs, so always giving the same answer is "
        f"right in {often:.0%}."
    )
