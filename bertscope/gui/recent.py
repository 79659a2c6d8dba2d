"""The models, runs and sessions that were opened last."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from bertscope.gui.session_file import FILE_SUFFIX
from bertscope.hub import model_name

if TYPE_CHECKING:
    from bertscope.gui.settings import Settings

MOST = 8
LONGEST_PLACE = 48
"""Characters of a folder in the menu; the tooltip has all of them."""


def newest_first(recent: Sequence[str], path: Path) -> list[str]:
    """The list with `path` on top, once, and no longer than it may be."""
    return [_absolute(path), *without(recent, path)][:MOST]


def without(recent: Sequence[str], path: Path) -> list[str]:
    """The list without a path, however it is written."""
    gone = _key(path)
    return [name for name in recent if _key(Path(name)) != gone]


def words(path: Path) -> str:
    """What a path is called in the menu: its name, and where it lies."""
    name = model_name(path)
    place = _place(path.parent) if name == path.name else "from the Hub"
    return f"{name.removesuffix(FILE_SUFFIX)} · {place}"


def fill_menu(menu: QMenu, settings: Settings, open_path: Callable[[Path], object]) -> None:
    """Fill a menu with what was opened last; what is gone can't be chosen.

    Parameters
    ----------
    open_path
        Opens a model folder, a run folder or a session file, and says what is wrong with it. What
        went after the menu was filled is taken off the list as well.
    """
    menu.clear()
    menu.setToolTipsVisible(True)
    for number, name in enumerate(settings.recent[:MOST], 1):
        path = Path(name)
        there = path.exists()
        entry = menu.addAction(f"&{number}  {words(path).replace('&', '&&')}")
        entry.setToolTip(name if there else f"{name} isn't there any more")
        entry.setEnabled(there)
        entry.triggered.connect(partial(_open, settings, path, open_path))
    menu.addSeparator()
    forget = menu.addAction("&Forget these")
    forget.setEnabled(bool(settings.recent))
    forget.triggered.connect(partial(_forget, settings))


def _open(settings: Settings, path: Path, open_path: Callable[[Path], object], *_: object) -> None:
    if not path.exists():
        settings.recent = without(settings.recent, path)
    open_path(path)


def _forget(settings: Settings, *_: object) -> None:
    settings.recent = []


def _place(folder: Path) -> str:
    home = Path.home()
    at_home = folder.is_relative_to(home)
    place = str(Path("~", folder.relative_to(home))) if at_home else str(folder)
    return place if len(place) <= LONGEST_PLACE else f"… {place[-LONGEST_PLACE:]}"


def _key(path: Path) -> str:
    return os.path.normcase(_absolute(path))


def _absolute(path: Path) -> str:
    return os.path.normpath(path.absolute())
