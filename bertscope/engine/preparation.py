"""What comes before the first step: the model or the checkpoint, and what it is trained on."""

from collections.abc import Generator
from dataclasses import dataclass, field, replace
from pathlib import Path

import torch

from bertscope.engine.background import Progress, beside
from bertscope.engine.compiled import is_compiling, wait_for_compiler
from bertscope.engine.corpora import read_corpus
from bertscope.engine.devices import keep_freed_memory
from bertscope.engine.distributed import Ranks
from bertscope.engine.folder import LoadedModel
from bertscope.engine.masked_pairs import MaskedPairs
from bertscope.engine.optimizers import warm_up
from bertscope.engine.reports import TrainerState
from bertscope.engine.run import Run
from bertscope.engine.run_lock import RunLock
from bertscope.engine.run_place import require_free
from bertscope.engine.sources import (
    EpochRows,
    begin_model,
    begin_task_run,
    freeze,
    held_out_rows,
)
from bertscope.engine.subject import Subject
from bertscope.engine.tasks import facts_of, make_subject, read_task
from bertscope.engine.trainer import Trainer
from bertscope.recipe import LIVE, Recipe, with_choices
from bertscope.run_folder import Description
from bertscope.task import TaskFacts
from bertscope.text.pairs import make_decoy_pairs
from bertscope.text.tasks.examples import TaskData


@dataclass(frozen=True, eq=False)
class Studied:
    """What is trained on, and what is known of it.

    Attributes
    ----------
    random_share
        The share of the first epoch's pairs whose B is random; 0 of a task.
    facts
        Of the labelled data; None in pre-training.
    notes
        What the user should know, a sentence each.
    """

    subject: Subject
    random_share: float = 0.0
    facts: TaskFacts | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Begun:
    """What a session goes on from.

    Attributes
    ----------
    task
        What a task trains on; None in pre-training. It is cut already: to tell other processes of
        360,000 pairs takes seconds as examples, and a twentieth of one as rows.
    state
        None where nothing was trained yet.
    description
        The run's own; None of a new one.
    notes
        What the user should know, a sentence each.
    """

    loaded: LoadedModel
    task: Studied | None = None
    state: TrainerState | None = None
    description: Description | None = None
    notes: list[str] = field(default_factory=list)

    @property
    def recipe_then(self) -> Recipe | None:
        """What held in the run where it goes on; None of a new one."""
        step = self.state.position.step if self.state else 0
        return self.description.recipe_at(step) if self.description else None


def begin(
    recipe: Recipe, folder: Path, lock: RunLock, *, resume: bool
) -> Generator[Progress, None, Begun]:
    """Take the run's lock, and build the model or read the newest checkpoint.

    Raises
    ------
    BertscopeError
        If the run is busy, or the folder or what the recipe begins with can't be used.
    """
    lock.take()
    data = None if recipe.task is None else (yield from read_task(recipe.task, recipe.seed))
    description = None
    if resume:
        run = Run.open(folder)
        description = run.description
        found = yield from beside("Reading the checkpoint", lambda _: run.load_checkpoint())
        if found is not None:
            loaded, state, passed_over = found
            freeze(loaded, recipe)
            task = yield from _study(data, loaded, recipe)
            return Begun(loaded, task, state, description, passed_over)
    else:
        require_free(folder)
    # A run without a checkpoint begins anew: the recipe gives the same weights again.
    loaded = yield from beside("Building the model", lambda _: _begin_model(recipe, data))
    task = yield from _study(data, loaded, recipe)
    new = ", ".join(loaded.new_heads)
    notes = [f"New, with random weights: {new}."] if new else []
    return Begun(loaded, task, description=description, notes=notes)


def _begin_model(recipe: Recipe, data: TaskData | None) -> LoadedModel:
    return begin_model(recipe) if data is None else begin_task_run(recipe, data)


def _study(
    data: TaskData | None, loaded: LoadedModel, recipe: Recipe
) -> Generator[Progress, None, Studied | None]:
    """What a task trains on; None where there is no task."""
    if data is None:
        return None
    subject = yield from make_subject(recipe, data, loaded)
    facts = yield from beside("Reckoning the baselines", lambda _: facts_of(data))
    return Studied(subject, facts=facts, notes=(*data.notes, *data.problems))


def make_trainer(
    begun: Begun, recipe: Recipe, device: torch.device, ranks: Ranks, *, interactive: bool
) -> Generator[Progress, None, tuple[Trainer, Studied]]:
    """Read what is trained on, and make a trainer that stands where the run does.

    Raises
    ------
    BertscopeError
        If the corpus can't be used.
    """
    studied = begun.task or (yield from _read_pairs(begun, recipe, ranks))
    yield from beside("Getting ready to train", lambda _: warm_up())
    keep_freed_memory()
    if is_compiling():
        yield from beside("Waiting for the compiler", lambda _: wait_for_compiler())
    if begun.description is not None:
        # Held-out pairs are masked by what the run was made with, so that their curve stays one.
        recipe = with_choices(recipe, begun.description.recipe, LIVE)
    trainer = Trainer(
        begun.loaded.model, studied.subject, recipe, device, ranks, interactive=interactive
    )
    if begun.state is not None:
        trainer.load_state(begun.state)
    if recipe.compiled:
        notes = yield from beside("Compiling the layers", lambda _: _compile(trainer))
        studied = replace(studied, notes=(*studied.notes, *notes))
    return trainer, studied


def _compile(trainer: Trainer) -> list[str]:
    """What to tell the user where that can't be."""
    try:
        trainer.compile()
    except Exception as error:
        # The compiler names many kinds of what goes wrong, which have no class in common.
        reason = _innermost(error)
        return [
            f"The layers can't be compiled here ({reason}), so training goes on without: install "
            "a C++ compiler and, for a GPU, Triton, or choose --no-compile on the command line."
        ]
    return []


def _innermost(error: BaseException) -> str:
    """The first line of what PyTorch's compiler wraps into another error, or the error's kind."""
    while inner := getattr(error, "inner_exception", None):
        error = inner
    return str(error).strip().split("\n")[0].rstrip(".") or type(error).__name__


def _read_pairs(begun: Begun, recipe: Recipe, ranks: Ranks) -> Generator[Progress, None, Studied]:
    pieces = yield from read_corpus(recipe, begun.loaded.tokenizer, ranks)
    rows = EpochRows(pieces.train, recipe)
    epoch = begun.state.position.epoch if begun.state else 0
    first = yield from beside("Making pairs", lambda _: rows(epoch))
    held_out = yield from beside(
        "Making held-out pairs", lambda _: held_out_rows(pieces.held_out, recipe)
    )
    decoys = make_decoy_pairs(pieces.held_out, max_length=recipe.max_length, seed=recipe.seed)
    subject = MaskedPairs(rows, held_out, recipe.seed, decoys)
    return Studied(subject, first.random_share, notes=pieces.notes)
