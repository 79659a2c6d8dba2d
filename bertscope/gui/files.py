"""What is opened and saved: the dialogs, and what is done with their answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from bertscope.errors import BertscopeError
from bertscope.gui.dialogs import Dialogs
from bertscope.gui.dropping import Kind, kind_of
from bertscope.gui.export import (
    View,
    Way,
    copy_numbers,
    copy_picture,
    numbers_of,
    save_view,
    save_window,
)
from bertscope.gui.scrolling import Scrolling
from bertscope.gui.session_file import (
    FILE_FORMAT,
    FILE_SUFFIX,
    SessionFile,
    open_session,
    save_session,
)
from bertscope.gui.writing import TableWriter
from bertscope.places import default_model, runs_folder
from bertscope.run_folder import is_run

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

CORPORA = "Texts (*.txt *.gz *.jsonl *.csv *.tsv *.parquet *.arrow);;All files (*)"
PICTURES = "PNG pictures (*.png);;SVG drawings (*.svg)"
TABLES = "Tables (*.csv)"


class Files:
    """Asks for files and folders on behalf of the window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.dialogs = Dialogs(window)
        self._scrolling = Scrolling(window.session, window.views.scrolling)
        self._writer = TableWriter(window.busy)
        self._writer.done.connect(lambda path: window.note(f"The numbers are in {path.name}."))
        self._writer.failed.connect(window.tell)

    # --- Opening --------------------------------------------------------------------------------

    def choose_session(self) -> None:
        if path := self._ask_open("Open a session", f"Sessions (*{FILE_SUFFIX})"):
            self.open_session(path)

    def open_session(self, path: Path) -> None:
        """Open a session file; on any trouble the present session stays."""
        window = self._window
        try:
            file = open_session(path)
        except BertscopeError as error:
            window.tell(str(error))
            return
        window.settings.remember(path)
        folder = Path(file.model) if file.model else default_model()
        if folder == self._looked_at:
            self.show(file)
        elif is_run(folder):
            window.open_run(folder, file)
        else:
            window.open_model(folder, file)

    def show(self, file: SessionFile) -> None:
        """Show a session file; its model is open."""
        window = self._window
        window.session.replace(file.state)
        if file.layout:
            window.page.restore(file.layout, is_own=file.is_own)
        self._scrolling.restore(file.scrolled)

    @property
    def _looked_at(self) -> Path:
        """The folder of the model that is looked at: the open one, or that of the run."""
        model = self._window.prober.model
        return self._window.models.folder if model is None else Path(model.folder)

    def open_path(self, path: Path) -> None:
        """Open whatever a path is: a session, a run, a model or a corpus."""
        try:
            found = kind_of(path)
        except BertscopeError as error:
            self._window.tell(str(error))
            return
        match found.kind:
            case Kind.SESSION:
                self.open_session(found.path)
            case Kind.RUN:
                self._window.open_run(found.path)
            case Kind.MODEL:
                self._window.open_model(found.path)
            case Kind.CORPUS:
                self.set_corpus(str(found.path))

    def choose_model(self) -> None:
        if folder := self._ask_folder("Open a BERT model folder"):
            self._window.open_model(folder)

    def choose_run(self) -> None:
        if folder := self._ask_folder("Open a run folder", str(runs_folder())):
            self._window.open_run(folder)

    def choose_corpus(self) -> None:
        if path := self._ask_open("Open a text to train on", CORPORA):
            self.set_corpus(str(path))

    def choose_corpus_folder(self) -> None:
        if folder := self._ask_folder("Open a folder of texts"):
            self.set_corpus(str(folder))

    def set_corpus(self, corpus: str) -> None:
        training = self._window.training
        training.set_recipe(msgspec.structs.replace(training.recipe, corpus=corpus))

    # --- Saving ---------------------------------------------------------------------------------

    def save_session(self) -> None:
        window = self._window
        path = self._ask_save("Save the session", f"Sessions (*{FILE_SUFFIX})")
        if path is None:
            return
        folder, page = self._looked_at, window.page
        file = SessionFile(
            FILE_FORMAT,
            window.session.state,
            "" if folder == default_model() else str(folder),
            page.places,
            page.is_own,
            self._scrolling.places,
        )
        if self._try(lambda: save_session(path, file)):
            window.settings.remember(path)

    def save_window(self) -> None:
        window = self._window
        path = self._ask_save("Save the window", "PNG pictures (*.png)")
        if path is None:
            return
        theme, zoom = window.appearance.theme, window.settings.picture_zoom
        if self._try(lambda: save_window(path, window, theme, zoom)):
            window.note(f"The picture of the window is in {path.name}.")

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
                self._window.note(f"The picture of {title} is on the clipboard.")
            case Way.COPY_NUMBERS:
                if self._try(lambda: copy_numbers(view)):
                    self._window.note(f"The numbers of {title} are on the clipboard.")

    def _save_picture(self, view: View, title: str) -> None:
        window = self._window
        path = self._ask_save(f"Save a picture of {title}", PICTURES)
        if path and self._try(lambda: save_view(path, view, window.settings.picture_zoom)):
            window.note(f"The picture of {title} is in {path.name}.")

    def _save_numbers(self, view: View, title: str) -> None:
        """Ask where to only if there are any."""
        try:
            numbers = numbers_of(view)
        except BertscopeError as error:
            self._window.tell(str(error))
            return
        if path := self._ask_save(f"Save the numbers of {title}", TABLES):
            self._writer.write(path, numbers)

    # --- Asking ---------------------------------------------------------------------------------

    def _try(self, action: Callable[[], None]) -> bool:
        try:
            action()
        except BertscopeError as error:
            self._window.tell(str(error))
            return False
        return True

    def _ask_folder(self, title: str, start: str = "") -> Path | None:
        where = self._window.settings.folder or start
        return self._at(self.dialogs.open_folder(title, where))

    def _ask_open(self, title: str, kinds: str) -> Path | None:
        return self._at(self.dialogs.open_file(title, self._window.settings.folder, kinds))

    def _ask_save(self, title: str, kinds: str) -> Path | None:
        return self._at(self.dialogs.save_file(title, self._window.settings.folder, kinds))

    def _at(self, name: str) -> Path | None:
        """What was answered, if anything; where that was is remembered for the next dialog."""
        if not name:
            return None
        path = Path(name)
        self._window.settings.folder = str(path if path.is_dir() else path.parent)
        return path
