"""The real window on a real engine, without a screen, and what is kept of it."""

import io
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import numpy as np
from PIL import Image
from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    QSize,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from bertscope.errors import BertscopeError
from bertscope.gui.application import make_application
from bertscope.gui.engine_process import EngineProcess, EngineState
from bertscope.gui.film.film_export import pixels_of
from bertscope.gui.film.film_reels import Pixels
from bertscope.gui.main_window import MainWindow
from bertscope.gui.run.training import Phase
from bertscope.gui.settings import Settings
from bertscope.gui.theme import Appearance, Mode
from bertscope.gui.waiting import wait
from bertscope.places import HOME_VARIABLE
from bertscope.wire import messages as m

SIZE = QSize(1440, 900)
PATIENCE_SECONDS = 600.0
QUIET_SECONDS = 0.5
"""So long nothing new has been seen, before a picture is taken."""
COLOURS = 256
"""Of a picture's palette: what flat colours and thin lines need, at a quarter of the bytes."""
SAME = 0.0005
"""Share of the pixels that may differ where a picture counts as the one that is there: clocks and
speeds are shown, and a picture that tells nothing new is not written anew."""
NOTICED = 24
"""Levels of 256 by which a pixel differs."""


class Studio:
    """Opens the window in a home of its own, sets it, and keeps pictures.

    Parameters
    ----------
    folder
        For the pictures.
    size
        Of the window, in pixels.
    """

    def __init__(self, folder: Path, size: QSize = SIZE) -> None:
        self._folder, self._size = folder, size

    def __enter__(self) -> "Studio":
        self._home = tempfile.TemporaryDirectory(prefix="bertscope-pictures-")
        os.environ[HOME_VARIABLE] = self._home.name
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        make_application()
        QApplication.setCursorFlashTime(0)  # A text cursor that blinks is in some pictures only.
        qInstallMessageHandler(_pass_on)
        self.window = MainWindow(EngineProcess(), Appearance(Mode.LIGHT), Settings())
        self.window.resize(self._size)
        self.window.show()
        self.window.engine.start()
        self.wait(lambda: self.window.prober.latest is not None and self.window.curves is not None)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.window.close()
        self.wait(lambda: self.window.engine.state is EngineState.ENDED)
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qInstallMessageHandler(None)
        self._home.cleanup()

    # --- Waiting --------------------------------------------------------------------------------

    def wait(self, done: Callable[[], bool]) -> None:
        """Let the window live until `done` says so.

        Raises
        ------
        BertscopeError
            If it does not within `PATIENCE_SECONDS`.
        """
        if not wait(done, PATIENCE_SECONDS):
            raise BertscopeError("The window did not get there: look at Help > Engine log.")

    def settle(self) -> None:
        """Wait until the views show what is set, and nothing new comes any more."""
        self._news = time.monotonic()
        note = self.window.prober.seen.connect(self._note)
        self.wait(lambda: self._is_shown and time.monotonic() - self._news > QUIET_SECONDS)
        self.window.prober.seen.disconnect(note)

    def _note(self) -> None:
        self._news = time.monotonic()

    @property
    def _is_shown(self) -> bool:
        latest, session = self.window.prober.latest, self.window.session
        return (
            latest is not None
            and latest.question.ids == tuple(session.model_ids)
            and latest.question.plan == session.state.plan
            and not self.window.busy.isVisible()
        )

    def train(self, steps: int | None = None) -> None:
        """Let the model learn for so many steps from where it is, or to the run's end."""
        training = self.window.training
        goal = m.Goal() if steps is None else m.Goal(steps=steps)
        training.play(goal)
        self.wait(lambda: training.phase is Phase.RUNNING)
        self.wait(lambda: training.phase is not Phase.RUNNING)
        if training.phase not in (Phase.PAUSED, Phase.FINISHED):
            raise BertscopeError(self.window.banner.words.text())

    # --- Keeping --------------------------------------------------------------------------------

    def keep(self, name: str, part: Callable[[MainWindow], QWidget] | None = None) -> None:
        """Keep a picture of a part of the window, or of all of it, in both themes."""
        for mode in (Mode.LIGHT, Mode.DARK):
            with self._dressed(mode):
                self.settle()
                widget = self.window if part is None else part(self.window)
                save(self._folder / f"{name}-{mode.value}.png", widget.grab().toImage())

    @contextmanager
    def _dressed(self, mode: Mode) -> Iterator[None]:
        self.window.appearance.set_mode(mode)
        try:
            yield
        finally:
            self.window.appearance.set_mode(Mode.LIGHT)


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    """Print what Qt has to say, but for what the offscreen platform can't help saying."""
    if "propagateSizeHints" not in words:
        print(words, file=sys.stderr)


def save(path: Path, image: QImage) -> None:
    """Write a picture, unless the one that is there shows the same."""
    pixels = pixels_of(image)
    if path.exists() and is_same(pixels, np.asarray(Image.open(path).convert("RGB"))):
        return
    few = Image.fromarray(pixels).quantize(COLOURS, kmeans=2, dither=Image.Dither.NONE)
    content = io.BytesIO()
    few.save(content, "PNG", optimize=True)
    path.write_bytes(content.getvalue())


def is_same(pixels: Pixels, other: Pixels) -> bool:
    """Whether hardly a pixel differs by what would be noticed."""
    if pixels.shape != other.shape:
        return False
    away = np.abs(pixels.astype(np.int16) - other).max(axis=-1)
    return bool((away > NOTICED).mean() < SAME)
