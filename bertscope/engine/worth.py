"""What pre-training is worth: the same task learned from pre-trained and from random weights."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import msgspec

from bertscope.engine.background import Progress, beside
from bertscope.engine.devices import choose_device
from bertscope.engine.folder import LoadedModel
from bertscope.engine.judging import Judge
from bertscope.engine.labelled import Labelled
from bertscope.engine.optimizers import warm_up
from bertscope.engine.recipe_rules import check_recipe
from bertscope.engine.reports import Position
from bertscope.engine.sources import begin_with_head, open_start
from bertscope.engine.tasks import held_out_judge, read_task, training_rows
from bertscope.engine.trainer import Trainer
from bertscope.errors import NotFiniteError, RunError
from bertscope.recipe import Recipe
from bertscope.task import Start
from bertscope.text.tasks.defaults import steps_for
from bertscope.text.tasks.examples import TaskData
from bertscope.text.tasks.rows import TaskRows

MOST_STEPS = 100
"""Of each training: after them the gap is plain, and further ones narrow it a little."""


@dataclass(frozen=True)
class Trained:
    """One training: how it began, on how many examples, by which seed, and the score it reached.

    `score` is the task's first metric, after so many `steps`, on examples that are not trained on,
    the same for all.
    """

    start: Start
    size: int
    seed: int
    steps: int
    score: float


Event = Progress | Trained | None


@dataclass(frozen=True, eq=False)
class _Study:
    """What all trainings share."""

    data: TaskData
    loaded: LoadedModel
    judge: Judge


def measure_worth(recipe: Recipe, sizes: Sequence[int], seeds: int) -> Iterator[Event]:
    """Train in memory for each seed, number of examples and start.

    Trainings of the same seed and size differ in the encoder's first weights alone: examples,
    batches and the head are the same. They are short: `MOST_STEPS` at the most, and fewer on few
    examples, see `bertscope.text.tasks.defaults.steps_for`.

    Parameters
    ----------
    recipe
        With a task, whose `examples` and `start` are set by each training.
    seeds
        So many, from the recipe's own on.

    Yields
    ------
    Progress, None
        Between portions of the work.
    Trained
        After each training.

    Raises
    ------
    BertscopeError
        If the model, the data or a number can't be used.
    """
    if check_recipe(recipe).task is None or not sizes or min(sizes) < 1 or seeds < 1:
        raise RunError("Choose a task, and at least one number of examples and one seed.")
    study = yield from _prepare(recipe, max(sizes))
    for seed, size in product(range(seeds), sizes):
        once = _of_size(msgspec.structs.replace(recipe, seed=recipe.seed + seed), size)
        rows = yield from _cut(once, study)
        for start in Start:
            score = yield from _train(_of_task(once, start=start), study, rows)
            yield Trained(start, size, once.seed, once.steps, score)


def _prepare(recipe: Recipe, most: int) -> Generator[Progress, None, _Study]:
    task = recipe.task
    assert task is not None
    data = yield from read_task(task, recipe.seed)
    if most > len(data.train):
        raise RunError(
            f"There are {len(data.train):,} examples to train on, and {most:,} were asked for: "
            "ask for fewer."
        )
    loaded = yield from beside("Reading the model", lambda _: open_start(recipe, data))
    yield from beside("Getting ready to train", lambda _: warm_up())
    judge = yield from beside(
        "Cutting the held-out part", lambda _: held_out_judge(recipe, data, loaded.tokenizer)
    )
    return _Study(data, loaded, judge)


def _of_size(recipe: Recipe, size: int) -> Recipe:
    """The recipe for so many examples; what is held out is measured after the last step alone."""
    recipe = _of_task(recipe, examples=size)
    assert recipe.task is not None
    steps = min(recipe.steps, steps_for(recipe.task), MOST_STEPS)
    return msgspec.structs.replace(
        recipe,
        steps=steps,
        warmup_steps=min(recipe.warmup_steps, max(1, steps // 10)),
        evaluate_every=steps,
    )


def _of_task(recipe: Recipe, **changes: int | Start) -> Recipe:
    task = recipe.task
    assert task is not None
    return msgspec.structs.replace(recipe, task=msgspec.structs.replace(task, **changes))


def _cut(recipe: Recipe, study: _Study) -> Generator[Progress, None, TaskRows]:
    return (
        yield from beside(
            "Cutting into pieces",
            lambda _: training_rows(recipe, study.data, study.loaded.tokenizer),
        )
    )


def _train(
    recipe: Recipe, study: _Study, rows: TaskRows
) -> Generator[Progress | None, None, float]:
    """The score after the last step."""
    begun = yield from beside(
        "Building the model", lambda _: begin_with_head(study.loaded, recipe, study.data)
    )
    subject = Labelled(rows, study.judge)
    trainer = Trainer(begun.model, subject, recipe, choose_device(recipe.device))
    # Nobody asks how it answers before its first step.
    trainer.position = Position(unreported=None)
    score = None
    try:
        for metrics in trainer.advance():
            if metrics is not None and metrics.held_out is not None:
                score = metrics.held_out.score
            yield None
    except NotFiniteError as error:
        raise RunError(
            "The loss of a training was no longer a finite number: measure again with a lower "
            "learning rate."
        ) from error
    assert score is not None
    return score
