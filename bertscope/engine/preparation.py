"""What comes before the first step: the model or the checkpoint, the corpus, its pairs."""

from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path

import torch

from bertscope.engine.background import Progress, beside
from bertscope.engine.corpora import read_corpus
from bertscope.engine.devices import keep_freed_memory
from bertscope.engine.distributed import Ranks
from bertscope.engine.folder import LoadedModel
from bertscope.engine.optimizers import warm_up
from bertscope.engine.reports import TrainerState
from bertscope.engine.run import Run
from bertscope.engine.run_lock import RunLock
from bertscope.engine.run_place import require_free
from bertscope.engine.sources import EpochRows, begin_model, held_out_rows
from bertscope.engine.trainer import Trainer
from bertscope.recipe import LIVE, Recipe, with_choices
from bertscope.run_folder import Description
from bertscope.text.pairs import make_decoy_pairs


@dataclass(frozen=True, eq=False)
class Begun:
    """What a session goes on from.

    Attributes
    ----------
    state
        None where nothing was trained yet.
    description
        The run's own; None of a new one.
    notes
        What the user should know, a sentence each.
    """

    loaded: LoadedModel
    state: TrainerState | None = None
    description: Description | None = None
    notes: list[str] = field(default_factory=list)

    @property
    def recipe_then(self) -> Recipe | None:
        """What held in the run where it goes on; None of a new one."""
        step = self.state.position.step if self.state else 0
        return self.description.recipe_at(step) if self.description else None


@dataclass(frozen=True, eq=False)
class Ready:
    """All that training needs.

    Attributes
    ----------
    random_share
        The share of the first epoch's pairs whose B is random.
    notes
        What the user should know of the corpus, a sentence each.
    """

    trainer: Trainer
    random_share: float
    notes: list[str]


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
    description = None
    if resume:
        run = Run.open(folder)
        found = yield from beside("Reading the checkpoint", lambda _: run.load_checkpoint())
        description = run.description
        if found is not None:
            loaded, state, passed_over = found
            return Begun(loaded, state, description, passed_over)
    else:
        require_free(folder)
    # A run without a checkpoint begins anew: the recipe gives the same weights again.
    loaded = yield from beside("Building the model", lambda _: begin_model(recipe))
    new = ", ".join(loaded.new_heads)
    notes = [f"New, with random weights: {new}."] if new else []
    return Begun(loaded, description=description, notes=notes)


def make_trainer(
    begun: Begun, recipe: Recipe, device: torch.device, ranks: Ranks, *, interactive: bool
) -> Generator[Progress, None, Ready]:
    """Read the corpus, make pairs, and a trainer that stands where the run does.

    Raises
    ------
    BertscopeError
        If the corpus can't be used.
    """
    pieces = yield from read_corpus(recipe, begun.loaded.tokenizer, ranks)
    rows = EpochRows(pieces.train, recipe)
    epoch = begun.state.position.epoch if begun.state else 0
    first = yield from beside("Making pairs", lambda _: rows(epoch))
    held_out = yield from beside(
        "Making held-out pairs", lambda _: held_out_rows(pieces.held_out, recipe)
    )
    decoys = make_decoy_pairs(pieces.held_out, max_length=recipe.max_length, seed=recipe.seed)
    yield from beside("Getting ready to train", lambda _: warm_up())
    keep_freed_memory()
    if begun.description is not None:
        # Held-out pairs are masked by what the run was made with, so that their curve stays one.
        recipe = with_choices(recipe, begun.description.recipe, LIVE)
    trainer = Trainer(
        begun.loaded.model,
        rows,
        held_out,
        recipe,
        device,
        ranks,
        decoys=decoys,
        interactive=interactive,
    )
    if begun.state is not None:
        trainer.load_state(begun.state)
    return Ready(trainer, first.random_share, list(pieces.notes))
