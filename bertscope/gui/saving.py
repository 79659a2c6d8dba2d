"""What is saved and copied: sessions, pictures, numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bertscope.errors import BertscopeError
from bertscope.gui.export import (
    View,
    Way,
    copy_numbers,
    copy_picture,
    numbers_of,
    save_view,
    save_window,
)
from bertscope.gui.language import marked, tr
from bertscope.gui.session_file import FILE_FORMAT, FILE_SUFFIX, SessionFile, save_session
from bertscope.gui.writing import TableWriter
from bertscope.places import DEFAULT_MODEL

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

PICTURES = marked("PNG pictures (*.png);;SVG drawings (*.svg)")
TABLES = marked("Tables (*.csv)")
NAME = "bertscope"
"""Proposed for a file of the whole window."""


class Saving:
    """Asks where to, saves, and tells how that went."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._writer = TableWriter(window.busy)
        self._writer.done.connect(
            lambda path: window.note(tr("The numbers are in {name}.", name=path.name))
        )
        self._writer.failed.connect(window.tell)

    def save_session(self) -> None:
        """Save what is set and looked at."""
        asking = self._window.asking
        kinds = tr("Sessions (*{suffix})", suffix=FILE_SUFFIX)
        path = asking.file_to_save(tr("Save the session"), kinds, NAME)
        if path and self._try(lambda: save_session(path, self.session_file())):
            self._window.settings.remember(path)

    def session_file(self) -> SessionFile:
        """The window as it stands, so that it can stand so again."""
        window = self._window
        folder, page = window.files.looked_at, window.page
        ships = folder.startswith("@")
        return SessionFile(
            FILE_FORMAT,
            window.session.state,
            "" if folder == DEFAULT_MODEL else folder,
            folder == window.training.folder,
            "" if ships else window.engine.words,
            page.places,
            page.is_own,
            window.scrolling.places,
        )

    def save_window(self) -> None:
        """Save a picture of the whole window."""
        window = self._window
        kinds = tr("PNG pictures (*.png)")
        path = window.asking.file_to_save(tr("Save the window"), kinds, NAME)
        if path is None:
            return
        theme, zoom = window.appearance.theme, window.settings.picture_zoom
        if self._try(lambda: save_window(path, window, theme, zoom)):
            window.note(tr("The picture of the window is in {name}.", name=path.name))

    def take_out(self, way: Way, view: View, title: str) -> None:
        """Save or copy a view."""
        zoom = self._window.settings.picture_zoom
        match way:
            case Way.SAVE_PICTURE:
                self._save_picture(view, title)
            case Way.SAVE_NUMBERS:
                self._save_numbers(view, title)
            case Way.COPY_PICTURE:
                copy_picture(view, zoom)
                self._window.note(tr("The picture of {title} is on the clipboard.", title=title))
            case Way.COPY_NUMBERS:
                if self._try(lambda: copy_numbers(view)):
                    told = tr("The numbers of {title} are on the clipboard.", title=title)
                    self._window.note(told)

    def _save_picture(self, view: View, title: str) -> None:
        window = self._window
        question = tr("Save a picture of {title}", title=title)
        path = window.asking.file_to_save(question, tr(PICTURES), title)
        if path and self._try(lambda: save_view(path, view, window.settings.picture_zoom)):
            told = tr("The picture of {title} is in {name}.", title=title, name=path.name)
            window.note(told)

    def _save_numbers(self, view: View, title: str) -> None:
        """Ask where to only if there are any."""
        try:
            numbers = numbers_of(view)
        except BertscopeError as error:
            self._window.tell(str(error))
            return
        question = tr("Save the numbers of {title}", title=title)
        if path := self._window.asking.file_to_save(question, tr(TABLES), title):
            self._writer.write(path, numbers)

    def _try(self, action: Callable[[], None]) -> bool:
        try:
            action()
        except BertscopeError as error:
            self._window.tell(str(error))
            return False
        return True
