"""A run's film becomes a file while the window goes on."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from bertscope.errors import BertscopeError
from bertscope.gui.busy import Busy
from bertscope.gui.film.travel import Travel
from bertscope.gui.film.visit import Visit
from bertscope.gui.language import tr

if TYPE_CHECKING:
    from bertscope.gui.film.film_files import FilmFile
    from bertscope.gui.film.film_reels import Pixels

WAITING = 2
"""Pictures that wait to be written; before another is painted, one of them is."""

Picture = Callable[[], QImage]


@dataclass(frozen=True)
class Order:
    """A film that is wanted.

    Attributes
    ----------
    path
        See `FilmFile`.
    picture
        Paints what is filmed as it is now.
    steps
        Those that it shows.
    speed
        Steps a second.
    """

    path: Path
    picture: Picture
    steps: Sequence[int]
    speed: int


class FilmExport(QObject):
    """Goes to every step, paints it, and lets another thread write it.

    Parameters
    ----------
    travel, visit
        Go to the steps, and back in the end to where it was.
    busy
        Tells how far it is, and can end it.

    Signals
    -------
    done(Path)
        The film is there.
    failed(str)
        Why it is not.
    """

    done = Signal(object)
    failed = Signal(str)
    _written = Signal()

    def __init__(self, travel: Travel, visit: Visit, busy: Busy) -> None:
        super().__init__(visit)
        self._travel, self._visit, self._busy = travel, visit, busy
        self._order: Order | None = None
        self._film: FilmFile | None = None
        self._left: Iterator[int] = iter(())
        self._is_last = False
        self._painted = 0
        self._back: int | None = None
        self._flashing = 0
        self._thread: ThreadPoolExecutor | None = None
        self._waiting: deque[Future[None]] = deque()
        visit.shown.connect(self._paint)
        visit.missed.connect(self._pass_over)
        visit.left.connect(self._give_way)
        self._written.connect(self._reap)

    @property
    def is_under_way(self) -> bool:
        return self._order is not None

    # --- From the first step to the last --------------------------------------------------------

    def begin(self, order: Order) -> None:
        """Make a film; one that is being made is given up."""
        from bertscope.gui.film.film_files import FilmFile  # Pillow takes a while to load.

        self.cancel()
        try:
            self._film = FilmFile(order.path, 1 / order.speed)
        except BertscopeError as error:
            self.failed.emit(str(error))
            return
        self._order, self._left, self._back = order, iter(order.steps), self._travel.step
        self._painted, self._is_last = 0, False
        self._thread = ThreadPoolExecutor(1, "film")
        self._hold_cursor(still=True)
        words = tr("filming {count} steps …", count=len(order.steps))
        self._busy.begin(words, self.cancel)
        self._go_on()

    def cancel(self) -> None:
        """Give it up, and go back; nothing is left of the file."""
        if self._order is not None:
            self._drop()
            self._travel.visit(self._back)

    def _go_on(self) -> None:
        """Go to the next step."""
        step = next(self._left, None)
        if step is not None:
            self._visit.go(step)
        elif self._film is not None:
            self._is_last = True
            self._write(self._film.close)

    def _paint(self) -> None:
        """Paint the step that all views show now."""
        if self._order is None or self._film is None:
            return
        image, name = self._order.picture(), f"step {self._visit.step:06d}"
        self._painted += 1
        self._busy.progress(self._painted / (len(self._order.steps) + 1))
        self._write(partial(_add, self._film, image, name))
        if len(self._waiting) < WAITING:
            self._go_on()

    def _pass_over(self, sentence: str) -> None:
        """Leave out a step that is kept no more; anything else ends it."""
        if self._order is None:
            return
        if self._visit.step in self._travel.kept:
            self._fail(sentence)
        else:
            self._go_on()

    def _give_way(self) -> None:
        if self._order is not None:
            self._drop()
            self.failed.emit(
                tr("The film is not written: it ended when another step or run was chosen.")
            )

    # --- Writing --------------------------------------------------------------------------------

    def _write(self, work: Callable[[], None]) -> None:
        assert self._thread is not None
        future = self._thread.submit(work)
        self._waiting.append(future)
        future.add_done_callback(self._tell)

    def _tell(self, _future: Future[None]) -> None:
        """In the other thread: something is written."""
        with suppress(RuntimeError):  # The window is gone.
            self._written.emit()

    def _reap(self) -> None:
        """See what has become of what was written."""
        held_up = len(self._waiting) >= WAITING
        while self._waiting and self._waiting[0].done():
            error = self._waiting.popleft().exception()
            if isinstance(error, BertscopeError):
                self._fail(str(error))
                return
            if error is not None:
                self._drop()
                raise error
        if self._order is None:
            return
        if self._is_last and not self._waiting:
            self._finish()
        elif held_up and len(self._waiting) < WAITING and not self._is_last:
            self._go_on()

    def _finish(self) -> None:
        assert self._order is not None
        path = self._order.path
        self._end()
        self._travel.visit(self._back)
        self.done.emit(path)

    def _fail(self, sentence: str) -> None:
        self._drop()
        self._travel.visit(self._back)
        self.failed.emit(sentence)

    def _drop(self) -> None:
        if self._film is not None and self._thread is not None:
            self._thread.submit(self._film.drop)  # Behind what it is writing.
        self._end()

    def _end(self) -> None:
        """Whatever has become of it, it is over."""
        if self._thread is not None:
            self._thread.shutdown(wait=False)
        self._order = self._film = self._thread = None
        self._waiting.clear()
        self._visit.end()
        self._busy.end()
        self._hold_cursor(still=False)

    def _hold_cursor(self, *, still: bool) -> None:
        """A text cursor that blinks would be in some pictures only."""
        if still:
            self._flashing = QApplication.cursorFlashTime()
        QApplication.setCursorFlashTime(0 if still else self._flashing)


def _add(film: FilmFile, image: QImage, name: str) -> None:
    from bertscope.gui.film.film_reels import Frame

    film.add(Frame(pixels_of(image), name))


def pixels_of(image: QImage) -> Pixels:
    """Red, green and blue, ``(height, width, 3)``."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return flat[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()
