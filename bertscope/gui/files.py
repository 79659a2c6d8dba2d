"""What is opened and saved: the dialogs, and what is done with their answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from bertscope.errors import BertscopeError
from bertscope.gui.dialogs import Dialogs
from bertscope.gui.dropping import Dropped, Kind, kind_of, out_of_reach
from bertscope.gui.export import (
    View,
    Way,
    copy_numbers,
    copy_picture,
    numbers_of,
    save_view,
    save_window,
)
from bertscope.gui.recent import There
from bertscope.gui.run_opening import RunOpening
from bertscope.gui.scrolling import Scrolling
from bertscope.gui.session_file import (
    FILE_FORMAT,
    FILE_SUFFIX,
    SessionFile,
    open_session,
    save_session,
)
from bertscope.gui.writing import TableWriter
from bertscope.places import DEFAULT_MODEL, runs_folder
from bertscope.wire.messages import ModelRef

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
        self._runs = RunOpening(window.engine, window.records, window.training, self.show)
        self._runs.failed.connect(window.tell)
        self._runs.opened.connect(lambda folder: self.remember(folder, is_run=True))

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
        folder = file.model or DEFAULT_MODEL
        if file.engine != window.engine.words and not folder.startswith("@"):
            window.tell(_of_another_engine(path.stem, file))
        elif folder == self._looked_at:
            self.show(file)
        elif file.is_run:
            self.open_run(folder, file)
        else:
            window.open_model(folder, file)

    def open_run(self, folder: str, file: SessionFile | None = None, *, play: bool = False) -> None:
        """Show a run that was made before, and then a session; to `play` is to go on with it."""
        self._runs.open(folder, file, play=play)

    def show(self, file: SessionFile) -> None:
        """Show a session file; its model is open."""
        window = self._window
        window.session.replace(file.state)
        if file.layout:
            window.page.restore(file.layout, is_own=file.is_own)
        self._scrolling.restore(file.scrolled)

    @property
    def _looked_at(self) -> str:
        """The folder of the model that is looked at: the open one, or that of the run."""
        model = self._window.prober.model
        return self._window.models.folder if model is None else model.folder

    def open_path(self, path: Path) -> None:
        """Open whatever a path is: a session, a run, a model or a corpus."""
        try:
            found = kind_of(path)
        except BertscopeError as error:
            self._window.tell(str(error))
            return
        self.open_found(found)

    def open_found(self, found: Dropped) -> None:
        """Open what a path of this machine means."""
        if refusal := self.refuse(found):
            self._window.tell(refusal)
            return
        match found.kind:
            case Kind.SESSION:
                self.open_session(found.path)
            case Kind.RUN:
                self.open_run(str(found.path.absolute()))
            case Kind.MODEL:
                self._window.open_model(str(found.path.absolute()))
            case Kind.CORPUS:
                self.set_corpus(str(found.path.absolute()))

    def refuse(self, found: Dropped) -> str:
        """Why what lies on this machine can't be opened, in a sentence; empty where it can be."""
        engine = self._window.engine
        is_far = engine.is_remote and found.kind is not Kind.SESSION
        return out_of_reach(found, engine.host) if is_far else ""

    def refuse_hub(self) -> str:
        """Why a model of the Hub would be of no use here; empty where it is of use."""
        engine = self._window.engine
        if not engine.is_remote:
            return ""
        return (
            f"The engine is on {engine.host}, and models are loaded to this machine: run "
            "“bertscope fetch NAME” there, then open the folder that it prints."
        )

    def open_there(self, visited: There) -> None:
        """Open a model or run where the engine is."""
        if visited.is_run:
            self.open_run(visited.folder)
        else:
            self._window.open_model(visited.folder)

    def choose_model(self) -> None:
        if folder := self._ask_folder("Open a BERT model folder", of="Folder of the model"):
            self._window.open_model(folder)

    def choose_pinned(self) -> None:
        """Choose a model to compare with."""
        if folder := self._ask_folder("Compare with a model folder", of="Folder of the model"):
            self._window.comparison.pin(ModelRef(folder))

    def choose_run(self) -> None:
        engine = self._window.engine
        runs = engine.info.runs if engine.info else "" if engine.is_remote else str(runs_folder())
        if folder := self._ask_folder("Open a run folder", runs, of="Folder of the run"):
            self.open_run(folder)

    def choose_corpus(self) -> None:
        if path := self._ask_text("Open a text to train on"):
            self.set_corpus(path)

    def choose_corpus_folder(self) -> None:
        if folder := self._ask_folder("Open a folder of texts", of="Folder"):
            self.set_corpus(folder)

    def set_corpus(self, corpus: str) -> None:
        training = self._window.training
        training.set_recipe(msgspec.structs.replace(training.wanted, corpus=corpus))

    def remember(self, folder: str, *, is_run: bool) -> None:
        """Put a model or run at the top of the recent ones."""
        settings, engine = self._window.settings, self._window.engine
        if engine.is_remote:
            settings.remember_there(There(engine.words, folder, is_run))
        else:
            settings.remember(Path(folder))

    # --- Saving ---------------------------------------------------------------------------------

    def save_session(self) -> None:
        window = self._window
        path = self._ask_save("Save the session", f"Sessions (*{FILE_SUFFIX})")
        if path is None:
            return
        folder, page = self._looked_at, window.page
        ships = folder.startswith("@")
        file = SessionFile(
            FILE_FORMAT,
            window.session.state,
            "" if folder == DEFAULT_MODEL else folder,
            folder == window.training.folder,
            "" if ships else window.engine.words,
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

    def _ask_folder(self, title: str, start: str = "", *, of: str) -> str:
        """A folder where the engine is."""
        if self._window.engine.is_remote:
            return self._ask_there(title, of, start)
        where = self._window.settings.folder or start
        folder = self._at(self.dialogs.open_folder(title, where))
        return str(folder) if folder else ""

    def _ask_there(self, title: str, of: str, start: str = "") -> str:
        """What lies on the machine that the engine is on."""
        host = self._window.engine.host
        return self.dialogs.place(title, f"{of} on {host}:", start)

    def _ask_text(self, title: str) -> str:
        """A file where the engine is."""
        if self._window.engine.is_remote:
            return self._ask_there(title, "File")
        path = self._ask_open(title, CORPORA)
        return str(path) if path else ""

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


def _of_another_engine(name: str, file: SessionFile) -> str:
    """Why a session can't be shown with the engine that there is."""
    by = f"by “{file.engine}”" if file.engine else "of this computer, with its own engine"
    return (
        f"The session {name} looks at {file.model} {by}: choose that engine under Training › "
        "Engine, then open it again."
    )
