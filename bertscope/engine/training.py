"""Training from a recipe into a run folder: what the command line and the engine drive."""

from collections.abc import Generator, Iterator
from enum import StrEnum
from pathlib import Path

import msgspec

from bertscope.engine import disk
from bertscope.engine.background import Progress
from bertscope.engine.devices import Device, available_devices
from bertscope.engine.distributed import Ranks
from bertscope.engine.folder import LoadedModel
from bertscope.engine.preparation import Begun, begin, make_trainer
from bertscope.engine.recipe_rules import check_recipe, require_live, require_same
from bertscope.engine.reports import StepMetrics
from bertscope.engine.run import Run
from bertscope.engine.run_lock import RunLock
from bertscope.engine.run_place import remove_begun, require_free
from bertscope.engine.run_writer import RunWriter
from bertscope.engine.snapshots import Snapshots
from bertscope.engine.tensorboard import EventFiles, require_tensorboard
from bertscope.engine.trainer import Trainer
from bertscope.errors import NotFiniteError, RunError
from bertscope.recipe import Recipe
from bertscope.run_folder import TENSORBOARD, Change, Happening, RunEvent, read_events
from bertscope.task import TaskFacts

__all__ = ["Progress", "State", "TrainingSession"]


class State(StrEnum):
    """What a session is doing."""

    PREPARING = "preparing"
    TRAINING = "training"
    FINISHED = "finished"
    CLOSED = "closed"


