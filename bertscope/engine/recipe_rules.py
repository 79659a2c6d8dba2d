"""Which recipes make a training, and which one a run may go on with."""

import msgspec

from bertscope.errors import RunError
from bertscope.recipe import Recipe
from bertscope.text.corpus import FEWEST_A_SIDE

_MAY_CHANGE = (
    "steps",
    "batch_size",
    "micro_batch",
    "device",
    "precision",
    "learning_rate",
    "matrix_learning_rate",
    "clip",
    "evaluate_every",
    "checkpoint_seconds",
)
FEWEST_STORIES = 2 * FEWEST_A_SIDE
_AT_LEAST_ONE = ("steps", "batch_size", "evaluate_every", "held_out_pairs")
_NOT_NEGATIVE = ("micro_batch", "warmup_steps", "seed", "weight_decay", "checkpoint_seconds")
_ABOVE_ZERO = ("learning_rate", "matrix_learning_rate", "clip")
_SHARES = ("decoys", "short_pairs")


def check_recipe(recipe: Recipe) -> Recipe:
    """Itself.

    Raises
    ------
    RunError
        If a number makes no training.
    TextError
        If the masking rule can't be.
    """
    for names, lowest, words in (
        (_AT_LEAST_ONE, 1, "1 or more"),
        (_NOT_NEGATIVE, 0, "0 or more"),
        (("stories",), FEWEST_STORIES, f"{FEWEST_STORIES} or more"),
    ):
        for name in names:
            if not getattr(recipe, name) >= lowest:
                raise RunError(f"{name} is {getattr(recipe, name)}: set it to {words}.")
    for name in _ABOVE_ZERO:
        if not getattr(recipe, name) > 0:
            raise RunError(f"{name} is {getattr(recipe, name)}: set it above 0.")
    for name in _SHARES:
        if not 0 <= getattr(recipe, name) <= 1:
            raise RunError(f"{name} is {getattr(recipe, name)}: set it between 0 and 1.")
    if not recipe.mask.check().rate > 0:
        raise RunError("The masking rule chooses nothing to predict: set its rate above 0.")
    return recipe


def require_same(old: Recipe, new: Recipe) -> Recipe:
    """The new recipe.

    Raises
    ------
    RunError
        If it changes what decides on a run's data, weights or optimizer.
    """
    changes = {name: getattr(new, name) for name in _MAY_CHANGE}
    if msgspec.structs.replace(old, **changes) != new:
        names = [n for n in new.__struct_fields__ if getattr(old, n) != getattr(new, n)]
        fixed = ", ".join(name for name in names if name not in _MAY_CHANGE)
        raise RunError(f"A run can't change its {fixed}: begin a new run for that.")
    return new
