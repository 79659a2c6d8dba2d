"""Pre-training from a recipe into a run folder: what the command line and the engine drive."""

import time
from collections.abc import Generator, Iterator
from enum import StrEnum
from pathlib import Path

import msgspec

from bertscope.engine.background import Progress, beside
from bertscope.engine.config import BertConfig
from bertscope.engine.corpora import read_corpus
from bertscope.engine.devices import Device, available_devices, keep_freed_memory
from bertscope.engine.distributed import Ranks
from bertscope.engine.folder import LoadedModel
from bertscope.engine.model import BertForPreTraining
from bertscope.engine.optimizers import warm_up
from bertscope.engine.recipe_rules import check_recipe, require_same
from bertscope.engine.run import Run, require_free
from bertscope.engine.sources import EpochRows, begin_model
from bertscope.engine.tensorboard import EventFiles, require_tensorboard
from bertscope.engine.trainer import Position, StepMetrics, Trainer, TrainerState
from bertscope.recipe import Recipe
from bertscope.run_folder import TENSORBOARD
from bertscope.text.pairs import make_decoy_pairs, make_pairs
from bertscope.text.tokenizer import WordPieceTokenizer

__all__ = ["Pretraining", "Progress", "State"]


class State(StrEnum):
    """What a session is doing."""

    PREPARING = "preparing"
    TRAINING = "training"
    FINISHED = "finished"
    CLOSED = "closed"


