"""What all plots of the curves share: the runs, the axis of steps, the time cursor."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from bertscope.gui.curves.outline import Floats
from bertscope.gui.run.record import RunRecord
from bertscope.gui.state import ViewState

ZERO = 0.5
"""Step 0 has no place on a logarithmic axis, and stands where this would."""
NEAR_ZERO = 2**0.5
"""What is less than so many times that is step 0."""
MARGIN = 0.012
"""The share of the whole axis that lies before its first step, and behind its last."""
NARROWEST, NARROWEST_LOG = 4.0, 0.02
"""Steps that are shown at the least, or powers of ten."""

Span = tuple[float, float]


@dataclass(frozen=True)
class Scene:
    """What is drawn, of whatever size.

    A place on the axis of steps is a step or, where the axis is logarithmic, its power of ten.

    Attributes
    ----------
    run, others
        The run, and those that are laid over it.
    vocabulary_size
        Of its model, where that is known.
    view
        How it is looked at.
    stretch
        The first and the last place to show; None shows the whole run and its new steps.
    apart
        Runs that should be laid over it, too, but measure other things.
    """

    run: RunRecord | None = None
    others: Sequence[RunRecord] = ()
    vocabulary_size: int | None = None
    view: ViewState = field(default_factory=ViewState)
    stretch: Span | None = None
    apart: Sequence[RunRecord] = ()

    @property
    def runs(self) -> list[RunRecord]:
        return [*([self.run] if self.run else []), *self.others]

    # --- The axis of steps ----------------------------------------------------------------------

    @property
    def whole(self) -> Span:
        """The places of all steps there are and of those still to come, with some room around."""
        to_come = self.run.recipe.steps if self.run else 1
        first, last = self.places((0, max(1, to_come, *(run.step for run in self.runs), 1)))
        room = MARGIN * (last - first)
        return float(first - room), float(last + room)

    @property
    def shown(self) -> Span:
        """The places that are shown: a stretch moved and cut so that it lies in the whole."""
        first, last = self.whole
        if self.stretch is None:
            return first, last
        length = min(max(self.stretch[1] - self.stretch[0], self.narrowest), last - first)
        begin = min(max(self.stretch[0], first), last - length)
        return begin, begin + length

    @property
    def narrowest(self) -> float:
        """How much of the axis is shown at the least."""
        return NARROWEST_LOG if self.view.log_steps else NARROWEST

    def places(self, steps: Sequence[float] | Floats) -> Floats:
        """Where steps lie on their axis."""
        at = np.asarray(steps, np.float64)
        return np.log10(np.maximum(at, ZERO)) if self.view.log_steps else at

    def place(self, step: float) -> float:
        return float(self.places((step,))[0])

    def step_at(self, place: float) -> float:
        """What step lies at a place."""
        if not self.view.log_steps:
            return place
        step = float(10.0**place)
        return 0.0 if step < ZERO * NEAR_ZERO else step

    # --- The time cursor ------------------------------------------------------------------------

    @property
    def cursor(self) -> int | None:
        """The step at which the time cursor stands; None before the first step."""
        if self.run is None or not len(self.run.history):
            return None
        return self.run.step if self.view.step is None else self.view.step

    @property
    def stops(self) -> list[int]:
        """The kept steps before the newest, which is followed rather than gone to."""
        return self.run.kept[: bisect_left(self.run.kept, self.run.step)] if self.run else []

    def before(self, step: int) -> int | None:
        """The stop before a step, the first where there is none."""
        stops = self.stops
        return stops[max(bisect_left(stops, step) - 1, 0)] if stops else None

    def after(self, step: int) -> int | None:
        """The stop behind a step; None is the newest."""
        at = bisect_right(self.stops, step)
        return self.stops[at] if at < len(self.stops) else None

    def nearest(self, step: float) -> int | None:
        """The measured step of the run that is nearest to one."""
        if self.run is None or not len(self.run.history):
            return None
        series = self.run.history.series["seconds"]
        index = series.until(step + 0.5)
        return int(series.steps[index or 0])
