"""Which recipes make a training, which one a run may go on with, and how a change is said."""

from collections.abc import Callable, Iterator
from math import isfinite

import msgspec
import numpy as np

from bertscope.errors import RunError
from bertscope.recipe import LIVE, MOVABLE, Recipe, with_choices
from bertscope.task import Task
from bertscope.text.corpus import FEWEST_A_SIDE
from bertscope.text.masking import MaskRule

FEWEST_STORIES = 2 * FEWEST_A_SIDE
_AT_LEAST_ONE = ("steps", "batch_size", "evaluate_every", "held_out_pairs")
_NOT_NEGATIVE = (
    "micro_batch",
    "warmup_steps",
    "seed",
    "weight_decay",
    "checkpoint_seconds",
    "mlm_weight",
    "nsp_weight",
    "snapshot_bytes",
)
_ABOVE_ZERO = ("learning_rate", "matrix_learning_rate", "clip")
_SHARES = ("decoys", "short_pairs")
_BEYOND = 1 << 63
"""Whole numbers from here on can't be sent; and JSON has no word for what is not finite."""


def check_recipe(recipe: Recipe) -> Recipe:
    """Itself.

    Raises
    ------
    RunError
        If a number makes no training.
    TextError
        If the masking rule can't be.
    """
    _check_that_all_can_be_written(recipe)
    for names, lowest in (
        (_AT_LEAST_ONE, 1),
        (_NOT_NEGATIVE, 0),
        (("stories",), FEWEST_STORIES),
    ):
        for name in names:
            if not getattr(recipe, name) >= lowest:
                raise RunError(f"{name} is {getattr(recipe, name)}: set it to {lowest} or more.")
    for name in _ABOVE_ZERO:
        if not getattr(recipe, name) > 0:
            raise RunError(f"{name} is {getattr(recipe, name)}: set it above 0.")
    for name in _SHARES:
        if not 0 <= getattr(recipe, name) <= 1:
            raise RunError(f"{name} is {getattr(recipe, name)}: set it between 0 and 1.")
    if recipe.task is None:
        _check_pretraining(recipe)
    else:
        _check_task(recipe.task)
    return recipe


def _check_pretraining(recipe: Recipe) -> None:
    if not recipe.mlm_weight + recipe.nsp_weight > 0:
        raise RunError("Both losses have weight 0: set mlm_weight or nsp_weight above 0.")
    if not recipe.mask.check().rate > 0:
        raise RunError("The masking rule chooses nothing to predict: set its rate above 0.")


def _check_task(task: Task) -> None:
    for name, lowest in (("examples", 0), ("stride", 1), ("longest_answer", 1)):
        if not lowest <= getattr(task, name) < _BEYOND:
            raise RunError(f"{name} is {getattr(task, name)}: set it to {lowest} or more.")
    if not isfinite(task.null_threshold):
        raise RunError(f"null_threshold is {task.null_threshold}: set it to a finite number.")


def _check_that_all_can_be_written(recipe: Recipe) -> None:
    for name, value in msgspec.structs.asdict(recipe).items():
        if isinstance(value, float) and not isfinite(value):
            raise RunError(f"{name} is {value}: set it to a finite number.")
        if isinstance(value, int) and value >= _BEYOND:
            raise RunError(f"{name} is {value}: set it to a number below {_BEYOND:.0e}.")


def require_live(old: Recipe, new: Recipe) -> Recipe:
    """The new recipe, for a run that goes on with it from its next step.

    Raises
    ------
    RunError
        If it changes what is not `LIVE`, such as a run's data, model or optimizer.
    """
    if fixed := _fixed(LIVE, old, new):
        raise RunError(f"A run that goes on can't change its {fixed}: reset it for that.")
    return new


def require_same(old: Recipe, new: Recipe) -> Recipe:
    """The new recipe, for a run that is taken up again: here or elsewhere, with live changes.

    Raises
    ------
    RunError
        If it changes what is neither `LIVE` nor `MOVABLE`.
    """
    if fixed := _fixed((*LIVE, *MOVABLE), old, new):
        raise RunError(f"A run can't change its {fixed}: begin a new run for that.")
    return new


def _fixed(free: tuple[str, ...], old: Recipe, new: Recipe) -> str:
    """The names of what differs but in the `free` choices."""
    return ", ".join(map(_name, _differing(old, with_choices(new, old, free))))


def describe_change(old: Recipe, new: Recipe) -> str:
    """What differs in words, such as "learning rate 0.003 → 0.001, masks 15 % → 40 %"."""
    return ", ".join(_changes(old, new))


def _changes(old: Recipe, new: Recipe) -> Iterator[str]:
    for name in _differing(old, new):
        if name == "mask":
            yield from _mask_changes(old.mask, new.mask)
        elif name == "compiled":
            yield "layers compiled" if new.compiled else "layers no longer compiled"
        else:
            said = _UNITS.get(name, _plain)
            words = _CHANGES.get(name, f"{_name(name)} {{}} → {{}}")
            yield words.format(said(getattr(old, name)), said(getattr(new, name)))


def _mask_changes(old: MaskRule, new: MaskRule) -> Iterator[str]:
    if old.rate != new.rate:
        yield f"masks {_percent(old.rate)} → {_percent(new.rate)}"
    if old.unit != new.unit:
        yield f"masks by {old.unit} → {new.unit}"
    shares = [[rule.mask, rule.random, rule.keep] for rule in (old, new)]
    if shares[0] != shares[1]:
        before, after = (" / ".join(f"{100 * x:.3g}" for x in three) for three in shares)
        yield f"[MASK] / random / kept {before} → {after} %"


def _differing(old: Recipe, new: Recipe) -> list[str]:
    return [n for n in old.__struct_fields__ if getattr(old, n) != getattr(new, n)]


def _name(field: str) -> str:
    return field.replace("_", " ")


def _plain(value: object) -> str:
    # Rates such as 3e-05 without an exponent.
    return np.format_float_positional(value, trim="-") if isinstance(value, float) else f"{value}"


def _percent(share: float) -> str:
    return f"{100 * share:.3g} %"


def _seconds(seconds: float) -> str:
    return f"{seconds:g} s"


def _megabytes(size: float) -> str:
    return f"{size / 2**20:.4g} MB"


_CHANGES = {
    "steps": "steps {} → {}",
    "batch_size": "batch size {} → {}",
    "learning_rate": "learning rate {} → {}",
    "matrix_learning_rate": "matrix learning rate {} → {}",
    "mlm_weight": "weight of the masked LM loss {} → {}",
    "nsp_weight": "weight of the next sentence loss {} → {}",
    "clip": "clipping {} → {}",
    "evaluate_every": "steps between held-out measurements {} → {}",
    "checkpoint_seconds": "time between checkpoints {} → {}",
    "snapshot_bytes": "room for snapshots {} → {}",
    "micro_batch": "micro batch {} → {}",
    "device": "device {} → {}",
    "precision": "precision {} → {}",
}
"""What is said of each choice that a run may change, whole."""
_UNITS: dict[str, Callable[[float], str]] = {
    "checkpoint_seconds": _seconds,
    "snapshot_bytes": _megabytes,
}
