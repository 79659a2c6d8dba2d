"""A window that nobody sees, in which a lesson's pages are set and painted one after another."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from types import TracebackType

import msgspec
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QImage, QPainter

from bertscope.errors import BertscopeError
from bertscope.gui.application import make_application
from bertscope.gui.engine_process import EngineProcess, EngineState
from bertscope.gui.language import tr
from bertscope.gui.lesson.lesson import Lesson, Page, Run
from bertscope.gui.main_window import MainWindow
from bertscope.gui.settings import Unkept
from bertscope.gui.theme import Appearance, Mode
from bertscope.gui.waiting import wait

START_SECONDS, SET_SECONDS, SEEN_SECONDS, END_SECONDS = 90.0, 60.0, 20.0, 10.0
"""At the most: for the engine to start, a page to be set, the model to be looked at, and to end."""
SETTLED_MS = 250
"""After the last that a page has brought about."""


class Studio(AbstractContextManager["Studio"]):
    """Plays a lesson in a window of its own, with an engine of its own.

    No training begins there: a page that plays a run shows it ready to be played.

    Parameters
    ----------
    lesson, name
        What is played.
    size
        Of the window, in points.
    dark, scale
        Colours and text size.
    engine
        What to type to reach an engine elsewhere; empty for that of this machine.

    Attributes
    ----------
    window
        The window.
    """

    def __init__(
        self,
        lesson: Lesson,
        name: str,
        size: QSize,
        *,
        dark: bool = False,
        scale: float = 1.0,
        engine: str = "",
    ) -> None:
        make_application()
        self._lesson, self._name = _at_rest(lesson), name
        self._trouble, self._is_set = "", False
        self._engine = EngineProcess(words=engine)
        self.window = MainWindow(
            self._engine, Appearance(Mode.DARK if dark else Mode.LIGHT, scale), Unkept()
        )
        self.window.resize(size)

    def __enter__(self) -> "Studio":
        try:
            self.window.show()
            self._engine.start()
            self._wait_for_engine()
        except BaseException:
            self._leave()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._leave()

    def pages(self) -> Iterator[Page]:
        """Each page of the lesson, once the window shows it.

        Raises
        ------
        BertscopeError
            If one can't be set, or not in time; it names the page.
        """
        player = self.window.lessons.player
        player.failed.connect(self._note_trouble)
        player.ready.connect(self._note_ready)
        for number, page in enumerate(self._lesson.pages):
            self._trouble, self._is_set = "", False
            if number:
                player.turn(1)
            else:
                player.begin(self._lesson, self._name)
            is_set = wait(lambda: self._is_set, SET_SECONDS)
            if not is_set or self._trouble:
                late = tr("it could not be set in {seconds:.0f} s.", seconds=SET_SECONDS)
                raise BertscopeError(_of_page(number, page, self._trouble or late))
            self._look(number, page)
            yield page

    def settle(self) -> None:
        """Let all be laid out and shown that has been brought about by now."""
        wait(lambda: False, SETTLED_MS / 1000)

    def picture(self, place: QRect, zoom: float) -> QImage:
        """What stands in a part of the window, with so many pixels a point."""
        image = QImage(place.size() * zoom, QImage.Format.Format_RGB32)
        with QPainter(image) as painter:
            painter.scale(zoom, zoom)
            self.window.render(painter, QPoint(), place)
        return image

    # --- Parts ----------------------------------------------------------------------------------

    def _wait_for_engine(self) -> None:
        window = self.window
        window.page.setFocus()  # A text cursor that blinks would be in some pictures only.
        window.grab()  # The first painting, after which the curves are brought in.
        ready = wait(
            lambda: (
                self._engine.state is EngineState.ENDED
                or (window.prober.latest is not None and window.curves is not None)
            ),
            START_SECONDS,
        )
        if not ready or self._engine.state is EngineState.ENDED:
            raise BertscopeError(tr("The engine did not start in time: run `bertscope info`."))

    def _look(self, number: int, page: Page) -> None:
        """Wait until the views show what the page has set."""
        if not wait(self._is_seen, SEEN_SECONDS):
            silent = tr(
                "the model said nothing within {seconds:.0f} s. Try again, or choose a smaller "
                "model for that page.",
                seconds=SEEN_SECONDS,
            )
            raise BertscopeError(_of_page(number, page, silent))
        self.settle()
        wait(self._is_seen, SEEN_SECONDS)

    def _is_seen(self) -> bool:
        """Whether the views show the pair, the masks and the model that are set now."""
        seen, window = self.window.showing.now, self.window
        return (
            seen is not None
            and not window.models.is_reading
            and seen.question.model == window.prober.model
            and seen.question.ids == tuple(window.session.model_ids)
            and seen.question.plan == window.session.state.plan
        )

    def _note_ready(self) -> None:
        self._is_set = True

    def _note_trouble(self, sentence: str) -> None:
        self._trouble = sentence

    def _leave(self) -> None:
        """Close the window, and wait until the engine is gone."""
        window = self.window
        window.close()
        if not wait(lambda: self._engine.state is EngineState.ENDED, END_SECONDS):
            self._engine.kill()
            wait(lambda: self._engine.state is EngineState.ENDED, END_SECONDS)
        window.deleteLater()


def _of_page(number: int, page: Page, why: str) -> str:
    return tr("Page {number}, “{title}”: {why}", number=number + 1, title=page.title, why=why)


def _at_rest(lesson: Lesson) -> Lesson:
    """The lesson, in which no training begins by itself."""
    replace = msgspec.structs.replace
    pages = tuple(
        replace(page, scene=replace(page.scene, run=Run.NEW))
        if page.scene.run is Run.PLAY
        else page
        for page in lesson.pages
    )
    return replace(lesson, pages=pages)
