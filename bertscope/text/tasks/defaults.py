"""How to fine-tune, where nothing is said about it."""

import json
import math
from pathlib import Path
from typing import NamedTuple

from bertscope import places
from bertscope.errors import BertscopeError
from bertscope.recipe import Optimizer, Recipe
from bertscope.task import BUILT_IN_TASKS, Kind, Task
from bertscope.text.tasks import squad
from bertscope.text.tasks.parts import find_parts
from bertscope.text.tasks.tables import suffix_of

_BATCH = 16
_STEPS = 8
"""Times the root of the number of examples: few are soon known by heart."""
_FEWEST_STEPS, _MOST_STEPS = 40, 300
"""Of data that ships: random weights learn little more behind the last one."""
_STEPS_OF_FILES = 600
"""Where it isn't known how many examples there are."""
_WIDEST_SMALL = 256
_SMALL_RATE, _SMALL_MATRIX_RATE = 5e-4, 5e-3
_BASE_RATE, _MIDDLE_RATE = 5e-5, 2e-4
"""Of BERT base (Devlin et al. 2019, A.3), and of the sizes between it and the small ones."""
_LONGEST, _LONGEST_PASSAGE = 128, 384
_LOOKS = 10
"""How often the dev part is measured."""
_HELD_OUT = 1_000


class _Shape(NamedTuple):
    """What matters of a model; BERT base's where it isn't known."""

    width: int = 768
    positions: int = 512


def fine_tuning(task: Task, start: str, *, seed: int = 0) -> Recipe:
    """Good choices for a task and a model.

    They are the same for pre-trained and for random weights, so that the two can be compared. Small
    models learn by Muon and at higher rates than BERT base, whose rate is that of its authors.

    Parameters
    ----------
    start
        Folder of the model, or the name of one that ships; it is looked at where it is there.
    """
    shape = _shape_of(start)
    steps = steps_for(task)
    small = shape.width <= _WIDEST_SMALL
    return Recipe(
        task=task,
        start=start,
        steps=steps,
        batch_size=_BATCH,
        max_length=min(_LONGEST_PASSAGE if _asks(task) else _LONGEST, shape.positions),
        optimizer=Optimizer.MUON if small else Optimizer.ADAMW,
        learning_rate=_learning_rate(shape.width),
        matrix_learning_rate=_SMALL_MATRIX_RATE,
        warmup_steps=max(1, steps // 10),
        evaluate_every=max(1, steps // _LOOKS),
        held_out_pairs=_HELD_OUT,
        seed=seed,
    )


def steps_for(task: Task) -> int:
    """Optimizer steps in which a model has learned what so many examples can teach."""
    if not task.examples:
        return _MOST_STEPS if task.data in BUILT_IN_TASKS else _STEPS_OF_FILES
    return max(_FEWEST_STEPS, min(_MOST_STEPS, round(_STEPS * math.sqrt(max(0, task.examples)))))


def _asks(task: Task) -> bool:
    """Whether it is question answering, as far as the names of its files tell."""
    if task.kind is not None:
        return task.kind is Kind.QA
    if suffix_of(Path(task.data)) == squad.SUFFIX:
        return True  # Also where it lies on another machine.
    try:
        return suffix_of(find_parts(task).train) == squad.SUFFIX
    except BertscopeError:
        return False  # Whoever opens the data says what is wrong with it.


def _learning_rate(width: int) -> float:
    if width <= _WIDEST_SMALL:
        return _SMALL_RATE
    return _BASE_RATE if width >= _Shape().width else _MIDDLE_RATE


def _shape_of(start: str) -> _Shape:
    try:
        config = json.loads((places.located(start) / "config.json").read_text("utf-8"))
        return _Shape(int(config["hidden_size"]), int(config["max_position_embeddings"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return _Shape()  # Whoever opens the model says what is wrong with it.
