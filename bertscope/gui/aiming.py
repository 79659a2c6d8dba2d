"""What the views look at: the run at the step that was travelled to, or the open model."""

import msgspec
from PySide6.QtCore import QObject, Signal

from bertscope.gui.language import tr
from bertscope.gui.opening import Models
from bertscope.gui.prober import Prober
from bertscope.gui.run.record import RunRecord
from bertscope.gui.run.training import Training
from bertscope.gui.session import Session
from bertscope.gui.state import Pinned, ViewState
from bertscope.text.reader import Reader
from bertscope.wire import messages as m


class Aiming(QObject):
    """Aims the prober, and lets the session read as the model does that is looked at.

    A is the run, once it has weights, at the step that is looked at; without a run it is the open
    model. B is what was pinned beside it. A step of the run that is no longer kept gives way to the
    nearest one that is.

    Signals
    -------
    aimed(ModelRef)
        Another model, or another step, is looked at now.
    moved(str)
        A step that was looked at is kept no more, and which one is looked at instead.
    """

    aimed = Signal(object)
    moved = Signal(str)

    def __init__(
        self, session: Session, models: Models, training: Training, prober: Prober
    ) -> None:
        super().__init__(prober)
        self._session, self._models, self._training = session, models, training
        self._prober = prober
        self._now: tuple[m.ModelRef, m.ModelRef | None] | None = None
        self._labels: list[str] = []
        models.opened.connect(self._aim_anew)
        training.started.connect(self._begin)
        training.cleared.connect(self._leave_run)
        training.changed.connect(self._aim)
        training.reported.connect(self._aim)
        training.stepped.connect(self._follow)
        session.viewed.connect(self._aim)

    @property
    def run(self) -> RunRecord | None:
        """The run that is looked at."""
        record = self._training.record
        return record if record and (record.model is not None or record.kept) else None

    # --- When -----------------------------------------------------------------------------------

    def _aim_anew(self) -> None:
        """There is a model that was not there before, even where it is called the same."""
        self._now = None
        self._aim()

    def _begin(self) -> None:
        """A run has started; one of which no step is kept yet is followed."""
        if self.run is not None and not self.run.kept:
            self._set_view(step=None)
        self._aim_anew()

    def _leave_run(self) -> None:
        self._set_view(step=None)
        self._aim_anew()

    def _follow(self) -> None:
        """The run has gone on: what follows its newest step is looked at again."""
        self._aim()
        run = self.run
        if run is not None and self._now and m.ModelRef(run.folder) in self._now:
            self._prober.follow()

    # --- At what --------------------------------------------------------------------------------

    def _aim(self) -> None:
        """Look at what is to be looked at, if that isn't so already."""
        self._keep_to_kept()
        run, view = self.run, self._session.view
        if run is None and self._models.info is None:
            return  # Nothing is open yet.
        a = m.ModelRef(run.folder, view.step if run.kept else None) if run else self._open_model
        b = m.ModelRef(view.pinned.folder, view.pinned.step) if view.pinned else None
        if (a, b) == self._now:
            return
        is_other = self._now is None or self._now[0] != a
        self._now = a, b
        self._read_as(run.reader if run else self._models.reader)
        info = run.model if run else self._models.info
        labels = list(info.labels) if info else []
        self._keep_label(labels)
        self._prober.aim(a, b, classes=len(labels))
        if is_other:
            self.aimed.emit(a)

    @property
    def _open_model(self) -> m.ModelRef:
        return m.ModelRef(self._models.folder)

    def _read_as(self, reader: Reader | None) -> None:
        """Cut sentences as the model does; where that is done already, masks and undo stay."""
        if reader is not None and not reader.is_like(self._session.reader):
            self._session.set_reader(reader)

    def _keep_to_kept(self) -> None:
        """Go to the nearest kept steps, where those that are looked at are kept no more.

        Until it is told which are kept, nothing is known of them.
        """
        run = self._training.record
        if run is None or not run.kept:
            return
        view = self._session.view
        step, pinned = _kept(run, view.step), _pinned(run, view)
        self._set_view(step=step, pinned=pinned)
        if step != view.step:
            self.moved.emit(
                tr(
                    "Step {gone:,} is not kept any more: step {near:,} is shown.",
                    gone=view.step,
                    near=step,
                )
            )
        if pinned != view.pinned and pinned and view.pinned:
            self.moved.emit(
                tr(
                    "Step {gone:,} is not kept any more: B is step {near:,}.",
                    gone=view.pinned.step,
                    near=pinned.step,
                )
            )

    def _keep_label(self, labels: list[str]) -> None:
        """The class that was called right is none of another task's; no entry of undo, either."""
        session = self._session
        if labels and self._labels and labels != self._labels:
            state = msgspec.structs.replace(session.state, label=None)
            session.apply(state, session.reader)
        self._labels = labels or self._labels

    def _set_view(self, **changes: object) -> None:
        """Mend the view without an entry of undo: nobody did this."""
        session = self._session
        view = msgspec.structs.replace(session.view, **changes)
        if view != session.view:
            session.apply(msgspec.structs.replace(session.state, view=view), session.reader)


def _kept(run: RunRecord, step: int | None) -> int | None:
    return step if step is None or step in run.kept else run.nearest_kept(step)


def _pinned(run: RunRecord, view: ViewState) -> Pinned | None:
    if view.pinned is None or view.pinned.folder != run.folder:
        return view.pinned
    return Pinned(run.folder, _kept(run, view.pinned.step))
