"""Going back and forth between the steps of a run whose weights are kept."""

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QObject, Signal

from bertscope.gui.language import marked
from bertscope.gui.run.training import Training
from bertscope.gui.session import Session

LABEL = marked("Travel to a step")
"""All travelling in a row is one step of undo."""


class Travel(QObject):
    """Sets the step that every view looks at: one that is kept, or None to follow the newest.

    Signals
    -------
    changed
        Other steps are kept, or another one is looked at.
    """

    changed = Signal()

    def __init__(self, session: Session, training: Training) -> None:
        super().__init__(session)
        self._session, self._training = session, training
        self._before: object = None
        session.viewed.connect(self._tell)
        training.stepped.connect(self._tell)
        training.changed.connect(self._tell)
        training.reported.connect(self._tell)

    # --- Reading --------------------------------------------------------------------------------

    @property
    def kept(self) -> tuple[int, ...]:
        """The steps of the run whose weights are kept, rising; none where there is no run."""
        record = self._training.record
        return tuple(record.kept) if record else ()

    @property
    def room(self) -> tuple[int, int]:
        """Bytes that the kept steps take, and may take."""
        record = self._training.record
        return (record.kept_size, record.budget) if record else (0, 0)

    @property
    def newest_step(self) -> int:
        """Where the run stands."""
        record = self._training.record
        return record.step if record else 0

    @property
    def stops(self) -> tuple[int, ...]:
        """The kept steps before the newest: that one is followed, and stands for itself."""
        return self.kept[: bisect_left(self.kept, self.newest_step)]

    @property
    def step(self) -> int | None:
        """The step that is looked at; None where the newest is followed."""
        return self._session.view.step if self.kept else None

    def before(self, step: int | None) -> int | None:
        """The stop before a step, None standing for the newest; the first has none."""
        at = len(self.stops) if step is None else bisect_left(self.stops, step)
        return self.stops[at - 1] if at else None

    def after(self, step: int | None) -> int | None:
        """The stop behind a step, None for the newest."""
        at = len(self.stops) if step is None else bisect_right(self.stops, step)
        return self.stops[at] if at < len(self.stops) else None

    def nearest(self, step: float) -> int | None:
        """The stop nearest to any step, None where the newest is as near."""
        stop = min(self.stops, key=lambda stop: abs(stop - step), default=None)
        newest_is_near = stop is None or abs(self.newest_step - step) <= abs(stop - step)
        return None if newest_is_near or step >= self.newest_step else stop

    # --- Going ----------------------------------------------------------------------------------

    def to(self, step: float) -> None:
        """Go to the kept step nearest to any step, such as the one under a mouse."""
        self.visit(self.nearest(step))

    def visit(self, stop: int | None) -> None:
        """Go to a step that is kept; None is the newest, which is followed from then on."""
        self._session.set_view(LABEL, step=stop)

    def first(self) -> None:
        if self.stops:
            self.visit(self.stops[0])

    def previous(self) -> None:
        stop = self.before(self.step)
        if stop is not None:
            self.visit(stop)

    def next(self) -> None:
        self.visit(self.after(self.step))

    def newest(self) -> None:
        self.visit(None)

    def _tell(self) -> None:
        now = (self.kept, self.room, self.step, self.newest_step)
        if now != self._before:
            self._before = now
            self.changed.emit()
