"""Opening what a page looks at: a model, or a run that was made before."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING

from bertscope.gui.engine_process import EngineState
from bertscope.gui.language import tr
from bertscope.gui.opening import spoken
from bertscope.gui.run.phase import Phase
from bertscope.places import portable
from bertscope.run_folder import is_run

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

Wait = Callable[[], bool]
"""What is waited for: whether it is so by now."""
Work = Generator[Wait, None, str]
"""Something that may have to wait; it ends with a sentence if it could not be done."""


class Opener:
    """Opens models and runs in the window, and waits until they are there."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._run = ""

    @property
    def has_engine(self) -> bool:
        """Whether there is one, or one that is coming up."""
        return self._window.engine.state in (EngineState.STARTING, EngineState.READY)

    def is_run(self, folder: str) -> bool:
        """Whether that is a run; what lies on another machine is taken for a model."""
        return not self._window.engine.is_remote and is_run(Path(folder))

    def settle(self) -> Work:
        """Wait for a model that is being read: words are cut as it cuts them."""
        if self._window.models.is_reading:
            yield self._has_settled
        return ""

    def settle_run(self) -> Work:
        """Wait for a run that was asked for: it would come in the midst of what is set by then."""
        records, folder = self._window.records, self._run
        if records.is_asked(folder):
            yield lambda: not records.is_asked(folder)
        return ""

    def open_model(self, name: str) -> Work:
        """Let a model be the open one."""
        models, folder = self._window.models, portable(name)
        if models.folder == folder and not models.is_reading:
            if models.info is None:
                self._window.open_model(folder)  # Once there is an engine; its words are known.
            return ""
        if not self.has_engine:
            return _no_engine(folder)
        self._window.open_model(folder)
        yield self._has_settled
        if models.folder == folder:
            return ""
        return tr(
            "{model} could not be opened, and the page shows {other} instead.",
            model=spoken(folder),
            other=models.name,
        )

    def _has_settled(self) -> bool:
        engine, models = self._window.engine, self._window.models
        is_read = engine.state is EngineState.READY and not models.is_reading
        return is_read or not self.has_engine

    def open_run(self, folder: str) -> Work:
        """Let a run that was made before be the one at hand."""
        training, records = self._window.training, self._window.records
        if training.folder == folder:
            return ""
        if (yield from self.engine_comes()):
            return _no_engine(folder)
        self._run = folder
        self._window.files.open_run(folder)
        yield lambda: training.folder == folder or not records.is_asked(folder)
        if training.folder == folder:
            return ""
        return tr(
            "The run {run} could not be opened, and the page goes on without it.",
            run=spoken(folder),
        )

    def engine_comes(self) -> Work:
        """Wait for the engine; a sentence where there is none."""
        engine = self._window.engine
        if engine.state is EngineState.STARTING:
            yield lambda: engine.state is not EngineState.STARTING
        if engine.state is EngineState.READY:
            return ""
        return tr("The engine isn't running: start it again, then turn to this page once more.")

    def leave_run(self) -> None:
        """Let go of the run at hand, as the reset button does; it stays on disk."""
        if self._window.training.phase is not Phase.IDLE:
            self._window.training.reset()


def _no_engine(folder: str) -> str:
    return tr(
        "{model} can't be opened, for the engine isn't running: start it again, then turn to this "
        "page once more.",
        model=spoken(folder),
    )