class Pretraining:
    """One training session.

    Parameters
    ----------
    recipe
        All choices. A resumed run may change its steps, batch sizes, device, learning rates, clip
        and how often it measures and saves; None leaves the run's own recipe.
    folder
        Of the run.
    resume
        Whether to go on with the run that is there.
    tensorboard
        Whether to write TensorBoard's files too.
    ranks
        The processes that train together; None where this one is alone. The first alone looks at
        the run's folder, and all must be given its recipe.
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
    notes
        What the user should know, a sentence each.
    random_share
        The share of the first epoch's pairs whose B is random, 0 until they are made.

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
        self._interactive = interactive
        self._ranks = ranks or Ranks()
        self._run: Run | None = None
        if self._ranks.first:
            recipe = self._look_at_folder(recipe, resume)
        if tensorboard:
            require_tensorboard()
        self._tensorboard = tensorboard
        self._events: EventFiles | None = None
        self.recipe = check_recipe(recipe or Recipe())
        self._torch_device = self._ranks.device(self.recipe.device)
        self.device = _describe(str(self._torch_device))
        self.loaded: LoadedModel | None = None
        self.notes: list[str] = []
        self.random_share = 0.0
        self._trainer: Trainer | None = None
        self._closed = False

    def _look_at_folder(self, recipe: Recipe | None, resume: bool) -> Recipe | None:
        if not resume:
            require_free(self._folder)
            return recipe
        self._run = Run.open(self._folder)
        return require_same(self._run.recipe, recipe or self._run.recipe)

    @property
    def model(self) -> BertForPreTraining | None:
        return self.loaded.model if self.loaded else None

    @property
    def config(self) -> BertConfig | None:
        return self.loaded.config if self.loaded else None

    @property
    def tokenizer(self) -> WordPieceTokenizer | None:
        return self.loaded.tokenizer if self.loaded else None

    @property
    def new_heads(self) -> tuple[str, ...]:
        return self.loaded.new_heads if self.loaded else ()

    @property
    def step(self) -> int:
        """Finished optimizer steps."""
        return self._trainer.step if self._trainer else 0

    @property
    def finished(self) -> bool:
        trainer = self._trainer
        return (
            trainer is not None
            and trainer.step >= self.recipe.steps
            and trainer.position.unreported is None
        )

    @property
    def state(self) -> State:
        if self._closed:
            return State.CLOSED
        if self._trainer is None:
            return State.PREPARING
        return State.FINISHED if self.finished else State.TRAINING

    def stop_at(self, steps: int) -> None:
        """Move the last step; not before the present one."""
        self.recipe = msgspec.structs.replace(self.recipe, steps=max(steps, self.step, 1))
        if self._trainer is not None:
            self._trainer.recipe = self.recipe
        if self._run is not None:
            self._run.set_recipe(self.recipe)

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
        BertscopeError
            What went wrong, in a sentence. What was saved before is still there.
        """
        trainer = self._trainer
        if trainer is None:
            with self._ranks.together():
                trainer = yield from self._prepare()
            # The model can be looked at now, and nothing has been trained yet.
            yield Progress("Ready", 1.0)
        saved_at = time.monotonic()
        for event in trainer.advance():
            if event is not None and self._run is not None:
                self._run.append(event)
                if self._events is not None:
                    self._events.append(event)
            yield event
            if time.monotonic() - saved_at >= self.recipe.checkpoint_seconds:
                self.save_checkpoint()
                saved_at = time.monotonic()

    def save_checkpoint(self) -> None:
        """Write a checkpoint of the last whole step.

        Raises
        ------
        RunError
            If it can't be written; the earlier ones are still there.
        """
        if self.loaded and self._run and self._trainer:
            self._run.save_checkpoint(self.loaded, self._trainer.state())
        if self._events is not None:
            self._events.flush()

    def close(self) -> None:
        """Write a last checkpoint and ``model/``; a session still preparing leaves no trace.

        Raises
        ------
        RunError
            If they can't be written.
        """
        if self._closed:
            return
        self.save_checkpoint()
        if self.loaded and self._run and self._trainer:
            self._run.save_model(self.loaded)
        if self._events is not None:
            self._events.close()
        self._closed = True

    def _prepare(self) -> Generator[Progress, None, Trainer]:
        self.notes = []
        loaded, state = yield from self._ranks.from_first(self._build())
        self.loaded = loaded
        recipe = self.recipe
        pieces = yield from read_corpus(recipe, loaded.tokenizer, self._ranks)
        self.notes += pieces.notes
        rows = EpochRows(pieces.train, recipe)
        epoch = state.position.epoch if state else 0
        first = yield from beside("Making pairs", lambda _: rows(epoch))
        self.random_share = first.random_share
        held_out_rows = yield from beside(
            "Making held-out pairs",
            lambda _: make_pairs(
                pieces.held_out,
                max_length=recipe.max_length,
                seed=recipe.seed,
                epoch=0,
                short=recipe.short_pairs,
                decoys=recipe.decoys,
            ),
        )
        decoy_rows = make_decoy_pairs(
            pieces.held_out, max_length=recipe.max_length, seed=recipe.seed
        )
        yield from beside("Getting ready to train", lambda _: warm_up())
        keep_freed_memory()
        trainer = Trainer(
            loaded.model,
            rows,
            held_out_rows,
            recipe,
            self._torch_device,
            self._ranks,
            decoys=decoy_rows,
            interactive=self._interactive,
        )
        if state is not None:
            trainer.load_state(state)
        if self._ranks.first:
            self._begin_writing(loaded, trainer.position)
        self._trainer = trainer
        return trainer

    def _begin_writing(self, loaded: LoadedModel, position: Position) -> None:
        if self._run is None:
            self._run = Run.create(self._folder, self.recipe, loaded)
        else:
            self._run.set_recipe(self.recipe)
            self._run.cut_metrics(position)
        if self._tensorboard:
            self._events = EventFiles(self._folder / TENSORBOARD, position.next_reported)

    def _build(self) -> Generator[Progress, None, tuple[LoadedModel, TrainerState | None]]:
        """The model, and where training stands if it has begun."""
        run = self._run
        found = None
        if run is not None:
            found = yield from beside("Reading the checkpoint", lambda _: run.load_checkpoint())
        if found is not None:
            loaded, state, passed_over = found
            self.notes += passed_over
            return loaded, state
        # A run without a checkpoint begins anew: the recipe gives the same weights again.
        loaded = yield from beside("Building the model", lambda _: begin_model(self.recipe))
        if loaded.new_heads:
            self.notes.append(f"New, with random weights: {', '.join(loaded.new_heads)}.")
        return loaded, None


def _describe(name: str) -> Device:
    return next(device for device in available_devices() if device.name == name)
