"""Asking for files and folders, on this machine or where the engine is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from bertscope.gui.dialogs import Dialogs
from bertscope.gui.language import tr

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow


class Asking:
    """Asks on behalf of the window, and remembers where the last answer was.

    Attributes
    ----------
    dialogs
        What asks.
    """

    def __init__(self, window: MainWindow) -> None:
        self._engine, self._settings = window.engine, window.settings
        self.dialogs = Dialogs(window)

    def folder_of_engine(self, title: str, start: str = "", *, of: str) -> str:
        """A folder where the engine is; `of` says on another machine what is to be typed."""
        if self._engine.is_remote:
            return self._place(title, of, start)
        folder = self._at(self.dialogs.open_folder(title, self._settings.folder or start))
        return str(folder) if folder else ""

    def file_of_engine(self, title: str, kinds: str) -> str:
        """A file where the engine is."""
        if self._engine.is_remote:
            return self._place(title, tr("File"))
        path = self.file_to_open(title, kinds)
        return str(path) if path else ""

    def file_to_open(self, title: str, kinds: str) -> Path | None:
        """A file of this machine."""
        return self._at(self.dialogs.open_file(title, self._settings.folder, kinds))

    def file_to_save(self, title: str, kinds: str, name: str = "") -> Path | None:
        """Where to write, on this machine; `name` is proposed, its ending comes with the kind."""
        where = Path(self._settings.folder or documents()) / file_name(name)
        return self._at(self.dialogs.save_file(title, str(where), kinds))

    def _place(self, title: str, of: str, start: str = "") -> str:
        """What lies on the machine that the engine is on."""
        return self.dialogs.place(
            title, tr("{of} on {host}:", of=of, host=self._engine.host), start
        )

    def _at(self, name: str) -> Path | None:
        """What was answered, if anything; where that was is remembered for the next dialog."""
        if not name:
            return None
        path = Path(name)
        self._settings.folder = str(path if path.is_dir() else path.parent)
        return path


def documents() -> str:
    """Where a user looks for what was saved, before any folder was chosen."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return place if Path(place).is_dir() else str(Path.home())


def file_name(title: str) -> str:
    """A title as every system takes it for the name of a file."""
    return " ".join(re.sub(r"[^\w\s()-]", " ", title).split())
