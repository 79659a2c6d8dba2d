"""Where a new run may begin: a folder of the user's choice that is free, or a new one."""

import shutil
from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path

from bertscope.engine import disk
from bertscope.errors import RunError
from bertscope.places import runs_folder
from bertscope.recipe import Recipe
from bertscope.run_folder import LOCK, RUN, SNAPSHOTS, TENSORBOARD, undated

LONGEST_NAME = 28
"""Characters of a model's or a corpus's name in that of a new folder: a name of 255 bytes at the
most holds two of them in any script."""


def require_free(folder: Path) -> None:
    """Look whether a run may begin in a folder.

    Raises
    ------
    RunError
        If it holds a run, or anything else.
    """
    with disk.writing(folder):
        if (folder / RUN).exists():
            raise RunError(f"{folder} holds a run already: go on with it or choose another folder.")
        if folder.exists() and not folder.is_dir():
            raise RunError(f"{folder} is a file: choose a folder for the run.")
        if folder.exists() and any(path.name != LOCK for path in folder.iterdir()):
            raise RunError(f"{folder} is not empty: choose a new folder for the run.")


def remove_begun(folder: Path) -> None:
    """Remove what lies in the folder of a run that could not be begun."""
    with suppress(OSError):
        (folder / RUN).unlink()
    for name in (SNAPSHOTS, TENSORBOARD):
        shutil.rmtree(folder / name, ignore_errors=True)


def new_run_folder(recipe: Recipe) -> Path:
    """A new folder among the runs, named by the time, the model and the data.

    Raises
    ------
    RunError
        If it can't be made.
    """
    source = recipe.corpus if recipe.task is None else recipe.task.data
    corpus = Path(source).stem or "corpus"
    what = undated(Path(recipe.start).name.removeprefix("@")) if recipe.start else recipe.preset
    name = f"{datetime.now():%Y-%m-%d-%H%M%S} {_short(what)} {_short(corpus)}"
    for number in count(1):
        folder = runs_folder() / (name if number == 1 else f"{name} {number}")
        with disk.writing(folder), suppress(FileExistsError):
            folder.mkdir(parents=True)
            break
    return folder


def _short(name: str) -> str:
    """Windows takes no name that ends with a blank or a dot."""
    return name[:LONGEST_NAME].rstrip(" .")
