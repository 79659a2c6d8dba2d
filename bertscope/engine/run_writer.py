"""What a session writes while it trains, so that a bad day of the disk loses nothing."""

import copy
import dataclasses
import time
from contextlib import suppress
from pathlib import Path

from bertscope.engine import disk
from bertscope.engine.background import Background
from bertscope.engine.checkpoint import KEPT
from bertscope.engine.folder import LoadedModel
from bertscope.engine.recipe_rules import describe_change
from bertscope.engine.reports import StepMetrics
from bertscope.engine.run import Run, now
from bertscope.engine.run_lock import RunLock
from bertscope.engine.snapshots import Snapshots
from bertscope.engine.tensorboard import EventFiles
from bertscope.engine.trainer import Trainer
from bertscope.errors import PausedError
from bertscope.recipe import Recipe
from bertscope.run_folder import Happening, RunEvent

SPOILED = 2.0
"""A loss so many times that of guessing means weights that know less than nothing."""
HOLD_SECONDS = 3.0
"""Where training holds, a checkpoint is written unless the last one is younger."""


class RunWriter:
    """Writes metrics, events, snapshots and checkpoints of a run.

    Parameters
    ----------
    run, lock
        The run's folder, and its lock.
    loaded, trainer
        What is trained. Checkpoints of it are written beside the training, from copies.
    events
        What happened before; it grows.
    tensorboard
        Takes the metrics too; None where it isn't wanted.

    Raises
    ------
    OSError
        If the folder can't be written.
    """

    def __init__(
        self,
        run: Run,
        lock: RunLock,
        loaded: LoadedModel,
        trainer: Trainer,
        events: list[RunEvent],
        tensorboard: EventFiles | None,
    ) -> None:
        self.snapshots = Snapshots(run.folder, loaded, trainer.recipe.snapshot_bytes)
        self._run = run
        self._lock = lock
        self._loaded = loaded
        self._trainer = trainer
        self._events = events
        self._tensorboard = tensorboard
        self._saving: tuple[int, Background[Path]] | None = None
        self._is_unsaved = False
        self._saved_step: int | None = None
        self._saved_at = time.monotonic()
        self._loss_of: dict[int, float | None] = {}

    def append(self, metrics: StepMetrics) -> None:
        """Take the metrics of a step, and its weights where they are to be kept.

        Raises
        ------
        PausedError
            If they can't be written: they wait.
        """
        self._run.append(metrics)
        self._judge(metrics)
        if self._tensorboard is not None:
            self._tensorboard.append(metrics)
        self._run.flush()
        self.snapshots.offer(metrics.step)

    def note(self, what: Happening, words: str = "", step: int | None = None) -> None:
        """Add what happened at a step, by default the present one; it is written soon."""
        at = self._trainer.step if step is None else step
        self._events.append(RunEvent(at, what, words, now()))
        self._run.note(self._events[-1])

    def change(self, old: Recipe, new: Recipe) -> None:
        """Keep that other choices hold behind the last whole step; it is written soon."""
        self._run.change(self._trainer.step, new)
        self.note(Happening.CHANGED, describe_change(old, new))

    def keep_up(self) -> None:
        """Write what waits, and a checkpoint where it is due.

        Raises
        ------
        PausedError
            If something can't be written: training should hold until it can.
        """
        self._run.flush()
        self._look_after_saving(wait=False)
        if self._saving is None and self._age >= self._trainer.recipe.checkpoint_seconds:
            self._begin_saving()

    def go_on(self) -> None:
        """Write what could not be written before, into a folder made again if it was gone.

        Raises
        ------
        PausedError
            If it still can't be, or the folder is found to be gone.
        """
        if self._run.is_said_gone:
            self._make_again()
        self._run.flush()
        if self._is_unsaved:
            self.save()

    def _judge(self, metrics: StepMetrics) -> None:
        """Remember the loss of the weights before this step, if a checkpoint holds them."""
        before, loss = metrics.step - 1, metrics.unweighted_loss
        if before in self._loss_of and loss is not None:
            self._loss_of[before] = loss

    def forsake(self) -> None:
        """Training has come to a loss that is no number: let it not go on from spoiled weights.

        Their own loss is no number, or `SPOILED` times that of guessing.
        """
        if self._saving is not None:
            self._saving[1].wait()
        worst = SPOILED * self._trainer.loss_of_guessing
        self._run.forsake_checkpoints(
            step for step, loss in self._loss_of.items() if loss is None or loss > worst
        )

    def hold(self) -> None:
        """Keep where training holds: its weights, and a checkpoint unless one is new."""
        step, recipe = self._trainer.step, self._trainer.recipe
        self.snapshots.keep(step)
        if self._saving is None and (self._age >= HOLD_SECONDS or step >= recipe.steps):
            self._begin_saving()
        if not self._run.is_gone:
            # What can't be written now is told when training goes on.
            with suppress(PausedError):
                self._run.flush()

    def save(self) -> None:
        """Write a checkpoint of the last whole step and wait until it lies there.

        Raises
        ------
        PausedError
            If it can't be written; the earlier ones are still there.
        """
        self._look_after_saving(wait=True)
        self._begin_saving()
        self._look_after_saving(wait=True)
        if self._tensorboard is not None:
            self._tensorboard.flush()

    def close(self) -> None:
        """Write all, and ``model/``.

        Raises
        ------
        PausedError
            If something can't be written.
        """
        try:
            self.snapshots.keep(self._trainer.step)
            self.save()
            self._run.flush()
            self._run.save_model(self._loaded)
        finally:
            self.let_go()

    def let_go(self) -> None:
        """Wait for what is being written, and write no more."""
        if self._saving is not None:
            self._saving[1].wait()
        with suppress(PausedError):
            self._run.flush()
        self.snapshots.close()
        if self._tensorboard is not None:
            self._tensorboard.close()

    @property
    def _age(self) -> float:
        """Seconds since a checkpoint was begun."""
        return time.monotonic() - self._saved_at

    def _begin_saving(self) -> None:
        """Copy model and optimizers, and write them as a checkpoint beside the training."""
        step = self._trainer.step
        self._saved_at = time.monotonic()
        if step == self._saved_step:
            return
        self._loss_of = {**dict(list(self._loss_of.items())[-KEPT:]), step: None}
        loaded = dataclasses.replace(self._loaded, model=copy.deepcopy(self._loaded.model))
        state = self._trainer.state()
        self._saving = step, Background(lambda: self._run.save_checkpoint(loaded, state))

    def _look_after_saving(self, *, wait: bool) -> None:
        if self._saving is None:
            return
        step, saving = self._saving
        if not saving.wait(None if wait else 0):
            return
        self._saving = None
        try:
            saving.result()
        except PausedError:
            self._is_unsaved = True
            raise
        self._is_unsaved, self._saved_step = False, step
        self.note(Happening.CHECKPOINT, step=step)

    def _make_again(self) -> None:
        with suppress(PausedError):
            self._look_after_saving(wait=True)
        self.snapshots.wait()
        self._run.make_again(self._events)
        self._lock.take()
        self._saved_step = None
        try:
            self.snapshots.begin()
        except OSError as error:
            raise PausedError(disk.cannot_write(self._run.folder, error)) from error
        self.save()
