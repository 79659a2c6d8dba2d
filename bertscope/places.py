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


def default_model() -> Path:
    """The model that the window opens on."""
    return resources() / "models" / "stories-small"


def settings_folder() -> Path:
    home = os.environ.get(HOME_VARIABLE)
    return Path(home) if home else Path(platformdirs.user_config_dir("bertscope", False))


def runs_folder() -> Path:
    home = os.environ.get(HOME_VARIABLE)
    base = Path(home) if home else Path(platformdirs.user_data_dir("bertscope", False))
    return base / "runs"


def cache_folder() -> Path:
    """For what is kept to save time and may be deleted whenever nothing runs."""
    home = os.environ.get(HOME_VARIABLE)
    return Path(home) / "cache" if home else Path(platformdirs.user_cache_dir("bertscope", False))