class TrainingSession:
    """One training session.

    Parameters
    ----------
    recipe
        All choices. A resumed run may take others where `recipe_rules.require_same` lets it; they
        count from where it goes on. None leaves the run's own, with what was changed on the way
        changed again at the same steps.
    folder
        Of the run.
    resume
        Whether to go on with the run that is there.
    tensorboard
        Whether to write TensorBoard's files too.
    ranks
        The processes that train together; None where this one is alone. The first alone looks at
        the run's folder and writes there, and all must be given its recipe.
    interactive
        As of `Trainer`.

    Attributes
    ----------
    recipe
        What holds now.
    device
        Where it computes.
    loaded
        The model with its tokenizer, None until it is built. The model is trained in place.
    trainer
        None until it is prepared.
    notes
        What the user should know, a sentence each.
    random_share
        The share of the first epoch's pairs whose B is random, 0 until they are made.
    facts
        Of a task's labelled data; None in pre-training, and until it is read.
    events
        What happened in the run since it was made; it only grows. Steps that were done again show
        by a `RESUMED` at a lower step.

    Raises
    ------
    RunError
        If the folder holds a run and `resume` is false, or the other way round, or the recipe
        can't be.
    DeviceError
        If the device isn't there.
    """

    def __init__(
        self,
        recipe: Recipe | None,
        folder: Path,
        *,
        resume: bool = False,
        tensorboard: bool = False,
        ranks: Ranks | None = None,
        interactive: bool = True,
    ) -> None:
        self._folder = folder
        self._resume = resume
        self._interactive = interactive
        self._ranks = ranks or Ranks()
        self.events: list[RunEvent] = []
        if self._ranks.first:
            recipe = self._look_at_folder(recipe)
        if tensorboard:
            require_tensorboard()
        self._tensorboard = tensorboard
        self.recipe = check_recipe(recipe or Recipe())
        self._torch_device = self._ranks.device(self.recipe.device)
        self.device = _describe(str(self._torch_device))
        self.loaded: LoadedModel | None = None
        self.trainer: Trainer | None = None
        self.notes: list[str] = []
        self.random_share = 0.0
        self.facts: TaskFacts | None = None
        self._lock = RunLock(folder)
        self._writer: RunWriter | None = None
        self._said = self.recipe
        self._to_come: list[Change] = []
        self._untold: StepMetrics | None = None
        self._held_at = 0
        self._finished_at: int | None = None
        self._closed = False

    def _look_at_folder(self, recipe: Recipe | None) -> Recipe | None:
        if not self._resume:
            require_free(self._folder)
            return recipe
        own = Run.open(self._folder).recipe
        self.events += read_events(self._folder)
        return require_same(own, recipe or own)

    @property
    def snapshots(self) -> Snapshots | None:
        """The weights of past steps; None until training can begin."""
        return self._writer.snapshots if self._writer else None

    @property
    def step(self) -> int:
        """Finished optimizer steps."""
        return self.trainer.step if self.trainer else 0

    @property
    def finished(self) -> bool:
        trainer = self.trainer
        return (
            trainer is not None
            and trainer.step >= self.recipe.steps
            and trainer.position.unreported is None
        )

    @property
    def state(self) -> State:
        if self._closed:
            return State.CLOSED
        if self.trainer is None:
            return State.PREPARING
        return State.FINISHED if self.finished else State.TRAINING

    def change(self, recipe: Recipe) -> None:
        """Go on with other choices behind the last whole step; a step begun is begun anew.

        The last step is not before the present one. Of a resumed run, changes that were to be
        made again later are made no more.

        Raises
        ------
        RunError
            If the run can't go on with them, or they make no training; nothing changes.
        TextError
            If the masking rule can't be.
        """
        recipe = check_recipe(require_live(self.recipe, recipe))
        recipe = msgspec.structs.replace(recipe, steps=max(recipe.steps, self.step))
        if recipe != self.recipe:
            self._to_come = []
            self._set_recipe(recipe)

    def _set_recipe(self, recipe: Recipe) -> None:
        self.recipe = recipe
        if self.trainer is not None:
            self.trainer.recipe = recipe
        if self.snapshots is not None:
            self.snapshots.budget = recipe.snapshot_bytes

    def advance(self) -> Iterator[Progress | StepMetrics | None]:
        """Prepare, then train to the recipe's last step; may be left and called again.

        Yields
        ------
        Progress
            While preparing, some times a second.
        StepMetrics, None
            As `Trainer.advance`.

        Raises
        ------
        PausedError
            If the run can't be written. Nothing is lost; called again this goes on.
        BertscopeError
            What else went wrong, in a sentence. What was saved before is still there.
        """
        if self.trainer is None:
            try:
                with self._ranks.together():
                    self.trainer = yield from self._prepare()
            except Exception:
                self._lock.let_go()
                raise
            # The model can be looked at now, and nothing has been trained yet.
            yield Progress("Ready", 1.0)
        if self._writer is not None:
            self._writer.go_on()
        yield from self._untold_before()
        self._settle()
        try:
            for event in self.trainer.advance():
                if event is not None:
                    self._keep(event)
                    # Who looks at the next step now, as a story does, is to see its choices.
                    self._change_again()
                yield event
                self._settle()
        except NotFiniteError:
            self.note(Happening.NOT_FINITE)
            if self._writer is not None:
                self._writer.forsake()
            raise
        self._finish()

    def _untold_before(self) -> Iterator[StepMetrics]:
        """The step whose metrics could not be written when it was done."""
        untold, self._untold = self._untold, None
        if untold is not None:
            yield untold

    def _keep(self, metrics: StepMetrics) -> None:
        self._untold = metrics
        if self._writer is not None:
            self._writer.append(metrics)
        self._untold = None

    def _settle(self) -> None:
        """Between two pieces of work: what was changed is kept, and what waits is written."""
        self._change_again()
        if self._writer is None:
            return
        self._keep_change(self._writer)
        self._tell_trouble(self._writer)
        self._writer.keep_up()

    def _tell_trouble(self, writer: RunWriter) -> None:
        trouble = writer.snapshots.trouble
        if trouble and trouble not in self.notes:
            self.notes.append(trouble)
            writer.note(Happening.NOTED, trouble)

    def _keep_change(self, writer: RunWriter) -> None:
        if self.recipe != self._said:
            writer.change(self._said, self.recipe)
            self._said = self.recipe

    def _change_again(self) -> None:
        """Make the changes again that were made at this step before it was done again."""
        while self._to_come and self._to_come[0].step <= self.step:
            self._set_recipe(self._to_come.pop(0).applied(self.recipe))
            self._said = self.recipe

    def _finish(self) -> None:
        """The last step is done, for now."""
        if self._writer is not None and self.step != self._finished_at:
            self._finished_at = self.step
            self.note(Happening.FINISHED)
            self._writer.hold()

    def note(self, what: Happening, words: str = "") -> None:
        """Add to what happened; it is written when training goes on, holds or is closed."""
        if self._writer is not None:
            self._writer.note(what, words)

    def hold(self) -> None:
        """Training holds for now: keep its weights, and a checkpoint unless one is new.

        They are written beside; what can't be is told when training goes on or is closed. Single
        steps are not noted as so many pauses.
        """
        if self._writer is None:
            return
        self._keep_change(self._writer)
        self._tell_trouble(self._writer)
        if not self.finished and self.step > self._held_at + 1:
            self.note(Happening.PAUSED)
        self._held_at = self.step
        self._writer.hold()

    def save_checkpoint(self) -> None:
        """Write a checkpoint of the last whole step, and all that waits.

        Raises
        ------
        PausedError
            If it can't be written; the earlier ones are still there.
        """
        if self._writer is not None:
            self._writer.save()

    def close(self) -> None:
        """Write a last checkpoint and ``model/``; a session still preparing leaves no trace.

        The run is let go of also where that fails.

        Raises
        ------
        RunError
            If they can't be written.
        """
        if self._closed:
            return
        try:
            if self._writer is not None:
                self._keep_change(self._writer)
                self._tell_trouble(self._writer)
                if not self.finished:
                    self.note(Happening.STOPPED)
                self._writer.close()
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Let go of the run and save no weights, as where they can't be trusted."""
        self._closed = True
        try:
            if self._writer is not None:
                self._writer.let_go()
        finally:
            self._lock.let_go()

    def _prepare(self) -> Generator[Progress, None, Trainer]:
        recipe, self.notes = self.recipe, []
        begun = yield from self._ranks.from_first(
            begin(recipe, self._folder, self._lock, resume=self._resume)
        )
        self.loaded = begun.loaded
        self.notes += begun.notes
        trainer, studied = yield from make_trainer(
            begun, recipe, self._torch_device, self._ranks, interactive=self._interactive
        )
        self.notes += studied.notes
        self.random_share, self.facts = studied.random_share, studied.facts
        self._said = begun.recipe_then or recipe
        self._take_choices(begun, trainer)
        if self._ranks.first:
            self._begin_writing(begun, trainer)
        return trainer

    def _take_choices(self, begun: Begun, trainer: Trainer) -> None:
        """The run's own choices as they were at its step, unless others are wanted."""
        description = begun.description
        if description is not None and self.recipe == description.newest:
            self.recipe = self._said
            self._to_come = [c for c in description.changes if c.step > trainer.step]
        trainer.recipe = self.recipe

    def _begin_writing(self, begun: Begun, trainer: Trainer) -> None:
        position, description = trainer.position, begun.description
        try:
            if description is None:
                run = Run.create(self._folder, self._said, begun.loaded, self.facts)
            else:
                run = Run(self._folder, description)
                run.cut_metrics(position)
            place = self._folder / TENSORBOARD
            tensorboard = EventFiles(place, position.next_reported) if self._tensorboard else None
            writer = RunWriter(run, self._lock, begun.loaded, trainer, self.events, tensorboard)
        except OSError as error:
            if description is None:
                remove_begun(self._folder)
            raise RunError(disk.cannot_write(self._folder, error)) from error
        # Without a checkpoint it begins anew, perhaps from a folder that holds another model now.
        writer.snapshots.cut_back(position.step if begun.state is not None else -1)
        writer.snapshots.keep(position.step)
        writer.note(Happening.STARTED if description is None else Happening.RESUMED)
        self._writer, self._held_at = writer, position.step


def _describe(name: str) -> Device:
    return next(device for device in available_devices() if device.name == name)
