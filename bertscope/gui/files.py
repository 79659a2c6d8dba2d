"""What is opened: sessions, runs, models and texts, by a dialog or by a path."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from bertscope.errors import BertscopeError
from bertscope.gui.dropping import Dropped, Kind, kind_of, out_of_reach
from bertscope.gui.language import marked, tr
from bertscope.gui.recent import There
from bertscope.gui.run_opening import RunOpening
from bertscope.gui.session_file import FILE_SUFFIX, SessionFile, open_session
from bertscope.places import DEFAULT_MODEL, runs_folder
from bertscope.wire.messages import ModelRef

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

CORPORA = marked("Texts (*.txt *.gz *.jsonl *.csv *.tsv *.parquet *.arrow);;All files (*)")


class Files:
    """Opens what is chosen, and tells why where that can't be."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._runs = RunOpening(window.engine, window.records, window.training, self.show)
        self._runs.failed.connect(window.tell)
        self._runs.opened.connect(lambda folder: self.remember(folder, is_run=True))

    def choose_session(self) -> None:
        kinds = tr("Sessions (*{suffix})", suffix=FILE_SUFFIX)
        if path := self._window.asking.file_to_open(tr("Open a session"), kinds):
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
        elif folder == self.looked_at:
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
        window.scrolling.restore(file.scrolled)

    @property
    def looked_at(self) -> str:
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
            case Kind.LESSON:
                self._window.lessons.open_file(found.path)
            case Kind.RUN:
                self.open_run(str(found.path.absolute()))
            case Kind.MODEL:
                self._window.open_model(str(found.path.absolute()))
            case Kind.CORPUS:
                self.set_corpus(str(found.path.absolute()))
            case Kind.LABELLED:
                self._window.menus.tasks.open_data(str(found.path.absolute()))

    def refuse(self, found: Dropped) -> str:
        """Why what lies on this machine can't be opened, in a sentence; empty where it can be."""
        engine = self._window.engine
        is_far = engine.is_remote and found.kind not in (Kind.SESSION, Kind.LESSON)
        return out_of_reach(found, engine.host) if is_far else ""

    def refuse_hub(self) -> str:
        """Why a model of the Hub would be of no use here; empty where it is of use."""
        engine = self._window.engine
        if not engine.is_remote:
            return ""
        return tr(
            "The engine is on {host}, and models are loaded to this machine: run “bertscope fetch "
            "NAME” there, then open the folder that it prints.",
            host=engine.host,
        )

    def open_there(self, visited: There) -> None:
        """Open a model or run where the engine is."""
        if visited.is_run:
            self.open_run(visited.folder)
        else:
            self._window.open_model(visited.folder)

    def choose_model(self) -> None:
        title = tr("Open a BERT model folder")
        if folder := self._ask_folder(title, of=tr("Folder of the model")):
            self._window.open_model(folder)

    def choose_pinned(self) -> None:
        """Choose a model to compare with."""
        title = tr("Compare with a model folder")
        if folder := self._ask_folder(title, of=tr("Folder of the model")):
            self._window.comparison.pin(ModelRef(folder))

    def choose_run(self) -> None:
        engine = self._window.engine
        runs = engine.info.runs if engine.info else "" if engine.is_remote else str(runs_folder())
        title = tr("Open a run folder")
        if folder := self._ask_folder(title, runs, of=tr("Folder of the run")):
            self.open_run(folder)

    def choose_corpus(self) -> None:
        title = tr("Open a text to train on")
        if path := self._window.asking.file_of_engine(title, tr(CORPORA)):
            self.set_corpus(path)

    def choose_corpus_folder(self) -> None:
        if folder := self._ask_folder(tr("Open a folder of texts"), of=tr("Folder")):
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

    def _ask_folder(self, title: str, start: str = "", *, of: str) -> str:
        return self._window.asking.folder_of_engine(title, start, of=of)


def _of_another_engine(name: str, file: SessionFile) -> str:
    """Why a session can't be shown with the engine that there is."""
    if file.engine:
        return tr(
            "The session {name} looks at {model} by “{engine}”: choose that engine under Training "
            "› Engine, then open it again.",
            name=name,
            model=file.model,
            engine=file.engine,
        )
    return tr(
        "The session {name} looks at {model} of this computer, with its own engine: choose that "
        "engine under Training › Engine, then open it again.",
        name=name,
        model=file.model,
    )
