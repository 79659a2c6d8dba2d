"""Plays a lesson: which page is turned to, and what of it is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from bertscope.gui.lesson.lesson import Lesson, Page, Scene, Until
from bertscope.gui.lesson.scenes import run_of, scene_at

if TYPE_CHECKING:
    from bertscope.gui.lesson.situation import Situation

CHECK_MS = 40
"""What happens within so long is looked at once: while a model learns that is a lot."""


class Stage(Protocol):
    """Sets what a page says; see `bertscope.gui.lesson.stagehand`."""

    done: SignalInstance
    failed: SignalInstance

    def begin(self) -> None: ...

    def set(self, scene: Scene) -> None: ...

    def end(self, *, at_once: bool = False) -> None: ...


class LessonPlayer(QObject):
    """Turns the pages of one lesson after the other.

    The asks of a page are done in their order, and stay done. Pages can always be turned.

    Parameters
    ----------
    stage
        Sets the scenes.
    look
        Tells how the window stands now.
    holds
        Whether something has been brought about: ``holds(until, now, begun)``.

    Signals
    -------
    changed
        Another page, an ask that is done, or no lesson any more.
    ready
        The scene of the page is set.
    failed(str)
        Why it isn't, or not as a whole.

    Attributes
    ----------
    lesson, name, number
        What is played, and its page, from 0; None where nothing is.
    """

    changed = Signal()
    ready = Signal()
    failed = Signal(str)

    def __init__(
        self,
        stage: Stage,
        look: Callable[[], Situation],
        holds: Callable[[Until, Situation, Situation], bool],
    ) -> None:
        super().__init__()
        self._stage, self._look, self._holds = stage, look, holds
        self.lesson: Lesson | None = None
        self.name, self.number = "", 0
        self._begun: Situation | None = None
        self._done: dict[int, int] = {}
        self._run_of: int | None = None
        self._soon = QTimer(self, singleShot=True, interval=CHECK_MS)
        self._soon.timeout.connect(self.check)
        stage.done.connect(self._set)
        stage.failed.connect(self._miss)

    # --- What is played -------------------------------------------------------------------------

    @property
    def page(self) -> Page:
        """The page that is turned to; there must be a lesson."""
        assert self.lesson is not None
        return self.lesson.pages[self.number]

    @property
    def done(self) -> tuple[bool, ...]:
        """For each ask of the page whether it is done."""
        done = self._done.get(self.number, 0)
        return tuple(number < done for number in range(len(self.page.asks)))

    @property
    def is_last(self) -> bool:
        """Whether there is no page behind this one."""
        return self.lesson is not None and self.number == len(self.lesson.pages) - 1

    def is_done(self, number: int) -> bool:
        """Whether a page was turned to, and all that it asks is done."""
        assert self.lesson is not None
        return self._done.get(number, -1) >= len(self.lesson.pages[number].asks)

    # --- Turning --------------------------------------------------------------------------------

    def begin(self, lesson: Lesson, name: str, number: int = 0) -> None:
        """Play a lesson from a page on; another one that is played ends."""
        if self.lesson is not None:
            self._stage.end()
        self.lesson, self.name, self.number, self._done = lesson, name, 0, {}
        self._run_of = None
        self._stage.begin()
        self.go(number)

    def end(self, *, at_once: bool = False) -> None:
        """Play nothing; the window is given back as it was; see `Stagehand.end`."""
        if self.lesson is not None:
            self.lesson, self.name, self.number, self._begun = None, "", 0, None
            self._soon.stop()
            self._stage.end(at_once=at_once)
            self.changed.emit()

    def turn(self, by: int) -> None:
        """Turn to a page before or behind this one; at either end it stays."""
        if self.lesson is not None and 0 <= self.number + by < len(self.lesson.pages):
            self.go(self.number + by)

    def go(self, number: int) -> None:
        """Turn to a page: one that isn't the next gets what those before it would have set."""
        if self.lesson is None:
            return
        before, last = self.number, len(self.lesson.pages) - 1
        self.number = min(max(number, 0), last)
        is_next = self.number == before + 1 and self._done
        if is_next:
            self._set_out(self.page.scene)
        else:
            self.set_again()

    def set_again(self) -> None:
        """Set the page once more, as if it had been turned to from the first one on."""
        if self.lesson is not None:
            is_there = self._run_of == run_of(self.lesson, self.number)
            self._set_out(scene_at(self.lesson, self.number, is_run_there=is_there))

    def _set_out(self, scene: Scene) -> None:
        assert self.lesson is not None
        self._begun, self._run_of = None, run_of(self.lesson, self.number)
        self._done.setdefault(self.number, 0)
        self.changed.emit()
        self._stage.set(scene)

    def _set(self) -> None:
        """What is asked counts from now on: what held before wasn't the learner's doing."""
        if self.lesson is not None:
            self._begun = self._look()
            self.ready.emit()
            self.check()

    def _miss(self, why: str) -> None:
        if self.lesson is not None:
            self.failed.emit(why)

    # --- Checking -------------------------------------------------------------------------------

    def notice(self) -> None:
        """Something in the window is otherwise now."""
        if self.lesson is not None and not self._soon.isActive() and not self.is_done(self.number):
            self._soon.start()

    def check(self) -> None:
        """See what is done by now."""
        if self._begun is None or self.is_done(self.number):
            return
        now, before = self._look(), self._done[self.number]
        for ask in self.page.asks[before:]:
            if not self._holds(ask.until, now, self._begun):
                break
            self._done[self.number] += 1
        if self._done[self.number] != before:
            self.changed.emit()
