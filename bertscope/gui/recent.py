"""The models, runs and sessions that were opened last."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtWidgets import QMenu

from bertscope.gui.language import tr
from bertscope.gui.session_file import FILE_SUFFIX
from bertscope.hub import model_name

if TYPE_CHECKING:
    from bertscope.gui.settings import Settings

MOST = 8
LONGEST_PLACE = 48
"""Characters of a folder in the menu; the tooltip has all of them."""


class There(msgspec.Struct, frozen=True):
    """A folder where another engine is.

    Attributes
    ----------
    engine
        What is typed to reach it.
    folder
        As that engine spells it.
    is_run
        Whether it is a run; else it is a model.
    """

    engine: str
    folder: str
    is_run: bool = False


def newest_first(recent: Sequence[str], path: Path) -> list[str]:
    """The list with `path` on top, once, and no longer than it may be."""
    return [_absolute(path), *without(recent, path)][:MOST]


def without(recent: Sequence[str], path: Path) -> list[str]:
    """The list without a path, however it is written."""
    gone = _key(path)
    return [name for name in recent if _key(Path(name)) != gone]


def newest_there(there: Sequence[There], visited: There) -> list[There]:
    """The list with `visited` on top, once, and no longer than it may be for that engine."""
    others = [v for v in there if (v.engine, v.folder) != (visited.engine, visited.folder)]
    of_engine = [visited, *(v for v in others if v.engine == visited.engine)][:MOST]
    return [*of_engine, *(v for v in others if v.engine != visited.engine)]


def words(path: Path) -> str:
    """What a path is called in the menu: its name, and where it lies."""
    name = model_name(path)
    place = _place(path.parent) if name == path.name else tr("from the Hub")
    return f"{name.removesuffix(FILE_SUFFIX)} · {place}"


def words_there(visited: There) -> str:
    """The same for a folder of another machine."""
    path = PurePosixPath(visited.folder.replace("\\", "/"))
    name = model_name(path)
    place = shortened(str(path.parent)) if name == path.name else tr("from the Hub")
    return f"{name} · {place}"


def fill_menu(
    menu: QMenu,
    settings: Settings,
    open_path: Callable[[Path], object],
    open_there: Callable[[There], object],
) -> None:
    """Fill a menu with what was opened last; what is gone can't be chosen.

    With an engine elsewhere these are its models and runs, and sessions of this machine.

    Parameters
    ----------
    open_path
        Opens a model folder, a run folder or a session file, and says what is wrong with it. What
        went after the menu was filled is taken off the list as well.
    open_there
        Opens a model or run where the engine is.
    """
    menu.clear()
    menu.setToolTipsVisible(True)
    there = [v for v in settings.there if settings.engine and v.engine == settings.engine]
    here = [n for n in settings.recent if not settings.engine or n.endswith(FILE_SUFFIX)]
    for visited in there:
        entry = menu.addAction(_numbered(menu, words_there(visited)))
        entry.setToolTip(visited.folder)
        entry.triggered.connect(partial(_open_there, open_there, visited))
    for name in here[: MOST - len(there)]:
        _add_here(menu, settings, Path(name), open_path)
    menu.addSeparator()
    forget = menu.addAction(tr("&Forget these"))
    forget.setToolTip(tr("Empty this list; nothing is deleted from the disk"))
    forget.setEnabled(bool(there or here))
    forget.triggered.connect(partial(_forget, settings, [*there], [*here]))


def _add_here(
    menu: QMenu, settings: Settings, path: Path, open_path: Callable[[Path], object]
) -> None:
    exists = path.exists()
    entry = menu.addAction(_numbered(menu, words(path)))
    entry.setToolTip(str(path) if exists else tr("{path} isn't there any more", path=path))
    entry.setEnabled(exists)
    entry.triggered.connect(partial(_open, settings, path, open_path))


def _numbered(menu: QMenu, called: str) -> str:
    return f"&{len(menu.actions()) + 1}  {called.replace('&', '&&')}"


def _open(settings: Settings, path: Path, open_path: Callable[[Path], object], *_: object) -> None:
    if not path.exists():
        settings.recent = without(settings.recent, path)
    open_path(path)


def _open_there(open_there: Callable[[There], object], visited: There, *_: object) -> None:
    open_there(visited)


def _forget(settings: Settings, there: list[There], here: list[str], *_: object) -> None:
    settings.there = [visited for visited in settings.there if visited not in there]
    settings.recent = [name for name in settings.recent if name not in here]


def _place(folder: Path) -> str:
    home = Path.home()
    at_home = folder.is_relative_to(home)
    return shortened(str(Path("~", folder.relative_to(home))) if at_home else str(folder))


def shortened(place: str) -> str:
    """The end of a long path, where its name is."""
    return place if len(place) <= LONGEST_PLACE else f"… {place[-LONGEST_PLACE:]}"


def _key(path: Path) -> str:
    return os.path.normcase(_absolute(path))


def _absolute(path: Path) -> str:
    return os.path.normpath(path.absolute())
