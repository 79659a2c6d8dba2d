"""What a page chooses for a training session, as the window's own controls choose it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from bertscope.gui.language import tr
from bertscope.gui.lesson.lesson import Training
from bertscope.recipe import PRESETS, Recipe
from bertscope.task import Task

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

OF_TASK = "start", "head_only", "examples"


def choose(wanted: Training, window: MainWindow) -> str:
    """Set what a page chooses; in a sentence what it can't choose, and empty where it can all."""
    if wanted == Training():
        return ""
    _choose_task(wanted, window)
    training = window.training
    recipe = _with_choices(training.wanted, wanted)
    trouble = ""
    if recipe.preset not in PRESETS:
        trouble = tr(
            "There is no model size “{size}”: take one of {sizes}. The size stays as it was.",
            size=recipe.preset,
            sizes=", ".join(PRESETS),
        )
        recipe = msgspec.structs.replace(recipe, preset=training.wanted.preset)
    training.set_recipe(recipe)
    return trouble


def _choose_task(wanted: Training, window: MainWindow) -> None:
    tasks = window.menus.tasks
    if wanted.task:
        tasks.choose(Task(data=wanted.task, **_of_task(wanted)))
    elif wanted.task is not None:
        tasks.choose_pretraining()


def _with_choices(recipe: Recipe, wanted: Training) -> Recipe:
    names = (name for name in Training.__struct_fields__ if name not in (*OF_TASK, "task"))
    changes = {name: getattr(wanted, name) for name in names}
    changes = {name: value for name, value in changes.items() if value is not None}
    if recipe.task is not None:
        changes["task"] = msgspec.structs.replace(recipe.task, **_of_task(wanted))
    elif "preset" in changes:
        changes["start"] = ""  # A size is that of random weights.
    return msgspec.structs.replace(recipe, **changes)


def _of_task(wanted: Training) -> dict[str, Any]:
    """What is said of how a task is learned."""
    changes = {name: getattr(wanted, name) for name in OF_TASK}
    return {name: value for name, value in changes.items() if value is not None}
