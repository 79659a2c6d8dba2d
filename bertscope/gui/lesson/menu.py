"""The lessons of the shelf, as entries of their menu and of the command palette."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from bertscope.errors import BertscopeError
from bertscope.gui.language import tr
from bertscope.gui.language.chosen import spoken
from bertscope.gui.lesson.lesson import Lesson
from bertscope.gui.lesson.pane_parts import MENU_WIDTH
from bertscope.gui.lesson.shelf import Entry, entries
from bertscope.gui.run.lines import elided

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

TOUR = "tour"
"""It is a lesson, but shown in a way of its own, which the menu Help has."""


class LessonsMenu:
    """Fills the menu anew whenever it is about to be seen: lessons come and go.

    Parameters
    ----------
    window
        Whose menu it is.
    menu, title
        The menu, and what the registry of commands calls it.
    """

    def __init__(self, window: MainWindow, menu: QMenu, title: str) -> None:
        self._window, self._menu, self._title = window, menu, title
        self._rest = menu.actions()
        self._filled: list[QAction] = []
        self._read: dict[Path, tuple[int, Lesson]] = {}

    def fill(self) -> None:
        """Put the lessons there are in front of what else can be done."""
        commands = self._window.menus.commands
        for action in self._filled:
            self._menu.removeAction(action)
            commands.remove(action)
        shelf = [entry for entry in entries() if entry.name != TOUR]
        shipped = [self._entry(e, n) for n, e in enumerate((e for e in shelf if not e.own), 1)]
        own = [self._entry(e) for e in shelf if e.own]
        self._filled = []
        for group in (shipped, own):
            if group:
                self._filled += [*group, self._line()]
        self._menu.insertActions(self._rest[0], self._filled)

    def _entry(self, entry: Entry, number: int | None = None) -> QAction:
        """A lesson with its number and its minutes; a tick where all its pages are done."""
        desk, lesson = partial(self._begin, entry.name), self._lesson(entry)
        wide = self._window.appearance.theme.px(MENU_WIDTH)
        title = elided(self._menu, lesson.head.title if lesson else entry.name, wide)
        title = title.replace("&", "&&")
        words = title if number is None else f"&{number}  {title}"
        about, is_done = tr("This lesson can't be read: choose it to see why."), False
        if lesson is not None:
            minutes = tr("{minutes} min", minutes=lesson.head.minutes)
            words += f" · {minutes}"
            about = lesson.head.about
            is_done = self._window.settings.lessons.get(entry.name, 0) >= len(lesson.pages)
        return self._window.menus.commands.add(
            self._title, words, desk, teaches=about, checked=is_done
        )

    def _line(self) -> QAction:
        line = QAction(self._menu)
        line.setSeparator(True)
        return line

    def _begin(self, name: str) -> None:
        self._window.lessons.begin(name)

    def _lesson(self, entry: Entry) -> Lesson | None:
        """It is read once, and again when its file has changed."""
        language = spoken()
        path = entry.file(language)
        try:
            at = path.stat().st_mtime_ns
            if self._read.get(path, (0, None))[0] != at:
                self._read[path] = at, entry.open(language)
        except (OSError, BertscopeError):
            return None
        return self._read[path][1]
