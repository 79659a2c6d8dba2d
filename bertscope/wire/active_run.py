"""The run at hand: a training session, how far it may go, and what it tells."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from bertscope import places
from bertscope.errors import BertscopeError, PausedError, RunError
from bertscope.recipe import Recipe
from bertscope.wire import messages as m
from bertscope.wire.goals import AT_ONCE, GoalWatch
from bertscope.wire.models import KeptModel
from bertscope.wire.replies import started_message, step_row
from bertscope.wire.run_news import KEPT_SECONDS, RunNews
from bertscope.wire.story import tell_run

if TYPE_CHECKING:
    from bertscope.engine.reports import StepMetrics
    from bertscope.engine.training import TrainingSession

_END = object()


class ActiveRun:
    """Trains a portion at a time and tells of it.

    Attributes
    ----------
    folder
        As the window knows it.
    session, news
        The session, and what tells of it.

    Raises
    ------
    BertscopeError
        If the recipe or the folder can't be.
    """

    def __init__(self, request: m.Train, send: Callable[[m.Message], None]) -> None:
        self.folder, self.session = _begin(request)
        self.news = RunNews(self.folder, self.session, send)
        self._events: Iterator[object] = self.session.advance()
        self._story: tuple[int, Iterator[object]] | None = None
        self._id = request.id
        self._send = send
        self._watch = GoalWatch(request.goal, 0)
        self._change: Recipe | None = None
        self._announced = False
        self._at_whole_step = False
        self._is_in_new_folder = not request.folder

    @property
    def has_begun(self) -> bool:
        """Whether it was told that it is prepared."""
        return self._announced

    @property
    def going(self) -> bool:
        """Whether there is something to do: preparing, a step begun or to tell, or steps left."""
        return self._story is not None or not self._at_whole_step or not self._watch.reached

    @property
    def patience(self) -> float:
        """How many seconds it can be left alone."""
        return 0.0 if self.going else KEPT_SECONDS

    def is_in(self, folder: str) -> bool:
        """Whether it is the run in that folder."""
        return places.located(folder) == places.located(self.folder)

    def model_at(self, step: int | None) -> KeptModel | None:
        """Its model at a step if that is in memory; without a step the one that learns."""
        run = self.session
        if run.loaded is not None and step in (None, run.step):
            return KeptModel(run.loaded, run.step)
        if step is not None and run.snapshots is not None and step not in run.snapshots.steps:
            # It may have been taken just now, and wait for the thread that writes it.
            run.snapshots.wait()
        return None

    def play(self, goal: m.Goal) -> None:
        """Go on until the goal is reached."""
        self._watch = GoalWatch(goal, self.session.step)
        self.news.pulse.rest()
        if not self.going:
            self._hold()

    def pause(self) -> None:
        """Hold after the step at hand."""
        self._watch = GoalWatch(AT_ONCE, self.session.step)
        if not self.going:
            self._hold()

    def tell_step(self, request: m.TellStep) -> None:
        """Do the next step and tell it whole.

        Raises
        ------
        RunError
            If the run doesn't hold.
        """
        if self.going:
            raise RunError("The run plays: pause it, then ask for its next step.")
        self._story = request.id, tell_run(request, self.session, self._send)

    def change(self, recipe: Recipe) -> None:
        """Go on with other choices from the next step on.

        Raises
        ------
        RunError
            If the run can't go on with them; it goes on as before.
        """
        if not self._announced:
            # To begin the preparation again would take as long again; they count after it.
            self._change = recipe
            return
        self.session.change(recipe)
        self.news.tell_recipe()

    def set_budget(self, size: int) -> None:
        """Let the weights of past steps take so many bytes.

        Raises
        ------
        RunError
            If that can't be.
        """
        recipe = self._change or self.session.recipe
        self.change(msgspec.structs.replace(recipe, snapshot_bytes=size))
        self.news.tell_kept(again=True)

    def advance(self) -> None:
        """Do one portion of work, a micro-batch at the most, and report it."""
        if not self.going:
            self.news.look_at_kept()
            return
        try:
            with self.news.pulse.computing():
                event = next(self._story[1] if self._story else self._events, _END)
            self._take(event)
        except PausedError as error:
            if not self._announced:
                raise
            self._begin_again()
            self._tell_of_hold(str(error))

    def _begin_again(self) -> None:
        self._events, self._story = self.session.advance(), None
        self._at_whole_step = True

    def _take(self, event: object) -> None:
        from bertscope.engine.reports import StepMetrics
        from bertscope.engine.training import Progress

        if self._announce() and self._watch.reached and self.session.step > 0:
            self._hold()
            return
        match event:
            case Progress(text=text, fraction=fraction):
                self._send(m.Progress(text, fraction))
            case StepMetrics():
                self._step_done(event)
            case _ if event is _END:
                self._end_of_events()
            case _:
                self._at_whole_step = False
                self.news.tell()

    def _end_of_events(self) -> None:
        """The step is told, or the last one is done."""
        told = self._story is not None
        self._begin_again()
        if not told:
            self.session.save_checkpoint()
        if not told or self._watch.reached:
            self._hold()

    def _announce(self) -> bool:
        """Tell of the run once it is prepared; whether that was now."""
        run = self.session
        if self._announced or run.loaded is None or run.state is run.state.PREPARING:
            return False
        self._announced = True
        self._watch = GoalWatch(self._watch.goal, run.step)
        self._send(started_message(self._id, self.folder, run, run.loaded))
        self.news.begin()
        self._change_late()
        return True

    def _change_late(self) -> None:
        """Make the change that was asked for while the run was prepared."""
        recipe, self._change = self._change, None
        try:
            if recipe is not None:
                self.change(recipe)
        except BertscopeError as error:
            self._send(m.Failed(0, str(error)))

    def _step_done(self, metrics: "StepMetrics") -> None:
        row = step_row(metrics)
        self.news.add(row)
        self._watch.take(row)
        self._at_whole_step = True
        if self.going:
            self.news.tell()
        else:
            self._hold()

    def _hold(self) -> None:
        self._at_whole_step = True
        self.session.hold()
        self._tell_of_hold()

    def _tell_of_hold(self, sentence: str = "") -> None:
        run = self.session
        self._watch = GoalWatch(AT_ONCE, run.step)
        self.news.tell_all()
        self.news.tell_vitals()
        self._send(m.RunPaused(self.folder, run.step, run.finished, sentence))

    def close(self) -> None:
        """Save the run; the rest of a step begun is left undone.

        Raises
        ------
        RunError
            If it can't be saved.
        """
        self._drop_story()
        try:
            self.session.close()
        finally:
            self._leave_no_trace()
            self.news.tell_all()

    def abandon(self) -> None:
        """Let go of a run that can't go on."""
        self._drop_story()
        try:
            self.session.abandon()
        finally:
            self._leave_no_trace()
            self.news.tell_all()

    def _leave_no_trace(self) -> None:
        """Remove the folder that was made for a run of which there is nothing."""
        if self._is_in_new_folder and not self._announced:
            _remove_empty(Path(self.folder))

    def _drop_story(self) -> None:
        if self._story is not None:
            sentence = "The run ended before its step was told: ask for another one."
            self._send(m.Failed(self._story[0], sentence))
            self._story = None


def _begin(request: m.Train) -> "tuple[str, TrainingSession]":
    """The session in its folder, which is a new one where none is named."""
    from bertscope.engine.run_place import new_run_folder
    from bertscope.engine.training import TrainingSession

    folder = request.folder or str(new_run_folder(request.recipe))
    try:
        return folder, TrainingSession(request.recipe, Path(folder), resume=request.resume)
    except Exception:
        if not request.folder:
            _remove_empty(Path(folder))
        raise


def _remove_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()
