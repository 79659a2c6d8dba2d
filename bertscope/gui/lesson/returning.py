"""Giving the window back after a lesson: what stood there before, and how its run was going."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bertscope.gui.lesson.models import Opener, Wait
from bertscope.gui.lesson.remembered import Remembered
from bertscope.gui.run.phase import Phase
from bertscope.gui.run.target import Target
from bertscope.wire import messages as m

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow
    from bertscope.gui.run.training import Training

GOING = (Phase.PREPARING, Phase.RUNNING)


@dataclass(frozen=True)
class Going:
    """Whether a run was learning, and how far it was to go."""

    is_on: bool
    target: Target
    goal: m.Goal

    @classmethod
    def of(cls, training: Training) -> Going:
        """As it is now; what a goal counts from here on is what is left of it."""
        target, goal = training.target, training.target.goal
        if target.end is not None:
            goal = m.Goal(step=target.end)
        elif goal.seconds is not None:
            left = target.seconds_left(training.step, training.seconds_elapsed, None)
            goal = m.Goal(seconds=left)
        return cls(training.phase in GOING, target, goal)

    def give_back(self, training: Training, *, was_paused: bool) -> None:
        """Let the run at hand go on, or rest, as it did.

        Parameters
        ----------
        was_paused
            Whether it was told to rest meanwhile, which it may not have heard of.
        """
        if not self.is_on:
            training.pause()
        elif was_paused or training.phase is not Phase.RUNNING or training.target != self.target:
            training.play(self.goal)


class Returning:
    """What a window was like before a lesson, until it is so again."""

    def __init__(self, window: MainWindow, opener: Opener) -> None:
        self._window, self._opener = window, opener
        self._before: Remembered | None = None
        self._has_left = self._has_paused = False
        self._run, self._going = "", Going(False, Target(), m.Goal())

    @property
    def is_due(self) -> bool:
        """Whether something was remembered and isn't given back yet."""
        return self._before is not None

    @property
    def places(self) -> tuple[str, bool] | None:
        """Where the panels stood, and whether by someone's own hand; None where nothing is due.

        Panels that are put back while the page has another width are some pixels off.
        """
        before = self._before
        return None if before is None else (before.file.layout, before.file.is_own)

    def remember(self) -> None:
        """Remember the window as it is, unless what was before is still to be given back."""
        if self._before is None:
            self._before = Remembered.of(self._window)
            self._run, self._going = self._before.run, Going.of(self._window.training)
            self._has_left = self._has_paused = False

    def leave_run(self) -> None:
        """Let go of the run at hand; the one that was there may have got its folder by now."""
        if not self._has_left and self._is_run_there:
            self._run = self._window.training.folder
        self._has_left = True
        self._opener.leave_run()

    def pause_run(self) -> None:
        """Let the run at hand rest."""
        self._has_paused = True
        self._window.training.pause()

    @property
    def _is_run_there(self) -> bool:
        before = self._before
        return not self._has_left and before is not None and before.is_run_there(self._window)

    def give_back(self) -> Generator[Wait, None, tuple[str, ...]]:
        """Let all stand as it did; a sentence for whatever can't.

        Model and run come first: the masks are of their vocabulary.
        """
        before, window, opener = self._before, self._window, self._opener
        assert before is not None
        window.page.show_only(None)
        is_run_there = self._is_run_there
        if not is_run_there:
            opener.leave_run()
        troubles = [(yield from opener.open_model(before.model))]
        if self._run and not is_run_there:
            troubles.append((yield from opener.open_run(self._run)))
        before.give_back(window)
        if before.has_run and opener.has_engine:
            self._give_back_run(is_run_there=is_run_there)
        self._before = None
        return tuple(filter(None, troubles))

    def _give_back_run(self, *, is_run_there: bool) -> None:
        """One that was only being prepared begins anew; one that could not be opened stays away."""
        training = self._window.training
        is_same = training.folder == self._run if self._run else self._has_left or is_run_there
        if is_same and (training.phase is not Phase.IDLE or self._has_left):
            was_paused = self._has_paused and is_run_there
            self._going.give_back(training, was_paused=was_paused)

    def let_go(self) -> None:
        """Give back at once what is remembered of a window: where its panels stand."""
        if self._before is not None:
            self._before.give_back_layout(self._window)
            self._before = None
