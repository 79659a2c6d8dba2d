"""What is opened and saved: the dialogs, and what is done with their answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtWidgets import QFileDialog

from bertscope.errors import BertscopeError
from bertscope.gui.dropping import Kind, kind_of
from bertscope.gui.export import View, copy_numbers, copy_picture, save_view
from bertscope.gui.state import FILE_FORMAT, FILE_SUFFIX, SessionFile, open_session, save_session
from bertscope.places import default_model, runs_folder

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

CORPORA = "Texts (*.txt *.gz *.jsonl *.csv *.tsv *.parquet *.arrow);;All files (*)"
PICTURES = "Pictures (*.png *.svg)"
TABLES = "Tables (*.csv)"


class Files:
    """Asks for files and folders on behalf of the window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

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
        model = Path(file.model) if file.model else default_model()
        if model == window.models.folder:
            window.session.replace(file.state)
        else:
            window.open_model(model, file.state)
        if file.layout:
            window.page.restore(file.layout)

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
        path = self._ask_save("Save the session", f"Sessions (*{FILE_SUFFIX})", FILE_SUFFIX)
        if path is None:
            return
        folder = window.models.folder
        model = "" if folder == default_model() else str(folder)
        file = SessionFile(FILE_FORMAT, window.session.state, model, window.page.places)
        if self._try(lambda: save_session(path, file)):
            window.settings.remember(path)

    def save_window(self) -> None:
        if path := self._ask_save("Save the window", "Pictures (*.png)", ".png"):
            self._try(lambda: self._grab(path))

    def _grab(self, path: Path) -> None:
        if not self._window.grab().save(str(path)):
            raise BertscopeError(f"{path} can't be written: choose another place.")

    def take_out(self, kind: str, view: View, title: str) -> None:
        """Save or copy a view; `kind` is one of `bertscope.gui.panels.Exits.KINDS`."""
        zoom = self._window.settings.picture_zoom
        match kind:
            case "Save picture …":
                self._save(view, f"Save a picture of {title}", PICTURES, ".png")
            case "Save numbers …":
                self._save(view, f"Save the numbers of {title}", TABLES, ".csv")
            case "Copy picture":
                copy_picture(view, zoom)
                self._window.note(f"The picture of {title} is on the clipboard.")
            case "Copy numbers":
                if self._try(lambda: copy_numbers(view)):
                    self._window.note(f"The numbers of {title} are on the clipboard.")

    def _save(self, view: View, title: str, kinds: str, suffix: str) -> None:
        if path := self._ask_save(title, kinds, suffix):
            self._try(lambda: save_view(path, view, self._window.settings.picture_zoom))

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
        folder = QFileDialog.getExistingDirectory(self._window, title, where)
        return self._at(Path(folder)) if folder else None

    def _ask_open(self, title: str, kinds: str) -> Path | None:
        settings = self._window.settings
        name, _ = QFileDialog.getOpenFileName(self._window, title, settings.folder, kinds)
        return self._at(Path(name)) if name else None

    def _ask_save(self, title: str, kinds: str, suffix: str) -> Path | None:
        dialog = QFileDialog(self._window, title, self._window.settings.folder, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # The dialog adds it before it asks whether a file may be replaced.
        dialog.setDefaultSuffix(suffix)
        names = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return self._at(Path(names[0])) if names else None

    def _at(self, path: Path) -> Path:
        """Remember where the last dialog was."""
        self._window.settings.folder = str(path if path.is_dir() else path.parent)
        return path
