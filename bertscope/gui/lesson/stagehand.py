"""Sets the window as the pages of a lesson say, and gives it back as it was."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from bertscope.gui.language import marked, tr
from bertscope.gui.lesson.lesson import Run, Scene
from bertscope.gui.lesson.models import Opener, Wait
from bertscope.gui.lesson.returning import Returning
from bertscope.gui.lesson.setting import NEWEST, Setting, no_class
from bertscope.gui.lesson.wanted import choose
from bertscope.gui.run.goal_box import Kind
from bertscope.gui.run.phase import Phase
from bertscope.gui.run.target import TO_END

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

LABEL = marked("Set the page")
NO_RUN = marked(
    "There is no run whose steps could be looked at: begin one, then go to a step of it."
)

Steps = Generator[Wait, None, None]


class Stagehand(QObject):
    """Sets scenes, one after another, the last one of which counts.

    A scene is one step of undo. What has to wait, such as for a model to be read or for a step of
    a run, is done as soon as it can be; the rest stands there by then.

    Signals
    -------
    done
        All is set, as far as it can be.
    failed(str)
        Something can't be set, and why; the rest is all the same.
    """

    done = Signal()
    failed = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._opener = Opener(window)
        self.returning = Returning(window, self._opener)
        self._steps: Steps | None = None
        self._wait: Wait | None = None
        self._is_at_work = False
        self._connect()

    def _connect(self) -> None:
        """Look again whether what is waited for is there by now, whenever that may be."""
        window = self._window
        training, engine = window.training, window.engine
        for news in (
            window.models.opened,
            window.models.failed,
            window.records.failed,
            window.known.changed,
            window.known.failed,
            engine.ready,
            engine.ended,
            training.changed,
            training.stepped,
            training.reported,
        ):
            news.connect(self._go_on)

    # --- What is done ---------------------------------------------------------------------------

    @property
    def is_waiting(self) -> bool:
        """Whether a scene is not set in full yet."""
        return self._steps is not None

    def begin(self) -> None:
        """Remember the window as it is, unless that of another lesson is still to be given back."""
        self.returning.remember()

    def set(self, scene: Scene) -> None:
        """Set what a page says; one that still waits for something is left as it is."""
        self._start(self._set(scene))

    def end(self, *, at_once: bool = False) -> None:
        """Give back the window as it was when it began.

        Parameters
        ----------
        at_once
            The window is about to go: nothing is waited for, and only the panels are put back.
        """
        if at_once:
            self._steps = None
            self.returning.let_go()
        elif self.returning.is_due:
            self._start(self._give_back())

    def _start(self, steps: Steps) -> None:
        self._steps, self._wait = steps, None
        self._go_on()

    def _go_on(self) -> None:
        """Do what can be done by now; what is begun meanwhile takes the place of what is left."""
        if self._is_at_work:
            return
        self._is_at_work = True
        try:
            while self._steps is not None and (self._wait is None or self._wait()):
                steps = self._steps
                wait = next(steps, None)
                if self._steps is steps:
                    self._steps, self._wait = (steps, wait) if wait else (None, None)
        finally:
            self._is_at_work = False

    # --- A scene --------------------------------------------------------------------------------

    def _set(self, scene: Scene) -> Steps:
        yield from self._opener.settle_run()
        scene = self._with_run(scene)
        yield from self._set_model(scene)
        yield from self._set_run(scene)
        self._set_pair(scene)
        if scene.show is not None:
            self._window.page.show_only([place.value for place in scene.show] or None)
        if scene.run is Run.PAUSE:
            yield from self._rest()
        if scene.label is not None:
            yield from self._set_label(scene.label)
        if scene.step not in (None, NEWEST):
            yield from self._go_to(scene.step)
        self._steps = None
        self.done.emit()

    def _with_run(self, scene: Scene) -> Scene:
        """A run that is kept is looked at itself, and not the model that it began with."""
        if scene.run is not Run.KEEP:
            return scene
        if self._window.training.phase is Phase.IDLE:
            return msgspec.structs.replace(scene, run=Run.NEW)
        return msgspec.structs.replace(scene, run=None, model=None)

    def _set_model(self, scene: Scene) -> Steps:
        """Let the page's model be looked at: a run would stand before it."""
        opener, window = self._opener, self._window
        if scene.model is None:
            yield from opener.settle()
        elif opener.is_run(scene.model):
            self._tell((yield from opener.open_run(scene.model)))
        elif scene.model != window.training.folder:
            trouble = yield from opener.open_model(scene.model)
            self._tell(trouble)
            if not trouble and scene.run is not Run.PAUSE:
                self.returning.leave_run()

    def _set_run(self, scene: Scene) -> Steps:
        if scene.run in (Run.NONE, Run.NEW, Run.PLAY):
            self.returning.leave_run()
            if scene.model is not None:
                self._window.model_desk.offer_again()  # Also where it was open before.
        self._tell(choose(scene.training, self._window))
        if scene.run in (Run.NEW, Run.PLAY):
            self._window.views.transport.goal.choose(Kind.END)
        if scene.run is Run.PLAY:
            trouble = yield from self._opener.engine_comes()
            self._tell(trouble)
            if not trouble:
                self._window.training.play(TO_END)

    def _set_pair(self, scene: Scene) -> None:
        session = self._window.session
        setting = Setting(scene, session.state, session.reader)
        if setting.state != session.state:
            session.replace(setting.state, LABEL)
        if setting.focus is not None:
            session.set_focus(setting.focus)
        self._tell(*setting.troubles)

    def _rest(self) -> Steps:
        """Pause what runs; what is being prepared can't rest before it has begun."""
        if (training := self._window.training).phase is Phase.PREPARING:
            yield lambda: training.phase is not Phase.PREPARING
        self.returning.pause_run()

    def _set_label(self, name: str) -> Steps:
        """Say which class is right, once it is known which there are."""
        window = self._window
        if name not in self._classes and window.training.wanted.task is not None:
            yield lambda: name in self._classes or self._are_classes_known
        classes = self._classes
        if name in classes:
            self._mend(label=classes.index(name))
        else:
            self._tell(no_class(name, classes))

    @property
    def _classes(self) -> list[str]:
        """Those of the model that is looked at, or of the data that is to be trained on."""
        window = self._window
        run, facts = window.aiming.run, window.known.facts
        info = run.model if run else window.models.info
        return list(info.labels if info and info.labels else facts.labels if facts else ())

    @property
    def _are_classes_known(self) -> bool:
        known = self._window.known
        return known.facts is not None or known.is_unreadable or not self._opener.has_engine

    def _go_to(self, step: int) -> Steps:
        """Look at a step of the run, or at the kept one nearest to it, once it is there."""
        window = self._window
        if window.training.phase is Phase.IDLE:
            self._tell(tr(NO_RUN))
            return
        yield lambda: self._is_reached(step)
        view = msgspec.structs.replace(window.session.view, step=window.films.travel.nearest(step))
        self._mend(view=view)

    def _is_reached(self, step: int) -> bool:
        """Whether the run has kept so much, or doesn't go on by itself."""
        training, record = self._window.training, self._window.training.record
        if training.phase in (Phase.PREPARING, Phase.RUNNING):
            return record is not None and max(record.kept, default=-1) >= step
        return record is None or bool(record.kept) or not record.expected

    def _mend(self, **changes: object) -> None:
        """Set what came later, which is no step of undo of its own."""
        session = self._window.session
        session.apply(msgspec.structs.replace(session.state, **changes), session.reader)

    def _tell(self, *troubles: str) -> None:
        for trouble in filter(None, troubles):
            self.failed.emit(trouble)

    def _give_back(self) -> Steps:
        self._tell(*(yield from self.returning.give_back()))
