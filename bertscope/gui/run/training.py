"""The training session as the window drives it: what the transport's buttons mean when."""

import time
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal

from bertscope.errors import BertscopeError
from bertscope.gui.engine_process import EngineProcess
from bertscope.gui.run.history import History
from bertscope.places import runs_folder
from bertscope.recipe import Recipe
from bertscope.run_folder import read_metrics, read_recipe
from bertscope.wire import messages as m

LONGEST_NAME = 40
"""Characters of a model's and of a corpus's name in the name of a run's folder."""


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
        Phase, progress, or recipe.
    stepped
        New numbers, or none any more.
    started(ModelInfo)
        The run's model is there.
    failed(str)
        It could not go on.
    cleared
        The run was let go of.
    """

    changed = Signal()
    stepped = Signal()
    started = Signal(object)
    failed = Signal(str)
    cleared = Signal()

    def __init__(self, engine: EngineProcess, recipe: Recipe) -> None:
        super().__init__(engine)
        self._engine = engine
        self.recipe = recipe
        self.phase = Phase.IDLE
        self.history = History()
        self.folder: Path | None = None
        self.model: m.ModelInfo | None = None
        self.device: m.DeviceInfo | None = None
        self.preparing = m.Progress("", None)
        self.notes: list[str] = []
        self.step = 0
        self._asked = 0
        self.is_lost = False
        self._taken: set[Path] = set()
        self._pace = _Pace()
        engine.received.connect(self._receive)
        engine.ended.connect(self._engine_ended)

    # --- What the buttons do --------------------------------------------------------------------

    @property
    def can_play(self) -> bool:
        return self.phase in (Phase.IDLE, Phase.PAUSED, Phase.BROKEN)

    @property
    def is_live(self) -> bool:
        """Whether the engine holds the run, so that its model can be looked at."""
        return self.phase in (Phase.PREPARING, Phase.RUNNING, Phase.PAUSED, Phase.FINISHED)

    def set_recipe(self, recipe: Recipe) -> None:
        """Take other choices; they count from the next start, the stop step at once.

        A run can't stop before the step it has reached.
        """
        if self.is_live:
            recipe = msgspec.structs.replace(recipe, steps=max(recipe.steps, self.step))
        if recipe.steps != self.recipe.steps and self.is_live:
            self._engine.send(m.StopAt(recipe.steps))
            if self.phase is Phase.FINISHED and recipe.steps > self.step:
                self.phase = Phase.PAUSED
        self.recipe = recipe
        self.changed.emit()

    def toggle(self) -> None:
        """Play or pause."""
        if self.phase is Phase.RUNNING:
            self.pause()
        elif self.can_play:
            self.play()

    def play(self, steps: int | None = None) -> None:
        """Begin, go on, or go on from the last checkpoint after a crash."""
        if self.phase is Phase.PAUSED:
            if self._engine.send(m.Play(steps)):
                self._enter(Phase.RUNNING)
        elif self.phase in (Phase.IDLE, Phase.BROKEN):
            self._begin(steps)

    def pause(self) -> None:
        if self.phase is Phase.RUNNING:
            self._engine.send(m.Pause())

    def single_step(self) -> None:
        self.play(1)

    def reset(self) -> None:
        """Let go of the run; it stays in its folder."""
        self._engine.send(m.EndRun())
        self.phase, self.folder, self.model, self.step = Phase.IDLE, None, None, 0
        self.is_lost = False
        self.history, self.notes = History(), []
        self.cleared.emit()
        self.stepped.emit()
        self.changed.emit()

    def adopt(self, folder: Path) -> None:
        """Show a run that was made before; play goes on from its last checkpoint.

        Raises
        ------
        RunError
            If there is no run in the folder, or it can't be read.
        """
        recipe, rows = read_recipe(folder), read_metrics(folder)
        if self.phase is not Phase.IDLE:
            self.reset()
        self.recipe, self.folder = recipe, folder
        for row in rows:
            self.history.append(row)
        self.step = rows[-1].step if rows else 0
        self.stepped.emit()
        self._enter(Phase.BROKEN)

    def restore(self) -> None:
        """After a crash: bring the run back from its last checkpoint, and hold."""
        if self.is_lost:
            self._begin(0)

    def _begin(self, steps: int | None) -> None:
        resume = self.phase is Phase.BROKEN and self.folder is not None
        folder = self.folder if resume and self.folder else _new_folder(self.recipe, self._taken)
        self._asked = self._engine.next_id()
        try:
            sent = self._engine.send(m.Train(self._asked, self.recipe, str(folder), resume, steps))
        except BertscopeError as error:
            self.failed.emit(str(error))
            return
        if not sent:
            self.failed.emit("The engine is not ready yet: wait until it is, then press play.")
            return
        self.folder, self.is_lost = folder, False
        self.preparing = m.Progress("Starting", None)
        self._enter(Phase.PREPARING)

    # --- What the engine says -------------------------------------------------------------------

    def _receive(self, message: m.Message) -> None:
        match message:
            case m.Progress() if self.phase is Phase.PREPARING:
                self.preparing = message
                self.changed.emit()
            case m.RunStarted(folder=folder) if self._is_ours(folder):
                self._run_started(message)
            case m.Metrics(folder=folder, rows=rows) if self._is_ours(folder):
                self._take(rows)
            case m.RunPaused(folder=folder, step=step, finished=finished) if self._is_ours(folder):
                self._run_paused(step, finished=finished)
            case m.RunFailed(folder=folder, sentence=sentence) if self._is_ours(folder):
                self._broke(sentence)
            case m.Failed(id=0, sentence=sentence):
                # Of a request without a number: to steer the run, or to save it.
                self.failed.emit(sentence)
            case m.Failed(id=number, sentence=sentence) if number == self._asked:
                self._broke(sentence)

    def _is_ours(self, folder: str) -> bool:
        return self.folder is not None and str(self.folder) == folder

    def _run_started(self, message: m.RunStarted) -> None:
        self.model, self.device, self.step = message.model, message.device, message.step
        self.notes = [*message.notes, _share_words(message.random_share)]
        self.recipe = msgspec.structs.replace(self.recipe, steps=message.steps)
        self.history.cut_back(message.step)
        self._enter(Phase.RUNNING)
        self.started.emit(message.model)
        self.stepped.emit()

    def _run_paused(self, step: int, *, finished: bool) -> None:
        if finished:
            # Told to stop where it had already passed, it stops where it is.
            steps = max(self.recipe.steps, step)
            self.recipe = msgspec.structs.replace(self.recipe, steps=steps)
        self._enter(Phase.FINISHED if finished else Phase.PAUSED)

    def _take(self, rows: list[m.StepRow]) -> None:
        for row in rows:
            self.history.append(row)
        self.step = rows[-1].step
        self._pace.note(rows)
        self.stepped.emit()

    def _broke(self, sentence: str) -> None:
        self._hold_short()
        self.failed.emit(sentence)

    def _engine_ended(self) -> None:
        if self.is_live:
            self.is_lost = self.model is not None
            self._hold_short()

    def _hold_short(self) -> None:
        """Wait for play: it goes on with a run that has begun, else it begins a new one."""
        has_begun = self.model is not None or bool(self.history.rows)
        if not has_begun:
            self.folder = None
        self._enter(Phase.BROKEN if has_begun else Phase.IDLE)

    def _enter(self, phase: Phase) -> None:
        self.phase = phase
        self._pace.rest()
        self.changed.emit()

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


class _Pace:
    """Steps and tokens a second over the last few seconds of running, or over the last step."""

    SECONDS = 3.0

    def __init__(self) -> None:
        self._marks: list[tuple[float, int, int]] = []

    def rest(self) -> None:
        self._marks.clear()

    def note(self, rows: list[m.StepRow]) -> None:
        now = time.monotonic()
        self._marks.append((now, len(rows), sum(row.tokens for row in rows)))
        while len(self._marks) > 2 and now - self._marks[0][0] > self.SECONDS:
            self._marks.pop(0)

    def _rate(self, column: int) -> float | None:
        if len(self._marks) < 2:
            return None
        seconds = self._marks[-1][0] - self._marks[0][0]
        return sum(mark[column] for mark in self._marks[1:]) / seconds if seconds else None

    @property
    def steps_per_second(self) -> float | None:
        return self._rate(1)

    @property
    def tokens_per_second(self) -> float | None:
        return self._rate(2)


def _share_words(random_share: float) -> str:
    """What guessing would get right, for it is seldom one half."""
    often = max(random_share, 1 - random_share)
    return (
        f"B is random in {random_share:.0%} of the pairs, so always giving the same answer is "
        f"right in {often:.0%}."
    )


def _new_folder(recipe: Recipe, taken: set[Path]) -> Path:
    """A folder that is neither there nor one of those that this window asked for before."""
    corpus = Path(recipe.corpus).stem or "corpus"
    what = Path(recipe.start).name if recipe.start else recipe.preset
    name = f"{datetime.now():%Y-%m-%d-%H%M%S} {what[:LONGEST_NAME]} {corpus[:LONGEST_NAME]}"
    folder = runs_folder() / name
    number = 2
    while folder.exists() or folder in taken:
        folder = runs_folder() / f"{name} {number}"
        number += 1
    taken.add(folder)
    return folder
