"""A real window that is driven, for the benchmarks of what a person sees."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer

from bertscope.gui.app import HEIGHT, WIDTH
from bertscope.gui.application import make_application
from bertscope.gui.engine_process import EngineProcess, EngineState
from bertscope.gui.main_window import MainWindow
from bertscope.gui.run.training import Phase
from bertscope.gui.settings import Settings
from bertscope.gui.theme import Appearance, Mode
from bertscope.places import HOME_VARIABLE

PATIENCE_SECONDS = 60.0
FIRST_STEP_SECONDS = 600.0
"""The largest model measures its held-out pairs for a minute or more before its first step."""
POLL_MS = 20
SETTLE_SECONDS = 4.0
"""What the engine loads behind the first look, so that training begins at once, is over then."""
ENDLESS = 1_000_000
"""Steps of a run that has to outlast what is measured."""


@contextmanager
def environment(values: Mapping[str, str]) -> Iterator[None]:
    """Set environment variables for a while."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def opened(command: list[str] | None = None, model: Path | None = None) -> Iterator["Driver"]:
    """A real window with a real engine, settings and runs of its own, closed in the end.

    Offscreen unless QT_QPA_PLATFORM says otherwise. `command` starts another engine, `model` is
    the folder of another model.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory() as home, environment({HOME_VARIABLE: home}):
        make_application()
        engine = EngineProcess(command)
        engine.start()
        window = MainWindow(engine, Appearance(Mode.LIGHT), Settings())
        if model is not None:
            window.open_model(str(model))
        window.resize(WIDTH, HEIGHT)
        window.show()
        driver = Driver(window)
        try:
            driver.wait(lambda: window.prober.latest is not None and window.curves is not None)
            yield driver
        finally:
            window.close()
            driver.wait(lambda: engine.state is EngineState.ENDED)
            window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Driver:
    """Uses a window as a person would."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def wait(self, done: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> None:
        """Let the window live until `done` says so.

        Raises
        ------
        TimeoutError
            If it doesn't in time.
        """
        if not done() and not self._live(seconds, done) and not done():
            said = self.window.banner.words.text()
            raise TimeoutError(f"The window didn't get there in {seconds:.0f} s. {said}")

    def live(self, seconds: float) -> None:
        """Let the window live for a while."""
        self._live(seconds, lambda: False)

    def _live(self, seconds: float, done: Callable[[], bool]) -> bool:
        loop = QEventLoop()
        limit, look = QTimer(singleShot=True), QTimer(interval=POLL_MS)
        limit.timeout.connect(loop.quit)
        look.timeout.connect(lambda: loop.quit() if done() else None)
        limit.start(round(seconds * 1000))
        look.start()
        loop.exec()
        return limit.isActive()

    def train(self, preset: str) -> None:
        """Begin to train the default recipe at that size, and wait for its first step.

        It doesn't stop by itself, so its learning rate hardly falls; a step costs the same.
        """
        training = self.window.training
        recipe = msgspec.structs.replace(training.recipe, preset=preset, steps=ENDLESS)
        training.set_recipe(recipe)
        training.play()
        over = (Phase.BROKEN, Phase.IDLE)
        self.wait(lambda: training.step > 0 or training.phase in over, FIRST_STEP_SECONDS)
        if training.phase in over:
            raise RuntimeError(self.window.banner.words.text())
