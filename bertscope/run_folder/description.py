"""What a run was made with and what was changed on the way; and what someone has called it."""

import sys
from pathlib import Path
from typing import Any

import msgspec

from bertscope.errors import RunError
from bertscope.recipe import LIVE, Recipe
from bertscope.run_folder.layout import ABOUT, RUN
from bertscope.task import TaskFacts


class Change(msgspec.Struct, frozen=True):
    """Other choices from a step on.

    Attributes
    ----------
    step
        Finished steps when it was made: it holds from the step behind them.
    fields
        The recipe's fields that became others, as JSON writes them.
    """

    step: int
    fields: dict[str, Any]

    @classmethod
    def between(cls, step: int, old: Recipe, new: Recipe) -> "Change":
        """What turns one recipe into the other."""
        before, after = msgspec.to_builtins(old), msgspec.to_builtins(new)
        return cls(step, {name: after[name] for name in after if after[name] != before[name]})

    def applied(self, recipe: Recipe) -> Recipe:
        """The recipe with this change made."""
        return msgspec.convert(msgspec.to_builtins(recipe) | self.fields, Recipe)


class Description(msgspec.Struct, kw_only=True, frozen=True):
    """The content of ``run.json``.

    Attributes
    ----------
    recipe
        What the run was made with.
    changes
        What was changed since, by rising steps.
    bertscope, torch, python
        The versions that it was begun with.
    created
        In UTC, as ISO 8601 writes it.
    parameters
        How many numbers its model has.
    model
        The model's config.
    facts
        Of a task's labelled data; None in pre-training.
    """

    recipe: Recipe
    changes: list[Change] = []
    bertscope: str = ""
    torch: str = ""
    python: str = ""
    created: str = ""
    parameters: int = 0
    model: dict[str, Any] = {}
    facts: TaskFacts | None = None

    @property
    def newest(self) -> Recipe:
        """What holds since the last change."""
        return self.recipe_at(sys.maxsize)

    def recipe_at(self, step: int) -> Recipe:
        """What held for the step behind `step` finished ones.

        What can't change while it trains, such as the device, decides on no number that is drawn:
        of that the newest choice counts wherever it was made.
        """
        fields: dict[str, Any] = {}
        for change in self.changes:
            later = change.step > step
            fields |= {n: v for n, v in change.fields.items() if not (later and n in LIVE)}
        return msgspec.convert(msgspec.to_builtins(self.recipe) | fields, Recipe)


class About(msgspec.Struct, frozen=True):
    """The content of ``about.json``: what someone has called a run, and noted."""

    name: str = ""
    note: str = ""


def read_description(folder: Path) -> Description:
    """What a run is.

    Raises
    ------
    RunError
        If there is no run, or its description is damaged.
    """
    path = folder / RUN
    try:
        description = msgspec.json.decode(path.read_bytes(), type=Description)
        _ = description.newest  # its changes are read only here
    except (OSError, msgspec.MsgspecError) as error:
        raise RunError(f"{path} can't be read: choose the folder of a run.") from error
    return description


def read_recipe(folder: Path) -> Recipe:
    """What holds in a run since its last change.

    Raises
    ------
    RunError
        As `read_description`.
    """
    return read_description(folder).newest


def read_about(folder: Path) -> About:
    """What someone has called a run; what can't be read is empty."""
    try:
        return msgspec.json.decode((folder / ABOUT).read_bytes(), type=About)
    except (OSError, msgspec.MsgspecError):
        return About()


def write_about(folder: Path, about: About) -> None:
    """Call a run otherwise; at every moment the old or the new words are there.

    Raises
    ------
    RunError
        If it can't be written.
    """
    path = folder / ABOUT
    temporary = path.with_name(ABOUT + ".tmp")
    try:
        temporary.write_bytes(msgspec.json.format(msgspec.json.encode(about)) + b"\n")
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise RunError(
            f"{path} can't be written ({reason}): check the disk and the folder's permissions."
        ) from error
