"""The main job in a window that needs no screen: type, mask, train, and keep the pictures."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import (
    QMessageLogContext,
    QSize,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from rich.console import Console

from bertscope.errors import BertscopeError
from bertscope.gui.application import make_application
from bertscope.gui.curves.history import metrics_table
from bertscope.gui.engine_process import EngineProcess, EngineState
from bertscope.gui.export import save_view
from bertscope.gui.main_window import MainWindow
from bertscope.gui.run.training import Phase
from bertscope.gui.settings import Unkept
from bertscope.gui.theme import Appearance, Mode
from bertscope.gui.waiting import wait
from bertscope.gui.wording import duration

A, B = "my dog is cute", "he likes playing"
ROLL_SEED = 7
PATIENCE_SECONDS = 120.0
REPORT_SECONDS = 5.0


def run(folder: Path, steps: int, seed: int, size: str, *, dark: bool) -> int:
    """Do the demonstration and leave its pictures and numbers in `folder`.

    Raises
    ------
    BertscopeError
        If the folder can't be written or the engine doesn't do its work.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    wanted = _size(size)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BertscopeError(f"{folder} can't be made ({error.strerror}): name another.") from error
    make_application()
    qInstallMessageHandler(pass_on)
    engine = EngineProcess()
    appearance = Appearance(Mode.DARK if dark else Mode.LIGHT)
    window = MainWindow(engine, appearance, Unkept())
    demo = Demo(window, folder, Console())
    try:
        window.resize(wanted)
        window.show()
        engine.start()
        demo.play(steps, seed)
    finally:
        demo.leave()
        window.deleteLater()
        qInstallMessageHandler(None)
    return 0


def pass_on(_kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    """Print what Qt has to say, but for what the offscreen platform can't help saying."""
    if "propagateSizeHints" not in words:
        print(words, file=sys.stderr)  # noqa: T201


class Demo:
    """Uses a window as a person would, and says what it does."""

    def __init__(self, window: MainWindow, folder: Path, console: Console) -> None:
        self._window = window
        self._folder = folder
        self._console = console

    def play(self, steps: int, seed: int) -> None:
        """Type the pair, roll masks, train, and keep what is seen before and after."""
        window = self._window
        self._say(f"typing: {A} / {B}")
        for edit, words in ((window.views.sentences.a, A), (window.views.sentences.b, B)):
            edit.selectAll()
            QTest.keyClicks(edit, words)
        self._say("waiting for the engine")
        self._wait(lambda: window.prober.latest is not None and window.curves is not None)
        self._say(f"rolling masks by BERT's rule, seed {ROLL_SEED}")
        window.session.set_rule(window.session.state.rule, ROLL_SEED)
        window.views.mask_bar.roll.click()
        self._wait(self._is_seen)
        self._keep("window-before.png")
        recipe = window.training.recipe
        window.training.set_recipe(msgspec.structs.replace(recipe, steps=steps, seed=seed))
        self._train()
        self._wait(self._is_seen)
        self._keep("window-after.png")
        assert window.curves is not None
        save_view(self._folder / "curves.png", window.curves, 2.0)
        metrics_table(window.training.history).save(self._folder / "metrics.csv")
        self._say(f"curves.png and metrics.csv are in {self._folder}")

    def leave(self) -> None:
        """Close the window and wait until the engine is gone."""
        self._window.close()
        self._wait(lambda: self._window.engine.state is EngineState.ENDED)

    def _train(self) -> None:
        training = self._window.training
        self._say(f"training {training.recipe.preset} for {training.recipe.steps} steps")
        training.play()
        reported = time.monotonic()
        ended = (Phase.FINISHED, Phase.IDLE, Phase.BROKEN)
        while training.phase not in ended:
            self._wait(lambda: training.phase in ended, REPORT_SECONDS)
            if training.phase in (Phase.IDLE, Phase.BROKEN):
                raise BertscopeError(self._window.banner.words.text())
            if training.phase not in ended and time.monotonic() - reported >= REPORT_SECONDS:
                reported = time.monotonic()
                self._report()
        self._say(f"finished in {duration(training.seconds_elapsed)}")

    def _report(self) -> None:
        training = self._window.training
        history = training.history
        mlm, nsp = (history.series[name].last for name in ("mlm_loss", "nsp_loss"))
        if mlm is None or nsp is None:
            self._say(training.preparing.text)
            return
        self._say(
            f"step {history.last_step:,} of {training.recipe.steps:,} · masked LM {mlm:.3f} + "
            f"next sentence {nsp:.3f} · {duration(training.seconds_elapsed)}"
        )

    def _is_seen(self) -> bool:
        """Whether the views show what is set now."""
        latest, session = self._window.prober.latest, self._window.session
        return (
            latest is not None
            and latest.question.ids == tuple(session.model_ids)
            and latest.question.plan == session.state.plan
            and latest.look.step == (self._window.training.step or None)
        )

    def _keep(self, name: str) -> None:
        QApplication.processEvents()
        path = self._folder / name
        if not self._window.grab().save(str(path)):
            raise BertscopeError(f"{path} can't be written: name another folder.")
        self._say(f"{name} is in {self._folder}")

    def _wait(self, done: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> None:
        """Let the window live until `done` says so, or for those seconds if they are named."""
        if not wait(done, seconds) and seconds == PATIENCE_SECONDS:
            raise BertscopeError("The engine did not answer in time: run `bertscope info`.")

    def _say(self, words: str) -> None:
        self._console.print(words, highlight=False)


def _size(words: str) -> QSize:
    width, _, height = words.partition("x")
    if not (width.isdigit() and height.isdigit()):
        raise BertscopeError(f"--size {words}: give width and height, such as 1440x900.")
    return QSize(int(width), int(height))
