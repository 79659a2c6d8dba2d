"""Where things lie: what ships, the user's settings and runs, and what can be made anew."""

import os
from functools import cache
from pathlib import Path

import platformdirs

from bertscope.errors import BertscopeError

HOME_VARIABLE = "BERTSCOPE_HOME"
"""Environment variable that moves settings, runs and cache into one folder of the user's choice."""


@cache
def resources() -> Path:
    """The folder of models, corpora, fonts and icons that ships.

    In an installed wheel it lies inside the package, in a checkout beside it.

    Raises
    ------
    BertscopeError
        If neither is there.
    """
    package = Path(__file__).parent
    for folder in (package / "resources", package.parent / "resources"):
        if (folder / "models").is_dir():
            return folder
    raise BertscopeError("bertscope's own resources are missing: install bertscope again.")


DEFAULT_MODEL = "@stories-small"
"""The model that the window opens on, by the name that `located` knows."""


def default_model() -> Path:
    """Its folder."""
    return located(DEFAULT_MODEL)


def located(name: str) -> Path:
    """The folder that a name means: ``@stories-small`` is a model that ships, on any machine.

    Raises
    ------
    BertscopeError
        If the resources are missing.
    """
    return resources() / "models" / name[1:] if name.startswith("@") else Path(name)


def portable(folder: Path | str) -> str:
    """The name by which another machine finds a folder too, if it is one that ships."""
    models, path = resources() / "models", Path(folder)
    return f"@{path.name}" if path.parent == models else str(folder)


def settings_folder() -> Path:
    home = os.environ.get(HOME_VARIABLE)
    return Path(home) if home else Path(platformdirs.user_config_dir("bertscope", False))


def runs_folder() -> Path:
    return _own_folder() / "runs"


LESSON_SUFFIX = ".lesson.md"
"""Of the file of a lesson."""


def lessons_folder() -> Path:
    """The lessons that the user took in or wrote."""
    return _own_folder() / "lessons"


def _own_folder() -> Path:
    home = os.environ.get(HOME_VARIABLE)
    return Path(home) if home else Path(platformdirs.user_data_dir("bertscope", False))


def cache_folder() -> Path:
    """For what is kept to save time and may be deleted whenever nothing runs."""
    home = os.environ.get(HOME_VARIABLE)
    return Path(home) / "cache" if home else Path(platformdirs.user_cache_dir("bertscope", False))
